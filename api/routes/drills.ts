/** What can be asked about a mobilisation drill, by its address. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Kind, ORDER_STATES, OrderId, StationCode, USUAL_BIN } from '../../domain/drill/index.ts';
import { EntityId } from '../../domain/streams.ts';
import type { Instant } from '../../domain/time.ts';
import * as contract from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { AsOfQuery, numberParam } from '../parse.ts';
import { drillAt } from '../queries/drill-source.ts';
import { drillView } from '../queries/drills.ts';
import { curveView, type DrillThen, ordersView, stationsView } from '../queries/muster.ts';
import { momentOf } from '../queries/sources.ts';
import { addRead } from '../route.ts';

const OneId = z.object({ id: EntityId });
const PAGE = { usual: 100, most: 500 } as const;

export const addDrillReads = (app: FastifyInstance, deps: ApiDeps): void => {
  const tag = 'drills';
  const then = async (id: EntityId, asOf: Instant | undefined): Promise<DrillThen> => {
    const moment = momentOf(deps, asOf);
    return { id, state: await drillAt(deps, id, moment.asOf), moment, now: asOf ?? deps.clock() };
  };
  addRead(app, {
    url: '/api/v1/drills/:id',
    tag,
    summary: 'Muster of a mobilisation drill: rows, totals, rates, quotas, targets, incidents',
    params: OneId,
    query: AsOfQuery,
    answer: contract.DrillShown,
    read: async ({ id }, { asOf }) => {
      const { state, moment, now } = await then(id, asOf);
      return drillView(id, state, moment, now);
    },
  });
  addRead(app, {
    url: '/api/v1/drills/:id/stations',
    tag,
    summary: 'Board of the assembly stations: who was ordered there, who came, which one is silent',
    params: OneId,
    query: AsOfQuery,
    answer: contract.DrillStations,
    read: async ({ id }, { asOf }) => stationsView(await then(id, asOf)),
  });
  addRead(app, {
    url: '/api/v1/drills/:id/orders',
    tag,
    summary: 'Orders by number, with check-in, substitution, handover and release',
    params: OneId,
    query: AsOfQuery.extend({
      station: StationCode.optional(),
      state: z.enum(ORDER_STATES).optional(),
      after: OrderId.optional(),
      limit: numberParam(1, PAGE.most).default(PAGE.usual),
    }),
    answer: contract.DrillOrders,
    read: async ({ id }, { asOf, ...filter }) => ordersView(await then(id, asOf), filter),
  });
  addRead(app, {
    url: '/api/v1/drills/:id/curve',
    tag,
    summary: 'Arrival curve: who had come by when, beside the targets by H+',
    params: OneId,
    query: AsOfQuery.extend({
      kind: Kind.optional(),
      station: StationCode.optional(),
      bin: numberParam(5, 240).default(USUAL_BIN).meta({ description: 'Minutes between points' }),
    }),
    answer: contract.DrillCurve,
    read: async ({ id }, { asOf, ...asked }) => curveView(await then(id, asOf), asked),
  });
};
