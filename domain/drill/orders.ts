/** Call-up orders: issued, delivered, or refused with a reason code; by number or by count. */
import { z } from 'zod';
import type { CommandMeta, Fact } from '../decider.ts';
import { OrgUnitId } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { entryOf } from './buckets.ts';
import { BatchId, Count, Group, Kind, MOST, OrderId, Refusal, StationCode } from './codes.ts';
import {
  counted,
  type Lot,
  LotFields,
  lotOf,
  ordersOf,
  refuseOrders,
  requireByHand,
  requireRoom,
  those,
  unitsOf,
} from './lots.ts';
import { allowAgency, allowUnits, requireWork } from './rights.ts';
import { type DrillState, NOT_YET, type Order, rowKey, withRow } from './state.ts';
import { changeOrders, withOrders } from './tally.ts';

const Issued = z
  .strictObject({
    order: OrderId,
    group: Group.optional(),
    station: StationCode.optional(),
    spare: z.boolean().optional(),
  })
  .readonly();
type Issued = z.infer<typeof Issued>;

export const OrderCommand = z.discriminatedUnion('type', [
  z
    .strictObject({
      type: z.literal('IssueOrders'),
      unit: OrgUnitId,
      kind: Kind,
      group: Group.optional(),
      station: StationCode.optional(),
      spare: z.boolean().optional().meta({ description: 'Over the establishment: counted apart, fills absent places' }),
      batch: BatchId.optional(),
      count: Count.min(1).optional(),
      orders: z.array(Issued).min(1).max(MOST).readonly().optional(),
    })
    .meta({
      description:
        'Issues orders: `count` of them, or single ones by number; what an order leaves out is that of the command',
    }),
  z.strictObject({ type: z.literal('DeliverOrders'), ...LotFields }),
  z.strictObject({ type: z.literal('RefuseOrders'), ...LotFields, reason: Refusal }),
]);
export type OrderCommand = z.infer<typeof OrderCommand>;
type IssueOrders = Extract<OrderCommand, { type: 'IssueOrders' }>;

interface IssuedEvent {
  readonly type: 'OrdersIssued';
  readonly unit: OrgUnitId;
  readonly kind: Kind;
  readonly batch: string | null;
  readonly group: string | null;
  readonly station: string | null;
  readonly spare: boolean;
  /** How many; `orders` gives their numbers where a roll is kept. */
  readonly count: number;
  readonly orders: readonly Issued[] | null;
}
export type OrderEvent =
  | IssuedEvent
  | { readonly type: 'OrdersDelivered'; readonly lot: Lot }
  | { readonly type: 'OrdersRefused'; readonly lot: Lot; readonly reason: Refusal };

/** What tells one issue from another: all of it but the numbers between its first and its last. */
const contentOf = ({ unit, kind, group, station, spare, count, orders }: Omit<IssuedEvent, 'type' | 'batch'>): string =>
  JSON.stringify([unit, kind, group, station, spare, count, orders?.[0]?.order, orders?.at(-1)?.order]);

/** An issue by its number happens once; the same number with other content is a mistake. */
const isRepeated = (state: DrillState, event: IssuedEvent): boolean => {
  const before = event.batch === null ? undefined : state.batches[event.batch];
  if (before === undefined) return false;
  if (before === contentOf(event) && (event.orders ?? []).every(({ order }) => entryOf(state.orders, order)))
    return true;
  throw new Rejection('batch-reused', { batch: event.batch ?? '' });
};

const requireNewOrders = (state: DrillState, { unit, kind }: IssuedEvent, orders: readonly Issued[]): void => {
  const row = state.rows[rowKey(unit, kind)];
  if (row?.source === 'counts' && row.counts.ordered + row.reserve.spareOrdered > 0)
    throw new Rejection('roll-call-from-counts', { unit, kind });
  const seen = new Set<string>();
  const twice = orders.filter(({ order }) => seen.has(order) || !seen.add(order));
  const known = orders.filter(({ order }) => entryOf(state.orders, order));
  refuseOrders('order-exists', [...new Set([...twice, ...known].map(({ order }) => order))]);
};

const issue = (command: IssueOrders, state: DrillState): OrderEvent[] => {
  const { unit, kind, batch = null, group = null, station = null, spare = false, orders, count } = command;
  if ((orders === undefined) === (count === undefined)) throw new Rejection('orders-or-count', {});
  const event: IssuedEvent = {
    type: 'OrdersIssued',
    unit,
    kind,
    batch,
    group,
    station,
    spare,
    count: count ?? orders?.length ?? 0,
    orders: orders ?? null,
  };
  if (isRepeated(state, event)) return [];
  if (orders) requireNewOrders(state, event, orders);
  else requireByHand(state, unit, kind, ['ordered']);
  return [event];
};

export const decideOrders = (command: OrderCommand, state: DrillState, { by }: CommandMeta): OrderEvent[] => {
  requireWork(state);
  if (command.type === 'IssueOrders') {
    allowAgency(state, by);
    return issue(command, state);
  }
  const lot = lotOf(command);
  allowUnits(state, by, unitsOf(state, lot));
  if (command.type === 'DeliverOrders') {
    if (!('orders' in lot)) {
      requireRoom(state, lot, 'delivered');
      return [{ type: 'OrdersDelivered', lot }];
    }
    const orders = those(ordersOf(state, lot.orders), (order) => !order.delivered);
    return orders.length > 0 ? [{ type: 'OrdersDelivered', lot: { orders } }] : [];
  }
  if ('orders' in lot)
    refuseOrders(
      'orders-delivered',
      those(ordersOf(state, lot.orders), (order) => order.delivered),
    );
  else requireRoom(state, lot, 'refused');
  return [{ type: 'OrdersRefused', lot, reason: command.reason }];
};

const fresh = (fact: IssuedEvent, issued: Issued): Order => ({
  unit: fact.unit,
  kind: fact.kind,
  group: issued.group ?? fact.group,
  station: issued.station ?? fact.station,
  role: (issued.spare ?? fact.spare) ? 'spare' : 'establishment',
  ...NOT_YET,
});

export const evolveOrders = (state: DrillState, fact: Fact<OrderEvent>): DrillState => {
  switch (fact.type) {
    case 'OrdersIssued': {
      const { unit, kind, batch, spare, count, orders } = fact;
      const noted = batch === null ? state : { ...state, batches: { ...state.batches, [batch]: contentOf(fact) } };
      if (orders) return withOrders(noted, new Map(orders.map((each) => [each.order, fresh(fact, each)])), fact.at);
      if (!spare) return counted(noted, { unit, kind, count }, 'ordered', fact.at);
      return withRow(noted, unit, kind, fact.at, (row) => ({
        ...row,
        reserve: { ...row.reserve, spareOrdered: row.reserve.spareOrdered + count },
      }));
    }
    case 'OrdersDelivered':
      return 'orders' in fact.lot
        ? changeOrders(state, fact.lot.orders, fact.at, (order) => ({ ...order, delivered: true, refused: null }))
        : counted(state, fact.lot, 'delivered', fact.at);
    case 'OrdersRefused':
      return 'orders' in fact.lot
        ? changeOrders(state, fact.lot.orders, fact.at, (order) => ({ ...order, refused: fact.reason }))
        : counted(state, fact.lot, 'refused', fact.at);
    default:
      return fact satisfies never;
  }
};
