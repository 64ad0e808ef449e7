/**
 * Roll call at the assembly stations in batches, each check-in under an id of its own: sent again it is skipped, so a station
 * may repeat a batch after a lost link. A batch is taken whole or not at all. What was wrong is corrected with a reason.
 */
import { z } from 'zod';
import type { CommandMeta, Fact } from '../decider.ts';
import { OrgUnitId } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { Reason } from '../text.ts';
import { Instant } from '../time.ts';
import { entryOf, withEntries } from './buckets.ts';
import { CheckInId, Excuse, Group, Kind, MOST, OrderId, StationCode, Status } from './codes.ts';
import { allowStation, requireOpen } from './rights.ts';
import { type DrillState, type Muster, NOT_YET, type Order, type SentCheckIn, type Station } from './state.ts';
import { heardFrom, stationOf } from './stations.ts';
import { changeOrders, withOrders } from './tally.ts';

const CheckIn = z
  .strictObject({
    id: CheckInId,
    order: OrderId,
    at: Instant.optional().meta({ description: 'When it was, if written down later; not in the future' }),
    status: Status.optional().meta({ description: 'Present unless said' }),
    excuse: Excuse.optional().meta({ description: 'With `excused` only' }),
    group: Group.optional().meta({ description: 'Speciality or class found; as ordered unless said' }),
    walkIn: z.literal(true).optional().meta({ description: 'On no list: counted apart, may fill an absent place' }),
    unit: OrgUnitId.optional().meta({ description: 'Of a walk-in; the only unit of the station unless said' }),
    kind: Kind.optional().meta({ description: 'Of a walk-in; a reservist unless said' }),
  })
  .readonly();
type CheckIn = z.infer<typeof CheckIn>;

export const RollCallCommand = z.discriminatedUnion('type', [
  z
    .strictObject({
      type: z.literal('CheckIn'),
      station: StationCode,
      checkIns: z.array(CheckIn).min(1).max(MOST).readonly(),
    })
    .meta({ description: 'Checks in up to 500 orders at a station; repeating it is safe' }),
  z.strictObject({
    type: z.literal('CorrectCheckIn'),
    id: CheckInId,
    status: Status,
    at: Instant.optional(),
    excuse: Excuse.optional(),
    group: Group.optional(),
    reason: Reason,
  }),
]);
export type RollCallCommand = z.infer<typeof RollCallCommand>;

export type RollCallEvent =
  | { readonly type: 'CheckedIn'; readonly station: string; readonly checkIns: readonly SentCheckIn[] }
  | ({
      readonly type: 'CheckInCorrected';
      readonly order: string;
      readonly occurredAt: Instant;
      readonly reason: string;
    } & Omit<Muster, 'station' | 'at'>);

type Fault =
  | 'check-in-reused'
  | 'excuse-mismatch'
  | 'order-unknown'
  | 'walk-in-on-list'
  | 'walk-in-unit'
  | 'already-checked-in'
  | 'check-in-in-the-future';

/** Most check-ins that a refusal names. */
const NAMED = 20;

const statusOf = ({ excuse, absent }: SentCheckIn): Status => (excuse ? 'excused' : absent ? 'unexcused' : 'present');

/** The hour by which one is on time: that of the order's own station, else of the one that checks in. */
const hourFor = (state: DrillState, order: Order | undefined, station: Station): Instant =>
  (order?.station ? state.stations[order.station] : undefined)?.reportBy ?? station.reportBy;

const excuseFits = ({ status = 'present', excuse }: { status?: Status | undefined; excuse?: Excuse | undefined }) =>
  (status === 'excused') === (excuse !== undefined);

/** The check-in as the record keeps it: what says nothing is left out. */
const toSent = (state: DrillState, station: Station, checkIn: CheckIn, now: Instant): SentCheckIn => {
  const { id, order, at, status = 'present', excuse, group, walkIn } = checkIn;
  const late = status === 'present' && (at ?? now) > hourFor(state, entryOf(state.orders, order), station);
  const unit = checkIn.unit ?? station.units[0];
  return {
    id,
    order,
    ...(at ? { at } : {}),
    ...(late ? { late } : {}),
    ...(excuse ? { excuse } : {}),
    ...(status === 'unexcused' ? { absent: true } : {}),
    ...(group ? { group } : {}),
    ...(walkIn && unit ? { walkIn: { unit, kind: checkIn.kind ?? 'reservist' } } : {}),
  };
};

/** Whether a check-in says what an earlier one of its id said. Lateness follows from the rest. */
const sameContent = (a: SentCheckIn, b: SentCheckIn): boolean =>
  a.order === b.order &&
  a.at === b.at &&
  statusOf(a) === statusOf(b) &&
  a.excuse === b.excuse &&
  a.group === b.group &&
  a.walkIn?.unit === b.walkIn?.unit &&
  a.walkIn?.kind === b.walkIn?.kind;

