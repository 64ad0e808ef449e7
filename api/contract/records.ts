/** Answers about drills, reviews and histories. */
import { z } from 'zod';
import { KINDS } from '../../domain/drill/index.ts';
import { BodyId, OrgUnitId } from '../../domain/people.ts';
import { GRADES, SCORE_DOMAINS } from '../../domain/review/index.ts';
import { EntityId } from '../../domain/streams.ts';
import { Instant, LocalDate } from '../../domain/time.ts';
import { list, Person, Versioned, Words, WorkingDays } from './common.ts';

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
    presentOnTime: z.int(),
    presentLate: z.int(),
    present: z.int(),
    absentExcused: z.int(),
    excuses: z.record(z.string(), z.int()),
    absentUnexcused: z.int(),
    notYetReported: z.int(),
    handedOver: z.int(),
    specialityMatched: z.int(),
    technicallyFit: z.int(),
  }),
  rates: z.record(z.string(), Rate),
  colour: z
    .enum(['green', 'amber', 'red', 'none'])
    .meta({ description: 'By attendance: green from 98 %, amber from 95 %' }),
  colourLabel: Words,
  target: z.number().meta({ description: 'Attendance asked for, in percent' }),
  meetsTarget: z.boolean().nullable(),
} as const;

export const DrillShown = z
  .object({
    ...Versioned,
    exercise: EntityId,
    orgUnit: OrgUnitId,
    phase: z.enum(['preparing', 'open', 'closed']),
    rows: list(
      z
        .object({
          unit: OrgUnitId,
          kind: z.enum(KINDS),
          station: z.string().nullable(),
          reportedAt: Instant,
          ...Figures,
        })
        .meta({ id: 'DrillRow' }),
    ).meta({ description: 'By unit, reservists before vehicles' }),
    totals: list(z.object({ kind: z.enum(KINDS), ...Figures }).meta({ id: 'DrillTotal' })),
  })
  .meta({ id: 'Drill' });

const GradeShown = z.object({ code: z.enum(GRADES), label: Words }).meta({ id: 'Grade' });

export const ReviewShown = z
  .object({
    ...Versioned,
    exercise: EntityId,
    orgUnit: OrgUnitId,
    superiorUnit: OrgUnitId,
    phase: z.enum(['open', 'graded', 'finished', 'closed']),
    scores: list(
      z
        .object({
          domain: z.enum(SCORE_DOMAINS),
          name: Words,
          largest: z.int(),
          scores: list(z.object({ scorer: z.string(), points: z.number() })),
          missing: z.int().meta({ description: 'Scorers still to come' }),
          gap: z.number(),
          gapTooLarge: z.boolean().meta({ description: 'Waits for the head of the steering board' }),
          settled: z.object({ points: z.number(), reason: z.string() }).nullable(),
          points: z.number().nullable().meta({ description: 'Null until it is complete and settled' }),
        })
        .meta({ id: 'DomainScore' }),
    ),
    points: z
      .object({ sum: z.number(), of: z.int() })
      .nullable()
      .meta({ description: 'Of the domains that are complete; `of` is what they could give; null while none is' }),
    result: z.object({ points: z.number(), grade: GradeShown }).nullable(),
    seriousIncidents: z.int(),
    incidents: list(z.object({ subject: z.string(), severity: z.enum(['minor', 'serious']), note: z.string() })),
    findings: list(
      z.object({
        id: z.string(),
        kind: z.enum(['strength', 'limit']),
        text: z.string(),
        cause: z.string().nullable(),
        actions: list(z.string()),
      }),
    ),
    actions: list(
      z
        .object({
          id: z.string(),
          finding: z.string(),
          text: z.string(),
          owner: BodyId,
          ownerName: Words,
          due: LocalDate,
          workingDaysLeft: WorkingDays,
          overdue: z.boolean(),
          measure: z.string(),
          status: z.enum(['open', 'completed', 'verified', 'carried']),
          evidence: z.string().nullable(),
          carriedInto: EntityId.nullable(),
        })
        .meta({ id: 'CorrectiveAction' }),
    ),
  })
  .meta({ id: 'Review' });

export const History = z
  .object({
    ...Versioned,
    events: list(
      z
        .object({
          version: z.int(),
          position: z.int().meta({ description: 'Place in the whole ledger' }),
          type: z.string(),
          sentence: Words,
          data: z.record(z.string(), z.unknown()),
          at: Instant.meta({ description: 'Business time' }),
          by: Person,
          commandId: z.string(),
          recordedAt: Instant,
          hash: z.string().meta({ description: 'SHA-256, hex, chained over the ledger' }),
        })
        .meta({ id: 'HistoryEvent' }),
    ).meta({ description: 'In order of version' }),
    nextAfter: z.int().nullable().meta({ description: '`afterVersion` of the next page; null on the last' }),
  })
  .meta({ id: 'History' });
