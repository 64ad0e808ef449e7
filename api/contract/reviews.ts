/** Answers about after-action reviews: the review, its report, corrective actions across reviews. */
import { z } from 'zod';
import { KINDS } from '../../domain/drill/index.ts';
import { BodyId, OrgUnitId, PersonRef } from '../../domain/people.ts';
import { ELEMENTS } from '../../domain/review/state.ts';
import { EntityId } from '../../domain/streams.ts';
import { Instant, LocalDate } from '../../domain/time.ts';
import { list, Moment, PaperShown, Person, Versioned, Words, WorkingDays } from './common.ts';

const GradeShown = z.object({ code: z.string(), label: Words }).meta({ id: 'Grade' });

const CoverageShown = z
  .object({ numerator: z.number(), denominator: z.number(), percent: z.number().nullable() })
  .meta({
    id: 'Coverage',
    description: 'Points backed by evidence or an observation ÷ points given, over all scorers',
  });

const EvidenceRef = z.union([z.object({ event: z.string() }), z.string()]);

const ScoreLineShown = z
  .object({
    criterion: z.string().nullable().meta({ description: 'Null: given for the whole domain' }),
    scorer: z.string(),
    body: z.string(),
    points: z.number(),
    event: z.string().meta({ description: 'Place of the score: <stream>/<version>', example: 'review/tam-ky-2022/7' }),
    evidence: list(EvidenceRef),
    observations: list(z.string()),
  })
  .meta({ id: 'ScoreLine' });

const CriterionShown = z
  .object({
    code: z.string(),
    name: Words,
    largest: z.number(),
    critical: z.boolean(),
    points: z.number().nullable(),
    coverage: CoverageShown,
  })
  .meta({ id: 'CriterionScore' });

const DomainShown = z
  .object({
    domain: z.string(),
    name: Words,
    largest: z.number(),
    scores: list(z.object({ scorer: z.string(), points: z.number() })),
    missing: z.int().meta({ description: 'Scorers still to come' }),
    gap: z.number(),
    gapTooLarge: z.boolean().meta({ description: 'Waits for the head of the steering board' }),
    settled: z.object({ points: z.number(), reason: z.string() }).nullable(),
    points: z.number().nullable().meta({ description: 'Null until it is complete and settled' }),
    coverage: CoverageShown,
    criteria: list(CriterionShown),
    lines: list(ScoreLineShown),
    scoredBodies: list(BodyId).meta({ description: 'Their members do not score it' }),
    scorers: list(z.object({ person: PersonRef, body: BodyId })).meta({
      description: 'Named for it; empty: the boards',
    }),
  })
  .meta({ id: 'DomainScore' });

const PointsShown = z
  .object({ sum: z.number(), of: z.number() })
  .nullable()
  .meta({ description: 'Of the domains that are complete; `of` is what they could give; null while none is' });

const IncidentShown = z.object({
  subject: z.string(),
  severity: z.enum(['minor', 'serious']),
  note: z.string(),
  incident: z.string().nullable(),
  from: z.string().nullable(),
});

const CauseShown = z.object({ kind: z.enum(['subjective', 'objective']), text: z.string() });
const FindingShown = z
  .object({
    id: z.string(),
    kind: z.enum(['strength', 'limit']),
    text: z.string(),
    cause: z.string().nullable(),
    causes: list(CauseShown),
    criterion: z.string().nullable(),
    category: z.string().nullable(),
    suggestion: z.string().nullable(),
    amended: list(z.string()),
    withdrawn: z.string().nullable().meta({ description: 'Why it no longer counts' }),
    actions: list(z.string()),
  })
  .meta({ id: 'Finding' });

const RetestShown = z.object({ exercise: EntityId, passed: z.boolean(), at: Instant, note: z.string() });
const STATUSES = ['open', 'completed', 'verified', 'carried', 'closed', 'waived'] as const;
export const ActionState = z.enum(STATUSES);

