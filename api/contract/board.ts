/** Answers of the readiness board and of the leadership home: cells, trend, decisions that wait, what changed. */
import { z } from 'zod';
import { BodyId, OrgUnitId, Post } from '../../domain/people.ts';
import { EntityId, STREAM_KINDS } from '../../domain/streams.ts';
import { ExerciseType, GateCode } from '../../domain/template/index.ts';
import { Instant, LocalDate } from '../../domain/time.ts';
import { list, Moment, Person, Versioned, Words, WorkingDays } from './common.ts';
import { PhaseShown, VerdictShown } from './exercises.ts';

export const CELL_STATES = ['passed', 'open', 'amber', 'red', 'ahead', 'none'] as const;

const Cell = z
  .object({
    gate: GateCode,
    state: z.enum(CELL_STATES).meta({
      description:
        'passed; open: its turn is here; amber: a task of it is late; red: it holds the exercise up; ahead: not yet; none: the exercise rests',
    }),
    date: LocalDate.nullable().meta({ description: 'Deadline of its gate task' }),
    open: z.int().meta({ description: 'Tasks of it that are not done' }),
    first: z.string().nullable().meta({ description: 'Task that holds it up, else the open one that falls due first' }),
  })
  .meta({ id: 'ReadinessCell' });

const Counts = { green: z.int(), amber: z.int(), red: z.int(), none: z.int() } as const;

const Row = z
  .object({
    id: EntityId,
    type: ExerciseType,
    orgUnit: OrgUnitId,
    unitName: Words,
    cluster: z.object({ id: OrgUnitId, name: Words }).nullable().meta({ description: 'Its regional command' }),
    parentId: EntityId.nullable(),
    theme: z.string(),
    codeName: z.string().nullable(),
    isPilot: z.boolean(),
    phase: PhaseShown,
    phaseLabel: Words,
    startDate: LocalDate.nullable(),
    workingDaysLeft: WorkingDays,
    verdict: VerdictShown,
    reasons: z.int().meta({ description: 'How many; red ones and late tasks' }),
    worst: z.int().meta({ description: 'For the order "worst first": larger is worse' }),
    reason: Words.nullable().meta({ description: 'The gravest' }),
    ratio: z.object({ verified: z.int(), due: z.int() }).nullable().meta({
      description: 'Verified among the tasks due so far; null while none is due',
    }),
    cells: list(Cell).meta({ description: 'In the order of `gates`; empty before it is planned' }),
  })
  .meta({ id: 'ReadinessCells' });

export const ReadinessCellBoard = z
  .object({
    ...Moment,
    gates: list(z.object({ code: GateCode, name: Words })),
    rule: z.object({ redWhenGateTaskLate: z.int(), redWhenGateWithin: z.int() }).meta({
      description:
        'Red: a gate task more than so many working days late, or a gate within so many with open predecessors',
    }),
    counts: z.object(Counts),
    rows: list(Row).meta({ description: 'By id' }),
  })
  .meta({ id: 'ReadinessCellBoard' });

export const ReadinessTrend = z
  .object({
    ...Moment,
    days: list(z.object({ day: LocalDate, ...Counts }).meta({ id: 'TrendDay' })).meta({
      description: 'Working days, the last one today; each as it stood at its end',
    }),
    better: z.int().meta({ description: 'Exercises whose verdict is better today than on the first day' }),
    worse: z.int(),
    exercises: list(
      z.object({
        id: EntityId,
        verdicts: z
          .string()
          .regex(/^[garn]*$/)
          .meta({ description: 'One letter a day: green, amber, red, none', example: 'nggarr' }),
      }),
    ).meta({ description: 'By id' }),
  })
  .meta({ id: 'ReadinessTrend' });

export const DECISIONS = ['gate', 'second', 'override', 'extension', 'score', 'city'] as const;

const Days = z.object({ startDate: LocalDate, endDate: LocalDate });
const Decision = z
  .object({
    key: z.string().meta({ description: 'Stable while it waits', example: 'exercise/tam-ky-2022/gate/G4' }),
    kind: z.enum(DECISIONS).meta({
      description:
        'gate: nothing blocks it; second: the second word of two; override: the same while something blocks it, with reason and basis on the file itself; extension: more time asked for; score: scorers too far apart; city: an answer to a change of the city',
    }),
    exercise: EntityId,
    version: z.int().meta({ description: 'Of the file that the decision is written into' }),
    theme: z.string(),
    orgUnit: OrgUnitId,
    unitName: Words,
    subject: z.string().meta({ description: 'Code of the gate, the task or the domain; the change of the city' }),
    title: Words,
    text: Words,
    since: Instant.nullable().meta({ description: 'Since when it waits' }),
    due: LocalDate.nullable(),
    workingDaysLeft: WorkingDays,
    deciders: list(z.object({ body: BodyId, name: Words })),
    post: Post.nullable().meta({ description: 'Null: anybody of the body' }),
    yours: z.boolean().meta({ description: 'It waits for who asks, in the duty that he acts under' }),
    extension: z.object({ until: LocalDate, reason: z.string(), askedBy: Person }).nullable(),
    score: z
      .object({
        name: Words,
        gap: z.number(),
        largest: z.number(),
        of: z.number().meta({ description: 'Points that the domain can give' }),
        points: list(z.number()),
      })
      .nullable(),
    city: z.object({ reason: z.string(), from: Days.nullable(), to: Days.nullable() }).nullable(),
  })
  .meta({ id: 'Decision' });
export type Decision = z.infer<typeof Decision>;

export const DecisionList = z
  .object({ ...Moment, decisions: list(Decision).meta({ description: 'Yours first, then those that wait longest' }) })
  .meta({ id: 'DecisionList' });

export const RecentChanges = z
  .object({
    ...Moment,
    position: z.int().meta({ description: 'Of the last event in the ledger; remember it as the next `after`' }),
    changes: list(
      z
        .object({
          position: z.int(),
          kind: z.enum(STREAM_KINDS),
          id: EntityId,
          version: z.int(),
          theme: z.string().nullable().meta({ description: 'Of the exercise' }),
          type: z.string(),
          sentence: Words,
          at: Instant,
          recordedAt: Instant,
          by: Person,
        })
        .meta({ id: 'RecentChange' }),
    ).meta({ description: 'Latest first; reminders are left out, they have a list of their own' }),
    more: z.boolean().meta({ description: 'There were more since `after`' }),
  })
  .meta({ id: 'RecentChanges' });

export const Integrity = z
  .object({
    ...Versioned,
    ok: z.boolean(),
    events: z.int().meta({ description: 'Found as they were written' }),
    position: z.int().meta({ description: 'In the ledger, of the last one found good' }),
    hash: z.string().nullable().meta({ description: 'Its hash, computed anew' }),
    firstBad: z
      .object({ version: z.int(), position: z.int(), reason: Words })
      .nullable()
      .meta({ description: 'The first event that is not what was written' }),
  })
  .meta({ id: 'Integrity' });
