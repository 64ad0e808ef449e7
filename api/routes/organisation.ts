/** What can be asked about units, bodies and posts on a day. */

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { OrgUnitId } from '../../domain/people.ts';
import { LocalDate } from '../../domain/time.ts';
import * as contract from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { ORGANISATION as ORGANISATION_TABLES } from '../exports/tables/records.ts';
import { AsOfQuery } from '../parse.ts';
import { MAIN, organisationOn, unitLife } from '../queries/organisation.ts';
import { momentOf, stateOf } from '../queries/sources.ts';
import { addRead } from '../route.ts';

const None = z.object({});

export const addOrganisationReads = (app: FastifyInstance, deps: ApiDeps): void => {
  const tag = 'organisation';
  addRead(app, {
    url: '/api/v1/organisation',
    policy: 'organisation.read',
    tag,
    summary: 'Units, bodies, posts, holders and delegations in force on a day',
    params: None,
    query: AsOfQuery.extend({ on: LocalDate.optional().meta({ description: 'Default: the day of asOf, or today' }) }),
    answer: contract.Organisation,
    tables: ORGANISATION_TABLES,
    read: async (_, { asOf, on }) => {
      const moment = momentOf(deps, asOf);
      return organisationOn(await stateOf(deps, 'organisation', MAIN, moment.asOf), on ?? moment.today, moment);
    },
  });
  addRead(app, {
    url: '/api/v1/organisation/units/:unit',
    policy: 'organisation.read',
    tag,
    summary: 'The life of a unit: former names, superiors, predecessors, successors, bodies',
    params: z.object({ unit: OrgUnitId }),
    query: AsOfQuery,
    answer: contract.UnitLife,
    read: async ({ unit }, { asOf }) => {
      const moment = momentOf(deps, asOf);
      return unitLife(await stateOf(deps, 'organisation', MAIN, moment.asOf), unit, moment);
    },
  });
};
