/** Numbers of call-up orders as a desk types or pastes them: one a line, or apart by space, comma or semicolon. Pure. */

/** Most check-ins of one command. */
export const MOST = 500;
const ORDER = /^(?=.*\d)[A-Z0-9][A-Z0-9-]{0,15}$/;

export interface Pasted {
  /** In the order typed, each once, in capitals. */
  readonly orders: readonly string[];
  /** What is no number of an order. */
  readonly wrong: readonly string[];
  /** Numbers that stood there more than once. */
  readonly twice: readonly string[];
}

export const readOrders = (typed: string): Pasted => {
  const orders = new Set<string>();
  const wrong: string[] = [];
  const twice = new Set<string>();
  for (const part of typed.split(/[\s,;]+/)) {
    const order = part.trim().toUpperCase();
    if (order === '') continue;
    if (!ORDER.test(order)) wrong.push(part);
    else if (orders.has(order)) twice.add(order);
    else orders.add(order);
  }
  return { orders: [...orders], wrong, twice: [...twice] };
};

/** Lots of at most `MOST`, in order. */
export const lots = <T>(all: readonly T[], most = MOST): T[][] =>
  Array.from({ length: Math.ceil(all.length / most) }, (_, n) => all.slice(n * most, (n + 1) * most));

/** Numbers from a first to a last of the same form: `QN-001` … `QN-040`; null for what is no row of numbers. */
export const numbersBetween = (first: string, last: string): string[] | null => {
  const [, head, from] = /^(.*?)(\d+)$/.exec(first.trim().toUpperCase()) ?? [];
  const [, tail, to] = /^(.*?)(\d+)$/.exec(last.trim().toUpperCase()) ?? [];
  if (head === undefined || from === undefined || to === undefined || head !== tail) return null;
  const count = Number(to) - Number(from) + 1;
  if (count < 1 || count > 20_000) return null;
  const numbers = Array.from(
    { length: count },
    (_, n) => `${head}${String(Number(from) + n).padStart(from.length, '0')}`,
  );
  return numbers.every((each) => ORDER.test(each)) ? numbers : null;
};
