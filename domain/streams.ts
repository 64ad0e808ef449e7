/** Names of streams. One stream is one consistency boundary and one workflow; its id is `<kind>/<id>`. */
import { z } from 'zod';

export const STREAM_KINDS = [
  'exercise',
  'drill',
  'review',
  'programme',
  'organisation',
  'calendar',
  'template',
  'register',
  'rollout',
] as const;
export type StreamKind = (typeof STREAM_KINDS)[number];

/** The part after the kind, as it stands in addresses: `tam-ky-2022`. A drill and a review share their exercise's. */
export const EntityId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60)
  .brand<'EntityId'>()
  .meta({ description: 'Lower-case letters, digits and hyphens', example: 'tam-ky-2022' });
export type EntityId = z.infer<typeof EntityId>;

export const StreamId = z
  .string()
  .max(80)
  .regex(new RegExp(`^(${STREAM_KINDS.join('|')})/[a-z0-9]+(-[a-z0-9]+)*$`))
  .brand<'StreamId'>();
export type StreamId = z.infer<typeof StreamId>;

export const streamId = (kind: StreamKind, id: EntityId): StreamId => `${kind}/${id}` as StreamId; // both parts are checked
export const kindOf = (stream: StreamId): StreamKind => {
  const kind = STREAM_KINDS.find((each) => stream.startsWith(`${each}/`));
  if (!kind) throw new TypeError(`not a stream id: ${stream}`);
  return kind;
};
/** The one organisation and the one calendar of an installation. */
export const ORGANISATION = 'organisation/main' as StreamId;
export const CALENDAR_STREAM = 'calendar/viet-nam' as StreamId;

export const entityOf = (stream: StreamId): EntityId => stream.slice(stream.indexOf('/') + 1) as EntityId; // suffix of a checked id
