/**
 * What is inside an XLSX package, measured part by part before anything of it is kept: a package that lies about its size,
 * hides parts between its parts, or would fill a machine is refused here. What it holds is thrown away as it comes.
 */
import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';
import { type ZipEntry, zipContent, zipDirectory } from '../files/zip.ts';
import { SheetFault } from './fault.ts';
import { MOST_CELLS, MOST_COLUMNS, MOST_RATIO, MOST_ROWS, MOST_UNPACKED } from './limits.ts';
import { columnIndex, columnName } from './place.ts';

const LOCAL = 0x04034b50;
/** Sizes of what may follow the content of a part (APPNOTE 4.3.9): nothing, or its data descriptor with or without a mark. */
const TRAILERS = [0, 12, 16, 20, 24];
const MOST_INDEX = 1024 * 1024;
const NAMED_MERGES = 5;

export interface Measured {
  readonly merged: readonly string[];
}

const damaged = (): SheetFault => new SheetFault('sheet-damaged');
const megabytes = (bytes: number): number => Math.round(bytes / 1_048_576);

const bomb = (): SheetFault => new SheetFault('sheet-bomb', { most: megabytes(MOST_UNPACKED), ratio: MOST_RATIO });

/** Where the content of a part begins. Throws unless the part's own header says what the table of contents says. */
const startOf = async (file: FileHandle, entry: ZipEntry): Promise<number> => {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(30), 0, 30, entry.offset);
  if (bytesRead < 30 || buffer.readUInt32LE(0) !== LOCAL || buffer.readUInt16LE(8) !== entry.method) throw damaged();
  const name = Buffer.alloc(buffer.readUInt16LE(26));
  await file.read(name, 0, name.length, entry.offset + 30);
  if (name.toString('utf8') !== entry.name) throw damaged();
  return entry.offset + 30 + name.length + buffer.readUInt16LE(28);
};

/** Reads a part to its end and tells its bytes to `look`. Throws when it is not what the table of contents says. */
const measure = async (
  file: FileHandle,
  entry: ZipEntry,
  start: number,
  look: (chunk: Buffer) => void = () => {},
): Promise<void> => {
  if (entry.packed === 0 && entry.unpacked === 0) return;
  const source = file.createReadStream({ start, end: start + entry.packed - 1, autoClose: false });
  let size = 0;
  const count = async (chunks: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > entry.unpacked) throw bomb();
      look(chunk);
    }
  };
  const inflate = createInflateRaw();
  try {
    if (entry.method === 0) await pipeline(source, count);
    else await pipeline(source, inflate, count);
  } catch (error) {
    throw error instanceof SheetFault ? error : damaged();
  }
  if (size !== entry.unpacked || (entry.method !== 0 && inflate.bytesWritten !== entry.packed)) throw damaged();
};

const requireSizes = (entries: readonly ZipEntry[]): void => {
  if (entries.reduce((sum, { unpacked }) => sum + unpacked, 0) > MOST_UNPACKED) throw bomb();
  const swollen = entries.some(({ packed, unpacked }) => unpacked > 1_048_576 && unpacked > packed * MOST_RATIO);
  if (swollen) throw bomb();
};

const MAIN = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet';

/** Name of the part that holds the first sheet of the workbook. */
const firstSheet = async (file: FileHandle, entries: readonly ZipEntry[]): Promise<string> => {
  const text = async (name: string): Promise<string> => {
    const entry = entries.find((each) => each.name === name);
    return (entry && (await zipContent(file, entry, MOST_INDEX))?.toString('utf8')) ?? '';
  };
  const [workbook, relations] = [await text('xl/workbook.xml'), await text('xl/_rels/workbook.xml.rels')];
  const id = /<(?:\w+:)?sheet\s[^>]*?\b\w+:id="([^"]+)"/.exec(workbook)?.[1];
  const relation = [...relations.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)]
    .map(([element]) => element)
    .find((element) => element.includes(`Id="${id}"`));
  const target = relation && /Target="([^"]+)"/.exec(relation)?.[1];
  if (!target || !(relation.includes(MAIN) || relation.includes('/worksheet"'))) throw damaged();
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
};

/** Counts rows and columns of a sheet and finds its merged ranges while its text passes. */
const createScan = () => {
  let rest = '';
  let rows = 0;
  let lastColumn = 0;
  const merged: string[] = [];
  const scan = (text: string): void => {
    for (const [, number] of text.matchAll(/<(?:\w+:)?row\b[^>]*?\br="(\d+)"/g)) rows = Math.max(rows, Number(number));
    for (const [, letters = ''] of text.matchAll(/<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})\d+"/g))
      lastColumn = Math.max(lastColumn, columnIndex(letters));
    for (const [, range = ''] of text.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z0-9:]+)"/g))
      if (merged.length < 1_000) merged.push(range);
    if (rows > MOST_ROWS) throw new SheetFault('sheet-rows', { most: MOST_ROWS - 1 });
    if (lastColumn >= MOST_COLUMNS)
      throw new SheetFault('sheet-columns', { most: columnName(MOST_COLUMNS - 1), found: columnName(lastColumn) });
    if (rows * (lastColumn + 1) > MOST_CELLS) throw new SheetFault('sheet-rows', { most: MOST_ROWS - 1 });
  };
  return {
    merged,
    look: (chunk: Buffer): void => {
      const text = rest + chunk.toString('latin1');
      const end = text.lastIndexOf('<');
      scan(text.slice(0, Math.max(0, end)));
      rest = end < 0 ? text.slice(-200) : text.slice(end);
    },
    end: (): void => scan(rest),
  };
};

/** Throws a `SheetFault` unless every part of the package is what it says and stays within the limits. */
export const measurePackage = async (path: string, size: number): Promise<Measured> => {
  const file = await open(path, 'r');
  try {
    const directory = await zipDirectory(file, size);
    const entries = directory?.entries ?? [];
    if (!directory || entries.some(({ method }) => method !== 0 && method !== 8)) throw damaged();
    requireSizes(entries);
    const sheet = await firstSheet(file, entries);
    const scan = createScan();
    const inOrder = [...entries].sort((a, b) => a.offset - b.offset);
    let end = 0;
    for (const entry of inOrder) {
      // a reader that walks from part to part must meet these and no others
      if (!TRAILERS.includes(entry.offset - end) || (end === 0 && entry.offset !== 0)) throw damaged();
      const start = await startOf(file, entry);
      await measure(file, entry, start, entry.name === sheet ? scan.look : undefined);
      end = start + entry.packed;
    }
    if (!TRAILERS.includes(directory.offset - end)) throw damaged();
    scan.end();
    return { merged: scan.merged };
  } finally {
    await file.close();
  }
};

/** The first few merged ranges, as people name them. */
export const mergesTold = (merged: readonly string[]): string =>
  merged.slice(0, NAMED_MERGES).join(', ') + (merged.length > NAMED_MERGES ? ', …' : '');
