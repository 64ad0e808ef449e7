/** The score in the report: points, what is missing or apart, and the second figure beside each, its evidence coverage. */
import { describe, expect, test } from '@jest/globals';
import type { Observation } from '../../../domain/exercise/run-state.ts';
import { review } from '../../../domain/review/index.ts';
import { scoreReport } from '../../../domain/review/report-score.ts';
import { at, type Step } from '../../support/domain.ts';
import { by, DB, decideGrade, file, fileWith, SB, STREAM, score, scored, umpire } from './case.ts';

const scoring = (...past: Step[]) => scoreReport(file(...past).state);
const domain = (code: string, ...past: Step[]) => scoring(...past).domains.find((each) => each.code === code);
const rated = (person: string, code: string, points: number, more: object = {}) =>
  by(umpire(person), score(code, points, more));
const apart = (b: number) => [rated('a', 'leadership', 25), rated('b', 'leadership', b)];
const settled = by(SB, { type: 'SettleScore', domain: 'leadership', points: 18, reason: 'xem băng ghi' });
const seen = (id: string, criterion: string): Observation => ({
  id,
  seenAt: at('2027-04-13'),
  writtenAt: at('2027-04-13', 10),
  text: 'quân số đủ',
  item: null,
  criterion,
  kind: 'neutral',
  by: DB,
});

describe('a domain in the report', () => {
  test('stands with its names, what it can give, and every criterion, scored or not', () => {
    const safety = domain('safety', rated('a', 'safety', 4, { criterion: 'people', evidence: ['ảnh'] }));
    expect({ ...safety, criteria: safety?.criteria.slice(0, 2), lines: safety?.lines.length }).toEqual({
      code: 'safety',
      nameVi: 'An toàn, kỷ luật',
      nameEn: 'Safety and discipline',
      largest: 10,
      points: null,
      coverage: { numerator: 4, denominator: 4, percent: 100 },
      missing: 2,
      gap: 0,
      gapTooLarge: false,
      settled: null,
      criteria: [
        {
          code: 'people',
          nameVi: 'An toàn về người',
          nameEn: 'People are safe',
          largest: 4,
          critical: true,
          points: 4,
          coverage: { numerator: 4, denominator: 4, percent: 100 },
        },
        {
          code: 'materiel',
          nameVi: 'An toàn vũ khí, phương tiện',
          nameEn: 'Weapons and vehicles are safe',
          largest: 3,
          critical: false,
          points: null,
          coverage: { numerator: 0, denominator: 0, percent: null },
        },
      ],
      lines: 1,
    });
  });

  test.each([
    ['no scorer yet', [], { points: null, missing: 2, gap: 0, gapTooLarge: false }],
    ['one of two', [rated('a', 'leadership', 20)], { points: null, missing: 1, gap: 0, gapTooLarge: false }],
    ['two close together', apart(24.5), { points: 24.75, missing: 0, gap: 0.5, gapTooLarge: false }],
    ['as far apart as the sheet allows', apart(10), { points: 17.5, missing: 0, gap: 15, gapTooLarge: false }],
    [
      'as far, in tenths',
      [rated('a', 'leadership', 16.1), rated('b', 'leadership', 1.1)],
      { points: 8.6, missing: 0, gap: 15, gapTooLarge: false },
    ],
    ['too far apart', apart(9.9), { points: null, missing: 0, gap: 15.1, gapTooLarge: true }],
    ['three', [...apart(20), rated('c', 'leadership', 21)], { points: 22, missing: 0, gap: 5, gapTooLarge: false }],
    ['settled by the head', [...apart(5), settled], { points: 18, missing: 0, gap: 20, gapTooLarge: false }],
  ])('tells what it still waits for: %s', (_, past, want) => {
    expect(domain('leadership', ...past)).toMatchObject(want);
  });

  test('gives the head’s decision with its reason', () => {
    expect(domain('leadership', ...apart(5), settled)?.settled).toEqual({ points: 18, reason: 'xem băng ghi' });
  });

  test('gives each criterion the mean of those who scored it, each with its own coverage', () => {
    const criterion = 'people';
    const safety = domain(
      'safety',
      rated('a', 'safety', 4, { criterion, evidence: ['ảnh'] }),
      rated('b', 'safety', 2, { criterion }),
      rated('c', 'safety', 2, { criterion }),
      rated('c', 'safety', 1, { criterion: 'discipline' }),
    );
    expect(safety?.criteria.map(({ points, coverage }) => [points, coverage.percent])).toEqual([
      [2.67, 50],
      [null, null],
      [1, 0],
    ]);
    expect(safety?.coverage).toEqual({ numerator: 4, denominator: 9, percent: 44.44 });
  });

  test('opens to every scorer’s points of this domain with the observations on them', () => {
    const observations = [
      seen('QS-1', 'safety/people'),
      seen('QS-2', 'safety/discipline'),
      seen('QS-3', 'support/medical'),
    ];
    const past = [
      rated('a', 'safety', 4, { criterion: 'people', evidence: [{ event: 'drill/tan-thanh-2027/3' }] }),
      rated('b', 'safety', 9),
      rated('b', 'support', 9),
    ];
    const report = scoreReport(fileWith({ observations }, ...past).state);
    expect(report.domains.find(({ code }) => code === 'safety')?.lines).toEqual([
      {
        criterion: 'people',
        scorer: 'a',
        body: 'tam-ky.DB',
        points: 4,
        event: `${STREAM}/2`,
        evidence: [{ event: 'drill/tan-thanh-2027/3' }],
        observations: ['QS-1'],
      },
      {
        criterion: null,
        scorer: 'b',
        body: 'tam-ky.DB',
        points: 9,
        event: `${STREAM}/3`,
        evidence: [],
        observations: ['QS-1', 'QS-2'],
      },
    ]);
  });
});

