/** Takes the clock out of an office file: properties and zip entries carry the time of what the paper is made from. */
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { type Instant, instant, toMs } from '../../domain/time.ts';

/** Zip knows no zone and no day before 1980: the clock of Vietnam, as a local time of whatever machine writes it. */
const zipTime = (at: Instant): Date => {
  const [year = 1980, month = 1, day = 1, hour = 0, minute = 0] = instant(toMs(at) + 7 * 3_600_000)
    .split(/\D/)
    .map(Number);
  return new Date(Math.max(year, 1980), month - 1, day, hour, minute);
};

const PROPERTIES = 'docProps/core.xml';

/** The same parts in the order of their names; the list of types comes first, as readers expect. */
export const settled = (file: Uint8Array, at: Instant): Buffer => {
  const parts = unzipSync(file);
  const core = parts[PROPERTIES];
  if (!core) throw new TypeError('an office file without properties');
  const moment = `${at.slice(0, 19)}Z`;
  const dated = strFromU8(core).replace(
    /(<dcterms:(created|modified)[^>]*>)[^<]*(<\/dcterms:\2>)/g,
    (_, open: string, __, close: string) => `${open}${moment}${close}`,
  );
  const names = Object.keys(parts).sort(
    (a, b) => Number(b === '[Content_Types].xml') - Number(a === '[Content_Types].xml') || (a < b ? -1 : 1),
  );
  const mtime = zipTime(at);
  const entries: Zippable = {};
  for (const name of names)
    entries[name] = [name === PROPERTIES ? strToU8(dated) : (parts[name] ?? new Uint8Array()), { mtime, level: 6 }];
  return Buffer.from(zipSync(entries));
};
