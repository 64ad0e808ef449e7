import { describe, expect, test } from '@jest/globals';
import { CALENDAR, isWorkingDay } from '../../domain/calendar/index.ts';
import { isSystem } from '../../domain/people.ts';
import type { ReviewState } from '../../domain/review/index.ts';
import { StreamId } from '../../domain/streams.ts';
import { GATE_CODES } from '../../domain/template/index.ts';
import { atHour, dayOf, localDate } from '../../domain/time.ts';
import { createVirtualEngine } from '../../rehearsal/engine.ts';
import { playSeason, recordSeason, replaySeason, SeasonRefused } from '../../rehearsal/season.ts';
import { behaving, day, entries, exerciseOf, loneCommune, ofType, played, tamKy, tamKySeason } from './fixtures.ts';

const IDS = ['tam-ky-2022', 'tan-thanh-2022', 'an-son-2022', 'phuoc-hoa-2022'];

describe('the season of Tam Kỳ 2022', () => {
  test('takes all four exercises through G0–G9 in order, closes their drill, finishes their reviews', async () => {
    const engine = await tamKySeason();
    for (const id of IDS) {
      expect(exerciseOf(engine, id).phase).toBe('closed');
      const passed = ofType(engine, 'GatePassed').filter(({ stream }) => stream === `exercise/${id}`);
      expect(passed.map(({ gate }) => gate)).toEqual(GATE_CODES);
      expect(passed.every(({ override }) => override === null)).toBe(true);
      const { phase, actions } = engine.state(StreamId.parse(`review/${id}`)) as ReviewState; // by its id
      const statuses = Object.values(actions).map(({ status }) => status);
      // what was checked stays open until an exercise of a later season has retested it
      expect([phase, new Set(statuses)]).toEqual(
        statuses.length > 0 ? ['finished', new Set(['verified'])] : ['closed', new Set()],
      );
    }
    expect(engine.state(StreamId.parse('drill/tam-ky-2022'))).toMatchObject({ phase: 'closed' });
    expect(engine.refusedFollowUps).toEqual([]);
  });

  test('keeps the facts of the source: resolution on 14 March 2022, communes before the city, 119 of 120 reservists', async () => {
    const engine = await tamKySeason();
    const city = exerciseOf(engine, 'tam-ky-2022');
    expect(city.tasks.C03?.due).toBe('2022-03-14');
    expect(day(city.tasks.C03?.verifiedAt)).toBe('2022-03-14');
    expect(city.resolution?.date).toBe('2022-03-14');
    expect(city.drill).toEqual({ present: 119, ordered: 120 });
    const opened = new Map(ofType(engine, 'RunOpened').map(({ stream, at }) => [stream, dayOf(at)]));
    expect([...opened.keys()]).toEqual([
      'exercise/tan-thanh-2022',
      'exercise/an-son-2022',
      'exercise/phuoc-hoa-2022',
      'exercise/tam-ky-2022',
    ]);
    expect(ofType(engine, 'DrillClosed')[0]).toMatchObject({ vehicles: { present: 12, ordered: 12 } });
  });

  test('meets every deadline, so that nobody is escalated', async () => {
    const engine = await tamKySeason();
    expect(ofType(engine, 'TaskEscalated')).toEqual([]);
    expect(ofType(engine, 'TaskReminded').filter(({ rung }) => rung === 'overdue')).toEqual([]);
  });

  test('lets people work on working days, exercise days apart', async () => {
    const engine = await tamKySeason();
    for (const entry of entries(engine)) expect(isWorkingDay(CALENDAR, dayOf(entry.at))).toBe(true);
  });

  test('played twice gives the same facts', async () => {
    expect((await played(tamKy())).facts).toEqual((await played(tamKy())).facts);
  });

  test('business time never runs backwards over all streams', async () => {
    const times = (await tamKySeason()).facts.map(({ fact }) => fact.at);
    expect(times).toEqual([...times].sort());
  });

  test('names every command once', async () => {
    const { steps } = await recordSeason(tamKy());
    const ids = steps.flatMap((step) => (step.kind === 'send' ? [step.envelope.commandId] : []));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids[0]).toBe('tam-ky-2022/organisation/main/1');
  });
});

