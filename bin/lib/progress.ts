/** `[#####.....] 48% 1.204/2.500 rows · 00:12` on one line of a terminal; without one, a line every five seconds. */
const WIDTH = 20;
const BETWEEN_MS = 5_000;
const REDRAW_MS = 100;

const clock = (ms: number): string => {
  const seconds = Math.max(0, Math.round(ms / 1_000));
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
};

const lineOf = (done: number, total: number, what: string, elapsed: number): string => {
  const share = total > 0 ? Math.min(1, done / total) : 0;
  const bar = '#'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '.');
  const left = done > 0 && done < total ? ` · ${clock((elapsed * (total - done)) / done)}` : '';
  return `[${bar}] ${Math.floor(share * 100)}% ${done}/${total} ${what}${left}`;
};

export const createProgress = (
  out: Pick<NodeJS.WriteStream, 'isTTY' | 'write'> = process.stderr,
  now: () => number = () => performance.now(),
): ((done: number, total: number, what: string) => void) => {
  let began: number | null = null;
  let shown = Number.NEGATIVE_INFINITY;
  return (done, total, what) => {
    began ??= now();
    const isEnd = total > 0 && done >= total;
    if (!isEnd && now() - shown < (out.isTTY ? REDRAW_MS : BETWEEN_MS)) return;
    shown = now();
    const line = lineOf(done, total, what, now() - began);
    out.write(out.isTTY ? `\r\x1b[K${line}${isEnd ? '\n' : ''}` : `${line}\n`);
  };
};
