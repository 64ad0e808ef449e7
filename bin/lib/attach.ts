/**
 * How an operator's script reaches a database: DATABASE_URL when it is set; else the embedded one of DATA_DIR, through the
 * `npm start` that runs there, or started for the time of the script when none does.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { acquireLock, MachineError, startMachine, startPostgres } from '../../local/index.ts';
import { CliError } from './cli.ts';
import { dataDirOf, namespaceOf } from './settings.ts';

type Env = Readonly<Record<string, string | undefined>>;

export interface Attached {
  readonly databaseUrl: string;
  /** Login that owns the tables. */
  readonly ownerUrl: string;
  close(): Promise<void>;
}
export interface AttachedEngine extends Attached {
  readonly temporalAddress: string;
  readonly namespace: string;
  /** True when it was started for this script: nobody else works on it. */
  readonly isOwn: boolean;
}

const Running = z.object({ databaseUrl: z.string(), temporalAddress: z.string(), temporalNamespace: z.string() });

const nothing = async (): Promise<void> => {};

/** What the running `npm start` of this DATA_DIR wrote down for scripts; null when none runs. */
const running = (dataDir: string): z.infer<typeof Running> | null => {
  try {
    return Running.parse(JSON.parse(readFileSync(join(dataDir, 'running.json'), 'utf8')));
  } catch {
    return null;
  }
};

const requireData = (dataDir: string): void => {
  if (!existsSync(join(dataDir, 'postgres')))
    throw new CliError(
      3,
      `Không có dữ liệu ở ${dataDir}. Đặt DATA_DIR hoặc DATABASE_URL, hoặc chạy npm start trước.`,
      `There is no data in ${dataDir}. Set DATA_DIR or DATABASE_URL, or run npm start first.`,
    );
};

/** True when another process holds this DATA_DIR. */
const isHeld = (dataDir: string): boolean => {
  try {
    acquireLock(dataDir).release();
    return false;
  } catch (error) {
    if (error instanceof MachineError && error.code === 'already-running') return true;
    throw error;
  }
};

const starting = (dataDir: string): CliError =>
  new CliError(
    3,
    `Sẵn Sàng ở ${dataDir} đang khởi động; thử lại sau.`,
    `Sẵn Sàng on ${dataDir} is starting; try again in a moment.`,
  );

/** A database to read or rebuild. Throws exit code 3 when there is none. */
export async function attachDatabase(env: Env, log: (line: string) => void): Promise<Attached> {
  if (env.DATABASE_URL || env.MIGRATION_DATABASE_URL) {
    const databaseUrl = env.DATABASE_URL || env.MIGRATION_DATABASE_URL || '';
    return { databaseUrl, ownerUrl: env.MIGRATION_DATABASE_URL || databaseUrl, close: nothing };
  }
  const dataDir = dataDirOf(env);
  requireData(dataDir);
  if (isHeld(dataDir)) {
    const found = running(dataDir);
    if (!found) throw starting(dataDir);
    return { databaseUrl: found.databaseUrl, ownerUrl: found.databaseUrl, close: nothing };
  }
  const lock = acquireLock(dataDir);
  const postgres = await startPostgres({ dataDir, log }).catch((error: unknown) => {
    lock.release();
    throw error;
  });
  return {
    databaseUrl: postgres.url,
    ownerUrl: postgres.url,
    close: async () => {
      await postgres.stop();
      lock.release();
    },
  };
}

/** A database and the Temporal that works on it. */
export async function attachEngine(env: Env, log: (line: string) => void): Promise<AttachedEngine> {
  const dataDir = dataDirOf(env);
  if (!(env.DATABASE_URL && env.TEMPORAL_ADDRESS)) {
    requireData(dataDir);
    if (isHeld(dataDir)) {
      const found = running(dataDir);
      if (!found) throw starting(dataDir);
      const { databaseUrl, temporalAddress, temporalNamespace: namespace } = found;
      return { databaseUrl, ownerUrl: databaseUrl, temporalAddress, namespace, isOwn: false, close: nothing };
    }
  }
  if (env.DATABASE_URL && env.TEMPORAL_ADDRESS) {
    const { DATABASE_URL: databaseUrl, TEMPORAL_ADDRESS: temporalAddress } = env;
    return {
      databaseUrl,
      ownerUrl: env.MIGRATION_DATABASE_URL || databaseUrl,
      temporalAddress,
      namespace: namespaceOf(env),
      isOwn: false,
      close: nothing,
    };
  }
  const machine = await startMachine({ dataDir, env, log, ui: false });
  const { databaseUrl, temporalAddress, temporalNamespace: namespace } = machine;
  return {
    databaseUrl,
    ownerUrl: env.MIGRATION_DATABASE_URL || databaseUrl,
    temporalAddress,
    namespace,
    isOwn: true,
    close: () => machine.stop(),
  };
}
