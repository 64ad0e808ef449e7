/** What the routes of files need from outside, and how its faults are said to people. */
import type { FileStorage, Scan } from '../../files/index.ts';
import { ScannerAway, StorageAway } from '../../files/index.ts';
import { Problem } from '../problems/index.ts';

export interface FileService {
  readonly storage: FileStorage;
  /** Null where this installation has no scanner: files are then marked as not scanned. */
  readonly scan: Scan | null;
  /** Folder for files on their way in. */
  readonly spool: string;
  /** Bytes of the largest file that is taken. */
  readonly mostBytes: number;
}

/** Throws `files-off` where no storage is set up. */
export const fileService = ({ files }: { readonly files?: FileService }): FileService => {
  if (!files) throw new Problem('files-off');
  return files;
};

/** The work's result; storage and scanner that do not answer become problems that ask to try again. */
export const reaching = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    if (error instanceof StorageAway) throw new Problem('storage-away');
    if (error instanceof ScannerAway) throw new Problem('scanner-away');
    throw error;
  }
};
