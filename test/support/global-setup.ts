/** One PostgreSQL, one Temporal and one workflow bundle for the whole run; each test file has its own database and namespace. */
import { workflowBundle } from '../../activities/worker.ts';
import { startTestPostgres } from './postgres.ts';
import { startTestTemporal, TEST_CACHE, testServerPath } from './temporal.ts';

export default async function setup(): Promise<void> {
  const started = await Promise.allSettled([
    startTestPostgres().then(({ url, stop }) => {
      stopping.push(stop);
      process.env.TEST_DATABASE_URL = url;
    }),
    startTestTemporal().then(({ address, stop, remove }) => {
      stopping.push(() => stop().then(remove));
      process.env.TEST_TEMPORAL_ADDRESS = address;
    }),
    testServerPath(), // fetched here, not within a test's time
    workflowBundle({ cacheDir: TEST_CACHE }).then((path) => {
      process.env.TEST_WORKFLOW_BUNDLE = path;
    }),
  ]);
  (globalThis as { stopTestServers?: readonly (() => Promise<void>)[] }).stopTestServers = stopping; // read by global-teardown
  const failed = started.find((each) => each.status === 'rejected');
  if (failed) {
    await Promise.all(stopping.map((stop) => stop()));
    throw failed.reason;
  }
}

const stopping: (() => Promise<void>)[] = [];
