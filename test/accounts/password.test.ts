/** Which passwords are taken, and what is kept of them. */
import { describe, expect, test } from '@jest/globals';
import { createHasher, oneTimePassword } from '../../accounts/password.ts';
import { requireGoodPassword } from '../../accounts/password-rules.ts';
import { Refusal } from '../../accounts/refusal.ts';

const why = (password: string, userName = 'tham-muu'): string | null => {
  try {
    requireGoodPassword(password, userName);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

describe('a new password', () => {
  test.each(['hoa gạo đỏ đầu làng', 'b7#kQ2!xTzm9', 'correct horse 4 staple', 'ôđăưêơâpxy', 'ngựa đi đường xa'])(
    'is taken: %s',
    (password) => expect(why(password)).toBeNull(),
  );

  test.each(['ngắn quá', '123456789', ''])('is too short: "%s"', (password) =>
    expect(why(password)).toBe('password-short'),
  );

  test('of more than 128 characters is refused', () => {
    expect(why('một câu dài '.repeat(11))).toBe('password-long');
    expect(why('0a9b8c7d6e5f4g3h'.repeat(8))).toBeNull();
  });

  test.each([
    'password123',
    'Password@2022',
    'MậtKhẩu123',
    'matkhau 2022',
    'vietnam2022!',
    'anhyeuem123',
    'qwertyuiop',
    '1234567890',
    'Admin@123456',
    'ababababab',
    '6868686868',
    'dientap2022',
    'abcdefghij',
  ])('that everybody tries is refused: %s', (password) => expect(why(password)).toBe('password-common'));

  test.each(['tham-muu-tham-muu', 'Tham-Muu-2022', 'thammuu20222'])('is not the user name: %s', (password) =>
    expect(why(password, password.startsWith('tham-muu-t') ? password : 'tham-muu')).toBe('password-own-name'),
  );
});

describe('what is kept', () => {
  test('is a salted hash that verifies, however the letters were composed', async () => {
    const { hash, verify } = createHasher();
    const [a, b] = await Promise.all([hash('mùa xuân đến sớm'), hash('mùa xuân đến sớm')]);
    expect(a).not.toBe(b);
    expect(await verify('mùa xuân đến sớm'.normalize('NFD'), a)).toBe(true);
    expect(await verify('mùa xuân đến muộn', a)).toBe(false);
  });

  test.each(['', 'x', '$argon2id$v=19$m=19456,t=2,p=1$$', '$2b$10$abcdefghijklmnopqrstuv'])(
    'no hash of ours: "%s"',
    async (phc) => {
      expect(await createHasher().verify('x', phc)).toBe(false);
    },
  );

  test('two are worked on at once, and more than can be done soon is sent away', async () => {
    const hasher = createHasher();
    const work = Array.from({ length: 32 }, (_, n) => hasher.admit(() => hasher.hash(`mật khẩu ${n}`)));
    await expect(hasher.admit(() => hasher.hash('x'))).rejects.toThrow('too-many-attempts');
    expect(hasher.count()).toBe(2);
    await Promise.all(work);
    await hasher.admit(() => hasher.hash('x'));
    expect(hasher.count()).toBe(33);
  });
});

test('a one-time password is long, random, and has no letters that are mistaken for each other', () => {
  const made = Array.from({ length: 50 }, oneTimePassword);
  expect(new Set(made).size).toBe(50);
  for (const password of made) expect(password).toMatch(/^[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){3}$/);
});
