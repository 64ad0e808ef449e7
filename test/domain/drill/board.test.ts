/** What the agency looks at while people come: the board of stations, the list of orders, colours. */
import { describe, expect, test } from '@jest/globals';
import { colourOf, DEFAULT_RULE, ORDER_STATES, orderPage, stationStandings } from '../../../domain/drill/index.ts';
import { at, type Command, frozen } from '../../support/domain.ts';
import {
  CMC,
  checkIn,
  correct,
  DAY,
  file,
  HOUR,
  issue,
  now,
  opened,
  present,
  SA,
  station,
  substitute,
} from './field.ts';

const LATER = at('2022-08-25', 10, 40);
const minutes = { number: '07/BB-BG', date: '2022-08-25' };
const lot = (type: string, orders: readonly string[], more: object = {}): Command => ({ type, orders, ...more });
const handOver = (...orders: string[]) => now(lot('HandOver', orders, { receivingUnit: 'd72', minutes }));

const steps = [
  opened,
  now(station('TT-02', ['an-son'])),
  now(station()),
  now(issue(['QN-008', 'QN-007', 'QN-006', 'QN-005', 'QN-004', 'QN-003', 'QN-002', 'QN-001'])),
  now(issue(['DP-001', 'DP-002'], { spare: true })),
  now(issue(['AS-001', 'AS-002'], { unit: 'an-son', station: 'TT-02' })),
  now(issue(['XE-001', 'XE-002'], { kind: 'vehicle' })),
  now(issue(['TD-001'], { station: undefined })),
  now(lot('DeliverOrders', ['QN-001', 'QN-002', 'QN-003', 'QN-007'])),
  now(lot('RefuseOrders', ['QN-006'], { reason: 'moved' })),
  now(
    checkIn([
      ...present(['QN-001', 'QN-002', 'DP-001', 'XE-001']),
      { id: 'C-4', order: 'QN-004', status: 'excused', excuse: 'other' },
      { id: 'C-5', order: 'QN-005', status: 'unexcused' },
    ]),
  ),
  now(checkIn(present(['QN-003', 'TD-001'])), SA, LATER),
  now(checkIn([{ id: 'W-1', order: 'VL-001', walkIn: true }]), SA, at('2022-08-25', 9)),
  handOver('QN-001', 'QN-002'),
  now(lot('Release', ['QN-001'])),
] as const;
const { state } = file(...steps);
const page = (ask: Omit<Parameters<typeof orderPage>[1], 'limit'> = {}, limit = 100) =>
  orderPage(frozen(state), { ...ask, limit });
const ids = (ask: Parameters<typeof page>[0] = {}) => page(ask).orders.map(([id]) => id);

describe('the list of orders', () => {
  test('shows each by the last step it has come to', () => {
    expect(ORDER_STATES.map((standing) => [standing, ids({ station: 'TT-01', standing })])).toEqual([
      ['issued', ['DP-002', 'QN-008', 'XE-002']],
      ['delivered', ['QN-007']],
      ['refused', ['QN-006']],
      ['present', ['DP-001', 'QN-003', 'TD-001', 'VL-001', 'XE-001']],
      ['excused', ['QN-004']],
      ['unexcused', ['QN-005']],
      ['handedOver', ['QN-002']],
      ['released', ['QN-001']],
    ]);
  });

  test('is by number, and those of a station where asked: ordered to it or checked in there', () => {
    expect(ids()).toEqual([...ids()].sort());
    expect(ids()).toHaveLength(16);
    expect(ids({ station: 'TT-02' })).toEqual(['AS-001', 'AS-002']);
    const { orders } = orderPage(file(...steps, now(checkIn(present(['AS-001'])))).state, {
      station: 'TT-01',
      after: '',
      limit: 1,
    });
    expect(orders.map(([id, order]) => [id, order.station, order.muster?.station])).toEqual([
      ['AS-001', 'TT-02', 'TT-01'],
    ]);
  });

  test('comes in pages; each begins after the last number of the one before and says whether more follow', () => {
    const all: string[] = [];
    const more: boolean[] = [];
    for (let after: string | undefined; more.at(-1) !== false; after = all.at(-1)) {
      const next = page(after === undefined ? {} : { after }, 4);
      all.push(...next.orders.map(([id]) => id));
      more.push(next.more);
    }
    expect([all, more]).toEqual([ids(), [true, true, true, false]]);
    expect(page({ after: 'ZZ-1' })).toEqual({ orders: [], more: false });
  });
});

