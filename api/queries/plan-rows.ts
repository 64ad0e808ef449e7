/** Days, tasks and owners of a plan that is not on file yet. */
import { type Calendar, dueDate, formatOffset, isWorkingDay, statusOf } from '../../domain/calendar/index.ts';
import { bodyFor, type ExerciseState } from '../../domain/exercise/index.ts';
import { withinTables } from '../../domain/ladder/index.ts';
import { isEntered, isInForce } from '../../domain/organisation/lookup.ts';
import type { BodyCode, BodyId } from '../../domain/people.ts';
import type { Template, TemplateTask } from '../../domain/template/index.ts';
import { type LocalDate, weekday } from '../../domain/time.ts';
import type { PlansAsked, WouldBe } from '../contract/index.ts';
import type { Asker } from '../policy.ts';
import { words } from '../words.ts';
import { namesIn } from './names.ts';
import { byText } from './order.ts';
import { workingDaysTo } from './readiness.ts';

export interface PlanRows {
  readonly calendar: Calendar;
  readonly asker: Asker;
  readonly today: LocalDate;
  readonly template: Template | null;
  readonly asked: PlansAsked['plans'][number];
  /** As it would be planned; null where the plan would be refused. */
  readonly state: ExerciseState | null;
}

const FRIDAY = 5;

export const dayAsked = (calendar: Calendar, date: LocalDate): WouldBe['start'] => {
  const working = withinTables(() => isWorkingDay(calendar, date));
  return {
    date,
    isWorkingDay: working,
    isHoliday: working === false && weekday(date) <= FRIDAY,
    tableStatus: statusOf(calendar, date),
  };
};

const ownerOf = ({ asked: { draft, plan } }: PlanRows, code: BodyCode): BodyId => {
  const { exerciseType: type, orgUnit, superiorUnit = orgUnit } = draft;
  return plan.owners?.[code] ?? bodyFor(code, { type, orgUnit, superiorUnit });
};

const nameOf = ({ asker, today }: PlanRows, body: BodyId) =>
  words(namesIn(asker.org, {}, today, 'vi').body(body), namesIn(asker.org, {}, today, 'en').body(body));

/** Until an organisation is entered, every body is believed. */
const standing = ({ asker, today }: PlanRows, body: BodyId): boolean =>
  !isEntered(asker.org) || isInForce(asker.org, body, today);

/** By deadline; those beyond the tables last. A compressed run shows the days it would come to once it can be planned. */
export const tasksWouldBe = (rows: PlanRows): WouldBe['tasks'] => {
  const { template, calendar, today, asked, state } = rows;
  const view = (task: TemplateTask): WouldBe['tasks'][number] => {
    const planned = state?.tasks[task.code];
    const owner = ownerOf(rows, task.owner);
    const due = planned?.due ?? withinTables(() => dueDate(calendar, task.due, asked.plan));
    return {
      code: task.code,
      title: words(task.titleVi, task.titleEn),
      gate: task.gate,
      isGateTask: template?.gates.some(({ gateTask }) => gateTask === task.code) ?? false,
      offset: formatOffset(planned?.offset ?? task.due),
      owner,
      ownerName: nameOf(rows, owner),
      ownerInForce: standing(rows, owner),
      due,
      workingDaysLeft: workingDaysTo(calendar, due, today),
    };
  };
  return (template?.tasks ?? []).map(view).sort(byText(({ due, code }) => `${due ?? '9999'} ${code}`));
};

/** One row for each code of the template, in the order in which tasks name them. */
export const ownersWouldBe = (rows: PlanRows): WouldBe['owners'] => {
  const counts = new Map<BodyCode, number>();
  for (const { owner } of rows.template?.tasks ?? []) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  return [...counts].map(([code, tasks]) => {
    const body = ownerOf(rows, code);
    return { code, body, name: nameOf(rows, body), inForce: standing(rows, body), tasks };
  });
};
