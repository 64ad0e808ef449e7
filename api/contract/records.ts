/** Answers about histories. */
import { z } from 'zod';
import { Instant } from '../../domain/time.ts';
import { list, Person, Versioned, Words } from './common.ts';

export const History = z
  .object({
    ...Versioned,
    events: list(
      z
        .object({
          version: z.int(),
          position: z.int().meta({ description: 'Place in the whole ledger' }),
          type: z.string(),
          sentence: Words,
          data: z.record(z.string(), z.unknown()),
          at: Instant.meta({ description: 'Business time' }),
          by: Person,
          commandId: z.string(),
          recordedAt: Instant,
          hash: z.string().meta({ description: 'SHA-256, hex, chained over the ledger' }),
        })
        .meta({ id: 'HistoryEvent' }),
    ).meta({ description: 'In order of version' }),
    nextAfter: z.int().nullable().meta({ description: '`afterVersion` of the next page; null on the last' }),
  })
  .meta({ id: 'History' });
