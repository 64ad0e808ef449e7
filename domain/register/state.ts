/**
 * The register of one office for one year: every number that was given or imported, by series. A series is what the symbol
 * says (type and issuing body); secret papers have series of their own. Numbers begin at 1 with each register, that is each
 * 1 January in Vietnam.
 */
import type { OrgUnitId } from '../people.ts';
import type { EntityId } from '../streams.ts';
import type { Instant, LocalDate } from '../time.ts';
import type { DocumentKind } from './kinds.ts';
import type { NumberSymbol } from './number.ts';

/** A paper drawn up here, at the version of the file that it rests on. */
export interface NumberedPaper {
  /** The exercise, or the programme, that it is drawn up from: its kind says which. */
  readonly exercise: EntityId;
  readonly kind: DocumentKind;
  readonly of: string | null;
  readonly atVersion: number;
}

export interface Entry {
  readonly number: number;
  readonly symbol: NumberSymbol;
  /** As it is printed: `05/QĐ-UBND`. */
  readonly written: string;
  readonly date: LocalDate;
  readonly secret: boolean;
  readonly paper: NumberedPaper | null;
  /** Of papers drawn up elsewhere; of a secret one its neutral label. */
  readonly subject: string | null;
  readonly origin: 'given' | 'imported';
  readonly enteredAt: Instant;
  /** Why it does not count; its number is not given again. */
  readonly voided: string | null;
}

export interface RegisterState {
  readonly version: number;
  readonly lastAt: Instant | null;
  /** Keyed by `entryKey`. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** The highest number of each series, by `seriesKey`. */
  readonly last: Readonly<Record<string, number>>;
}

export const EMPTY_REGISTER: RegisterState = { version: 0, lastAt: null, entries: new Map(), last: {} };

/** `/TTr-UBND` and `/TTR-UBND` are one series. */
export const seriesKey = (symbol: NumberSymbol, secret: boolean): string =>
  `${secret ? 'secret' : 'open'} ${symbol.toLocaleUpperCase('vi')}`;
export const entryKey = (symbol: NumberSymbol, secret: boolean, number: number): string =>
  `${seriesKey(symbol, secret)} ${number}`;

/** The register in which an office numbers the papers of a year. */
export const registerId = (unit: OrgUnitId, year: number): EntityId => `${unit}-${year}` as EntityId; // both parts are checked

/** Unit and year of a register; null where the id names none. */
export const registerOf = (id: EntityId): { readonly unit: OrgUnitId; readonly year: number } | null => {
  const [, unit, year] = /^(.+)-(\d{4})$/.exec(id) ?? [];
  return unit ? { unit: unit as OrgUnitId, year: Number(year) } : null; // part of a checked id
};

/** The number that a paper drawn up here bears; null while it has none. */
export const numberOf = (
  state: RegisterState,
  paper: Pick<NumberedPaper, 'exercise' | 'kind' | 'of'>,
): Entry | null => {
  for (const entry of state.entries.values()) {
    const { paper: its, voided } = entry;
    if (its && !voided && its.exercise === paper.exercise && its.kind === paper.kind && its.of === paper.of)
      return entry;
  }
  return null;
};
