/** Follow-ups found again from the store, so that a crash between an append and its carrying loses none. */
import type { EventStore } from '../db/event-store.ts';
import { toFact } from '../db/stored-event.ts';
import { type DomainEvent, type Fact, fold } from '../domain/decider.ts';
import { deciderOf, followUpsOf, type NamedFollowUp } from '../domain/registry.ts';
import { kindOf, type StreamId } from '../domain/streams.ts';

type Source = Pick<EventStore, 'read' | 'findCommand'>;

/** Of some follow-ups, those that no stream has answered yet, in order. */
export async function unanswered(store: Source, followUps: readonly NamedFollowUp[]): Promise<NamedFollowUp[]> {
  const answers = await Promise.all(followUps.map(({ commandId }) => store.findCommand(commandId)));
  return followUps.filter((_, i) => answers[i] === null);
}

/** Unanswered follow-ups of the events that one earlier command caused. */
export async function followUpsOfCommand(store: Source, stream: StreamId, commandId: string): Promise<NamedFollowUp[]> {
  const events = await store.read(stream);
  const start = events.findIndex((event) => event.commandId === commandId);
  if (start < 0) return [];
  const facts = events.map((event): Fact<DomainEvent> => toFact(event));
  const end = events.findLastIndex((event) => event.commandId === commandId) + 1;
  const before = fold(deciderOf(kindOf(stream)), facts.slice(0, start));
  return unanswered(store, followUpsOf(stream, before, facts.slice(start, end)));
}
