/** The first entry of the organisation as it is pasted from a spreadsheet. Pure. */
import { BODIES } from '../../../../domain/labels/bodies.ts';
import type { Schemas } from '../../../client/http.ts';
import { plain } from '../../../words/format.ts';
import type { Level, OrgCommand } from './acts.ts';

type Establish = Extract<OrgCommand, { type: 'EstablishOrganisation' }>;
export type Code = keyof typeof BODIES;

/** As written in the fourth column, without accents. */
const LEVELS: Readonly<Record<string, Level>> = {
  ...{ tinh: 'province', province: 'province', 'khu vuc': 'region', region: 'region' },
  ...{ huyen: 'district', district: 'district', 'thanh pho thuoc tinh': 'district' },
  ...{ xa: 'commune', phuong: 'commune', commune: 'commune', 'dac khu': 'commune' },
  ...{ 'co quan': 'workplace', 'don vi': 'workplace', workplace: 'workplace' },
};
const UNIT = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const BODY = /^[a-z0-9]+(-[a-z0-9]+)*\.[A-Z]+$/;
const ALL = Object.keys(BODIES) as Code[]; // the keys of a closed record
const OF_COMMUNE: readonly Code[] = ['COM', 'CMC'];
const OF_UPPER: readonly Code[] = ['SC', 'MPC', 'PC', 'SA', 'SB', 'DB'];

/** Bodies that a locality usually has; what leads exercises stands above the commune. */
export const USUAL = {
  upper: ALL.filter((code) => !OF_COMMUNE.includes(code)),
  commune: ALL.filter((code) => !OF_UPPER.includes(code)),
} as const;

export interface Form {
  readonly orgModel: Establish['orgModel'];
  readonly validFrom: string | null;
  readonly units: string;
  readonly holders: string;
  readonly upper: readonly Code[];
  readonly commune: readonly Code[];
}
interface Lines<T> {
  readonly rows: readonly T[];
  /** Numbers of the lines that could not be read. */
  readonly wrong: readonly number[];
}

const read = <T>(typed: string, rowOf: (cells: readonly string[]) => T | null): Lines<T> => {
  const wrong: number[] = [];
  const rows = typed.split(/\r?\n/).flatMap((line, n) => {
    if (line.trim() === '') return [];
    const row = rowOf(line.split(line.includes('\t') ? '\t' : ';').map((cell) => cell.trim()));
    if (row === null) wrong.push(n + 1);
    return row === null ? [] : [row];
  });
  return { rows, wrong };
};

/** `code; Vietnamese name; English name; level; code of the one above`, the last left out for the highest. */
export const readUnits = (
  typed: string,
  { upper, commune }: Pick<Form, 'upper' | 'commune'>,
): Lines<Schemas['UnitData']> =>
  read(typed, ([id = '', nameVi = '', nameEn = '', levelTyped = '', parent = '', ...more]) => {
    const level = LEVELS[plain(levelTyped)];
    const isWhole = UNIT.test(id) && nameVi !== '' && nameEn !== '' && level !== undefined && more.length === 0;
    if (!isWhole || (parent !== '' && !UNIT.test(parent))) return null;
    const bodies = [...(level === 'commune' || level === 'workplace' ? commune : upper)];
    return { id, nameVi, nameEn, level, ...(parent === '' ? {} : { parent }), bodies };
  });

/** `body; code of the person who heads it`. */
export const readHolders = (typed: string): Lines<{ readonly body: string; readonly person: string }> =>
  read(typed, ([body = '', person = '', ...more]) =>
    BODY.test(body) && person !== '' && more.length === 0 ? { body, person } : null,
  );

/** Null while something required is missing or cannot be read. */
export const commandOf = (form: Form): OrgCommand | null => {
  const [units, holders] = [readUnits(form.units, form), readHolders(form.holders)];
  if (!form.validFrom || units.rows.length === 0 || units.wrong.length + holders.wrong.length > 0) return null;
  return {
    ...{ type: 'EstablishOrganisation', orgModel: form.orgModel, validFrom: form.validFrom },
    ...{
      units: [...units.rows],
      bodies: [],
      posts: [],
      holders: holders.rows.map((each) => ({ ...each, post: 'head' })),
    },
  };
};
