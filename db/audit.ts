/** The audit trail: entries are written beside the work they tell of, so that no answer waits for one or fails by one. */
import { sql } from 'kysely';
import { addDays, atHour, type LocalDate } from '../domain/time.ts';
import type { Db } from './connect.ts';

export const AUDIT_KINDS = [
  'refused-signin',
  'refused-policy',
  'refused-command',
  'csrf',
  'persons-read',
  'admin-act',
  'own-account',
  'sign-in',
  'sign-out',
] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

export interface AuditEntry {
  readonly kind: AuditKind;
  /** Stable code of what happened: of the problem, the rejection or the act. */
  readonly code: string;
  readonly userId?: string | null;
  readonly person?: string | null;
  readonly body?: string | null;
  readonly ip?: string | null;
  readonly route?: string | null;
  /** `<kind>/<id>`, or the path where the address names no file. */
  readonly object?: string | null;
  /** Codes and numbers only: what is kept for ever must hold neither free text nor names. */
  readonly details?: Readonly<Record<string, unknown>>;
}

export interface AuditTrail {
  /** Returns at once and never throws. Real time is that of the call. */
  note(entry: AuditEntry): void;
  /** Waits until everything noted so far is written or lost. */
  flush(): Promise<void>;
}

interface Waiting extends AuditEntry {
  readonly at: string;
}

/** Entries that may wait; beyond that the newest are lost and counted. */
const MOST_WAITING = 1_000;
const BATCH = 200;

const write = async (db: Db, entries: readonly Waiting[]): Promise<void> => {
  const rows = entries.map((entry) => ({ user_id: entry.userId ?? null, ...entry, details: entry.details ?? {} }));
  await sql`INSERT INTO audit.entry (at, user_id, person, body, ip, route, object, kind, code, details)
    SELECT at, user_id, person, body, ip, route, object, kind, code, details
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS r(at timestamptz, user_id text, person text, body text,
      ip text, route text, object text, kind text, code text, details json)`.execute(db);
};

/** `onLost` hears of entries that could not be written, with the reason. */
export const createAuditTrail = (
  db: Db,
  onLost: (entries: readonly AuditEntry[], reason: unknown) => void,
): AuditTrail => {
  let waiting: Waiting[] = [];
  let writing: Promise<void> | null = null;
  const drain = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, BATCH);
      waiting = waiting.slice(BATCH);
      try {
        await write(db, batch);
      } catch (error) {
        onLost(batch, error);
      }
    }
  };
  const start = (): Promise<void> => {
    writing ??= drain().finally(() => {
      writing = null;
    });
    return writing;
  };
  return {
    note: (entry) => {
      if (waiting.length >= MOST_WAITING) return onLost([entry], 'too many entries wait');
      waiting.push({ ...entry, at: new Date().toISOString() });
      void start();
    },
    flush: async () => {
      while (waiting.length > 0 || writing) await start();
    },
  };
};

export interface AuditRow {
  readonly id: number;
  readonly at: string;
  readonly user_id: string | null;
  readonly person: string | null;
  readonly body: string | null;
  readonly ip: string | null;
  readonly route: string | null;
  readonly object: string | null;
  readonly kind: AuditKind;
  readonly code: string;
  /** JSON text. */
  readonly details: string;
}

export interface AuditFilter {
  /** A day in Vietnam. */
  readonly day?: LocalDate | undefined;
  readonly kind?: AuditKind | undefined;
  readonly person?: string | undefined;
  /** Entries older than this number. */
  readonly before?: number | undefined;
}

/** Latest first, at most `limit`. */
export const readAudit = async (db: Db, filter: AuditFilter, limit: number): Promise<readonly AuditRow[]> => {
  const { day, kind, person, before } = filter;
  const conditions = [
    sql<boolean>`true`,
    ...(day ? [sql<boolean>`at >= ${atHour(day, 0)} AND at < ${atHour(addDays(day, 1), 0)}`] : []),
    ...(kind ? [sql<boolean>`kind = ${kind}`] : []),
    ...(person ? [sql<boolean>`person = ${person}`] : []),
    ...(before ? [sql<boolean>`id < ${before}`] : []),
  ];
  const { rows } = await sql<AuditRow>`
    SELECT id, at, user_id, person, body, ip, route, object, kind, code, details FROM audit.entry
    WHERE ${sql.join(conditions, sql` AND `)} ORDER BY id DESC LIMIT ${limit}`.execute(db);
  return rows;
};
