/** Who may send a file as proof of a task, and when: who could hand in or revise that proof, and nothing of a secret item. */
import type { Actor } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { allow } from '../rights.ts';
import { requireActive, requireStatus, taskOf, UNDONE } from './checklist.ts';
import { refuseUpload } from './classify.ts';
import type { ExerciseState } from './state.ts';

/**
 * Refuses a file for a task with the rejection that its proof would meet: `task-unknown`, `not-your-body`, `task-status`
 * (waived), `gate-passed-evidence`, and `secret-upload` where the task or the whole exercise is a state secret (Law
 * 117/2025/QH15). A task that waits for others takes files already: they are handed in when its turn comes.
 */
export const requireUpload = (state: ExerciseState, code: string, by: Actor): void => {
  requireActive(state);
  const task = taskOf(state, code);
  allow(by, [task.owner]);
  refuseUpload(state, code);
  requireStatus(task, [...UNDONE, 'submitted', 'verified'], 'submit');
  const handedIn = task.status === 'submitted' || task.status === 'verified';
  if (handedIn && state.gates.some((gate) => gate.code === task.gate && gate.passed))
    throw new Rejection('gate-passed-evidence', { task: task.code, gate: task.gate });
};
