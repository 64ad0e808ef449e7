/**
 * The engine of a season that is real: commands go through Temporal into PostgreSQL. Alarms are rung here, one by one in
 * the rehearsal's order, while the workflows' own are held.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { createContexts } from '../../activities/contexts.ts';
import { createStates } from '../../activities/states.ts';
import { toFact } from '../../db/stored-event.ts';
import { type DomainEvent, type Folded, fold } from '../../domain/decider.ts';
import { SYSTEM } from '../../domain/people.ts';
import { alarmId, deciderOf, followUpsOf, standingOf } from '../../domain/registry.ts';
import { kindOf, type StreamId } from '../../domain/streams.ts';
import type { Instant } from '../../domain/time.ts';
import type { Engine, Envelope, Outcome } from '../../rehearsal/engine.ts';
import { type SendResult, sendCommand } from '../../workflows/send.ts';
import type { Opened } from './store.ts';

/** Milliseconds for one command, and for one follow-up to be carried. */
const PATIENCE_MS = 60_000;

/** Carries one command to its stream: through Temporal, or from further away through HTTP. */
export type Deliver = (envelope: Envelope) => Promise<SendResult>;

export const throughTemporal =
  (client: Client): Deliver =>
  (envelope) =>
    sendCommand(client, { ...envelope, origin: 'person' }, { timeoutMs: PATIENCE_MS });

/** Nobody else may send to these streams meanwhile: what is known of them is what was sent from here. */
export function createRealEngine({ db, store }: Pick<Opened, 'db' | 'store'>, deliver: Deliver): Engine {
  const states = createStates(store);
  const contexts = createContexts(states, store.ongoing);
  const streams = new Set<StreamId>();
  let warm = false;

  /** The streams that a load which was broken off has left. */
  const warmUp = async (): Promise<void> => {
    if (warm) return;
    for (const { id } of await db.selectFrom('streams').select('id').execute()) streams.add(id as StreamId); // checked when written
    warm = true;
  };

  const send = async (envelope: Envelope): Promise<Outcome> => {
    await warmUp();
    const before = await states.get(envelope.stream);
    const result = await deliver(envelope);
    if (result.kind === 'pending' || result.kind === 'unavailable')
      throw new Error(`${envelope.command.type} on ${envelope.stream}: the engine does not answer`);
    if (result.kind === 'accepted') await carried(envelope.stream, before);
    return result;
  };

  /** Waits for the follow-ups of what is new in a stream, and for theirs. */
  const carried = async (stream: StreamId, before: Folded): Promise<void> => {
    streams.add(stream);
    const facts = (await store.read(stream, { afterVersion: before.version })).map((event) =>
      toFact<DomainEvent>(event),
    );
    states.keep(stream, fold(deciderOf(kindOf(stream)), facts, before));
    for (const { stream: target, commandId } of followUpsOf(stream, before, facts)) {
      const targetBefore = await states.get(target);
      await answered(commandId);
      await carried(target, targetBefore);
    }
  };

  const answered = async (commandId: string): Promise<void> => {
    const deadline = Date.now() + PATIENCE_MS;
    while ((await store.findCommand(commandId)) === null) {
      if (Date.now() > deadline) throw new Error(`${commandId} was not carried within a minute`);
      await delay(5);
    }
  };

  const nextAlarm = async (to: Instant): Promise<{ stream: StreamId; version: number; due: Instant } | null> => {
    let next: { stream: StreamId; version: number; due: Instant } | null = null;
    const context = await contexts.plain();
    for (const stream of [...streams].sort()) {
      const { version, nextDue: due, closed } = standingOf(stream, await states.get(stream), context);
      if (!closed && due !== null && due <= to && (!next || due < next.due)) next = { stream, version, due };
    }
    return next;
  };

  const advanceTo = async (to: Instant): Promise<void> => {
    await warmUp();
    for (let next = await nextAlarm(to); next; next = await nextAlarm(to)) {
      const { stream, version, due } = next;
      const commandId = alarmId(stream, version, due);
      await send({ stream, commandId, command: { type: 'ObserveTime', due }, at: due, by: SYSTEM });
    }
  };

  return { state: states.get, send, advanceTo };
}
