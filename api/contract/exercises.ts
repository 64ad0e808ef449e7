/** Answers about exercises: list, file, checklist, gates, reminders, readiness. */
import { z } from 'zod';
import { EvidenceFile } from '../../domain/exercise/evidence.ts';
import { BOARDS } from '../../domain/exercise/index.ts';
import { Audience } from '../../domain/ladder/index.ts';
import { BodyCode, BodyId, OrgUnitId, Post } from '../../domain/people.ts';
import { EntityId } from '../../domain/streams.ts';
import { ExerciseType, GateCode, RehearsalStep } from '../../domain/template/index.ts';
import { Instant, LocalDate } from '../../domain/time.ts';
import {
  ClassificationShown,
  list,
  Moment,
  PaperShown,
  Person,
  SeatShown,
  Versioned,
  Words,
  WorkingDays,
} from './common.ts';
import { CarriedShown } from './reviews.ts';
import { WaitsOnMe, WaitsOnOthers } from './waiting.ts';

export const PHASES = [
  'draft',
  'planned',
  'preparing',
  'ready',
  'running',
  'reviewing',
  'closed',
  'cancelled',
  'postponed',
] as const;
export const PhaseShown = z.enum(PHASES).meta({ id: 'Phase' });
export type PhaseShown = z.infer<typeof PhaseShown>;

export const TASK_STATUSES = ['waiting', 'open', 'started', 'submitted', 'returned', 'verified', 'waived'] as const;
export const VerdictShown = z.enum(['green', 'amber', 'red', 'none']).meta({ id: 'Verdict' });

const Ratio = z
  .object({ verified: z.int(), due: z.int(), percent: z.number() })
  .nullable()
  .meta({ description: 'Verified among the tasks due so far; null while none is due: "no data", neither 0 nor 100 %' });

const Reason = z
  .object({
    kind: z.enum(['gate-task-late', 'gate-near', 'task-late']),
    gate: z.string().nullable(),
    task: z.string(),
    bodies: list(BodyId).meta({ description: 'Whose turn it is' }),
    date: LocalDate.meta({ description: 'The deadline missed, or the date of the gate' }),
    days: z.int().meta({ description: 'Working days late, or working days until the gate' }),
    open: list(z.string()).meta({ description: 'Open predecessors' }),
    text: Words,
  })
  .meta({ id: 'ReadinessReason' });

export const ReadinessShown = z
  .object({
    verdict: VerdictShown,
    label: Words,
    sentence: Words,
    reasons: list(Reason).meta({ description: 'Gravest first' }),
    ratio: Ratio,
    bodies: list(z.object({ body: BodyId, name: Words, verified: z.int(), due: z.int(), late: z.int() })),
  })
  .meta({ id: 'Readiness' });

const GateName = z.object({ code: GateCode, name: Words }).meta({ id: 'GateName' });

const Summary = {
  id: EntityId,
  version: z.int(),
  type: ExerciseType,
  typeLabel: Words,
  orgUnit: OrgUnitId,
  parentId: EntityId.nullable(),
  theme: z.string(),
  codeName: z.string().nullable(),
  isPilot: z.boolean(),
  phase: PhaseShown,
  phaseLabel: Words,
  startDate: LocalDate.nullable(),
  endDate: LocalDate.nullable(),
  firstDue: LocalDate.nullable().meta({ description: 'The earliest deadline; null for a draft' }),
  workingDaysLeft: WorkingDays,
  nextGate: GateName.nullable(),
} as const;

export const ExerciseSummary = z
  .object({ ...Summary, verdict: VerdictShown, verdictLabel: Words })
  .meta({ id: 'ExerciseSummary' });
export const ExerciseList = z
  .object({
    ...Moment,
    exercises: list(ExerciseSummary),
    units: list(z.object({ id: OrgUnitId, name: Words })).meta({ description: 'Localities of the exercises' }),
  })
  .meta({ id: 'ExerciseList' });

