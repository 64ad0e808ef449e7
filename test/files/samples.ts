/** Small files of every kind, made here: what they hold does not matter, how they begin and what they list does. */
import { strToU8, type Zippable, zipSync } from 'fflate';

const text = (value: string): Uint8Array => strToU8(value);
const zip = (entries: Zippable): Buffer => Buffer.from(zipSync(entries));

export const pdf = (body = 'Báo cáo'): Buffer => Buffer.from(`%PDF-1.7\n% ${body}\n%%EOF\n`);
export const png = (): Buffer =>
  Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
    Buffer.from('IHDR'),
    Buffer.alloc(20),
  ]);
export const jpeg = (): Buffer => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(40)]);

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
const types = (main: string): Uint8Array => text(`<Types><Override PartName="/x" ContentType="${main}"/></Types>`);

export const docx = (more: Zippable = {}, main = WORD): Buffer =>
  zip({ '[Content_Types].xml': types(main), 'word/document.xml': text('<w:document/>'), ...more });
export const xlsx = (more: Zippable = {}): Buffer =>
  zip({ '[Content_Types].xml': types(SHEET), 'xl/workbook.xml': text('<workbook/>'), ...more });
const opened = (type: string, more: Zippable = {}): Buffer =>
  zip({
    mimetype: [text(`application/vnd.oasis.opendocument.${type}`), { level: 0 }],
    'content.xml': text('<office:document-content/>'),
    'META-INF/manifest.xml': text('<manifest:manifest/>'),
    ...more,
  });
export const odt = (more: Zippable = {}): Buffer => opened('text', more);
export const ods = (more: Zippable = {}): Buffer => opened('spreadsheet', more);
export const plainZip = (): Buffer => zip({ 'a.txt': text('a') });

/** A document of which its table of contents says that its first part unpacks to so many megabytes. */
export const bomb = (megabytes: number): Buffer => {
  const bytes = docx();
  bytes.writeUInt32LE(megabytes * 1_048_576, bytes.indexOf(Buffer.from('PK\x01\x02')) + 24);
  return bytes;
};
