import type { DomainEvent, Fact } from '../../domain/decider.ts';
import type { StreamId } from '../../domain/streams.ts';

/** One step of one stream, and what the decider says of the state after it. */
export interface Change<S> {
  readonly stream: StreamId;
  readonly before: S;
  readonly after: S;
  readonly facts: readonly Fact<DomainEvent>[];
  readonly phase: string;
  readonly closed: boolean;
}
