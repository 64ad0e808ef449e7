/** Sending a table: each door asks for the right that its kinds need, by the same policy as their commands. */
import { randomBytes, randomUUID } from 'node:crypto';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { addImport, importWith } from '../../db/imports.ts';
import type { PolicyName } from '../../domain/access/index.ts';
import { bearsMarking } from '../../domain/classification.ts';
import type { Actor } from '../../domain/people.ts';
import { Rejection } from '../../domain/rejection.ts';
import { EntityId } from '../../domain/streams.ts';
import { fileName } from '../../files/index.ts';
import { MOST_BYTES } from '../../sheets/index.ts';
import { audit } from '../audit.ts';
import { ImportForm, ImportShown } from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { fileService } from '../files/service.ts';
import { parse } from '../parse.ts';
import { Problem } from '../problems/index.ts';
import { keeperOf } from '../rosters.ts';
import { problems, shown, within } from '../route.ts';
import { requireSignedIn } from '../signed-in.ts';
import type { Door } from './kind.ts';
import { KINDS } from './kinds/index.ts';
import { type ReceivedTable, receiveTable, settingsFor } from './receive.ts';
import { importView } from './shown.ts';
import type { ImportWork } from './work.ts';

const OneId = z.object({ id: EntityId });
const NoParams = z.object({});

interface Sender {
  readonly door: Door;
  readonly userId: string;
  readonly by: Actor | null;
  readonly target: EntityId | null;
}

const nameOf = (given: string): string => {
  const name = fileName(given);
  if (name === null) throw new Problem('file-name');
  if (bearsMarking(name.replace(/[_.-]+/g, ' '))) throw new Rejection('secret-marked', { field: 'file' });
  return name;
};

const take = async (deps: ApiDeps, work: ImportWork, received: ReceivedTable, sender: Sender): Promise<string> => {
  const kind = KINDS[received.kind];
  if (kind.door !== sender.door) throw new Problem('invalid-body', { count: 1, paths: 'body.kind' });
  const { by, target, userId } = sender;
  const id = randomUUID();
  const row = {
    ...{ id, kind: kind.name, target, user_id: userId, at: deps.clock() },
    ...{ person: by?.person ?? null, post: by?.post ?? null, body: by?.body ?? null },
    file_name: nameOf(received.name),
    sha256: received.spooled.sha256,
    settings: JSON.stringify(settingsFor(kind.settings, received.settings)),
    handout: kind.door === 'users' ? randomBytes(16).toString('hex') : null,
  };
  await within(addImport(deps.db, row), 'store-unavailable');
  const stored = await within(importWith(deps.db, id), 'store-unavailable');
  if (!stored) throw new Problem('store-unavailable');
  work.check(stored, received.spooled);
  return id;
};

type SenderOf = (request: FastifyRequest) => Promise<Sender>;

const send = async (
  deps: ApiDeps,
  work: ImportWork,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  senderOf: SenderOf,
): Promise<FastifyReply> => {
  const sender = await senderOf(request);
  parse(z.strictObject({}), request.query, 'query');
  if (!request.isMultipart()) throw new Problem('multipart-needed');
  const received = await receiveTable(request, fileService(deps));
  let id: string;
  try {
    id = await take(deps, work, received, sender);
  } catch (error) {
    await received.spooled.remove();
    throw error;
  }
  if (sender.door === 'users') audit(request, { kind: 'admin-act', code: 'import-sent', details: { of: id } });
  const stored = await within(importWith(deps.db, id), 'store-unavailable');
  if (!stored) throw new Problem('store-unavailable');
  return reply
    .code(201)
    .type('application/json; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('location', `/api/v1/imports/${id}`)
    .send(importView(stored));
};

const DOORS: readonly {
  readonly door: Door;
  readonly policy: PolicyName;
  readonly path: string;
  readonly what: string;
}[] = [
  {
    door: 'organisation',
    policy: 'organisation.command',
    path: 'organisation',
    what: 'units, communes, bodies or posts',
  },
  { door: 'users', policy: 'admin', path: 'users', what: 'accounts' },
  { door: 'register', policy: 'register.command', path: 'register', what: 'numbers of papers of one year' },
  { door: 'drill', policy: 'drill.command', path: 'drill/:id', what: 'quotas, counts, orders or check-ins of a drill' },
  { door: 'programme', policy: 'programme.command', path: 'programme/:id', what: 'figures of a programme' },
  { door: 'roster', policy: 'drill.persons', path: 'roster/:id', what: 'names for the orders of a drill' },
];

const senderOf =
  (deps: ApiDeps, door: Door): SenderOf =>
  async (request) => {
    const { userId } = requireSignedIn(request);
    if (door === 'users') return { door, userId, by: null, target: null };
    if (door === 'roster') {
      const { id, by } = await keeperOf(deps, request);
      return { door, userId, by, target: id };
    }
    if (!request.actor) throw new Problem('sign-in-needed');
    const target = door === 'drill' || door === 'programme' ? parse(OneId, request.params, 'path').id : null;
    return { door, userId, by: request.actor, target };
  };

/** Alone in a scope of its own: no other route takes anything but JSON. */
export const addImportUploads = (app: FastifyInstance, deps: ApiDeps, work: ImportWork): void => {
  app.register(async (scope) => {
    await scope.register(multipart);
    for (const { door, policy, path, what } of DOORS)
      scope.post(
        `/api/v1/imports/${path}`,
        {
          config: { policy },
          bodyLimit: MOST_BYTES + 65_536,
          schema: {
            tags: ['imports'],
            summary: `Sends a table of ${what}; it is checked, and nothing is written before it is started`,
            security: [{ session: [] }],
            consumes: ['multipart/form-data'],
            params: path.includes(':') ? OneId : NoParams,
            querystring: z.strictObject({}),
            body: ImportForm,
            response: {
              201: shown('Taken; ask at `Location` how the check goes', ImportShown),
              ...problems(400, 401, 403, 404, 413, 415, 422, 503),
            },
          },
        },
        (request, reply) =>
          send(deps, work, { request, reply }, senderOf(deps, door)).catch((error: unknown) => {
            request.raw.resume();
            throw error;
          }),
      );
  });
};
