/** The one text form of data under the hash: canonical JSON (RFC 8785), UTF-8, that PostgreSQL `json` keeps exactly. */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

const ESCAPED_NUL = /(?<!\\)(?:\\\\)*\\u0000/;

/**
 * Canonical JSON of a plain value. Keys are sorted, numbers shortest, properties that are `undefined` left out.
 * Throws `TypeError` for what cannot be kept exactly: lone surrogates, NUL, NaN, cycles, a bare function or `undefined`.
 */
export function canonicalJson(value: unknown): string {
  let text: string | undefined;
  try {
    text = canonicalize(value);
  } catch (error) {
    throw new TypeError(`not storable as JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (text === undefined) throw new TypeError('not storable as JSON: no value');
  if (text.includes('\\u0000') && ESCAPED_NUL.test(text)) throw new TypeError('not storable as JSON: NUL character');
  return text;
}

/** SHA-256, in hex, of the canonical JSON: tells whether two commands with one id say the same. */
export const contentHashOf = (value: unknown): string =>
  createHash('sha256').update(canonicalJson(value)).digest('hex');
