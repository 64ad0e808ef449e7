/** What a rule may look at besides its own stream, read for one command: for its commit and for its preview alike. */
import { type CalendarState, calendarOf } from '../domain/calendar/stream.ts';
import type { Context, Folded } from '../domain/decider.ts';
import type { OrganisationState } from '../domain/organisation/index.ts';
import { commandsIn, deciderOf } from '../domain/registry.ts';
import { CALENDAR_STREAM, kindOf, ORGANISATION, type StreamId, type StreamKind } from '../domain/streams.ts';
import type { Ongoing } from './event-store.ts';

/** A stream and the version at which it was read; the append checks that it still stands there. */
export interface Guard {
  readonly stream: StreamId;
  readonly version: number;
}

export interface ReadContext {
  readonly context: Context;
  readonly guards: readonly Guard[];
}

/** Where states come from: the kept ones of the worker or of the API. */
export interface StateReader {
  /** A state that is at least of this version; any that is at hand when none is asked for. */
  readonly get: (stream: StreamId, atLeast?: number) => Promise<Folded>;
  readonly ongoing: (kind: StreamKind) => Promise<readonly Ongoing[]>;
}

const reference = async ({ get }: StateReader): Promise<readonly [OrganisationState, CalendarState]> => {
  const [organisation, calendar] = await Promise.all([get(ORGANISATION), get(CALENDAR_STREAM)]);
  return [organisation as OrganisationState, calendar as CalendarState]; // by their ids
};

/** The calendar and the organisation only: all that time needs. */
export const readPlainContext = async (reader: StateReader): Promise<Context> => {
  const [organisation, calendar] = await reference(reader);
  return { calendar: calendarOf(calendar), organisation, others: new Map() };
};

export const readContext = async (
  reader: StateReader,
  stream: StreamId,
  command: { readonly type: string },
  state: Folded,
): Promise<ReadContext> => {
  const [organisation, calendar] = await reference(reader);
  const refers = commandsIn(command).flatMap((each) => deciderOf(kindOf(stream)).refersTo(each, state) ?? []);
  const named = refers.flatMap(({ streams = [] }) => streams).filter((other) => other !== stream);
  const kinds = new Set(refers.flatMap(({ ongoing = [] }) => ongoing));
  const listed = (await Promise.all([...kinds].map(reader.ongoing))).flat();
  const asked = new Map([
    ...named.map((other) => [other, 0] as const),
    ...listed.map((each) => [each.stream, each.version] as const),
  ]);
  asked.delete(stream);
  const found = await Promise.all(
    [...asked].map(async ([other, atLeast]) => [other, await reader.get(other, atLeast)] as const),
  );
  const guards = [
    { stream: ORGANISATION, version: organisation.version },
    { stream: CALENDAR_STREAM, version: calendar.version },
    ...found.filter(([other]) => named.includes(other)).map(([other, { version }]) => ({ stream: other, version })),
  ].filter((guard) => guard.stream !== stream);
  return {
    context: {
      calendar: calendarOf(calendar),
      organisation,
      others: new Map(found.filter(([, { version }]) => version > 0)),
    },
    guards,
  };
};
