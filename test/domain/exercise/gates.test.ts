import { describe, expect, test } from '@jest/globals';
import { blockerCode, blockersOf, exercise, nextGate } from '../../../domain/exercise/index.ts';
import { SYSTEM } from '../../../domain/people.ts';
import { CITY_TEMPLATE, GATE_CODES, type GateCode } from '../../../domain/template/index.ts';
import { at, given, head, member, type Step, step } from '../../support/domain.ts';
import {
  board,
  CITY,
  COM,
  COMMUNE,
  cityThrough,
  communeThrough,
  done,
  draftedCity,
  EARLY,
  frame,
  paper,
  pass,
  plannedCity,
  resolution,
  reviewingCity,
  runningCity,
  SA,
  SB,
  SB_MEMBER,
  submit,
} from './season.ts';

const AFTER = at('2027-04-23');
const override = { override: { reason: 'cấp trên cho phép', basis: '15/CV-QK5' } };
const codes = (past: readonly Step[], gate: GateCode, stream = CITY) =>
  blockersOf(given(exercise, stream, past).state, gate).map(blockerCode);
const tasksOf = (gate: GateCode) => CITY_TEMPLATE.tasks.filter((task) => task.gate === gate).map((task) => task.code);

describe('a gate', () => {
  test('names what blocks it and stays shut', () => {
    const city = given(exercise, CITY, plannedCity);
    city.when(SB, EARLY, pass('G0')).thenRefused('gate-blocked', { gate: 'G0', blockers: ['C01', 'C02'] });
    expect(blockersOf(city.state, 'G0')).toEqual([
      expect.objectContaining({
        kind: 'task',
        task: 'C01',
        status: 'open',
        due: '2026-12-04',
        holder: 'tam-ky.SA',
        waitsOn: [],
      }),
      expect.objectContaining({ kind: 'task', task: 'C02', status: 'waiting', holder: 'tam-ky.SA', waitsOn: ['C01'] }),
    ]);
  });

  test('is passed when nothing blocks it, with the paper that says so', () => {
    const clear = given(exercise, CITY, [...plannedCity, ...done('C01'), ...done('C02')]);
    expect(blockersOf(clear.state, 'G0')).toEqual([]);
    clear.when(SB, EARLY, pass('G0')).thenExactly({ type: 'GatePassed', gate: 'G0', paper: null, override: null });
    clear
      .when(SB, EARLY, pass('G0', { paper: paper() }))
      .thenExactly({ type: 'GatePassed', gate: 'G0', paper: paper(), override: null });
  });

  test('work handed in but not verified still blocks, and is held by the verifier', () => {
    const past = [...plannedCity, ...done('C01'), step(SA, EARLY, submit('C02'))];
    const [blocker] = blockersOf(given(exercise, CITY, past).state, 'G0');
    expect(blocker).toMatchObject({ task: 'C02', status: 'submitted', holder: 'tam-ky.SB' });
  });

  test('the way from G0 to G9 is walked in order, and the phase follows', () => {
    const phases = GATE_CODES.map((gate) => given(exercise, CITY, cityThrough(gate)).state);
    expect(phases.map((state) => state.phase).join(' ')).toBe(
      'preparing preparing preparing preparing preparing preparing ready reviewing reviewing closed',
    );
    expect(phases.map((state) => nextGate(state)?.code)).toEqual([...GATE_CODES.slice(1), undefined]);
    expect(given(exercise, COMMUNE, communeThrough('G9')).state.phase).toBe('closed');
  });

  test('is passed once', () => {
    given(exercise, CITY, cityThrough('G0')).when(SB, EARLY, pass('G0')).thenRefused('gate-passed', { gate: 'G0' });
    expect(codes(cityThrough('G0'), 'G0')).toEqual([]);
  });

  test('is unknown to a file without a checklist', () => {
    const bare = { ...given(exercise, CITY, plannedCity).state, gates: [] };
    expect(() => blockersOf(bare, 'G0')).toThrow('gate-unknown');
    given(exercise, CITY, draftedCity)
      .when(SB, EARLY, pass('G0'))
      .thenRefused('exercise-not-active', { phase: 'draft' });
    given(exercise, CITY, []).when(SB, EARLY, pass('G0')).thenRefused('exercise-unknown');
    given(exercise, CITY, plannedCity)
      .when(SB, EARLY, pass('G10' as GateCode))
      .thenInvalid();
  });
});

describe('what each gate stands on besides its tasks', () => {
  const upTo = (gate: GateCode) => [...cityThrough(gate)];

  test('G1 stands on the leadership resolution', () => {
    expect(codes([...upTo('G0'), ...done('C03'), ...done('C04')], 'G1')).toEqual(['resolution']);
    expect(codes([...upTo('G0'), step(SA, EARLY, resolution)], 'G1')).toEqual(['C03', 'C04']);
  });

  test('G2 of a city stands on four boards and the frame', () => {
    const tasks = tasksOf('G2').flatMap((code) => done(code));
    expect(codes([...upTo('G1'), ...tasks], 'G2')).toEqual(['steering', 'organising', 'directing', 'support', 'frame']);
    const some = [board('steering'), board('organising'), frame].map((command) => step(SA, EARLY, command));
    expect(codes([...upTo('G1'), ...tasks, ...some], 'G2')).toEqual(['directing', 'support']);
  });

  test('G2 of a commune stands on its organising board, support team and frame', () => {
    const tasks = [...done('X03'), ...done('X04')];
    expect(codes([...communeThrough('G1'), ...tasks], 'G2', COMMUNE)).toEqual(['organising', 'support', 'frame']);
  });

  test('G7 stands on the run and on the drill, where one is held', () => {
    const tasks = tasksOf('G7').flatMap((code) => done(code, AFTER));
    expect(codes([...runningCity, ...tasks], 'G7')).toEqual(['run', 'drill']);
    expect(codes([...reviewingCity, ...tasks], 'G7')).toEqual(['drill']);
    const noted = step(SYSTEM, AFTER, { type: 'NoteDrillResult', present: 119, ordered: 120 });
    expect(codes([...reviewingCity, ...tasks, noted], 'G7')).toEqual([]);
    expect(codes(communeThrough('G6'), 'G7', COMMUNE)).toEqual(['X21', 'X22', 'run']);
  });

  test('G8 stands on the grade of the review', () => {
    const tasks = tasksOf('G8').flatMap((code) => done(code, at('2027-05-07')));
    expect(codes([...cityThrough('G7'), ...tasks], 'G8')).toEqual(['review']);
    const [blocker] = blockersOf(given(exercise, CITY, [...cityThrough('G7'), ...tasks]).state, 'G8');
    expect(blocker).toEqual({ kind: 'review', holder: 'tam-ky.DB' });
  });
});

