/** What is refused of bodies, posts and who acts says who holds what, and since when. */
import { describe, expect, test } from '@jest/globals';
import { ownerMustBeInForce, requireInForce } from '../../../domain/organisation/authority.ts';
import type { Actor } from '../../../domain/people.ts';
import { at, member, refusalOf } from '../../support/domain.ts';
import {
  addPost,
  appoint,
  body,
  type Case,
  day,
  decision,
  delegate,
  endBody,
  endPost,
  entered,
  expectRefused,
  headed,
  QUANG_NAM,
  revoke,
  SB,
  TAM_KY,
  told,
} from './country.ts';
import { chief } from './world.ts';

const keepersOf = (...units: readonly string[]) =>
  units.flatMap((id) => ['SA', 'MPC', 'PC'].map((code) => `${id}.${code}`));
const late = decision('9', '2025-01-07');
const old = (date: string) => decision('1', date);
const holding = told(appoint({ from: '2025-03-01', to: '2025-03-31' }));

const CASES: readonly Case[] = [
  [
    'a body that is there',
    { type: 'AddBody', body: 'tam-ky.OB', validFrom: '2025-07-01', paper: decision() },
    'body-exists',
    { body: 'tam-ky.OB' },
  ],
  [
    'a body of no unit',
    { type: 'AddBody', body: 'hoi-an.OB', validFrom: '2025-07-01', paper: decision() },
    'unit-unknown',
    { unit: 'hoi-an' },
  ],
  [
    'a body by a neighbour',
    { type: 'AddBody', body: 'tam-ky.HEA', validFrom: '2025-07-01', paper: decision() },
    'not-your-body',
    { body: 'thang-binh.SA', allowed: keepersOf('tam-ky', 'quang-nam') },
    chief('thang-binh.SA'),
  ],
  [
    'a body by a late paper',
    { type: 'AddBody', body: 'tam-ky.HEA', validFrom: '2025-07-01', paper: late },
    'paper-from-the-future',
    { date: '2025-01-07', today: '2025-01-06' },
  ],
  ['the end of no body', endBody('tam-ky.HEA', 'tam-ky.SA'), 'body-unknown', { body: 'tam-ky.HEA' }],
  [
    'the end of a body by a neighbour',
    endBody('tam-ky.OB', 'tam-ky.SA'),
    'not-your-body',
    { body: 'thang-binh.SA', allowed: keepersOf('tam-ky', 'quang-nam') },
    chief('thang-binh.SA'),
  ],
  [
    'the end of a body by a late paper',
    { ...endBody('tam-ky.OB', 'tam-ky.SA'), paper: late },
    'paper-from-the-future',
    { date: '2025-01-07', today: '2025-01-06' },
  ],
  [
    'a second end of a body',
    endBody('tam-ky.OB', 'tam-ky.PC'),
    'body-ended',
    { body: 'tam-ky.OB', since: '2025-07-01', successor: 'tam-ky.SA' },
    QUANG_NAM,
    told(endBody('tam-ky.OB', 'tam-ky.SA')),
  ],
  [
    'the end of a body before it began',
    { ...endBody('tam-ky.OB', 'tam-ky.SA', '2020-01-01'), paper: old('2019-06-01') },
    'outside-validity',
    { from: '2019-12-31', to: [], within: 'tam-ky.OB', since: '2020-01-01', last: [] },
  ],
  [
    'a body into itself',
    endBody('tam-ky.OB', 'tam-ky.OB'),
    'owner-not-in-force',
    { body: 'tam-ky.OB', day: '2025-07-01', successor: [] },
  ],
  [
    'a body into one nobody knows',
    endBody('tam-ky.OB', 'tam-ky.HEA'),
    'owner-not-in-force',
    { body: 'tam-ky.HEA', day: '2025-07-01', successor: [] },
  ],
  [
    'a body into one that is to end',
    endBody('tam-ky.OB', 'tam-ky.POL', '2025-03-01'),
    'owner-not-in-force',
    { body: 'tam-ky.POL', day: '2025-03-01', successor: [] },
    QUANG_NAM,
    told(endBody('tam-ky.POL', 'tam-ky.SA')),
  ],
  [
    'a post by an id once used',
    addPost({ post: 'deputy' }),
    'post-exists',
    { post: 'Phó Trưởng ban', body: 'tam-ky.SB' },
  ],
  ['a second head', addPost({ isHead: true }), 'post-exists', { post: 'head', body: 'tam-ky.SB' }],
  [
    'a second head on the last day of the first',
    addPost({ isHead: true }),
    'post-exists',
    { post: 'head', body: 'tam-ky.SB' },
    QUANG_NAM,
    told(endPost('2025-02-01')),
  ],
  [
    'a post by a neighbour',
    addPost(),
    'not-your-body',
    { body: 'thang-binh.SA', allowed: keepersOf('tam-ky', 'quang-nam') },
    chief('thang-binh.SA'),
  ],
  [
    'a post by a late paper',
    addPost({ paper: late }),
    'paper-from-the-future',
    { date: '2025-01-07', today: '2025-01-06' },
  ],
  [
    'a post after the end of its body',
    addPost({ body: 'tam-ky.OB', validFrom: '2025-07-01' }),
    'outside-validity',
    { from: '2025-07-01', to: [], within: 'tam-ky.OB', since: '2020-01-01', last: '2025-06-30' },
    QUANG_NAM,
    told(endBody('tam-ky.OB', 'tam-ky.SA')),
  ],
  ['the end of no post', endPost('2025-02-01', 'chairman'), 'post-unknown', { post: 'chairman', body: 'tam-ky.SB' }],
  [
    'the end of a post by a late paper',
    { ...endPost('2025-02-01'), paper: late },
    'paper-from-the-future',
    { date: '2025-01-07', today: '2025-01-06' },
  ],
  [
    'the end of a post before it began',
    { ...endPost('2019-12-31'), paper: old('2019-06-01') },
    'days-order',
    { from: '2020-01-01', to: '2019-12-31' },
  ],
  ['an appointment of oneself', appoint({ person: QUANG_NAM.person }), 'to-oneself', { person: QUANG_NAM.person }],
  [
    'an appointment for days turned round',
    appoint({ to: '2025-01-31' }),
    'days-order',
    { from: '2025-02-01', to: '2025-01-31' },
  ],
  [
    'an appointment beyond its post',
    appoint({ to: '2025-03-01' }),
    'outside-validity',
    { from: '2025-02-01', to: '2025-03-01', within: 'tam-ky.SB', since: '2020-01-01', last: '2025-02-28' },
    QUANG_NAM,
    told(endPost('2025-02-28', 'deputy')),
  ],
  [
    'an appointment beyond its body',
    appoint({ body: 'tam-ky.OB', post: 'head', to: '2025-07-01' }),
    'outside-validity',
    { from: '2025-02-01', to: '2025-07-01', within: 'tam-ky.OB', since: '2020-01-01', last: '2025-06-30' },
    QUANG_NAM,
    told(endBody('tam-ky.OB', 'tam-ky.SA')),
  ],
  [
    'a second holder',
    appoint({ post: 'head' }),
    'post-held',
    { post: 'tam-ky.SB', body: 'tam-ky.SB', person: 'sb-1.tam-ky', since: '2020-01-01' },
  ],
  [
    'a holder from the last day of another',
    appoint({ from: '2025-03-31' }),
    'post-held',
    { post: 'Phó Trưởng ban', body: 'tam-ky.SB', person: 'other', since: '2025-03-01' },
    QUANG_NAM,
    holding,
  ],
  [
    'a holder to the first day of another',
    appoint({ to: '2025-03-01' }),
    'post-held',
    { post: 'Phó Trưởng ban', body: 'tam-ky.SB', person: 'other', since: '2025-03-01' },
    QUANG_NAM,
    holding,
  ],
  [
    'the end of what nobody holds',
    { type: 'EndHolding', body: 'tam-ky.SB', person: 'other', to: '2025-03-01', reason: 'x' },
    'post-not-held',
    { post: 'head', body: 'tam-ky.SB', day: '2025-03-01' },
  ],
  [
    'the end of a holding before it began',
    { type: 'EndHolding', body: 'tam-ky.SB', person: 'sb-1.tam-ky', to: '2019-12-31', reason: 'x' },
    'post-not-held',
    { post: 'head', body: 'tam-ky.SB', day: '2019-12-31' },
  ],
  [
    'an end that is no earlier than the one decided',
    { type: 'EndHolding', body: 'tam-ky.SB', post: 'deputy', person: 'other', to: '2025-03-31', reason: 'x' },
    'post-not-held',
    { post: 'deputy', body: 'tam-ky.SB', day: '2025-03-31' },
    QUANG_NAM,
    holding,
  ],
  [
    'a delegation by no head of the body',
    delegate(),
    'delegation-by-head',
    {
      body: 'tam-ky.SB',
      allowed: ['tam-ky.SB', 'quang-nam.SC', 'quang-nam.MPC', 'quang-nam.PC', 'quang-nam.SA', 'quang-nam.SB'],
    },
    TAM_KY,
  ],
  [
    'a delegation by a member',
    delegate(),
    'delegation-by-head',
    { body: 'tam-ky.SB' },
    member('tam-ky.SB', 'sb-1.tam-ky'),
  ],
  [
    'a delegation by a paper that comes after',
    delegate({ from: '2025-01-05' }),
    'paper-after-effect',
    { number: '01/QĐ', date: '2025-01-06', effective: '2025-01-05' },
    SB,
  ],
  [
    'a delegation beyond its post',
    delegate({ post: 'deputy' }),
    'outside-validity',
    { from: '2025-02-01', to: '2025-02-15', within: 'tam-ky.SB', since: '2020-01-01', last: '2025-02-10' },
    SB,
    told(endPost('2025-02-10', 'deputy')),
  ],
  [
    'a delegation over another',
    delegate({ person: 'third', from: '2025-02-15', to: '2025-02-20' }),
    'delegation-overlaps',
    { delegation: 'D1', from: '2025-02-01', to: '2025-02-15' },
    SB,
    told(delegate(), SB),
  ],
  [
    'a delegation up to another',
    delegate({ person: 'third', from: '2025-01-20', to: '2025-02-01' }),
    'delegation-overlaps',
    { delegation: 'D1', from: '2025-02-01', to: '2025-02-15' },
    SB,
    told(delegate(), SB),
  ],
  [
    'the end of no delegation',
    revoke('D2'),
    'delegation-unknown',
    { delegation: 'D2', body: 'tam-ky.SB' },
    SB,
    told(delegate(), SB),
  ],
  [
    'a second end of a delegation',
    revoke(),
    'delegation-unknown',
    { delegation: 'D1', body: 'tam-ky.SB' },
    SB,
    told(delegate(), SB),
    told(revoke(), SB),
  ],
  [
    'a delegation in a commune; the first six who may are named',
    delegate({ body: 'an-son.COM' }),
    'delegation-by-head',
    { body: 'an-son.COM', allowed: ['an-son.COM', 'tam-ky.SC', 'tam-ky.MPC', 'tam-ky.PC', 'tam-ky.SA', 'tam-ky.COM'] },
    chief('thang-binh.PC'),
  ],
];

