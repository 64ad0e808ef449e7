/** Numbers of papers: next of their series, never twice, by the clerk only. */
import { describe, expect, test } from '@jest/globals';
import { exercise } from '../../../domain/exercise/index.ts';
import { readNumber, register, writtenNumber } from '../../../domain/register/index.ts';
import { at, given, head, knowing, step } from '../../support/domain.ts';
import { board, CITY, EARLY, paper, plannedCity, resolution, SA } from '../exercise/season.ts';
import { BOOK, CLERK, forPaper, give, importing, withCity } from './office.ts';

const given1 = { type: 'NumberGiven', symbol: '/QĐ-UBND', date: '2026-10-06', secret: false, paper: null };
const first = { ...given1, number: 1, written: '01/QĐ-UBND', subject: 'Phê duyệt kế hoạch' };

describe('a number', () => {
  test.each([
    ['05/QĐ-UBND', { number: 5, symbol: '/QĐ-UBND' }],
    ['12-NQ/ĐUQS', { number: 12, symbol: '-NQ/ĐUQS' }],
    ['812 / TTr-UBND', { number: 812, symbol: '/TTr-UBND' }],
    ['812/qđ-ubnd', null],
    ['0/QĐ-UBND', null],
    ['QĐ-UBND', null],
    ['12', null],
  ])('%s is read as its number and symbol', (text, read) => {
    expect(readNumber(text)).toEqual(read);
  });

  test('is padded under ten', () => {
    expect([9, 10].map((n) => writtenNumber(n, '/QĐ-UBND' as never))).toEqual(['09/QĐ-UBND', '10/QĐ-UBND']);
  });
});

describe('giving a number', () => {
  test('begins at 01, goes on, and begins at 01 again in the register of the next year', () => {
    given(register, BOOK, []).when(CLERK, EARLY, give()).thenExactly(first);
    given(register, BOOK, [step(CLERK, EARLY, give())])
      .when(CLERK, EARLY, give())
      .thenExactly({ ...first, number: 2, written: '02/QĐ-UBND' });
    given(register, 'register/tam-ky-2027', [])
      .when(CLERK, at('2027-01-04'), give({ date: '2027-01-04' }))
      .thenExactly({ ...first, date: '2027-01-04' });
  });

  test('counts every symbol, and what is secret, for itself', () => {
    const past = [step(CLERK, EARLY, give())];
    given(register, BOOK, past)
      .when(CLERK, EARLY, give({ symbol: '/KH-UBND' }))
      .thenExactly({ ...first, symbol: '/KH-UBND', written: '01/KH-UBND' });
    given(register, BOOK, past)
      .when(CLERK, EARLY, give({ secret: true, subject: 'Văn bản số 1' }))
      .thenExactly({ ...first, secret: true, subject: 'Văn bản số 1' });
  });

  test('goes on after what was imported, and passes over what is on a file of the office', () => {
    const world = withCity([...plannedCity, step(SA, EARLY, resolution), step(SA, EARLY, board('steering'))]); // 05/QĐ-UBND
    const past = [step(CLERK, EARLY, importing({ number: '4/QĐ-UBND', date: '2026-03-02' }))];
    given(register, BOOK, past)
      .when(CLERK, EARLY, give(), world)
      .thenExactly({ ...first, number: 6, written: '06/QĐ-UBND' });
    given(register, BOOK, past)
      .when(CLERK, EARLY, give({ number: 5 }), world)
      .thenRefused('number-taken');
    given(register, BOOK, past)
      .when(CLERK, EARLY, give({ number: 4 }), world)
      .thenRefused('number-taken');
  });

  test('a voided number is not given again, its paper gets another', () => {
    const past = [
      step(CLERK, EARLY, forPaper('plan', '/KH-UBND')),
      step(CLERK, EARLY, { type: 'VoidNumber', symbol: '/KH-UBND', number: 1, reason: 'Cấp nhầm' }),
    ];
    given(register, BOOK, past, withCity())
      .when(CLERK, EARLY, forPaper('plan', '/KH-UBND'))
      .thenExactly({
        ...given1,
        ...{ symbol: '/KH-UBND', number: 2, written: '02/KH-UBND', subject: null },
        paper: { exercise: 'tam-ky-2027', kind: 'plan', of: null, atVersion: 2 },
      });
  });

  test('is the work of the clerk, on the day of signing or the next working day', () => {
    given(register, BOOK, []).when(SA, EARLY, give()).thenRefused('not-your-body');
    given(register, BOOK, []).when(head('da-nang.CLERK'), EARLY, give()).thenRefused('not-your-body');
    given(register, BOOK, [])
      .when(CLERK, EARLY, give({ date: '2026-10-07' }))
      .thenRefused('paper-from-the-future');
    given(register, BOOK, [])
      .when(CLERK, EARLY, give({ date: '2026-10-02' }))
      .thenRefused('number-too-late');
    const monday = at('2026-10-05');
    given(register, BOOK, [])
      .when(CLERK, monday, give({ date: '2026-10-02' })) // signed on Friday
      .thenExactly({ ...first, date: '2026-10-02' });
  });
});

describe('an imported register', () => {
  test('is taken whole or not at all', () => {
    const rows = [
      { number: '12-NQ/ĐUQS', date: '2026-03-14', subject: 'Nghị quyết lãnh đạo' },
      { number: '1/KH-UBND', date: '2026-01-05' },
    ];
    given(register, BOOK, [])
      .when(CLERK, EARLY, importing(...rows))
      .thenExactly({
        type: 'RegisterImported',
        rows: [
          {
            number: 12,
            symbol: '-NQ/ĐUQS',
            written: '12-NQ/ĐUQS',
            date: '2026-03-14',
            secret: false,
            subject: 'Nghị quyết lãnh đạo',
          },
          { number: 1, symbol: '/KH-UBND', written: '01/KH-UBND', date: '2026-01-05', secret: false, subject: null },
        ],
      });
    given(register, BOOK, [])
      .when(CLERK, EARLY, importing(...rows, { number: '01/KH-UBND', date: '2026-02-02' }))
      .thenRefused('number-row-taken', { row: 3, number: '01/KH-UBND' });
    given(register, BOOK, [])
      .when(CLERK, EARLY, importing(...rows, { number: 'số 7', date: '2026-02-02' }))
      .thenRefused('number-unreadable', { row: 3, number: 'số 7' });
    given(register, BOOK, [])
      .when(CLERK, EARLY, importing({ number: 'A'.repeat(10_000), date: '2026-02-02' }))
      .thenInvalid();
  });
});

describe('a paper of a file', () => {
  const numbered = given(register, BOOK, [step(CLERK, EARLY, forPaper('plan', '/KH-UBND'))], withCity()).state;

  test('is not entered under a number that the clerk gave to another', () => {
    const world = knowing([BOOK, numbered]);
    const past = [...plannedCity, step(SA, EARLY, resolution)];
    const steering = { ...board('steering'), paper: paper('01/KH-UBND') };
    given(exercise, CITY, past)
      .when(SA, EARLY, steering, world)
      .thenRefused('number-of-another', { number: '01/KH-UBND' });
    expect(given(exercise, CITY, past).when(SA, EARLY, board('steering'), world)).toBeTruthy();
  });
});
