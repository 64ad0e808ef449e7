/** When a task is due, counted from the exercise: `T-45` (45 working days before opening), `T`, `E`, `E+10` (after closing). */
import { z } from 'zod';
import { Rejection } from '../rejection.ts';
import type { LocalDate } from '../time.ts';
import { addWorkingDays } from './working-days.ts';
import type { Calendar } from './year.ts';

export const Offset = z
  .strictObject({
    anchor: z.enum(['T', 'E']).describe('T = opening day, E = closing day'),
    days: z.int().min(-500).max(500).describe('Working days after the anchor; negative: before'),
  })
  .readonly()
  .meta({ id: 'Offset' });
export type Offset = z.infer<typeof Offset>;

/** Reads `T-45`, `T`, `E`, `E+10`. Throws `Rejection` `offset-invalid` for anything else. */
export const parseOffset = (text: string): Offset => {
  const [, anchor, days = '0'] = /^([TE])([+-][1-9]\d{0,2})?$/.exec(text) ?? [];
  const offset = Offset.safeParse({ anchor, days: Number(days) });
  if (!offset.success) throw new Rejection('offset-invalid', { text });
  return offset.data;
};

export const formatOffset = ({ anchor, days }: Offset): string =>
  days === 0 ? anchor : `${anchor}${days > 0 ? '+' : ''}${days}`;

/** The day an offset falls on; days 0 is the anchor itself, even a day off. Throws `calendar-year-missing`. */
export const dueDate = (
  calendar: Calendar,
  offset: Offset,
  exercise: { readonly startDate: LocalDate; readonly endDate: LocalDate },
): LocalDate => addWorkingDays(calendar, offset.anchor === 'T' ? exercise.startDate : exercise.endDate, offset.days);

/** Whether `second` falls on or after `first` however many days the exercise lasts. */
export const neverBefore = (first: Offset, second: Offset): boolean =>
  (first.anchor === 'T' || second.anchor === 'E') && first.days <= second.days;
