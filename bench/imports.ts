/** A named roster of 100,000 rows, checked as the page checks it; beside it the library that reads the workbook, by itself. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { readSheet } from 'read-excel-file/universal';
import { migrate } from '../db/migrate.ts';
import { startPostgres } from '../local/index.ts';
import { xlsxOf } from '../sheets/index.ts';

const ROWS = 100_000;

export interface ImportFigures {
  readonly rows: number;
  readonly good: number;
  readonly ms: number;
  /** Resident memory of the process before it began, and what the check took besides at its peak. */
  readonly base: number;
  readonly megabytes: number;
  /** Milliseconds of the bare library on the same file. */
  readonly rawMs: number;
}

const roster = (): Promise<Buffer> =>
  xlsxOf([
    {
      name: 'Danh sách',
      titles: ['Số lệnh', 'Họ và tên', 'Năm sinh', 'Điện thoại', 'Địa chỉ'],
      rows: Array.from({ length: ROWS }, (_, n) => [
        `QN-${String(n).padStart(6, '0')}`,
        `Nguyễn Văn Mẫu ${n}`,
        1985 + (n % 20),
        `0905 ${String(n % 1_000_000).padStart(6, '0')}`,
        `Thôn ${n % 40}, xã Tân Thạnh`,
      ]),
    },
  ]);

export const importBench = async (): Promise<ImportFigures> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'san-sang-bench-'));
  const postgres = await startPostgres({ dataDir, log: () => {} });
  try {
    await migrate(postgres.url);
    const path = join(dataDir, 'roster.xlsx');
    await writeFile(path, await roster());
    const script = fileURLToPath(new URL('./roster-check.ts', import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, [script, postgres.url, path]);
    const checked = JSON.parse(stdout) as Omit<ImportFigures, 'rawMs'>; // printed by the script
    const began = performance.now();
    await readSheet(new Blob([new Uint8Array(await readFile(path))]));
    return { ...checked, rawMs: performance.now() - began };
  } finally {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
};
