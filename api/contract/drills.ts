/** Answers about mobilisation drills: muster, board of stations, orders, arrival curve. */
import { z } from 'zod';
import { DrillRule, KINDS, ORDER_STATES } from '../../domain/drill/index.ts';
import { BodyId, OrgUnitId } from '../../domain/people.ts';
import { EntityId } from '../../domain/streams.ts';
import { Instant, LocalDate } from '../../domain/time.ts';
import { list, Versioned, Words } from './common.ts';

const Kind = z.enum(KINDS);

const Rate = z.object({ numerator: z.int(), denominator: z.int(), percent: z.number().nullable(), text: Words }).meta({
  id: 'Rate',
  description: 'Rounded half up to two decimals; `percent` null and text "no data" when there is nothing to divide by',
  examples: [{ numerator: 34, denominator: 35, percent: 97.14, text: { vi: '97,14% (34/35)', en: '97.14% (34/35)' } }],
});

const Figures = {
  counts: z.object({
    required: z.int(),
    registered: z.int(),
    ordered: z.int(),
    delivered: z.int(),
    refused: z.int(),
    presentOnTime: z.int(),
    presentLate: z.int(),
    present: z.int(),
    absentExcused: z.int(),
    excuses: z.record(z.string(), z.int()),
    absentUnexcused: z.int(),
    notYetReported: z.int(),
    handedOver: z.int(),
    released: z.int(),
    specialityMatched: z.int(),
    technicallyFit: z.int(),
  }),
  rates: z.record(z.string(), Rate),
  colour: z
    .enum(['green', 'amber', 'red', 'none'])
    .meta({ description: "By attendance and the drill's rule: green from 98 %, amber from 95 % unless changed" }),
  colourLabel: Words,
  target: z.number().meta({ description: 'Attendance asked for, in percent' }),
  meetsTarget: z.boolean().nullable(),
} as const;

const ReserveShown = z
  .object({
    spareOrdered: z.int(),
    spareDelivered: z.int(),
    sparePresent: z.int(),
    spareUsed: z.int(),
    walkIns: z.int(),
    walkInsUsed: z.int(),
  })
  .meta({ id: 'DrillReserve', description: 'Beside the establishment: never in the figures of those ordered' });

const TargetShown = z
  .object({
    hours: z.number(),
    percent: z.number(),
    due: Instant,
    arrived: Rate,
    reached: z.boolean().nullable().meta({ description: 'Null while it lies ahead, and without data' }),
  })
  .meta({ id: 'ArrivalTarget' });

const QuotaShown = z
  .object({
    unit: OrgUnitId,
    kind: Kind,
    required: z.int(),
    ordered: z.int(),
    spare: Rate,
    warnings: list(z.object({ code: z.string(), text: Words })),
    groups: list(
      z.object({
        group: z.string(),
        required: z.int(),
        station: z.string().nullable(),
        roll: z
          .object({ ordered: z.int(), spare: z.int(), present: z.int() })
          .nullable()
          .meta({ description: 'Null where the unit reports counts, which know no groups' }),
      }),
    ),
  })
  .meta({ id: 'DrillQuota' });

const RegisterShown = z
  .object({
    unit: OrgUnitId,
    kind: Kind,
    registered: z.int(),
    fit: z.int().nullable(),
    removed: list(z.object({ reason: z.string(), label: Words, count: z.int() })),
    date: LocalDate,
  })
  .meta({ id: 'DrillRegister' });

export const DrillShown = z
  .object({
    ...Versioned,
    exercise: EntityId,
    orgUnit: OrgUnitId,
    phase: z.enum(['preparing', 'open', 'closed']),
    rule: DrillRule,
    start: Instant.nullable().meta({ description: 'The hour H; null until the run opens, unless it was set' }),
    rows: list(
      z
        .object({
          unit: OrgUnitId,
          kind: Kind,
          station: z.string().nullable(),
          reportedAt: Instant,
          source: z.enum(['counts', 'rollCall']).meta({ description: 'Reported as counts, or kept order by order' }),
          ...Figures,
          reserve: ReserveShown,
        })
        .meta({ id: 'DrillRow' }),
    ).meta({ description: 'By unit, reservists before vehicles' }),
    totals: list(
      z
        .object({
          kind: Kind,
          ...Figures,
          targets: list(TargetShown).meta({ description: 'Of the kept rolls, by H+' }),
        })
        .meta({ id: 'DrillTotal' }),
    ),
    quotas: list(QuotaShown),
    registers: list(RegisterShown),
    silentStations: list(z.string()).meta({ description: 'Not heard of by their hour' }),
    may: z.object({ keep: z.boolean(), rule: z.boolean(), reportIncident: z.boolean(), units: list(OrgUnitId) }).meta({
      description:
        'What he who asks may do: keep quotas, stations and orders; set its rule and end it; report incidents; report the figures of `units`',
    }),
    incidents: list(
      z.object({
        incident: z.string(),
        subject: z.enum(['people', 'weapons', 'vehicles']),
        severity: z.enum(['minor', 'serious']),
        note: z.string(),
        occurredAt: Instant,
      }),
    ),
  })
  .meta({ id: 'Drill' });

