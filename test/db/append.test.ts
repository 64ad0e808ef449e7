import { describe, expect, test } from '@jest/globals';
import { contentHashOf, toFact, toRecord } from '../../db/event-store.ts';
import { verifyLedger } from '../../db/verify.ts';
import type { DomainEvent } from '../../domain/decider.ts';
import { Rejection } from '../../domain/rejection.ts';
import { Instant } from '../../domain/time.ts';
import { AT, anAppend, aReminder, BY, stream, useDatabase } from './fixtures.ts';

const it = useDatabase();

describe('an append', () => {
  test('gives each event the next version of its stream and the next position of the ledger', async () => {
    const one = await it.store.append(anAppend({ stream: stream('first'), notes: ['a', 'b'] }));
    const two = await it.store.append(anAppend({ stream: stream('second'), notes: ['c'] }));
    expect(one).toEqual({ kind: 'appended', version: 2, position: 2 });
    expect(two).toEqual({ kind: 'appended', version: 1, position: 3 });
    expect(await it.store.head()).toMatchObject({ position: 3 });
  });

  test('is read back as it was written, in order of version', async () => {
    const append = anAppend({ stream: stream('back'), notes: ['Tân Thạnh', { deep: [1, null, 'é\u2028'] }] });
    await it.store.append(append);
    const events = await it.store.read(append.stream);
    expect(events.map((event) => event.data)).toEqual([
      { note: 'Tân Thạnh' },
      { note: { deep: [1, null, 'é\u2028'] } },
    ]);
    expect(events[1]).toMatchObject({
      version: 2,
      id: `${append.command.id}/2`,
      commandId: append.command.id,
      at: AT,
      by: BY,
    });
    expect(
      toRecord(
        toFact<DomainEvent>(
          events[0] ??
            (() => {
              throw new Error('none');
            })(),
        ),
      ),
    ).toEqual(append.events[0]);
  });

  test('can be read up to a version, after a version, and up to an instant', async () => {
    const name = stream('slices');
    const later = Instant.parse('2027-02-01T00:00:00.000Z');
    await it.store.append(anAppend({ stream: name, notes: ['a', 'b'] }));
    await it.store.append(anAppend({ stream: name, notes: ['c'], expectedVersion: 2, at: later }));
    const versions = async (slice: Parameters<typeof it.store.read>[1]) =>
      (await it.store.read(name, slice)).map((e) => e.version);
    expect(await versions({ afterVersion: 1 })).toEqual([2, 3]);
    expect(await versions({ upToVersion: 2 })).toEqual([1, 2]);
    expect(await versions({ upToInstant: AT })).toEqual([1, 2]);
    expect(await it.store.read(stream('unknown'))).toEqual([]);
  });

  test('on another version than the stream has is a conflict and writes nothing', async () => {
    const name = stream('conflict');
    await it.store.append(anAppend({ stream: name, notes: ['a', 'b'] }));
    const head = await it.store.head();
    for (const expectedVersion of [0, 1, 3]) {
      expect(await it.store.append(anAppend({ stream: name, expectedVersion }))).toEqual({
        kind: 'conflict',
        version: 2,
      });
    }
    expect(await it.store.append(anAppend({ stream: stream('nowhere'), expectedVersion: 4 }))).toEqual({
      kind: 'conflict',
      version: 0,
    });
    expect(await it.store.head()).toEqual(head);
  });

  test('is a conflict when a guarded stream has moved on, alone and among others, and writes nothing', async () => {
    const [name, other, absent] = [stream('guarded'), stream('looked-at'), stream('not-there-yet')];
    await it.store.append(anAppend({ stream: other, notes: ['a', 'b'] }));
    const head = await it.store.head();
    const guarded = (version: number) => ({
      ...anAppend({ stream: name }),
      guards: [
        { stream: other, version },
        { stream: absent, version: 0 },
      ],
    });
    expect(await it.store.append(guarded(1))).toEqual({ kind: 'conflict', version: 0 });
    const together = [guarded(0), guarded(1), guarded(3)].map((append) => it.store.append(append));
    for (const result of await Promise.all(together)) expect(result.kind).toBe('conflict');
    expect(await it.store.head()).toEqual(head);
    expect(await it.store.append(guarded(2))).toMatchObject({ kind: 'appended', version: 1 });
    await it.store.append(anAppend({ stream: absent }));
    expect((await it.store.append({ ...guarded(2), expectedVersion: 1 })).kind).toBe('conflict');
  });

  test('with a known command id answers as before and says whether the content is the same', async () => {
    const name = stream('duplicate');
    const append = anAppend({ stream: name, notes: ['a'] });
    await it.store.append(append);
    const outcome = { kind: 'accepted' };
    const same = { kind: 'duplicate', sameContent: true, version: 1, outcome };
    expect(await it.store.append(append)).toEqual(same);
    expect(await it.store.append({ ...append, expectedVersion: 1 })).toEqual(same);
    const other = { ...append, command: { id: append.command.id, contentHash: contentHashOf('other') } };
    expect(await it.store.append(other)).toEqual({ ...same, sameContent: false });
    expect(await it.store.append({ ...append, stream: stream('elsewhere') })).toEqual({ ...same, sameContent: false });
    expect(await it.store.read(name)).toHaveLength(1);
    expect(await it.store.append(anAppend({ stream: name, expectedVersion: 1 }))).toMatchObject({
      kind: 'appended',
      version: 2,
    });
  });

  test('without events only notes the command', async () => {
    const append = anAppend({ stream: stream('nothing'), notes: [] });
    expect(await it.store.append(append)).toEqual({ kind: 'appended', version: 0, position: null });
    expect(await it.store.findCommand(append.command.id)).toEqual({
      stream: append.stream,
      version: 0,
      contentHash: append.command.contentHash,
      outcome: { kind: 'accepted' },
    });
    expect(await it.store.findCommand('unknown')).toBeNull();
  });

  test('of a refused command keeps the refusal for its repetition', async () => {
    const { events: _, rows: __, ...target } = anAppend({ stream: stream('refused') });
    const rejection = new Rejection('parent-unknown', { id: 'hoi-an-2022' });
    expect(await it.store.recordRejection({ ...target, rejection })).toMatchObject({
      kind: 'appended',
      position: null,
    });
    const outcome = {
      kind: 'rejected',
      rejection: { kind: rejection.kind, code: 'parent-unknown', params: { id: 'hoi-an-2022' } },
    };
    expect(await it.store.append(anAppend({ ...target }))).toEqual({
      kind: 'duplicate',
      sameContent: true,
      version: 0,
      outcome,
    });
  });

  test('writes its rows in the same transaction, and none when it is refused', async () => {
    const name = stream('rows');
    await it.store.append(anAppend({ stream: name, rows: { reminder: [aReminder('rows/1', { daysLeft: 7 })] } }));
    await it.store.append(anAppend({ stream: name, rows: { reminder: [aReminder('rows/2')] } }));
    const rows = await it.db.selectFrom('read.reminder').selectAll().where('id', 'like', 'rows/%').execute();
    expect(rows).toEqual([{ ...aReminder('rows/1'), doc: '{"daysLeft":7}' }]);
  });

  test('refuses NUL and lone surrogates before anything is sent', async () => {
    for (const note of ['a\u0000b', 'half \ud83d', { '\udc00': 1 }, Number.NaN]) {
      await expect(it.store.append(anAppend({ stream: stream('text'), notes: [note] }))).rejects.toThrow(TypeError);
    }
    const fine = anAppend({ stream: stream('text'), notes: ['a backslash \\u0000 is text', '😀'] });
    expect(await it.store.append(fine)).toMatchObject({ kind: 'appended' });
  });

  test('that fails harms none of those sent with it', async () => {
    const bad = { ...anAppend({ stream: stream('bad') }), rows: { reminder: [aReminder('x'), aReminder('x')] } };
    const good = Array.from({ length: 8 }, (_, i) => anAppend({ stream: stream(`good-${i}`) }));
    const results = await Promise.allSettled([...good, bad, ...good].map((append) => it.store.append(append)));
    expect(results[8]).toMatchObject({ status: 'rejected' });
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(16);
    for (const { stream: name } of good) expect(await it.store.read(name)).toHaveLength(1);
    expect(await it.store.read(stream('bad'))).toEqual([]);
  });

  test('leaves a ledger that the verifier finds whole', async () => {
    expect(await verifyLedger(it.db, { expectHead: await it.store.head() })).toMatchObject({ ok: true });
  });
});
