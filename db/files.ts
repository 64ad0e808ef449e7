/** What is known of evidence files. Who may ask is not decided here. */
import { type ColumnType, sql } from 'kysely';
import type { EvidenceFile } from '../domain/exercise/evidence.ts';
import type { BodyId } from '../domain/people.ts';
import type { EntityId } from '../domain/streams.ts';
import type { Instant } from '../domain/time.ts';
import type { Db } from './connect.ts';

type Made<T> = ColumnType<T, never, never>;

/** Checked when it was written. */
interface FileRow {
  id: string;
  exercise_id: EntityId;
  task: string;
  body: BodyId;
  person: string;
  name: string;
  type: EvidenceFile['type'];
  size: number;
  sha256: string;
  scan: 'clean' | 'notScanned';
  at: Instant;
  n: Made<number>;
  used_at: ColumnType<string, never, string>;
}
interface NamedRow {
  position: number;
  stream_id: string;
  task: string;
  id: string;
  sha256: string;
  size: number;
  name: string;
}
type Tables = { 'files.file': FileRow; 'files.named': { [K in keyof NamedRow]: Made<NamedRow[K]> } };
const tables = (db: Db) => db.withTables<Tables>();

export type KnownFile = Readonly<Omit<FileRow, 'n' | 'used_at'>>;
export interface ListedFile extends KnownFile {
  /** Whether an event of the exercise names it. */
  readonly named: boolean;
}

const COLUMNS = [
  'id',
  'exercise_id',
  'task',
  'body',
  'person',
  'name',
  'type',
  'size',
  'sha256',
  'scan',
  'at',
] as const;

/** One at a time for the same content, in every process: bytes are never removed while somebody brings them in. */
const inTurn = (tx: Db, sha256: string) =>
  sql`SELECT pg_advisory_xact_lock(hashtextextended(${`files/${sha256}`}, 0))`.execute(tx);

/** Notes a file; `keep` puts its bytes into the storage before, and nothing is noted when it throws. */
export const noteFile = (db: Db, file: KnownFile, keep: () => Promise<void>): Promise<void> =>
  tables(db)
    .transaction()
    .execute(async (tx) => {
      await inTurn(tx as unknown as Db, file.sha256); // the same connection, with fewer tables in its type
      await keep();
      await tx.insertInto('files.file').values(file).execute();
    });

/** The file of this exercise by id; null when there is none. */
export const findFile = async (db: Db, exercise: EntityId, id: string): Promise<ListedFile | null> =>
  (await listFiles(db, exercise, { id }))[0] ?? null;

/** Files of an exercise in the order in which they were sent. */
export const listFiles = async (
  db: Db,
  exercise: EntityId,
  { id, task }: { readonly id?: string; readonly task?: string } = {},
): Promise<ListedFile[]> => {
  let query = tables(db)
    .selectFrom('files.file as f')
    .select(COLUMNS.map((column) => `f.${column}` as const))
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('files.named as n')
          .select('n.id')
          .whereRef('n.id', '=', 'f.id')
          .where('n.stream_id', '=', `exercise/${exercise}`),
      ).as('named'),
    )
    .where('f.exercise_id', '=', exercise);
  if (id !== undefined) query = query.where('f.id', '=', id);
  if (task !== undefined) query = query.where('f.task', '=', task);
  const rows = await query.orderBy('f.n').execute();
  return rows.map((row) => ({ ...row, named: Boolean(row.named) }));
};

/** Notes that a command names these files, so that none is removed while it is under way. */
export const noteUse = async (db: Db, ids: readonly string[]): Promise<void> => {
  await tables(db).updateTable('files.file').set({ used_at: sql`clock_timestamp()` }).where('id', 'in', ids).execute();
};

/** Files that a body sent for an exercise and that no event names. */
export const countUnused = async (db: Db, exercise: EntityId, body: string): Promise<number> =>
  (await listFiles(db, exercise)).filter((file) => file.body === body && !file.named).length;

/**
 * Removes files that no event names and that nobody has used for so many days, and their bytes when no other file has the
 * same; how many. Safe to repeat and to run in several processes at once.
 */
export const dropUnused = async (db: Db, days: number, remove: (sha256: string) => Promise<void>): Promise<number> => {
  const { rows } = await sql<{ id: string; sha256: string }>`
    SELECT id, sha256 FROM files.file f WHERE used_at < clock_timestamp() - make_interval(days => ${days})
      AND NOT EXISTS (SELECT FROM files.named n WHERE n.id = f.id) ORDER BY id LIMIT 1000`.execute(db);
  for (const { id, sha256 } of rows)
    await tables(db)
      .transaction()
      .execute(async (tx) => {
        await inTurn(tx as unknown as Db, sha256); // see noteFile
        const gone = await sql`DELETE FROM files.file f WHERE id = ${id}
          AND used_at < clock_timestamp() - make_interval(days => ${days})
          AND NOT EXISTS (SELECT FROM files.named n WHERE n.id = f.id)`.execute(tx);
        if (Number(gone.numAffectedRows ?? 0) === 0) return;
        const { rows: others } = await sql`SELECT FROM files.file WHERE sha256 = ${sha256}
          UNION ALL SELECT FROM files.named WHERE sha256 = ${sha256} LIMIT 1`.execute(tx);
        if (others.length === 0) await remove(sha256);
      });
  return rows.length;
};

/** Every content that the history names, by SHA-256, with the first place that names it. */
export const namedContents = async (db: Db): Promise<Readonly<NamedRow>[]> => {
  const rows = await tables(db).selectFrom('files.named').selectAll().orderBy('position').execute();
  const first = new Map<string, Readonly<NamedRow>>();
  for (const row of rows) if (!first.has(`${row.sha256} ${row.size}`)) first.set(`${row.sha256} ${row.size}`, row);
  return [...first.values()].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
};
