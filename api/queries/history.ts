/** The history of one stream in words, page by page; each event with its place and hash in the ledger. */
import type { z } from 'zod';
import { type StoredEvent, toFact } from '../../db/event-store.ts';
import { fold } from '../../domain/decider.ts';
import {
  type ExerciseEvent,
  type ExerciseState,
  exercise,
  shownFact,
  shownState,
} from '../../domain/exercise/index.ts';
import { type ProductEvent, sentenceOf } from '../../domain/labels/events.ts';
import type { BodyId } from '../../domain/people.ts';
import { Rejection } from '../../domain/rejection.ts';
import { type EntityId, kindOf, type StreamId, type StreamKind, streamId } from '../../domain/streams.ts';
import { dayOf } from '../../domain/time.ts';
import type { History, Words } from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { isAbout } from '../own/history.ts';
import { ownIn } from '../own/tasks.ts';
import { type Asker, onlyFor } from '../policy.ts';
import { Problem } from '../problems/index.ts';
import { namesIn, organisationNow } from './names.ts';
import { classificationsOf, type Moment, stateOf, UNKNOWN } from './sources.ts';

export const PAGE = { usual: 100, most: 500 } as const;

/**
 * The exercise's own tasks name those that its sentences cite, and what is secret of it now is not printed; other streams
 * cite none.
 */
const citedBy = async (
  { store }: ApiDeps,
  stream: StreamId,
  upToVersion: number,
): Promise<Pick<ExerciseState, 'tasks' | 'classifications'>> => {
  if (kindOf(stream) !== 'exercise') return { tasks: {}, classifications: {} };
  const events = await store.read(stream);
  const facts = events.filter(({ version }) => version <= upToVersion).map((event) => toFact<ExerciseEvent>(event));
  return shownState(fold(exercise, facts), classificationsOf(events));
};

/** The data of an event as it may be shown. */
const dataOf = (event: StoredEvent, classifications: ExerciseState['classifications']): StoredEvent['data'] => {
  const before = { type: event.type, ...event.data };
  const after = shownFact(before, classifications);
  if (after === before) return event.data;
  const { type: _, ...data } = after;
  return data;
};

interface Asked {
  readonly kind: StreamKind;
  readonly id: EntityId;
  /** Null where the stream is open to everybody. */
  readonly asker: Asker | null;
}

/** The events of a page; of who sees only his own part, those about it. */
const pageOf = async (
  deps: ApiDeps,
  { kind, id, asker }: Asked,
  version: number,
  { afterVersion, limit }: { readonly afterVersion: number; readonly limit: number },
): Promise<{ readonly events: readonly StoredEvent[]; readonly nextAfter: number | null }> => {
  const stream = streamId(kind, id);
  const bodies = asker && onlyFor(asker);
  if (!bodies) {
    const upToVersion = Math.min(version, afterVersion + limit);
    const events = await deps.store.read(stream, { afterVersion, upToVersion });
    return { events, nextAfter: upToVersion < version ? upToVersion : null };
  }
  const subjects = await ownSubjects(deps, kind, id, bodies);
  const about = (await deps.store.read(stream, { afterVersion, upToVersion: version })).filter((event) =>
    isAbout(event, { bodies, subjects }),
  );
  const events = about.slice(0, limit);
  return { events, nextAfter: about.length > limit ? (events.at(-1)?.version ?? null) : null };
};

/** Codes of its tasks in an exercise, of its corrective actions in a review. */
const ownSubjects = async (
  deps: ApiDeps,
  kind: StreamKind,
  id: EntityId,
  bodies: readonly BodyId[],
): Promise<ReadonlySet<string>> => {
  if (kind === 'exercise') return ownIn(id, await stateOf(deps, kind, id, null), bodies).tasks;
  if (kind !== 'review') return new Set();
  const { actions } = await stateOf(deps, kind, id, null);
  const own = Object.values(actions).filter(({ owner }) => bodies.includes(owner));
  return new Set(own.map((action) => action.id));
};

export const history = async (
  deps: ApiDeps,
  asked: Asked,
  moment: Moment,
  page: { readonly afterVersion: number; readonly limit: number },
): Promise<z.output<typeof History>> => {
  const { db } = deps;
  const { kind, id } = asked;
  const stream = streamId(kind, id);
  const { asOf } = moment;
  const all = db.selectFrom('events').where('stream_id', '=', stream);
  const until = asOf ? all.where('occurred_at', '<=', asOf) : all;
  const { version } = await until.select(({ fn }) => fn.max('version').as('version')).executeTakeFirstOrThrow();
  if (version === null) {
    const first = await all.select('occurred_at').orderBy('version').executeTakeFirst();
    if (first && asOf) throw new Problem('not-yet', { asOf, first: first.occurred_at });
    throw new Rejection(UNKNOWN[kind], { id });
  }
  const { events, nextAfter } = await pageOf(deps, asked, version, page);
  const hashes = await all
    .select(['version', 'hash'])
    .where('version', '>', page.afterVersion)
    .where('version', '<=', events.at(-1)?.version ?? 0)
    .execute();
  const [{ tasks, classifications }, org] = await Promise.all([citedBy(deps, stream, version), organisationNow(deps)]);
  const sentence = (event: StoredEvent): Words => {
    const fact = shownFact(toFact<ProductEvent>(event), classifications);
    const said = (language: 'vi' | 'en'): string =>
      sentenceOf(fact, namesIn(org, tasks, dayOf(event.at), language), language);
    return { vi: said('vi'), en: said('en') };
  };
  const hashOf = new Map(hashes.map((row) => [row.version, row.hash.toString('hex')]));
  return {
    id,
    version,
    ...moment,
    events: events.map((event) => ({
      version: event.version,
      position: event.position,
      type: event.type,
      sentence: sentence(event),
      data: dataOf(event, classifications),
      at: event.at,
      by: event.by,
      commandId: event.commandId,
      recordedAt: event.recordedAt,
      hash: hashOf.get(event.version) ?? '',
    })),
    nextAfter,
  };
};
