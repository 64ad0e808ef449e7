/** What bodies and people want: one paper a day, quiet hours, muted kinds; and what is sent all the same. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { accountTables } from '../../accounts/index.ts';
import { insertUser } from '../../accounts/user-store.ts';
import { dueTasks, writeDigest } from '../../db/delivery/digest.ts';
import { addAddress, writePreference, writeSetting } from '../../db/delivery/settings.ts';
import { createSmtp, type Sender } from '../../delivery/index.ts';
import { BodySetting } from '../../domain/delivery/index.ts';
import type { BodyId, PersonRef, Post } from '../../domain/people.ts';
import { localDate } from '../../domain/time.ts';
import { at } from '../support/domain.ts';
import { decodedHeader, type Mailbox, plainTextOf, startMailbox } from '../support/smtp.ts';
import { DRAFT, type Office, openOffice, SA } from './support.ts';

const X = 'exercise/tan-thanh-2027';
const DAY = at('2027-01-04', 9);
const POL = 'tan-thanh.POL' as BodyId;
const FIN = 'tan-thanh.FIN' as BodyId;

let office: Office;
let mailbox: Mailbox;
let sender: Sender;
const assign = (owner: BodyId) => ({ type: 'AssignTask', task: 'X14', owner });
const urge = (task: string) => ({ type: 'UrgeTask', task });
const person = async (
  userName: string,
  ref: string,
  body: BodyId,
  post: Post,
  mail: string,
  muted: ('assignment' | 'gate')[] = [],
) => {
  const duties = [{ body, post, from: localDate('2020-01-01'), to: null, acting: false }];
  const user = { userName, name: userName, person: ref as PersonRef, isAdmin: false, duties };
  const id = await insertUser(accountTables(office.db), user, { hash: 'x', mustChangePassword: false });
  await writePreference(office.db, id, { mail, muted });
};

beforeAll(async () => {
  mailbox = await startMailbox();
  sender = createSmtp({ host: '127.0.0.1', port: mailbox.port, tls: 'off', from: 'san-sang@x.example' });
  office = await openOffice();
  await addAddress(office.db, { body: POL, channel: 'mail', post: null, address: 'pol@x.example' });
  await person('an', 'nv-11', POL, 'member', 'an@x.example');
  await person('binh', 'nv-12', POL, 'member', 'binh@x.example', ['assignment']);
  await person('chi', 'nv-13', FIN, 'member', 'chi@x.example');
  await office.act(X, SA, DAY, DRAFT);
  await office.act(X, SA, DAY, { type: 'PlanExercise', startDate: '2027-09-14', endDate: '2027-09-15' }, []);
});
afterAll(async () => {
  sender.close();
  await office.close();
  await mailbox.close();
});
const sentTo = async (now: Parameters<Office['deliver']>[1]) => {
  const before = mailbox.letters.length;
  await office.deliver(sender, now);
  return mailbox.letters.slice(before).map(({ to }) => [...to].sort());
};

test('a body is reached at its mailbox and at those of its people, hidden from each other; who muted the kind is left out', async () => {
  await office.act(X, SA, DAY, assign(FIN), []);
  await office.act(X, SA, DAY, assign(POL));
  expect(await sentTo(DAY)).toEqual([['an@x.example', 'pol@x.example']]);
  const raw = mailbox.letters.at(-1)?.raw ?? '';
  expect(decodedHeader(raw, 'To')).toContain('pol@x.example');
  expect(raw).not.toContain('an@x.example');
});

test('who holds the duty is asked when it is sent: a body without a mailbox reaches whoever is there now', async () => {
  await office.act(X, SA, DAY, assign(FIN));
  await person('dung', 'nv-14', FIN, 'member', 'dung@x.example');
  expect(await sentTo(DAY)).toEqual([['chi@x.example', 'dung@x.example']]);
});

test('at night an assignment waits for the morning; an urging goes at once, muted by nobody', async () => {
  const night = at('2027-01-04', 22);
  await office.act(X, SA, night, assign(POL));
  await office.act(X, SA, night, urge('X14'));
  expect(await sentTo(night)).toEqual([['an@x.example', 'binh@x.example', 'pol@x.example']]);
  expect((await office.outgoing()).filter(({ state }) => state === 'waiting')).toMatchObject([
    { reason: 'quiet', attempts: 0, due_at: at('2027-01-05', 6, 30) },
  ]);
  expect(await sentTo(at('2027-01-05', 6, 30))).toEqual([['an@x.example', 'pol@x.example']]);
});

test('a body that wants one paper a day gets no single letter, and the paper says what lies before it', async () => {
  await writeSetting(office.db, POL, BodySetting.parse({ onlyDigest: true }));
  await office.act(X, SA, at('2027-08-09', 9), assign(FIN), []);
  await office.act(X, SA, at('2027-08-09', 9), assign(POL));
  expect(await sentTo(at('2027-08-09', 9))).toEqual([]);
  expect((await office.outgoing()).at(-1)).toMatchObject({ state: 'silent', reason: 'digest' });
  const day = localDate('2027-08-10');
  expect(await dueTasks(office.db, POL, localDate('2027-08-19'))).toMatchObject([{ code: 'X14', due: '2027-08-13' }]);
  const options = { at: at('2027-08-10', 7, 15), channels: ['mail'] as const };
  expect([await writeDigest(office.db, POL, day, options), await writeDigest(office.db, POL, day, options)]).toEqual([
    true,
    false,
  ]);
  expect(await sentTo(at('2027-08-10', 7, 15))).toEqual([['an@x.example', 'binh@x.example', 'pol@x.example']]);
  const text = plainTextOf(mailbox.letters.at(-1)?.raw ?? '');
  expect(text).toContain('Sắp đến hạn\n- X14 Kế hoạch an ninh trật tự, hạn 13/08/2027: còn 3 ngày làm việc');
  expect(mailbox.letters.at(-1)?.raw).toContain('<li>');
});
