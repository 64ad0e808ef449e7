/**
 * What taking over another version of the template does to an exercise that is being prepared: the preview and the decision
 * alike. What the exercise made its own by tailoring stays; what is proved stays as it was proved.
 */
import { addWorkingDays, type Calendar, dueDate } from '../calendar/index.ts';
import { faultCode } from '../labels/faults.ts';
import type { Ladder } from '../ladder/index.ts';
import { Rejection } from '../rejection.ts';
import type { ScoreSheet } from '../review/sheet.ts';
import { type FieldChange, fieldChanges, isSame } from '../template/difference.ts';
import { type Compression, compressionOf, type PaperChain, type Template } from '../template/index.ts';
import type { LocalDate } from '../time.ts';
import { laidOut, layoutOf, type PlannedGate, type PlannedTask, plannedGates } from './layout.ts';
import { newFaults, without } from './soundness.ts';
import { type ExerciseState, isDone, type Task } from './state.ts';

/** A task that stays and changes: the fields in words, the task as planned anew, its deadlines before and after. */
export interface AdoptedChange {
  readonly task: string;
  readonly fields: readonly FieldChange[];
  readonly planned: PlannedTask;
  readonly due: { readonly from: LocalDate; readonly to: LocalDate };
}

/** A task that the exercise keeps in its own way, wholly or in part, and why. */
export interface LeftAsItIs {
  readonly task: string;
  readonly because: 'proved' | 'tailored' | 'dropped' | 'gatePassed';
}

/** Everything that adopting a version does to one exercise. */
export interface Adoption {
  readonly from: number;
  readonly to: number;
  readonly added: readonly PlannedTask[];
  readonly dropped: readonly { readonly task: string; readonly titleVi: string; readonly titleEn: string }[];
  readonly changed: readonly AdoptedChange[];
  readonly leftAsItIs: readonly LeftAsItIs[];
  readonly gates: readonly PlannedGate[];
  /** The new ladder and sheet, where they change; a ladder that the exercise set itself stays. */
  readonly ladder: Ladder | null;
  readonly scoreSheet: ScoreSheet | null;
  readonly compression: Compression | null;
  readonly papers: PaperChain | null;
}

/**
 * What adopting `to` would do, `from` being the version that the exercise stands on. Throws `adoption-conflict` when tailoring
 * and new version together could not be carried out, and as `compressionOf` does for a compressed run.
 */
export const adoptionOf = (state: ExerciseState, from: Template, to: Template, calendar: Calendar): Adoption => {
  const layout = layoutOf(state);
  const compression = layout.compression && compressionOf(to, layout.compression.available);
  const base = byCode(laidOut(from.tasks, layout, calendar));
  const next = byCode(laidOut(to.tasks, { ...layout, compression }, calendar));
  const passed = new Set(state.gates.filter((gate) => gate.passed).map(({ code }) => code));
  const gates = mergedGates(state, from, to).filter(({ code }) => !passed.has(code));
  const mine = Object.values(state.tasks);

  const offered = [...next.values()].filter(({ code }) => !state.tasks[code]);
  const added = offered.filter((task) => !reasonToLeaveOut(state, task, gates, passed));
  const gone = mine.filter(({ code }) => !next.has(code));
  const dropped = gone.filter((task) => base.has(task.code) && !isProved(task));
  const isThere = (code: string): boolean =>
    added.some((task) => task.code === code) ||
    (state.tasks[code] !== undefined && !dropped.some((task) => task.code === code));
  const standsOn = standIns(isThere, (code) => state.tasks[code]?.after ?? next.get(code)?.after ?? []);

  const merges = mine
    .filter(({ code }) => isThere(code))
    .map((task) => {
      const theirs = next.get(task.code);
      const planned = theirs && !isProved(task) ? merged(task, base.get(task.code), theirs, passed) : plannedOf(task);
      const resolved = { ...planned, after: standsOn(planned.after) };
      const moved = !isSame(resolved.offset, task.offset);
      const due = moved
        ? addWorkingDays(calendar, dueDate(calendar, resolved.offset, layout), task.extendedBy)
        : task.due;
      return { task, theirs, planned: { ...resolved, due } };
    });
  const changed = merges.flatMap(({ task, planned }): AdoptedChange[] => {
    const fields = fieldChanges(comparable(task), comparable(planned));
    return fields.length === 0 ? [] : [{ task: task.code, fields, planned, due: { from: task.due, to: planned.due } }];
  });
  const leftAsItIs = [
    ...offered.flatMap((task): LeftAsItIs[] => {
      const because = reasonToLeaveOut(state, task, gates, passed);
      return because ? [{ task: task.code, because }] : [];
    }),
    ...merges.flatMap(({ task, theirs, planned }): LeftAsItIs[] => {
      const isTheirs = theirs && fieldChanges(comparable(planned), comparable(theirs)).length === 0;
      return isTheirs ? [] : [{ task: task.code, because: isProved(task) ? 'proved' : 'tailored' }];
    }),
  ];
  const adoption: Adoption = {
    from: from.version,
    to: to.version,
    added: added.map((task) => ({ ...task, after: standsOn(task.after) })),
    dropped: dropped.map(({ code, titleVi, titleEn }) => ({ task: code, titleVi, titleEn })),
    changed,
    leftAsItIs: leftAsItIs.sort((a, b) => (a.task < b.task ? -1 : 1)),
    gates,
    ladder: isSame(state.ladder, to.ladder) || !isSame(state.ladder, from.ladder) ? null : to.ladder,
    scoreSheet: isSame(state.scoreSheet, to.scoreSheet) ? null : to.scoreSheet,
    compression,
    papers: to.papers ?? null,
  };
  requireSoundAfter(state, adoption);
  return adoption;
};

