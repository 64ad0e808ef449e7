/** The desk of the staff and the register of papers, over the shipped season in mid-preparation. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as contract from '../../api/contract/index.ts';
import { type Api, loadSeason, startApi } from './support.ts';

const SA = 'nv-01@tam-ky.SA';
const SB = 'bcd-01@tam-ky.SB';
const HEALTH = 'yt-01@tam-ky.HEA';
let api: Api;
// biome-ignore lint/suspicious/noExplicitAny: answers are read field by field
const read = async (url: string, actor = SA): Promise<any> => {
  const { status, body } = await api.get(url, { 'x-actor': actor });
  expect([url, status]).toEqual([url, 200]);
  return body;
};
const codes = (rows: readonly { exercise: string; code: string }[]): string[] =>
  rows.map(({ exercise, code }) => `${exercise}/${code}`);
const named = (rows: readonly { exercise: string; code: string }[], wanted: string) =>
  rows.find((row) => `${row.exercise}/${row.code}` === wanted);

beforeAll(async () => {
  api = await startApi();
  await loadSeason(api);
});
afterAll(() => api.close());

describe('the queues of the standing agency', () => {
  test('hold what the files hold: each count is a list of exactly those rows', async () => {
    const desk = await read('/api/v1/queues');
    expect(contract.Queues.parse(desk)).toEqual(desk);
    const { exercises } = await read('/api/v1/readiness');
    const running = exercises.filter(({ phase }: { phase: string }) => !['closed', 'cancelled'].includes(phase));
    expect(desk.exercises.map(({ id }: { id: string }) => id).sort()).toEqual(
      running.map(({ id }: { id: string }) => id).sort(),
    );
    const submitted: string[] = [];
    let overdue = 0;
    for (const { id } of running) {
      const { tasks } = await read(`/api/v1/exercises/${id}/checklist`);
      submitted.push(...codes(tasks.filter(({ status }: { status: string }) => status === 'submitted')));
      overdue += (await read(`/api/v1/exercises/${id}`)).tasks.overdue;
    }
    expect(codes(desk.toVerify).sort()).toEqual(submitted.sort());
    expect(desk.overdue).toHaveLength(overdue);
    expect(desk.exercises.reduce((sum: number, row: { overdue: number }) => sum + row.overdue, 0)).toBe(overdue);
  });

  test('are in the order to work through: longest held, latest, nearest first', async () => {
    const { toVerify, overdue, gates } = await read('/api/v1/queues');
    for (const times of [
      toVerify.map(({ since }: { since: string }) => since),
      overdue.map(({ due }: { due: string }) => due),
      gates.map(({ due }: { due: string }) => due),
    ])
      expect(times).toEqual([...times].sort());
    for (const { workingDaysLeft } of gates) expect(workingDaysLeft).toBeLessThanOrEqual(5);
  });

  test('say what is his to do: the agency verifies and urges, the board decides on more time', async () => {
    const desk = await read('/api/v1/queues');
    expect(desk.toVerify.length).toBeGreaterThan(0);
    for (const { acts, holder } of desk.toVerify) expect([holder, acts.includes('verify')]).toEqual([holder, true]);
    const late = desk.overdue.find(({ acts }: { acts: string[] }) => acts.includes('urge'));
    expect(late).toBeDefined();
    const path = `exercises/${late.exercise}`;
    expect(await api.command(path, SA, { type: 'UrgeTask', task: late.code })).toMatchObject({ status: 200 });
    const after = named((await read('/api/v1/queues')).overdue, `${late.exercise}/${late.code}`);
    expect(after).toMatchObject({ urged: { times: 1, by: { body: 'tam-ky.SA' } } });
    expect(after && 'acts' in after && after.acts).not.toContain('urge');
    expect(await api.command(path, SB, { type: 'UrgeTask', task: late.code })).toMatchObject({
      status: 409,
      body: { code: 'urged-today' },
    });
    const { reminders } = await read(`/api/v1/exercises/${late.exercise}/reminders`);
    expect(reminders.at(-1)).toMatchObject({ kind: 'urging', rung: 'urged', task: late.code, to: late.holder });
    expect(reminders.at(-1).text.vi).toMatch(/^Cơ quan thường trực .* đôn đốc /);
    const { told } = await read(`/api/v1/bodies/${late.holder}/digest`);
    expect(told.flatMap((each: { reminders: object[] }) => each.reminders)).toContainEqual(
      expect.objectContaining({ rung: 'urged', task: late.code }),
    );
    const { history } = await read(`/api/v1/exercises/${late.exercise}/tasks/${late.code}`);
    expect(history.at(-1).type).toBe('TaskUrged');
  });

  test('of a past day are those of that day, and nothing can be done about them', async () => {
    const then = await read('/api/v1/queues?asOf=2022-04-15T01:00:00.000Z');
    expect(then.today).toBe('2022-04-15');
    expect([...then.overdue, ...then.toVerify].every(({ acts }) => acts.length === 0)).toBe(true);
  });

  test('a department has no desk over the files of others', async () => {
    const desk = await read('/api/v1/queues', HEALTH);
    expect([desk.exercises, desk.overdue, desk.toVerify]).toEqual([[], [], []]);
  });
});

describe('the register', () => {
  test('holds papers and proofs of every exercise, latest first, each once', async () => {
    const register = await read('/api/v1/papers');
    expect(contract.PaperRegister.parse(register)).toEqual(register);
    const keys = register.papers.map(({ key }: { key: string }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    const days = register.papers.map(({ date }: { date: string }) => date);
    expect(days).toEqual([...days].sort().reverse());
    const kinds = new Set(register.papers.map(({ kind }: { kind: string }) => kind));
    expect([...kinds]).toEqual(expect.arrayContaining(['paper', 'evidence']));
    const { papers } = await read('/api/v1/exercises/tam-ky-2022/papers');
    for (const { paper } of papers)
      expect(register.papers).toContainEqual(expect.objectContaining({ number: paper.number, date: paper.date }));
  });

  test('shows a department the proofs of its own tasks and no others', async () => {
    const { papers } = await read('/api/v1/papers', HEALTH);
    expect(papers.length).toBeGreaterThan(0);
    for (const { exercise, task } of papers) {
      const { tasks } = await read(`/api/v1/exercises/${exercise}/checklist`, HEALTH);
      expect(tasks.find(({ code }: { code: string }) => code === task)).toMatchObject({ owner: 'tam-ky.HEA' });
    }
  });
});
