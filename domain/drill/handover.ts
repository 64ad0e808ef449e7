/** After the roll call: vehicles inspected, people and vehicles handed to the receiving unit under minutes, and released. */
import { z } from 'zod';
import type { CommandMeta, Fact } from '../decider.ts';
import { Rejection } from '../rejection.ts';
import { Reason, text } from '../text.ts';
import { dayOf, Instant, LocalDate } from '../time.ts';
import { Defect, OrderId, OrderIds } from './codes.ts';
import {
  counted,
  type Lot,
  LotFields,
  lotOf,
  orderOf,
  ordersOf,
  refuseOrders,
  requireRoom,
  those,
  unitsOf,
} from './lots.ts';
import { allowUnits, requireOpen } from './rights.ts';
import type { DrillState, Order } from './state.ts';
import { changeOrders, fillsPlace, isPresent } from './tally.ts';

const Minutes = z
  .strictObject({ number: text(60), date: LocalDate })
  .readonly()
  .meta({ description: 'Minutes of the handover', example: { number: '07/BB-BG', date: '2022-08-25' } });
type Minutes = z.infer<typeof Minutes>;

export const HandoverCommand = z.discriminatedUnion('type', [
  z
    .strictObject({ type: z.literal('InspectVehicle'), order: OrderId, fit: z.boolean(), reason: Defect.optional() })
    .meta({ description: 'Technical fitness of a vehicle that is present; an unfit one needs its reason' }),
  z.strictObject({ type: z.literal('HandOver'), ...LotFields, receivingUnit: text(120), minutes: Minutes }),
  z.strictObject({ type: z.literal('ReverseHandOver'), orders: OrderIds, reason: Reason }),
  z.strictObject({ type: z.literal('Release'), ...LotFields, at: Instant.optional() }),
]);
export type HandoverCommand = z.infer<typeof HandoverCommand>;

export type HandoverEvent =
  | { readonly type: 'VehicleInspected'; readonly order: string; readonly fit: boolean; readonly reason: Defect | null }
  | { readonly type: 'HandedOver'; readonly lot: Lot; readonly receivingUnit: string; readonly minutes: Minutes }
  | { readonly type: 'HandOverReversed'; readonly orders: readonly string[]; readonly reason: string }
  | { readonly type: 'Released'; readonly lot: Lot; readonly releasedAt: Instant };

const inspect = (
  { order: id, fit, reason }: Extract<HandoverCommand, { type: 'InspectVehicle' }>,
  state: DrillState,
): HandoverEvent => {
  const order = orderOf(state, id);
  if (order.kind !== 'vehicle') throw new Rejection('not-a-vehicle', { order: id });
  refuseOrders('orders-not-present', isPresent(order) ? [] : [id]);
  if (fit !== (reason === undefined)) throw new Rejection('defect-mismatch', { order: id });
  return { type: 'VehicleInspected', order: id, fit, reason: reason ?? null };
};

const requireHandOver = (state: DrillState, orders: ReadonlyMap<string, Order>): void => {
  refuseOrders(
    'orders-not-present',
    those(orders, (order) => !isPresent(order)),
  );
  refuseOrders(
    'orders-not-placed',
    those(orders, (order) => !fillsPlace(state.orders, order)),
  );
  refuseOrders(
    'orders-handed-over',
    those(orders, (order) => order.handedOver !== null),
  );
};

const requireRelease = (orders: ReadonlyMap<string, Order>): void => {
  refuseOrders(
    'orders-not-present',
    those(orders, (order) => !isPresent(order)),
  );
  refuseOrders(
    'orders-released',
    those(orders, (order) => order.released !== null),
  );
};

export const decideHandover = (
  command: HandoverCommand,
  state: DrillState,
  { by, at }: CommandMeta,
): HandoverEvent[] => {
  requireOpen(state, command.type === 'InspectVehicle' ? 'technicallyFit' : 'handedOver');
  switch (command.type) {
    case 'InspectVehicle':
      allowUnits(state, by, [orderOf(state, command.order).unit]);
      return [inspect(command, state)];
    case 'HandOver': {
      const { receivingUnit, minutes } = command;
      const lot = lotOf(command);
      allowUnits(state, by, unitsOf(state, lot));
      if (minutes.date > dayOf(at))
        throw new Rejection('paper-from-the-future', { number: minutes.number, date: minutes.date, today: dayOf(at) });
      if ('orders' in lot) requireHandOver(state, ordersOf(state, lot.orders));
      else requireRoom(state, lot, 'handedOver');
      return [{ type: 'HandedOver', lot, receivingUnit, minutes }];
    }
    case 'ReverseHandOver': {
      const orders = [...new Set(command.orders)];
      allowUnits(state, by, unitsOf(state, { orders }));
      refuseOrders(
        'orders-not-handed-over',
        those(ordersOf(state, orders), (order) => order.handedOver === null),
      );
      return [{ type: 'HandOverReversed', orders, reason: command.reason }];
    }
    case 'Release': {
      const lot = lotOf(command);
      const releasedAt = command.at ?? at;
      allowUnits(state, by, unitsOf(state, lot));
      if (releasedAt > at) throw new Rejection('counted-in-the-future', { occurredAt: releasedAt, at });
      if ('orders' in lot) requireRelease(ordersOf(state, lot.orders));
      else requireRoom(state, lot, 'released');
      return [{ type: 'Released', lot, releasedAt }];
    }
    default:
      return command satisfies never;
  }
};

export const evolveHandover = (state: DrillState, fact: Fact<HandoverEvent>): DrillState => {
  switch (fact.type) {
    case 'VehicleInspected':
      return changeOrders(state, [fact.order], fact.at, (order) => ({ ...order, fit: fact.fit, defect: fact.reason }));
    case 'HandedOver': {
      const { lot, receivingUnit, minutes } = fact;
      const handedOver = { receivingUnit, minutes: minutes.number };
      return 'orders' in lot
        ? changeOrders(state, lot.orders, fact.at, (order) => ({ ...order, handedOver }))
        : counted(state, lot, 'handedOver', fact.at);
    }
    case 'HandOverReversed':
      return changeOrders(state, fact.orders, fact.at, (order) => ({ ...order, handedOver: null }));
    case 'Released':
      return 'orders' in fact.lot
        ? changeOrders(state, fact.lot.orders, fact.at, (order) => ({ ...order, released: fact.releasedAt }))
        : counted(state, fact.lot, 'released', fact.at);
    default:
      return fact satisfies never;
  }
};
