/** The reform of 1 July 2025 and what the files of Tam Kỳ make of it. */
import { describe, expect, test } from '@jest/globals';
import { isDone } from '../../../domain/exercise/index.ts';
import { bodyIn, standingAgency } from '../../../domain/exercise/rights.ts';
import { nameOfBody, nameOfUnit, successorOf } from '../../../domain/organisation/authority.ts';
import { modelOn, unitOn } from '../../../domain/organisation/lookup.ts';
import { BodyId, OrgUnitId } from '../../../domain/people.ts';
import { ORGANISATION } from '../../../domain/streams.ts';
import { atHour, localDate } from '../../../domain/time.ts';
import { at } from '../../support/domain.ts';
import { CITY, chief, decideReform, evidence, paper, staff, tamKy2025, WARD, type World } from './world.ts';

const body = (id: string) => BodyId.parse(id);
const unit = (id: string) => OrgUnitId.parse(id);
const EVE = at('2025-06-30', 23, 59);
const DAY = at('2025-07-01', 0, 1);
const submit = (task: string) => ({ type: 'SubmitTask', task, evidence });

/** C01 was verified in March; the reform is decided in June. */
const decided = (): World => {
  const world = tamKy2025();
  world.must(at('2025-03-20'), staff('tam-ky.SA'), CITY, submit('C01'));
  world.must(at('2025-03-21'), staff('tam-ky.SB'), CITY, { type: 'VerifyTask', task: 'C01' });
  decideReform(world);
  return world;
};

describe('a district command dissolved on 1 July 2025', () => {
  test('on the eve the old body still acts, and nothing has moved', () => {
    const world = decided();
    expect(world.tell(EVE, staff('tam-ky.SA'), CITY, submit('C02'))).toBeNull();
    expect(world.exercise(CITY)).toMatchObject({ orgUnit: 'tam-ky', owners: {} });
  });

  test('may not submit on that day, and is told who does its work since when', () => {
    const world = decided();
    expect(world.tell(DAY, staff('tam-ky.SA'), CITY, submit('C02'))).toEqual({
      kind: 'forbidden',
      code: 'body-ended',
      params: { body: 'tam-ky.SA', since: '2025-07-01', successor: 'khu-vuc-tam-ky.SA' },
    });
  });

  test('its open tasks belong to the regional command, its verified tasks still bear its name', () => {
    const world = decided();
    world.pass(DAY);
    const { tasks } = world.exercise(CITY);
    expect(tasks.C01).toMatchObject({ status: 'verified', owner: 'tam-ky.SA' });
    expect(tasks.C02).toMatchObject({ status: 'open', owner: 'khu-vuc-tam-ky.SA' });
    expect(tasks.C17).toMatchObject({ owner: 'da-nang.POL' });
    expect(Object.values(tasks).filter((task) => !isDone(task) && task.owner.startsWith('tam-ky.'))).toEqual([]);
    expect(world.tell(DAY, staff('khu-vuc-tam-ky.SA'), CITY, submit('C02'))).toBeNull();
  });

  test('the file is run from then on by the bodies that took over', () => {
    const world = decided();
    world.pass(DAY);
    const state = world.exercise(CITY);
    expect([standingAgency(state), bodyIn(state, 'SB'), bodyIn(state, 'FIN')]).toEqual([
      'khu-vuc-tam-ky.SA',
      'khu-vuc-tam-ky.SB',
      'da-nang.FIN',
    ]);
    expect(state).toMatchObject({ orgUnit: 'khu-vuc-tam-ky', superiorUnit: 'khu-vuc-tam-ky' });
  });

  test('past events stay as they were written', () => {
    const world = decided();
    const before = structuredClone(world.facts(CITY));
    world.pass(DAY);
    expect(world.facts(CITY).slice(0, before.length)).toEqual(before);
    expect(world.facts(CITY).at(-1)?.fact).toMatchObject({ type: 'ExerciseRehomed', by: { person: 'system' } });
  });

  test('its new owner is reminded anew', () => {
    const world = decided();
    world.pass(atHour(localDate('2025-07-01'), 7, 59));
    expect(world.exercise(CITY).tasks.C02?.ladder).toMatchObject({ observed: at('2025-07-01', 0), sounded: [] });
    world.pass(atHour(localDate('2025-07-01'), 8, 0));
    const told = world.facts(CITY).filter(({ fact }) => fact.at >= at('2025-07-01', 8));
    expect(told.map(({ fact }) => fact)).toEqual(
      expect.arrayContaining([expect.objectContaining({ task: 'C02', to: 'khu-vuc-tam-ky.SA', rung: 'overdue' })]),
    );
  });
});

