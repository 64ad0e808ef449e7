/** Rows of an after-action review: the review, and its corrective actions. */
import type { ReviewState } from '../../domain/review/index.ts';
import { entityOf } from '../../domain/streams.ts';
import type { Change } from './change.ts';
import { projectReminders } from './reminders.ts';
import type { Rows } from './rows.ts';
import { reviewBodies } from './taking-part.ts';

export function projectReview({ stream, before, after, facts, phase, closed }: Change<ReviewState>): Rows {
  if (after.exercise === null) return {};
  const id = entityOf(stream);
  const { actions, ...review } = after;
  return {
    ...projectReminders(stream, facts),
    review: [
      {
        id,
        exercise_id: after.exercise,
        phase,
        grade: after.result?.grade ?? null,
        version: after.version,
        closed,
        ...reviewBodies(after),
        doc: review,
      },
    ],
    corrective_action: Object.values(actions)
      .filter((action) => before.actions[action.id] !== action)
      .map((action) => ({
        review_id: id,
        id: action.id,
        owner: action.owner,
        due: action.due,
        state: action.status,
        doc: action,
      })),
  };
}
