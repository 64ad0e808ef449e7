import { describe, expect, test } from '@jest/globals';
import { notYetReported, present as presentOf, ratesOf, totalOf } from '../../../domain/drill/index.ts';
import { at, type Command, frozen, member, send } from '../../support/domain.ts';
import {
  BEFORE,
  CMC,
  checkIn,
  correct,
  DAY,
  file,
  HOUR,
  issue,
  LATER,
  now,
  numbers,
  opened,
  prepared,
  present,
  rowOf,
  SA,
  STREAM,
  station,
} from './field.ts';

const ordered = [opened, now(station()), now(issue(numbers(40)))];
const [FIRST = '', SECOND = '', THIRD = '', FOURTH = ''] = numbers(4);
const counts = (...steps: Parameters<typeof file>) => rowOf(file(...ordered, ...steps).state).counts;

describe('a roll call', () => {
  test('checks in up to 500 at a station, on time until its hour', () => {
    file(...ordered)
      .when(CMC, DAY, checkIn(present([FIRST, SECOND])))
      .thenExactly({
        type: 'CheckedIn',
        station: 'TT-01',
        checkIns: [
          { id: `C-${FIRST}`, order: FIRST },
          { id: `C-${SECOND}`, order: SECOND },
        ],
      });
    expect(
      counts(now(checkIn(present([FIRST])), CMC, HOUR), now(checkIn(present([SECOND])), CMC, LATER)),
    ).toMatchObject({ ordered: 40, presentOnTime: 1, presentLate: 1 });
    file(...ordered)
      .when(CMC, DAY, checkIn(present(numbers(501))))
      .thenInvalid();
    file(...ordered)
      .when(CMC, DAY, checkIn([]))
      .thenInvalid();
  });

  test('writes down later what happened earlier, never what is to come', () => {
    const early = at('2022-08-25', 9, 50);
    const noted = file(...ordered, now(checkIn(present([FIRST], { at: early })), CMC, LATER));
    expect(rowOf(noted.state).counts).toMatchObject({ presentOnTime: 1, presentLate: 0 });
    file(...ordered)
      .when(CMC, DAY, checkIn([...present([FIRST]), ...present([SECOND], { at: LATER })]))
      .thenRefused('check-in-in-the-future', { ids: [`C-${SECOND}`], count: 1 });
  });

  test('counts an excused and an unexcused absence apart, each of them ordered', () => {
    const state = file(
      ...ordered,
      now(
        checkIn([
          { id: 'C1', order: FIRST, status: 'excused', excuse: 'ownIllness' },
          { id: 'C2', order: SECOND, status: 'unexcused' },
          { id: 'C3', order: THIRD },
        ]),
      ),
    ).state;
    const row = totalOf(state, 'reservist');
    expect(row).toMatchObject({ ordered: 40, presentOnTime: 1, absentUnexcused: 1, absentExcused: { ownIllness: 1 } });
    expect(notYetReported(row)).toBe(37);
  });

  test('an excuse goes with an excused absence only', () => {
    for (const wrong of [
      { id: 'C1', order: FIRST, status: 'excused' },
      { id: 'C1', order: FIRST, status: 'unexcused', excuse: 'other' },
      { id: 'C1', order: FIRST, excuse: 'other' },
    ])
      file(...ordered)
        .when(CMC, DAY, checkIn([wrong]))
        .thenRefused('excuse-mismatch', { ids: ['C1'], count: 1 });
    file(...ordered)
      .when(CMC, DAY, checkIn([{ id: 'C1', order: FIRST, status: 'excused', excuse: 'flu' }]))
      .thenInvalid();
  });

  test('sent again is skipped; only what is new is taken', () => {
    const once = [...ordered, now(checkIn(present([FIRST, SECOND])))];
    file(...once)
      .when(CMC, LATER, checkIn(present([FIRST, SECOND])))
      .thenExactly();
    file(...once)
      .when(CMC, LATER, checkIn(present([FIRST, THIRD])))
      .thenExactly({
        type: 'CheckedIn',
        station: 'TT-01',
        checkIns: [{ id: `C-${THIRD}`, order: THIRD, late: true }],
      });
  });

  test('sent again after a correction, the first entry does not come back', () => {
    const state = file(
      ...ordered,
      now(checkIn(present([FIRST]))),
      now(correct(`C-${FIRST}`, 'unexcused')),
      now(checkIn(present([FIRST]))),
    ).state;
    expect(rowOf(state).counts).toMatchObject({ presentOnTime: 0, absentUnexcused: 1 });
  });

  test('an id that says something else the second time is refused by name', () => {
    const once = file(...ordered, now(station('TT-02')), now(checkIn(present([FIRST]))));
    const refused = { ids: [`C-${FIRST}`], count: 1 };
    once.when(CMC, DAY, checkIn([{ id: `C-${FIRST}`, order: SECOND }])).thenRefused('check-in-reused', refused);
    once.when(CMC, DAY, checkIn(present([FIRST], { status: 'unexcused' }))).thenRefused('check-in-reused', refused);
    once.when(CMC, DAY, checkIn(present([FIRST], { at: DAY }))).thenRefused('check-in-reused', refused);
    once.when(CMC, DAY, checkIn(present([FIRST]), 'TT-02')).thenRefused('check-in-reused', refused);
    file(...ordered)
      .when(CMC, DAY, checkIn([...present([FIRST]), { id: `C-${FIRST}`, order: SECOND }]))
      .thenRefused('check-in-reused', refused);
  });

  test('an order is checked in once, and the refusal says where', () => {
    const once = file(...ordered, now(station('TT-02')), now(checkIn(present([FIRST]))));
    for (const code of ['TT-01', 'TT-02'])
      once
        .when(CMC, DAY, checkIn([{ id: 'C-AGAIN-1', order: FIRST }], code))
        .thenRefused('already-checked-in', { orders: [FIRST], stations: ['TT-01'], count: 1 });
    once
      .when(
        CMC,
        DAY,
        checkIn([
          { id: 'C1', order: SECOND },
          { id: 'C2', order: SECOND },
        ]),
      )
      .thenRefused('already-checked-in', { orders: [SECOND], stations: ['TT-01'], count: 1 });
  });

  test('a batch is taken whole or not at all; the refusal names twenty at most', () => {
    const unknown = numbers(30, 'XX');
    const before = file(...ordered);
    before.when(CMC, DAY, checkIn([...present([FIRST]), ...present(unknown)])).thenRefused('order-unknown', {
      orders: unknown.slice(0, 20),
      ids: unknown.slice(0, 20).map((order) => `C-${order}`),
      count: 30,
    });
  });

  test('at another station the hour of the own one counts', () => {
    const state = file(
      ...ordered,
      now(station('AS-01', ['an-son'], at('2022-08-25', 7))),
      now(checkIn(present([FIRST]), 'AS-01')),
    ).state;
    expect(rowOf(state).counts).toMatchObject({ presentOnTime: 1, presentLate: 0 });
  });

  test('belongs to the open drill, to a station that is open, and to the bodies of its units', () => {
    file(prepared, now(station(), SA, BEFORE), now(issue([FIRST]), SA, BEFORE))
      .when(CMC, BEFORE, checkIn(present([FIRST])))
      .thenRefused('drill-not-open', { fields: ['present'] });
    file(opened, now(issue([FIRST])))
      .when(CMC, DAY, checkIn(present([FIRST])))
      .thenRefused('station-unknown', { station: 'TT-01' });
    file(...ordered)
      .when(member('an-son.CMC'), DAY, checkIn(present([FIRST])))
      .thenRefused('not-your-body', { body: 'an-son.CMC' });
    for (const by of [SA, CMC, member('tan-thanh.COM')])
      expect(send(STREAM, file(...ordered).state, now(checkIn(present([FIRST])), by)).facts).toHaveLength(1);
  });

  test('holds no name where a number belongs', () => {
    for (const order of ['NGUYEN-VAN-A', 'Nguyễn Văn A', 'qn-001', ''])
      file(...ordered)
        .when(CMC, DAY, checkIn([{ id: 'C1', order }]))
        .thenInvalid();
    file(...ordered)
      .when(CMC, DAY, checkIn([{ id: 'C1', order: FIRST, name: 'A' }]))
      .thenInvalid();
  });

  test('of 500 with ids, hours and groups is an event below 64 KB', () => {
    const orders = numbers(500, 'QN', 10_000);
    const state = file(opened, now(station()), now(issue(orders))).state;
    const batch = orders.map((order, n) => ({
      id: `0197a3a4-5b6c-7d8e-9f00-${String(n).padStart(12, '0')}`,
      order,
      at: at('2022-08-25', 7, 59),
      group: 'LX-B2',
    }));
    const { facts } = send(STREAM, state, now(checkIn(batch)));
    expect(Buffer.byteLength(JSON.stringify(facts[0]))).toBeLessThan(65_536);
    const excused = orders.map((order, n) => ({
      id: `0197a3a4-5b6c-7d8e-9f00-${String(n).padStart(12, '0')}`,
      order,
      status: 'excused',
      excuse: 'familyEmergency',
    }));
    expect(Buffer.byteLength(JSON.stringify(send(STREAM, state, now(checkIn(excused))).facts[0]))).toBeLessThan(65_536);
  });
});

