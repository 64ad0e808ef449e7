/** What an exercise is given by the organisation. */
import { describe, expect, test } from '@jest/globals';
import { isSuperior } from '../../../domain/organisation/authority.ts';
import { ORGANISATION } from '../../../domain/streams.ts';
import { COMMUNE_TEMPLATE } from '../../../domain/template/index.ts';
import { localDate } from '../../../domain/time.ts';
import { at } from '../../support/domain.ts';
import { TAM_KY_ORGANISATION } from '../../support/tam-ky-reform.ts';
import { CITY, chief, paper, staff, tamKy2025, unit, WARD } from './world.ts';

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
