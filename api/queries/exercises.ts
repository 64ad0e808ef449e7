/** The list of exercises and the file of one. */
import { sql } from 'kysely';
import type { z } from 'zod';
import { BOARDS, isDone } from '../../domain/exercise/index.ts';
import { rolesIn } from '../../domain/exercise/rights.ts';
import type { ExerciseFile, ExerciseList } from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { gateWithoutStrangers } from '../own/clashes.ts';
import { ownFile } from '../own/exercise.ts';
import { ownNow } from '../own/tasks.ts';
import type { Asker } from '../policy.ts';
import { gradeLabel } from '../words.ts';
import { reachOfAll, rowsFor, type Seer } from './access.ts';
import { besideOf } from './beside.ts';
import { calendarNow } from './calendar.ts';
import { taskViews } from './checklist.ts';
import { planClashes } from './clashes.ts';
import { classificationView } from './classification.ts';
import { gateViews } from './gates.ts';
import { unitsIn } from './names.ts';
import { byDeadline } from './order.ts';
import { judge, readinessView, summaryView, verdictRow } from './readiness.ts';
import { allExercises, type FiledExercise, type Moment, someExercises } from './sources.ts';

export interface ExerciseFilter {
  readonly year?: number | undefined;
  readonly type?: string | undefined;
  readonly orgUnit?: string | undefined;
  readonly phase?: string | undefined;
  readonly parentId?: string | undefined;
}

type Summary = z.output<typeof ExerciseList>['exercises'][number];

/** What of a file changes with time is asked of the file as it stood. */
const fitted = ({ startDate, phase }: Summary, asked: ExerciseFilter): boolean =>
  (asked.year === undefined || startDate?.slice(0, 4) === String(asked.year)) &&
  (asked.phase === undefined || phase === asked.phase);

/** Exercises that he sees, by id, at a moment; the year is that of the opening day. */
export const exerciseList = async (
  deps: ApiDeps,
  filter: ExerciseFilter,
  moment: Moment,
  seer: Seer,
): Promise<z.output<typeof ExerciseList>> => {
  const { year, type, orgUnit, phase, parentId } = filter;
  const conditions = [
    rowsFor(seer).seen,
    ...(year === undefined || moment.asOf
      ? []
      : [sql<boolean>`e.start_date BETWEEN ${`${year}-01-01`} AND ${`${year}-12-31`}`]),
    ...(type === undefined ? [] : [sql<boolean>`e.type = ${type}`]),
    ...(orgUnit === undefined ? [] : [sql<boolean>`e.org_unit = ${orgUnit}`]),
    ...(phase === undefined || moment.asOf ? [] : [sql<boolean>`e.phase = ${phase}`]),
    ...(parentId === undefined ? [] : [sql<boolean>`e.parent_id = ${parentId}`]),
  ];
  const where = sql<boolean>`${sql.join(conditions, sql` AND `)}`;
  const [calendar, exercises] = await Promise.all([
    calendarNow(deps, moment.asOf),
    allExercises(deps, moment.asOf, where),
  ]);
  const rows = exercises.map((filed) => verdictRow(calendar, filed, moment.today));
  return {
    ...moment,
    exercises: moment.asOf ? rows.filter((row) => fitted(row, filter)) : rows,
    units: unitsIn(seer.org, exercises, moment.today),
  };
};

const NEXT = 5;

export const exerciseFile = async (
  deps: ApiDeps,
  filed: FiledExercise,
  moment: Moment,
  asker: Asker,
): Promise<z.output<typeof ExerciseFile>> => {
  const { state } = filed;
  const { today } = moment;
  const calendar = await calendarNow(deps, moment.asOf);
  const tasks = taskViews(calendar, filed, today);
  const open = tasks.filter(({ status }) => status !== 'verified' && status !== 'waived');
  const seen = await reachOfAll(deps, asker);
  const children = await someExercises(
    deps,
    state.children.filter((id) => seen.has(id)),
    moment.asOf,
  );
  const [{ clashes, themes }, beside] = await Promise.all([
    planClashes(deps, filed, moment),
    besideOf(deps, filed.id, moment.asOf, asker),
  ]);
  const readiness = judge(calendar, state, today);
  const file: z.output<typeof ExerciseFile> = {
    ...summaryView(calendar, filed, today),
    ...moment,
    superiorUnit: state.superiorUnit,
    scale: state.scale,
    withDrill: state.withDrill,
    roles: rolesIn(state, asker.subject.actor.body),
    beside,
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
    gates: gateViews(calendar, state, today, clashes).map((gate) =>
      gateWithoutStrangers(
        gate,
        clashes.flatMap(({ exercises }) => exercises),
        seen,
        themes,
      ),
    ),
    readiness: readinessView(readiness),
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
  const own = await ownNow(deps, filed.id, asker);
  return own ? ownFile(file, own, { tasks, readiness }) : file;
};
