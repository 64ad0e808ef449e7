/** Whether the tasks of a template can be carried out; serves the template editor. */
import { formatOffset, neverBefore } from '../calendar/index.ts';
import { findCycle, topologicalOrder } from './graph.ts';
import { GATE_CODES, type GateCode, type TaskCode, type Template, type TemplateTask } from './template.ts';

export type TemplateFault =
  | { readonly kind: 'duplicate-code'; readonly code: TaskCode }
  | { readonly kind: 'unknown-predecessor'; readonly code: TaskCode; readonly predecessor: TaskCode }
  /** Each task of the path is a predecessor of the next; the last is the first again. */
  | { readonly kind: 'cycle'; readonly path: readonly TaskCode[] }
  /** Can never start: behind a cycle or behind an unknown predecessor, itself or through others. */
  | { readonly kind: 'dead-task'; readonly code: TaskCode }
  /** For some length of the exercise the task falls due before a task it waits for. */
  | {
      readonly kind: 'due-before-predecessor';
      readonly code: TaskCode;
      readonly due: string;
      readonly predecessor: TaskCode;
      readonly predecessorDue: string;
    }
  /** The gate of the task could never be passed: it would wait for a gate after it. */
  | { readonly kind: 'predecessor-in-later-gate'; readonly code: TaskCode; readonly predecessor: TaskCode }
  | { readonly kind: 'gate-missing'; readonly gate: GateCode }
  /** Its gate task is unknown, belongs to another gate, or does not fall due last in it. */
  | { readonly kind: 'gate-task-not-last'; readonly gate: GateCode; readonly gateTask: TaskCode };

/** Every fault of a template, none for a sound one. */
export const checkTemplate = (template: Template): readonly TemplateFault[] => {
  const tasks = new Map(template.tasks.map((task) => [task.code, task]));
  return [
    ...duplicates(template),
    ...template.tasks.flatMap((task) => task.after.flatMap((code) => checkPair(task, code, tasks.get(code)))),
    ...cycles(template),
    ...deadTasks(template, tasks),
    ...gateFaults(template, tasks),
  ];
};

const duplicates = ({ tasks }: Template): TemplateFault[] =>
  tasks
    .filter((task, index) => tasks.findIndex((other) => other.code === task.code) !== index)
    .map(({ code }) => ({ kind: 'duplicate-code', code }));

const checkPair = (task: TemplateTask, predecessor: TaskCode, before: TemplateTask | undefined): TemplateFault[] => {
  const { code } = task;
  if (!before) return [{ kind: 'unknown-predecessor', code, predecessor }];
  const faults: TemplateFault[] = [];
  if (!neverBefore(before.due, task.due)) {
    const [due, predecessorDue] = [formatOffset(task.due), formatOffset(before.due)];
    faults.push({ kind: 'due-before-predecessor', code, due, predecessor, predecessorDue });
  }
  if (GATE_CODES.indexOf(before.gate) > GATE_CODES.indexOf(task.gate)) {
    faults.push({ kind: 'predecessor-in-later-gate', code, predecessor });
  }
  return faults;
};

const cycles = (template: Template): TemplateFault[] => {
  const path = findCycle(template);
  return path ? [{ kind: 'cycle', path }] : [];
};

const deadTasks = (template: Template, tasks: ReadonlyMap<TaskCode, TemplateTask>): TemplateFault[] => {
  const alive = new Set<TaskCode>();
  for (const code of topologicalOrder(template)) {
    if (tasks.get(code)?.after.every((before) => alive.has(before))) alive.add(code);
  }
  return [...tasks.keys()].filter((code) => !alive.has(code)).map((code) => ({ kind: 'dead-task', code }));
};

const gateFaults = (template: Template, tasks: ReadonlyMap<TaskCode, TemplateTask>): TemplateFault[] => {
  const gates = new Map(template.gates.map((gate) => [gate.code, gate]));
  return GATE_CODES.flatMap((code): TemplateFault[] => {
    const gate = gates.get(code);
    const members = template.tasks.filter((task) => task.gate === code);
    if (!gate) return members.length > 0 ? [{ kind: 'gate-missing', gate: code }] : [];
    const last = tasks.get(gate.gateTask);
    const isLast = last?.gate === code && members.every((task) => neverBefore(task.due, last.due));
    return isLast ? [] : [{ kind: 'gate-task-not-last', gate: code, gateTask: gate.gateTask }];
  });
};
