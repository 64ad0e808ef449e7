/** After the run: two scorers a domain, findings, corrective actions until each is verified, the grade, the end. */
import { addWorkingDays } from '../domain/calendar/index.ts';
import { bodyIn, type ExerciseState } from '../domain/exercise/index.ts';
import type { ReviewState } from '../domain/review/index.ts';
import { type EntityId, streamId } from '../domain/streams.ts';
import type { LocalDate } from '../domain/time.ts';
import { headOf, memberOf } from './cast.ts';
import type { PlannedReview } from './plan-shape.ts';
import type { Play } from './play.ts';

/** Working days after closing; a commune announces its grade on the next one (task X22). */
const DAYS = { city: { score: 3, grade: 8 }, commune: { score: 1, grade: 1 } } as const;

const plannedReview = (play: Play, id: EntityId): PlannedReview | undefined =>
  play.plan.reviews.find((review) => review.exercise === id);

export const workReview = async (play: Play, id: EntityId, today: LocalDate): Promise<void> => {
  const review = await play.review(id);
  if (review.phase === 'none' || review.phase === 'closed') return;
  const state = await play.exercise(id);
  const { endDate } = state;
  if (!endDate) return;
  const after = (days: number): boolean => addWorkingDays(play.calendar, endDate, days) <= today;
  const days = DAYS[state.template?.id === 'commune' ? 'commune' : 'city'];
  if (review.phase === 'open' && after(days.score)) await assess(play, id, state, endDate);
  if ((await play.review(id)).phase === 'open' && after(days.grade))
    await play.act(streamId('review', id), { type: 'DecideGrade' }, headOf(bodyIn(state, 'SB')));
  await pursueActions(play, id, state, today);
  const reviewed = state.gates.some((gate) => gate.code === 'G8' && gate.passed);
  if (reviewed && (await play.review(id)).phase === 'graded')
    await play.act(streamId('review', id), { type: 'FinishReview' }, memberOf(bodyIn(state, 'DB')));
};

const assess = async (play: Play, id: EntityId, state: ExerciseState, endDate: LocalDate): Promise<void> => {
  const stream = streamId('review', id);
  const review = await play.review(id);
  if (Object.values(review.scores).some((score) => score.scores.length > 0)) return;
  const planned = plannedReview(play, id);
  const directing = bodyIn(state, 'DB');
  for (const { code: domain, points } of review.sheet.domains) {
    const [first, second] = planned?.scores[domain] ?? [points * 0.8, points * 0.9];
    await play.act(stream, { type: 'RecordScore', domain, points: first }, memberOf(directing, 2));
    await play.act(stream, { type: 'RecordScore', domain, points: second }, memberOf(directing, 3));
  }
  for (const { domain, points, reason } of planned?.settled ?? [])
    await play.act(stream, { type: 'SettleScore', domain, points, reason }, headOf(bodyIn(state, 'SB')));
  for (const incident of planned?.incidents ?? [])
    await play.act(stream, { type: 'RecordIncident', ...incident }, memberOf(directing));
  for (const { id: finding, kind, text, cause, actions } of planned?.findings ?? []) {
    const command = { type: 'RecordFinding', finding, kind, text, ...(cause ? { cause } : {}) };
    await play.act(stream, command, memberOf(directing));
    for (const { id: action, text: what, owner, dueAfter, measure } of actions) {
      const due = addWorkingDays(play.calendar, endDate, dueAfter);
      const plan = { type: 'PlanAction', action, finding, text: what, owner, due, measure };
      await play.act(stream, plan, memberOf(directing));
    }
  }
};

/** Owners complete an action on its deadline; another body verifies it the same day. It is carried as soon as the later exercise has a file. */
const pursueActions = async (play: Play, id: EntityId, state: ExerciseState, today: LocalDate): Promise<void> => {
  const stream = streamId('review', id);
  const planned = plannedReview(play, id)?.findings.flatMap((finding) => finding.actions) ?? [];
  const { actions }: Pick<ReviewState, 'actions'> = await play.review(id);
  for (const action of Object.values(actions)) {
    const rule = planned.find((each) => each.id === action.id);
    const agency = bodyIn(state, 'SA');
    const judge = memberOf(action.owner === agency ? bodyIn(state, 'SB') : agency);
    const into = action.carriedInto === null && action.status !== 'closed' ? rule?.carryInto : undefined;
    const isKnown = play.plan.exercises.some(({ id: known }) => known === into);
    if (into && isKnown && (await play.exercise(into)).phase !== 'none') {
      await play.act(stream, { type: 'CarryAction', action: action.id, into, reason: action.text }, judge);
      continue;
    }
    if (action.status !== 'open' || action.due > today) continue;
    const evidence = rule?.evidence ?? action.measure;
    await play.act(stream, { type: 'CompleteAction', action: action.id, evidence }, memberOf(action.owner));
    await play.act(stream, { type: 'VerifyAction', action: action.id }, judge);
  }
};
