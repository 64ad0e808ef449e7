/** Entering the organisation, and what is refused at the entrance. */
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { requireInForce } from '../../../domain/organisation/authority.ts';
import { organisation } from '../../../domain/organisation/index.ts';
import { bodyOn, nameOfBody, unitOn } from '../../../domain/organisation/lookup.ts';
import { BODY_CODES, BodyId, bodyId, OrgUnitId, SYSTEM } from '../../../domain/people.ts';
import { ORGANISATION } from '../../../domain/streams.ts';
import { localDate } from '../../../domain/time.ts';
import { headOf } from '../../../rehearsal/cast.ts';
import { keeperOf, organisationOf } from '../../../rehearsal/organisation.ts';
import { parsePlan } from '../../../rehearsal/plan.ts';
import { at, frozen, given, refusalOf, send, step } from '../../support/domain.ts';
import { chief, paper } from './world.ts';

const NOW = at('2025-01-06');
const unit = (id: string, more: object = {}) => ({ id, nameVi: id, nameEn: id, level: 'commune', ...more });
const CITY_UNIT = unit('tam-ky', { level: 'district', bodies: ['SA', 'SB', 'PC'] });
const establish = (more: object = {}) => ({
  type: 'EstablishOrganisation',
  orgModel: 'threeTier',
  validFrom: '2020-01-01',
  units: [CITY_UNIT, unit('an-son', { parent: 'tam-ky', bodies: ['CMC'] })],
  ...more,
});
const when = (more: object, by = chief('tam-ky.SA')) =>
  given(organisation, ORGANISATION, []).when(by, NOW, establish(more));
const entered = given(organisation, ORGANISATION, [step(chief('tam-ky.SA'), NOW, establish())]);