describe('walk-ins', () => {
  const walkIn = { id: 'W1', order: 'VL-001', walkIn: true } as const;

  test('are counted apart, never among those ordered', () => {
    const row = rowOf(file(...ordered, now(checkIn([...present([FIRST]), walkIn]))).state);
    expect(row.counts).toMatchObject({ ordered: 40, presentOnTime: 1 });
    expect(row.reserve).toMatchObject({ walkIns: 1, walkInsUsed: 0 });
  });

  test('without being marked they are unknown orders; marked, they must not be on the list', () => {
    file(...ordered)
      .when(CMC, DAY, checkIn([{ id: 'W1', order: 'VL-001' }]))
      .thenRefused('order-unknown', { orders: ['VL-001'], count: 1 });
    file(...ordered)
      .when(CMC, DAY, checkIn([{ ...walkIn, order: FIRST }]))
      .thenRefused('walk-in-on-list', { orders: [FIRST], count: 1 });
  });

  test('need their unit where the station serves several', () => {
    const both = file(opened, now(station('TT-01', ['tan-thanh', 'an-son'])));
    both.when(SA, DAY, checkIn([walkIn])).thenRefused('walk-in-unit', { ids: ['W1'], count: 1 });
    const { state } = send(STREAM, both.state, now(checkIn([{ ...walkIn, unit: 'an-son', kind: 'vehicle' }])));
    expect(state).toMatchObject({ rows: { 'an-son/vehicle': { reserve: { walkIns: 1 } } } });
  });
});

