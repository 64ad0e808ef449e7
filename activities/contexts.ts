/** What a rule may look at besides its own stream, from states that this process keeps. */
import type { EventStore } from '../db/event-store.ts';
import { type Guard, type ReadContext, readContext, readPlainContext } from '../db/read-context.ts';
import type { Context, Folded } from '../domain/decider.ts';
import type { StreamId } from '../domain/streams.ts';
import type { States } from './states.ts';

export type { Guard, ReadContext } from '../db/read-context.ts';

export interface Contexts {
  /** For a command on a state. Kept states are used; the guards tell whether they were old. */
  of(stream: StreamId, command: { readonly type: string }, state: Folded): Promise<ReadContext>;
  /** For what time does: the calendar and the organisation only. */
  plain(): Promise<Context>;
  /** True when all guarded streams were read at their newest versions; reads the newer events of those that were not. */
  fresh(guards: readonly Guard[]): Promise<boolean>;
}

export function createContexts(states: States, ongoing: EventStore['ongoing']): Contexts {
  const reader = { get: states.get, ongoing };
  const fresh: Contexts['fresh'] = async (guards) => {
    const now = await Promise.all(guards.map(({ stream }) => states.refresh(stream)));
    return guards.every(({ version }, i) => now[i]?.version === version);
  };
  return {
    of: (stream, command, state) => readContext(reader, stream, command, state),
    plain: () => readPlainContext(reader),
    fresh,
  };
}
