import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { migrate } from '../../db/migrate.ts';
import { admin, databaseUrl } from '../support/postgres.ts';

const server = process.env.TEST_DATABASE_URL ?? '';
const name = `migrate_${process.pid}`;
const url = server && databaseUrl(server, name);

beforeAll(() => admin(server, `CREATE DATABASE ${name}`));
afterAll(() => admin(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));

test('four migrations at once on an empty database apply each step once', async () => {
  const reports = await Promise.all([1, 2, 3, 4].map(() => migrate(url)));
  const applied = reports.flatMap((report) => report.applied);
  expect(applied.toSorted()).toEqual([...new Set(applied)].toSorted());
  expect(applied.length).toBeGreaterThan(0);
  expect(reports.map((report) => report.rebuildNeeded)).toEqual([false, false, false, false]);
});

test('a second migration finds nothing to do', async () => {
  expect(await migrate(url)).toEqual({ applied: [], rebuildNeeded: false });
});

test('read tables of another version are reported for a rebuild', async () => {
  await admin(url, `COMMENT ON SCHEMA read IS 'older'`);
  expect(await migrate(url)).toEqual({ applied: [], rebuildNeeded: true });
});
