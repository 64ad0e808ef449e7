/**
 * Loads a season and programmes of several years into an empty installation by its own commands, up to the day on which its sample stands. It is rehearsed
 * in memory first; what was sent there is then sent through the real engine. Command ids come from the plan, so a load that
 * was broken off is resumed by repeating it.
 */
import { readFileSync } from 'node:fs';
import { recover } from '../../activities/index.ts';
import { setClockOffset, setSample } from '../../db/installation.ts';
import { toMs } from '../../domain/time.ts';
import type { SeasonPlan } from '../../rehearsal/plan.ts';
import { type ProgrammePlan, parseProgrammePlan } from '../../rehearsal/programme-plan.ts';
import { recordSample } from '../../rehearsal/sample.ts';
import { replaySeason } from '../../rehearsal/season.ts';
import type { TemporalClient } from './engine.ts';
import { createRealEngine, throughTemporal } from './real-engine.ts';
import type { Opened } from './store.ts';

const LOADING = 'loading ';

/** The programmes that come with the sample, by the files of `examples/`. */
const PROGRAMMES = [
  'cu-kuin-2020-2025',
  'dak-lak-2021-2025',
  'kim-bang-2015-2020',
  'kon-tum-2011-2015',
  'tam-ky-dan-quan-2022-2025',
] as const;
export const sampleProgrammes = (): ProgrammePlan[] =>
  PROGRAMMES.map((name) =>
    parseProgrammePlan(JSON.parse(readFileSync(new URL(`../../examples/${name}.json`, import.meta.url), 'utf8'))),
  );

/** Whether a load was begun and not ended; alarms stay held until it has been repeated. */
export const isLoading = ({ sample }: Opened): boolean => sample?.startsWith(LOADING) ?? false;

/**
 * Afterwards the installation's clock stands on the sample's day and runs on from there. Alarms are held meanwhile: the
 * replay rings them itself. Throws when the plan has no sample, or the engine answers otherwise than the rehearsal.
 */
export async function loadSample(
  plan: SeasonPlan,
  { db, store, clock }: Opened,
  { client }: TemporalClient,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const sample = await recordSample(plan, sampleProgrammes());
  if (!sample) throw new Error(`the plan ${plan.name} has no sample`);
  clock.set({ held: true });
  await setSample(db, `${LOADING}${plan.name}`);
  await replaySeason(sample.steps, createRealEngine({ db, store }, throughTemporal(client)), onProgress);
  const offsetMs = Math.round(toMs(sample.until) - Date.now());
  await setClockOffset(db, offsetMs);
  await setSample(db, plan.name);
  clock.set({ offsetMs, held: false });
  await recover({ db, store, client, wake: true });
}
