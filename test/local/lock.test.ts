import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { acquireLock } from '../../local/lock.ts';
import { refusal, runNode, temporaryFolder } from './support.ts';

let folder: ReturnType<typeof temporaryFolder>;

beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const holder = (dataDir: string) => `
  import { acquireLock } from './local/lock.ts';
  try {
    acquireLock(${JSON.stringify(dataDir)});
    globalThis.gc();
    console.log('won');
    setInterval(() => {}, 1000);
  } catch (error) {
    console.log(error.code);
  }`;

test('of five racing starts exactly one gets the data folder', async () => {
  const racers = Array.from({ length: 5 }, () => runNode(holder(folder.path)));
  const outcomes = await Promise.all(racers.map((racer) => racer.line()));
  for (const { child } of racers) child.kill('SIGKILL');
  await Promise.all(racers.map((racer) => racer.ended));
  expect(outcomes.toSorted()).toEqual([...Array(4).fill('already-running'), 'won']);
});

test('the refusal names the holder and the folder, and a killed holder blocks nobody', async () => {
  const racer = runNode(holder(folder.path));
  expect(await racer.line()).toBe('won');
  const error = await refusal(() => acquireLock(folder.path));
  expect(error).toMatchObject({ code: 'already-running', exitCode: 1 });
  for (const text of [error.messageVi, error.messageEn]) {
    expect(text).toContain(String(racer.child.pid));
    expect(text).toContain(folder.path);
  }
  racer.child.kill('SIGKILL');
  await racer.ended;
  acquireLock(folder.path).release();
});

test('the same process cannot take it twice, and may take it again after release', async () => {
  const lock = acquireLock(folder.path);
  expect((await refusal(() => acquireLock(folder.path))).code).toBe('already-running');
  lock.release();
  lock.release();
  acquireLock(folder.path).release();
});

test.each(['/proc/san-sang', '/etc/passwd/san-sang'])(
  'a data folder that cannot be made is refused: %s',
  async (path) => {
    const error = await refusal(() => acquireLock(path));
    expect(error).toMatchObject({ code: 'data-dir', exitCode: 1 });
    expect(error.messageVi).toContain(path);
  },
);