describe('the whole score in the report', () => {
  test('adds up the domains that are complete, beside what they could give', () => {
    const safety = [rated('a', 'safety', 8.25), rated('b', 'safety', 9)];
    const support = [rated('a', 'support', 9), rated('b', 'support', 8)];
    expect(scoring().points).toBeNull();
    expect(scoring(...safety).points).toEqual({ sum: 8.63, of: 10 });
    expect(scoring(...safety, ...support, rated('a', 'documents', 20)).points).toEqual({ sum: 17.13, of: 20 });
    expect(scoring(...scored(0)).points).toEqual({ sum: 0, of: 100 });
    const thirds = ['safety', 'support', 'mobilisation'].flatMap((code) => [
      rated('a', code, 8),
      rated('b', code, 8),
      rated('c', code, 9),
    ]);
    const report = scoring(...thirds);
    expect(report.domains.flatMap(({ points }) => points ?? [])).toEqual([8.33, 8.33, 8.33]);
    expect(report.points).toEqual({ sum: 25, of: 35 });
  });

  test('has the grade by its name once it was decided, with the coverage of all points', () => {
    const rest = scored().filter(({ command }) => command.domain !== 'safety');
    const past = [...rest, rated('a', 'safety', 9, { evidence: ['nhật ký trực ban'] }), rated('b', 'safety', 9)];
    expect(scoring(...past)).toMatchObject({ points: { sum: 90, of: 100 }, result: null });
    expect(scoring(...past, by(SB, decideGrade))).toMatchObject({
      points: { sum: 90, of: 100 },
      result: { points: 90, grade: { code: 'excellent', nameVi: 'Giỏi', nameEn: 'excellent' } },
      coverage: { numerator: 9, denominator: 180, percent: 5 },
    });
    expect(scoring(...scored(0.5), by(SB, decideGrade)).result).toMatchObject({
      grade: { code: 'pass', nameVi: 'Đạt' },
    });
  });

  test('counts what caps the grade: serious incidents and failed critical tasks', () => {
    const incident = (severity: string) =>
      by(DB, { type: 'RecordIncident', subject: 'people', severity, note: 'ngã từ xe' });
    expect(scoring()).toMatchObject({ seriousIncidents: 0, failedTasks: [] });
    const zero = { criterion: 'people' };
    expect(
      scoring(incident('minor'), incident('serious'), incident('serious'), rated('a', 'safety', 0, zero)),
    ).toMatchObject({ seriousIncidents: 2, failedTasks: ['safety/people'] });
  });

  test('has no domains before the review opens', () => {
    expect(scoreReport(review.initial)).toMatchObject({ domains: [], points: null, result: null });
  });
});
