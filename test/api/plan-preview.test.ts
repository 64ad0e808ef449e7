/** What exercises would come to before they are on file: one, or the communes of a city in one go. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as contract from '../../api/contract/index.ts';
import { at } from '../support/domain.ts';
import { type Api, startApi } from './support.ts';

const SA = 'nv-01@tam-ky.SA';
const ORGANISATION = {
  type: 'EstablishOrganisation',
  orgModel: 'threeTier',
  validFrom: '2020-01-01',
  units: [
    {
      id: 'tam-ky',
      nameVi: 'thành phố Tam Kỳ',
      nameEn: 'Tam Kỳ city',
      level: 'district',
      bodies: ['SC', 'MPC', 'PC', 'SA', 'SB', 'OB', 'DB', 'SUP', 'POL', 'FIN', 'EDU', 'CUL', 'FRONT', 'UNION', 'FRAME'],
    },
  ],
  holders: [],
};
let api: Api;
const city = (more: object = {}, plan: object = {}) => ({
  id: 'kvpt-2027',
  draft: { exerciseType: 'defenceAreaExercise', orgUnit: 'tam-ky', theme: 'Diễn tập khu vực phòng thủ', ...more },
  plan: { startDate: '2027-04-20', endDate: '2027-04-22', ...plan },
});
const commune = (id: string, parentId: string | undefined, startDate: string) => ({
  id,
  draft: {
    exerciseType: 'communeCombatExercise',
    orgUnit: id,
    superiorUnit: 'tam-ky',
    ...(parentId ? { parentId } : {}),
    theme: 'Diễn tập xã',
  },
  plan: { startDate, endDate: startDate },
});
const ask = async (...plans: object[]) => {
  const answer = await api.post('/api/v1/plan-preview', { plans }, { 'x-actor': SA });
  expect([answer.status, answer.status === 200 ? '' : answer.text]).toEqual([200, '']);
  return contract.PlansWouldBe.parse(answer.body).plans;
};

beforeAll(async () => {
  api = await startApi();
  api.clock.now = at('2026-10-05');
});
afterAll(() => api.close());

test('an exercise shows every deadline and owner, and nothing is written', async () => {
  const before = await api.events();
  const [plan] = await ask(city());
  expect(plan).toMatchObject({ problem: null, onFile: 'none', start: { isWorkingDay: true, isHoliday: false } });
  expect(plan?.tasks).toHaveLength(40);
  expect(plan?.tasks[0]).toMatchObject({ code: 'C01', offset: 'T-90', owner: 'tam-ky.SA', due: '2026-12-04' });
  expect(plan?.owners.every(({ inForce }) => inForce)).toBe(true);
  expect(await api.events()).toBe(before);
});

test('a day in a year without a table is refused, and what can be counted is counted', async () => {
  const [plan] = await ask(city({}, { startDate: '2029-04-17', endDate: '2029-04-18' }));
  expect(plan).toMatchObject({ problem: { code: 'calendar-year-missing' }, start: { isWorkingDay: null } });
  const counted = plan?.tasks.filter(({ due }) => due !== null).map(({ offset }) => offset);
  expect(new Set(counted)).toEqual(new Set(['E'])); // the closing day itself needs no counting
});

test('who may not open the file is told so', async () => {
  const { body } = await api.post('/api/v1/plan-preview', { plans: [city()] }, { 'x-actor': 'ca@tam-ky.POL' });
  expect(body.plans[0].problem.code).toBe('not-your-body');
  expect((await api.post('/api/v1/plan-preview', { plans: [city()] }, { 'x-actor': 'ld@tam-ky.VIEW' })).status).toBe(
    403,
  );
});

test('fields that do not fit are named each by its path', async () => {
  const { status, body } = await api.post(
    '/api/v1/plan-preview',
    { plans: [city({ theme: '' }, { endDate: 'mai' })] },
    { 'x-actor': SA },
  );
  expect(status).toBe(422);
  expect(body.errors.map(({ path }: { path: string }) => path)).toEqual(
    expect.arrayContaining(['body.plans.0.draft.theme', 'body.plans.0.plan.endDate']),
  );
});

test('the communes of a city, asked for with it, see it and each other', async () => {
  const plans = await ask(
    city(),
    commune('tan-thanh', 'kvpt-2027', '2027-03-16'),
    commune('an-son', 'kvpt-2027', '2027-03-16'),
    commune('phuoc-hoa', 'khong-co', '2027-03-23'),
  );
  expect(plans.map(({ problem }) => problem?.code ?? null)).toEqual([null, null, null, 'parent-unknown']);
  expect(plans[2]?.clashes).toEqual([]); // one family shares its days
  const [, apart] = await ask(
    commune('tan-thanh', undefined, '2027-03-16'),
    commune('an-son', undefined, '2027-03-16'),
  );
  expect(apart?.clashes.map(({ exercises }) => exercises)).toContainEqual(['an-son', 'tan-thanh']);
});

test('a file that was begun is planned on; one that is planned is said to be there', async () => {
  const { draft, plan } = city();
  expect(await api.command('exercises/da-lap', SA, { type: 'DraftExercise', ...draft })).toMatchObject({ status: 200 });
  expect((await ask({ ...city(), id: 'da-lap' }))[0]).toMatchObject({ onFile: 'draft', problem: null });
  expect(await api.command('exercises/da-lap', SA, { type: 'PlanExercise', ...plan })).toMatchObject({ status: 200 });
  expect((await ask({ ...city(), id: 'da-lap' }))[0]).toMatchObject({
    onFile: 'planned',
    problem: { code: 'exercise-exists' },
  });
});

test('bodies that are not in force are gaps, until another body answers for their code', async () => {
  expect(await api.command('organisation/main', SA, ORGANISATION)).toMatchObject({ status: 200 });
  const [gap] = await ask(city());
  expect(gap?.problem?.code).toBe('owner-not-in-force');
  expect(gap?.owners.filter(({ inForce }) => !inForce).map(({ body }) => body)).toContain('tam-ky.HEA');
  const missing = gap?.owners.filter(({ inForce }) => !inForce).map(({ code }) => [code, 'tam-ky.POL']) ?? [];
  const [mended] = await ask(city({}, { owners: Object.fromEntries(missing) }));
  expect(mended).toMatchObject({ problem: null });
});
