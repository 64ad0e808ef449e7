/** What a graded review leaves to be done: findings, and the actions that outlive it. */
import { describe, expect, test } from '@jest/globals';
import { followUpsOf } from '../../../domain/registry.ts';
import { review } from '../../../domain/review/index.ts';
import { StreamId } from '../../../domain/streams.ts';
import { type Command, knowing, member, send, step } from '../../support/domain.ts';
import { by, CMC, complete, DB, file, finish, graded, NEXT, NOW, SB, STREAM, verify } from './case.ts';

const limit: Command = {
  type: 'RecordFinding',
  finding: 'F1',
  kind: 'limit',
  text: 'Báo cáo chậm',
  cause: 'thiếu máy',
};
const plan: Command = {
  type: 'PlanAction',
  action: 'A1',
  finding: 'F1',
  text: 'Trang bị máy',
  owner: 'tan-thanh.COM',
  due: '2027-06-30',
  measure: 'báo cáo trong 15 phút',
};
const waive: Command = {
  type: 'WaiveAction',
  action: 'A1',
  reason: 'phường đã giải thể',
  paper: { number: '21/TB-BCĐ', date: '2027-04-23', issuer: 'Ban Chỉ đạo' },
};
const carry: Command = { type: 'CarryAction', action: 'A1', into: 'tan-thanh-2031', reason: 'chưa có kinh phí' };