export const ReadinessBoard = z
  .object({
    ...Moment,
    counts: z.object({ green: z.int(), amber: z.int(), red: z.int(), none: z.int() }),
    exercises: list(z.object({ ...Summary, readiness: ReadinessShown }).meta({ id: 'ReadinessRow' })),
  })
  .meta({ id: 'ReadinessBoard' });

export const BlockerShown = z
  .object({
    kind: z.enum(['gate', 'task', 'paper', 'clash', 'run', 'drill', 'review', 'finding', 'issue']),
    code: z.string().meta({ description: 'Code of the gate or task, name of the paper, or the kind itself' }),
    status: z.enum(TASK_STATUSES).nullable(),
    due: LocalDate.nullable(),
    workingDaysLeft: WorkingDays,
    holder: BodyId.nullable(),
    holderName: Words.nullable(),
    waitsOn: list(z.string()),
    title: Words.nullable().meta({ description: 'Of the task; null for everything else, and for work of others' }),
    text: Words,
  })
  .meta({ id: 'Blocker' });

export const GateShown = z
  .object({
    code: GateCode,
    name: Words,
    gateTask: z.string(),
    state: z.enum(['passed', 'open', 'blocked', 'notYet']),
    label: Words,
    window: z
      .object({
        from: z.string().nullable(),
        to: z.string(),
        fromDate: LocalDate.nullable(),
        toDate: LocalDate.nullable(),
      })
      .nullable(),
    passed: z
      .object({
        at: Instant,
        by: Person,
        paper: PaperShown.nullable(),
        override: z.object({ reason: z.string(), basis: z.string(), blockers: list(z.string()) }).nullable(),
      })
      .nullable(),
    twoPersons: z.boolean().meta({ description: 'Passed by two different persons' }),
    approvals: list(
      z.object({
        at: Instant,
        by: Person,
        withConditions: z.boolean().meta({ description: 'The head of the steering board passes it with things open' }),
      }),
    ).meta({ description: 'Where two persons are asked for' }),
    blockers: list(BlockerShown),
  })
  .meta({ id: 'Gate' });
export const GateAnswer = z.object({ ...Versioned, gate: GateShown }).meta({ id: 'GateAnswer' });

const Wanted = z.object({ kind: z.string(), label: Words }).meta({ id: 'EvidenceWanted' });
const Given = z
  .object({
    number: z.string(),
    date: LocalDate,
    holder: z.string(),
    note: z.string().optional(),
    counts: z.record(z.string(), z.int()).optional(),
    files: list(EvidenceFile).optional(),
    at: Instant,
    by: Person,
  })
  .meta({ id: 'EvidenceGiven' });

export const TaskShown = z
  .object({
    exercise: EntityId,
    code: z.string(),
    title: Words,
    gate: GateCode,
    isGateTask: z.boolean(),
    owner: BodyId,
    ownerName: Words,
    holder: BodyId.meta({ description: 'Whose turn it is: the owner, or the body that verifies what was submitted' }),
    holderName: Words,
    status: z.enum(TASK_STATUSES),
    statusLabel: Words,
    offset: z.string().meta({ example: 'T-45' }),
    due: LocalDate,
    firstDue: LocalDate.meta({ description: 'The deadline set first; a late task never looks punctual after a move' }),
    workingDaysLeft: WorkingDays,
    mark: z.enum(['done', 'doneLate', 'notApplicable', 'overdue', 'today', 'ahead']),
    markText: Words,
    after: list(z.string()),
    waitsOn: list(z.string()).meta({ description: 'Predecessors that are not done' }),
    referenceOnly: z.boolean(),
    classification: ClassificationShown.nullable(),
    evidenceWanted: Wanted.nullable(),
    evidenceGiven: Given.nullable(),
    extension: z.object({ until: LocalDate, reason: z.string(), askedAt: Instant, askedBy: Person }).nullable(),
    extendedBy: z.int(),
    returned: z.object({ times: z.int(), reason: z.string() }).nullable(),
    startedBy: Person.nullable(),
    verifiedAt: Instant.nullable(),
    waivedReason: z.string().nullable(),
    person: z.string().nullable().meta({ description: "Who of the owner's body holds it: an opaque reference" }),
    accepted: Person.nullable(),
    since: Instant.meta({ description: 'Since when it stands as it stands' }),
    urged: z
      .object({ at: Instant, by: Person, times: z.int() })
      .nullable()
      .meta({ description: 'When it was last urged, by whom, and how often in all' }),
    comments: z.int().meta({ description: 'How many; their texts come with the task itself' }),
    submissions: list(
      z.object({
        number: z.string(),
        date: LocalDate,
        at: Instant,
        by: Person,
        outcome: z.enum(['waiting', 'verified', 'returned', 'revised', 'voided']),
        reason: z.string().nullable(),
      }),
    ).meta({ description: 'Every proof handed in, first to last, and what became of it' }),
    originalOffset: z.string().nullable().meta({ description: 'Of the template, where a compressed run changed it' }),
    rehearsal: RehearsalStep.nullable(),
    origin: z.enum(['template', 'added']),
  })
  .meta({ id: 'Task' });
