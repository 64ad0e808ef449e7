/** The arrival curve: who had come by when, beside what was asked for by then. Pure; made from the roll when it is asked for. */
import { type Instant, instant, toMs } from '../time.ts';
import { entriesOf } from './buckets.ts';
import type { Kind } from './codes.ts';
import { type Rate, rate } from './counts.ts';
import type { Target } from './rule.ts';
import type { DrillState } from './state.ts';
import { holderOf } from './tally.ts';

const MINUTE = 60_000;
export const USUAL_BIN = 15;
/** A call-up for a readiness check lasts at most seven days (domain guide §6). */
const LONGEST = 7 * 24 * 60;

/** Of one moment `minutes` after H: how many had come by then, and how many percent were asked for by then. */
export interface CurvePoint {
  readonly minutes: number;
  readonly at: Instant;
  readonly arrived: number;
  /** Null where nobody was ordered: "no data". */
  readonly percent: number | null;
  /** The last target that has come due; null before the first. */
  readonly target: number | null;
}

export interface TargetStanding extends Target {
  readonly due: Instant;
  readonly arrived: Rate;
  /** Null while it is not due and not reached, and where nobody was ordered. */
  readonly reached: boolean | null;
}

export interface Arrivals {
  /** Places of the establishment on the roll. */
  readonly ordered: number;
  /** When each place was filled, earliest first; a substitute fills it when it came itself. */
  readonly at: readonly Instant[];
}

/**
 * Arrivals on the kept roll by kind, at one station or at all, in one pass. A place belongs to the station it was ordered to,
 * or where it was checked in when it was ordered to none.
 */
export const arrivalsOf = (state: DrillState, station?: string): Readonly<Record<Kind, Arrivals>> => {
  const at: Record<Kind, Instant[]> = { reservist: [], vehicle: [] };
  const ordered: Record<Kind, number> = { reservist: 0, vehicle: 0 };
  for (const [, order] of entriesOf(state.orders)) {
    if (order.role !== 'establishment') continue;
    if (station !== undefined && (order.station ?? order.muster?.station) !== station) continue;
    ordered[order.kind] += 1;
    const { muster } = holderOf(state.orders, order);
    if (muster?.status === 'present') at[order.kind].push(muster.at);
  }
  return {
    reservist: { ordered: ordered.reservist, at: at.reservist.sort() },
    vehicle: { ordered: ordered.vehicle, at: at.vehicle.sort() },
  };
};

/** Arrivals of both kinds as one. */
export const together = ({ reservist, vehicle }: Readonly<Record<Kind, Arrivals>>): Arrivals => ({
  ordered: reservist.ordered + vehicle.ordered,
  at: [...reservist.at, ...vehicle.at].sort(),
});

interface Asked {
  readonly start: Instant;
  readonly targets: readonly Target[];
  /** Width of a bin in minutes. */
  readonly bin: number;
  /** The moment of the asking: no point is shown that lies ahead. */
  readonly now: Instant;
}

const minutesAfter = (start: Instant, at: Instant): number => (toMs(at) - toMs(start)) / MINUTE;

/**
 * Points from H in equal bins, up to the one that holds the last target and arrival, none after now; at most seven days of
 * them. Who came before H stands in the first point.
 */
export const curveOf = ({ ordered, at }: Arrivals, { start, targets, bin, now }: Asked): CurvePoint[] => {
  const marks = [...targets.map(({ hours }) => hours * 60), ...at.slice(-1).map((each) => minutesAfter(start, each))];
  const last = Math.ceil(Math.max(0, ...marks) / bin) * bin;
  const end = Math.min(LONGEST, last, Math.max(0, minutesAfter(start, now)));
  const asked = [...targets].sort((a, b) => a.hours - b.hours);
  const points: CurvePoint[] = [];
  let arrived = 0;
  for (let minutes = 0; minutes <= end; minutes += bin) {
    const moment = instant(toMs(start) + minutes * MINUTE);
    while (arrived < at.length && (at[arrived] ?? moment) <= moment) arrived += 1;
    const target = asked.filter(({ hours }) => hours * 60 <= minutes).at(-1)?.percent ?? null;
    points.push({ minutes, at: moment, arrived, percent: rate(arrived, ordered).percent, target });
  }
  return points;
};

/** Every target by its hour, and whether it was reached in time. Whole numbers decide, not rounded percentages. */
export const targetsOf = ({ ordered, at }: Arrivals, { start, targets, now }: Omit<Asked, 'bin'>): TargetStanding[] =>
  [...targets]
    .sort((a, b) => a.hours - b.hours)
    .map(({ hours, percent }) => {
      const due = instant(toMs(start) + hours * 60 * MINUTE);
      const arrived = at.filter((each) => each <= due).length;
      const enough = arrived * 100 >= percent * ordered;
      const reached = ordered === 0 || (!enough && now < due) ? null : enough;
      return { hours, percent, due, arrived: rate(arrived, ordered), reached };
    });
