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
import { type Values, valuesOf } from './cells.ts';
import type { Column } from './columns.ts';

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

/** Throws `import-settings`, naming every one that does not fit. */
export const settingsFor = (columns: readonly Column[], given: Readonly<Record<string, string>>): Values => {
  const cells = columns.map(({ field }) => given[field]?.trim() ?? '');
  const places = Object.fromEntries(columns.map(({ field }, at) => [field, at]));
  const { values, problems } = valuesOf(cells, columns, places);
  if (problems.length === 0) return values;
  const titleOf = (field: string | null): string => columns.find((each) => each.field === field)?.title.vi ?? '–';
  const errors = problems.map(({ field, vi, en }) => ({ path: `body.settings.${field}`, vi, en }));
  throw new Problem('import-settings', { fields: problems.map(({ field }) => titleOf(field)).join(', ') }, { errors });
};
