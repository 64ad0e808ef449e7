/** What access is decided by, from the read tables: one look-up for files by id, one condition for lists. */
import { type RawBuilder, sql } from 'kysely';
import {
  isCommune,
  looksAfter,
  mayReadRegister,
  type Reach,
  type Reached,
  reachTo,
  roleOf,
  type Subject,
  subjectOf,
  unitsOf,
} from '../../domain/access/index.ts';
import type { OrganisationState } from '../../domain/organisation/index.ts';
import { type Actor, type BodyId, type OrgUnitId, unitOf } from '../../domain/people.ts';
import { registerOf } from '../../domain/register/state.ts';
import { type EntityId, entityOf, kindOf, type StreamId, type StreamKind, streamId } from '../../domain/streams.ts';
import { dayOf, type LocalDate } from '../../domain/time.ts';
import type { ApiDeps } from '../deps.ts';
import { organisationNow } from './names.ts';

type Source = Pick<ApiDeps, 'db' | 'store' | 'clock'>;

/** Somebody, with the organisation of the business day; made anew for every request. */
export interface Seer {
  readonly subject: Subject;
  readonly org: OrganisationState;
  readonly day: LocalDate;
}

export const seerOf = async (deps: Source, actor: Actor): Promise<Seer> => {
  const org = await organisationNow(deps);
  const day = dayOf(deps.clock());
  return { subject: subjectOf(org, actor, day), org, day };
};

interface Row {
  readonly id: string;
  readonly org_unit: OrgUnitId;
  readonly superior_unit: OrgUnitId;
  readonly phase: string;
  readonly leads: readonly BodyId[];
  readonly bodies: readonly BodyId[];
  readonly children: readonly OrgUnitId[];
  readonly drill_leads: readonly BodyId[] | null;
  readonly drill_bodies: readonly BodyId[] | null;
  readonly review_leads: readonly BodyId[] | null;
  readonly review_bodies: readonly BodyId[] | null;
}

/** Kinds of streams of which not everybody sees everything. */
export const FILE_KINDS = ['exercise', 'drill', 'review', 'programme', 'rollout'] as const;
export type FileKind = (typeof FILE_KINDS)[number];
const isFileKind = (kind: StreamKind): kind is FileKind => FILE_KINDS.some((each) => each === kind);

const reachedIn = (row: Row, kind: 'exercise' | 'drill' | 'review'): Reached => {
  const common = { unit: row.org_unit, superior: row.superior_unit, draft: row.phase === 'draft' };
  if (kind === 'exercise') return { ...common, leads: row.leads, bodies: row.bodies, childUnits: row.children };
  const [leads, bodies, childUnits] =
    kind === 'drill'
      ? [row.drill_leads, row.drill_bodies, row.children] // they bring their first counts before it holds a row of theirs
      : [row.review_leads, row.review_bodies, []];
  return { ...common, leads: [...row.leads, ...(leads ?? [])], bodies: bodies ?? [], childUnits };
};

/** Those on file among these ids. */
type Look = (db: ApiDeps['db'], ids: readonly EntityId[]) => Promise<readonly (readonly [StreamId, Reached])[]>;

/** A programme is led by the bodies that keep and approve it, who sign its draft; nothing hangs on it. */
const programmesOf: Look = async (db, ids) => {
  const { rows } = await sql<Pick<Row, 'id' | 'org_unit' | 'phase' | 'leads' | 'bodies'>>`
    SELECT p.id, p.org_unit, p.phase, p.leads, p.bodies FROM read.programme p WHERE p.id = ANY(${ids})`.execute(db);
  return rows.map(({ id, org_unit: unit, phase, leads, bodies }) => [
    streamId('programme', id as EntityId), // of the store
    { unit, superior: unit, draft: phase === 'draft', leads, signers: leads, bodies, childUnits: [] },
  ]);
};

/** A roll-out plan is led by the bodies of its unit, with a cell for each of its communes. */
const plansOf: Look = async (db, ids) => {
  const { rows } = await sql<{ id: EntityId; org_unit: OrgUnitId; draft: boolean; communes: OrgUnitId[] }>`
    SELECT id, org_unit, draft, communes FROM read.rollout WHERE id = ANY(${ids})`.execute(db);
  return rows.map(({ id, org_unit: unit, draft, communes }) => [
    streamId('rollout', id),
    { unit, superior: unit, draft, leads: [], bodies: [], childUnits: communes },
  ]);
};

/** One row holds an exercise with its drill and its review. */
const exercisesOf: Look = async (db, ids) => {
  const { rows } = await sql<Row>`
    SELECT e.id, e.org_unit, e.superior_unit, e.phase, e.leads, e.bodies,
      ARRAY(SELECT c.org_unit FROM read.exercise c WHERE c.parent_id = e.id) AS children,
      d.leads AS drill_leads, d.bodies AS drill_bodies, r.leads AS review_leads, r.bodies AS review_bodies
    FROM read.exercise e LEFT JOIN read.drill d ON d.id = e.id LEFT JOIN read.review r ON r.id = e.id
    WHERE e.id = ANY(${ids})`.execute(db);
  return rows.flatMap((row) =>
    (['exercise', 'drill', 'review'] as const).map(
      (kind) => [streamId(kind, row.id as EntityId), reachedIn(row, kind)] as const, // of the store
    ),
  );
};

