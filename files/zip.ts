/**
 * The table of contents of a ZIP archive (PKWARE APPNOTE 6.3), read without unpacking. Strict: what another program might
 * read in another way is no archive here.
 */
import type { FileHandle } from 'node:fs/promises';
import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const MOST_ENTRIES = 5_000;
const MOST_DIRECTORY = 2 * 1024 * 1024;

export interface ZipEntry {
  readonly name: string;
  readonly encrypted: boolean;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly packed: number;
  /** As the archive says; nothing is unpacked to find out. */
  readonly unpacked: number;
  readonly offset: number;
}

const bytesAt = async (file: FileHandle, position: number, length: number): Promise<Buffer> => {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
};

const entriesIn = (directory: Buffer, count: number): ZipEntry[] | null => {
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let n = 0; n < count; n++) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== ENTRY) return null;
    const nameLength = directory.readUInt16LE(at + 28);
    const next = at + 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    if (next > directory.length) return null;
    entries.push({
      name: directory.subarray(at + 46, at + 46 + nameLength).toString('utf8'),
      encrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      unpacked: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    });
    at = next;
  }
  return at === directory.length ? entries : null;
};

export interface ZipDirectory {
  /** In their order. */
  readonly entries: readonly ZipEntry[];
  /** Where the table of contents begins, behind all content. */
  readonly offset: number;
}

/** Null for anything but one whole, plain archive that begins with the file and ends with it. */
export const zipDirectory = async (file: FileHandle, size: number): Promise<ZipDirectory | null> => {
  const tail = await bytesAt(file, Math.max(0, size - END_SIZE - 65_535), Math.min(size, END_SIZE + 65_535));
  let end = tail.length - END_SIZE;
  while (end >= 0 && !(tail.readUInt32LE(end) === END && tail.readUInt16LE(end + 20) === tail.length - end - END_SIZE))
    end--;
  if (end < 0) return null;
  const count = tail.readUInt16LE(end + 10);
  const length = tail.readUInt32LE(end + 12);
  const offset = tail.readUInt32LE(end + 16);
  const position = size - tail.length + end;
  const split = tail.readUInt16LE(end + 4) !== 0 || tail.readUInt16LE(end + 8) !== count;
  if (split || offset + length !== position || count > MOST_ENTRIES || length > MOST_DIRECTORY) return null;
  const entries = entriesIn(await bytesAt(file, offset, length), count);
  return entries && { entries, offset };
};

/** The entries in their order; null as `zipDirectory` says. */
export const zipEntries = async (file: FileHandle, size: number): Promise<readonly ZipEntry[] | null> =>
  (await zipDirectory(file, size))?.entries ?? null;

/** The content of a small entry; null when it is larger than `most` bytes unpacked, or not readable. */
export const zipContent = async (file: FileHandle, entry: ZipEntry, most: number): Promise<Buffer | null> => {
  if (entry.unpacked > most || entry.packed > most) return null;
  const local = await bytesAt(file, entry.offset, 30);
  if (local.length < 30 || local.readUInt32LE(0) !== LOCAL) return null;
  const start = entry.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  const packed = await bytesAt(file, start, entry.packed);
  if (entry.method === 0) return packed;
  if (entry.method !== 8) return null;
  try {
    return inflateRawSync(packed, { maxOutputLength: most });
  } catch {
    return null;
  }
};
