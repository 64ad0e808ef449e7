/** The one way to a PostgreSQL of this product: limited rights, limited times, and no error that ends the process. */
import {
  Kysely,
  type PostgresCursor,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
  type PostgresQueryResult,
} from 'kysely';
import pg from 'pg';
import { isLinkLost } from './errors.ts';
import type { Database } from './schema.ts';

export { isUnavailable, StoreUnavailable } from './errors.ts';

export type Db = Kysely<Database>;

/** The group role that owns nothing and holds only the rights granted by the migrations. */
export const APP_ROLE = 'san_sang_app';

export interface ConnectOptions {
  readonly url: string;
  /** Role taken on by every connection; `null` keeps the login's own (migrations, rebuild). */
  readonly role?: string | null;
  readonly max?: number;
  readonly applicationName?: string;
  /** Limits in milliseconds. */
  readonly statementTimeout?: number;
  readonly lockTimeout?: number;
  readonly connectTimeout?: number;
  /** `native`: dates as Date and int8 as text, as libraries expect them; else this product's own texts. */
  readonly dates?: 'native';
  /** Told of errors on idle links; the pool has already replaced them. */
  readonly onError?: (error: Error) => void;
}

/** int8 as number, `json` as its exact text, `date` as yyyy-MM-dd, `timestamptz` as an ISO instant in UTC. */
const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  20: Number,
  114: String,
  1082: String,
  1184: (text) => new Date(text).toISOString(),
};
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && PARSERS[oid]) || pg.types.getTypeParser(oid, format),
};

/** Settings of one connection, shared by the pool and by single clients. */
export function clientConfig(options: ConnectOptions): pg.ClientConfig {
  const role = options.role === undefined ? APP_ROLE : options.role;
  if (role !== null && !/^[a-z_][a-z0-9_]*$/.test(role)) throw new TypeError(`not a role name: ${role}`);
  if (/[?&]options=/.test(options.url))
    throw new TypeError('the database URL may not carry options: they would displace the role');
  const statementTimeout = options.statementTimeout ?? 8_000;
  return {
    connectionString: options.url,
    options: `-c TimeZone=UTC -c DateStyle=ISO${role === null ? '' : ` -c role=${role}`}`,
    application_name: options.applicationName ?? 'san-sang',
    connectionTimeoutMillis: options.connectTimeout ?? 5_000,
    statement_timeout: statementTimeout,
    lock_timeout: options.lockTimeout ?? 5_000,
    idle_in_transaction_session_timeout: 30_000,
    query_timeout: statementTimeout === 0 ? 0 : statementTimeout + 2_000,
    keepAlive: true,
    ...(options.dates === 'native' ? {} : { types }),
  };
}

const pools = new WeakMap<Db, pg.Pool>();

/**
 * A statement of the hot path that answers rows of one JSON column `done`; parsed once a connection and sent around the
 * query builder (measured: 0.1 ms less).
 */
export async function runPrepared(
  db: Db,
  statement: { readonly name: string; readonly text: string },
  values: readonly unknown[],
): Promise<readonly { readonly done: string }[]> {
  const pool = pools.get(db);
  if (!pool) throw new TypeError('only a database opened by `connect` runs prepared statements');
  // `query` of the pool destroys a client whose query failed
  return (await pool.query({ ...statement, values: [...values] })).rows;
}

/** A pool client that is destroyed, not reused, once its link failed (P12). */
function guard(client: pg.PoolClient): PostgresPoolClient {
  let broken = false;
  client.on('error', () => {
    broken = true;
  });
  const run = async (text: string, values: readonly unknown[]): Promise<unknown> => {
    try {
      return await client.query({ text, values: [...values] });
    } catch (error) {
      broken ||= isLinkLost(error);
      throw error;
    }
  };
  function query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  function query(text: unknown, values: readonly unknown[] = []): unknown {
    if (typeof text !== 'string') throw new TypeError('cursors are not used here');
    return run(text, values);
  }
  return {
    query,
    release: (destroy) => client.release(destroy === true || broken),
  };
}

/** Connects lazily. `destroy()` closes the pool. Nothing thrown here names the password. */
export function connect(options: ConnectOptions): Db {
  const pool = new pg.Pool({ ...clientConfig(options), max: options.max ?? 10, idleTimeoutMillis: 60_000 });
  pool.on('error', (error) => options.onError?.(error));
  const guards = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  const guarded: PostgresPool = {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect();
      const known = guards.get(client) ?? guard(client);
      guards.set(client, known);
      return known;
    },
  };
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: guarded }) });
  pools.set(db, pool);
  return db;
}
