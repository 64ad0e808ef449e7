/**
 * Numbers of papers as they are written (Decree 30/2020/NĐ-CP, Guidance 36-HD/VPTW): `05/QĐ-UBND`, `12-NQ/ĐUQS`. What follows
 * the number is its symbol: type of paper and issuing body, and so its series.
 */
import { z } from 'zod';

/** Beginning with the mark that parts it from the number. */
export const NumberSymbol = z
  .string()
  .regex(/^[/-]\p{Lu}[\p{L}\d]{0,11}([/-]\p{Lu}[\p{L}\d]{0,11}){0,3}$/u)
  .meta({
    description: 'What follows the number: type and issuer; each part begins with a capital',
    example: '/QĐ-UBND',
  });
export type NumberSymbol = z.infer<typeof NumberSymbol>;

export const MOST_NUMBER = 99_999;

/** Numbers under 10 get a zero. */
export const writtenNumber = (number: number, symbol: NumberSymbol): string =>
  `${number < 10 ? '0' : ''}${number}${symbol}`;

/** Number and symbol of a text as people write it; null where it is none. `5/QĐ-UBND` and `05 / QĐ-UBND` are the same. */
export const readNumber = (text: string): { readonly number: number; readonly symbol: NumberSymbol } | null => {
  const [, digits, rest = ''] = /^(\d{1,5})\s*([/-].+)$/u.exec(text.normalize('NFC').trim()) ?? [];
  const symbol = NumberSymbol.safeParse(rest.replace(/\s+/g, ''));
  const number = Number(digits);
  return symbol.success && number >= 1 ? { number, symbol: symbol.data } : null;
};
