/** A reader of live streams: what a browser's EventSource understands, without its reconnecting. */
import { get, type IncomingMessage } from 'node:http';
import { z } from 'zod';
import { LiveBeat, LiveBye, LiveChange, LiveHello, LiveResync } from '../../api/contract/index.ts';

const id = z.string().nullable();
/** What the contract says that a stream tells, and nothing else. */
const Message = z.discriminatedUnion('event', [
  z.strictObject({ id, event: z.literal('hello'), data: LiveHello.strict() }),
  z.strictObject({ id, event: z.literal('change'), data: LiveChange.strict() }),
  z.strictObject({ id, event: z.literal('beat'), data: LiveBeat.strict() }),
  z.strictObject({ id, event: z.literal('resync'), data: LiveResync.strict() }),
  z.strictObject({ id, event: z.literal('bye'), data: LiveBye.strict() }),
]);
export type Message = z.infer<typeof Message>;
type Of<E extends Message['event']> = Extract<Message, { readonly event: E }>;

export interface Reader {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly messages: readonly Message[];
  /** Changes only. */
  changes(): Of<'change'>[];
  /** Body of a refusal. */
  readonly text: string;
  /** The first message that fits, already here or to come; rejects when the stream ends before, or after `withinMs`. */
  next<M extends Message>(fits: (message: Message) => message is M, withinMs?: number): Promise<M>;
  next(fits: (message: Message) => boolean, withinMs?: number): Promise<Message>;
  readonly ended: Promise<void>;
  close(): void;
}

const parsed = (block: string): Message | null => {
  const fields = Object.fromEntries(
    block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  );
  return fields.data === undefined
    ? null
    : Message.parse({ id: fields.id ?? null, event: fields.event, data: JSON.parse(fields.data) });
};

/** Opens a stream; resolves with its headers. */
export const readLive = (url: string, headers: Readonly<Record<string, string>> = {}): Promise<Reader> =>
  new Promise((resolve, reject) => {
    const request = get(url, { headers: { accept: 'text/event-stream', ...headers }, agent: false }, (response) => {
      const messages: Message[] = [];
      const waiting = new Set<() => void>();
      const ending = Promise.withResolvers<void>();
      let rest = '';
      let text = '';
      let over = false;
      const wake = (): void => {
        for (const each of [...waiting]) each();
      };
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text += response.statusCode === 200 ? '' : part;
        const blocks = (rest + part).split('\n\n');
        rest = blocks.pop() ?? '';
        messages.push(...blocks.flatMap((block) => parsed(block) ?? []));
        wake();
      });
      response.on('error', () => {});
      response.once('close', () => {
        over = true;
        ending.resolve();
        wake();
      });
      const next = <M extends Message>(fits: (message: Message) => boolean, withinMs = 5_000): Promise<M> =>
        new Promise((found, failed) => {
          const done = (): void => {
            waiting.delete(look);
            clearTimeout(timer);
          };
          const timer = setTimeout(() => {
            done();
            failed(new Error(`not told within ${withinMs} ms; told: ${JSON.stringify(messages.slice(-3))}`));
          }, withinMs);
          const look = (): void => {
            const message = messages.find(fits);
            if (message) {
              done();
              found(message as M); // what fits tells
            } else if (over) {
              done();
              failed(new Error('the stream ended'));
            }
          };
          waiting.add(look);
          look();
        });
      const reader: Reader = {
        status: response.statusCode ?? 0,
        headers: response.headers,
        messages,
        changes: () => messages.filter(isEvent('change')),
        get text() {
          return text;
        },
        next,
        ended: ending.promise,
        close: () => response.destroy(),
      };
      if (reader.status === 200) resolve(reader);
      else void ending.promise.then(() => resolve(reader));
    });
    request.once('error', reject);
  });

export const isEvent =
  <E extends Message['event']>(event: E) =>
  (message: Message): message is Of<E> =>
    message.event === event;
export const isAt =
  (position: number) =>
  (message: Message): message is Of<'change'> =>
    message.event === 'change' && message.id === String(position);
