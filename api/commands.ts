/** Commands in, one answer out: done 200, accepted but slow 202, refused 4xx, engine away 503 (safe to repeat). */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { refuseMarked } from '../domain/classification.ts';
import type { Actor } from '../domain/people.ts';
import { COMMANDS } from '../domain/registry.ts';
import type { RejectionBody } from '../domain/rejection.ts';
import { EntityId, STREAM_KINDS, StreamId, type StreamKind, streamId } from '../domain/streams.ts';
import type { Envelope } from '../workflows/contract.ts';
import { audit } from './audit.ts';
import { CommandDone, CommandPending, CommandStatus } from './contract/index.ts';
import { type ApiDeps, PATIENCE_MS, type SendResult, type StatusResult } from './deps.ts';
import { sendProblem } from './errors.ts';
import { COMMAND_EXAMPLES, COMMAND_ID } from './examples/index.ts';
import { claimEvidenceFiles } from './files/index.ts';
import { parse } from './parse.ts';
import { checkSolve } from './planner/claim.ts';
import { askerOf } from './policy.ts';
import { addPreviewRoute } from './preview.ts';
import { languageOf, Problem, rejectionBody } from './problems/index.ts';
import { filesOf, reachOf } from './queries/access.ts';
import { calledNow } from './queries/names.ts';
import { problems, shown, within } from './route.ts';
import { commandConfig, PATHS } from './routes/index.ts';
import { requireConfirmed } from './signed-in.ts';

const CommandId = z.uuid().toLowerCase().meta({ description: 'Chosen by the caller; repeating it is safe' });
/** What re-homes or ends whole localities and bodies asks for the password again. */
const CONFIRMED: ReadonlySet<string> = new Set([
  'EstablishOrganisation',
  'MergeUnits',
  'SplitUnit',
  'EndBody',
  'ChangeOrgModel',
]);

const Identity = {
  commandId: CommandId,
  expectedVersion: z
    .int()
    .min(0)
    .max(2_147_483_647)
    .optional()
    .meta({ description: 'Refuse with 412 unless the stream stands at this version' }),
};

interface CommandBody {
  readonly commandId: string;
  readonly expectedVersion?: number | undefined;
  readonly type: string;
  readonly [field: string]: unknown;
}

/** The commands of a kind as one union by `type`, each with its identity. */
export const commandBody = (kind: StreamKind): z.ZodType<CommandBody> => {
  const options = COMMANDS[kind].options.map((option) => {
    const type = option.shape.type.value;
    return option
      .extend(Identity)
      .meta({ ...option.meta(), id: type, examples: [{ commandId: COMMAND_ID, ...COMMAND_EXAMPLES[type] }] });
  });
  const [first, ...rest] = options;
  if (!first) throw new Error(`${kind} has no commands`);
  // built from a list, the union forgets its members; every one of them has these fields
  return z.discriminatedUnion('type', [first, ...rest]) as unknown as z.ZodType<CommandBody>;
};

/** The envelope of a parsed body. */
const envelopeOf = (body: CommandBody, request: FastifyRequest, stream: StreamId, deps: ApiDeps): Envelope => {
  if (!request.actor) throw new Problem('sign-in-needed');
  const { commandId, expectedVersion, ...command } = body;
  return {
    stream,
    commandId,
    command,
    at: deps.clock(),
    by: request.actor,
    ...(expectedVersion === undefined ? {} : { expectedVersion }),
    origin: 'person',
  };
};

const statusAddress = (stream: StreamId, commandId: string): string =>
  `/api/v1/commands/${commandId}?stream=${encodeURIComponent(stream)}`;

const refuse = async (
  deps: ApiDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  { rejection, version, envelope }: { rejection: RejectionBody; version: number; envelope: Envelope },
): Promise<FastifyReply> => {
  const { stream, commandId, command } = envelope;
  const { kind, code, params } = rejection;
  // a refusal leaves no event: this is its record
  const details = { commandId, command: command.type, rejection: kind, ...params };
  audit(request, { kind: 'refused-command', code, object: stream, details });
  const language = languageOf(request.headers['accept-language']);
  const body = rejectionBody(rejection, language, { version, commandId }, await calledNow(deps));
  return sendProblem(request, reply, body);
};

export const answer = async (
  deps: ApiDeps,
  result: SendResult,
  envelope: Envelope,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const { stream, commandId } = envelope;
  switch (result.kind) {
    case 'accepted':
      return reply.header('etag', `"${result.version}"`).send({ commandId, version: result.version });
    case 'rejected':
      return refuse(deps, request, reply, { ...result, envelope });
    case 'pending':
      if (!result.accepted) throw new Problem('engine-unavailable', {}, { commandId });
      return reply.code(202).header('location', statusAddress(stream, commandId)).send({ commandId, state: 'pending' });
    case 'unavailable':
      request.log.warn({ stream, commandId, reason: result.reason }, 'engine unavailable');
      throw new Problem('engine-unavailable', {}, { commandId });
    default:
      return result satisfies never;
  }
};