const LOOKS: readonly (readonly [Look, readonly StreamKind[]])[] = [
  [exercisesOf, ['exercise', 'drill', 'review']],
  [programmesOf, ['programme']],
  [plansOf, ['rollout']],
];

/** Files as access depends on them; a stream that is not on file is left out. */
export const filesOf = async (
  { db }: Pick<ApiDeps, 'db'>,
  streams: readonly StreamId[],
): Promise<ReadonlyMap<StreamId, Reached>> => {
  const found = await Promise.all(
    LOOKS.map(([look, kinds]) => {
      const ids = [...new Set(streams.filter((stream) => kinds.includes(kindOf(stream))).map(entityOf))];
      return ids.length === 0 ? [] : look(db, ids);
    }),
  );
  const asked = new Set(streams);
  return new Map(found.flat().filter(([stream]) => asked.has(stream)));
};

/**
 * How much of each stream anybody sees now. Organisation, calendar and templates are open to who holds a duty; a stream
 * that is not on file is `none`. One statement, whatever the number of streams and of people asked about.
 */
export const reachForAll = async (
  deps: Source,
  streams: readonly StreamId[],
): Promise<(actor: Actor) => ReadonlyMap<StreamId, Reach>> => {
  const [org, files] = await Promise.all([organisationNow(deps), filesOf(deps, streams)]);
  const day = dayOf(deps.clock());
  return (actor) => {
    const subject = subjectOf(org, actor, day);
    const reach = (stream: StreamId): Reach => {
      const kind = kindOf(stream);
      const office = kind === 'register' ? registerOf(entityOf(stream)) : null;
      if (office) return mayReadRegister(subject, office.unit, org, day) ? 'whole' : 'none';
      if (!isFileKind(kind)) return 'whole';
      const file = files.get(stream);
      return file ? reachTo(`${kind}.read`, subject, file, org, day).seen : 'none';
    };
    return new Map(streams.map((stream) => [stream, reach(stream)]));
  };
};

/** How much of each stream somebody sees now. */
export const reachOf = async (
  deps: Source,
  actor: Actor,
  streams: readonly StreamId[],
): Promise<ReadonlyMap<StreamId, Reach>> => (await reachForAll(deps, streams))(actor);

const texts = (values: readonly string[]): RawBuilder<string[]> => sql`${[...values]}::text[]`;

export interface RowFilter {
  /** Rows of `e` (`read.exercise`) that he sees whole. */
  readonly whole: RawBuilder<boolean>;
  /** Rows of `e` of which he sees something. */
  readonly seen: RawBuilder<boolean>;
}

/** Exercises of which somebody sees something, each with how much. */
export const reachOfAll = async (
  { db }: Pick<ApiDeps, 'db'>,
  seer: Seer,
): Promise<ReadonlyMap<EntityId, Exclude<Reach, 'none'>>> => {
  const { whole, seen } = rowsFor(seer);
  const { rows } = await sql<{ readonly id: EntityId; readonly whole: boolean }>`
    SELECT e.id, ${whole} AS whole FROM read.exercise e WHERE ${seen}`.execute(db);
  return new Map(rows.map((row) => [row.id, row.whole ? 'whole' : 'own']));
};

/** Rows of `e` whose part in the desk of a body somebody reads: all that he sees on his own desk, whole files on another's. */
export const deskRows = (seer: Seer, desk: BodyId): RawBuilder<boolean> => {
  const { whole, seen } = rowsFor(seer);
  return seer.subject.bodies.includes(desk) ? seen : whole;
};

/** The same decision as `sight`, for lists (`test/access` holds the two together). */
export const rowsFor = ({ subject, org, day }: Seer): RowFilter => {
  const { body } = subject.actor;
  const unit = unitOf(body);
  const { own, under } = unitsOf(org, unit, day);
  const home = looksAfter(body, 'own') ? sql<boolean>`e.org_unit = ANY(${texts(own)})` : sql<boolean>`false`;
  const below = looksAfter(body, 'superior')
    ? sql<boolean>`(e.org_unit = ANY(${texts(under)}) OR e.superior_unit = ${unit} AND NOT e.org_unit = ANY(${texts(own)}))`
    : sql<boolean>`false`;
  const leads = sql<boolean>`${body} = ANY(e.leads)`;
  const staffHome = roleOf(body, 'own') === 'staff' ? home : sql<boolean>`false`;
  const staffBelow = roleOf(body, 'superior') === 'staff' ? below : sql<boolean>`false`;
  const staffLeads = roleOf(body, 'superior') === 'staff' ? leads : sql<boolean>`false`;
  const whole = sql<boolean>`(CASE WHEN e.phase = 'draft' THEN ${staffHome} OR ${staffBelow} OR ${staffLeads}
    ELSE ${home} OR ${below} OR ${leads} END)`;
  const child = isCommune(body)
    ? sql<boolean>`EXISTS (SELECT FROM read.exercise c WHERE c.parent_id = e.id AND c.org_unit = ${unit})`
    : sql<boolean>`false`;
  const part = sql<boolean>`(e.phase <> 'draft' AND (e.bodies && ${texts(subject.bodies)} OR ${child}))`;
  return { whole, seen: sql<boolean>`(${whole} OR ${part})` };
};
