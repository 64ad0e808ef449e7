/** `npm run rehearse` as people and scripts meet it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const rehearse = (...args: string[]): { code: number | null; out: string; err: string } => {
  const run = spawnSync(process.execPath, ['bin/rehearse.ts', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64_000_000,
    env: { ...process.env, NODE_OPTIONS: '', LC_ALL: '', LANG: 'C' },
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
};

const planFile = (content: unknown): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'rehearse-')), 'plan.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};
const plan = (startDate: string, endDate: string, change: object = {}): object => ({
  name: 'thu',
  title: 'Thử',
  authority: 'Phường A',
  exercises: [
    { id: 'a', type: 'communeCombatExercise', orgUnit: 'phuong-a', theme: 'Diễn tập', startDate, endDate, ...change },
  ],
});

describe('npm run rehearse', () => {
  test('plays the default plan and sums it up', () => {
    const { code, out } = rehearse('--lang', 'vi', '--quiet');
    expect(code).toBe(0);
    expect(out).toContain('DT-22');
    expect(out).toContain('Đã đóng');
  });

  test('--json prints one object with exercises, reminders and events', () => {
    const { code, out } = rehearse('--json', '--late', 'POL=5');
    expect(code).toBe(0);
    const result = JSON.parse(out);
    expect(result).toMatchObject({ ok: true, command: 'rehearse', plan: 'tam-ky-2022' });
    expect(result.exercises).toHaveLength(5);
    expect(result.exercises[0].gates).toHaveLength(10);
    expect(result.events[0]).toMatchObject({ position: 1, type: 'OrganisationEstablished', version: 1 });
    const toTheBoard = (each: { rung: string; task: string }) =>
      each.rung === 'board' && ['C17', 'X14'].includes(each.task);
    expect(result.reminders.filter(toTheBoard)).toHaveLength(5);
  });

  test('--until, --only and --body narrow what is shown', () => {
    const { code, out } = rehearse('--until', '2022-05-06', '--only', 'tam-ky-2022', '--body', 'POL', '--lang', 'vi');
    expect(code).toBe(0);
    expect(out).not.toContain('X14');
    expect(out).not.toMatch(/^\S.* 07\/05\/2022/m);
  });

  test('--help names the options and the exit codes in the language asked for', () => {
    expect(rehearse('--help').out).toContain('--late POL=5');
    expect(rehearse('--help', '--lang', 'vi').out).toContain('Mã thoát');
  });

  test.each([
    [['--lat', 'POL=5'], '--late'],
    [['--late', 'POLL=5'], 'POL'],
    [['--late', 'C99=5'], 'C9'],
    [['--late', 'POL'], 'POL=5'],
    [['--late', 'tam-ki-2022:POL=5'], 'tam-ky-2022'],
    [['--only', 'an-son-2024'], 'an-son-2022'],
    [['--body', 'XYZ'], 'nearest'],
    [['--until', '31/05/2022'], '2022-05-31'],
    [['khong-co.json'], 'khong-co.json'],
  ])('wrong use %j ends with 2 and says what was meant', (args, hint) => {
    const { code, err, out } = rehearse(...args);
    expect(code).toBe(2);
    expect(err).toContain(hint);
    expect(out).toBe('');
  });

  test('an invalid plan ends with 2 and names the path in the file, in both languages', () => {
    const bad = planFile(plan('2027-04-20', '2027-04-19', { colour: 'red' }));
    const en = rehearse(bad);
    expect(en.code).toBe(2);
    expect(en.err).toContain('exercises[0].colour: is not a known field');
    const vi = rehearse(bad, '--lang', 'vi');
    expect(vi.err).toContain('exercises[0].colour: không có trường này');
    expect(rehearse(planFile('{"name":')).code).toBe(2);
  });

  test('a year without a calendar ends with 4 and names the year', () => {
    const { code, err } = rehearse(planFile(plan('2027-12-20', '2027-12-21')));
    expect(code).toBe(4);
    expect(err).toContain('2028');
    const past = rehearse(planFile(plan('2020-01-20', '2020-01-21')), '--lang', 'vi');
    expect(past.code).toBe(4);
    expect(past.err).toContain('2019');
  });
});
