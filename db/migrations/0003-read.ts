/** The read tables, empty; `db/read-tables.ts` holds their definition. */
import type { Kysely } from 'kysely';
import { makeReadSchema } from '../read-tables.ts';

export const up = (db: Kysely<unknown>): Promise<void> => makeReadSchema(db, 'read');
