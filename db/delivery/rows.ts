/** Notices on their way into the database, beside the events that cause them. */
import type { DomainEvent, Fact, Folded } from '../../domain/decider.ts';
import { type Channel, isUrgent } from '../../domain/delivery/kinds.ts';
import { type NoticeDoc, noticesOf } from '../../domain/delivery/notices.ts';
import { entityOf, kindOf, type StreamId } from '../../domain/streams.ts';

/** A row of `delivery.notice`, with the outside channels by which it is to go out. */
export interface NoticeRow {
  readonly id: string;
  readonly stream_id: string;
  readonly exercise_id: string;
  readonly version: number;
  readonly kind: string;
  readonly body: string;
  readonly post: string;
  readonly about: string;
  readonly subject: string;
  readonly at: string;
  readonly doc: NoticeDoc;
  readonly urgent: boolean;
  readonly channels: readonly Channel[];
}

/** Whom the facts of one command tell. `after`: the state after all of them. */
export const noticeRows = (
  stream: StreamId,
  facts: readonly Fact<DomainEvent>[],
  after: Folded,
  channels: readonly Channel[],
): NoticeRow[] =>
  facts.flatMap((fact) =>
    noticesOf(kindOf(stream), fact, after).map(
      ({ kind, to, post, about, subject, doc }, n): NoticeRow => ({
        id: `${stream}/${fact.version}/${n}`,
        stream_id: stream,
        exercise_id: entityOf(stream),
        version: fact.version,
        ...{ kind, body: to, post, about, subject, at: fact.at, doc },
        urgent: isUrgent(kind),
        channels,
      }),
    ),
  );
