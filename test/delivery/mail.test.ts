/** Mail by a real SMTP server that misbehaves: nothing is lost, nothing holds the others up, each message keeps its name. */
import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { addAddress } from '../../db/delivery/settings.ts';
import { ChannelAway, createMailer, messageIdOf, type Sender } from '../../delivery/index.ts';
import type { BodyId } from '../../domain/people.ts';
import { type Instant, instant, toMs } from '../../domain/time.ts';
import { at } from '../support/domain.ts';
import { decodedHeader, type Mailbox, plainTextOf, startMailbox } from '../support/smtp.ts';
import { DRAFT, type Office, openOffice, SA } from './support.ts';

const FROM = 'san-sang@tam-ky.example';
const X = 'exercise/tan-thanh-2027';
const DAY = at('2027-01-04', 9);
const DAYS = { startDate: '2027-09-14', endDate: '2027-09-15' };

let office: Office;
let mailbox: Mailbox;
let sender: Sender;
const open = (port: number): Sender =>
  createMailer({ host: '127.0.0.1', port, tls: 'off', from: FROM, patienceMs: 600, perSecond: 5_000 });
const minutes = (when: Instant, n: number): Instant => instant(toMs(when) + n * 60_000);
const assign = (owner: string, task = 'X14') => ({ type: 'AssignTask', task, owner });

beforeAll(async () => {
  office = await openOffice();
  for (const code of ['POL', 'FIN', 'HEA', 'CUL'])
    await addAddress(office.db, {
      ...{
        body: `tan-thanh.${code}` as BodyId,
        channel: 'mail',
        post: null,
        address: `${code.toLowerCase()}@tan-thanh.example`,
      },
    });
  await office.act(X, SA, DAY, DRAFT);
  await office.act(X, SA, DAY, { type: 'PlanExercise', ...DAYS }, []);
});
afterAll(() => office.close());
beforeEach(async () => {
  mailbox = await startMailbox();
  sender = open(mailbox.port);
});
afterEach(async () => {
  sender.close();
  await mailbox.close();
});

const last = async () => {
  const all = await office.outgoing();
  const row = all.at(-1);
  if (!row) throw new Error('no message');
  return row;
};

describe('a message', () => {
  test('goes to the body of the duty, in Vietnamese, as text and HTML, with what, why and where', async () => {
    await office.act(X, SA, DAY, assign('tan-thanh.FIN'));
    expect(await office.deliver(sender, DAY)).toEqual({ sent: 1, nextAt: null });
    const [letter] = mailbox.letters;
    expect(letter?.to).toEqual(['fin@tan-thanh.example']);
    const { id } = await last();
    expect(letter?.messageId).toBe(messageIdOf(id, FROM));
    const raw = letter?.raw ?? '';
    expect(decodedHeader(raw, 'Subject')).toBe('[Sẵn Sàng] Giao việc X14');
    expect(decodedHeader(raw, 'Auto-Submitted')).toBe('auto-generated');
    const text = plainTextOf(raw);
    expect(text).toContain('Được giao: Việc X14 Kế hoạch an ninh trật tự, hạn 13/08/2027.');
    expect(text).toContain('Vì đồng chí thuộc Tài chính – Kế hoạch (tan-thanh), đơn vị chủ trì.');
    expect(text).toContain('https://san-sang.lan/viec/tan-thanh-2027/X14');
    expect(raw).toContain('text/html');
    expect(raw).not.toMatch(/nv-0/);
    expect(await office.trail(id)).toEqual(['tried', 'accepted']);
  });

  test('the server refuses for now (451): the same Message-ID comes again, later and later', async () => {
    await office.act(X, SA, DAY, assign('tan-thanh.POL'));
    mailbox.behave(() => 'later');
    expect(await office.deliver(sender, DAY)).toEqual({ sent: 0, nextAt: minutes(DAY, 1) });
    expect(await office.deliver(sender, minutes(DAY, 1))).toEqual({ sent: 0, nextAt: minutes(DAY, 3) });
    mailbox.behave(() => 'take');
    expect((await office.deliver(sender, minutes(DAY, 2)))?.sent).toBe(0);
    expect((await office.deliver(sender, minutes(DAY, 3)))?.sent).toBe(1);
    const { id } = await last();
    expect(mailbox.letters.map(({ messageId }) => messageId)).toEqual([messageIdOf(id, FROM)]);
    expect(await office.trail(id)).toEqual(['tried', 'refused', 'tried', 'refused', 'tried', 'accepted']);
  });

  test('refused for ever (550) is dead, once, and the others go out meanwhile', async () => {
    await office.act(X, SA, DAY, assign('tan-thanh.HEA'));
    await office.act(X, SA, DAY, assign('tan-thanh.CUL'));
    mailbox.behave(([to]) => (to?.startsWith('hea') ? 'never' : 'take'));
    expect(await office.deliver(sender, DAY)).toEqual({ sent: 1, nextAt: null });
    const [dead, sent] = (await office.outgoing()).slice(-2);
    expect([dead?.state, dead?.reason, sent?.state]).toEqual(['dead', expect.stringContaining('550'), 'sent']);
    expect(await office.trail(dead?.id ?? '')).toEqual(['tried', 'dead']);
  });

  test('refused for now over five days is given up', async () => {
    await office.act(X, SA, DAY, assign('tan-thanh.FIN'));
    mailbox.behave(() => 'later');
    await office.deliver(sender, DAY);
    await office.deliver(sender, minutes(DAY, 7 * 24 * 60 + 1));
    expect((await last()).state).toBe('dead');
  });

  test('a server that hangs up after the text gets it again under the same name, and nobody else waits', async () => {
    await office.act(X, SA, DAY, assign('tan-thanh.HEA'));
    await office.act(X, SA, DAY, assign('tan-thanh.CUL'));
    mailbox.behave(([to]) => (to?.startsWith('hea') ? 'dropAfterTaking' : 'take'));
    expect((await office.deliver(sender, DAY))?.sent).toBe(1);
    mailbox.behave(() => 'take');
    expect((await office.deliver(sender, minutes(DAY, 1)))?.sent).toBe(1);
    const names = mailbox.letters.filter(({ to }) => to[0]?.startsWith('hea')).map(({ messageId }) => messageId);
    expect(names).toHaveLength(2); // the server had taken it, and never said so
    expect(new Set(names).size).toBe(1);
  });

  test('a server that stalls is cut off, and the event loop runs on', async () => {
    await office.act(X, SA, DAY, assign('tan-thanh.HEA'));
    await office.act(X, SA, DAY, assign('tan-thanh.FIN'));
    mailbox.behave(([to]) => (to?.startsWith('hea') ? 'stall' : 'take'));
    let ticks = 0;
    const ticking = setInterval(() => (ticks += 1), 20);
    const start = performance.now();
    expect((await office.deliver(sender, DAY))?.sent).toBe(1);
    clearInterval(ticking);
    const took = performance.now() - start;
    expect(took).toBeLessThan(6_000);
    expect(ticks).toBeGreaterThan(took / 20 / 3);
    mailbox.behave(() => 'take');
    expect((await office.deliver(sender, minutes(DAY, 1)))?.sent).toBe(1);
  });
});