describe('a recorded season', () => {
  test('replayed gives the same facts, also when it was killed in between and repeated from the start', async () => {
    const { steps, engine } = await recordSeason(tamKy());
    const other = createVirtualEngine({ calendar: CALENDAR });
    await replaySeason(steps.slice(0, 300), other);
    await replaySeason(steps, other);
    expect(other.facts).toEqual(engine.facts);
  });

  test('stops the replay where the engine answers otherwise', async () => {
    const { steps } = await recordSeason(tamKy());
    const other = createVirtualEngine({ calendar: CALENDAR });
    await expect(replaySeason(steps.toSpliced(1, 1), other)).rejects.toThrow('PlanExercise');
  });
});

describe('what people do', () => {
  test('a returned task keeps its deadline, and is handed in again', async () => {
    const engine = await played(
      behaving(tamKy(), { returned: [{ exercise: 'tam-ky-2022', task: 'C17', reason: 'Thiếu phụ lục', days: 4 }] }),
    );
    const task = exerciseOf(engine, 'tam-ky-2022').tasks.C17;
    expect(task).toMatchObject({
      due: '2022-05-05',
      firstDue: '2022-05-05',
      returned: { times: 1 },
      status: 'verified',
    });
    const steps = entries(engine)
      .filter((entry) => entry.stream === 'exercise/tam-ky-2022' && 'task' in entry && entry.task === 'C17')
      .filter(({ type }) => /Submitted|Returned|Verified/.test(type))
      .map(({ type, at }) => [type, dayOf(at)]);
    // 30/4 is a Saturday; 2 and 3 May 2022 are days off
    expect(steps).toEqual([
      ['TaskSubmitted', '2022-04-29'],
      ['TaskReturned', '2022-04-29'],
      ['TaskSubmitted', '2022-05-09'],
      ['TaskVerified', '2022-05-09'],
    ]);
  });

  test('a granted extension moves the deadline, a refused one does not', async () => {
    const extension = { exercise: 'tam-ky-2022', days: 4, reason: 'Chờ số liệu' };
    const engine = await played(
      behaving(tamKy(), {
        extensions: [
          { ...extension, task: 'C17', granted: true },
          { ...extension, task: 'C19', granted: false },
        ],
      }),
    );
    const { tasks } = exerciseOf(engine, 'tam-ky-2022');
    expect(tasks.C17).toMatchObject({ firstDue: '2022-05-05', due: '2022-05-11', extendedBy: 4 });
    expect(tasks.C19).toMatchObject({ firstDue: '2022-05-10', due: '2022-05-10' });
  });

  test('a city that moves takes the communes along that have not opened yet', async () => {
    const move = { startDate: '2022-07-21', endDate: '2022-07-22', reason: 'Bão' };
    const plan = behaving(tamKy(), { moves: [{ exercise: 'tam-ky-2022', on: '2022-05-20', ...move }] });
    const engine = await played(plan);
    const moved = ofType(engine, 'ExerciseRescheduled');
    expect(moved.map(({ stream, followsCity }) => [stream, followsCity])).toEqual([
      ['exercise/tam-ky-2022', false],
      ['exercise/tan-thanh-2022', true],
      ['exercise/an-son-2022', true],
      ['exercise/phuoc-hoa-2022', true],
    ]);
    expect(exerciseOf(engine, 'tan-thanh-2022').startDate).toBe('2022-07-05');
    for (const id of IDS) expect(exerciseOf(engine, id).phase).toBe('closed');
  });

  test('a postponed exercise is silent until it is resumed, then ends', async () => {
    const plan = behaving(tamKy(), {
      postponements: [
        {
          exercise: 'tam-ky-2022',
          on: '2022-05-20',
          resumeOn: '2022-06-20',
          startDate: '2022-08-16',
          endDate: '2022-08-17',
          reason: 'Phòng chống dịch',
        },
      ],
    });
    const engine = await played(plan);
    const silent = entries(engine).filter(({ at }) => dayOf(at) > '2022-05-20' && dayOf(at) < '2022-06-20');
    expect(silent).toEqual([]);
    for (const id of IDS) expect(exerciseOf(engine, id).phase).toBe('closed');
  });

  test('an opening that is not ready is moved on its eve, once, to days that can be met', async () => {
    const engine = await played(tamKy(), { late: [{ task: 'C32', days: 6 }] });
    const moved = ofType(engine, 'ExerciseRescheduled').filter(({ stream }) => stream === 'exercise/tam-ky-2022');
    expect(moved).toHaveLength(1);
    expect(day(moved[0]?.at)).toBe('2022-07-06');
    // C32 is due at T-5 and can be met on 7 July at the earliest
    expect(moved[0]?.to).toEqual({ startDate: '2022-07-14', endDate: '2022-07-15' });
    expect(moved[0]?.reason).toContain('C32');
    expect(exerciseOf(engine, 'tam-ky-2022').phase).toBe('closed');
  });

  test('with an override in the plan the head passes the gate instead, and the record names the blockers', async () => {
    const override = { exercise: 'tam-ky-2022', reason: 'Đủ điều kiện tối thiểu', basis: '15/TB-BCĐ' };
    const plan = behaving(tamKy(), { overrides: ['G5', 'G6'].map((gate) => ({ ...override, gate })) });
    const engine = await played(plan, { late: [{ task: 'C26', days: 30 }] });
    const g5 = ofType(engine, 'GatePassed').find(({ gate, override: made }) => gate === 'G5' && made);
    expect(g5?.override?.blockers).toContain('C26');
    expect(ofType(engine, 'ExerciseRescheduled')).toEqual([]);
    expect(exerciseOf(engine, 'tam-ky-2022').phase).toBe('closed');
  });

  test.each(['SA', 'SB', 'DB', 'COM', 'CMC', 'FRAME'] as const)(
    'however late %s is, every file is closed in the end',
    async (body) => {
      const engine = await played(tamKy(), { late: [{ body, days: 30 }] });
      for (const id of IDS) expect(exerciseOf(engine, id).phase).toBe('closed');
    },
  );
});

