/**
 * How one person is sealed: AES-256-GCM under a random key of the person's own; that key is wrapped, AES-256-GCM too,
 * under the installation's key. Reference, drill and order are authenticated with both, so no part of one person fits
 * another. Whoever destroys the wrapped key has erased the person, whatever copies of the rest there are.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createSecretKey,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { canonicalJson } from '../canonical.ts';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The installation's key, which never is in the database; `id` tells keys apart and gives nothing of the key away. */
export interface SealKey {
  readonly id: string;
  readonly secret: KeyObject;
}

/** What a sealed person belongs to. */
export interface Place {
  readonly ref: string;
  readonly drill: string;
  readonly order: string;
}

export interface SealedPerson extends Place {
  readonly nonce: Buffer;
  readonly ciphertext: Buffer;
  readonly tag: Buffer;
  /** Nonce, encrypted key, tag: 60 bytes. */
  readonly wrappedKey: Buffer;
  readonly keyId: string;
}

/** The installation's key is not the one under which this person was sealed. */
export class WrongSealKey extends Error {
  override readonly name = 'WrongSealKey';
  constructor(keyId: string) {
    super(`sealed under another installation key: ${keyId}`);
  }
}

/** A sealed person is not what was written. Carries no content. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
  readonly order: string;
  constructor({ ref, order }: Place) {
    super(`the seal of ${ref} is broken`);
    this.order = order;
  }
}

/** Of 32 random bytes in base64. Throws `TypeError` for anything else; the error does not repeat the text. */
export const parseSealKey = (base64: string): SealKey => {
  const bytes = Buffer.from(base64.trim(), 'base64');
  if (bytes.length !== KEY_BYTES || bytes.toString('base64').replace(/=+$/, '') !== base64.trim().replace(/=+$/, ''))
    throw new TypeError('a seal key is 32 bytes in base64');
  const id = createHash('sha256').update('san-sang seal key id\n').update(bytes).digest('hex').slice(0, 16);
  return { id, secret: createSecretKey(bytes) };
};

/** A new key as `parseSealKey` takes it. */
export const newSealKey = (): string => randomBytes(KEY_BYTES).toString('base64');

const encrypt = (key: KeyObject, content: Buffer, about: string) => {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(about));
  const ciphertext = Buffer.concat([cipher.update(content), cipher.final()]);
  return { nonce, ciphertext, tag: cipher.getAuthTag() };
};

const decrypt = (
  key: KeyObject,
  { nonce, ciphertext, tag }: Pick<SealedPerson, 'nonce' | 'ciphertext' | 'tag'>,
  about: string,
): Buffer => {
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(about)).setAuthTag(tag);
  return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
};

const aboutPerson = ({ ref, drill, order }: Place): string => canonicalJson(['person', ref, drill, order]);
const aboutKey = ({ ref, drill, order }: Place): string => canonicalJson(['key', ref, drill, order]);

const wrap = (key: SealKey, personKey: Buffer, place: Place): Pick<SealedPerson, 'wrappedKey' | 'keyId'> => {
  const { nonce, ciphertext, tag } = encrypt(key.secret, personKey, aboutKey(place));
  return { wrappedKey: Buffer.concat([nonce, ciphertext, tag]), keyId: key.id };
};

type Wrapped = Place & Pick<SealedPerson, 'wrappedKey' | 'keyId'>;

const unwrap = (key: SealKey, { wrappedKey, keyId, ...place }: Wrapped): Buffer => {
  if (keyId !== key.id) throw new WrongSealKey(keyId);
  const box = {
    nonce: wrappedKey.subarray(0, NONCE_BYTES),
    ciphertext: wrappedKey.subarray(NONCE_BYTES, -TAG_BYTES),
    tag: wrappedKey.subarray(-TAG_BYTES),
  };
  try {
    return decrypt(key.secret, box, aboutKey(place));
  } catch {
    throw new SealBroken(place);
  }
};

/** Seals a plain JSON value under a new key of its own. */
export const seal = (key: SealKey, place: Place, content: unknown): SealedPerson => {
  const personKey = randomBytes(KEY_BYTES);
  const box = encrypt(createSecretKey(personKey), Buffer.from(canonicalJson(content)), aboutPerson(place));
  const sealed = { ...place, ...box, ...wrap(key, personKey, place) };
  personKey.fill(0);
  return sealed;
};

/** What was sealed, as canonical JSON. Throws `WrongSealKey`, or `SealBroken` when anything is not what was written. */
export const unseal = (key: SealKey, { nonce, ciphertext, tag, ...wrapped }: SealedPerson): string => {
  const personKey = unwrap(key, wrapped);
  try {
    return decrypt(createSecretKey(personKey), { nonce, ciphertext, tag }, aboutPerson(wrapped)).toString('utf8');
  } catch {
    throw new SealBroken(wrapped);
  } finally {
    personKey.fill(0);
  }
};

/** The same person's key under another installation key. Throws as `unseal` does. */
export const rewrapped = (from: SealKey, to: SealKey, wrapped: Wrapped): Pick<SealedPerson, 'wrappedKey' | 'keyId'> => {
  const personKey = unwrap(from, wrapped);
  const again = wrap(to, personKey, wrapped);
  personKey.fill(0);
  return again;
};

/** SHA-256, hex, of sealed persons in the order given: what the history keeps of an import. */
export const digestOf = (persons: readonly Omit<SealedPerson, 'wrappedKey' | 'keyId' | 'drill'>[]): string => {
  const hash = createHash('sha256');
  for (const { ref, order, nonce, ciphertext, tag } of persons)
    hash.update(canonicalJson([ref, order, nonce.toString('hex'), ciphertext.toString('hex'), tag.toString('hex')]));
  return hash.digest('hex');
};
