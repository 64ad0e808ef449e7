/** What the staff read before they publish or adopt a version: what is new, what is gone, what is other. */
import { describe, expect, test } from '@jest/globals';
import { type Comparable, fieldChanges, isSame } from '../../../domain/template/difference.ts';
import { COMMUNE_TEMPLATE, differenceOf, type Template } from '../../../domain/template/index.ts';
import { row } from '../preparation/support.ts';

describe('a task that was changed', () => {
  const old: Comparable = row('X30', { after: ['X05', 'X04'] });

  test.each<[field: string, change: Partial<Comparable>, from: string, to: string]>([
    ['title', { titleVi: 'Phòng dịch' }, 'Việc X30 / Task X30', 'Phòng dịch / Task X30'],
    ['title', { titleEn: 'Disease control' }, 'Việc X30 / Task X30', 'Việc X30 / Disease control'],
    ['owner', { owner: 'POL' }, 'HEA', 'POL'],
    ['after', { after: ['X06', 'X05', 'X04'] }, 'X04, X05', 'X04, X05, X06'],
    ['after', { after: [] }, 'X04, X05', ''],
    ['due', { due: { anchor: 'E', days: 2 } }, 'T-20', 'E+2'],
    [
      'evidence',
      { evidence: { kind: 'report', labelVi: 'Báo cáo', labelEn: 'report' } },
      'Kế hoạch / plan',
      'Báo cáo / report',
    ],
    ['evidence', { evidence: null }, 'Kế hoạch / plan', ''],
    ['gate', { gate: 'G5' }, 'G4', 'G5'],
    ['secret', { secret: true }, '', 'secret'],
    ['rehearsal', { rehearsal: 'trialRun' }, '', 'trialRun'],
  ])('says of its %s %j what it was and what it is', (field, change, from, to) => {
    const next = { ...old, ...change };
    expect(fieldChanges(old, next)).toEqual([{ field, from, to }]);
    expect(fieldChanges(next, old)).toEqual([{ field, from: to, to: from }]);
  });

  test('the order in which predecessors are listed is no change', () => {
    expect(fieldChanges(old, { ...old, after: ['X04', 'X05'] })).toEqual([]);
  });

  test('several fields come in their order', () => {
    const next: Comparable = { ...old, secret: true, gate: 'G5', owner: 'POL' };
    expect(fieldChanges(old, next).map(({ field }) => field)).toEqual(['owner', 'gate', 'secret']);
  });
});

test.each<[a: unknown, b: unknown, same: boolean]>([
  [{ a: 1, b: { c: [1, 2], d: null } }, { b: { d: null, c: [1, 2] }, a: 1 }, true],
  [[{ b: 2, a: 1 }], [{ a: 1, b: 2 }], true],
  [{ c: 3, a: 1, b: 2 }, { b: 2, c: 3, a: 1 }, true],
  [[1, 2], [2, 1], false],
  [{ a: null }, { a: {} }, false],
  [{ a: [] }, { a: {} }, false],
  [{ a: 1, b: 2 }, { a: 2, b: 1 }, false],
  ['T-5', 'T-5', true],
  [5, '5', false],
])('as data %j and %j: same %s', (a, b, same) => {
  expect(isSame(a, b)).toBe(same);
});

describe('two versions of a template', () => {
  const next = (more: Partial<Template>): Template => ({ ...COMMUNE_TEMPLATE, version: 2, ...more });
  const { gates, scoreSheet, ladder } = COMMUNE_TEMPLATE;

  test('name the gates that one of them lacks and those that end with another task, in order', () => {
    const other = next({
      gates: gates
        .filter(({ code }) => code !== 'G8')
        .map((gate) => (gate.code === 'G3' ? { ...gate, gateTask: 'X05' } : gate))
        .reverse(),
    });
    const lacking = { ...COMMUNE_TEMPLATE, gates: gates.filter(({ code }) => code !== 'G1') };
    expect(differenceOf(lacking, other).gates).toEqual([
      { gate: 'G1', from: null, to: 'X02' },
      { gate: 'G3', from: 'X06', to: 'X05' },
      { gate: 'G8', from: 'X23', to: null },
    ]);
  });

  test('show ladder and scoring sheet before and after, each only when it is another', () => {
    const [stricter, sooner] = [
      { ...scoreSheet, scorers: 3 },
      { ...ladder, hour: 7 },
    ];
    expect(differenceOf(COMMUNE_TEMPLATE, next({ scoreSheet: stricter }))).toMatchObject({
      ladder: null,
      scoreSheet: { from: scoreSheet, to: stricter },
    });
    expect(differenceOf(COMMUNE_TEMPLATE, next({ ladder: sooner }))).toMatchObject({
      ladder: { from: ladder, to: sooner },
      scoreSheet: null,
    });
    expect(differenceOf(COMMUNE_TEMPLATE, next({ scoreSheet: structuredClone(scoreSheet) })).scoreSheet).toBeNull();
  });
});
