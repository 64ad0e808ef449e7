/** The queue of a muster desk: what was entered goes out once, in order, whatever happens to the line. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import {
  type Entry,
  join,
  openCounts,
  ordersWaiting,
  type Queue,
  settle,
  UNDO_MS,
  withQueue,
} from '../../web/outbox/muster-queue.ts';
import {
  acknowledge,
  afterReload,
  type Desk,
  done,
  drain,
  put,
  refused,
  type Sent,
  tried,
  undo,
  waiting,
} from '../../web/outbox/queue.ts';
import { localStore } from '../../web/outbox/store.ts';

const DRILL = 'tam-ky-2022';
const counts = (unit: string, presentOnTime: number): Entry['command'] => ({
  ...{ type: 'RecordCounts', unit, kind: 'reservist' },
  counts: { presentOnTime },
});
const entry = (commandId: string, command: Entry['command'], at = 0): Entry => ({
  ...{ commandId, drill: DRILL, command, label: commandId, at, sendAt: at + UNDO_MS, tries: 0, problem: null },
  sentAs: null,
});
const checkIn = (commandId: string, orders: readonly string[], at = 0): Entry =>
  entry(
    commandId,
    { type: 'CheckIn', station: 'PH-01', checkIns: orders.map((order) => ({ id: `C-${order}`, order })) },
    at,
  );
const problem = { status: 409, code: 'already-checked-in' } as NonNullable<Entry['problem']>; // as much as is looked at
const LATER = 60_000;

/** A desk whose server answers as told, one answer for each sending. */
const deskWith = (queue: Queue, answers: readonly Sent[]) => {
  const sent: string[] = [];
  const told: string[] = [];
  let held = queue;
  let now = LATER;
  const desk: Desk<Entry> = {
    read: () => held,
    write: async (how) => {
      held = how(held);
    },
    send: async ({ commandId }) => {
      const answer = answers[sent.length] ?? { kind: 'done', version: 100 + sent.length };
      sent.push(commandId);
      return answer;
    },
    now: () => now,
    told: ({ commandId }, { kind }) => told.push(`${commandId} ${kind}`),
  };
  return { desk, sent, told, queue: () => held, setNow: (to: number) => (now = to) };
};

describe('sending', () => {
  test('goes in the order of pressing', async () => {
    const { desk, sent, queue } = deskWith([entry('a', counts('an-son', 1)), checkIn('b', ['QN-001'], 1)], []);
    expect(await drain(desk)).toBeNull();
    expect(sent).toEqual(['a', 'b']);
    expect(waiting(queue())).toEqual([]);
  });

  test('a lost line ends the round; the next one repeats the same command under the same id, then goes on', async () => {
    const first = deskWith([checkIn('a', ['QN-001']), checkIn('b', ['QN-002'], 1)], [{ kind: 'line' }]);
    expect(await drain(first.desk)).toBeNull();
    expect(first.sent).toEqual(['a']);
    const second = deskWith(first.queue(), []);
    await drain(second.desk);
    expect(second.sent).toEqual(['a', 'b']);
    expect(first.queue()[0]?.command).toEqual(checkIn('a', ['QN-001']).command);
  });

  test('a refusal is kept to be read and does not hold up the rest', async () => {
    const { desk, sent, told, queue } = deskWith(
      [checkIn('a', ['QN-001']), checkIn('b', ['QN-002'], 1)],
      [{ kind: 'refused', problem }],
    );
    await drain(desk);
    expect(sent).toEqual(['a', 'b']);
    expect(told).toEqual(['a refused', 'b done']);
    expect(refused(queue()).map(({ commandId }) => commandId)).toEqual(['a']);
    expect(refused(acknowledge(queue(), 'a'))).toEqual([]);
  });

  test('nothing goes out while it may be taken back; how long to wait is said', async () => {
    const { desk, sent, setNow } = deskWith([entry('a', counts('an-son', 1), LATER - 4_000)], []);
    expect(await drain(desk)).toBe(6_000);
    expect(sent).toEqual([]);
    setNow(LATER + 6_000);
    await drain(desk);
    expect(sent).toEqual(['a']);
  });

  test('what was read as refused once more by somebody else stays until it is acknowledged, never sent again', async () => {
    const { desk, sent } = deskWith([{ ...checkIn('a', ['QN-001']), tries: 1, problem }], []);
    await drain(desk);
    expect(sent).toEqual([]);
  });
});

