/**
 * Who may do what to an exercise (domain guide §2). Bodies are looked up in the exercise's own file: a commune
 * exercise is led by the standing agency and boards of its superior.
 */
import { type Actor, BODY_CODES, type BodyCode, type BodyId, bodyId, type OrgUnitId, unitOf } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { allow } from '../rights.ts';
import type { ExerciseType } from '../template/index.ts';
import type { ExerciseState, Task } from './state.ts';

/** Codes that belong to the superior when a commune or a workplace exercises under a city. */
const OF_SUPERIOR: readonly BodyCode[] = ['SC', 'MPC', 'SA', 'SB', 'DB'];

/** Exercises that a superior leads; the others are a city's or a region's, and lead themselves. */
export const isCommuneLevel = (type: ExerciseType): boolean =>
  type === 'communeCombatExercise' || type === 'selfDefenceUnit';

/** The body that answers for a code in this exercise. */
export const bodyFor = (
  code: BodyCode,
  exercise: { type: ExerciseType; orgUnit: OrgUnitId; superiorUnit: OrgUnitId },
): BodyId =>
  bodyId(isCommuneLevel(exercise.type) && OF_SUPERIOR.includes(code) ? exercise.superiorUnit : exercise.orgUnit, code);

/** As much of a file as says which bodies answer in it. */
export type Led = Pick<ExerciseState, 'type' | 'orgUnit' | 'superiorUnit' | 'owners'>;

export const bodyIn = (state: Led, code: BodyCode): BodyId => {
  if (state.type === null || state.orgUnit === null || state.superiorUnit === null)
    throw new Rejection('exercise-unknown', {});
  return (
    state.owners[code] ?? bodyFor(code, { type: state.type, orgUnit: state.orgUnit, superiorUnit: state.superiorUnit })
  );
};

/** The codes under which a body answers in a file. */
export const rolesIn = (state: Led, body: BodyId): BodyCode[] =>
  BODY_CODES.filter((code) => bodyIn(state, code) === body);

/** The standing agency runs the file: the military command of the city, the commune's own command for a commune. */
export const standingAgency = (state: Led): BodyId =>
  bodyIn(state, state.type !== null && isCommuneLevel(state.type) ? 'CMC' : 'SA');

/**
 * Refuses bodies that a plan may not name for codes. What the superior leads stays with who has it now, or goes to a body of
 * the superior, unless its own standing agency or party committee plans it otherwise (`role-of-superior`); the steering board,
 * which passes the gates, is none of the bodies that keep the file (`board-keeps-file`).
 */
export const checkOwners = (state: ExerciseState, owners: ExerciseState['owners'], by: Actor): void => {
  const superior = state.superiorUnit;
  const mayLeave = [bodyIn(state, 'SA'), bodyIn(state, 'MPC')].includes(by.body);
  for (const code of OF_SUPERIOR) {
    const body = owners[code];
    const stays = body === bodyIn(state, code);
    if (body && superior && unitOf(body) !== superior && !stays && !mayLeave)
      throw new Rejection('role-of-superior', { role: code, body, superior });
  }
  const planned = { ...state, owners };
  const board = bodyIn(planned, 'SB');
  if (board === bodyIn(planned, 'SA') || board === standingAgency(planned))
    throw new Rejection('board-keeps-file', { body: board });
};

/** Bodies that may verify a task: never the body that owns it (domain guide §2). */
export const verifiersOf = (state: Led, task: Pick<Task, 'owner'>): BodyId[] =>
  [standingAgency(state), bodyIn(state, 'SA'), bodyIn(state, 'SB')].filter((body) => body !== task.owner);

/** Who decides on more time: the steering board, and those above it on what it owes or asked for itself. */
export const extensionDecidersOf = (state: ExerciseState, task: Task): BodyId[] => {
  const steering = bodyIn(state, 'SB');
  const isOwn = task.owner === steering || task.extension?.askedBy.body === steering;
  return isOwn ? [bodyIn(state, 'SC'), bodyIn(state, 'MPC')] : [steering];
};

/** Whose head waives a task: the steering board's, and on what the board owes, those above it. */
export const waiversOf = (state: ExerciseState, task: Task): BodyId[] => {
  const steering = bodyIn(state, 'SB');
  return task.owner === steering ? [bodyIn(state, 'SC'), bodyIn(state, 'MPC')] : [steering];
};

/** Who gives a task to another body: those that keep the file. */
export const assignersOf = (state: ExerciseState): BodyId[] => [
  ...new Set([standingAgency(state), bodyIn(state, 'SA')]),
];

/** Who holds a submitted task now: the first body that may verify it. */
export const holderOf = (state: Led, task: Pick<Task, 'owner' | 'status'>): BodyId =>
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