describe('other years', () => {
  test('a lone commune of 2027 is played on the estimated calendar', async () => {
    const engine = await played(loneCommune('2027-04-20', '2027-04-21'));
    const state = exerciseOf(engine, 'lone');
    expect(state.phase).toBe('closed');
    expect(state.tasks.X01?.due).toBe('2027-01-18');
    expect(ofType(engine, 'DrillOpened')).toEqual([]);
  });

  test('exercise days on a weekend are played on the weekend', async () => {
    const engine = await played(loneCommune('2027-05-15', '2027-05-16'));
    expect(ofType(engine, 'RunOpened').map(({ at }) => dayOf(at))).toEqual(['2027-05-15']);
    expect(ofType(engine, 'RunClosed').map(({ at }) => dayOf(at))).toEqual(['2027-05-16']);
    expect(exerciseOf(engine, 'lone').tasks.X21?.verifiedAt?.slice(0, 10)).toBe('2027-05-16');
  });

  test('a season that runs into 2028 is refused by the name of the year', async () => {
    const engine = createVirtualEngine({ calendar: CALENDAR });
    const refusal = playSeason(loneCommune('2027-12-20', '2027-12-21'), engine);
    await expect(refusal).rejects.toBeInstanceOf(SeasonRefused);
    await expect(refusal).rejects.toMatchObject({
      rejection: { code: 'calendar-year-missing', params: { year: 2028 } },
    });
  });

  test('a plan that asks what a rule refuses says which command', async () => {
    const move = { startDate: '2022-03-01', endDate: '2022-03-02', reason: 'Sớm hơn' };
    const plan = behaving(tamKy(), { moves: [{ exercise: 'tam-ky-2022', on: '2022-05-20', ...move }] });
    await expect(played(plan)).rejects.toMatchObject({
      envelope: { command: { type: 'RescheduleExercise' } },
      rejection: { code: 'opening-day-passed' },
    });
  });

  test('until stops in the middle of a day, its alarms rung', async () => {
    const until = atHour(localDate('2022-04-22'), 8, 30);
    const engine = await played(tamKy(), { until });
    expect(engine.facts.at(-1)?.fact).toMatchObject({ type: 'TaskReminded', at: '2022-04-22T01:00:00.000Z' });
    expect(engine.facts.filter(({ fact }) => isSystem(fact.by)).length).toBeGreaterThan(0);
  });
});
