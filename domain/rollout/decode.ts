/** The cells that a solver's values stand for. */
import { type Frame, isOpen, type Kind } from './frame.ts';
import type { Item } from './items.ts';
import { type Load, levelled } from './level.ts';
import type { Cell, Placing, RollOutProblem } from './problem.ts';

/** Where the plan in force has an item, if it has. */
const wasOf = ({ base }: RollOutProblem) => {
  const was = new Map((base ?? []).map((placing) => [placing.commune, placing]));
  return (item: Item): Placing | undefined => item.communes[0] && was.get(item.communes[0].id);
};

/** The exercises of one class in one year, month by month: pilots and those that keep the month of the base stay there. */
const loadOf = ({ problem, items, kinds, x, w }: Frame, k: number, y: number, amount: Amount, year: number): Load => {
  const kind = kinds[k] as Kind; // of its own index
  const was = wasOf(problem);
  const months = Array.from({ length: 12 }, (_, m) => kind.months.indexOf(m + 1));
  const counts = months.map((n) => (n < 0 ? 0 : amount(w[k]?.[y]?.[n])));
  const here = kind.items.filter((i) => amount(x[i]?.[y]) === 1).flatMap((i) => items[i] ?? []);
  const kept = counts.map(
    (_, m) => here.map(was).filter((placing) => placing?.year === year && placing.month === m + 1).length,
  );
  return {
    counts,
    held: counts.map((count, m) => (kind.isPilot ? count : Math.min(count, kept[m] ?? 0))),
    months: kind.months.filter((month) => !kind.dearMonths.includes(month) && isOpen(kind, { year, month }, problem)),
    vehicles: kind.vehicles,
  };
};
type Amount = (column: number | undefined) => number;

/** Members of a class take its months in a fixed order; who can keep the month of the base does. */
export const decoded = (frame: Frame, values: ArrayLike<number>): Cell[] => {
  const { problem, items, kinds, years, x, on } = frame;
  const amount: Amount = (column) => Math.round(column === undefined ? 0 : (values[column] ?? 0));
  const fixed = new Set(problem.fixed.map(({ commune }) => commune));
  const was = wasOf(problem);
  const cells: Cell[] = [];
  years.forEach((year, y) => {
    const loads = kinds.map((_, k) => loadOf(frame, k, y, amount, year));
    const months = levelled(loads, on.isOn('vehicles') ? problem.rules.vehiclesPerMonth : null);
    kinds.forEach((kind, k) => {
      const room = (months[k] ?? []).flatMap((count, m) => Array.from({ length: count }, () => m + 1));
      const here = kind.items.filter((i) => amount(x[i]?.[y]) === 1).flatMap((i) => items[i] ?? []);
      const place = (item: Item, at: number): void => {
        const [month = 1] = room.splice(at, 1);
        for (const { id } of item.communes) cells.push({ commune: id, year, month, fixed: fixed.has(id) });
      };
      const rest = here.filter((item) => {
        const placing = was(item);
        const at = placing?.year === year ? room.indexOf(placing.month) : -1;
        if (at >= 0) place(item, at);
        return at < 0;
      });
      for (const item of rest) place(item, 0);
    });
  });
  return cells.sort((a, b) => (a.commune < b.commune ? -1 : 1));
};