describe('refused of bodies and posts:', () => {
  test.each(CASES.map((each) => [each[0], each] as const))('%s', (_, each) => expectRefused(each));

  test('a body at work before its first day, after its last, or that nobody knows', () => {
    const { state } = entered(told(endBody('tam-ky.OB', 'tam-ky.SA')));
    const act = (who: Actor, when: string, hour = 9) => refusalOf(() => requireInForce(state, who, at(when, hour)));
    const board = chief('tam-ky.OB');
    expect([act(board, '2020-01-01'), act(board, '2025-06-30', 23)]).toEqual([undefined, undefined]);
    expect(act(board, '2019-12-31')).toMatchObject({
      code: 'body-not-yet',
      params: { body: 'tam-ky.OB', since: '2020-01-01' },
    });
    expect(act(board, '2025-07-01', 0)).toMatchObject({
      code: 'body-ended',
      params: { body: 'tam-ky.OB', since: '2025-07-01', successor: 'tam-ky.SA' },
    });
    expect(act(chief('hoi-an.SA'), '2025-01-06')).toMatchObject({
      code: 'body-unknown',
      params: { body: 'hoi-an.SA' },
    });
    expect(refusalOf(() => ownerMustBeInForce(state, body('hoi-an.SA'), day('2025-01-06')))).toMatchObject({
      code: 'owner-not-in-force',
      params: { body: 'hoi-an.SA', day: '2025-01-06', successor: [] },
    });
  });

  test('a head whose post has ended, and somebody who acts for another post', () => {
    const { state } = entered(told(endPost('2025-03-31')), told(delegate({ post: 'deputy', person: 'aide' }), SB));
    const act = (person: string, when: string) =>
      refusalOf(() => requireInForce(state, headed('tam-ky.SB', person), at(when)));
    expect(act('sb-1.tam-ky', '2025-03-31')).toBeUndefined();
    expect(act('sb-1.tam-ky', '2025-04-01')).toMatchObject({
      code: 'post-not-held',
      params: { post: 'tam-ky.SB', body: 'tam-ky.SB', day: '2025-04-01' },
    });
    expect(act('aide', '2025-02-10')).toMatchObject({ code: 'post-not-held' });
  });
});
