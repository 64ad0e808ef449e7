/**
 * Where a state comes from. One stream now: the state kept of it and the events since. Many exercises now: the read
 * tables, file and tasks in one statement, so they are of one moment. Then: a fold of the events up to that moment. All
 * give the same state, so every view is written once.
 */
import { type RawBuilder, sql } from 'kysely';
import { type StoredEvent, toFact } from '../../db/event-store.ts';
import { DROPPED } from '../../db/projections/exercise.ts';
import type { CalendarState } from '../../domain/calendar/stream.ts';
import { type DomainEvent, fold } from '../../domain/decider.ts';
import type { DrillState } from '../../domain/drill/index.ts';
import { type ExerciseState, shownState, type Task } from '../../domain/exercise/index.ts';
import type { OrganisationState } from '../../domain/organisation/index.ts';
import type { FiledExercise } from '../../domain/planning/clash.ts';
import type { ProgrammeState } from '../../domain/programme/index.ts';
import type { RegisterState } from '../../domain/register/index.ts';
import { deciderOf } from '../../domain/registry.ts';
import { Rejection } from '../../domain/rejection.ts';
import type { ReviewState } from '../../domain/review/index.ts';
import type { RollOutState } from '../../domain/rollout/state.ts';
import { type EntityId, type StreamKind, streamId } from '../../domain/streams.ts';
import type { TemplateState } from '../../domain/template/stream.ts';
import { dayOf, type Instant, type LocalDate } from '../../domain/time.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../problems/index.ts';
import { keptState } from './kept-state.ts';

type Source = Pick<ApiDeps, 'db' | 'store' | 'clock'>;

/** Of which moment an answer speaks. */
export interface Moment {
  readonly asOf: Instant | null;
  readonly today: LocalDate;
}
export const momentOf = (deps: Source, asOf: Instant | undefined): Moment => ({
  asOf: asOf ?? null,
  today: dayOf(asOf ?? deps.clock()),
});

/** What is said of a stream without events. */
export const UNKNOWN = {
  exercise: 'exercise-unknown',
  drill: 'drill-unknown',
  review: 'review-unknown',
  programme: 'programme-unknown',
  organisation: 'organisation-unknown',
  calendar: 'calendar-unknown',
  template: 'template-not-changed',
  register: 'register-empty',
  rollout: 'roll-out-unknown',
} as const;
interface StateOf {
  readonly exercise: ExerciseState;
  readonly drill: DrillState;
  readonly review: ReviewState;
  readonly programme: ProgrammeState;
  readonly organisation: OrganisationState;
  readonly calendar: CalendarState;
  readonly template: TemplateState;
  readonly register: RegisterState;
  readonly rollout: RollOutState;
}

const evolve = <K extends StreamKind>(kind: K, events: readonly StoredEvent[]): StateOf[K] => {
  const facts = events.map((event) => toFact<DomainEvent>(event));
  return fold(deciderOf(kind), facts) as unknown as StateOf[K]; // the registry forgot the type that the kind gives
};

/** What of an exercise is a state secret now; an earlier state is shown by it too. */
export const classificationsOf = (events: readonly StoredEvent[]): ExerciseState['classifications'] =>
  evolve(
    'exercise',
    events.filter(({ type }) => type === 'Classified'),
  ).classifications;

/** An exercise as it stood and as it may be shown today; null before its first event. */
const exerciseAt = (events: readonly StoredEvent[], asOf: Instant): ExerciseState | null => {
  const until = events.filter(({ at }) => at <= asOf);
  return until.length === 0 ? null : shownState(evolve('exercise', until), classificationsOf(events));
};

/** The state of one stream now, as it may be shown. Throws `…-unknown`. */
const stateNow = async <K extends StreamKind>(deps: Source, kind: K, id: EntityId): Promise<StateOf[K]> => {
  const state = await keptState(deps, deciderOf(kind), streamId(kind, id));
  if (state.version === 0) throw new Rejection(UNKNOWN[kind], { id });
  const shown = kind === 'exercise' ? shownState(state as ExerciseState) : state;
  return shown as unknown as StateOf[K]; // the registry forgot the type that the kind gives
};

