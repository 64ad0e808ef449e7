/** The tables of schema `sealed` as Kysely sees them, and the ways of looking at them that several files share. */
import type { ColumnType } from 'kysely';
import type { Db } from '../connect.ts';
import type { SealedPerson } from './seal.ts';

type Made<T> = ColumnType<T, never, never>;

interface PersonRow {
  ref: string;
  command_id: string;
  n: number;
  drill_id: string;
  order_id: string;
  nonce: Buffer;
  ciphertext: Buffer;
  tag: Buffer;
  imported_on: string;
  retain_until: string | null;
  created_at: Made<string>;
}

export interface LivingRow {
  ref: string;
  drill_id: string;
  order_id: string;
  imported_on: string;
  nonce: Buffer;
  ciphertext: Buffer;
  tag: Buffer;
  wrapped_key: Buffer;
  key_id: string;
  /** Last day on which the person is kept. */
  until: string;
}

export type SealedTables = {
  'sealed.import': { command_id: string; drill_id: string; created_at: Made<string> };
  'sealed.person': PersonRow;
  'sealed.person_key': { ref: string; wrapped_key: Buffer; key_id: string };
  'sealed.erasure': {
    command_id: string;
    drill_id: string;
    /** Canonical JSON of what was asked for. */
    meant: string;
    refs: string[];
    created_at: Made<string>;
  };
  'sealed.access': {
    id: Made<number>;
    at: string;
    actor: string;
    post: string;
    body: string;
    purpose: string;
    drill_id: string;
    refs: string[];
    recorded_at: Made<string>;
  };
  'sealed.recorded': { command_id: string; type: string; stream_id: string };
  'sealed.living': LivingRow;
};

export const sealedTables = (db: Db) => db.withTables<SealedTables>();
export type SealedDb = ReturnType<typeof sealedTables>;

export const toSealed = (row: Omit<LivingRow, 'imported_on' | 'until'>): SealedPerson => ({
  ref: row.ref,
  drill: row.drill_id,
  order: row.order_id,
  nonce: row.nonce,
  ciphertext: row.ciphertext,
  tag: row.tag,
  wrappedKey: row.wrapped_key,
  keyId: row.key_id,
});
