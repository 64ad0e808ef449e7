/** The multipart body of one upload: the code of a task and one file, which is written aside while it comes. */
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { TaskCode } from '../../domain/template/index.ts';
import { type Spooled, spool } from '../../files/index.ts';
import { parse } from '../parse.ts';
import { Problem } from '../problems/index.ts';
import type { FileService } from './service.ts';

const Fields = z.strictObject({ task: TaskCode });

export interface Received {
  readonly task: z.output<typeof TaskCode>;
  /** As the sender wrote it. */
  readonly name: string;
  readonly spooled: Spooled;
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** What went wrong with a body that comes in parts, as a problem where it is the sender's. */
export const partsProblem = (error: unknown, mostBytes: number): unknown => {
  if (error instanceof Problem) return error;
  const code = codeOf(error);
  if (code === 'FST_REQ_FILE_TOO_LARGE')
    return new Problem('file-too-large', { most: Math.floor(mostBytes / 1_048_576) });
  if (code === 'FST_INVALID_MULTIPART_CONTENT_TYPE') return new Problem('multipart-needed');
  if (/^FST_(FILES|FIELDS|PARTS)_LIMIT$|^FST_PROTO_VIOLATION$/.test(code)) return new Problem('multipart-needed');
  // the system's own errors (a full disk) keep their nature; what the reader of the body says is the sender's fault
  return code === '' || code.startsWith('FST_') || code === 'ECONNRESET' ? new Problem('bad-request') : error;
};

/**
 * `allowed` is asked as soon as the task is known, before the bytes are taken where the task stands first. The caller
 * removes what was spooled; nothing is left behind when this throws.
 */
export const receive = async (
  request: FastifyRequest,
  { spool: folder, mostBytes }: FileService,
  allowed: (task: Received['task']) => Promise<void>,
): Promise<Received> => {
  const fields: Record<string, unknown> = {};
  let file: { readonly name: string; readonly spooled: Spooled } | null = null;
  try {
    const limits = { files: 1, fields: 3, parts: 4, fieldSize: 200, fieldNameSize: 50, fileSize: mostBytes };
    for await (const part of request.parts({ limits })) {
      if (part.type === 'field') fields[part.fieldname] = part.value;
      else {
        if (part.fieldname !== 'file') throw new Problem('file-needed');
        if (fields.task !== undefined) await allowed(parse(Fields, fields, 'body').task);
        file = { name: part.filename, spooled: await spool(part.file, folder) };
      }
    }
    if (!file || file.spooled.size === 0) throw new Problem('file-needed');
    const { task } = parse(Fields, fields, 'body');
    await allowed(task);
    return { task, ...file };
  } catch (error) {
    await file?.spooled.remove();
    request.raw.resume(); // a sender that is not listened to would not hear the answer
    throw partsProblem(error, mostBytes);
  }
};
