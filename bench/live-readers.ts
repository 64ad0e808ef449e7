/** Many readers of live streams in a process of their own, driven by `live.ts`. Arguments: address, how many. */
import { Agent, get, type IncomingMessage } from 'node:http';
import { Actor } from '../domain/people.ts';
import { headersOf } from './actor.ts';

const [url = '', count = '0'] = process.argv.slice(2);
const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY });
const open = new Set<IncomingMessage>();
/** How many readers have the position that is waited for. */
let awaited: { readonly position: number; had: number } | null = null;

const say = (name: string, value = 0): void => {
  process.send?.([name, value]);
};

const read = (n: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const headers = headersOf(Actor.parse({ person: `doc-gia-${n}`, body: 'tam-ky.SA', post: 'member' }));
    const request = get(`${url}/api/v1/live`, { agent, headers }, (response) => {
      if (response.statusCode !== 200) {
        response.on('data', (part: Buffer) => reject(new Error(`live: ${response.statusCode} ${part.toString()}`)));
        return;
      }
      open.add(response);
      response.setEncoding('utf8');
      response.on('error', () => {});
      response.once('close', () => open.delete(response));
      response.on('data', (part: string) => {
        if (part.includes('event: hello')) resolve();
        if (!awaited || !part.includes(`id: ${awaited.position}\nevent: change`)) return;
        awaited.had += 1;
        if (awaited.had === Number(count)) say(`all ${awaited.position}`, Date.now());
      });
    });
    request.once('error', reject);
  });

process.on('message', async (message) => {
  const [name, position] = String(message).split(' ');
  if (name === 'await') awaited = { position: Number(position), had: 0 };
  if (name === 'open') {
    await Promise.all(Array.from({ length: Number(count) - open.size }, (_, n) => read(n)));
    say('opened', open.size);
  }
  if (name === 'close') {
    for (const response of [...open]) response.destroy();
    setTimeout(() => say('closed'), 300);
  }
});
process.once('disconnect', () => process.exit(0));
