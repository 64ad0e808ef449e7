/** The solver's jobs: asked for, looked at, stopped. A job has its own address and outlives page and process. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { countOpen, type Job, jobsOf, putJob, readJob, wishJob } from '../../db/planner-jobs.ts';
import { refuseMarked } from '../../domain/classification.ts';
import { OrgUnitId } from '../../domain/people.ts';
import { MODEL_VERSION, SOLVER } from '../../domain/rollout/index.ts';
import * as contract from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { NoQuery, numberParam, parse } from '../parse.ts';
import { type Asker, askerOf } from '../policy.ts';
import { Problem } from '../problems/index.ts';
import { momentOf } from '../queries/sources.ts';
import { addRead, problems, shown, within } from '../route.ts';
import { partsOf } from './asked.ts';
import { planningOf, requirePlanning } from './standing.ts';
import { basisView, plannerUnits } from './start.ts';
import { answerView, jobView } from './views.ts';

const MOST_OPEN = 20;
const MOST_LISTED = 10;

const OneJob = z.object({ job: z.uuid().toLowerCase() });
const tag = 'planner';

/** The job, where the asker may look at the planning of all its units. Throws `job-unknown` else. */
const jobFor = async (deps: ApiDeps, request: FastifyRequest, id: string, need: 'plan' | 'look'): Promise<Job> => {
  const job = await within(readJob(deps.db, id), 'store-unavailable');
  const asker = askerOf(request);
  if (!job || job.parts.some(({ unit }) => planningOf(asker, unit) === null)) throw new Problem('job-unknown');
  requirePlanning(
    asker,
    job.parts.map(({ unit }) => unit),
    need,
  );
  return job;
};

const start = async (deps: ApiDeps, asker: Asker, asked: z.output<typeof contract.JobAsked>): Promise<Job> => {
  requirePlanning(asker, asked.units, 'plan');
  refuseMarked({ type: 'StartPlanner', ...asked });
  const known = await readJob(deps.db, asked.job);
  const by = asker.subject.actor;
  if (known) {
    const units = new Set(known.parts.map(({ unit }) => unit));
    const same = known.person === by.person && known.body === by.body && asked.units.every((unit) => units.has(unit));
    if (!same) throw new Problem('job-reused', { job: asked.job });
    return known;
  }
  const open = await countOpen(deps.db);
  if (open >= MOST_OPEN) throw new Problem('planner-busy', { count: open });
  const parts = await partsOf(deps, asker, asked);
  const { job: id, options } = asked;
  return putJob(deps.db, { id, parts, options, solver: SOLVER, model: MODEL_VERSION, by, at: deps.clock() });
};

const addReads = (app: FastifyInstance, deps: ApiDeps): void => {
  addRead(app, {
    url: '/api/v1/planner/units',
    policy: 'planner.read',
    tag,
    summary: 'Units with communes whose term the asker may look at',
    params: z.object({}),
    query: NoQuery,
    answer: contract.PlannerUnits,
    read: async (_, __, request) => ({ ...momentOf(deps, undefined), units: plannerUnits(askerOf(request)) }),
  });
  addRead(app, {
    url: '/api/v1/planner/basis',
    policy: 'planner.read',
    tag,
    summary: 'What a plan of a unit starts from: communes, last exercises, what was held, usual rules',
    params: z.object({}),
    query: z.strictObject({ unit: OrgUnitId, firstYear: numberParam(1000, 2200), lastYear: numberParam(1000, 2200) }),
    answer: contract.PlannerBasis,
    read: (_, asked, request) => basisView(deps, askerOf(request), asked, momentOf(deps, undefined)),
  });
  addRead(app, {
    url: '/api/v1/planner/jobs',
    policy: 'planner.read',
    tag,
    summary: 'The newest solve jobs of a unit',
    params: z.object({}),
    query: z.strictObject({ unit: OrgUnitId }),
    answer: contract.JobList,
    read: async (_, { unit }, request) => {
      const asker = askerOf(request);
      requirePlanning(asker, [unit], 'look');
      const jobs = await jobsOf(deps.db, unit, MOST_LISTED);
      const seen = jobs.filter(({ parts }) => parts.every((part) => planningOf(asker, part.unit) !== null));
      return { jobs: seen.map((job) => jobView(job, asker)) };
    },
  });
  addRead(app, {
    url: '/api/v1/planner/jobs/:job',
    policy: 'planner.read',
    tag,
    summary: 'A solve job: how far it is',
    params: OneJob,
    query: NoQuery,
    answer: contract.JobShown,
    read: async ({ job }, _, request) => jobView(await jobFor(deps, request, job, 'look'), askerOf(request)),
  });
  addRead(app, {
    url: '/api/v1/planner/jobs/:job/answers/:unit',
    policy: 'planner.read',
    tag,
    summary: 'What came of a solve job for one unit: a plan with its proof, or rules that contradict each other',
    params: OneJob.extend({ unit: OrgUnitId }),
    query: NoQuery,
    answer: contract.JobAnswer,
    read: async ({ job: id, unit }, _, request) => {
      const job = await jobFor(deps, request, id, 'look');
      const part = job.parts.find((each) => each.unit === unit);
      const answer = job.answers.find((each) => each.unit === unit);
      if (!part) throw new Problem('job-unknown');
      if (!answer) throw new Problem('job-unfinished', { unit });
      return answerView(job, part, answer, askerOf(request));
    },
  });
};

interface Write<B extends z.ZodType> {
  readonly url: string;
  readonly summary: string;
  readonly body: B;
  readonly act: (request: FastifyRequest, body: z.output<B>) => Promise<Job>;
}

const addWrite = <B extends z.ZodType>(
  app: FastifyInstance,
  deps: ApiDeps,
  { url, summary, body, act }: Write<B>,
): void => {
  app.post(
    url,
    {
      config: { policy: 'planner.start' },
      schema: {
        ...{ tags: [tag], summary, security: [{ session: [] }], body, querystring: NoQuery },
        ...(url.includes(':') ? { params: OneJob } : {}),
        response: {
          202: shown('Taken; how far it is stands at its address', contract.JobShown),
          ...problems(400, 401, 403, 404, 409, 413, 415, 422, 429, 503),
        },
      },
    },
    async (request, reply) => {
      const job = await within(act(request, parse(body, request.body, 'body')), 'store-unavailable');
      deps.planner?.wake();
      return reply
        .code(202)
        .header('location', `/api/v1/planner/jobs/${job.id}`)
        .header('cache-control', 'no-store')
        .type('application/json; charset=utf-8')
        .send(jobView(job, askerOf(request)));
    },
  );
};

export const addPlannerRoutes = (app: FastifyInstance, deps: ApiDeps): void => {
  addReads(app, deps);
  addWrite(app, deps, {
    url: '/api/v1/planner/jobs',
    summary: 'Ask the solver for a plan of a term',
    body: contract.JobAsked,
    act: (request, body) => start(deps, askerOf(request), body),
  });
  addWrite(app, deps, {
    url: '/api/v1/planner/jobs/:job/stop',
    summary: 'End a solve: `settle` with the best plan so far, `cancel` without one',
    body: z.strictObject({ how: z.enum(['settle', 'cancel']) }),
    act: async (request, { how }) => {
      const { job: id } = parse(OneJob, request.params, 'path');
      const job = await jobFor(deps, request, id, 'plan');
      await wishJob(deps.db, id, how);
      return (await readJob(deps.db, id)) ?? job;
    },
  });
};
