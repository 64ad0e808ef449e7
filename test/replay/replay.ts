/** Replays every recorded history: `node test/replay/replay.ts <bundle>`. Exits with 1 and names those that diverge. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from '@temporalio/worker';
import { quietRuntime } from '../support/quiet-runtime.ts';
import { testBundle } from '../support/temporal.ts';
import { historyFromText } from './history-file.ts';

const FOLDER = fileURLToPath(new URL('./histories/', import.meta.url));

async function* histories() {
  for (const name of (await readdir(FOLDER, { recursive: true })).filter((each) => each.endsWith('.json')).sort()) {
    yield { workflowId: name, history: historyFromText(await readFile(join(FOLDER, name), 'utf8')) };
  }
}

quietRuntime();
const codePath = process.argv[2] ?? (await testBundle());
const names: string[] = [];
const diverged: string[] = [];
for await (const { workflowId, error } of Worker.runReplayHistories({ workflowBundle: { codePath } }, histories())) {
  names.push(workflowId);
  if (error) diverged.push(`${workflowId}: ${error.name}`);
}
const hoursEast = -new Date(Date.UTC(2027, 0, 1)).getTimezoneOffset() / 60;
console.log(JSON.stringify({ hoursEast, names, diverged }));
process.exitCode = names.length > 0 && diverged.length === 0 ? 0 : 1;
