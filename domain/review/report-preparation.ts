/** How the preparation went, from the exercise's file: deadlines met, late, moved; gates; papers and money. */
import { type Calendar, workingDaysBetween } from '../calendar/index.ts';
import { type ExerciseState, enteredPaper, type Task } from '../exercise/index.ts';
import { withinTables } from '../ladder/index.ts';
import type { BodyId } from '../people.ts';
import { PAPER_SLOTS } from '../template/index.ts';
import { dayOf, type LocalDate } from '../time.ts';

export interface PreparationReport {
  /** `met` + `late` + `open` + `waived` = `tasks`; `open` counts what has no verified proof, late or not. */
  readonly tasks: number;
  readonly met: number;
  readonly late: number;
  readonly open: number;
  readonly waived: number;
  readonly extended: number;
  readonly returned: number;
  readonly lateTasks: readonly {
    readonly task: string;
    readonly titleVi: string;
    readonly titleEn: string;
    readonly owner: BodyId;
    readonly firstDue: LocalDate;
    readonly due: LocalDate;
    readonly verified: LocalDate | null;
    /** Working days late; null where a year has no calendar table. */
    readonly days: number | null;
  }[];
  readonly gates: readonly {
    readonly gate: string;
    readonly passed: LocalDate | null;
    readonly override: { readonly reason: string; readonly basis: string; readonly blockers: readonly string[] } | null;
  }[];
}

const verifiedOn = (task: Task): LocalDate | null => (task.verifiedAt ? dayOf(task.verifiedAt) : null);

/** The day it was verified, or today, lies after its deadline. */
const isLate = (task: Task, asOf: LocalDate): boolean =>
  task.status !== 'waived' && (verifiedOn(task) ?? asOf) > task.due;

export const preparationReport = (exercise: ExerciseState, calendar: Calendar, asOf: LocalDate): PreparationReport => {
  const tasks = Object.values(exercise.tasks);
  const verified = tasks.filter(({ status }) => status === 'verified');
  return {
    tasks: tasks.length,
    met: verified.filter((task) => !isLate(task, asOf)).length,
    late: verified.filter((task) => isLate(task, asOf)).length,
    open: tasks.filter(({ status }) => status !== 'verified' && status !== 'waived').length,
    waived: tasks.filter(({ status }) => status === 'waived').length,
    extended: tasks.filter(({ extendedBy }) => extendedBy > 0).length,
    returned: tasks.filter(({ returned }) => returned !== null).length,
    lateTasks: tasks
      .filter((task) => isLate(task, asOf))
      .map((task) => {
        const { code, titleVi, titleEn, owner, firstDue, due } = task;
        const until = verifiedOn(task) ?? asOf;
        const days = withinTables(() => workingDaysBetween(calendar, due, until));
        return { task: code, titleVi, titleEn, owner, firstDue, due, verified: verifiedOn(task), days };
      }),
    gates: exercise.gates.map(({ code, passed }) => ({
      gate: code,
      passed: passed && dayOf(passed.at),
      override: passed?.override ?? null,
    })),
  };
};

/** Papers with an amount, such as the budget; whole VND. */
export interface MoneyLine {
  readonly paper: string;
  readonly number: string;
  readonly date: LocalDate;
  readonly amount: number;
}
export const moneyReport = (exercise: ExerciseState): MoneyLine[] =>
  Object.entries(exercise.papers).flatMap(([slot, entered]) =>
    entered.amount === null
      ? []
      : [{ paper: slot, number: entered.paper.number, date: entered.paper.date, amount: entered.amount }],
  );

export interface PaperLine {
  readonly paper: string;
  readonly number: string;
  readonly date: LocalDate;
  readonly issuer: string;
}
/** The papers that the exercise stands on, in the order of the chain. */
export const papersReport = (exercise: ExerciseState): PaperLine[] =>
  PAPER_SLOTS.flatMap((slot) => {
    const paper = enteredPaper(exercise, slot);
    return paper ? [{ paper: slot, number: paper.number, date: paper.date, issuer: paper.issuer }] : [];
  });
