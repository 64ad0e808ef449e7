/** The end of the time for which names are kept: told to the drill's history like every erasure, by the clock. */
import type { Db } from '../db/connect.ts';
import {
  drillsWithExpired,
  dropAbandoned,
  finishErasures,
  planErasure,
  withdrawErasure,
} from '../db/sealed/erasure.ts';
import { SYSTEM } from '../domain/people.ts';
import { streamId } from '../domain/streams.ts';
import { dayOf, type Instant } from '../domain/time.ts';
import type { Envelope } from '../workflows/contract.ts';

export interface RetentionDeps {
  readonly db: Db;
  /** Carries a command; safe to repeat. */
  readonly send: (envelope: Envelope) => Promise<{ readonly kind: string }>;
  /** Business time now. */
  readonly now: () => Instant;
}

/**
 * Erases whoever was to be kept only until a day before today, and what an earlier process left half done; how many names
 * went. Safe to repeat and to run in several processes at once. A drill that fails does not keep the others waiting: at
 * the end an `AggregateError` names each that did.
 */
export const eraseExpired = async ({ db, send, now }: RetentionDeps): Promise<number> => {
  const at = now();
  const on = dayOf(at);
  const failed: Error[] = [];
  await dropAbandoned(db);
  for (const drill of await drillsWithExpired(db, on)) {
    const stream = streamId('drill', drill);
    const commandId = `${stream}/retention/${on}`;
    const reason = 'retentionEnded';
    try {
      const count = await planErasure(db, { drill, commandId, reason, whom: { on } });
      const command = { type: 'NoteErasure', count, reason };
      const { kind } = await send({ stream, commandId, command, at, by: SYSTEM, origin: 'policy' });
      if (kind === 'rejected') await withdrawErasure(db, commandId);
    } catch (cause) {
      failed.push(new Error(`${stream}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause }));
    }
  }
  const gone = await finishErasures(db);
  if (failed.length > 0) throw new AggregateError(failed, failed.map(({ message }) => message).join('; '));
  return gone;
};
