import { describe, expect, test } from '@jest/globals';
import { blockerCode, blockersOf, exercise } from '../../../domain/exercise/index.ts';
import { at, given, member, type Step, step } from '../../support/domain.ts';
import { CITY, cityThrough, DB, done, EARLY, POL, pass, plannedCity, SA, SB } from '../exercise/season.ts';

const FRAME = member('tam-ky.FRAME');
const later = at('2026-10-07');
const hold = (rehearsal: string, step: string) => ({
  type: 'HoldRehearsal',
  rehearsal,
  step,
  date: '2026-10-06',
  attended: 96,
  expected: 100,
});
const raise = (issue: string, rehearsal: string) => ({
  type: 'RaiseIssue',
  issue,
  rehearsal,
  text: 'Báo cáo giữa các bộ phận còn chậm',
  owner: 'tam-ky.POL',
  due: '2026-10-20',
});
const close = (issue: string) => ({ type: 'CloseIssue', issue, evidence: 'đã luyện lại' });
const confirm = (issue: string) => ({ type: 'ConfirmIssue', issue });
const carry = (issue: string, into: string) => ({ type: 'CarryIssue', issue, into, reason: 'kiểm tra lại sau' });
const practice = [step(DB, EARLY, hold('LT1', 'practice')), step(DB, EARLY, raise('V1', 'LT1'))];
const city = (...steps: Step[]) => given(exercise, CITY, [...plannedCity, ...practice, ...steps]);

describe('a rehearsal', () => {
  test('is recorded once it was held, with how many came', () => {
    given(exercise, CITY, plannedCity)
      .when(FRAME, EARLY, hold('LT1', 'practice'))
      .thenExactly({
        type: 'RehearsalHeld',
        rehearsal: { id: 'LT1', step: 'practice', date: '2026-10-06', attended: 96, expected: 100 },
      });
    city().when(POL, EARLY, hold('LT2', 'practice')).thenRefused('not-your-body');
    city()
      .when(DB, EARLY, { ...hold('LT2', 'practice'), date: '2026-10-08' })
      .thenRefused('rehearsal-ahead');
    city().when(DB, EARLY, hold('LT2', 'party')).thenInvalid();
  });
});

describe('an issue', () => {
  test('is closed by its owner with proof, confirmed by another body', () => {
    city().when(POL, later, close('V1')).thenExactly({ type: 'IssueClosed', issue: 'V1', evidence: 'đã luyện lại' });
    city()
      .when(SA, later, close('V1'))
      .thenRefused('not-your-body', { allowed: ['tam-ky.POL'] });
    const closed = city(step(POL, later, close('V1')));
    closed.when(DB, later, confirm('V1')).thenExactly({ type: 'IssueConfirmed', issue: 'V1' });
    closed.when(POL, later, confirm('V1')).thenRefused('own-issue', { issue: 'V1' });
    closed.when(member('tam-ky.DB', POL.person), later, confirm('V1')).thenRefused('own-issue');
    city().when(DB, later, confirm('V1')).thenRefused('issue-status', { issueStatus: 'open' });
  });

  test('is returned with a reason and closed again', () => {
    const returned = city(
      step(POL, later, close('V1')),
      step(SA, later, { type: 'ReturnIssue', issue: 'V1', reason: 'chưa đủ' }),
    );
    expect(returned.state.issues).toMatchObject([
      { status: 'open', closed: null, returned: { times: 1, reason: 'chưa đủ' } },
    ]);
    returned.when(POL, later, close('V1')).thenExactly({ ...close('V1'), type: 'IssueClosed' });
  });

  test('keeps the gate of its rehearsal shut until it is confirmed', () => {
    const at5 = given(exercise, CITY, [
      ...cityThrough('G4'),
      ...practice,
      ...['C26', 'C27', 'C28', 'C29', 'C30', 'C31'].flatMap((code) => done(code)),
    ]);
    expect(blockersOf(at5.state, 'G5').map(blockerCode)).toEqual(['issue:V1']);
    expect(blockersOf(at5.state, 'G5')).toMatchObject([{ kind: 'issue', holder: 'tam-ky.POL', due: '2026-10-20' }]);
    at5.when(SB, later, pass('G5')).thenRefused('gate-blocked', { gate: 'G5', blockers: ['issue:V1'] });
    const settled = given(exercise, CITY, [
      ...cityThrough('G4'),
      ...practice,
      ...['C26', 'C27', 'C28', 'C29', 'C30', 'C31'].flatMap((code) => done(code)),
      step(POL, later, close('V1')),
      step(DB, later, confirm('V1')),
    ]);
    settled.when(SB, later, pass('G5')).thenExactly({ type: 'GatePassed', gate: 'G5', paper: null, override: null });
  });

  test('carried into the final rehearsal it lets G5 pass and keeps G6 shut', () => {
    const carried = city(step(DB, later, carry('V1', 'trialRun')), step(SA, later, carry('V1', 'finalRehearsal')));
    const codes = (gate: 'G5' | 'G6') =>
      blockersOf(carried.state, gate)
        .filter(({ kind }) => kind === 'issue')
        .map(blockerCode);
    expect([codes('G5'), codes('G6')]).toEqual([[], ['issue:V1']]);
    expect(carried.state.issues[0]?.carried.map(({ from, into }) => `${from}→${into}`)).toEqual([
      'practice→trialRun',
      'trialRun→finalRehearsal',
    ]);
    carried.when(SA, later, carry('V1', 'finalRehearsal')).thenRefused('issue-carried-back');
    city(step(DB, later, carry('V1', 'trialRun')))
      .when(DB, later, carry('V1', 'practice'))
      .thenRefused('issue-carried-back', { step: 'trialRun', into: 'practice' });
    city().when(POL, later, carry('V1', 'trialRun')).thenRefused('own-issue');
  });

  test('raised after its gate was passed, it keeps the next gate shut', () => {
    const past = [...cityThrough('G5'), ...practice];
    const issues = (steps: readonly Step[], gate: 'G5' | 'G6' | 'G7') =>
      blockersOf(given(exercise, CITY, steps).state, gate)
        .filter(({ kind }) => kind === 'issue')
        .map(blockerCode);
    expect([issues(past, 'G5'), issues(past, 'G6'), issues(past, 'G7')]).toEqual([[], ['issue:V1'], ['issue:V1']]);
    const settled = [...past, step(POL, later, close('V1')), step(DB, later, confirm('V1'))];
    expect(issues(settled, 'G6')).toEqual([]);
  });

  test('that a gate was passed over by override does not shut the next one again', () => {
    const override = { override: { reason: 'đã luyện bù', basis: '15/TB-BCĐ' } };
    const past = [
      ...cityThrough('G4'),
      ...practice,
      ...['C26', 'C27', 'C28', 'C29', 'C30', 'C31'].flatMap((code) => done(code)),
      step(SB, later, pass('G5', override)),
      step(DB, later, raise('V2', 'LT1')),
    ];
    const codes = blockersOf(given(exercise, CITY, past).state, 'G6').map(blockerCode);
    expect(codes.filter((code) => code.startsWith('issue:'))).toEqual(['issue:V2']);
  });

  test('what is confirmed is neither carried nor returned', () => {
    const confirmed = city(step(POL, later, close('V1')), step(DB, later, confirm('V1')));
    confirmed.when(SA, later, carry('V1', 'trialRun')).thenRefused('issue-status', { issueStatus: 'confirmed' });
    confirmed.when(SA, later, { type: 'ReturnIssue', issue: 'V1', reason: 'x' }).thenRefused('issue-status');
  });
});
