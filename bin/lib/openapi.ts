/** The document of the API without a server: no part of it needs a database or an engine. */
import { createHash } from 'node:crypto';
import { createAccounts } from '../../accounts/index.ts';
import { buildApp } from '../../api/app.ts';
import { connect } from '../../db/connect.ts';
import { createEventStore } from '../../db/event-store.ts';
import { NO_ORGANISATION } from '../../domain/organisation/index.ts';
import type { Instant } from '../../domain/time.ts';

const clock = () => '1970-01-01T00:00:00.000Z' as Instant; // never asked

/** Text of `/openapi.json` as this program serves it. */
export const openapiText = async (): Promise<string> => {
  const db = connect({ url: 'postgres://nobody@127.0.0.1:1/none' });
  const app = await buildApp({
    db,
    store: createEventStore(db),
    send: async () => ({ kind: 'unavailable' }),
    status: async () => ({ kind: 'unknown' }),
    clock,
    identify: async () => null,
    accounts: createAccounts({
      ...{ db, libraryDb: db, secret: 'never used, because nobody signs in here', baseUrl: 'http://127.0.0.1' },
      clock,
      organisation: async () => NO_ORGANISATION,
      sample: () => null,
    }),
    readiness: async () => ({ ok: true, parts: [] }),
    version: 'client',
  });
  try {
    await app.ready();
    return (await app.inject({ url: '/openapi.json' })).body;
  } finally {
    await app.close();
    await db.destroy();
  }
};

export const fingerprint = (text: string): string => createHash('sha256').update(text).digest('hex');
