/** What the events of a review ask of exercises. */
import type { Fact, FollowUp } from '../decider.ts';
import { countAgain } from '../programme/counting.ts';
import { entityOf, type StreamId, streamId } from '../streams.ts';
import type { ReviewEvent } from './events.ts';
import { type Action, limitsOf, type ReviewState } from './state.ts';

/** Exercises that carry an ended action need not retest it any more. */
const tellEnd = (state: ReviewState, action: Action, except?: string): FollowUp[] =>
  action.carriedTo
    .filter((id) => id !== except)
    .map((id) => ({
      stream: streamId('exercise', id),
      command: {
        type: 'NoteFindingEnded',
        fromReview: state.exercise,
        action: action.id,
        how: action.status === 'waived' ? 'waived' : 'closed',
      },
    }));

/**
 * The grade goes back to the exercise; a carried action goes to the head of the next exercise's file, its end too; what a
 * pilot commune found goes to its city, for the checklists of those still to go. `state` is the one after the event.
 */
export const react = (fact: Fact<ReviewEvent>, state: ReviewState, stream: StreamId): readonly FollowUp[] => {
  if (!state.exercise) return [];
  switch (fact.type) {
    case 'GradeDecided': {
      const command = { type: 'NoteReviewResult', points: fact.points, grade: fact.grade };
      return [{ stream: streamId('exercise', state.exercise), command }];
    }
    case 'IncidentRecorded':
    case 'IncidentNoted':
      return countAgain(state.programmes, state.exercise);
    case 'ActionCarried': {
      const action = state.actions[fact.action];
      if (!action) return [];
      const { id, text, measure, owner, needsRetest } = action;
      const finding = { fromReview: entityOf(stream), action: id, text, measure, owner, needsRetest };
      return [{ stream: streamId('exercise', fact.into), command: { type: 'ReceiveFinding', finding } }];
    }
    case 'ActionWaived':
    case 'ActionRetested':
    case 'CarryNoted': {
      const action = state.actions[fact.action];
      if (!action || (action.status !== 'waived' && action.status !== 'closed')) return [];
      return tellEnd(state, action, fact.type === 'ActionRetested' ? fact.exercise : undefined);
    }
    case 'ReviewFinished': {
      const lessons = limitsOf(state).map(({ id, text, suggestion }) => ({
        finding: id,
        text,
        ...(suggestion === null ? {} : { suggestion }),
      }));
      return state.isPilot && state.parentId && lessons.length > 0
        ? [
            {
              stream: streamId('exercise', state.parentId),
              command: { type: 'SpreadLessons', from: entityOf(stream), lessons },
            },
          ]
        : [];
    }
    default:
      return [];
  }
};
