/** Taking in a file as proof of a task: who may, what it is, whether it is clean; then it is kept and noted. */
import { randomUUID } from 'node:crypto';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { countUnused, noteFile } from '../../db/files.ts';
import { bearsMarking } from '../../domain/classification.ts';
import { EvidenceFile, requireUpload } from '../../domain/exercise/index.ts';
import type { Actor } from '../../domain/people.ts';
import { Rejection } from '../../domain/rejection.ts';
import { EntityId } from '../../domain/streams.ts';
import { fileName, inspect, type Spooled, type Unfit } from '../../files/index.ts';
import { FileForm, FileSent } from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { parse } from '../parse.ts';
import { Problem, type ProblemCode } from '../problems/index.ts';
import { stateOf } from '../queries/sources.ts';
import { problems, shown, within } from '../route.ts';
import { type Received, receive } from './receive.ts';
import { fileService, reaching } from './service.ts';
import { scanLabel } from './words.ts';

const Params = z.object({ id: EntityId });
/** Files of one body in one exercise that no proof names yet. */
const MOST_UNUSED = 50;

const UNFIT: Readonly<Record<Unfit, ProblemCode>> = {
  'kind-not-taken': 'file-kind',
  'false-type': 'file-false-type',
  macros: 'file-macros',
  locked: 'file-locked',
  'too-large-inside': 'file-too-large-inside',
};

/** The name as it is kept. Separators do not hide a marking. */
const nameOf = (given: string): string => {
  const name = fileName(given);
  if (name === null) throw new Problem('file-name');
  const words = name.replace(/\.[^.]+$/, '').replace(/[_.-]+/g, ' ');
  if (bearsMarking(name) || bearsMarking(words)) throw new Rejection('secret-marked', { field: 'file' });
  return name;
};

const take = async (deps: ApiDeps, exercise: EntityId, by: Actor, received: Received): Promise<FileSent> => {
  const { storage, scan: scanner } = fileService(deps);
  const { task, spooled } = received;
  const { path, size, sha256 } = spooled;
  const name = nameOf(received.name);
  const inspected = await inspect(path, size, name);
  if (!inspected.fit) throw new Problem(UNFIT[inspected.why], { name });
  const verdict = scanner ? await reaching(scanner(path)) : null;
  if (verdict && !verdict.clean) throw new Problem('file-infected', { name, found: verdict.found });
  const scan = verdict ? 'clean' : 'notScanned';
  const file = EvidenceFile.parse({ id: randomUUID(), sha256, size, name, type: inspected.type });
  const row = {
    ...file,
    exercise_id: exercise,
    task,
    body: by.body,
    person: by.person,
    scan,
    at: deps.clock(),
  } as const;
  await reaching(noteFile(deps.db, row, () => storage.put(path, { sha256, size })));
  const { id: fileId, ...content } = file;
  return { fileId, ...content, scan, scanLabel: scanLabel(scan) };
};

const upload = async (deps: ApiDeps, request: FastifyRequest): Promise<FileSent> => {
  const { id } = parse(Params, request.params, 'path');
  const by = request.actor;
  if (!by) throw new Problem('sign-in-needed');
  const allowed = async (task: Received['task']): Promise<void> => {
    requireUpload(await within(stateOf(deps, 'exercise', id, null), 'store-unavailable'), task, by);
  };
  let spooled: Spooled | null = null;
  try {
    if ((await within(countUnused(deps.db, id, by.body), 'store-unavailable')) >= MOST_UNUSED)
      throw new Problem('file-too-many', { most: MOST_UNUSED });
    const received = await receive(request, fileService(deps), allowed);
    spooled = received.spooled;
    return await take(deps, id, by, received);
  } finally {
    await spooled?.remove();
  }
};

/** Alone in a scope of its own: no other route takes anything but JSON. */
export const addUpload = (app: FastifyInstance, deps: ApiDeps): void => {
  app.register(async (scope) => {
    await scope.register(multipart);
    scope.post(
      '/api/v1/exercises/:id/files',
      {
        config: { policy: 'files.add' },
        bodyLimit: (deps.files?.mostBytes ?? 0) + 65_536,
        schema: {
          tags: ['files'],
          summary: 'Sends a file for the proof of a task; the proof itself names it then',
          security: [{ session: [] }],
          consumes: ['multipart/form-data'],
          params: Params,
          querystring: z.strictObject({}),
          body: FileForm,
          response: {
            201: shown('Kept; it counts once a proof names it', FileSent),
            ...problems(400, 401, 403, 404, 409, 413, 415, 422, 503),
          },
        },
      },
      async (request, reply) => {
        parse(z.strictObject({}), request.query, 'query');
        const sent = await upload(deps, request).catch((error: unknown) => {
          request.raw.resume();
          throw error;
        });
        return reply.code(201).type('application/json; charset=utf-8').header('cache-control', 'no-store').send(sent);
      },
    );
  });
};
