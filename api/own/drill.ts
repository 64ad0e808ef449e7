/** A drill as a body reads it that answers for some of its units or stations: their rows and orders, nothing of others. */
import { onlyEntries } from '../../domain/drill/buckets.ts';
import type { DrillState, Order } from '../../domain/drill/index.ts';
import { ofUnit } from '../../domain/drill/rights.ts';
import type { BodyId, OrgUnitId } from '../../domain/people.ts';

const only = <T>(rows: Readonly<Record<string, T>>, test: (row: T) => boolean): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(rows).filter(([, row]) => test(row)));

/** The same drill with only what is theirs; every view of it then shows no more. */
export const ownDrill = (state: DrillState, bodies: readonly BodyId[]): DrillState => {
  const isTheirs = (unit: OrgUnitId): boolean => ofUnit(state, unit).some((body) => bodies.includes(body));
  const stations = only(state.stations, (station) => bodies.includes(station.keeper) || station.units.some(isTheirs));
  const kept = new Set(
    Object.values(state.stations).flatMap(({ keeper, station }) => (bodies.includes(keeper) ? [station] : [])),
  );
  const shows = ({ unit, station }: Pick<Order, 'unit' | 'station'>): boolean =>
    isTheirs(unit) || (station !== null && kept.has(station));
  return {
    ...state,
    stations,
    rows: only(state.rows, shows),
    quotas: only(state.quotas, ({ unit }) => isTheirs(unit)),
    registers: only(state.registers, ({ unit }) => isTheirs(unit)),
    orders: onlyEntries(state.orders, shows),
    incidents: [],
  };
};
