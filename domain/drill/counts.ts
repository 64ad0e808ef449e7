/**
 * Counts of a mobilisation drill per unit and kind (domain guide §6): counts only, no names.
 * Invariants: delivered + refused ≤ ordered; on time + late + excused + unexcused ≤ ordered (the rest has not yet
 * reported); handedOver, released, specialityMatched and technicallyFit ≤ present.
 */
import { z } from 'zod';
import { Rejection } from '../rejection.ts';
import { Count, EXCUSES, type Excuse, type Kind } from './codes.ts';

const Excused = z
  .partialRecord(z.enum(EXCUSES), Count)
  .meta({ description: 'Absent with an accepted excuse, by code' });

/** Every figure of one row; a command gives those that it reports, the others stand. */
export const CountFields = z.strictObject({
  required: Count.optional(),
  registered: Count.optional(),
  ordered: Count.optional(),
  delivered: Count.optional(),
  refused: Count.optional().meta({ description: 'Orders that could not be delivered' }),
  presentOnTime: Count.optional(),
  presentLate: Count.optional(),
  absentExcused: Excused.optional(),
  absentUnexcused: Count.optional(),
  handedOver: Count.optional(),
  released: Count.optional(),
  specialityMatched: Count.optional(),
  technicallyFit: Count.optional(),
});
export type CountFields = z.infer<typeof CountFields>;

export interface Counts {
  readonly required: number;
  readonly registered: number;
  readonly ordered: number;
  readonly delivered: number;
  readonly refused: number;
  readonly presentOnTime: number;
  readonly presentLate: number;
  readonly absentExcused: Readonly<Partial<Record<Excuse, number>>>;
  readonly absentUnexcused: number;
  readonly handedOver: number;
  readonly released: number;
  readonly specialityMatched: number;
  readonly technicallyFit: number;
}

export const NO_COUNTS: Counts = {
  required: 0,
  registered: 0,
  ordered: 0,
  delivered: 0,
  refused: 0,
  presentOnTime: 0,
  presentLate: 0,
  absentExcused: {},
  absentUnexcused: 0,
  handedOver: 0,
  released: 0,
  specialityMatched: 0,
  technicallyFit: 0,
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

export const present = (counts: Counts): number => counts.presentOnTime + counts.presentLate;
export const excused = (counts: Counts): number => sum(Object.values(counts.absentExcused));
export const notYetReported = (counts: Counts): number =>
  counts.ordered - present(counts) - excused(counts) - counts.absentUnexcused;

/** The row with the reported figures in place. */
export const withFields = (counts: Counts, fields: CountFields): Counts => ({
  ...counts,
  ...(Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Counts>), // same keys, only set ones
});

/** Throws `count-invariant`, naming the rule and both numbers, when the figures contradict each other. */
export const checkCounts = (counts: Counts): void => {
  const rules: [string, number, number][] = [
    ['delivered ≤ ordered', counts.delivered, counts.ordered],
    ['delivered + refused ≤ ordered', counts.delivered + counts.refused, counts.ordered],
    [
      'presentOnTime + presentLate + absentExcused + absentUnexcused ≤ ordered',
      counts.ordered - notYetReported(counts),
      counts.ordered,
    ],
    ['handedOver ≤ present', counts.handedOver, present(counts)],
    ['released ≤ present', counts.released, present(counts)],
    ['specialityMatched ≤ present', counts.specialityMatched, present(counts)],
    ['technicallyFit ≤ present', counts.technicallyFit, present(counts)],
  ];
  for (const [rule, left, right] of rules)
    if (left > right) throw new Rejection('count-invariant', { rule, left, right });
};

/** Adds rows up; sums keep every invariant that each row keeps. */
export const total = (rows: readonly Counts[]): Counts =>
  rows.reduce<Counts>((all, row) => {
    const absentExcused: Partial<Record<Excuse, number>> = { ...all.absentExcused };
    for (const code of EXCUSES) {
      const n = row.absentExcused[code];
      if (n !== undefined) absentExcused[code] = (absentExcused[code] ?? 0) + n;
    }
    return {
      required: all.required + row.required,
      registered: all.registered + row.registered,
      ordered: all.ordered + row.ordered,
      delivered: all.delivered + row.delivered,
      refused: all.refused + row.refused,
      presentOnTime: all.presentOnTime + row.presentOnTime,
      presentLate: all.presentLate + row.presentLate,
      absentExcused,
      absentUnexcused: all.absentUnexcused + row.absentUnexcused,
      handedOver: all.handedOver + row.handedOver,
      released: all.released + row.released,
      specialityMatched: all.specialityMatched + row.specialityMatched,
      technicallyFit: all.technicallyFit + row.technicallyFit,
    };
  }, NO_COUNTS);

/** A rate with what it was made of. `percent` is rounded half up to 2 decimals; null when there is nothing to divide by: "no data". */
export interface Rate {
  readonly numerator: number;
  readonly denominator: number;
  readonly percent: number | null;
}

export const rate = (numerator: number, denominator: number): Rate => ({
  numerator,
  denominator,
  percent: denominator === 0 ? null : Math.floor((numerator * 20_000 + denominator) / (2 * denominator)) / 100,
});

/** Present of those ordered; where the rule says so, of those ordered and not excused. */
export const attendanceOf = (counts: Counts, excusedInDenominator = true): Rate =>
  rate(present(counts), counts.ordered - (excusedInDenominator ? 0 : excused(counts)));

/** The formulas of domain guide §6. */
export const ratesOf = (kind: Kind, counts: Counts, excusedInDenominator = true): Record<string, Rate> => ({
  deliveryRate: rate(counts.delivered, counts.ordered),
  attendanceRate: attendanceOf(counts, excusedInDenominator),
  onTimeRate: rate(counts.presentOnTime, counts.ordered),
  handoverRate: rate(counts.handedOver, counts.ordered),
  ...(kind === 'vehicle'
    ? { fitRate: rate(counts.technicallyFit, present(counts)) }
    : { specialityRate: rate(counts.specialityMatched, present(counts)) }),
});
