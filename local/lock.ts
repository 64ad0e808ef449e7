/**
 * One machine per DATA_DIR. The lock is the operating system's own file lock, held through SQLite on DATA_DIR/lock.db: of two racing
 * starts exactly one gets it, and it is free the moment its holder dies, however it dies. Hence no stale lock, and no guess whether a
 * pid was reused. DATA_DIR/owner.json only tells people who holds it.
 * Nothing else in this process may open lock.db: closing any handle on a file frees the process's locks on it.
 */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { field, MachineError } from './errors.ts';
import { openDataDir, readJson, writeAtomic } from './files.ts';

export type Lock = { dataDir: string; release(): void };

const SQLITE_BUSY = 5;

/** Keeps the handles of held locks from the garbage collector, which would close the file and so free the lock. */
const held = new Set<DatabaseSync>();

/** Takes the lock of this DATA_DIR (made when absent). Throws `already-running` (naming pid and folder) or `data-dir`. */
export function acquireLock(dataDir: string): Lock {
  const path = openDataDir(dataDir);
  const owner = join(path, 'owner.json');
  const umask = process.umask(0o077);
  const file = new DatabaseSync(join(path, 'lock.db'), { timeout: 0 });
  try {
    file.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    file.close();
    if (field(error, 'errcode') === SQLITE_BUSY) throw alreadyRunning(path, owner);
    throw error;
  } finally {
    process.umask(umask);
  }
  writeAtomic(owner, `${JSON.stringify({ pid: process.pid, since: new Date().toISOString() })}\n`, 0o644);
  held.add(file);
  return {
    dataDir: path,
    release() {
      if (held.delete(file)) file.close();
    },
  };
}

function alreadyRunning(dataDir: string, ownerFile: string): MachineError {
  const { pid } = readJson(ownerFile);
  const holder = typeof pid === 'number' ? String(pid) : '?';
  return new MachineError('already-running', {
    messageVi: `Sẵn Sàng đang chạy với thư mục dữ liệu ${dataDir} (tiến trình ${holder}). Hãy dừng nó, hoặc đặt DATA_DIR khác.`,
    messageEn: `Sẵn Sàng is already running on the data folder ${dataDir} (process ${holder}). Stop it, or set another DATA_DIR.`,
  });
}
