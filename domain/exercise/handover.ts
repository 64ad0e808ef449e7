/** A task goes from one person to another within the body that owns it. Persons are opaque references. */
import { z } from 'zod';
import type { CommandMeta, Fact } from '../decider.ts';
import { PersonRef } from '../people.ts';
import { allow } from '../rights.ts';
import { Reason } from '../text.ts';
import { requireActive, requireStatus, TaskCode, taskOf, UNDONE } from './checklist.ts';
import { type ExerciseState, withTask } from './state.ts';

export const HandOverCommand = z.strictObject({
  type: z.literal('HandOverTask'),
  task: TaskCode,
  person: PersonRef,
  reason: Reason.optional(),
});
export type HandOverCommand = z.infer<typeof HandOverCommand>;

export interface TaskHandedOver {
  readonly type: 'TaskHandedOver';
  readonly task: string;
  readonly from: PersonRef | null;
  readonly person: PersonRef;
  readonly reason: string | null;
}

/** Any member of the owner's body hands over what is not handed in; nothing happens when that person holds it already. */
export const decideHandOver = (command: HandOverCommand, state: ExerciseState, meta: CommandMeta): TaskHandedOver[] => {
  requireActive(state);
  const task = taskOf(state, command.task);
  allow(meta.by, [task.owner]);
  requireStatus(task, UNDONE, 'handOver');
  if (task.person === command.person) return [];
  const { person, reason = null } = command;
  return [{ type: 'TaskHandedOver', task: task.code, from: task.person, person, reason }];
};

/** Who takes over accepts anew; what was started stays started. */
export const evolveHandOver = (state: ExerciseState, fact: Fact<TaskHandedOver>): ExerciseState => {
  const task = state.tasks[fact.task];
  if (!task) return state;
  const accepted = task.accepted?.person === fact.person ? task.accepted : null;
  return withTask(state, { ...task, person: fact.person, accepted });
};
