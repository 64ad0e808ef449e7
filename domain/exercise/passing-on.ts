/** A task that goes from one body to another, whatever event moves it: assignment, a new version of the template, a reform. */
import type { BodyId } from '../people.ts';
import type { Instant } from '../time.ts';
import type { Task } from './state.ts';

/** To be accepted and taken anew by the new body. What was handed in stays so, and who had taken it stays on record. */
export const passedOn = (task: Task, owner: BodyId, at: Instant): Task => ({
  ...task,
  owner,
  status: task.status === 'started' ? 'open' : task.status,
  startedBy: task.status === 'submitted' ? task.startedBy : null,
  accepted: null,
  person: null,
  since: at,
});
