/** Imports of tables: kinds with their columns, one import with its progress, rows with their problems, one-time passwords. */
import { z } from 'zod';
import { IMPORT_STATES } from '../../db/imports.ts';
import { EntityId } from '../../domain/streams.ts';
import { list, Person, ProblemBody, RealInstant, Words } from './common.ts';

/** Every kind of import; its columns and rules stand in `api/imports/kinds`. */
export const IMPORT_KINDS = [
  'units',
  'communes',
  'bodies',
  'posts',
  'users',
  'quotas',
  'counts',
  'orders',
  'roster',
  'check-ins',
  'register',
  'indicator-values',
] as const;
export const ImportKindName = z.enum(IMPORT_KINDS).meta({ id: 'ImportKindName' });
export type ImportKindName = z.infer<typeof ImportKindName>;

const Column = z
  .object({
    field: z.string(),
    title: Words,
    type: z.enum(['text', 'code', 'whole', 'decimal', 'date', 'time', 'choice', 'yes']),
    required: z.boolean(),
    choices: list(z.string()).meta({ description: 'Words that are taken; empty where any are' }),
    note: Words.nullable(),
    example: z.string(),
  })
  .meta({ id: 'ImportColumn' });

export const ImportKinds = z
  .object({
    kinds: list(
      z
        .object({
          kind: ImportKindName,
          title: Words,
          about: Words,
          door: z.enum(['organisation', 'users', 'register', 'drill', 'roster', 'programme']).meta({
            description:
              'Address it is sent to: `/api/v1/imports/<door>`, for the last three with the id of the drill or programme',
          }),
          sealed: z.boolean().meta({ description: 'Its rows may hold names: they are not shown again' }),
          mostRows: z.int(),
          mostAtOnce: z.int().meta({ description: 'Rows up to which all or nothing can be kept' }),
          columns: list(Column),
          settings: list(Column).meta({ description: 'What holds for all rows, sent beside the file' }),
        })
        .meta({ id: 'ImportKind' }),
    ),
  })
  .meta({ id: 'ImportKinds' });

export const ImportForm = z
  .object({
    kind: ImportKindName,
    settings: z.string().optional().meta({ description: 'JSON: texts of the settings by field' }),
    file: z.string().meta({ format: 'binary', description: 'XLSX, or CSV in UTF-8 or UTF-16; the last part' }),
  })
  .meta({ id: 'ImportForm' });

export const ImportShown = z
  .object({
    id: z.uuid(),
    kind: ImportKindName,
    title: Words,
    drill: EntityId.nullable(),
    programme: EntityId.nullable(),
    by: Person.nullable(),
    fileName: z.string(),
    state: z.enum(IMPORT_STATES),
    stateLabel: Words,
    mode: z.enum(['all', 'good']).nullable(),
    rows: z.int().meta({ description: 'Rows of the file; while it is checked, rows to be read' }),
    good: z.int(),
    bad: z.int(),
    atOnce: z.boolean().meta({ description: 'Small enough for all or nothing' }),
    sealed: z.boolean(),
    handled: z.int().meta({ description: 'Rows read by the check, then rows carried out' }),
    refused: z.int().meta({ description: 'Rows that a rule refused when they were carried out' }),
    columns: z
      .object({
        heading: z.int().meta({ description: 'Number of the row of headings' }),
        found: z.record(z.string(), z.string()).meta({ description: 'Heading of each field' }),
        places: z.record(z.string(), z.int()).meta({ description: 'Place of each field, from 0' }),
        ignored: list(z.string()),
      })
      .nullable(),
    fault: ProblemBody.nullable(),
    hasPasswords: z.boolean().meta({ description: 'One-time passwords wait to be handed out' }),
    createdAt: RealInstant,
    startedAt: RealInstant.nullable(),
    endedAt: RealInstant.nullable(),
  })
  .meta({ id: 'Import' });

export const ImportList = z.object({ imports: list(ImportShown) }).meta({ id: 'ImportList' });

export const ImportRows = z
  .object({
    rows: list(
      z
        .object({
          row: z.int().meta({ description: 'As the spreadsheet counts it, from 1' }),
          cells: list(z.string()).meta({ description: 'As they stood; empty where they may hold names' }),
          problems: list(z.object({ field: z.string().nullable(), code: z.string(), vi: z.string(), en: z.string() })),
        })
        .meta({ id: 'ImportBadRow' }),
    ),
    nextAfter: z.int().nullable().meta({ description: '`after` of the next page; null on the last' }),
  })
  .meta({ id: 'ImportRows' });

export const ImportStart = z
  .strictObject({ mode: z.enum(['all', 'good']) })
  .meta({ id: 'ImportStart', examples: [{ mode: 'all' }] });

export const ImportPasswords = z
  .object({ users: list(z.object({ row: z.int(), userName: z.string(), name: z.string(), password: z.string() })) })
  .meta({ id: 'ImportPasswords', description: 'To be printed and handed over in person; told here and nowhere else' });
