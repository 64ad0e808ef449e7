/** The run: opened on the opening day after G6, three stages, closed; what the drill and the review report back. */
import { z } from 'zod';
import type { CommandMeta, Fact } from '../decider.ts';
import { Rejection } from '../rejection.ts';
import { allow, systemOnly } from '../rights.ts';
import { text } from '../text.ts';
import { dayOf } from '../time.ts';
import { requireActive } from './checklist.ts';
import { bodyIn, standingAgency } from './rights.ts';
import type { ExerciseState } from './state.ts';

export const STAGES = 3;

export const RunCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('OpenRun') }),
  z.strictObject({ type: z.literal('StartStage'), stage: z.int().min(1).max(STAGES), note: text(300).optional() }),
  z.strictObject({ type: z.literal('CloseRun') }),
]);
export type RunCommand = z.infer<typeof RunCommand>;

export type RunFollowUp =
  | { readonly type: 'NoteDrillResult'; readonly present: number; readonly ordered: number }
  | { readonly type: 'NoteReviewResult'; readonly points: number; readonly grade: string };

export type RunEvent =
  | { readonly type: 'RunOpened' }
  | { readonly type: 'StageStarted'; readonly stage: number; readonly note: string | null }
  | { readonly type: 'RunClosed' }
  | { readonly type: 'DrillResultNoted'; readonly present: number; readonly ordered: number }
  | { readonly type: 'ReviewResultNoted'; readonly points: number; readonly grade: string };

const requirePhase = (state: ExerciseState, phase: ExerciseState['phase'], action: string): void => {
  if (state.phase !== phase) throw new Rejection('exercise-phase', { phase: state.phase, needs: phase, action });
};

export const decideRun = (command: RunCommand | RunFollowUp, state: ExerciseState, meta: CommandMeta): RunEvent[] => {
  if (command.type === 'NoteDrillResult') {
    systemOnly(meta.by, command.type);
    return [{ type: 'DrillResultNoted', present: command.present, ordered: command.ordered }];
  }
  if (command.type === 'NoteReviewResult') {
    systemOnly(meta.by, command.type);
    return [{ type: 'ReviewResultNoted', points: command.points, grade: command.grade }];
  }
  requireActive(state);
  switch (command.type) {
    case 'OpenRun': {
      allow(meta.by, [bodyIn(state, 'SB'), standingAgency(state)]);
      requirePhase(state, 'ready', command.type);
      const today = dayOf(meta.at);
      if (state.startDate && today < state.startDate)
        throw new Rejection('before-opening-day', { startDate: state.startDate, today });
      return [{ type: 'RunOpened' }];
    }
    case 'StartStage':
      allow(meta.by, [bodyIn(state, 'SB'), bodyIn(state, 'DB'), standingAgency(state)]);
      requirePhase(state, 'running', command.type);
      if (command.stage !== state.stages.length + 1)
        throw new Rejection('stage-order', { stage: command.stage, next: state.stages.length + 1 });
      return [{ type: 'StageStarted', stage: command.stage, note: command.note ?? null }];
    case 'CloseRun':
      allow(meta.by, [bodyIn(state, 'SB'), standingAgency(state)]);
      requirePhase(state, 'running', command.type);
      if (state.stages.length < STAGES) throw new Rejection('stages-open', { done: state.stages.length, of: STAGES });
      return [{ type: 'RunClosed' }];
    default:
      return command satisfies never;
  }
};

export const evolveRun = (state: ExerciseState, fact: Fact<RunEvent>): ExerciseState => {
  switch (fact.type) {
    case 'RunOpened':
      return { ...state, phase: 'running' };
    case 'StageStarted':
      return { ...state, stages: [...state.stages, { stage: fact.stage, at: fact.at, note: fact.note }] };
    case 'RunClosed':
      return { ...state, phase: 'reviewing' };
    case 'DrillResultNoted':
      return { ...state, drill: { present: fact.present, ordered: fact.ordered } };
    case 'ReviewResultNoted':
      return { ...state, review: { points: fact.points, grade: fact.grade } };
    default:
      return fact satisfies never;
  }
};
