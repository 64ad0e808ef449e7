/** The planner over HTTP and PostgreSQL: asked, solved in a thread, saved, approved, made into drafts. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createRunner } from '../../planner/runner.ts';
import { eventually } from '../support/engine.ts';
import { askFor, communesOf, ended, HEAD, PLAN, type Planning, SA, startPlanning, TERM, usual } from './support.ts';

let planning: Planning;
beforeAll(async () => {
  planning = await startPlanning(25);
}, 120_000);
afterAll(() => planning.close());

const get = (path: string, who = SA) => planning.api.get(`/api/v1/${path}`, { 'x-actor': who });
const post = (path: string, body: object, who = SA) => planning.api.post(`/api/v1/${path}`, body, { 'x-actor': who });
const command = (body: object, who = SA) => planning.api.command(`rollouts/${PLAN}`, who, body);

const solve = async (more: object = {}) => {
  const job = randomUUID();
  const taken = await post('planner/jobs', askFor(job, more));
  expect([taken.status, taken.headers.location]).toEqual([202, `/api/v1/planner/jobs/${job}`]);
  const shown = await ended(planning.api, job);
  return { job, shown, answer: (await get(`planner/jobs/${job}/answers/quang-nam`)).body };
};
const saved = ({ answer }: Awaited<ReturnType<typeof solve>>, more: object = {}) => ({
  ...{ type: 'ProposeRollOut', orgUnit: 'quang-nam', ...TERM, theme: 'Xã chiến đấu' },
  communes: answer.communes.map(({ name: _, ...commune }: { name: object }) => commune),
  ...{ rules: answer.rules, cells: answer.answer.cells, solve: answer.solve },
  ...more,
});

test('the basis: communes of the organisation, usual rules, whoever may look', async () => {
  const { body } = await get('planner/basis?unit=quang-nam&firstYear=2026&lastYear=2030');
  expect(body).toMatchObject({
    mayPlan: true,
    plan: { id: PLAN, version: 0 },
    unit: { name: { vi: 'tỉnh quang-nam' } },
  });
  expect(body.communes.map(({ id }: { id: string }) => id)).toEqual(communesOf(25));
  const looked = await get('planner/basis?unit=quang-nam&firstYear=2026&lastYear=2030', 'ld-01@quang-nam.PC');
  expect(looked.body.mayPlan).toBe(false);
  for (const who of ['ng-01@da-nang.SA', 'ng-01@quang-nam.POL', 'ng-01@xa-001.CMC'])
    expect((await get('planner/basis?unit=quang-nam&firstYear=2026&lastYear=2030', who)).status).toBe(404);
  const units = (await get('planner/units')).body.units;
  expect(units).toEqual([
    { id: 'quang-nam', name: { vi: 'tỉnh quang-nam', en: 'quang-nam' }, communes: 25, mayPlan: true },
  ]);
});

test('a job is asked for once under its id, solved, and answers with plan, proof and grounds', async () => {
  const { job, shown, answer } = await solve({ rules: { ...usual, pilots: ['xa-003'] } });
  expect(shown).toMatchObject({ status: 'done', done: 1, total: 1, failure: null });
  expect(answer.answer).toMatchObject({ status: 'optimal', gap: expect.any(Number) });
  expect(answer.cover.map(({ count }: { count: number }) => count)).toEqual([5, 5, 5, 5, 5]);
  expect(answer.cover[0].share).toBe(2_000);
  const pilot = answer.why.find(({ commune }: { commune: string }) => commune === 'xa-003');
  expect(pilot.why[0]).toEqual({ vi: 'xã điểm, làm trước', en: 'a pilot, goes first' });
  const again = await post('planner/jobs', askFor(job));
  expect([again.status, again.body.status]).toEqual([202, 'done']);
  expect((await post('planner/jobs', askFor(job), 'ng-02@quang-nam.SA')).body.code).toBe('job-reused');
  expect((await get(`planner/jobs/${job}`, 'ng-01@da-nang.SA')).body.code).toBe('job-unknown');
  const listed = (await get('planner/jobs?unit=quang-nam')).body.jobs;
  expect(listed.map(({ id }: { id: string }) => id)).toContain(job);
});

test('what cannot be met is explained in words, with what giving up a rule would do', async () => {
  const { shown, answer } = await solve({
    rules: { ...usual, windows: [{ id: 'lu', kind: 'flood', months: [10], communes: null }] },
    fixed: [{ commune: 'xa-001', year: 2027, month: 10 }],
  });
  expect(shown.status).toBe('done');
  expect(answer.solve).toBeNull();
  expect(answer.conflict.map(({ text }: { text: { vi: string } }) => text.vi)).toEqual([
    'xã xa-001 đã chọn cố định tháng 10/2027',
    'không tổ chức vào mùa mưa lũ (tháng 10, tất cả các xã)',
  ]);
  expect(answer.remedies.map(({ kind, enough }: { kind: string; enough: boolean }) => [kind, enough])).toEqual([
    ['fixed', true],
    ['windows', true],
  ]);
});

test('bad questions are refused in both languages and make no job', async () => {
  const before = (await get('planner/jobs?unit=quang-nam')).body.jobs.length;
  const refused = async (more: object, who = SA) => {
    const { status, body } = await post('planner/jobs', askFor(randomUUID(), more), who);
    expect(body.messages?.vi.what).toBeTruthy();
    return [status, body.code];
  };
  expect(await refused({ lastYear: 2050 })).toEqual([422, 'planner-term']);
  expect(await refused({ rules: { ...usual, pilots: ['hoi-an'] } })).toEqual([422, 'planner-strangers']);
  expect(await refused({ units: ['xa-001'] })).toEqual([409, 'planner-no-communes']);
  expect(await refused({ units: ['da-nang'] })).toEqual([404, 'not-found']);
  expect(await refused({ units: [] })).toEqual([422, 'invalid-body']);
  expect(await refused({}, 'ld-01@quang-nam.PC')).toEqual([403, 'not-permitted']);
  expect(await refused({}, 'ld-01@quang-nam.VIEW')).toEqual([403, 'viewers-send-nothing']);
  expect(await refused({ options: { timeLimit: 0, gap: 0.005 } })).toEqual([422, 'invalid-body']);
  expect((await get('planner/jobs?unit=quang-nam')).body.jobs.length).toBe(before);
});

test('a plan is saved with its proof; a false proof is refused', async () => {
  const solved = await solve({ rules: { ...usual, pilots: ['xa-003'] } });
  const { solve: note } = saved(solved);
  const wrong = await command(saved(solved, { solve: { ...note, gap: 0.5 } }));
  expect([wrong.status, wrong.body.code]).toEqual([422, 'solve-differs']);
  const moved = saved(solved).cells.map((cell: { year: number }, i: number) =>
    i === 0 ? { ...cell, year: 2028 } : cell,
  );
  expect((await command(saved(solved, { cells: moved }))).body.code).toBe('solve-differs');
  expect((await command(saved(solved), 'ng-01@da-nang.SA')).body.code).toBe('not-your-body');
  expect((await command(saved(solved))).status).toBe(200);
  const { body } = await get(`rollouts/${PLAN}`);
  expect(body).toMatchObject({
    phase: 'draft',
    revision: 1,
    solve: { job: solved.job },
    faults: [],
    band: { least: 5, most: 6 },
  });
});

test('a draft is known to staff only; submitted it is seen by leaders; in force a commune sees its own place', async () => {
  const commune = 'ng-01@xa-003.CMC';
  expect((await get(`rollouts/${PLAN}`, 'ld-01@quang-nam.PC')).status).toBe(404);
  expect((await command({ type: 'SubmitRollOut' })).status).toBe(200);
  expect((await get(`rollouts/${PLAN}`, 'ld-01@quang-nam.PC')).status).toBe(200);
  expect((await get(`rollouts/${PLAN}`, 'ng-01@da-nang.SA')).status).toBe(404);
  const before = (await get(`rollouts/${PLAN}`, commune)).body;
  expect([before.cells, before.rules]).toEqual([[], null]);
  expect((await command({ type: 'ApproveRollOut' }, HEAD)).status).toBe(200);
  const own = (await get(`rollouts/${PLAN}`, commune)).body;
  expect(own.cells).toEqual([{ commune: 'xa-003', year: 2026, month: expect.any(Number), fixed: false, why: [] }]);
  expect(own.communes.map(({ id }: { id: string }) => id)).toEqual(['xa-003']);
  expect((await get('rollouts', commune)).body.plans.map(({ id }: { id: string }) => id)).toEqual([PLAN]);
  expect((await get('rollouts', 'ng-01@da-nang.SA')).body.plans).toEqual([]);
});

test('approval made one draft for each commune, led by the province, and a repeat makes none', async () => {
  const { body } = await get('exercises?phase=draft');
  const ids = body.exercises.map(({ id }: { id: string }) => id);
  expect(ids).toEqual(communesOf(25).map((id) => `${id}-2026-2030`));
  const shown = (await get(`rollouts/${PLAN}`)).body;
  expect(shown.communes[2].exercise).toEqual({ id: 'xa-003-2026-2030', phase: 'draft' });
  const file = (await get('exercises/xa-003-2026-2030')).body;
  expect(file).toMatchObject({ isPilot: true, theme: 'Xã chiến đấu' });
  const events = await planning.api.events();
  expect((await command({ type: 'ApproveRollOut' }, HEAD)).body.code).toBe('roll-out-not-submitted');
  expect(await planning.api.events()).toBe(events);
});

test('a changed year: the new plan moves as few communes as it can and says so in the history', async () => {
  const { cells } = (await get(`rollouts/${PLAN}`)).body;
  const one = cells.find(({ year }: { year: number }) => year === 2027);
  const solved = await solve({
    rules: { ...usual, pilots: ['xa-003'] },
    fixed: [{ commune: one.commune, year: 2029, month: 3 }],
  });
  expect(solved.answer.answer).toMatchObject({ moves: 2, fewest: true });
  expect((await command(saved(solved))).body.code).toBe('roll-out-needs-reason');
  expect((await command(saved(solved, { reason: 'xã có đại hội' }))).status).toBe(200);
  expect((await command({ type: 'SubmitRollOut' })).status).toBe(200);
  expect((await command({ type: 'ApproveRollOut' }, HEAD)).status).toBe(200);
  const { events } = (await get(`rollouts/${PLAN}/events`)).body;
  expect(events.map(({ type }: { type: string }) => type).slice(-4)).toEqual([
    'RollOutProposed',
    'RollOutSubmitted',
    'RollOutSuperseded',
    'RollOutApproved',
  ]);
  expect(events.at(-4).sentence.vi).toContain('chuyển năm 2 xã: xã có đại hội');
  expect((await get('exercises?phase=draft')).body.exercises).toHaveLength(25);
});

test('a job is cancelled before and while it runs; a stopped runner gives its job back and the next one ends it', async () => {
  await planning.runner.stop();
  const [waiting, running] = [randomUUID(), randomUUID()];
  await post('planner/jobs', askFor(waiting));
  expect((await get(`planner/jobs/${waiting}`)).body.status).toBe('queued');
  await post(`planner/jobs/${waiting}/stop`, { how: 'cancel' });
  expect((await get(`planner/jobs/${waiting}`)).body.status).toBe('cancelled');
  await post('planner/jobs', askFor(running));
  planning.runner = createRunner(planning.api.db, () => {}, { lookEvery: 100, beatEvery: 50 });
  expect((await ended(planning.api, running)).status).toBe('done');
  const late = await post(`planner/jobs/${running}/stop`, { how: 'cancel' });
  expect([late.status, late.body.status]).toEqual([202, 'done']);
});

test('a job whose process died is taken over', async () => {
  await planning.runner.stop();
  const job = randomUUID();
  await post('planner/jobs', askFor(job));
  const { sql } = await import('kysely');
  await sql`UPDATE planner.job SET status = 'running', runner = 'dead', beat_at = clock_timestamp() - interval '20 s'
    WHERE id = ${job}`.execute(planning.api.db);
  planning.runner = createRunner(planning.api.db, () => {}, { lookEvery: 100, beatEvery: 50 });
  expect((await ended(planning.api, job)).status).toBe('done');
  await eventually(async () => (await get(`planner/jobs/${job}`)).body.done === 1 || null, 5_000);
});
