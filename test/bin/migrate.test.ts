/** `npm run migrate` says what it did, the rebuild of the read tables included. */
import { spawn } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { useDatabase } from '../db/fixtures.ts';

const it = useDatabase();

const migrate = () =>
  new Promise<string>((done, fail) => {
    const { PATH = '' } = process.env;
    const child = spawn(process.execPath, ['bin/migrate.ts', '--lang', 'en'], {
      env: { PATH, MIGRATION_DATABASE_URL: it.url },
    });
    let said = '';
    child.stdout.on('data', (part) => {
      said += part;
    });
    child.once('error', fail);
    child.once('close', () => done(said.trim()));
  });

test('a database that is up to date has nothing to do; read tables of another version are built anew, and that is said', async () => {
  expect(await migrate()).toBe('Nothing to do.');
  await it.sudo(`COMMENT ON SCHEMA read IS 'older'`);
  expect(await migrate()).toBe('The read tables were built anew.');
  expect(await migrate()).toBe('Nothing to do.');
});
