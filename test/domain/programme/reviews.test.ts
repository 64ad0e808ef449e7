/** The life of a programme: agreed, signed, reviewed on its days, adjusted with reasons, closed with its figures. */
import { describe, expect, test } from '@jest/globals';
import { CALENDAR } from '../../../domain/calendar/index.ts';
import { nextDueOf } from '../../../domain/programme/clock.ts';
import { differenceOf } from '../../../domain/programme/difference.ts';
import { draftOf, quartersOf } from '../../../domain/programme/draft.ts';
import { programme } from '../../../domain/programme/index.ts';
import { reviewsOf } from '../../../domain/programme/schedule.ts';
import { localDate } from '../../../domain/time.ts';
import { at, given } from '../../support/domain.ts';
import {
  after,
  conference,
  drafted,
  entered,
  FRONT,
  key,
  MPC,
  MPC_HEAD,
  observe,
  on,
  paper,
  SA,
  STREAM,
  sign,
  stateAfter,
} from './case.ts';

const term = { from: localDate('2021-01-01'), to: localDate('2025-12-31') };

describe('signing', () => {
  test('a coordination programme is signed after its conference, a resolution needs none', () => {
    given(programme, STREAM, drafted).when(MPC_HEAD, at('2021-01-13'), sign).thenRefused('conference-first');
    given(programme, STREAM, [...drafted, on('2021-01-12', SA, conference)])
      .when(SA, at('2021-01-13'), sign)
      .thenRefused('head-only');
  });

  test('plans every review of the term, the mid-term and the final one in place of those beside them', () => {
    const reviews = reviewsOf(
      term,
      { sixMonth: true, yearly: true, midTerm: localDate('2023-06-15') },
      localDate('2021-01-13'),
    );
    expect(reviews.map(({ review, opensOn, due }) => `${review} ${opensOn} ${due}`)).toEqual([
      '2021-sixMonth 2021-06-10 2021-06-30',
      '2021-yearly 2021-11-30 2021-12-25',
      '2022-sixMonth 2022-06-10 2022-06-30',
      '2022-yearly 2022-11-30 2022-12-25',
      'midTerm 2023-05-16 2023-06-15',
      '2023-yearly 2023-11-30 2023-12-25',
      '2024-sixMonth 2024-06-10 2024-06-30',
      '2024-yearly 2024-11-30 2024-12-25',
      '2025-sixMonth 2025-06-10 2025-06-30',
      'final 2025-11-16 2025-12-31',
    ]);
  });
});

const opened = observe('2021-06-10');
const contribution = { type: 'SubmitContribution', review: '2021-sixMonth', text: 'Đã thực hiện đủ' };
const meeting = {
  ...{ type: 'HoldProgrammeReview', review: '2021-sixMonth', date: '2021-06-30', conclusion: 'Giữ vững các chỉ tiêu' },
  minutes: { ...paper, number: '15/BB', date: '2021-06-30' },
};
const held = [opened, on('2021-06-20', SA, contribution), on('2021-06-30', SA, meeting)];

