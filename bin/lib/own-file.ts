/** Secrets that an installation makes for itself at first use. */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync } from 'node:fs';
import { writeAtomic } from '../../local/files.ts';

/** Text of a file for its owner's eyes only; a new one is safe on the disk before anything rests on it, one that is there stays. */
export const readOrMake = (path: string, make: () => string): string => {
  if (!existsSync(path)) {
    writeAtomic(path, `${make()}\n`, 0o600);
    const file = openSync(path, 'r+');
    fsyncSync(file);
    closeSync(file);
  }
  return readFileSync(path, 'utf8');
};
