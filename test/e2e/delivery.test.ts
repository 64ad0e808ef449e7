/**
 * The sample's late task on its way up: department, its head, the steering board's head, each by mail on the working day that
 * the ladder says; who answers is left in peace, and whom the ladder demands is told all the same.
 */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { recover } from '../../activities/index.ts';
import { buildApp } from '../../api/app.ts';
import { loadSample } from '../../bin/lib/sample.ts';
import { channelsDue } from '../../db/delivery/outbox.ts';
import { addAddress } from '../../db/delivery/settings.ts';
import { createMailer, type Sender } from '../../delivery/index.ts';
import type { BodyId, Post } from '../../domain/people.ts';
import { toMs } from '../../domain/time.ts';
import { parsePlan } from '../../rehearsal/plan.ts';
import { commandStatus, sendCommand } from '../../workflows/send.ts';
import { answerOf } from '../support/answer.ts';
import { at } from '../support/domain.ts';
import { type Engine, eventually, startEngine } from '../support/engine.ts';
import { headerActors } from '../support/header-actors.ts';
import { decodedHeader, type Mailbox, plainTextOf, startMailbox } from '../support/smtp.ts';

const FROM = 'san-sang@tam-ky.example';
/** C24, of the communes' committees: due on Thursday 02/06/2022, and not handed in on the sample's day. */
const TASK = 'C24';
const X = 'tam-ky-2022';

let mailbox: Mailbox;
let sender: Sender;
let engine: Engine;
let app: FastifyInstance;

const reach = (body: string, post: Post | null, address: string) =>
  addAddress(engine.db, { body: body as BodyId, channel: 'mail', post, address });

beforeAll(async () => {
  mailbox = await startMailbox();
  sender = createMailer({ host: '127.0.0.1', port: mailbox.port, tls: 'off', from: FROM });
  engine = await startEngine({ senders: [sender] });
  const text = await readFile(new URL('../../examples/tam-ky-2022.json', import.meta.url), 'utf8');
  const { db, store, clock, client } = engine;
  await loadSample(
    parsePlan(JSON.parse(text)),
    { db, store, clock, sample: null },
    { client } as Parameters<typeof loadSample>[2],
    () => {},
  );
  await reach('tam-ky.COM', 'member', 'van-phong@com.example');
  await reach('tam-ky.COM', 'head', 'thu-truong@com.example');
  await reach('tam-ky.SB', 'head', 'truong-ban@sb.example');
  app = await buildApp({
    ...{ db, store, version: 'test', identify: headerActors },
    send: (envelope) => sendCommand(client, envelope, { timeoutMs: 9_000 }),
    status: (stream, id) => commandStatus(client, stream, id, { timeoutMs: 1_000 }),
    clock: clock.businessNow,
    readiness: async () => ({ ok: true, parts: [] }),
  });
}, 240_000);
afterAll(async () => {
  await app.close();
  await engine.close();
  sender.close();
  await mailbox.close();
});

const ask = async (method: 'GET' | 'POST', url: string, who: string, payload?: object) =>
  answerOf(
    await app.inject({
      method,
      url,
      headers: { 'x-actor': who, 'x-csrf-token': 'test' },
      ...(payload ? { payload } : {}),
    }),
  );
const get = (url: string, who: string) => ask('GET', url, who);

interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}
let seen = 0;
const newMail = (): Mail[] => {
  const mail = mailbox.letters
    .slice(seen)
    .map(({ to, raw }) => ({ to: to.join(), subject: decodedHeader(raw, 'Subject'), text: plainTextOf(raw) }));
  seen = mailbox.letters.length;
  return mail;
};
const aboutTask = (mail: readonly Mail[]): [string, string][] =>
  mail
    .filter(({ subject }) => subject.includes(` ${TASK}:`))
    .map(({ to, subject }): [string, string] => [to, subject])
    .sort();

/** The clock of the installation is put on a morning just before eight; the alarms then ring by themselves. */
const morning = async (date: string): Promise<Mail[]> => {
  engine.clock.set({ offsetMs: toMs(at(date, 8)) - 1_500 - Date.now() });
  const { db, store, client } = engine;
  await recover({ db, store, client, wake: true });
  await eventually(async () => engine.clock.businessNow() > at(date, 8), 5_000);
  const isQuiet = async (): Promise<boolean> =>
    (await Promise.all(['exercise', 'drill', 'review'].map((kind) => store.ongoing(kind as 'exercise')))).flat()
      .length > 0 && (await channelsDue(db, engine.clock.businessNow())).length === 0;
  // every stream has observed this morning when its workflow's alarm stands later
  await eventually(async () => {
    const { rows } = { rows: await store.ongoing('exercise') };
    const stands = await Promise.all(
      rows.map(async ({ stream }) => {
        const standing = (await client.workflow.getHandle(stream).query('standing')) as {
          nextDue: string | null;
        } | null;
        return standing !== null && (standing.nextDue === null || standing.nextDue > at(date, 8));
      }),
    );
    return stands.every(Boolean) && (await isQuiet());
  }, 30_000);
  return newMail();
};

