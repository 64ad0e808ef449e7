/** What later exercises tell of an action: that it stands at the head of their file, and how it fared there. */
import type { CommandMeta, Fact } from '../decider.ts';
import { freshLadder } from '../ladder/index.ts';
import { systemOnly } from '../rights.ts';
import type { EntityId } from '../streams.ts';
import type { Instant } from '../time.ts';
import { withAction } from './actions.ts';
import { isSettled, type ReviewState } from './state.ts';

/** Both are sent by exercises, and never refused: of an action that is not known nothing is noted. */
export type RetestFollowUp =
  | { readonly type: 'NoteCarried'; readonly action: string; readonly into: EntityId }
  | {
      readonly type: 'NoteRetest';
      readonly action: string;
      readonly exercise: EntityId;
      readonly passed: boolean;
      readonly at: Instant;
      readonly note: string;
    };

export type RetestEvent =
  | { readonly type: 'CarryNoted'; readonly action: string; readonly into: EntityId }
  | {
      readonly type: 'ActionRetested';
      readonly action: string;
      readonly exercise: EntityId;
      readonly passed: boolean;
      readonly retestedAt: Instant;
      readonly note: string;
    };

export const decideRetest = (command: RetestFollowUp, state: ReviewState, meta: CommandMeta): RetestEvent[] => {
  systemOnly(meta.by, command.type);
  const action = state.actions[command.action];
  if (!action) return [];
  if (command.type === 'NoteCarried')
    return action.carriedTo.includes(command.into)
      ? []
      : [{ type: 'CarryNoted', action: action.id, into: command.into }];
  const { exercise, passed, at, note } = command;
  return [{ type: 'ActionRetested', action: action.id, exercise, passed, retestedAt: at, note }];
};

/** Passed closes the action; failed opens it again with its old deadline, until the board sets another or it is carried on. */
export const evolveRetest = (state: ReviewState, fact: Fact<RetestEvent>): ReviewState => {
  const action = state.actions[fact.action];
  if (!action) return state;
  if (fact.type === 'CarryNoted')
    return withAction(state, action.id, { carriedInto: fact.into, carriedTo: [...action.carriedTo, fact.into] });
  const { exercise, passed, retestedAt: at, note } = fact;
  const retests = [...action.retests, { exercise, passed, at, note }];
  if (isSettled(action)) return withAction(state, action.id, { retests });
  return withAction(
    state,
    action.id,
    passed ? { status: 'closed', retests } : { status: 'open', retests, ladder: freshLadder(fact.at) },
  );
};
