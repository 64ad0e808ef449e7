/** Assembly stations: opened with their hour, and reported. A silent station is told about by the clock. */
import { z } from 'zod';
import type { CommandMeta, Fact } from '../decider.ts';
import { BodyId, bodyId, OrgUnitId } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { Reason } from '../text.ts';
import { type Instant, Instant as InstantSchema, later } from '../time.ts';
import { StationCode } from './codes.ts';
import { agenciesOf, allowAgency, allowStation, requireOpen, requireWork } from './rights.ts';
import type { DrillState, Station } from './state.ts';

export const StationCommand = z.discriminatedUnion('type', [
  z
    .strictObject({
      type: z.literal('OpenStation'),
      station: StationCode,
      units: z.array(OrgUnitId).min(1).max(50).readonly(),
      reportBy: InstantSchema.meta({ description: 'Its hour: by then it has reported; who comes later is late' }),
      keeper: BodyId.optional().meta({
        description: "Body that answers for it; the first unit's command unless given",
      }),
    })
    .meta({ description: 'Opens an assembly station' }),
  z.strictObject({
    type: z.literal('MoveStationHour'),
    station: StationCode,
    reportBy: InstantSchema,
    reason: Reason,
  }),
  z
    .strictObject({ type: z.literal('ReportStation'), station: StationCode })
    .meta({ description: 'The station reports, also when nobody has come; a check-in is a report too' }),
]);
export type StationCommand = z.infer<typeof StationCommand>;

export type StationEvent =
  | ({ readonly type: 'StationOpened' } & Pick<Station, 'station' | 'units' | 'keeper' | 'reportBy'>)
  | {
      readonly type: 'StationHourMoved';
      readonly station: string;
      readonly from: Instant;
      readonly reportBy: Instant;
      readonly reason: string;
    }
  | { readonly type: 'StationReported'; readonly station: string };

/** Throws `station-unknown`. */
export const stationOf = (state: DrillState, code: string): Station => {
  const station = Object.hasOwn(state.stations, code) ? state.stations[code] : undefined;
  if (!station) throw new Rejection('station-unknown', { station: code });
  return station;
};

/** The command of the first unit; the standing agency where the station serves the whole locality. */
const keeperOf = (state: DrillState, units: readonly OrgUnitId[]): BodyId => {
  const [agency, command] = agenciesOf(state);
  const [first] = units;
  if (first === undefined || first === state.orgUnit) return agency ?? command ?? bodyId(requireWork(state), 'SA');
  return bodyId(first, 'CMC');
};

export const decideStations = (command: StationCommand, state: DrillState, { by }: CommandMeta): StationEvent[] => {
  requireWork(state);
  switch (command.type) {
    case 'OpenStation': {
      allowAgency(state, by);
      const { station, reportBy } = command;
      const units = [...new Set(command.units)];
      if (Object.hasOwn(state.stations, station)) throw new Rejection('station-exists', { station });
      return [{ type: 'StationOpened', station, units, keeper: command.keeper ?? keeperOf(state, units), reportBy }];
    }
    case 'MoveStationHour': {
      allowAgency(state, by);
      const { station, reportBy: from } = stationOf(state, command.station);
      if (from === command.reportBy) return [];
      return [{ type: 'StationHourMoved', station, from, reportBy: command.reportBy, reason: command.reason }];
    }
    case 'ReportStation': {
      const station = stationOf(state, command.station);
      allowStation(state, by, station);
      requireOpen(state, 'present');
      return [{ type: 'StationReported', station: station.station }];
    }
    default:
      return command satisfies never;
  }
};

export const withStation = (state: DrillState, code: string, change: Partial<Station>): DrillState => {
  const station = state.stations[code];
  return station ? { ...state, stations: { ...state.stations, [code]: { ...station, ...change } } } : state;
};

/** The station has been heard of at this instant. */
export const heardFrom = (state: DrillState, code: string, at: Instant): DrillState => {
  const before = state.stations[code]?.reportedAt;
  return withStation(state, code, { reportedAt: before ? later(before, at) : at });
};

export const evolveStations = (state: DrillState, fact: Fact<StationEvent>): DrillState => {
  switch (fact.type) {
    case 'StationOpened': {
      const { station, units, keeper, reportBy } = fact;
      const opened: Station = { station, units, keeper, reportBy, reportedAt: null, told: 0 };
      return { ...state, stations: { ...state.stations, [station]: opened } };
    }
    case 'StationHourMoved':
      return withStation(state, fact.station, { reportBy: fact.reportBy, told: 0 });
    case 'StationReported':
      return heardFrom(state, fact.station, fact.at);
    default:
      return fact satisfies never;
  }
};
