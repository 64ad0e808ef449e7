/** Whether somebody sits before the page: what it reads by itself must keep no session awake (`X-Unattended`). */

const ATTENDED_MS = 60_000;
let lastAct = Date.now();

for (const kind of ['pointerdown', 'keydown', 'wheel'] as const)
  window.addEventListener(
    kind,
    () => {
      lastAct = Date.now();
    },
    { capture: true, passive: true },
  );

export const isAttended = (): boolean => Date.now() - lastAct < ATTENDED_MS;
