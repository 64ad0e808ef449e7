/**
 * What may be sealed of a person or a vehicle: what it takes to find the one who is called up, nothing sensitive. Any
 * other field is refused, health, ethnicity and membership of the Party among them (domain guide §10).
 */
import { z } from 'zod';
import { OrderId } from '../../domain/drill/codes.ts';
import { text } from '../../domain/text.ts';
import { LocalDate } from '../../domain/time.ts';

const Details = {
  order: OrderId,
  yearOfBirth: z.int().min(1900).max(2200).optional(),
  phone: z
    .string()
    .regex(/^\+?\d[\d .-]{5,19}$/)
    .optional()
    .meta({ example: '0905 123 456' }),
  addressNote: text(200).optional(),
} as const;

export const RosterRow = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('reservist'), fullName: text(120), ...Details }),
  z.strictObject({ kind: z.literal('vehicle'), plate: text(20), fullName: text(120).optional(), ...Details }),
]);
export type RosterRow = z.infer<typeof RosterRow>;

/** Most rows in one import. */
export const MOST_ROWS = 500;

/** `retainUntil`: last day on which the names are kept; by the policy when absent. */
export const RetainUntil = LocalDate.optional().meta({ description: 'Last day of keeping; default by policy' });
