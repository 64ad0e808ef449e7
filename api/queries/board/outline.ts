/** The little of an exercise that its verdict needs, in tens of kilobytes less than its file: boards hold thousands of them. */
import type { Calendar } from '../../../domain/calendar/index.ts';
import {
  type ExerciseState,
  holderOf,
  isDone,
  type Led,
  NO_READINESS,
  type Readiness,
  type ReadinessGate,
  type ReadinessTask,
  readinessOf,
  type Task,
  WORKED_ON,
} from '../../../domain/exercise/index.ts';
import { withinTables } from '../../../domain/ladder/index.ts';
import type { GateCode } from '../../../domain/template/index.ts';
import type { LocalDate } from '../../../domain/time.ts';
import type { PhaseShown } from '../../contract/index.ts';

export interface OutlineTask extends ReadinessTask {
  readonly gate: GateCode;
}

export interface OutlineGate extends ReadinessGate {
  readonly code: GateCode;
}

export interface Outline {
  readonly version: number;
  readonly phase: PhaseShown;
  readonly startDate: LocalDate | null;
  readonly tasks: readonly OutlineTask[];
  readonly gates: readonly OutlineGate[];
  /** Somebody is asked something: for more time, by the city, or for the second word on a gate. */
  readonly asked: boolean;
}

/** The phase people read: `postponed` stands over the phase it interrupts. A state with an event is never `none`. */
export const phaseOf = ({ postponed, phase }: Pick<ExerciseState, 'postponed' | 'phase'>): PhaseShown =>
  postponed ? 'postponed' : phase === 'none' ? 'draft' : phase;

/** Planned, and neither over nor interrupted. */
export const isWorkedOnIn = (phase: PhaseShown): boolean => (WORKED_ON as readonly PhaseShown[]).includes(phase);

type TaskSeen = Pick<Task, 'code' | 'gate' | 'owner' | 'status' | 'after' | 'due'>;

export const outlineTask = (file: Led, task: TaskSeen): OutlineTask => ({
  code: task.code,
  gate: task.gate,
  owner: task.owner,
  holder: holderOf(file, task),
  after: task.after,
  due: task.due,
  done: isDone(task),
  waived: task.status === 'waived',
});

export const isAsked = (
  { cityAsks }: Pick<ExerciseState, 'cityAsks'>,
  tasks: Iterable<Pick<Task, 'extension'>>,
  gates: readonly { readonly passed: unknown; readonly approvals: readonly unknown[] }[],
): boolean =>
  cityAsks.length > 0 ||
  gates.some(({ passed, approvals }) => !passed && approvals.length > 0) ||
  [...tasks].some(({ extension }) => extension !== null);

export const outlineOf = (state: ExerciseState): Outline => {
  const tasks = Object.values(state.tasks);
  return {
    version: state.version,
    phase: phaseOf(state),
    startDate: state.startDate,
    tasks: tasks.map((task) => outlineTask(state, task)),
    gates: state.gates.map(({ code, gateTask, passed }) => ({ code, gateTask, passed: passed !== null })),
    asked: isAsked(state, tasks, state.gates),
  };
};

/** The verdict on a day; none where the calendar does not reach. */
export const judgeOutline = (calendar: Calendar, { phase, tasks, gates }: Outline, today: LocalDate): Readiness => {
  const active = isWorkedOnIn(phase);
  return withinTables(() => readinessOf({ active, tasks, gates }, today, calendar)) ?? NO_READINESS;
};
