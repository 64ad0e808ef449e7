/** The embedded PostgreSQL 18: loopback, own port, data in DATA_DIR/postgres, log in DATA_DIR/logs/postgres.log. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Child, type Exit, startChild } from './child.ts';
import { type Log, MachineError, reason } from './errors.ts';
import { openDataDir } from './files.ts';
import { askedPort, keptPort } from './ports.ts';
import { type Cluster, openCluster, postgresFailed } from './postgres-cluster.ts';
import { FAST_STOP, stopPostgresOrphans } from './postgres-orphan.ts';
import { postgresPrograms } from './postgres-programs.ts';
import { postgresUser } from './postgres-user.ts';
import { run } from './run.ts';

export type PostgresOptions = {
  dataDir: string;
  log: Log;
  /** Default: the port used before in this DATA_DIR, else a free one. */
  port?: number;
  /** Further server settings, such as `{ fsync: 'off' }` for tests. */
  settings?: Readonly<Record<string, string>>;
};

export type Postgres = {
  /** Role `san_sang`: owns the database `san_sang`, may make databases and roles, no superuser. */
  url: string;
  /** Superuser, database `postgres`. */
  adminUrl: string;
  port: number;
  pid: number;
  /** Fast shutdown: open transactions are rolled back, nothing committed is lost. May be called twice. */
  stop(): Promise<void>;
  onExit(callback: (exit: Exit) => void): void;
  logTail(): string;
};

const READY_MS = 5 * 60_000;

const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  idle_in_transaction_session_timeout: '30s',
  createrole_self_grant: 'set,inherit',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] %u@%d ',
};

/**
 * Makes the cluster on first use, starts it and resolves when the database `san_sang` can be used; after a kill that includes crash
 * recovery (at most 5 minutes, told every 5 s). The caller holds the lock of DATA_DIR: orphans on the same data are stopped first.
 * Throws `port-busy`, `postgres-failed` (with the tail of the log), `data-dir`.
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const { log } = options;
  const dataDir = openDataDir(options.dataDir);
  const data = join(dataDir, 'postgres');
  const env = { ...withoutPgVariables(), TZ: 'UTC', LC_ALL: 'C' };
  const programs = postgresPrograms();
  const runAs = await postgresUser({ programs: [programs.initdb, programs.postgres], data, dataDir }, env, log);
  await stopPostgresOrphans(dataDir, data, log);
  const port =
    options.port === undefined ? await keptPort(dataDir, 'postgres') : await askedPort(options.port, 'PostgreSQL');
  const cluster = await openCluster(dataDir, programs, runAs, env, log);

  const settings = Object.entries({ ...SETTINGS, ...options.settings, port: String(port) });
  const call = runAs.call(programs.postgres, [
    '-D',
    data,
    ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]);
  let child: Child;
  try {
    child = await startChild({ name: 'postgres', dataDir, env, cwd: data, ...call });
  } catch (error) {
    throw postgresFailed(reason(error));
  }
  const stop = async () => {
    // Windows has no signals: there pg_ctl asks for the fast shutdown.
    const ask = process.platform === 'win32' && child.exited() === null;
    if (ask) await run(programs.pgCtl, ['stop', '-D', data, '-m', 'fast', '-w'], { env, timeoutMs: 40_000 });
    await child.end(FAST_STOP);
  };
  try {
    await untilReady(child, data, log);
    await ensureDatabase(cluster, port);
  } catch (error) {
    await stop();
    throw error instanceof MachineError ? error : postgresFailed(reason(error));
  }
  return {
    url: `postgres://san_sang:${cluster.appPassword}@127.0.0.1:${port}/san_sang`,
    adminUrl: `postgres://postgres:${cluster.adminPassword}@127.0.0.1:${port}/postgres`,
    port,
    pid: child.pid,
    stop,
    onExit: child.onExit,
    logTail: () => child.logTail(),
  };
}

/** The postmaster writes `ready` into the eighth line of its pid file, as pg_ctl reads it. */
async function untilReady(child: Child, data: string, log: Log): Promise<void> {
  const started = performance.now();
  for (let told = 0; !isReady(data, child.pid); await sleep(20)) {
    const exit = child.exited();
    if (exit) throw postgresFailed(`exit ${exit.code ?? exit.signal}: ${child.logTail(600)}`);
    const waited = performance.now() - started;
    if (waited > READY_MS) throw postgresFailed(`not ready after ${READY_MS / 1000} s: ${child.logTail(600)}`);
    if (waited > (told + 1) * 5_000) log(`PostgreSQL: recovering, ${++told * 5} s`);
  }
}

function isReady(data: string, pid: number): boolean {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

async function ensureDatabase({ adminPassword, appPassword }: Cluster, port: number): Promise<void> {
  const login = { host: '127.0.0.1', port, user: 'postgres', password: adminPassword, database: 'postgres' };
  const client = new pg.Client({ ...login, connectionTimeoutMillis: 30_000, query_timeout: 60_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    const role = await client.query("SELECT 1 FROM pg_roles WHERE rolname = 'san_sang'");
    const verb = role.rowCount ? 'ALTER' : 'CREATE';
    await client.query(`${verb} ROLE san_sang LOGIN CREATEDB CREATEROLE PASSWORD '${appPassword}'`);
    const database = await client.query("SELECT 1 FROM pg_database WHERE datname = 'san_sang'");
    if (!database.rowCount) await client.query('CREATE DATABASE san_sang OWNER san_sang');
  } finally {
    await client.end();
  }
}

/** PGDATA, PGPORT and their like belong to the user's own PostgreSQL. */
function withoutPgVariables(): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PG')));
}
