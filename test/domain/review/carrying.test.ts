/** An action carried into a later exercise, and what comes back from there. */
import { describe, expect, test } from '@jest/globals';
import { SYSTEM } from '../../../domain/people.ts';
import { type ReviewState, review } from '../../../domain/review/index.ts';
import { at, given, knowing, send } from '../../support/domain.ts';
import {
  by,
  COM,
  carry,
  checked,
  complete,
  completed,
  DB,
  file,
  followUps,
  found,
  NEXT,
  NOW,
  opened,
  plan,
  planned,
  retest,
  SB,
  STREAM,
  waive,
} from './case.ts';

const carriedOn = by(SYSTEM, { type: 'NoteCarried', action: 'A1', into: 'tan-thanh-2031' });

describe('an action that is carried', () => {
  test('into the file of a later exercise goes there with owner and measure, whatever its state', () => {
    for (const past of [[found, planned], [found, planned, completed], checked]) {
      const { state } = file(...past);
      expect(followUps(state, by(DB, carry), knowing(NEXT))).toEqual([
        {
          stream: NEXT,
          command: {
            type: 'ReceiveFinding',
            finding: {
              fromReview: 'tan-thanh-2027',
              action: 'A1',
              text: 'Phúc tra lại địa chỉ',
              measure: 'giao lệnh 100% trong hai giờ',
              owner: 'tan-thanh.COM',
              needsRetest: true,
            },
          },
        },
      ]);
    }
  });

  test('may still be completed and checked by its owner before it is retested', () => {
    const world = knowing(NEXT);
    const state = file(found, planned).state;
    const carried = send(STREAM, state, by(DB, carry), world).state as ReviewState; // a review's own
    expect(carried.actions.A1).toMatchObject({ status: 'carried', carriedTo: ['tan-thanh-2031'] });
    expect(review.nextDue(carried, knowing())).toBeNull();
    expect(
      review.decide(
        complete as never,
        carried,
        { stream: 'review/x' as never, commandId: 'c', at: NOW, by: COM },
        world,
      ),
    ).toEqual([{ type: 'ActionCompleted', action: 'A1', evidence: 'biên bản 05' }]);
  });

  test('is not carried twice, and is open again once the board sets it another deadline', () => {
    const carried = file(found, planned, carriedOn);
    carried
      .when(DB, NOW, carry, knowing(NEXT))
      .thenRefused('already-carried', { action: 'A1', into: 'tan-thanh-2031' });
    const onward = given(review, STREAM, [opened, found, planned, by(DB, carry)], knowing(NEXT));
    onward
      .when(DB, NOW, { ...carry, into: 'tan-thanh-2035' }, knowing('exercise/tan-thanh-2035'))
      .thenRefused('action-status', { action: 'A1', status: 'carried', what: 'CarryAction' });
    const move = by(SB, { type: 'MoveActionDue', action: 'A1', due: '2027-09-30', reason: 'có kinh phí' });
    const again = send(STREAM, onward.state, move).state as ReviewState; // a review's own
    expect(again.actions.A1).toMatchObject({ status: 'open', due: '2027-09-30', carriedInto: 'tan-thanh-2031' });
    expect(review.nextDue(again, knowing())).toBe(at('2027-09-21', 8));
  });

  test('keeps what was reported of it where a retest is asked for; else it has ended here', () => {
    for (const [needsRetest, status] of [
      [true, 'completed'],
      [false, 'carried'],
    ] as const) {
      const past = [opened, found, by(DB, { ...plan, needsRetest }), completed, by(DB, carry)];
      const { state } = given(review, STREAM, past, knowing(NEXT));
      expect(state.actions.A1).toMatchObject({ status, carriedInto: 'tan-thanh-2031' });
    }
  });

  test('is not carried into an exercise that is over', () => {
    const over = (phase: string) => knowing([NEXT, { ...review.initial, phase } as never]);
    for (const phase of ['closed', 'cancelled'])
      file(found, planned)
        .when(DB, NOW, carry, over(phase))
        .thenRefused('carry-into-closed', { into: 'tan-thanh-2031', phase });
  });

  test('is known to stand in every file that took it, each once', () => {
    const { when } = file(...checked, carriedOn);
    when(SYSTEM, NOW, carriedOn.command).thenExactly();
    when(SYSTEM, NOW, { ...carriedOn.command, into: 'tan-thanh-2032' }).thenExactly({
      type: 'CarryNoted',
      action: 'A1',
      into: 'tan-thanh-2032',
    });
    when(SYSTEM, NOW, { ...carriedOn.command, action: 'A9' }).thenExactly();
  });

  test('tells the other files when it has ended, by a waiver or by a retest elsewhere', () => {
    const second = by(SYSTEM, { type: 'NoteCarried', action: 'A1', into: 'tan-thanh-2032' });
    const { state } = file(...checked, carriedOn, second);
    const ended = (into: string, how: string) => ({
      stream: `exercise/${into}`,
      command: { type: 'NoteFindingEnded', fromReview: 'tan-thanh-2027', action: 'A1', how },
    });
    expect(followUps(state, by(SB, waive))).toEqual([
      ended('tan-thanh-2031', 'waived'),
      ended('tan-thanh-2032', 'waived'),
    ]);
    expect(followUps(state, retest(true))).toEqual([ended('tan-thanh-2032', 'closed')]);
    expect(followUps(state, retest(false))).toEqual([]);
    const late = by(SYSTEM, { type: 'NoteCarried', action: 'A1', into: 'tan-thanh-2033' });
    const other = by(DB, { ...plan, action: 'A2' });
    expect(followUps(file(found, planned, other, by(SB, waive)).state, late)).toEqual([
      ended('tan-thanh-2033', 'waived'),
    ]);
    expect(followUps(file(found, planned).state, late)).toEqual([]);
  });
});
