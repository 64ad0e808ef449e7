/** Whether the tasks of a template, or of an exercise that was tailored, can be carried out. */
import { formatOffset, neverBefore, type Offset } from '../calendar/index.ts';
import { checkLadder } from '../ladder/check.ts';
import { checkSheet } from '../review/sheet.ts';
import type { PlanFault, TemplateFault } from './faults.ts';
import { findCycle, topologicalOrder } from './graph.ts';
import { GATE_CODES, type GateCode, type TaskCode, type Template } from './template.ts';

/** As much of a checklist as its soundness needs: a template, and the tasks of an exercise alike. */
export interface Plan {
  readonly tasks: readonly PlanRow[];
  readonly gates: readonly { readonly code: GateCode; readonly gateTask: TaskCode }[];
}
export interface PlanRow {
  readonly code: TaskCode;
  readonly after: readonly TaskCode[];
  readonly due: Offset;
  readonly gate: GateCode;
}

/** Gates that carry an exercise from phase to phase: without them it is never under way, ready or closed. */
const CARRYING: readonly GateCode[] = ['G0', 'G6', 'G9'];

/** Every fault of a template, none for a sound one. */
export const checkTemplate = (template: Template): readonly TemplateFault[] => [
  ...checkPlan(template),
  ...template.gates
    .filter(({ code }, index) => template.gates.findIndex((other) => other.code === code) !== index)
    .map(({ code }) => ({ kind: 'gate-twice', gate: code }) as const),
  ...CARRYING.filter((gate) => ![...template.gates, ...template.tasks].some((each) => gateIn(each) === gate)).map(
    (gate) => ({ kind: 'gate-missing', gate }) as const,
  ),
  ...checkSheet(template.scoreSheet),
  ...checkLadder(template.ladder),
];
const gateIn = (each: Template['gates'][number] | Template['tasks'][number]): GateCode =>
  'gateTask' in each ? each.code : each.gate;

/** Every fault of a list of tasks under gates. */
export const checkPlan = (plan: Plan): readonly PlanFault[] => {
  const tasks = new Map(plan.tasks.map((task) => [task.code, task]));
  return [
    ...duplicates(plan),
    ...plan.tasks.flatMap((task) => task.after.flatMap((code) => checkPair(task, code, tasks.get(code)))),
    ...cycles(plan),
    ...deadTasks(plan, tasks),
    ...gateFaults(plan, tasks),
  ];
};

const duplicates = ({ tasks }: Plan): PlanFault[] =>
  tasks
    .filter((task, index) => tasks.findIndex((other) => other.code === task.code) !== index)
    .map(({ code }) => ({ kind: 'duplicate-code', code }));

const checkPair = (task: PlanRow, predecessor: TaskCode, before: PlanRow | undefined): PlanFault[] => {
  const { code } = task;
  if (!before) return [{ kind: 'unknown-predecessor', code, predecessor }];
  const faults: PlanFault[] = [];
  if (!neverBefore(before.due, task.due)) {
    const [due, predecessorDue] = [formatOffset(task.due), formatOffset(before.due)];
    faults.push({ kind: 'due-before-predecessor', code, due, predecessor, predecessorDue });
  }
  if (GATE_CODES.indexOf(before.gate) > GATE_CODES.indexOf(task.gate)) {
    faults.push({ kind: 'predecessor-in-later-gate', code, predecessor });
  }
  return faults;
};

const cycles = (plan: Plan): PlanFault[] => {
  const path = findCycle(plan);
  return path ? [{ kind: 'cycle', path }] : [];
};

const deadTasks = (plan: Plan, tasks: ReadonlyMap<TaskCode, PlanRow>): PlanFault[] => {
  const alive = new Set<TaskCode>();
  for (const code of topologicalOrder(plan)) {
    if (tasks.get(code)?.after.every((before) => alive.has(before))) alive.add(code);
  }
  return [...tasks.keys()].filter((code) => !alive.has(code)).map((code) => ({ kind: 'dead-task', code }));
};

const gateFaults = (plan: Plan, tasks: ReadonlyMap<TaskCode, PlanRow>): PlanFault[] => {
  const gates = new Map(plan.gates.map((gate) => [gate.code, gate]));
  return GATE_CODES.flatMap((code): PlanFault[] => {
    const gate = gates.get(code);
    const members = plan.tasks.filter((task) => task.gate === code);
    if (!gate) return members.length > 0 ? [{ kind: 'gate-missing', gate: code }] : [];
    const last = tasks.get(gate.gateTask);
    const isLast = last?.gate === code && members.every((task) => neverBefore(task.due, last.due));
    return isLast ? [] : [{ kind: 'gate-task-not-last', gate: code, gateTask: gate.gateTask }];
  });
};
