/** Parts that the views of programmes share: heads, figures, reviews ahead, work, each with its words. */
import type { z } from 'zod';
import type { Calendar } from '../../domain/calendar/index.ts';
import { figureText, requirementText } from '../../domain/labels/figures-programme.ts';
import { EXERCISE_TYPE_NAMES, FILE_PHASES, PHASES } from '../../domain/labels/words.ts';
import {
  FIGURE_VERDICTS,
  GROUND_NAMES,
  PROGRAMME_KIND_NAMES,
  periodName,
  RECOMMENDATION_STATUSES,
  REVIEW_KIND_NAMES,
  REVIEW_STATUSES,
  reviewName,
} from '../../domain/labels/words-programme.ts';
import type { OrganisationState } from '../../domain/organisation/index.ts';
import { type Column, TERM, yearsOf } from '../../domain/programme/codes.ts';
import { quartersOf } from '../../domain/programme/draft.ts';
import type { Figure } from '../../domain/programme/figures.ts';
import type { Opened } from '../../domain/programme/index.ts';
import type {
  CountedExercise,
  Exemption,
  Indicator,
  ProgrammeReview,
  Recommendation,
  Verdict,
} from '../../domain/programme/state.ts';
import type { EntityId } from '../../domain/streams.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { FigureShown, ProgrammeReviewShown, ProgrammeShown, Words } from '../contract/index.ts';
import { bodyName, words } from '../words.ts';
import { unitNameOn } from './names.ts';
import { workingDaysTo } from './readiness.ts';

type Programme = z.output<typeof ProgrammeShown>;
export type ReviewAheadShown = Programme['reviews'][number];

const both = (say: (language: 'vi' | 'en') => string): Words => ({ vi: say('vi'), en: say('en') });

export const nameOf = ({ nameVi, nameEn }: Indicator): Words => words(nameVi, nameEn ?? nameVi);
export const periodWords = (period: string): Words => both((language) => periodName(period, language));
export const reviewWords = (review: string): Words => both((language) => reviewName(review, language));

export const figureView = ({ measure, unit }: Indicator, figure: Figure): z.output<typeof FigureShown> => {
  const { column, numerator, denominator, value, judged, exempt, qualifier, waiting, target, verdict, formula } =
    figure;
  return {
    ...{ column, numerator, denominator, value, judged, qualifier, waiting, target, verdict, formula },
    exempt: exempt.map((each) => ({ ...each, groundName: GROUND_NAMES[each.ground] })),
    verdictLabel: FIGURE_VERDICTS[verdict],
    text: both((language) => figureText(figure, measure, unit, language)),
  };
};

export const requirementOf = ({ comparator, unit }: Indicator, target: Figure['target']): Words =>
  both((language) => requirementText(comparator, target, unit, language));

/** The column of a day: its year, and the last year of a term that is over or the first of one ahead. */
export const columnOn = (state: Opened, today: LocalDate): Column => {
  const years = yearsOf(state.term);
  const year = today.slice(0, 4);
  if (years.includes(year)) return year;
  return (year < state.term.from ? years[0] : years.at(-1)) ?? TERM;
};

export const countsOf = (figures: readonly Figure[]): Programme['counts'] => {
  const count = (verdict: Verdict): number => figures.filter((figure) => figure.verdict === verdict).length;
  return {
    met: count('met'),
    notMet: count('notMet'),
    noData: count('noData'),
    waiting: count('waiting'),
    noTarget: count('noTarget'),
  };
};

export const headView = (org: OrganisationState, id: EntityId, state: Opened, today: LocalDate) => {
  const { kind, title, orgUnit, term, phase } = state;
  const label = phase === 'draft' ? PHASES.draft : phase === 'closed' ? PHASES.closed : FILE_PHASES.inForce;
  const shown = phase === 'none' ? ('draft' as const) : phase; // an opened one is at least a draft
  const unitName = unitNameOn(org, orgUnit, today);
  return {
    id,
    kind,
    kindName: PROGRAMME_KIND_NAMES[kind],
    title,
    orgUnit,
    unitName,
    term,
    phase: shown,
    phaseLabel: label,
  };
};

/** One that was added to the usual ones: called by its kind, told apart by its number. */
const isNumbered = (review: string): boolean => /^[A-Z]\d/.test(review);

export const aheadView = (calendar: Calendar, each: ProgrammeReview, today: LocalDate): ReviewAheadShown => {
  const { review, kind, status, from, to, opensOn, due } = each;
  return {
    ...{ review, kind, status, from, to, opensOn, due },
    name: isNumbered(review)
      ? both((language) => `${REVIEW_KIND_NAMES[kind][language]} (${review})`)
      : reviewWords(review),
    statusLabel: REVIEW_STATUSES[status],
    workingDaysLeft: workingDaysTo(calendar, due, today),
    overdue: (status === 'open' || status === 'planned') && due < today,
  };
};

/** Reviews by their day. */
export const byDue = (a: { readonly due: LocalDate }, b: { readonly due: LocalDate }): number =>
  a.due < b.due ? -1 : a.due > b.due ? 1 : 0;

export const recommendationView = (
  calendar: Calendar,
  { id, review, text, owner, due, status, evidence, returned, clearedOn }: Recommendation,
  today: LocalDate,
): Programme['recommendations'][number] => ({
  ...{ id, review, text, owner, due, status, evidence, returned, clearedOn },
  reviewName: reviewWords(review),
  ownerName: bodyName(owner),
  workingDaysLeft: workingDaysTo(calendar, due, today),
  overdue: status === 'open' && due < today,
  statusLabel: RECOMMENDATION_STATUSES[status],
});

export const quartersView = (
  recommendations: readonly Recommendation[],
): z.output<typeof ProgrammeReviewShown>['quarters'] =>
  quartersOf(recommendations).map((quarter) => ({ ...quarter, name: periodWords(quarter.quarter) }));

export const exemptionView = ({
  id,
  indicator,
  from,
  to,
  units,
  ground,
  reason,
  paper,
  ended,
}: Exemption): Programme['exemptions'][number] => ({
  ...{ id, indicator, from, to, ground, reason, paper, ended },
  units: units.map(({ unit, name }) => ({ unit, name })),
  groundName: GROUND_NAMES[ground],
});

export const countedView = (
  org: OrganisationState,
  { exercise, unit, exerciseType, heldOn, report, confirmed, enteredBy }: CountedExercise,
  today: LocalDate,
): Programme['exercises'][number] => ({
  ...{ exercise, unit, exerciseType, heldOn, report, confirmed, enteredBy },
  unitName: unitNameOn(org, unit, today),
  typeName: EXERCISE_TYPE_NAMES[exerciseType],
});