/** The state of one stream at a moment, now when null. Throws `…-unknown`, or `not-yet` before its first event. */
export const stateOf = async <K extends StreamKind>(
  deps: Source,
  kind: K,
  id: EntityId,
  asOf: Instant | null,
): Promise<StateOf[K]> => {
  if (!asOf) return stateNow(deps, kind, id);
  const stream = streamId(kind, id);
  if (kind === 'exercise') {
    const state = exerciseAt(await deps.store.read(stream), asOf);
    if (state) return state as StateOf[K]; // of this kind
  } else {
    const events = await deps.store.read(stream, { upToInstant: asOf });
    if (events.length > 0) return evolve(kind, events);
  }
  const [first] = await deps.store.read(stream, { upToVersion: 1 });
  if (first) throw new Problem('not-yet', { asOf, first: first.at });
  throw new Rejection(UNKNOWN[kind], { id });
};

export type { FiledExercise } from '../../domain/planning/clash.ts';

interface Row {
  readonly id: string;
  readonly doc: string;
  readonly parts: string | null;
  readonly tasks: string | null;
}

/** What `db/projections/exercise.ts` wrote: the file, its large parts, and each task. */
const fromRow = ({ id, doc, parts, tasks }: Row): FiledExercise => {
  const file = { ...JSON.parse(doc), ...JSON.parse(parts ?? '{}') } as Omit<ExerciseState, 'tasks'>;
  const list = JSON.parse(tasks ?? '[]') as Task[];
  return { id: id as EntityId, state: { ...file, tasks: Object.fromEntries(list.map((task) => [task.code, task])) } };
};

/**
 * States by id, kept as long as their version stands. What a version holds never changes, so a kept state can only be
 * short, never wrong; the version is asked for every time.
 */
const kept = new WeakMap<ApiDeps['db'], Map<string, FiledExercise>>();
const MOST_KEPT = 2_000;

const readRows = async (db: ApiDeps['db'], ids: readonly string[]): Promise<FiledExercise[]> => {
  const { rows } = await sql<Row>`
    SELECT e.id, e.doc, p.parts, t.tasks FROM read.exercise e
    LEFT JOIN LATERAL (SELECT json_object_agg(name, doc) AS parts FROM read.exercise_part WHERE exercise_id = e.id) p ON true
    LEFT JOIN LATERAL (SELECT json_agg(doc ORDER BY code) AS tasks FROM read.task WHERE exercise_id = e.id AND state <> ${DROPPED}) t ON true
    WHERE e.id = ANY(${ids})`.execute(db);
  return rows.map(fromRow);
};

/** Exercises now, by id. `where` narrows `e`, a row of `read.exercise`. */
export const exercisesNow = async (
  { db }: Source,
  where: RawBuilder<boolean> = sql`true`,
): Promise<FiledExercise[]> => {
  const { rows } = await sql<{ readonly id: string; readonly version: number }>`
    SELECT e.id, e.version FROM read.exercise e WHERE ${where} ORDER BY e.id COLLATE "C"`.execute(db);
  const states = kept.get(db) ?? new Map<string, FiledExercise>();
  kept.set(db, states.size > MOST_KEPT ? new Map() : states);
  const stale = rows.filter(({ id, version }) => states.get(id)?.state.version !== version).map(({ id }) => id);
  if (stale.length > 0) for (const filed of await readRows(db, stale)) states.set(filed.id, filed);
  return rows.flatMap(({ id }) => states.get(id) ?? []);
};

/** Exercises as they stood; those that did not exist yet are left out. */
export const exercisesAt = async (deps: Source, ids: readonly EntityId[], asOf: Instant): Promise<FiledExercise[]> => {
  const found = await Promise.all(
    ids.map(async (id) => ({ id, state: exerciseAt(await deps.store.read(streamId('exercise', id)), asOf) })),
  );
  return found.flatMap(({ id, state }) => (state ? [{ id, state }] : []));
};

/** Exercises at a moment, by id. `where` narrows `e`, a row of `read.exercise` as it is now. */
export const allExercises = async (
  deps: Source,
  asOf: Instant | null,
  where: RawBuilder<boolean> = sql`true`,
): Promise<FiledExercise[]> => {
  if (!asOf) return exercisesNow(deps, where);
  const { rows: ids } = await sql<{ readonly id: string }>`
    SELECT e.id FROM read.exercise e WHERE ${where} ORDER BY e.id COLLATE "C"`.execute(deps.db);
  return exercisesAt(
    deps,
    ids.map(({ id }) => id as EntityId),
    asOf,
  ); // ids of the store
};

/** Some exercises at a moment, by id. */
export const someExercises = (
  deps: Source,
  ids: readonly EntityId[],
  asOf: Instant | null,
): Promise<FiledExercise[]> => {
  if (ids.length === 0) return Promise.resolve([]);
  const sorted = [...ids].sort();
  return asOf ? exercisesAt(deps, sorted, asOf) : exercisesNow(deps, sql<boolean>`e.id = ANY(${sorted})`);
};
