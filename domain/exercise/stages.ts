/** Stages of the run: planned with their content items before the opening, played one after another. */
import { z } from 'zod';
import type { CommandMeta, Fact } from '../decider.ts';
import { Rejection } from '../rejection.ts';
import { allow } from '../rights.ts';
import { text } from '../text.ts';
import { dayOf, Instant, instant, toMs } from '../time.ts';
import { bodyIn, standingAgency } from './rights.ts';
import { ITEM_PARTS, type PlannedStage, pausedSince, stageCount } from './run-state.ts';
import type { ExerciseState } from './state.ts';

/** Widest run that is taken; public practice is 3 stages and 13–31 items (domain guide §3). */
const MOST_STAGES = 12;
const MOST_ITEMS = 60;

export const ItemCode = z
  .string()
  .regex(/^[A-Z0-9][A-Za-z0-9.-]{0,11}$/)
  .meta({ description: 'Code of a content item', example: 'ND01' });

const Item = z.strictObject({
  item: ItemCode,
  label: text(60).meta({ description: 'Short opaque label; never scenario content', example: 'A2' }),
  part: z.enum(ITEM_PARTS),
  problem: z.int().min(1).max(60).optional().meta({ description: 'Number of the training problem' }),
  plannedStart: Instant.optional(),
  plannedEnd: Instant.optional(),
});

const Stage = z.strictObject({
  stage: z.int().min(1).max(MOST_STAGES),
  name: text(120).optional(),
  plannedStart: Instant,
  plannedEnd: Instant,
  items: z.array(Item).max(MOST_ITEMS),
});

const StageNumber = z.int().min(1).max(MOST_STAGES);

export const StageCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('PlanStages'), stages: z.array(Stage).min(1).max(MOST_STAGES) }),
  z.strictObject({ type: z.literal('StartStage'), stage: StageNumber, note: text(300).optional() }),
  z.strictObject({ type: z.literal('EndStage'), stage: StageNumber }),
]);
export type StageCommand = z.infer<typeof StageCommand>;

export type StageEvent =
  | { readonly type: 'StagesPlanned'; readonly stages: readonly PlannedStage[] }
  | { readonly type: 'StageStarted'; readonly stage: number; readonly note: string | null }
  | { readonly type: 'StageEnded'; readonly stage: number };

export const requirePhase = (state: ExerciseState, phase: ExerciseState['phase'], action: string): void => {
  if (state.phase !== phase) throw new Rejection('exercise-phase', { phase: state.phase, needs: phase, action });
};

/** While the run rests nothing of it begins. */
export const requirePlaying = (state: ExerciseState): void => {
  const pause = pausedSince(state.run);
  if (pause) throw new Rejection('run-paused', { reason: pause.reason });
};

/** The stage being played, null before the first, between two, and after the last has ended. */
export const currentStage = (state: ExerciseState): number | null => {
  const last = state.stages.at(-1)?.stage ?? null;
  return last === null || state.run.stageEnds[last] ? null : last;
};

type PlannedInput = Extract<StageCommand, { type: 'PlanStages' }>['stages'];

/** Stages are numbered from 1 and follow each other within the days of the exercise; items have codes of their own. */
const checkPlan = (stages: PlannedInput, state: ExerciseState): void => {
  const wrong = (stage: number, rule: string): never => {
    throw new Rejection('stage-plan-wrong', { stage, fault: rule });
  };
  const seen = new Set<string>();
  let before: Instant | null = null;
  stages.forEach(({ stage, plannedStart, plannedEnd, items }, index) => {
    if (stage !== index + 1) wrong(stage, 'numbering');
    if (plannedEnd <= plannedStart) wrong(stage, 'end-before-start');
    if (before !== null && plannedStart < before) wrong(stage, 'overlap');
    const { startDate, endDate } = state;
    if (startDate && endDate && (dayOf(plannedStart) < startDate || dayOf(plannedEnd) > endDate))
      wrong(stage, 'outside-days');
    before = plannedEnd;
    for (const item of items) {
      if (seen.has(item.item)) wrong(stage, 'same-item');
      seen.add(item.item);
      const [from, until] = [item.plannedStart ?? plannedStart, item.plannedEnd ?? plannedEnd];
      if (from < plannedStart || until > plannedEnd || until < from) wrong(stage, 'item-outside');
    }
  });
  if (seen.size < 1 || seen.size > MOST_ITEMS)
    throw new Rejection('items-count', { count: seen.size, most: MOST_ITEMS });
};

export const decideStages = (command: StageCommand, state: ExerciseState, meta: CommandMeta): StageEvent[] => {
  allow(meta.by, [bodyIn(state, 'SB'), bodyIn(state, 'DB'), standingAgency(state)]);
  switch (command.type) {
    case 'PlanStages':
      if (state.run.openedAt) throw new Rejection('run-plan-fixed', { phase: state.phase });
      checkPlan(command.stages, state);
      return [{ type: 'StagesPlanned', stages: command.stages.map(planned) }];
    case 'StartStage': {
      requirePhase(state, 'running', command.type);
      requirePlaying(state);
      const [next, of] = [state.stages.length + 1, stageCount(state.run)];
      if (next > of) throw new Rejection('stages-played', { of });
      if (command.stage !== next) throw new Rejection('stage-order', { stage: command.stage, next });
      return [{ type: 'StageStarted', stage: command.stage, note: command.note ?? null }];
    }
    case 'EndStage':
      requirePhase(state, 'running', command.type);
      if (currentStage(state) !== command.stage) throw new Rejection('stage-not-running', { stage: command.stage });
      return [{ type: 'StageEnded', stage: command.stage }];
    default:
      return command satisfies never;
  }
};

const planned = ({ stage, name, plannedStart, plannedEnd, items }: PlannedInput[number]): PlannedStage => ({
  stage,
  name: name ?? null,
  plannedStart,
  plannedEnd,
  items: items.map(({ item, label, part, problem, plannedStart: from, plannedEnd: until }) => ({
    item,
    label,
    part,
    problem: problem ?? null,
    plannedStart: from ?? null,
    plannedEnd: until ?? null,
  })),
});

export const evolveStages = (state: ExerciseState, fact: Fact<StageEvent>): ExerciseState => {
  const { run } = state;
  switch (fact.type) {
    case 'StagesPlanned':
      return { ...state, run: { ...run, plan: fact.stages } };
    case 'StageStarted': {
      const before = currentStage(state);
      const stageEnds = before === null ? run.stageEnds : { ...run.stageEnds, [before]: fact.at };
      const stages = [...state.stages, { stage: fact.stage, at: fact.at, note: fact.note }];
      return { ...state, stages, run: { ...run, stageEnds } };
    }
    case 'StageEnded':
      return { ...state, run: { ...run, stageEnds: { ...run.stageEnds, [fact.stage]: fact.at } } };
    default:
      return fact satisfies never;
  }
};

const DAY_MS = 86_400_000;
/** A plan of stages on days that moved: each hour stays, its day goes with the opening day. */
export const shiftedPlan = (plan: readonly PlannedStage[], days: number): readonly PlannedStage[] => {
  const shift = <T extends Instant | null>(at: T): T => (at === null ? at : (instant(toMs(at) + days * DAY_MS) as T)); // an instant stays one
  return plan.map((stage) => ({
    ...stage,
    plannedStart: shift(stage.plannedStart),
    plannedEnd: shift(stage.plannedEnd),
    items: stage.items.map((item) => ({
      ...item,
      plannedStart: shift(item.plannedStart),
      plannedEnd: shift(item.plannedEnd),
    })),
  }));
};
