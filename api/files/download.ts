/** Handing out files: to who may read the task, whole or not at all, and never as something that runs. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { findFile, type ListedFile, listFiles } from '../../db/files.ts';
import { type ExerciseState, withholdsFiles } from '../../domain/exercise/index.ts';
import { EntityId } from '../../domain/streams.ts';
import { TaskCode } from '../../domain/template/index.ts';
import { conditionOf, disposition, mayShowInline } from '../../files/index.ts';
import { FileList } from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { ownIn } from '../own/tasks.ts';
import { parse } from '../parse.ts';
import { type Asker, askerOf, onlyFor } from '../policy.ts';
import { Problem } from '../problems/index.ts';
import { stateOf } from '../queries/sources.ts';
import { addRead, problems, shown, within } from '../route.ts';
import { fileService, reaching } from './service.ts';
import { scanLabel } from './words.ts';

const Params = z.object({ id: EntityId, fileId: z.uuid().toLowerCase() });
const Query = z.strictObject({
  inline: z.literal('1').optional().meta({ description: 'To show in place: PDF, PNG and JPEG only' }),
});

/** Nothing of a file runs or reaches out. A browser shows no PDF inside a sandbox, and PDF has no part in our pages. */
const policyFor = (type: string, inline: boolean): string =>
  `default-src 'none'; style-src 'unsafe-inline'; frame-ancestors ${inline ? "'self'" : "'none'"}${
    inline && type === 'application/pdf' ? "; object-src 'self'" : '; sandbox'
  }`;

/** Which files somebody may know of: those that proof of a task he may read names, and those that his body sent. */
const sees = (id: EntityId, state: ExerciseState, asker: Asker) => {
  const bodies = onlyFor(asker);
  const own = bodies && ownIn(id, state, bodies);
  return (file: ListedFile): boolean =>
    file.named ? own === null || own.tasks.has(file.task) : asker.subject.bodies.some((body) => body === file.body);
};

const download = async (deps: ApiDeps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
  const { id, fileId } = parse(Params, request.params, 'path');
  const { inline } = parse(Query, request.query, 'query');
  const { storage } = fileService(deps);
  const found = Promise.all([findFile(deps.db, id, fileId), stateOf(deps, 'exercise', id, null)]);
  const [file, state] = await within(found, 'store-unavailable');
  if (!file || !sees(id, state, askerOf(request))(file)) throw new Problem('not-found');
  // what became a state secret after its file came is not shown any more
  if (withholdsFiles(state, file.task)) throw new Problem('file-secret', { task: file.task });
  const condition = await reaching(conditionOf(storage, file));
  const stream = condition === 'whole' ? await reaching(storage.get(file.sha256)) : null;
  if (!stream) {
    request.log.error({ file: fileId, sha256: file.sha256, condition }, 'file damaged');
    throw new Problem('file-damaged', { name: file.name });
  }
  const isInline = inline === '1' && mayShowInline(file.type);
  return reply
    .type(file.type)
    .header('content-length', file.size)
    .header('content-disposition', disposition(isInline ? 'inline' : 'attachment', file.name))
    .header('content-security-policy', policyFor(file.type, isInline))
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store')
    .send(stream);
};

export const addDownload = (app: FastifyInstance, deps: ApiDeps): void => {
  app.get(
    '/api/v1/exercises/:id/files/:fileId',
    {
      config: { policy: 'files.read' },
      exposeHeadRoute: false,
      schema: {
        tags: ['files'],
        summary: 'The file itself, checked against its SHA-256 before the first byte is sent',
        security: [{ session: [] }],
        params: Params,
        querystring: Query,
        response: {
          200: shown('The bytes', z.string().meta({ format: 'binary' }), 'application/octet-stream'),
          ...problems(400, 401, 403, 404, 409, 500, 503),
        },
      },
    },
    (request, reply) => download(deps, request, reply),
  );
  addRead(app, {
    url: '/api/v1/exercises/:id/files',
    policy: 'files.read',
    tag: 'files',
    summary: 'Files of an exercise: those that proof names, and those that the own body sent',
    params: z.object({ id: EntityId }),
    query: z.strictObject({ task: TaskCode.optional() }),
    answer: FileList,
    read: async ({ id }, { task }, request) => {
      const asked = listFiles(deps.db, id, task === undefined ? {} : { task });
      const [files, state] = await Promise.all([asked, stateOf(deps, 'exercise', id, null)]);
      const shownFiles = files
        .filter(sees(id, state, askerOf(request)))
        .filter((file) => !withholdsFiles(state, file.task));
      return {
        id,
        mostBytes: deps.files?.mostBytes ?? 0,
        files: shownFiles.map(({ id: fileId, named, exercise_id: _, person: __, ...file }) => ({
          ...{ fileId, ...file, scanLabel: scanLabel(file.scan), handedIn: named },
        })),
      };
    },
  });
};
