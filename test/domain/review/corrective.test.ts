/** Corrective actions: planned, done, checked by another body, reminded of. */
import { describe, expect, test } from '@jest/globals';
import { SYSTEM } from '../../../domain/people.ts';
import { type ReviewState, review } from '../../../domain/review/index.ts';
import { openActions } from '../../../domain/review/state.ts';
import { at, head, knowing, member, send } from '../../support/domain.ts';
import {
  by,
  CMC,
  carry,
  checked,
  completed,
  DB,
  file,
  finished,
  found,
  limit,
  NEXT,
  NOW,
  paper,
  plan,
  planned,
  retest,
  SB,
  STREAM,
  waive,
} from './case.ts';

describe('a corrective action', () => {
  test('that was checked is not at its end: the review goes on until a later exercise has retested it', () => {
    const { state } = file(...checked);
    expect([state.actions.A1?.status, state.phase]).toEqual(['verified', 'finished']);
    expect(openActions(state)).toHaveLength(1);
    const passed = file(...checked, retest(true)).state;
    expect([passed.actions.A1?.status, passed.phase]).toEqual(['closed', 'closed']);
    expect(passed.actions.A1?.retests).toEqual([
      { exercise: 'tan-thanh-2031', passed: true, at: at('2031-04-20'), note: 'giao lệnh trong một giờ' },
    ]);
  });

  test('that fails its retest is open again, and needs a new deadline or is carried on', () => {
    const failed = file(...checked, retest(false));
    expect(failed.state.actions.A1).toMatchObject({ status: 'open', due: '2027-06-30' });
    failed
      .when(SB, at('2031-04-21'), { type: 'MoveActionDue', action: 'A1', due: '2031-06-30', reason: 'làm lại' })
      .thenExactly({ type: 'ActionMoved', action: 'A1', from: '2027-06-30', due: '2031-06-30', reason: 'làm lại' });
    failed
      .when(DB, at('2031-04-21'), { ...carry, into: 'tan-thanh-2035' }, knowing('exercise/tan-thanh-2035'))
      .thenExactly({
        type: 'ActionCarried',
        action: 'A1',
        into: 'tan-thanh-2035',
        text: 'Phúc tra lại địa chỉ',
        reason: 'chờ kinh phí',
      });
  });

  test('ends without a retest only by a paper that the head of the steering board signs', () => {
    const { when } = file(...checked);
    when(SB, NOW, waive).thenExactly({ type: 'ActionWaived', action: 'A1', reason: 'đơn vị đã giải thể', paper });
    when(member('tam-ky.SB'), NOW, waive).thenRefused('head-only');
    when(head('tam-ky.DB'), NOW, waive).thenRefused('not-your-body');
    when(SB, NOW, { ...waive, paper: undefined }).thenInvalid();
    when(SB, NOW, { ...waive, paper: { ...paper, date: '2027-04-24' } }).thenRefused('paper-from-the-future');
    const waived = file(...checked, by(SB, waive));
    expect(waived.state).toMatchObject({ phase: 'closed', actions: { A1: { status: 'waived', waiver: { paper } } } });
    waived.when(SB, NOW, waive).thenRefused('review-phase', { phase: 'closed' });
    file(found, by(DB, { ...plan, owner: 'tam-ky.SB' }))
      .when(SB, NOW, waive)
      .thenRefused('own-work', { task: 'A1', body: 'tam-ky.SB' });
  });

  test('that was reported complete may be returned with a reason, by anyone but its owner', () => {
    const back = { type: 'ReturnAction', action: 'A1', reason: 'thiếu số liệu' };
    const { when } = file(found, planned, completed);
    when(CMC, NOW, back).thenExactly({ type: 'ActionReturned', action: 'A1', reason: 'thiếu số liệu' });
    when(member('tan-thanh.COM', 'x'), NOW, back).thenRefused('own-work');
    const { state } = file(found, planned, completed, by(CMC, back), completed, by(CMC, back));
    expect(state.actions.A1).toMatchObject({
      status: 'open',
      due: '2027-06-30',
      returned: { times: 2, reason: 'thiếu số liệu' },
    });
    file(found, planned).when(CMC, NOW, back).thenRefused('action-status', { status: 'open', what: 'ReturnAction' });
  });

  test('keeps its first deadline when the head of the steering board moves it', () => {
    const move = { type: 'MoveActionDue', action: 'A1', due: '2027-09-30', reason: 'chờ số liệu' };
    const { when } = file(found, planned);
    when(member('tam-ky.SB'), NOW, move).thenRefused('head-only');
    when(SB, NOW, { ...move, due: '2027-04-23' }).thenRefused('due-passed', { today: '2027-04-23' });
    expect(file(found, planned, by(SB, move)).state.actions.A1).toMatchObject({
      due: '2027-09-30',
      firstDue: '2027-06-30',
    });
  });

  test('of events of old ends when it is verified: they did not ask for a retest', () => {
    const { needsRetest: _, ...old } = { ...plan, type: 'ActionPlanned', needsRetest: true };
    const given = file(found).state;
    const folded = review.evolve(given, { ...old, at: NOW, by: DB, version: 3 } as never);
    expect(folded.actions.A1).toMatchObject({ needsRetest: false, status: 'open' });
  });
});