const byCode = (tasks: readonly PlannedTask[]): ReadonlyMap<string, PlannedTask> =>
  new Map(tasks.map((task) => [task.code, task]));

/** Proof that was handed in belongs to the task as it was. */
const isProved = (task: Task): boolean => isDone(task) || task.status === 'submitted';

/** A task that tailoring dropped stays dropped, unless a gate is to hang on it; a passed gate gets no new tasks. */
const reasonToLeaveOut = (
  state: ExerciseState,
  { code, gate }: PlannedTask,
  gates: readonly PlannedGate[],
  passed: ReadonlySet<string>,
): 'gatePassed' | 'dropped' | null => {
  if (passed.has(gate)) return 'gatePassed';
  const isDropped = state.dropped.some(({ task }) => task === code);
  return isDropped && !gates.some(({ gateTask }) => gateTask === code) ? 'dropped' : null;
};

/** Predecessors with those that will not be there replaced by what they themselves wait for. */
const standIns =
  (isThere: (code: string) => boolean, afterOf: (code: string) => readonly string[]) =>
  (after: readonly string[]): readonly string[] => {
    const found = new Set<string>();
    const seen = new Set<string>();
    const open = [...after].reverse();
    for (let code = open.pop(); code !== undefined; code = open.pop()) {
      if (isThere(code)) found.add(code);
      else if (!seen.has(code)) open.push(...[...afterOf(code)].reverse());
      seen.add(code);
    }
    return [...found];
  };

/**
 * Gates as the new version has them; whether two persons pass one stays as this exercise set it, and as it is once the first
 * of them has approved.
 */
const mergedGates = (state: ExerciseState, from: Template, to: Template): PlannedGate[] => {
  const base = plannedGates(from);
  return plannedGates(to).map((gate) => {
    const mine = state.gates.find(({ code }) => code === gate.code);
    const was = base.find(({ code }) => code === gate.code)?.twoPersons;
    const isOwn = mine && (mine.twoPersons !== was || mine.approvals.length > 0);
    return isOwn ? { ...gate, twoPersons: mine.twoPersons } : gate;
  });
};

const plannedOf = (task: Task): PlannedTask => {
  const { code, titleVi, titleEn, owner, after, gate, offset, originalOffset, referenceOnly, wanted, rehearsal, due } =
    task;
  return { code, titleVi, titleEn, owner, after, gate, offset, originalOffset, referenceOnly, wanted, rehearsal, due };
};

/** Three ways compared: where the exercise still says what the old version said, it takes what the new one says. */
const merged = (
  mine: Task,
  base: PlannedTask | undefined,
  next: PlannedTask,
  passed: ReadonlySet<string>,
): PlannedTask => {
  const pick = <K extends keyof PlannedTask>(field: K): PlannedTask[K] =>
    base && isSame(mine[field], base[field]) ? next[field] : mine[field];
  const gate = pick('gate');
  return {
    code: mine.code,
    titleVi: pick('titleVi'),
    titleEn: pick('titleEn'),
    owner: pick('owner'),
    after: pick('after'),
    gate: passed.has(gate) ? mine.gate : gate,
    offset: pick('offset'),
    originalOffset: base && isSame(mine.offset, base.offset) ? next.originalOffset : mine.originalOffset,
    referenceOnly: pick('referenceOnly'),
    wanted: pick('wanted'),
    rehearsal: pick('rehearsal'),
    due: mine.due,
  };
};

const comparable = (task: PlannedTask) => ({
  titleVi: task.titleVi,
  titleEn: task.titleEn,
  owner: task.owner,
  after: task.after,
  due: task.offset,
  evidence: task.wanted,
  gate: task.gate,
  secret: task.referenceOnly,
  rehearsal: task.rehearsal ?? undefined,
});

const requireSoundAfter = (state: ExerciseState, adoption: Adoption): void => {
  const planned = [...adoption.changed.map((change) => change.planned), ...adoption.added];
  const tasks = { ...state.tasks, ...Object.fromEntries(planned.map((task) => [task.code, task])) };
  const after = {
    tasks: without<Pick<Task, 'code' | 'after' | 'offset' | 'gate'>>(
      tasks,
      adoption.dropped.map(({ task }) => task),
    ),
    gates: [...state.gates.filter((gate) => gate.passed), ...adoption.gates],
  };
  // a task that can never start is behind another fault
  const faults = newFaults(state, after).filter(({ kind }) => kind !== 'dead-task');
  if (faults.length > 0)
    throw new Rejection('adoption-conflict', { version: adoption.to, faults: faults.map(faultCode) });
};
