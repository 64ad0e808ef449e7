/** The reviews of a term: every half-year, every year, in the middle and at the end (template default, days editable). */
import { z } from 'zod';
import { addDays, earlier, LocalDate, later, localDate } from '../time.ts';
import { type Term, yearsOf } from './codes.ts';
import type { PlannedReview } from './state.ts';

export const ReviewRhythm = z
  .strictObject({
    sixMonth: z.boolean().default(true),
    yearly: z.boolean().default(true),
    midTerm: LocalDate.optional().meta({ description: 'Day of the mid-term review; left out: none' }),
    final: LocalDate.optional().meta({ description: 'Day of the final review; left out: the last day of the term' }),
  })
  .meta({ id: 'ReviewRhythm' });
export type ReviewRhythm = z.infer<typeof ReviewRhythm>;

/** Calendar days between a review's opening and its day. */
const OPENS_BEFORE = { sixMonth: 20, yearly: 25, midTerm: 30, final: 45 } as const;

/**
 * Reviews whose day comes after `signed`, by day. A half-year is reviewed on 30 June, a year on 25 December; the year in which
 * the term ends is reviewed by the final review, and so is the half-year of the mid-term review by that.
 */
export const reviewsOf = (term: Term, rhythm: ReviewRhythm, signed: LocalDate): PlannedReview[] => {
  const final = rhythm.final ?? term.to;
  const planned = (
    review: string,
    kind: PlannedReview['kind'],
    from: LocalDate,
    [to, due]: readonly [LocalDate, LocalDate],
  ): PlannedReview => ({
    ...{ review, kind, due },
    from: later(from, term.from),
    to: earlier(to, term.to),
    opensOn: later(addDays(due, -OPENS_BEFORE[kind]), addDays(signed, 1)),
  });
  const midTerm = rhythm.midTerm ? [planned('midTerm', 'midTerm', term.from, [rhythm.midTerm, rhythm.midTerm])] : [];
  const half = (day: LocalDate): string => `${day.slice(0, 4)}-${day.slice(5, 7) <= '06' ? 1 : 2}`;
  const isTaken = (day: LocalDate): boolean =>
    half(day) === half(final) || (rhythm.midTerm !== undefined && half(day) === half(rhythm.midTerm));
  const regular = yearsOf(term).flatMap((year): PlannedReview[] => {
    const [start, middle, close, end] = ['01-01', '06-30', '12-25', '12-31'].map((day) =>
      localDate(`${year}-${day}`),
    ) as [LocalDate, LocalDate, LocalDate, LocalDate]; // four days in, four days out
    return [
      ...(rhythm.sixMonth && !isTaken(middle)
        ? [planned(`${year}-sixMonth`, 'sixMonth', start, [middle, middle])]
        : []),
      ...(rhythm.yearly && !isTaken(close) ? [planned(`${year}-yearly`, 'yearly', start, [end, close])] : []),
    ];
  });
  return [...regular, ...midTerm, planned('final', 'final', term.from, [term.to, final])]
    .filter(({ due, kind }) => due > signed && (kind === 'final' || (due >= term.from && due < final)))
    .sort((a, b) => (a.due < b.due ? -1 : 1));
};
