/** Imports of tables as they are kept: the job, its waiting rows, what was wrong. Who may ask is not decided here. */
import { gunzipSync, gzipSync } from 'node:zlib';
import { type ColumnType, sql } from 'kysely';
import type { Db } from './connect.ts';
import { type SealKey, seal, unseal } from './sealed/seal.ts';

type Made<T> = ColumnType<T, never, never>;

export const IMPORT_STATES = ['checking', 'checked', 'running', 'done', 'stopped', 'cancelled'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

export interface ImportRow {
  id: string;
  n: Made<number>;
  kind: string;
  target: string | null;
  user_id: string;
  person: string | null;
  post: string | null;
  body: string | null;
  file_name: string;
  sha256: string;
  /** JSON, as the four below that end in `json` columns. */
  settings: string;
  columns: string;
  state: ImportState;
  mode: 'all' | 'good' | null;
  rows: number;
  good: number;
  bad: number;
  at_once: boolean;
  handled: number;
  refused: number;
  handout: string | null;
  fault: string | null;
  at: string;
  created_at: Made<string>;
  started_at: string | null;
  ended_at: string | null;
  lease_until: string;
}
interface ChunkRow {
  job_id: string;
  n: number;
  content: Buffer;
  nonce: Buffer | null;
  tag: Buffer | null;
  wrapped_key: Buffer | null;
  key_id: string | null;
}
interface BadRow {
  job_id: string;
  row: number;
  phase: 'check' | 'run';
  cells: string;
  problems: string;
}
export type ImportTables = { 'imports.job': ImportRow; 'imports.chunk': ChunkRow; 'imports.bad_row': BadRow };
const tables = (db: Db) => db.withTables<ImportTables>();

export type StoredImport = { readonly [K in keyof ImportRow]: ImportRow[K] extends Made<infer T> ? T : ImportRow[K] };

/** Seconds for which a process keeps an import to itself without renewing. */
const LEASE_S = 30;
const leased = () => sql<string>`clock_timestamp() + make_interval(secs => ${LEASE_S})`;
const nowReal = () => sql<string>`clock_timestamp()`;

export type NewImport = Pick<
  StoredImport,
  | 'id'
  | 'kind'
  | 'target'
  | 'user_id'
  | 'person'
  | 'post'
  | 'body'
  | 'file_name'
  | 'sha256'
  | 'settings'
  | 'handout'
  | 'at'
>;

export const addImport = async (db: Db, job: NewImport): Promise<void> => {
  await tables(db)
    .insertInto('imports.job')
    .values({
      ...job,
      ...{ columns: '[]', state: 'checking', mode: null, rows: 0, good: 0, bad: 0, at_once: false, handled: 0 },
      ...{ refused: 0, fault: null, started_at: null, ended_at: null, lease_until: leased() },
    })
    .execute();
};

export const importWith = async (db: Db, id: string): Promise<StoredImport | null> =>
  ((await tables(db).selectFrom('imports.job').selectAll().where('id', '=', id).executeTakeFirst()) as
    | StoredImport
    | undefined) ?? null;

/** Of one user, latest first. */
export const importsOf = async (db: Db, userId: string, limit: number): Promise<readonly StoredImport[]> =>
  (await tables(db)
    .selectFrom('imports.job')
    .selectAll()
    .where('user_id', '=', userId)
    .orderBy('n', 'desc')
    .limit(limit)
    .execute()) as StoredImport[];

type Change = Partial<
  Pick<
    ImportRow,
    'state' | 'mode' | 'rows' | 'good' | 'bad' | 'at_once' | 'handled' | 'refused' | 'handout' | 'fault' | 'columns'
  >
>;

/** Changes an import that stands in one of these states and renews its lease; false when it does not stand there any more. */
export const changeImport = async (
  db: Db,
  id: string,
  from: readonly ImportState[],
  change: Change,
): Promise<boolean> => {
  const ends = change.state !== undefined && !['checking', 'running'].includes(change.state);
  const { numUpdatedRows } = await tables(db)
    .updateTable('imports.job')
    .set({
      ...change,
      lease_until: leased(),
      ...(ends ? { ended_at: nowReal() } : {}),
    })
    .where('id', '=', id)
    .where('state', 'in', [...from])
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};

/** Lets a checked import run; whichever process looks first works on it. False when it was not checked any more. */
export const startImport = async (db: Db, id: string, mode: 'all' | 'good'): Promise<boolean> => {
  const { numUpdatedRows } = await tables(db)
    .updateTable('imports.job')
    .set({
      state: 'running',
      mode,
      handled: 0,
      refused: 0,
      started_at: nowReal(),
      lease_until: sql<string>`clock_timestamp() - interval '1 second'`,
    })
    .where('id', '=', id)
    .where('state', '=', 'checked')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};

/** A running import that no process works on any more, taken over; null when there is none. */
export const takeOver = async (db: Db): Promise<StoredImport | null> => {
  const { rows } = await sql<StoredImport>`
    UPDATE imports.job SET lease_until = ${leased()} WHERE id = (
      SELECT id FROM imports.job WHERE state = 'running' AND lease_until < clock_timestamp()
      ORDER BY n LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING *`.execute(db);
  return rows[0] ?? null;
};

/** Checks whose process has ended are stopped: their file went with it. How many. */
export const stopLostChecks = async (db: Db, fault: object): Promise<number> => {
  const { numUpdatedRows } = await tables(db)
    .updateTable('imports.job')
    .set({ state: 'stopped', fault: JSON.stringify(fault), ended_at: nowReal() })
    .where('state', '=', 'checking')
    .where('lease_until', '<', nowReal())
    .executeTakeFirst();
  return Number(numUpdatedRows);
};

interface Place {
  readonly id: string;
  readonly n: number;
}
const placeOf = ({ id, n }: Place) => ({ ref: id, drill: 'import', order: `chunk-${n}` });

/** Keeps rows until they are carried out; under `key` when they may hold names. */
export const keepChunk = async (db: Db, place: Place, content: unknown, key: SealKey | null): Promise<void> => {
  const packed = gzipSync(JSON.stringify(content), { level: 1 });
  const sealed = key && seal(key, placeOf(place), packed.toString('base64'));
  await tables(db)
    .insertInto('imports.chunk')
    .values({
      ...{ job_id: place.id, n: place.n, content: sealed?.ciphertext ?? packed, nonce: sealed?.nonce ?? null },
      ...{ tag: sealed?.tag ?? null, wrapped_key: sealed?.wrappedKey ?? null, key_id: sealed?.keyId ?? null },
    })
    .execute();
};

/** What was kept, from chunk `from` on. Throws `WrongSealKey`, `SealBroken`. */
export async function* chunksOf(db: Db, id: string, from: number, key: SealKey | null): AsyncGenerator<unknown> {
  for (let n = from; ; n++) {
    const row = await tables(db)
      .selectFrom('imports.chunk')
      .selectAll()
      .where('job_id', '=', id)
      .where('n', '=', n)
      .executeTakeFirst();
    if (!row) return;
    const { content, nonce, tag, wrapped_key: wrappedKey, key_id: keyId } = row;
    const sealed = nonce && tag && wrappedKey && keyId;
    if (sealed && !key) throw new TypeError('the rows are sealed and there is no key');
    const opened =
      sealed && key
        ? Buffer.from(
            JSON.parse(unseal(key, { ...placeOf({ id, n }), ciphertext: content, nonce, tag, wrappedKey, keyId })),
            'base64',
          )
        : content;
    yield JSON.parse(gunzipSync(opened).toString('utf8'));
  }
}

/** Forgets the waiting rows; of sealed ones the keys go with them. */
export const dropChunks = async (db: Db, id: string): Promise<void> => {
  await tables(db).deleteFrom('imports.chunk').where('job_id', '=', id).execute();
};

export interface StoredBadRow {
  readonly row: number;
  /** JSON. */
  readonly cells: string;
  readonly problems: string;
}

export const keepBadRows = async (
  db: Db,
  id: string,
  phase: BadRow['phase'],
  rows: readonly StoredBadRow[],
): Promise<void> => {
  for (let from = 0; from < rows.length; from += 1_000)
    await tables(db)
      .insertInto('imports.bad_row')
      .values(rows.slice(from, from + 1_000).map((row) => ({ job_id: id, phase, ...row })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
};

/** In the order of the file, after a row. */
export const badRowsOf = async (
  db: Db,
  id: string,
  { phase, after, limit }: { readonly phase: BadRow['phase']; readonly after: number; readonly limit: number },
): Promise<readonly StoredBadRow[]> =>
  tables(db)
    .selectFrom('imports.bad_row')
    .select(['row', 'cells', 'problems'])
    .where('job_id', '=', id)
    .where('phase', '=', phase)
    .where('row', '>', after)
    .orderBy('row')
    .limit(limit)
    .execute();

/** Rows that wait for more than a day are forgotten, imports after 90 days. */
export const sweepImports = async (db: Db): Promise<void> => {
  const old = (hours: number) => sql<string>`clock_timestamp() - make_interval(hours => ${hours})`;
  await tables(db)
    .updateTable('imports.job')
    .set({ state: 'cancelled', ended_at: nowReal() })
    .where('state', '=', 'checked')
    .where('created_at', '<', old(24))
    .execute();
  await sql`UPDATE imports.job SET handout = NULL WHERE handout IS NOT NULL AND ended_at < ${old(24)}`.execute(db);
  // a list of passwords that was not handed out yet is made from its rows
  await sql`DELETE FROM imports.chunk WHERE job_id IN
    (SELECT id FROM imports.job WHERE state IN ('done', 'stopped', 'cancelled') AND handout IS NULL)`.execute(db);
  await tables(db)
    .deleteFrom('imports.job')
    .where('created_at', '<', old(24 * 90))
    .execute();
};
