import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type DrillState, drill, stationStandings } from '../../../domain/drill/index.ts';
import { BodyId, SYSTEM } from '../../../domain/people.ts';
import { execute } from '../../../domain/registry.ts';
import { StreamId } from '../../../domain/streams.ts';
import { type Instant, instant, toMs } from '../../../domain/time.ts';
import { at, type Command, knowing, member, send, step } from '../../support/domain.ts';
import {
  BEFORE,
  CMC,
  checkIn,
  close,
  DAY,
  file,
  HOUR,
  issue,
  now,
  numbers,
  opened,
  prepared,
  present,
  SA,
  STREAM,
  station,
} from './field.ts';

const observe = (due: Instant): Command => ({ type: 'ObserveTime', due });
const overdue = (more: object = {}): Command => ({
  type: 'StationOverdue',
  station: 'TT-01',
  rung: 'station',
  audience: 'head',
  to: 'tan-thanh.CMC',
  post: 'head',
  deadline: '2022-08-25',
  daysLeft: 0,
  rungAt: HOUR,
  lateMinutes: 0,
  ...more,
});
const board = (more: object = {}): Command =>
  overdue({ rung: 'board', audience: 'board', to: 'tam-ky.SB', rungAt: at('2022-08-25', 11), ...more });

describe('a station', () => {
  test('is opened with its units and its hour; the command of its first unit answers for it', () => {
    file(prepared)
      .when(SA, BEFORE, station())
      .thenExactly({
        type: 'StationOpened',
        station: 'TT-01',
        units: ['tan-thanh'],
        keeper: 'tan-thanh.CMC',
        reportBy: HOUR,
      });
    const keeper = (command: Command) => {
      const { state } = file(prepared, now(command, SA, BEFORE));
      return Object.values(state.stations)[0]?.keeper;
    };
    expect(keeper(station('TK-01', ['tam-ky']))).toBe('tam-ky.SA');
    expect(keeper({ ...station(), keeper: 'an-son.CMC' })).toBe('an-son.CMC');
    file(prepared).when(CMC, BEFORE, station()).thenRefused('not-your-body', { body: 'tan-thanh.CMC' });
    file(prepared, now(station(), SA, BEFORE))
      .when(SA, BEFORE, station())
      .thenRefused('station-exists', { station: 'TT-01' });
  });

  test('reports by a check-in, by figures, or by saying that nobody has come', () => {
    const asked = [opened, now(station()), now(issue(numbers(2)))];
    const reported = (...steps: Parameters<typeof file>) =>
      file(...asked, ...steps).state.stations['TT-01']?.reportedAt;
    expect(reported()).toBeNull();
    expect(reported(now({ type: 'ReportStation', station: 'TT-01' }, CMC))).toBe(DAY);
    expect(reported(now(checkIn(present(numbers(1))), CMC))).toBe(DAY);
    const figures = { type: 'RecordCounts', unit: 'an-son', kind: 'reservist', counts: { ordered: 1 } };
    expect(reported(now({ ...figures, station: 'TT-01' }))).toBe(DAY);
    expect(reported(now({ ...figures, station: 'TT-02' }))).toBeNull();
    file(...asked)
      .when(CMC, DAY, { type: 'ReportStation', station: 'TT-02' })
      .thenRefused('station-unknown', { station: 'TT-02' });
    file(prepared, now(station(), SA, BEFORE))
      .when(CMC, BEFORE, { type: 'ReportStation', station: 'TT-01' })
      .thenRefused('drill-not-open', { fields: ['present'] });
  });

  test('shows on the board who was ordered there, who came, and when it was last heard of', () => {
    const { state } = file(
      opened,
      now(station()),
      now(station('AS-01', ['an-son'])),
      now(issue(numbers(5))),
      now(issue(['DP-1'], { spare: true })),
      now(issue(['XE-1'], { kind: 'vehicle', station: 'AS-01' })),
      now(
        checkIn([
          ...present(['QN-001', 'QN-002', 'DP-1']),
          { id: 'C-3', order: 'QN-003', status: 'excused', excuse: 'other' },
          { id: 'C-4', order: 'QN-004', status: 'unexcused' },
          { id: 'W-1', order: 'VL-1', walkIn: true },
        ]),
      ),
    );
    const [asOne, ttOne] = stationStandings(state, at('2022-08-25', 10, 30));
    expect(ttOne).toMatchObject({ station: 'TT-01', silence: 'reported', lateMinutes: 0, lastCheckIn: DAY });
    expect(ttOne?.counts[0]).toEqual({
      kind: 'reservist',
      ordered: 5,
      presentOnTime: 2,
      presentLate: 0,
      absentExcused: 1,
      absentUnexcused: 1,
      notYetReported: 1,
      spare: 1,
      walkIns: 1,
    });
    expect(asOne).toMatchObject({ station: 'AS-01', silence: 'overdue', lateMinutes: 30, lastCheckIn: null });
    expect(asOne?.counts[1]).toMatchObject({ kind: 'vehicle', ordered: 1, notYetReported: 1 });
    expect(stationStandings(state, DAY)[0]?.silence).toBe('ahead');
  });
});

