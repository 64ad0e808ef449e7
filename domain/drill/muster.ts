/** Views of the kept roll: the board of stations, and the list of orders. */
import { type Instant, toMs } from '../time.ts';
import { entriesOf } from './buckets.ts';
import { KINDS, type Kind, type OrderStanding } from './codes.ts';
import type { DrillState, Order, Station } from './state.ts';
import { holderOf, isPresent } from './tally.ts';

/** The last step that an order has come to. */
export const standingOf = ({ released, handedOver, muster, refused, delivered }: Order): OrderStanding => {
  if (released) return 'released';
  if (handedOver) return 'handedOver';
  if (muster) return muster.status;
  if (refused) return 'refused';
  return delivered ? 'delivered' : 'issued';
};

export interface StationCounts {
  readonly kind: Kind;
  /** Places of the establishment ordered to this station, and how they stand; a place may be filled elsewhere. */
  readonly ordered: number;
  readonly presentOnTime: number;
  readonly presentLate: number;
  readonly absentExcused: number;
  readonly absentUnexcused: number;
  readonly notYetReported: number;
  /** Present over the establishment: spares, and walk-ins that checked in here. */
  readonly spare: number;
  readonly walkIns: number;
}

export interface StationStanding extends Station {
  readonly silence: 'ahead' | 'reported' | 'overdue';
  readonly lateMinutes: number;
  readonly lastCheckIn: Instant | null;
  readonly counts: readonly StationCounts[];
}

type Sheet = { -readonly [K in keyof Omit<StationCounts, 'kind'>]: number };
const EMPTY: Sheet = {
  ordered: 0,
  presentOnTime: 0,
  presentLate: 0,
  absentExcused: 0,
  absentUnexcused: 0,
  notYetReported: 0,
  spare: 0,
  walkIns: 0,
};

const placed = (sheet: Sheet, muster: Order['muster']): void => {
  sheet.ordered += 1;
  if (!muster) sheet.notYetReported += 1;
  else if (muster.status === 'excused') sheet.absentExcused += 1;
  else if (muster.status === 'unexcused') sheet.absentUnexcused += 1;
  else sheet[muster.late ? 'presentLate' : 'presentOnTime'] += 1;
};

/** Every station by its code as it stands at a moment. */
export const stationStandings = (state: DrillState, now: Instant): StationStanding[] => {
  const sheets = new Map<string, Sheet>();
  const last = new Map<string, Instant>();
  const sheetOf = (station: string, kind: Kind): Sheet => {
    const key = `${station}/${kind}`;
    const sheet = sheets.get(key) ?? { ...EMPTY };
    sheets.set(key, sheet);
    return sheet;
  };
  for (const [, order] of entriesOf(state.orders)) {
    const { muster, kind, role } = order;
    if (muster && muster.at > (last.get(muster.station) ?? '')) last.set(muster.station, muster.at);
    const station = order.station ?? muster?.station;
    if (role === 'establishment' && station) placed(sheetOf(station, kind), holderOf(state.orders, order).muster);
    else if (muster && isPresent(order)) sheetOf(muster.station, kind)[role === 'spare' ? 'spare' : 'walkIns'] += 1;
  }
  return Object.values(state.stations)
    .sort((a, b) => (a.station < b.station ? -1 : 1))
    .map((station) => {
      const { reportBy, reportedAt } = station;
      const late = toMs(reportedAt ?? now) - toMs(reportBy);
      return {
        ...station,
        silence: reportedAt ? 'reported' : now > reportBy ? 'overdue' : 'ahead',
        lateMinutes: Math.max(0, Math.floor(late / 60_000)),
        lastCheckIn: last.get(station.station) ?? null,
        counts: KINDS.map((kind) => ({ kind, ...(sheets.get(`${station.station}/${kind}`) ?? EMPTY) })),
      };
    });
};

/** Orders by number, those of one station or standing where asked, at most `limit` after `after`. */
export const orderPage = (
  state: DrillState,
  { station, standing, after, limit }: { station?: string; standing?: OrderStanding; after?: string; limit: number },
): { readonly orders: readonly (readonly [string, Order])[]; readonly more: boolean } => {
  const found: [string, Order][] = [];
  for (const entry of entriesOf(state.orders)) {
    const [id, order] = entry;
    if (after !== undefined && id <= after) continue;
    if (station && order.station !== station && order.muster?.station !== station) continue;
    if (standing && standingOf(order) !== standing) continue;
    found.push(entry);
  }
  found.sort(([a], [b]) => (a < b ? -1 : 1));
  return { orders: found.slice(0, limit), more: found.length > limit };
};
