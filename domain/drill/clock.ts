/**
 * A station that has not reported by its hour is an alarm: once to the head of the body that keeps it, and an hour later
 * to the head of the steering board. After an outage each sounds once and says how late it is.
 */
import type { Calendar } from '../calendar/index.ts';
import type { CommandMeta, Context } from '../decider.ts';
import { daysLeft, withinTables } from '../ladder/index.ts';
import type { BodyId } from '../people.ts';
import { systemOnly } from '../rights.ts';
import { dayOf, daysBetween, type Instant, instant, type LocalDate, toMs } from '../time.ts';
import { steeringOf } from './rights.ts';
import type { DrillState, Station } from './state.ts';
import { withStation } from './stations.ts';

export interface ObserveTime {
  readonly type: 'ObserveTime';
  readonly due: Instant;
}

export interface StationOverdue {
  readonly type: 'StationOverdue';
  readonly station: string;
  readonly rung: 'station' | 'board';
  readonly audience: 'head' | 'board';
  readonly to: BodyId;
  readonly post: 'head';
  /** The day of the station's hour, and working days to it (0 on the day itself). */
  readonly deadline: LocalDate;
  readonly daysLeft: number;
  readonly rungAt: Instant;
  readonly lateMinutes: number;
}

const HOUR_MS = 3_600_000;
/** Alarms of one station, each an hour after the one before. */
const RUNGS = ['station', 'board'] as const;

const rungAt = (station: Station, rung: number): Instant => instant(toMs(station.reportBy) + rung * HOUR_MS);

const silentStations = (state: DrillState): Station[] =>
  state.phase === 'open'
    ? Object.values(state.stations).filter(({ reportedAt, told }) => reportedAt === null && told < RUNGS.length)
    : [];

/** The earliest alarm about a station that is silent still. */
export const nextDueOf = (state: DrillState): Instant | null =>
  silentStations(state)
    .map((station) => rungAt(station, station.told))
    .sort()
    .at(0) ?? null;

const daysTo = (calendar: Calendar, date: LocalDate, today: LocalDate): number =>
  withinTables(() => daysLeft(calendar, date, today)) ?? daysBetween(today, date);

export const decideClock = (
  command: ObserveTime,
  state: DrillState,
  { by, at }: CommandMeta,
  { calendar }: Context,
): StationOverdue[] => {
  systemOnly(by, command.type);
  return silentStations(state)
    .flatMap((station) =>
      RUNGS.flatMap((rung, n): StationOverdue[] => {
        const due = rungAt(station, n);
        if (n < station.told || due > at) return [];
        const deadline = dayOf(station.reportBy);
        return [
          {
            type: 'StationOverdue',
            station: station.station,
            rung,
            audience: rung === 'station' ? 'head' : 'board',
            to: rung === 'station' ? station.keeper : steeringOf(state),
            post: 'head',
            deadline,
            daysLeft: daysTo(calendar, deadline, dayOf(at)),
            rungAt: due,
            lateMinutes: Math.floor((toMs(at) - toMs(due)) / 60_000),
          },
        ];
      }),
    )
    .sort((a, b) => (a.rungAt < b.rungAt ? -1 : a.rungAt > b.rungAt ? 1 : 0));
};

export const evolveClock = (state: DrillState, { station, rung }: StationOverdue): DrillState =>
  withStation(state, station, { told: RUNGS.indexOf(rung) + 1 });
