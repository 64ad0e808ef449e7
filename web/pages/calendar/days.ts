/** Days of a view, and what falls on each. Pure. Days are `yyyy-MM-dd` in Vietnam; weeks begin on Monday. */
import type { Answer, Schemas } from '../../client/http.ts';
import { addDays, isWeekend, mondayOf } from '../../words/format.ts';

export type Agenda = Answer<'/api/v1/agenda'>;
export type Deadline = Schemas['AgendaDeadline'];

export const firstOfMonth = (date: string): string => `${date.slice(0, 7)}-01`;
export const nextMonth = (date: string, step: 1 | -1): string =>
  step > 0 ? firstOfMonth(addDays(firstOfMonth(date), 32)) : firstOfMonth(addDays(firstOfMonth(date), -1));

export interface Span {
  readonly from: string;
  readonly to: string;
}
export const weekSpan = (date: string): Span => ({ from: mondayOf(date), to: addDays(mondayOf(date), 6) });
/** Whole weeks that hold the month. */
export const monthSpan = (date: string): Span => ({
  from: mondayOf(firstOfMonth(date)),
  to: addDays(mondayOf(addDays(nextMonth(date, 1), -1)), 6),
});

export const daysIn = ({ from, to }: Span): readonly string[] => {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
};

/** The same task of several exercises on one day is one line. */
export interface Line {
  readonly key: string;
  readonly deadlines: readonly [Deadline, ...Deadline[]];
}
export interface DayShown {
  readonly date: string;
  readonly kind: 'off' | 'madeUp' | 'weekend' | null;
  /** The table says so, but the notice is not out yet. */
  readonly isEstimated: boolean;
  readonly exercises: readonly {
    readonly exercise: Agenda['exercises'][number];
    readonly nth: number;
    readonly of: number;
  }[];
  readonly lines: readonly Line[];
}

const distance = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

const linesOf = (deadlines: readonly Deadline[]): Line[] => {
  const lines = new Map<string, [Deadline, ...Deadline[]]>();
  for (const each of deadlines) {
    const key = `${each.code} ${each.title.vi}`;
    const line = lines.get(key);
    if (line) line.push(each);
    else lines.set(key, [each]);
  }
  return [...lines].map(([key, all]) => ({ key, deadlines: all }));
};

export const dayShown = (date: string, agenda: Agenda, deadlines: readonly Deadline[]): DayShown => {
  const marked = agenda.days.find((each) => each.date === date);
  return {
    date,
    kind: marked?.kind ?? (isWeekend(date) ? 'weekend' : null),
    isEstimated: marked !== undefined && marked.status !== 'official',
    exercises: agenda.exercises
      .filter(({ startDate, endDate }) => startDate <= date && date <= endDate)
      .map((exercise) => ({
        exercise,
        nth: distance(exercise.startDate, date) + 1,
        of: distance(exercise.startDate, exercise.endDate) + 1,
      })),
    lines: linesOf(deadlines.filter(({ due }) => due === date)),
  };
};

export const FILTERS = ['cua-toi', 'cong', 'chua-xong'] as const;
export type Filter = (typeof FILTERS)[number];
const isDone = ({ mark }: Deadline): boolean => mark === 'done' || mark === 'doneLate' || mark === 'notApplicable';
const PASSES: Readonly<Record<Filter, (deadline: Deadline) => boolean>> = {
  'cua-toi': ({ isOwn }) => isOwn,
  cong: ({ isGateTask }) => isGateTask,
  'chua-xong': (deadline) => !isDone(deadline),
};
export const passing = (deadlines: readonly Deadline[], filter: Filter | undefined): readonly Deadline[] =>
  filter === undefined ? deadlines : deadlines.filter(PASSES[filter]);
