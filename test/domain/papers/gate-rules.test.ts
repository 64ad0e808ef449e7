import { describe, expect, test } from '@jest/globals';
import { exercise } from '../../../domain/exercise/index.ts';
import type { GateCode } from '../../../domain/template/index.ts';
import { at, type Command, given, head, type Step, step } from '../../support/domain.ts';
import {
  CITY,
  cityThrough,
  done,
  EARLY,
  paper,
  pass,
  plannedCity,
  reviewingCity,
  runningCity,
  SA,
  SB,
  SB_MEMBER,
  submit,
} from '../exercise/season.ts';

const reason = 'ký sẵn sàng cần hai người';
const rule = (gate: GateCode, twoPersons = true): Command => ({ type: 'SetGateRule', gate, twoPersons, reason });
const reopen = (gate: GateCode): Command => ({ type: 'ReopenGate', gate, reason: 'thông qua nhầm' });
const DELEGATE = { ...SB, person: 'sb-delegate' } as typeof SB;
const SC = head('tam-ky.SC');
const MPC = head('tam-ky.MPC');
const POL_HEAD = head('tam-ky.POL');
const approvedGate = (gate: GateCode, override: object | null = null) => ({
  type: 'GateApproved',
  gate,
  paper: null,
  override,
});
const passed = (gate: GateCode) => ({ type: 'GatePassed', gate, paper: null, override: null });
/** G2 clear, with the rule of two persons. */
const clear: readonly Step[] = [...cityThrough('G2').slice(0, -1), step(SB, EARLY, rule('G2'))];
const file = (...more: Step[]) => given(exercise, CITY, [...clear, ...more]);

describe('a gate that two persons pass', () => {
  test('is approved by the first and passed by the second', () => {
    file().when(SB, EARLY, pass('G2')).thenExactly(approvedGate('G2'));
    const approved = file(step(SB, EARLY, pass('G2')));
    expect(approved.state.gates[2]).toMatchObject({ passed: null, approvals: [{ at: EARLY, by: SB }] });
    for (const second of [DELEGATE, SC, MPC]) approved.when(second, EARLY, pass('G2')).thenExactly(passed('G2'));
    const { state } = file(step(SB, EARLY, pass('G2')), step(SC, EARLY, pass('G2')));
    expect(state.gates[2]?.passed?.by).toEqual(SC);
    expect(state.gates[2]?.approvals.map(({ by }) => by.person)).toEqual([SB.person, SC.person]);
  });

  test('is not passed by the same person twice, in whatever post', () => {
    const approved = file(step(SB, EARLY, pass('G2')));
    approved
      .when(SB, EARLY, pass('G2'))
      .thenRefused('second-person-needed', { gate: 'G2', allowed: ['tam-ky.SB', 'tam-ky.SC', 'tam-ky.MPC'] });
    const same = { ...SC, person: SB.person } as typeof SC;
    approved.when(same, EARLY, pass('G2')).thenRefused('second-person-needed', { gate: 'G2' });
  });

  test('the first could pass it alone, the second heads a board or committee', () => {
    file().when(SC, EARLY, pass('G2')).thenRefused('not-your-body', { body: 'tam-ky.SC' });
    const approved = file(step(SB, EARLY, pass('G2')));
    approved.when(POL_HEAD, EARLY, pass('G2')).thenRefused('not-your-body', { body: 'tam-ky.POL' });
    approved.when(SB_MEMBER, EARLY, pass('G2')).thenRefused('head-only');
  });

  test('stays shut for both while something blocks it; an override is given by both', () => {
    const override = { override: { reason: 'gấp', basis: '15/CV' } };
    const blocked = given(exercise, CITY, [...plannedCity, step(SB, EARLY, rule('G0'))]);
    blocked.when(SB, EARLY, pass('G0')).thenRefused('gate-blocked', { gate: 'G0', blockers: ['C01', 'C02'] });
    blocked
      .when(SB, EARLY, pass('G0', override))
      .thenExactly(approvedGate('G0', { reason: 'gấp', basis: '15/CV', blockers: ['C01', 'C02'] }));
    const approved = [...plannedCity, step(SB, EARLY, rule('G0')), step(SB, EARLY, pass('G0', override))];
    given(exercise, CITY, approved).when(SC, EARLY, pass('G0')).thenRefused('gate-blocked');
    given(exercise, CITY, approved)
      .when(SC, EARLY, pass('G0', { ...override, paper: paper() }))
      .thenExactly({
        ...passed('G0'),
        paper: paper(),
        override: { ...override.override, blockers: ['C01', 'C02'] },
      });
  });

  test('one approval does not open the way to the next gate', () => {
    file(step(SB, EARLY, pass('G2')), ...['C10', 'C11', 'C12', 'C13', 'C14'].flatMap((code) => done(code)))
      .when(SB, EARLY, pass('G3'))
      .thenRefused('gate-blocked', { gate: 'G3', blockers: ['G2'] });
  });

  test('its approvals fall with a paper that it stands on', () => {
    const revoke = { type: 'RevokePaper', slot: 'resolution', paper: paper('9/QĐ', '2026-10-06'), reason: 'x' };
    const through = [
      ...clear,
      step(SB, EARLY, pass('G2')),
      step(SC, EARLY, pass('G2')),
      step(SA, at('2026-10-07'), revoke),
    ];
    expect(given(exercise, CITY, through).state.gates[2]).toMatchObject({
      passed: null,
      approvals: [],
      twoPersons: true,
    });
  });
});

