/** What people type into the forms of a programme, and what is sent of it. */
import { expect, test } from '@jest/globals';
import { readAmount, readWhole } from '../../web/pages/programmes/amounts.ts';
import { nextCode } from '../../web/pages/programmes/indicator-draft.ts';
import { faultIn, pastedColumn, type SheetRow, totalOf } from '../../web/pages/programmes/sheet-form.ts';

test.each([
  ['27,32', 27.32],
  ['1.234', 1234],
  ['1.234,5', 1234.5],
  ['95.5', 95.5],
  [' 2 500 ', 2500],
  ['chín', null],
  ['', null],
  ['-1', null],
  ['1,2,3', null],
])('an amount typed as %j is %j', (typed, amount) => {
  expect(readAmount(typed)).toBe(amount);
});

test.each([
  ['2.500', 2500],
  ['0', 0],
  ['12a', null],
  ['9999999999', null],
])('a count typed as %j is %j', (typed, whole) => {
  expect(readWhole(typed)).toBe(whole);
});

test.each([
  ['ratio', '', '', null],
  ['ratio', '9', '10', null],
  ['ratio', '11', '10', 'over'],
  ['quotient', '11', '10', null],
  ['ratio', '9', '', 'half'],
  ['ratio', 'x', '10', 'whole'],
  ['number', '1,5', '', null],
  ['number', 'x', '', 'noNumber'],
] as const)('a %s of %j over %j has the fault %j', (measure, numerator, denominator, fault) => {
  expect(faultIn(measure, { numerator, denominator })).toBe(fault);
});

const row = (unit: string, standing: [number, number] | null): SheetRow => ({
  ...{ unit, unitName: { vi: unit, en: unit }, exempt: false, returned: null, pending: null },
  counted: standing && {
    ...{ numerator: standing[0], denominator: standing[1], value: null, qualifier: null, evidence: 'x', reason: null },
    ...{ by: { person: 'a', body: 'b.SA', post: 'member' }, reportedAt: '2022-05-31T00:00:00Z', verifiedBy: null },
    ...{ event: 1, verifiedIn: null },
  },
});

test('a total adds what is typed, else what stands; nothing and a denominator of nought have no value', () => {
  const rows = [row('a', [5, 10]), row('b', [9, 10]), row('c', null)];
  const typed = new Map([['b', { numerator: '1', denominator: '10' }]]);
  const total = totalOf('ratio', rows, ({ unit }) => typed.get(unit ?? '') ?? { numerator: '', denominator: '' });
  expect(total).toEqual({ numerator: 6, denominator: 20, value: 30, filled: 2 });
  const none = totalOf('ratio', [row('c', null)], () => ({ numerator: '', denominator: '' }));
  expect(none).toEqual({ numerator: null, denominator: null, value: null, filled: 0 });
  expect(totalOf('ratio', [row('d', [0, 0])], () => ({ numerator: '', denominator: '' })).value).toBeNull();
});

test('a column is taken from a spreadsheet, a single cell is left to the browser', () => {
  expect(pastedColumn('12\r\n13\tx\r\n')).toEqual(['12', '13']);
  expect(pastedColumn('12\n')).toBeNull();
});

test('the next code follows the letters and the width of the last one', () => {
  expect(nextCode(['CK01', 'CK09', 'CK02'])).toBe('CK10');
  expect(nextCode([])).toBe('');
});
