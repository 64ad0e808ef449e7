/** The staff's desk: what needs a hand now over all exercises, and the register of papers. */
import { z } from 'zod';
import { BodyId, OrgUnitId } from '../../domain/people.ts';
import { EntityId } from '../../domain/streams.ts';
import { GateCode, PaperSlot } from '../../domain/template/index.ts';
import { Instant, LocalDate } from '../../domain/time.ts';
import { list, Moment, Words, WorkingDays } from './common.ts';
import { BlockerShown, ExerciseSummary, GateShown, TaskShown } from './exercises.ts';

const ACTS = ['verify', 'decideExtension', 'urge'] as const;

const QueueTask = TaskShown.pick({
  exercise: true,
  code: true,
  title: true,
  gate: true,
  isGateTask: true,
  owner: true,
  ownerName: true,
  holder: true,
  holderName: true,
  status: true,
  statusLabel: true,
  offset: true,
  due: true,
  firstDue: true,
  workingDaysLeft: true,
  mark: true,
  markText: true,
  extendedBy: true,
  extension: true,
  since: true,
  urged: true,
})
  .extend({
    heldDays: z.int().nullable().meta({
      description:
        'Working days that it has lain where it lies; of a request, since it was asked; null without a table',
    }),
    acts: list(z.enum(ACTS)).meta({ description: 'What the asker may do about it' }),
  })
  .meta({ id: 'QueueTask' });
export type QueueTask = z.infer<typeof QueueTask>;
export type QueueAct = (typeof ACTS)[number];

const QueueGate = z
  .object({
    exercise: EntityId,
    code: GateCode,
    name: Words,
    due: LocalDate.meta({ description: 'Deadline of its gate task' }),
    workingDaysLeft: WorkingDays,
    blockers: list(BlockerShown),
  })
  .meta({ id: 'QueueGate' });

const DeskExercise = ExerciseSummary.extend({
  gates: list(z.object({ code: GateCode, name: Words, state: GateShown.shape.state })),
  blockers: list(BlockerShown).meta({ description: 'Of the next gate' }),
  overdue: z.int(),
}).meta({ id: 'DeskExercise' });

export const Queues = z
  .object({
    ...Moment,
    toVerify: list(QueueTask).meta({ description: 'Handed in; longest held first' }),
    extensions: list(QueueTask).meta({ description: 'Requests for more time that are undecided, longest first' }),
    overdue: list(QueueTask).meta({ description: 'Open after their deadline, handed in or not; latest first' }),
    gates: list(QueueGate).meta({ description: 'Next gates due within 5 working days, or past; earliest first' }),
    exercises: list(DeskExercise).meta({ description: 'Worked on, gravest first, then by opening day' }),
    slowest: list(
      z
        .object({
          body: BodyId,
          name: Words.meta({ description: 'With its locality' }),
          overdue: z.int(),
          workingDaysLate: z.int().meta({ description: 'Of its latest task' }),
          tasks: list(z.object({ exercise: EntityId, code: z.string(), title: Words })),
        })
        .meta({ id: 'SlowBody' }),
    ).meta({ description: 'Three bodies that hold most of what is overdue' }),
    units: list(z.object({ id: OrgUnitId, name: Words })).meta({ description: 'Localities of the exercises' }),
  })
  .meta({ id: 'Queues' });

const PAPER_ROW_STATES = [
  'inForce',
  'amended',
  'revoked',
  'waiting',
  'verified',
  'returned',
  'revised',
  'voided',
] as const;

const RegisterRow = z
  .object({
    key: z.string().meta({ description: 'Stable within an answer' }),
    kind: z.enum(['paper', 'amendment', 'revocation', 'evidence']),
    number: z.string(),
    date: LocalDate,
    issuer: z.string().nullable().meta({ description: 'Null for an earlier proof, of which it was not kept' }),
    subject: Words,
    exercise: EntityId,
    exerciseName: z.string(),
    orgUnit: OrgUnitId,
    slot: PaperSlot.nullable(),
    task: z.string().nullable(),
    state: z.enum(PAPER_ROW_STATES),
    stateLabel: Words,
    enteredAt: Instant.nullable(),
  })
  .meta({ id: 'RegisterRow' });
export type RegisterRow = z.infer<typeof RegisterRow>;

export const PaperRegister = z
  .object({
    ...Moment,
    papers: list(RegisterRow).meta({ description: 'Latest date first' }),
    units: list(z.object({ id: OrgUnitId, name: Words })).meta({ description: 'Localities of the exercises' }),
  })
  .meta({ id: 'PaperRegister' });
