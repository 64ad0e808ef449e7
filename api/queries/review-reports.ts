/** The review report, and corrective actions across all reviews. */
import { sql } from 'kysely';
import type { z } from 'zod';
import type { BodyId, OrgUnitId } from '../../domain/people.ts';
import { Rejection } from '../../domain/rejection.ts';
import type { Action, ReviewState } from '../../domain/review/index.ts';
import { reportOf } from '../../domain/review/report.ts';
import type { EntityId } from '../../domain/streams.ts';
import type { ActionList, ReviewReportShown } from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { rowsFor, type Seer } from './access.ts';
import { calendarNow } from './calendar.ts';
import { byText } from './order.ts';
import { actionView } from './reviews.ts';
import { type Moment, stateOf } from './sources.ts';

/** What `db/projections/review.ts` wrote: the state without its actions. */
const fromDoc = (doc: string): ReviewState => ({ ...(JSON.parse(doc) as Omit<ReviewState, 'actions'>), actions: {} });

const reviewsNow = async ({ db }: ApiDeps, unit: OrgUnitId): Promise<ReviewState[]> => {
  const { rows } = await sql<{ readonly doc: string }>`
    SELECT doc FROM read.review WHERE coalesce(doc->>'heirUnit', doc->>'orgUnit') = ${unit}
    ORDER BY id COLLATE "C"`.execute(db);
  return rows.map(({ doc }) => fromDoc(doc));
};

/** Recurring limits are looked for among the reviews of today, whatever the moment asked for. */
export const reviewReport = async (
  deps: ApiDeps,
  id: EntityId,
  moment: Moment,
): Promise<z.output<typeof ReviewReportShown>> => {
  const review = await stateOf(deps, 'review', id, moment.asOf);
  const { exercise: exerciseId, orgUnit } = review;
  if (!exerciseId || !orgUnit) throw new Rejection('review-unknown', { id });
  const [exercise, drill, others, calendar] = await Promise.all([
    stateOf(deps, 'exercise', exerciseId, moment.asOf),
    stateOf(deps, 'drill', exerciseId, moment.asOf).catch(none),
    reviewsNow(deps, review.heirUnit ?? orgUnit),
    calendarNow(deps, moment.asOf),
  ]);
  const report = reportOf({ exercise, drill, review, others, calendar }, moment.today);
  if (!report) throw new Rejection('review-unknown', { id });
  const { mobilisation, annexes } = report;
  return {
    id,
    version: review.version,
    ...report,
    ...moment,
    mobilisation: mobilisation.map((each) => ({ ...each, counts: { ...each.counts } })),
    annexes: {
      ...annexes,
      rollCall: annexes.rollCall.map(({ unit, kind, station, reportedAt, counts }) => ({
        unit,
        kind,
        station,
        reportedAt,
        counts: { ...counts },
      })),
    },
  };
};

/** An exercise without a drill has none on file; anything else is a fault. */
const none = (error: unknown): null => {
  if (error instanceof Rejection && error.code === 'drill-unknown') return null;
  throw error;
};

export interface ActionFilter {
  readonly owner?: BodyId | undefined;
  readonly state?: Action['status'] | undefined;
  readonly unit?: OrgUnitId | undefined;
}

/** Those of reviews that he sees whole and those of his body, by deadline, then by review and number. */
export const actionList = async (
  deps: ApiDeps,
  { owner, state, unit }: ActionFilter,
  moment: Moment,
  seer: Seer,
): Promise<z.output<typeof ActionList>> => {
  const { bodies, actor } = seer.subject;
  const { rows } = await sql<{ readonly doc: string; readonly actions: string; readonly whole: boolean }>`
    SELECT r.doc, json_agg(a.doc) AS actions, bool_or(${rowsFor(seer).whole} OR ${actor.body} = ANY(r.leads)) AS whole
    FROM read.corrective_action a JOIN read.review r ON r.id = a.review_id JOIN read.exercise e ON e.id = r.exercise_id
    WHERE (${owner ?? null}::text IS NULL OR a.owner = ${owner ?? null})
      AND (${state ?? null}::text IS NULL OR a.state = ${state ?? null})
      AND (${unit ?? null}::text IS NULL OR coalesce(r.doc->>'heirUnit', r.doc->>'orgUnit') = ${unit ?? null})
    GROUP BY r.id`.execute(deps.db);
  const calendar = await calendarNow(deps);
  const actions = rows.flatMap((row) => {
    const review = fromDoc(row.doc);
    const { exercise, orgUnit, heirUnit } = review;
    if (!exercise || !orgUnit) return [];
    const own = JSON.parse(row.actions) as Action[]; // as `review`, of the same projection
    return own
      .map((action) => ({
        review: exercise,
        unit: heirUnit ?? orgUnit,
        ...actionView(calendar, review, action, moment.today),
      }))
      .filter((action) => row.whole || bodies.includes(action.owner) || bodies.includes(action.holder));
  });
  return { ...moment, actions: actions.sort(byText(({ due, review, id }) => `${due} ${review} ${id}`)) };
};
