/** Who was told what, the paper of the day, and the calendar the staff keeps: over the API, on a real store. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as contract from '../../api/contract/index.ts';
import { CALENDAR } from '../../domain/calendar/index.ts';
import { SYSTEM } from '../../domain/people.ts';
import { StreamId } from '../../domain/streams.ts';
import { endOfDay, type Instant, instant, localDate, toMs } from '../../domain/time.ts';
import { at } from '../support/domain.ts';
import { type Api, startApi } from './support.ts';

const SA = 'nv-01@tam-ky.SA';
const SB = 'bi-thu@tam-ky.SB:head';
const IDS = ['kvpt-a', 'kvpt-b'] as const;
let api: Api;

/** The alarm of one exercise, as its workflow rings it. */
const ring = async (id: string, now: Instant): Promise<void> => {
  const stream = StreamId.parse(`exercise/${id}`);
  const command = { type: 'ObserveTime', due: now };
  await api.commit({ stream, commandId: `${stream}/alarm/${now}`, command, at: now, by: SYSTEM, origin: 'clock' });
};
const morning = async (day: string): Promise<void> => {
  api.clock.now = at(day, 8);
  for (const id of IDS) await ring(id, api.clock.now);
};
const done = async (path: string, actor: string, command: object): Promise<void> => {
  expect(await api.command(path, actor, command)).toMatchObject({ status: 200 });
};
// biome-ignore lint/suspicious/noExplicitAny: answers are read field by field
const read = async (url: string): Promise<any> => {
  const { status, body } = await api.get(url);
  expect([url, status]).toEqual([url, 200]);
  return body;
};
const codes = (tasks: readonly { exercise: string; code: string }[]): string[] =>
  tasks.map(({ exercise, code }) => `${exercise} ${code}`);

beforeAll(async () => {
  api = await startApi();
  api.clock.now = at('2026-10-05');
  for (const [n, id] of IDS.entries()) {
    const draft = { exerciseType: 'defenceAreaExercise', orgUnit: 'tam-ky', theme: `Diễn tập ${id}`, isPilot: false };
    await done(`exercises/${id}`, SA, { type: 'DraftExercise', ...draft });
    const days = { startDate: '2027-04-20', endDate: '2027-04-22' };
    await done(`exercises/${id}`, SA, { type: 'PlanExercise', ...days, ...(n === 0 ? {} : { endDate: '2027-04-23' }) });
  }
  await morning('2026-11-25'); // seven working days before C01
  api.clock.now = at('2026-11-26');
  await done('exercises/kvpt-a', SA, { type: 'AcknowledgeReminder', task: 'C01', until: '2026-12-01' });
  api.clock.now = instant(toMs(at('2026-11-26', 23, 59)) + 30_000);
  await done('exercises/kvpt-b', SA, { type: 'RequestExtension', task: 'C01', until: '2026-12-11', reason: 'chờ' });
  for (const day of ['2026-11-30', '2026-12-01', '2026-12-03', '2026-12-07']) await morning(day);
});
afterAll(() => api.close());

