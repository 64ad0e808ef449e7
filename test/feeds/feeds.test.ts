/** Calendars that people's own programs subscribe to, read by the parser of Thunderbird. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import { PersonRef } from '../../domain/people.ts';
import { StreamId } from '../../domain/streams.ts';
import type { Instant } from '../../domain/time.ts';
import { type Browser, duty, type House, openHouse } from '../accounts/support.ts';
import { createCommitter, loadSeason } from '../api/support.ts';
import { actorNamed } from '../support/header-actors.ts';

let house: House;
let health: Browser;
beforeAll(async () => {
  house = await openHouse({ publicUrl: 'https://san-sang.lan' });
  await loadSeason(house);
  const person = (ref: string) => PersonRef.parse(ref);
  await house.user('y-te', { person: person('yt-01'), duties: [duty('tam-ky.HEA', 'head')] });
  await house.user('tham-muu', {
    person: person('tb-01'),
    duties: [duty('tam-ky.SA'), duty('tam-ky.EDU'), duty('tam-ky.OB')],
  });
  await house.user('khong-viec', { person: person('gi-01'), duties: [] });
  await house.user('quan-tri', { person: null, isAdmin: true, duties: [] });
  health = house.browser();
  await health.signIn('y-te');
}, 120_000);
afterAll(() => house.close());

const make = async (browser: Browser, body: string | null = null): Promise<{ id: string; path: string }> => {
  const answer = await browser.post('/api/v1/me/feeds', { body });
  expect(answer.status).toBe(201);
  expect(answer.body.url).toMatch(/^https:\/\/san-sang\.lan\/api\/v1\/feeds\/[\w-]{43}\.ics$/);
  return { id: answer.body.id, path: new URL(answer.body.url).pathname };
};
/** As a calendar program asks: no cookie, no header of ours. */
const fetched = (path: string, headers: Record<string, string> = {}) => house.browser('10.9.9.9').get(path, headers);

const eventsOf = (text: string): ICAL.Event[] =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
const named = (text: string, part: string): ICAL.Event => {
  const found = eventsOf(text).filter(({ uid }) => uid.startsWith(part));
  expect(found).toHaveLength(1);
  return found[0] as ICAL.Event;
};

