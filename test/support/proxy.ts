/** A TCP proxy that a test can cut and mend, in front of a database. */
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export interface Proxy {
  /** The same URL through the proxy. */
  readonly url: string;
  /** Breaks every link and refuses new ones. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

export async function startProxy(target: string): Promise<Proxy> {
  const { hostname, port } = new URL(target);
  const open = new Set<Socket>();
  let isCut = false;
  const server = createServer((inner) => {
    inner.on('error', () => {});
    if (isCut) return void inner.resetAndDestroy();
    const outer = connect(Number(port), hostname);
    outer.on('error', () => {});
    for (const [socket, other] of [[inner, outer] as const, [outer, inner] as const]) {
      open.add(socket);
      socket.on('close', () => {
        open.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const cut = (): void => {
    isCut = true;
    for (const socket of open) socket.destroy();
  };
  return {
    url: Object.assign(new URL(target), { port: String(address.port) }).href,
    cut,
    mend: () => {
      isCut = false;
    },
    close: async () => {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