describe('who was told what and when', () => {
  test('over all exercises, latest first, a page at a time, nothing twice and nothing left out', async () => {
    const all = await read('/api/v1/reminders?limit=500');
    expect(contract.ReminderLog.parse(all).nextAfter).toBeNull();
    expect(all.reminders.length).toBeGreaterThan(8);
    const paged: string[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const page: { reminders: { id: string }[]; nextAfter: string | null } = await read(
        `/api/v1/reminders?limit=3${after ? `&after=${encodeURIComponent(after)}` : ''}`,
      );
      paged.push(...page.reminders.map(({ id }) => id));
      after = page.nextAfter;
    }
    expect(paged).toEqual(all.reminders.map(({ id }: { id: string }) => id));
    expect(new Set(paged).size).toBe(paged.length);
    const times = all.reminders.map((each: { at: string }) => each.at);
    expect(times).toEqual([...times].sort().reverse());
  });

  test('of one day, one exercise, one body', async () => {
    const day = await read('/api/v1/reminders?day=2026-12-01');
    expect(
      day.reminders.map((each: { exercise: string; rung: string; to: string }) => [each.exercise, each.rung, each.to]),
    ).toEqual([['kvpt-b', 'undecided', 'tam-ky.SB']]); // kvpt-a was acknowledged until this day
    const own = await read('/api/v1/reminders?exercise=kvpt-a');
    const told = await read('/api/v1/exercises/kvpt-a/reminders');
    expect(own.reminders.reverse()).toEqual(told.reminders);
    const board = await read('/api/v1/reminders?body=tam-ky.SB&exercise=kvpt-b');
    expect(
      board.reminders.every(
        (each: { audience: string; post: string }) => each.audience === 'board' && each.post === 'head',
      ),
    ).toBe(true);
    expect(board.reminders[0].text.vi).toContain('đề nghị gia hạn chưa quyết định, việc C01');
  });

  test('an acknowledgement stands beside what it answers', async () => {
    const { reminders } = await read('/api/v1/exercises/kvpt-a/reminders');
    const c01 = reminders.filter((each: { task: string }) => each.task === 'C01');
    expect(
      c01.map((each: { rung: string; acknowledgedAt: string | null }) => [each.rung, each.acknowledgedAt]),
    ).toEqual([
      ['before7', at('2026-11-26')],
      ['before1', null],
      ['overdue', null],
      ['head', null],
    ]);
  });

  test.each(['day=2026-13-01', 'limit=0', 'body=tam-ky', 'from=2026-12-01'])('%s is refused', async (query) => {
    expect(await api.get(`/api/v1/reminders?${query}`)).toMatchObject({ status: 400 });
  });
});

describe('one paper a body and day', () => {
  test('says what was told that morning across exercises and what lies ahead', async () => {
    const digest = await read('/api/v1/bodies/tam-ky.SA/digest');
    contract.BodyDigest.parse(digest);
    expect(digest).toMatchObject({ asOf: null, today: '2026-12-07', body: 'tam-ky.SA' });
    expect(
      digest.told.map(({ exercise, reminders }: { exercise: string; reminders: { task: string; rung: string }[] }) => [
        exercise,
        reminders.map(({ task, rung }) => `${task} ${rung}`),
      ]),
    ).toEqual([
      ['kvpt-a', ['C02 before3', 'C01 overdue', 'C01 head']],
      ['kvpt-b', ['C02 before3']],
    ]);
    expect(codes(digest.overdue)).toEqual(['kvpt-a C01', 'kvpt-b C01']);
    expect(codes(digest.dueSoon)).toEqual(['kvpt-a C02', 'kvpt-b C02']);
    expect([digest.returned, digest.undecided]).toEqual([[], []]);
  });

  test('tells the board of the requests it must decide', async () => {
    const digest = await read('/api/v1/bodies/tam-ky.SB/digest');
    expect(codes(digest.undecided)).toEqual(['kvpt-b C01']);
    expect(
      digest.told.flatMap(({ reminders }: { reminders: { rung: string }[] }) => reminders.map(({ rung }) => rung)),
    ).toEqual(['undecided']);
  });

  test('of a past day as it stood when the day ended, of a day ahead as a preview', async () => {
    const past = await read('/api/v1/bodies/tam-ky.SA/digest?day=2026-11-25');
    expect(past).toMatchObject({ today: '2026-11-25', asOf: endOfDay(localDate('2026-11-25')) });
    expect(past.told.map(({ exercise }: { exercise: string }) => exercise)).toEqual(['kvpt-a', 'kvpt-b']);
    expect([codes(past.overdue), codes(past.dueSoon)]).toEqual([[], ['kvpt-a C01', 'kvpt-b C01']]);
    const ahead = await read('/api/v1/bodies/tam-ky.SA/digest?day=2026-12-14');
    expect([ahead.asOf, ahead.told, codes(ahead.overdue)]).toEqual([
      null,
      [],
      ['kvpt-a C01', 'kvpt-b C01', 'kvpt-a C02', 'kvpt-b C02'],
    ]);
  });

  test('of a past day holds what was asked for in its last minute', async () => {
    const late = await read('/api/v1/bodies/tam-ky.SB/digest?day=2026-11-26');
    expect(codes(late.undecided)).toEqual(['kvpt-b C01']);
  });

  test('names the tasks of others that wait on its own', async () => {
    const digest = await read('/api/v1/bodies/tam-ky.SA/digest');
    const waiting = codes(digest.waitingOnIt).filter((each) => each.startsWith('kvpt-a'));
    expect(waiting).toEqual(['kvpt-a C03', 'kvpt-a C24', 'kvpt-a C27', 'kvpt-a C34']);
  });
});

