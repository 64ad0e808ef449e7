/** What is different between two versions of a template, task by task and field by field. */
import { formatOffset, type Offset } from '../calendar/index.ts';
import type { Ladder } from '../ladder/index.ts';
import type { ScoreSheet } from '../review/sheet.ts';
import type { Evidence } from './evidence.ts';
import type { GateCode, TaskCode, Template, TemplateTask } from './template.ts';

/** The fields of a task that are told apart. */
export const TASK_FIELDS = ['title', 'owner', 'after', 'due', 'evidence', 'gate', 'secret', 'rehearsal'] as const;
export type TaskField = (typeof TASK_FIELDS)[number];

/** One field before and after, in a form for people: codes joined by commas, an offset as `T-45`; empty when there is none. */
export interface FieldChange {
  readonly field: TaskField;
  readonly from: string;
  readonly to: string;
}
export interface TaskChange {
  readonly code: TaskCode;
  readonly fields: readonly FieldChange[];
}

export interface TemplateDifference {
  readonly added: readonly TemplateTask[];
  readonly dropped: readonly TemplateTask[];
  readonly changed: readonly TaskChange[];
  /** Gates whose gate task is another, or that one of the two does not have. */
  readonly gates: readonly { readonly gate: GateCode; readonly from: string | null; readonly to: string | null }[];
  readonly ladder: { readonly from: Ladder; readonly to: Ladder } | null;
  readonly scoreSheet: { readonly from: ScoreSheet; readonly to: ScoreSheet } | null;
}

/** As much of a task as can differ: rows of a template, and tasks of an exercise in the same words. */
export interface Comparable {
  readonly titleVi: string;
  readonly titleEn: string;
  readonly owner: string;
  readonly after: readonly TaskCode[];
  readonly due: Offset;
  readonly evidence: Evidence | null;
  readonly gate: string;
  readonly secret: boolean;
  readonly rehearsal?: string | undefined;
}

const inWords = (task: Comparable, field: TaskField): string => {
  switch (field) {
    case 'title':
      return `${task.titleVi} / ${task.titleEn}`;
    case 'after':
      return [...task.after].sort().join(', ');
    case 'due':
      return formatOffset(task.due);
    case 'evidence':
      return task.evidence ? `${task.evidence.labelVi} / ${task.evidence.labelEn}` : '';
    case 'secret':
      return task.secret ? 'secret' : '';
    case 'rehearsal':
      return task.rehearsal ?? '';
    default:
      return task[field];
  }
};

/** The fields in which two tasks differ, in a fixed order. */
export const fieldChanges = (from: Comparable, to: Comparable): FieldChange[] =>
  TASK_FIELDS.map((field) => ({ field, from: inWords(from, field), to: inWords(to, field) })).filter(
    (change) => change.from !== change.to,
  );

/** Equal as data: what was read back from the store has its keys in another order. */
export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));

const inOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, inOrder(part)]));
};

/** From one version to another; everything in the order of its list. */
export const differenceOf = (from: Template, to: Template): TemplateDifference => {
  const before = new Map(from.tasks.map((task) => [task.code, task]));
  const after = new Map(to.tasks.map((task) => [task.code, task]));
  const gates = [...new Set([...from.gates, ...to.gates].map(({ code }) => code))].sort();
  const gateTask = (template: Template, code: string): string | null =>
    template.gates.find((gate) => gate.code === code)?.gateTask ?? null;
  return {
    added: to.tasks.filter(({ code }) => !before.has(code)),
    dropped: from.tasks.filter(({ code }) => !after.has(code)),
    changed: to.tasks.flatMap((task) => {
      const old = before.get(task.code);
      const fields = old ? fieldChanges(old, task) : [];
      return fields.length > 0 ? [{ code: task.code, fields }] : [];
    }),
    gates: gates
      .map((gate) => ({ gate, from: gateTask(from, gate), to: gateTask(to, gate) }))
      .filter((gate) => gate.from !== gate.to),
    ladder: isSame(from.ladder, to.ladder) ? null : { from: from.ladder, to: to.ladder },
    scoreSheet: isSame(from.scoreSheet, to.scoreSheet) ? null : { from: from.scoreSheet, to: to.scoreSheet },
  };
};
