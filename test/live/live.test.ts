/** What is recorded reaches everybody who may see it, once, in order, and nothing of its content does. */
import { describe, expect, test } from '@jest/globals';
import { isAt, isEvent, type Message } from '../support/sse.ts';
import { POLICE, useWire } from './support.ts';

const positions = (messages: readonly Message[]): number[] => messages.map(({ id }) => Number(id));
const from = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, n) => first + n);

describe('a live stream', () => {
  const wire = useWire();

  test('greets with the position of the ledger and the business time', async () => {
    const reader = await wire.listen();
    const hello = await reader.next(isEvent('hello'));
    expect(hello.data).toEqual({ position: await wire.head(), now: wire.api.clock.now });
    expect(hello.id).toBe(String(await wire.head()));
    expect(reader.messages[0]).toEqual(hello);
  });

  test('answers with the headers of every answer, and may not be kept', async () => {
    const { headers } = await wire.listen();
    expect(headers['content-type']).toBe('text/event-stream; charset=utf-8');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  test('tells within a second that something was recorded and where, but neither what nor by whom', async () => {
    const reader = await wire.listen();
    await reader.next(isEvent('hello'));
    const position = await wire.record('tam-ky-2022');
    const change = await reader.next(isAt(position), 1_000);
    expect(change.data).toEqual({
      stream: 'exercise/tam-ky-2022',
      kind: 'exercise',
      id: 'tam-ky-2022',
      version: 1,
      type: 'TaskNoted',
      at: '2027-01-18T01:00:00.000Z',
    });
    expect(JSON.stringify(reader.messages)).not.toMatch(/Nội dung|Nguyễn|nv-01/);
  });

  test('tells two hundred changes of ten writers once each and in order', async () => {
    const reader = await wire.listen();
    await reader.next(isEvent('hello'));
    const before = await wire.head();
    await Promise.all(
      Array.from({ length: 10 }, async (_, writer) => {
        for (let n = 0; n < 10; n++) await wire.record(`writer-${writer}`, 2);
      }),
    );
    const last = await wire.head();
    expect(last).toBe(before + 200);
    await reader.next(isAt(last));
    expect(positions(reader.changes())).toEqual(from(before + 1, last));
  });

  test('beats with the position reached, so that a reader comes back from there', async () => {
    const quick = await wire.listen();
    const position = await wire.record('tam-ky-2022');
    await quick.next(isAt(position));
    const beat = await quick.next((message) => message.event === 'beat' && message.id === String(position), 12_000);
    expect(beat.data).toEqual({ position, now: wire.api.clock.now });
  }, 15_000);
});

describe('coming back', () => {
  const wire = useWire({ live: { mostReplayed: 2_000 } });

  test('after the line broke tells exactly what was missed, while others go on writing', async () => {
    const first = await wire.listen();
    const seen = await wire.record('tam-ky-2022');
    await first.next(isAt(seen));
    first.close();
    await wire.record('tam-ky-2022', 30);
    const [again] = await Promise.all([wire.listen(POLICE, { lastEventId: seen }), wire.record('tan-thanh-2022', 30)]);
    const last = await wire.head();
    await again.next(isAt(last));
    expect(positions(again.changes())).toEqual(from(seen + 1, last));
    expect(again.messages[0]).toMatchObject({ event: 'hello', id: String(seen) });
  });

  test('ten minutes and 1,900 changes later tells each of them once', async () => {
    const seen = await wire.head();
    for (let n = 0; n < 19; n++) await wire.record(`xa-${n}`, 100);
    const again = await wire.listen(POLICE, { lastEventId: seen });
    await again.next(isAt(seen + 1_900));
    expect(positions(again.changes())).toEqual(from(seen + 1, seen + 1_900));
  });

  test('too late for that says to ask for everything again, and goes on from there', async () => {
    const seen = (await wire.head()) - 1_900;
    const other = await wire.listen();
    const far = await wire.record('tam-ky-2022', 101);
    await other.next(isAt(far));
    const again = await wire.listen(POLICE, { lastEventId: seen });
    const resync = await again.next(isEvent('resync'));
    expect(resync).toMatchObject({ id: String(far), data: { position: far, reason: 'too-far' } });
    const next = await wire.record('tam-ky-2022');
    await again.next(isAt(next));
    expect(positions(again.changes())).toEqual([next]);
  });

  test('with a position that this ledger never reached says to ask for everything again', async () => {
    const head = await wire.head();
    const again = await wire.listen(POLICE, { lastEventId: head + 50 });
    expect((await again.next(isEvent('resync'))).data).toEqual({ position: head, reason: 'too-far' });
  });

  test('takes the first position from the address, and what the browser remembers before it', async () => {
    const seen = await wire.head();
    const last = await wire.record('tam-ky-2022', 3);
    const first = await wire.listen(POLICE, { after: seen });
    await first.next(isAt(last));
    expect(positions(first.changes())).toEqual(from(seen + 1, last));
    const again = await wire.listen(POLICE, { after: seen, lastEventId: seen + 2 });
    await again.next(isAt(last));
    expect(positions(again.changes())).toEqual([last]);
  });

  test('with anything but a position is refused', async () => {
    expect(await wire.listen(POLICE, { lastEventId: 'abc' })).toMatchObject({ status: 400 });
    expect(await wire.listen(POLICE, { lastEventId: '-1' })).toMatchObject({ status: 400 });
    expect((await wire.api.get('/api/v1/live?after=x')).body.code).toBe('invalid-query');
    expect((await wire.api.get('/api/v1/live?before=1')).body.code).toBe('invalid-query');
  });
});
