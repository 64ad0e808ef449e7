/** Which bodies lead a file and which own work in it: what access is decided by, kept beside the file. */

import type { DrillState } from '../../domain/drill/index.ts';
import { agenciesOf, bodyAfter, steeringOf } from '../../domain/drill/rights.ts';
import type { ExerciseState } from '../../domain/exercise/index.ts';
import { bodyIn, standingAgency } from '../../domain/exercise/rights.ts';
import { type BodyCode, type BodyId, bodyId, type OrgUnitId } from '../../domain/people.ts';
import type { ProgrammeState } from '../../domain/programme/state.ts';
import { actionHolder, bodiesOf, type ReviewState } from '../../domain/review/state.ts';

interface TakingPart {
  readonly leads: readonly BodyId[];
  readonly bodies: readonly BodyId[];
}

/** Each once, in order of id, so that the same file gives the same row. */
const once = (bodies: readonly BodyId[]): BodyId[] => [...new Set(bodies)].sort();

const LEADING: readonly BodyCode[] = ['SA', 'MPC', 'SC', 'PC', 'SB', 'OB', 'DB'];

/** Bodies that a founding paper has put to work. */
const seated = ({ boards, frame }: ExerciseState): BodyCode[] => [
  ...(boards.support ? (['SUP'] as const) : []),
  ...(Object.values(boards).some((board) => (board.subcommittees ?? []).length > 0) ? (['SUB'] as const) : []),
  ...(frame ? (['FRAME'] as const) : []),
];

/** Of an exercise that has been drafted. */
export const exerciseBodies = (state: ExerciseState): TakingPart => ({
  leads: once([standingAgency(state), ...LEADING.map((code) => bodyIn(state, code))]),
  bodies: once([
    ...Object.values(state.tasks).map(({ owner }) => owner),
    ...state.issues.map(({ owner }) => owner),
    ...state.carried.flatMap(({ owner }) => owner ?? []),
    ...seated(state).map((code) => bodyIn(state, code)),
  ]),
});

const LOCAL = ['CMC', 'COM'] as const;

/** Of a drill that has been prepared: who keeps it, who keeps a station, and who answers for a unit that musters. */
export const drillBodies = (state: DrillState): TakingPart => {
  const units = new Set([
    ...[state.rows, state.quotas, state.registers].flatMap((rows) => Object.values(rows).map(({ unit }) => unit)),
    ...Object.values(state.stations).flatMap((station) => station.units),
  ]);
  return {
    leads: once([...agenciesOf({ ...state, phase: 'open' }), steeringOf({ ...state, phase: 'open' })]),
    bodies: once([
      ...Object.values(state.stations).map(({ keeper }) => keeper),
      ...[...units].flatMap((unit) =>
        LOCAL.map((code) => bodyAfter(bodyId(unit, code), state.heirs, state.successors)),
      ),
    ]),
  };
};

/** Of a review that has been opened: its panel, and who scores, is judged, or owes something. */
export const reviewBodies = (state: ReviewState): TakingPart => {
  const panel = bodiesOf(state);
  return {
    leads: once(panel ? [panel.directing, panel.steering, ...panel.agencies] : []),
    bodies: once([
      ...Object.values(state.actions).flatMap((action) => [action.owner, actionHolder(state, action)]),
      ...Object.values(state.scorers).flatMap((scorers) => scorers.map(({ body }) => body)),
      ...state.proposals.map(({ owner }) => owner),
    ]),
  };
};

/** Of a programme that has been opened: its keepers and approvers; its parties, who reports, and who owes work. */
export const programmeBodies = (state: ProgrammeState): TakingPart => {
  const reporting = new Set(
    Object.values(state.values).flatMap((periods) =>
      Object.values(periods).flatMap((entries) => Object.keys(entries).filter((unit) => unit !== '')),
    ),
  );
  return {
    leads: once([...state.keepers, ...state.approvers]),
    bodies: once([
      ...state.parties,
      ...Object.values(state.indicators).map(({ owner }) => owner),
      ...Object.values(state.recommendations).map(({ owner }) => owner),
      ...[...reporting].flatMap((unit) => LOCAL.map((code) => bodyId(unit as OrgUnitId, code))), // checked when reported
    ]),
  };
};
