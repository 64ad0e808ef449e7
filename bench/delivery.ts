/**
 * A morning on which ten thousand reminders fall due at 08:00: how long until the local mail server has them all, each once by
 * its Message-ID, and how much slower commands are meanwhile. API and worker share this process, as with `npm start`; beside it,
 * how fast the mail library alone hands the same number of like messages to the same server.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { createClock, recover } from '../activities/index.ts';
import { addAddress } from '../db/delivery/settings.ts';
import { createEventStore } from '../db/event-store.ts';
import { createMailer, createSmtp } from '../delivery/index.ts';
import { Actor, BODY_CODES, type BodyId } from '../domain/people.ts';
import { atHour, localDate, toMs } from '../domain/time.ts';
import { type Product, startProduct } from './product.ts';

const SA = Actor.parse({ person: 'bench', body: 'tam-ky.SA', post: 'head' });
const AT = atHour(localDate('2026-01-05'), 9);
/** After every deadline: each of 40 tasks tells six rungs, three of them missed before it. */
const MORNING = atHour(localDate('2026-12-01'), 8);
const EXERCISES = 42;
const FROM = 'san-sang@bench.example';
const FEWEST = 10_000;

export interface DeliveryBench {
  readonly messages: number;
  /** Messages that the server took, by different Message-ID. */
  readonly distinct: number;
  readonly taken: number;
  /** Milliseconds from the hour of the ladder until the server had them all. */
  readonly took: number;
  /** Messages a second of the library alone, and of the product. */
  readonly raw: number;
  readonly reached: number;
  /** Medians of a command while nothing is sent (before and after) and while everything is. */
  readonly alone: number;
  readonly beside: number;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const ask = async (sink: ChildProcess): Promise<{ readonly taken: number; readonly names: number }> => {
  const answer = once(sink, 'message');
  sink.send('count');
  return (await answer)[0]; // bench/smtp-sink.ts sends nothing else
};

const message = (n: number) => ({
  ...{ id: `raw/${n}`, to: ['a@b.example'], hidden: [], name: 'Công an thành phố Tam Kỳ', data: {} },
  subject: '[Sẵn Sàng] Nhắc việc C17: quá hạn 3 ngày làm việc',
  text: 'Kính gửi Công an thành phố Tam Kỳ,\n\nViệc C17 Kế hoạch bảo đảm an ninh trật tự, hạn 15/02/2027: quá hạn 3 ngày làm việc.\n\nhttps://san-sang.example/viec/x/C17',
});

/** Messages a second that the library hands over when nothing is kept of them. */
const rawRate = async (port: number, messages: number): Promise<number> => {
  const sender = createSmtp({ host: '127.0.0.1', port, tls: 'off', from: FROM, perSecond: 100_000 });
  const start = performance.now();
  let n = 0;
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      while (n < messages) await sender.send(message(n++));
    }),
  );
  sender.close();
  return (1_000 * messages) / (performance.now() - start);
};

/** Repeated under its id where the engine had no room, as a client does. */
const patient = async ({ post }: Product, path: string, command: { readonly type: string }): Promise<void> => {
  const body = { commandId: randomUUID(), ...command };
  for (;;) {
    try {
      return await post(path, body);
    } catch (error) {
      if (!/: (202|503) /.test(String(error))) throw error;
    }
  }
};

const planAll = async (product: Product): Promise<void> => {
  const file = { exerciseType: 'defenceAreaExercise', orgUnit: 'tam-ky', theme: 'Diễn tập' };
  for (let n = 0; n < EXERCISES; n++) {
    await patient(product, `exercises/bench-${n}`, { type: 'DraftExercise', ...file });
    const days = { startDate: '2026-09-22', endDate: '2026-09-23' };
    await patient(product, `exercises/bench-${n}`, { type: 'PlanExercise', ...days });
  }
  await patient(product, 'drills/bench-0', { type: 'PrepareDrill', exercise: 'bench-0', orgUnit: 'tam-ky' } as {
    type: string;
  });
};

/** Starts and stops its own servers; about two minutes. */
export async function deliveryBench(): Promise<DeliveryBench> {
  const sink = fork(fileURLToPath(new URL('./smtp-sink.ts', import.meta.url)));
  const [{ port }] = (await once(sink, 'message')) as [{ port: number }]; // bench/smtp-sink.ts tells it first
  const clock = createClock({ offsetMs: toMs(AT) - Date.now() });
  const sender = createMailer({ host: '127.0.0.1', port, tls: 'off', from: FROM });
  const product = await startProduct(SA, AT, { clock, senders: [sender] });
  const { db, client } = product;
  let n = 0;
  const command = async (): Promise<number> => {
    n += 1;
    const counts = { type: 'RecordCounts', unit: `ward-${n % 50}`, kind: 'reservist', counts: { ordered: n } };
    const start = performance.now();
    await patient(product, 'drills/bench-0', counts);
    return performance.now() - start;
  };
  try {
    await planAll(product);
    for (const code of BODY_CODES)
      await addAddress(db, {
        body: `tam-ky.${code}` as BodyId,
        channel: 'mail',
        post: null,
        address: `${code.toLowerCase()}@bench.example`,
      });
    await sql`UPDATE delivery.outgoing SET state = 'silent', reason = 'bench' WHERE state = 'waiting'`.execute(db);
    const raw = await rawRate(port, 2_000);
    for (let turn = 0; turn < 60; turn++) await command();
    const alone: number[] = [];
    for (let turn = 0; turn < 150; turn++) alone.push(await command());
    const before = await ask(sink);
    clock.set({ offsetMs: toMs(MORNING) - Date.now() });
    const start = performance.now();
    await recover({ db, store: createEventStore(db), client, wake: true });
    const beside: number[] = [];
    let [done, ended] = [false, 0];
    const watching = (async () => {
      while (!done) {
        const { rows } = await sql<{ left: number; all: number }>`
          SELECT count(*) FILTER (WHERE state IN ('waiting', 'sending')) AS left,
            count(*) FILTER (WHERE reason IS DISTINCT FROM 'bench') AS all FROM delivery.outgoing`.execute(db);
        const [row] = rows;
        done = row !== undefined && row.all >= FEWEST && row.left === 0;
        ended = performance.now();
        if (performance.now() - start > 900_000)
          throw new Error('ten thousand messages were not sent within a quarter of an hour');
        await delay(250);
      }
    })();
    watching.catch(() => {
      done = true;
    });
    while (!done) beside.push(await command());
    await watching;
    for (let turn = 0; turn < 150; turn++) alone.push(await command());
    const after = await ask(sink);
    const messages = after.names - before.names;
    const took = ended - start;
    return {
      ...{ messages, took, raw, reached: (1_000 * messages) / took, alone: median(alone), beside: median(beside) },
      taken: after.taken - before.taken,
      distinct: messages,
    };
  } finally {
    sender.close();
    sink.disconnect();
    await product.close();
  }
}