describe('one action among several', () => {
  const second = [by(DB, { ...limit, finding: 'F2' }), by(DB, { ...plan, action: 'A2', finding: 'F2' })];

  test('ends alone: it is neither waived nor carried a second time, and a late retest is only put on record', () => {
    const { state, when } = file(...finished.slice(0, 2), ...second, ...finished.slice(2), by(SB, waive));
    expect([state.phase, state.actions.A1?.status, state.actions.A2?.status]).toEqual(['finished', 'waived', 'open']);
    when(SB, NOW, waive).thenRefused('action-status', { action: 'A1', status: 'waived', what: 'WaiveAction' });
    when(DB, NOW, carry, knowing(NEXT)).thenRefused('action-status', { status: 'waived', what: 'CarryAction' });
    const after = send(STREAM, state, retest(false)).state as ReviewState; // a review's own
    expect(after.actions.A1).toMatchObject({ status: 'waived', retests: [{ passed: false }] });
    expect(after.actions.A2?.retests).toEqual([]);
  });

  test('answers the limit it names, not another', () => {
    const strength = by(DB, { ...limit, finding: 'F2', kind: 'strength' });
    const { when } = file(found, strength);
    when(DB, NOW, { ...plan, finding: 'F2' }).thenRefused('finding-not-limit', { finding: 'F2' });
    file(strength, found)
      .when(DB, NOW, plan)
      .thenExactly({ ...plan, type: 'ActionPlanned', needsRetest: true });
  });

  test('stands as it was planned, nothing done yet', () => {
    expect(file(found, by(DB, { ...plan, element: 'equipment' })).state.actions.A1).toMatchObject({
      element: 'equipment',
      status: 'open',
      plannedAt: NOW,
      completedBy: null,
      completedAt: null,
      evidence: null,
      returned: null,
      waiver: null,
      carriedInto: null,
      carriedTo: [],
    });
    expect(file(found, planned).state.actions.A1?.element).toBeNull();
  });
});

describe('reminders of corrective actions', () => {
  const observe = (when: string, hour = 8) => by(SYSTEM, { type: 'ObserveTime', due: at(when, hour) }, at(when, hour));
  const told = (rung: string, audience: string, to: string, post: string, daysLeft: number, rungAt: string) => ({
    type: audience === 'owner' ? 'ActionReminded' : 'ActionEscalated',
    action: 'A1',
    rung,
    audience,
    to,
    post,
    deadline: '2027-06-30',
    daysLeft,
    rungAt,
    lateMinutes: 0,
  });

  test('climb the ladder of the exercise: the owner before, its head and the board after the deadline', () => {
    const { state, when } = file(...finished);
    expect(review.nextDue(state, knowing())).toBe(at('2027-06-21', 8));
    when(SYSTEM, at('2027-06-21', 8), observe('2027-06-21').command).thenExactly(
      told('before7', 'owner', 'tan-thanh.COM', 'member', 7, at('2027-06-21', 8)),
    );
    const late = file(...finished, observe('2027-06-21'), observe('2027-06-25'), observe('2027-06-29'));
    late
      .when(SYSTEM, at('2027-07-01', 8), observe('2027-07-01').command)
      .thenExactly(
        told('overdue', 'owner', 'tan-thanh.COM', 'member', -1, at('2027-07-01', 8)),
        told('head', 'head', 'tan-thanh.COM', 'head', -1, at('2027-07-01', 8)),
      );
  });

  test('go to whoever checks it once it is reported complete, and stop when it is checked', () => {
    const reported = file(...finished, completed);
    reported
      .when(SYSTEM, at('2027-06-21', 8), observe('2027-06-21').command)
      .thenExactly(told('before7', 'owner', 'tam-ky.SA', 'member', 7, at('2027-06-21', 8)));
    expect(review.nextDue(file(...checked).state, knowing())).toBeNull();
    file(...checked)
      .when(SYSTEM, at('2027-06-21', 8), observe('2027-06-21').command)
      .thenExactly();
  });

  test('after an outage each rung sounds once and says how late it is', () => {
    file(...finished)
      .when(SYSTEM, at('2027-06-21', 10), observe('2027-06-21', 10).command)
      .thenExactly({
        ...told('before7', 'owner', 'tan-thanh.COM', 'member', 7, at('2027-06-21', 8)),
        lateMinutes: 120,
      });
  });
});
