import { describe, expect, test } from '@jest/globals';
import { blockedBy, exercise, waitsOnMe } from '../../../domain/exercise/index.ts';
import { at, given, member, type Step, step } from '../../support/domain.ts';
import {
  CITY,
  cityThrough,
  done,
  EARLY,
  evidence,
  FIN,
  MPC,
  POL,
  plannedCity,
  reviewingCity,
  SA,
  SB,
  SB_MEMBER,
  submit,
  verify,
} from '../exercise/season.ts';

const city = (...steps: Step[]) => given(exercise, CITY, [...plannedCity, ...steps]);
const later = at('2026-10-07');
const accept = { type: 'AcceptTask', task: 'C01' };
const handOver = (person: string, more: object = {}) => ({ type: 'HandOverTask', task: 'C01', person, ...more });
const comment = (text: string, task = 'C01') => ({ type: 'CommentTask', task, text });
const revise = (task: string, number = '02/KH') => ({
  type: 'ReviseEvidence',
  task,
  evidence: evidence(number),
  reason: 'ban hành lại',
});

describe('taking a task on', () => {
  test('its owner accepts it, even before its turn, once', () => {
    city().when(SA, EARLY, accept).thenExactly({ type: 'TaskAccepted', task: 'C01' });
    city()
      .when(SA, EARLY, { ...accept, task: 'C02' })
      .thenExactly({ type: 'TaskAccepted', task: 'C02' });
    const taken = city(step(SA, EARLY, accept));
    expect(taken.state.tasks.C01).toMatchObject({ status: 'open', accepted: SA });
    taken.when(SA, EARLY, accept).thenRefused('task-accepted', { person: SA.person });
    city()
      .when(POL, EARLY, accept)
      .thenRefused('not-your-body', { allowed: ['tam-ky.SA'] });
  });

  test('who starts or proves it without accepting has accepted it', () => {
    expect(city(step(SA, EARLY, { type: 'StartTask', task: 'C01' })).state.tasks.C01?.accepted).toEqual(SA);
    expect(city(step(SA, EARLY, submit('C01'))).state.tasks.C01?.accepted).toEqual(SA);
  });

  test('it is assigned to a person, and another body starts anew', () => {
    const named = step(SA, EARLY, { type: 'AssignTask', task: 'C17', owner: 'tam-ky.POL', person: 'ca-01' });
    expect(city(named).state.tasks.C17).toMatchObject({ owner: 'tam-ky.POL', person: 'ca-01' });
    const moved = city(
      named,
      step(POL, EARLY, { ...accept, task: 'C17' }),
      step(SA, later, { type: 'AssignTask', task: 'C17', owner: 'tam-ky.OB' }),
    );
    expect(moved.state.tasks.C17).toMatchObject({ person: null, accepted: null, since: later });
  });

  test('within the body it goes from one person to another, who accepts anew', () => {
    const first = step(SA, EARLY, accept);
    city(first)
      .when(member('tam-ky.SA', 'tb-02'), later, handOver('tb-03', { reason: 'đi công tác' }))
      .thenExactly({ type: 'TaskHandedOver', task: 'C01', from: null, person: 'tb-03', reason: 'đi công tác' });
    const held = city(first, step(SA, later, handOver('tb-03')));
    expect(held.state.tasks.C01).toMatchObject({ person: 'tb-03', accepted: null });
    held.when(SA, later, handOver('tb-03')).thenExactly();
    held.when(POL, later, handOver('tb-04')).thenRefused('not-your-body');
    city(step(SA, EARLY, submit('C01')))
      .when(SA, later, handOver('tb-04'))
      .thenRefused('task-status', { status: 'submitted', action: 'handOver' });
    expect(city(first, step(SA, later, handOver(SA.person))).state.tasks.C01?.accepted).toEqual(SA);
  });
});

describe('remarks on a task', () => {
  test('owner, verifiers and standing agency comment; others do not', () => {
    for (const by of [POL, SA, SB_MEMBER])
      city()
        .when(by, EARLY, comment('đã nhận', 'C17'))
        .thenExactly({ type: 'TaskCommented', task: 'C17', text: 'đã nhận' });
    city().when(FIN, EARLY, comment('đã nhận', 'C17')).thenRefused('not-your-body');
    expect(city(step(POL, EARLY, comment('a', 'C17'))).state.tasks.C17?.comments).toBe(1);
    city().when(SA, EARLY, comment(' ')).thenInvalid();
  });

  test('nothing is written on a task of which only a reference may be kept', () => {
    city().when(SA, EARLY, comment('nội dung', 'C20')).thenRefused('reference-only', { task: 'C20' });
  });
});

