/** The example programmes as papers see them: played in memory, with their localities entered on the first day. */
import { readFile } from 'node:fs/promises';
import type { ProgrammeSources } from '../../documents/index.ts';
import { CALENDAR } from '../../domain/calendar/index.ts';
import type { Fact } from '../../domain/decider.ts';
import type { OrganisationState } from '../../domain/organisation/index.ts';
import { BODY_CODES } from '../../domain/people.ts';
import type { ProgrammeEvent } from '../../domain/programme/index.ts';
import { EntityId, ORGANISATION, streamId } from '../../domain/streams.ts';
import { atHour, dayOf, endOfDay, localDate } from '../../domain/time.ts';
import { headOf } from '../../rehearsal/cast.ts';
import { createVirtualEngine, type VirtualEngine } from '../../rehearsal/engine.ts';
import { parseProgrammePlan } from '../../rehearsal/programme-plan.ts';
import { playProgrammes } from '../../rehearsal/programmes.ts';

export const playedProgrammes = async (name: string): Promise<VirtualEngine> => {
  const file = new URL(`../../examples/${name}.json`, import.meta.url);
  const plan = parseProgrammePlan(JSON.parse(await readFile(file, 'utf8')));
  const engine = createVirtualEngine({ calendar: CALENDAR });
  const [top] = plan.units;
  if (!top) throw new Error(`${name} has no locality`);
  const validFrom = localDate('2010-01-01');
  const units = plan.units.map(({ id, vi, en, level = 'commune', parent }) => ({
    ...{ id, nameVi: vi, nameEn: en, level, bodies: [...BODY_CODES] },
    ...(parent ? { parent } : {}),
  }));
  const command = { type: 'EstablishOrganisation', orgModel: 'threeTier', validFrom, units };
  const by = headOf(`${top.id}.SA` as never); // a body of the plan
  const at = atHour(validFrom, 8);
  const outcome = await engine.send({
    ...{ stream: ORGANISATION, commandId: 'organisation', at, by },
    command: { ...command, bodies: [], posts: [], holders: [] },
  });
  if (outcome.kind === 'rejected') throw new Error(JSON.stringify(outcome.rejection));
  await playProgrammes([plan], engine);
  return engine;
};

/** As of the last event of a programme, until the end of a day where one is given. */
export const programmeAt = (engine: VirtualEngine, programme: string, day?: string): ProgrammeSources => {
  const id = EntityId.parse(programme);
  const until = day === undefined ? null : endOfDay(localDate(day));
  const facts = engine.facts
    .filter(({ stream, fact }) => stream === streamId('programme', id) && (!until || fact.at <= until))
    .map(({ fact }) => fact as unknown as Fact<ProgrammeEvent>); // of its stream
  const last = facts.at(-1);
  if (!last) throw new Error(`no programme ${programme}`);
  const organisation = engine.state(ORGANISATION) as unknown as OrganisationState; // as above
  return { id, facts, organisation, at: last.at, day: dayOf(last.at) };
};
