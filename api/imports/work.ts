/** The work of imports in this process: one check and one carrying out at a time, taken up again where a process has ended. */

import { isUnavailable } from '../../db/connect.ts';
import {
  changeImport,
  chunksOf,
  dropChunks,
  keepBadRows,
  type StoredImport,
  stopLostChecks,
  sweepImports,
  takeOver,
} from '../../db/imports.ts';
import { Actor } from '../../domain/people.ts';
import { Instant } from '../../domain/time.ts';
import type { Spooled } from '../../files/index.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem, problemBody } from '../problems/index.ts';
import type { Values } from './cells.ts';
import { CHUNK, checkTable, readingTable } from './check.ts';
import type { Asked, Bad, Job, Kind, KindName } from './kind.ts';
import { KINDS } from './kinds/index.ts';

/** Milliseconds between looks for imports that another process left. */
const LOOK_MS = 10_000;
const RENEW_MS = 8_000;
const SWEEP_MS = 3_600_000;

export const jobOf = (stored: StoredImport, signal: AbortSignal): Job => ({
  id: stored.id,
  kind: stored.kind as KindName, // checked when it was written
  target: stored.target,
  by: stored.person === null ? null : Actor.parse({ person: stored.person, post: stored.post, body: stored.body }),
  userId: stored.user_id,
  settings: JSON.parse(stored.settings) as Values, // written as that
  at: Instant.parse(stored.at),
  handout: stored.handout,
  signal,
});

const faultOf = (error: unknown): object =>
  problemBody(error instanceof Problem ? error : new Problem('import-failed'), 'vi');

const refusedRows = (bad: readonly Bad[]) =>
  bad.map(({ row, problems }) => ({ row, cells: '[]', problems: JSON.stringify(problems) }));

const allRows = async (deps: ApiDeps, kind: Kind, id: string): Promise<readonly Asked[]> => {
  const rows: Asked[] = [];
  for await (const chunk of chunksOf(deps.db, id, 0, kind.sealed ? (deps.sealed ?? null) : null))
    rows.push(...(chunk as readonly Asked[])); // kept by the check
  return rows;
};

/** Everything as one act; of the good rows alone, those that the rules refuse meanwhile are left out and the others tried again. */
const asOneAct = async (deps: ApiDeps, kind: Kind, job: Job, mode: 'all' | 'good'): Promise<readonly Bad[]> => {
  let rows = await allRows(deps, kind, job.id);
  const refused: Bad[] = [];
  while (rows.length > 0) {
    const bad = await kind.carrier.all(deps, job, rows);
    refused.push(...bad);
    if (bad.length === 0 || mode === 'all') break;
    const out = new Set(bad.map(({ row }) => row));
    rows = rows.filter(({ row }) => !out.has(row));
  }
  return refused;
};

/** Carries an import out from where it stands. Throws when the machine fails; it is then taken up again. */
const carryOut = async (deps: ApiDeps, stored: StoredImport, signal: AbortSignal): Promise<void> => {
  const job = jobOf(stored, signal);
  const kind = KINDS[job.kind];
  const note = (change: Parameters<typeof changeImport>[3]) => changeImport(deps.db, job.id, ['running'], change);
  // the list of passwords is made from the rows, so they wait for it
  const forget = async (): Promise<void> => (job.handout === null ? dropChunks(deps.db, job.id) : undefined);
  if (stored.mode === 'all' || (await kind.isOneAct?.(deps, job))) {
    const bad = await asOneAct(deps, kind, job, stored.mode ?? 'all');
    await keepBadRows(deps.db, job.id, 'run', refusedRows(bad));
    const failed = stored.mode === 'all' ? bad.length > 0 : bad.length === stored.good;
    await note({ state: failed ? 'stopped' : 'done', handled: failed ? 0 : stored.good, refused: bad.length });
    return forget();
  }
  let [handled, refused] = [stored.handled, stored.refused];
  const from = Math.floor(handled / CHUNK);
  for await (const chunk of chunksOf(deps.db, job.id, from, null)) {
    const rows = chunk as readonly Asked[]; // kept by the check
    const bad = await kind.carrier.some(deps, job, rows);
    await keepBadRows(deps.db, job.id, 'run', refusedRows(bad));
    handled += rows.length;
    refused += bad.length;
    if (!(await note({ handled, refused }))) return;
  }
  await note({ state: 'done', handled, refused });
  await forget();
};

