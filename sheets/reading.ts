/**
 * Reads a table in a thread of its own with a bounded heap: a file that would fill the machine ends its thread, not the
 * service, and commands go on while a long table is read.
 */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { SheetFault, type SheetFaultCode } from './fault.ts';
import type { Cell } from './grid.ts';
import { MOST_UNPACKED } from './limits.ts';

const LIMITS = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 8, stackSizeMb: 4 };

type Message =
  | { readonly kind: 'read'; readonly merged: readonly string[]; readonly count: number }
  | { readonly kind: 'rows'; readonly rows: readonly (readonly Cell[])[] }
  | {
      readonly kind: 'fault';
      readonly code: SheetFaultCode;
      readonly params: Readonly<Record<string, string | number>>;
    };

export interface Reading {
  /** Merged ranges as `A1:C1`. */
  readonly merged: readonly string[];
  /** Rows in all, the headings among them. */
  readonly count: number;
  /** Rows from the first, in batches. */
  readonly batches: () => AsyncGenerator<readonly (readonly Cell[])[]>;
  close(): Promise<void>;
}

const nextMessage = async (worker: Worker): Promise<Message> => {
  try {
    const [message] = await once(worker, 'message'); // also rejects with the thread's error
    return message as Message; // of `thread.ts`
  } catch (error) {
    const isFull = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    if (isFull) throw new SheetFault('sheet-bomb', { most: MOST_UNPACKED / 1_048_576, ratio: 0 });
    throw error;
  }
};

/** A local file of `size` bytes that came under this name. The caller closes it. Throws `SheetFault`. */
export const openTable = async (path: string, size: number, name: string): Promise<Reading> => {
  const worker = new Worker(new URL('./thread.ts', import.meta.url), {
    workerData: { path, size, name },
    resourceLimits: LIMITS,
    execArgv: [],
  });
  const close = async (): Promise<void> => {
    await worker.terminate();
  };
  try {
    const first = await nextMessage(worker);
    if (first.kind === 'fault') throw new SheetFault(first.code, first.params);
    if (first.kind !== 'read') throw new Error('the reader did not begin at the beginning');
    const { merged, count } = first;
    return {
      merged,
      count,
      close,
      batches: async function* () {
        for (;;) {
          const answer = nextMessage(worker);
          worker.postMessage('next');
          const message = await answer;
          if (message.kind !== 'rows' || message.rows.length === 0) return;
          yield message.rows;
        }
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
};
