import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { arrivalsOf, curveOf, targetsOf, together } from '../../../domain/drill/index.ts';
import type { Instant } from '../../../domain/time.ts';
import { at, type Command } from '../../support/domain.ts';
import {
  after,
  BEFORE,
  checkIn,
  correct,
  DAY,
  file,
  issue,
  now,
  numbers,
  opened,
  prepared,
  present,
  SA,
  station,
  substitute,
} from './field.ts';

const TARGETS = [
  { hours: 2, percent: 60 },
  { hours: 4, percent: 98 },
];
const asked = (now: Instant, bin = 60) => ({ start: DAY, targets: TARGETS, bin, now });

/** Ten reservists and two vehicles; six come within the first two hours. */
const orders = numbers(10);
const played = [
  opened,
  now(station('TT-01', ['tan-thanh'], after(240))),
  now(issue(orders)),
  now(issue(['XE-1', 'XE-2'], { kind: 'vehicle', station: 'XE-01' })),
  now(checkIn(present(orders.slice(0, 3))), SA, after(30)),
  now(checkIn(present(orders.slice(3, 6))), SA, after(120)),
  now(checkIn(present(orders.slice(6, 8))), SA, after(200)),
];

describe('the arrival curve', () => {
  test('counts who had come by the end of each bin, beside what was asked for by then', () => {
    const arrivals = arrivalsOf(file(...played).state).reservist;
    expect(curveOf(arrivals, asked(after(240)))).toEqual([
      { minutes: 0, at: after(0), arrived: 0, percent: 0, target: null },
      { minutes: 60, at: after(60), arrived: 3, percent: 30, target: null },
      { minutes: 120, at: after(120), arrived: 6, percent: 60, target: 60 },
      { minutes: 180, at: after(180), arrived: 6, percent: 60, target: 60 },
      { minutes: 240, at: after(240), arrived: 8, percent: 80, target: 98 },
    ]);
  });

  test('shows nothing of what lies ahead', () => {
    const arrivals = arrivalsOf(file(...played).state).reservist;
    expect(curveOf(arrivals, asked(after(61))).map(({ minutes }) => minutes)).toEqual([0, 60]);
    expect(curveOf(arrivals, asked(BEFORE)).map(({ minutes }) => minutes)).toEqual([0]);
  });

  test('says of each target whether it was reached in time', () => {
    const arrivals = arrivalsOf(file(...played).state).reservist;
    expect(targetsOf(arrivals, asked(after(200)))).toEqual([
      {
        hours: 2,
        percent: 60,
        due: after(120),
        arrived: { numerator: 6, denominator: 10, percent: 60 },
        reached: true,
      },
      {
        hours: 4,
        percent: 98,
        due: after(240),
        arrived: { numerator: 8, denominator: 10, percent: 80 },
        reached: null,
      },
    ]);
    expect(targetsOf(arrivals, asked(after(240)))[1]?.reached).toBe(false);
  });

  test('of nobody ordered has no data', () => {
    const nobody = arrivalsOf(file(...played).state, 'AS-01').reservist;
    expect(nobody).toEqual({ ordered: 0, at: [] });
    expect(curveOf(nobody, asked(after(60)))[0]).toMatchObject({ arrived: 0, percent: null });
    expect(targetsOf(nobody, asked(after(600))).map(({ reached }) => reached)).toEqual([null, null]);
  });

  test('is of one kind, of one station, or of all', () => {
    const { state } = file(...played);
    const ordered = [undefined, 'TT-01', 'XE-01'].map((code) => {
      const arrivals = arrivalsOf(state, code);
      return [arrivals.reservist.ordered, arrivals.vehicle.ordered, together(arrivals).ordered];
    });
    expect(ordered).toEqual([
      [10, 2, 12],
      [10, 0, 10],
      [0, 2, 2],
    ]);
    expect(together(arrivalsOf(state)).at).toHaveLength(8);
  });

  test('follows corrections, and counts a substitute when it came itself', () => {
    const { state } = file(
      ...played,
      now(issue(['DP-1'], { spare: true })),
      now(checkIn(present(['DP-1'], { at: after(50) })), SA, after(200)),
      now(correct(`C-${orders[0]}`, 'unexcused'), SA, after(210)),
    );
    expect(arrivalsOf(state).reservist.at).toHaveLength(7);
    const filled = file(
      ...played,
      now(issue(['DP-1'], { spare: true })),
      now(checkIn(present(['DP-1'], { at: after(50) })), SA, after(200)),
      now(correct(`C-${orders[0]}`, 'unexcused'), SA, after(210)),
      now(substitute(orders[0] ?? '', 'DP-1'), SA, after(211)),
    );
    expect(arrivalsOf(filled.state).reservist.at).toContain(after(50));
    expect(arrivalsOf(filled.state).reservist.at).toHaveLength(8);
  });

  test('begins at the hour H: the opening, unless the agency sets another', () => {
    const set: Command = { type: 'SetStartHour', at: at('2022-08-25', 6), reason: 'báo động lúc 6 giờ' };
    expect(file(opened).state.start).toBe(DAY);
    expect(file(opened, now(set)).state.start).toBe(at('2022-08-25', 6));
    expect(file(prepared, now(set, SA, BEFORE), opened).state.start).toBe(at('2022-08-25', 6));
    file(opened)
      .when(SA, DAY, set)
      .thenExactly({ type: 'StartHourSet', start: at('2022-08-25', 6), reason: 'báo động lúc 6 giờ' });
  });

  test('never falls, ends at all who came by then, and has at most seven days of bins', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -300, max: 20_000 }), { maxLength: 60 }),
        fc.integer({ min: 5, max: 240 }),
        fc.integer({ min: 0, max: 30_000 }),
        (minutes, bin, passed) => {
          const arrivals = { ordered: minutes.length, at: minutes.map(after).sort() };
          const points = curveOf(arrivals, asked(after(passed), bin));
          for (const [n, point] of points.entries()) {
            const came = minutes.filter((each) => each <= n * bin).length;
            if (point.minutes !== n * bin || point.arrived !== came) throw new Error(JSON.stringify(point));
          }
          expect(points.length).toBeLessThanOrEqual((7 * 24 * 60) / bin + 1);
        },
      ),
      { numRuns: 200 },
    );
  });
});
