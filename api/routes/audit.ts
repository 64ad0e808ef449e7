/** The audit trail, for administrators: what was refused, who met names of persons, what administrators did. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { readAudit } from '../../db/audit.ts';
import { AUDIT_NAMES } from '../../domain/labels/words-audit.ts';
import { PersonRef } from '../../domain/people.ts';
import { LocalDate } from '../../domain/time.ts';
import { AuditKindShown, AuditTrailShown } from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { AUDIT } from '../exports/tables/records.ts';
import { numberParam } from '../parse.ts';
import { addRead } from '../route.ts';

const Query = z.strictObject({
  day: LocalDate.optional().meta({ description: 'Real day in Vietnam' }),
  kind: AuditKindShown.optional(),
  person: PersonRef.optional(),
  before: numberParam(1, 999_999_999).optional().meta({ description: '`nextBefore` of the page before' }),
  limit: numberParam(1, 200).default(50),
});

export const addAuditReads = (app: FastifyInstance, { db }: ApiDeps): void => {
  addRead(app, {
    url: '/api/v1/audit',
    policy: 'admin',
    tag: 'admin',
    summary: 'Refusals, access to persons, and acts of administrators',
    params: z.object({}),
    query: Query,
    answer: AuditTrailShown,
    tables: AUDIT,
    read: async (_, { limit, ...filter }) => {
      await app.auditTrail.flush();
      const rows = await readAudit(db, filter, limit + 1);
      const entries = rows.slice(0, limit).map(({ id, user_id, details, ...row }) => ({
        number: id,
        userId: user_id,
        ...row,
        kindLabel: AUDIT_NAMES[row.kind],
        details: JSON.parse(details) as Record<string, unknown>, // written as an object
      }));
      return { entries, nextBefore: rows.length > limit ? (entries.at(-1)?.number ?? null) : null };
    },
  });
};
