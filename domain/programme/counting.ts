/** Which programmes count an exercise: asked when its run is closed, and told then and whenever drill or review add to it. */
import { statesIn } from '../context.ts';
import type { Context, FollowUp } from '../decider.ts';
import { isSuperior } from '../organisation/lookup.ts';
import type { OrgUnitId } from '../people.ts';
import { type EntityId, entityOf, streamId } from '../streams.ts';
import type { LocalDate } from '../time.ts';

/** Programmes in force that day, of the unit or of one above it, with an indicator that is made of exercises; by id. */
export const programmesCounting = (
  context: Context,
  { orgUnit, superiorUnit }: { readonly orgUnit: OrgUnitId | null; readonly superiorUnit: OrgUnitId | null },
  day: LocalDate,
): EntityId[] =>
  statesIn(context, 'programme').flatMap(([stream, { phase, term, orgUnit: leads, indicators }]) => {
    const isOpen = phase === 'inForce' && term !== null && term.from <= day && day <= term.to;
    if (!isOpen || leads === null || orgUnit === null) return [];
    const isOver = leads === orgUnit || leads === superiorUnit || isSuperior(context.organisation, leads, orgUnit, day);
    const counts = Object.values(indicators).some(({ source }) => source.kind !== 'reported');
    return isOver && counts ? [entityOf(stream)] : [];
  });

/** Asks the programmes to read the files of an exercise again. */
export const countAgain = (programmes: readonly EntityId[], exercise: EntityId): FollowUp[] =>
  programmes.map((id) => ({ stream: streamId('programme', id), command: { type: 'CountExercise', exercise } }));
