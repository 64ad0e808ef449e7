/**
 * The sample as it is loaded: programmes on their own days, those of earlier years before the organisation is entered, then
 * the season up to the day on which the sample stands; what comes later is left to the future.
 */
import { CALENDAR } from '../domain/calendar/index.ts';
import type { Instant } from '../domain/time.ts';
import { createVirtualEngine } from './engine.ts';
import type { SeasonPlan } from './plan.ts';
import type { ProgrammePlan } from './programme-plan.ts';
import { playProgrammes } from './programmes.ts';
import { playSeason, type RecordedSeason, recording, sampleOf } from './season.ts';

/** The season with the localities of the programmes, so that their bodies can act in what comes later. */
export const withLocalities = (plan: SeasonPlan, programmes: readonly ProgrammePlan[]): SeasonPlan => {
  const units = new Map([...plan.units, ...programmes.flatMap((each) => each.units)].map((unit) => [unit.id, unit]));
  return { ...plan, units: [...units.values()] };
};

/** Null when the season has no sample. Throws as `playSeason` and `playProgrammes` do. */
export const recordSample = async (
  plan: SeasonPlan,
  programmes: readonly ProgrammePlan[],
): Promise<(RecordedSeason & { readonly until: Instant }) | null> => {
  const sample = sampleOf(plan);
  if (!sample) return null;
  const { engine, steps, recorder } = recording(createVirtualEngine({ calendar: CALENDAR }));
  await playProgrammes(programmes, recorder, sample.until);
  await playSeason(withLocalities(sample.plan, programmes), recorder, { until: sample.until });
  return { engine, steps, until: sample.until };
};
