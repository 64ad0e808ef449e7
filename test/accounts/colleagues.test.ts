/** Whom work can be handed to: people of one's own body who have an account and a duty today. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PersonRef } from '../../domain/people.ts';
import { duty, type House, openHouse } from './support.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  const person = (ref: string) => PersonRef.parse(ref);
  await house.user('an', { name: 'Đồng chí An', person: person('yt-02'), duties: [duty('tam-ky.HEA')] });
  await house.user('binh', { name: 'Đồng chí Bình', person: person('yt-01'), duties: [duty('tam-ky.HEA', 'head')] });
  const past = [duty('tam-ky.HEA', 'member', '2021-01-01', '2022-05-30')];
  await house.user('cu', { name: 'Đồng chí Cư', person: person('yt-03'), duties: past });
  await house.user('dung', { name: 'Đồng chí Dũng', person: person('ca-01'), duties: [duty('tam-ky.POL')] });
  await house.user('khong-viec', { name: 'Đồng chí Giang', person: person('gi-01'), duties: [] });
}, 60_000);
afterAll(() => house.close());

test('the head first, nobody whose duty has ended, nobody of another body', async () => {
  const browser = house.browser();
  await browser.signIn('an');
  const { status, body } = await browser.get('/api/v1/me/colleagues');
  expect([status, body.colleagues]).toEqual([
    200,
    [
      { person: 'yt-01', name: 'Đồng chí Bình', post: 'head' },
      { person: 'yt-02', name: 'Đồng chí An', post: 'member' },
    ],
  ]);
});

test('who acts for no body is told of nobody, and who is not signed in of nothing', async () => {
  const browser = house.browser();
  expect((await browser.get('/api/v1/me/colleagues')).status).toBe(401);
  await browser.signIn('khong-viec');
  expect((await browser.get('/api/v1/me/colleagues')).body).toEqual({ colleagues: [] });
});