describe('a silent station', () => {
  const silent = [opened, now(station())];

  test('is an alarm at its hour to the head of its keeper, and an hour later to the head of the steering board', () => {
    expect(drill.nextDue(file(...silent).state, knowing())).toBe(HOUR);
    file(...silent)
      .when(SYSTEM, HOUR, observe(HOUR))
      .thenExactly(overdue());
    const told = [...silent, step(SYSTEM, HOUR, observe(HOUR))];
    const next = at('2022-08-25', 11);
    expect(drill.nextDue(file(...told).state, knowing())).toBe(next);
    file(...told)
      .when(SYSTEM, next, observe(next))
      .thenExactly(board());
    expect(drill.nextDue(file(...told, step(SYSTEM, next, observe(next))).state, knowing())).toBeNull();
  });

  test('after an outage is told of once for each hour, with the minutes late', () => {
    file(...silent)
      .when(SYSTEM, at('2022-08-26', 10), observe(HOUR))
      .thenExactly(overdue({ lateMinutes: 24 * 60, daysLeft: -1 }), board({ lateMinutes: 23 * 60, daysLeft: -1 }));
  });

  test('no longer is one when it has reported, when the drill is closed, or before it opens', () => {
    const quiet = [
      file(...silent, now({ type: 'ReportStation', station: 'TT-01' })),
      file(...silent, now(close)),
      file(prepared, now(station(), SA, BEFORE)),
    ];
    for (const { state } of quiet) {
      expect(drill.nextDue(state, knowing())).toBeNull();
      expect(send(STREAM, state, step(SYSTEM, HOUR, observe(HOUR))).facts).toEqual([]);
    }
  });

  test('is told to the board that keeps the drill', () => {
    const SB = BodyId.parse('da-nang.SB');
    const { state } = file(step(SYSTEM, DAY, { ...opened.command, steering: SB }), now(station()));
    const { facts } = send(STREAM, state, step(SYSTEM, at('2022-08-25', 11), observe(HOUR)));
    expect(facts[1]).toMatchObject({ rung: 'board', to: SB });
  });

  test('with a new hour is waited for anew', () => {
    const moved = at('2022-08-25', 13);
    const move: Command = { type: 'MoveStationHour', station: 'TT-01', reportBy: moved, reason: 'đường ngập' };
    const told = [...silent, step(SYSTEM, HOUR, observe(HOUR))];
    file(...told)
      .when(SA, HOUR, move)
      .thenExactly({ type: 'StationHourMoved', station: 'TT-01', from: HOUR, reportBy: moved, reason: 'đường ngập' });
    expect(drill.nextDue(file(...told, now(move)).state, knowing())).toBe(moved);
    file(...told)
      .when(SA, HOUR, { ...move, reportBy: HOUR })
      .thenExactly();
    file(...told)
      .when(member('tan-thanh.CMC'), HOUR, move)
      .thenRefused('not-your-body', { body: 'tan-thanh.CMC' });
  });

  test('whatever the hours and the outages: time is never refused, and the next alarm always lies ahead', () => {
    const meta = { stream: StreamId.parse(STREAM), commandId: 'c', by: SYSTEM };
    const codes = ['A1', 'A2', 'A3', 'A4'];
    const minute = (n: number): Instant => instant(toMs(DAY) + n * 60_000);
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -2_000, max: 2_000 }), { minLength: 4, maxLength: 4 }),
        fc.array(fc.integer({ min: 0, max: 600 }), { minLength: 1, maxLength: 20 }),
        fc.subarray(codes),
        (hours, waits, reporting) => {
          let state: DrillState = file(
            opened,
            ...codes.map((code, n) => now(station(code, ['tan-thanh'], minute(hours[n] ?? 0)))),
            ...reporting.map((code) => now({ type: 'ReportStation', station: code })),
          ).state;
          const told = new Map<string, number>();
          let time = DAY;
          for (const wait of [...waits, 10_000]) {
            time = instant(toMs(time) + wait * 60_000);
            const { facts, state: next } = execute(state, observe(time), { ...meta, at: time }, knowing());
            for (const fact of facts as unknown as { station: string }[])
              told.set(fact.station, (told.get(fact.station) ?? 0) + 1);
            state = next as DrillState;
            const due = drill.nextDue(state, knowing());
            expect(due === null || due > time).toBe(true);
          }
          expect(Object.fromEntries(told)).toEqual(
            Object.fromEntries(codes.filter((code) => !reporting.includes(code)).map((code) => [code, 2])),
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});

test('silent stations are told of by their hours, whichever was opened first', () => {
  const later = at('2022-08-25', 11);
  const silent = file(
    opened,
    now(station('TT-02', ['an-son'], later)),
    now(station()),
    now(station('TT-03', ['an-son'], later)),
  );
  expect(drill.nextDue(silent.state, knowing())).toBe(HOUR);
  const moment = at('2022-08-25', 13);
  const { facts } = send(STREAM, silent.state, step(SYSTEM, moment, { type: 'ObserveTime', due: moment }));
  expect(facts).toMatchObject([
    { station: 'TT-01', rung: 'station', rungAt: HOUR },
    { station: 'TT-02', rung: 'station', rungAt: later },
    { station: 'TT-01', rung: 'board', rungAt: later },
    { station: 'TT-03', rung: 'station', rungAt: later },
    { station: 'TT-02', rung: 'board' },
    { station: 'TT-03', rung: 'board' },
  ]);
});
