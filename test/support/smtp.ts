/** A real SMTP server of the test's own, which takes, refuses, stalls and hangs up as it is told. */
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface Letter {
  readonly messageId: string;
  readonly to: readonly string[];
  /** The whole message, header and body. */
  readonly raw: string;
}

/** How the server behaves at the end of a message, by its recipients. */
export type Behave = (to: readonly string[]) => 'take' | 'later' | 'never' | 'drop' | 'dropAfterTaking' | 'stall';

export interface Mailbox {
  readonly port: number;
  /** Everything that was taken over, in order; the same message twice stands twice. */
  readonly letters: readonly Letter[];
  behave(next: Behave): void;
  close(): Promise<void>;
}

const headerOf = (raw: string, name: string): string =>
  new RegExp(`^${name}: ?((?:.*)(?:\r\n[ \t].*)*)`, 'mi')
    .exec(raw)?.[1]
    ?.replace(/\r\n[ \t]/g, ' ')
    .trim() ?? '';
export const messageIdIn = (raw: string): string => headerOf(raw, 'Message-ID');

/** Text of a header that may be encoded (RFC 2047, B and Q). */
export const decodedHeader = (raw: string, name: string): string =>
  headerOf(raw, name)
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?(.*?)\?=/gi, (_, how: string, text: string) =>
      how.toLowerCase() === 'b' ? Buffer.from(text, 'base64').toString('latin1') : unquoted(text.replace(/_/g, ' ')),
    )
    .replace(/^[\s\S]*$/, (bytes) => Buffer.from(bytes, 'latin1').toString('utf8'));
const unquoted = (text: string): string =>
  text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** The plain text of a message. */
export const plainTextOf = (raw: string): string => {
  const part = /Content-Type: text\/plain[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(raw);
  const encoding = /Content-Type: text\/plain[\s\S]*?Content-Transfer-Encoding: ([\w-]+)/.exec(raw)?.[1] ?? '';
  const body = part?.[1] ?? '';
  const bytes =
    encoding === 'base64' ? Buffer.from(body, 'base64') : Buffer.from(unquoted(body.replace(/=\r\n/g, '')), 'latin1');
  return bytes.toString('utf8').replace(/\r\n/g, '\n');
};

export async function startMailbox(port = 0, options: SMTPServerOptions = {}): Promise<Mailbox> {
  const letters: Letter[] = [];
  let behave: Behave = () => 'take';
  const sockets = new Map<string, Socket>();
  const server = new SMTPServer({
    ...{ authOptional: true, hideSTARTTLS: true, logger: false, disableReverseLookup: true, ...options },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('latin1');
        const to = session.envelope.rcptTo.map(({ address }) => address);
        const take = (): void => void letters.push({ messageId: messageIdIn(raw), to, raw });
        const how = behave(to);
        if (how === 'later') return done(Object.assign(new Error('try again later'), { responseCode: 451 }));
        if (how === 'never') return done(Object.assign(new Error('no such mailbox'), { responseCode: 550 }));
        if (how === 'stall') return;
        if (how === 'drop' || how === 'dropAfterTaking') {
          if (how === 'dropAfterTaking') take();
          for (const connection of server.connections)
            if (connection.id === session.id) (connection as unknown as { _socket: Socket })._socket.destroy(); // hangs up without a word
          return;
        }
        take();
        done();
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  return {
    port: (server.server.address() as AddressInfo).port,
    letters,
    behave: (next) => {
      behave = next;
    },
    close: async () => {
      for (const socket of sockets.values()) socket.destroy();
      for (const connection of server.connections) (connection as unknown as { _socket: Socket })._socket.destroy();
      await new Promise<void>((closed) => server.close(() => closed()));
    },
  };
}
