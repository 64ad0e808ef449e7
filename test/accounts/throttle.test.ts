/** Guessing is slowed down; those who know their passwords are let in all the while. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { type House, openHouse } from './support.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  for (const name of ['an', 'binh', 'chi', 'dung']) await house.user(name);
});
afterAll(() => house.close());

const WRONG = 'đoán thử một lần';
const guess = (userName: string, address: string) => house.browser(address).signIn(userName, WRONG);
const waited = (): Promise<unknown> => sql`UPDATE accounts.throttle SET until = clock_timestamp()`.execute(house.db);

test('after five failures one must wait, longer each time, and is told how long', async () => {
  const answers = [];
  for (let n = 0; n < 7; n += 1) answers.push(await guess('an', '10.2.0.1'));
  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 401, 429]);
  expect(answers[6]?.body.code).toBe('too-many-attempts');
  expect(Number(answers[6]?.headers['retry-after'])).toBeGreaterThanOrEqual(1);
  expect(answers[6]?.body.messages.vi.who).toMatch(/^Thử lại sau \d+ giây\.$/);
  const waits = [];
  for (let n = 0; n < 6; n += 1) {
    await waited();
    await guess('an', '10.2.0.1');
    waits.push(Number((await guess('an', '10.2.0.1')).headers['retry-after']));
  }
  expect(waits).toEqual([4, 8, 16, 32, 60, 60]);
});

test('the right password does not help while one must wait, and an unknown name waits just the same', async () => {
  expect((await house.browser('10.2.0.1').signIn('an')).status).toBe(429);
  const unknown = [];
  for (let n = 0; n < 7; n += 1) unknown.push((await guess('khong-co-ai', '10.2.0.9')).status);
  expect(unknown).toEqual([401, 401, 401, 401, 401, 401, 429]);
});

test('who was guessed at elsewhere signs in at his own desk, and others at that desk do too', async () => {
  expect((await house.browser('10.2.0.2').signIn('an')).status).toBe(200);
  expect((await house.browser('10.2.0.1').signIn('binh')).status).toBe(200);
});

test('at a desk where one has signed in before, neither guesses from everywhere nor from that address count', async () => {
  expect((await house.browser('10.2.1.1').signIn('chi')).status).toBe(200);
  const told = new Set<number>();
  for (let n = 0; n < 25; n += 1) told.add((await guess('chi', `10.3.0.${n}`)).status);
  expect([...told]).toEqual([401, 429]);
  for (let n = 0; n < 35; n += 1) told.add((await guess(`ai-${n}`, '10.2.1.1')).status);
  expect((await guess('ai-99', '10.2.1.1')).status).toBe(429);
  expect((await house.browser('10.2.1.1').signIn('chi')).status).toBe(200);
});

test('a success forgets the failures before it', async () => {
  for (let n = 0; n < 4; n += 1) await guess('dung', '10.2.2.1');
  expect((await house.browser('10.2.2.1').signIn('dung')).status).toBe(200);
  const again = [];
  for (let n = 0; n < 5; n += 1) again.push((await guess('dung', '10.2.2.1')).status);
  expect(again).toEqual([401, 401, 401, 401, 401]);
});

test('attempts of the same moment are counted one by one', async () => {
  const before = house.accounts.hasher.count();
  const answers = await Promise.all(Array.from({ length: 60 }, () => guess('binh', '10.2.3.1')));
  const tried = house.accounts.hasher.count() - before;
  expect(answers.every(({ status }) => status === 401 || status === 429)).toBe(true);
  expect(tried).toBeLessThanOrEqual(7);
});

test('a flood of sign-ins from many addresses leaves the API to the others', async () => {
  const worker = house.browser('10.2.4.1');
  expect((await worker.signIn('dung')).status).toBe(200);
  const flood = Promise.all(Array.from({ length: 300 }, (_, n) => guess(`ai-${n % 50}`, `10.4.${n % 10}.${n % 7}`)));
  const times: number[] = [];
  for (let n = 0; n < 20; n += 1) {
    const start = performance.now();
    expect((await worker.get('/api/v1/me')).status).toBe(200);
    times.push(performance.now() - start);
  }
  const answers = await flood;
  expect(answers.every(({ status }) => status === 401 || status === 429)).toBe(true);
  expect(times.sort((a, b) => a - b)[18]).toBeLessThan(2_000);
  expect((await house.browser('10.2.4.1').signIn('dung')).status).toBe(200);
});