describe('a task that is late', () => {
  test('nothing of what the sample was loaded with left the house, and its whole trail is in the inboxes', async () => {
    expect(mailbox.letters).toHaveLength(0);
    const told = await get(`/api/v1/exercises/${X}/told`, 'nv-01@tam-ky.SA');
    expect(told.body.told.length).toBeGreaterThan(50);
  });

  test('the day before: the department is reminded', async () => {
    expect(aboutTask(await morning('2022-06-01'))).toEqual([
      ['van-phong@com.example', '[Sẵn Sàng] Nhắc việc C24: còn 1 ngày làm việc'],
    ]);
  }, 60_000);

  test('the first working day after: the department, and its head', async () => {
    const mail = await morning('2022-06-03');
    expect(aboutTask(mail)).toEqual([
      ['thu-truong@com.example', '[Sẵn Sàng] Báo cáo việc quá hạn C24: quá hạn 1 ngày làm việc'],
      ['van-phong@com.example', '[Sẵn Sàng] Nhắc việc C24: quá hạn 1 ngày làm việc'],
    ]);
    const letter = mail.find(({ to }) => to === 'thu-truong@com.example');
    expect(letter?.text).toContain('Việc C24 Phúc tra QNDB, PTKT, hạn 02/06/2022: quá hạn 1 ngày làm việc.');
    expect(letter?.text).toMatch(/Vì đồng chí là Bí thư Đảng ủy .*, bậc nhắc sau hạn 1 ngày làm việc\./);
    expect(letter?.text).toContain('https://san-sang.lan/viec/tam-ky-2022/C24');
  }, 60_000);

  test('Monday: the department again; it says that it knows', async () => {
    expect(aboutTask(await morning('2022-06-06'))).toEqual([
      ['van-phong@com.example', '[Sẵn Sàng] Nhắc việc C24: quá hạn 2 ngày làm việc'],
    ]);
    const who = 'nv-24@tam-ky.COM';
    const inbox = (await get('/api/v1/inbox', who)).body;
    const line = inbox.entries.find(
      (each: { subject: string; section: string }) => each.subject === TASK && each.section === 'todo',
    );
    expect(line.sentence.vi).toContain('quá hạn 2 ngày làm việc');
    expect((await get('/api/v1/unanswered', 'ld-01@tam-ky.SB:head')).body.rows).toContainEqual(
      expect.objectContaining({ exercise: X, task: TASK, body: 'tam-ky.COM' }),
    );
    const done = await ask('POST', '/api/v1/inbox/acknowledge', who, { notice: line.id });
    expect(done.body).toEqual({ done: true, silentUntil: null });
    expect((await get('/api/v1/unanswered', 'ld-01@tam-ky.SB:head')).body.rows).not.toContainEqual(
      expect.objectContaining({ exercise: X, task: TASK }),
    );
  }, 60_000);

  test('the third working day: the head of the steering board is told; the department that answered gets no mail', async () => {
    expect(aboutTask(await morning('2022-06-07'))).toEqual([
      ['truong-ban@sb.example', '[Sẵn Sàng] Báo cáo việc quá hạn C24: quá hạn 3 ngày làm việc'],
    ]);
  }, 60_000);

  test('the whole trail: who was told by which way, who read it and who answered', async () => {
    const { told } = (await get(`/api/v1/exercises/${X}/told?about=task&subject=${TASK}`, 'ld-01@tam-ky.SB:head')).body;
    const late = told.filter((each: { at: string }) => each.at >= at('2022-06-03', 0));
    expect(
      late.map(
        ({
          body,
          post,
          by,
        }: {
          body: string;
          post: string;
          by: { channel: string; state: string; reason: string }[];
        }) => [
          body,
          post,
          ...by.map(({ channel, state, reason }) => `${channel} ${state}${reason ? ` ${reason}` : ''}`),
        ],
      ),
    ).toEqual([
      ['tam-ky.SB', 'head', 'inbox sent', 'mail sent'],
      ['tam-ky.COM', 'member', 'inbox sent', 'mail silent acknowledged'],
      ['tam-ky.COM', 'member', 'inbox sent', 'mail sent'],
      ['tam-ky.COM', 'head', 'inbox sent', 'mail sent'],
      ['tam-ky.COM', 'member', 'inbox sent', 'mail sent'],
    ]);
    expect(late[2].acknowledgedBy).toEqual([{ person: 'nv-24', body: 'tam-ky.COM', at: expect.any(String) }]);
    const ids = mailbox.letters.map(({ messageId }) => messageId);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
