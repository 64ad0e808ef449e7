/** A file on its way in: written aside while it is counted and hashed, looked at, then kept or thrown away. */
import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Content } from './storage.ts';

export interface Spooled extends Content {
  readonly path: string;
  remove(): Promise<void>;
}

/** Rejects as the stream does; nothing is left behind then. */
export const spool = async (stream: Readable, folder: string): Promise<Spooled> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, randomUUID());
  const remove = (): Promise<void> => rm(path, { force: true });
  const hash = createHash('sha256');
  let size = 0;
  const count = new Transform({
    transform: (chunk: Buffer, _, done) => {
      size += chunk.length;
      hash.update(chunk);
      done(null, chunk);
    },
  });
  try {
    await pipeline(stream, count, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  } catch (error) {
    await remove();
    throw error;
  }
  return { path, sha256: hash.digest('hex'), size, remove };
};

/** Removes what a process that died left in its spool; files younger than `olderThanMs` may be another's. */
export const sweepSpool = async (folder: string, olderThanMs: number): Promise<void> => {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found?.isFile() && Date.now() - found.mtimeMs > olderThanMs) await rm(path, { force: true });
  }
};
