/** What a command speaks of: single orders by number, or so many of one unit and kind. */
import { OrgUnitId } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { entryOf } from './buckets.ts';
import { Count, Kind, OrderIds } from './codes.ts';
import { type Counts, checkCounts } from './counts.ts';
import { countsOf, type DrillState, type Order, rowKey, withRow } from './state.ts';

/** Fields of such a command: either `orders`, or `unit`, `kind` and `count`. */
export const LotFields = {
  orders: OrderIds.optional().meta({ description: 'Single orders; else `unit`, `kind` and `count`' }),
  unit: OrgUnitId.optional(),
  kind: Kind.optional(),
  count: Count.min(1).optional(),
} as const;

export type Lot =
  | { readonly orders: readonly string[] }
  | { readonly unit: OrgUnitId; readonly kind: Kind; readonly count: number };

interface Asked {
  readonly orders?: readonly string[] | undefined;
  readonly unit?: OrgUnitId | undefined;
  readonly kind?: Kind | undefined;
  readonly count?: number | undefined;
}

/** Throws `orders-or-count` unless exactly one of the two ways is used. */
export const lotOf = ({ orders, unit, kind, count }: Asked): Lot => {
  const counted = unit !== undefined && kind !== undefined && count !== undefined;
  if (orders && unit === undefined && kind === undefined && count === undefined)
    return { orders: [...new Set(orders)] };
  if (!orders && counted) return { unit, kind, count };
  throw new Rejection('orders-or-count', {});
};

/** Most orders or check-ins that a refusal names. */
const NAMED = 20;

/** Throws with the orders at fault, at most 20 of them by number, unless there are none. */
export const refuseOrders = (
  code:
    | 'order-unknown'
    | 'orders-delivered'
    | 'orders-not-present'
    | 'orders-not-placed'
    | 'orders-handed-over'
    | 'orders-not-handed-over'
    | 'orders-released'
    | 'order-exists',
  orders: readonly string[],
): void => {
  if (orders.length > 0) throw new Rejection(code, { orders: orders.slice(0, NAMED), count: orders.length });
};

/** The orders by number. Throws `order-unknown`. */
export const ordersOf = (state: DrillState, ids: readonly string[]): ReadonlyMap<string, Order> => {
  const found = new Map<string, Order>();
  const unknown: string[] = [];
  for (const id of ids) {
    const order = entryOf(state.orders, id);
    if (order) found.set(id, order);
    else unknown.push(id);
  }
  refuseOrders('order-unknown', unknown);
  return found;
};

export const orderOf = (state: DrillState, id: string): Order => {
  const order = entryOf(state.orders, id);
  if (!order) throw new Rejection('order-unknown', { orders: [id], count: 1 });
  return order;
};

/** Units whose bodies may speak of a lot. Throws `order-unknown`. */
export const unitsOf = (state: DrillState, lot: Lot): OrgUnitId[] =>
  'orders' in lot ? [...new Set([...ordersOf(state, lot.orders).values()].map(({ unit }) => unit))] : [lot.unit];

/** Numbers of the orders for which this holds. */
export const those = (orders: ReadonlyMap<string, Order>, holds: (order: Order) => boolean): string[] =>
  [...orders].filter(([, order]) => holds(order)).map(([id]) => id);

/** Throws `counts-from-roll-call` where the figures follow a kept roll. */
export const requireByHand = (state: DrillState, unit: OrgUnitId, kind: Kind, fields: readonly string[]): void => {
  if (state.rows[rowKey(unit, kind)]?.source === 'rollCall')
    throw new Rejection('counts-from-roll-call', { unit, kind, fields });
};

/** Throws unless so many more of a figure fit the row: `counts-from-roll-call`, `count-invariant`. */
export const requireRoom = (
  state: DrillState,
  { unit, kind, count }: Extract<Lot, { count: number }>,
  figure: 'ordered' | 'delivered' | 'refused' | 'handedOver' | 'released',
): void => {
  requireByHand(state, unit, kind, [figure]);
  const counts = countsOf(state, unit, kind);
  checkCounts({ ...counts, [figure]: counts[figure] + count });
};

/** The state with so many more of a figure in one row. */
export const counted = (
  state: DrillState,
  { unit, kind, count }: Extract<Lot, { count: number }>,
  figure: Exclude<keyof Counts, 'absentExcused'>,
  at: Parameters<typeof withRow>[3],
): DrillState =>
  withRow(state, unit, kind, at, (row) => ({
    ...row,
    counts: { ...row.counts, [figure]: row.counts[figure] + count },
  }));
