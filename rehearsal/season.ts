/**
 * The players of a season. They know the plan, read states through the engine, and send commands; rules, deadlines and
 * reminders are the domain's. A day runs: opening of a run 07:30, alarms 08:00, staff work from 09:00, closing 15:30.
 * Deterministic: the same plan gives the same commands with the same ids at the same instants.
 */
import { CALENDAR, type Calendar, isWorkingDay } from '../domain/calendar/index.ts';
import { openActions, type ReviewState } from '../domain/review/index.ts';
import { type EntityId, ORGANISATION } from '../domain/streams.ts';
import { addDays, atHour, dayOf, type Instant, type LocalDate } from '../domain/time.ts';
import { attemptGates, workChecklist } from './checklist.ts';
import { callRoll, closeDay, conductHour, openDay, prepareDrill } from './conduct.ts';
import { moveAsPlanned, moveIfNotReady } from './days.ts';
import { workReview } from './debrief.ts';
import { createVirtualEngine, type Engine, type Envelope, type VirtualEngine } from './engine.ts';
import { openFile, openingDays, parentsFirst } from './opening.ts';
import { keeperOf, organisationOf } from './organisation.ts';
import { type Late, type PlannedExercise, type SeasonPlan, withBehaviours } from './plan.ts';
import { createPlay, type Play, SeasonOver } from './play.ts';

export { SeasonRefused } from './play.ts';

export interface SeasonProgress {
  readonly day: LocalDate;
  /** Commands sent so far. */
  readonly sent: number;
}

export interface SeasonOptions {
  /** Play up to this instant; left out: until every file is closed. */
  readonly until?: Instant;
  /** Further late bodies or tasks, over those of the plan. */
  readonly late?: readonly Late[];
  readonly calendar?: Calendar;
  /** Called after every day played. */
  readonly onStep?: (progress: SeasonProgress) => void;
}

/**
 * Plays the plan on an engine that holds none of its streams yet; a half-played one is
 * gone on with by `replaySeason`.
 * Throws `SeasonRefused` when a rule refuses what the plan asks for, `Rejection` `calendar-year-missing` when the
 * season runs into a year without a table.
 */
export const playSeason = async (
  plan: SeasonPlan,
  engine: Engine,
  { until, late = [], calendar = CALENDAR, onStep }: SeasonOptions = {},
): Promise<void> => {
  const play = createPlay(withBehaviours(plan, { late: [...late] }), engine, calendar, until);
  const openings = openingDays(plan, calendar);
  const exercises = parentsFirst(plan);
  const [first] = [...openings.values()].sort();
  if (!first) return;
  try {
    await enterOrganisation(play, first);
    for (let day = first; !(until && day > dayOf(until)); day = addDays(day, 1)) {
      await playDay(play, exercises, openings, day);
      onStep?.({ day, sent: play.sent() });
      if (!until && (await isOver(play, exercises))) return;
    }
  } catch (error) {
    if (!(error instanceof SeasonOver)) throw error;
  }
  if (until) await engine.advanceTo(until);
};

/** Bodies and their heads are on record before anybody acts. */
const enterOrganisation = async (play: Play, day: LocalDate): Promise<void> => {
  const command = organisationOf(play.plan);
  play.clock.notBefore(atHour(day, 7));
  await play.act(ORGANISATION, { ...command }, keeperOf(command));
};

const playDay = async (
  play: Play,
  exercises: readonly PlannedExercise[],
  openings: ReadonlyMap<EntityId, LocalDate>,
  day: LocalDate,
): Promise<void> => {
  const working = isWorkingDay(play.calendar, day);
  play.clock.notBefore(atHour(day, 7, 30));
  for (const { id } of exercises) await openDay(play, id, day);
  await play.engine.advanceTo(atHour(day, 8));
  for (const { id } of exercises) await callRoll(play, id, day, 8);
  if (working) {
    play.clock.notBefore(atHour(day, 9));
    for (const planned of exercises) await workDay(play, planned, openings, day);
  }
  for (const hour of [10, 14] as const) for (const { id } of exercises) await conductHour(play, id, day, hour);
  for (const { id } of exercises) {
    await closeDay(play, id, day);
    const { phase, endDate } = await play.exercise(id);
    if (phase === 'reviewing' && endDate === day) await workChecklist(play, id, day);
  }
  if (!working) return;
  play.clock.notBefore(atHour(day, 16, 30));
  for (const { id } of exercises) await moveIfNotReady(play, id, day);
};

