/** What figures are made of: orders one by one, reports by hand, sums over units, hours of arrival. */
import { describe, expect, test } from '@jest/globals';
import { arrivalsOf, curveOf, ratesOf, targetsOf, together, totalOf } from '../../../domain/drill/index.ts';
import type { Command } from '../../support/domain.ts';
import {
  after,
  checkIn,
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
  substitute,
} from './field.ts';

describe('a speciality is matched', () => {
  const found = (order: object, seen: object = {}, kind = 'reservist') =>
    rowOf(
      file(
        opened,
        now(station()),
        now(issue([{ order: 'QN-001', ...order }], { kind })),
        now(checkIn(present(['QN-001'], seen))),
      ).state,
      `tan-thanh/${kind}`,
    ).counts.specialityMatched;

  test.each<[what: string, matched: number, order: object, kind: string, seen: object]>([
    ['as ordered, when nothing else is found', 1, { group: 'LX' }, 'reservist', {}],
    ['as found, when it is the one ordered', 1, { group: 'LX' }, 'reservist', { group: 'LX' }],
    ['not by another group found', 0, { group: 'LX' }, 'reservist', { group: 'TT' }],
    ['not where no group was ordered', 0, {}, 'reservist', {}],
    ['not where no group was ordered and one is found', 0, {}, 'reservist', { group: 'LX' }],
    ['not by a vehicle of its class', 0, { group: 'XT' }, 'vehicle', { group: 'XT' }],
  ])('%s', (_, matched, order, kind, seen) => {
    expect(found(order, seen, kind)).toBe(matched);
  });

  test('by a substitute of the group of the place, not by another', () => {
    const filled = (group: string) =>
      rowOf(
        file(
          opened,
          now(station()),
          now(issue(['QN-001'], { group: 'LX' })),
          now(issue(['DP-001'], { group, spare: true })),
          now(checkIn([...present(['DP-001']), { id: 'C-1', order: 'QN-001', status: 'unexcused' }])),
          now(substitute('QN-001', 'DP-001')),
        ).state,
      ).counts;
    expect(filled('LX')).toMatchObject({ presentOnTime: 1, specialityMatched: 1 });
    expect(filled('TT')).toMatchObject({ presentOnTime: 1, specialityMatched: 0 });
  });
});

describe('figures reported by hand', () => {
  const figures = (more: object = {}): Command => ({
    type: 'RecordCounts',
    unit: 'an-son',
    kind: 'reservist',
    counts: { ordered: 5 },
    ...more,
  });
  const mend: Command = {
    type: 'CorrectCounts',
    unit: 'an-son',
    kind: 'reservist',
    counts: { ordered: 6 },
    reason: 'đếm lại',
  };

  test('stand at the hour they were counted, and at the station that counted them last', () => {
    const row = (...commands: Command[]) =>
      rowOf(file(opened, now(station()), ...commands.map((each) => now(each, SA, LATER))).state, 'an-son/reservist');
    expect(row(figures({ occurredAt: HOUR, station: 'TT-01' }))).toMatchObject({ reportedAt: HOUR, station: 'TT-01' });
    expect(row(figures({ station: 'TT-01' }), figures())).toMatchObject({ reportedAt: LATER, station: 'TT-01' });
    expect(row(figures({ occurredAt: HOUR, station: 'TT-01' }), mend)).toMatchObject({
      reportedAt: LATER,
      station: 'TT-01',
      counts: { ordered: 6 },
    });
    expect(row(figures())).toMatchObject({ station: null });
  });

  test('of several units add up, each figure by itself', () => {
    const some = (n: number) => ({
      required: n,
      registered: 2 * n,
      ordered: 20 * n,
      delivered: 11 * n,
      refused: n,
      presentOnTime: 8 * n,
      presentLate: 3 * n,
      absentExcused: { other: 2 * n },
      absentUnexcused: n,
      handedOver: 7 * n,
      released: 5 * n,
      specialityMatched: 6 * n,
      technicallyFit: 4 * n,
    });
    const { state } = file(
      opened,
      now(figures({ counts: some(1) })),
      now(figures({ unit: 'tan-thanh', counts: some(3) })),
      now(figures({ kind: 'vehicle', counts: some(5) })),
    );
    expect(totalOf(state, 'reservist')).toEqual(some(4));
    const usual = ratesOf('reservist', some(1));
    expect(usual.attendanceRate).toEqual({ numerator: 11, denominator: 20, percent: 55 });
    expect(ratesOf('reservist', some(1), false).attendanceRate).toEqual({
      numerator: 11,
      denominator: 18,
      percent: 61.11,
    });
  });
});

describe('arrivals', () => {
  const played = file(
    opened,
    now(station('TT-01', ['tan-thanh'], after(600))),
    now(issue(numbers(4))),
    now(issue(['XE-001', 'XE-002'], { kind: 'vehicle' })),
    now(checkIn(present(['QN-003', 'XE-002'])), SA, after(90)),
    now(checkIn(present(['QN-001'], { at: after(100) })), SA, after(200)),
    now(
      checkIn([...present(['QN-002'], { at: after(20) }), ...present(['XE-001'], { at: after(30) })]),
      SA,
      after(200),
    ),
  ).state;
  const asked = {
    start: DAY,
    bin: 60,
    now: after(300),
    targets: [
      { hours: 3, percent: 80 },
      { hours: 1, percent: 40 },
    ],
  };

  test('come by their hours, of either kind and of both together', () => {
    const { reservist, vehicle } = arrivalsOf(played);
    expect([reservist.at, vehicle.at]).toEqual([[20, 90, 100].map(after), [30, 90].map(after)]);
    expect(together(arrivalsOf(played))).toEqual({ ordered: 6, at: [20, 30, 90, 90, 100].map(after) });
  });

  test('are measured against targets by their hours, however these are listed', () => {
    const { reservist } = arrivalsOf(played);
    expect(targetsOf(reservist, asked).map(({ hours, reached }) => [hours, reached])).toEqual([
      [1, false],
      [3, false],
    ]);
    expect(curveOf(reservist, asked).map(({ minutes, target, arrived }) => [minutes, target, arrived])).toEqual([
      [0, null, 0],
      [60, 40, 1],
      [120, 40, 3],
      [180, 80, 3],
    ]);
    expect(asked.targets.map(({ hours }) => hours)).toEqual([3, 1]);
  });

  test('of one who came after the last target lengthen the curve to the end of his bin', () => {
    const late = { ordered: 2, at: [after(10), after(130)] };
    expect(curveOf(late, { ...asked, targets: [] }).map(({ minutes }) => minutes)).toEqual([0, 60, 120, 180]);
    expect(curveOf({ ordered: 2, at: [] }, { ...asked, targets: [] }).map(({ minutes }) => minutes)).toEqual([0]);
  });
});
