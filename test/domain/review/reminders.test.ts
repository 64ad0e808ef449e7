/** Whom the ladder of a review tells of its corrective actions. */
import { describe, expect, test } from '@jest/globals';
import { SYSTEM } from '../../../domain/people.ts';
import { review } from '../../../domain/review/index.ts';
import { at, knowing, member, type Step } from '../../support/domain.ts';
import { by, COM, complete, DB, fileWith, found, plan, planned, SB, waive } from './case.ts';

const rung = (audience: string, days = -7) => ({ id: audience, days, audience, daily: false });
const ladder = (...rungs: object[]) => ({ hour: 8, rungs, quiet: [] });
const WEEK_BEFORE = at('2027-06-21', 8);
const observe = (when = WEEK_BEFORE) => by(SYSTEM, { type: 'ObserveTime', due: when }, when);
const ONE_EACH = ladder(...['owner', 'head', 'agency', 'board', 'superior'].map((audience) => rung(audience)));

const told = (past: readonly Step[], more: object = {}) => {
  const { state } = fileWith({ ladder: ONE_EACH, ...more }, ...past);
  const meta = { stream: 'review/tan-thanh-2027' as never, commandId: 'c', at: WEEK_BEFORE, by: SYSTEM };
  return review.decide({ type: 'ObserveTime', due: WEEK_BEFORE }, state, meta, knowing()).map((event) => {
    const { type, to, post } = event as unknown as Record<string, string>; // only rungs are told here
    return `${type} ${to} ${post}`;
  });
};

describe('a rung of the ladder', () => {
  test('tells the owner, its head, the standing agency or the head of the board', () => {
    expect(told([found, planned])).toEqual([
      'ActionReminded tan-thanh.COM member',
      'ActionEscalated tan-thanh.COM head',
      'ActionEscalated tam-ky.SA member',
      'ActionEscalated tam-ky.SB head',
      'ActionEscalated tam-ky.SB head',
    ]);
  });

  test('tells whoever checks a reported action instead: the first agency that is not its owner, else the board', () => {
    const own = by(DB, { ...plan, owner: 'tam-ky.SA' });
    const done = by(member('tam-ky.SA'), complete);
    expect(told([found, planned, by(COM, complete)]).slice(0, 2)).toEqual([
      'ActionReminded tam-ky.SA member',
      'ActionEscalated tam-ky.SA head',
    ]);
    expect(told([found, own, done])[0]).toBe('ActionReminded tan-thanh.SA member');
    const bodies = { directing: 'tam-ky.DB', steering: 'tam-ky.SB', agencies: ['tam-ky.SA'] };
    expect(told([found, own, done], { bodies })[0]).toBe('ActionReminded tam-ky.SB member');
  });

  test('tells nobody of an action that has ended', () => {
    expect(told([found, planned, by(SB, waive)])).toEqual([]);
    expect(review.nextDue(fileWith({ ladder: ONE_EACH }, found, planned, by(SB, waive)).state, knowing())).toBeNull();
  });

  test('sounds once, whether it reminded or escalated, and leaves the other actions alone', () => {
    const steps = ladder(rung('owner', -7), rung('head', -3), rung('board', -1));
    const second = by(DB, { ...plan, action: 'A2', due: '2027-09-30' });
    const { state } = fileWith({ ladder: steps }, found, planned, second, observe(), observe(at('2027-06-25', 8)));
    expect(state.actions.A1?.ladder.sounded).toEqual(['owner', 'head']);
    expect(state.actions.A2?.ladder.sounded).toEqual([]);
    expect(review.nextDue(state, knowing())).toBe(at('2027-06-29', 8));
  });
});
