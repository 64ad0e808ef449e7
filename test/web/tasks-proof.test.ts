/** What the proof form says before anything is sent. */
import { describe, expect, test } from '@jest/globals';
import type { Draft } from '../../web/outbox/drafts.ts';
import { countsOf, evidenceOf, isSound, readCount, slipsOf } from '../../web/pages/tasks/proof-check.ts';

const draft: Draft = {
  number: '45/KH-CA',
  date: '2022-05-30',
  holder: 'Công an phường',
  note: '',
  counts: {},
  files: [],
  reason: '',
};
const asked = { today: '2022-05-31', due: '2022-06-02', referenceOnly: false, counts: [], replaces: false };

describe('a proof before it is sent', () => {
  test('number, date and keeper are enough', () => {
    expect(isSound(slipsOf(draft, asked))).toBe(true);
    expect(evidenceOf(draft, asked)).toEqual({ number: '45/KH-CA', date: '2022-05-30', holder: 'Công an phường' });
  });

  test('each missing part is named', () => {
    expect(slipsOf({ ...draft, number: ' ', date: null, holder: '' }, asked)).toEqual({
      ...{ number: 'numberMissing', date: 'dateMissing', holder: 'holderMissing' },
      counts: {},
    });
  });

  test('a number without a digit is a slip of the pen', () => {
    expect(slipsOf({ ...draft, number: 'KH-CA' }, asked)).toMatchObject({ number: 'numberForm' });
  });

  test('no paper is issued tomorrow', () => {
    expect(slipsOf({ ...draft, date: '2022-06-01' }, asked)).toMatchObject({ date: 'dateFuture' });
    expect(isSound(slipsOf({ ...draft, date: '2022-05-31' }, asked))).toBe(true);
  });

  test('a paper dated after the deadline needs a word of why, unless no word may be kept', () => {
    const late = { ...asked, due: '2022-05-26' };
    expect(slipsOf(draft, late)).toMatchObject({ note: 'lateUnexplained' });
    expect(isSound(slipsOf({ ...draft, note: 'Chờ chữ ký' }, late))).toBe(true);
    expect(isSound(slipsOf(draft, { ...late, referenceOnly: true }))).toBe(true);
  });

  test('proof that was handed in is replaced with a reason only', () => {
    expect(slipsOf(draft, { ...asked, replaces: true })).toMatchObject({ reason: 'reasonMissing' });
    expect(isSound(slipsOf({ ...draft, reason: 'Ghi nhầm số' }, { ...asked, replaces: true }))).toBe(true);
  });

  test('of a secret only the reference is sent, whatever was typed', () => {
    const typed = { ...draft, note: 'nội dung', counts: { 'Số lượng': '3' } };
    expect(evidenceOf(typed, { ...asked, referenceOnly: true, counts: ['Số lượng'] })).toEqual({
      ...{ number: '45/KH-CA', date: '2022-05-30', holder: 'Công an phường' },
    });
  });
});

describe('figures', () => {
  test('are asked for where the evidence is a count, and nowhere else', () => {
    expect(countsOf('attendance')).toEqual(['Triệu tập', 'Có mặt']);
    expect(countsOf('plan')).toEqual([]);
    expect(countsOf(undefined)).toEqual([]);
  });

  test.each([
    ['120', 120],
    ['1.204', 1204],
    ['1 204', 1204],
    ['1.000.000', 1_000_000],
    ['1.000.001', null],
    ['1,5', null],
    ['12.34', null],
    ['-3', null],
    ['', null],
  ])('%s is read as %s', (typed, read) => {
    expect(readCount(typed)).toBe(read);
  });

  test('an empty figure is left out, a wrong one is named', () => {
    const counting = { ...asked, counts: ['Triệu tập', 'Có mặt'] };
    const typed = { ...draft, counts: { 'Triệu tập': '40', 'Có mặt': '' } };
    expect(isSound(slipsOf(typed, counting))).toBe(true);
    expect(evidenceOf(typed, counting).counts).toEqual({ 'Triệu tập': 40 });
    expect(slipsOf({ ...draft, counts: { 'Có mặt': 'bốn mươi' } }, counting).counts).toEqual({ 'Có mặt': 'countForm' });
  });
});
