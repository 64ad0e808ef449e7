import { describe, expect, test } from '@jest/globals';
import { parseOffset } from '../../../domain/calendar/index.ts';
import { exercise } from '../../../domain/exercise/index.ts';
import { SYSTEM } from '../../../domain/people.ts';
import { followUpsOf } from '../../../domain/registry.ts';
import { StreamId } from '../../../domain/streams.ts';
import { at, given, type Step, send, step } from '../../support/domain.ts';
import {
  CITY,
  CMC,
  COM,
  COMMUNE,
  communeThrough,
  draftedCommune,
  EARLY,
  plannedCity,
  plannedCommune,
} from '../exercise/season.ts';
import { dropTask } from './support.ts';

const later = at('2026-10-07');
const suggestion = {
  titleVi: 'Gọi thử quân nhân dự bị',
  titleEn: 'Trial call-up',
  owner: 'CMC',
  after: ['X15'],
  gate: 'G5',
  offset: parseOffset('T-10'),
};
const lessons = [
  { finding: 'F1', text: 'gọi chậm', suggestion },
  { finding: 'F2', text: 'thiếu loa', suggestion: 'Kiểm tra loa truyền thanh trước một tuần' },
  { finding: 'F3', text: 'khác' },
];
const receive = { type: 'ReceiveProposal', proposal: 'an-son-2027-9', from: 'an-son-2027', lessons };
const received = step(SYSTEM, EARLY, receive);
const decide = (accepted: boolean, more: object = {}) => ({
  type: 'DecideProposal',
  proposal: 'an-son-2027-9',
  accepted,
  reason: 'phù hợp',
  ...more,
});
const commune = (...steps: Step[]) => given(exercise, COMMUNE, [...plannedCommune, received, ...steps]);

describe('what a pilot learned', () => {
  test('goes from the city to every other commune, once each', () => {
    const attached = ['an-son-2027', 'tan-thanh-2027', 'phuoc-hoa-2027'].map((child) =>
      step(SYSTEM, EARLY, { type: 'AttachCommune', exercise: child }),
    );
    const { state } = given(exercise, CITY, [...plannedCity, ...attached]);
    const spread = { type: 'SpreadLessons', from: 'an-son-2027', lessons };
    const { facts } = send(CITY, state, step(SYSTEM, later, spread));
    expect(facts).toMatchObject([{ type: 'LessonsSpread', from: 'an-son-2027' }]);
    const proposal = `an-son-2027-${state.version + 1}`;
    expect(followUpsOf(StreamId.parse(CITY), state, facts).map(({ stream, command }) => [stream, command])).toEqual(
      ['tan-thanh-2027', 'phuoc-hoa-2027'].map((child) => [
        `exercise/${child}`,
        { type: 'ReceiveProposal', proposal, from: 'an-son-2027', lessons },
      ]),
    );
  });

  test('goes to a commune too that opens its file only afterwards', () => {
    const spread = { type: 'SpreadLessons', from: 'an-son-2027', lessons };
    const before = [...plannedCity, step(SYSTEM, later, spread)];
    const { state } = given(exercise, CITY, before);
    const toldTo = (child: string) => {
      const { facts } = send(CITY, state, step(SYSTEM, later, { type: 'AttachCommune', exercise: child }));
      return followUpsOf(StreamId.parse(CITY), state, facts).map(({ stream, command }) => [stream, command]);
    };
    const proposal = `an-son-2027-${state.version}`;
    expect(toldTo('phuoc-hoa-2027')).toEqual([
      ['exercise/phuoc-hoa-2027', { type: 'ReceiveProposal', proposal, from: 'an-son-2027', lessons }],
    ]);
    expect(toldTo('an-son-2027')).toEqual([]);
  });

  test('comes once, for the standing agency to decide; a commune that is under way takes note', () => {
    const before = given(exercise, COMMUNE, plannedCommune);
    before.when(SYSTEM, EARLY, receive).thenExactly({
      type: 'ProposalReceived',
      proposal: 'an-son-2027-9',
      from: 'an-son-2027',
      lessons,
      toDecide: true,
    });
    commune().when(SYSTEM, later, receive).thenExactly();
    expect(given(exercise, COMMUNE, [...draftedCommune, received]).state.proposals).toMatchObject([{ status: 'open' }]);
    const running = given(exercise, COMMUNE, [...communeThrough('G7'), step(SYSTEM, at('2027-04-23'), receive)]);
    expect(running.state.proposals).toMatchObject([{ status: 'noted' }]);
    given(exercise, COMMUNE, []).when(SYSTEM, EARLY, receive).thenExactly();
    before.when(CMC, EARLY, receive).thenInvalid();
  });

  test('accepted, it adds its tasks under the next free code', () => {
    const accepted = commune(step(CMC, later, decide(true)));
    expect(accepted.state.tasks.X25).toMatchObject({
      titleVi: 'Gọi thử quân nhân dự bị',
      owner: 'tan-thanh.CMC',
      after: ['X15'],
      due: '2027-03-30',
      status: 'waiting',
      origin: 'added',
    });
    expect(accepted.state.proposals).toMatchObject([{ status: 'accepted', tasks: ['X25'], reason: 'phù hợp' }]);
    accepted.when(CMC, later, decide(true)).thenRefused('proposal-decided', { proposalStatus: 'accepted' });
  });

  test('words become a task when owner, gate and day are given; others are left out', () => {
    const tasks = [
      { finding: 'F1', leaveOut: true },
      { finding: 'F2', owner: 'CUL', gate: 'G5', offset: parseOffset('T-9'), code: 'X40' },
    ];
    const { state } = commune(step(CMC, later, decide(true, { tasks })));
    expect(state.tasks.X25).toBeUndefined();
    expect(state.tasks.X40).toMatchObject({
      titleVi: 'Kiểm tra loa truyền thanh trước một tuần',
      owner: 'tan-thanh.CUL',
      after: [],
      status: 'open',
    });
    commune()
      .when(CMC, later, decide(true, { tasks: [{ finding: 'F2', gate: 'G5' }] }))
      .thenRefused('proposal-incomplete', { finding: 'F2' });
  });

  test('what this commune does without is not waited for, and no circle or late day comes in', () => {
    const { state } = commune(step(CMC, later, dropTask('X15')), step(CMC, later, decide(true)));
    expect(state.tasks.X25).toMatchObject({ after: [], status: 'open' });
    commune()
      .when(CMC, later, decide(true, { tasks: [{ finding: 'F1', gate: 'G3' }] }))
      .thenRefused('predecessor-in-later-gate', { predecessor: 'X15', later: 'G4' });
    commune().when(CMC, at('2027-04-01'), decide(true)).thenRefused('due-passed', { due: '2027-03-30' });
  });

  test('refused, it stays on record; only the standing agency decides', () => {
    const refused = commune(step(CMC, later, decide(false)));
    expect(refused.state.proposals).toMatchObject([{ status: 'refused', reason: 'phù hợp', tasks: [] }]);
    expect(Object.keys(refused.state.tasks)).toHaveLength(24);
    commune().when(COM, later, decide(true)).thenRefused('not-your-body');
    commune()
      .when(CMC, later, decide(true, { proposal: 'x-1' }))
      .thenRefused('proposal-unknown');
  });
});
