import type { DomainEvent, Fact } from '../../domain/decider.ts';
import type { StreamId } from '../../domain/streams.ts';
import type { Instant } from '../../domain/time.ts';

/** One step of one stream, and what the decider says of the state after it. */
export interface Change<S> {
  readonly stream: StreamId;
  readonly before: S;
  readonly after: S;
  readonly facts: readonly Fact<DomainEvent>[];
  readonly phase: string;
  readonly closed: boolean;
  readonly nextDue: Instant | null;
}
