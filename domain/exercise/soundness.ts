/** Whether a checklist that was changed can still be carried out: no cycle, no deadline before a predecessor's, gates in order. */
import { formatOffset } from '../calendar/index.ts';
import { Rejection } from '../rejection.ts';
import { checkPlan, type Plan, type PlanFault } from '../template/index.ts';
import type { Gate, Task } from './state.ts';

/** As much of a checklist as can be unsound. */
export interface Checklist {
  readonly tasks: Readonly<Record<string, Pick<Task, 'code' | 'after' | 'offset' | 'gate'>>>;
  readonly gates: readonly Pick<Gate, 'code' | 'gateTask'>[];
}

const planOf = ({ tasks, gates }: Checklist): Plan => ({
  tasks: Object.values(tasks).map(({ code, after, offset, gate }) => ({ code, after, due: offset, gate })),
  gates,
});

const keyOf = (fault: PlanFault): string => JSON.stringify(fault);

/** Faults that the change brought; those that were there before are not its own. */
export const newFaults = (before: Checklist, after: Checklist): PlanFault[] => {
  const old = new Set(checkPlan(planOf(before)).map(keyOf));
  return checkPlan(planOf(after)).filter((fault) => !old.has(keyOf(fault)));
};

/**
 * Throws for the first fault that a change brought: `task-cycle` with the path, `task-unknown`, `predecessor-in-later-gate`,
 * `due-before-predecessor`, `gate-task-not-last`.
 */
export const requireSound = (before: Checklist, after: Checklist): void => {
  const faults = newFaults(before, after);
  // a cycle first: it brings the tasks behind it along
  const fault = faults.find(({ kind }) => kind === 'cycle') ?? faults.find(({ kind }) => kind !== 'dead-task');
  if (fault) throw rejectionOf(fault, after.tasks);
};

const rejectionOf = (fault: PlanFault, tasks: Checklist['tasks']): Rejection => {
  switch (fault.kind) {
    case 'cycle':
      return new Rejection('task-cycle', { path: fault.path.join(' → ') });
    case 'unknown-predecessor':
      return new Rejection('task-unknown', { task: fault.predecessor });
    case 'predecessor-in-later-gate':
      return new Rejection('predecessor-in-later-gate', {
        task: fault.code,
        gate: tasks[fault.code]?.gate ?? '',
        predecessor: fault.predecessor,
        later: tasks[fault.predecessor]?.gate ?? '',
      });
    case 'due-before-predecessor':
      return new Rejection('due-before-predecessor', {
        task: fault.code,
        offset: fault.due,
        predecessor: fault.predecessor,
        other: fault.predecessorDue,
      });
    case 'gate-task-not-last': {
      const last = tasks[fault.gateTask];
      return new Rejection('gate-task-not-last', {
        gate: fault.gate,
        task: fault.gateTask,
        offset: last ? formatOffset(last.offset) : '',
      });
    }
    case 'gate-missing':
    case 'gate-twice':
      return new Rejection('gate-unknown', { gate: fault.gate });
    case 'duplicate-code':
    case 'dead-task':
      return new Rejection('task-exists', { task: fault.code });
    default:
      return fault satisfies never;
  }
};

/** The tasks without some of them: what waited for one waits for what that one waited for. */
export const without = <T extends Pick<Task, 'code' | 'after'>>(
  tasks: Readonly<Record<string, T>>,
  codes: readonly string[],
): Readonly<Record<string, T>> =>
  codes.reduce((left, code) => {
    const { [code]: dropped, ...others } = left;
    if (!dropped) return left;
    const heirs = Object.values(others).map((task) => (task.after.includes(code) ? inheriting(task, dropped) : task));
    return Object.fromEntries(heirs.map((task) => [task.code, task]));
  }, tasks);

const inheriting = <T extends Pick<Task, 'code' | 'after'>>(task: T, dropped: T): T => ({
  ...task,
  after: [...new Set(task.after.flatMap((code) => (code === dropped.code ? dropped.after : [code])))],
});
