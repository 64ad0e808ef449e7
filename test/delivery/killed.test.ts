/** The worker is killed while it sends: nothing is lost, and what may have gone twice bears one name. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { wakeDeliveries } from '../../activities/index.ts';
import { addAddress } from '../../db/delivery/settings.ts';
import { createSmtp, messageIdOf } from '../../delivery/index.ts';
import type { BodyId } from '../../domain/people.ts';
import { at } from '../support/domain.ts';
import { type Engine, eventually, startEngine } from '../support/engine.ts';
import { type Mailbox, startMailbox } from '../support/smtp.ts';
import { testAddress, testBundle } from '../support/temporal.ts';
import { DRAFT, type Office, openOffice, SA } from './support.ts';

const FROM = 'san-sang@tam-ky.example';
const X = 'exercise/tan-thanh-2027';
const DAY = at('2027-01-04', 9);
const MESSAGES = 120;

let engine: Engine;
let office: Office;
let mailbox: Mailbox;
beforeAll(async () => {
  mailbox = await startMailbox();
  engine = await startEngine();
  await engine.stopWorker();
  office = await openOffice(engine.databaseUrl);
  for (const code of ['POL', 'FIN'])
    await addAddress(office.db, {
      body: `tan-thanh.${code}` as BodyId,
      channel: 'mail',
      post: null,
      address: `${code}@x.example`,
    });
  for (const body of ['tan-thanh.POL', 'tan-thanh.FIN'] as BodyId[])
    await office.db
      .withTables<{ 'delivery.setting': { body: string; doc: string } }>()
      .insertInto('delivery.setting')
      .values({
        body,
        doc: JSON.stringify({ quietFrom: '00:00', quietTo: '00:00', quietDaysOff: false, digest: false }),
      })
      .execute();
  await office.act(X, SA, DAY, DRAFT);
  await office.act(X, SA, DAY, { type: 'PlanExercise', startDate: '2027-09-14', endDate: '2027-09-15' }, []);
  for (let n = 0; n < MESSAGES; n++)
    await office.act(X, SA, DAY, { type: 'AssignTask', task: 'X14', owner: n % 2 ? 'tan-thanh.POL' : 'tan-thanh.FIN' });
}, 60_000);
afterAll(async () => {
  await office.close();
  await engine.close();
  await mailbox.close();
});

const worker = async (crashAfter: string): Promise<ChildProcess> => {
  const script = fileURLToPath(new URL('../support/worker-process.ts', import.meta.url));
  const args = [script, testAddress(), engine.namespace, engine.databaseUrl, await testBundle(), String(mailbox.port)];
  const env = { ...process.env, SAN_SANG_CRASH_AFTER: crashAfter, NODE_OPTIONS: '' };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
};
const wake = () =>
  wakeDeliveries(
    { db: office.db, client: engine.client },
    { senders: [createSmtp({ host: '127.0.0.1', port: mailbox.port, tls: 'off', from: FROM })], db: office.db },
    DAY,
  );

test('killed twice between the word of the server and its recording: every message arrives, under one Message-ID each', async () => {
  const ids = (await office.outgoing()).map(({ id }) => messageIdOf(id, FROM));
  expect(new Set(ids).size).toBe(MESSAGES);
  let killed = 0;
  for (const moment of ['accepted:20', 'accepted:45']) {
    const child = await worker(moment);
    expect(await wake()).toBe(1);
    const [, signal] = (await once(child, 'exit')) as [unknown, string];
    expect(signal).toBe('SIGKILL');
    killed += 1;
  }
  const last = await worker('');
  try {
    await eventually(async () => (await office.outgoing()).every(({ state }) => state === 'sent'), 60_000);
  } finally {
    last.kill('SIGKILL');
    await once(last, 'exit');
  }
  const arrived = mailbox.letters.map(({ messageId }) => messageId);
  expect([...new Set(arrived)].sort()).toEqual([...ids].sort());
  // at most what was on the wire when it was killed: one message for each connection
  expect(arrived.length - MESSAGES).toBeLessThanOrEqual(5 * killed);
  expect(arrived.length).toBeGreaterThan(MESSAGES); // the server had taken one of which nothing was recorded
}, 120_000);
