/** What differs between an exercise as it stood on two days: verdict, phase, days, gates, and each task. Pure. */
import type { Schemas } from '../../../client/http.ts';
import type { Words } from '../../../words/language.tsx';

type Task = Pick<Schemas['Task'], 'code' | 'title' | 'status' | 'statusLabel' | 'due' | 'owner' | 'ownerName'>;
type Gate = Pick<Schemas['Gate'], 'code' | 'name' | 'state' | 'label'>;

/** An exercise on one day, as far as it is compared. */
export interface Standing {
  readonly verdict: Words;
  readonly phase: Words;
  readonly startDate: string | null;
  readonly endDate: string | null;
  readonly ratio: { readonly verified: number; readonly due: number } | null;
  readonly gates: readonly Gate[];
  readonly tasks: readonly Task[];
}

/** A value of either day: a label, a day, a share; null for none. */
export type Value = Words | string | { readonly verified: number; readonly due: number } | null;
export interface Difference {
  readonly what:
    | 'verdict'
    | 'phase'
    | 'startDate'
    | 'endDate'
    | 'ratio'
    | 'gate'
    | 'status'
    | 'due'
    | 'owner'
    | 'added'
    | 'dropped';
  /** Code of the gate or the task, with its name. */
  readonly subject: { readonly code: string; readonly name: Words } | null;
  readonly before: Value;
  readonly after: Value;
}

const same = (a: Value, b: Value): boolean => JSON.stringify(a) === JSON.stringify(b);

const whole = (before: Standing, after: Standing): Difference[] =>
  (['verdict', 'phase', 'startDate', 'endDate', 'ratio'] as const).flatMap((what) =>
    same(before[what], after[what]) ? [] : [{ what, subject: null, before: before[what], after: after[what] }],
  );

const gates = (before: Standing, after: Standing): Difference[] => {
  const known = new Map(before.gates.map((gate) => [gate.code, gate]));
  return after.gates.flatMap(({ code, name, state, label }): Difference[] => {
    const was = known.get(code);
    return was && was.state !== state
      ? [{ what: 'gate', subject: { code, name }, before: was.label, after: label }]
      : [];
  });
};

const ofTask = (before: Task, after: Task): Difference[] => {
  const subject = { code: after.code, name: after.title };
  return [
    ...(before.status === after.status
      ? []
      : [{ what: 'status', subject, before: before.statusLabel, after: after.statusLabel } as const]),
    ...(before.due === after.due ? [] : [{ what: 'due', subject, before: before.due, after: after.due } as const]),
    ...(before.owner === after.owner
      ? []
      : [{ what: 'owner', subject, before: before.ownerName, after: after.ownerName } as const]),
  ];
};

const tasks = (before: Standing, after: Standing): Difference[] => {
  const known = new Map(before.tasks.map((task) => [task.code, task]));
  const left = new Set(after.tasks.map(({ code }) => code));
  return [
    ...after.tasks.flatMap((task): Difference[] => {
      const was = known.get(task.code);
      const subject = { code: task.code, name: task.title };
      return was ? ofTask(was, task) : [{ what: 'added', subject, before: null, after: task.statusLabel }];
    }),
    ...before.tasks
      .filter(({ code }) => !left.has(code))
      .map(({ code, title, statusLabel }): Difference => {
        return { what: 'dropped', subject: { code, name: title }, before: statusLabel, after: null };
      }),
  ];
};

export const differencesOf = (before: Standing, after: Standing): Difference[] => [
  ...whole(before, after),
  ...gates(before, after),
  ...tasks(before, after),
];
