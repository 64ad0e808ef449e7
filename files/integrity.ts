/** Whether what lies in the storage is still what was kept. */
import { createHash } from 'node:crypto';
import type { Content, FileStorage } from './storage.ts';

export type Condition = 'whole' | 'damaged' | 'missing';

/** Reads everything; `damaged` when size or SHA-256 differ. Throws `StorageAway`. */
export const conditionOf = async (storage: FileStorage, { sha256, size }: Content): Promise<Condition> => {
  const stream = await storage.get(sha256);
  if (!stream) return 'missing';
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += chunk.length;
    if (bytes > size) {
      stream.destroy();
      return 'damaged';
    }
    hash.update(chunk);
  }
  return bytes === size && hash.digest('hex') === sha256 ? 'whole' : 'damaged';
};
