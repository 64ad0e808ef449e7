/** The form of a plan file: exercises, papers, drill figures, reviews, and how people behave. Strict: an unknown field is a fault. */
import { z } from 'zod';
import { CountFields } from '../domain/drill/counts.ts';
import { Kind } from '../domain/drill/index.ts';
import { BOARDS } from '../domain/exercise/index.ts';
import { LEVELS } from '../domain/organisation/state.ts';
import { BodyCode, BodyId, OrgUnitId } from '../domain/people.ts';
import { SCORE_DOMAINS } from '../domain/review/index.ts';
import { EntityId } from '../domain/streams.ts';
import { ExerciseType, GateCode, TaskCode } from '../domain/template/index.ts';
import { Reason, Seat, text } from '../domain/text.ts';
import { LocalDate } from '../domain/time.ts';

const Notes = z
  .array(text(500))
  .max(50)
  .optional()
  .meta({ description: 'Where facts come from; what is invented says TDE' });
const WorkingDays = z.int().min(0).max(250);
const OneTask = { exercise: EntityId, task: TaskCode };

const PlannedExercise = z.strictObject({
  id: EntityId,
  type: ExerciseType,
  orgUnit: OrgUnitId,
  superiorUnit: OrgUnitId.optional(),
  parentId: EntityId.optional(),
  theme: text(300),
  codeName: text(40).optional(),
  scale: text(120).optional(),
  isPilot: z.boolean().default(false),
  withDrill: z.boolean().optional(),
  startDate: LocalDate,
  endDate: LocalDate,
  openOn: LocalDate.optional().meta({
    description: 'Day the file is opened; default five working days before its first deadline',
  }),
  owners: z.partialRecord(BodyCode, BodyId).optional(),
  retests: z
    .array(
      z.strictObject({
        fromReview: EntityId,
        action: z.string().regex(/^[A-Z]\d{1,3}$/),
        passed: z.boolean(),
        note: text(300),
      }),
    )
    .default([])
    .meta({ description: 'Findings of earlier reviews tried again here, on the closing day' }),
  strength: z.int().min(0).max(100_000).optional().meta({ description: 'People planned; shown, not computed with' }),
  notes: Notes,
});
export type PlannedExercise = z.infer<typeof PlannedExercise>;