describe('findings and actions', () => {
  const found = by(DB, limit);
  const planned = by(DB, plan);
  const completed = step(member('tan-thanh.COM'), NOW, complete);

  test('a limit is found, and an action planned with owner, day and measure', () => {
    file()
      .when(CMC, NOW, limit)
      .thenExactly({ ...limit, type: 'FindingRecorded' });
    file()
      .when(DB, NOW, { type: 'RecordFinding', finding: 'F2', kind: 'strength', text: 'Quân số đủ' })
      .thenExactly({ type: 'FindingRecorded', finding: 'F2', kind: 'strength', text: 'Quân số đủ', cause: null });
    file(found)
      .when(CMC, NOW, plan)
      .thenExactly({ ...plan, type: 'ActionPlanned', needsRetest: true });
    expect(file(found, planned).state.actions.A1).toMatchObject({
      status: 'open',
      owner: 'tan-thanh.COM',
      due: '2027-06-30',
    });
  });

  test('numbers are used once', () => {
    file(found).when(DB, NOW, limit).thenRefused('finding-exists', { finding: 'F1' });
    file(found, planned).when(DB, NOW, plan).thenRefused('action-exists', { action: 'A1' });
  });

  test('an action answers a limit, after today', () => {
    file().when(DB, NOW, plan).thenRefused('finding-not-limit', { finding: 'F1' });
    file(by(DB, { ...limit, kind: 'strength' }))
      .when(DB, NOW, plan)
      .thenRefused('finding-not-limit', { finding: 'F1' });
    file(found)
      .when(DB, NOW, { ...plan, due: '2027-04-23' })
      .thenRefused('due-passed', { due: '2027-04-23', today: '2027-04-23' });
    file(found).when(member('tan-thanh.POL'), NOW, plan).thenRefused('not-your-body');
  });

  test('its owner reports it complete, someone else verifies it', () => {
    const at2 = file(found, planned);
    at2
      .when(member('tan-thanh.COM'), NOW, complete)
      .thenExactly({ type: 'ActionCompleted', action: 'A1', evidence: 'biên bản 05' });
    at2.when(CMC, NOW, complete).thenRefused('not-your-body', { allowed: ['tan-thanh.COM'] });
    const reported = file(found, planned, completed);
    reported
      .when(member('tan-thanh.COM', 'x'), NOW, verify)
      .thenRefused('own-work', { task: 'A1', body: 'tan-thanh.COM' });
    reported
      .when(member('tan-thanh.CMC', 'tan-thanh.com'), NOW, verify)
      .thenRefused('own-work', { task: 'A1', body: 'tan-thanh.CMC' });
    reported.when(member('tan-thanh.FIN'), NOW, verify).thenRefused('not-your-body');
    reported.when(CMC, NOW, verify).thenExactly({ type: 'ActionVerified', action: 'A1' });
  });

  test('what is not in the right state is refused', () => {
    const at2 = file(found, planned);
    at2.when(CMC, NOW, verify).thenRefused('action-status', { action: 'A1', status: 'open', what: 'VerifyAction' });
    file(found, planned, completed)
      .when(member('tan-thanh.COM'), NOW, complete)
      .thenRefused('action-status', { status: 'completed', what: 'CompleteAction' });
    file(found, planned, by(SB, waive))
      .when(CMC, NOW, carry, knowing(NEXT))
      .thenRefused('action-status', { status: 'waived', what: 'CarryAction' });
    for (const command of [complete, verify, carry])
      file().when(CMC, NOW, command).thenRefused('action-unknown', { action: 'A1' });
  });

  test('what cannot be done now is carried into a later exercise that exists', () => {
    const at2 = file(found, planned);
    at2.when(CMC, NOW, carry, knowing(NEXT)).thenExactly({
      type: 'ActionCarried',
      action: 'A1',
      into: 'tan-thanh-2031',
      text: 'Trang bị máy',
      reason: 'chưa có kinh phí',
    });
    at2.when(CMC, NOW, carry).thenRefused('parent-unknown', { id: 'tan-thanh-2031' });
    at2
      .when(CMC, NOW, { ...carry, into: 'tan-thanh-2027' }, knowing('exercise/tan-thanh-2027'))
      .thenRefused('carry-into-itself', { into: 'tan-thanh-2027' });
    at2.when(member('tan-thanh.COM'), NOW, carry, knowing(NEXT)).thenRefused('not-your-body');
    expect(review.refersTo(carry as never, at2.state)).toEqual({ streams: [NEXT] });
    const { facts } = send(STREAM, at2.state, by(CMC, carry), knowing(NEXT));
    expect(followUpsOf(StreamId.parse(STREAM), at2.state, facts)).toMatchObject([
      {
        stream: NEXT,
        command: {
          type: 'ReceiveFinding',
          finding: { fromReview: 'tan-thanh-2027', action: 'A1', text: 'Trang bị máy' },
        },
        commandId: `${STREAM}/4/0`,
      },
    ]);
  });

  test('the review is finished when graded and when every limit has an action', () => {
    file(found).when(DB, NOW, finish).thenRefused('review-phase', { phase: 'open', what: 'FinishReview' });
    file(found, ...graded)
      .when(DB, NOW, finish)
      .thenRefused('limits-without-action', { findings: ['F1'] });
    file(found, planned, ...graded)
      .when(DB, NOW, finish)
      .thenExactly({ type: 'ReviewFinished' });
    file(found, planned, ...graded)
      .when(CMC, NOW, finish)
      .thenRefused('not-your-body', { allowed: ['tam-ky.SB', 'tam-ky.DB'] });
  });

  test('it closes by itself with its last action that asks for no retest, verified or carried', () => {
    const untested = by(DB, { ...plan, needsRetest: false });
    const finished = [found, untested, ...graded, by(DB, finish)];
    expect(file(...finished).state.phase).toBe('finished');
    file(...finished)
      .when(DB, NOW, { ...limit, finding: 'F9' })
      .thenRefused('review-phase', { phase: 'finished', what: 'RecordFinding' });
    file(...finished)
      .when(DB, NOW, { ...plan, action: 'A9' })
      .thenRefused('review-phase', { phase: 'finished', what: 'PlanAction' });
    expect(file(...finished, completed).state.phase).toBe('finished');
    const closed = file(...finished, completed, by(CMC, verify)).state;
    expect([closed.phase, review.summary(closed)]).toEqual([
      'closed',
      { phase: 'closed', orgUnit: 'tan-thanh', details: '90 · excellent', closed: true },
    ]);
    const carried = send(STREAM, file(...finished).state, by(CMC, carry), knowing(NEXT)).state;
    expect(review.summary(carried as typeof closed).phase).toBe('closed');
    expect(file(...graded, by(SB, finish)).state.phase).toBe('closed');
  });
});
