/** The live stream asks the same policy as every read: who sees no file hears nothing of it. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Api, loadSeason, startApi } from '../api/support.ts';
import { isEvent, type Message, type Reader, readLive } from '../support/sse.ts';

let api: Api;
let url = '';
const readers: Reader[] = [];
const listen = async (who: string): Promise<Reader> => {
  const reader = await readLive(`${url}/api/v1/live`, { 'x-actor': who });
  readers.push(reader);
  await reader.next(isEvent('hello'));
  return reader;
};

beforeAll(async () => {
  api = await startApi({ live: { pollMs: 20 } });
  await loadSeason(api);
  url = await api.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  for (const reader of readers) reader.close();
  await api.close();
});

test('a comment on a task is told to the standing agency and to the police who take part, not to another city', async () => {
  const [agency, police, stranger] = await Promise.all([
    listen('tl-01@tam-ky.SA'),
    listen('nv-01@tam-ky.POL'),
    listen('nv-01@hoi-an.POL'),
  ]);
  const sent = { type: 'CommentTask', task: 'C18', text: 'Đề nghị cho ý kiến' };
  const { status, text } = await api.command('exercises/tam-ky-2022', 'tl-01@tam-ky.SA', sent);
  expect({ status, text }).toMatchObject({ status: 200 });
  const isComment = (message: Message): boolean =>
    message.event === 'change' && message.data.stream === 'exercise/tam-ky-2022';
  await Promise.all([agency.next(isComment), police.next(isComment)]);
  expect(stranger.changes()).toEqual([]);
});
