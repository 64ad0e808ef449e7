import { describe, expect, test } from '@jest/globals';
import { fold } from '../../../domain/decider.ts';
import { exercise } from '../../../domain/exercise/index.ts';
import { SYSTEM } from '../../../domain/people.ts';
import { followUpsOf } from '../../../domain/registry.ts';
import { NO_ROLL_OUT, problemOf, rollOut } from '../../../domain/rollout/index.ts';
import { exerciseIdOf } from '../../../domain/rollout/names.ts';
import { StreamId } from '../../../domain/streams.ts';
import { dayOf } from '../../../domain/time.ts';
import { at, given, head, member, send, step } from '../../support/domain.ts';
import {
  approved,
  COMMUNES,
  cells,
  move,
  NOW,
  now,
  PLAN,
  propose,
  proposed,
  rules,
  SA,
  SB,
  standing,
  submitted,
} from './support.ts';

const asked = COMMUNES.map((commune) => ({
  exercise: `${commune}-2026-2030`,
  commune,
  superior: 'tam-ky',
  isPilot: commune === 'an-son',
}));
const approvalOf = (revision: number, exercises: readonly object[]) => ({
  type: 'RollOutApproved',
  ...{ revision, paper: null, theme: 'Xã chiến đấu trong khu vực phòng thủ', exercises },
});

