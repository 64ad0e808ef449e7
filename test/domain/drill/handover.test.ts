import { describe, expect, test } from '@jest/globals';
import { at, type Command, member } from '../../support/domain.ts';
import {
  CMC,
  checkIn,
  correct,
  DAY,
  file,
  issue,
  now,
  numbers,
  opened,
  present,
  rowOf,
  SA,
  station,
  substitute,
} from './field.ts';

const LATER = at('2022-08-25', 15);
const minutes = { number: '07/BB-BG', date: '2022-08-25' };
const handOver = (orders: readonly string[], more: object = {}): Command => ({
  type: 'HandOver',
  orders,
  receivingUnit: 'Tiểu đoàn 72',
  minutes,
  ...more,
});
const handOverCount = (count: number): Command => ({
  type: 'HandOver',
  unit: 'an-son',
  kind: 'reservist',
  count,
  receivingUnit: 'Tiểu đoàn 72',
  minutes,
});
const reverse = (orders: readonly string[]): Command => ({ type: 'ReverseHandOver', orders, reason: 'ghi nhầm' });
const release = (orders: readonly string[], more: object = {}): Command => ({ type: 'Release', orders, ...more });
const inspect = (order: string, fit: boolean, reason?: string): Command => ({
  type: 'InspectVehicle',
  order,
  fit,
  ...(reason ? { reason } : {}),
});

const [A = '', B = '', C = ''] = numbers(3);
const [S1 = '', S2 = ''] = numbers(2, 'DP');
/** A is present, B absent, C has not come; one spare is present, one is not. */
const mustered = [
  opened,
  now(station()),
  now(issue([A, B, C], { group: 'LX' })),
  now(issue([S1, S2], { group: 'LX', spare: true })),
  now(checkIn([...present([A, S1]), { id: 'C-B1', order: B, status: 'unexcused' }])),
];
const countsAfter = (...steps: Parameters<typeof file>) => rowOf(file(...mustered, ...steps).state).counts;

describe('the spare', () => {
  test('is ordered and present beside the establishment', () => {
    const row = rowOf(file(...mustered, now({ type: 'DeliverOrders', orders: [A, S1] })).state);
    expect(row.counts).toMatchObject({ ordered: 3, delivered: 1, presentOnTime: 1, absentUnexcused: 1 });
    expect(row.reserve).toMatchObject({ spareOrdered: 2, spareDelivered: 1, sparePresent: 1, spareUsed: 0 });
  });

  test('fills an absent place: the number ordered stays, the place counts as present', () => {
    file(...mustered)
      .when(CMC, DAY, { ...substitute(B, S1), reason: 'vắng' })
      .thenExactly({ type: 'Substituted', absentOrder: B, spareOrder: S1, reason: 'vắng' });
    const row = rowOf(file(...mustered, now(substitute(B, S1))).state);
    expect(row.counts).toMatchObject({ ordered: 3, presentOnTime: 2, absentUnexcused: 0, specialityMatched: 2 });
    expect(row.reserve).toMatchObject({ sparePresent: 1, spareUsed: 1 });
  });

  test('corrected to absent leaves the place to the one who was ordered, and to another spare', () => {
    const left = [now(substitute(B, S1)), now(correct(`C-${S1}`, 'unexcused'))];
    expect(countsAfter(...left)).toMatchObject({ presentOnTime: 1, absentUnexcused: 1 });
    const again = [...left, now(checkIn(present([S2]))), now(substitute(B, S2))];
    expect(countsAfter(...again)).toMatchObject({ presentOnTime: 2, absentUnexcused: 0 });
    const back = rowOf(file(...mustered, ...again, now(correct(`C-${S1}`, 'present'))).state);
    expect(back.reserve).toMatchObject({ sparePresent: 2, spareUsed: 1 });
  });

  test('keeps the place when the one ordered comes after all, who is then over the establishment', () => {
    const steps = [now(substitute(B, S1)), now(correct('C-B1', 'present'))];
    expect(countsAfter(...steps)).toMatchObject({ ordered: 3, presentOnTime: 2, absentUnexcused: 0 });
    file(...mustered, ...steps)
      .when(CMC, DAY, handOver([B]))
      .thenRefused('orders-not-placed', { orders: [B], count: 1 });
  });

  test.each([
    [A, 'present'],
    [C, 'notAbsent'],
    [S2, 'notAPlace'],
  ])('does not fill %s: %s', (place, why) => {
    file(...mustered)
      .when(CMC, DAY, substitute(place, S1))
      .thenRefused('place-not-free', { order: place, why });
  });

  test('fills one place, once, and only from among spares and walk-ins who are present', () => {
    file(...mustered, now(substitute(B, S1)))
      .when(CMC, DAY, substitute(B, S1))
      .thenRefused('place-not-free', { order: B, why: 'replaced' });
    const two = file(
      ...mustered,
      now(substitute(B, S1)),
      now(checkIn([{ id: 'C-C1', order: C, status: 'excused', excuse: 'other' }])),
      now(issue(['XE-1'], { kind: 'vehicle', spare: true })),
      now(checkIn(present(['XE-1']))),
    );
    two.when(CMC, DAY, substitute(C, S1)).thenRefused('spare-not-free', { order: S1, why: 'used' });
    two.when(CMC, DAY, substitute(C, S2)).thenRefused('spare-not-free', { order: S2, why: 'notPresent' });
    two.when(CMC, DAY, substitute(C, A)).thenRefused('spare-not-free', { order: A, why: 'notSpare' });
    two.when(CMC, DAY, substitute(C, 'XE-1')).thenRefused('spare-not-free', { order: 'XE-1', why: 'otherKind' });
    two.when(CMC, DAY, substitute(C, 'DP-9')).thenRefused('order-unknown', { orders: ['DP-9'], count: 1 });
    file(...mustered, now(release([S1])))
      .when(CMC, DAY, substitute(B, S1))
      .thenRefused('spare-not-free', { order: S1, why: 'released' });
  });

  test('may be a walk-in', () => {
    const walked = now(checkIn([{ id: 'W-1', order: 'VL-1', walkIn: true, group: 'LX' }]));
    const row = rowOf(file(...mustered, walked, now(substitute(B, 'VL-1'))).state);
    expect(row.counts).toMatchObject({ ordered: 3, presentOnTime: 2, specialityMatched: 2 });
    expect(row.reserve).toMatchObject({ walkIns: 1, walkInsUsed: 1 });
  });
});