describe('entering the organisation', () => {
  test('units, bodies, posts and holders are entered at once', () => {
    const { state } = given(organisation, ORGANISATION, [
      step(
        chief('tam-ky.SA'),
        NOW,
        establish({
          bodies: [
            {
              body: 'tam-ky.POL',
              nameVi: 'Công an Tam Kỳ',
              nameEn: 'Tam Kỳ police',
              headPost: 'Trưởng Công an',
              validFrom: '2021-01-01',
            },
          ],
          posts: [{ body: 'tam-ky.SA', post: 'deputy', title: 'Chỉ huy phó' }],
          holders: [
            { body: 'tam-ky.SA', post: 'deputy', person: 'p2' },
            { body: 'tam-ky.SA', person: 'p1', from: '2024-01-01' },
          ],
        }),
      ),
    ]);
    const [police, agency] = ['tam-ky.POL', 'tam-ky.SA'].map((id) => BodyId.parse(id));
    expect(unitOn(state, OrgUnitId.parse('an-son'), localDate('2025-01-06'))).toMatchObject({ parent: 'tam-ky' });
    expect(nameOfBody(state, police as BodyId, localDate('2025-01-06'), 'vi')).toBe('Công an Tam Kỳ');
    expect(bodyOn(state, police as BodyId, localDate('2020-12-31'))).toBeNull();
    expect(bodyOn(state, agency as BodyId, localDate('2025-01-06'))?.posts).toEqual([
      expect.objectContaining({
        id: 'head',
        isHead: true,
        holders: [{ person: 'p1', from: '2024-01-01', to: null, paper: null }],
      }),
      expect.objectContaining({
        id: 'deputy',
        isHead: false,
        holders: [expect.objectContaining({ person: 'p2', from: '2020-01-01' })],
      }),
    ]);
  });

  test('it is entered once, by a body of a unit that it names', () => {
    entered.when(chief('tam-ky.SA'), NOW, establish()).thenRefused('organisation-exists');
    when({}, chief('da-nang.SA')).thenRefused('not-your-body');
    when({}, chief('tam-ky.POL')).thenRefused('not-your-body');
  });

  test('there is one organisation', () => {
    given(organisation, 'organisation/other', [])
      .when(chief('tam-ky.SA'), NOW, establish())
      .thenRefused('organisation-other', { id: 'organisation/other' });
  });

  test('before it is entered nothing of it can be changed', () => {
    given(organisation, ORGANISATION, [])
      .when(chief('tam-ky.SA'), NOW, {
        type: 'EndBody',
        body: 'tam-ky.SA',
        into: 'tam-ky.PC',
        effective: '2025-01-06',
        paper: paper(),
      })
      .thenRefused('organisation-unknown');
  });

  test.each([
    ['a unit twice', { units: [CITY_UNIT, CITY_UNIT] }, 'unit-exists'],
    ['a superior that is not entered', { units: [CITY_UNIT, unit('an-son', { parent: 'hoi-an' })] }, 'parent-wrong'],
    ['a superior of its own level', { units: [CITY_UNIT, unit('a'), unit('b', { parent: 'a' })] }, 'parent-wrong'],
    [
      'a superior that begins later',
      { units: [{ ...CITY_UNIT, validFrom: '2021-01-01' }, unit('a', { parent: 'tam-ky' })] },
      'parent-wrong',
    ],
    ['a district in two tiers', { orgModel: 'twoTier' }, 'level-not-in-model'],
    ['a body twice', { bodies: [{ body: 'tam-ky.POL' }, { body: 'tam-ky.POL' }] }, 'body-exists'],
    ['a body of no unit', { bodies: [{ body: 'hoi-an.POL' }] }, 'unit-unknown'],
    ['a body older than its unit', { bodies: [{ body: 'tam-ky.POL', validFrom: '2019-12-31' }] }, 'outside-validity'],
    ['a second head post', { posts: [{ body: 'tam-ky.SA', post: 'head', title: 'x' }] }, 'post-exists'],
    ['a post of no body', { posts: [{ body: 'tam-ky.POL', post: 'a', title: 'x' }] }, 'body-unknown'],
    ['a holder of no post', { holders: [{ body: 'tam-ky.SA', post: 'a', person: 'p' }] }, 'post-unknown'],
    [
      'a holder before the post',
      { holders: [{ body: 'tam-ky.SA', person: 'p', from: '2019-01-01' }] },
      'outside-validity',
    ],
    [
      'two holders',
      {
        holders: [
          { body: 'tam-ky.SA', person: 'p' },
          { body: 'tam-ky.SA', person: 'q' },
        ],
      },
      'post-held',
    ],
  ])('%s is refused', (_, more, code) => {
    const run = () => send(ORGANISATION, organisation.initial, step(chief('tam-ky.SA'), NOW, establish(more)));
    expect(refusalOf(run)).toMatchObject({ code });
  });

  test('nothing that is entered is changed by what follows', () => {
    const state = frozen(entered.state);
    const end = { type: 'EndBody', body: 'tam-ky.SB', into: 'tam-ky.SA', effective: '2025-01-06', paper: paper() };
    expect(send(ORGANISATION, state, step(chief('tam-ky.PC'), NOW, end)).facts.map(({ type }) => type)).toEqual([
      'BodyEnded',
      'ReformTookEffect',
    ]);
  });

  test('time alone changes nothing while nothing is due', () => {
    entered.when(SYSTEM, NOW, { type: 'ObserveTime', due: NOW }).thenExactly();
    expect(organisation.nextDue(entered.state, {} as never)).toBeNull();
  });
});

