/** Small rules of the muster, the run and the review on the page. */
import { describe, expect, test } from '@jest/globals';
import { isAddedLater, logOf, playedMinutes } from '../../web/pages/exercise/conduct/log.ts';
import { readItems } from '../../web/pages/exercise/conduct/plan-lines.ts';
import { figuresOf, notYetOf, pressed } from '../../web/pages/exercise/muster/entry/press.ts';
import { lots, numbersBetween, readOrders } from '../../web/pages/exercise/muster/paste.ts';
import { readPercent, readTargets } from '../../web/pages/exercise/muster/setup/read-rule.ts';
import { stepPath, stepsOf } from '../../web/pages/exercise/muster/steps.ts';
import { percentOf, tilesOf } from '../../web/pages/exercise/muster/tiles.ts';
import { linesOf, nextId, readPoints } from '../../web/pages/exercise/review/chapters.ts';
import { readTime } from '../../web/parts/time.ts';

const H = '2022-07-12T00:30:00.000Z';
const at = (minutes: number): string => new Date(Date.parse(H) + minutes * 60_000).toISOString();
const COUNTS = {
  ...{ required: 0, registered: 0, delivered: 0, refused: 0, handedOver: 0, released: 0 },
  ...{ specialityMatched: 0, technicallyFit: 0, present: 27, excuses: {} },
  ...{ ordered: 45, presentOnTime: 27, presentLate: 0, absentExcused: 0, absentUnexcused: 0, notYetReported: 18 },
};
type Drill = Parameters<typeof tilesOf>[0];
type Station = Parameters<typeof tilesOf>[1][number];
const row = (change: object = {}): Drill['rows'][number] =>
  ({
    ...{ unit: 'phuoc-hoa', kind: 'reservist', station: null, source: 'counts', reportedAt: at(50), counts: COUNTS },
    ...change,
  }) as Drill['rows'][number]; // as much as tiles look at
const drill = (rows: readonly Drill['rows'][number][], change: object = {}): Drill =>
  ({
    ...{ phase: 'open', start: H, rows },
    rule: { excusedInDenominator: true, colours: { green: 98, amber: 95 } },
    ...change,
  }) as Drill; // as much as tiles look at
const station = (change: object = {}): Station =>
  ({
    ...{ station: 'PH-01', units: ['phuoc-hoa'], reportBy: at(60), reportedAt: null, lastCheckIn: null, counts: [] },
    ...change,
  }) as unknown as Station; // as much as tiles look at
const now = (minutes: number): number => Date.parse(at(minutes));

describe('tiles', () => {
  test('a commune without a station is silent a quarter of an hour after its last report, not before', () => {
    expect(tilesOf(drill([row()]), [], 'reservist', now(65))[0]?.silent).toBeNull();
    expect(tilesOf(drill([row()]), [], 'reservist', now(72))[0]?.silent).toBe(22);
  });

  test('a station that never reported is silent from its hour on', () => {
    const rows = [row({ station: 'PH-01', reportedAt: at(-600) })];
    expect(tilesOf(drill(rows), [station()], 'reservist', now(59))[0]?.silent).toBeNull();
    expect(tilesOf(drill(rows), [station()], 'reservist', now(82))[0]?.silent).toBe(22);
  });

  test('nobody is silent once everybody is accounted for, nor before the drill opens', () => {
    const all = row({ counts: { ...COUNTS, presentOnTime: 45, notYetReported: 0 } });
    expect(tilesOf(drill([all]), [], 'reservist', now(500))[0]?.silent).toBeNull();
    expect(tilesOf(drill([row()], { phase: 'preparing' }), [], 'reservist', now(500))[0]?.silent).toBeNull();
  });

  test('a station stands for the communes that report by it; each place is counted once', () => {
    const tiles = tilesOf(drill([row({ station: 'PH-01' })]), [station()], 'reservist', now(0));
    expect(tiles.map(({ key, present, ordered, percent, colour }) => [key, present, ordered, percent, colour])).toEqual(
      [['PH-01', 27, 45, 60, 'red']],
    );
  });

  test('rates are rounded half up, and nothing to divide by is no data', () => {
    expect([percentOf(119, 120), percentOf(34, 35), percentOf(0, 0)]).toEqual([99.17, 97.14, null]);
  });
});

describe('a press at the desk', () => {
  const figures = figuresOf({ counts: { ...COUNTS, notYetReported: 2, presentOnTime: 43 } }, {});

  test('never goes above those ordered nor below none', () => {
    expect(notYetOf(figures)).toBe(2);
    expect(pressed(figures, 'onTime', 1)).toEqual({ presentOnTime: 44 });
    expect(pressed(figures, 'onTime', 5)).toBeNull();
    expect(pressed(figures, 'late', -1)).toBeNull();
  });

  test('an excused absence needs its reason, and keeps the others', () => {
    const some = { ...figures, excuses: { other: 1 }, ordered: 46 };
    expect(pressed(some, 'excused', 1)).toBeNull();
    expect(pressed(some, 'excused', 1, 'ownIllness')).toEqual({ absentExcused: { other: 1, ownIllness: 1 } });
  });

  test('builds on what waits to be sent', () => {
    expect(figuresOf({ counts: COUNTS }, { presentOnTime: 30 }).onTime).toBe(30);
  });
});