describe('a server that is away', () => {
  test('loses nothing and counts no attempt; when it is back everything goes out', async () => {
    await mailbox.close();
    await office.act(X, SA, DAY, assign('tan-thanh.POL'));
    for (let n = 0; n < 3; n++)
      await expect(office.deliver(sender, minutes(DAY, n * 24 * 60))).rejects.toThrow(ChannelAway);
    expect(await last()).toMatchObject({ state: 'waiting', attempts: 0 });
    mailbox = await startMailbox(mailbox.port);
    expect((await office.deliver(sender, minutes(DAY, 3 * 24 * 60)))?.sent).toBe(1);
    expect(mailbox.letters).toHaveLength(1);
  });

  test('one that asks for TLS it cannot prove gets nothing; with its own authority it gets it', async () => {
    const pem = (name: string) => readFileSync(new URL(`./tls/${name}.pem`, import.meta.url), 'utf8');
    const secured = await startMailbox(0, { hideSTARTTLS: false, key: pem('server-key'), cert: pem('server') });
    const settings = { host: 'localhost', port: secured.port, tls: 'required' as const, from: FROM, patienceMs: 1_000 };
    const [untrusting, trusting] = [createMailer(settings), createMailer({ ...settings, ca: pem('ca') })];
    try {
      await office.act(X, SA, DAY, assign('tan-thanh.HEA'));
      await expect(office.deliver(untrusting, DAY)).rejects.toThrow(ChannelAway);
      expect(secured.letters).toHaveLength(0);
      expect((await office.deliver(trusting, DAY))?.sent).toBe(1);
      const plain = createMailer({
        host: '127.0.0.1',
        port: mailbox.port,
        tls: 'required',
        from: FROM,
        patienceMs: 1_000,
      });
      await expect(plain.check()).rejects.toThrow(ChannelAway); // it offers no STARTTLS
      plain.close();
    } finally {
      for (const each of [untrusting, trusting]) each.close();
      await secured.close();
    }
  });
});

test('what a killed process left under way waits again at once', async () => {
  await office.act(X, SA, DAY, assign('tan-thanh.CUL'));
  const { id } = await last();
  await office.db
    .withTables<{ 'delivery.outgoing': { id: string; state: string } }>()
    .updateTable('delivery.outgoing')
    .set({ state: 'sending' })
    .where('id', '=', id)
    .execute();
  expect((await office.deliver(sender, DAY))?.sent).toBe(1);
  expect(await office.trail(id)).toEqual(['interrupted', 'tried', 'accepted']);
});

test('two processes never send by one channel at the same time', async () => {
  await office.act(X, SA, DAY, assign('tan-thanh.POL'));
  await office.act(X, SA, DAY, assign('tan-thanh.FIN'));
  const done = await Promise.all([office.deliver(sender, DAY), office.deliver(sender, DAY)]);
  expect(done.filter((each) => each === null)).toHaveLength(1);
  expect(new Set(mailbox.letters.map(({ messageId }) => messageId)).size).toBe(mailbox.letters.length);
});

test('a body without an address keeps its notice in the inbox, and the administrator sees why nothing went out', async () => {
  await office.act(X, SA, DAY, assign('tan-thanh.UNION'));
  expect((await office.deliver(sender, DAY))?.sent).toBe(0);
  expect(await last()).toMatchObject({ state: 'silent', reason: 'noAddress' });
});
