/** What a command would do, over a real database: the preview is what the commit then does, and writes nothing. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Preview } from '../../api/contract/index.ts';
import { type Api, loadSeason, startApi } from './support.ts';

const SA = 'nv-01@tam-ky.SA';
const SB = 'sb-1.tam-ky@tam-ky.SB:head';
const CITY = 'exercises/tam-ky-2022';
const MOVE = { type: 'RescheduleExercise', startDate: '2022-07-12', endDate: '2022-07-14', reason: 'trùng kỳ thi' };

let api: Api;
beforeAll(async () => {
  api = await startApi();
  await loadSeason(api);
});
afterAll(() => api.close());

const preview = async (path: string, actor: string, command: object, headers: Record<string, string> = {}) => {
  const answer = await api.post(`/api/v1/${path}/preview`, command, { 'x-actor': actor, ...headers });
  if (answer.status === 200) expect(Preview.safeParse(answer.body).error).toBeUndefined();
  return answer;
};

describe('a new opening day, before it is decided', () => {
  test('shows every moved deadline, reminder and the communes that would move, and writes nothing', async () => {
    const before = await api.store.head();
    const { status, body, headers } = await preview(CITY, SA, MOVE);
    expect([status, body.accepted, headers.etag]).toEqual([200, true, `"${body.version}"`]);
    const { effects, followUps } = body;
    const { body: checklist } = await api.get(`/api/v1/${CITY}/checklist`);
    const open = checklist.tasks.filter(({ status: now }: { status: string }) => !['verified', 'waived'].includes(now));
    expect(effects.deadlines.map(({ task }: { task: string }) => task).sort()).toEqual(
      open.map(({ code }: { code: string }) => code),
    );
    for (const { task, from, to, days } of effects.deadlines) {
      expect(from).toBe(open.find(({ code }: { code: string }) => code === task).due);
      expect([task, Math.sign(days)]).toEqual([task, to > from ? 1 : -1]);
    }
    expect(effects.reminders.silenced.total).toBeGreaterThan(0);
    expect(effects.reminders.sounding.total).toBeGreaterThan(0);
    expect(effects.reminders.sounding.first[0]).toMatchObject({ at: expect.stringMatching(/T\d\d:00:00\.000Z$/) });
    expect(followUps.map(({ stream }: { stream: string }) => stream).sort()).toEqual([
      'exercise/an-son-2022',
      'exercise/phuoc-hoa-2022',
      'exercise/tan-thanh-2022',
    ]);
    expect(followUps[0]).toMatchObject({ command: 'FollowCity', refused: null });
    expect(await api.store.head()).toEqual(before);
  });

  test('is exactly what the commit then does, event by event, in the city and in its communes', async () => {
    const { body: shown } = await preview(CITY, SA, MOVE);
    const { status, body } = await api.command(CITY, SA, { ...MOVE, expectedVersion: shown.version });
    expect([status, body.version]).toEqual([200, shown.version + shown.events.length]);
    const eventsOf = async (path: string, afterVersion: number) =>
      (await api.get(`/api/v1/${path}/events?afterVersion=${afterVersion}`)).body.events.map(
        ({ version, type, sentence, data }: Record<string, unknown>) => ({ version, type, sentence, data }),
      );
    expect(await eventsOf(CITY, shown.version)).toEqual(shown.events);
    for (const { stream, events, to } of shown.followUps) {
      const path = stream.replace('exercise/', 'exercises/');
      expect(await eventsOf(path, events[0].version - 1)).toEqual(events);
      expect((await api.get(`/api/v1/${path}`)).body).toMatchObject(to);
    }
    const due = new Map(
      (await api.get(`/api/v1/${CITY}/checklist`)).body.tasks.map(
        ({ code, due: day }: { code: string; due: string }) => [code, day],
      ),
    );
    for (const { task, to } of shown.effects.deadlines) expect([task, due.get(task)]).toEqual([task, to]);
  });

  test('committed on another version than the one previewed it is refused', async () => {
    const { body } = await preview(CITY, SA, { ...MOVE, startDate: '2022-07-19', endDate: '2022-07-21' });
    const stale = { ...MOVE, expectedVersion: body.version - 1 };
    expect((await api.command(CITY, SA, stale)).status).toBe(412);
    expect((await preview(CITY, SA, stale)).body).toMatchObject({
      accepted: false,
      problem: { code: 'stale-version' },
    });
  });
});

describe('any other command', () => {
  test('that would be refused is answered with the problem it would get', async () => {
    const command = { type: 'PostponeExercise', reason: 'bão' };
    const refused = await api.command(CITY, SA, command);
    const { commandId: _, ...problem } = refused.body;
    const shown = await preview(CITY, SA, command);
    expect([shown.status, shown.body.accepted]).toEqual([200, false]);
    expect(shown.body.problem).toEqual(problem);
  });

  test('a cancelled city asks its communes; a pause silences its reminders', async () => {
    const cancelled = await preview(CITY, SB, { type: 'CancelExercise', reason: 'cấp trên' });
    expect(
      cancelled.body.followUps.map(({ events }: { events: { type: string }[] }) => events.map(({ type }) => type)),
    ).toEqual([['CityChangeNoted'], ['CityChangeNoted'], ['CityChangeNoted']]);
    const paused = await preview(CITY, SB, { type: 'PostponeExercise', reason: 'bão' });
    expect(paused.body.effects.reminders.sounding.total).toBe(0);
    expect(paused.body.effects.reminders.silenced.total).toBeGreaterThan(0);
    expect(paused.body.effects.deadlines).toEqual([]);
  });

  test('of every kind of stream is previewed; without effects where there is no exercise', async () => {
    const drill = await preview('drills/tam-ky-2022', SA, { type: 'CloseDrill' });
    expect(drill.status).toBe(200);
    for (const [path, command] of [['reviews/tam-ky-2022', { type: 'DecideGrade' }]] as const)
      expect((await preview(path, SB, command)).body).toMatchObject({
        accepted: false,
        problem: { code: expect.any(String) },
      });
    expect((await preview('exercises/khong-co', SB, { type: 'OpenRun' })).status).toBe(404);
  });

  test('that does not fit its schema is refused as such; nobody previews without being known', async () => {
    expect((await preview(CITY, SA, { type: 'RescheduleExercise' })).status).toBe(422);
    expect((await preview(CITY, SA, [])).status).toBe(422);
    const unknown = await api.app.inject({ method: 'POST', url: `/api/v1/${CITY}/preview`, payload: MOVE });
    expect(unknown.statusCode).toBe(401);
  });
});

describe('planning of the season', () => {
  test('the plan tells slack and critical path, the run its stages, the clashes their words', async () => {
    const { body: plan } = await api.get(`/api/v1/${CITY}/plan`);
    expect(plan.tasks).toHaveLength(40);
    const critical = plan.tasks.filter(({ critical: yes }: { critical: boolean }) => yes);
    expect(new Set(plan.criticalPaths.flat())).toEqual(new Set(critical.map(({ code }: { code: string }) => code)));
    for (const { slack } of critical) expect(slack).toBe(plan.leastSlack);
    const { body: run } = await api.get(`/api/v1/${CITY}/run`);
    expect(run).toMatchObject({ stages: [{ stage: 1 }, { stage: 2 }, { stage: 3 }], observations: [], current: null });
    expect(run.criteria).toContainEqual({
      criterion: 'mobilisation/muster',
      domain: { vi: 'Động viên', en: 'Mobilisation' },
      name: { vi: 'Quân số, phương tiện có mặt', en: 'Reservists and vehicles report' },
    });
    const { body: clashes } = await api.get('/api/v1/clashes?from=2022-01-01&to=2022-12-31');
    for (const { severity, text } of clashes.clashes) expect([severity, text.vi.length > 0]).toEqual(['warning', true]);
    expect((await api.get(`/api/v1/${CITY}/clashes`)).body.unresolved).toBe(0);
  });

  test('a question of the city stands in the file of the commune until it is answered', async () => {
    const commune = 'exercises/an-son-2022';
    await api.command(commune, SB, { type: 'PostponeExercise', reason: 'lũ' });
    const days = { startDate: '2022-08-16', endDate: '2022-08-18' };
    expect((await api.command(CITY, SA, { ...MOVE, ...days })).status).toBe(200);
    expect((await api.get(`/api/v1/${commune}`)).body.cityAsks).toMatchObject([
      { change: 'rescheduled', because: 'postponed', to: days },
    ]);
    const answer = { type: 'AnswerCity', answer: 'keep', reason: 'chưa sẵn sàng' };
    expect((await api.command(commune, 'com-1.an-son@an-son.COM:head', answer)).status).toBe(200);
    expect((await api.get(`/api/v1/${commune}`)).body.cityAsks).toEqual([]);
  });
});
