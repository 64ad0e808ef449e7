/**
 * Readings of an indicator: reported in batches by its owner, with evidence; they count once another body has verified
 * them. A corrected one needs a reason, and the old one counts until the new one is verified.
 */
import { z } from 'zod';
import type { CommandMeta, Fact } from '../decider.ts';
import { type Actor, bodyId, OrgUnitId } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { allow } from '../rights.ts';
import { Reason, text } from '../text.ts';
import { dayOf } from '../time.ts';
import { cadenceOf, IndicatorCode, Period, periodsOf, Qualifier, spanOf } from './codes.ts';
import { checkersOf, requireOther } from './rights.ts';
import {
  type Entry,
  type Indicator,
  indicatorOf,
  type Opened,
  type ProgrammeState,
  type Reading,
  requirePhase,
  type Values,
} from './state.ts';

const Key = {
  indicator: IndicatorCode,
  period: Period,
  unit: OrgUnitId.optional().meta({
    description: 'The locality it is for; left out: one figure for the whole programme',
  }),
} as const;
const ValueKey = z.strictObject(Key).meta({ id: 'ValueKey' });
const Count = z.int().min(0).max(1_000_000_000);

const ReportedValue = z
  .strictObject({
    ...Key,
    numerator: Count.optional(),
    denominator: Count.optional(),
    value: z.number().min(0).max(1e15).optional().meta({ description: 'Of an indicator that is one number' }),
    qualifier: Qualifier.optional().meta({ description: 'over: a lower bound; about: an estimate' }),
  })
  .meta({ id: 'ReportedValue' });
type ReportedValue = z.infer<typeof ReportedValue>;

const MOST = 300;
export const ValueCommand = z.discriminatedUnion('type', [
  z
    .strictObject({
      type: z.literal('ReportValues'),
      values: z.array(ReportedValue).min(1).max(MOST),
      evidence: text(300).meta({ description: 'Paper that proves them', example: '88/BC-CHQS ngày 20/06/2021' }),
      reason: Reason.optional().meta({ description: 'Why they differ from what was reported before' }),
    })
    .meta({ description: 'Reports the figures of a period, all or none' }),
  z.strictObject({ type: z.literal('VerifyValues'), values: z.array(ValueKey).min(1).max(MOST) }),
  z.strictObject({ type: z.literal('ReturnValues'), values: z.array(ValueKey).min(1).max(MOST), reason: Reason }),
]);
export type ValueCommand = z.infer<typeof ValueCommand>;

export interface ValueKey {
  readonly indicator: string;
  readonly period: Period;
  readonly unit?: OrgUnitId | undefined;
}
interface Value extends ValueKey {
  readonly numerator?: number | undefined;
  readonly denominator?: number | undefined;
  readonly value?: number | undefined;
  readonly qualifier?: Qualifier | undefined;
}

export type ValueEvent =
  | {
      readonly type: 'ValuesReported';
      readonly values: readonly Value[];
      readonly evidence: string;
      readonly reason: string | null;
    }
  | { readonly type: 'ValuesVerified'; readonly values: readonly ValueKey[] }
  | { readonly type: 'ValuesReturned'; readonly values: readonly ValueKey[]; readonly reason: string };

const ONE = '';
export const entryOf = ({ values }: ProgrammeState, { indicator, period, unit }: ValueKey): Entry | undefined =>
  values[indicator]?.[period]?.[unit ?? ONE];

/** `CK04 2021-H1`, with the unit where it is for one. */
const nameOf = ({ indicator, period, unit }: ValueKey): string => [indicator, period, unit].filter(Boolean).join(' ');

/** Throws `value-form`, `value-domain` or `value-qualifier` when a reading does not fit its indicator. */
const requireFit = (key: string, { measure, comparator }: Indicator, value: ReportedValue): void => {
  const { numerator, denominator, value: number, qualifier } = value;
  const isOne = measure === 'number';
  const hasParts = numerator !== undefined && denominator !== undefined;
  if (
    isOne
      ? number === undefined || numerator !== undefined || denominator !== undefined
      : !hasParts || number !== undefined
  )
    throw new Rejection('value-form', { value: key, measure });
  if (measure === 'ratio' && (numerator ?? 0) > (denominator ?? 0))
    throw new Rejection('value-domain', { value: key, numerator: numerator ?? 0, denominator: denominator ?? 0 });
  if (measure === 'quotient' && denominator === 0 && (numerator ?? 0) > 0)
    throw new Rejection('value-domain', { value: key, numerator: numerator ?? 0, denominator: 0 });
  if (qualifier !== undefined && (!isOne || (qualifier === 'over' && (comparator === 'eq' || comparator === 'range'))))
    throw new Rejection('value-qualifier', { value: key });
};

/** Throws `period-wrong` outside cadence or term, `period-ahead` before the period begins. */
const requirePeriod = (
  state: Opened,
  key: string,
  { cadence, code }: Indicator,
  period: Period,
  meta: CommandMeta,
): void => {
  if (cadenceOf(period) !== cadence || !periodsOf(cadence, state.term).includes(period))
    throw new Rejection('period-wrong', { indicator: code, period, since: state.term.from, last: state.term.to });
  const { from } = spanOf(period, state.term);
  if (from > dayOf(meta.at)) throw new Rejection('period-ahead', { value: key, since: from });
};