describe('an override', () => {
  test('records who, why, on what basis and what was open', () => {
    const city = given(exercise, CITY, plannedCity);
    const event = {
      type: 'GatePassed',
      gate: 'G0',
      paper: null,
      override: { ...override.override, blockers: ['C01', 'C02'] },
    };
    city.when(SB, EARLY, pass('G0', override)).thenExactly(event);
    const passed = given(exercise, CITY, [...plannedCity, step(SB, EARLY, pass('G0', override))]).state;
    expect(passed.gates[0]?.passed).toEqual({ at: EARLY, by: SB, paper: null, override: event.override });
    expect([passed.phase, passed.tasks.C01?.status]).toEqual(['preparing', 'open']);
  });

  test('is not recorded where nothing was open', () => {
    given(exercise, CITY, [...plannedCity, ...done('C01'), ...done('C02')])
      .when(SB, EARLY, pass('G0', override))
      .thenExactly({ type: 'GatePassed', gate: 'G0', paper: null, override: null });
  });

  test('cannot change the order of the gates', () => {
    given(exercise, CITY, plannedCity)
      .when(SB, EARLY, pass('G1', override))
      .thenRefused('gate-blocked', {
        gate: 'G1',
        blockers: ['G0', 'resolution', 'C03', 'C04'],
      });
    given(exercise, CITY, plannedCity)
      .when(SB, EARLY, pass('G3', override))
      .thenRefused('gate-blocked', {
        blockers: ['G0', 'G1', 'G2', ...tasksOf('G3')],
      });
  });

  test('cannot close what was not held', () => {
    for (const past of [cityThrough('G6'), runningCity])
      given(exercise, CITY, past)
        .when(SB, AFTER, pass('G7', override))
        .thenRefused('gate-blocked', {
          blockers: [...tasksOf('G7'), 'run', 'drill'],
        });
  });

  test('may pass over a missing drill and a missing grade', () => {
    given(exercise, CITY, reviewingCity)
      .when(SB, AFTER, pass('G7', override))
      .thenExactly({
        type: 'GatePassed',
        gate: 'G7',
        paper: null,
        override: { ...override.override, blockers: [...tasksOf('G7'), 'drill'] },
      });
    given(exercise, CITY, cityThrough('G7'))
      .when(SB, AFTER, pass('G8', override))
      .thenExactly({
        type: 'GatePassed',
        gate: 'G8',
        paper: null,
        override: { ...override.override, blockers: ['C38', 'C39', 'review'] },
      });
  });

  test('needs a reason and a basis', () => {
    const city = given(exercise, CITY, plannedCity);
    city.when(SB, EARLY, pass('G0', { override: { reason: 'vội' } })).thenInvalid();
    city.when(SB, EARLY, pass('G0', { override: { reason: ' ', basis: '15/CV' } })).thenInvalid();
  });
});

describe('who passes a gate', () => {
  const clear = given(exercise, CITY, [...plannedCity, ...done('C01'), ...done('C02')]);

  test('the head of the steering board, nobody for him', () => {
    clear
      .when(SB_MEMBER, EARLY, pass('G0'))
      .thenRefused('head-only', { allowed: ['tam-ky.SB', 'tam-ky.SC', 'tam-ky.MPC'] });
    clear.when(head('tam-ky.SA'), EARLY, pass('G0')).thenRefused('not-your-body', { body: 'tam-ky.SA' });
    clear.when(head('da-nang.SB'), EARLY, pass('G0')).thenRefused('not-your-body', { body: 'da-nang.SB' });
  });

  test('before a steering board stands, the party committees decide G0 and G1, and no later gate', () => {
    for (const body of ['tam-ky.SC', 'tam-ky.MPC']) {
      clear
        .when(head(body), EARLY, pass('G0'))
        .thenExactly({ type: 'GatePassed', gate: 'G0', paper: null, override: null });
      given(exercise, CITY, cityThrough('G1'))
        .when(head(body), EARLY, pass('G2'))
        .thenRefused('not-your-body', { allowed: ['tam-ky.SB'] });
    }
  });

  test("a commune's gates are passed by the superior's steering board", () => {
    const commune = given(exercise, COMMUNE, communeThrough('G0').slice(0, -1));
    commune.when(SB, EARLY, pass('G0')).thenExactly({ type: 'GatePassed', gate: 'G0', paper: null, override: null });
    commune.when(head('tan-thanh.COM'), EARLY, pass('G0')).thenRefused('not-your-body', { body: COM.body });
    commune.when(member('tan-thanh.SB'), EARLY, pass('G0')).thenRefused('not-your-body', { body: 'tan-thanh.SB' });
  });
});
