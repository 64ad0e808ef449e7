/** What falls on which day: deadlines, days of exercises, holidays. Rows of what the asker does not see are not there. */
import type { z } from 'zod';
import { type Calendar, statusOf } from '../../domain/calendar/index.ts';
import { isDone, type Task } from '../../domain/exercise/index.ts';
import { nameOfUnit } from '../../domain/organisation/lookup.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { Agenda } from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { ownIn } from '../own/tasks.ts';
import { bodyName, words } from '../words.ts';
import { reachOfAll, rowsFor, type Seer } from './access.ts';
import { calendarNow } from './calendar.ts';
import { taskView } from './checklist.ts';
import { byText } from './order.ts';
import { isWorkedOn, summaryView } from './readiness.ts';
import { allExercises, exercisesNow, type FiledExercise, type Moment } from './sources.ts';

type Shown = z.output<typeof Agenda>;
export interface Span {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

const dayKinds = (calendar: Calendar, { from, to }: Span): Pick<Shown, 'days' | 'unknownYears'> => {
  const first = Number(from.slice(0, 4));
  const years = Array.from({ length: Number(to.slice(0, 4)) - first + 1 }, (_, index) => first + index);
  const days = years.flatMap((year): Shown['days'][number][] => {
    const table = calendar.years[year];
    if (!table) return [];
    const day = (kind: 'off' | 'madeUp') => (date: LocalDate) => ({
      date,
      kind,
      status: statusOf(calendar, date) ?? table.status,
    });
    return [...table.off.map(day('off')), ...(table.madeUp === 'unknown' ? [] : table.madeUp.map(day('madeUp')))];
  });
  return {
    days: days.filter(({ date }) => date >= from && date <= to).sort(byText(({ date }) => date)),
    unknownYears: years.filter((year) => !calendar.years[year]),
  };
};

const deadlinesOf = (
  calendar: Calendar,
  { id, state }: FiledExercise,
  tasks: readonly Task[],
  { subject, org, day }: Seer,
  today: LocalDate,
): Shown['deadlines'][number][] =>
  tasks.map((task) => {
    const unit = state.orgUnit;
    const called = (language: 'vi' | 'en'): string => (unit ? nameOfUnit(org, unit, day, language) : '');
    const { code, title, owner, isGateTask, status, mark, due } = taskView(calendar, id, state, task, today);
    const who = { owner, ownerName: bodyName(owner), isOwn: subject.bodies.includes(owner) };
    const where = { exercise: id, theme: state.theme, unitName: words(called('vi'), called('en')) };
    return { ...where, code, title, ...who, isGateTask, status, mark, due };
  });

/** Deadlines of exercises that are worked on, and what was done; days of those that are not cancelled. */
export const agendaOf = async (deps: ApiDeps, span: Span, moment: Moment, seer: Seer): Promise<Shown> => {
  const [calendar, reach, filed] = await Promise.all([
    calendarNow(deps, moment.asOf),
    reachOfAll(deps, seer),
    allExercises(deps, moment.asOf, rowsFor(seer).seen),
  ]);
  const { bodies } = seer.subject;
  const now = new Map(
    (moment.asOf ? await exercisesNow(deps, rowsFor(seer).seen) : filed).map((each) => [each.id, each]),
  );
  const within = (date: LocalDate): boolean => date >= span.from && date <= span.to;
  const deadlines = filed.flatMap((each) => {
    const own = reach.get(each.id) === 'whole' ? null : ownIn(each.id, (now.get(each.id) ?? each).state, bodies);
    const tasks = Object.values(each.state.tasks).filter(
      (task) =>
        within(task.due) &&
        task.status !== 'waived' &&
        (own === null || own.tasks.has(task.code)) &&
        (isWorkedOn(each.state) || isDone(task)),
    );
    return deadlinesOf(calendar, each, tasks, seer, moment.today);
  });
  const exercises = filed.flatMap((each) => {
    const { startDate, endDate } = each.state;
    if (!startDate || !endDate || endDate < span.from || startDate > span.to) return [];
    if (each.state.phase === 'cancelled' || each.state.postponed) return [];
    const { id, theme, codeName, orgUnit, phase, phaseLabel } = summaryView(calendar, each, moment.today);
    return [{ id, theme, codeName, orgUnit, startDate, endDate, phase, phaseLabel }];
  });
  return {
    ...moment,
    ...span,
    ...dayKinds(calendar, span),
    exercises: exercises.sort(byText(({ startDate, id }) => `${startDate} ${id}`)),
    deadlines: deadlines.sort(byText(({ due, exercise, code }) => `${due} ${exercise} ${code}`)),
  };
};
