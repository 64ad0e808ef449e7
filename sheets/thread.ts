/** The thread in which files from outside are read: it hands over rows a batch at a time, when it is asked for them. */
import { parentPort, workerData } from 'node:worker_threads';
import { SheetFault } from './fault.ts';
import { readTable } from './read.ts';

/** Rows of one message. */
const BATCH = 1_000;

const port = parentPort;
if (!port) throw new Error('runs as a thread only');
const { path, size, name } = workerData as { readonly path: string; readonly size: number; readonly name: string }; // given by `reading.ts`

try {
  const { rows, merged } = await readTable(path, size, name);
  let at = 0;
  port.postMessage({ kind: 'read', merged, count: rows.length });
  port.on('message', () => {
    port.postMessage({ kind: 'rows', rows: rows.slice(at, at + BATCH) });
    at += BATCH;
  });
} catch (error) {
  if (!(error instanceof SheetFault)) throw error;
  port.postMessage({ kind: 'fault', code: error.code, params: error.params });
}
