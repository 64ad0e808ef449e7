/** Answers about the audit trail. */
import { z } from 'zod';
import { AUDIT_KINDS } from '../../db/audit.ts';
import { list, RealInstant, Words } from './common.ts';

export const AuditKindShown = z.enum(AUDIT_KINDS).meta({ id: 'AuditKind' });

export const AuditTrailShown = z
  .object({
    entries: list(
      z
        .object({
          number: z.int(),
          at: RealInstant.meta({ description: 'Real time, UTC, whatever the business clock says' }),
          userId: z.string().nullable().meta({ description: 'Null: nobody was signed in' }),
          person: z.string().nullable(),
          body: z.string().nullable(),
          ip: z.string().nullable(),
          route: z.string().nullable().meta({ example: 'GET /api/v1/exercises/:id' }),
          object: z.string().nullable().meta({ example: 'exercise/tam-ky-2022' }),
          kind: AuditKindShown,
          kindLabel: Words,
          code: z.string(),
          details: z.record(z.string(), z.unknown()).meta({ description: 'Codes and numbers; no free text, no names' }),
        })
        .meta({ id: 'AuditEntry' }),
    ).meta({ description: 'Latest first' }),
    nextBefore: z.int().nullable().meta({ description: '`before` of the next page; null on the last' }),
  })
  .meta({ id: 'AuditTrail' });
