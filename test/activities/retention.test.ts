/** Names whose time has ended go by themselves, and the drill's history says so once. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { eraseExpired } from '../../activities/retention.ts';
import { drillsWithExpired } from '../../db/sealed/erasure.ts';
import { newSealKey, parseSealKey } from '../../db/sealed/seal.ts';
import { SYSTEM } from '../../domain/people.ts';
import { EntityId } from '../../domain/streams.ts';
import { LocalDate } from '../../domain/time.ts';
import type { Envelope } from '../../workflows/contract.ts';
import { useDatabase } from '../db/fixtures.ts';
import { imported, namesIn, read, reservist, tell } from '../db/sealed/support.ts';
import { at } from '../support/domain.ts';

const it = useDatabase();
const key = parseSealKey(newSealKey());
const sent: Envelope[] = [];

/** Records as the engine does; `answer` is what it says. */
const sweep = (day: string, answer: 'accepted' | 'rejected' | 'unavailable' = 'accepted') =>
  eraseExpired({
    db: it.db,
    now: () => at(day),
    send: async (envelope) => {
      sent.push(envelope);
      if (answer === 'accepted') await tell(it, envelope.commandId, 'NamesErased', { ...envelope.command });
      return { kind: answer };
    },
  });

describe('the end of the time of keeping', () => {
  beforeEach(() => {
    sent.length = 0;
  });

  test('erases those whose last day is over and nobody else, by the system, once', async () => {
    await imported(it, key, [reservist('QN-1'), reservist('QN-2')], { retainUntil: LocalDate.parse('2027-03-31') });
    await imported(it, key, [reservist('QN-3')], { retainUntil: LocalDate.parse('2027-06-30') });
    expect(await sweep('2027-03-31')).toBe(0);
    expect(sent).toEqual([]);
    expect(await sweep('2027-04-01')).toBe(2);
    expect(sent).toEqual([
      {
        stream: 'drill/tam-ky-2027',
        commandId: 'drill/tam-ky-2027/retention/2027-04-01',
        command: { type: 'NoteErasure', count: 2, reason: 'retentionEnded' },
        at: at('2027-04-01'),
        by: SYSTEM,
        origin: 'policy',
      },
    ]);
    expect(namesIn(await read(it, key))).toEqual(['Người QN-3']);
    expect(await sweep('2027-04-02')).toBe(0);
    expect(sent).toHaveLength(1);
  });

  test('waits for the engine, and keeps the names when the drill refuses', async () => {
    expect(await sweep('2027-07-01', 'unavailable')).toBe(0);
    expect(await sweep('2027-07-02', 'rejected')).toBe(0);
    expect(namesIn(await read(it, key))).toEqual(['Người QN-3']);
    expect(await sweep('2027-07-01')).toBe(1);
    expect(sent.at(-1)).toEqual(sent[0]);
    expect(namesIn(await read(it, key))).toEqual([]);
  });

  test('of one drill is no hindrance to that of the next when it fails; the failure is told', async () => {
    const until = { retainUntil: LocalDate.parse('2027-08-31') };
    for (const id of ['a-fails', 'b-ends', 'c-fails'])
      await imported(it, key, [reservist('QN-9')], { drill: EntityId.parse(id), ...until });
    const swept = eraseExpired({
      db: it.db,
      now: () => at('2027-09-01'),
      send: async ({ stream, commandId, command }) => {
        if (stream !== 'drill/b-ends') throw new Error('the update failed');
        await tell(it, commandId, 'NamesErased', { ...command }, EntityId.parse('b-ends'));
        return { kind: 'accepted' };
      },
    });
    await expect(swept).rejects.toThrow('drill/a-fails: the update failed; drill/c-fails: the update failed');
    expect(await drillsWithExpired(it.db, LocalDate.parse('2027-09-01'))).toEqual(['a-fails', 'c-fails']);
  });
});