describe('taking back', () => {
  test('a press is undone before it goes out, not afterwards', () => {
    const queue = [entry('a', counts('an-son', 1))];
    expect(undo(queue, 'a')).toEqual([]);
    expect(undo(tried(queue, 'a'), 'a')).toHaveLength(1);
  });

  test('presses within the ten seconds become one command, and the ten seconds begin anew', () => {
    const first = put([], entry('a', counts('an-son', 1), 1_000));
    const open = openCounts(first, DRILL, 'an-son', 'reservist');
    expect(open?.commandId).toBe('a');
    const queue = join(first, 'a', { command: counts('an-son', 6), label: '+6', at: 5_000 });
    expect(queue).toEqual([{ ...entry('a', counts('an-son', 6), 5_000), label: '+6' }]);
    expect(openCounts(tried(queue, 'a'), DRILL, 'an-son', 'reservist')).toBeUndefined();
  });
});

describe('what the desk sees', () => {
  test('figures build on what waits, and on what was sent until the page shows it', async () => {
    const { desk, queue } = deskWith([entry('a', counts('an-son', 7))], [{ kind: 'done', version: 12 }]);
    await drain(desk);
    expect(withQueue(queue(), DRILL, 'an-son', 'reservist')).toEqual({ presentOnTime: 7 });
    expect(settle(queue(), DRILL, 11)).toHaveLength(1);
    expect(settle(queue(), DRILL, 12)).toEqual([]);
  });

  test('another unit, kind or drill is not touched, nor by what was refused', () => {
    const queue = [entry('a', counts('an-son', 7)), { ...entry('b', counts('an-son', 9)), problem }];
    expect(withQueue(queue, DRILL, 'an-son', 'vehicle')).toEqual({});
    expect(withQueue(queue, 'other', 'an-son', 'reservist')).toEqual({});
    expect(withQueue(queue, DRILL, 'an-son', 'reservist')).toEqual({ presentOnTime: 7 });
  });

  test('an order that waits to be checked in is known', () => {
    expect([...ordersWaiting([checkIn('a', ['QN-001', 'QN-002'])], DRILL)]).toEqual(['QN-001', 'QN-002']);
  });
});

describe('closing the page', () => {
  const items = new Map<string, string>();
  beforeEach(() => {
    items.clear();
    Object.defineProperty(globalThis, 'localStorage', {
      configurable: true,
      value: {
        getItem: (key: string) => items.get(key) ?? null,
        setItem: (key: string, value: string) => void items.set(key, value),
        removeItem: (key: string) => void items.delete(key),
      },
    });
  });

  test('loses nothing that has not gone out, and sends it under the same id', async () => {
    const queue = [checkIn('a', ['QN-001']), checkIn('b', ['QN-002'], 1)];
    await localStore<Entry>('muster', 'u1').change((before) => [...before, ...tried(queue, 'a')]);
    const after = deskWith(afterReload(await localStore<Entry>('muster', 'u1').load()), []);
    await drain(after.desk);
    expect(after.sent).toEqual(['a', 'b']);
    expect(await localStore<Entry>('muster', 'u2').load()).toEqual([]);
  });

  test('what was sent is forgotten with the page', () => {
    expect(afterReload(done([entry('a', counts('an-son', 1))], 'a', 5))).toEqual([]);
  });

  test('two windows change one queue without losing each other', async () => {
    const [one, two] = [localStore<Entry>('muster', 'u1'), localStore<Entry>('muster', 'u1')];
    await Promise.all([
      one.change((before) => put(before, checkIn('a', ['QN-001']))),
      two.change((before) => put(before, checkIn('b', ['QN-002']))),
    ]);
    expect((await one.load()).map(({ commandId }) => commandId)).toEqual(['a', 'b']);
  });

  test('a broken note is as good as none', async () => {
    items.set('san-sang.muster.u1', '{');
    expect(await localStore<Entry>('muster', 'u1').load()).toEqual([]);
  });
});
