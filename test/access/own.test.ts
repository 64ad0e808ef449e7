/** What a department reads of an exercise in which it owns some tasks: its own work, its neighbours by name, nothing else. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { z } from 'zod';
import * as contract from '../../api/contract/index.ts';
import type { Api } from '../api/support.ts';
import { ID, openWorld } from './world.ts';

const POL = 'ng-01@tam-ky.POL';
const [E, D, R] = [`/api/v1/exercises/${ID}`, `/api/v1/drills/${ID}`, `/api/v1/reviews/${ID}`];

describe('own part of a file', () => {
  let api: Api;
  const read = async <S extends z.ZodType>(url: string, schema: S, who = POL): Promise<z.output<S>> => {
    const { status, body } = await api.get(url, { 'x-actor': who });
    expect([url, status, schema.safeParse(body).error?.issues]).toEqual([url, 200, undefined]);
    return body;
  };
  const sa = 'ng-01@tam-ky.SA';
  beforeAll(async () => {
    api = await openWorld();
  }, 120_000);
  afterAll(() => api.close());

  test('the checklist holds its tasks, and those before and after them without content', async () => {
    const [own, whole] = [
      await read(`${E}/checklist`, contract.Checklist),
      await read(`${E}/checklist`, contract.Checklist, sa),
    ];
    expect(own.tasks.length).toBeLessThan(whole.tasks.length);
    const theirs = own.tasks.filter(({ owner, holder }) => owner === 'tam-ky.POL' || holder === 'tam-ky.POL');
    expect(theirs.length).toBeGreaterThan(1);
    for (const task of theirs) expect(task).toEqual(whole.tasks.find(({ code }) => code === task.code));
    const around = new Set(
      whole.tasks.flatMap((task) =>
        theirs.some(({ code, after }) => task.after.includes(code) || after.includes(task.code)) ? [task.code] : [],
      ),
    );
    const others = own.tasks.filter((task) => !theirs.includes(task));
    expect(others.length).toBeGreaterThan(0);
    for (const task of others) {
      expect(around).toContain(task.code);
      expect(task).toMatchObject({ evidenceGiven: null, submissions: [], comments: 0, person: null, returned: null });
    }
  });

  test('past days are read by the rights of today', async () => {
    const now = await read(`${E}/checklist`, contract.Checklist);
    const then = await read(`${E}/checklist?asOf=2022-04-15`, contract.Checklist);
    expect(then.tasks.map(({ code }) => code)).toEqual(now.tasks.map(({ code }) => code));
  });

  test('a task of its own comes whole, a neighbour by name, any other is unknown', async () => {
    const { tasks } = await read(`${E}/checklist`, contract.Checklist);
    const { tasks: all } = await read(`${E}/checklist`, contract.Checklist, sa);
    const own = tasks.find(({ owner, status }) => owner === 'tam-ky.POL' && status === 'waiting');
    const other = tasks.find(({ owner, holder }) => owner !== 'tam-ky.POL' && holder !== 'tam-ky.POL');
    const hidden = all.find(({ code }) => !tasks.some((task) => task.code === code));
    expect((await read(`${E}/tasks/${own?.code}`, contract.TaskWhole)).history.length).toBeGreaterThan(0);
    expect(await read(`${E}/tasks/${other?.code}`, contract.TaskWhole)).toMatchObject({
      comments: [],
      history: [],
      blockedBy: [],
    });
    const [known, unknown] = [
      await api.get(`${E}/tasks/${hidden?.code}`, { 'x-actor': POL }),
      await api.get(`${E}/tasks/X99`, { 'x-actor': POL }),
    ];
    expect([known.status, known.body.code, unknown.body.code]).toEqual([404, 'task-unknown', 'task-unknown']);
  });

  test('the states of gates stay; what blocks them elsewhere says that it is elsewhere', async () => {
    const [own, whole] = [await read(E, contract.ExerciseFile), await read(E, contract.ExerciseFile, sa)];
    expect(own.gates.map(({ code, state }) => [code, state])).toEqual(
      whole.gates.map(({ code, state }) => [code, state]),
    );
    const foreign = own.gates
      .flatMap(({ blockers }) => blockers)
      .filter(({ kind, holder }) => kind === 'task' && holder === null);
    expect(foreign.length).toBeGreaterThan(0);
    for (const { text, waitsOn } of foreign)
      expect([text.vi, waitsOn]).toEqual(['Còn vướng việc của đơn vị khác.', []]);
    expect(own.readiness.verdict).toBe(whole.readiness.verdict);
    for (const { bodies } of own.readiness.reasons) expect(bodies).toEqual(['tam-ky.POL']);
    expect(own.children).toEqual([]);
    expect(own.tasks.total).toBeLessThan(whole.tasks.total);
  });

  test('plan, reminders and rehearsals hold its own rows', async () => {
    const plan = await read(`${E}/plan`, contract.Plan);
    const checklist = await read(`${E}/checklist`, contract.Checklist);
    expect(plan.tasks.map(({ code }) => code)).toEqual(checklist.tasks.map(({ code }) => code));
    for (const { to } of (await read(`${E}/reminders`, contract.Reminders)).reminders) expect(to).toBe('tam-ky.POL');
    for (const { to } of (await read('/api/v1/reminders', contract.ReminderLog)).reminders)
      expect(to).toBe('tam-ky.POL');
    await read(`${E}/rehearsals`, contract.Rehearsals);
    await read(`${E}/run`, contract.RunShown);
  });

  test('the history tells what it did, what was done to its tasks and what it was told, page by page', async () => {
    const whole = await read(`${E}/events?limit=500`, contract.History);
    const { tasks } = await read(`${E}/checklist`, contract.Checklist);
    const own = new Set(
      tasks
        .filter(({ owner, holder }) => [owner, holder].some((each) => each === 'tam-ky.POL'))
        .map(({ code }) => code),
    );
    for (const { by, data } of whole.events)
      expect(
        by.body === 'tam-ky.POL' || own.has(String(data.task)) || [data.to, data.owner].includes('tam-ky.POL'),
      ).toBe(true);
    const paged: number[] = [];
    for (let after: number | null = 0; after !== null; ) {
      const page: z.output<typeof contract.History> = await read(
        `${E}/events?limit=2&afterVersion=${after}`,
        contract.History,
      );
      paged.push(...page.events.map(({ version }) => version));
      after = page.nextAfter;
    }
    expect(paged).toEqual(whole.events.map(({ version }) => version));
    expect(whole.events.length).toBeLessThan((await read(`${E}/events?limit=500`, contract.History, sa)).events.length);
  });

  test('of a drill a keeper sees his station, a commune its own rows, and neither the other', async () => {
    const stations = async (who: string) =>
      (await read(`${D}/stations`, contract.DrillStations, who)).stations.map(({ station }) => station);
    expect(await stations(POL)).toEqual(['TT-00']);
    expect(await stations('ng-01@tan-thanh.CMC')).toEqual(['TT-02']);
    expect(await stations(sa)).toEqual(['TT-00', 'TT-01', 'TT-02', 'TT-03']);
    await read(D, contract.DrillShown);
    await read(`${D}/orders`, contract.DrillOrders);
    await read(`${D}/curve`, contract.DrillCurve);
  });

  test('a commune of the city brings its first count into a drill that holds nothing of it yet', async () => {
    const who = 'ng-01@an-son.CMC';
    expect((await read(D, contract.DrillShown, who)).rows).toEqual([]);
    const command = { type: 'RecordCounts', unit: 'an-son', kind: 'reservist', counts: { registered: 50 } };
    expect((await api.command(`drills/${ID}`, who, command)).status).not.toBe(404);
    expect((await api.get(D, { 'x-actor': 'ng-01@an-son.POL' })).status).toBe(404);
  });

  test('of a review it sees its corrective actions and the limits they answer', async () => {
    const own = await read(R, contract.ReviewShown);
    expect([own.actions.map(({ id }) => id), own.findings.map(({ id, actions }) => [id, actions])]).toEqual([
      ['A0'],
      [['F1', ['A0']]],
    ]);
    expect((await read(R, contract.ReviewShown, sa)).actions).toHaveLength(4);
    const list = async (who: string) =>
      (await read('/api/v1/actions', contract.ActionList, who)).actions.map(({ id }) => id);
    expect([await list(POL), await list(sa), await list('ng-01@da-nang.SA')]).toEqual([
      ['A0'],
      ['A0', 'A1', 'A2', 'A3'],
      [],
    ]);
  });

  test('clashes call the exercises by their names, and none that somebody does not see', async () => {
    const listed = async (who: string) => (await read('/api/v1/exercises', contract.ExerciseList, who)).exercises;
    const all = await listed(sa);
    for (const who of [POL, 'ng-01@tan-thanh.CMC', sa]) {
      const seen = (await listed(who)).map(({ id }) => id);
      for (const { exercises, text } of (await read('/api/v1/clashes', contract.ClashList, who)).clashes) {
        for (const each of exercises) expect(seen).toContain(each);
        for (const { id, theme } of all) {
          expect(text.vi).not.toContain(id);
          if (exercises.includes(id))
            expect([text.vi, text.en]).toEqual([text.vi, text.en].map(() => expect.stringContaining(theme)));
          if (!seen.includes(id)) expect(text.vi).not.toContain(theme);
        }
      }
    }
  });

  test('a preview shows what the command does to its own work only', async () => {
    const { tasks } = await read(`${E}/checklist`, contract.Checklist);
    const own = tasks.find(({ owner, status }) => owner === 'tam-ky.POL' && status !== 'verified');
    const command = { type: 'RequestExtension', task: own?.code, until: '2022-07-01', reason: 'Chờ số liệu' };
    const { status, body } = await api.post(`${E}/preview`, command, { 'x-actor': POL });
    expect([status, contract.Preview.safeParse(body).error]).toEqual([200, undefined]);
    for (const { task } of body.effects?.slack ?? []) expect(tasks.map(({ code }) => code)).toContain(task);
  });
});