const Action = {
  id: z.string(),
  finding: z.string(),
  text: z.string(),
  owner: BodyId,
  ownerName: Words,
  due: LocalDate,
  firstDue: LocalDate,
  workingDaysLeft: WorkingDays,
  overdue: z.boolean(),
  measure: z.string(),
  element: z.enum(ELEMENTS).nullable(),
  needsRetest: z.boolean(),
  status: ActionState,
  statusLabel: Words,
  holder: BodyId.meta({ description: 'Whose turn it is' }),
  evidence: z.string().nullable(),
  returned: z.object({ times: z.int(), reason: z.string() }).nullable(),
  retests: list(RetestShown),
  waiver: z.object({ reason: z.string(), paper: PaperShown }).nullable(),
  carriedInto: EntityId.nullable(),
  carriedTo: list(EntityId),
} as const;
const CorrectiveAction = z.object(Action).meta({ id: 'CorrectiveAction' });

const LessonShown = z.object({ id: z.string(), text: z.string(), finding: z.string().nullable() });
const ProposalShown = z.object({
  id: z.string(),
  text: z.string(),
  owner: BodyId,
  ownerName: Words,
  due: LocalDate,
  to: z.string().nullable(),
});
const AwardShown = z.object({
  id: z.string(),
  kind: z.enum(['collective', 'individual']),
  form: z.string(),
  authority: z.string(),
  paper: PaperShown,
  count: z.int(),
  recipients: list(z.string()),
});
const DebriefPoints = list(z.object({ kind: z.enum(['strength', 'limit']), text: z.string() }));

export const ReviewShown = z
  .object({
    ...Versioned,
    exercise: EntityId,
    orgUnit: OrgUnitId,
    superiorUnit: OrgUnitId,
    phase: z.enum(['open', 'graded', 'finished', 'closed']),
    roles: list(z.enum(['steering', 'directing', 'agency'])).meta({ description: 'As what he who asks takes part' }),
    debrief: z.object({ date: LocalDate, minutes: PaperShown.nullable(), points: DebriefPoints }).nullable(),
    held: z.object({ date: LocalDate, minutes: PaperShown }).nullable(),
    scores: list(DomainShown),
    points: PointsShown,
    coverage: CoverageShown,
    result: z.object({ points: z.number(), grade: GradeShown }).nullable(),
    seriousIncidents: z.int(),
    failedTasks: list(z.string()).meta({ description: 'Critical tasks given 0: they cap the grade' }),
    incidents: list(IncidentShown),
    observations: z.int(),
    findings: list(FindingShown),
    lessons: list(LessonShown),
    proposals: list(ProposalShown),
    awards: list(AwardShown),
    actions: list(CorrectiveAction),
  })
  .meta({ id: 'Review' });

export const ActionList = z
  .object({
    ...Moment,
    actions: list(z.object({ review: EntityId, unit: OrgUnitId, ...Action }).meta({ id: 'ActionRow' })),
  })
  .meta({ id: 'ActionList', description: 'Corrective actions across reviews, by deadline' });

const PaperLine = z.object({ paper: z.string(), number: z.string(), date: LocalDate, issuer: z.string() });
const Rate = z.object({ numerator: z.number(), denominator: z.number(), percent: z.number().nullable() });
const ReportFinding = FindingShown.omit({ actions: true });

export const CarriedShown = z
  .object({
    fromReview: EntityId,
    action: z.string(),
    text: z.string(),
    measure: z.string().nullable(),
    owner: BodyId.nullable(),
    needsRetest: z.boolean().meta({ description: 'G9 waits for its retest, or for word that it has ended' }),
    times: z.int().meta({ description: 'In how many reviews of the locality it was found; more than 1: it recurs' }),
    retest: z
      .object({ passed: z.boolean(), at: Instant, note: z.string(), evidence: z.string().nullable() })
      .nullable(),
    ended: z.enum(['waived', 'closed']).nullable(),
  })
  .meta({ id: 'CarriedFinding', description: 'A limit of an earlier exercise, to be overcome in this one' });

