/** The arrival curve as steps: who was present after each minute from the hour H. Pure. */
import type { Schemas } from '../../../client/http.ts';

type Curve = Schemas['DrillCurve'];
export interface Step {
  /** After H; nothing lies before it. */
  readonly minutes: number;
  readonly at: string;
  readonly present: number;
}

interface Rise {
  readonly minutes: number;
  readonly at: string;
  readonly by: number;
}

const rises = (points: readonly { readonly at: string; readonly present: number }[], start: number): Rise[] =>
  points.map(({ at, present }, index) => ({
    minutes: Math.max(0, Math.round((Date.parse(at) - start) / 60_000)),
    at,
    by: present - (points[index - 1]?.present ?? 0),
  }));

/** Changes only, in time; the kept roll and what was reported as figures together. Empty before H is known. */
export const stepsOf = (curve: Curve, kind: 'reservist' | 'vehicle'): Step[] => {
  if (curve.start === null) return [];
  const start = Date.parse(curve.start);
  const roll = curve.series.find((each) => each.kind === kind)?.points ?? [];
  const reported = curve.reported.find((each) => each.kind === kind)?.points ?? [];
  const all = [
    ...rises(
      roll.map(({ at, arrived }) => ({ at, present: arrived })),
      start,
    ),
    ...rises(reported, start),
  ].sort((a, b) => a.minutes - b.minutes);
  const steps: Step[] = [];
  let present = 0;
  for (const { minutes, at, by } of all) {
    if (by === 0) continue;
    present += by;
    if (steps.at(-1)?.minutes === minutes) steps.pop();
    steps.push({ minutes, at, present });
  }
  return steps;
};

/** The path of a step line in a box; it goes on level until `until` minutes. */
export const stepPath = (
  steps: readonly Step[],
  until: number,
  x: (minutes: number) => number,
  y: (present: number) => number,
): string => {
  const parts = [`M${x(0)} ${y(0)}`];
  for (const { minutes, present } of steps) parts.push(`H${x(minutes)}V${y(present)}`);
  parts.push(`H${x(Math.max(until, steps.at(-1)?.minutes ?? 0))}`);
  return parts.join('');
};
