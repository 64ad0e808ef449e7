/**
 * Passwords at rest: argon2id with 19 MiB and two passes (OWASP), as a PHC string. At most two are worked on at once, so a
 * flood of sign-ins leaves the machine to others.
 */
import { argon2, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { tooMany } from './refusal.ts';

const derive = promisify(argon2);

const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const TAG_LENGTH = 32;
const AT_ONCE = 2;
/** So much is done within some two seconds. */
const MOST_ADMITTED = 32;
const SECONDS_WHEN_FULL = 3;

export interface Hasher {
  /** PHC string of a password; the same whichever way its letters were composed (NFKC). */
  hash(password: string): Promise<string>;
  /** False for a wrong password and for what is no hash of ours. */
  verify(password: string, phc: string): Promise<boolean>;
  /** Runs work that will derive. Throws `too-many-attempts` instead while as much of it is under way as can be done soon. */
  admit<T>(work: () => Promise<T>): Promise<T>;
  /** Derivations since the start. */
  readonly count: () => number;
}

const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');

const PHC = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,88})\$([A-Za-z0-9+/]{22,88})$/;

/** Runs at most `AT_ONCE` works, in the order of their coming. */
const createQueue = () => {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= AT_ONCE) await new Promise<void>((start) => waiting.push(start));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
};

export const createHasher = (): Hasher => {
  const queue = createQueue();
  let count = 0;
  let admitted = 0;
  const tagOf = (
    password: string,
    nonce: Buffer,
    cost: { memory: number; passes: number; parallelism: number },
    tagLength: number,
  ) =>
    queue(() => {
      count += 1;
      return derive('argon2id', { message: Buffer.from(password.normalize('NFKC')), nonce, ...cost, tagLength });
    });
  return {
    admit: async (work) => {
      if (admitted >= MOST_ADMITTED) throw tooMany(SECONDS_WHEN_FULL);
      admitted += 1;
      try {
        return await work();
      } finally {
        admitted -= 1;
      }
    },
    count: () => count,
    hash: async (password) => {
      const nonce = randomBytes(16);
      const tag = await tagOf(password, nonce, COST, TAG_LENGTH);
      const { memory, passes, parallelism } = COST;
      return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(nonce)}$${base64(tag)}`;
    },
    verify: async (password, phc) => {
      const [, memory, passes, parallelism, nonce = '', tag = ''] = PHC.exec(phc) ?? [];
      if (memory === undefined) return false;
      const expected = Buffer.from(tag, 'base64');
      const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
      const found = await tagOf(password, Buffer.from(nonce, 'base64'), cost, expected.length);
      return timingSafeEqual(found, expected);
    },
  };
};

const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Sixteen letters and digits from bytes that are as good as random; bytes that would favour some letters are passed over. */
const lettersFrom = (bytes: () => Iterable<number>): string => {
  const letters: string[] = [];
  while (letters.length < 16)
    for (const byte of bytes()) {
      const letter = ALPHABET[byte % ALPHABET.length];
      if (byte < 256 - (256 % ALPHABET.length) && letter && letters.length < 16) letters.push(letter);
    }
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-');
};

/** A password to be used once: 16 letters and digits that are not mistaken for each other, 79 bits. */
export const oneTimePassword = (): string => lettersFrom(() => randomBytes(16));

/** A one-time password that whoever has the secret can make again from its name, so that it need be kept nowhere. */
export const oneTimePasswordOf = (secret: string, name: string): string => {
  let block = 0;
  return lettersFrom(() => createHmac('sha256', secret).update(`one-time password ${block++}\n${name}`).digest());
};
