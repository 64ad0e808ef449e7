/** A review from its opening to its grade. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SYSTEM } from '../../../domain/people.ts';
import { followUpsOf } from '../../../domain/registry.ts';
import {
  type DomainScore,
  gapOf,
  gradeOf,
  review,
  SCORE_DOMAINS,
  SCORE_SHEET,
  type ScoreDomain,
} from '../../../domain/review/index.ts';
import { StreamId } from '../../../domain/streams.ts';
import { type Command, given, head, knowing, member, send } from '../../support/domain.ts';
import { by, CMC, DB, decideGrade, file, graded, NOW, opening, SB, STREAM, score, scored } from './case.ts';

const settle = (domain: string, points: number): Command => ({
  type: 'SettleScore',
  domain,
  points,
  reason: 'xem lại băng ghi',
});

const largest = (domain: string): number => SCORE_SHEET[domain] ?? 0;

describe('the review', () => {
  test('is opened by the close of the run, once', () => {
    given(review, STREAM, [])
      .when(SYSTEM, NOW, opening)
      .thenExactly({ ...opening, type: 'ReviewOpened' });
    file().when(SYSTEM, NOW, opening).thenExactly();
    given(review, STREAM, []).when(DB, NOW, score('safety', 5)).thenRefused('review-unknown', { id: 'tan-thanh-2027' });
    const meta = { stream: StreamId.parse(STREAM), commandId: 'c', at: NOW, by: DB };
    for (const command of [opening, { type: 'ObserveTime', due: NOW }])
      expect(() => review.decide(command as never, review.initial, meta, knowing())).toThrow('system-only');
  });

  test('time alone changes nothing of it', () => {
    expect(review.nextDue(file().state, knowing())).toBeNull();
    file().when(SYSTEM, NOW, { type: 'ObserveTime', due: NOW }).thenExactly();
  });
});

describe('scores', () => {
  test('two umpires score a domain, the mean counts', () => {
    file()
      .when(DB, NOW, score('documents', 17.5))
      .thenExactly({ type: 'ScoreRecorded', domain: 'documents', points: 17.5 });
    const { state } = file(
      by(member('tam-ky.DB', 'a'), score('safety', 8)),
      by(member('tam-ky.DB', 'b'), score('safety', 9)),
    );
    expect(state.scores.safety && gapOf(state.scores.safety)).toBe(1);
    const rest = scored(1).filter((each) => each.command.domain !== 'safety');
    file(...rest, by(member('tam-ky.DB', 'a'), score('safety', 8)), by(member('tam-ky.DB', 'b'), score('safety', 9)))
      .when(SB, NOW, decideGrade)
      .thenExactly({ type: 'GradeDecided', points: 98.5, grade: 'excellent', seriousIncidents: 0 });
  });

  test('an umpire who scores again replaces his own score, and is still one', () => {
    const twice = [by(DB, score('safety', 3)), by(DB, score('safety', 8))];
    expect(file(...twice).state.scores.safety?.scores).toEqual([{ scorer: 'tam-ky.db', points: 8 }]);
    file(...scored(1).filter((each) => each.command.domain !== 'safety'), ...twice)
      .when(SB, NOW, decideGrade)
      .thenRefused('scorers-missing', { domain: 'safety', have: 1, need: 2 });
  });

  test('no domain gives more than the sheet', () => {
    file()
      .when(DB, NOW, score('mobilisation', 15))
      .thenExactly({ type: 'ScoreRecorded', domain: 'mobilisation', points: 15 });
    file()
      .when(DB, NOW, score('mobilisation', 15.1))
      .thenRefused('score-too-high', { domain: 'mobilisation', points: 15.1, largest: 15 });
    file()
      .when(SB, NOW, settle('safety', 11))
      .thenRefused('score-too-high', { domain: 'safety', points: 11, largest: 10 });
    for (const points of [-1, Number.NaN, Number.POSITIVE_INFINITY, 101, '5'])
      file()
        .when(DB, NOW, { ...score('safety', 0), points })
        .thenInvalid();
    file().when(DB, NOW, score('morale', 5)).thenRefused('not-on-sheet', { part: 'morale' });
    file().when(DB, NOW, score('Morale!', 5)).thenInvalid();
  });

  test('a gap over 15 points waits for the head of the steering board', () => {
    const rest = scored(1).filter((each) => each.command.domain !== 'leadership');
    const apart = (points: number) => [
      ...rest,
      by(member('tam-ky.DB', 'a'), score('leadership', 25)),
      by(member('tam-ky.DB', 'b'), score('leadership', points)),
    ];
    file(...apart(10))
      .when(SB, NOW, decideGrade)
      .thenExactly({ type: 'GradeDecided', points: 92.5, grade: 'excellent', seriousIncidents: 0 });
    file(...apart(9))
      .when(SB, NOW, decideGrade)
      .thenRefused('score-gap', { domain: 'leadership', gap: 16, largest: 15 });
    file(...apart(9))
      .when(SB, NOW, settle('leadership', 12))
      .thenExactly({ type: 'ScoreSettled', domain: 'leadership', points: 12, reason: 'xem lại băng ghi' });
    file(...apart(9), by(SB, settle('leadership', 12)))
      .when(SB, NOW, decideGrade)
      .thenExactly({ type: 'GradeDecided', points: 87, grade: 'excellent', seriousIncidents: 0 });
  });

  test('umpires score, only the head settles and decides', () => {
    file()
      .when(CMC, NOW, score('safety', 5))
      .thenRefused('not-your-body', { allowed: ['tam-ky.DB', 'tam-ky.SB'] });
    file()
      .when(member('tam-ky.SB'), NOW, settle('safety', 5))
      .thenRefused('head-only', { allowed: ['tam-ky.SB'] });
    file(...scored(1))
      .when(member('tam-ky.SB'), NOW, decideGrade)
      .thenRefused('head-only', { allowed: ['tam-ky.SB'] });
    file(...scored(1))
      .when(head('tam-ky.DB'), NOW, decideGrade)
      .thenRefused('not-your-body', { allowed: ['tam-ky.SB'] });
  });
});

describe('the grade', () => {
  const sheet = (points: number): Record<ScoreDomain, DomainScore> => {
    const share = (domain: ScoreDomain): DomainScore => ({
      scores: [],
      settled: { points: (points * largest(domain)) / 100, reason: 'x' },
    });
    return {
      leadership: share('leadership'),
      documents: share('documents'),
      livePart: share('livePart'),
      mobilisation: share('mobilisation'),
      support: share('support'),
      safety: share('safety'),
    };
  };

  test.each([
    [100, 'excellent'],
    [85, 'excellent'],
    [84.99, 'good'],
    [70, 'good'],
    [69.99, 'pass'],
    [50, 'pass'],
    [49.99, 'fail'],
    [0, 'fail'],
  ] as const)('%d points are %s', (points, grade) => {
    expect(gradeOf(sheet(points), 0)).toEqual({ points, grade });
  });

  test.each([
    [95, 'pass'],
    [72, 'pass'],
    [55, 'pass'],
    [40, 'fail'],
  ] as const)('any serious safety incident caps %d points at %s', (points, grade) => {
    expect(gradeOf(sheet(points), 1)).toEqual({ points, grade });
  });

  test('a serious incident caps it, a minor one does not', () => {
    const incident = (severity: string): Command => ({
      type: 'RecordIncident',
      subject: 'vehicles',
      severity,
      note: 'xe trượt',
    });
    file()
      .when(CMC, NOW, incident('minor'))
      .thenExactly({ ...incident('minor'), type: 'IncidentRecorded' });
    file(...scored(0.9), by(CMC, incident('minor')))
      .when(SB, NOW, decideGrade)
      .thenExactly({ type: 'GradeDecided', points: 90, grade: 'excellent', seriousIncidents: 0 });
    file(...scored(0.9), by(CMC, incident('serious')), by(CMC, incident('serious')))
      .when(SB, NOW, decideGrade)
      .thenExactly({ type: 'GradeDecided', points: 90, grade: 'pass', seriousIncidents: 2 });
    file().when(member('tan-thanh.POL'), NOW, incident('serious')).thenRefused('not-your-body');
  });

  test('goes back to the exercise, and is decided once', () => {
    const before = file(...scored(0.9));
    const { facts } = send(STREAM, before.state, by(SB, decideGrade));
    expect(followUpsOf(StreamId.parse(STREAM), before.state, facts)).toMatchObject([
      { stream: 'exercise/tan-thanh-2027', command: { type: 'NoteReviewResult', points: 90, grade: 'excellent' } },
    ]);
    const done = file(...graded);
    expect(done.state).toMatchObject({ phase: 'graded', result: { points: 90, grade: 'excellent' } });
    for (const command of [decideGrade, settle('safety', 1)])
      done.when(SB, NOW, command).thenRefused('review-phase', { phase: 'graded', what: command.type });
    done.when(DB, NOW, score('safety', 1)).thenRefused('review-phase', { phase: 'graded', what: 'RecordScore' });
    done
      .when(DB, NOW, { type: 'RecordIncident', subject: 'people', severity: 'minor', note: 'x' })
      .thenRefused('review-phase', { what: 'RecordIncident' });
  });

  test('points are the sum of the domains, within the sheet, and better scores never earn a worse grade', () => {
    const part = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 12, maxLength: 12 });
    const made = (shares: readonly number[]) =>
      Object.fromEntries(
        SCORE_DOMAINS.map((domain, n): [ScoreDomain, DomainScore] => {
          const points = [shares[2 * n] ?? 0, shares[2 * n + 1] ?? 0].map(
            (share) => 10 * share * (largest(domain) / 25) + largest(domain) / 2,
          );
          return [domain, { scores: points.map((each, i) => ({ scorer: String(i), points: each })), settled: null }];
        }),
      ) as Record<ScoreDomain, DomainScore>;
    const rank = ['fail', 'pass', 'good', 'excellent'];
    fc.assert(
      fc.property(part, part, fc.nat(2), (shares, less, serious) => {
        const high = gradeOf(made(shares), serious);
        const low = gradeOf(made(shares.map((share, n) => share * (less[n] ?? 1))), serious);
        expect(high.points).toBeGreaterThanOrEqual(low.points);
        expect(high.points).toBeLessThanOrEqual(100);
        expect(rank.indexOf(high.grade)).toBeGreaterThanOrEqual(rank.indexOf(low.grade));
        expect(Math.round(high.points * 100) / 100).toBe(high.points);
      }),
      { numRuns: 300 },
    );
  });
});
