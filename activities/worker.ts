/** The Temporal worker. Workflows reach it only as a bundle, built once for each state of their sources. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Connection } from '@temporalio/client';
import { bundleWorkflowCode, type NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';
import { type Activities, SEARCH_ATTRIBUTES, TASK_QUEUE } from '../workflows/contract.ts';

const WORKFLOWS = fileURLToPath(new URL('../workflows/', import.meta.url));

export interface WorkerSettings {
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly activities: Activities;
  /** File of the bundle, from `workflowBundle`. */
  readonly bundlePath: string;
  readonly maxCachedWorkflows?: number;
}

/** A worker, not running yet: `run()` it; `shutdown()` lets what is under way end, 10 seconds at most. */
export const createWorker = (settings: WorkerSettings): Promise<Worker> => {
  const { connection, namespace, activities, bundlePath, maxCachedWorkflows = 500 } = settings;
  const options: WorkerOptions = {
    connection,
    namespace,
    taskQueue: TASK_QUEUE,
    activities,
    workflowBundle: { codePath: bundlePath },
    maxCachedWorkflows,
    reuseV8Context: true,
    shutdownGraceTime: '5 seconds',
    shutdownForceTime: '10 seconds',
  };
  return Worker.create(options);
};

/** Path of the bundle in `cacheDir`, built only when workflow sources, SDK or Node have changed since. */
export async function workflowBundle({ cacheDir }: { readonly cacheDir: string }): Promise<string> {
  const path = join(cacheDir, `workflows-${await bundleKey()}.js`);
  if (await stat(path).catch(() => null)) return path;
  const { code } = await bundleWorkflowCode({ workflowsPath: join(WORKFLOWS, 'index.ts'), logger: SILENT });
  await mkdir(cacheDir, { recursive: true });
  const half = `${path}.${process.pid}`;
  await writeFile(half, code);
  await rename(half, path);
  return path;
}

const silent = (): void => {};
const SILENT = { log: silent, trace: silent, debug: silent, info: silent, warn: silent, error: silent };

async function bundleKey(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of (await readdir(WORKFLOWS)).sort()) {
    hash
      .update(`${name}\0`)
      .update(await readFile(join(WORKFLOWS, name)))
      .update('\0');
  }
  const sdk: unknown = createRequire(import.meta.url)('@temporalio/worker/package.json');
  const version = typeof sdk === 'object' && sdk !== null && 'version' in sdk ? sdk.version : '';
  return hash
    .update(`${version} ${process.versions.node.split('.')[0]}`)
    .digest('hex')
    .slice(0, 20);
}

/** The search attributes that workflows set, with Temporal's number of their kind: 2 keyword, 6 datetime. */
export const SEARCH_ATTRIBUTE_KINDS: Readonly<Record<string, number>> = {
  [SEARCH_ATTRIBUTES.phase]: 2,
  [SEARCH_ATTRIBUTES.orgUnit]: 2,
  [SEARCH_ATTRIBUTES.nextDue]: 6,
};

/** Registers the search attributes where they are missing. Safe to repeat, also at the same time. */
export async function ensureSearchAttributes(connection: Connection, namespace: string): Promise<void> {
  const missing = async (): Promise<[string, number][]> => {
    const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
    return Object.entries(SEARCH_ATTRIBUTE_KINDS).filter(([name]) => customAttributes?.[name] === undefined);
  };
  const absent = await missing();
  if (absent.length === 0) return;
  try {
    await connection.operatorService.addSearchAttributes({ namespace, searchAttributes: Object.fromEntries(absent) });
  } catch (error) {
    if ((await missing()).length > 0) throw error;
  }
}