const workDay = async (
  play: Play,
  planned: PlannedExercise,
  openings: ReadonlyMap<EntityId, LocalDate>,
  day: LocalDate,
): Promise<void> => {
  const { id } = planned;
  const opening = openings.get(id);
  if (opening && opening <= day && (await play.exercise(id)).phase === 'none') await openFile(play, planned);
  if ((await play.exercise(id)).phase === 'none') return;
  await moveAsPlanned(play, id, day);
  await attemptGates(play, id, day);
  await workReview(play, id, day);
  await workChecklist(play, id, day);
  await prepareDrill(play, id, day);
};

const isOver = async (play: Play, exercises: readonly PlannedExercise[]): Promise<boolean> => {
  for (const { id } of exercises) {
    if (!['closed', 'cancelled'].includes((await play.exercise(id)).phase)) return false;
    if (!isAtRest(await play.review(id))) return false;
  }
  return true;
};

/** Nothing is left to do this season: the review is over, or its actions only wait for a retest in a later exercise. */
const isAtRest = ({ phase, actions }: ReviewState): boolean =>
  phase === 'none' ||
  phase === 'closed' ||
  (phase === 'finished' &&
    openActions({ actions }).every(({ status }) => status === 'verified' || status === 'carried'));

/** One step of a recorded season: a command with how it was answered, or time passing over at least one alarm. */
export type Step =
  | { readonly kind: 'send'; readonly envelope: Envelope; readonly accepted: boolean }
  | { readonly kind: 'advance'; readonly to: Instant };

export interface RecordedSeason {
  readonly steps: readonly Step[];
  /** The engine it was played on: its facts and states at the end. */
  readonly engine: VirtualEngine;
}

/** An engine that keeps what is sent to it, for `replaySeason`. */
export const recording = (engine: VirtualEngine): RecordedSeason & { readonly recorder: Engine } => {
  const steps: Step[] = [];
  const recorder: Engine = {
    state: engine.state,
    send: (envelope) => {
      const outcome = engine.send(envelope);
      steps.push({ kind: 'send', envelope, accepted: outcome.kind === 'accepted' });
      return outcome;
    },
    advanceTo: (to) => {
      const before = engine.facts.length;
      engine.advanceTo(to);
      if (engine.facts.length > before) steps.push({ kind: 'advance', to });
    },
  };
  return { steps, engine, recorder };
};

/** Plays a season in memory and keeps what was sent. Throws as `playSeason` does. */
export const recordSeason = async (plan: SeasonPlan, options: SeasonOptions = {}): Promise<RecordedSeason> => {
  const { steps, engine, recorder } = recording(createVirtualEngine({ calendar: options.calendar ?? CALENDAR }));
  await playSeason(plan, recorder, options);
  return { steps, engine };
};

/**
 * Sends a recorded season to another engine, step by step and without reading a state. Repeating it from the start is
 * safe: what was done already answers as before, so a load that was killed goes on where it stopped.
 * Throws when the engine answers otherwise than the rehearsal did.
 */
export const replaySeason = async (
  steps: readonly Step[],
  engine: Pick<Engine, 'send' | 'advanceTo'>,
  onStep?: (done: number, total: number) => void,
): Promise<void> => {
  for (const [index, step] of steps.entries()) {
    if (step.kind === 'advance') await engine.advanceTo(step.to);
    else {
      const { envelope, accepted } = step;
      const outcome = await engine.send(envelope);
      if ((outcome.kind === 'accepted') !== accepted)
        throw new Error(`${envelope.commandId} (${envelope.command.type}) was ${outcome.kind}`);
    }
    onStep?.(index + 1, steps.length);
  }
};

/** The season as the shipped sample stands: the plan with its sample's behaviours, and when to stop. Null without a sample. */
export const sampleOf = (plan: SeasonPlan): { readonly plan: SeasonPlan; readonly until: Instant } | null => {
  if (!plan.sample) return null;
  const { day, hour, minute, behaviours } = plan.sample;
  return { plan: withBehaviours(plan, behaviours), until: atHour(day, hour, minute) };
};
