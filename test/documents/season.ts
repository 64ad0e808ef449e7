/** The files of the Tam Kỳ season as papers see them: played in memory, at any moment of its business time. */
import { readFile } from 'node:fs/promises';
import type { Sources } from '../../documents/papers/index.ts';
import { CALENDAR } from '../../domain/calendar/index.ts';
import { fold } from '../../domain/decider.ts';
import { shownState } from '../../domain/exercise/index.ts';
import { deciderOf } from '../../domain/registry.ts';
import { EntityId, ORGANISATION, type StreamId, type StreamKind, streamId } from '../../domain/streams.ts';
import { dayOf, endOfDay, type Instant, localDate } from '../../domain/time.ts';
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

const stateAt = (facts: readonly Recorded[], stream: StreamId, kind: StreamKind, at: Instant): unknown => {
  const own = facts.filter((each) => each.stream === stream && each.fact.at <= at).map(({ fact }) => fact);
  return own.length === 0 && kind !== 'organisation' ? null : fold(deciderOf(kind), own);
};

/** The sources of a file at the end of a day; the day of the last event of the exercise where none is given. */
export const sourcesAt = (facts: readonly Recorded[], exercise: string, day?: string): Sources => {
  const id = EntityId.parse(exercise);
  const until = day ? endOfDay(localDate(day)) : (facts.at(-1)?.fact.at ?? endOfDay(localDate('2022-12-31')));
  const own = facts.filter(({ stream, fact }) => stream.endsWith(`/${id}`) && fact.at <= until);
  const at = own.at(-1)?.fact.at ?? until;
  const read = (stream: StreamId, kind: StreamKind) => stateAt(facts, stream, kind, at) as never; // its kind says which
  const file = stateAt(facts, streamId('exercise', id), 'exercise', at) as Sources['exercise']; // its kind says which
  return {
    id,
    exercise: shownState(file),
    drill: read(streamId('drill', id), 'drill'),
    review: read(streamId('review', id), 'review'),
    organisation: read(ORGANISATION, 'organisation'),
    calendar: CALENDAR,
    at,
    day: dayOf(at),
  };
};
