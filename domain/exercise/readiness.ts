/**
 * Is the exercise ready; if not, why and whose turn is it? (domain guide §3, TDE.)
 * Red: a gate task is more than 3 working days late, or a gate date is within 5 working days, or past, while predecessors
 * are open: an open gate never gets better by waiting.
 * Amber: any task is late. Green: otherwise. Work without verified evidence counts as open.
 */
import type { Calendar } from '../calendar/index.ts';
import { daysLeft } from '../ladder/index.ts';
import type { BodyId } from '../people.ts';
import type { LocalDate } from '../time.ts';

export const READINESS_RULE = { redWhenGateTaskLate: 3, redWhenGateWithin: 5 } as const;

export type Verdict = 'green' | 'amber' | 'red' | 'none';

/** The little a verdict needs of a task and of a gate; the read side stores exactly this. */
export interface ReadinessTask {
  readonly code: string;
  readonly owner: BodyId;
  readonly holder: BodyId;
  readonly after: readonly string[];
  readonly due: LocalDate;
  readonly done: boolean;
  readonly waived: boolean;
}
export interface ReadinessGate {
  readonly code: string;
  readonly gateTask: string;
  readonly passed: boolean;
}

export type ReadinessReason =
  | {
      readonly kind: 'gate-task-late';
      readonly gate: string;
      readonly task: string;
      readonly body: BodyId;
      readonly since: LocalDate;
      readonly days: number;
    }
  | {
      readonly kind: 'gate-near';
      readonly gate: string;
      readonly task: string;
      readonly date: LocalDate;
      /** Working days until the gate's date; negative once it has passed. */
      readonly days: number;
      readonly open: readonly string[];
      readonly bodies: readonly BodyId[];
    }
  | {
      readonly kind: 'task-late';
      readonly task: string;
      readonly body: BodyId;
      readonly since: LocalDate;
      readonly days: number;
    };

export interface Readiness {
  readonly verdict: Verdict;
  readonly reasons: readonly ReadinessReason[];
  /** Verified among the tasks due so far; null while none is due: "no data", neither 0 nor 100 %. */
  readonly ratio: { readonly verified: number; readonly due: number } | null;
  readonly bodies: readonly {
    readonly body: BodyId;
    readonly verified: number;
    readonly due: number;
    readonly late: number;
  }[];
}

export const NO_READINESS: Readiness = { verdict: 'none', reasons: [], ratio: null, bodies: [] };

/** The verdict on a day, with its reasons, gravest first. `active`: planned or later, not postponed, cancelled or closed. */
export const readinessOf = (
  exercise: {
    readonly active: boolean;
    readonly tasks: readonly ReadinessTask[];
    readonly gates: readonly ReadinessGate[];
  },
  today: LocalDate,
  calendar: Calendar,
): Readiness => {
  if (!exercise.active) return NO_READINESS;
  const byCode = new Map(exercise.tasks.map((task) => [task.code, task]));
  const gateTasks = new Map(exercise.gates.filter((gate) => !gate.passed).map((gate) => [gate.gateTask, gate.code]));
  const red: ReadinessReason[] = [];
  const amber: ReadinessReason[] = [];
  for (const task of exercise.tasks) {
    if (task.done) continue;
    const left = daysLeft(calendar, task.due, today);
    const gate = gateTasks.get(task.code);
    const open = gate && left <= READINESS_RULE.redWhenGateWithin ? openPredecessors(byCode, task) : [];
    const late = { task: task.code, body: task.holder, since: task.due, days: 0 - left };
    if (gate && late.days > READINESS_RULE.redWhenGateTaskLate) red.push({ kind: 'gate-task-late', gate, ...late });
    else if (gate && open.length > 0)
      red.push({
        kind: 'gate-near',
        gate,
        task: task.code,
        date: task.due,
        days: left,
        open: open.map((before) => before.code),
        bodies: [...new Set(open.map((before) => before.holder))],
      });
    else if (task.due < today) amber.push({ kind: 'task-late', ...late });
  }
  const verdict = red.length > 0 ? 'red' : amber.length > 0 ? 'amber' : 'green';
  return { verdict, reasons: [...red, ...amber], ...tally(exercise.tasks, today) };
};

/** Every open task on the way to this one, not only the direct ones, in checklist order. */
const openPredecessors = (byCode: ReadonlyMap<string, ReadinessTask>, task: ReadinessTask): ReadinessTask[] => {
  const found = new Map<string, ReadinessTask>();
  const visit = (codes: readonly string[]): void => {
    for (const code of codes) {
      const before = byCode.get(code);
      if (!before || before.done || found.has(code)) continue;
      found.set(code, before);
      visit(before.after);
    }
  };
  visit(task.after);
  return [...found.values()].sort((a, b) => a.code.localeCompare(b.code));
};

/** Waived tasks are outside both numbers: not applicable is neither done nor owed. */
const tally = (tasks: readonly ReadinessTask[], today: LocalDate): Pick<Readiness, 'ratio' | 'bodies'> => {
  const bodies = new Map<BodyId, { body: BodyId; verified: number; due: number; late: number }>();
  let verified = 0;
  let due = 0;
  for (const task of tasks) {
    if (task.waived || task.due > today) continue;
    const row = bodies.get(task.owner) ?? { body: task.owner, verified: 0, due: 0, late: 0 };
    const late = !task.done && task.due < today ? 1 : 0;
    bodies.set(task.owner, {
      ...row,
      verified: row.verified + (task.done ? 1 : 0),
      due: row.due + 1,
      late: row.late + late,
    });
    due += 1;
    if (task.done) verified += 1;
  }
  return { ratio: due === 0 ? null : { verified, due }, bodies: [...bodies.values()] };
};
