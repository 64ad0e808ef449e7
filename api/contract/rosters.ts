/** Named rosters: what is asked and answered. */
import { z } from 'zod';
import { MOST_ROWS, RetainUntil, RosterRow } from '../../db/sealed/person.ts';
import { OrderId } from '../../domain/drill/codes.ts';
import { ErasureReason, ReadPurpose } from '../../domain/drill/roster.ts';
import { EntityId } from '../../domain/streams.ts';
import { Instant, LocalDate } from '../../domain/time.ts';
import { list, Person, Words } from './common.ts';

const CommandId = z.uuid().toLowerCase().meta({ description: 'Chosen by the caller; repeating it is safe' });
const Ref = z.uuid().toLowerCase().meta({ description: 'Random reference of a sealed person or vehicle' });

const example = '0197a3a4-5b6c-7d8e-9f00-112233445566';

export const RosterImport = z
  .strictObject({
    commandId: CommandId,
    rows: z.array(RosterRow).min(1).max(MOST_ROWS),
    retainUntil: RetainUntil,
  })
  .meta({
    id: 'RosterImport',
    description:
      'Names for orders, one each. They are sealed outside the history, which tells only how many came. Nothing sensitive is taken: other fields are refused',
    examples: [
      {
        commandId: example,
        rows: [
          {
            kind: 'reservist',
            order: 'QN-00012',
            fullName: 'Nguyễn Văn Mẫu',
            yearOfBirth: 1996,
            phone: '0905 000 000',
          },
          { kind: 'vehicle', order: 'PT-0003', plate: '92C-000.00' },
        ],
      },
    ],
  });

export const RosterErasure = z
  .strictObject({
    commandId: CommandId,
    reason: ErasureReason.exclude(['retentionEnded']),
    all: z.literal(true).optional(),
    orders: z.array(OrderId).min(1).max(MOST_ROWS).optional(),
    refs: z.array(Ref).min(1).max(MOST_ROWS).optional(),
  })
  .meta({
    id: 'RosterErasure',
    description: 'Erases names for good: exactly one of `all`, `orders`, `refs` says whose',
    examples: [{ commandId: example, reason: 'subjectRequest', orders: ['QN-00012'] }],
  });

export const RosterShown = z
  .object({
    id: EntityId,
    persons: list(
      z.object({ ref: Ref, importedOn: LocalDate, retainUntil: LocalDate, row: RosterRow }).meta({ id: 'NamedPerson' }),
    ).meta({ description: 'By order' }),
    nextAfter: Ref.nullable().meta({ description: '`after` of the next page; null on the last' }),
  })
  .meta({ id: 'Roster' });

export const RosterAccess = z
  .object({
    id: EntityId,
    reads: list(
      z
        .object({
          number: z.int(),
          at: Instant,
          by: Person,
          purpose: ReadPurpose,
          purposeLabel: Words,
          count: z.int(),
          refs: list(Ref),
        })
        .meta({ id: 'RosterRead' }),
    ).meta({ description: 'Latest first' }),
    nextBefore: z.int().nullable().meta({ description: '`before` of the next page; null on the last' }),
  })
  .meta({ id: 'RosterAccess' });
