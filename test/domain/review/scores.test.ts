/** Scores by criterion, and what holds whatever is scored. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { coverageOf } from '../../../domain/review/coverage.ts';
import { DEFAULT_SHEET } from '../../../domain/review/default-sheet.ts';
import { failedTasks, gradeOf, type ScoreEntry, scoresOf, withEntry } from '../../../domain/review/scoring.ts';
import type { Step } from '../../support/domain.ts';
import { by, criteria, DB, decideGrade, file, NOW, SB, score, scored, seen, umpire } from './case.ts';

/** All criteria of a domain by one umpire, each in full but for those named. */
const byCriteria = (domain: string, person: string, less: Record<string, number> = {}) =>
  criteria(domain).map(({ code, points }) =>
    by(umpire(person), score(domain, less[code] ?? points, { criterion: code })),
  );
const rated = (person: string, criterion: string, points: number) =>
  by(umpire(person), score('safety', points, { criterion }));
const others = (domain: string) => scored().filter(({ command }) => command.domain !== domain);

describe('scores by criterion', () => {
  test('add up to the domain once an umpire has given them all', () => {
    file()
      .when(DB, NOW, score('safety', 3, { criterion: 'people', evidence: ['nhật ký trực ban'] }))
      .thenExactly({
        type: 'ScoreRecorded',
        domain: 'safety',
        criterion: 'people',
        points: 3,
        evidence: ['nhật ký trực ban'],
      });
    const [first, ...rest] = byCriteria('safety', 'a', { people: 2.5 });
    if (!first) throw new Error('safety has criteria');
    expect(file(first).state.scores.safety?.scores).toEqual([]);
    expect(file(first, ...rest).state.scores.safety?.scores).toEqual([{ scorer: 'a', points: 8.5 }]);
  });

  test('are not above the criterion, and only of criteria that the sheet has', () => {
    file()
      .when(DB, NOW, score('safety', 4.5, { criterion: 'people' }))
      .thenRefused('score-too-high', { domain: 'safety/people', points: 4.5, largest: 4 });
    file()
      .when(DB, NOW, score('safety', 1, { criterion: 'weather' }))
      .thenRefused('not-on-sheet', { part: 'safety/weather' });
    file()
      .when(DB, NOW, score('morale', 1, { criterion: 'people' }))
      .thenRefused('not-on-sheet', { part: 'morale/people' });
  });

  test('an umpire who then scores the whole domain replaces his criteria, and the other way round', () => {
    const whole = by(umpire('a'), score('safety', 7));
    expect(file(...byCriteria('safety', 'a'), whole).state.scores.safety?.scores).toEqual([{ scorer: 'a', points: 7 }]);
    expect(file(whole, ...byCriteria('safety', 'a')).state.scores.safety?.scores).toEqual([
      { scorer: 'a', points: 10 },
    ]);
  });

  test('an umpire who scores a criterion again replaces it; who scored last stands last', () => {
    const once = [rated('a', 'people', 1), rated('b', 'people', 3), rated('a', 'people', 2)];
    expect(file(...once).state.entries.map(({ scorer, points }) => [scorer, points])).toEqual([
      ['b', 3],
      ['a', 2],
    ]);
    const whole = ['a', 'b', 'a'].map((person, n) => by(umpire(person), score('safety', n + 5)));
    expect(file(...whole).state.scores.safety?.scores).toEqual([
      { scorer: 'b', points: 6 },
      { scorer: 'a', points: 7 },
    ]);
  });

  test('a critical task is judged by those who scored it, by the whole domain only where nobody did', () => {
    const whole = (person: string, points: number) => by(umpire(person), score('safety', points));
    const failed = (...past: Step[]) => failedTasks(DEFAULT_SHEET, file(...past).state.entries);
    const fails = ['safety/people'];
    expect(failed(whole('a', 0), rated('b', 'people', 3))).toEqual([]);
    expect(failed(whole('a', 5), rated('b', 'people', 0))).toEqual(fails);
    expect(failed(whole('a', 0), rated('b', 'discipline', 3))).toEqual(fails);
    expect(failed(whole('a', 0), whole('b', 1))).toEqual([]);
    expect(failed(rated('a', 'discipline', 0))).toEqual([]);
    expect(failed()).toEqual([]);
  });

  test('a critical task given 0 by all who scored it caps the grade like a serious incident', () => {
    const failed = [...byCriteria('safety', 'a', { people: 0 }), ...byCriteria('safety', 'b', { people: 0 })];
    file(...others('safety'), ...failed)
      .when(SB, NOW, decideGrade)
      .thenExactly({
        type: 'GradeDecided',
        points: 87,
        grade: 'pass',
        seriousIncidents: 0,
        failedTasks: ['safety/people'],
      });
    const doubtful = [...byCriteria('safety', 'a', { people: 0 }), ...byCriteria('safety', 'b', { people: 0.5 })];
    expect(failedTasks(DEFAULT_SHEET, file(...doubtful).state.entries)).toEqual([]);
    expect(failedTasks(DEFAULT_SHEET, file(by(umpire('a'), score('safety', 0))).state.entries)).toEqual([
      'safety/people',
    ]);
  });
});