describe('the rule of a gate', () => {
  test('is set by the head of the steering board, with a reason, before the gate is passed', () => {
    const city = given(exercise, CITY, cityThrough('G0'));
    city.when(SB, EARLY, rule('G6')).thenExactly({ type: 'GateRuleSet', gate: 'G6', twoPersons: true, reason });
    city.when(SB, EARLY, rule('G0')).thenRefused('gate-passed', { gate: 'G0' });
    city.when(SB_MEMBER, EARLY, rule('G6')).thenRefused('head-only', { allowed: ['tam-ky.SB'] });
    city.when(SC, EARLY, rule('G6')).thenRefused('not-your-body', { body: 'tam-ky.SC' });
    city.when(SB, EARLY, { ...rule('G6'), reason: ' ' }).thenInvalid();
  });

  test('says nothing when it says nothing new', () => {
    given(exercise, CITY, plannedCity).when(SB, EARLY, rule('G6', false)).thenExactly();
    file().when(SB, EARLY, rule('G2')).thenExactly();
  });

  test('taken back before anyone approved, one person passes the gate', () => {
    file(step(SB, EARLY, rule('G2', false)))
      .when(SB, EARLY, pass('G2'))
      .thenExactly(passed('G2'));
    expect(file(step(SB, EARLY, rule('G2', false)), step(SB, EARLY, pass('G2'))).state.gates[2]?.approvals).toEqual([]);
  });
});

describe('two persons stay two', () => {
  test('who has approved does not lift the rule to pass the gate alone', () => {
    file(step(SB, EARLY, pass('G2')))
      .when(SB, EARLY, rule('G2', false))
      .thenRefused('gate-approved', { gate: 'G2' });
    file(step(SB, EARLY, pass('G2')))
      .when(DELEGATE, EARLY, rule('G2', false))
      .thenRefused('gate-approved', { gate: 'G2' });
  });

  test('the first approval keeps its paper and the override it gave', () => {
    const override = { reason: 'gấp', basis: '15/CV' };
    const approval = pass('G0', { paper: paper(), override });
    const before = [...plannedCity, step(SB, EARLY, rule('G0'))];
    given(exercise, CITY, before)
      .when(SB, EARLY, approval)
      .thenExactly({
        ...approvedGate('G0', { ...override, blockers: ['C01', 'C02'] }),
        paper: paper(),
      });
    const { state } = given(exercise, CITY, [...before, step(SB, EARLY, approval)]);
    expect(state.gates[0]?.approvals).toEqual([
      { at: EARLY, by: SB, paper: paper(), override: { ...override, blockers: ['C01', 'C02'] } },
    ]);
    const through = given(exercise, CITY, [
      ...before,
      step(SB, EARLY, approval),
      step(SC, EARLY, pass('G0', { override })),
    ]);
    expect(through.state.gates[0]?.passed?.paper).toEqual(paper());
  });

  test('an approval of old, without paper and override, still stands', () => {
    const old = { type: 'GateApproved', gate: 'G2', at: EARLY, by: SB, version: 900 } as const;
    const { state } = given(exercise, CITY, [...clear, old]);
    expect(state.gates[2]?.approvals).toEqual([{ at: EARLY, by: SB, paper: null, override: null }]);
  });
});

