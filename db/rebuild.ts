/** Builds the read tables anew from the events, beside the living ones, and puts them in their place. */
import { type Kysely, sql } from 'kysely';
import { canonicalJson } from './canonical.ts';
import { connect } from './connect.ts';
import { createEventStore } from './event-store.ts';
import { makeReadSchema, projectRowsDdl, READ_TABLES, type ReadTable, readTableNames } from './read-tables.ts';
import { createReplay, groupByCommand, mergeRows, type Replay } from './replay.ts';
import type { Database } from './schema.ts';
import type { StoredEvent } from './stored-event.ts';

export interface TableReport {
  readonly table: ReadTable;
  readonly rows: number;
  /** Whether the living table held exactly the same; false is a fault that the rebuild has now mended. */
  readonly equal: boolean;
}

export interface RebuildReport {
  readonly events: number;
  readonly tables: readonly TableReport[];
  readonly equal: boolean;
}

export interface RebuildOptions {
  /** A fresh replay; by default the product's own deciders and projections. */
  readonly replay?: () => Replay;
  readonly batch?: number;
  /** False: compare only, leave the living tables. */
  readonly swap?: boolean;
  readonly onProgress?: (progress: { readonly events: number; readonly head: number }) => void;
}

const REBUILD_LOCK = 7_274_011_945_119;

/**
 * Needs the role that owns the tables. Appends go on meanwhile; they wait only for the last catch-up, the comparison
 * and the swap. Broken off at any point it changes nothing: run it again. One at a time; a second one throws.
 */
export async function rebuild(ownerUrl: string, options: RebuildOptions = {}): Promise<RebuildReport> {
  const db = connect({
    url: ownerUrl,
    role: null,
    max: 1,
    applicationName: 'san-sang rebuild',
    statementTimeout: 0,
    lockTimeout: 15_000,
  });
  try {
    return await db.connection().execute(async (session) => {
      const { rows } = await sql<{ mine: boolean }>`SELECT pg_try_advisory_lock(${REBUILD_LOCK}) AS mine`.execute(
        session,
      );
      if (rows[0]?.mine !== true) throw new Error('another rebuild of this database is running');
      return await rebuildIn(session, options);
    });
  } finally {
    await db.destroy();
  }
}

async function rebuildIn(session: Kysely<Database>, options: RebuildOptions): Promise<RebuildReport> {
  const { replay = createReplay, batch = 2_000, swap = true, onProgress } = options;
  const catchUp = createCatchUp(replay(), batch, onProgress);
  await makeReadSchema(session, 'read_next');
  await catchUp(session);
  const report = await session.transaction().execute(async (tx) => {
    // every append begins with this table: those under way finish first, new ones wait before they touch a read row
    await sql`LOCK TABLE public.streams IN EXCLUSIVE MODE`.execute(tx);
    const events = await catchUp(tx);
    const tables: TableReport[] = [];
    for (const table of readTableNames) tables.push(await compare(tx, table));
    if (swap) {
      await sql
        .raw(
          `DROP SCHEMA IF EXISTS read_old CASCADE;
           ALTER SCHEMA read RENAME TO read_old;
           ALTER SCHEMA read_next RENAME TO read;
           ${projectRowsDdl('read')}`,
        )
        .execute(tx);
    }
    return { events, tables, equal: tables.every((table) => table.equal) };
  });
  await sql.raw(`DROP SCHEMA IF EXISTS ${swap ? 'read_old' : 'read_next'} CASCADE`).execute(session);
  return report;
}

/** Replays what it has not replayed yet into `read_next`; returns the last position. */
function createCatchUp(replay: Replay, batch: number, onProgress: RebuildOptions['onProgress']) {
  let read = 0;
  let held: StoredEvent[] = [];
  return async (db: Kysely<Database>): Promise<number> => {
    const store = createEventStore(db);
    for (;;) {
      const page = await store.readAll({ afterPosition: read, limit: batch });
      read = page.at(-1)?.position ?? read;
      const groups = groupByCommand([...held, ...page]);
      // a full page may end in the middle of a command
      held = page.length === batch ? (groups.pop() ?? []) : [];
      const rows = canonicalJson(mergeRows(groups.map(replay)));
      if (rows !== '{}') await sql`SELECT read_next.project_rows(${rows})`.execute(db);
      const { position: head } = await store.head();
      onProgress?.({ events: read, head });
      if (page.length < batch) return read;
    }
  };
}

async function compare(db: Kysely<Database>, table: ReadTable): Promise<TableReport> {
  const digest = async (schema: string): Promise<{ rows: number; hash: string } | undefined> => {
    const { rows } = await sql<{ rows: number; hash: string }>`
      SELECT count(*) AS rows, encode(sha256(convert_to(coalesce(string_agg(t::text, E'\n'
        ORDER BY ${sql.raw(READ_TABLES[table].key.join(', '))}), ''), 'UTF8')), 'hex') AS hash
      FROM ${sql.id(schema, table)} AS t`.execute(db);
    return rows[0];
  };
  const built = await digest('read_next');
  const { rows } = await sql<{ there: boolean }>`SELECT to_regclass(${`read.${table}`}) IS NOT NULL AS there`.execute(
    db,
  );
  const living = rows[0]?.there === true ? await digest('read') : undefined;
  return { table, rows: built?.rows ?? 0, equal: living !== undefined && built?.hash === living.hash };
}
