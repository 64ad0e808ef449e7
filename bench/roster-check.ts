/** One check of a named roster in a process of its own, so that its memory is that of the check and of nothing else. Prints JSON. */
import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { checkTable, readingTable } from '../api/imports/check.ts';
import type { Job } from '../api/imports/kind.ts';
import { KINDS } from '../api/imports/kinds/index.ts';
import { connect } from '../db/connect.ts';
import { createEventStore } from '../db/event-store.ts';
import { addImport } from '../db/imports.ts';
import { newSealKey, parseSealKey } from '../db/sealed/seal.ts';
import { atHour, localDate } from '../domain/time.ts';

const [url = '', path = ''] = process.argv.slice(2);
const db = connect({ url, max: 2 });
const at = atHour(localDate('2027-03-15'), 9);
const id = randomUUID();
const by = { person: 'bench', body: 'tam-ky.SA', post: 'head' } as Job['by'];
const row = {
  id,
  kind: 'roster',
  target: 'tam-ky-2027',
  user_id: 'bench',
  person: 'bench',
  post: 'head',
  body: 'tam-ky.SA',
};
await addImport(db, { ...row, file_name: 'roster.xlsx', sha256: '', settings: '{}', handout: null, at });
const deps = { db, store: createEventStore(db), clock: () => at, sealed: parseSealKey(newSealKey()) };
const job = {
  ...row,
  by,
  settings: {},
  at,
  handout: null,
  userId: 'bench',
  signal: new AbortController().signal,
} as Job;
const began = performance.now();
const base = process.memoryUsage.rss() / 1_048_576;
const reading = await readingTable(path, statSync(path).size, 'roster.xlsx');
const checked = await checkTable(deps as unknown as Parameters<typeof checkTable>[0], {
  ...{ kind: KINDS.roster, job, reading },
  progress: async () => {},
});
const ms = performance.now() - began;
await reading.close();
await db.destroy();
process.stdout.write(
  JSON.stringify({ ...checked, ms, base, megabytes: process.resourceUsage().maxRSS / 1_024 - base }),
);