describe('revising what was handed in', () => {
  const handedIn = step(SA, EARLY, submit('C01'));

  test('before it is verified the new proof takes the place of the old, which stays on record', () => {
    city(handedIn)
      .when(SA, later, revise('C01'))
      .thenExactly({
        type: 'EvidenceRevised',
        task: 'C01',
        evidence: evidence('02/KH'),
        reason: 'ban hành lại',
        voided: false,
      });
    const { C01 } = city(handedIn, step(SA, later, revise('C01'))).state.tasks;
    expect(C01).toMatchObject({ status: 'submitted', submission: { evidence: { number: '02/KH' } } });
    expect(C01?.submissions.map(({ number, outcome, reason }) => [number, outcome, reason])).toEqual([
      ['01/KH', 'revised', 'ban hành lại'],
      ['02/KH', 'waiting', null],
    ]);
  });

  test('after it is verified the verification falls and what waits for it waits again', () => {
    const file = city(...done('C01'), step(SA, later, revise('C01')));
    expect(file.state.tasks.C01).toMatchObject({ status: 'submitted', verifiedAt: null, since: later });
    expect(file.state.tasks.C02?.status).toBe('waiting');
    file.when(SA, later, submit('C02')).thenRefused('task-waiting', { waitsOn: ['C01'] });
    const again = city(...done('C01'), step(SA, later, revise('C01')), step(SB_MEMBER, later, verify('C01')));
    expect(again.state.tasks.C02?.status).toBe('open');
    expect(again.state.tasks.C01?.submissions.map(({ outcome }) => outcome)).toEqual(['voided', 'verified']);
  });

  test('work that was begun on the strength of it goes on', () => {
    const begun = city(
      ...done('C01'),
      step(SA, EARLY, { type: 'StartTask', task: 'C02' }),
      step(SA, later, revise('C01')),
    );
    expect(begun.state.tasks.C02?.status).toBe('started');
    begun.when(SA, later, submit('C02')).thenRefused('task-waiting');
  });

  test('only its owner revises, what was handed in, and not behind a gate that was passed', () => {
    city(handedIn).when(SB, later, revise('C01')).thenRefused('not-your-body');
    city().when(SA, later, revise('C01')).thenRefused('task-status', { status: 'open', action: 'revise' });
    given(exercise, CITY, cityThrough('G0'))
      .when(SA, later, revise('C01'))
      .thenRefused('gate-passed-evidence', { task: 'C01', gate: 'G0' });
    const reopened = given(exercise, CITY, [
      ...cityThrough('G0'),
      step(SB, later, { type: 'ReopenGate', gate: 'G0', reason: 'văn bản ban hành lại' }),
    ]);
    expect(reopened.state.tasks.C01?.status).toBe('verified');
    reopened.when(SA, later, revise('C01')).thenExactly({ ...revise('C01'), type: 'EvidenceRevised', voided: true });
  });

  test('a secret proof is revised by reference only', () => {
    const file = given(exercise, CITY, [...cityThrough('G2'), ...done('C10')]);
    file
      .when(SB_MEMBER, later, { ...revise('C10'), evidence: { ...evidence(), note: 'nội dung' } })
      .thenRefused('reference-only', { task: 'C10' });
  });

  test('nothing is handed in once the file is closed', () => {
    const closed = given(exercise, CITY, [
      ...cityThrough('G8'),
      ...done('C40', at('2027-05-20')),
      step(SB, at('2027-05-20'), { type: 'PassGate', gate: 'G9' }),
    ]);
    expect(closed.state.phase).toBe('closed');
    closed.when(FIN, at('2027-05-21'), revise('C40')).thenRefused('exercise-not-active', { phase: 'closed' });
    closed.when(FIN, at('2027-05-21'), submit('C40')).thenRefused('exercise-not-active', { phase: 'closed' });
  });
});

describe('who waits for whom', () => {
  test('a task says which open tasks keep it, who holds them, and since when', () => {
    const { state } = city(step(SA, later, submit('C01')));
    const C02 = state.tasks.C02;
    if (!C02) throw new Error('the template has C02');
    expect(blockedBy(state, C02).map(({ task, holder, since }) => [task.code, holder, since])).toEqual([
      ['C01', 'tam-ky.SB', later],
    ]);
  });

  test('what lies with a body keeps others waiting, to be done or to be verified', () => {
    const codes = (steps: Step[], body: string) =>
      waitsOnMe(city(...steps).state, member(body).body).map(({ task, mine }) => `${task.code}:${mine.join(',')}`);
    expect(codes([], 'tam-ky.MPC')).toEqual(['C04:C03']);
    expect(codes([step(SA, later, submit('C01'))], 'tam-ky.SB')).toContain('C02:C01');
    expect(codes(done('C01'), 'tam-ky.SB')).not.toContain('C02:C01');
    expect(waitsOnMe(given(exercise, CITY, reviewingCity).state, MPC.body)).toEqual([]);
  });
});

describe('a request for more time', () => {
  const ask = (task: string) => ({ type: 'RequestExtension', task, until: '2027-02-01', reason: 'chờ cấp trên' });
  const grant = (task: string) => ({ type: 'DecideExtension', task, granted: true, reason: 'được' });
  const own = given(exercise, CITY, [...cityThrough('G1'), step(SB_MEMBER, EARLY, ask('C07'))]);

  test('the steering board does not grant what it asked for itself; those above it decide', () => {
    own.when(SB, later, grant('C07')).thenRefused('own-extension', { task: 'C07', body: 'tam-ky.SB' });
    own.when(SA, later, grant('C07')).thenRefused('not-your-body', { allowed: ['tam-ky.SC', 'tam-ky.MPC'] });
    own.when(MPC, later, grant('C07')).thenExactly({
      type: 'ExtensionGranted',
      task: 'C07',
      from: '2027-01-06',
      until: '2027-02-01',
      days: 18,
      reason: 'được',
    });
  });

  test('a person who asked does not decide for another body either', () => {
    const same = member('tam-ky.SB', SA.person);
    city(step(SA, EARLY, ask('C01')))
      .when(same, later, grant('C01'))
      .thenRefused('own-extension', { task: 'C01' });
  });

  test('may be withdrawn by the owner while it is undecided', () => {
    const withdraw = { type: 'WithdrawExtension', task: 'C01', reason: 'đã đủ' };
    const asked = city(step(SA, EARLY, ask('C01')));
    asked.when(SA, later, withdraw).thenExactly({ type: 'ExtensionWithdrawn', task: 'C01', reason: 'đã đủ' });
    asked.when(SB, later, withdraw).thenRefused('not-your-body');
    const gone = city(step(SA, EARLY, ask('C01')), step(SA, later, withdraw));
    expect(gone.state.tasks.C01).toMatchObject({ extension: null, due: '2026-12-04' });
    gone.when(SA, later, withdraw).thenRefused('extension-none');
  });
});