describe('what a program reads', () => {
  test('a department: its own deadlines as whole days, with alarms, and the days of exercises', async () => {
    const { path } = await make(health);
    const { status, headers, text } = await fetched(path);
    expect([status, headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
    const late = named(text, 'tam-ky-2022.C18@');
    expect(late.startDate.toString()).toMatch(/^2022-05-\d\d$/);
    expect(late.startDate.isDate).toBe(true);
    expect(late.duration.toString()).toBe('P1D');
    const held = named(text, 'tam-ky-2022@');
    expect(held.summary).toMatch(/^DIỄN TẬP: /);
    expect(String(held.component.getFirstPropertyValue('url'))).toBe('https://san-sang.lan/dien-tap/tam-ky-2022');
  });

  test('an open deadline rings at 08:00 three days and one day before it; a done one does not', async () => {
    const staff = house.browser();
    await staff.signIn('tham-muu');
    const events = eventsOf((await fetched((await make(staff)).path)).text);
    const rings = (prefix: string) =>
      new Set(
        events
          .filter(({ summary }) => summary.startsWith(prefix))
          .map(({ component }) =>
            component
              .getAllSubcomponents('valarm')
              .map((each) => String(each.getFirstPropertyValue('trigger')))
              .join(' '),
          ),
      );
    expect(rings('Hạn: ')).toContain('-P2DT16H -PT16H');
    expect([...rings('✓ Xong: ')]).toEqual(['']);
  });

  test('every line is at most 75 bytes and ends in CRLF; DTSTAMP is UTC; no zone is named', async () => {
    const { path } = await make(health);
    const { text } = await fetched(path);
    const lines = text.split('\r\n');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(lines.filter((line) => /^DTSTAMP/.test(line)).every((line) => /^DTSTAMP:\d{8}T\d{6}Z$/.test(line))).toBe(
      true,
    );
    expect(text).not.toMatch(/TZID|X-WR-TIMEZONE/);
  });

  test('nothing of another body that is no gate task, and each entry once whatever the number of duties', async () => {
    const staff = house.browser();
    await staff.signIn('tham-muu');
    const whole = eventsOf((await fetched((await make(staff)).path)).text).map(({ uid }) => uid);
    expect(new Set(whole).size).toBe(whole.length);
    const health = eventsOf((await fetched((await make(staff, 'tam-ky.EDU')).path)).text).map(({ uid }) => uid);
    expect(whole).toEqual(expect.arrayContaining(health));
    expect(health.some((uid) => uid.startsWith('tam-ky-2022.C18@'))).toBe(false);
  });

  test('a moved opening day moves the entry under its old UID and counts one; nothing else is counted', async () => {
    const { path } = await make(health);
    const before = (await fetched(path)).text;
    const result = await createCommitter(house.store)({
      stream: StreamId.parse('exercise/tam-ky-2022'),
      commandId: randomUUID(),
      at: house.clock.now,
      by: actorNamed('nv-01@tam-ky.SA'),
      origin: 'person',
      command: { type: 'RescheduleExercise', startDate: '2022-07-12', endDate: '2022-07-14', reason: 'trùng kỳ thi' },
    });
    expect(result).toMatchObject({ kind: 'accepted' });
    const after = (await fetched(path)).text;
    const [was, is] = [named(before, 'tam-ky-2022@'), named(after, 'tam-ky-2022@')];
    expect(is.uid).toBe(was.uid);
    expect([was.startDate.toString(), is.startDate.toString()]).toEqual(['2022-07-07', '2022-07-12']);
    expect([was.sequence, is.sequence]).toEqual([0, 1]);
    const steady = (text: string) =>
      eventsOf(text)
        .filter(({ uid }) => !uid.startsWith('tam-ky-2022'))
        .map(({ uid, sequence }) => `${uid} ${sequence}`);
    expect(steady(after)).toEqual(steady(before));
  });

  test('what was read before is answered 304 without a body', async () => {
    const { path } = await make(health);
    const { headers } = await fetched(path);
    const again = await fetched(path, { 'if-none-match': String(headers.etag) });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  test('English by `language`', async () => {
    const { path } = await make(health);
    expect((await fetched(`${path}?language=en`)).text).toContain('EXERCISE: ');
    expect((await fetched(`${path}?language=fr`)).status).toBe(400);
  });
});

describe('an address is good only for its owner’s rights', () => {
  test('taken back, it is as one that never was', async () => {
    const { id, path } = await make(health);
    expect((await health.post(`/api/v1/me/feeds/${id}/revoke`)).status).toBe(200);
    const never = await fetched(`/api/v1/feeds/${'A'.repeat(43)}.ics`);
    const gone = await fetched(path);
    expect([gone.status, gone.body.code]).toEqual([404, 'not-found']);
    expect({ ...gone.body, instance: null }).toEqual({ ...never.body, instance: null });
    expect((await health.post(`/api/v1/me/feeds/${id}/revoke`)).status).toBe(404);
  });

  test('the account locked, or the duty ended: 404', async () => {
    const id = await house.user('tam-thoi', { duties: [duty('tam-ky.FIN', 'member', '2022-01-01', '2022-06-01')] });
    const browser = house.browser();
    await browser.signIn('tam-thoi');
    const { path } = await make(browser, 'tam-ky.FIN');
    expect((await fetched(path)).status).toBe(200);
    const { now } = house.clock;
    house.clock.now = '2022-06-02T01:00:00.000Z' as Instant;
    expect((await fetched(path)).status).toBe(404);
    house.clock.now = now;
    await house.accounts.administration.setActive(id, false);
    expect((await fetched(path)).status).toBe(404);
  });

  test('no body that is not held, none of another, at most ten, no duty no calendar', async () => {
    const other = house.browser();
    await other.signIn('khong-viec');
    expect((await other.post('/api/v1/me/feeds', { body: 'tam-ky.HEA' })).body.code).toBe('duty-not-held');
    const mine = (await health.get('/api/v1/me/feeds')).body.feeds;
    expect((await other.get('/api/v1/me/feeds')).body.feeds).toEqual([]);
    expect((await other.post(`/api/v1/me/feeds/${mine[0].id}/revoke`)).status).toBe(404);
    const { path } = await make(other);
    expect((await fetched(path)).status).toBe(404);
    const answers = [];
    for (let n = 0; n < 10; n++) answers.push((await other.post('/api/v1/me/feeds', { body: null })).body);
    expect(answers.filter(({ url }) => url)).toHaveLength(9);
    expect(answers.at(-1).code).toBe('feeds-many');
  });

  test('the table holds no secret, and no list tells one', async () => {
    const { path } = await make(health);
    const secret = path.slice('/api/v1/feeds/'.length, -'.ics'.length);
    const rows = await house.accounts.db.selectFrom('accounts.feed').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect((await health.get('/api/v1/me/feeds')).text).not.toContain(secret);
  });
});
