import { describe, expect, test } from '@jest/globals';
import { CALENDAR } from '../../../domain/calendar/index.ts';
import { type ExerciseState, exercise } from '../../../domain/exercise/index.ts';
import { SYSTEM } from '../../../domain/people.ts';
import { followUpsOf } from '../../../domain/registry.ts';
import { StreamId } from '../../../domain/streams.ts';
import { CITY_TEMPLATE, COMMUNE_TEMPLATE } from '../../../domain/template/index.ts';
import { at, given, knowing, member, send, step } from '../../support/domain.ts';
import {
  CITY,
  CMC,
  COM,
  COMMUNE,
  cityThrough,
  draftCity,
  draftCommune,
  draftedCity,
  draftedCommune,
  EARLY,
  MPC,
  POL,
  planCity,
  planCommune,
  plannedCity,
  SA,
  SB,
} from './season.ts';

const nothing = given(exercise, CITY, []);
const noCommune = given(exercise, COMMUNE, []);
const drafted = given(exercise, CITY, draftedCity);

describe('opening the file', () => {
  test('the military command drafts a city exercise, which holds a drill and leads itself', () => {
    nothing.when(SA, EARLY, draftCity).thenExactly({
      type: 'ExerciseDrafted',
      exerciseType: 'defenceAreaExercise',
      orgUnit: 'tam-ky',
      superiorUnit: 'tam-ky',
      parentId: null,
      theme: 'Diễn tập khu vực phòng thủ',
      codeName: null,
      scale: null,
      isPilot: false,
      withDrill: true,
    });
  });

  test('a commune exercise stands under its superior and its parent, without a drill unless asked', () => {
    const command = {
      ...draftCommune,
      parentId: 'tam-ky-2027',
      codeName: 'DT-27',
      scale: 'một bên, một cấp',
      isPilot: true,
    };
    const event = {
      type: 'ExerciseDrafted',
      exerciseType: 'communeCombatExercise',
      orgUnit: 'tan-thanh',
      superiorUnit: 'tam-ky',
      parentId: 'tam-ky-2027',
      theme: 'Diễn tập chiến đấu phường',
      codeName: 'DT-27',
      scale: 'một bên, một cấp',
      isPilot: true,
      withDrill: false,
    };
    noCommune.when(SA, EARLY, command, knowing(CITY)).thenExactly(event);
    noCommune
      .when(COM, EARLY, { ...command, withDrill: true }, knowing(CITY))
      .thenExactly({ ...event, withDrill: true });
  });

  test('the city learns of its commune once', () => {
    const { state } = given(exercise, COMMUNE, []);
    const { facts } = send(
      COMMUNE,
      state,
      step(SA, EARLY, { ...draftCommune, parentId: 'tam-ky-2027' }),
      knowing(CITY),
    );
    expect(followUpsOf(StreamId.parse(COMMUNE), state, facts).map((each) => each.stream)).toEqual([CITY]);
    const attach = { type: 'AttachCommune', exercise: 'tan-thanh-2027' };
    drafted.when(SYSTEM, EARLY, attach).thenExactly({ type: 'CommuneAttached', exercise: 'tan-thanh-2027' });
    given(exercise, CITY, [...draftedCity, step(SYSTEM, EARLY, attach)])
      .when(SYSTEM, EARLY, attach)
      .thenExactly();
  });

  test('a city exercise is led by its own boards, whoever opens its file', () => {
    const wide = { ...draftCity, superiorUnit: 'da-nang' };
    const { state } = given(exercise, CITY, [step(member('da-nang.SA'), EARLY, wide)]);
    expect([state.orgUnit, state.superiorUnit]).toEqual(['tam-ky', 'tam-ky']);
  });

  test('a parent must exist, and a city has none', () => {
    const child = { ...draftCommune, parentId: 'tam-ky-2027' };
    noCommune.when(SA, EARLY, child).thenRefused('parent-unknown', { id: 'tam-ky-2027' });
    const city = { ...draftCity, parentId: 'quang-nam-2027' };
    nothing
      .when(SA, EARLY, city, knowing('exercise/quang-nam-2027'))
      .thenRefused('parent-not-for-city', { id: 'quang-nam-2027' });
  });

  test('only the party committee and the command of the place or of its superior open a file', () => {
    for (const by of [POL, SB, CMC, member('da-nang.SA')])
      nothing
        .when(by, EARLY, draftCity)
        .thenRefused('not-your-body', { body: by.body, allowed: ['tam-ky.MPC', 'tam-ky.SA'] });
    noCommune.when(POL, EARLY, draftCommune).thenRefused('not-your-body', {
      allowed: ['tan-thanh.COM', 'tan-thanh.CMC', 'tan-thanh.MPC', 'tan-thanh.SA', 'tam-ky.MPC', 'tam-ky.SA'],
    });
  });

  test('one file each', () => {
    drafted.when(SA, EARLY, draftCity).thenRefused('exercise-exists', { id: 'tam-ky-2027' });
  });

  test('what is not a draft is not read', () => {
    for (const wrong of [
      { theme: ' ' },
      { theme: 'a'.repeat(301) },
      { orgUnit: 'Tam Kỳ' },
      { exerciseType: 'war' },
      { extra: 1 },
    ])
      nothing.when(SA, EARLY, { ...draftCity, ...wrong }).thenInvalid();
  });
});

