/** Answers about planning: room and critical path, clashes across exercises, the run, and what a command would do. */
import { z } from 'zod';
import { ITEM_PARTS, OBSERVATION_KINDS } from '../../domain/exercise/run-state.ts';
import { Audience } from '../../domain/ladder/index.ts';
import { BodyId } from '../../domain/people.ts';
import { CLASH_KINDS } from '../../domain/planning/clash.ts';
import { EntityId, StreamId } from '../../domain/streams.ts';
import { GateCode } from '../../domain/template/index.ts';
import { Instant, LocalDate } from '../../domain/time.ts';
import { list, Moment, Person, ProblemBody, Versioned, Words } from './common.ts';
import { TASK_STATUSES } from './exercises.ts';

const Days = z.int().meta({ description: 'Working days' });

const PlannedTask = z
  .object({
    code: z.string(),
    title: Words,
    gate: GateCode,
    owner: BodyId,
    status: z.enum(TASK_STATUSES),
    offset: z.string().meta({ example: 'T-45' }),
    after: list(z.string()),
    start: LocalDate.nullable().meta({
      description: 'Deadline of the latest predecessor, from which the plan counts it',
    }),
    due: LocalDate,
    firstDue: LocalDate,
    duration: Days.nullable().meta({ description: 'Working days that the plan gives it; null when it is done' }),
    earliest: LocalDate.nullable().meta({ description: 'Earliest possible finish from today; null when done' }),
    latest: LocalDate.nullable().meta({ description: 'Latest finish that still keeps every deadline after it' }),
    slack: Days.nullable().meta({ description: 'From earliest to latest; negative: it cannot be kept at this pace' }),
    critical: z.boolean(),
  })
  .meta({ id: 'PlannedTask' });

const PlannedGate = z
  .object({
    code: GateCode,
    name: Words,
    passedOn: LocalDate.nullable(),
    windowFrom: LocalDate.nullable(),
    windowTo: LocalDate.nullable(),
    due: LocalDate.nullable().meta({ description: 'Deadline of its gate task' }),
    earliest: LocalDate.nullable().meta({ description: 'Earliest possible day at the present pace; null once passed' }),
    late: Days.nullable().meta({ description: 'From its deadline to that day; 0 when it can be kept' }),
  })
  .meta({ id: 'PlannedGate' });

export const Plan = z
  .object({
    ...Versioned,
    startDate: LocalDate.nullable(),
    endDate: LocalDate.nullable(),
    leastSlack: Days.nullable().meta({ description: 'Null when no task is open or the calendar does not reach' }),
    tasks: list(PlannedTask).meta({ description: 'In order of code' }),
    criticalPaths: list(list(z.string())).meta({ description: 'Chains of tasks with the least slack, longest first' }),
    gates: list(PlannedGate),
  })
  .meta({ id: 'Plan' });

export const ClashShown = z
  .object({
    key: z.string().meta({ description: 'Stable as long as the clash is; `AcceptClash` names it' }),
    kind: z.enum(CLASH_KINDS),
    label: Words,
    severity: z.enum(['clash', 'warning']),
    severityLabel: Words,
    exercises: list(EntityId),
    from: LocalDate,
    until: LocalDate,
    subject: z.string(),
    needed: z.int().nullable(),
    available: z.int().nullable(),
    tasks: list(z.string()).meta({ description: '<exercise>/<task>' }),
    text: Words,
    accepted: list(
      z.object({ exercise: EntityId, reason: z.string(), at: Instant, by: Person }).meta({ id: 'ClashAcceptance' }),
    ),
  })
  .meta({ id: 'Clash' });
export const ClashList = z.object({ ...Moment, clashes: list(ClashShown) }).meta({ id: 'ClashList' });
export const ExerciseClashes = z
  .object({ ...Versioned, unresolved: z.int(), clashes: list(ClashShown) })
  .meta({ id: 'ExerciseClashes' });

const Times = {
  plannedStart: Instant.nullable(),
  plannedEnd: Instant.nullable(),
  startedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  startDelay: z.int().nullable().meta({ description: 'Minutes from planned to actual start; negative: early' }),
  endDelay: z.int().nullable().meta({ description: 'Minutes from planned to actual end; negative: early' }),
  minutes: z.int().nullable().meta({ description: 'Minutes played so far, without pauses' }),
} as const;

