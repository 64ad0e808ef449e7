/** The register stream: numbers given by the clerk, registers of before that were imported, numbers that were voided. */
import { z } from 'zod';
import { addWorkingDays } from '../calendar/index.ts';
import type { CommandMeta, Context, Decider, Fact, Refers } from '../decider.ts';
import { bodyOn, isEntered } from '../organisation/lookup.ts';
import { type BodyId, bodyId, type OrgUnitId } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { allow } from '../rights.ts';
import { EntityId, entityOf, streamId } from '../streams.ts';
import { Reason, text } from '../text.ts';
import { dayOf, LocalDate, yearOf } from '../time.ts';
import { checkNumbered, citedNumbers } from './drawn-up.ts';
import { DocumentKind, DocumentOf, kindRule } from './kinds.ts';
import { MOST_NUMBER, NumberSymbol, readNumber, writtenNumber } from './number.ts';
import {
  EMPTY_REGISTER,
  type Entry,
  entryKey,
  type NumberedPaper,
  type RegisterState,
  registerOf,
  seriesKey,
} from './state.ts';

const Number_ = z.int().min(1).max(MOST_NUMBER);
const Secret = z
  .boolean()
  .meta({ description: 'A state secret: numbered in a series of its own, known by a neutral label' });
const MOST_ROWS = 500;

const Numbered = z
  .strictObject({
    exercise: EntityId.meta({ description: 'The exercise it is drawn up from; of a programme review the programme' }),
    kind: DocumentKind,
    of: DocumentOf.optional(),
    atVersion: z.int().min(1).max(2_147_483_647).meta({ description: 'Of the file that it is drawn up from' }),
  })
  .meta({ description: 'A paper drawn up here' });

export const RegisterCommand = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('GiveNumber'),
    symbol: NumberSymbol,
    date: LocalDate.meta({ description: 'Day of issue: today or the working day before' }),
    paper: Numbered.optional(),
    subject: text(300)
      .optional()
      .meta({ description: 'Of a paper drawn up elsewhere; of a secret one a neutral label' }),
    secret: Secret.optional(),
    number: Number_.optional().meta({ description: 'Left out: the next of its series' }),
  }),
  z.strictObject({
    type: z.literal('ImportRegister'),
    rows: z
      .array(
        z.strictObject({
          number: text(60).meta({ description: 'As written', example: '812/QĐ-UBND' }),
          date: LocalDate,
          subject: text(300).optional(),
          secret: Secret.optional(),
        }),
      )
      .min(1)
      .max(MOST_ROWS)
      .meta({ description: 'All or none' }),
  }),
  z.strictObject({
    type: z.literal('VoidNumber'),
    symbol: NumberSymbol,
    number: Number_,
    secret: Secret.optional(),
    reason: Reason,
  }),
]);
export type RegisterCommand = z.infer<typeof RegisterCommand>;

type Given = Pick<Entry, 'number' | 'symbol' | 'written' | 'date' | 'secret' | 'paper' | 'subject'>;
type Imported = Omit<Given, 'paper'>;

export type RegisterEvent =
  | ({ readonly type: 'NumberGiven' } & Given)
  | { readonly type: 'RegisterImported'; readonly rows: readonly Imported[] }
  | {
      readonly type: 'NumberVoided';
      readonly symbol: NumberSymbol;
      readonly number: number;
      readonly secret: boolean;
      readonly reason: string;
    };

/** The clerk; where the office has none in force, the agency that keeps its files. */
const keepersOf = (meta: CommandMeta, { organisation }: Context): BodyId[] => {
  const { unit } = officeOf(meta);
  const clerk = bodyId(unit, 'CLERK');
  const isMissing = isEntered(organisation) && !bodyOn(organisation, clerk, dayOf(meta.at));
  return isMissing ? [bodyId(unit, 'SA'), bodyId(unit, 'CMC')] : [clerk];
};

const isTaken = (state: RegisterState, symbol: NumberSymbol, secret: boolean, number: number): boolean =>
  state.entries.has(entryKey(symbol, secret, number));

/** The first number after the last of its series that nothing bears, neither here nor on a file of the office. */
const nextNumber = (
  state: RegisterState,
  symbol: NumberSymbol,
  secret: boolean,
  cited: ReadonlySet<number>,
): number => {
  let number = (state.last[seriesKey(symbol, secret)] ?? 0) + 1;
  while (cited.has(number) || isTaken(state, symbol, secret, number)) number += 1;
  if (number > MOST_NUMBER) throw new Rejection('series-full', { symbol, most: MOST_NUMBER });
  return number;
};

/** Issued on the day of signing or the next working day (Decree 30/2020/NĐ-CP): today's papers, and yesterday's. */
const checkDate = (date: LocalDate, today: LocalDate, year: number, { calendar }: Context): void => {
  if (date > today) throw new Rejection('paper-from-the-future', { date, today });
  if (yearOf(date) !== year) throw new Rejection('register-year', { date, year });
  const earliest = addWorkingDays(calendar, today, -1);
  if (date < earliest) throw new Rejection('number-too-late', { date, earliest });
};

type GiveNumber = Extract<RegisterCommand, { type: 'GiveNumber' }>;

