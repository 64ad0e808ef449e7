/** The multipart body of an import: its kind, what holds for all rows, and the file, which is written aside while it comes. */
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Spooled, spool } from '../../files/index.ts';
import { MOST_BYTES, tableKind } from '../../sheets/index.ts';
import { ImportKindName } from '../contract/index.ts';
import { partsProblem } from '../files/receive.ts';
import type { FileService } from '../files/service.ts';
import { parse } from '../parse.ts';
import { Problem } from '../problems/index.ts';
import { cellValue, type Values } from './cells.ts';
import type { Column } from './columns.ts';
import { RowFault } from './faults.ts';

const Fields = z.strictObject({ kind: ImportKindName, settings: z.string().max(4_000).default('{}') });
const Settings = z.record(z.string().max(40), z.string().max(500));

export interface ReceivedTable {
  readonly kind: ImportKindName;
  /** As they were sent. */
  readonly settings: Readonly<Record<string, string>>;
  readonly name: string;
  readonly spooled: Spooled;
}

const settingsOf = (text: string): Readonly<Record<string, string>> => {
  try {
    return parse(Settings, JSON.parse(text), 'body');
  } catch (error) {
    throw error instanceof SyntaxError ? new Problem('malformed-json') : error;
  }
};

/** The caller removes what was spooled; nothing is left behind when this throws. */
export const receiveTable = async (request: FastifyRequest, { spool: folder }: FileService): Promise<ReceivedTable> => {
  const fields: Record<string, unknown> = {};
  let file: { readonly name: string; readonly spooled: Spooled } | null = null;
  try {
    const limits = { files: 1, fields: 4, parts: 5, fieldSize: 8_000, fieldNameSize: 50, fileSize: MOST_BYTES };
    for await (const part of request.parts({ limits })) {
      if (part.type === 'field') fields[part.fieldname] = part.value;
      else {
        if (part.fieldname !== 'file') throw new Problem('file-needed');
        if (!tableKind(part.filename))
          throw new Problem(/\.xls[mb]$/i.test(part.filename) ? 'sheet-macros' : 'sheet-kind');
        file = { name: part.filename, spooled: await spool(part.file, folder) };
      }
    }
    if (!file || file.spooled.size === 0) throw new Problem('file-needed');
    const { kind, settings } = parse(Fields, fields, 'body');
    return { kind, settings: settingsOf(settings), ...file };
  } catch (error) {
    await file?.spooled.remove();
    request.raw.resume(); // a sender that is not listened to would not hear the answer
    throw partsProblem(error, MOST_BYTES);
  }
};

/** Throws `import-settings`, naming the first that does not fit. */
export const settingsFor = (columns: readonly Column[], given: Readonly<Record<string, string>>): Values => {
  const values: Record<string, Values[string]> = {};
  for (const column of columns) {
    const text = given[column.field]?.trim() ?? '';
    const { vi, en } = column.title;
    if (text === '' && column.required)
      throw new Problem('import-settings', { problem: `chưa có “${vi}”.`, problemEn: `"${en}" is missing.` });
    if (text === '') continue;
    try {
      values[column.field] = cellValue(column, text);
    } catch (error) {
      if (!(error instanceof RowFault)) throw error;
      const [problem] = error.problems;
      throw new Problem('import-settings', { problem: `${vi}: ${problem?.vi}`, problemEn: `${en}: ${problem?.en}` });
    }
  }
  return values;
};
