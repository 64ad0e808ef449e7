/**
 * The engine of a season that is real: commands go through Temporal into PostgreSQL. Alarms are rung here, one by one in
 * the rehearsal's order, while the workflows' own are held.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { createStates } from '../../activities/states.ts';
import { toFact } from '../../db/stored-event.ts';
import { CALENDAR } from '../../domain/calendar/index.ts';
import { type Context, type DomainEvent, fold } from '../../domain/decider.ts';
import { SYSTEM } from '../../domain/people.ts';
import { alarmId, deciderOf, followUpsOf, type NamedFollowUp, standingOf } from '../../domain/registry.ts';
import { kindOf, type StreamId } from '../../domain/streams.ts';
import type { Instant } from '../../domain/time.ts';
import type { Engine, Envelope, Outcome } from '../../rehearsal/engine.ts';
import { type SendResult, sendCommand } from '../../workflows/send.ts';
import type { Opened } from './store.ts';

/** Milliseconds for one command, and for one follow-up to be carried. */
const PATIENCE_MS = 60_000;

const CONTEXT: Context = { calendar: CALENDAR, known: new Set() };

/** Carries one command to its stream: through Temporal, or from further away through HTTP. */
export type Deliver = (envelope: Envelope) => Promise<SendResult>;

export const throughTemporal =
  (client: Client): Deliver =>
  (envelope) =>
    sendCommand(client, { ...envelope, origin: 'person' }, { timeoutMs: PATIENCE_MS });

export function createRealEngine({ db, store }: Pick<Opened, 'db' | 'store'>, deliver: Deliver): Engine {
  const states = createStates(store);

  const send = async (envelope: Envelope): Promise<Outcome> => {
    const result = await deliver(envelope);
    if (result.kind === 'pending' || result.kind === 'unavailable')
      throw new Error(`${envelope.command.type} on ${envelope.stream}: the engine does not answer`);
    if (result.kind === 'accepted') await carried(envelope.stream, envelope.commandId);
    return result;
  };

  /** Waits for the follow-ups of a command, and for theirs. */
  const carried = async (stream: StreamId, commandId: string): Promise<void> => {
    for (const followUp of await followUpsOfCommand(stream, commandId)) {
      await answered(followUp);
      await carried(followUp.stream, followUp.commandId);
    }
  };

  const followUpsOfCommand = async (stream: StreamId, commandId: string): Promise<NamedFollowUp[]> => {
    const events = await store.read(stream);
    const first = events.findIndex((event) => event.commandId === commandId);
    if (first < 0) return [];
    const before = fold(
      deciderOf(kindOf(stream)),
      events.slice(0, first).map((event) => toFact<DomainEvent>(event)),
    );
    const own = events.slice(first).filter((event) => event.commandId === commandId);
    return followUpsOf(
      stream,
      before,
      own.map((event) => toFact<DomainEvent>(event)),
    );
  };

  const answered = async ({ commandId }: NamedFollowUp): Promise<void> => {
    const deadline = Date.now() + PATIENCE_MS;
    while ((await store.findCommand(commandId)) === null) {
      if (Date.now() > deadline) throw new Error(`${commandId} was not carried within a minute`);
      await delay(5);
    }
  };

  const nextAlarm = async (to: Instant): Promise<{ stream: StreamId; version: number; due: Instant } | null> => {
    const streams = await db.selectFrom('streams').select('id').orderBy('id').execute();
    let next: { stream: StreamId; version: number; due: Instant } | null = null;
    for (const { id } of streams) {
      const stream = id as StreamId; // checked when it was written
      const { version, nextDue: due, closed } = standingOf(stream, await states.refresh(stream), CONTEXT);
      if (!closed && due !== null && due <= to && (!next || due < next.due)) next = { stream, version, due };
    }
    return next;
  };

  const advanceTo = async (to: Instant): Promise<void> => {
    for (let next = await nextAlarm(to); next; next = await nextAlarm(to)) {
      const { stream, version, due } = next;
      await send({
        stream,
        commandId: alarmId(stream, version, due),
        command: { type: 'ObserveTime', due },
        at: due,
        by: SYSTEM,
      });
    }
  };

  return { state: states.refresh, send, advanceTo };
}