const give = (command: GiveNumber, state: RegisterState, meta: CommandMeta, context: Context): RegisterEvent => {
  const { unit, year } = officeOf(meta);
  const { symbol, date, secret = false, subject = null } = command;
  if ((command.paper === undefined) === (subject === null)) throw new Rejection('number-for-what', {});
  if (secret && command.paper) throw new Rejection('paper-secret', {});
  checkDate(date, dayOf(meta.at), year, context);
  const paper: NumberedPaper | null = command.paper ? { ...command.paper, of: command.paper.of ?? null } : null;
  if (paper) checkNumbered(state, paper, symbol, unit, context);
  const cited = secret ? new Set<number>() : citedNumbers(context, unit, symbol, year);
  const number = command.number ?? nextNumber(state, symbol, secret, cited);
  const written = writtenNumber(number, symbol);
  if (isTaken(state, symbol, secret, number) || cited.has(number))
    throw new Rejection('number-taken', { number: written });
  return { type: 'NumberGiven', number, symbol, written, date, secret, paper, subject };
};

type ImportRegister = Extract<RegisterCommand, { type: 'ImportRegister' }>;

const importRows = ({ rows }: ImportRegister, state: RegisterState, meta: CommandMeta): RegisterEvent => {
  const { year } = officeOf(meta);
  const today = dayOf(meta.at);
  const seen = new Set<string>();
  const read = rows.map(({ number: said, date, subject = null, secret = false }, index): Imported => {
    const found = readNumber(said);
    if (!found) throw new Rejection('number-unreadable', { row: index + 1, number: said });
    if (date > today) throw new Rejection('paper-from-the-future', { date, today });
    if (yearOf(date) !== year) throw new Rejection('register-year', { date, year });
    const { number, symbol } = found;
    const key = entryKey(symbol, secret, number);
    const written = writtenNumber(number, symbol);
    if (seen.has(key) || state.entries.has(key))
      throw new Rejection('number-row-taken', { row: index + 1, number: written });
    seen.add(key);
    return { number, symbol, written, date, secret, subject };
  });
  return { type: 'RegisterImported', rows: read };
};

/** Unit and year of the register that is addressed; `register-unknown` where the address names none. */
const officeOf = ({ stream }: CommandMeta): { readonly unit: OrgUnitId; readonly year: number } => {
  const found = registerOf(entityOf(stream));
  if (!found) throw new Rejection('register-unknown', { id: entityOf(stream) });
  return found;
};

const decide = (
  command: RegisterCommand,
  state: RegisterState,
  meta: CommandMeta,
  context: Context,
): RegisterEvent[] => {
  switch (command.type) {
    case 'GiveNumber':
      allow(meta.by, keepersOf(meta, context));
      return [give(command, state, meta, context)];
    case 'ImportRegister':
      allow(meta.by, keepersOf(meta, context));
      return [importRows(command, state, meta)];
    case 'VoidNumber': {
      allow(meta.by, keepersOf(meta, context));
      const { symbol, number, secret = false, reason } = command;
      const entry = state.entries.get(entryKey(symbol, secret, number));
      if (!entry || entry.voided !== null)
        throw new Rejection('number-unknown', { number: writtenNumber(number, symbol) });
      return [{ type: 'NumberVoided', symbol, number, secret, reason }];
    }
    default:
      command satisfies never;
      throw new Rejection('command-unknown', { type: String((command as { type: unknown }).type) });
  }
};

const withEntry = (state: RegisterState, entry: Entry): RegisterState => {
  const series = seriesKey(entry.symbol, entry.secret);
  return {
    ...state,
    entries: new Map(state.entries).set(entryKey(entry.symbol, entry.secret, entry.number), entry),
    last: { ...state.last, [series]: Math.max(state.last[series] ?? 0, entry.number) },
  };
};

const evolveSubject = (state: RegisterState, fact: Fact<RegisterEvent>): RegisterState => {
  switch (fact.type) {
    case 'NumberGiven': {
      const { number, symbol, written, date, secret, paper, subject, at } = fact;
      return withEntry(state, {
        number,
        symbol,
        written,
        date,
        secret,
        paper,
        subject,
        origin: 'given',
        enteredAt: at,
        voided: null,
      });
    }
    case 'RegisterImported': {
      const entries = new Map(state.entries);
      const last: Record<string, number> = { ...state.last };
      for (const row of fact.rows) {
        entries.set(entryKey(row.symbol, row.secret, row.number), {
          ...row,
          paper: null,
          origin: 'imported',
          enteredAt: fact.at,
          voided: null,
        });
        const series = seriesKey(row.symbol, row.secret);
        last[series] = Math.max(last[series] ?? 0, row.number);
      }
      return { ...state, entries, last };
    }
    case 'NumberVoided': {
      const key = entryKey(fact.symbol, fact.secret, fact.number);
      const entry = state.entries.get(key);
      return entry ? { ...state, entries: new Map(state.entries).set(key, { ...entry, voided: fact.reason }) } : state;
    }
    default:
      return fact satisfies never;
  }
};

/** The paper's own files are guarded; other files of the office may be a moment old. */
const refersTo = (command: RegisterCommand): Refers | null => {
  if (command.type !== 'GiveNumber') return null;
  const { paper } = command;
  const source = paper && kindRule(paper.kind).source;
  const own = new Set(source === 'programme' ? [source] : source ? (['exercise', source] as const) : []);
  return {
    streams: [...own].map((kind) => streamId(kind, paper?.exercise ?? ('' as EntityId))),
    ongoing: ['exercise'],
  };
};

export const register: Decider<RegisterCommand, RegisterEvent, RegisterState> = {
  kind: 'register',
  initial: EMPTY_REGISTER,
  decide,
  evolve: (state, fact) => ({ ...evolveSubject(state, fact), version: fact.version, lastAt: fact.at }),
  react: () => [],
  nextDue: () => null,
  refersTo,
  summary: (state) => ({ phase: 'kept', orgUnit: '', details: String(state.entries.size), closed: false }),
};
