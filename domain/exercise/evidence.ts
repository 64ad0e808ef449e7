/** What proves a task: a reference that finds the paper in an archive, and, of what is open to be kept here, its files. */
import { z } from 'zod';
import { text } from '../text.ts';
import { LocalDate } from '../time.ts';

/** What is taken; how each is told by its bytes is the storage's business. */
export const EVIDENCE_FILE_TYPES = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
] as const;

const MOST_FILES = 10;

/** A file by what it is: the history holds its SHA-256, so a file changed since is found out. */
export const EvidenceFile = z
  .strictObject({
    id: z.uuid().toLowerCase().meta({ description: 'As answered when it was sent' }),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    size: z.int().min(1).max(52_428_800).meta({ description: 'Bytes' }),
    name: text(200),
    type: z.enum(EVIDENCE_FILE_TYPES),
  })
  .meta({ id: 'EvidenceFile' });
export type EvidenceFile = z.infer<typeof EvidenceFile>;

const distinct = (files: readonly EvidenceFile[]): boolean => new Set(files.map(({ id }) => id)).size === files.length;

export const Evidence = z
  .strictObject({
    number: text(60).meta({ description: 'Register number', example: '45/KH-CA' }),
    date: LocalDate,
    holder: text(120).meta({ description: 'Body that issued or keeps the paper' }),
    note: text(1000).optional(),
    counts: z.record(text(40), z.int().min(0).max(1_000_000)).optional(),
    files: z
      .array(EvidenceFile)
      .min(1)
      .max(MOST_FILES)
      .refine(distinct, { message: 'the same file twice' })
      .optional()
      .meta({ description: 'Sent before by `POST …/files`, exactly as answered there' }),
  })
  .meta({ id: 'Evidence' });
export type Evidence = z.infer<typeof Evidence>;

/** Whether there is more than a reference: what may not be kept of a secret item. */
export const holdsContent = (evidence: object): boolean =>
  ['note', 'counts', 'files'].some((key) => key in evidence && evidence[key as keyof typeof evidence] !== undefined); // looked up by name only
