import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { CALENDAR } from '../../domain/calendar/index.ts';
import { drill } from '../../domain/drill/index.ts';
import { Evidence, exercise } from '../../domain/exercise/index.ts';
import { SYSTEM } from '../../domain/people.ts';
import { alarmId, COMMANDS, deciderOf, execute, followUpsOf, standingOf } from '../../domain/registry.ts';
import { explain, Rejection } from '../../domain/rejection.ts';
import { entityOf, kindOf, STREAM_KINDS, StreamId } from '../../domain/streams.ts';
import { Paper, Seat, text } from '../../domain/text.ts';
import {
  addDays,
  atHour,
  dayOf,
  daysBetween,
  earlier,
  Instant,
  instant,
  LocalDate,
  later,
  localDate,
  toMs,
  weekday,
} from '../../domain/time.ts';
import { at, given, knowing, send, step } from '../support/domain.ts';
import { CITY, COMMUNE, cityThrough, draftCommune, EARLY, MPC, plannedCity, SA, SB } from './exercise/season.ts';

describe('days and instants', () => {
  test.each(['2027-02-29', '2027-04-31', '2027-13-01', '2027-00-10', '27-01-01', '2027-1-1', '2027-01-01T00:00:00Z'])(
    '%s is not a day',
    (wrong) => {
      expect(LocalDate.safeParse(wrong).success).toBe(false);
    },
  );

  test.each([
    '2027-02-30T00:00:00.000Z',
    '2027-01-01T24:00:00.000Z',
    '2027-01-01T23:60:00.000Z',
    '2027-01-01T00:00:00Z',
    '2027-01-01T00:00:00.000+07:00',
  ])('%s is not an instant', (wrong) => {
    expect(Instant.safeParse(wrong).success).toBe(false);
  });

  test('the day in Vietnam begins seven hours before the day in Greenwich', () => {
    expect(dayOf(instant(Date.UTC(2027, 3, 19, 16, 59, 59, 999)))).toBe('2027-04-19');
    expect(dayOf(instant(Date.UTC(2027, 3, 19, 17)))).toBe('2027-04-20');
    expect(atHour(localDate('2027-04-20'), 8)).toBe('2027-04-20T01:00:00.000Z');
    expect(atHour(localDate('2027-04-20'), 6, 30)).toBe('2027-04-19T23:30:00.000Z');
  });

  test('20 April 2027 is a Tuesday, and weeks begin on Monday', () => {
    expect(['2027-04-19', '2027-04-20', '2027-04-25', '1969-12-31'].map((day) => weekday(localDate(day)))).toEqual([
      1, 2, 7, 3,
    ]);
  });

  test('an instant written by the clock is read back as itself, and its order as text is its order in time', () => {
    const moments = fc.integer({ min: 0, max: Date.UTC(2200, 0) });
    fc.assert(
      fc.property(moments, moments, (a, b) => {
        expect(toMs(Instant.parse(instant(a)))).toBe(a);
        expect(instant(a) < instant(b)).toBe(a < b);
        expect([earlier(instant(a), instant(b)), later(instant(a), instant(b))]).toEqual(
          [instant(a), instant(b)].sort(),
        );
        expect(dayOf(atHour(dayOf(instant(a)), 0))).toBe(dayOf(instant(a)));
        expect(daysBetween(dayOf(instant(a)), addDays(dayOf(instant(a)), 40))).toBe(40);
      }),
    );
  });
});

describe('text as people type it', () => {
  const said = text(20);
  const any = text(100);

  test('Vietnamese typed in two ways is one text', () => {
    expect(said.parse('Diễn tập'.normalize('NFD'))).toBe('Diễn tập'.normalize('NFC'));
    expect(said.parse('  Tân Thạnh \n')).toBe('Tân Thạnh');
  });

  test.each([
    ['nothing', ''],
    ['blanks only', ' \t\n '],
    ['NUL', 'a\u0000b'],
    ['an escape', 'a\u001bb'],
    ['delete', 'a\u007fb'],
    ['a C1 control', 'a\u0085b'],
    ['half of a pair', 'a\ud83d'],
    ['the other half', '\ude00a'],
    ['too much', 'a'.repeat(21)],
  ])('%s is refused', (_, wrong) => {
    expect(said.safeParse(wrong).success).toBe(false);
  });

  test('lines, tabs and signs beyond the basic plane stay', () => {
    expect(said.parse('a\n\tb 😀')).toBe('a\n\tb 😀');
  });

  test('what was read once is read again as itself, and fits the database', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (typed) => {
        const read = any.safeParse(typed);
        if (!read.success) return;
        expect(any.parse(read.data)).toBe(read.data);
        expect(read.data.isWellFormed()).toBe(true);
        expect(read.data).not.toContain('\u0000');
      }),
      { numRuns: 500 },
    );
  });

  test('counts in evidence are named in storable text too', () => {
    const proof = { number: '1', date: '2026-10-05', holder: 'Văn thư' };
    expect(Evidence.parse({ ...proof, counts: { 'có mặt': 40 } }).counts).toEqual({ 'có mặt': 40 });
    expect(Evidence.safeParse({ ...proof, counts: { '\ud83d': 1 } }).success).toBe(false);
    expect(Evidence.safeParse({ ...proof, counts: { 'a\u0000': 1 } }).success).toBe(false);
    expect(Evidence.safeParse({ ...proof, counts: { present: -1 } }).success).toBe(false);
  });
});

