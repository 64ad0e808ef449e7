/**
 * Mail put together and handed over in a thread of its own: ten thousand messages at 08:00 would else take turns with the
 * commands of those who sit at their desks. The thread starts with the first message, and again should it ever die.
 */
import { Worker } from 'node:worker_threads';
import { ChannelAway, type Message, type Outcome, type Sender } from './channel.ts';
import { type SmtpSettings, smtpAddress } from './smtp.ts';

export type Task = { readonly id: number; readonly message: Message | null };
export type Done =
  | { readonly id: number; readonly outcome: Outcome | null }
  | { readonly id: number; readonly away: string };

interface Waiting {
  readonly resolve: (outcome: Outcome | null) => void;
  readonly reject: (error: ChannelAway) => void;
}

/** As `createSmtp`, apart from the caller's thread. */
export const createMailer = (settings: SmtpSettings): Sender => {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | null = null;
  let last = 0;

  const settle = (done: Done): void => {
    const asked = waiting.get(done.id);
    waiting.delete(done.id);
    if (waiting.size === 0) thread?.unref();
    if ('away' in done) asked?.reject(new ChannelAway(done.away));
    else asked?.resolve(done.outcome);
  };
  /** What the server took of these nobody knows: they go out again under the same identity. */
  const died = (why: string): void => {
    thread = null;
    for (const { reject } of waiting.values()) reject(new ChannelAway(why));
    waiting.clear();
  };
  const started = (): Worker => {
    const worker = new Worker(new URL('./smtp-thread.ts', import.meta.url), { name: 'mail', workerData: settings });
    worker.on('message', settle);
    worker.on('error', (error) => died(String(error)));
    worker.on('exit', (code) => died(`the thread of mail ended (${code})`));
    return worker;
  };
  /** Asks the thread to send, or to look whether the server is there. */
  const ask = (message: Message | null): Promise<Outcome | null> =>
    new Promise((resolve, reject) => {
      thread ??= started();
      thread.ref();
      last += 1;
      waiting.set(last, { resolve, reject });
      thread.postMessage({ id: last, message } satisfies Task);
    });

  return {
    channel: 'mail',
    where: smtpAddress(settings),
    send: async (message) => {
      const outcome = await ask(message);
      if (outcome === null) throw new ChannelAway('no outcome');
      return outcome;
    },
    check: async () => {
      await ask(null);
    },
    close: () => {
      thread?.removeAllListeners();
      void thread?.terminate();
      died('closed');
    },
  };
};
