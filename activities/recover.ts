/** Brings every open stream's workflow back from the store, whatever became of Temporal's own data. */
import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import type { Db } from '../db/connect.ts';
import type { EventStore } from '../db/event-store.ts';
import { NO_CONTEXT } from '../domain/context.ts';
import { fold } from '../domain/decider.ts';
import { deciderOf, followUpsOf, standingOf } from '../domain/registry.ts';
import { kindOf, type StreamId } from '../domain/streams.ts';
import { WAKE_SIGNAL } from '../workflows/contract.ts';
import { startOf } from '../workflows/send.ts';
import { unanswered } from './follow-ups.ts';
import { factsOf } from './states.ts';

export interface RecoverDeps {
  readonly db: Db;
  readonly store: EventStore;
  readonly client: Client;
  /** Makes workflows that run read the store again (after the clock was moved). */
  readonly wake: boolean;
  readonly log?: (message: string) => void;
}

export interface Recovered {
  /** Open streams, and closed ones with something left to carry. */
  readonly streams: number;
  /** Of these, workflows that were missing, and those that ran already. */
  readonly started: number;
  readonly present: number;
}

const AT_ONCE = 16;

/** Safe to repeat. Starts no alarm twice: what was observed stands in the store. */
export async function recover({ db, store, client, wake, log = () => {} }: RecoverDeps): Promise<Recovered> {
  const queue = (await db.selectFrom('streams').select('id').orderBy('id').execute()).map(({ id }) => id as StreamId); // checked when written
  const counts = { streams: 0, started: 0, present: 0 };

  const bringBack = async (stream: StreamId): Promise<'started' | 'present'> => {
    const { type, options } = startOf(stream);
    try {
      await client.workflow.start(type, { ...options, workflowIdConflictPolicy: 'FAIL' });
      return 'started';
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
    if (wake) await client.workflow.signalWithStart(type, { ...options, signal: WAKE_SIGNAL });
    return 'present';
  };
  const worker = async (): Promise<void> => {
    for (let stream = queue.shift(); stream; stream = queue.shift()) {
      if (!(await isOpen(store, stream))) continue;
      counts.streams++;
      const outcome = await bringBack(stream);
      counts[outcome]++;
      if (outcome === 'started') log(`${stream}: started`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return counts;
}

async function isOpen(store: EventStore, stream: StreamId): Promise<boolean> {
  const decider = deciderOf(kindOf(stream));
  const facts = await factsOf(store, stream);
  if (facts.length === 0) return false;
  if (!standingOf(stream, fold(decider, facts), NO_CONTEXT).closed) return true;
  return (await unanswered(store, followUpsOf(stream, decider.initial, facts))).length > 0;
}
