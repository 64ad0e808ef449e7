/** Phases in which a file is worked on, and which of them the passed gates give one whose run has not been opened yet. */
import type { GateCode } from '../template/index.ts';
import type { ExerciseState, Gate, Phase } from './state.ts';

/** Phases before the run: papers and gates may still be taken back. */
export const PHASE_BEFORE: readonly Phase[] = ['planned', 'preparing', 'ready'];

/** Phases in which deadlines run; whether the file is postponed is another question. */
export const WORKED_ON: readonly Phase[] = [...PHASE_BEFORE, 'running', 'reviewing'];

/** Phases that a gate leads to when it is passed. */
export const PHASE_AFTER: Partial<Record<GateCode, Phase>> = { G0: 'preparing', G6: 'ready', G9: 'closed' };

/** The phase with these gates passed; unchanged once the run has been opened. */
export const phaseOfGates = (state: ExerciseState, passed: readonly Gate[]): Phase => {
  if (!PHASE_BEFORE.includes(state.phase)) return state.phase;
  return passed.reduce<Phase>((phase, gate) => PHASE_AFTER[gate.code] ?? phase, 'planned');
};