describe('who answers for the codes', () => {
  const commune = given(exercise, COMMUNE, draftedCommune);
  const owning = (owners: object) => ({ ...planCommune, owners });
  const plannedWith = (by: typeof SA, owners: object) =>
    (send(COMMUNE, commune.state, step(by, EARLY, owning(owners))).state as ExerciseState).owners; // of this stream

  test('a commune does not name a body of its own for what its superior leads', () => {
    for (const code of ['SC', 'MPC', 'SA', 'SB', 'DB'])
      commune
        .when(CMC, EARLY, owning({ [code]: 'tan-thanh.COM' }))
        .thenRefused('role-of-superior', { role: code, body: 'tan-thanh.COM', superior: 'tam-ky' });
    commune.when(CMC, EARLY, owning({ SB: 'an-son.SB' })).thenRefused('role-of-superior', { body: 'an-son.SB' });
    expect(plannedWith(CMC, { DB: 'tam-ky.OB', FIN: 'tan-thanh.COM' })).toEqual({
      DB: 'tam-ky.OB',
      FIN: 'tan-thanh.COM',
    });
  });

  test('the superior itself may leave it to the commune', () => {
    for (const by of [SA, MPC]) expect(plannedWith(by, { DB: 'tan-thanh.COM' })).toEqual({ DB: 'tan-thanh.COM' });
    drafted.when(SA, EARLY, { ...planCity, owners: { SC: 'da-nang.SC' } }).thenExactly(
      expect.objectContaining({ owners: { SC: 'da-nang.SC' } }) as never, // a matcher
    );
  });

  test('what a reform put in place while the file was a draft goes on', () => {
    const reform = {
      ...{ type: 'Rehome', bodies: { 'tam-ky.SA': 'khu-vuc.SA', 'tam-ky.SB': 'khu-vuc.SB' }, units: {} },
      ...{ reason: 'x', paper: { number: '1', date: '2026-10-01', issuer: 'x' } },
    };
    const rehomed = [...draftedCommune, step(SYSTEM, EARLY, reform)];
    const plan = (owners?: object) => ({ ...planCommune, ...(owners ? { owners } : {}) });
    for (const owners of [undefined, { SB: 'khu-vuc.SB', FIN: 'tan-thanh.COM' }]) {
      const { state } = given(exercise, COMMUNE, [...rehomed, step(CMC, EARLY, plan(owners))]);
      expect(state.owners).toEqual({ SA: 'khu-vuc.SA', SB: 'khu-vuc.SB', ...owners });
      expect(state.tasks.X16?.owner).toBe('khu-vuc.SB');
    }
  });

  test('the board that passes the gates is no body that keeps the file', () => {
    for (const owners of [{ SB: 'tam-ky.SA' }, { SA: 'tam-ky.SB' }, { SA: 'tam-ky.PC', SB: 'tam-ky.PC' }])
      drafted
        .when(SA, EARLY, { ...planCity, owners })
        .thenRefused('board-keeps-file', { body: owners.SB ?? owners.SA });
    commune.when(SA, EARLY, owning({ CMC: 'tam-ky.SB' })).thenRefused('board-keeps-file', { body: 'tam-ky.SB' });
    commune.when(SA, EARLY, owning({ CMC: 'tam-ky.SA' })).thenExactly(
      expect.objectContaining({ owners: { CMC: 'tam-ky.SA' } }) as never, // a matcher
    );
  });
});

