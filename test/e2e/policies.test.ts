/** What follows by itself from one file to another, and what time does, through HTTP, Temporal and PostgreSQL. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { at } from '../support/domain.ts';
import { type Office, openOffice } from '../support/office.ts';
import { plan, SA, SB } from './planned.ts';

const CITY = 'exercise/tam-ky-2027';
const COMMUNE = 'exercise/an-son-2027';

let office: Office;
beforeAll(async () => {
  office = await openOffice(at('2027-05-04'));
  await plan(office, { id: 'tam-ky-2027', unit: 'tam-ky', days: ['2027-11-09', '2027-11-10'] });
  const part = { parentId: 'tam-ky-2027' };
  await plan(office, { id: 'an-son-2027', unit: 'an-son', isCommune: true, days: ['2027-10-26'], more: part });
}, 60_000);
afterAll(() => office.close());

const due = async (task: string): Promise<string> =>
  (await office.see('/api/v1/exercises/tam-ky-2027/checklist')).tasks.find(
    (each: { code: string }) => each.code === task,
  ).due;

test('a holiday entered later moves the open deadlines behind it, once, and says why', async () => {
  const shown = await office.see('/api/v1/calendars/2027');
  const before = await due('C20');
  const { year, status, days } = shown;
  const dates = (kind: string): string[] =>
    days.filter((day: { kind: string }) => day.kind === kind).map((day: { date: string }) => day.date);
  await office.done(SA, 'calendar/viet-nam', {
    type: 'EnterYear',
    table: {
      year,
      off: [...dates('off'), '2027-10-15'].sort(),
      madeUp: shown.madeUpKnown ? dates('madeUp') : 'unknown',
      status,
      days: {},
      source: 'Quyết định nghỉ bù của địa phương',
    },
    reason: 'Nghỉ bù ngày 15/10',
  });
  expect(await office.history(CITY)).toContain('CalendarAdopted');
  expect(await due('C20')).not.toBe(before);
});

test('an undecided request for more time silences its task and is put before the board', async () => {
  await office.done('ca-2@tam-ky.POL', CITY, {
    type: 'RequestExtension',
    task: 'C17',
    until: '2027-09-24',
    reason: 'Chờ kế hoạch của tỉnh',
  });
  await office.passTime(at('2027-05-10', 12));
  const { reminders } = await office.see('/api/v1/exercises/tam-ky-2027/reminders');
  const told = reminders.filter((each: { task: string }) => each.task === 'C17');
  expect(told.map((each: { rung: string; to: string }) => [each.rung, each.to])).toContainEqual([
    'undecided',
    'tam-ky.SB',
  ]);
  expect(new Set(told.map((each: { rung: string }) => each.rung))).toEqual(new Set(['undecided']));
}, 60_000);

test('a postponed city takes its commune along; resumed, both keep their distance', async () => {
  await office.done(SB, CITY, { type: 'PostponeExercise', reason: 'Bão số 3' });
  expect((await office.see('/api/v1/exercises/an-son-2027')).phase).toBe('postponed');
  await office.done(SB, CITY, {
    type: 'ResumeExercise',
    startDate: '2027-11-16',
    endDate: '2027-11-17',
    reason: 'Bão đã qua',
  });
  expect((await office.see('/api/v1/exercises/an-son-2027')).startDate).toBe('2027-11-02');
});

test('a cancelled city asks its commune, which answers for itself', async () => {
  await office.done(SB, CITY, { type: 'CancelExercise', reason: 'Cấp trên hoãn cả năm' });
  const commune = await office.see('/api/v1/exercises/an-son-2027');
  expect(commune).toMatchObject({ phase: 'planned', cityAsks: [{ change: 'cancelled' }] });
  await office.done('bt-2@an-son.COM:head', COMMUNE, {
    type: 'AnswerCity',
    answer: 'keep',
    reason: 'Đã chuẩn bị xong',
  });
  expect(await office.see('/api/v1/exercises/an-son-2027')).toMatchObject({ phase: 'planned', cityAsks: [] });
});

test('all this left an intact ledger and told nobody twice', async () => {
  const all = await office.engine.db
    .selectFrom('read.reminder')
    .select(['stream_kind', 'subject', 'rung', 'at', 'exercise_id'])
    .execute();
  const keys = all.map((row) => JSON.stringify(row));
  expect(new Set(keys).size).toBe(keys.length);
});
