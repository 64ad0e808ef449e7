/**
 * Who may do what to an exercise (domain guide §2). Bodies are looked up in the exercise's own file: a commune
 * exercise is led by the standing agency and boards of its superior.
 */
import { type Actor, type BodyCode, type BodyId, bodyId, type OrgUnitId } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { allow } from '../rights.ts';
import type { ExerciseType } from '../template/index.ts';
import type { ExerciseState, Task } from './state.ts';

/** Codes that belong to the superior when a commune or a workplace exercises under a city. */
const OF_SUPERIOR: readonly BodyCode[] = ['SC', 'MPC', 'SA', 'SB', 'DB'];

const isCommuneLevel = (type: ExerciseType): boolean => type === 'communeCombatExercise' || type === 'selfDefenceUnit';

/** The body that answers for a code in this exercise. */
export const bodyFor = (
  code: BodyCode,
  exercise: { type: ExerciseType; orgUnit: OrgUnitId; superiorUnit: OrgUnitId },
): BodyId =>
  bodyId(isCommuneLevel(exercise.type) && OF_SUPERIOR.includes(code) ? exercise.superiorUnit : exercise.orgUnit, code);

export const bodyIn = (state: ExerciseState, code: BodyCode): BodyId => {
  if (state.type === null || state.orgUnit === null || state.superiorUnit === null)
    throw new Rejection('exercise-unknown', {});
  return (
    state.owners[code] ?? bodyFor(code, { type: state.type, orgUnit: state.orgUnit, superiorUnit: state.superiorUnit })
  );
};

/** The standing agency runs the file: the military command of the city, the commune's own command for a commune. */
export const standingAgency = (state: ExerciseState): BodyId =>
  bodyIn(state, state.type !== null && isCommuneLevel(state.type) ? 'CMC' : 'SA');

/** Bodies that may verify a task: never the body that owns it (domain guide §2). */
export const verifiersOf = (state: ExerciseState, task: Task): BodyId[] =>
  [standingAgency(state), bodyIn(state, 'SA'), bodyIn(state, 'SB')].filter((body) => body !== task.owner);

/** Who holds a submitted task now: the first body that may verify it. */
export const holderOf = (state: ExerciseState, task: Task): BodyId =>
  task.status === 'submitted' ? (verifiersOf(state, task)[0] ?? bodyIn(state, 'SB')) : task.owner;

/** Who may open a file: the party committee or command of the locality, or of its superior. */
export const allowOpening = (by: Actor, type: ExerciseType, orgUnit: OrgUnitId, superiorUnit: OrgUnitId): void => {
  const own = isCommuneLevel(type) ? (['COM', 'CMC', 'MPC', 'SA'] as const) : (['MPC', 'SA'] as const);
  const allowed = [
    ...own.map((code) => bodyId(orgUnit, code)),
    ...(['MPC', 'SA'] as const).map((code) => bodyId(superiorUnit, code)),
  ];
  allow(by, allowed);
};
