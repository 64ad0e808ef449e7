/** What `/readyz` looks at: the store, the engine, somebody who works, and whatever else a process adds. */
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Readiness } from '../../api/deps.ts';
import type { Db } from '../../db/connect.ts';
import type { TemporalClient } from './engine.ts';

export type Part = Readiness['parts'][number];

const reason = (error: unknown): string =>
  error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);

/** Milliseconds a part has to answer; short of those that `/readyz` itself has. */
const PATIENCE_MS = 3_000;

const check = async (name: string, look: () => Promise<string | null>): Promise<Part> => {
  const silence = new AbortController();
  try {
    const silent = delay(PATIENCE_MS, `no answer within ${PATIENCE_MS / 1000} s`, { signal: silence.signal });
    silent.catch(() => {}); // aborted below
    const trouble = await Promise.race([look(), silent]);
    return { name, ok: trouble === null, detail: trouble ?? 'ok' };
  } catch (error) {
    return { name, ok: false, detail: reason(error) };
  } finally {
    silence.abort();
  }
};

/** Asks all parts at once. `more`: parts that only this process knows of. */
export const createReadiness =
  (db: Db, temporal: TemporalClient, more: () => readonly Part[] = () => []) =>
  async (): Promise<Readiness> => {
    const parts = [
      ...(await Promise.all([
        check('postgresql', async () => {
          await sql`SELECT 1 FROM installation`.execute(db);
          return null;
        }),
        check('temporal', async () => ((await temporal.isWorked()) ? null : 'no worker polls the task queue')),
      ])),
      ...more(),
    ];
    return { ok: parts.every((part) => part.ok), parts };
  };