export type TaskShown = z.infer<typeof TaskShown>;

export const Checklist = z
  .object({
    ...Versioned,
    phase: PhaseShown,
    tasks: list(TaskShown).meta({ description: 'In order of code' }),
    dropped: list(z.object({ task: z.string(), title: Words, reason: z.string(), at: Instant })).meta({
      description: 'Tasks of the template that this exercise does without',
    }),
    compression: z
      .object({ available: z.int(), longest: z.int(), keepLast: z.int() })
      .nullable()
      .meta({ description: 'How far a compressed run was drawn together, in working days' }),
  })
  .meta({ id: 'Checklist' });

const DaysShown = z.object({ startDate: LocalDate, endDate: LocalDate });

export const ExerciseFile = z
  .object({
    ...Versioned,
    ...Summary,
    superiorUnit: OrgUnitId.nullable(),
    scale: z.string().nullable(),
    withDrill: z.boolean(),
    roles: list(BodyCode).meta({ description: 'Under which codes he who asks answers in this file' }),
    beside: z
      .object({ drill: z.boolean(), review: z.boolean() })
      .meta({ description: 'Whether a drill, a review stands under the same id that he who asks may read' }),
    postponed: z.object({ since: Instant, reason: z.string() }).nullable(),
    template: z.object({ id: z.string(), version: z.int() }).nullable(),
    calendarVersion: z.string().nullable(),
    resolution: PaperShown.nullable(),
    boards: list(
      z.object({
        board: z.enum(BOARDS),
        paper: PaperShown,
        headPost: z.string(),
        seats: list(SeatShown),
        subcommittees: list(z.object({ name: z.string(), seats: list(SeatShown) })).optional(),
      }),
    ),
    frame: z.object({ paper: PaperShown, seats: list(SeatShown) }).nullable(),
    classification: ClassificationShown.nullable(),
    gates: list(GateShown),
    readiness: ReadinessShown,
    children: list(ExerciseSummary),
    tasks: z.object({ total: z.int(), done: z.int(), overdue: z.int() }),
    nextDeadlines: list(TaskShown).meta({ description: 'The five open tasks that fall due first' }),
    stages: list(z.object({ stage: z.int(), at: Instant, note: z.string().nullable() })),
    drill: z.object({ present: z.int(), ordered: z.int() }).nullable(),
    review: z.object({ points: z.number(), grade: z.string(), label: Words }).nullable(),
    cityAsks: list(
      z.object({
        change: z.enum(['rescheduled', 'postponed', 'resumed', 'cancelled']),
        because: z.string(),
        reason: z.string(),
        at: Instant,
        from: DaysShown.nullable(),
        to: DaysShown.nullable(),
      }),
    ).meta({ description: 'Changes of the city that wait for `AnswerCity`' }),
    resources: z.object({
      venues: list(z.string()),
      vehicles: list(z.object({ class: z.string(), count: z.int() })),
    }),
    carried: list(CarriedShown),
  })
  .meta({ id: 'ExerciseFile' });

