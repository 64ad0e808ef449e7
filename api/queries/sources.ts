/**
 * Where a state comes from. Now: the read tables, one statement, so file and tasks are of one moment. Then: a fold of
 * the stream's events up to that moment. Both give the same state, so every view is written once.
 */
import { type RawBuilder, sql } from 'kysely';
import { type StoredEvent, toFact } from '../../db/event-store.ts';
import type { DomainEvent, Folded } from '../../domain/decider.ts';
import { type DrillState, drill } from '../../domain/drill/index.ts';
import { type ExerciseState, exercise, type Task } from '../../domain/exercise/index.ts';
import { Rejection } from '../../domain/rejection.ts';
import { type ReviewState, review } from '../../domain/review/index.ts';
import { type EntityId, type StreamKind, streamId } from '../../domain/streams.ts';
import { dayOf, type Instant, type LocalDate } from '../../domain/time.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../problems.ts';

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

const STATES = { exercise, drill, review } as const;
const UNKNOWN = { exercise: 'exercise-unknown', drill: 'drill-unknown', review: 'review-unknown' } as const;
interface StateOf {
  readonly exercise: ExerciseState;
  readonly drill: DrillState;
  readonly review: ReviewState;
}

const evolve = <K extends StreamKind>(kind: K, events: readonly StoredEvent[]): StateOf[K] => {
  let state: Folded = STATES[kind].initial;
  // the events of a stream belong to the decider of its kind
  const step = STATES[kind].evolve as unknown as (
    state: Folded,
    fact: ReturnType<typeof toFact<DomainEvent>>,
  ) => Folded;
  for (const event of events) state = step(state, toFact(event));
  return state as unknown as StateOf[K];
};

/** The state of one stream at a moment. Throws `…-unknown`, or `not-yet` before its first event. */
export const stateOf = async <K extends StreamKind>(
  deps: Source,
  kind: K,
  id: EntityId,
  asOf: Instant | null,
): Promise<StateOf[K]> => {
  const stream = streamId(kind, id);
  const events = await deps.store.read(stream, asOf ? { upToInstant: asOf } : {});
  if (events.length > 0) return evolve(kind, events);
  const [first] = asOf ? await deps.store.read(stream, { upToVersion: 1 }) : [];
  if (first && asOf) throw new Problem('not-yet', { asOf, first: first.at });
  throw new Rejection(UNKNOWN[kind], { id });
};

export interface FiledExercise {
  readonly id: EntityId;
  readonly state: ExerciseState;
}

interface Row {
  readonly id: string;
  readonly doc: string;
  readonly tasks: string | null;
}

/** What `db/projections/exercise.ts` wrote: the state without its tasks, and each task. */
const fromRow = ({ id, doc, tasks }: Row): FiledExercise => {
  const file = JSON.parse(doc) as Omit<ExerciseState, 'tasks'>;
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
    SELECT e.id, e.doc, t.tasks FROM read.exercise e
    LEFT JOIN LATERAL (SELECT json_agg(doc ORDER BY code) AS tasks FROM read.task WHERE exercise_id = e.id) t ON true
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
    ids.map(async (id) => ({ id, events: await deps.store.read(streamId('exercise', id), { upToInstant: asOf }) })),
  );
  return found
    .filter(({ events }) => events.length > 0)
    .map(({ id, events }) => ({ id, state: evolve('exercise', events) }));
};

/** All exercises at a moment, by id. */
export const allExercises = async (deps: Source, asOf: Instant | null): Promise<FiledExercise[]> => {
  if (!asOf) return exercisesNow(deps);
  const ids = await deps.db.selectFrom('read.exercise').select('id').orderBy('id').execute();
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