describe('a correction', () => {
  const called = [...ordered, now(checkIn(present([FIRST, SECOND])))];

  test('is an event of its own with a reason, and the figures follow', () => {
    file(...called)
      .when(CMC, LATER, correct(`C-${FIRST}`, 'excused', { excuse: 'familyEmergency' }))
      .thenExactly({
        type: 'CheckInCorrected',
        id: `C-${FIRST}`,
        order: FIRST,
        status: 'excused',
        occurredAt: DAY,
        late: false,
        excuse: 'familyEmergency',
        group: null,
        reason: 'trạm ghi nhầm',
      });
    file(...called)
      .when(CMC, LATER, { ...correct(`C-${FIRST}`, 'unexcused'), reason: ' ' })
      .thenInvalid();
    const state = file(...called, now(correct(`C-${FIRST}`, 'present', { at: LATER }), CMC, LATER)).state;
    expect(rowOf(state).counts).toMatchObject({ presentOnTime: 1, presentLate: 1 });
  });

  test('is for a check-in that is there, and fits it', () => {
    const before = file(...called);
    before.when(CMC, DAY, correct('C-99', 'present')).thenRefused('check-in-unknown', { ids: ['C-99'] });
    before.when(CMC, DAY, correct(`C-${FIRST}`, 'excused')).thenRefused('excuse-mismatch', { ids: [`C-${FIRST}`] });
    before
      .when(CMC, DAY, correct(`C-${FIRST}`, 'present', { at: LATER }))
      .thenRefused('check-in-in-the-future', { ids: [`C-${FIRST}`] });
    before
      .when(member('an-son.CMC'), DAY, correct(`C-${FIRST}`, 'unexcused'))
      .thenRefused('not-your-body', { body: 'an-son.CMC' });
  });
});