describe('laying out the checklist', () => {
  const { state } = given(exercise, CITY, plannedCity);

  test('every task of the template comes with its day on the working calendar', () => {
    expect(Object.keys(state.tasks)).toEqual(CITY_TEMPLATE.tasks.map((task) => task.code));
    const due = (code: string) => [state.tasks[code]?.due, state.tasks[code]?.firstDue];
    expect(due('C01')).toEqual(['2026-12-04', '2026-12-04']); // T-90
    expect(due('C16')).toEqual(['2027-02-15', '2027-02-15']); // T-45, across Tết
    expect(due('C32')).toEqual(['2027-04-12', '2027-04-12']); // T-5
    expect(due('C36')).toEqual(['2027-04-22', '2027-04-22']); // E
    expect(due('C39')).toEqual(['2027-05-17', '2027-05-17']); // E+15, across 30/4 and 1/5
  });

  test('the first task is open, the others wait, secret ones are marked', () => {
    expect(
      Object.values(state.tasks)
        .filter((task) => task.status === 'open')
        .map((task) => task.code),
    ).toEqual(['C01']);
    expect(
      Object.values(state.tasks)
        .filter((task) => task.referenceOnly)
        .map((task) => task.code),
    ).toEqual(['C10', 'C20', 'C22']);
    expect([state.phase, state.calendarVersion, state.template]).toEqual([
      'planned',
      CALENDAR.version,
      { id: 'city', version: 1 },
    ]);
    expect(state.gates.map((gate) => gate.gateTask).join(' ')).toBe('C02 C04 C09 C14 C25 C31 C34 C37 C39 C40');
  });

  test('a commune answers for its own tasks, the superior for training, approval and umpires', () => {
    const { state: commune } = given(exercise, COMMUNE, [...draftedCommune, step(SA, EARLY, planCommune)]);
    const owners = Object.fromEntries(Object.values(commune.tasks).map((task) => [task.code, task.owner]));
    expect(owners).toMatchObject({
      X01: 'tan-thanh.CMC',
      X06: 'tan-thanh.FIN',
      X09: 'tam-ky.SA',
      X16: 'tam-ky.SB',
      X19: 'tam-ky.DB',
    });
    expect(Object.keys(commune.tasks)).toEqual(COMMUNE_TEMPLATE.tasks.map((task) => task.code));
  });

  test('another body may answer for a code of the template', () => {
    const owners = { POL: 'tam-ky.COM' };
    const { state: other } = given(exercise, CITY, [...draftedCity, step(SA, EARLY, { ...planCity, owners })]);
    expect([other.tasks.C17?.owner, other.tasks.C18?.owner, other.owners]).toEqual([
      'tam-ky.COM',
      'tam-ky.HEA',
      owners,
    ]);
  });

  test('the days must be in years with a calendar, in order, at most thirty days apart', () => {
    const plan = (startDate: string, endDate: string) => drafted.when(MPC, EARLY, { ...planCity, startDate, endDate });
    plan('2028-04-20', '2028-04-22').thenRefused('calendar-year-missing', { year: 2028 });
    plan('2027-12-31', '2028-01-01').thenRefused('calendar-year-missing', { year: 2028 });
    plan('2020-03-02', '2020-03-04').thenRefused('calendar-year-missing', { year: 2019 }); // T-90 lies before the tables
    plan('2027-12-01', '2027-12-03').thenRefused('calendar-year-missing', { year: 2028 }); // E+30 lies after them
    plan('2027-04-20', '2027-04-19').thenRefused('exercise-days', { startDate: '2027-04-20', endDate: '2027-04-19' });
    plan('2027-04-20', '2027-05-21').thenRefused('exercise-days');
    plan('2027-02-30', '2027-03-01').thenInvalid();
  });

  test('thirty days and one day are both an exercise, and it may open on a Sunday', () => {
    for (const endDate of ['2027-04-18', '2027-05-18']) {
      const { state: long } = given(exercise, CITY, [
        ...draftedCity,
        step(SA, EARLY, { ...planCity, startDate: '2027-04-18', endDate }),
      ]);
      expect([long.startDate, long.endDate, long.tasks.C36?.due]).toEqual(['2027-04-18', endDate, endDate]);
    }
  });

  test('it is planned once, by those who run the file, and only from a draft', () => {
    given(exercise, CITY, plannedCity).when(SA, EARLY, planCity).thenRefused('exercise-planned', { phase: 'planned' });
    nothing.when(SA, EARLY, planCity).thenRefused('exercise-unknown');
    drafted
      .when(POL, EARLY, planCity)
      .thenRefused('not-your-body', { body: 'tam-ky.POL', allowed: ['tam-ky.SA', 'tam-ky.MPC'] });
  });
});

describe('what an earlier review asks for', () => {
  const receive = {
    type: 'ReceiveFinding',
    finding: { fromReview: 'tam-ky-2022', action: 'A1', text: 'Luyện báo cáo nhanh' },
  };

  test('a limit carried here stands at the head of the file, draft or not', () => {
    drafted.when(SYSTEM, EARLY, receive).thenExactly({ type: 'FindingReceived', finding: receive.finding });
    expect(given(exercise, CITY, [...draftedCity, step(SYSTEM, EARLY, receive)]).state.carried).toMatchObject([
      receive.finding,
    ]);
  });

  test('a file that has ended takes none', () => {
    const cancelled = [...plannedCity, step(SB, EARLY, { type: 'CancelExercise', reason: 'bão' })];
    given(exercise, CITY, cancelled)
      .when(SYSTEM, EARLY, receive)
      .thenRefused('exercise-not-active', { phase: 'cancelled' });
    given(exercise, CITY, cityThrough('G9'))
      .when(SYSTEM, EARLY, receive)
      .thenRefused('exercise-not-active', { phase: 'closed' });
  });

  test('no person attaches a commune or hands in a finding of another file', () => {
    for (const type of ['AttachCommune', 'ReceiveFinding']) {
      drafted.when(SA, EARLY, { type, exercise: 'x', finding: receive.finding }).thenInvalid();
      expect(() =>
        exercise.decide(
          { type, exercise: 'x' } as never,
          drafted.state,
          { stream: StreamId.parse(CITY), commandId: 'c', at: at('2026-10-07'), by: SA },
          knowing(),
        ),
      ).toThrow('system-only');
    }
  });
});