describe('whatever is scored', () => {
  const entry = fc
    .record({
      domain: fc.constantFrom(...DEFAULT_SHEET.domains),
      part: fc.nat(5),
      scorer: fc.constantFrom('a', 'b', 'c'),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      backed: fc.boolean(),
    })
    .map(({ domain, part, scorer, share, backed }, version = 1): ScoreEntry => {
      const criterion = domain.criteria[part];
      return {
        domain: domain.code,
        criterion: criterion?.code ?? null,
        scorer,
        body: 'tam-ky.DB',
        points: share * (criterion ?? domain).points,
        evidence: backed ? ['ảnh'] : [],
        version,
      };
    });
  const observations = fc.array(
    fc.constantFrom(
      ...DEFAULT_SHEET.domains.flatMap((each) => each.criteria.map(({ code }) => `${each.code}/${code}`)),
    ),
    { maxLength: 6 },
  );

  test('coverage lies between 0 and 100 %, never falls with more observations, and a scorer counts once a domain', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 60 }), observations, observations, (given, some, more) => {
        const entries = given.reduce<readonly ScoreEntry[]>((all, each) => withEntry(all, each), []);
        const covered = (criteria: string[]) =>
          coverageOf({ sheet: DEFAULT_SHEET, entries, observations: criteria.map((each, n) => seen(`Q${n}`, each)) });
        const [less, full] = [covered(some), covered([...some, ...more])];
        expect(less.numerator).toBeGreaterThanOrEqual(0);
        expect(less.numerator).toBeLessThanOrEqual(less.denominator);
        expect(full.numerator).toBeGreaterThanOrEqual(less.numerator);
        expect(less.percent === null).toBe(less.denominator === 0);
        for (const { code, points } of DEFAULT_SHEET.domains) {
          const scores = scoresOf(DEFAULT_SHEET, entries, code);
          expect(new Set(scores.map(({ scorer }) => scorer)).size).toBe(scores.length);
          for (const each of scores) expect(each.points).toBeLessThanOrEqual(points + 0.01);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('better points for any criterion never earn a worse grade, critical tasks and incidents included', () => {
    const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 22, maxLength: 22 });
    const all = DEFAULT_SHEET.domains.flatMap((domain) => domain.criteria.map((criterion) => ({ domain, criterion })));
    const graded = (given: readonly number[], serious: number) => {
      const entries = all.flatMap(({ domain, criterion }, n) =>
        ['a', 'b'].map((scorer, version): ScoreEntry => {
          const points = (given[n] ?? 0) * criterion.points;
          const place = { domain: domain.code, criterion: criterion.code, scorer, body: 'tam-ky.DB', version };
          return { ...place, points, evidence: [] };
        }),
      );
      const scores = Object.fromEntries(
        DEFAULT_SHEET.domains.map(({ code }) => [
          code,
          { scores: scoresOf(DEFAULT_SHEET, entries, code), settled: null },
        ]),
      );
      return gradeOf(scores, serious + failedTasks(DEFAULT_SHEET, entries).length, DEFAULT_SHEET);
    };
    const rank = DEFAULT_SHEET.grades.map(({ code }) => code).reverse();
    fc.assert(
      fc.property(
        shares,
        fc.nat(21),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(1),
        (low, n, share, serious) => {
          const zeroed = low.map((each) => (each < 0.2 ? 0 : each));
          const high = zeroed.map((each, index) => (index === n ? Math.max(each, share) : each));
          const [worse, better] = [graded(zeroed, serious), graded(high, serious)];
          expect(better.points).toBeGreaterThanOrEqual(worse.points - 0.02);
          if (better.points >= worse.points)
            expect(rank.indexOf(better.grade)).toBeGreaterThanOrEqual(rank.indexOf(worse.grade));
          if (serious > 0) expect(rank.indexOf(better.grade)).toBeLessThanOrEqual(rank.indexOf('pass'));
        },
      ),
      { numRuns: 1000 },
    );
  });
});
