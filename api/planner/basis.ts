/** What a plan of a unit starts from: its communes of today, when each exercised last, what of the term has been held. */
import { sql } from 'kysely';
import type { OrganisationState } from '../../domain/organisation/index.ts';
import { heirOf, superiorsOf, unitOn } from '../../domain/organisation/lookup.ts';
import type { OrgUnitId } from '../../domain/people.ts';
import type { Placing, PlannedCommune, RollOutRules } from '../../domain/rollout/index.ts';
import { exerciseIdOf } from '../../domain/rollout/names.ts';
import type { EntityId } from '../../domain/streams.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { ApiDeps } from '../deps.ts';

/** Communes in force under a unit, by id. */
export const communesUnder = (org: OrganisationState, unit: OrgUnitId, day: LocalDate): OrgUnitId[] =>
  [...org.units.values()]
    .filter(({ level, id }) => level === 'commune' && unitOn(org, id, day) && superiorsOf(org, id, day).includes(unit))
    .map(({ id }) => id)
    .sort();

/** What is usual until people say otherwise (domain guide §8; months: TDE). */
export const USUAL_RULES: RollOutRules = {
  ...{ floorPercent: 20, ceilingPercent: 25, pilots: [], pilotYears: 1, clusters: [], clashes: [] },
  windows: [
    { id: 'tet', kind: 'tet', months: [1, 2], communes: null },
    { id: 'thi', kind: 'exam', months: [6], communes: null },
    { id: 'lu', kind: 'flood', months: [10, 11], communes: null },
  ],
  ...{ teamsPerMonth: null, vehiclesPerMonth: null, minGapYears: 3, soft: [] },
};
export const USUAL_THEME = 'Xã, phường chiến đấu trong khu vực phòng thủ';

interface Held {
  readonly id: EntityId;
  readonly phase: string;
  readonly org_unit: OrgUnitId;
  readonly year: number;
  readonly month: number;
}

/** Exercises of communes that have a date and were not called off; those that have begun count as held. */
const heldBy = async ({ db }: Pick<ApiDeps, 'db'>, units: readonly OrgUnitId[]): Promise<readonly Held[]> => {
  const { rows } = await sql<Held>`
    SELECT id, phase, org_unit, extract(year FROM start_date)::int AS year, extract(month FROM start_date)::int AS month
    FROM read.exercise
    WHERE type = 'communeCombatExercise' AND start_date IS NOT NULL AND phase <> 'cancelled'
      AND org_unit = ANY(${[...units]})`.execute(db);
  return rows;
};

const BEGUN: readonly string[] = ['running', 'reviewing', 'closed'];

export interface TermFile {
  readonly id: EntityId;
  readonly phase: string;
}

export interface Basis {
  readonly communes: readonly PlannedCommune[];
  /** Held within the term or dated in it; each commune once, its first. */
  readonly done: readonly Placing[];
  /** Their files. */
  readonly files: ReadonlyMap<OrgUnitId, TermFile>;
}

/** A commune goes on with the exercises of those whose files it keeps. */
export const basisOf = async (
  deps: Pick<ApiDeps, 'db'>,
  {
    org,
    day,
    unit,
    firstYear,
    lastYear,
  }: {
    readonly org: OrganisationState;
    readonly day: LocalDate;
    readonly unit: OrgUnitId;
    readonly firstYear: number;
    readonly lastYear: number;
  },
): Promise<Basis> => {
  const ids = communesUnder(org, unit, day);
  const here = new Set(ids);
  const home = new Map([...org.units.keys()].map((id) => [id, heirOf(org, id, day) ?? id] as const));
  const former = [...home].filter(([, heir]) => here.has(heir)).map(([id]) => id);
  const held = (await heldBy(deps, former)).map((row) => ({ ...row, commune: home.get(row.org_unit) ?? row.org_unit }));
  const before = new Map<OrgUnitId, number>();
  const done = new Map<OrgUnitId, Placing>();
  const files = new Map<OrgUnitId, TermFile>();
  for (const { id, phase, commune, year, month } of held.sort((a, b) => a.year - b.year || a.month - b.month)) {
    if (year < firstYear && BEGUN.includes(phase)) before.set(commune, year);
    if (year < firstYear || year > lastYear || done.has(commune)) continue;
    done.set(commune, { commune, year, month });
    files.set(commune, { id, phase });
  }
  const communes = ids.map((id) => ({
    ...{ id, superior: superiorsOf(org, id, day)[0] ?? unit, lastYear: before.get(id) ?? null, vehicles: 0 },
    file: files.get(id)?.id ?? null,
  }));
  return { communes, done: [...done.values()], files };
};

/** Files of the term's exercises that exist, by commune. */
export const filesOfTerm = async (
  { db }: Pick<ApiDeps, 'db'>,
  communes: readonly OrgUnitId[],
  firstYear: number,
  lastYear: number,
): Promise<ReadonlyMap<OrgUnitId, { readonly id: string; readonly phase: string }>> => {
  const ids = new Map(communes.map((commune) => [exerciseIdOf(commune, firstYear, lastYear) as string, commune]));
  const { rows } = await sql<{ id: string; phase: string }>`
    SELECT id, phase FROM read.exercise WHERE id = ANY(${[...ids.keys()]})`.execute(db);
  return new Map(
    rows.flatMap(({ id, phase }) => {
      const commune = ids.get(id);
      return commune ? [[commune, { id, phase }] as const] : [];
    }),
  );
};