describe('numbers of orders', () => {
  test('are read as pasted: each once, in capitals, what is none is named', () => {
    expect(readOrders('qn-001, QN-002;QN-001\n\nNguyễn')).toEqual({
      ...{ orders: ['QN-001', 'QN-002'], wrong: ['Nguyễn'], twice: ['QN-001'] },
    });
  });

  test('a row of numbers keeps its form, and goes in lots of 500', () => {
    expect(numbersBetween('QN-008', 'QN-011')).toEqual(['QN-008', 'QN-009', 'QN-010', 'QN-011']);
    expect(numbersBetween('QN-008', 'XE-011')).toBeNull();
    expect(numbersBetween('QN-011', 'QN-008')).toBeNull();
    expect(lots(numbersBetween('QN-0001', 'QN-1001') ?? []).map(({ length }) => length)).toEqual([500, 500, 1]);
  });
});

describe('the arrival curve', () => {
  const curve = {
    start: H,
    series: [
      {
        kind: 'reservist',
        points: [
          { at: at(0), arrived: 2 },
          { at: at(15), arrived: 2 },
        ],
      },
    ],
    reported: [
      {
        kind: 'reservist',
        points: [
          { at: at(10), present: 5 },
          { at: at(30), present: 4 },
        ],
      },
    ],
  } as unknown as Parameters<typeof stepsOf>[0]; // as much as steps look at

  test('adds the kept roll and what was reported, and falls where a report was corrected', () => {
    expect(stepsOf(curve, 'reservist').map(({ minutes, present }) => [minutes, present])).toEqual([
      [0, 2],
      [10, 7],
      [30, 6],
    ]);
    expect(stepsOf(curve, 'vehicle')).toEqual([]);
  });

  test('is a step line that goes on level until now', () => {
    const steps = stepsOf(curve, 'reservist').slice(1, 2);
    expect(
      stepPath(
        steps,
        60,
        (minutes) => minutes,
        (present) => -present,
      ),
    ).toBe('M0 0H10V-7H60');
  });
});

describe('what is typed', () => {
  test('hours', () => {
    expect(['7:30', '0730', '7h30', '7', '25:00', '7:61', 'x'].map(readTime)).toEqual([
      ...['07:30', '07:30', '07:30', '07:00'],
      ...[null, null, null],
    ]);
  });

  test('targets by the hour', () => {
    expect(readTargets('2 60\nG+4: 98,5%\n')).toEqual([
      { hours: 2, percent: 60 },
      { hours: 4, percent: 98.5 },
    ]);
    expect(readTargets('hai 60')).toBeNull();
    expect([readPercent('101'), readPercent(''), readPercent('99,5')]).toEqual([null, null, 99.5]);
  });

  test('content items, one a line; a line that is not understood is given back', () => {
    expect(readItems('ND01; A2; CC; 07:30-09:00\nND02; A3; TB', '2022-07-12')).toEqual([
      {
        ...{ item: 'ND01', label: 'A2', part: 'mechanism' },
        ...{ plannedStart: '2022-07-12T00:30:00.000Z', plannedEnd: '2022-07-12T02:00:00.000Z' },
      },
      { item: 'ND02', label: 'A3', part: 'live' },
    ]);
    expect(readItems('ND01 A2', '2022-07-12')).toEqual({ wrong: 'ND01 A2' });
  });

  test('points with comma or dot, lines without empty ones, the next free number', () => {
    expect(['82,5', '82.5', '82.555', 'x'].map(readPoints)).toEqual([82.5, 82.5, null, null]);
    expect(linesOf(' a \n\n b')).toEqual(['a', 'b']);
    expect([nextId('F', [{ id: 'F1' }, { id: 'F3' }]), nextId('A', [])]).toEqual(['F4', 'A1']);
  });
});

describe('the log of the run', () => {
  const seen = { id: 'QS-1', seenAt: at(5), writtenAt: at(5) };

  test('marks what was written a minute or more after it was seen', () => {
    expect([isAddedLater(seen), isAddedLater({ ...seen, writtenAt: at(6) })]).toEqual([false, true]);
  });

  test('is in the order it happened, latest first', () => {
    const run = {
      ...{ openedAt: at(0), closedAt: null, pauses: [{ from: at(20), until: null, reason: 'mưa' }] },
      ...{ observations: [seen], stages: [{ stage: 1, startedAt: at(10), endedAt: null, items: [] }] },
    } as unknown as Parameters<typeof logOf>[0]; // as much as the log looks at
    expect(logOf(run).map(({ kind }) => kind)).toEqual(['paused', 'stage', 'seen', 'opened']);
  });

  test('the clock stands still while the run rests', () => {
    const run = { openedAt: at(0), closedAt: null, pauses: [{ from: at(20), until: null, reason: 'mưa' }] };
    expect(playedMinutes(run, now(50))).toBe(20);
    expect(playedMinutes({ ...run, openedAt: null }, now(50))).toBeNull();
  });
});
