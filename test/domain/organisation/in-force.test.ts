/** Bodies, posts and heads in force on a day. */
import { describe, expect, test } from '@jest/globals';
import { ownerMustBeInForce, requireInForce, requireSuperior } from '../../../domain/organisation/authority.ts';
import { NO_ORGANISATION } from '../../../domain/organisation/index.ts';
import { holderOn } from '../../../domain/organisation/lookup.ts';
import { ORGANISATION } from '../../../domain/streams.ts';
import { localDate } from '../../../domain/time.ts';
import { at, refusalOf } from '../../support/domain.ts';
import { body, CITY, chief, deputyOf, paper, staff, tamKy2025, unit, waive } from './world.ts';

describe('a body in force', () => {
  test('an installation without an organisation believes everyone', () => {
    expect(() => requireInForce(NO_ORGANISATION, deputyOf('nowhere.SA'), at('2025-03-20'))).not.toThrow();
    expect(() => ownerMustBeInForce(NO_ORGANISATION, body('nowhere.SA'), localDate('2025-03-20'))).not.toThrow();
    expect(() => requireSuperior(NO_ORGANISATION, unit('a'), unit('b'), localDate('2025-03-20'))).not.toThrow();
  });

  test('a body that the organisation does not know may do nothing', () => {
    const world = tamKy2025();
    expect(world.tell(at('2025-03-20'), staff('hoi-an.SA'), CITY, waive('C01'))?.code).toBe('body-unknown');
  });

  test('a body that begins tomorrow may not act today', () => {
    const world = tamKy2025();
    world.must(at('2025-03-20'), chief('tam-ky.PC'), ORGANISATION, {
      type: 'AddUnit',
      unit: {
        id: 'hoa-huong',
        nameVi: 'phường Hòa Hương',
        nameEn: 'Hòa Hương ward',
        level: 'commune',
        parent: 'tam-ky',
        bodies: ['CMC'],
      },
      validFrom: '2025-03-22',
      paper: paper(),
    });
    const act = (when: string) =>
      world.tell(at(when), staff('hoa-huong.CMC'), 'exercise/hoa-huong-2025', {
        type: 'DraftExercise',
        exerciseType: 'communeCombatExercise',
        orgUnit: 'hoa-huong',
        superiorUnit: 'tam-ky',
        theme: 'Diễn tập',
      });
    expect(act('2025-03-21')).toMatchObject({ code: 'body-not-yet', params: { since: '2025-03-22' } });
    expect(act('2025-03-22')).toBeNull();
  });
});

