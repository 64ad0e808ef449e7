/** Which acts of the muster are offered: what the server says of who asks. It decides in any case. */
import type { Schemas } from '../../../client/http.ts';
import { type Acting, answersAs } from '../rights.ts';
import type { File } from '../tabs.ts';

type Drill = Pick<Schemas['Drill'], 'may'>;

/** Prepares a drill that is not there yet. */
export const mayPrepare = (file: File, acting: Acting | null): boolean =>
  acting !== null && (answersAs(file, ['AGENCY']) || acting.body === `${file.orgUnit}.CMC`);

/** Reports figures of a unit, delivers its orders, hands over. */
export const mayReport = ({ may }: Drill, unit: string): boolean => may.keep || may.units.includes(unit);
