/** What is refused when the organisation is entered, and what no organisation takes. */
import { describe, expect, test } from '@jest/globals';
import { organisation } from '../../../domain/organisation/index.ts';
import { Rejection } from '../../../domain/rejection.ts';
import { ORGANISATION, StreamId } from '../../../domain/streams.ts';
import { type Command, given } from '../../support/domain.ts';
import { ENTER, entered, NOW, place, QUANG_NAM } from './country.ts';
import { chief } from './world.ts';

const keepersOf = (...units: readonly string[]) =>
  units.flatMap((id) => ['SA', 'MPC', 'PC'].map((code) => `${id}.${code}`));

describe('refused at the entrance:', () => {
  const enter = (more: object, by = QUANG_NAM) =>
    given(organisation, ORGANISATION, []).when(by, NOW, { ...ENTER, ...more });
  const post = { body: 'tam-ky.OB', post: 'deputy', title: 'x' };
  const holder = { body: 'tam-ky.OB', person: 'p' };

  test.each<[what: string, more: object, code: Parameters<ReturnType<typeof enter>['thenRefused']>[0], params: object]>(
    [
      [
        'a unit twice',
        { units: [place('x', { level: 'province', bodies: ['SA'] }), place('x')] },
        'unit-exists',
        { unit: 'x' },
      ],
      [
        'a body twice',
        { bodies: [{ body: 'tam-ky.HEA' }, { body: 'tam-ky.HEA' }] },
        'body-exists',
        { body: 'tam-ky.HEA' },
      ],
      ['a post twice', { posts: [post, post] }, 'post-exists', { post: 'deputy', body: 'tam-ky.OB' }],
      ['another head post', { posts: [{ ...post, post: 'head' }] }, 'post-exists', { post: 'head', body: 'tam-ky.OB' }],
      [
        'two holders',
        { holders: [holder, { ...holder, person: 'q', from: '2024-01-01' }] },
        'post-held',
        { post: 'head', body: 'tam-ky.OB', person: 'q', since: '2024-01-01' },
      ],
      [
        'two holders without a day',
        { holders: [holder, { ...holder, person: 'q' }] },
        'post-held',
        { person: 'q', since: [] },
      ],
      ['a body of no unit', { bodies: [{ body: 'hoi-an.SA' }] }, 'unit-unknown', { unit: 'hoi-an' }],
      [
        'a body before its unit',
        { bodies: [{ body: 'tam-ky.HEA', validFrom: '2019-12-31' }] },
        'outside-validity',
        { from: '2019-12-31', to: [], within: 'tam-ky', since: '2020-01-01', last: [] },
      ],
      [
        'a post before its body',
        { posts: [{ ...post, validFrom: '2019-12-31' }], holders: [] },
        'outside-validity',
        { from: '2019-12-31', within: 'tam-ky.OB' },
      ],
      [
        'a district in two tiers',
        { orgModel: 'twoTier' },
        'level-not-in-model',
        { unit: 'tam-ky', unitLevel: 'district', model: 'twoTier' },
      ],
    ],
  )('%s', (_, more, code, params) => enter({ posts: [], holders: [], ...more }).thenRefused(code, params as never));

  test('who keeps none of its localities; the first three are named', () => {
    enter({}, chief('hue.PC')).thenRefused('not-your-body', {
      body: 'hue.PC',
      allowed: keepersOf('quang-nam', 'da-nang', 'tam-ky'),
    });
    enter({}, chief('thang-binh.POL')).thenRefused('not-your-body', { body: 'thang-binh.POL' });
    for (const by of ['hoa-tien.MPC', 'thang-binh.PC', 'quang-nam.SA'])
      enter({}, chief(by)).thenExactly(
        expect.objectContaining({ type: 'OrganisationEstablished' }) as unknown as Command,
      );
  });

  test('a command that no organisation has', () => {
    const meta = { stream: StreamId.parse(ORGANISATION), commandId: 'c', at: NOW, by: QUANG_NAM };
    expect(() => organisation.decide({ type: 'Abolish' } as never, entered().state, meta, {} as never)).toThrow(
      new Rejection('command-unknown', { type: 'Abolish' }),
    );
    expect(() => organisation.decide({ type: 'ObserveTime', due: NOW }, entered().state, meta, {} as never)).toThrow(
      'system-only',
    );
  });
});