describe('an override', () => {
  const override = { override: { reason: 'gấp', basis: '15/CV' } };

  test("is the steering board head's alone, also where a party committee may pass the gate", () => {
    for (const by of [SC, MPC])
      given(exercise, CITY, plannedCity)
        .when(by, EARLY, pass('G0', override))
        .thenRefused('not-your-body', { body: by.body, allowed: ['tam-ky.SB'] });
    const clearG0 = [...plannedCity, ...done('C01'), ...done('C02')];
    given(exercise, CITY, clearG0).when(SC, EARLY, pass('G0', override)).thenExactly(passed('G0'));
  });

  test('of the second person joins that of the steering board, it does not replace it', () => {
    const revise = { ...submit('C09'), type: 'ReviseEvidence', reason: 'sai số' };
    const approvedClear = file(step(SB, EARLY, pass('G2')), step(SB_MEMBER, EARLY, revise));
    approvedClear.when(SC, EARLY, pass('G2', override)).thenRefused('not-your-body', { allowed: ['tam-ky.SB'] });
    approvedClear
      .when(DELEGATE, EARLY, pass('G2', override))
      .thenExactly({ ...passed('G2'), override: { ...override.override, blockers: ['C09'] } });
  });
});

describe('reopening a gate', () => {
  test('corrects the gate passed last; the file goes back to its phase', () => {
    given(exercise, CITY, cityThrough('G6'))
      .when(SB, EARLY, reopen('G6'))
      .thenExactly({
        type: 'GateReopened',
        gate: 'G6',
        reason: 'thông qua nhầm',
        phase: { from: 'ready', to: 'preparing' },
      });
    const { state } = given(exercise, CITY, [...cityThrough('G6'), step(SB, EARLY, reopen('G6'))]);
    expect([state.phase, state.gates[6]?.passed, state.gates[5]?.passed === null]).toEqual(['preparing', null, false]);
    const first = given(exercise, CITY, [...cityThrough('G0'), step(SB, EARLY, reopen('G0'))]);
    expect(first.state.phase).toBe('planned');
    first.when(SB, EARLY, pass('G0')).thenExactly(passed('G0'));
  });

  test('is refused for an earlier gate, one that was not passed, and to all but the head of the steering board', () => {
    const city = given(exercise, CITY, cityThrough('G3'));
    city.when(SB, EARLY, reopen('G2')).thenRefused('gate-not-last', { gate: 'G2', last: 'G3' });
    city.when(SB, EARLY, reopen('G4')).thenRefused('gate-not-passed', { gate: 'G4' });
    city.when(SB_MEMBER, EARLY, reopen('G3')).thenRefused('head-only');
    city.when(MPC, EARLY, reopen('G3')).thenRefused('not-your-body');
  });

  test('is too late once the run has been opened', () => {
    for (const [past, phase] of [
      [runningCity, 'running'],
      [reviewingCity, 'reviewing'],
    ] as const)
      given(exercise, CITY, past).when(SB, at('2027-04-23'), reopen('G6')).thenRefused('run-opened', { phase });
  });
});
