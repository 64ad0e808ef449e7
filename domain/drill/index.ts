/** The mobilisation drill: registers, orders, stations, roll call, handover, release. One stream beside its exercise. */
import { z } from 'zod';
import type { CommandMeta, Context, Decider, Fact, FollowUp } from '../decider.ts';
import { Rejection } from '../rejection.ts';
import { entityOf, type StreamId, streamId } from '../streams.ts';
import { decideClock, evolveClock, nextDueOf, type ObserveTime, type StationOverdue } from './clock.ts';
import { CountCommand, type CountEvent, decideCounts, evolveCounts } from './count-sheet.ts';
import { present } from './counts.ts';
import { decideHandover, evolveHandover, HandoverCommand, type HandoverEvent } from './handover.ts';
import { decideIncident, evolveIncident, IncidentCommand, type IncidentEvent } from './incidents.ts';
import { decideOpening, evolveOpening, type OpenDrill, OpeningCommand, type OpeningEvent } from './opening.ts';
import { decideOrders, evolveOrders, OrderCommand, type OrderEvent } from './orders.ts';
import { decideQuotas, evolveQuotas, QuotaCommand, type QuotaEvent } from './quotas.ts';
import { type DrillRehomed, decideRehome, evolveRehome, type Rehome } from './rehome.ts';
import { decideRollCall, evolveRollCall, RollCallCommand, type RollCallEvent } from './roll-call.ts';
import { decideRoster, evolveRoster, type NoteErasure, type NoteRoster, type RosterEvent } from './roster.ts';
import { type DrillState, INITIAL, totalOf } from './state.ts';
import { decideStations, evolveStations, StationCommand, type StationEvent } from './stations.ts';
import { decideSubstitution, evolveSubstitution, type Substituted, SubstitutionCommand } from './substitution.ts';

/** What people may ask of a drill; the API accepts exactly these. */
export const DrillCommand = z.discriminatedUnion('type', [
  ...OpeningCommand.options,
  ...CountCommand.options,
  ...QuotaCommand.options,
  ...OrderCommand.options,
  ...StationCommand.options,
  ...RollCallCommand.options,
  SubstitutionCommand,
  ...HandoverCommand.options,
  ...IncidentCommand.options,
]);
export type DrillCommand = z.infer<typeof DrillCommand>;

/** What the clock and the policies ask, and what is noted where names are sealed and erased. */
export type DrillSystemCommand = OpenDrill | ObserveTime | Rehome | NoteRoster | NoteErasure;

export type DrillEvent =
  | OpeningEvent
  | CountEvent
  | QuotaEvent
  | OrderEvent
  | StationEvent
  | StationOverdue
  | RollCallEvent
  | Substituted
  | HandoverEvent
  | IncidentEvent
  | RosterEvent
  | DrillRehomed;

const decide = (
  command: DrillCommand | DrillSystemCommand,
  state: DrillState,
  meta: CommandMeta,
  context: Context,
): readonly DrillEvent[] => {
  switch (command.type) {
    case 'PrepareDrill':
    case 'OpenDrill':
    case 'SetDrillRule':
    case 'SetStartHour':
    case 'CloseDrill':
      return decideOpening(command, state, meta, context);
    case 'RecordCounts':
    case 'CorrectCounts':
      return decideCounts(command, state, meta);
    case 'SetQuota':
    case 'VerifyRegister':
      return decideQuotas(command, state, meta);
    case 'IssueOrders':
    case 'DeliverOrders':
    case 'RefuseOrders':
      return decideOrders(command, state, meta);
    case 'OpenStation':
    case 'MoveStationHour':
    case 'ReportStation':
      return decideStations(command, state, meta);
    case 'CheckIn':
    case 'CorrectCheckIn':
      return decideRollCall(command, state, meta);
    case 'Substitute':
      return decideSubstitution(command, state, meta);
    case 'InspectVehicle':
    case 'HandOver':
    case 'ReverseHandOver':
    case 'Release':
      return decideHandover(command, state, meta);
    case 'ReportIncident':
    case 'ReviseIncident':
      return decideIncident(command, state, meta);
    case 'ObserveTime':
      return decideClock(command, state, meta, context);
    case 'Rehome':
      return decideRehome(command, state, meta);
    case 'NoteRoster':
    case 'NoteErasure':
      return decideRoster(command, state, meta, context);
    default:
      command satisfies never;
      throw new Rejection('command-unknown', { type: String((command as { type: unknown }).type) });
  }
};

