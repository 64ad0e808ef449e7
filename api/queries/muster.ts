/** The kept roll of a drill, three ways: by station, by order, and over time. */
import type { z } from 'zod';
import {
  arrivalsOf,
  curveOf,
  KINDS,
  type Kind,
  type Order,
  type OrderStanding,
  orderPage,
  present,
  rate,
  rowsOf,
  standingOf,
  stationStandings,
  together,
  total,
} from '../../domain/drill/index.ts';
import { staffOf } from '../../domain/drill/rights.ts';
import { ORDER_STANDING_NAMES, SILENCE_NAMES } from '../../domain/labels/words-drill.ts';
import type { DrillCurve, DrillOrders, DrillStations } from '../contract/index.ts';
import { bodyName } from '../words.ts';
import { type DrillThen, rateShown, targetsShown } from './drills.ts';
import type { Reported } from './reported-curve.ts';

export const stationsView = ({ id, state, moment, now, body }: DrillThen): z.output<typeof DrillStations> => ({
  id,
  version: state.version,
  ...moment,
  stations: stationStandings(state, now).map((station) => ({
    ...station,
    keeperName: bodyName(station.keeper),
    mayStaff: state.phase !== 'closed' && staffOf(state, station).includes(body),
    silenceLabel: SILENCE_NAMES[station.silence],
    counts: station.counts.map((counts) => {
      const came = counts.presentOnTime + counts.presentLate;
      const called = counts.ordered - (state.rule.excusedInDenominator ? 0 : counts.absentExcused);
      return { ...counts, attendance: rateShown(rate(came, called)) };
    }),
  })),
});

const orderShown = ([number, order]: readonly [string, Order]) => {
  const { muster, released, delivered: _, ...rest } = order;
  const state = standingOf(order);
  return {
    order: number,
    ...rest,
    state,
    stateLabel: ORDER_STANDING_NAMES[state],
    checkIn: muster,
    releasedAt: released,
  };
};

interface OrderFilter {
  readonly station?: string | undefined;
  readonly state?: OrderStanding | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

export const ordersView = (
  { id, state, moment }: DrillThen,
  { station, state: standing, after, limit }: OrderFilter,
): z.output<typeof DrillOrders> => {
  const page = orderPage(state, {
    limit,
    ...(station === undefined ? {} : { station }),
    ...(standing === undefined ? {} : { standing }),
    ...(after === undefined ? {} : { after }),
  });
  return {
    id,
    version: state.version,
    ...moment,
    orders: page.orders.map(orderShown),
    nextAfter: page.more ? (page.orders.at(-1)?.[0] ?? null) : null,
  };
};

/** One series of a kind, or one of each and of all. */
export const curveView = (
  { id, state, moment, now }: DrillThen,
  {
    kind,
    station,
    bin,
    reported,
  }: {
    readonly kind?: Kind | undefined;
    readonly station?: string | undefined;
    readonly bin: number;
    readonly reported: readonly Reported[];
  },
): z.output<typeof DrillCurve> => {
  const { start, rule, version } = state;
  const byKind = arrivalsOf(state, station);
  const series = (of: 'all' | Kind) => {
    const arrivals = of === 'all' ? together(byKind) : byKind[of];
    return {
      kind: of,
      ordered: arrivals.ordered,
      arrived: arrivals.at.length,
      points: start === null ? [] : curveOf(arrivals, { start, targets: rule.targets, bin, now }),
      targets: targetsShown(state, arrivals, now),
    };
  };
  const kinds = kind ? [kind] : KINDS;
  return {
    id,
    version,
    ...moment,
    start,
    bin,
    station: station ?? null,
    series: kind ? [series(kind)] : (['all', ...KINDS] as const).map(series),
    withoutTimes: kinds.map((each) => {
      const counts = total(rowsOf(state, each).flatMap((row) => (row.source === 'counts' ? [row.counts] : [])));
      return { kind: each, ordered: counts.ordered, present: present(counts) };
    }),
    reported: reported.filter((each) => kinds.includes(each.kind)),
  };
};
