/** Who may speak for a body on a day: holders, deputies by written decision, and the limits of both. */
import { describe, expect, test } from '@jest/globals';
import {
  isSuperior,
  ownerMustBeInForce,
  requireInForce,
  requireSuperior,
} from '../../../domain/organisation/authority.ts';
import { NO_ORGANISATION } from '../../../domain/organisation/index.ts';
import { actsFor, bodyOn, holderOn } from '../../../domain/organisation/lookup.ts';
import { Actor, BodyId, OrgUnitId } from '../../../domain/people.ts';
import { ORGANISATION } from '../../../domain/streams.ts';
import { COMMUNE_TEMPLATE } from '../../../domain/template/index.ts';
import { localDate } from '../../../domain/time.ts';
import { at, refusalOf } from '../../support/domain.ts';
import { TAM_KY_ORGANISATION } from '../../support/tam-ky-reform.ts';
import { CITY, chief, evidence, paper, staff, tamKy2025, WARD, type World } from './world.ts';

const body = (id: string) => BodyId.parse(id);
const unit = (id: string) => OrgUnitId.parse(id);
const deputyOf = (id: string, person = 'deputy') => Actor.parse({ person, body: id, post: 'head' });
const waive = (task: string) => ({ type: 'WaiveTask', task, reason: 'không áp dụng' });
const delegate = (more: object = {}) => ({
  type: 'DelegatePost',
  body: 'tam-ky.SB',
  person: 'deputy',
  from: '2025-04-01',
  to: '2025-04-15',
  paper: paper('07/GUQ', '2025-03-28'),
  ...more,
});
const delegated = (): World => {
  const world = tamKy2025();
  world.must(at('2025-03-28'), chief('tam-ky.SB'), ORGANISATION, delegate());
  return world;
};

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

