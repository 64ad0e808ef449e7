/**
 * Figures of a kept roll: every order adds its marks to the row of its unit and kind, so that the rows keep the invariants
 * of domain guide §6 by what they are made of. A place of the establishment counts once: through the spare or walk-in that
 * fills it while that one is present, else through the one who was ordered.
 */
import type { Instant } from '../time.ts';
import { entryOf, withEntries } from './buckets.ts';
import type { Excuse } from './codes.ts';
import type { Counts } from './counts.ts';
import { type CountRow, type DrillState, type Order, type Reserve, rowKey, withRow } from './state.ts';

export const isPresent = (order: Order | undefined): boolean => order?.muster?.status === 'present';

/** Who counts for a place: the substitute while it is present, unless the one ordered came too and is handed over. */
export const holderOf = (orders: DrillState['orders'], place: Order): Order => {
  const substitute = place.replacedBy === null ? undefined : entryOf(orders, place.replacedBy);
  if (!substitute || !isPresent(substitute)) return place;
  return isPresent(place) && place.handedOver ? place : substitute;
};

/** Whether the order fills a place of the establishment now: its own, or an absent one's. */
export const fillsPlace = (orders: DrillState['orders'], order: Order): boolean => {
  const place = order.standsFor === null ? order : entryOf(orders, order.standsFor);
  return place?.role === 'establishment' && holderOf(orders, place) === order;
};

type Figure = Exclude<keyof Counts, 'absentExcused' | 'required' | 'registered'>;
type Mark =
  | { readonly of: 'counts'; readonly figure: Figure }
  | { readonly of: 'excuses'; readonly figure: Excuse }
  | { readonly of: 'reserve'; readonly figure: keyof Reserve };

const counted = (figure: Figure): Mark => ({ of: 'counts', figure });
const reserved = (figure: keyof Reserve): Mark => ({ of: 'reserve', figure });

const marksOfPlace = (orders: DrillState['orders'], place: Order): Mark[] => {
  const holder = holderOf(orders, place);
  const marks = [counted('ordered')];
  if (place.delivered) marks.push(counted('delivered'));
  if (place.refused) marks.push(counted('refused'));
  const muster = holder.muster;
  if (!muster) return marks;
  if (muster.status === 'unexcused') return [...marks, counted('absentUnexcused')];
  if (muster.status === 'excused') return [...marks, { of: 'excuses', figure: muster.excuse ?? 'other' }];
  marks.push(counted(muster.late ? 'presentLate' : 'presentOnTime'));
  if (place.kind === 'reservist' && place.group !== null && (muster.group ?? holder.group) === place.group)
    marks.push(counted('specialityMatched'));
  if (holder.fit === true) marks.push(counted('technicallyFit'));
  if (holder.handedOver) marks.push(counted('handedOver'));
  if (holder.released) marks.push(counted('released'));
  return marks;
};

const marksOf = (orders: DrillState['orders'], order: Order): Mark[] => {
  const here = isPresent(order);
  const used = here && order.standsFor !== null;
  if (order.role === 'establishment') return marksOfPlace(orders, order);
  if (order.role === 'walkIn')
    return [...(here ? [reserved('walkIns')] : []), ...(used ? [reserved('walkInsUsed')] : [])];
  return [
    reserved('spareOrdered'),
    ...(order.delivered ? [reserved('spareDelivered')] : []),
    ...(here ? [reserved('sparePresent')] : []),
    ...(used ? [reserved('spareUsed')] : []),
  ];
};

type Step = readonly [Mark, 1 | -1];

/** The row with marks added and taken away. */
const tallied = (row: CountRow, steps: readonly Step[]): CountRow => {
  const counts: Record<Figure, number> = { ...row.counts };
  const excuses: Partial<Record<Excuse, number>> = { ...row.counts.absentExcused };
  const reserve: Record<keyof Reserve, number> = { ...row.reserve };
  for (const [mark, by] of steps) {
    if (mark.of === 'counts') counts[mark.figure] += by;
    else if (mark.of === 'reserve') reserve[mark.figure] += by;
    else excuses[mark.figure] = (excuses[mark.figure] ?? 0) + by;
  }
  const absentExcused = Object.fromEntries(Object.entries(excuses).filter(([, n]) => n > 0));
  return { ...row, source: 'rollCall', counts: { ...row.counts, ...counts, absentExcused }, reserve };
};

/** The state with these orders as they are now, and the figures that follow. `station`: the one that reported them. */
export const withOrders = (
  state: DrillState,
  changed: ReadonlyMap<string, Order>,
  at: Instant,
  station: string | null = null,
): DrillState => {
  const orders = withEntries(state.orders, changed);
  const touched = new Set(changed.keys());
  for (const [id, order] of changed)
    for (const place of [entryOf(state.orders, id)?.standsFor, order.standsFor]) if (place) touched.add(place);

  const rows = new Map<string, { readonly order: Order; readonly steps: Step[] }>();
  const note = (all: DrillState['orders'], id: string, by: 1 | -1): void => {
    const order = entryOf(all, id);
    if (!order) return;
    const key = rowKey(order.unit, order.kind);
    const row = rows.get(key) ?? { order, steps: [] };
    rows.set(key, row);
    for (const mark of marksOf(all, order)) row.steps.push([mark, by]);
  };
  for (const id of touched) {
    note(state.orders, id, -1);
    note(orders, id, 1);
  }
  let next: DrillState = { ...state, orders };
  for (const { order, steps } of rows.values())
    next = withRow(next, order.unit, order.kind, at, (row) => ({
      ...tallied(row, steps),
      station: station ?? row.station,
    }));
  return next;
};

/** The same for one change of several orders by id; an id without an order is left out. */
export const changeOrders = (
  state: DrillState,
  ids: readonly string[],
  at: Instant,
  change: (order: Order) => Order,
): DrillState => {
  const changed = new Map<string, Order>();
  for (const id of ids) {
    const order = entryOf(state.orders, id);
    if (order) changed.set(id, change(order));
  }
  return withOrders(state, changed, at);
};