const createStop = () => {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
};

export interface ImportWork {
  /** Checks a file in its turn; removes it afterwards. */
  check(stored: StoredImport, spooled: Spooled): void;
  /** Looks for work now. */
  wake(): void;
  /** Resolves when the work under way has ended or was put down. */
  stop(): Promise<void>;
}

export const createImportWork = (deps: ApiDeps): ImportWork => {
  let queue: Promise<void> = Promise.resolve();
  const { signal, abort } = createStop();
  let looking = false;
  const inTurn = (work: () => Promise<void>): void => {
    queue = queue.then(async () => {
      if (signal.aborted) return;
      await work().catch((error: unknown) => deps.log?.error({ err: error }, 'imports could not go on'));
    });
  };
  const renewing = async (id: string, state: 'checking' | 'running', work: () => Promise<void>): Promise<void> => {
    const timer = setInterval(() => void changeImport(deps.db, id, [state], {}).catch(() => {}), RENEW_MS);
    try {
      await work();
    } finally {
      clearInterval(timer);
    }
  };
  const check = async (stored: StoredImport, spooled: Spooled): Promise<void> => {
    const job = jobOf(stored, signal);
    const kind = KINDS[job.kind];
    const note = (change: Parameters<typeof changeImport>[3]) => changeImport(deps.db, job.id, ['checking'], change);
    let reading: Awaited<ReturnType<typeof readingTable>> | null = null;
    try {
      reading = await readingTable(spooled.path, spooled.size, stored.file_name);
      const progress = async (handled: number, rows: number): Promise<void> => void (await note({ handled, rows }));
      const { rows, good, bad, atOnce } = await checkTable(deps, { kind, job, reading, progress });
      await note({ state: 'checked', rows, good, bad, at_once: atOnce, handled: 0 });
    } catch (error) {
      if (!(error instanceof Problem)) deps.log?.error({ err: error, import: job.id }, 'a table could not be checked');
      await note({ state: 'stopped', fault: JSON.stringify(faultOf(error)) });
      await dropChunks(deps.db, job.id);
    } finally {
      await reading?.close();
      await spooled.remove();
    }
  };
  /** A fault of the program ends the import; what passes by itself leaves it to be taken up again. */
  const failed = async ({ id }: StoredImport, error: unknown): Promise<void> => {
    if (signal.aborted || isUnavailable(error)) return;
    deps.log?.error({ err: error, import: id }, 'an import failed');
    await changeImport(deps.db, id, ['running'], { state: 'stopped', fault: JSON.stringify(faultOf(error)) });
    await dropChunks(deps.db, id);
  };
  const look = async (): Promise<void> => {
    looking = false;
    await stopLostChecks(deps.db, faultOf(new Problem('import-lost')));
    for (let job = await takeOver(deps.db); job && !signal.aborted; job = await takeOver(deps.db)) {
      const found = job;
      await renewing(found.id, 'running', () => carryOut(deps, found, signal)).catch((error: unknown) =>
        failed(found, error),
      );
    }
  };
  const wake = (): void => {
    if (looking || signal.aborted) return;
    looking = true;
    inTurn(look);
  };
  const timers = [
    setInterval(wake, LOOK_MS).unref(),
    setInterval(() => inTurn(() => sweepImports(deps.db)), SWEEP_MS).unref(),
  ];
  return {
    wake,
    check: (stored, spooled) => inTurn(() => renewing(stored.id, 'checking', () => check(stored, spooled))),
    stop: async () => {
      abort();
      for (const timer of timers) clearInterval(timer);
      await queue;
    },
  };
};
