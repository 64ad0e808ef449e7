/** Where the content of files lies: addressed by its SHA-256, so the same content is kept once and cannot be changed unseen. */
import type { Readable } from 'node:stream';

/** SHA-256 in 64 lower-case hexadecimal digits. */
export type Sha256 = string;

export interface Content {
  readonly sha256: Sha256;
  /** Bytes. */
  readonly size: number;
}

/** The storage does not answer, or has no room; what was asked may be asked again. */
export class StorageAway extends Error {
  override readonly name = 'StorageAway';
}

/** All methods throw `StorageAway` when the storage cannot be reached. */
export interface FileStorage {
  /** Keeps the bytes of a finished local file and says what they are. Keeping the same content again changes nothing. */
  put(path: string, content: Content): Promise<void>;
  /** The bytes as they lie there; null when there are none. Nobody has checked them. */
  get(sha256: Sha256): Promise<Readable | null>;
  /** Bytes that lie there; null when there are none. */
  stat(sha256: Sha256): Promise<{ readonly size: number } | null>;
  /** Absent content is no error. */
  remove(sha256: Sha256): Promise<void>;
}

/** Throws a `TypeError` for what is no SHA-256, before it becomes part of a path or an address. */
export const requireSha256 = (sha256: string): Sha256 => {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new TypeError('not a SHA-256');
  return sha256;
};
