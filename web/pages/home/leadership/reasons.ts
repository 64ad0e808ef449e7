/** The verdict on one exercise as a leader reads it: which tasks, with whom, since when, and what they block. Pure. */
import type { Schemas } from '../../../client/http.ts';

type File = Pick<Schemas['ExerciseFile'], 'readiness' | 'gates'>;
type Task = Schemas['Task'];
type Row = Schemas['ReadinessCells'];

export interface Blocked {
  readonly kind: 'gate' | 'task';
  readonly code: string;
  readonly date: string;
}

/** One task that keeps the exercise from being ready. */
export interface Reason {
  readonly task: Task;
  readonly blocks: Blocked | null;
}

/** The open task after it that falls due first; null where nothing waits for it. */
const nextBlocked = (task: Task, tasks: readonly Task[]): Blocked | null => {
  const waiting = tasks
    .filter(({ after, status }) => after.includes(task.code) && status !== 'verified' && status !== 'waived')
    .sort((a, b) => (a.due < b.due ? -1 : 1));
  const [first] = waiting;
  return first ? { kind: 'task', code: first.code, date: first.due } : null;
};

/** Gravest first, each task once; what blocks a gate stands before what is only late. */
export const reasonsOf = ({ readiness }: File, tasks: readonly Task[]): Reason[] => {
  const byCode = new Map(tasks.map((task) => [task.code, task]));
  const found = new Map<string, Reason>();
  const add = (code: string, blocks: (task: Task) => Blocked | null): void => {
    const task = byCode.get(code);
    if (task && !found.has(code)) found.set(code, { task, blocks: blocks(task) });
  };
  for (const { kind, gate, task, date, open } of readiness.reasons) {
    if (kind === 'gate-near' && gate) for (const code of open) add(code, () => ({ kind: 'gate', code: gate, date }));
    else if (kind === 'gate-task-late' && gate) add(task, () => ({ kind: 'gate', code: gate, date }));
    else add(task, (late) => nextBlocked(late, tasks));
  }
  return [...found.values()];
};

/** Gates that are blocked, in their order, and how many tasks block them. */
export const blockedGates = (
  reasons: readonly Reason[],
): { readonly gates: readonly string[]; readonly tasks: number } => {
  const blocking = reasons.filter(({ blocks }) => blocks?.kind === 'gate');
  return {
    gates: [...new Set(blocking.flatMap(({ blocks }) => (blocks ? [blocks.code] : [])))].sort(),
    tasks: blocking.length,
  };
};

const isWorkedOn = ({ phase }: Row): boolean =>
  ['planned', 'preparing', 'ready', 'running', 'reviewing'].includes(phase);

/** How near: what runs first, then what opens soonest, then what has just been. */
const nearness = ({ phase, workingDaysLeft }: Row): number => {
  if (phase === 'running') return -1;
  if (workingDaysLeft === null) return 9_999;
  return workingDaysLeft >= 0 ? workingDaysLeft : 5_000 - workingDaysLeft;
};

/**
 * Exercises to speak of, the one to speak of first at the head: of the reader's own unit before others, a city's before its
 * communes', the nearest first.
 */
export const inOrder = (rows: readonly Row[], unit: string | undefined): Row[] => {
  const rank = (row: Row): number => (row.orgUnit === unit ? 0 : 20_000) + (row.parentId ? 10_000 : 0) + nearness(row);
  return rows.filter(isWorkedOn).sort((a, b) => rank(a) - rank(b));
};
