/** The list of exercises and the file of one. */
import { sql } from 'kysely';
import type { z } from 'zod';
import { BOARDS, isDone } from '../../domain/exercise/index.ts';
import type { ExerciseFile, ExerciseList, TaskShown } from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { gradeLabel } from '../words.ts';
import { calendarNow } from './calendar.ts';
import { taskViews } from './checklist.ts';
import { planClashes } from './clashes.ts';
import { classificationView } from './classification.ts';
import { gateViews } from './gates.ts';
import { judge, readinessView, summaryView, verdictRow } from './readiness.ts';
import { exercisesNow, type FiledExercise, type Moment, someExercises } from './sources.ts';

export interface ExerciseFilter {
  readonly year?: number | undefined;
  readonly type?: string | undefined;
  readonly orgUnit?: string | undefined;
  readonly phase?: string | undefined;
  readonly parentId?: string | undefined;
}

/** Exercises by id; the year is that of the opening day. */
export const exerciseList = async (
  deps: ApiDeps,
  filter: ExerciseFilter,
  moment: Moment,
): Promise<z.output<typeof ExerciseList>> => {
  const { year, type, orgUnit, phase, parentId } = filter;
  const conditions = [
    ...(year === undefined ? [] : [sql<boolean>`e.start_date BETWEEN ${`${year}-01-01`} AND ${`${year}-12-31`}`]),
    ...(type === undefined ? [] : [sql<boolean>`e.type = ${type}`]),
    ...(orgUnit === undefined ? [] : [sql<boolean>`e.org_unit = ${orgUnit}`]),
    ...(phase === undefined ? [] : [sql<boolean>`e.phase = ${phase}`]),
    ...(parentId === undefined ? [] : [sql<boolean>`e.parent_id = ${parentId}`]),
  ];
  const where = conditions.length > 0 ? sql<boolean>`${sql.join(conditions, sql` AND `)}` : sql<boolean>`true`;
  const [calendar, exercises] = await Promise.all([calendarNow(deps), exercisesNow(deps, where)]);
  return { ...moment, exercises: exercises.map((filed) => verdictRow(calendar, filed, moment.today)) };
};

const NEXT = 5;
const byDeadline = (a: TaskShown, b: TaskShown): number =>
  a.due !== b.due ? (a.due < b.due ? -1 : 1) : a.code < b.code ? -1 : 1;

export const exerciseFile = async (
  deps: ApiDeps,
  filed: FiledExercise,
  moment: Moment,
): Promise<z.output<typeof ExerciseFile>> => {
  const { state } = filed;
  const { today } = moment;
  const calendar = await calendarNow(deps, moment.asOf);
  const tasks = taskViews(calendar, filed, today);
  const open = tasks.filter(({ status }) => status !== 'verified' && status !== 'waived');
  const children = await someExercises(deps, state.children, moment.asOf);
  return {
    ...summaryView(calendar, filed, today),
    ...moment,
    superiorUnit: state.superiorUnit,
    scale: state.scale,
    withDrill: state.withDrill,
    postponed: state.postponed,
    template: state.template,
    calendarVersion: state.calendarVersion,
    resolution: state.resolution,
    boards: BOARDS.flatMap((board) => {
      const decided = state.boards[board];
      return decided ? [{ board, ...decided }] : [];
    }),
    frame: state.frame,
    classification: classificationView(state, { kind: 'exercise' }),
    gates: gateViews(calendar, state, today, await planClashes(deps, filed, moment)),
    readiness: readinessView(judge(calendar, state, today)),
    children: children.map((child) => verdictRow(calendar, child, today)),
    tasks: {
      total: tasks.length,
      done: Object.values(state.tasks).filter(isDone).length,
      overdue: open.filter(({ mark }) => mark === 'overdue').length,
    },
    nextDeadlines: open.sort(byDeadline).slice(0, NEXT),
    stages: state.stages,
    drill: state.drill,
    review: state.review && { ...state.review, label: gradeLabel(state.review.grade) },
    cityAsks: state.cityAsks.map(({ change, because, reason, at, from, to }) => ({
      change,
      because,
      reason,
      at,
      from,
      to,
    })),
    resources: state.resources,
    carried: state.carried,
  };
};
