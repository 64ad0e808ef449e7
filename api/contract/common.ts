/** Pieces that many answers share. Every list in an answer has a fixed order; every label comes in both languages. */
import { z } from 'zod';
import { Level } from '../../domain/classification.ts';
import { BodyId, PersonRef, Post } from '../../domain/people.ts';
import { EntityId } from '../../domain/streams.ts';
import { PaperForm } from '../../domain/text.ts';
import { Instant, LocalDate } from '../../domain/time.ts';

export const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();

/** Of sessions and the audit trail: not the sample's clock. */
export const RealInstant = z.iso.datetime().meta({ description: 'Real time, UTC' });

export const Words = z
  .object({ vi: z.string(), en: z.string() })
  .meta({ id: 'Words', description: 'A label or sentence for people', examples: [{ vi: 'Trả lại', en: 'Returned' }] });
export type Words = z.infer<typeof Words>;

export const Person = z
  .object({ person: PersonRef, body: BodyId, post: Post })
  .meta({ id: 'Person', description: 'Who acted: an opaque reference, a body, head or member' });

export const PaperShown = z
  .object({
    number: z.string(),
    date: LocalDate,
    issuer: z.string(),
    signerPost: z.string().optional(),
    form: PaperForm.optional(),
  })
  .meta({ id: 'PaperShown', description: 'A numbered paper as it stands on file' });

/** How secret an item is, and who decided it on what. */
export const ClassificationShown = z
  .object({
    level: Level,
    levelName: Words,
    decidedBy: z.string(),
    basis: z.union([PaperShown, z.string()]),
    label: z.string().nullable().meta({ description: 'Stands for a secret item wherever it is shown' }),
    at: Instant,
  })
  .meta({ id: 'Classification' });

export const SeatShown = z.object({ post: z.string(), count: z.int() }).meta({ id: 'SeatShown' });

/** Of which moment an answer speaks: `asOf` is null for now; `today` is the day that verdicts and distances count from. */
export const Moment = {
  asOf: Instant.nullable(),
  today: LocalDate,
} as const;

/** Every answer about one stream names its version; commands may send it back as `expectedVersion`. */
export const Versioned = { id: EntityId, version: z.int().meta({ example: 41 }), ...Moment } as const;

export const WorkingDays = z.int().nullable().meta({
  description:
    'Working days from today; negative when past; null where no day is set or its year has no calendar table',
});

const FieldError = z
  .object({ path: z.string(), vi: z.string(), en: z.string() })
  .meta({ id: 'FieldError', description: 'One field that does not fit; `path` is dotted from the part it belongs to' });

const Sentence = z.object({ what: z.string(), who: z.string() });

/** RFC 9457. `code` is stable; texts may be reworded. */
export const ProblemBody = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    messages: z.object({ vi: Sentence, en: Sentence }),
    errors: z.array(FieldError).optional(),
    version: z.int().optional().meta({ description: 'Current version of the stream, where known' }),
    commandId: z.string().optional(),
  })
  .meta({
    id: 'Problem',
    description: 'What was refused, why, and who can change it',
    examples: [
      {
        type: 'urn:san-sang:problem:task-waiting',
        title: 'Trái quy tắc',
        status: 409,
        code: 'task-waiting',
        detail: 'Việc C18 chưa đến lượt: còn chờ C16. Chủ trì các việc đó cần làm xong và được xác minh.',
        messages: {
          vi: {
            what: 'Việc C18 chưa đến lượt: còn chờ C16.',
            who: 'Chủ trì các việc đó cần làm xong và được xác minh.',
          },
          en: {
            what: 'It is not the turn of task C18: it waits on C16.',
            who: 'The owners of those tasks must finish and be verified.',
          },
        },
        version: 41,
        commandId: '0197a3a4-5b6c-7d8e-9f00-112233445566',
      },
    ],
  });
export type ProblemBody = z.infer<typeof ProblemBody>;

export const CommandDone = z
  .object({ commandId: z.uuid(), version: z.int() })
  .meta({ id: 'CommandDone', examples: [{ commandId: '0197a3a4-5b6c-7d8e-9f00-112233445566', version: 42 }] });

export const CommandPending = z.object({ commandId: z.uuid(), state: z.literal('pending') }).meta({
  id: 'CommandPending',
  description: 'Accepted, not finished; ask again at Location',
  examples: [{ commandId: '0197a3a4-5b6c-7d8e-9f00-112233445566', state: 'pending' }],
});

export const CommandStatus = z
  .discriminatedUnion('state', [
    z.object({ commandId: z.uuid(), state: z.literal('done'), version: z.int() }),
    z.object({ commandId: z.uuid(), state: z.literal('refused'), problem: ProblemBody }),
  ])
  .meta({
    id: 'CommandStatus',
    examples: [{ commandId: '0197a3a4-5b6c-7d8e-9f00-112233445566', state: 'done', version: 42 }],
  });
