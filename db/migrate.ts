/** Brings a database to the current tables. Runs under the role that owns them, never under the app's. */
import { Kysely, PostgresDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import pg from 'pg';
import { APP_ROLE, clientConfig } from './connect.ts';
import * as ledger from './migrations/0001-ledger.ts';
import * as append from './migrations/0002-append.ts';
import * as read from './migrations/0003-read.ts';
import * as guards from './migrations/0004-guards.ts';
import * as sealed from './migrations/0005-sealed.ts';
import * as accounts from './migrations/0006-accounts.ts';
import * as audit from './migrations/0007-audit.ts';
import * as files from './migrations/0008-files.ts';
import * as delivery from './migrations/0009-delivery.ts';
import * as imports from './migrations/0010-imports.ts';
import * as feeds from './migrations/0011-feeds.ts';
import * as confirmed from './migrations/0014-confirmed.ts';
import * as planner from './migrations/0015-planner.ts';
import { readSchemaVersion } from './read-tables.ts';

const MIGRATIONS = {
  '0001-ledger': ledger,
  '0002-append': append,
  '0003-read': read,
  '0004-guards': guards,
  '0005-sealed': sealed,
  '0006-accounts': accounts,
  '0007-audit': audit,
  '0008-files': files,
  '0009-delivery': delivery,
  '0010-imports': imports,
  '0011-feeds': feeds,
  '0014-confirmed': confirmed,
  '0015-planner': planner,
};

/** Any 64-bit number of our own: one migration at a time per database. */
const MIGRATION_LOCK = 7_274_011_945_118;

const ROLE = `DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${APP_ROLE}') THEN
    CREATE ROLE ${APP_ROLE} NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$`;

// a GRANT that changes nothing still rewrites the shared row, and two databases at once would collide there
const MEMBERSHIP = `DO $$ BEGIN
  IF NOT pg_has_role(current_user, '${APP_ROLE}',
    CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END) THEN
    EXECUTE format('GRANT ${APP_ROLE} TO %I', current_user);
  END IF;
END $$`;

export interface MigrationReport {
  /** Names of the migrations that ran now; none when the database was current. */
  readonly applied: readonly string[];
  /** The read tables were made by another version of this program: run a rebuild. */
  readonly rebuildNeeded: boolean;
}

/** Safe to repeat and to race. Creates the group role when it is absent. Throws when a migration fails; it is undone then. */
export async function migrate(url: string): Promise<MigrationReport> {
  const pool = new pg.Pool({
    ...clientConfig({ url, role: null, applicationName: 'san-sang migrate', statementTimeout: 0, lockTimeout: 60_000 }),
    idle_in_transaction_session_timeout: 0,
    max: 2,
  });
  pool.on('error', () => {});
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const guard = await pool.connect().catch(async (error: unknown) => {
    await db.destroy();
    throw error;
  });
  try {
    await guard.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const encoding = await guard.query<{ server_encoding: string }>('SHOW server_encoding');
    if (encoding.rows[0]?.server_encoding !== 'UTF8') throw new Error('the database must have encoding UTF8');
    await guard.query(ROLE);
    await guard.query(MEMBERSHIP);
    const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
    const { error, results = [] } = await migrator.migrateToLatest();
    if (error !== undefined) throw error;
    const comment = await guard.query<{ version: string | null }>(
      `SELECT obj_description(to_regnamespace('read')::oid, 'pg_namespace') AS version`,
    );
    return {
      applied: results.map((result) => result.migrationName),
      rebuildNeeded: comment.rows[0]?.version !== readSchemaVersion(),
    };
  } finally {
    guard.release(true);
    await db.destroy();
  }
}
