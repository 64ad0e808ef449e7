/** Small state files of DATA_DIR: whole or absent, never half written. */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { errorCode, MachineError, reason } from './errors.ts';

/** Replaces a file in one step. `mode` defaults to owner-only. */
export function writeAtomic(path: string, text: string, mode = 0o600): void {
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    writeFileSync(temporary, text, { mode });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** The object in a JSON file; an absent, damaged or otherwise shaped file reads as empty. */
export function readJson(path: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
  } catch {
    return {};
  }
}

/**
 * Makes a folder and those above it. Not `mkdir({ recursive })`: below /proc Node 24 then spins for ever.
 * Throws the system's error (ENOENT, ENOTDIR, EACCES, EROFS).
 */
export function makeFolder(path: string, mode = 0o755): void {
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    const code = errorCode(error);
    if (code === 'EEXIST' && statSync(path).isDirectory()) return;
    if (code !== 'ENOENT' || existsSync(dirname(path))) throw error;
    makeFolder(dirname(path), mode);
    makeFolder(path, mode);
  }
}

/**
 * Makes DATA_DIR (and `logs` in it) and proves that it can be written. Others may pass through it (a PostgreSQL started by root runs
 * as another user) but not list it. Returns the absolute path. Throws `data-dir`.
 */
export function openDataDir(dataDir: string): string {
  const path = resolve(dataDir);
  try {
    makeFolder(path, 0o711);
    makeFolder(join(path, 'logs'), 0o700);
    const probe = join(path, `.probe-${randomUUID()}`);
    writeFileSync(probe, '');
    rmSync(probe);
    return path;
  } catch (error) {
    throw new MachineError('data-dir', {
      messageVi: `Không ghi được vào thư mục dữ liệu ${path} (${reason(error)}). Hãy đặt DATA_DIR là thư mục ghi được.`,
      messageEn: `The data folder ${path} cannot be written (${reason(error)}). Set DATA_DIR to a folder that can.`,
      cause: error,
    });
  }
}
