/** Answers about the preparation: one task whole, rehearsals, proposals, differences of templates. */
import { z } from 'zod';
import { BodyCode, BodyId } from '../../domain/people.ts';
import { EntityId } from '../../domain/streams.ts';
import { GateCode, RehearsalStep, TemplateTask } from '../../domain/template/index.ts';
import { Instant, LocalDate } from '../../domain/time.ts';
import { list, Person, Versioned, Words } from './common.ts';
import { PhaseShown, ReminderShown, TASK_STATUSES, TaskShown } from './exercises.ts';
import { BlockedByShown } from './waiting.ts';

export const TaskWhole = z
  .object({
    ...Versioned,
    theme: z.string().meta({ description: 'Of the exercise' }),
    phase: PhaseShown,
    task: TaskShown,
    blockedBy: list(BlockedByShown),
    awaitedBy: list(
      z.object({
        code: z.string(),
        title: Words,
        owner: BodyId,
        ownerName: Words,
        due: LocalDate,
        status: z.enum(TASK_STATUSES),
      }),
    ).meta({ description: 'Open tasks that come right after it, in order of code' }),
    rights: z
      .object({
        verify: list(BodyId),
        decideExtension: list(BodyId),
        waive: list(BodyId).meta({ description: 'Their heads only' }),
        assign: list(BodyId),
      })
      .meta({ description: 'Bodies that may, besides the owner, who does the work' }),
    reminders: list(ReminderShown).meta({ description: 'Who was told of it, in the order told' }),
    comments: list(z.object({ at: Instant, by: Person, text: z.string() })).meta({
      description: 'In the order written',
    }),
    history: list(z.object({ version: z.int(), type: z.string(), at: Instant, by: Person, sentence: Words })),
  })
  .meta({ id: 'TaskWhole' });

const IssueShown = z
  .object({
    id: z.string(),
    rehearsal: z.string(),
    text: z.string(),
    owner: BodyId,
    ownerName: Words,
    holder: BodyId,
    holderName: Words,
    due: LocalDate,
    overdue: z.boolean(),
    step: RehearsalStep.meta({ description: 'The rehearsal by which it must be settled' }),
    status: z.enum(['open', 'closed', 'confirmed']),
    statusLabel: Words,
    evidence: z.string().nullable(),
    raisedAt: Instant,
    confirmedAt: Instant.nullable(),
    returned: z.object({ times: z.int(), reason: z.string() }).nullable(),
    carried: list(z.object({ from: RehearsalStep, into: RehearsalStep, reason: z.string(), at: Instant })),
  })
  .meta({ id: 'RehearsalIssue' });

export const Rehearsals = z
  .object({
    ...Versioned,
    rehearsals: list(
      z
        .object({
          id: z.string(),
          step: RehearsalStep,
          name: Words,
          date: LocalDate,
          attended: z.int().nullable(),
          expected: z.int().nullable(),
          issues: list(IssueShown),
        })
        .meta({ id: 'Rehearsal' }),
    ).meta({ description: 'In the order held' }),
    open: z.object({ G5: z.int(), G6: z.int() }).meta({ description: 'Issues that keep a gate shut' }),
  })
  .meta({ id: 'Rehearsals' });

const Lesson = z.object({
  finding: z.string(),
  text: z.string(),
  suggestion: z
    .union([
      z.string(),
      z.object({
        titleVi: z.string(),
        titleEn: z.string().optional(),
        owner: BodyCode,
        after: list(z.string()),
        gate: GateCode,
        offset: z.string(),
      }),
    ])
    .optional(),
});
export const Proposals = z
  .object({
    ...Versioned,
    proposals: list(
      z.object({
        id: z.string(),
        from: EntityId,
        receivedAt: Instant,
        status: z.enum(['open', 'accepted', 'refused', 'noted']),
        statusLabel: Words,
        reason: z.string().nullable(),
        lessons: list(Lesson),
        tasks: list(z.string()).meta({ description: 'Codes of the tasks it added' }),
      }),
    ).meta({ description: 'In the order received' }),
  })
  .meta({ id: 'Proposals' });

const FieldChanges = list(
  z.object({
    field: z.enum(['title', 'owner', 'after', 'due', 'evidence', 'gate', 'secret', 'rehearsal']),
    from: z.string(),
    to: z.string(),
  }),
).meta({ description: 'Fields in words; empty where there is none' });

const GateTaskChanges = list(z.object({ gate: GateCode, from: z.string().nullable(), to: z.string().nullable() }));

export const TemplateDifferenceShown = z
  .object({
    id: z.string(),
    from: z.int(),
    to: z.int(),
    added: list(TemplateTask),
    dropped: list(TemplateTask),
    changed: list(z.object({ code: z.string(), fields: FieldChanges })),
    gates: GateTaskChanges.meta({ description: 'Gates with another gate task' }),
    ladderChanged: z.boolean(),
    scoreSheetChanged: z.boolean(),
  })
  .meta({ id: 'TemplateDifference' });

export const AdoptionShown = z
  .object({
    ...Versioned,
    from: z.int(),
    to: z.int(),
    added: list(
      z.object({ code: z.string(), title: Words, owner: BodyId, gate: GateCode, offset: z.string(), due: LocalDate }),
    ),
    dropped: list(z.object({ code: z.string(), title: Words })),
    changed: list(
      z.object({ code: z.string(), fields: FieldChanges, due: z.object({ from: LocalDate, to: LocalDate }) }),
    ),
    leftAsItIs: list(z.object({ code: z.string(), because: z.enum(['proved', 'tailored', 'dropped', 'gatePassed']) })),
    ladderChanged: z.boolean(),
    scoreSheetChanged: z.boolean(),
  })
  .meta({ id: 'Adoption', description: 'What adopting the version would do; AdoptTemplate does exactly this' });
