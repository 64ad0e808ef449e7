/** Vehicles of one locality's pool on the same days: over stock where a city has entered it, else only to be looked at. */
import type { LocalDate } from '../time.ts';
import { type Clash, type DatedExercise, sameFamily } from './clash.ts';
import { overlap, pairs, sameName } from './day-clashes.ts';

const countOf = ({ state }: DatedExercise, vehicle: string): number =>
  state.resources.vehicles.find((each) => sameName(each.class) === vehicle)?.count ?? 0;

/** The stock that the city of this pool has entered for a class; the largest where several files name one. */
const stockOf = (pool: readonly DatedExercise[], vehicle: string): number | null => {
  const known = pool.flatMap(({ state }) =>
    Object.entries(state.vehicleStock)
      .filter(([name]) => sameName(name) === vehicle)
      .map(([, count]) => count),
  );
  return known.length > 0 ? Math.max(...known) : null;
};

/** Needed at once on the worst of the days on which a pair meets; another exercise begins then, so first days suffice. */
const worst = (pool: readonly DatedExercise[], vehicle: string, from: LocalDate, until: LocalDate): number => {
  const days = [from, ...pool.map((each) => each.startDate).filter((day) => day > from && day <= until)];
  const on = (day: LocalDate): number =>
    pool
      .filter((each) => each.startDate <= day && day <= each.endDate)
      .reduce((sum, each) => sum + countOf(each, vehicle), 0);
  return Math.max(...days.map(on));
};

/** Pairs of one pool (the same superior locality) that need a class on the same day. */
export const vehicleClashes = (exercises: readonly DatedExercise[]): Clash[] => {
  const held = exercises.filter(({ state }) => state.phase !== 'reviewing');
  return pairs(held).flatMap(([a, b]) => {
    const days = overlap(a, b);
    if (!days || a.state.superiorUnit !== b.state.superiorUnit) return [];
    const pool = held.filter(({ state }) => state.superiorUnit === a.state.superiorUnit);
    return a.state.resources.vehicles.flatMap((mine): Clash[] => {
      const vehicle = sameName(mine.class);
      if (mine.count === 0 || countOf(b, vehicle) === 0) return [];
      const [needed, available] = [worst(pool, vehicle, days.from, days.until), stockOf(pool, vehicle)];
      if (available === null ? sameFamily(a, b) : needed <= available) return [];
      return [
        {
          key: `vehicle:${a.id}+${b.id}:${days.from}:${vehicle}`,
          kind: 'vehicle',
          severity: available === null ? 'warning' : 'clash',
          exercises: [a.id, b.id],
          ...days,
          subject: mine.class,
          needed,
          available,
          tasks: [],
        },
      ];
    });
  });
};
