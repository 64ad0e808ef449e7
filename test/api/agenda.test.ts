/** The calendar on the wall: each reader finds his days, and nothing of what he may not see. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as contract from '../../api/contract/index.ts';
import { type Api, loadSeason, startApi } from './support.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
  await loadSeason(api);
}, 120_000);
afterAll(() => api.close());

const agenda = async (actor: string, query: string) => {
  const { status, body } = await api.get(`/api/v1/agenda?${query}`, { 'x-actor': actor });
  expect([status, contract.Agenda.safeParse(body).error?.issues]).toEqual([200, undefined]);
  return contract.Agenda.parse(body);
};
const MAY = 'from=2022-05-01&to=2022-05-31';
const SA = 'tb-01@tam-ky.SA';
const HEA = 'yt-01@tam-ky.HEA';

test('staff sees the deadlines of its city and its communes, by day', async () => {
  const { deadlines, today } = await agenda(SA, MAY);
  expect(today).toBe('2022-05-31');
  expect(new Set(deadlines.map(({ exercise }) => exercise)).size).toBeGreaterThan(1);
  expect(deadlines.map(({ due }) => due)).toEqual(deadlines.map(({ due }) => due).sort());
  expect(deadlines.every(({ due }) => due >= '2022-05-01' && due <= '2022-05-31')).toBe(true);
});

test('a department sees its own deadlines and no other', async () => {
  const { deadlines } = await agenda(HEA, MAY);
  expect(deadlines.map(({ code, isOwn }) => [code, isOwn])).toEqual([['C18', true]]);
});

test('holidays are marked, and days of exercises stand in the week they fall in', async () => {
  const { days } = await agenda(HEA, MAY);
  expect(days.map(({ date, kind }) => [date, kind])).toEqual([
    ['2022-05-02', 'off'],
    ['2022-05-03', 'off'],
  ]);
  const { exercises } = await agenda(SA, 'from=2022-06-27&to=2022-07-10');
  expect(exercises.map(({ id }) => id)).toContain('phuoc-hoa-2022');
  expect(exercises.every(({ startDate, endDate }) => startDate <= '2022-07-10' && endDate >= '2022-06-27')).toBe(true);
});

test('a past day shows what stood then', async () => {
  const { deadlines, today } = await agenda(SA, `${MAY}&asOf=2022-04-20`);
  expect(today).toBe('2022-04-20');
  expect(deadlines.some(({ code, mark }) => code === 'C18' && mark === 'ahead')).toBe(true);
});

test('a year without a table is named, not guessed', async () => {
  const { unknownYears } = await agenda(SA, 'from=2034-12-25&to=2035-01-05');
  expect(unknownYears).toEqual([2034, 2035]);
});

test.each(['from=2022-05-31&to=2022-05-01', 'from=2022-01-01&to=2022-12-31', 'from=2022-05-01', ''])(
  'a span that makes no sense is refused: %s',
  async (query) => {
    const { status, body } = await api.get(`/api/v1/agenda?${query}`, { 'x-actor': SA });
    expect([status, body.code]).toEqual([400, 'invalid-query']);
  },
);

test('the task page knows who may act, who waits for it, and who was told', async () => {
  const { body } = await api.get('/api/v1/exercises/phuoc-hoa-2022/tasks/X15', { 'x-actor': 'ch-01@phuoc-hoa.CMC' });
  const whole = contract.TaskWhole.parse(body);
  expect(whole).toMatchObject({ phase: 'preparing', rights: { decideExtension: ['tam-ky.SB'], waive: ['tam-ky.SB'] } });
  expect(whole.rights.verify).not.toContain(whole.task.owner);
  expect(whole.awaitedBy.map(({ code }) => code)).toEqual(['X21']);
  expect(whole.reminders.every(({ task, to }) => task === 'X15' && to === 'phuoc-hoa.CMC')).toBe(true);
  expect(whole.reminders.length).toBeGreaterThan(0);
});

test('the list of a body can be read as of a past day', async () => {
  const { body } = await api.get('/api/v1/bodies/tam-ky.HEA/tasks?asOf=2022-04-20', { 'x-actor': HEA });
  const { today, tasks } = contract.BodyTasks.parse(body);
  expect(today).toBe('2022-04-20');
  expect(tasks.map(({ code, status }) => [code, status === 'verified'])).toEqual([['C18', false]]);
});
