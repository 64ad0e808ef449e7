/** Bodies by date, through HTTP, Temporal and PostgreSQL: who may act when, and what becomes of open work when a unit ends. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { BODY_CODES } from '../../domain/people.ts';
import { at } from '../support/domain.ts';
import { type Office, openOffice } from '../support/office.ts';
import { plan, SA } from './planned.ts';

const ORGANISATION = 'organisation/main';
const CITY = 'exercise/tam-ky-2025';
const paper = (number: string, date: string) => ({ number, date, issuer: 'UBND tỉnh', signerPost: 'Chủ tịch' });
const BODIES = [...BODY_CODES];
const POL = 'ca-2@tam-ky.POL';

let office: Office;
beforeAll(async () => {
  office = await openOffice(at('2025-01-06'));
  await office.done('qk-1@quang-nam.SA', ORGANISATION, {
    type: 'EstablishOrganisation',
    orgModel: 'threeTier',
    validFrom: '2020-01-01',
    units: [
      {
        id: 'quang-nam',
        nameVi: 'tỉnh Quảng Nam',
        nameEn: 'Quảng Nam province',
        level: 'province',
        bodies: ['SC', 'MPC', 'PC', 'SA'],
      },
      {
        id: 'tam-ky',
        nameVi: 'thành phố Tam Kỳ',
        nameEn: 'Tam Kỳ city',
        level: 'district',
        parent: 'quang-nam',
        bodies: BODIES,
      },
    ],
    holders: [{ body: 'tam-ky.SB', person: 'bt-1', from: '2021-06-01' }],
  });
  await plan(office, { id: 'tam-ky-2025', unit: 'tam-ky', days: ['2025-09-16', '2025-09-17'] });
}, 60_000);
afterAll(() => office.close());

describe('authority is checked when the command runs', () => {
  test('a body that the organisation does not know may do nothing, and nothing is written', async () => {
    const before = await office.history('exercise/hoi-an-2025');
    const draft = { type: 'DraftExercise', exerciseType: 'defenceAreaExercise', orgUnit: 'hoi-an', theme: 'x' };
    expect(await office.refused('sa-2@hoi-an.SA', 'exercise/hoi-an-2025', draft)).toBe('body-unknown');
    expect(await office.history('exercise/hoi-an-2025')).toEqual(before);
  });

  test('the post of a head is exercised by its holder, and by nobody else but for the days of a written delegation', async () => {
    const waive = { type: 'WaiveTask', task: 'C19', reason: 'Không tổ chức ở khu vực trường học' };
    expect(await office.refused('pbt-1@tam-ky.SB:head', CITY, waive)).toBe('post-not-held');
    office.setClock(at('2025-01-08'));
    await office.done('bt-1@tam-ky.SB:head', ORGANISATION, {
      type: 'DelegatePost',
      body: 'tam-ky.SB',
      person: 'pbt-1',
      from: '2025-01-09',
      to: '2025-01-10',
      paper: paper('07/QĐ-BCĐ', '2025-01-08'),
    });
    expect(await office.refused('pbt-1@tam-ky.SB:head', CITY, waive)).toBe('post-not-held');
    office.setClock(at('2025-01-10'));
    await office.done('pbt-1@tam-ky.SB:head', CITY, waive);
    office.setClock(at('2025-01-13'));
    const other = { type: 'WaiveTask', task: 'C18', reason: 'x' };
    expect(await office.refused('pbt-1@tam-ky.SB:head', CITY, other)).toBe('post-not-held');
  });
});

describe('the district command dissolved on 1 July 2025', () => {
  test('keeps its verified work in the file; its open tasks belong to the successor from that day', async () => {
    office.setClock(at('2025-05-05'));
    await office.done(SA, CITY, {
      type: 'SubmitTask',
      task: 'C01',
      evidence: { number: '12/CVĐ', date: '2025-05-05', holder: 'BCHQS' },
    });
    await office.done('bcd-2@tam-ky.SB', CITY, { type: 'VerifyTask', task: 'C01' });
    office.setClock(at('2025-06-16'));
    await office.done('qk-1@quang-nam.SA', ORGANISATION, {
      type: 'AddUnit',
      unit: {
        id: 'ptkv-3',
        nameVi: 'khu vực 3',
        nameEn: 'region 3',
        level: 'district',
        parent: 'quang-nam',
        bodies: ['SA'],
      },
      validFrom: '2025-06-16',
      paper: paper('88/QĐ-BQP', '2025-06-13'),
    });
    await office.done('qk-1@quang-nam.SA', ORGANISATION, {
      type: 'EndBody',
      body: 'tam-ky.SA',
      into: 'ptkv-3.SA',
      effective: '2025-07-01',
      paper: paper('89/QĐ-BQP', '2025-06-13'),
    });
    const owners = async () =>
      Object.fromEntries(
        (await office.see('/api/v1/exercises/tam-ky-2025/checklist')).tasks.map(
          (task: { code: string; owner: string }) => [task.code, task.owner],
        ),
      );
    expect(await owners()).toMatchObject({ C01: 'tam-ky.SA', C02: 'tam-ky.SA' });

    await office.passTime(at('2025-06-30', 23, 59));
    await office.done(SA, CITY, { type: 'CommentTask', task: 'C02', text: 'Bàn giao hồ sơ trong ngày' });
    await office.passTime(at('2025-07-01', 0, 0));
    expect(await office.history(CITY)).toContain('ExerciseRehomed');
    expect(await owners()).toMatchObject({ C01: 'tam-ky.SA', C02: 'ptkv-3.SA', C20: 'ptkv-3.SA', C17: 'tam-ky.POL' });

    const start = { type: 'StartTask', task: 'C02' };
    expect(await office.refused(SA, CITY, start)).toBe('body-ended');
    await office.done('kv-2@ptkv-3.SA', CITY, start);
    const before = await office.see('/api/v1/exercises/tam-ky-2025/checklist?asOf=2025-06-20');
    expect(before.tasks.find((task: { code: string }) => task.code === 'C02').owner).toBe('tam-ky.SA');
  }, 60_000);

  test('may not be given a task after its end', async () => {
    const assign = { type: 'AssignTask', task: 'C23', owner: 'tam-ky.SA' };
    expect(await office.refused('kv-2@ptkv-3.SA', CITY, assign)).toBe('owner-not-in-force');
    expect((await office.tell(POL, CITY, assign)).status).toBe(403);
  });

  test('the organisation shows any day as it stood', async () => {
    const bodies = async (on: string): Promise<string[]> =>
      (await office.see(`/api/v1/organisation?on=${on}`)).units.flatMap((unit: { bodies: { body: string }[] }) =>
        unit.bodies.map(({ body }) => body),
      );
    expect(await bodies('2025-06-30')).toContain('tam-ky.SA');
    expect(await bodies('2025-07-01')).not.toContain('tam-ky.SA');
  });
});
