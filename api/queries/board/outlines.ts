/** Outlines of exercises now, from the read tables: of each only what has changed since it was last asked for. */
import { sql } from 'kysely';
import { DROPPED } from '../../../db/projections/exercise.ts';
import type { ExerciseState, Led, Task } from '../../../domain/exercise/index.ts';
import type { EntityId } from '../../../domain/streams.ts';
import type { ApiDeps } from '../../deps.ts';
import { forgetOthers } from './forget.ts';
import { isAsked, type Outline, outlineTask, phaseOf } from './outline.ts';

interface Row {
  readonly id: EntityId;
  readonly version: number;
  readonly file: string;
  readonly gates: string | null;
  readonly tasks: string | null;
}
type File = Led & Pick<ExerciseState, 'phase' | 'postponed' | 'startDate' | 'cityAsks'>;
type GateSeen = Pick<ExerciseState['gates'][number], 'code' | 'gateTask' | 'passed' | 'approvals'>;
type TaskSeen = Pick<Task, 'code' | 'gate' | 'owner' | 'status' | 'after' | 'due' | 'extension'>;

/** What `db/projections/exercise.ts` wrote, read back field by field. */
const fromRow = ({ version, file, gates, tasks }: Row): Outline => {
  const led = JSON.parse(file) as File;
  const seen = JSON.parse(tasks ?? '[]') as TaskSeen[];
  const inOrder = JSON.parse(gates ?? '[]') as GateSeen[];
  return {
    version,
    phase: phaseOf(led),
    startDate: led.startDate,
    tasks: seen.map((task) => outlineTask(led, task)),
    gates: inOrder.map(({ code, gateTask, passed }) => ({ code, gateTask, passed: passed !== null })),
    asked: isAsked(led, seen, inOrder),
  };
};

const FILE = ['type', 'orgUnit', 'superiorUnit', 'owners', 'phase', 'postponed', 'startDate', 'cityAsks'] as const;
const file = sql.raw(`json_build_object(${FILE.map((key) => `'${key}', e.doc->'${key}'`).join(', ')})`);

const readOutlines = async (db: ApiDeps['db'], ids: readonly EntityId[]): Promise<[EntityId, Outline][]> => {
  const { rows } = await sql<Row>`
    SELECT e.id, e.version, ${file} AS file, p.doc AS gates, t.tasks FROM read.exercise e
    LEFT JOIN read.exercise_part p ON p.exercise_id = e.id AND p.name = 'gates'
    LEFT JOIN (
      SELECT exercise_id, json_agg(json_build_object('code', code, 'gate', gate, 'owner', owner, 'status', state,
        'after', doc->'after', 'due', due, 'extension', doc->'extension') ORDER BY code) AS tasks
      FROM read.task WHERE exercise_id = ANY(${ids}) AND state <> ${DROPPED} GROUP BY exercise_id
    ) t ON t.exercise_id = e.id
    WHERE e.id = ANY(${ids})`.execute(db);
  return rows.map((row) => [row.id, fromRow(row)]);
};

/** What a version holds never changes, so a kept outline can only be short, never wrong. */
const kept = new WeakMap<ApiDeps['db'], Map<EntityId, Outline>>();
/** Some 10 KB each; every commune of the country, and then some. */
const MOST_KEPT = 6_000;
const AT_ONCE = 400;

/** By id, in the order asked for. `version` is that of the row just read. */
export const outlinesNow = async (
  { db }: Pick<ApiDeps, 'db'>,
  asked: readonly { readonly id: EntityId; readonly version: number }[],
): Promise<ReadonlyMap<EntityId, Outline>> => {
  const outlines = kept.get(db) ?? new Map<EntityId, Outline>();
  kept.set(db, outlines);
  const stale = asked.filter(({ id, version }) => outlines.get(id)?.version !== version).map(({ id }) => id);
  for (let from = 0; from < stale.length; from += AT_ONCE)
    for (const [id, outline] of await readOutlines(db, stale.slice(from, from + AT_ONCE))) outlines.set(id, outline);
  forgetOthers(outlines, MOST_KEPT, asked);
  return new Map(
    asked.flatMap(({ id }) => {
      const outline = outlines.get(id);
      return outline ? [[id, outline] as const] : [];
    }),
  );
};

/** Reads all outlines ahead of the first board after a start, a few at a time; ends early when `signal` says so. */
export const warmOutlines = async (deps: Pick<ApiDeps, 'db'>, signal: AbortSignal): Promise<void> => {
  const { rows } = await sql<{ readonly id: EntityId; readonly version: number }>`
    SELECT id, version FROM read.exercise ORDER BY start_date DESC NULLS LAST LIMIT ${MOST_KEPT}`.execute(deps.db);
  for (let from = 0; from < rows.length && !signal.aborted; from += AT_ONCE)
    await outlinesNow(deps, rows.slice(from, from + AT_ONCE));
};
