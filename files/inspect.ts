/** Whether a file is what its name says, and nothing that runs. Bytes decide; what the sender claims does not count. */
import { type FileHandle, open } from 'node:fs/promises';
import { FILE_KINDS, type FileKind, type FileType, kindByMagic, kindByName } from './kinds.ts';
import { type ZipEntry, zipContent, zipEntries } from './zip.ts';

export type Unfit =
  /** Of no kind that is taken. */
  | 'kind-not-taken'
  /** The name says one kind, the bytes another or none. */
  | 'false-type'
  | 'macros'
  /** Under a password, so nobody can look inside. */
  | 'locked'
  /** Would fill a machine when it is opened. */
  | 'too-large-inside';

export type Inspected = { readonly fit: true; readonly type: FileType } | { readonly fit: false; readonly why: Unfit };

const MOST_INSIDE = 300 * 1024 * 1024;
const MOST_TYPES = 512 * 1024;
const MACROS = /(^|\/)(vbaProject[^/]*\.bin|vbaData\.xml|macrosheets\/|dialogsheets\/|activeX\/|Basic\/|Scripts\/)/i;

const PARTS = {
  docx: { main: 'word/document.xml', says: 'wordprocessingml.document.main+xml' },
  xlsx: { main: 'xl/workbook.xml', says: 'spreadsheetml.sheet.main+xml' },
} as const;

const unfit = (why: Unfit): Inspected => ({ fit: false, why });

const named = (entries: readonly ZipEntry[], name: string): ZipEntry | null => {
  const found = entries.filter((entry) => entry.name === name);
  return found.length === 1 ? (found[0] ?? null) : null;
};

const textOf = async (file: FileHandle, entry: ZipEntry | null): Promise<string> =>
  entry ? ((await zipContent(file, entry, MOST_TYPES))?.toString('utf8') ?? '') : '';

/** Office Open XML (ECMA-376): the list of content types names the main part of a document without macros. */
const isOpenXml = async (
  file: FileHandle,
  entries: readonly ZipEntry[],
  kind: 'docx' | 'xlsx',
): Promise<Unfit | null> => {
  const types = await textOf(file, named(entries, '[Content_Types].xml'));
  if (/macroEnabled|vbaProject|ms-office\.activeX/i.test(types)) return 'macros';
  const { main, says } = PARTS[kind];
  return named(entries, main) && types.includes(says) ? null : 'false-type';
};

/** OpenDocument 1.3, part 2, §3.3: the first entry is `mimetype`, stored as it is. */
const isOpenDocument = async (
  file: FileHandle,
  entries: readonly ZipEntry[],
  kind: 'odt' | 'ods',
): Promise<Unfit | null> => {
  const first = entries.find(({ offset }) => offset === 0);
  if (first?.name !== 'mimetype' || first.method !== 0 || !named(entries, 'content.xml')) return 'false-type';
  if ((await textOf(file, first)) !== FILE_KINDS[kind].type) return 'false-type';
  const manifest = await textOf(file, named(entries, 'META-INF/manifest.xml'));
  return /encryption-data/.test(manifest) ? 'locked' : null;
};

const inspectZip = async (file: FileHandle, size: number, kind: FileKind): Promise<Unfit | null> => {
  const entries = await zipEntries(file, size);
  if (!entries) return 'false-type';
  if (entries.some(({ encrypted }) => encrypted)) return 'locked';
  if (entries.some(({ name }) => MACROS.test(name))) return 'macros';
  if (entries.reduce((sum, { unpacked }) => sum + unpacked, 0) > MOST_INSIDE) return 'too-large-inside';
  if (kind === 'docx' || kind === 'xlsx') return isOpenXml(file, entries, kind);
  return kind === 'odt' || kind === 'ods' ? isOpenDocument(file, entries, kind) : 'false-type';
};

/** Looks at a local file of `size` bytes that came under this name. Nothing of it is unpacked but its table of types. */
export const inspect = async (path: string, size: number, name: string): Promise<Inspected> => {
  const kind = kindByName(name);
  if (!kind) return unfit('kind-not-taken');
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(32), 0, 32, 0);
    const magic = kindByMagic(buffer.subarray(0, bytesRead));
    if (magic === null || (magic !== 'zip' && magic !== kind)) return unfit('false-type');
    const why = magic === 'zip' ? await inspectZip(file, size, kind) : null;
    return why ? unfit(why) : { fit: true, type: FILE_KINDS[kind].type };
  } finally {
    await file.close();
  }
};
