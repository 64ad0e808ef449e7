/** The organisation through the API: entered, reformed, read on any day and as of any day. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as contract from '../../api/contract/index.ts';
import type { Actor } from '../../domain/people.ts';
import type { Instant } from '../../domain/time.ts';
import { chief } from '../domain/organisation/world.ts';
import { TAM_KY_ORGANISATION, TAM_KY_REFORM } from '../support/tam-ky-reform.ts';
import { type Api, startApi } from './support.ts';

const ENTERED = '2025-01-06T02:00:00.000Z' as Instant;
const DECIDED = '2025-06-20T02:00:00.000Z' as Instant;
const header = ({ person, body, post }: Actor) => `${person}@${body}${post === 'head' ? ':head' : ''}`;

describe('the organisation', () => {
  let api: Api;
  const send = (by: Actor, command: object) => api.command('organisation/main', header(by), command);
  beforeAll(async () => {
    api = await startApi();
  }, 60_000);
  afterAll(() => api.close());

  test('is unknown until it is entered', async () => {
    expect((await api.get('/api/v1/organisation')).body.code).toBe('organisation-unknown');
  });

  test('is entered, reformed, and answers for the eve and for the day', async () => {
    api.clock.now = ENTERED;
    expect(await send(chief('quang-nam.SA'), TAM_KY_ORGANISATION)).toMatchObject({ status: 200 });
    api.clock.now = DECIDED;
    for (const { by, command } of TAM_KY_REFORM) expect((await send(by, command)).status).toBe(200);
    const read = async (query: string) =>
      contract.Organisation.parse((await api.get(`/api/v1/organisation${query}`)).body);
    const [eve, day] = [await read('?on=2025-06-30'), await read('?on=2025-07-01')];
    expect([eve.model.code, day.model.code]).toEqual(['threeTier', 'twoTier']);
    expect(eve.units.map(({ id }) => id)).toEqual([
      'an-son',
      'da-nang',
      'phuoc-hoa',
      'quang-nam',
      'tam-ky',
      'tan-thanh',
    ]);
    expect(day.units.map(({ id }) => id)).toEqual([
      'ban-thach',
      'da-nang',
      'huong-tra',
      'khu-vuc-tam-ky',
      'phuong-tam-ky',
      'quang-phu',
    ]);
    expect(eve.units.at(-1)?.bodies[0]).toMatchObject({
      body: 'tan-thanh.SC',
      name: { vi: 'Ban Thường vụ phường Tân Thạnh', en: 'Standing committee, Tân Thạnh ward' },
      posts: [
        {
          id: 'head',
          title: { vi: 'Bí thư cấp ủy', en: 'Party secretary' },
          isHead: true,
          holder: { person: 'sc-1.tan-thanh' },
        },
      ],
      delegations: [],
    });
    const before = await read('?asOf=2025-06-01&on=2025-07-01');
    expect(before.units.map(({ id }) => id)).toEqual(eve.units.map(({ id }) => id));
    expect((await read('')).on).toBe('2025-06-20');
    const formerly = ({ units }: typeof day, id: string) => units.find((unit) => unit.id === id)?.formerly;
    expect(formerly(eve, 'tan-thanh')).toEqual([]);
    expect(formerly(day, 'ban-thach')).toEqual([{ vi: 'phường Tân Thạnh', en: 'Tân Thạnh ward' }]);
  });

  test('tells the life of a unit', async () => {
    const read = async (unit: string) =>
      contract.UnitLife.parse((await api.get(`/api/v1/organisation/units/${unit}`)).body);
    expect(await read('tan-thanh')).toMatchObject({
      validFrom: '2020-01-01',
      validTo: '2025-06-30',
      heir: 'ban-thach',
      superiors: [{ unit: 'tam-ky', name: { vi: 'thành phố Tam Kỳ', en: 'Tam Kỳ city' } }],
      successors: [{ unit: 'ban-thach', from: '2025-07-01', name: { vi: 'phường Bàn Thạch', en: 'Bàn Thạch ward' } }],
    });
    expect((await read('ban-thach')).predecessors).toEqual([
      { unit: 'tan-thanh', from: '2025-07-01', name: { vi: 'phường Tân Thạnh', en: 'Tân Thạnh ward' } },
    ]);
    expect((await read('tam-ky')).bodies.find(({ body }) => body === 'tam-ky.SA')).toMatchObject({
      validTo: '2025-06-30',
      successor: 'khu-vuc-tam-ky.SA',
    });
    expect(await api.get('/api/v1/organisation/units/hoi-an')).toMatchObject({
      status: 404,
      body: { code: 'unit-unknown' },
    });
  });

  test('shows who acts for whom on the days of the delegation only', async () => {
    const delegate = {
      type: 'DelegatePost',
      body: 'an-son.CMC',
      person: 'nv-09',
      from: '2025-06-21',
      to: '2025-06-22',
    };
    const paper = { number: '3/GUQ', date: '2025-06-20', issuer: 'Ban CHQS phường' };
    expect((await send(chief('an-son.CMC'), { ...delegate, paper })).status).toBe(200);
    const acting = async (on: string) => {
      const { units } = contract.Organisation.parse((await api.get(`/api/v1/organisation?on=${on}`)).body);
      return units[0]?.bodies.find(({ body }) => body === 'an-son.CMC')?.delegations.map(({ person }) => person);
    };
    expect([
      await acting('2025-06-20'),
      await acting('2025-06-21'),
      await acting('2025-06-22'),
      await acting('2025-06-23'),
    ]).toEqual([[], ['nv-09'], ['nv-09'], []]);
  });

  test('a body that has ended is refused at the door of every file, in both languages', async () => {
    api.clock.now = '2025-07-01T02:00:00.000Z' as Instant;
    const draft = { type: 'DraftExercise', exerciseType: 'defenceAreaExercise', orgUnit: 'tam-ky', theme: 'Diễn tập' };
    const { status, body } = await api.command('exercises/tam-ky-2025', header(chief('tam-ky.SA')), draft);
    expect([status, body.code]).toEqual([403, 'body-ended']);
    expect(body.messages.vi.what).toBe(
      'Cơ quan thường trực (Chỉ huy Quân sự) thành phố Tam Kỳ không còn hoạt động từ ngày 01/07/2025.',
    );
    expect(body.messages.en.who).toContain('Standing agency (military command), Tam Kỳ defence region');
  });

  test('its history reads as sentences', async () => {
    const { body } = await api.get('/api/v1/organisation/main/events');
    const said = contract.History.parse(body).events.map(({ sentence }) => sentence.vi);
    expect(said[0]).toBe('Nhập tổ chức ba cấp: 6 đơn vị, từ ngày 01/01/2020');
    expect(said[2]).toBe(
      'Sáp nhập phường Tân Thạnh vào phường Bàn Thạch từ ngày 01/07/2025 theo văn bản số 1659/NQ-UBTVQH15 ngày 16/06/2025',
    );
    expect(said.at(-1)).toContain('Ủy quyền D1: nv-09 thay');
  });
});