describe('the handover', () => {
  test('gives those present to the receiving unit under minutes', () => {
    file(...mustered)
      .when(CMC, LATER, handOver([A]))
      .thenExactly({ type: 'HandedOver', lot: { orders: [A] }, receivingUnit: 'Tiểu đoàn 72', minutes });
    expect(countsAfter(now(handOver([A]), CMC, LATER))).toMatchObject({ handedOver: 1 });
    expect(countsAfter(now(substitute(B, S1)), now(handOver([A, S1])))).toMatchObject({ handedOver: 2 });
  });

  test('is for those who are there, fill a place, and were not handed over yet', () => {
    const before = file(...mustered);
    before.when(CMC, DAY, handOver([A, B, C])).thenRefused('orders-not-present', { orders: [B, C], count: 2 });
    before.when(CMC, DAY, handOver([S1])).thenRefused('orders-not-placed', { orders: [S1], count: 1 });
    before.when(CMC, DAY, handOver(['QN-9'])).thenRefused('order-unknown', { orders: ['QN-9'], count: 1 });
    file(...mustered, now(handOver([A])))
      .when(CMC, DAY, handOver([A]))
      .thenRefused('orders-handed-over', { orders: [A], count: 1 });
    before
      .when(CMC, DAY, handOver([A], { minutes: { ...minutes, date: '2022-08-26' } }))
      .thenRefused('paper-from-the-future', { date: '2022-08-26', today: '2022-08-25' });
    before.when(member('an-son.CMC'), DAY, handOver([A])).thenRefused('not-your-body', { body: 'an-son.CMC' });
  });

  test('stands against a correction to absent until it is taken back with a reason', () => {
    const handed = [...mustered, now(handOver([A]))];
    file(...handed)
      .when(CMC, DAY, correct(`C-${A}`, 'unexcused'))
      .thenRefused('orders-handed-over', { orders: [A], count: 1 });
    const back = [...handed, now(reverse([A]))];
    expect(rowOf(file(...back).state).counts.handedOver).toBe(0);
    expect(rowOf(file(...back, now(correct(`C-${A}`, 'unexcused'))).state).counts.presentOnTime).toBe(0);
    file(...mustered)
      .when(CMC, DAY, reverse([A]))
      .thenRefused('orders-not-handed-over', { orders: [A], count: 1 });
  });

  test('of a unit that reports counts is a count, never above those present', () => {
    const counted = [
      opened,
      now({ type: 'RecordCounts', unit: 'an-son', kind: 'reservist', counts: { ordered: 35, presentOnTime: 34 } }),
    ];
    expect(rowOf(file(...counted, now(handOverCount(34))).state, 'an-son/reservist').counts.handedOver).toBe(34);
    file(...counted)
      .when(SA, DAY, handOverCount(35))
      .thenRefused('count-invariant', { rule: 'handedOver ≤ present', left: 35, right: 34 });
    file(...mustered)
      .when(SA, DAY, { ...handOverCount(1), unit: 'tan-thanh' })
      .thenRefused('counts-from-roll-call', { unit: 'tan-thanh', kind: 'reservist', fields: ['handedOver'] });
  });

  test('names orders or counts them, not both and not neither', () => {
    for (const more of [{ count: 1 }, { unit: 'tan-thanh' }, { orders: undefined, unit: 'tan-thanh', count: 1 }])
      file(...mustered)
        .when(SA, DAY, handOver([A], more))
        .thenRefused('orders-or-count');
  });
});