export const DrillStations = z
  .object({
    ...Versioned,
    stations: list(
      z
        .object({
          station: z.string(),
          units: list(OrgUnitId),
          keeper: BodyId,
          keeperName: Words,
          mayStaff: z.boolean().meta({ description: 'Whether he who asks may check in here' }),
          reportBy: Instant,
          reportedAt: Instant.nullable(),
          silence: z.enum(['ahead', 'reported', 'overdue']),
          silenceLabel: Words,
          lateMinutes: z.int().meta({ description: 'Minutes after its hour until it reported, or until now' }),
          told: z.int().meta({ description: 'Alarms that have sounded' }),
          lastCheckIn: Instant.nullable(),
          counts: list(
            z.object({
              kind: Kind,
              ordered: z.int(),
              presentOnTime: z.int(),
              presentLate: z.int(),
              absentExcused: z.int(),
              absentUnexcused: z.int(),
              notYetReported: z.int(),
              spare: z.int().meta({ description: 'Spares present' }),
              walkIns: z.int(),
              attendance: Rate,
            }),
          ),
        })
        .meta({ id: 'DrillStation' }),
    ).meta({ description: 'By code' }),
  })
  .meta({ id: 'DrillStations' });

export const DrillOrders = z
  .object({
    ...Versioned,
    orders: list(
      z
        .object({
          order: z.string(),
          unit: OrgUnitId,
          kind: Kind,
          group: z.string().nullable(),
          station: z.string().nullable(),
          role: z.enum(['establishment', 'spare', 'walkIn']),
          state: z.enum(ORDER_STATES),
          stateLabel: Words,
          refused: z.string().nullable(),
          checkIn: z
            .object({
              id: z.string(),
              station: z.string(),
              status: z.enum(['present', 'excused', 'unexcused']),
              at: Instant,
              late: z.boolean(),
              excuse: z.string().nullable(),
              group: z.string().nullable(),
            })
            .nullable(),
          fit: z.boolean().nullable(),
          defect: z.string().nullable(),
          handedOver: z.object({ receivingUnit: z.string(), minutes: z.string() }).nullable(),
          releasedAt: Instant.nullable(),
          replacedBy: z.string().nullable(),
          standsFor: z.string().nullable(),
        })
        .meta({ id: 'DrillOrder' }),
    ).meta({ description: 'By number' }),
    nextAfter: z.string().nullable().meta({ description: '`after` of the next page; null on the last' }),
  })
  .meta({ id: 'DrillOrders' });

export const DrillCurve = z
  .object({
    ...Versioned,
    start: Instant.nullable().meta({ description: 'The hour H; without it there is no curve' }),
    bin: z.int().meta({ description: 'Minutes between points' }),
    station: z.string().nullable(),
    series: list(
      z
        .object({
          kind: z.enum(['all', ...KINDS]),
          ordered: z.int(),
          arrived: z.int(),
          points: list(
            z.object({
              minutes: z.int().meta({ description: 'After H' }),
              at: Instant,
              arrived: z.int().meta({ description: 'By then, from the beginning' }),
              percent: z.number().nullable(),
              target: z
                .number()
                .nullable()
                .meta({ description: 'Percent asked for by then; null before the first target' }),
            }),
          ),
          targets: list(TargetShown),
        })
        .meta({ id: 'ArrivalSeries' }),
    ),
    withoutTimes: list(z.object({ kind: Kind, ordered: z.int(), present: z.int() })).meta({
      description: 'Of units that report counts: they have no times of arrival and stand beside the curve',
    }),
    reported: list(z.object({ kind: Kind, points: list(z.object({ at: Instant, present: z.int() })) })).meta({
      description: 'Of the same units: present after each of their reports, in the order of time; not for one station',
    }),
  })
  .meta({ id: 'DrillCurve' });
