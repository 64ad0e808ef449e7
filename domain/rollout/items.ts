/** What is placed as one: a commune, or a cluster of communes that exercise together. */
import type { OrgUnitId } from '../people.ts';
import { isPast, type Placing, type PlannedCommune, type RollOutProblem, startOf, yearsOf } from './problem.ts';
import { closes, type Rules } from './rules.ts';

export interface Item {
  readonly id: string;
  readonly communes: readonly PlannedCommune[];
  /** Vehicles that its exercise needs in its month. */
  readonly vehicles: number;
  readonly isPilot: boolean;
  /** Months open to it, none where its rules close them all. */
  readonly months: readonly number[];
  /** Years open to it, by the rules that are not soft. */
  readonly years: readonly number[];
  /** Month of the year that runs which is over already and holds it all the same. */
  readonly heldMonth: number | null;
  /** How unfair each year of the term is to it. */
  readonly costs: readonly number[];
  /** What each year costs in soft rules that it breaks. */
  readonly penalties: readonly number[];
  /** Months that only soft rules close. */
  readonly dearMonths: readonly number[];
}

/** Years between two exercises of a commune that is served fairly: every commune once a term of five. */
export const FAIR_GAP = 5;
/** More than any unfairness of one commune can cost. */
export const PENALTY = 1_000;

/**
 * How unfair a year is to a commune: a late year weighs twice an early one, and each further year more than the one before,
 * so that nobody waits very long for the sake of others.
 */
export const unfairness = (
  { lastYear }: Pick<PlannedCommune, 'lastYear'>,
  year: number,
  problem: Pick<RollOutProblem, 'firstYear' | 'lastYear' | 'opens'>,
): number => {
  const [firstYear, end] = [startOf(problem), problem.lastYear];
  const due = lastYear === null ? firstYear : Math.min(Math.max(lastYear + FAIR_GAP, firstYear), end);
  const d = Math.abs(year - due);
  return year > due ? d * (d + 1) : (d * (d + 1)) / 2;
};

const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1);

const yearRules = (problem: RollOutProblem, on: Rules) => {
  const { rules } = problem;
  const firstYear = startOf(problem);
  const fixed = new Map(problem.fixed.map((each) => [each.commune, each]));
  const pilots = new Set(rules.pilots);
  return {
    fixedOf: (id: OrgUnitId): Placing | null => (on.isOn(`fixed/${id}`) && fixed.get(id)) || null,
    broken: ({ id, lastYear, file }: PlannedCommune, year: number): { hard: number; soft: number } => {
      const breaks = [
        ['fixed', on.isOn(`fixed/${id}`) && fixed.has(id) && fixed.get(id)?.year !== year],
        ['pilots', !file && pilots.has(id) && on.isOn(`pilots/${id}`) && year >= firstYear + rules.pilotYears],
        ['spacing', !file && lastYear !== null && on.isOn(`spacing/${id}`) && year - lastYear < rules.minGapYears],
      ] as const;
      const met = breaks.filter(([, broken]) => broken);
      const soft = met.filter(([kind]) => on.isSoft(kind)).length;
      return { hard: met.length - soft, soft };
    },
  };
};

const monthsOf = (problem: RollOutProblem, on: Rules, communes: readonly PlannedCommune[]) => {
  const windows = problem.rules.windows.filter(({ id }) => on.isOn(`windows/${id}`));
  const fixed = problem.fixed.filter(
    ({ commune }) => on.isOn(`fixed/${commune}`) && communes.some(({ id }) => id === commune),
  );
  const closed = MONTHS.filter((m) =>
    windows.some((window) => communes.some(({ id, file }) => !file && closes(window, id, m))),
  );
  const chosen = on.isSoft('fixed') ? MONTHS : MONTHS.filter((m) => fixed.every(({ month }) => month === m));
  const open = on.isSoft('windows') ? chosen : chosen.filter((m) => !closed.includes(m));
  const unchosen = MONTHS.filter((m) => fixed.some(({ month }) => month !== m));
  return { months: open, dearMonths: open.filter((m) => closed.includes(m) || unchosen.includes(m)) };
};

const itemOf = (id: string, communes: readonly PlannedCommune[], problem: RollOutProblem, on: Rules): Item => {
  const { broken, fixedOf } = yearRules(problem, on);
  const { opens } = problem;
  const choices = communes.map((c) => fixedOf(c.id));
  const isThere = (year: number): boolean => choices.every((choice) => choice?.year === year);
  const isOver = (year: number): boolean => opens !== null && year < opens.year && !isThere(year);
  const [choice] = choices;
  const isHeld = choice && opens && choice.year === opens.year && isThere(choice.year) && isPast(choice, opens);
  const years = yearsOf(problem);
  const sum = (count: (commune: PlannedCommune) => number): number => communes.reduce((all, c) => all + count(c), 0);
  return {
    id,
    communes,
    vehicles: sum(({ vehicles }) => vehicles),
    isPilot: communes.some((c) => problem.rules.pilots.includes(c.id)),
    ...monthsOf(problem, on, communes),
    heldMonth: isHeld ? choice.month : null,
    years: years.filter((year) => !isOver(year) && sum((c) => broken(c, year).hard) === 0),
    costs: years.map((year) => sum((c) => unfairness(c, year, problem))),
    penalties: years.map((year) => PENALTY * sum((c) => broken(c, year).soft)),
  };
};

/** In the order of their ids, whatever the order of the input: the same problem is always the same model. */
export const itemsOf = (problem: RollOutProblem, on: Rules): Item[] => {
  const byId = new Map(problem.communes.map((commune) => [commune.id, commune]));
  const clusters = on.isSoft('clusters') ? [] : problem.rules.clusters.filter(({ id }) => on.isOn(`clusters/${id}`));
  const together = joined(clusters.map(({ communes }) => communes.filter((id) => byId.has(id))));
  const inside = new Set(together.flat());
  const groups = [...together, ...problem.communes.filter(({ id }) => !inside.has(id)).map(({ id }) => [id])];
  return groups
    .map((ids) => [...ids].sort())
    .filter((ids) => ids.length > 0)
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
    .map((ids) =>
      itemOf(
        ids.join('+'),
        ids.flatMap((id) => byId.get(id) ?? []),
        problem,
        on,
      ),
    ); // ids of the map
};

/** Clusters that share a commune exercise as one. */
const joined = (clusters: readonly (readonly OrgUnitId[])[]): OrgUnitId[][] => {
  let groups: OrgUnitId[][] = [];
  for (const cluster of clusters) {
    const touching = groups.filter((group) => group.some((id) => cluster.includes(id)));
    groups = [...groups.filter((group) => !touching.includes(group)), [...new Set([...touching.flat(), ...cluster])]];
  }
  return groups;
};
