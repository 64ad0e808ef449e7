/**
 * Units and bodies that were merged or renamed while a drill is open: what comes is their successors', past rows and orders
 * keep the unit they were written for.
 */
import type { CommandMeta, Fact } from '../decider.ts';
import type { Rehoming } from '../organisation/reform.ts';
import { type BodyId, bodyId } from '../people.ts';
import { systemOnly } from '../rights.ts';
import { bodyAfter } from './rights.ts';
import type { DrillState } from './state.ts';

/** What is sent of a reform, without its paper: counts have none. */
type Renaming = Pick<Rehoming, 'bodies' | 'units' | 'reason'>;
/** Sent by the organisation. */
export type Rehome = { readonly type: 'Rehome' } & Renaming;
export type DrillRehomed = { readonly type: 'DrillRehomed' } & Renaming;

const unitsIn = (state: DrillState): Set<string> =>
  new Set([
    ...(state.orgUnit ? [state.orgUnit] : []),
    ...Object.values(state.rows).map(({ unit }) => unit),
    ...Object.values(state.stations).flatMap(({ units }) => units),
    ...Object.values(state.successors),
  ]);

const bodiesIn = (state: DrillState): Set<string> =>
  new Set([
    ...[...unitsIn(state)].flatMap((unit) => ['SA', 'SB', 'CMC', 'COM'].map((code) => `${unit}.${code}`)),
    ...[state.agency, state.steering, ...Object.values(state.heirs)].filter((body) => body !== null),
    ...Object.values(state.stations).map(({ keeper }) => keeper),
  ]);

/** Nothing to do for a drill that is over or was never begun, or that knows none of what is renamed. */
export const decideRehome = (command: Rehome, state: DrillState, { by }: CommandMeta): DrillRehomed[] => {
  systemOnly(by, command.type);
  if (state.phase === 'closed') return [];
  const { bodies, units, reason } = command;
  const [knownUnits, knownBodies] = [unitsIn(state), bodiesIn(state)];
  const concerned =
    Object.keys(units).some((unit) => knownUnits.has(unit)) ||
    Object.keys(bodies).some((body) => knownBodies.has(body));
  return concerned ? [{ type: 'DrillRehomed', bodies, units, reason }] : [];
};

export const evolveRehome = (state: DrillState, { bodies, units }: Fact<DrillRehomed>): DrillState => {
  const body = (id: BodyId): BodyId => bodyAfter(id, bodies, units);
  const { orgUnit, agency, steering } = state;
  const mapped = <T extends string>(before: Readonly<Record<string, T>>, rename: (id: T) => T): Record<string, T> =>
    Object.fromEntries(Object.entries(before).map(([id, today]) => [id, rename(today)]));
  return {
    ...state,
    orgUnit: orgUnit && (units[orgUnit] ?? orgUnit),
    agency: orgUnit && body(agency ?? bodyId(orgUnit, 'SA')),
    steering: orgUnit && body(steering ?? bodyId(orgUnit, 'SB')),
    stations: Object.fromEntries(
      Object.entries(state.stations).map(([code, station]) => [code, { ...station, keeper: body(station.keeper) }]),
    ),
    successors: { ...mapped(state.successors, (unit) => units[unit] ?? unit), ...units },
    heirs: { ...mapped(state.heirs, body), ...bodies },
  };
};
