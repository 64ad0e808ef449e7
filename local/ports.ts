/**
 * Loopback ports that stay the same across restarts (DATA_DIR/ports.json), so clients reconnect by themselves.
 * New ports are drawn below the range from which systems give outgoing connections theirs.
 */
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { MachineError } from './errors.ts';
import { readJson, writeAtomic } from './files.ts';

/** Whether this port of 127.0.0.1 can be listened on now. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** The port last used under this name when it is free, else a free new one, which is kept from then on. */
export async function keptPort(dataDir: string, name: string): Promise<number> {
  const kept = readJson(join(dataDir, 'ports.json'))[name];
  if (typeof kept === 'number' && (await isFree(kept))) return kept;
  for (let attempt = 0; attempt < 200; attempt++) {
    const port = randomInt(20_000, 30_000);
    if (!(await isFree(port))) continue;
    writeAtomic(
      join(dataDir, 'ports.json'),
      `${JSON.stringify({ ...readJson(join(dataDir, 'ports.json')), [name]: port })}\n`,
    );
    return port;
  }
  throw new Error('no free port between 20000 and 30000 on 127.0.0.1');
}

/** The asked port, or `port-busy`. */
export async function askedPort(port: number, what: string): Promise<number> {
  if (await isFree(port)) return port;
  throw new MachineError('port-busy', {
    messageVi: `Cổng ${port} trên 127.0.0.1 dành cho ${what} đang có chương trình khác dùng.`,
    messageEn: `Port ${port} on 127.0.0.1, asked for ${what}, is in use by another program.`,
  });
}