describe('acting for a head', () => {
  test('a deputy acting by written decision from 1 to 15 April decides on the 15th and not on the 16th', () => {
    const world = delegated();
    const told = (day: string, hour: number, minute: number, task: string) =>
      world.tell(at(day, hour, minute), deputyOf('tam-ky.SB'), CITY, waive(task))?.code ?? 'done';
    expect(told('2025-03-31', 23, 59, 'C19')).toBe('post-not-held');
    expect(told('2025-04-01', 0, 0, 'C19')).toBe('done');
    expect(told('2025-04-15', 23, 59, 'C18')).toBe('done');
    expect(told('2025-04-16', 0, 0, 'C17')).toBe('post-not-held');
  });

  test('a deputy passes the gate within the window, and the gate keeps who passed it', () => {
    const world = delegated();
    for (const [task, owner, verifier] of [
      ['C01', 'tam-ky.SA', 'tam-ky.SB'],
      ['C02', 'tam-ky.SA', 'tam-ky.SB'],
    ] as const) {
      world.must(at('2025-04-02'), staff(owner), CITY, { type: 'SubmitTask', task, evidence });
      world.must(at('2025-04-03'), staff(verifier), CITY, { type: 'VerifyTask', task });
    }
    const pass = { type: 'PassGate', gate: 'G0', override: { reason: 'đủ hồ sơ giấy', basis: '07/GUQ' } };
    expect(world.tell(at('2025-04-15'), deputyOf('tam-ky.SB'), CITY, pass)).toBeNull();
    expect(world.exercise(CITY).gates[0]?.passed?.by.person).toBe('deputy');
  });

  test('a revoked delegation ends at that moment, and the history keeps the reason', () => {
    const world = delegated();
    expect(world.tell(at('2025-04-03', 9), deputyOf('tam-ky.SB'), CITY, waive('C19'))).toBeNull();
    world.must(at('2025-04-03', 10), chief('tam-ky.SB'), ORGANISATION, {
      type: 'RevokeDelegation',
      body: 'tam-ky.SB',
      delegation: 'D1',
      reason: 'Trưởng Ban đã về',
    });
    expect(world.tell(at('2025-04-03', 10), deputyOf('tam-ky.SB'), CITY, waive('C18'))?.code).toBe('post-not-held');
    expect(
      bodyOn(world.organisation(), body('tam-ky.SB'), localDate('2025-04-03'))?.delegations[0]?.revoked?.reason,
    ).toBe('Trưởng Ban đã về');
  });

  test('only the head himself or the head of a superior delegates; who acts does not delegate further', () => {
    const world = delegated();
    const may = { from: '2025-05-01', to: '2025-05-02' };
    const told = (by: Actor, more: object = may) =>
      world.tell(at('2025-04-02'), by, ORGANISATION, delegate(more))?.code ?? 'done';
    expect(told(deputyOf('tam-ky.SB'), { ...may, person: 'third' })).toBe('delegation-by-head');
    expect(told(staff('tam-ky.SB'))).toBe('delegation-by-head');
    expect(told(chief('tam-ky.SA'))).toBe('delegation-by-head');
    expect(told(chief('tam-ky.SB'), { ...may, person: 'sb-1.tam-ky' })).toBe('to-oneself');
    expect(told(chief('quang-nam.PC'))).toBe('done');
    expect(told(chief('tam-ky.SB'))).toBe('delegation-overlaps');
  });

  test('a window ends within the post and the body, and does not begin before its paper', () => {
    const world = tamKy2025();
    world.must(at('2025-03-20'), chief('tam-ky.SA'), ORGANISATION, {
      type: 'EndBody',
      body: 'tam-ky.SUB',
      into: 'tam-ky.OB',
      effective: '2025-04-10',
      paper: paper(),
    });
    const told = (more: object) =>
      world.tell(at('2025-03-28'), chief('tam-ky.SUB'), ORGANISATION, delegate({ body: 'tam-ky.SUB', ...more }))?.code;
    expect(told({})).toBe('outside-validity');
    expect(told({ from: '2025-03-27', to: '2025-04-09' })).toBe('paper-after-effect');
    expect(told({ to: '2025-03-31' })).toBe('days-order');
    expect(told({ to: '2025-04-09' })).toBeUndefined();
  });

  test('who acts for the head of the board still does not verify what he himself handed in', () => {
    const world = tamKy2025();
    world.must(at('2025-03-28'), chief('tam-ky.SB'), ORGANISATION, delegate({ person: 'sa-2.tam-ky' }));
    world.must(at('2025-04-02'), staff('tam-ky.SA'), CITY, { type: 'SubmitTask', task: 'C01', evidence });
    const acting = deputyOf('tam-ky.SB', 'sa-2.tam-ky');
    expect(
      actsFor(
        bodyOn(world.organisation(), body('tam-ky.SB'), localDate('2025-04-02')) as never,
        'head',
        acting.person,
        at('2025-04-02'),
      ),
    ).toBe(true);
    expect(world.tell(at('2025-04-03'), acting, CITY, { type: 'VerifyTask', task: 'C01' })?.code).toBe('own-work');
    expect(world.tell(at('2025-04-03'), chief('tam-ky.SB'), CITY, { type: 'VerifyTask', task: 'C01' })).toBeNull();
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

describe('what an exercise is given', () => {
  const draft = (orgUnit: string, superiorUnit: string) => ({
    type: 'DraftExercise',
    exerciseType: 'communeCombatExercise',
    orgUnit,
    superiorUnit,
    theme: 'Diễn tập',
  });

  test('a file names the real superior of its locality', () => {
    const world = tamKy2025();
    const open = (orgUnit: string, superiorUnit: string, by: string) =>
      world.tell(at('2025-04-02'), staff(by), 'exercise/new-2025', draft(orgUnit, superiorUnit));
    expect(open('an-son', 'tan-thanh', 'an-son.CMC')).toMatchObject({
      code: 'superior-wrong',
      params: { superior: 'tan-thanh', unit: 'an-son', day: '2025-04-02' },
    });
    expect(open('an-son', 'da-nang', 'an-son.CMC')?.code).toBe('superior-wrong');
    expect(open('hoi-an', 'tam-ky', 'tam-ky.SA')?.code).toBe('unit-not-in-force');
    expect(open('an-son', 'quang-nam', 'an-son.CMC')).toBeNull();
  });

  test('a superior stands above through every level, and no unit above itself', () => {
    const org = tamKy2025().organisation();
    const day = localDate('2025-04-02');
    const above = (upper: string, lower: string) => isSuperior(org, unit(upper), unit(lower), day);
    expect([above('quang-nam', 'an-son'), above('tam-ky', 'an-son')]).toEqual([true, true]);
    expect([above('an-son', 'tam-ky'), above('an-son', 'an-son'), above('da-nang', 'an-son')]).toEqual([
      false,
      false,
      false,
    ]);
  });

  test('work is not given to a body that has ended, nor to one that is unknown', () => {
    const world = tamKy2025();
    world.must(at('2025-04-02'), chief('tam-ky.SA'), ORGANISATION, {
      type: 'EndBody',
      body: 'tam-ky.UNION',
      into: 'tam-ky.FRONT',
      effective: '2025-04-02',
      paper: paper(),
    });
    const assign = (owner: string) =>
      world.tell(at('2025-04-03'), staff('tam-ky.SA'), CITY, { type: 'AssignTask', task: 'C19', owner });
    expect(assign('tam-ky.UNION')).toMatchObject({
      kind: 'rule',
      code: 'owner-not-in-force',
      params: { body: 'tam-ky.UNION', day: '2025-04-03', successor: 'tam-ky.FRONT' },
    });
    expect(assign('hoi-an.EDU')?.code).toBe('owner-not-in-force');
    expect(assign('tam-ky.FRONT')).toBeNull();
  });

  test('a new version of the template does not hand a task to a body that is unknown', () => {
    const { units, holders } = TAM_KY_ORGANISATION;
    const ward = unit('tan-thanh');
    const world = tamKy2025({
      ...TAM_KY_ORGANISATION,
      units: units.map((each) =>
        each.id === ward ? { ...each, bodies: each.bodies?.filter((code) => code !== 'EDU') ?? [] } : each,
      ),
      holders: holders.filter((each) => each.body !== 'tan-thanh.EDU'),
    });
    const { id: _, version: __, ...shipped } = COMMUNE_TEMPLATE;
    const tasks = shipped.tasks.map((task) => (task.code === 'X08' ? { ...task, owner: 'EDU' } : task));
    world.must(at('2025-04-02'), chief('quang-nam.SA'), 'template/commune', {
      ...{ type: 'PublishTemplate', template: { ...shipped, tasks }, basedOn: 1, reason: 'x' },
    });
    const adopt = { type: 'AdoptTemplate', version: 2, reason: 'x' };
    const told = world.tell(at('2025-04-03'), staff('tan-thanh.CMC'), WARD, adopt);
    expect(told).toMatchObject({ code: 'owner-not-in-force', params: { body: 'tan-thanh.EDU' } });
    expect(world.exercise(WARD).template?.version).toBe(1);
  });

  test('a plan does not name an ended body as owner, and nothing is written', () => {
    const world = tamKy2025();
    world.must(at('2025-04-02'), chief('tam-ky.SA'), ORGANISATION, {
      type: 'EndBody',
      body: 'an-son.UNION',
      into: 'an-son.FRONT',
      effective: '2025-04-02',
      paper: paper(),
    });
    const stream = 'exercise/an-son-2025';
    world.must(at('2025-04-02'), staff('an-son.CMC'), stream, draft('an-son', 'tam-ky'));
    const plan = { type: 'PlanExercise', startDate: '2025-09-09', endDate: '2025-09-09' };
    const told = (owners: object) => world.tell(at('2025-04-03'), staff('an-son.CMC'), stream, { ...plan, owners });
    expect(told({ EDU: 'an-son.UNION' })?.code).toBe('owner-not-in-force');
    expect(world.exercise(stream).phase).toBe('draft');
    expect(told({ EDU: 'an-son.FRONT' })).toBeNull();
    expect(world.exercise(WARD).phase).toBe('planned');
  });
});