const evolveSubject = (state: DrillState, fact: Fact<DrillEvent>): DrillState => {
  switch (fact.type) {
    case 'DrillPrepared':
    case 'DrillOpened':
    case 'DrillRuleSet':
    case 'StartHourSet':
    case 'DrillClosed':
      return evolveOpening(state, fact);
    case 'CountsRecorded':
    case 'CountsCorrected':
      return evolveCounts(state, fact);
    case 'QuotaSet':
    case 'RegisterVerified':
      return evolveQuotas(state, fact);
    case 'OrdersIssued':
    case 'OrdersDelivered':
    case 'OrdersRefused':
      return evolveOrders(state, fact);
    case 'StationOpened':
    case 'StationHourMoved':
    case 'StationReported':
      return evolveStations(state, fact);
    case 'StationOverdue':
      return evolveClock(state, fact);
    case 'CheckedIn':
    case 'CheckInCorrected':
      return evolveRollCall(state, fact);
    case 'Substituted':
      return evolveSubstitution(state, fact);
    case 'VehicleInspected':
    case 'HandedOver':
    case 'HandOverReversed':
    case 'Released':
      return evolveHandover(state, fact);
    case 'IncidentReported':
    case 'IncidentRevised':
      return evolveIncident(state, fact);
    case 'DrillRehomed':
      return evolveRehome(state, fact);
    case 'RosterImported':
    case 'NamesErased':
      return evolveRoster(state, fact);
    default:
      return fact satisfies never;
  }
};

const evolve = (state: DrillState, fact: Fact<DrillEvent>): DrillState => ({
  ...evolveSubject(state, fact),
  version: fact.version,
  lastAt: fact.at,
});

/** The exercise learns the result when the drill closes, its gate G7 waits for it; the review learns every incident at once. */
const react = (fact: Fact<DrillEvent>, state: DrillState, stream: StreamId): readonly FollowUp[] => {
  if (fact.type === 'IncidentReported' || fact.type === 'IncidentRevised') {
    const { incident, subject, severity, note } = fact;
    return [
      {
        stream: streamId('review', entityOf(stream)),
        command: { type: 'NoteIncident', incident, subject, severity, from: 'drill', note },
      },
    ];
  }
  if (fact.type !== 'DrillClosed' || state.exercise === null) return [];
  const { reservists, vehicles, seriousIncidents } = fact;
  return [
    {
      stream: streamId('exercise', state.exercise),
      command: { type: 'NoteDrillResult', ...reservists, vehicles, seriousIncidents },
    },
  ];
};

export const drill: Decider<DrillCommand | DrillSystemCommand, DrillEvent, DrillState> = {
  kind: 'drill',
  initial: INITIAL,
  decide,
  evolve,
  react,
  nextDue: nextDueOf,
  refersTo: (command) =>
    command.type === 'PrepareDrill' ? { streams: [streamId('exercise', command.exercise)] } : null,
  summary: (state) => {
    const counts = totalOf(state, 'reservist');
    return {
      phase: state.phase,
      orgUnit: state.orgUnit ?? '',
      details: `${present(counts)}/${counts.ordered}`,
      closed: state.phase === 'closed',
    };
  },
};

export type { StationOverdue } from './clock.ts';
export { KINDS, Kind, ORDER_STATES, OrderId, type OrderStanding, StationCode } from './codes.ts';
export {
  attendanceOf,
  type Counts,
  excused,
  notYetReported,
  present,
  type Rate,
  rate,
  ratesOf,
  total,
} from './counts.ts';
export { type Arrivals, arrivalsOf, curveOf, targetsOf, together, USUAL_BIN } from './curve.ts';
export {
  orderPage,
  type StationStanding,
  standingOf,
  stationStandings,
} from './muster.ts';
export type { OpenDrill } from './opening.ts';
export { quotaStandings } from './quotas.ts';
export { colourOf, DEFAULT_RULE, DrillRule } from './rule.ts';
export { type CountRow, type DrillState, type Order, rowsOf, totalOf } from './state.ts';
