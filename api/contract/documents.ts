/** Papers drawn up from events, and the register of their numbers. */
import { z } from 'zod';
import { OrgUnitId } from '../../domain/people.ts';
import { DocumentKind, DocumentOf } from '../../domain/register/kinds.ts';
import { EntityId } from '../../domain/streams.ts';
import { PaperSlot } from '../../domain/template/index.ts';
import { Instant, LocalDate } from '../../domain/time.ts';
import { list, Words } from './common.ts';

const Numbered = z
  .object({ written: z.string().meta({ example: '05/QĐ-UBND' }), date: LocalDate })
  .meta({ id: 'NumberShown', description: 'As it is printed' });

const Choice = z
  .object({
    of: DocumentOf.nullable().meta({ description: 'Which one, where the kind has several' }),
    name: z.string().nullable(),
    atVersion: z
      .int()
      .meta({ description: 'Of the file that it is drawn up from; the one that was numbered, once it was' }),
    number: Numbered.nullable().meta({ description: 'Null: a draft, and marked as one' }),
  })
  .meta({ id: 'DocumentChoice' });

export const DocumentRow = z
  .object({
    kind: DocumentKind,
    name: Words,
    slot: PaperSlot.nullable().meta({ description: 'The place in the chain that it fills' }),
    source: z
      .enum(['exercise', 'drill', 'review', 'programme'])
      .meta({ description: 'Whose version says what is in it' }),
    form: z.enum(['decree30', 'party36']),
    symbol: z.string().nullable().meta({ description: 'What follows its number; null: it bears none' }),
    office: OrgUnitId.nullable().meta({ description: 'The locality whose clerk numbers it' }),
    choices: list(Choice),
    missing: Words.nullable().meta({ description: 'Why none can be made yet' }),
  })
  .meta({ id: 'DocumentRow' });

export const DocumentList = z
  .object({ id: EntityId, version: z.int(), today: LocalDate, documents: list(DocumentRow) })
  .meta({ id: 'DocumentList' });

const Entry = z
  .object({
    written: z.string(),
    symbol: z.string(),
    number: z.int(),
    date: LocalDate,
    secret: z.boolean(),
    subject: z.string().nullable().meta({ description: 'Of a secret paper its neutral label' }),
    paper: z
      .object({
        exercise: EntityId.meta({ description: 'Of a programme review the programme' }),
        kind: DocumentKind,
        of: z.string().nullable(),
        atVersion: z.int(),
        name: Words,
      })
      .nullable(),
    origin: z.enum(['given', 'imported']),
    enteredAt: Instant,
    voided: z.string().nullable().meta({ description: 'Why it does not count; its number is not given again' }),
  })
  .meta({ id: 'RegisterEntry' });

export const NumberRegister = z
  .object({
    id: EntityId,
    version: z.int(),
    unit: OrgUnitId,
    year: z.int(),
    entries: list(Entry).meta({ description: 'By symbol and number, the highest first' }),
    series: list(z.object({ symbol: z.string(), secret: z.boolean(), last: z.int(), next: z.string() })),
  })
  .meta({ id: 'NumberRegister' });