describe('a roll-out plan', () => {
  test('is drawn up by the standing agency or the military party committee, nobody else', () => {
    const none = standing();
    none.when(member('tam-ky.POL'), NOW, propose()).thenRefused('not-your-body');
    none.when(member('da-nang.SA'), NOW, propose()).thenRefused('not-your-body');
    const { type: _, reason: __, ...content } = propose() as Record<string, unknown>;
    none
      .when(member('tam-ky.MPC'), NOW, propose())
      .thenExactly({ type: 'RollOutProposed', revision: 1, ...content, solve: null, moves: null, reason: null });
  });

  test('keeps what people move by hand, fixed, and loses the proof that was for another plan', () => {
    const solve = { job: '0197a3a4-5b6c-7d8e-9f00-112233445566', solver: 'HiGHS 1.15.3', model: 1, status: 'optimal' };
    const { state, when } = standing(now(propose({ solve: { ...solve, objective: 4, bound: 4, gap: 0 } })));
    expect(state.solve?.gap).toBe(0);
    const change = {
      from: { year: 2030, month: 4, fixed: false },
      to: { commune: 'tan-thanh', year: 2029, month: 4, fixed: true },
    };
    when(SA, NOW, move('tan-thanh', 2029)).thenExactly({
      type: 'RollOutRevised',
      changes: [change],
      reason: 'trùng đại hội',
    });
    const moved = standing(now(propose()), now(move('tan-thanh', 2029))).state;
    expect(moved.solve).toBeNull();
    expect(problemOf(moved, dayOf(NOW))?.fixed).toEqual([{ commune: 'tan-thanh', year: 2029, month: 4 }]);
  });

  test('moved to where it stands, says nothing', () => {
    standing(...proposed)
      .when(SA, NOW, { type: 'ReviseRollOut', cells, reason: 'x' })
      .thenExactly();
  });

  test('is submitted only when it keeps its rules, or those it breaks are soft', () => {
    const flooded = move('tan-thanh', 2030, { month: 10 });
    standing(...proposed, now(flooded))
      .when(SA, NOW, { type: 'SubmitRollOut' })
      .thenRefused('roll-out-breaks-rules', { count: 1, rollOutRules: ['windows'] });
    standing(now(propose({ rules: { ...rules, soft: ['windows'] } })), now(flooded))
      .when(SA, NOW, { type: 'SubmitRollOut' })
      .thenExactly({ type: 'RollOutSubmitted', revision: 1 });
    standing(now(propose({ cells: cells.slice(1) })))
      .when(SA, NOW, { type: 'SubmitRollOut' })
      .thenRefused('roll-out-breaks-rules', { count: 2, rollOutRules: ['missing', 'floor'] });
  });

  test('is returned with a reason, changed and submitted again', () => {
    const returned = now({ type: 'ReturnRollOut', reason: 'năm 2028 quá dồn' }, SB);
    const { state } = standing(...submitted, returned);
    expect(state).toMatchObject({ phase: 'returned', returnedFor: 'năm 2028 quá dồn', revision: 1 });
    const again = standing(
      ...submitted,
      returned,
      now(move('tan-thanh', 2030, { month: 5 })),
      now({ type: 'SubmitRollOut' }),
    );
    expect(again.state).toMatchObject({ phase: 'submitted', returnedFor: null });
  });

  test('is approved by a head of the authority, who is not the person that submitted it', () => {
    const { when } = standing(...submitted);
    when(member('tam-ky.SB'), NOW, { type: 'ApproveRollOut' }).thenRefused('head-only');
    when(head('da-nang.SB'), NOW, { type: 'ApproveRollOut' }).thenRefused('not-your-body');
    when(SB, NOW, { type: 'ApproveRollOut' }).thenExactly(approvalOf(1, asked));
  });

  test('approved, asks for one draft of an exercise for each commune, by an id that follows from commune and term', () => {
    const before = standing(...submitted).state;
    const { facts } = send(PLAN, before, step(SB, NOW, { type: 'ApproveRollOut' }));
    const followUps = followUpsOf(StreamId.parse(PLAN), before, facts);
    expect(followUps.map(({ stream }) => stream)).toEqual(COMMUNES.map((id) => `exercise/${id}-2026-2030`));
    for (const { stream, command } of followUps) {
      const { state } = given(exercise, stream, [step(SYSTEM, NOW, command as { type: string })]);
      expect(state).toMatchObject({ phase: 'draft', superiorUnit: 'tam-ky', type: 'communeCombatExercise' });
    }
    expect(new Set(followUps.map(({ commandId }) => commandId)).size).toBe(5);
  });

  test('approved in the middle of its term, asks for no file of a month that is over', () => {
    const late = at('2027-04-30');
    const { when } = standing(...submitted);
    when(SB, late, { type: 'ApproveRollOut' }).thenExactly(approvalOf(1, asked.slice(2)));
  });

  test('changed while in force, needs a reason, counts its moves, and asks only for files that are not there', () => {
    const later = cells.map((cell) => (cell.commune === 'tan-thanh' ? { ...cell, year: 2029 } : cell));
    const change = propose({ cells: later, reason: 'lùi một năm', rules: { ...rules, soft: ['floor', 'ceiling'] } });
    const past = [...approved, now(change), now({ type: 'SubmitRollOut' })];
    const { state, when } = standing(...past);
    expect(state).toMatchObject({ revision: 2, phase: 'submitted', inForce: { revision: 1 } });
    when(SB, NOW, { type: 'ApproveRollOut' }).thenExactly(
      { type: 'RollOutSuperseded', revision: 1, successor: 2 },
      approvalOf(2, []),
    );
    const done = standing(...past, now({ type: 'ApproveRollOut' }, SB)).state;
    expect(done.inForce?.placings.find(({ commune }) => commune === 'tan-thanh')?.year).toBe(2029);
  });

  test('bad input is refused and leaves the state as it was', () => {
    const { when, state } = standing();
    when(SA, NOW, propose({ communes: [] })).thenInvalid();
    when(SA, NOW, propose({ cells: [{ commune: 'an-son', year: 2026, month: 13, fixed: false }] })).thenInvalid();
    when(SA, NOW, propose({ rules: { ...rules, floorPercent: 101 } })).thenInvalid();
    when(SA, NOW, propose({ rules: { ...rules, teamsPerMonth: -1 } })).thenInvalid();
    when(SA, NOW, propose({ firstYear: 2030, lastYear: 2026 })).thenRefused('roll-out-term');
    expect(state).toEqual(NO_ROLL_OUT);
  });

  test('folded from its events is what it was', () => {
    const { state } = standing(...approved);
    expect(fold(rollOut, [], state)).toEqual(state);
    expect(state.asked.size).toBe(5);
  });
});

test('two long names that begin alike have files of their own, never longer than an id may be', () => {
  const long = (end: string) => exerciseIdOf(`${'xa-rat-dai-'.repeat(5)}${end}` as never, 2026, 2030);
  expect(long('mot')).not.toBe(long('hai'));
  expect(long('mot').length).toBeLessThanOrEqual(60);
  expect(long('mot')).toBe(long('mot'));
});
