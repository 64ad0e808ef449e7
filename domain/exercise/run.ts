/** The run: opened on the opening day after G6, paused and resumed, closed; what drill and review report back. */
import { z } from 'zod';
import type { CommandMeta, Context, Fact } from '../decider.ts';
import { programmesCounting } from '../programme/counting.ts';
import { Rejection } from '../rejection.ts';
import { allow, systemOnly } from '../rights.ts';
import type { EntityId } from '../streams.ts';
import { Reason } from '../text.ts';
import { dayOf } from '../time.ts';
import { requireActive } from './checklist.ts';
import { decideItems, endItemsOf, evolveItems, ItemCommand, type ItemEvent } from './content-items.ts';
import { decideObservations, evolveObservations, ObservationCommand, type ObservationEvent } from './observations.ts';
import { bodyIn, standingAgency } from './rights.ts';
import { pausedSince, stageCount } from './run-state.ts';
import {
  currentStage,
  decideStages,
  evolveStages,
  requirePhase,
  requirePlaying,
  StageCommand,
  type StageEvent,
} from './stages.ts';
import type { ExerciseState } from './state.ts';

export const RunCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('OpenRun') }),
  z.strictObject({ type: z.literal('PauseRun'), reason: Reason }),
  z.strictObject({ type: z.literal('ResumeRun') }),
  z.strictObject({ type: z.literal('CloseRun') }),
  ...StageCommand.options,
  ...ItemCommand.options,
  ...ObservationCommand.options,
]);
export type RunCommand = z.infer<typeof RunCommand>;

export type RunFollowUp =
  | { readonly type: 'NoteDrillResult'; readonly present: number; readonly ordered: number }
  | { readonly type: 'NoteReviewResult'; readonly points: number; readonly grade: string };

export type RunEvent =
  | { readonly type: 'RunOpened' }
  | { readonly type: 'RunPaused'; readonly reason: string }
  | { readonly type: 'RunResumed' }
  /** `programmes`: those that count this exercise; left out where there are none. */
  | { readonly type: 'RunClosed'; readonly programmes?: readonly EntityId[] }
  | { readonly type: 'DrillResultNoted'; readonly present: number; readonly ordered: number }
  | { readonly type: 'ReviewResultNoted'; readonly points: number; readonly grade: string }
  | StageEvent
  | ItemEvent
  | ObservationEvent;

export const decideRun = (
  command: RunCommand | RunFollowUp,
  state: ExerciseState,
  meta: CommandMeta,
  context: Context,
): RunEvent[] => {
  if (command.type === 'NoteDrillResult') {
    systemOnly(meta.by, command.type);
    return [{ type: 'DrillResultNoted', present: command.present, ordered: command.ordered }];
  }
  if (command.type === 'NoteReviewResult') {
    systemOnly(meta.by, command.type);
    return [{ type: 'ReviewResultNoted', points: command.points, grade: command.grade }];
  }
  requireActive(state);
  const leaders = [bodyIn(state, 'SB'), standingAgency(state)];
  switch (command.type) {
    case 'OpenRun': {
      allow(meta.by, leaders);
      requirePhase(state, 'ready', command.type);
      const today = dayOf(meta.at);
      if (state.startDate && today < state.startDate)
        throw new Rejection('before-opening-day', { startDate: state.startDate, today });
      return [{ type: 'RunOpened' }];
    }
    case 'PauseRun':
      allow(meta.by, leaders);
      requirePhase(state, 'running', command.type);
      requirePlaying(state);
      return [{ type: 'RunPaused', reason: command.reason }];
    case 'ResumeRun':
      allow(meta.by, leaders);
      requirePhase(state, 'running', command.type);
      if (!pausedSince(state.run)) throw new Rejection('run-not-paused');
      return [{ type: 'RunResumed' }];
    case 'CloseRun': {
      allow(meta.by, leaders);
      requirePhase(state, 'running', command.type);
      const of = stageCount(state.run);
      if (state.stages.length < of) throw new Rejection('stages-open', { done: state.stages.length, of });
      const programmes = programmesCounting(context, state, dayOf(meta.at));
      return [{ type: 'RunClosed', ...(programmes.length > 0 ? { programmes } : {}) }];
    }
    case 'PlanStages':
    case 'StartStage':
    case 'EndStage':
      return decideStages(command, state, meta);
    case 'StartItem':
    case 'EndItem':
      return decideItems(command, state, meta);
    case 'RecordObservation':
    case 'AmendObservation':
      return decideObservations(command, state, meta);
    default:
      return command satisfies never;
  }
};

/** A stage that ends, because it is said so, the next one starts or the run closes, ends its items too. */
const endStage = (state: ExerciseState, fact: Fact<RunEvent>): ExerciseState => {
  const stage = currentStage(state);
  return stage === null ? state : endItemsOf(state, stage, fact.at);
};

const endPause = (state: ExerciseState, fact: Fact<RunEvent>): ExerciseState => {
  const pauses = state.run.pauses.map((pause) => (pause.until === null ? { ...pause, until: fact.at } : pause));
  return { ...state, run: { ...state.run, pauses } };
};

export const evolveRun = (state: ExerciseState, fact: Fact<RunEvent>): ExerciseState => {
  const { run } = state;
  switch (fact.type) {
    case 'RunOpened':
      return { ...state, phase: 'running', run: { ...run, openedAt: fact.at } };
    case 'RunPaused':
      return {
        ...state,
        run: { ...run, pauses: [...run.pauses, { from: fact.at, until: null, reason: fact.reason }] },
      };
    case 'RunResumed':
      return endPause(state, fact);
    case 'RunClosed': {
      const stage = currentStage(state);
      const ended = endPause(endStage(state, fact), fact);
      const stageEnds = stage === null ? ended.run.stageEnds : { ...ended.run.stageEnds, [stage]: fact.at };
      const { programmes = [] } = fact;
      return { ...ended, phase: 'reviewing', run: { ...ended.run, stageEnds, closedAt: fact.at }, programmes };
    }
    case 'DrillResultNoted':
      return { ...state, drill: { present: fact.present, ordered: fact.ordered } };
    case 'ReviewResultNoted':
      return { ...state, review: { points: fact.points, grade: fact.grade } };
    case 'StageStarted':
    case 'StageEnded':
      return evolveStages(endStage(state, fact), fact);
    case 'StagesPlanned':
      return evolveStages(state, fact);
    case 'ItemStarted':
    case 'ItemEnded':
      return evolveItems(state, fact);
    case 'ObservationRecorded':
    case 'ObservationAmended':
      return evolveObservations(state, fact);
    default:
      return fact satisfies never;
  }
};