export const ReviewReportShown = z
  .object({
    ...Versioned,
    general: z.object({
      exercise: EntityId,
      type: z.string().nullable(),
      orgUnit: OrgUnitId,
      superiorUnit: OrgUnitId,
      theme: z.string(),
      codeName: z.string().nullable(),
      scale: z.string().nullable(),
      isPilot: z.boolean(),
      startDate: LocalDate.nullable(),
      endDate: LocalDate.nullable(),
      frameStrength: z.int(),
      papers: list(PaperLine),
    }),
    preparation: z.object({
      tasks: z.int(),
      met: z.int(),
      late: z.int(),
      open: z.int(),
      waived: z.int(),
      extended: z.int(),
      returned: z.int(),
      lateTasks: list(
        z.object({
          task: z.string(),
          titleVi: z.string(),
          titleEn: z.string(),
          owner: BodyId,
          firstDue: LocalDate,
          due: LocalDate,
          verified: LocalDate.nullable(),
          days: z.int().nullable(),
        }),
      ),
      gates: list(
        z.object({
          gate: z.string(),
          passed: LocalDate.nullable(),
          override: z.object({ reason: z.string(), basis: z.string(), blockers: list(z.string()) }).nullable(),
        }),
      ),
    }),
    stages: list(z.object({ stage: z.int(), startedAt: Instant, note: z.string().nullable(), observations: z.int() })),
    mobilisation: list(
      z.object({ kind: z.enum(KINDS), counts: z.record(z.string(), z.unknown()), rates: z.record(z.string(), Rate) }),
    ),
    debrief: z.object({ date: LocalDate, points: DebriefPoints }).nullable(),
    conference: z.object({ date: LocalDate, minutes: z.string() }).nullable(),
    score: z.object({
      points: PointsShown,
      coverage: CoverageShown,
      result: z
        .object({ points: z.number(), grade: z.object({ code: z.string(), nameVi: z.string(), nameEn: z.string() }) })
        .nullable(),
      seriousIncidents: z.int(),
      failedTasks: list(z.string()),
      domains: list(
        DomainShown.omit({
          domain: true,
          name: true,
          scores: true,
          scoredBodies: true,
          scorers: true,
          criteria: true,
        }).extend({
          code: z.string(),
          nameVi: z.string(),
          nameEn: z.string(),
          criteria: list(CriterionShown.omit({ name: true }).extend({ nameVi: z.string(), nameEn: z.string() })),
        }),
      ),
    }),
    incidents: list(IncidentShown),
    strengths: list(ReportFinding),
    limits: list(ReportFinding),
    causes: list(z.object({ finding: z.string(), kind: CauseShown.shape.kind.nullable(), text: z.string() })),
    lessons: list(LessonShown),
    proposals: list(ProposalShown.omit({ ownerName: true })),
    awards: list(AwardShown),
    improvementPlan: list(
      z
        .object({
          action: z.string(),
          finding: z.string(),
          issue: z.string(),
          capability: z.string().nullable(),
          element: z.enum(ELEMENTS).nullable(),
          correctiveAction: z.string(),
          measure: z.string(),
          responsible: BodyId,
          contact: Words.meta({ description: 'Post of the point of contact, never a name' }),
          start: LocalDate,
          due: LocalDate,
          completed: LocalDate.nullable(),
          status: ActionState,
          retests: list(RetestShown),
          waiver: Action.waiver,
        })
        .meta({ id: 'ImprovementRow' }),
    ).meta({ description: 'HSEEP AAR/IP: issue, capability, action, responsible body, contact, start, completion' }),
    openActions: list(z.string()),
    recurring: list(
      z.object({
        unit: OrgUnitId,
        key: z.string(),
        times: z.int(),
        findings: list(z.object({ review: EntityId, finding: z.string(), text: z.string() })),
      }),
    ),
    earlierLimits: list(CarriedShown),
    annexes: z.object({
      observations: list(
        z.object({
          id: z.string(),
          seenAt: Instant,
          writtenAt: Instant,
          text: z.string(),
          item: z.string().nullable(),
          criterion: z.string().nullable(),
          kind: z.string(),
          by: Person,
        }),
      ),
      rollCall: list(
        z.object({
          unit: OrgUnitId,
          kind: z.enum(KINDS),
          station: z.string().nullable(),
          reportedAt: Instant,
          counts: z.record(z.string(), z.unknown()),
        }),
      ),
      money: list(z.object({ paper: z.string(), number: z.string(), date: LocalDate, amount: z.int() })),
    }),
  })
  .meta({ id: 'ReviewReport' });
