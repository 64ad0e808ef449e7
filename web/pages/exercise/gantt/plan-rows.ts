/** Rows of the chart: tasks under their gates, what each waits for and what waits for it. */
import type { Schemas } from '../../../client/http.ts';

type Planned = Schemas['PlannedTask'];
export interface GanttTask extends Planned {
  readonly shown: Schemas['Task'] | undefined;
}
export interface GanttGate {
  readonly gate: Schemas['PlannedGate'];
  readonly tasks: readonly GanttTask[];
}

const byDue = (a: Planned, b: Planned): number => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.code < b.code ? -1 : 1);

/** By deadline within each gate; gates without a task that is shown are left out. */
export const ganttRows = (
  plan: Pick<Schemas['Plan'], 'tasks' | 'gates'>,
  tasks: readonly Schemas['Task'][],
  criticalOnly: boolean,
): GanttGate[] =>
  plan.gates.flatMap((gate): GanttGate[] => {
    const own = plan.tasks
      .filter((task) => task.gate === gate.code && (!criticalOnly || task.critical))
      .sort(byDue)
      .map((task) => ({ ...task, shown: tasks.find(({ code }) => code === task.code) }));
    return own.length === 0 ? [] : [{ gate, tasks: own }];
  });

export type Relation = 'self' | 'before' | 'after' | 'none';
/** How a task stands to the one that is lit. */
export const relationTo = (task: Pick<Planned, 'code' | 'after'>, lit: Pick<Planned, 'code' | 'after'>): Relation => {
  if (task.code === lit.code) return 'self';
  if (lit.after.includes(task.code)) return 'before';
  return task.after.includes(lit.code) ? 'after' : 'none';
};
