/** The seal of one person: what goes in comes out under the right keys, and under nothing else. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from '../../../db/canonical.ts';
import {
  digestOf,
  newSealKey,
  parseSealKey,
  rewrapped,
  SealBroken,
  type SealedPerson,
  seal,
  unseal,
  WrongSealKey,
} from '../../../db/sealed/seal.ts';

const key = parseSealKey(newSealKey());
const place = { ref: '5b6c7d8e', drill: 'tam-ky-2022', order: 'QN-00012' };
const person = { kind: 'reservist', fullName: 'Nguyễn Văn Mẫu', yearOfBirth: 1996 };

/** Names in any script, joined and combined letters too. */
const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
const content = fc.record({ fullName: name, phone: fc.option(fc.string({ maxLength: 20 }), { nil: undefined }) });

const flipped = (bytes: Buffer, at: number): Buffer => {
  const changed = Buffer.from(bytes);
  changed[at % bytes.length] = (changed[at % bytes.length] ?? 0) ^ 1;
  return changed;
};

describe('a seal', () => {
  test('gives back exactly what was sealed, whatever the script', () => {
    fc.assert(
      fc.property(content, (each) => {
        expect(unseal(key, seal(key, place, each))).toBe(canonicalJson(each));
      }),
      { numRuns: 1_000 },
    );
  });

  test('shows nothing of the name', () => {
    const { ciphertext, wrappedKey } = seal(key, place, person);
    for (const part of [ciphertext, wrappedKey])
      for (const encoding of ['utf8', 'latin1', 'base64'] as const)
        expect(part.toString(encoding)).not.toMatch(/Nguy|Mẫu|1996|reservist/);
  });

  test('never uses a nonce, a key or a ciphertext twice, also for the same person', () => {
    const seals = Array.from({ length: 5_000 }, () => seal(key, place, person));
    const parts = (of: (sealed: SealedPerson) => Buffer) => new Set(seals.map((each) => of(each).toString('hex'))).size;
    expect(parts((each) => each.nonce)).toBe(5_000);
    expect(parts((each) => each.ciphertext)).toBe(5_000);
    expect(parts((each) => each.wrappedKey.subarray(0, 12))).toBe(5_000);
    expect(parts((each) => each.wrappedKey.subarray(12))).toBe(5_000);
  });

  test.each(['nonce', 'ciphertext', 'tag', 'wrappedKey'] as const)(
    'is refused when one bit of its %s is changed',
    (part) => {
      fc.assert(
        fc.property(fc.nat(1_000), (at) => {
          const sealed = seal(key, place, person);
          expect(() => unseal(key, { ...sealed, [part]: flipped(sealed[part], at) })).toThrow(SealBroken);
        }),
      );
    },
  );

  test.each(['nonce', 'ciphertext', 'tag', 'wrappedKey'] as const)('is refused when its %s is cut short', (part) => {
    const sealed = seal(key, place, person);
    for (const length of [0, 4, sealed[part].length - 1])
      expect(() => unseal(key, { ...sealed, [part]: sealed[part].subarray(0, length) })).toThrow(SealBroken);
  });

  test.each([{ ref: 'other' }, { drill: 'tam-ky-2027' }, { order: 'QN-00013' }])(
    'is refused when it is moved to another place: %j',
    (moved) => {
      expect(() => unseal(key, { ...seal(key, place, person), ...moved })).toThrow(SealBroken);
    },
  );

  test('is refused when parts of two persons are exchanged', () => {
    const [one, two] = [seal(key, place, person), seal(key, { ...place, ref: 'other' }, person)];
    const { nonce, ciphertext, tag, wrappedKey } = two;
    expect(() => unseal(key, { ...one, wrappedKey })).toThrow(SealBroken);
    expect(() => unseal(key, { ...one, nonce, ciphertext, tag })).toThrow(SealBroken);
    expect(() => unseal(key, { ...one, nonce, ciphertext, tag, wrappedKey })).toThrow(SealBroken);
  });

  test('of another installation is told apart, and does not open under a key that only claims to be the same', () => {
    const other = parseSealKey(newSealKey());
    const sealed = seal(key, place, person);
    expect(() => unseal(other, sealed)).toThrow(WrongSealKey);
    expect(() => unseal({ ...other, id: key.id }, sealed)).toThrow(SealBroken);
  });

  test('opens under the new installation key after a change, and no longer under the old one', () => {
    const next = parseSealKey(newSealKey());
    const sealed = seal(key, place, person);
    const moved = { ...sealed, ...rewrapped(key, next, sealed) };
    expect(unseal(next, moved)).toBe(canonicalJson(person));
    expect(() => unseal(key, moved)).toThrow(WrongSealKey);
  });

  test('no fault repeats a name or a key', () => {
    const secret = newSealKey();
    const faults = [
      () => parseSealKey(`${secret}AAAA`),
      () => unseal(key, { ...seal(key, place, person), tag: Buffer.alloc(16) }),
      () => unseal(parseSealKey(secret), seal(key, place, person)),
    ];
    for (const fault of faults) {
      let said = '';
      try {
        fault();
      } catch (error) {
        said = `${(error as Error).message} ${JSON.stringify(error)}`;
      }
      expect(said).not.toBe('');
      expect(said).not.toContain(secret.slice(0, 20));
      expect(said).not.toContain('Nguy');
    }
  });
});

test('the digest of an import changes with every byte and with the order of its rows', () => {
  const rows = ['a', 'b'].map((ref) => seal(key, { ...place, ref }, person));
  const [first, second] = rows;
  if (!first || !second) throw new Error('two rows');
  const digests = [
    rows,
    [second, first],
    [first],
    [{ ...first, tag: flipped(first.tag, 3) }, second],
    [{ ...first, order: 'QN-00013' }, second],
  ].map(digestOf);
  expect(new Set(digests).size).toBe(digests.length);
  expect(digestOf(rows)).toBe(digests[0]);
});

test.each(['', 'abc', Buffer.alloc(31).toString('base64'), Buffer.alloc(33).toString('base64'), `${'!'.repeat(44)}`])(
  'a key that is not 32 bytes in base64 is refused: %j',
  (text) => {
    expect(() => parseSealKey(text)).toThrow('32 bytes in base64');
  },
);

test('the id of a key tells keys apart and does not hold the key', () => {
  const text = newSealKey();
  expect(parseSealKey(text).id).toBe(parseSealKey(` ${text}\n`).id);
  expect(parseSealKey(text).id).not.toBe(key.id);
  expect(JSON.stringify(parseSealKey(text))).not.toContain(text);
});