describe('wards become wards of Đà Nẵng', () => {
  test('the exercise of Tân Thạnh goes on in Bàn Thạch, led by the regional command', () => {
    const world = decided();
    world.pass(DAY);
    const state = world.exercise(WARD);
    expect(state).toMatchObject({ orgUnit: 'ban-thach', superiorUnit: 'khu-vuc-tam-ky' });
    expect([standingAgency(state), bodyIn(state, 'SA'), bodyIn(state, 'COM')]).toEqual([
      'ban-thach.CMC',
      'khu-vuc-tam-ky.SA',
      'ban-thach.COM',
    ]);
    expect(state.tasks.X01?.owner).toBe('ban-thach.CMC');
    expect(
      world.refusedFollowUps.filter(({ type, stream }) => type === 'Rehome' && stream.startsWith('exercise')),
    ).toEqual([]);
  });

  test('what takes effect is one fact for each paper, with the files that name what ended', () => {
    const world = decided();
    world.pass(DAY);
    const reforms = world.facts(ORGANISATION).filter(({ fact }) => fact.type === 'ReformTookEffect');
    expect(
      reforms.map(({ fact }) => [fact.at, (fact as unknown as { paper: { number: string } }).paper.number]),
    ).toEqual([
      [at('2025-07-01', 0), '202/2025/QH15'],
      [at('2025-07-01', 0), '1659/NQ-UBTVQH15'],
      [at('2025-07-01', 0), '2025/QĐ-TDE'],
    ]);
    expect(reforms[1]?.fact).toMatchObject({
      units: { 'tan-thanh': 'ban-thach', 'an-son': 'huong-tra', 'phuoc-hoa': 'phuong-tam-ky' },
      files: [WARD],
    });
    expect(reforms[2]?.fact).toMatchObject({ units: { 'tam-ky': 'khu-vuc-tam-ky' }, files: [CITY, WARD] });
  });

  test('a reform is observed once, and nothing waits after it', () => {
    const world = decided();
    world.pass(at('2025-07-20'));
    expect(world.facts(ORGANISATION).filter(({ fact }) => fact.type === 'ReformTookEffect')).toHaveLength(3);
    expect(world.organisation().pending).toEqual([]);
  });

  test('the organisation answers for the day that is asked, before the reform and after', () => {
    const org = (() => {
      const world = decided();
      return world.organisation();
    })();
    const [eve, day] = [localDate('2025-06-30'), localDate('2025-07-01')];
    expect([modelOn(org, eve), modelOn(org, day)]).toEqual(['threeTier', 'twoTier']);
    expect(unitOn(org, unit('tam-ky'), eve)).toMatchObject({ level: 'district', parent: 'quang-nam' });
    expect(unitOn(org, unit('tam-ky'), day)).toBeNull();
    expect(unitOn(org, unit('ban-thach'), eve)).toBeNull();
    expect(unitOn(org, unit('ban-thach'), day)).toMatchObject({ level: 'commune', parent: 'da-nang' });
    expect(successorOf(org, body('tan-thanh.CMC'), day)).toBe('ban-thach.CMC');
    expect(successorOf(org, body('tan-thanh.CMC'), eve)).toBeNull();
    expect(nameOfBody(org, body('tan-thanh.POL'), day, 'vi')).toBe('Công an phường Tân Thạnh');
    expect(nameOfBody(org, body('ban-thach.POL'), day, 'en')).toBe('Police, Bàn Thạch ward');
    expect(nameOfUnit(org, unit('nowhere'), day, 'vi')).toBe('nowhere');
  });

  test('a reform recorded late takes effect at once', () => {
    const world = tamKy2025();
    decideReform(world, '2025-06-20');
    world.pass(DAY);
    world.must(at('2025-08-01'), chief('da-nang.PC'), ORGANISATION, {
      type: 'EndBody',
      body: 'khu-vuc-tam-ky.SUP',
      into: 'da-nang.SUP',
      effective: '2025-07-15',
      paper: paper('9/QĐ', '2025-07-14'),
    });
    expect(
      world
        .facts(ORGANISATION)
        .slice(-2)
        .map(({ fact }) => [fact.type, fact.at]),
    ).toEqual([
      ['BodyEnded', at('2025-08-01')],
      ['ReformTookEffect', at('2025-08-01')],
    ]);
    expect(world.exercise(CITY).tasks.C16?.owner).toBe('da-nang.SUP');
  });

  test('a file that has not heard of the first reform yet goes straight to the last body', () => {
    const world = tamKy2025();
    const end = (from: string, into: string, effective: string) =>
      world.must(at('2025-05-05'), chief('quang-nam.SA'), ORGANISATION, {
        type: 'EndBody',
        body: from,
        into,
        effective,
        paper: paper(`${from}`, '2025-05-05'),
      });
    end('tam-ky.SUP', 'quang-nam.SUP', '2025-06-02');
    end('quang-nam.SUP', 'quang-nam.SA', '2025-06-03');
    world.pass(at('2025-06-03', 0, 1));
    expect(world.facts(ORGANISATION).at(-1)?.fact).toMatchObject({
      bodies: { 'tam-ky.SUP': 'quang-nam.SA', 'quang-nam.SUP': 'quang-nam.SA' },
    });
    expect(world.exercise(CITY).tasks.C16?.owner).toBe('quang-nam.SA');
  });

  test('a renamed ward keeps its bodies, its files and, before the day, its old name', () => {
    const world = tamKy2025();
    const files = structuredClone(world.exercise(WARD));
    world.must(at('2025-05-05'), staff('tam-ky.PC'), ORGANISATION, {
      type: 'RenameUnit',
      unit: 'tan-thanh',
      nameVi: 'phường Tân Thạnh Mới',
      nameEn: 'New Tân Thạnh ward',
      effective: '2025-06-01',
      paper: paper(),
    });
    world.pass(at('2025-06-02'));
    const org = world.organisation();
    expect(nameOfUnit(org, unit('tan-thanh'), localDate('2025-05-31'), 'vi')).toBe('phường Tân Thạnh');
    expect(nameOfUnit(org, unit('tan-thanh'), localDate('2025-06-01'), 'vi')).toBe('phường Tân Thạnh Mới');
    expect(world.exercise(WARD).tasks.X02).toMatchObject({ owner: files.tasks.X02?.owner });
  });

  test('a ward that is split: one part keeps the files, each has its bodies', () => {
    const world = tamKy2025();
    const part = (id: string, nameVi: string) => ({ id, nameVi, nameEn: nameVi, level: 'commune', parent: 'tam-ky' });
    world.must(at('2025-05-05'), staff('tam-ky.PC'), ORGANISATION, {
      type: 'SplitUnit',
      unit: 'tan-thanh',
      into: [part('tan-thanh-dong', 'phường Tân Thạnh Đông'), part('tan-thanh-tay', 'phường Tân Thạnh Tây')],
      heir: 'tan-thanh-tay',
      effective: '2025-05-05',
      paper: paper(),
    });
    expect(world.exercise(WARD)).toMatchObject({ orgUnit: 'tan-thanh-tay', superiorUnit: 'tam-ky' });
    expect(world.exercise(WARD).tasks.X02?.owner).toBe('tan-thanh-tay.COM');
    const split = world.organisation().units.get(unit('tan-thanh'));
    expect(split?.successors.map((each) => each.unit)).toEqual(['tan-thanh-dong', 'tan-thanh-tay']);
    expect(world.tell(at('2025-05-06'), staff('tan-thanh-dong.CMC'), WARD, submit('X01'))?.code).toBe('not-your-body');
  });
});

describe('files that are over', () => {
  test('a cancelled exercise keeps its bodies for ever', () => {
    const world = tamKy2025();
    world.must(at('2025-05-05'), chief('tam-ky.SB'), CITY, { type: 'CancelExercise', reason: 'bão' });
    decideReform(world);
    world.pass(at('2025-07-02'));
    expect(world.exercise(CITY)).toMatchObject({ phase: 'cancelled', orgUnit: 'tam-ky', owners: {} });
    expect(world.facts(CITY).at(-1)?.fact.type).toBe('ExerciseCancelled');
  });

  test('a file that names nothing that ended hears nothing', () => {
    const world = tamKy2025();
    world.must(at('2025-05-05'), chief('quang-nam.SA'), ORGANISATION, {
      type: 'EndBody',
      body: 'phuoc-hoa.UNION',
      into: 'phuoc-hoa.FRONT',
      effective: '2025-05-05',
      paper: paper(),
    });
    expect(world.facts(ORGANISATION).at(-1)?.fact).toMatchObject({ type: 'ReformTookEffect', files: [] });
  });
});
