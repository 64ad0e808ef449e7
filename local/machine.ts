/**
 * The embedded machine: PostgreSQL and Temporal of one DATA_DIR, started together, kept alive, stopped in order.
 * A process that exits without `stop`, even half-way through the start, still tells its children to end; one that is killed leaves them
 * to the next start.
 * What the environment names (`DATABASE_URL`, `TEMPORAL_ADDRESS`) is used as it is and neither started, watched nor stopped.
 */
import { type Env, type Log, reason } from './errors.ts';
import { acquireLock } from './lock.ts';
import { type Postgres, startPostgres } from './postgres.ts';
import { type Failure, type PartState, type Supervised, supervise } from './supervise.ts';
import { findTemporal } from './temporal-binary.ts';
import { startTemporal, type TemporalServer } from './temporal-server.ts';

export type MachineOptions = {
  dataDir: string;
  env: Env;
  log: Log;
  /** Whether the embedded Temporal serves its page. */
  ui: boolean;
};

export type Part = {
  name: 'postgres' | 'temporal';
  embedded: boolean;
  /** `external` = named by the environment, state unknown here. */
  state: PartState | 'external';
};

export type Machine = {
  dataDir: string;
  databaseUrl: string;
  /** Superuser of the embedded PostgreSQL; null for one named by DATABASE_URL. */
  adminUrl: string | null;
  temporalAddress: string;
  temporalNamespace: string;
  uiUrl: string | null;
  /** As they are now. */
  readonly parts: readonly Part[];
  /** An embedded service that could not be kept alive; also told when that happened before the call. */
  onFailure(callback: (failure: Failure) => void): void;
  /** Temporal, PostgreSQL, lock, in this order; HTTP and workers are ended by the caller before. May be called twice. */
  stop(): Promise<void>;
};

/** Resolves when everything serves. A failed start stops what had started and frees the lock. Throws `MachineError` only for causes a person can act on. */
export async function startMachine(options: MachineOptions): Promise<Machine> {
  const { env, log, ui } = options;
  const lock = acquireLock(options.dataDir);
  const { dataDir } = lock;
  const failures: Failure[] = [];
  const listeners: ((failure: Failure) => void)[] = [];
  const onFailure = (failure: Failure) => {
    failures.push(failure);
    for (const listener of listeners) listener(failure);
  };
  const namespace = env.TEMPORAL_NAMESPACE || 'default';

  const embedPostgres = () =>
    supervise<Postgres>({
      name: 'postgres',
      log,
      onFailure,
      start: (port) => startPostgres({ dataDir, log, ...(port !== null && { port }) }),
    });
  const embedTemporal = async () => {
    const { path, how } = await findTemporal({ dataDir, env, log });
    log(`Temporal: ${path} (${how})`);
    return supervise<TemporalServer>({
      name: 'temporal',
      log,
      onFailure,
      start: (port) => startTemporal({ binary: path, dataDir, log, ui, namespace, ...(port !== null && { port }) }),
    });
  };
  const [postgres, temporal] = await Promise.allSettled([
    env.DATABASE_URL ? null : embedPostgres(),
    env.TEMPORAL_ADDRESS ? null : embedTemporal(),
  ]);
  const started = [temporal, postgres].flatMap((part) =>
    part.status === 'fulfilled' && part.value ? [part.value] : [],
  );
  const stopAll = async () => {
    for (const part of started) await part.stop();
    lock.release();
  };
  if (postgres.status === 'rejected' || temporal.status === 'rejected') {
    await stopAll();
    const causes = [postgres, temporal].flatMap((part) => (part.status === 'rejected' ? [part.reason] : []));
    for (const cause of causes.slice(1)) log(reason(cause));
    throw causes[0];
  }
  const database = postgres.value;
  const engine = temporal.value;
  let stopped: Promise<void> | null = null;
  return {
    dataDir,
    databaseUrl: database?.service().url ?? env.DATABASE_URL ?? '',
    adminUrl: database?.service().adminUrl ?? null,
    temporalAddress: engine?.service().address ?? env.TEMPORAL_ADDRESS ?? '',
    temporalNamespace: namespace,
    uiUrl: engine?.service().uiUrl ?? null,
    get parts() {
      return [part('postgres', database), part('temporal', engine)];
    },
    onFailure(callback) {
      listeners.push(callback);
      failures.forEach(callback);
    },
    stop() {
      stopped ??= stopAll();
      return stopped;
    },
  };
}

function part(name: Part['name'], supervised: Supervised<Postgres> | Supervised<TemporalServer> | null): Part {
  return { name, embedded: supervised !== null, state: supervised?.state() ?? 'external' };
}
