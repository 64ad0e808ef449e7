/** The sheet that a review scores by: what it may be, and what it must not. */
import { describe, expect, test } from '@jest/globals';
import { DEFAULT_SHEET } from '../../../domain/review/default-sheet.ts';
import { checkSheet, ScoreSheet } from '../../../domain/review/sheet.ts';
import { by, criteria, DB, decideGrade, fileWith, NOW, SB, score } from './case.ts';

describe('the scoring sheet', () => {
  test('as shipped is sound: criteria add up to their domain, domains to 100', () => {
    expect(ScoreSheet.parse(DEFAULT_SHEET)).toEqual(DEFAULT_SHEET);
    expect(checkSheet(DEFAULT_SHEET)).toEqual([]);
    expect(DEFAULT_SHEET.domains.map(({ code, points }) => [code, points])).toEqual([
      ['leadership', 25],
      ['documents', 20],
      ['livePart', 20],
      ['mobilisation', 15],
      ['support', 10],
      ['safety', 10],
    ]);
    for (const { criteria: each } of DEFAULT_SHEET.domains) expect([3, 4, 5]).toContain(each.length);
  });

  test('with a fault names every one', () => {
    const [first, ...rest] = DEFAULT_SHEET.domains;
    const [best, second, ...worse] = DEFAULT_SHEET.grades;
    if (!first || !best || !second) throw new Error('the shipped sheet is not empty');
    const faulty = {
      ...DEFAULT_SHEET,
      domains: [{ ...first, points: 30 }, ...rest, { ...first, criteria: [...first.criteria, ...first.criteria] }],
      grades: [second, best, ...worse],
      cap: 'medal',
    };
    expect(checkSheet(faulty)).toEqual([
      { kind: 'sheet-code-twice', code: 'leadership' },
      ...criteria('leadership').map(({ code }) => ({ kind: 'sheet-code-twice', code })),
      { kind: 'sheet-not-hundred', points: 130 },
      { kind: 'criteria-not-domain', domain: 'leadership', points: 25, of: 30 },
      { kind: 'criteria-not-domain', domain: 'leadership', points: 50, of: 25 },
      { kind: 'grade-order', grade: 'excellent' },
      { kind: 'cap-unknown', cap: 'medal' },
    ]);
    const harsh = DEFAULT_SHEET.grades.map((grade) => ({ ...grade, atLeast: Math.max(10, grade.atLeast) }));
    expect(checkSheet({ ...DEFAULT_SHEET, grades: harsh })).toEqual([{ kind: 'grade-order', grade: 'fail' }]);
    const equal = DEFAULT_SHEET.grades.map((grade) => ({
      ...grade,
      atLeast: grade.code === 'good' ? 85 : grade.atLeast,
    }));
    expect(checkSheet({ ...DEFAULT_SHEET, grades: equal })).toEqual([{ kind: 'grade-order', grade: 'good' }]);
  });

  test('of the exercise comes with the review: its domains, points, scorers and grades are those that count', () => {
    const sheet: ScoreSheet = {
      domains: [{ code: 'whole', nameVi: 'Chung', nameEn: 'All', points: 100, criteria: [] }],
      grades: [
        { code: 'done', nameVi: 'Hoàn thành tốt nhiệm vụ', nameEn: 'well done', atLeast: 60 },
        { code: 'notDone', nameVi: 'Chưa hoàn thành', nameEn: 'not done', atLeast: 0 },
      ],
      scorers: 1,
      largestGap: 5,
      cap: 'notDone',
    };
    expect(checkSheet(sheet)).toEqual([]);
    const own = fileWith({ sheet }, by(DB, score('whole', 61)));
    own
      .when(SB, NOW, decideGrade)
      .thenExactly({ type: 'GradeDecided', points: 61, grade: 'done', seriousIncidents: 0 });
    own.when(DB, NOW, score('safety', 5)).thenRefused('not-on-sheet', { part: 'safety' });
  });
});
