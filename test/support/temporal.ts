/** A real Temporal for tests: one dev server a run, a namespace for each test file; further servers on demand. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { workflowBundle } from '../../activities/worker.ts';
import { findTemporal, findTestServer, startTemporal } from '../../local/index.ts';

/** Bundles and fetched programs are kept between runs. */
export const TEST_CACHE = join(tmpdir(), 'san-sang-test-cache');

const finding = { dataDir: TEST_CACHE, env: process.env, log: () => {} };

export interface TestTemporal {
  readonly address: string;
  readonly dataDir: string;
  /** Ends the server; its data stays until `remove`. */
  stop(): Promise<void>;
  remove(): Promise<void>;
}

/** A dev server; with the `dataDir` of one that was stopped it goes on where that one ended, at the same address. */
export async function startTestTemporal({ dataDir }: { readonly dataDir?: string } = {}): Promise<TestTemporal> {
  const { path: binary } = await findTemporal(finding);
  const dir = dataDir ?? (await mkdtemp(join(tmpdir(), 'san-sang-temporal-')));
  const server = await startTemporal({
    binary,
    dataDir: dir,
    log: () => {},
    ui: false,
    extraArgs: ['--dynamic-config-value', 'frontend.WorkflowTimeSkippingEnabled=true'],
  });
  return {
    address: server.address,
    dataDir: dir,
    stop: () => server.stop(),
    remove: () => rm(dir, { recursive: true, force: true }),
  };
}

/** The bundle of this run: built by global-setup, here for a test that runs alone. */
export const testBundle = async (): Promise<string> =>
  process.env.TEST_WORKFLOW_BUNDLE ?? (await workflowBundle({ cacheDir: TEST_CACHE }));

/** The path of the time-skipping test server. */
export const testServerPath = async (): Promise<string> => (await findTestServer(finding)).path;

export const testAddress = (): string => {
  const address = process.env.TEST_TEMPORAL_ADDRESS;
  if (address === undefined) throw new Error('TEST_TEMPORAL_ADDRESS is not set: run the tests through `npm test`');
  return address;
};

/** A new namespace, without search attributes. */
export async function newNamespace(connection: Connection): Promise<string> {
  const namespace = `t-${randomBytes(6).toString('hex')}`;
  await connection.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod: msToTs('1 day') });
  return namespace;
}
