/** What a roll-out plan of a term is made from: the communes of an authority, its years, its rules, and what is already chosen. */
import { z } from 'zod';
import { OrgUnitId } from '../people.ts';
import { EntityId } from '../streams.ts';
import { text } from '../text.ts';
import { type LocalDate, yearOf } from '../time.ts';

export const TERM_YEARS = { least: 1, most: 10 } as const;
/** More than the largest province of 2025 has; a country is planned province by province. */
export const MOST_COMMUNES = 400;

const Year = z.int().min(2000).max(2200);
const Month = z.int().min(1).max(12);

/** Why no exercise is held in some months. */
export const WINDOW_KINDS = ['tet', 'harvest', 'flood', 'exam', 'other'] as const;
export const WindowKind = z.enum(WINDOW_KINDS);
export type WindowKind = z.infer<typeof WindowKind>;

const RuleId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(40);

export const ClosedWindow = z
  .strictObject({
    id: RuleId,
    kind: WindowKind,
    months: z.array(Month).min(1).max(12),
    communes: z
      .array(OrgUnitId)
      .max(MOST_COMMUNES)
      .nullable()
      .default(null)
      .meta({ description: 'Null: the months are closed to every commune' }),
  })
  .meta({ id: 'ClosedWindow' });
export type ClosedWindow = z.infer<typeof ClosedWindow>;

/** The rules that can be named in a contradiction and, but for `clusters`, softened. */
export const RULE_KINDS = [
  'fixed',
  'pilots',
  'spacing',
  'windows',
  'clusters',
  'clashes',
  'vehicles',
  'staff',
  'ceiling',
  'floor',
] as const;
export const RuleKind = z.enum(RULE_KINDS).meta({ id: 'RollOutRuleKind' });
export type RuleKind = z.infer<typeof RuleKind>;

const Percent = z.int().min(0).max(100);

export const RollOutRules = z
  .strictObject({
    floorPercent: Percent.meta({ description: 'Least share of the communes a year, rounded down to whole communes' }),
    ceilingPercent: Percent.meta({ description: 'Largest share a year, rounded down; never below an even share' }),
    pilots: z.array(OrgUnitId).max(MOST_COMMUNES).meta({ description: 'Communes that exercise first' }),
    pilotYears: z.int().min(1).max(TERM_YEARS.most).meta({ description: 'Pilots fall into the first so many years' }),
    clusters: z
      .array(z.strictObject({ id: RuleId, name: text(120), communes: z.array(OrgUnitId).min(2).max(30) }))
      .max(200)
      .meta({ description: 'Communes that exercise together, under one directing team' }),
    clashes: z
      .array(z.strictObject({ a: OrgUnitId, b: OrgUnitId, why: text(120) }))
      .max(1_000)
      .meta({ description: 'Pairs that share people or places and must not exercise in one year' }),
    windows: z.array(ClosedWindow).max(50),
    teamsPerMonth: z
      .int()
      .min(0)
      .max(400)
      .nullable()
      .meta({ description: 'Directing teams there are; null: no limit' }),
    vehiclesPerMonth: z.int().min(0).max(100_000).nullable(),
    minGapYears: z.int().min(0).max(20).meta({ description: 'Least years since the last exercise of a commune' }),
    soft: z
      .array(RuleKind)
      .max(RULE_KINDS.length)
      .meta({ description: 'Kept as far as possible; what is missing is shown' }),
  })
  .meta({ id: 'RollOutRules' });
export type RollOutRules = z.infer<typeof RollOutRules>;

export const PlannedCommune = z
  .strictObject({
    id: OrgUnitId,
    superior: OrgUnitId.meta({ description: 'Locality whose boards lead its exercise' }),
    lastYear: Year.nullable().meta({ description: 'Year of its last exercise before the term; null: none known' }),
    vehicles: z.int().min(0).max(10_000),
    file: EntityId.nullable().default(null).meta({
      description:
        'Its exercise of the term that has a date: a fact that no rule on months, gaps or pilots binds; approval opens no other',
    }),
  })
  .meta({ id: 'PlannedCommune' });
export type PlannedCommune = z.infer<typeof PlannedCommune>;

/** A commune's place in the term. */
export const Placing = z.strictObject({ commune: OrgUnitId, year: Year, month: Month }).meta({ id: 'RollOutPlacing' });
export type Placing = z.infer<typeof Placing>;

export const Cell = Placing.extend({
  fixed: z.boolean().meta({ description: 'Chosen by people; the solver keeps it' }),
}).meta({ id: 'RollOutCell' });
export type Cell = z.infer<typeof Cell>;

/** A month of a year; nothing new is placed before it. */
export const Opening = z.object({ year: Year, month: Month }).meta({ id: 'RollOutOpening' });
export type Opening = z.infer<typeof Opening>;

/** The month after a day: no exercise is prepared within the month that runs. */
export const opensAfter = (day: LocalDate): Opening => {
  const month = Number(day.slice(5, 7));
  return month === 12 ? { year: yearOf(day) + 1, month: 1 } : { year: yearOf(day), month: month + 1 };
};
export const isPast = ({ year, month }: Opening, opens: Opening | null): boolean =>
  opens !== null && (year < opens.year || (year === opens.year && month < opens.month));

export interface RollOutProblem {
  readonly firstYear: number;
  readonly lastYear: number;
  readonly communes: readonly PlannedCommune[];
  readonly rules: RollOutRules;
  /** Choices that are kept. */
  readonly fixed: readonly Placing[];
  /** The plan in force when its years changed: as few communes as possible leave their year. */
  readonly base: readonly Placing[] | null;
  /** Earlier months hold only what is fixed there, and years before it are not judged; null: the whole term is open. */
  readonly opens: Opening | null;
}

export const yearsOf = ({ firstYear, lastYear }: Pick<RollOutProblem, 'firstYear' | 'lastYear'>): number[] =>
  Array.from({ length: lastYear - firstYear + 1 }, (_, i) => firstYear + i);

/** Years of the term in which something can still be placed. */
export const openYearsOf = ({ opens, ...term }: Pick<RollOutProblem, 'firstYear' | 'lastYear' | 'opens'>): number[] =>
  yearsOf(term).filter((year) => opens === null || year >= opens.year);

/** The first of them, from which pilots and waiting are counted. */
export const startOf = (term: Pick<RollOutProblem, 'firstYear' | 'lastYear' | 'opens'>): number =>
  openYearsOf(term)[0] ?? term.firstYear;

/** Communes whose place lies in a year that is over. */
export const heldBefore = ({ fixed, opens }: Pick<RollOutProblem, 'fixed' | 'opens'>): number =>
  fixed.filter(({ year }) => opens !== null && year < opens.year).length;

/**
 * Fewest and most communes a year. Both shares are rounded down: 20 % of 102 is 20, since five times 21 are more than 102.
 * The most is never below an even share of what is left for the open years, or a few communes could not be placed at all.
 */
export const bandOf = ({
  communes,
  rules,
  ...rest
}: Pick<RollOutProblem, 'communes' | 'rules' | 'firstYear' | 'lastYear' | 'fixed' | 'opens'>): {
  readonly least: number;
  readonly most: number;
} => {
  const n = communes.length;
  const left = Math.max(0, n - heldBefore(rest));
  return {
    least: Math.floor((rules.floorPercent * n) / 100),
    most: Math.max(
      Math.floor((rules.ceilingPercent * n) / 100),
      Math.ceil(left / Math.max(1, openYearsOf(rest).length)),
    ),
  };
};
