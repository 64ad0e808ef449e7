/** What a decision changes of bodies and posts, and who acts for a head from when to when. */
import { describe, expect, test } from '@jest/globals';
import { requireInForce } from '../../../domain/organisation/authority.ts';
import { type OrganisationState, organisation } from '../../../domain/organisation/index.ts';
import { actsFor, nameOfBody } from '../../../domain/organisation/lookup.ts';
import { PersonRef } from '../../../domain/people.ts';
import { at, type Command, refusalOf } from '../../support/domain.ts';
import {
  addPost,
  appoint,
  body,
  bodyIn,
  day,
  decision,
  delegate,
  endBody,
  endPost,
  entered,
  headed,
  NOW,
  revoke,
  SB,
  TAM_KY,
  told,
} from './country.ts';

const DAY = day('2025-07-01');

describe('bodies, posts and who acts', () => {
  test('a body is added, with its own name from its day', () => {
    const add: Command = {
      type: 'AddBody',
      body: 'tam-ky.HEA',
      nameVi: 'Trung tâm Y tế',
      headPost: 'Giám đốc',
      validFrom: DAY,
      paper: decision(),
    };
    entered()
      .when(TAM_KY, NOW, add)
      .thenExactly({ ...add, type: 'BodyAdded' });
    const { state } = entered(told(add, TAM_KY));
    expect(bodyIn(state, 'tam-ky.HEA')).toMatchObject({
      validFrom: DAY,
      posts: [{ id: 'head', title: 'Giám đốc', isHead: true, validFrom: DAY }],
    });
    const names = (id: string) => (['vi', 'en'] as const).map((language) => nameOfBody(state, body(id), DAY, language));
    expect(names('tam-ky.HEA')).toEqual(['Trung tâm Y tế', 'Health, tam-ky commune']);
    expect(names('an-son.COM')[1]).toMatch(/, an-son commune$/);
    expect(names('hoi-an.POL')).toEqual(['Công an hoi-an', 'Police, hoi-an']);
  });

  test('a body is ended into another; decided for today it takes effect with the decision', () => {
    const later = endBody('tam-ky.OB', 'tam-ky.SA');
    entered()
      .when(TAM_KY, NOW, later)
      .thenExactly({ ...later, type: 'BodyEnded' });
    const { state } = entered(told(later, TAM_KY));
    expect(state.pending).toEqual([{ reform: 2, effective: DAY, bodies: ['tam-ky.OB'], units: [], paper: decision() }]);
    expect(organisation.nextDue(state, {} as never)).toBe(at('2025-07-01', 0));
    const now = endBody('tam-ky.OB', 'tam-ky.SA', '2025-01-06');
    entered()
      .when(TAM_KY, NOW, now)
      .thenExactly(
        { ...now, type: 'BodyEnded' },
        {
          type: 'ReformTookEffect',
          reforms: [2],
          effective: '2025-01-06',
          bodies: { 'tam-ky.OB': 'tam-ky.SA' },
          units: {},
          files: [],
          reason: '01/QĐ, Cơ quan có thẩm quyền',
          paper: decision(),
        },
      );
  });

  test('a head post ends and another takes its place on the day after', () => {
    const chairman = addPost({ isHead: true });
    const { state, when } = entered(told(endPost('2025-01-31')), told(chairman));
    when(TAM_KY, NOW, addPost({ post: 'secretary' })).thenExactly({
      ...addPost({ post: 'secretary' }),
      isHead: false,
      type: 'PostAdded',
    });
    expect(
      bodyIn(state, 'tam-ky.SB').posts.map(({ id, isHead, validFrom, validTo }) => [id, isHead, validFrom, validTo]),
    ).toEqual([
      ['head', true, '2020-01-01', '2025-01-31'],
      ['deputy', false, '2020-01-01', null],
      ['chairman', true, '2025-02-01', null],
    ]);
  });

  test('posts are held one after the other; an end moves only the holding it speaks of', () => {
    const first = appoint({ from: '2025-03-01', to: '2025-03-31' });
    const again = appoint({ from: '2025-05-01' });
    entered()
      .when(TAM_KY, NOW, first)
      .thenExactly({ ...first, type: 'HolderAppointed' });
    const { state } = entered(
      told(first),
      told(appoint({ person: 'before', to: '2025-02-28' })),
      told(appoint({ person: 'between', from: '2025-04-01', to: '2025-04-30' })),
      told(again),
      told({ type: 'EndHolding', body: 'tam-ky.SB', post: 'deputy', person: 'other', to: '2025-05-01', reason: 'x' }),
    );
    const oneDay = appoint({ from: '2025-03-01', to: '2025-03-01' });
    entered()
      .when(TAM_KY, NOW, oneDay)
      .thenExactly({ ...oneDay, type: 'HolderAppointed' });
    const held = (now: OrganisationState) =>
      bodyIn(now, 'tam-ky.SB').posts[1]?.holders.map(({ person, from, to }) => `${person} ${from} ${to}`);
    expect(held(state)).toEqual([
      'other 2025-03-01 2025-03-31',
      'before 2025-02-01 2025-02-28',
      'between 2025-04-01 2025-04-30',
      'other 2025-05-01 2025-05-01',
    ]);
    const sooner = entered(
      told(first),
      told({ type: 'EndHolding', body: 'tam-ky.SB', post: 'deputy', person: 'other', to: '2025-03-30', reason: 'x' }),
    );
    expect(held(sooner.state)).toEqual(['other 2025-03-01 2025-03-30']);
  });

  test('a delegation stands beside one of another post, of other days, or one revoked', () => {
    const beside = [
      { post: 'deputy' },
      { from: '2025-02-16', to: '2025-02-20' },
      { from: '2025-01-10', to: '2025-01-31' },
    ];
    const running = entered(told(delegate(), SB));
    for (const more of beside)
      running
        .when(SB, NOW, delegate(more))
        .thenExactly({ ...delegate(more), post: 'head', ...more, delegation: 'D2', type: 'PostDelegated' });
    entered(told(delegate(), SB), told(revoke(), SB))
      .when(SB, NOW, delegate())
      .thenExactly({ ...delegate(), post: 'head', delegation: 'D2', type: 'PostDelegated' });
  });

  test('only the delegation that is named is revoked, at its moment', () => {
    const { state } = entered(
      told(delegate(), SB),
      told(delegate({ from: '2025-02-16', to: '2025-02-20' }), SB),
      told(delegate({ person: 'aide', post: 'deputy' }), SB),
      told(revoke('D1'), SB, at('2025-02-10', 10)),
    );
    const acts = (person: string, date: string, hour: number, post = 'head') =>
      actsFor(bodyIn(state, 'tam-ky.SB'), post, PersonRef.parse(person), at(date, hour));
    expect([
      acts('deputy', '2025-02-10', 9),
      acts('deputy', '2025-02-10', 10),
      acts('deputy', '2025-02-16', 0),
    ]).toEqual([true, false, true]);
    expect([
      acts('aide', '2025-02-10', 9),
      acts('aide', '2025-02-10', 9, 'deputy'),
      acts('deputy', '2025-02-10', 9, 'deputy'),
    ]).toEqual([false, true, false]);
    expect([
      acts('aide', '2025-02-01', 0, 'deputy'),
      acts('aide', '2025-02-15', 23, 'deputy'),
      acts('aide', '2025-02-16', 0, 'deputy'),
    ]).toEqual([true, true, false]);
    expect(refusalOf(() => requireInForce(state, headed('tam-ky.SB', 'deputy'), at('2025-02-17')))).toBeUndefined();
  });

  test('a head post nobody was ever recorded in delegates; one whose holder comes later too', () => {
    const board = { body: 'tam-ky.OB' };
    entered()
      .when(headed('tam-ky.OB', 'anybody'), NOW, delegate(board))
      .thenExactly(expect.objectContaining({ type: 'PostDelegated' }) as unknown as Command);
    const later = told(appoint({ ...board, post: 'head', from: '2025-03-01' }));
    entered(later)
      .when(headed('tam-ky.OB', 'anybody'), NOW, delegate(board))
      .thenExactly(expect.objectContaining({ type: 'PostDelegated' }) as unknown as Command);
    entered(told(appoint({ ...board, post: 'head', from: '2025-01-06' })))
      .when(headed('tam-ky.OB', 'anybody'), NOW, delegate(board))
      .thenRefused('post-not-held');
  });
});
