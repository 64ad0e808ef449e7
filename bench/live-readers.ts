/**
 * Many readers of live streams in a process of their own, driven by `live.ts`. Bare sockets that look into what they get only
 * when somebody waits for it: on a shared machine readers take time from what is measured. Arguments: address, how many.
 */
import { connect, type Socket } from 'node:net';
import { Actor } from '../domain/people.ts';
import { headersOf } from './actor.ts';

const [url = '', count = '0'] = process.argv.slice(2);
const { hostname, port } = new URL(url);
const open = new Set<Socket>();
/** How many readers have the position that is waited for. */
let awaited: { readonly mark: string; readonly position: string; had: number } | null = null;

const say = (name: string, value = 0): void => {
  process.send?.([name, value]);
};

const request = (n: number): string => {
  const headers = headersOf(Actor.parse({ person: `doc-gia-${n}`, body: 'tam-ky.SA', post: 'member' }));
  const lines = Object.entries({ host: hostname, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `GET /api/v1/live HTTP/1.1\r\n${lines.join('')}\r\n`;
};

const read = (n: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(request(n)));
    let greeted = false;
    socket.on('error', () => {});
    socket.once('close', () => open.delete(socket));
    socket.on('data', (part: Buffer) => {
      if (!greeted) {
        const text = part.toString();
        if (!text.startsWith('HTTP/1.1 200')) reject(new Error(text));
        greeted = true;
        open.add(socket);
        resolve();
      }
      if (!awaited || !part.includes(awaited.mark)) return;
      awaited.had += 1;
      if (awaited.had === Number(count)) say(`all ${awaited.position}`, Date.now());
    });
  });

process.on('message', async (message) => {
  const [name, position = ''] = String(message).split(' ');
  awaited = name === 'await' ? { mark: `id: ${position}\nevent: change`, position, had: 0 } : null;
  if (name === 'open') {
    await Promise.all(Array.from({ length: Number(count) - open.size }, (_, n) => read(n)));
    say('opened', open.size);
  }
  if (name === 'close') {
    for (const socket of [...open]) socket.destroy();
    setTimeout(() => say('closed'), 300);
  }
});
process.once('disconnect', () => process.exit(0));
