/** The clerk of Tam Kỳ and his register of 2026, beside the planned city exercise. */
import { exercise } from '../../../domain/exercise/index.ts';
import { type Command, given, head, knowing, type Step } from '../../support/domain.ts';
import { CITY, plannedCity } from '../exercise/season.ts';

export const BOOK = 'register/tam-ky-2026';
export const CLERK = head('tam-ky.CLERK');

export const give = (more: object = {}): Command => ({
  type: 'GiveNumber',
  symbol: '/QĐ-UBND',
  date: '2026-10-06',
  subject: 'Phê duyệt kế hoạch',
  ...more,
});
export const forPaper = (kind: string, symbol: string, more: object = {}): Command => {
  const { subject: _, ...rest } = give({ symbol, ...more });
  return { ...rest, paper: { exercise: 'tam-ky-2027', kind, atVersion: 2 } };
};
export const importing = (...rows: readonly object[]): Command => ({ type: 'ImportRegister', rows });

/** A world in which the city exercise stands after these steps. */
export const withCity = (past: readonly Step[] = plannedCity) => knowing([CITY, given(exercise, CITY, past).state]);