describe('the calendar', () => {
  const shipped = CALENDAR.years[2027];
  const longTet = {
    type: 'EnterYear',
    table: { ...shipped, off: [...(shipped?.off ?? []), localDate('2027-02-11')].sort(), source: 'Thông báo 1/TB' },
    reason: 'Nghỉ Tết thêm một ngày',
  };

  test('lists the years that have a table, with how sure each is', async () => {
    const list = await read('/api/v1/calendars');
    expect(contract.CalendarList.parse(list).calendarVersion).toBe('2026-11-01');
    expect(
      list.years.map(({ year, status }: { year: number; status: string }) => `${year} ${status}`).slice(-2),
    ).toEqual(['2026 official', '2027 estimated']);
  });

  test('a year entered is in force at once: its table, every count, and the deadlines of the files it touches', async () => {
    const before = await read('/api/v1/exercises/kvpt-a/checklist');
    const left = (checklist: { tasks: { code: string; workingDaysLeft: number }[] }, code: string) =>
      checklist.tasks.find((task) => task.code === code)?.workingDaysLeft ?? 0;
    await done('calendars/viet-nam', SA, longTet);
    const table = await read('/api/v1/calendars/2027');
    expect(table).toMatchObject({ calendarVersion: '2026-11-01+1', workingDays: 248, source: 'Thông báo 1/TB' });
    const after = await read('/api/v1/exercises/kvpt-a/checklist');
    expect(left(after, 'C38')).toBe(left(before, 'C38') - 1);
    const due = (checklist: { tasks: { code: string; due: string }[] }, code: string) =>
      checklist.tasks.find((task) => task.code === code)?.due;
    expect([due(before, 'C01'), due(after, 'C01')]).toEqual(['2026-12-04', '2026-12-03']);
    for (const id of IDS) {
      const { events } = await read(`/api/v1/exercises/${id}/events?limit=500`);
      expect(events.at(-1)).toMatchObject({ type: 'CalendarAdopted', data: { calendarVersion: '2026-11-01+1' } });
    }
    const { events } = await read('/api/v1/calendars/viet-nam/events');
    expect(events[0].sentence.vi).toContain('thay bảng ngày làm việc năm 2027, tính lại 2 diễn tập');
    const then = await read(`/api/v1/readiness?asOf=${at('2026-11-26')}`);
    expect(then.exercises).toHaveLength(2);
  });

  test('is kept by those who may, with a table that can be, and only when it changes something', async () => {
    const stood = await api.events();
    expect(await api.command('calendars/viet-nam', 'nv-02@tam-ky.POL', longTet)).toMatchObject({
      status: 403,
      body: { code: 'calendar-keeper' },
    });
    expect(await api.command('calendars/viet-nam', SA, longTet)).toMatchObject({
      body: { code: 'calendar-unchanged' },
    });
    const weekend = { ...longTet, table: { ...longTet.table, off: ['2027-02-13'] } };
    expect(await api.command('calendars/viet-nam', SA, weekend)).toMatchObject({ status: 422 });
    expect(await api.get('/api/v1/calendars/2031')).toMatchObject({ body: { code: 'calendar-year-missing' } });
    const late = { type: 'RescheduleExercise', startDate: '2029-03-06', endDate: '2029-03-08', reason: 'x' };
    expect(await api.command('exercises/kvpt-a', SB, late)).toMatchObject({ body: { code: 'calendar-year-missing' } });
    expect(await api.events()).toBe(stood);
  });
});