describe('the board of stations', () => {
  const NOTHING = {
    ordered: 0,
    presentOnTime: 0,
    presentLate: 0,
    absentExcused: 0,
    absentUnexcused: 0,
    notYetReported: 0,
    spare: 0,
    walkIns: 0,
  };

  test('counts places of the establishment, and spares and walk-ins beside them', () => {
    const [first, second] = stationStandings(state, LATER);
    expect([first?.station, second?.station]).toEqual(['TT-01', 'TT-02']);
    expect(first?.counts).toEqual([
      {
        ...NOTHING,
        kind: 'reservist',
        ordered: 9,
        presentOnTime: 2,
        presentLate: 2,
        absentExcused: 1,
        absentUnexcused: 1,
        notYetReported: 3,
        spare: 1,
        walkIns: 1,
      },
      { ...NOTHING, kind: 'vehicle', ordered: 2, presentOnTime: 1, notYetReported: 1 },
    ]);
    expect(second?.counts).toEqual([
      { ...NOTHING, kind: 'reservist', ordered: 2, notYetReported: 2 },
      { ...NOTHING, kind: 'vehicle' },
    ]);
  });

  test('says when the last one came, also when an earlier one is written down after that', () => {
    expect(stationStandings(state, LATER).map(({ lastCheckIn }) => lastCheckIn)).toEqual([LATER, null]);
    const [first] = stationStandings(
      file(...steps, now(checkIn(present(['QN-008'], { at: DAY })), SA, LATER)).state,
      LATER,
    );
    expect(first?.lastCheckIn).toBe(LATER);
  });

  test('counts a place by who fills it; a spare found absent is nobody', () => {
    const filled = file(
      ...steps,
      now(substitute('QN-005', 'DP-001')),
      now(checkIn([{ id: 'C-9', order: 'DP-002', status: 'unexcused' }]), CMC),
    ).state;
    expect(stationStandings(filled, LATER)[0]?.counts[0]).toMatchObject({
      presentOnTime: 3,
      absentUnexcused: 0,
      spare: 1,
    });
    const left = file(...steps, now(correct('C-DP-001', 'unexcused'))).state;
    expect(stationStandings(left, LATER)[0]?.counts[0]).toMatchObject({ presentOnTime: 2, spare: 0 });
  });

  test('a station is overdue after its hour, not at it, and its delay is in whole minutes', () => {
    const second = (moment: typeof HOUR) => stationStandings(state, moment)[1];
    expect(
      [DAY, HOUR, at('2022-08-25', 10, 1), LATER].map(second).map((each) => [each?.silence, each?.lateMinutes]),
    ).toEqual([
      ['ahead', 0],
      ['ahead', 0],
      ['overdue', 1],
      ['overdue', 40],
    ]);
    const reported = file(...steps, now({ type: 'ReportStation', station: 'TT-02' }, SA, LATER)).state;
    expect(stationStandings(reported, at('2022-08-25', 12))[1]).toMatchObject({ silence: 'reported', lateMinutes: 40 });
  });
});

test.each([
  [null, 'none'],
  [100, 'green'],
  [98, 'green'],
  [97.99, 'amber'],
  [95, 'amber'],
  [94.99, 'red'],
  [0, 'red'],
] as const)('%s %% is %s', (percent, colour) => {
  expect(colourOf(percent, DEFAULT_RULE)).toBe(colour);
});
