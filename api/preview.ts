/**
 * What a command would do: decided on the present state with the context its commit would read, told, and thrown away.
 * It is committed by sending the same command with `expectedVersion` = the previewed version.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { toRecord } from '../db/event-store.ts';
import { readPlainContext } from '../db/read-context.ts';
import type { CommandMeta, DomainEvent, Fact, Folded } from '../domain/decider.ts';
import { type ExerciseState, shownFact, shownState } from '../domain/exercise/index.ts';
import { type ProductEvent, sentenceOf } from '../domain/labels/events.ts';
import type { OrganisationState } from '../domain/organisation/index.ts';
import { SYSTEM } from '../domain/people.ts';
import type { FiledExercise } from '../domain/planning/clash.ts';
import { effectsOf } from '../domain/planning/effects.ts';
import { type Executed, followUpsOf, type NamedFollowUp } from '../domain/registry.ts';
import { Rejection } from '../domain/rejection.ts';
import {
  EntityId,
  entityOf,
  kindOf,
  ORGANISATION,
  type StreamId,
  type StreamKind,
  streamId,
} from '../domain/streams.ts';
import { dayOf } from '../domain/time.ts';
import { Preview, type ProblemBody } from './contract/index.ts';
import type { ApiDeps } from './deps.ts';
import { COMMAND_ID } from './examples/index.ts';
import { checkEvidenceFiles } from './files/index.ts';
import { themesOf } from './own/clashes.ts';
import { shownPreview } from './own/preview.ts';
import { ownNow } from './own/tasks.ts';
import { parse } from './parse.ts';
import { askerOf } from './policy.ts';
import { type Language, languageOf, Problem, type ProblemCode, problemBody, rejectionBody } from './problems/index.ts';
import { filesOf, reachOf, reachOfAll } from './queries/access.ts';
import { effectsView } from './queries/effects.ts';
import { calledNow, namesIn } from './queries/names.ts';
import { someExercises } from './queries/sources.ts';
import { createWorld, run, type World } from './queries/world.ts';
import { problems, shown, within } from './route.ts';
import { commandConfig, PATHS } from './routes/index.ts';

type Answer = z.output<typeof Preview>;
type Events = Extract<Answer, { accepted: true }>['events'];
type FollowUpView = Extract<Answer, { accepted: true }>['followUps'][number];

interface Asked {
  readonly command: { readonly type: string };
  readonly expectedVersion: number | undefined;
  readonly meta: CommandMeta;
  readonly language: Language;
}

const exerciseOf = (stream: StreamId, state: Folded): ExerciseState | null =>
  kindOf(stream) === 'exercise' ? (state as ExerciseState) : null; // its id says its kind

const eventViews = async (world: World, stream: StreamId, { facts, state }: Executed): Promise<Events> => {
  const exercise = exerciseOf(stream, state);
  const { tasks, classifications } = exercise ? shownState(exercise) : { tasks: {}, classifications: {} };
  const org = (await world.get(ORGANISATION)) as OrganisationState; // by its id
  return facts.map((decided: Fact<DomainEvent>) => {
    const fact = shownFact(decided, classifications);
    const told = fact as Fact<ProductEvent>; // every stream's events are the product's
    const said = (language: Language): string =>
      sentenceOf(told, namesIn(org, tasks, dayOf(told.at), language), language);
    return {
      version: fact.version,
      type: fact.type,
      sentence: { vi: said('vi'), en: said('en') },
      data: { ...toRecord(fact).data },
    };
  });
};

const daysIn = (state: ExerciseState | null): FollowUpView['from'] =>
  state?.startDate && state.endDate ? { startDate: state.startDate, endDate: state.endDate } : null;

const MOST_FOLLOW_UPS = 500;

/** Runs the follow-ups, and theirs in turn, on the world; a refused one is told, as its commit would record it. */
const follow = async (
  world: World,
  first: readonly NamedFollowUp[],
  told: (refused: Rejection, version: number) => ProblemBody,
): Promise<FollowUpView[]> => {
  const queue = [...first];
  const views: FollowUpView[] = [];
  for (let next = queue.shift(); next && views.length < MOST_FOLLOW_UPS; next = queue.shift()) {
    const { stream, command, commandId, at } = next;
    const before = await world.get(stream);
    const was = exerciseOf(stream, before);
    try {
      const done = await run(world, command, { stream, commandId, at, by: SYSTEM });
      queue.push(...followUpsOf(stream, before, done.facts));
      const is = exerciseOf(stream, done.state);
      const moved = Object.values(is?.tasks ?? {}).filter((task) => {
        const due = was?.tasks[task.code]?.due;
        return due !== undefined && due !== task.due;
      });
      const events = await eventViews(world, stream, done);
      const dates = { from: daysIn(was), to: daysIn(is), deadlines: moved.length };
      views.push({ stream, command: command.type, events, refused: null, ...dates });
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      const refused = told(error, before.version);
      const dates = { from: daysIn(was), to: daysIn(was), deadlines: 0 };
      views.push({ stream, command: command.type, events: [], refused, ...dates });
    }
  }
  return views;
};

