/** Evidence files of this process: storage, scanner and limits from the environment, and their housekeeping. */
import { join } from 'node:path';
import type { FileService } from '../../api/files/service.ts';
import type { Db } from '../../db/connect.ts';
import { dropUnused, namedContents } from '../../db/files.ts';
import {
  conditionOf,
  diskStorage,
  type FileStorage,
  type Scan,
  s3Storage,
  scanOf,
  sweepSpool,
} from '../../files/index.ts';
import { CliError } from './cli.ts';
import { everyHour, type Hourly } from './hourly.ts';
import { type Env, httpUrlOf, need } from './settings.ts';

const MEGABYTE = 1_048_576;
const MOST_MEGABYTES = 50;
/** A file that is still coming in is younger. */
const SPOOLED_MS = 3_600_000;
/** Days after which a file that no proof names is removed. */
const KEPT_DAYS = 30;

const megabytesOf = (env: Env): number => {
  const most = Number(env.FILES_MAX_MB || '10');
  if (!Number.isInteger(most) || most < 1 || most > MOST_MEGABYTES)
    throw new CliError(
      2,
      `FILES_MAX_MB phải là số nguyên từ 1 đến ${MOST_MEGABYTES}: ${env.FILES_MAX_MB}`,
      `FILES_MAX_MB must be a whole number from 1 to ${MOST_MEGABYTES}: ${env.FILES_MAX_MB}`,
    );
  return most;
};

/** `FILES_S3_…` where FILES_S3_ENDPOINT is set; else the folder `files` of DATA_DIR. Throws usage errors. */
export const storageOf = (env: Env, dataDir: string): FileStorage => {
  const endpoint = httpUrlOf(env, 'FILES_S3_ENDPOINT');
  if (endpoint === undefined) return diskStorage(join(dataDir, 'files', 'kept'));
  return s3Storage({
    endpoint,
    bucket: need(env, 'FILES_S3_BUCKET'),
    region: env.FILES_S3_REGION || 'us-east-1',
    accessKey: need(env, 'FILES_S3_ACCESS_KEY'),
    secretKey: need(env, 'FILES_S3_SECRET_KEY'),
  });
};

const scannerOf = (env: Env): Scan | null => {
  if (!env.FILES_SCAN) return null;
  const scan = scanOf(env.FILES_SCAN);
  if (!scan)
    throw new CliError(
      2,
      `FILES_SCAN không hợp lệ: ${env.FILES_SCAN} (clamd://máy:cổng, clamd:///đường/dẫn hoặc command:/chương/trình)`,
      `FILES_SCAN is none: ${env.FILES_SCAN} (clamd://host:port, clamd:///path or command:/program)`,
    );
  return scan;
};

export const filesOf = (env: Env, dataDir: string): FileService => ({
  storage: storageOf(env, dataDir),
  scan: scannerOf(env),
  spool: join(dataDir, 'files', 'spool'),
  mostBytes: megabytesOf(env) * MEGABYTE,
});

/** Removes what was sent and never used. */
export const startFileHousekeeping = (db: Db, { storage, spool }: FileService, say: (line: string) => void): Hourly =>
  everyHour(
    'files',
    async () => {
      await sweepSpool(spool, SPOOLED_MS);
      await dropUnused(db, KEPT_DAYS, (sha256) => storage.remove(sha256));
    },
    say,
  );

export interface BadFile {
  readonly name: string;
  readonly sha256: string;
  /** The first event that names it. */
  readonly position: number;
  readonly condition: 'damaged' | 'missing';
}

/** Reads every file that the history names and says which are not what it says. Throws when the storage does not answer. */
export const checkFiles = async (
  db: Db,
  storage: FileStorage,
): Promise<{ readonly checked: number; readonly bad: readonly BadFile[] }> => {
  const named = await namedContents(db);
  const bad: BadFile[] = [];
  for (const file of named) {
    const condition = await conditionOf(storage, file);
    const { name, sha256, position } = file;
    if (condition !== 'whole') bad.push({ name, sha256, position, condition });
  }
  return { checked: named.length, bad };
};
