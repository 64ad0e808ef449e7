/** A thread of its own: a long paper takes seconds of one core, in which the API goes on answering. */
import { parentPort } from 'node:worker_threads';
import { writeDocx } from '../docx/write.ts';
import { writePdf } from '../pdf/write.ts';
import { Refused } from '../refused.ts';
import type { Done, Job } from './renderer.ts';

const WRITERS = { docx: writeDocx, pdf: writePdf } as const;

const done = async ({ id, format, paper }: Job): Promise<Done> => {
  try {
    const bytes = new Uint8Array(await WRITERS[format](paper));
    return { id, bytes };
  } catch (error) {
    if (error instanceof Refused) return { id, refused: { code: error.code, params: error.params } };
    return { id, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
};

parentPort?.on('message', async (job: Job) => {
  const answer = await done(job);
  parentPort?.postMessage(answer, 'bytes' in answer ? [answer.bytes.buffer] : []);
});