const Reminder = z
  .object({
    id: z.string().meta({ description: '<stream>/<version> of the event', example: 'exercise/tam-ky-2022/57' }),
    exercise: EntityId,
    version: z.int(),
    kind: z.enum(['reminder', 'escalation', 'urging']).meta({ description: '`urging`: by hand, with `UrgeTask`' }),
    of: z.enum(['task', 'action', 'station']),
    task: z.string().meta({ description: 'Code of the task, the corrective action or the assembly station' }),
    title: Words.nullable(),
    rung: z.string().meta({ description: 'Id of the rung on the ladder of the exercise', example: 'before7' }),
    audience: Audience,
    to: BodyId,
    toName: Words,
    post: Post,
    deadline: LocalDate,
    daysLeft: z.int().meta({ description: 'Working days to the deadline when it was told; negative when late' }),
    at: Instant,
    rungAt: Instant.meta({ description: 'When it should have been told' }),
    lateMinutes: z.int().meta({ description: 'How late it was told, after an outage' }),
    waitsOn: list(z.string()),
    acknowledgedAt: Instant.nullable().meta({ description: 'When the body told said that it knows' }),
    text: Words,
  })
  .meta({ id: 'Reminder' });
export const ReminderShown = Reminder;
export type ReminderShown = z.infer<typeof Reminder>;
export const Reminders = z
  .object({ ...Versioned, reminders: list(Reminder).meta({ description: 'In the order told' }) })
  .meta({ id: 'Reminders' });

export const BodyReminders = z
  .object({ ...Moment, body: BodyId, name: Words, reminders: list(Reminder).meta({ description: 'Latest first' }) })
  .meta({ id: 'BodyReminders' });

export const ReminderLog = z
  .object({
    ...Moment,
    reminders: list(Reminder).meta({ description: 'Latest first' }),
    nextAfter: z.string().nullable().meta({ description: '`after` of the next page; null on the last' }),
  })
  .meta({ id: 'ReminderLog' });

export const BodyDigest = z
  .object({
    ...Moment,
    body: BodyId,
    name: Words,
    told: list(z.object({ exercise: EntityId, theme: z.string(), reminders: list(Reminder) })).meta({
      description: 'Everything told to the body and its head on this day, by exercise, in the order told',
    }),
    overdue: list(TaskShown).meta({ description: 'Open tasks whose turn is here, past their deadline' }),
    dueSoon: list(TaskShown).meta({ description: 'Open tasks whose turn is here, due in the next 7 working days' }),
    returned: list(TaskShown),
    waitingOnIt: list(TaskShown).meta({ description: 'Tasks of others that wait for a task of this body' }),
    undecided: list(TaskShown).meta({ description: 'Requests for more time that this body must decide' }),
  })
  .meta({ id: 'BodyDigest' });

export const GROUPS = ['returned', 'overdue', 'dueThisWeek', 'upcoming', 'waiting', 'submitted', 'verified'] as const;
export const BodyTasks = z
  .object({
    ...Moment,
    body: BodyId,
    name: Words,
    counts: z.object(Object.fromEntries(GROUPS.map((group) => [group, z.int()])) as Record<Group, z.ZodInt>), // one per group
    tasks: list(TaskShown.extend({ group: z.enum(GROUPS) }).meta({ id: 'BodyTask' })).meta({
      description: 'By group in the order of `counts`, then by deadline; waived tasks are left out',
    }),
    toVerify: list(TaskShown).meta({ description: 'Submitted tasks of other bodies that this body may verify' }),
    waitsOnMe: list(WaitsOnMe).meta({ description: 'By deadline' }),
    waitsOnOthers: list(WaitsOnOthers).meta({ description: 'By deadline' }),
  })
  .meta({ id: 'BodyTasks' });
export type Group = (typeof GROUPS)[number];
