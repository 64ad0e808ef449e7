/** What can be asked about a mobilisation drill, by its address. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Kind, ORDER_STATES, OrderId, StationCode, USUAL_BIN } from '../../domain/drill/index.ts';
import { EntityId, streamId } from '../../domain/streams.ts';
import type { Instant } from '../../domain/time.ts';
import * as contract from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { DRILL, ORDERS, STATIONS } from '../exports/tables/drills.ts';
import { ownDrill } from '../own/drill.ts';
import { AsOfQuery, numberParam } from '../parse.ts';
import { askerOf, onlyFor } from '../policy.ts';
import { drillAt } from '../queries/drill-source.ts';
import { type DrillThen, drillView } from '../queries/drills.ts';
import { curveView, ordersView, stationsView } from '../queries/muster.ts';
import { hasReports, reportedCurve } from '../queries/reported-curve.ts';
import { momentOf } from '../queries/sources.ts';
import { addRead } from '../route.ts';

const OneId = z.object({ id: EntityId });
const PAGE = { usual: 100, most: 500 } as const;

export const addDrillReads = (app: FastifyInstance, deps: ApiDeps): void => {
  const tag = 'drills';
  const then = async (id: EntityId, asOf: Instant | undefined, request: FastifyRequest): Promise<DrillThen> => {
    const moment = momentOf(deps, asOf);
    const state = await drillAt(deps, id, moment.asOf);
    const asker = askerOf(request);
    const bodies = onlyFor(asker);
    const { body } = asker.subject.actor;
    return { id, state: bodies ? ownDrill(state, bodies) : state, moment, now: asOf ?? deps.clock(), body };
  };
  addRead(app, {
    url: '/api/v1/drills/:id',
    policy: 'drill.read',
    tag,
    summary: 'Muster of a mobilisation drill: rows, totals, rates, quotas, targets, incidents',
    params: OneId,
    query: AsOfQuery,
    answer: contract.DrillShown,
    tables: DRILL,
    read: async ({ id }, { asOf }, request) => {
      const { state, ...at } = await then(id, asOf, request);
      return drillView(id, state, at);
    },
  });
  addRead(app, {
    url: '/api/v1/drills/:id/stations',
    policy: 'drill.read',
    tag,
    summary: 'Board of the assembly stations: who was ordered there, who came, which one is silent',
    params: OneId,
    query: AsOfQuery,
    answer: contract.DrillStations,
    tables: STATIONS,
    read: async ({ id }, { asOf }, request) => stationsView(await then(id, asOf, request)),
  });
  addRead(app, {
    url: '/api/v1/drills/:id/orders',
    policy: 'drill.read',
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
    tables: ORDERS,
    read: async ({ id }, { asOf, ...filter }, request) => ordersView(await then(id, asOf, request), filter),
  });
  addRead(app, {
    url: '/api/v1/drills/:id/curve',
    policy: 'drill.read',
    tag,
    summary: 'Arrival curve: who had come by when, beside the targets by H+',
    params: OneId,
    query: AsOfQuery.extend({
      kind: Kind.optional(),
      station: StationCode.optional(),
      bin: numberParam(5, 240).default(USUAL_BIN).meta({ description: 'Minutes between points' }),
    }),
    answer: contract.DrillCurve,
    read: async ({ id }, { asOf, ...asked }, request) => {
      const drill = await then(id, asOf, request);
      const reports = asked.station === undefined && hasReports(drill.state);
      const events = reports ? await deps.store.read(streamId('drill', id), { upToVersion: drill.state.version }) : [];
      return curveView(drill, { ...asked, reported: reportedCurve(drill.state, events) });
    },
  });
};
