/** Which acts of the muster are worth offering to a body. The server decides in any case. */
import type { Schemas } from '../../../client/http.ts';
import type { Acting } from '../rights.ts';

type Drill = Pick<Schemas['Drill'], 'orgUnit'>;

/** The standing agency of the drill, and the command of its locality. */
const agencies = ({ orgUnit }: Drill): string[] => [`${orgUnit}.SA`, `${orgUnit}.CMC`];

/** Prepares the drill: quotas, stations, orders, the hour, its end. */
export const mayKeep = (drill: Drill, acting: Acting | null): boolean =>
  acting !== null && agencies(drill).includes(acting.body);

export const mayRule = (drill: Drill, acting: Acting | null): boolean =>
  mayKeep(drill, acting) || acting?.body === `${drill.orgUnit}.SB`;

/** Reports figures of a unit, delivers its orders, hands over. */
export const mayReport = (drill: Drill, unit: string, acting: Acting | null): boolean =>
  mayKeep(drill, acting) || (acting !== null && [`${unit}.CMC`, `${unit}.COM`].includes(acting.body));

/** Checks in at a station. */
export const mayStaff = (
  drill: Drill,
  { keeper, units }: Pick<Schemas['DrillStation'], 'keeper' | 'units'>,
  acting: Acting | null,
): boolean =>
  acting !== null &&
  (acting.body === keeper || units.some((unit) => mayReport(drill, unit, acting)) || mayKeep(drill, acting));