describe('the head of a body', () => {
  test('only its holder speaks as head', () => {
    const world = tamKy2025();
    expect(world.tell(at('2025-03-20'), deputyOf('tam-ky.SB'), CITY, waive('C19'))).toMatchObject({
      code: 'post-not-held',
      params: { body: 'tam-ky.SB', post: 'tam-ky.SB', day: '2025-03-20' },
    });
    expect(world.tell(at('2025-03-20'), chief('tam-ky.SB'), CITY, waive('C19'))).toBeNull();
  });

  test('a head post that never had a recorded holder is believed', () => {
    const world = tamKy2025();
    world.must(at('2025-03-20'), chief('tam-ky.PC'), ORGANISATION, {
      type: 'AddUnit',
      unit: {
        id: 'hoa-huong',
        nameVi: 'Hòa Hương',
        nameEn: 'Hòa Hương',
        level: 'commune',
        parent: 'tam-ky',
        bodies: ['SA'],
      },
      validFrom: '2025-03-20',
      paper: paper(),
    });
    const org = world.organisation();
    expect(() => requireInForce(org, deputyOf('hoa-huong.SA', 'anybody'), at('2025-03-20'))).not.toThrow();
  });

  test('a new commander takes over on his day; the former one is head no more; between them nobody is', () => {
    const world = tamKy2025();
    world.must(at('2025-03-20'), chief('quang-nam.SA'), ORGANISATION, {
      type: 'EndHolding',
      body: 'tam-ky.SB',
      person: 'sb-1.tam-ky',
      to: '2025-03-31',
      reason: 'nghỉ hưu',
    });
    world.must(at('2025-03-20'), chief('quang-nam.SA'), ORGANISATION, {
      type: 'AppointHolder',
      body: 'tam-ky.SB',
      person: 'new-head',
      from: '2025-04-02',
      paper: paper(),
    });
    const org = world.organisation();
    const code = (person: string, day: string) =>
      refusalOf(() => requireInForce(org, deputyOf('tam-ky.SB', person), at(day)))?.message.split(' ')[0];
    const days = ['2025-03-31', '2025-04-01', '2025-04-02'];
    expect(days.map((day) => code('sb-1.tam-ky', day))).toEqual([undefined, 'post-not-held', 'post-not-held']);
    expect(days.map((day) => code('new-head', day))).toEqual(['post-not-held', 'post-not-held', undefined]);
  });

  test('nobody appoints himself, and a post has one holder at a time', () => {
    const world = tamKy2025();
    const appoint = (person: string) => ({
      type: 'AppointHolder',
      body: 'tam-ky.SB',
      person,
      from: '2025-04-02',
      paper: paper(),
    });
    const told = (person: string) =>
      world.tell(at('2025-03-20'), chief('tam-ky.SA'), ORGANISATION, appoint(person))?.code;
    expect(told('sa-1.tam-ky')).toBe('to-oneself');
    expect(told('someone')).toBe('post-held');
  });

  test('a police office does not keep the organisation, nor does a neighbour', () => {
    const world = tamKy2025();
    const rename = {
      type: 'RenameUnit',
      unit: 'tan-thanh',
      nameVi: 'x',
      nameEn: 'x',
      effective: '2025-04-02',
      paper: paper(),
    };
    for (const by of ['tam-ky.POL', 'an-son.PC', 'da-nang.PC'])
      expect([by, world.tell(at('2025-03-20'), chief(by), ORGANISATION, rename)?.code]).toEqual([by, 'not-your-body']);
    for (const by of ['tan-thanh.MPC', 'tam-ky.SA', 'quang-nam.PC'])
      expect([by, world.tell(at('2025-03-20'), staff(by), ORGANISATION, rename)]).toEqual([by, null]);
  });
});

describe('posts', () => {
  test('a head post under another title takes over when the old one has ended', () => {
    const world = tamKy2025();
    const post = (command: object) =>
      world.tell(at('2025-03-20'), chief('tam-ky.PC'), ORGANISATION, command as never)?.code;
    const add = {
      type: 'AddPost',
      body: 'tam-ky.SB',
      post: 'chairman',
      title: 'Chủ tịch Hội đồng',
      isHead: true,
      validFrom: '2025-04-01',
      paper: paper(),
    };
    expect(post(add)).toBe('post-exists');
    expect(
      post({ type: 'EndPost', body: 'tam-ky.SB', post: 'head', validTo: '2025-03-31', paper: paper() }),
    ).toBeUndefined();
    expect(post(add)).toBeUndefined();
    expect(
      post({
        type: 'AppointHolder',
        body: 'tam-ky.SB',
        post: 'chairman',
        person: 'chair',
        from: '2025-04-01',
        to: '2025-12-31',
        paper: paper(),
      }),
    ).toBeUndefined();
    expect(world.tell(at('2025-04-01'), chief('tam-ky.SB'), CITY, waive('C19'))).toMatchObject({
      code: 'post-not-held',
      params: { post: 'Chủ tịch Hội đồng' },
    });
    expect(world.tell(at('2025-04-01'), deputyOf('tam-ky.SB', 'chair'), CITY, waive('C19'))).toBeNull();
    const chairman = world.organisation().units.get(unit('tam-ky'))?.bodies.SB?.posts[1];
    expect(chairman && holderOn(chairman, localDate('2026-01-01'))).toBeNull();
  });
});