describe('release', () => {
  test('sends home who is present, once, at a time that has come', () => {
    const before = file(...mustered);
    before
      .when(CMC, LATER, release([A], { at: DAY }))
      .thenExactly({ type: 'Released', lot: { orders: [A] }, releasedAt: DAY });
    before.when(CMC, DAY, release([C])).thenRefused('orders-not-present', { orders: [C], count: 1 });
    before
      .when(CMC, DAY, release([A], { at: LATER }))
      .thenRefused('counted-in-the-future', { occurredAt: LATER, at: DAY });
    file(...mustered, now(release([A])))
      .when(CMC, DAY, release([A]))
      .thenRefused('orders-released', { orders: [A], count: 1 });
    expect(countsAfter(now(release([A])))).toMatchObject({ released: 1, presentOnTime: 1 });
    expect(countsAfter(now(release([A])), now(correct(`C-${A}`, 'unexcused')))).toMatchObject({ released: 0 });
  });

  test('by count never exceeds those present', () => {
    const counted = file(
      opened,
      now({ type: 'RecordCounts', unit: 'an-son', kind: 'reservist', counts: { ordered: 2, presentOnTime: 2 } }),
    );
    const count = (n: number): Command => ({ type: 'Release', unit: 'an-son', kind: 'reservist', count: n });
    counted.when(SA, DAY, count(3)).thenRefused('count-invariant', { rule: 'released ≤ present', left: 3, right: 2 });
    counted
      .when(SA, DAY, count(2))
      .thenExactly({ type: 'Released', lot: { unit: 'an-son', kind: 'reservist', count: 2 }, releasedAt: DAY });
  });
});

describe('a vehicle', () => {
  const garage = [
    opened,
    now(station()),
    now(issue(['XE-1', 'XE-2'], { kind: 'vehicle', group: 'XT' })),
    now(issue([A])),
    now(checkIn(present(['XE-1', A]))),
  ];

  test('is inspected when it is there; an unfit one has its reason', () => {
    const before = file(...garage);
    before
      .when(CMC, DAY, inspect('XE-1', false, 'brakes'))
      .thenExactly({ type: 'VehicleInspected', order: 'XE-1', fit: false, reason: 'brakes' });
    before.when(CMC, DAY, inspect('XE-1', false)).thenRefused('defect-mismatch', { order: 'XE-1' });
    before.when(CMC, DAY, inspect('XE-1', true, 'tyres')).thenRefused('defect-mismatch', { order: 'XE-1' });
    before.when(CMC, DAY, inspect('XE-2', true)).thenRefused('orders-not-present', { orders: ['XE-2'], count: 1 });
    before.when(CMC, DAY, inspect(A, true)).thenRefused('not-a-vehicle', { order: A });
  });

  test('counts as fit after its last inspection', () => {
    const fit = (...steps: Parameters<typeof file>) =>
      rowOf(file(...garage, ...steps).state, 'tan-thanh/vehicle').counts.technicallyFit;
    expect(fit(now(inspect('XE-1', true)))).toBe(1);
    expect(fit(now(inspect('XE-1', true)), now(inspect('XE-1', false, 'tyres')))).toBe(0);
    expect(fit(now(inspect('XE-1', true)), now(correct('C-XE-1', 'unexcused')))).toBe(0);
  });
});
