/** `POST /api/v1/plan-preview`: what exercises would come to that are not on file yet. Writes nothing. */
import type { FastifyInstance } from 'fastify';
import { PlansAsked, PlansWouldBe } from './contract/index.ts';
import type { ApiDeps } from './deps.ts';
import { parse } from './parse.ts';
import { askerOf } from './policy.ts';
import { languageOf } from './problems/index.ts';
import { plansWouldBe } from './queries/plan-preview.ts';
import { problems, shown, within } from './route.ts';

export const addPlanPreview = (app: FastifyInstance, deps: ApiDeps): void => {
  app.post(
    '/api/v1/plan-preview',
    {
      config: { policy: 'exercise.open' },
      preValidation: async (request) => {
        request.body = parse(PlansAsked, request.body, 'body');
      },
      schema: {
        tags: ['exercises'],
        summary: 'Deadlines, owners and clashes of exercises before they are on file; writes nothing',
        description:
          'Each plan is drafted and planned on a copy, seeing those before it as if they were on file. A refusal stands in ' +
          '`problem` of its plan; deadlines and owners are shown all the same.',
        security: [{ session: [] }],
        body: PlansAsked,
        response: {
          200: shown('What each would come to', PlansWouldBe),
          ...problems(400, 401, 403, 404, 413, 415, 422, 503),
        },
      },
    },
    async (request, reply) => {
      const language = languageOf(request.headers['accept-language']);
      const work = plansWouldBe(deps, request.body as PlansAsked, askerOf(request), language); // parsed above
      return reply
        .type('application/json; charset=utf-8')
        .header('cache-control', 'no-store')
        .send(await within(work, 'store-unavailable'));
    },
  );
};
