/** The embedded Temporal: the CLI's dev server on loopback, its state in DATA_DIR/temporal.db, its log in DATA_DIR/logs/temporal.log. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Child, type Exit, startChild, stopOrphan } from './child.ts';
import { type Log, MachineError, reason } from './errors.ts';
import { openDataDir } from './files.ts';
import { isServing } from './grpc-health.ts';
import { askedPort, keptPort } from './ports.ts';
import { scanProcesses, startMark, stopProcess } from './processes.ts';

export type TemporalOptions = {
  /** The `temporal` program, from `findTemporal`. */
  binary: string;
  dataDir: string;
  log: Log;
  /** Whether to serve the Temporal page (loopback, no outside requests). */
  ui: boolean;
  /** Default: the port used before in this DATA_DIR, else a free one. */
  port?: number;
  /** Made when absent; `default` always exists. */
  namespace?: string;
  /** Further flags of `temporal server start-dev`, such as `--dynamic-config-value`. */
  extraArgs?: readonly string[];
};

export type TemporalServer = {
  address: string;
  port: number;
  uiUrl: string | null;
  pid: number;
  /** Ends it in an orderly way (SIGTERM, 15 s, SIGKILL); resolves when it is gone. May be called twice. */
  stop(): Promise<void>;
  onExit(callback: (exit: Exit) => void): void;
  logTail(): string;
};

const READY_MS = 60_000;
const STOP: readonly [NodeJS.Signals, number][] = [
  ['SIGTERM', 15_000],
  ['SIGKILL', 5_000],
];

/**
 * Starts it and resolves when it serves (gRPC health SERVING). The caller holds the lock of DATA_DIR: an orphan of a killed run is stopped
 * first. Throws `port-busy`, `temporal-failed` (with the tail of its log), `data-dir`.
 */
export async function startTemporal(options: TemporalOptions): Promise<TemporalServer> {
  const dataDir = openDataDir(options.dataDir);
  const database = join(dataDir, 'temporal.db');
  await stopTemporalOrphans(dataDir, database, options.log);

  const port =
    options.port === undefined ? await keptPort(dataDir, 'temporal') : await askedPort(options.port, 'Temporal');
  const uiPort = options.ui ? await keptPort(dataDir, 'temporalUi') : null;
  const args = ['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--db-filename', database];
  args.push('--log-level', 'error', '--namespace', options.namespace ?? 'default');
  args.push(...(uiPort === null ? ['--headless'] : ['--ui-port', String(uiPort), '--ui-disable-news-fetch']));
  args.push(...(options.extraArgs ?? []));

  let child: Child;
  try {
    child = await startChild({ name: 'temporal', dataDir, command: options.binary, args, env: serverEnv() });
  } catch (error) {
    throw failed(reason(error));
  }
  for (const end = performance.now() + READY_MS; !(await isServing(port)); await sleep(30)) {
    const exit = child.exited();
    if (exit) throw failed(`exit ${exit.code ?? exit.signal}: ${child.logTail(600)}`);
    if (performance.now() < end) continue;
    await child.end(STOP);
    throw failed(`not serving after ${READY_MS / 1000} s: ${child.logTail(600)}`);
  }
  // Another program may have taken the port in between and answered in its stead.
  if (child.exited()) throw failed(child.logTail(600));
  return {
    address: `127.0.0.1:${port}`,
    port,
    uiUrl: uiPort === null ? null : `http://127.0.0.1:${uiPort}`,
    pid: child.pid,
    stop: () => child.end(STOP),
    onExit: child.onExit,
    logTail: () => child.logTail(),
  };
}

/** Variables meant for Temporal's clients (address, TLS, config file) must not steer the server. */
function serverEnv(): Record<string, string | undefined> {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('TEMPORAL_'));
  return { ...Object.fromEntries(kept), TZ: 'UTC' };
}

async function stopTemporalOrphans(dataDir: string, database: string, log: Log): Promise<void> {
  const recorded = await stopOrphan(dataDir, 'temporal', STOP);
  if (recorded !== null) log(`Temporal of a run that was killed stopped (process ${recorded})`);
  for (const pid of scanProcesses(({ args }) => args.includes('start-dev') && args.includes(database))) {
    const mark = startMark(pid);
    if (mark && (await stopProcess(pid, mark, STOP))) log(`Temporal of a run that was killed stopped (process ${pid})`);
  }
}

function failed(detail: string): MachineError {
  return new MachineError('temporal-failed', {
    exitCode: 3,
    messageVi: `Temporal không khởi động được: ${detail} (hoặc đặt TEMPORAL_ADDRESS để dùng máy chủ Temporal có sẵn)`,
    messageEn: `Temporal did not start: ${detail} (or set TEMPORAL_ADDRESS to use a Temporal server you have)`,
  });
}
