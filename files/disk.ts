/** Files in a folder of this machine: `ab/cdef…` by SHA-256, whole or absent, readable by their owner only. */
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type FileStorage, requireSha256, StorageAway } from './storage.ts';

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** Null where there is no such file; anything else that the system refuses is `StorageAway`. */
const orNull = async <T>(work: Promise<T>): Promise<T | null> => {
  try {
    return await work;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw new StorageAway(`files: ${codeOf(error)}`, { cause: error });
  }
};

const flush = async (path: string, flags: string): Promise<void> => {
  const handle = await open(path, flags);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

export const diskStorage = (root: string): FileStorage => {
  const folderOf = (sha256: string): string => join(root, requireSha256(sha256).slice(0, 2));
  const pathOf = (sha256: string): string => join(folderOf(sha256), sha256.slice(2));
  const sizeOf = async (sha256: string) => {
    const found = await orNull(stat(pathOf(sha256)));
    return found && { size: found.size };
  };
  return {
    put: async (path, { sha256, size }) => {
      if ((await sizeOf(sha256))?.size === size) return;
      const folder = folderOf(sha256);
      const temporary = join(folder, `.${randomUUID()}.tmp`);
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await copyFile(path, temporary);
        const handle = await open(temporary, 'r+');
        await handle.chmod(0o600);
        await handle.sync();
        await handle.close();
        await rename(temporary, pathOf(sha256));
        await flush(folder, 'r');
      } catch (error) {
        await rm(temporary, { force: true });
        throw new StorageAway(`files: ${codeOf(error)}`, { cause: error });
      }
    },
    get: async (sha256) => {
      const handle = await orNull(open(pathOf(sha256), 'r'));
      return handle && createReadStream('', { fd: handle });
    },
    stat: sizeOf,
    remove: async (sha256) => {
      await orNull(rm(pathOf(sha256), { force: true }));
    },
  };
};
