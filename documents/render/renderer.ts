/** Papers written one after another in a thread that starts with the first one, and again should it ever die. */
import { Worker } from 'node:worker_threads';
import type { PaperDocument } from '../model/paper.ts';
import { type RefusalCode, Refused } from '../refused.ts';

export const FORMATS = ['docx', 'pdf'] as const;
export type Format = (typeof FORMATS)[number];

export interface Job {
  readonly id: number;
  readonly format: Format;
  readonly paper: PaperDocument;
}
export type Done = { readonly id: number } & (
  | { readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly refused: { readonly code: RefusalCode; readonly params: Refused['params'] } }
  | { readonly failed: string }
);

/** More would wait too long for an answer. */
const MOST_WAITING = 20;

export class Busy extends Error {
  override readonly name = 'Busy';
}

export interface Renderer {
  /** Throws `Refused` for a paper beyond the limits, `Busy` when too many wait. */
  render(paper: PaperDocument, format: Format): Promise<Buffer>;
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (bytes: Buffer) => void;
  readonly reject: (error: Error) => void;
}

export const createRenderer = (): Renderer => {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let last = 0;

  const settle = (done: Done): void => {
    const asked = waiting.get(done.id);
    waiting.delete(done.id);
    if (waiting.size === 0) worker?.unref();
    if ('bytes' in done) asked?.resolve(Buffer.from(done.bytes.buffer));
    else if ('refused' in done) asked?.reject(new Refused(done.refused.code, done.refused.params));
    else asked?.reject(new Error(done.failed));
  };
  const died = (error: Error): void => {
    worker = null;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const started = (): Worker => {
    const thread = new Worker(new URL('./worker.ts', import.meta.url), { name: 'papers' });
    thread.on('message', settle);
    thread.on('error', (error) => died(error instanceof Error ? error : new Error(String(error))));
    thread.on('exit', (code) => died(new Error(`the thread of papers ended (${code})`)));
    return thread;
  };
  return {
    render: (paper, format) =>
      new Promise((resolve, reject) => {
        if (waiting.size >= MOST_WAITING) throw new Busy();
        worker ??= started();
        worker.ref();
        last += 1;
        waiting.set(last, { resolve, reject });
        worker.postMessage({ id: last, format, paper } satisfies Job);
      }),
    close: async () => {
      const thread = worker;
      thread?.removeAllListeners();
      worker = null;
      died(new Error('closed'));
      await thread?.terminate();
    },
  };
};