describe('changes that are refused', () => {
  const refused = (command: object, code: string) => {
    const run = () => send(ORGANISATION, entered.state, step(chief('tam-ky.SA'), NOW, command as never));
    expect(refusalOf(run)).toMatchObject({ code });
  };
  const effective = '2025-02-01';

  test.each([
    ['a merger of a unit into itself', { type: 'MergeUnits', from: ['an-son'], into: 'an-son' }, 'merge-itself'],
    ['a merger of an unknown unit', { type: 'MergeUnits', from: ['hoi-an'], into: 'an-son' }, 'unit-unknown'],
    [
      'a merger that leaves a body without successor',
      { type: 'MergeUnits', from: ['an-son'], into: 'tam-ky' },
      'body-without-successor',
    ],
    [
      'a successor that does not exist',
      { type: 'MergeUnits', from: ['an-son'], into: 'tam-ky', bodies: { 'an-son.CMC': 'tam-ky.POL' } },
      'owner-not-in-force',
    ],
    [
      'a body of another unit in the list',
      { type: 'MergeUnits', from: ['an-son'], into: 'tam-ky', bodies: { 'tam-ky.SA': 'tam-ky.PC' } },
      'body-unknown',
    ],
    [
      'a split whose heir is none of the parts',
      { type: 'SplitUnit', unit: 'an-son', into: [unit('a'), unit('b')], heir: 'c' },
      'unit-unknown',
    ],
    [
      'a split into a unit that exists by that id',
      { type: 'SplitUnit', unit: 'an-son', into: [unit('tam-ky'), unit('b')], heir: 'b' },
      'unit-exists',
    ],
    ['a superior of a lower level', { type: 'MoveUnit', unit: 'tam-ky', parent: 'an-son' }, 'parent-wrong'],
    ['two tiers while a district stands', { type: 'ChangeOrgModel', model: 'twoTier' }, 'districts-remain'],
    [
      'a body that takes over from itself',
      { type: 'EndBody', body: 'tam-ky.SB', into: 'tam-ky.SB' },
      'owner-not-in-force',
    ],
  ])('%s', (_, command, code) => {
    refused({ ...command, effective, paper: paper() }, code);
  });

  test('a paper of tomorrow, or one dated after the day it takes effect', () => {
    const rename = { type: 'RenameUnit', unit: 'an-son', nameVi: 'x', nameEn: 'x' };
    refused({ ...rename, effective, paper: paper('1', '2025-01-07') }, 'paper-from-the-future');
    refused({ ...rename, effective: '2025-01-02', paper: paper('1', '2025-01-03') }, 'paper-after-effect');
  });

  test('a change before one that is already decided', () => {
    const rename = { type: 'RenameUnit', unit: 'an-son', nameVi: 'x', nameEn: 'x', paper: paper() };
    const { when } = given(organisation, ORGANISATION, [
      step(chief('tam-ky.SA'), NOW, establish()),
      step(chief('tam-ky.SA'), NOW, { ...rename, effective: '2025-03-01' }),
    ]);
    when(chief('tam-ky.SA'), NOW, { ...rename, effective: '2025-02-01' }).thenRefused('change-not-later', {
      unit: 'an-son',
      effective: '2025-02-01',
      since: '2025-03-01',
    });
  });

  test('the same model again changes nothing', () => {
    entered
      .when(chief('tam-ky.SA'), NOW, { type: 'ChangeOrgModel', model: 'threeTier', effective, paper: paper() })
      .thenExactly();
  });
});

describe('the organisation of a plan', () => {
  test.each([
    [
      'tam-ky-2022',
      [
        ['tam-ky', 'district', 'quang-nam'],
        ['tan-thanh', 'commune', 'tam-ky'],
        ['an-son', 'commune', 'tam-ky'],
        ['phuoc-hoa', 'commune', 'tam-ky'],
        ['quang-nam', 'province', null],
        ['da-nang', 'province', null],
      ],
    ],
    [
      'ban-thach-2027',
      [
        ['da-nang', 'province', null],
        ['ban-thach', 'commune', 'da-nang'],
      ],
    ],
  ])('%s: every locality with every body, headed by who plays there', async (name, expected) => {
    const plan = parsePlan(JSON.parse(await readFile(`examples/${name}.json`, 'utf8')));
    const command = organisationOf(plan);
    const { state } = given(organisation, ORGANISATION, [step(keeperOf(command), NOW, { ...command })]);
    const entered = [...state.units.values()].map(({ id, level, parents }) => [id, level, parents[0]?.parent ?? null]);
    expect(entered).toEqual(expect.arrayContaining(expected));
    for (const { orgUnit, startDate } of plan.exercises) {
      expect(Object.keys(state.units.get(orgUnit)?.bodies ?? {})).toHaveLength(BODY_CODES.length);
      expect(unitOn(state, orgUnit, startDate)).not.toBeNull();
      for (const code of BODY_CODES)
        expect(() => requireInForce(state, headOf(bodyId(orgUnit, code)), at(startDate))).not.toThrow();
    }
  });
});
