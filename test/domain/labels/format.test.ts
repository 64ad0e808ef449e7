/** Dates, numbers and shares as people write them. */
import { describe, expect, test } from '@jest/globals';
import {
  formatDate,
  formatNumber,
  formatShare,
  formatTime,
  formatWeekday,
  inText,
  many,
} from '../../../domain/labels/format.ts';
import { gradeName } from '../../../domain/labels/grades.ts';
import { addDays, instant, localDate, toMs } from '../../../domain/time.ts';

const at = (text: string) => instant(Date.parse(text));

describe('dates and hours', () => {
  test('a day is written day, month, year', () => {
    expect(formatDate(localDate('2022-03-04'))).toBe('04/03/2022');
  });

  test('an hour is that of Vietnam, also across midnight', () => {
    expect(['01:05', '16:59', '17:00', '23:30'].map((utc) => formatTime(at(`2022-08-25T${utc}:00.000Z`)))).toEqual([
      '08:05',
      '23:59',
      '00:00',
      '06:30',
    ]);
    expect(toMs(at('2022-08-25T01:05:00.000Z'))).toBe(1_661_389_500_000);
  });

  test('a week begins on Monday', () => {
    const monday = localDate('2022-08-22');
    const week = (language: 'vi' | 'en') =>
      [0, 1, 2, 3, 4, 5, 6].map((n) => formatWeekday(addDays(monday, n), language));
    expect(week('vi')).toEqual(['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ Nhật']);
    expect(week('en')).toEqual(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']);
  });
});

describe('numbers', () => {
  test.each<[number, number | undefined, string, string]>([
    [0, undefined, '0', '0'],
    [999, undefined, '999', '999'],
    [1200, undefined, '1.200', '1,200'],
    [1_234_567, undefined, '1.234.567', '1,234,567'],
    [91.5, undefined, '91,5', '91.5'],
    [66.666, undefined, '66,67', '66.67'],
    [1234.5, undefined, '1.234,5', '1,234.5'],
    [12, 2, '12,00', '12.00'],
    [0.126, 1, '0,1', '0.1'],
  ])('%d with %s decimals', (value, decimals, vi, en) => {
    expect([formatNumber(value, 'vi', decimals), formatNumber(value, 'en', decimals)]).toEqual([vi, en]);
  });

  test.each<[number, number, string, string]>([
    [119, 120, '119/120 – 99,17%', '119/120 – 99.17%'],
    [12, 12, '12/12 – 100,00%', '12/12 – 100.00%'],
    [0, 7, '0/7 – 0,00%', '0/7 – 0.00%'],
    [1, 3, '1/3 – 33,33%', '1/3 – 33.33%'],
    [2, 3, '2/3 – 66,67%', '2/3 – 66.67%'],
    [1, 32, '1/32 – 3,13%', '1/32 – 3.13%'], // 3.125: half up
    [0, 0, 'Chưa có dữ liệu', 'no data'],
  ])('%d of %d is a share of two decimals, half up; of nothing there is none', (part, whole, vi, en) => {
    expect([formatShare(part, whole, 'vi'), formatShare(part, whole, 'en')]).toEqual([vi, en]);
  });

  test('English counts one thing and more of them', () => {
    expect([0, 1, 2, 1200].map((n) => many(n, 'task'))).toEqual(['0 tasks', '1 task', '2 tasks', '1,200 tasks']);
  });
});

describe('words within a sentence', () => {
  test('begin small', () => {
    expect([inText('Chưa có dữ liệu'), inText('')]).toEqual(['chưa có dữ liệu', '']);
  });

  test('a grade of an own sheet keeps its name', () => {
    expect(['excellent', 'good', 'pass', 'fail', 'A+'].map((grade) => gradeName(grade, 'vi'))).toEqual([
      'Giỏi',
      'Khá',
      'Đạt',
      'Không đạt',
      'A+',
    ]);
    expect(gradeName('fail', 'en')).toBe('fail');
  });
});
