/** A copy of the streams in memory, on which commands are tried out; nothing of it is ever written. */
import { readContext, type StateReader } from '../../db/read-context.ts';
import type { CommandMeta, Folded } from '../../domain/decider.ts';
import { deciderOf, type Executed, execute } from '../../domain/registry.ts';
import { kindOf, type StreamId } from '../../domain/streams.ts';
import type { ApiDeps } from '../deps.ts';
import { keptState } from './kept-state.ts';

/** The streams as they are, and as they would be after what has been tried out so far. */
export interface World extends StateReader {
  readonly now: (stream: StreamId) => Promise<Folded>;
  readonly put: (stream: StreamId, state: Folded) => void;
}

export const createWorld = (deps: Pick<ApiDeps, 'db' | 'store'>): World => {
  const stored = new Map<StreamId, Promise<Folded>>();
  const changed = new Map<StreamId, Folded>();
  const now = (stream: StreamId): Promise<Folded> => {
    const state = stored.get(stream) ?? keptState(deps, deciderOf(kindOf(stream)), stream);
    stored.set(stream, state);
    return state;
  };
  return {
    now,
    get: async (stream) => changed.get(stream) ?? now(stream),
    put: (stream, state) => changed.set(stream, state),
    ongoing: deps.store.ongoing,
  };
};

/** Decides a command on the world as it would be by now, and keeps what comes of it there. Throws `Rejection`. */
export const run = async (world: World, command: { readonly type: string }, meta: CommandMeta): Promise<Executed> => {
  const before = await world.get(meta.stream);
  const { context } = await readContext(world, meta.stream, command, before);
  const done = execute(before, command, meta, context);
  world.put(meta.stream, done.state);
  return done;
};
