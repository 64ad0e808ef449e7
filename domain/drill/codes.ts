/** Codes that a drill's commands use. All are opaque: nothing here can hold a name, a telephone or a plate number. */
import { z } from 'zod';

export const KINDS = ['reservist', 'vehicle'] as const;
export const Kind = z.enum(KINDS);
export type Kind = z.infer<typeof Kind>;

/** Excuses, after a five-case rule (Circular 07/2023/TT-BQP); never medical detail. */
export const EXCUSES = ['ownIllness', 'familyEmergency', 'disasterOrFire', 'orderNotReceived', 'other'] as const;
export const Excuse = z.enum(EXCUSES);
export type Excuse = z.infer<typeof Excuse>;

/** Why an order could not be handed to its addressee. */
export const REFUSALS = ['notAtAddress', 'moved', 'notSigned', 'exempt', 'other'] as const;
export const Refusal = z.enum(REFUSALS);
export type Refusal = z.infer<typeof Refusal>;

/** Why an entry was struck off the register at its re-verification. */
export const REMOVALS = ['moved', 'deceased', 'overAge', 'exempt', 'notUsable', 'sold', 'duplicate', 'other'] as const;
export const Removal = z.enum(REMOVALS);
export type Removal = z.infer<typeof Removal>;

/** Why a vehicle was found unfit. */
export const DEFECTS = ['engine', 'brakes', 'tyres', 'electrical', 'papers', 'other'] as const;
export const Defect = z.enum(DEFECTS);
export type Defect = z.infer<typeof Defect>;

export const STATUSES = ['present', 'excused', 'unexcused'] as const;
export const Status = z.enum(STATUSES);
export type Status = z.infer<typeof Status>;

/** The steps that an order goes through. */
export const ORDER_STATES = [
  'issued',
  'delivered',
  'refused',
  'present',
  'excused',
  'unexcused',
  'handedOver',
  'released',
] as const;
export type OrderStanding = (typeof ORDER_STATES)[number];

/** What does not fit the quotas. None of these refuses anything: the agency decides. */
export type QuotaWarning = 'orders-short' | 'orders-over' | 'spare-short' | 'spare-over';

export const Count = z.int().min(0).max(1_000_000);

export const StationCode = z
  .string()
  .regex(/^[A-Z0-9][A-Z0-9-]{0,19}$/)
  .meta({ description: 'Code of the assembly station', example: 'TT-01' });

/** Always with a digit, so that a name does not pass for an id. */
export const OrderId = z
  .string()
  .regex(/^(?=.*\d)[A-Z0-9][A-Z0-9-]{0,15}$/)
  .meta({ description: 'Opaque number of a call-up order, never a name or plate', example: 'QN-00012' });

export const CheckInId = z
  .string()
  .regex(/^(?=.*\d)[A-Za-z0-9][A-Za-z0-9-]{0,35}$/)
  .meta({ description: 'Chosen by the station, once for each check-in; repeating it is safe', example: 'TT01-0001' });

export const Group = z
  .string()
  .regex(/^[A-Z0-9][A-Z0-9.-]{0,11}$/)
  .meta({ description: 'Speciality group of reservists, class of vehicles', example: 'LX-B2' });

export const BatchId = z
  .string()
  .regex(/^[A-Z0-9][A-Z0-9-]{0,19}$/)
  .meta({ description: 'Number of one issue of orders; repeating it is safe', example: 'D1' });

/** Most orders or check-ins of one command; with 500 the event stays below 64 KB. */
export const MOST = 500;
export const OrderIds = z.array(OrderId).min(1).max(MOST).readonly();
