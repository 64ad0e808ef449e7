/** Who may do what in a drill, and when (domain guide §2). */
import { type Actor, type BodyId, bodyId, codeOf, type OrgUnitId, unitOf } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { allow } from '../rights.ts';
import type { DrillState, Station } from './state.ts';

/** The locality of a drill that is being worked on. Throws `drill-unknown` or `drill-closed`. */
export const requireWork = (state: DrillState): OrgUnitId => {
  if (state.orgUnit === null) throw new Rejection('drill-unknown', {});
  if (state.phase === 'closed') throw new Rejection('drill-closed', {});
  return state.orgUnit;
};

/** Throws `drill-not-open` for what comes only with the run; `fields` are the figures it would change. */
export const requireOpen = (state: DrillState, ...fields: string[]): void => {
  requireWork(state);
  if (state.phase !== 'open') throw new Rejection('drill-not-open', { fields });
};

/** The standing agency of the drill, and the command of its locality. */
export const agenciesOf = (state: DrillState): BodyId[] => {
  const city = requireWork(state);
  return [state.agency ?? bodyId(city, 'SA'), bodyId(city, 'CMC')];
};

export const steeringOf = (state: DrillState): BodyId => state.steering ?? bodyId(requireWork(state), 'SB');

/** The body that answers for a body after these renamings: its heir, else the same body of the unit's successor. */
export const bodyAfter = (
  body: BodyId,
  heirs: Readonly<Record<string, BodyId>>,
  successors: Readonly<Record<string, OrgUnitId>>,
): BodyId => heirs[body] ?? bodyId(successors[unitOf(body)] ?? unitOf(body), codeOf(body));

/** The command and the committee that answer for a unit's rows today. */
export const ofUnit = (state: DrillState, unit: OrgUnitId): BodyId[] =>
  (['CMC', 'COM'] as const).map((code) => bodyAfter(bodyId(unit, code), state.heirs, state.successors));

/** Who reports an incident: the agencies, the steering board and the keepers of stations. */
export const incidentReportersOf = (state: DrillState): BodyId[] => [
  ...agenciesOf(state),
  steeringOf(state),
  ...Object.values(state.stations).map(({ keeper }) => keeper),
];

/** Who works at a station: the agencies, the body that keeps it, and the bodies of the units that muster there. */
export const staffOf = (state: DrillState, { keeper, units }: Pick<Station, 'keeper' | 'units'>): BodyId[] => [
  ...agenciesOf(state),
  keeper,
  ...units.flatMap((unit) => ofUnit(state, unit)),
];

export interface DrillPart {
  /** Quotas, stations, orders, the hour. */
  readonly keeps: boolean;
  /** The rule and the end. */
  readonly rules: boolean;
  readonly reportsIncidents: boolean;
  /** Localities whose rows are its own to report. */
  readonly units: readonly OrgUnitId[];
}

/** What a body may do in a drill, for whoever offers it; nothing once the drill is closed. */
export const partOf = (state: DrillState, body: BodyId): DrillPart => {
  if (state.orgUnit === null || state.phase === 'closed')
    return { keeps: false, rules: false, reportsIncidents: false, units: [] };
  const named = [...Object.values(state.rows), ...Object.values(state.quotas), ...Object.values(state.registers)];
  const units = [unitOf(body), ...named.map(({ unit }) => unit)];
  const keeps = agenciesOf(state).includes(body);
  return {
    keeps,
    rules: keeps || steeringOf(state) === body,
    reportsIncidents: incidentReportersOf(state).includes(body),
    units: [...new Set(units)].filter((unit) => ofUnit(state, unit).includes(body)).sort(),
  };
};

export const allowAgency = (state: DrillState, by: Actor): void => allow(by, agenciesOf(state));

/** The standing agency for every unit, the unit's own bodies for theirs. */
export const allowUnits = (state: DrillState, by: Actor, units: readonly OrgUnitId[]): void =>
  allow(by, [...agenciesOf(state), ...units.flatMap((unit) => ofUnit(state, unit))]);

export const allowStation = (state: DrillState, by: Actor, station: Station): void =>
  allow(by, staffOf(state, station));
