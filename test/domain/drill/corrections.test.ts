/** What is corrected, sent again, or sent in a way that can mean two things. */
import { describe, expect, test } from '@jest/globals';
import { at, type Command } from '../../support/domain.ts';
import {
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
  present,
  rowOf,
  SA,
  station,
} from './field.ts';

describe('a corrected check-in', () => {
  const base = [
    opened,
    now(station()),
    now(issue(numbers(2), { group: 'LX' })),
    now(checkIn(present(['QN-001'], { group: 'TT' }), 'TT-01'), SA, LATER),
  ];

  test.each<[what: string, more: object, late: boolean]>([
    ['at the hour itself is on time', { at: HOUR }, false],
    ['a minute after it is late', { at: at('2022-08-25', 10, 1) }, true],
    ['without an hour keeps its own', {}, true],
  ])('%s, and keeps the group found', (_, more, late) => {
    file(...base)
      .when(CMC, LATER, correct('C-QN-001', 'present', more))
      .thenExactly(expect.objectContaining({ late, group: 'TT' }) as unknown as Command);
  });

  test('to absent is never late, whatever its hour', () => {
    file(...base)
      .when(CMC, LATER, correct('C-QN-001', 'unexcused', { at: LATER }))
      .thenExactly(expect.objectContaining({ late: false, occurredAt: LATER }) as unknown as Command);
  });

  test('to present leaves what was inspected and released; to absent takes it back', () => {
    const fit = [
      opened,
      now(station()),
      now(issue(['XE-001'], { kind: 'vehicle' })),
      now(checkIn(present(['XE-001']))),
      now({ type: 'InspectVehicle', order: 'XE-001', fit: true }),
      now({ type: 'Release', orders: ['XE-001'] }),
    ];
    const counts = (...steps: Parameters<typeof file>) =>
      rowOf(file(...fit, ...steps).state, 'tan-thanh/vehicle').counts;
    expect(counts(now(correct('C-XE-001', 'present')))).toMatchObject({ technicallyFit: 1, released: 1 });
    const gone = now(correct('C-XE-001', 'excused', { excuse: 'disasterOrFire' }));
    expect(counts(gone)).toMatchObject({ technicallyFit: 0, released: 0, absentExcused: { disasterOrFire: 1 } });
    expect(counts(gone, now(correct('C-XE-001', 'present')))).toMatchObject({ technicallyFit: 0, absentExcused: {} });
    expect(Object.keys(counts(gone, now(correct('C-XE-001', 'present'))).absentExcused)).toEqual([]);
  });
});

test('what is wrong with a correction is told with its order; the hour of one handed over may still be mended', () => {
  const there = file(
    opened,
    now(station()),
    now(issue(['QN-001'])),
    now(checkIn(present(['QN-001']))),
    now({ type: 'HandOver', orders: ['QN-001'], receivingUnit: 'd72', minutes: { number: '7', date: '2022-08-25' } }),
  );
  const named = { ids: ['C-QN-001'], orders: ['QN-001'], count: 1 };
  there.when(SA, DAY, correct('C-QN-001', 'excused')).thenRefused('excuse-mismatch', named);
  there.when(SA, DAY, correct('C-QN-001', 'present', { at: LATER })).thenRefused('check-in-in-the-future', named);
  there
    .when(SA, DAY, correct('C-QN-001', 'present', { at: DAY }))
    .thenExactly(expect.objectContaining({ occurredAt: DAY }) as unknown as Command);
});

test.each<[other: string, again: object]>([
  ['hour', { at: DAY }],
  ['excuse', { status: 'excused', excuse: 'other' }],
  ['group', { group: 'TT' }],
  ['unit of the walk-in', { walkIn: true, unit: 'an-son', kind: 'vehicle' }],
  ['kind of the walk-in', { walkIn: true, unit: 'tan-thanh', kind: 'reservist' }],
])('the same check-in with another %s is another, and refused', (_, again) => {
  const first =
    'walkIn' in again
      ? { walkIn: true, unit: 'tan-thanh', kind: 'vehicle' }
      : { status: 'excused', excuse: 'ownIllness', group: 'LX' };
  const sent = (more: object) => checkIn([{ id: 'C-1', order: 'QN-001', ...first, ...more }]);
  const listed = 'walkIn' in again ? [] : [now(issue(['QN-001']))];
  const once = file(opened, now(station('TT-01', ['tan-thanh', 'an-son'])), ...listed, now(sent({})));
  once.when(SA, LATER, sent({})).thenExactly();
  once.when(SA, LATER, sent(again)).thenRefused('check-in-reused', { ids: ['C-1'], count: 1 });
});

describe('an issue of orders by its number', () => {
  const batch = (orders: readonly string[], more: object = {}) => issue(orders, { batch: 'D1', ...more });
  const once = () => file(opened, now(batch(numbers(3))), now(batch(numbers(3, 'QX'), { batch: 'D2' })));

  test.each<[what: string, command: Command]>([
    ['another first order', batch(['QN-009', 'QN-002', 'QN-003'])],
    ['another last order', batch(['QN-001', 'QN-002', 'QN-009'])],
    ['more orders', batch(['QN-001', 'QN-002', 'QN-009', 'QN-003'])],
    ['another one between', batch(['QN-001', 'QN-009', 'QN-003'])],
    ['a station', batch(numbers(3), { station: 'TT-02' })],
    ['spares', batch(numbers(3), { spare: true })],
    ['a count', { ...batch(['QN-001']), orders: undefined, count: 3 } as Command],
  ])('is not issued again with %s', (_, command) => {
    once().when(SA, DAY, command).thenRefused('batch-reused', { batch: 'D1' });
  });

  test('is not kept by number where figures were ordered, be they spare or not', () => {
    const count = (more: object): Command => ({
      type: 'IssueOrders',
      unit: 'tan-thanh',
      kind: 'reservist',
      count: 2,
      ...more,
    });
    for (const before of [[count({})], [count({ spare: true })], [count({}), count({ spare: true })]])
      file(opened, ...before.map((each) => now(each)))
        .when(SA, DAY, issue(['QN-001']))
        .thenRefused('roll-call-from-counts', { unit: 'tan-thanh', kind: 'reservist' });
  });
});

test.each<[what: string, more: object]>([
  ['numbers and a unit', { orders: ['QN-001'], unit: 'tan-thanh' }],
  ['numbers and a kind', { orders: ['QN-001'], kind: 'reservist' }],
  ['numbers and a count', { orders: ['QN-001'], count: 1 }],
  ['a unit and a kind', { unit: 'tan-thanh', kind: 'reservist' }],
  ['a unit and a count', { unit: 'tan-thanh', count: 1 }],
  ['a kind and a count', { kind: 'reservist', count: 1 }],
  ['nothing', {}],
])('orders are named or counted, not by %s', (_, more) => {
  file(opened, now(issue(['QN-001'])))
    .when(SA, DAY, { type: 'DeliverOrders', ...more })
    .thenRefused('orders-or-count');
});