const addCommandRoute = (app: FastifyInstance, deps: ApiDeps, kind: StreamKind, Body: z.ZodType<CommandBody>): void => {
  const Params = z.object({ id: EntityId });
  app.post(
    `/api/v1/${PATHS[kind]}/:id/commands`,
    {
      config: commandConfig(kind),
      // what does not fit is refused before it is asked whose file it is: the answer then says nothing of the file
      preValidation: async (request) => {
        parse(Params, request.params, 'path');
        parse(z.strictObject({}), request.query, 'query');
        request.body = parse(Body, request.body, 'body');
      },
      schema: {
        tags: [PATHS[kind]],
        summary: `Commands to ${kind === 'exercise' ? 'an exercise' : `a ${kind}`}`,
        security: [{ session: [] }],
        params: Params,
        querystring: z.strictObject({}),
        body: Body,
        response: {
          200: shown('Done; `version` is that of the stream after it', CommandDone),
          202: shown('Accepted, still under way; ask at `Location`', CommandPending),
          ...problems(400, 401, 403, 404, 409, 412, 413, 415, 422, 503),
        },
      },
    },
    async (request, reply) => {
      const { id } = parse(Params, request.params, 'path');
      const body = request.body as CommandBody; // parsed above
      if (CONFIRMED.has(body.type)) requireConfirmed(request);
      const envelope = envelopeOf(body, request, streamId(kind, id), deps);
      // before it travels: what bears a secrecy marking stays out of the engine's history too
      refuseMarked(envelope.command);
      await claimEvidenceFiles(deps, envelope);
      await checkSolve(deps, envelope);
      const result = await within(deps.send(envelope), 'engine-unavailable');
      return answer(
        deps,
        result,
        envelope,
        request,
        reply.type('application/json; charset=utf-8').header('cache-control', 'no-store'),
      );
    },
  );
};

/** Commands to what he sees, and to a file that was never founded. */
const mayAsk = async (deps: ApiDeps, by: Actor, stream: StreamId): Promise<boolean> => {
  const reach = await reachOf(deps, by, [stream]);
  return reach.get(stream) !== 'none' || !(await filesOf(deps, [stream])).has(stream);
};

const addStatusRoute = (app: FastifyInstance, deps: ApiDeps): void => {
  const Params = z.object({ commandId: CommandId });
  const Query = z.strictObject({
    stream: StreamId.optional().meta({
      description: 'Stream it was sent to; needed while it is under way',
      example: 'exercise/tam-ky-2022',
    }),
  });
  const find = async (commandId: string, stream: StreamId | undefined, by: Actor): Promise<StatusResult> => {
    const found = await within(deps.store.findCommand(commandId), 'store-unavailable');
    const about = found?.stream ?? stream;
    if (about && !(await within(mayAsk(deps, by, about), 'store-unavailable'))) return { kind: 'unknown' };
    if (found) return { ...found.outcome, version: found.version };
    return stream ? within(deps.status(stream, commandId), 'engine-unavailable', PATIENCE_MS) : { kind: 'unknown' };
  };
  app.get(
    '/api/v1/commands/:commandId',
    {
      config: { policy: 'command.read' },
      schema: {
        tags: ['commands'],
        summary: 'What became of a command',
        security: [{ session: [] }],
        params: Params,
        querystring: Query,
        response: {
          200: shown('Ended: done, or refused with its problem', CommandStatus),
          202: shown('Still under way', CommandPending),
          ...problems(400, 401, 404, 503),
        },
      },
    },
    async (request, reply) => {
      const { commandId } = parse(Params, request.params, 'path');
      const { stream } = parse(Query, request.query, 'query');
      const { actor } = askerOf(request).subject;
      const found = await find(commandId, stream, actor);
      reply.type('application/json; charset=utf-8').header('cache-control', 'no-store');
      switch (found.kind) {
        case 'accepted':
          return reply.send({ commandId, state: 'done', version: found.version });
        case 'rejected': {
          const language = languageOf(request.headers['accept-language']);
          const problem = rejectionBody(
            found.rejection,
            language,
            { version: found.version, commandId },
            await calledNow(deps),
          );
          return reply.send({ commandId, state: 'refused', problem });
        }
        case 'pending':
          return reply.code(202).send({ commandId, state: 'pending' });
        case 'unknown':
          throw new Problem('command-not-found', { commandId }, { commandId });
        case 'unavailable':
          throw new Problem('engine-unavailable', {}, { commandId });
        default:
          return found satisfies never;
      }
    },
  );
};

export const addCommands = (app: FastifyInstance, deps: ApiDeps): void => {
  for (const kind of STREAM_KINDS) {
    const Body = commandBody(kind);
    addCommandRoute(app, deps, kind, Body);
    addPreviewRoute(app, deps, kind, Body);
  }
  addStatusRoute(app, deps);
};
