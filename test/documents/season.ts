/** The files of the Tam Kỳ season as papers see them: played in memory, at any moment of its business time. */
import { readFile } from 'node:fs/promises';
import type { Sources } from '../../documents/papers/index.ts';
import { CALENDAR } from '../../domain/calendar/index.ts';
import { fold } from '../../domain/decider.ts';
import { shownState } from '../../domain/exercise/index.ts';
import { deciderOf } from '../../domain/registry.ts';
import { EntityId, ORGANISATION, type StreamId, type StreamKind, streamId } from '../../domain/streams.ts';
import { dayOf, endOfDay, localDate } from '../../domain/time.ts';
import { createVirtualEngine, type Recorded } from '../../rehearsal/engine.ts';
import { parsePlan, withBehaviours } from '../../rehearsal/plan.ts';
import { playSeason } from '../../rehearsal/season.ts';

const FILE = new URL('../../examples/tam-ky-2022.json', import.meta.url);

/** As planned to its end, or as the sample stands, with a late body, until a day. */
export const playedSeason = async (sampleUntil?: string): Promise<readonly Recorded[]> => {
  const plan = parsePlan(JSON.parse(await readFile(FILE, 'utf8')));
  const engine = createVirtualEngine({ calendar: CALENDAR });
  if (sampleUntil === undefined) await playSeason(plan, engine, {});
  else
    await playSeason(withBehaviours(plan, plan.sample?.behaviours ?? {}), engine, {
      until: endOfDay(localDate(sampleUntil)),
    });
  return engine.facts;
};

const stateIn = (facts: readonly Recorded[], stream: StreamId, kind: StreamKind): unknown => {
  const own = facts.filter((each) => each.stream === stream).map(({ fact }) => fact);
  return own.length === 0 && kind !== 'organisation' ? null : fold(deciderOf(kind), own);
};

/** The sources of a file as of the last event of one of its streams, until the end of a day where one is given. */
export const sourcesAt = (
  facts: readonly Recorded[],
  exercise: string,
  source: 'exercise' | 'drill' | 'review' = 'exercise',
  day?: string,
): Sources => {
  const id = EntityId.parse(exercise);
  const until = day === undefined ? null : endOfDay(localDate(day));
  const own = facts.filter(({ stream, fact }) => stream === streamId(source, id) && (!until || fact.at <= until));
  const last = own.at(-1) ?? facts.findLast(({ stream }) => stream === streamId('exercise', id));
  if (!last) throw new Error(`no exercise ${exercise}`);
  const before = facts.filter(({ position }) => position <= last.position);
  const read = (stream: StreamId, kind: StreamKind) => stateIn(before, stream, kind) as never; // its kind says which
  return {
    id,
    exercise: shownState(read(streamId('exercise', id), 'exercise')),
    drill: read(streamId('drill', id), 'drill'),
    review: read(streamId('review', id), 'review'),
    organisation: read(ORGANISATION, 'organisation'),
    calendar: CALENDAR,
    at: last.fact.at,
    day: dayOf(last.fact.at),
  };
};
