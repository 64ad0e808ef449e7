/** The communes of a city exercise: which are made, on which days, and the plans that they come to. Kept in this browser. */
import { addWorkingDays, type Days } from '../../../parts/working-days.ts';
import { addDays } from '../../../words/format.ts';
import { keep, kept } from '../../../words/kept.ts';
import type { PlanAsked } from '../draft.ts';

export interface Row {
  readonly unit: string;
  readonly chosen: boolean;
  readonly start: string | null;
  /** Taken by the server: nothing more is sent. */
  readonly done: boolean;
}
export interface Sheet {
  readonly city: string | null;
  readonly pilot: string | null;
  readonly rows: readonly Row[];
  /** Calendar days of each exercise, first and last included. */
  readonly length: number;
  readonly commands: Readonly<Record<string, string>>;
}
export const EMPTY: Sheet = { city: null, pilot: null, rows: [], length: 2, commands: {} };

const nameOf = (user: string): string => `new-communes.${user}`;
export const keptSheet = (user: string): Sheet => {
  try {
    return { ...EMPTY, ...(JSON.parse(kept(nameOf(user)) ?? '{}') as Partial<Sheet>) }; // written by `keepSheet`
  } catch {
    return EMPTY;
  }
};
export const keepSheet = (user: string, sheet: Sheet): void => keep(nameOf(user), JSON.stringify(sheet));
export const dropSheet = (user: string): void => keep(nameOf(user), null);

/** The rows of a city: those kept, and one for each commune that has none yet. */
export const rowsFor = (communes: readonly string[], before: readonly Row[]): Row[] =>
  communes.map((unit) => before.find((row) => row.unit === unit) ?? { unit, chosen: false, start: null, done: false });

/** The pilot first, then as listed. */
export const pilotFirst = (rows: readonly Row[], pilot: string | null): Row[] => [
  ...rows.filter(({ unit }) => unit === pilot),
  ...rows.filter(({ unit }) => unit !== pilot),
];

export interface Stagger {
  readonly first: string;
  /** Working days from one to the next; 0: all on one day. */
  readonly apart: number;
  /** Working days from the pilot to the next. */
  readonly afterPilot: number;
}

/** Days for the chosen rows, pilot first, each a working day; null for those beyond the calendar's tables. */
export const staggered = (
  rows: readonly Row[],
  pilot: string | null,
  { first, apart, afterPilot }: Stagger,
  days: Days,
): Row[] => {
  const dates = new Map<string, string | null>();
  let next: string | null = days.knows(first) && !days.isWorking(first) ? addWorkingDays(days, first, 1) : first;
  for (const row of pilotFirst(rows, pilot)) {
    if (!row.chosen || row.done) continue;
    dates.set(row.unit, next);
    const step = row.unit === pilot ? afterPilot : apart;
    next = next === null || step === 0 ? next : addWorkingDays(days, next, step);
  }
  return rows.map((row) => (dates.has(row.unit) ? { ...row, start: dates.get(row.unit) ?? null } : row));
};

export interface City {
  readonly id: string;
  readonly orgUnit: string;
}

/** The plans of the chosen rows that have a day and are not made yet, pilot first; a file that was begun keeps its id. */
export const plansOf = (
  { rows, pilot, length }: Sheet,
  city: City,
  { idFor, themeOf }: Record<'idFor' | 'themeOf', (unit: string, year: string) => string>,
): { readonly unit: string; readonly asked: PlanAsked }[] =>
  pilotFirst(rows, pilot).flatMap(({ unit, chosen, start, done }) => {
    if (!chosen || done || start === null) return [];
    const year = start.slice(0, 4);
    const draft = {
      exerciseType: 'communeCombatExercise',
      orgUnit: unit,
      superiorUnit: city.orgUnit,
      parentId: city.id,
      theme: themeOf(unit, year),
      isPilot: unit === pilot,
    } as const;
    const plan = { startDate: start, endDate: addDays(start, length - 1) };
    return [{ unit, asked: { id: idFor(unit, year), draft, plan } }];
  });