describe('schemas refuse what they do not know', () => {
  const paper = { number: '1', date: '2026-10-05', issuer: 'Đảng ủy' };

  test('papers, seats and evidence take no unknown field, a name least of all', () => {
    expect(Paper.safeParse({ ...paper, signer: 'Nguyễn Văn A' }).success).toBe(false);
    expect(Seat.safeParse({ post: 'Ủy viên', count: 1, names: ['A'] }).success).toBe(false);
    expect(Evidence.safeParse({ number: '1', date: '2026-10-05', holder: 'x', file: 'a.pdf' }).success).toBe(false);
  });

  test('no command takes an unknown field', () => {
    const found: string[] = [];
    const walk = (schema: unknown, path: string): void => {
      const node = schema as {
        type?: unknown;
        properties?: object;
        additionalProperties?: unknown;
        propertyNames?: unknown;
      };
      if (typeof node !== 'object' || node === null) return;
      if (node.properties && node.additionalProperties !== false) found.push(path);
      for (const [key, value] of Object.entries(node)) walk(value, `${path}/${key}`);
    };
    for (const kind of STREAM_KINDS) walk(z.toJSONSchema(COMMANDS[kind], { io: 'input' }), kind);
    expect(found).toEqual([]);
  });

  test('people cannot send what only the clock and the policies send', () => {
    for (const type of [
      'ObserveTime',
      'FollowCity',
      'AttachCommune',
      'ReceiveFinding',
      'NoteDrillResult',
      'NoteReviewResult',
    ])
      expect(COMMANDS.exercise.safeParse({ type }).success).toBe(false);
    expect(COMMANDS.drill.safeParse({ type: 'OpenDrill' }).success).toBe(false);
    expect(COMMANDS.review.safeParse({ type: 'OpenReview' }).success).toBe(false);
  });

  test('an owner is named for a code of the template only', () => {
    const plan = { type: 'PlanExercise', startDate: '2027-04-20', endDate: '2027-04-22' };
    expect(COMMANDS.exercise.safeParse({ ...plan, owners: { POL: 'tam-ky.COM' } }).success).toBe(true);
    expect(COMMANDS.exercise.safeParse({ ...plan, owners: { PLO: 'tam-ky.COM' } }).success).toBe(false);
    expect(COMMANDS.exercise.safeParse({ ...plan, owners: { POL: 'tam-ky' } }).success).toBe(false);
  });
});