export const PAPER_KINDS = ['resolution', ...BOARDS, 'frame'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

const PlannedPaper = z.strictObject({
  exercise: EntityId,
  kind: z.enum(PAPER_KINDS),
  number: text(60),
  date: LocalDate.optional().meta({ description: 'Left out: the day its task is handed in' }),
  issuer: text(120),
  signerPost: text(80).optional(),
  headPost: text(120).optional(),
  seats: z.array(Seat).max(100).optional(),
  notes: Notes,
});
export type PlannedPaper = z.infer<typeof PlannedPaper>;

const PlannedRow = CountFields.extend({
  unit: OrgUnitId,
  kind: Kind,
  station: text(20).optional(),
  notes: Notes,
});
export type PlannedRow = z.infer<typeof PlannedRow>;

const PlannedDrill = z.strictObject({
  exercise: EntityId,
  targets: z
    .strictObject({ reservist: z.number().min(0).max(100), vehicle: z.number().min(0).max(100) })
    .default({ reservist: 100, vehicle: 100 }),
  rows: z.array(PlannedRow).max(500),
  incidents: z
    .array(
      z.strictObject({
        incident: z.string().regex(/^[A-Z]\d{1,3}$/),
        subject: z.enum(['people', 'weapons', 'vehicles']),
        severity: z.enum(['minor', 'serious']),
        note: text(300),
      }),
    )
    .default([])
    .meta({ description: 'Reported at 14:00 on the opening day' }),
  notes: Notes,
});
export type PlannedDrill = z.infer<typeof PlannedDrill>;

const LocalId = z.string().regex(/^[A-Z]\d{1,3}$/);
const Points = z.number().min(0).max(100);

const PlannedReview = z.strictObject({
  exercise: EntityId,
  scores: z.record(z.enum(SCORE_DOMAINS), z.tuple([Points, Points])).meta({ description: 'Two scorers a domain' }),
  settled: z.array(z.strictObject({ domain: z.enum(SCORE_DOMAINS), points: Points, reason: Reason })).default([]),
  incidents: z
    .array(
      z.strictObject({
        subject: z.enum(['people', 'weapons', 'vehicles']),
        severity: z.enum(['minor', 'serious']),
        note: text(500),
      }),
    )
    .default([]),
  findings: z
    .array(
      z.strictObject({
        id: LocalId,
        kind: z.enum(['strength', 'limit']),
        text: text(1000),
        cause: text(500).optional(),
        actions: z
          .array(
            z.strictObject({
              id: LocalId,
              text: text(500),
              owner: BodyId,
              dueAfter: WorkingDays.min(5).meta({ description: 'Working days after closing' }),
              measure: text(300),
              evidence: text(300),
              carryInto: EntityId.optional(),
            }),
          )
          .default([]),
      }),
    )
    .default([]),
  notes: Notes,
});
export type PlannedReview = z.infer<typeof PlannedReview>;

const Late = z.strictObject({
  body: BodyCode.optional(),
  task: TaskCode.optional(),
  exercise: EntityId.optional(),
  days: WorkingDays,
});
export type Late = z.infer<typeof Late>;

const Behaviours = z.strictObject({
  late: z.array(Late).default([]).meta({ description: 'Hands in this many working days after the deadline' }),
  returned: z
    .array(z.strictObject({ ...OneTask, reason: Reason, days: WorkingDays.default(1) }))
    .default([])
    .meta({ description: 'Handed in two working days early, returned once, handed in again after `days`' }),
  held: z
    .array(z.strictObject({ ...OneTask, days: WorkingDays }))
    .default([])
    .meta({ description: 'Lies with the verifier this many working days' }),
  extensions: z
    .array(
      z.strictObject({
        ...OneTask,
        days: WorkingDays.min(1),
        reason: Reason,
        granted: z.boolean(),
        decidedAfter: WorkingDays.default(0),
      }),
    )
    .default([]),
  moves: z
    .array(
      z.strictObject({ exercise: EntityId, on: LocalDate, startDate: LocalDate, endDate: LocalDate, reason: Reason }),
    )
    .default([]),
  postponements: z
    .array(
      z.strictObject({
        exercise: EntityId,
        on: LocalDate,
        resumeOn: LocalDate,
        startDate: LocalDate,
        endDate: LocalDate,
        reason: Reason,
      }),
    )
    .default([]),
  overrides: z
    .array(z.strictObject({ exercise: EntityId, gate: GateCode, reason: Reason, basis: text(200) }))
    .default([])
    .meta({ description: 'Gates the head passes despite blockers on the day of the gate task' }),
  attempts: z
    .array(z.strictObject({ exercise: EntityId, gate: GateCode, on: LocalDate }))
    .default([])
    .meta({ description: 'Gates the head tries to pass on a day without an override; a rule may refuse it' }),
});
export type Behaviours = z.infer<typeof Behaviours>;
const NO_BEHAVIOURS: Behaviours = Behaviours.parse({});

const Sample = z.strictObject({
  day: LocalDate,
  hour: z.int().min(0).max(23).default(8),
  minute: z.int().min(0).max(59).default(30),
  behaviours: Behaviours.default(NO_BEHAVIOURS).meta({ description: 'Added to those of the season' }),
  notes: Notes,
});

export const PlannedUnit = z.strictObject({
  id: OrgUnitId,
  vi: text(80),
  en: text(80),
  level: z.enum(LEVELS).optional(),
  parent: OrgUnitId.optional(),
});

export const PlanShape = z.strictObject({
  $schema: z.string().optional(),
  name: EntityId,
  title: text(200),
  authority: text(200),
  notes: Notes,
  units: z.array(PlannedUnit).default([]).meta({
    description:
      'Localities by the names that follow the name of a body; level and superior, where no exercise of the plan says them',
  }),
  exercises: z.array(PlannedExercise).min(1).max(500),
  papers: z.array(PlannedPaper).default([]),
  drills: z.array(PlannedDrill).default([]),
  reviews: z.array(PlannedReview).default([]),
  behaviours: Behaviours.default(NO_BEHAVIOURS),
  sample: Sample.optional(),
});
export type SeasonPlan = z.infer<typeof PlanShape>;