/** One figure for all and figures by unit do not stand beside each other in a period. */
const requireUnmixed = (state: ProgrammeState, values: readonly ReportedValue[]): void => {
  const kinds = new Map<string, boolean>();
  for (const { indicator, period, unit } of values) {
    const standing = Object.keys(state.values[indicator]?.[period] ?? {})[0];
    const key = `${indicator} ${period}`;
    const byUnit = kinds.get(key) ?? (standing === undefined ? unit !== undefined : standing !== ONE);
    kinds.set(key, byUnit);
    if (byUnit !== (unit !== undefined)) throw new Rejection('value-mixed', { value: key });
  }
};

const same = (reading: Reading, { numerator, denominator, value, qualifier }: ReportedValue): boolean =>
  reading.numerator === (numerator ?? null) &&
  reading.denominator === (denominator ?? null) &&
  reading.value === (value ?? null) &&
  reading.qualifier === (qualifier ?? null);

const decideReport = (
  command: Extract<ValueCommand, { type: 'ReportValues' }>,
  state: Opened,
  meta: CommandMeta,
): ValueEvent[] => {
  const { values, evidence, reason = null } = command;
  const seen = new Set<string>();
  for (const value of values) {
    const key = nameOf(value);
    const indicator = indicatorOf(state, value.indicator);
    if (seen.has(key)) throw new Rejection('value-twice', { value: key });
    seen.add(key);
    if (indicator.source.kind !== 'reported') throw new Rejection('value-automatic', { indicator: indicator.code });
    const own = value.unit ? [bodyId(value.unit, 'CMC'), bodyId(value.unit, 'COM')] : [];
    allow(meta.by, [indicator.owner, ...own]);
    requirePeriod(state, key, indicator, value.period, meta);
    requireFit(key, indicator, value);
    const entry = entryOf(state, value);
    if (entry?.counted && reason === null && !same(entry.counted, value))
      throw new Rejection('correction-without-reason', { value: key });
  }
  requireUnmixed(state, values);
  const fresh = values.filter((value) => {
    const entry = entryOf(state, value);
    const last = entry?.pending ?? entry?.counted;
    return !(last && same(last, value) && last.evidence === evidence);
  });
  return fresh.length === 0 ? [] : [{ type: 'ValuesReported', values: fresh, evidence, reason }];
};

export const decideValues = (command: ValueCommand, state: ProgrammeState, meta: CommandMeta): ValueEvent[] => {
  const opened = requirePhase(state, ['inForce'], meta, command.type);
  if (command.type === 'ReportValues') return decideReport(command, opened, meta);
  const { values } = command;
  for (const key of values) {
    indicatorOf(state, key.indicator);
    const pending = entryOf(state, key)?.pending;
    if (!pending) throw new Rejection('value-not-waiting', { value: nameOf(key) });
    requireOther(meta.by, pending.by, nameOf(key));
    allow(meta.by, checkersOf(state));
  }
  return command.type === 'VerifyValues'
    ? [{ type: 'ValuesVerified', values }]
    : [{ type: 'ValuesReturned', values, reason: command.reason }];
};

type Writable<T> = { -readonly [K in keyof T]: T[K] };
type Draft = Record<string, Record<Period, Record<string, Entry>>>;

/** The values with some entries changed; each table is copied once, however many of its entries change. */
const withEntries = <K extends ValueKey>(
  values: Values,
  keys: readonly K[],
  change: (entry: Entry, key: K) => Entry,
): Values => {
  const next: Draft = { ...values } as Draft; // only what is copied below is written to
  const copied = new Set<object>();
  const own = <T extends object>(table: T | undefined): Writable<T> => {
    if (table && copied.has(table)) return table;
    const copy = { ...table } as T; // an empty table where there was none
    copied.add(copy);
    return copy;
  };
  for (const key of keys) {
    const periods = own(next[key.indicator]);
    next[key.indicator] = periods;
    const entries = own(periods[key.period]);
    periods[key.period] = entries;
    const unit = key.unit ?? ONE;
    entries[unit] = change(entries[unit] ?? { counted: null, pending: null, returned: null }, key);
  }
  return next;
};

const readingOf = (value: Value, fact: Extract<Fact<ValueEvent>, { type: 'ValuesReported' }>): Reading => ({
  numerator: value.numerator ?? null,
  denominator: value.denominator ?? null,
  value: value.value ?? null,
  qualifier: value.qualifier ?? null,
  evidence: fact.evidence,
  reason: fact.reason,
  by: fact.by,
  reportedAt: fact.at,
  verifiedBy: null,
  event: fact.version,
  verifiedIn: null,
});

const verified = (entry: Entry, by: Actor, version: number): Entry =>
  entry.pending
    ? { counted: { ...entry.pending, verifiedBy: by, verifiedIn: version }, pending: null, returned: null }
    : entry;

export const evolveValues = (state: ProgrammeState, fact: Fact<ValueEvent>): ProgrammeState => {
  const { values } = state;
  switch (fact.type) {
    case 'ValuesReported':
      return {
        ...state,
        values: withEntries(values, fact.values, (entry, value) => ({
          ...entry,
          pending: readingOf(value, fact),
          returned: null,
        })),
      };
    case 'ValuesVerified':
      return { ...state, values: withEntries(values, fact.values, (entry) => verified(entry, fact.by, fact.version)) };
    case 'ValuesReturned':
      return {
        ...state,
        values: withEntries(values, fact.values, (entry) => ({ ...entry, pending: null, returned: fact.reason })),
      };
    default:
      return fact satisfies never;
  }
};
