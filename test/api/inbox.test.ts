/** The inbox over HTTP: what is to be done, what is to be known, who was told, who stayed silent; and the administrator's part. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createWebhook } from '../../delivery/index.ts';
import { StreamId } from '../../domain/streams.ts';
import { type Api, loadSeason, startApi } from './support.ts';

const POL = 'nv-02@tam-ky.POL';
const SA = 'nv-01@tam-ky.SA';
const SB = 'ld-01@tam-ky.SB:head';
/** Due on Thursday 02/06/2022 and started on the sample's day; its owner is reminded the day before. */
const COM = 'nv-24@tam-ky.COM';
const X = 'tam-ky-2022';

let api: Api;
beforeAll(async () => {
  const allowed = ['127.0.0.1:9'];
  api = await startApi({
    delivery: { allowed, senders: [createWebhook({ allowed, secret: 'x'.repeat(32), patienceMs: 300 })] },
  });
  await loadSeason(api);
}, 120_000);
afterAll(() => api.close());

const get = (url: string, who: string) => api.get(url, { 'x-actor': who });
const inbox = async (who: string) => (await get('/api/v1/inbox', who)).body;
const post = (path: string, who: string, body: object) => api.post(path, body, { 'x-actor': who });
interface Entry {
  id: string;
  subject: string;
  section: string;
  kind: string;
  notices: string[];
  isRead: boolean;
  acknowledged: object | null;
}
const about = (entries: Entry[], subject: string, section?: string): Entry[] =>
  entries.filter((entry) => entry.subject === subject && (section === undefined || entry.section === section));

