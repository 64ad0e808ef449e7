/** The thread of `mailer.ts`: a message comes in, what became of it goes back. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Done, Task } from './mailer.ts';
import { createSmtp, type SmtpSettings } from './smtp.ts';

const smtp = createSmtp(workerData as SmtpSettings); // given by mailer.ts

const done = async ({ id, message }: Task): Promise<Done> => {
  try {
    if (message) return { id, outcome: await smtp.send(message) };
    await smtp.check();
    return { id, outcome: null };
  } catch (error) {
    return { id, away: (error as Error).message }; // ChannelAway alone, by the interface
  }
};

parentPort?.on('message', async (task: Task) => parentPort?.postMessage(await done(task)));