describe('a review', () => {
  test('is opened by the clock on its day, and every party then owes its report', () => {
    expect(nextDueOf(stateAfter(), CALENDAR)).toBe(at('2021-06-10', 7));
    after()
      .when(opened.by, opened.at, opened.command)
      .thenExactly({
        ...{ type: 'ProgrammeReviewOpened', review: '2021-sixMonth', kind: 'sixMonth', due: '2021-06-30' },
        parties: ['tam-ky.SA', 'tam-ky.FRONT'],
      });
    // 30 June less 7 working days
    expect(nextDueOf(stateAfter(opened), CALENDAR)).toBe(at('2021-06-21', 8));
  });

  test('reminds who has not reported, tells its head when it is late, and falls silent with the report', () => {
    const { when } = after(opened, on('2021-06-20', SA, contribution));
    const told = { rung: 'before7', audience: 'owner', to: 'tam-ky.FRONT', post: 'member', deadline: '2021-06-30' };
    when(opened.by, at('2021-06-21', 8), { type: 'ObserveTime', due: at('2021-06-21', 8) }).thenExactly({
      ...{ type: 'DutyReminded', duty: '2021-sixMonth/tam-ky.FRONT', ...told },
      ...{ daysLeft: 7, rungAt: at('2021-06-21', 8), lateMinutes: 0 },
    });
    const state = stateAfter(opened, on('2021-06-20', SA, contribution), on('2021-06-20', FRONT, contribution));
    expect(nextDueOf(state, CALENDAR)).toBe(at('2021-11-30', 7));
  });

  test('freezes the figures it was held with, and names who had not reported', () => {
    const figures = entered('2021-06-25', { ...key('PH1', '2021'), numerator: 96, denominator: 100 } as never);
    const state = stateAfter(opened, on('2021-06-20', SA, contribution), ...figures, on('2021-06-30', SA, meeting));
    const { held: kept } = state.reviews['2021-sixMonth'] ?? {};
    expect(kept?.missing).toEqual(['tam-ky.FRONT']);
    expect(kept?.figures.find(({ indicator }) => indicator === 'PH1')).toMatchObject({ value: 96, verdict: 'met' });
  });

  test('has a draft that tells met, not met and no data apart', () => {
    const figures = entered(
      '2021-06-25',
      { ...key('PH1', '2021'), numerator: 96, denominator: 100 } as never,
      { ...key('PH2', '2021'), numerator: 9, denominator: 3 } as never,
    );
    const state = stateAfter(opened, ...figures);
    const review = state.reviews['2021-sixMonth'];
    if (!review) throw new Error('not opened');
    expect(draftOf(state, review).counts).toEqual({ met: 1, notMet: 1, noData: 2, waiting: 0, noTarget: 1 });
  });

  test('changes targets only when it was held, with a reason, and the old target stays in the history', () => {
    const change = {
      type: 'ChangeTarget',
      indicator: 'PH1',
      column: '2022',
      target: 97,
      reason: 'vượt sớm',
      review: '2021-sixMonth',
    };
    after(opened).when(MPC_HEAD, at('2021-06-30'), change).thenRefused('review-not-held');
    const { reason: _, ...without } = change;
    after(...held)
      .when(MPC_HEAD, at('2021-07-01'), without)
      .thenInvalid();
    const state = stateAfter(...held, on('2021-07-01', MPC_HEAD, change));
    expect(state.indicators.PH1?.history.at(-1)).toMatchObject({
      from: 95,
      to: 97,
      reason: 'vượt sớm',
      review: '2021-sixMonth',
    });
    const before = stateAfter(...held);
    const difference = differenceOf(before, state);
    expect(difference.targets.map(({ indicator, column, from, to }) => [indicator, column, from, to])).toEqual([
      ['PH1', '2022', 95, 97],
    ]);
    expect(difference.figures.map(({ indicator, column }) => `${indicator} ${column}`)).toEqual(['PH1 2022']);
  });

  test('leaves work behind that is cleared quarter by quarter, confirmed by another body', () => {
    const ask = (recommendation: string, due: string) =>
      on('2021-06-30', SA, {
        type: 'RecordRecommendation',
        review: '2021-sixMonth',
        recommendation,
        text: 'Rà soát',
        owner: 'tam-ky.FRONT',
        due,
      });
    const done = on('2021-10-05', FRONT, { type: 'CompleteRecommendation', recommendation: 'K1', evidence: '12/BC' });
    const confirm = { type: 'ConfirmRecommendation', recommendation: 'K1' };
    after(...held, ask('K1', '2021-09-15'), done)
      .when(FRONT, at('2021-10-06'), confirm)
      .thenRefused('own-work');
    const state = stateAfter(
      ...held,
      ask('K1', '2021-09-15'),
      ask('K2', '2021-09-20'),
      ask('K3', '2021-12-20'),
      done,
      on('2021-10-06', MPC, confirm),
    );
    expect(quartersOf(Object.values(state.recommendations))).toEqual([
      { quarter: '2021-Q3', due: 2, cleared: 1, late: 1, open: ['K2'] },
      { quarter: '2021-Q4', due: 1, cleared: 0, late: 0, open: ['K3'] },
    ]);
  });
});

test('a programme is closed with its figures once its final review is finished, and then sleeps', () => {
  const { when } = after(...held);
  when(MPC_HEAD, at('2021-07-01'), { type: 'CloseProgramme', paper }).thenRefused('final-review-first');
  const final = { review: 'final' };
  const state = stateAfter(
    ...held,
    observe('2025-11-16'),
    on('2025-12-30', SA, { ...meeting, ...final, date: '2025-12-30' }),
    on('2025-12-30', SA, { type: 'FinishProgrammeReview', ...final }),
    on('2025-12-31', MPC_HEAD, { type: 'CloseProgramme', paper: { ...paper, date: '2025-12-31' } }),
  );
  expect(state.phase).toBe('closed');
  expect(state.closed?.figures).toHaveLength(5 * 6);
  expect(nextDueOf(state, CALENDAR)).toBeNull();
});