describe('the one way a command becomes facts', () => {
  test.each(STREAM_KINDS)('an unknown command to a %s is refused, not swallowed', (kind) => {
    const run = () => execute(deciderOf(kind).initial, { type: 'Sabotage' }, meta(`${kind}/x`), knowing());
    expect(run).toThrow('command-unknown');
  });

  test('an open review refuses an unknown command', () => {
    const open = { type: 'OpenReview', exercise: 'x', orgUnit: 'x', superiorUnit: 'x' };
    const { state } = send('review/x', deciderOf('review').initial, step(SYSTEM, EARLY, open));
    expect(() => execute(state, { type: 'Sabotage' }, meta('review/x'), knowing())).toThrow('command-unknown');
  });

  test('business time never runs backwards within a stream', () => {
    const { state } = given(exercise, CITY, plannedCity);
    const { facts } = send(CITY, state, step(MPC, at('2026-01-01'), { type: 'PostponeExercise', reason: 'bão' }));
    expect(facts.map((fact) => [fact.at, fact.version])).toEqual([[at('2026-10-05'), 3]]);
  });

  test('a follow-up is named after its cause, the same each time', () => {
    const before = exercise.initial;
    const draft = { ...draftCommune, parentId: 'tam-ky-2027' };
    const { facts } = send(COMMUNE, before, step(SA, EARLY, draft), knowing(CITY));
    const expected = [
      {
        stream: CITY,
        command: { type: 'AttachCommune', exercise: 'tan-thanh-2027' },
        commandId: 'exercise/tan-thanh-2027/1/0',
        at: EARLY,
      },
    ];
    expect(followUpsOf(StreamId.parse(COMMUNE), before, facts)).toEqual(expected);
    expect(followUpsOf(StreamId.parse(COMMUNE), before, structuredClone(facts))).toEqual(expected);
  });

  test('a city tells each of its communes, in order', () => {
    const attach = (id: string) => step(SYSTEM, EARLY, { type: 'AttachCommune', exercise: id });
    const { state } = given(exercise, CITY, [...plannedCity, attach('an-son-2027'), attach('tan-thanh-2027')]);
    const { facts } = send(CITY, state, step(MPC, EARLY, { type: 'PostponeExercise', reason: 'bão' }));
    expect(followUpsOf(StreamId.parse(CITY), state, facts).map(({ stream, commandId }) => [stream, commandId])).toEqual(
      [
        ['exercise/an-son-2027', `${CITY}/5/0`],
        ['exercise/tan-thanh-2027', `${CITY}/5/1`],
      ],
    );
  });

  test('the standing says what the workflow needs', () => {
    const standing = (past: typeof plannedCity) =>
      standingOf(StreamId.parse(CITY), given(exercise, CITY, past).state, knowing());
    expect(standing([])).toMatchObject({ version: 0, phase: 'none', orgUnit: '', nextDue: null, closed: false });
    expect(standing(plannedCity)).toEqual({
      version: 2,
      phase: 'planned',
      orgUnit: 'tam-ky',
      details: 'Diễn tập khu vực phòng thủ · G0 Chủ trương · T 2027-04-20 · 0/40',
      nextDue: at('2026-11-25', 8),
      closed: false,
    });
    const postponed = [...plannedCity, step(SB, EARLY, { type: 'PostponeExercise', reason: 'bão' })];
    expect(standing(postponed)).toMatchObject({ phase: 'postponed', nextDue: null, closed: false });
    const cancelled = [...plannedCity, step(SB, EARLY, { type: 'CancelExercise', reason: 'bão' })];
    expect(standing(cancelled)).toMatchObject({ phase: 'cancelled', nextDue: null, closed: true });
    expect(standing(cityThrough('G9'))).toMatchObject({ phase: 'closed', nextDue: null, closed: true });
    expect(standingOf(StreamId.parse('drill/x'), drill.initial, knowing())).toMatchObject({
      phase: 'none',
      details: '0/0',
    });
  });

  test('an alarm is named by stream, version and instant', () => {
    expect(alarmId(StreamId.parse(CITY), 7, at('2026-11-25', 8))).toBe(`${CITY}/alarm/7/2026-11-25T01:00:00.000Z`);
  });

  test('the calendar in force is on record', () => {
    expect(given(exercise, CITY, plannedCity).state.calendarVersion).toBe(CALENDAR.version);
  });

  test('a stream is named by kind and id', () => {
    expect([kindOf(StreamId.parse('drill/tam-ky-2022')), entityOf(StreamId.parse('drill/tam-ky-2022'))]).toEqual([
      'drill',
      'tam-ky-2022',
    ]);
    for (const wrong of ['exercise/', 'Exercise/x', 'exercise/x/y', 'plan/x', `drill/${'x'.repeat(90)}`])
      expect(StreamId.safeParse(wrong).success).toBe(false);
  });

  const meta = (stream: string) => ({ stream: StreamId.parse(stream), commandId: 'c', at: EARLY, by: SYSTEM });
});

describe('a refusal in words', () => {
  test('status, phase, act, paper and body are words; the parameters stay as they were', () => {
    const refusal = new Rejection('task-status', { task: 'C01', status: 'submitted', action: 'start' });
    expect(explain(refusal, 'vi').what).toBe(
      'Việc C01 đang ở trạng thái “Đã nộp, chờ xác minh”, không thể “Nhận việc”.',
    );
    expect(refusal.params).toEqual({ task: 'C01', status: 'submitted', action: 'start' });
    const body = new Rejection('not-your-body', { body: 'tam-ky.POL', allowed: ['tam-ky.SA', 'tan-thanh.CMC'] });
    expect(explain(body, 'vi')).toEqual({
      what: 'Công an (tam-ky) không có thẩm quyền làm việc này.',
      who: 'Thẩm quyền thuộc: Cơ quan thường trực (Chỉ huy Quân sự) (tam-ky); Ban Chỉ huy Quân sự xã, phường (tan-thanh).',
    });
    const gate = new Rejection('gate-blocked', { gate: 'G2', blockers: ['G1', 'organising', 'C07'] });
    expect(explain(gate, 'en').what).toBe('Gate G2 is blocked by: G1, Decision on the organising board, C07.');
    const counts = new Rejection('count-invariant', { rule: 'handedOver ≤ present', left: 3, right: 2 });
    expect(explain(counts, 'vi').what).toBe('Số liệu mâu thuẫn: Bàn giao ≤ Có mặt (3 > 2).');
  });

  test('an empty list is a dash', () => {
    expect(explain(new Rejection('drill-not-open', { fields: [] }), 'en').what).toBe(
      'The run has not opened; roll-call figures cannot be recorded yet: –.',
    );
  });

  test('a value that only looks like a code of ours is shown as it is', () => {
    expect(explain(new Rejection('command-unknown', { type: 'constructor' }), 'en').what).toBe(
      'There is no command constructor.',
    );
  });
});