const effects = async (
  world: World,
  { stream, at }: CommandMeta,
  [before, after]: readonly [ExerciseState, ExerciseState],
): Promise<Extract<Answer, { accepted: true }>['effects']> => {
  const id = entityOf(stream);
  const ids = (await world.ongoing('exercise')).map((each) => each.stream).filter((other) => other !== stream);
  const filed = (read: (stream: StreamId) => Promise<Folded>): Promise<FiledExercise[]> =>
    Promise.all(
      ids.map(async (other) => ({ id: entityOf(other), state: (await read(other)) as ExerciseState })), // asked for by kind
    );
  const [othersBefore, others] = await Promise.all([filed(world.now), filed(world.get)]);
  const { calendar } = await readPlainContext(world);
  const [was, is] = [shownState(before), shownState(after)];
  const found = effectsOf(id, was, is, { others, othersBefore, calendar, now: at });
  return effectsView(found, [was, is], [{ id, state: is }, ...others]);
};

/** Refusals of a command that come before its rules. */
const REFUSALS: readonly ProblemCode[] = ['file-unknown', 'file-differs'];

const preview = async (deps: ApiDeps, { command, expectedVersion, meta, language }: Asked): Promise<Answer> => {
  const world = createWorld(deps);
  const before = await world.now(meta.stream);
  const today = dayOf(meta.at);
  const { version } = before;
  const called = await calledNow(deps);
  const told = (refused: Rejection, at: number): ProblemBody =>
    rejectionBody(refused, language, { version: at }, called);
  try {
    await checkEvidenceFiles(deps, { stream: meta.stream, command, by: meta.by });
    if (expectedVersion !== undefined && expectedVersion !== version)
      throw new Rejection('stale-version', { version, expected: expectedVersion });
    const done = await run(world, command, meta);
    const followUps = await follow(world, followUpsOf(meta.stream, before, done.facts), told);
    const [was, is] = [exerciseOf(meta.stream, before), exerciseOf(meta.stream, done.state)];
    return {
      accepted: true,
      version,
      today,
      events: await eventViews(world, meta.stream, done),
      effects: was && is ? await effects(world, meta, [was, is]) : null,
      followUps,
    };
  } catch (error) {
    if (error instanceof Rejection) return { accepted: false, version, today, problem: told(error, version) };
    if (!(error instanceof Problem) || !REFUSALS.includes(error.code)) throw error;
    return { accepted: false, version, today, problem: problemBody(error, language) };
  }
};

/** Without what he who asks does not see. */
const shownTo = async (deps: ApiDeps, answer: Answer, stream: StreamId, request: FastifyRequest): Promise<Answer> => {
  if (!request.seer || !answer.accepted) return answer;
  const asker = askerOf(request);
  const known = kindOf(stream) === 'exercise' && (await filesOf(deps, [stream])).has(stream);
  const followed = [...new Set(answer.followUps.map((each) => each.stream))];
  const { clashesNew = [], clashesResolved = [] } = answer.effects ?? {};
  const meeting = [...new Set([...clashesNew, ...clashesResolved].flatMap((clash) => clash.exercises))];
  const [own, exercises, streams, files] = await Promise.all([
    known ? ownNow(deps, entityOf(stream), asker) : null,
    reachOfAll(deps, asker),
    reachOf(deps, asker.subject.actor, followed),
    someExercises(deps, meeting, null),
  ]);
  return shownPreview(answer, { own, exercises, streams, themes: themesOf(files) });
};

interface Body {
  readonly commandId: string;
  readonly expectedVersion?: number | undefined;
  readonly type: string;
}

/** `POST …/{id}/preview`; `Body` is the one that the commands of the kind are parsed by. */
export const addPreviewRoute = (app: FastifyInstance, deps: ApiDeps, kind: StreamKind, Body: z.ZodType<Body>): void => {
  const Params = z.object({ id: EntityId });
  app.post(
    `/api/v1/${PATHS[kind]}/:id/preview`,
    {
      config: commandConfig(kind),
      preValidation: async (request) => {
        parse(Params, request.params, 'path');
        parse(z.strictObject({}), request.query, 'query');
        const given: unknown = request.body;
        const named = typeof given === 'object' && given !== null && !Array.isArray(given);
        request.body = parse(Body, named ? { commandId: COMMAND_ID, ...given } : given, 'body');
      },
      schema: {
        tags: [PATHS[kind]],
        summary: `What a command to ${kind === 'exercise' ? 'an exercise' : `a ${kind}`} would do; writes nothing`,
        description:
          'Takes the body of a command; `commandId` may be left out. To commit what was shown, send the command with ' +
          '`expectedVersion` set to the `version` of this answer. A refusal is answered with 200 and `accepted: false`.',
        security: [{ session: [] }],
        params: Params,
        querystring: z.strictObject({}),
        body: Body,
        response: {
          200: shown('What would happen, or the refusal', Preview),
          ...problems(400, 401, 403, 404, 413, 415, 422, 503),
        },
      },
    },
    async (request, reply) => {
      const { id } = parse(Params, request.params, 'path');
      if (!request.actor) throw new Problem('sign-in-needed');
      const { commandId, expectedVersion, ...command } = request.body as Body; // parsed above
      const meta = { stream: streamId(kind, id), commandId, at: deps.clock(), by: request.actor };
      const language = languageOf(request.headers['accept-language']);
      const asked = preview(deps, { command, expectedVersion, meta, language });
      const answer = await within(
        asked.then((whole) => shownTo(deps, whole, meta.stream, request)),
        'store-unavailable',
      );
      return reply
        .type('application/json; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('etag', `"${answer.version}"`)
        .send(answer);
    },
  );
};
