/** What was recorded since somebody last looked, in sentences, of every file that he sees. */
import { sql } from 'kysely';
import type { z } from 'zod';
import { headPosition } from '../../db/changes.ts';
import { type StoredEvent, toFact } from '../../db/event-store.ts';
import type { Reach } from '../../domain/access/index.ts';
import { type ExerciseState, shownFact } from '../../domain/exercise/index.ts';
import { type ProductEvent, sentenceOf } from '../../domain/labels/events.ts';
import { type EntityId, entityOf, kindOf, type StreamId } from '../../domain/streams.ts';
import { dayOf } from '../../domain/time.ts';
import type { RecentChanges, Words } from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { isAbout } from '../own/history.ts';
import { ownIn } from '../own/tasks.ts';
import { reachOf, type Seer } from './access.ts';
import { namesIn } from './names.ts';
import { type Moment, stateOf } from './sources.ts';

type Change = z.output<typeof RecentChanges>['changes'][number];
interface Place {
  readonly position: number;
  readonly stream: StreamId;
  readonly version: number;
}

/** What the clock says by itself, day after day; it has lists of its own. */
const SAID_BY_CLOCK = ['TaskReminded', 'ActionReminded', 'DutyReminded'];
const AT_ONCE = 500;
/** How far back one request looks. */
const FURTHEST = 20_000;

const placesBefore = async (db: ApiDeps['db'], before: number, after: number): Promise<Place[]> => {
  const { rows } = await sql<Place>`
    SELECT position, stream_id AS stream, version FROM events
    WHERE position < ${before} AND position > ${after} AND type <> ALL(${SAID_BY_CLOCK})
    ORDER BY position DESC LIMIT ${AT_ONCE}`.execute(db);
  return rows;
};

type Cited = Pick<ExerciseState, 'tasks' | 'classifications' | 'theme'>;

/** What the sentences of a stream cite: tasks by name, what is secret of them, and of what exercise they speak. */
const citer = (deps: ApiDeps) => {
  const known = new Map<EntityId, Promise<ExerciseState | null>>();
  return async (stream: StreamId): Promise<Cited & { readonly state: ExerciseState | null }> => {
    const kind = kindOf(stream);
    const id = entityOf(stream);
    const isOfExercise = kind === 'exercise' || kind === 'drill' || kind === 'review';
    if (isOfExercise && !known.has(id))
      known.set(
        id,
        stateOf(deps, 'exercise', id, null).catch(() => null),
      );
    const state = (await known.get(id)) ?? null;
    const { theme = '', classifications = {} } = state ?? {};
    return { theme, classifications, tasks: kind === 'exercise' ? (state?.tasks ?? {}) : {}, state };
  };
};

export const recentChanges = async (
  deps: ApiDeps,
  moment: Moment,
  { subject, org }: Seer,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<z.output<typeof RecentChanges>> => {
  const { db, store } = deps;
  const position = await headPosition(db);
  const cited = citer(deps);
  const mayTell = async (event: StoredEvent, reach: Reach): Promise<boolean> => {
    if (reach !== 'own') return reach === 'whole';
    const { state } = await cited(event.stream);
    const isChecklist = kindOf(event.stream) === 'exercise' && state !== null;
    const subjects = isChecklist ? ownIn(entityOf(event.stream), state, subject.bodies).tasks : new Set<string>();
    return isAbout(event, { bodies: subject.bodies, subjects });
  };
  const told = async (event: StoredEvent): Promise<Change> => {
    const { theme, tasks, classifications } = await cited(event.stream);
    const fact = shownFact(toFact<ProductEvent>(event), classifications);
    const say = (language: 'vi' | 'en'): string =>
      sentenceOf(fact, namesIn(org, tasks, dayOf(event.at), language), language);
    const sentence: Words = { vi: say('vi'), en: say('en') };
    return {
      position: event.position,
      kind: kindOf(event.stream),
      id: entityOf(event.stream),
      version: event.version,
      theme: theme === '' ? null : theme,
      type: event.type,
      sentence,
      at: event.at,
      recordedAt: event.recordedAt,
      by: event.by,
    };
  };
  const changes: Change[] = [];
  const floor = Math.max(after, position - FURTHEST);
  for (let before = position + 1; ; ) {
    const places = await placesBefore(db, before, floor);
    const reach = await reachOf(deps, subject.actor, [...new Set(places.map(({ stream }) => stream))]);
    for (const { stream, version } of places) {
      if ((reach.get(stream) ?? 'none') === 'none') continue;
      const [event] = await store.read(stream, { afterVersion: version - 1, upToVersion: version });
      if (!event || !(await mayTell(event, reach.get(stream) ?? 'none'))) continue;
      if (changes.length === limit) return { ...moment, position, changes, more: true };
      changes.push(await told(event));
    }
    const last = places.at(-1);
    if (!last || places.length < AT_ONCE) return { ...moment, position, changes, more: floor > after };
    before = last.position;
  }
};