const faultOf = (
  state: DrillState,
  station: Station,
  checkIn: CheckIn,
  now: Instant,
  taken: ReadonlySet<string>,
): Fault | null => {
  const order = entryOf(state.orders, checkIn.order);
  if (!excuseFits(checkIn)) return 'excuse-mismatch';
  if (checkIn.at && checkIn.at > now) return 'check-in-in-the-future';
  if (order?.muster || taken.has(checkIn.order)) return 'already-checked-in';
  if (!checkIn.walkIn) return order ? null : 'order-unknown';
  if (order) return 'walk-in-on-list';
  return checkIn.unit === undefined && station.units.length > 1 ? 'walk-in-unit' : null;
};

const checkIn = (command: Extract<RollCallCommand, { type: 'CheckIn' }>, state: DrillState, at: Instant) => {
  const station = stationOf(state, command.station);
  const fresh = new Map<string, SentCheckIn>();
  const taken = new Set<string>();
  const faults = new Map<Fault, CheckIn[]>();
  for (const each of command.checkIns) {
    const sent = toSent(state, station, each, at);
    const known = entryOf(state.checkIns, each.id);
    const before = known?.sent ?? fresh.get(each.id);
    if (before && sameContent(before, sent) && (known?.station ?? station.station) === station.station) continue;
    const fault = before ? 'check-in-reused' : faultOf(state, station, each, at, taken);
    if (fault) faults.set(fault, [...(faults.get(fault) ?? []), each]);
    fresh.set(each.id, sent);
    taken.add(each.order);
  }
  const [fault] = faults;
  if (fault) throw refusal(state, station, ...fault);
  return [...fresh.values()];
};

const refusal = (state: DrillState, { station }: Station, fault: Fault, all: readonly CheckIn[]): Rejection => {
  const named = all.slice(0, NAMED);
  const orders = named.map(({ order }) => order);
  return new Rejection(fault, {
    ids: named.map(({ id }) => id),
    orders,
    stations: [...new Set(orders.map((order) => entryOf(state.orders, order)?.muster?.station ?? station))],
    count: all.length,
  });
};

export const decideRollCall = (
  command: RollCallCommand,
  state: DrillState,
  { by, at }: CommandMeta,
): RollCallEvent[] => {
  requireOpen(state, 'present');
  if (command.type === 'CheckIn') {
    allowStation(state, by, stationOf(state, command.station));
    const checkIns = checkIn(command, state, at);
    return checkIns.length > 0 ? [{ type: 'CheckedIn', station: command.station, checkIns }] : [];
  }
  const { id, status, reason } = command;
  const known = entryOf(state.checkIns, id);
  const order = known && entryOf(state.orders, known.sent.order);
  if (!known || !order?.muster) throw new Rejection('check-in-unknown', { ids: [id] });
  const station = stationOf(state, known.station);
  allowStation(state, by, station);
  const named = { ids: [id], orders: [known.sent.order], count: 1 };
  if (!excuseFits(command)) throw new Rejection('excuse-mismatch', named);
  if (command.at && command.at > at) throw new Rejection('check-in-in-the-future', named);
  if (status !== 'present' && order.handedOver)
    throw new Rejection('orders-handed-over', { orders: [known.sent.order], count: 1 });
  const when = command.at ?? order.muster.at;
  return [
    {
      type: 'CheckInCorrected',
      id,
      order: known.sent.order,
      status,
      occurredAt: when,
      late: status === 'present' && when > hourFor(state, order, station),
      excuse: command.excuse ?? null,
      group: command.group ?? order.muster.group,
      reason,
    },
  ];
};

const musterOf = (station: string, sent: SentCheckIn, now: Instant): Muster => ({
  id: sent.id,
  station,
  status: statusOf(sent),
  at: sent.at ?? now,
  late: sent.late ?? false,
  excuse: sent.excuse ?? null,
  group: sent.group ?? null,
});

const walkedIn = (
  { unit, kind }: NonNullable<SentCheckIn['walkIn']>,
  group: string | null,
  station: string,
): Order => ({
  unit,
  kind,
  group,
  station,
  role: 'walkIn',
  ...NOT_YET,
});

export const evolveRollCall = (state: DrillState, fact: Fact<RollCallEvent>): DrillState => {
  if (fact.type === 'CheckInCorrected') {
    const { id, order, status, occurredAt, late, excuse, group } = fact;
    return changeOrders(state, [order], fact.at, (each) => {
      const muster = each.muster && { ...each.muster, id, status, at: occurredAt, late, excuse, group };
      // one who was not there has nothing to be inspected for or released from
      return status === 'present' ? { ...each, muster } : { ...each, muster, fit: null, defect: null, released: null };
    });
  }
  const { station, checkIns } = fact;
  const orders = new Map<string, Order>();
  for (const sent of checkIns) {
    const order = sent.walkIn ? walkedIn(sent.walkIn, sent.group ?? null, station) : entryOf(state.orders, sent.order);
    if (order) orders.set(sent.order, { ...order, muster: musterOf(station, sent, fact.at) });
  }
  const noted = withEntries(state.checkIns, new Map(checkIns.map((sent) => [sent.id, { station, sent }])));
  return heardFrom(withOrders({ ...state, checkIns: noted }, orders, fact.at, station), station, fact.at);
};
