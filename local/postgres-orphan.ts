/** Clears the way after a run that was killed: its postmaster, the backends a killed postmaster left, and a pid file that fits nobody. */
import { readFileSync, realpathSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { stopOrphan } from './child.ts';
import type { Log } from './errors.ts';
import { scanProcesses, startMark, stopProcess } from './processes.ts';

export const FAST_STOP: readonly [NodeJS.Signals, number][] = [
  ['SIGINT', 30_000],
  ['SIGQUIT', 10_000],
  ['SIGKILL', 5_000],
];
const BACKEND_STOP: readonly [NodeJS.Signals, number][] = [
  ['SIGQUIT', 5_000],
  ['SIGKILL', 5_000],
];

/** The caller holds the lock of DATA_DIR, so whatever PostgreSQL still runs on this folder is an orphan of ours. */
export async function stopPostgresOrphans(dataDir: string, data: string, log: Log): Promise<void> {
  const recorded = await stopOrphan(dataDir, 'postgres', FAST_STOP);
  if (recorded !== null) log(`PostgreSQL of a run that was killed stopped (process ${recorded})`);
  const noted = notedPostmaster(data);
  const ours = processesOn(data);
  // The postmaster first: it ends its backends in order.
  for (const pid of ours.toSorted((a, b) => Number(b === noted) - Number(a === noted))) {
    const mark = startMark(pid);
    if (mark === null) continue;
    log(`PostgreSQL: stopping process ${pid}, left by a run that was killed`);
    await stopProcess(pid, mark, pid === noted ? FAST_STOP : BACKEND_STOP);
  }
  // PostgreSQL clears a pid file of a dead process itself, but refuses to start when the pid now belongs to a stranger.
  if (process.platform === 'linux' && noted !== null && startMark(noted) !== null)
    rmSync(join(data, 'postmaster.pid'), { force: true });
}

function processesOn(data: string): number[] {
  let real: string;
  try {
    real = realpathSync(data);
  } catch {
    return [];
  }
  return scanProcesses(({ program, cwd }) => cwd === real && basename(program) === 'postgres');
}

/** First line of postmaster.pid, or null. */
function notedPostmaster(data: string): number | null {
  try {
    return Number.parseInt(readFileSync(join(data, 'postmaster.pid'), 'utf8'), 10) || null;
  } catch {
    return null;
  }
}