describe('counts and a roll of one unit and kind', () => {
  const record = (fields: object, type = 'RecordCounts'): Command => ({
    type,
    unit: 'tan-thanh',
    kind: 'reservist',
    counts: fields,
    ...(type === 'CorrectCounts' ? { reason: 'đếm lại' } : {}),
  });

  test('are not mixed: a roll is not overwritten by figures', () => {
    const rolled = file(...ordered, now(checkIn(present([FIRST]))));
    for (const type of ['RecordCounts', 'CorrectCounts'])
      rolled.when(CMC, DAY, record({ presentOnTime: 2, ordered: 40 }, type)).thenRefused('counts-from-roll-call', {
        unit: 'tan-thanh',
        kind: 'reservist',
        fields: ['ordered', 'presentOnTime'],
      });
    expect(send(STREAM, rolled.state, now(record({ required: 45, registered: 60 }))).facts).toHaveLength(1);
  });

  test('are not mixed: figures do not become a roll', () => {
    file(opened, now(record({ ordered: 40 })))
      .when(SA, DAY, issue([FIRST]))
      .thenRefused('roll-call-from-counts', { unit: 'tan-thanh', kind: 'reservist' });
    const emptied = file(opened, now(record({ ordered: 40 })), now(record({ ordered: 0 }, 'CorrectCounts')));
    expect(send(STREAM, emptied.state, now(issue([FIRST]))).facts).toHaveLength(1);
  });

  test('stand beside each other for different units', () => {
    const state = file(
      ...ordered,
      now(checkIn(present([FIRST, SECOND, THIRD, FOURTH]))),
      now({ ...record({ ordered: 35, presentOnTime: 34 }), unit: 'an-son' }),
    ).state;
    expect(totalOf(state, 'reservist')).toMatchObject({ ordered: 75, presentOnTime: 38 });
  });
});

test('a roll of three communes: 40 of 40, 34 of 35, 45 of 45; the city 119 of 120 = 99.17 %, below the target of 100 %', () => {
  const communes: [string, number, number][] = [
    ['tan-thanh', 40, 40],
    ['an-son', 35, 34],
    ['phuoc-hoa', 45, 45],
  ];
  const state = file(
    opened,
    ...communes.flatMap(([unit, called, came], n) => {
      const orders = numbers(called, `QN${n}`);
      const code = `T-${n}`;
      const absent = orders.slice(came).map((order) => ({ id: `C-${order}`, order, status: 'unexcused' }));
      return [
        now(station(code, [unit])),
        now(issue(orders, { unit, station: code })),
        now(checkIn([...present(orders.slice(0, came)), ...absent], code)),
      ];
    }),
  ).state;
  const total = totalOf(frozen(state), 'reservist');
  const { attendanceRate } = ratesOf('reservist', total);
  expect(attendanceRate).toEqual({ numerator: 119, denominator: 120, percent: 99.17 });
  expect(presentOf(total) * 100 >= state.rule.attendanceTarget * total.ordered).toBe(false);
});
