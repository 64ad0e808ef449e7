/** A reader of live streams: what a browser's EventSource understands, without its reconnecting. */
import { get, type IncomingMessage } from 'node:http';

export interface Message {
  readonly id: string | null;
  readonly event: string;
  // biome-ignore lint/suspicious/noExplicitAny: messages are read field by field; their shapes are the contract's
  readonly data: any;
}

export interface Reader {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly messages: readonly Message[];
  /** Changes only. */
  changes(): Message[];
  /** Body of a refusal. */
  readonly text: string;
  /** The first message that fits, already here or to come; rejects when the stream ends before, or after `withinMs`. */
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
    : { id: fields.id ?? null, event: fields.event ?? 'message', data: JSON.parse(fields.data) };
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
      const next: Reader['next'] = (fits, withinMs = 5_000) =>
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
              found(message);
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
        changes: () => messages.filter(({ event }) => event === 'change'),
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
  (event: string) =>
  (message: Message): boolean =>
    message.event === event;
export const isAt =
  (position: number) =>
  (message: Message): boolean =>
    message.event === 'change' && message.id === String(position);
