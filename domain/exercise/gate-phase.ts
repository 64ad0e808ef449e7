/** Which phase the passed gates give a file that has not been opened yet. */
import type { GateCode } from '../template/index.ts';
import type { ExerciseState, Gate, Phase } from './state.ts';

/** Phases before the run: papers and gates may still be taken back. */
export const PHASE_BEFORE: readonly Phase[] = ['planned', 'preparing', 'ready'];

/** Phases that a gate leads to when it is passed. */
export const PHASE_AFTER: Partial<Record<GateCode, Phase>> = { G0: 'preparing', G6: 'ready', G9: 'closed' };

/** The phase with these gates passed; unchanged once the run has been opened. */
export const phaseOfGates = (state: ExerciseState, passed: readonly Gate[]): Phase => {
  if (!PHASE_BEFORE.includes(state.phase)) return state.phase;
  return passed.reduce<Phase>((phase, gate) => PHASE_AFTER[gate.code] ?? phase, 'planned');
};