const ItemShown = z
  .object({
    item: z.string(),
    label: z.string(),
    part: z.enum(ITEM_PARTS),
    problem: z.int().nullable(),
    ...Times,
  })
  .meta({ id: 'ContentItem' });

export const RunShown = z
  .object({
    ...Versioned,
    openedAt: Instant.nullable(),
    closedAt: Instant.nullable(),
    pausedBecause: z.string().nullable(),
    minutes: z.int().nullable().meta({ description: 'Minutes played so far, without pauses' }),
    current: z.int().nullable().meta({ description: 'Stage being played' }),
    stages: list(
      z
        .object({
          stage: z.int(),
          name: z.string().nullable(),
          note: z.string().nullable(),
          ...Times,
          items: list(ItemShown),
        })
        .meta({ id: 'StageShown' }),
    ),
    pauses: list(z.object({ from: Instant, until: Instant.nullable(), reason: z.string() })),
    observations: list(
      z
        .object({
          id: z.string(),
          seenAt: Instant,
          writtenAt: Instant,
          text: z.string(),
          item: z.string().nullable(),
          criterion: z.string().nullable(),
          kind: z.enum(OBSERVATION_KINDS),
          kindLabel: Words,
          by: Person,
        })
        .meta({ id: 'Observation' }),
    ).meta({ description: 'In the order seen' }),
    criteria: list(z.object({ criterion: z.string(), domain: Words, name: Words })).meta({
      description: 'Of the score sheet, as `domain/criterion`: what an observation may speak to',
    }),
  })
  .meta({ id: 'RunShown' });

const Named = { task: z.string(), title: Words } as const;
const Rungs = z
  .object({
    total: z.int(),
    first: list(z.object({ ...Named, rung: z.string(), audience: Audience, at: Instant }).meta({ id: 'UpcomingRung' })),
  })
  .meta({ id: 'UpcomingRungs', description: 'How many, and the first 30 in time' });

export const EffectsShown = z
  .object({
    deadlines: list(z.object({ ...Named, from: LocalDate, to: LocalDate, days: Days.nullable() })),
    added: list(z.object({ ...Named, due: LocalDate })),
    dropped: list(z.object(Named)),
    voided: list(z.object(Named)).meta({ description: 'Done now, to be done again after it' }),
    papersVoided: list(Words),
    gatesReopened: list(GateCode),
    reminders: z.object({ silenced: Rungs, sounding: Rungs }),
    overdue: list(z.object({ ...Named, due: LocalDate, days: Days.nullable(), text: Words })).meta({
      description: 'Deadlines that lie in the past only because of it',
    }),
    clashesNew: list(ClashShown),
    clashesResolved: list(ClashShown),
    slack: list(z.object({ ...Named, from: Days.nullable(), to: Days.nullable() })),
  })
  .meta({ id: 'Effects' });

const PreviewedEvent = z
  .object({
    version: z.int(),
    type: z.string(),
    sentence: Words,
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'PreviewedEvent' });

const DaysShown = z.object({ startDate: LocalDate, endDate: LocalDate }).nullable();
const FollowUpShown = z
  .object({
    stream: StreamId,
    command: z.string(),
    events: list(PreviewedEvent),
    refused: ProblemBody.nullable(),
    from: DaysShown.meta({ description: 'Days of the exercise before it; null for other streams' }),
    to: DaysShown,
    deadlines: z.int().meta({ description: 'How many of its deadlines move' }),
  })
  .meta({ id: 'PreviewedFollowUp' });

export const Preview = z
  .discriminatedUnion('accepted', [
    z.object({
      accepted: z.literal(true),
      version: z.int().meta({ description: 'Send it back as `expectedVersion` to commit exactly this' }),
      today: LocalDate,
      events: list(PreviewedEvent),
      effects: EffectsShown.nullable().meta({ description: 'Of an exercise; null for other kinds' }),
      followUps: list(FollowUpShown),
    }),
    z.object({ accepted: z.literal(false), version: z.int(), today: LocalDate, problem: ProblemBody }),
  ])
  .meta({ id: 'Preview' });
