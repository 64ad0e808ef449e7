/** Observations of the run that reach the review after it opened; those made before come with its opening. */
import type { CommandMeta, Fact } from '../decider.ts';
import type { Observation } from '../exercise/run-state.ts';
import { systemOnly } from '../rights.ts';
import type { ReviewState } from './state.ts';

/** Sent by the exercise for every observation written or amended; the same content twice is noted once. */
export interface NoteObservation {
  readonly type: 'NoteObservation';
  readonly observation: Observation;
}
export interface ObservationNoted {
  readonly type: 'ObservationNoted';
  readonly observation: Observation;
}

const same = (a: Observation, b: Observation): boolean =>
  a.text === b.text && a.seenAt === b.seenAt && a.item === b.item && a.criterion === b.criterion && a.kind === b.kind;

export const decideObservation = (
  { type, observation }: NoteObservation,
  state: ReviewState,
  meta: CommandMeta,
): ObservationNoted[] => {
  systemOnly(meta.by, type);
  const known = state.observations.find(({ id }) => id === observation.id);
  return known && same(known, observation) ? [] : [{ type: 'ObservationNoted', observation }];
};

export const evolveObservation = (state: ReviewState, { observation }: Fact<ObservationNoted>): ReviewState => ({
  ...state,
  observations: state.observations.some(({ id }) => id === observation.id)
    ? state.observations.map((each) => (each.id === observation.id ? observation : each))
    : [...state.observations, observation],
});
