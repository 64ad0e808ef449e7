/**
 * A long-running child: own session (a Ctrl+C in the terminal does not reach it before its turn), output into a log file that
 * survives this process, pid recorded in DATA_DIR/pids.json so that the next start can stop an orphan.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, fstatSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Env } from './errors.ts';
import { readJson, writeAtomic } from './files.ts';
import { startMark, stopProcess } from './processes.ts';

export type Exit = { code: number | null; signal: NodeJS.Signals | null };

export type Child = {
  pid: number;
  /** Null while it runs. */
  exited(): Exit | null;
  /** Calls back once, also when it has already ended. */
  onExit(callback: (exit: Exit) => void): void;
  /** The last lines it wrote in this run, at most `bytes` (2,000). */
  logTail(bytes?: number): string;
  /** Signals in order until it ends; resolves when it has ended. */
  end(steps: readonly [signal: NodeJS.Signals, waitMs: number][]): Promise<void>;
};

type ChildOptions = {
  name: string;
  dataDir: string;
  command: string;
  args: readonly string[];
  env: Env;
  cwd?: string;
  uid?: number;
  gid?: number;
};

const LOG_LIMIT = 10_000_000;

/** Children of this process; when it exits without having stopped them (also half-way through a start), they are told to end. */
const live = new Set<ChildProcess>();

function endLive(): void {
  for (const child of live) child.kill('SIGINT');
}

/** Starts it, files it makes are owner-only. Rejects when the program cannot be run at all. */
export async function startChild(options: ChildOptions): Promise<Child> {
  const { name, dataDir, command, args, ...rest } = options;
  const logFile = join(dataDir, 'logs', `${name}.log`);
  if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT) renameSync(logFile, `${logFile}.old`);
  const log = openSync(logFile, 'a', 0o600);
  const logStart = fstatSync(log).size;
  const umask = process.umask(0o077);
  let child: ChildProcess;
  try {
    child = spawn(command, args, { ...rest, detached: true, windowsHide: true, stdio: ['ignore', log, log] });
  } finally {
    process.umask(umask);
    closeSync(log);
  }
  if (live.size === 0) process.on('exit', endLive);
  live.add(child);
  let exit: Exit | null = null;
  const forgetLive = () => {
    if (live.delete(child) && live.size === 0) process.off('exit', endLive);
  };
  const ended = new Promise<Exit>((resolve) => {
    child.once('exit', (code, signal) => {
      exit = { code, signal };
      forgetLive();
      forget(dataDir, name);
      resolve(exit);
    });
  });
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (error) => {
      forgetLive();
      reject(error);
    });
  });
  const pid = child.pid ?? 0;
  record(dataDir, name, pid);
  return {
    pid,
    exited: () => exit,
    onExit: (callback) => void ended.then(callback),
    logTail: (bytes = 2_000) => tail(logFile, logStart, bytes),
    async end(steps) {
      for (const [signal, waitMs] of steps) {
        if (exit) return;
        child.kill(signal);
        let timer: NodeJS.Timeout | undefined;
        const limit = new Promise((resolve) => {
          timer = setTimeout(resolve, waitMs);
        });
        await Promise.race([ended, limit]);
        clearTimeout(timer);
      }
      await ended;
    },
  };
}

/** Stops the child of this name that an earlier, killed run of the same DATA_DIR left behind; does nothing when there is none. */
export async function stopOrphan(
  dataDir: string,
  name: string,
  steps: readonly [NodeJS.Signals, number][],
): Promise<number | null> {
  const entry = readJson(pidsFile(dataDir))[name];
  if (typeof entry !== 'object' || entry === null || !('pid' in entry) || !('mark' in entry)) return null;
  const { pid, mark } = entry;
  if (typeof pid !== 'number' || typeof mark !== 'string' || startMark(pid) !== mark) return null;
  await stopProcess(pid, mark, steps);
  forget(dataDir, name);
  return pid;
}

function pidsFile(dataDir: string): string {
  return join(dataDir, 'pids.json');
}

function record(dataDir: string, name: string, pid: number): void {
  const pids = { ...readJson(pidsFile(dataDir)), [name]: { pid, mark: startMark(pid) } };
  writeAtomic(pidsFile(dataDir), `${JSON.stringify(pids)}\n`);
}

function forget(dataDir: string, name: string): void {
  const { [name]: _, ...others } = readJson(pidsFile(dataDir));
  try {
    writeAtomic(pidsFile(dataDir), `${JSON.stringify(others)}\n`);
  } catch {
    // DATA_DIR may be gone already; a stale entry does no harm, its mark matches nothing.
  }
}

function tail(file: string, from: number, bytes: number): string {
  const log = openSync(file, 'r');
  try {
    const size = fstatSync(log).size;
    const start = Math.max(Math.min(from, size), size - bytes);
    const buffer = Buffer.alloc(size - start);
    readSync(log, buffer, 0, buffer.length, start);
    return buffer.toString('utf8').trim();
  } finally {
    closeSync(log);
  }
}
