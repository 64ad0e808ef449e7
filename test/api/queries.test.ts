/** Every read answers for a season in mid-preparation and for one that is over, now and as of any day, as documented. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { z } from 'zod';
import * as contract from '../../api/contract/index.ts';
import { type Api, loadSeason, startApi } from './support.ts';

const CITY = '/api/v1/exercises/tam-ky-2022';
const COMMUNE = '/api/v1/exercises/an-son-2022';

const READS: readonly (readonly [url: string, schema: z.ZodType])[] = [
  ['/api/v1/exercises', contract.ExerciseList],
  ['/api/v1/exercises?year=2022&type=communeCombatExercise&parentId=tam-ky-2022', contract.ExerciseList],
  [CITY, contract.ExerciseFile],
  [COMMUNE, contract.ExerciseFile],
  [`${CITY}/checklist`, contract.Checklist],
  [`${CITY}/gates/G4`, contract.GateAnswer],
  [`${CITY}/papers`, contract.Papers],
  [`${CITY}/papers/resolution/effects`, contract.PaperEffects],
  [`${COMMUNE}/papers`, contract.Papers],
  [`${CITY}/reminders`, contract.Reminders],
  [`${CITY}/events?limit=7&afterVersion=3`, contract.History],
  ['/api/v1/bodies/tam-ky.POL/tasks', contract.BodyTasks],
  ['/api/v1/bodies/tam-ky.SA/tasks', contract.BodyTasks],
  ['/api/v1/bodies/tam-ky.POL/reminders', contract.BodyReminders],
  ['/api/v1/bodies', contract.Bodies],
  ['/api/v1/readiness', contract.ReadinessBoard],
  ['/api/v1/calendars/2022', contract.CalendarTable],
  ['/api/v1/calendars/2027', contract.CalendarTable],
  ['/api/v1/templates', contract.TemplateList],
  ['/api/v1/templates/commune', contract.TemplateShown],
  ['/api/v1/clock', contract.Clock],
];

const expectRead = async (api: Api, url: string, schema: z.ZodType) => {
  const answer = await api.get(url);
  expect({ url, status: answer.status, detail: answer.body?.detail }).toEqual({ url, status: 200, detail: undefined });
  expect({ url, error: schema.safeParse(answer.body).error?.issues }).toEqual({ url, error: undefined });
  return answer;
};

describe('a season in mid-preparation', () => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi();
    await loadSeason(api);
  }, 120_000);
  afterAll(() => api.close());

  test.each(READS)('%s answers as documented, twice the same', async (url, schema) => {
    const first = await expectRead(api, url, schema);
    expect((await api.get(url)).text).toBe(first.text);
  });

  test('an answer about one stream carries its version as ETag', async () => {
    const { body, headers } = await api.get(CITY);
    expect(headers.etag).toBe(`"${body.version}"`);
    expect(headers['cache-control']).toBe('no-store');
  });

  test('the list, the file and the readiness board give the same verdict', async () => {
    const [list, board] = [await api.get('/api/v1/exercises'), await api.get('/api/v1/readiness')];
    expect(list.body.exercises.length).toBe(4);
    for (const row of list.body.exercises) {
      const file = await api.get(`/api/v1/exercises/${row.id}`);
      const onBoard = board.body.exercises.find((each: { id: string }) => each.id === row.id);
      expect([row.id, onBoard.readiness]).toEqual([row.id, file.body.readiness]);
      expect([row.id, file.body.readiness.verdict]).toEqual([row.id, row.verdict]);
    }
  });

  test('not ready says why and whose turn it is, in both languages', async () => {
    const { body } = await api.get(CITY);
    expect(body.readiness.verdict).not.toBe('none');
    for (const reason of body.readiness.reasons) {
      expect(reason.bodies.length).toBeGreaterThan(0);
      expect(reason.text.vi).toMatch(/đang ở: .+\./);
      expect(reason.text.en).toMatch(/with: .+\./);
    }
  });

  test('one gate at most is open or blocked, those before it are passed, those after it not due', async () => {
    const { body } = await api.get(CITY);
    const states = body.gates.map((gate: { state: string }) => gate.state);
    expect(states.join(' ')).toMatch(/^(passed ?)*((open|blocked) ?)?(notYet ?)*$/);
    const { body: one } = await api.get(`${CITY}/gates/G4`);
    expect(one.gate).toEqual(body.gates.find((gate: { code: string }) => gate.code === 'G4'));
  });

  test("a body's groups hold each of its tasks once, and the counts add up", async () => {
    for (const body of ['tam-ky.POL', 'tam-ky.SA', 'an-son.COM', 'phuoc-hoa.CMC']) {
      const { body: desk } = await api.get(`/api/v1/bodies/${body}/tasks`);
      const total = Object.values<number>(desk.counts).reduce((sum, n) => sum + n, 0);
      expect([body, desk.tasks.length]).toEqual([body, total]);
      const keys = desk.tasks.map((task: { exercise: string; code: string }) => `${task.exercise}/${task.code}`);
      expect(new Set(keys).size).toBe(keys.length);
      expect(desk.tasks.every((task: { owner: string }) => task.owner === body)).toBe(true);
    }
  });

  test('the reminders of an exercise are those of its bodies', async () => {
    const { body } = await api.get(`${CITY}/reminders`);
    expect(body.reminders.length).toBeGreaterThan(0);
    const told = body.reminders.filter((each: { to: string }) => each.to === 'tam-ky.POL');
    const { body: desk } = await api.get('/api/v1/bodies/tam-ky.POL/reminders?limit=500');
    const here = desk.reminders.filter((each: { exercise: string }) => each.exercise === 'tam-ky-2022').reverse();
    expect(here).toEqual(told);
  });

  test('the history comes in pages without gap or overlap', async () => {
    const { body: all } = await api.get(`${CITY}/events?limit=500`);
    let after: number | null = 0;
    const versions: number[] = [];
    while (after !== null) {
      const { body: page } = (await api.get(`${CITY}/events?limit=40&afterVersion=${after}`)) as { body: typeof all };
      versions.push(...page.events.map((event: { version: number }) => event.version));
      after = page.nextAfter;
    }
    expect(versions).toEqual(Array.from({ length: all.version }, (_, i) => i + 1));
    expect(all.events.every((event: { hash: string }) => /^[0-9a-f]{64}$/.test(event.hash))).toBe(true);
  });

  test('sentences and refusals call bodies and localities by their names', async () => {
    const said = async (id: string): Promise<string> =>
      (await api.get(`/api/v1/exercises/${id}/events?limit=500`)).body.events
        .map(({ sentence }: { sentence: { vi: string } }) => sentence.vi)
        .join('\n');
    expect(await said('tam-ky-2022')).toContain('Nhắc Công an thành phố Tam Kỳ: C');
    expect(await said('tan-thanh-2022')).toContain('Ban Chỉ huy Quân sự phường Tân Thạnh nhận việc X');
    expect(await said('tan-thanh-2022')).not.toMatch(/\((tam-ky|tan-thanh)\)/);
    const pause = { type: 'PostponeExercise', reason: 'bão' };
    const { body: refused } = await api.command('exercises/tam-ky-2022', 'nv-01@tan-thanh.CMC', pause);
    expect([refused.code, refused.messages.vi.what]).toEqual([
      'not-your-body',
      'Ban Chỉ huy Quân sự phường Tân Thạnh không có thẩm quyền làm việc này.',
    ]);
    expect(refused.messages.en.what).toBe('Commune military command, Tân Thạnh ward may not do this.');
  });

  test('filters of the list narrow it, unknown values are refused or find nothing', async () => {
    const ids = async (query: string) =>
      (await api.get(`/api/v1/exercises${query}`)).body.exercises.map((row: { id: string }) => row.id);
    expect(await ids('')).toEqual(['an-son-2022', 'phuoc-hoa-2022', 'tam-ky-2022', 'tan-thanh-2022']);
    expect(await ids('?orgUnit=tam-ky')).toEqual(['tam-ky-2022']);
    expect(await ids('?parentId=tam-ky-2022&year=2022')).toHaveLength(3);
    expect(await ids('?year=2023')).toEqual([]);
    expect((await api.get('/api/v1/exercises?phase=asleep')).status).toBe(400);
  });

  describe('as of an earlier day', () => {
    const paths = ['', '/checklist', '/gates/G2', '/reminders', '/events'];

    test.each(paths)('exercise%s answers as it stood, before the first event not at all', async (path) => {
      const schema = new Map(READS.map(([url, each]) => [url.split('?')[0], each])).get(
        path === '/gates/G2' ? `${CITY}/gates/G4` : `${CITY}${path}`,
      );
      const then = await api.get(`${CITY}${path}?asOf=2022-04-15`);
      expect(then.status).toBe(200);
      expect(schema?.safeParse(then.body).error).toBeUndefined();
      expect(then.body).toMatchObject({ asOf: '2022-04-15T16:59:59.999Z', today: '2022-04-15' });
      const now = await api.get(`${CITY}${path}`);
      expect(then.body.version).toBeLessThan(now.body.version);
      const before = await api.get(`${CITY}${path}?asOf=2021-01-01`);
      expect([before.status, before.body.code]).toEqual([404, 'not-yet']);
    });

    test('as of now equals now', async () => {
      for (const path of paths) {
        const { asOf: _, ...now } = (await api.get(`${CITY}${path}`)).body;
        const { asOf: __, ...then } = (await api.get(`${CITY}${path}?asOf=${api.clock.now}`)).body;
        expect(then).toEqual(now);
      }
      const { asOf: _, ...now } = (await api.get('/api/v1/readiness')).body;
      const { asOf: __, ...then } = (await api.get(`/api/v1/readiness?asOf=${api.clock.now}`)).body;
      expect(then).toEqual(now);
    });

    test('the readiness board shows only files that existed, judged on that day', async () => {
      const then = await expectRead(api, '/api/v1/readiness?asOf=2022-03-01', contract.ReadinessBoard);
      expect(then.body.today).toBe('2022-03-01');
      expect(then.body.exercises.length).toBeLessThan(4);
    });

    test('an instant may carry an offset', async () => {
      const utc = await api.get(`${CITY}?asOf=2022-04-15T03:00:00Z`);
      const local = await api.get(`${CITY}?asOf=${encodeURIComponent('2022-04-15T10:00:00+07:00')}`);
      expect(local.text).toBe(utc.text);
    });
  });

  test('what is on file can be read in a year without a calendar table', async () => {
    const { now } = api.clock;
    api.clock.now = '2031-01-01T00:00:00.000Z' as typeof now;
    const [file, board, desk] = [CITY, '/api/v1/readiness', '/api/v1/bodies/tam-ky.POL/tasks'].map((url) =>
      api.get(url),
    );
    for (const answer of [await file, await board, await desk]) expect(answer?.status).toBe(200);
    expect((await file)?.body).toMatchObject({ workingDaysLeft: null, readiness: { verdict: 'none' } });
    api.clock.now = now;
  });

  test('what does not exist is 404 with its own sentence', async () => {
    const codes = new Map([
      ['/api/v1/exercises/khong-co', 'not-found'],
      ['/api/v1/exercises/khong-co/checklist?asOf=2022-04-15', 'not-found'],
      ['/api/v1/exercises/khong-co/events', 'not-found'],
      ['/api/v1/drills/khong-co', 'not-found'],
      ['/api/v1/drills/tam-ky-2022', 'drill-unknown'],
      ['/api/v1/reviews/khong-co', 'not-found'],
      ['/api/v1/reviews/tam-ky-2022/events', 'review-unknown'],
      ['/api/v1/templates/khong-co', 'not-found'],
      ['/api/v1/templates/commune?version=99', 'template-unknown'],
    ]);
    for (const [url, code] of codes) {
      const { status, body } = await api.get(url);
      expect([url, status, body.code]).toEqual([url, 404, code]);
    }
    expect((await api.get('/api/v1/calendars/2031')).body.code).toBe('calendar-year-missing');
  });
});

describe('a season that is over', () => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi();
    await loadSeason(api, true);
  }, 120_000);
  afterAll(() => api.close());

  test('a file says which drill and review stand beside it, also on an earlier day', async () => {
    const besideOn = async (query: string) => (await api.get(`${CITY}${query}`)).body.beside;
    expect(await besideOn('')).toEqual({ drill: true, review: true });
    expect(await besideOn('?asOf=2022-03-01')).toEqual({ drill: false, review: false });
  });

  test.each([
    ...READS,
    ['/api/v1/drills/tam-ky-2022', contract.DrillShown],
    ['/api/v1/drills/tam-ky-2022/events', contract.History],
    ['/api/v1/reviews/tam-ky-2022', contract.ReviewShown],
    ['/api/v1/reviews/tam-ky-2022/events', contract.History],
    ['/api/v1/reviews/an-son-2022', contract.ReviewShown],
    ['/api/v1/reviews/tam-ky-2022/report', contract.ReviewReportShown],
    ['/api/v1/reviews/an-son-2022/report', contract.ReviewReportShown],
    ['/api/v1/actions', contract.ActionList],
  ] as const)('%s answers as documented', async (url, schema) => {
    await expectRead(api, url, schema);
  });

  test('every rate names numerator and denominator; 97,14 % is amber and misses the target of 100 %', async () => {
    const { body } = await api.get('/api/v1/drills/tam-ky-2022');
    const row = body.rows.find(
      (each: { kind: string; rates: { attendanceRate: { percent: number } } }) =>
        each.kind === 'reservist' && each.rates.attendanceRate.percent === 97.14,
    );
    expect(row).toMatchObject({ colour: 'amber', target: 100, meetsTarget: false });
    expect(row.rates.attendanceRate).toMatchObject({ numerator: 34, denominator: 35, text: { vi: '97,14% (34/35)' } });
    for (const { rates } of [...body.rows, ...body.totals])
      for (const rate of Object.values<{ denominator: number; percent: number | null }>(rates))
        expect(rate.percent === null).toBe(rate.denominator === 0);
  });

  test('the grade of a review has its Vietnamese label, and scores add up to it', async () => {
    const { body } = await api.get('/api/v1/reviews/tam-ky-2022');
    expect(['Giỏi', 'Khá', 'Đạt', 'Không đạt']).toContain(body.result.grade.label.vi);
    expect(body.points).toEqual({ sum: body.result.points, of: 100 });
  });

  test('every score stands beside its evidence coverage, and opens to its event', async () => {
    const { body } = await api.get('/api/v1/reviews/tam-ky-2022');
    expect(body.coverage.denominator).toBeGreaterThan(0);
    const [first] = body.scores;
    expect(first.lines).toHaveLength(2);
    const [kind, id, version] = first.lines[0].event.split('/');
    const { body: history } = await api.get(`/api/v1/${kind}s/${id}/events?afterVersion=${version - 1}&limit=1`);
    expect(history.events[0]).toMatchObject({ type: 'ScoreRecorded', data: { domain: first.domain } });
  });

  test('corrective actions are listed across reviews by owner, state and locality; checked ones wait for a retest', async () => {
    const { body: all } = await api.get('/api/v1/actions');
    const ids = (list: { review: string; id: string }[]) => list.map(({ review, id }) => `${review}/${id}`);
    expect(all.actions.length).toBeGreaterThan(1);
    for (const { status, retests } of all.actions)
      expect([status, retests.some(({ passed }: { passed: boolean }) => passed)]).toEqual(
        status === 'closed' ? ['closed', true] : ['verified', false],
      );
    const dues = all.actions.map(({ due }: { due: string }) => due);
    expect(dues).toEqual([...dues].sort());
    const of = async (query: string) => ids((await api.get(`/api/v1/actions?${query}`)).body.actions);
    const { owner } = all.actions[0];
    expect(await of(`owner=${owner}`)).toEqual(
      ids(all.actions.filter((action: { owner: string }) => action.owner === owner)),
    );
    expect(await of('unit=tam-ky')).toEqual(
      ids(all.actions.filter((action: { unit: string }) => action.unit === 'tam-ky')),
    );
    expect(await of('state=open')).toEqual([]);
    expect((await api.get('/api/v1/actions?state=lost')).status).toBe(400);
  });

  test('the report joins the three files, and as of an earlier day tells what stood then', async () => {
    const { body } = await api.get('/api/v1/reviews/tam-ky-2022/report');
    expect(body.general).toMatchObject({ exercise: 'tam-ky-2022', orgUnit: 'tam-ky' });
    expect(body.mobilisation[0].rates.attendanceRate).toMatchObject({ numerator: 119, denominator: 120 });
    expect(body.improvementPlan.map(({ action }: { action: string }) => action)).toEqual(['A1', 'A2']);
    const { body: all } = await api.get('/api/v1/actions?state=verified');
    expect(body.openActions).toEqual(
      all.actions.flatMap(({ review, id }: { review: string; id: string }) => (review === 'tam-ky-2022' ? [id] : [])),
    );
    const { body: first } = await api.get('/api/v1/reviews/tam-ky-2022/events?limit=1');
    const { body: then } = await api.get(`/api/v1/reviews/tam-ky-2022/report?asOf=${first.events[0].at}`);
    expect(then).toMatchObject({ improvementPlan: [], score: { points: null } });
    expect((await api.get('/api/v1/reviews/khong-co/report')).body.code).toBe('not-found');
  });

  test('drill and review answer as of an earlier moment, before their first event not at all', async () => {
    for (const path of ['drills', 'reviews']) {
      const { body: history } = await api.get(`/api/v1/${path}/tam-ky-2022/events`);
      const { body: then } = await api.get(`/api/v1/${path}/tam-ky-2022?asOf=${history.events[1].at}`);
      expect(then.version).toBeGreaterThanOrEqual(1);
      expect(then.version).toBeLessThan(history.version);
      expect((await api.get(`/api/v1/${path}/tam-ky-2022/events?asOf=${history.events[1].at}`)).body.version).toBe(
        then.version,
      );
      expect((await api.get(`/api/v1/${path}/tam-ky-2022?asOf=2022-01-01`)).body.code).toBe('not-yet');
    }
  });
});
