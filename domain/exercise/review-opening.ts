/** What the file of an exercise gives its review to begin with; observations the review reads from the file itself. */
import { type BodyId, bodyId, type PersonRef } from '../people.ts';
import type { OpenReview } from '../review/opening.ts';
import type { EntityId } from '../streams.ts';
import { bodyIn } from './rights.ts';
import type { ExerciseState } from './state.ts';

/** Null for a file that was never drafted. */
export const openReviewOf = (id: EntityId, state: ExerciseState): OpenReview | null => {
  const { orgUnit, superiorUnit, scoreSheet: sheet, ladder } = state;
  if (!orgUnit || !superiorUnit) return null;
  const agencies = [bodyIn(state, 'SA'), bodyId(orgUnit, 'SA'), bodyIn(state, 'CMC')];
  return {
    type: 'OpenReview',
    exercise: id,
    orgUnit,
    superiorUnit,
    sheet,
    ladder,
    bodies: { directing: bodyIn(state, 'DB'), steering: bodyIn(state, 'SB'), agencies: [...new Set(agencies)] },
    scoredBodies: Object.fromEntries(
      sheet.domains.map(({ code, bodies = [] }) => [code, bodies.map((body) => bodyIn(state, body))]),
    ),
    members: membersOf(state),
    startDate: state.startDate,
    endDate: state.endDate,
    parentId: state.parentId,
    isPilot: state.isPilot,
    ...(state.programmes.length > 0 ? { programmes: state.programmes } : {}),
  };
};

/** Persons who took or handed in tasks, by the body they did it for. */
const membersOf = (state: ExerciseState): Record<BodyId, PersonRef[]> => {
  const members: Record<BodyId, PersonRef[]> = {};
  for (const { startedBy, submission } of Object.values(state.tasks))
    for (const actor of [startedBy, submission?.by])
      if (actor) members[actor.body] = [...new Set([...(members[actor.body] ?? []), actor.person])];
  return members;
};