describe('the inbox of a duty', () => {
  test('holds one line a subject to act on, its earlier days are done with, and every line says why it comes', async () => {
    const { entries, counts, unread } = await inbox(COM);
    expect(about(entries, 'C24', 'todo')).toHaveLength(1);
    expect(about(entries, 'C24').length).toBeGreaterThan(1);
    expect(unread).toBe(counts.todo);
    for (const { why, sentence, act, path } of entries) {
      expect(why.vi).toMatch(/^Vì đồng chí (thuộc|là) .*\.$/);
      expect(why.en).toMatch(/^Because you .*\.$/);
      expect(`${sentence.vi}${act.vi}`.length).toBeGreaterThan(10);
      expect(path).toMatch(/^\/(viec|dien-tap)\//);
    }
    expect((await get('/api/v1/inbox/count', COM)).body).toEqual({ unread, todo: counts.todo });
  });

  test('what is for the head is not shown to members; another body has no part in it', async () => {
    const ofHead = await inbox('tt-24@tam-ky.COM:head');
    const ofMember = await inbox(COM);
    expect(ofHead.entries.length).toBeGreaterThanOrEqual(ofMember.entries.length);
    const [line] = about(ofMember.entries, 'C24', 'todo');
    for (const path of ['acknowledge', 'snooze'])
      expect((await post(`/api/v1/inbox/${path}`, POL, { notice: line?.id })).status).toBe(404);
    await post('/api/v1/inbox/read', POL, { notices: line?.notices ?? [] });
    expect(about((await inbox(COM)).entries, 'C24', 'todo')[0]?.isRead).toBe(false);
  });

  test('seen once, seen by that person alone; put off, it is gone for him until its next rung', async () => {
    const [line] = about((await inbox(COM)).entries, 'C24', 'todo');
    await post('/api/v1/inbox/read', COM, { notices: line?.notices ?? [] });
    expect(about((await inbox(COM)).entries, 'C24', 'todo')[0]?.isRead).toBe(true);
    expect(about((await inbox('nv-25@tam-ky.COM')).entries, 'C24', 'todo')[0]?.isRead).toBe(false);
    await post('/api/v1/inbox/snooze', COM, { notice: line?.id });
    expect(about((await inbox(COM)).entries, 'C24', 'todo')).toHaveLength(0);
    expect(about((await inbox('nv-25@tam-ky.COM')).entries, 'C24', 'todo')).toHaveLength(1);
  });

  test('"we know" before the deadline silences the ladder too, once, and is the answer of the whole body', async () => {
    const who = 'nv-25@tam-ky.COM';
    const [line] = about((await inbox(who)).entries, 'C24', 'todo');
    const silent = (await get('/api/v1/unanswered', SB)).body.rows;
    expect(silent).toContainEqual(expect.objectContaining({ exercise: X, task: 'C24', body: 'tam-ky.COM' }));
    for (let n = 0; n < 2; n++)
      expect((await post('/api/v1/inbox/acknowledge', who, { notice: line?.id })).body).toEqual({
        done: true,
        silentUntil: '2022-06-02',
      });
    const events = await api.store.read(StreamId.parse(`exercise/${X}`));
    const known24 = events.filter(({ type, data }) => type === 'ReminderAcknowledged' && data.task === 'C24');
    expect(known24.map(({ data }) => data.until)).toEqual(['2022-06-02']);
    const [known] = about((await inbox(COM)).entries, 'C24');
    expect(known?.acknowledged).toMatchObject({ person: 'nv-25', body: 'tam-ky.COM' });
    const left = (await get('/api/v1/unanswered', SB)).body.rows;
    expect(left).not.toContainEqual(expect.objectContaining({ exercise: X, task: 'C24' }));
    expect(left.length).toBe(silent.length - 1);
  });

  test('a task that was handed in leaves the list', async () => {
    const before = about((await inbox('nv-01@an-son.COM')).entries, 'X11', 'todo');
    expect(before).toHaveLength(1);
    const evidence = { number: '15/BC-UBND', date: '2022-05-31', holder: 'an-son.COM' };
    const done = await api.command('exercises/an-son-2022', 'nv-01@an-son.COM', {
      type: 'SubmitTask',
      task: 'X11',
      evidence,
    });
    expect([done.status, done.body.detail]).toEqual([200, undefined]);
    expect(about((await inbox('nv-01@an-son.COM')).entries, 'X11', 'todo')).toHaveLength(0);
  });
});

describe('who was told', () => {
  test('is told whole to staff and leaders, and to a body what it was told itself', async () => {
    const whole = (await get(`/api/v1/exercises/${X}/told?about=task&subject=C24`, SA)).body.told;
    const own = (await get(`/api/v1/exercises/${X}/told?about=task&subject=C24`, COM)).body.told;
    const other = (await get(`/api/v1/exercises/${X}/told?about=task&subject=C24`, POL)).body.told;
    expect(whole.length).toBeGreaterThan(0);
    expect(own.every(({ body }: { body: string }) => body === 'tam-ky.COM')).toBe(true);
    expect(other).toEqual([]);
    expect(whole[0].by[0]).toEqual({ channel: 'inbox', state: 'sent', reason: null, sentAt: whole[0].at });
    expect((await get('/api/v1/unanswered', POL)).body.rows).toEqual([]);
  });
});

describe('the administrator', () => {
  const admin = 'admin';
  const address = (change: object) => ({
    body: 'tam-ky.POL',
    channel: 'mail',
    post: null,
    address: 'congan@tamky.example',
    ...change,
  });

  test('enters addresses; what could break out of a header is refused and writes nothing', async () => {
    const bad = [
      'a@b.example\r\nBcc: c@d.example',
      'Công An <a@b.example>',
      'a@b.example, c@d.example',
      '"x"@b.example',
      `${'a'.repeat(65)}@b.example`,
      `${'x'.repeat(10_000)}@b.example`,
      'a(b)@c.example',
      'group:a@b.example;',
      '',
      'a@b..example',
    ];
    for (const each of bad) {
      const answer = await post('/api/v1/delivery/addresses', admin, address({ address: each }));
      expect([each.slice(0, 40), answer.status]).toEqual([each.slice(0, 40), 422]);
    }
    expect((await post('/api/v1/delivery/addresses', POL, address({}))).status).toBe(403);
    const [first, again] = [
      await post('/api/v1/delivery/addresses', admin, address({})),
      await post('/api/v1/delivery/addresses', admin, address({})),
    ];
    expect(again.body).toEqual(first.body);
    const { addresses } = (await get('/api/v1/delivery/addresses', admin)).body;
    expect(addresses).toHaveLength(1);
    expect((await post('/api/v1/delivery/addresses/remove', admin, { id: first.body.id })).status).toBe(200);
    expect((await post('/api/v1/delivery/addresses/remove', admin, { id: first.body.id })).status).toBe(404);
  });

  test('a webhook must be on the list of the installation, and a body has one', async () => {
    const hook = (url: string) =>
      post('/api/v1/delivery/addresses', admin, address({ channel: 'webhook', address: url }));
    expect((await hook('http://169.254.169.254/latest')).body.code).toBe('webhook-not-allowed');
    expect((await hook('http://127.0.0.1:9@evil.example/')).body.code).toBe('address-invalid');
    expect((await hook('file:///etc/passwd')).body.code).toBe('address-invalid');
    expect((await hook('http://127.0.0.1:9/a')).status).toBe(200);
    expect((await hook('http://127.0.0.1:9/b')).body.code).toBe('webhook-taken');
  });

  test('tries a way: one that is not set, and one that does not answer, say so in words', async () => {
    const trial = (channel: string, to: string) => post('/api/v1/delivery/test', admin, { channel, address: to });
    expect((await trial('mail', 'a@b.example')).body.code).toBe('channel-off');
    expect((await trial('webhook', 'http://127.0.0.1:9/')).body).toMatchObject({ status: 409, code: 'test-refused' });
    expect((await trial('webhook', 'http://127.0.0.1:10/')).body.code).toBe('webhook-not-allowed');
  });

  test('words messages version after version; a text that would not say what happened is refused', async () => {
    const sound = { kind: 'reminder', subject: 'Nhắc {viec}', text: 'Kính gửi {don_vi}\n{cau}\n{vi_sao}' };
    const preview = await post('/api/v1/delivery/wordings/preview', admin, sound);
    expect(preview.body.subject).toBe('Nhắc C17');
    expect(preview.body.text).toContain('Kính gửi Công an thành phố Tam Kỳ');
    const faulty = await post('/api/v1/delivery/wordings', admin, { ...sound, text: '{cau} {mat_khau}', after: 0 });
    expect(faulty.body).toMatchObject({
      status: 422,
      code: 'wording-fault',
      detail: expect.stringContaining('mat_khau'),
    });
    expect(
      (await post('/api/v1/delivery/wordings', admin, { ...sound, subject: 'a\r\nBcc: x', after: 0 })).status,
    ).toBe(422);
    expect((await post('/api/v1/delivery/wordings', admin, { ...sound, after: 0 })).body).toEqual({ version: 1 });
    expect((await post('/api/v1/delivery/wordings', admin, { ...sound, after: 0 })).body.code).toBe('wording-changed');
    const { wordings } = (await get('/api/v1/delivery/wordings', admin)).body;
    expect(wordings.find(({ kind }: { kind: string }) => kind === 'reminder')).toMatchObject({
      version: 1,
      subject: 'Nhắc {viec}',
    });
  });

  test('sees the ways out, and that only what could not be sent is sent again', async () => {
    const { body } = await get('/api/v1/delivery', admin);
    expect(body).toMatchObject({ inboxOnly: false, dead: [], allowed: ['127.0.0.1:9'] });
    expect((await post('/api/v1/delivery/resend', admin, { id: 'exercise/x/1/0/mail' })).body.code).toBe(
      'message-not-dead',
    );
    expect((await get('/api/v1/delivery', SA)).status).toBe(403);
  });
});

test('one sets his own mailbox, and mutes nothing that the ladder demands', async () => {
  const own = (body: object) => post('/api/v1/me/notifications', POL, body);
  expect((await own({ mail: 'an@b.example\nx', muted: [] })).status).toBe(422);
  expect((await own({ mail: null, muted: ['escalation'] })).status).toBe(422);
});
