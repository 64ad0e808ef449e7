/** One review of a programme with its draft, and what changed in a programme between two days. */
import type { z } from 'zod';
import { FIGURE_VERDICTS } from '../../domain/labels/words-programme.ts';
import { differenceOf } from '../../domain/programme/difference.ts';
import { draftOf } from '../../domain/programme/draft.ts';
import type { Figure } from '../../domain/programme/figures.ts';
import type { Opened } from '../../domain/programme/index.ts';
import { reviewOf } from '../../domain/programme/reviews.ts';
import type { ProgrammeReview } from '../../domain/programme/state.ts';
import type { EntityId } from '../../domain/streams.ts';
import { endOfDay, type LocalDate } from '../../domain/time.ts';
import type { ProgrammeDifferenceShown, ProgrammeReviewShown } from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import type { Asker } from '../policy.ts';
import { Problem } from '../problems/index.ts';
import { bodyName } from '../words.ts';
import { calendarNow } from './calendar.ts';
import { aheadView, figureView, nameOf, quartersView, recommendationView, reviewWords } from './programme-views.ts';
import { programmeAt } from './programmes.ts';
import { workingDaysTo } from './readiness.ts';
import { type Moment, momentOf } from './sources.ts';

type Shown = z.output<typeof ProgrammeReviewShown>;

const heldView = ({ held }: ProgrammeReview): Shown['held'] => {
  if (!held) return null;
  const { event: _, figures, ...shown } = held;
  return { ...shown, figures: figures.map((each) => ({ ...each, verdictLabel: FIGURE_VERDICTS[each.verdict] })) };
};

const adjustedBy = (state: Opened, id: string): Shown['adjusted'] =>
  Object.values(state.indicators).flatMap(({ code, history }) =>
    history.filter(({ review }) => review === id).map((change) => ({ ...change, indicator: code })),
  );

/** Throws `programme-review-unknown`. */
export const programmeReview = async (
  deps: ApiDeps,
  { id, review: reviewId }: { readonly id: EntityId; readonly review: string },
  moment: Moment,
  asker: Asker,
): Promise<Shown> => {
  const [state, calendar] = await Promise.all([programmeAt(deps, id, moment, asker), calendarNow(deps, moment.asOf)]);
  const review = reviewOf(state, reviewId);
  const { column, lines, counts } = draftOf(state, review);
  const own = Object.values(state.recommendations).filter((each) => each.review === reviewId);
  return {
    id,
    version: state.version,
    ...moment,
    title: state.title,
    review: aheadView(calendar, review, moment.today),
    column,
    duties: Object.values(review.duties).map(({ body, due, contribution }) => ({
      ...{ body, due, contribution },
      bodyName: bodyName(body),
      workingDaysLeft: workingDaysTo(calendar, due, moment.today),
    })),
    counts,
    lines: lines.map(({ indicator, figure, trend, forecast }) => ({
      indicator: indicator.code,
      name: nameOf(indicator),
      unit: indicator.unit,
      owner: indicator.owner,
      comparator: indicator.comparator,
      measure: indicator.measure,
      figure: figureView(indicator, figure),
      trend,
      forecast,
    })),
    held: heldView(review),
    adjusted: adjustedBy(state, reviewId),
    recommendations: own.map((each) => recommendationView(calendar, each, moment.today)),
    quarters: quartersView(Object.values(state.recommendations)),
    commendations: state.commendations.filter((each) => each.review === reviewId),
  };
};

/** Null where the programme did not exist at that moment. */
const stateThen = async (deps: ApiDeps, id: EntityId, day: LocalDate, asker: Asker): Promise<Opened | null> => {
  try {
    return await programmeAt(deps, id, momentOf(deps, endOfDay(day)), asker);
  } catch (error) {
    if (error instanceof Problem && error.code === 'not-yet') return null;
    throw error;
  }
};

/** Between the ends of two days. Throws `not-yet` when the programme did not exist at the later one. */
export const programmeDifference = async (
  deps: ApiDeps,
  id: EntityId,
  [from, to]: readonly [LocalDate, LocalDate],
  asker: Asker,
): Promise<z.output<typeof ProgrammeDifferenceShown>> => {
  const [before, after] = await Promise.all([
    stateThen(deps, id, from, asker),
    programmeAt(deps, id, momentOf(deps, endOfDay(to)), asker),
  ]);
  const { figures, reviews, ...rest } = differenceOf(before, after);
  const view = (figure: Figure) => {
    const indicator = after.indicators[figure.indicator] ?? before?.indicators[figure.indicator];
    if (!indicator) throw new TypeError(`a figure without its indicator: ${figure.indicator}`);
    return figureView(indicator, figure);
  };
  return {
    ...{ id, from, to },
    fromVersion: before?.version ?? 0,
    toVersion: after.version,
    ...rest,
    figures: figures.map(({ indicator, column, before: was, after: is }) => ({
      ...{ indicator, column },
      before: was && view(was),
      after: view(is),
    })),
    reviews: reviews.map((each) => ({ ...each, name: reviewWords(each.review) })),
  };
};
