/**
 * Which process is which. A pid alone proves nothing (it is reused), so a process is known by its pid and its start mark together;
 * nothing here signals a pid whose mark is not the recorded one.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Boot and start time of a live process as one opaque text; null when there is no such process or no way to know. */
export function startMark(pid: number): string | null {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (fields[0] === 'Z' || fields[0] === 'X') return null;
      return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${fields[19]}`;
    }
    if (process.platform === 'win32') return null;
    return (
      execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
        encoding: 'utf8',
        env: { ...process.env, LC_ALL: 'C' },
      }).trim() || null
    );
  } catch {
    return null;
  }
}

/** Live processes that satisfy the test, by /proc; elsewhere than on Linux always none. */
export function scanProcesses(
  test: (found: { program: string; cwd: string; args: readonly string[] }) => boolean,
): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && pid !== process.pid && startMark(pid) !== null)
    .filter((pid) => {
      try {
        const args = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
        return test({ program: readlinkSync(`/proc/${pid}/exe`), cwd: readlinkSync(`/proc/${pid}/cwd`), args });
      } catch {
        return false;
      }
    });
}

/**
 * Sends the signals one after the other, each with its time to work, until the process with this mark is gone.
 * Answers whether it is gone; true at once when the pid now belongs to another process.
 */
export async function stopProcess(
  pid: number,
  mark: string,
  steps: readonly [signal: NodeJS.Signals, waitMs: number][],
): Promise<boolean> {
  for (const [signal, waitMs] of steps) {
    if (startMark(pid) !== mark) return true;
    try {
      process.kill(pid, signal);
    } catch {
      return startMark(pid) !== mark;
    }
    for (const end = performance.now() + waitMs; performance.now() < end; await sleep(20)) {
      if (startMark(pid) !== mark) return true;
    }
  }
  return startMark(pid) !== mark;
}
