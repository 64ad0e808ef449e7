/** The kinds of files that are taken as evidence, and how each is told by its bytes. */

export const FILE_KINDS = {
  pdf: { type: 'application/pdf', extensions: ['pdf'], inline: true },
  png: { type: 'image/png', extensions: ['png'], inline: true },
  jpeg: { type: 'image/jpeg', extensions: ['jpg', 'jpeg'], inline: true },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
    inline: false,
  },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extensions: ['xlsx'],
    inline: false,
  },
  odt: { type: 'application/vnd.oasis.opendocument.text', extensions: ['odt'], inline: false },
  ods: { type: 'application/vnd.oasis.opendocument.spreadsheet', extensions: ['ods'], inline: false },
} as const satisfies Record<
  string,
  { readonly type: string; readonly extensions: readonly string[]; readonly inline: boolean }
>;
export type FileKind = keyof typeof FILE_KINDS;
export type FileType = (typeof FILE_KINDS)[FileKind]['type'];

const KINDS = Object.keys(FILE_KINDS) as readonly FileKind[]; // keys of a closed record
const hasExtension = (kind: FileKind, extension: string): boolean =>
  FILE_KINDS[kind].extensions.some((each) => each === extension);

/** By the name's extension, in any letter case; null for none that is taken. */
export const kindByName = (name: string): FileKind | null => {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return KINDS.find((kind) => hasExtension(kind, extension)) ?? null;
};

/** Whether a browser may show it in place: it holds nothing that runs. */
export const mayShowInline = (type: string): boolean =>
  KINDS.some((kind) => FILE_KINDS[kind].type === type && FILE_KINDS[kind].inline);

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);
const ZIP = Buffer.from('PK\x03\x04', 'latin1');

/** What the first bytes say; `zip` may be one of the office kinds. */
export const kindByMagic = (head: Buffer): 'pdf' | 'png' | 'jpeg' | 'zip' | null => {
  const starts = (magic: Buffer): boolean => head.subarray(0, magic.length).equals(magic);
  if (head.subarray(0, 5).toString('latin1') === '%PDF-') return 'pdf';
  if (starts(PNG) && head.subarray(12, 16).toString('latin1') === 'IHDR') return 'png';
  if (starts(JPEG)) return 'jpeg';
  return starts(ZIP) ? 'zip' : null;
};
