/** Which passwords are refused: short, guessable, or the user's own name. No rule of composition (NIST SP 800-63B). */
import { COMMON } from './common-passwords.ts';
import { Refusal } from './refusal.ts';

export const SHORTEST = 10;
export const LONGEST = 128;

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
/** Vietnamese without its marks, and the usual digits for letters read back. */
const plain = (text: string): string => fold(text).normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');

const common = new Set(COMMON.map(plain));
/** A common word with digits or signs behind it, a short piece repeated, or a run of neighbours. */
const isGuessable = (password: string): boolean => {
  const text = plain(password);
  const stem = text.replace(/[\d\W_]+$/u, '');
  return (
    common.has(text) ||
    common.has(text.replace(/[\W_]+/gu, '')) ||
    (stem.length >= 4 && text.length - stem.length <= 6 && common.has(stem)) ||
    /^(.{1,4})\1+.{0,3}$/u.test(text) ||
    ['01234567890123456789', '98765432109876543210', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm'].some(
      (run) => run.includes(text),
    )
  );
};

/** Throws `password-short`, `password-long`, `password-own-name`, `password-common`. Counts characters as a person does. */
export const requireGoodPassword = (password: string, userName: string): void => {
  const length = [...password.normalize('NFKC')].length;
  if (length < SHORTEST) throw new Refusal('password-short', { fewest: SHORTEST });
  if (length > LONGEST) throw new Refusal('password-long', { most: LONGEST });
  const own = plain(userName);
  const stem = plain(password).replace(/[\d\W_]+$/u, '');
  if (plain(password) === own || stem === own || stem === own.replace(/[\W_]+/g, ''))
    throw new Refusal('password-own-name');
  if (isGuessable(password)) throw new Refusal('password-common');
};
