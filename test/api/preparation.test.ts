/** The preparation through the API: a tailored checklist, a task whole, rehearsals, templates in versions and their adoption. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { z } from 'zod';
import * as contract from '../../api/contract/index.ts';
import type { Instant } from '../../domain/time.ts';
import { communeWith, publish, row } from '../domain/preparation/support.ts';
import { type Api, startApi } from './support.ts';

const COMMUNE = 'exercises/tan-thanh-2027';
const CMC = 'ch-01@tan-thanh.CMC';
const COM = 'xa-01@tan-thanh.COM';
const SA = 'tb-01@tam-ky.SA';
const DB = 'dd-01@tam-ky.DB';
const OB = 'tc-01@tan-thanh.OB';

describe('a commune prepares', () => {
  let api: Api;
  const sent = async (path: string, actor: string, command: object) => {
    const answer = await api.command(path, actor, command);
    expect([command, answer.status, answer.body?.code]).toEqual([command, 200, undefined]);
  };
  /** A desk is read by its own body, everything else by the viewers of the city. */
  const read = async <S extends z.ZodType>(url: string, schema: S): Promise<z.output<S>> => {
    const desk = /^bodies\/([^/]+)/.exec(url)?.[1];
    const { status, body } = await api.get(`/api/v1/${url}`, desk ? { 'x-actor': `nv-01@${desk}` } : {});
    expect([url, status, schema.safeParse(body).error?.issues]).toEqual([url, 200, undefined]);
    return body;
  };
  beforeAll(async () => {
    api = await startApi();
    api.clock.now = '2026-10-06T02:00:00.000Z' as Instant;
    const draft = { exerciseType: 'communeCombatExercise', orgUnit: 'tan-thanh', superiorUnit: 'tam-ky', theme: 'DT' };
    await sent(COMMUNE, CMC, { type: 'DraftExercise', ...draft });
    await sent(COMMUNE, CMC, { type: 'PlanExercise', startDate: '2027-04-13', endDate: '2027-04-14' });
  }, 60_000);
  afterAll(() => api.close());

  test('a dropped task leaves the checklist, and stays on file with its reason', async () => {
    await sent(COMMUNE, CMC, { type: 'DropTask', task: 'X08', reason: 'Đã quán triệt toàn thành phố' });
    const { tasks, dropped } = await read(`${COMMUNE}/checklist`, contract.Checklist);
    expect(tasks).toHaveLength(23);
    expect(dropped).toMatchObject([{ task: 'X08', reason: 'Đã quán triệt toàn thành phố' }]);
    const { tasks: own } = await read('bodies/tan-thanh.CUL/tasks', contract.BodyTasks);
    expect(own).toEqual([]);
    const refusal = await api.command(COMMUNE, CMC, { type: 'RelinkTask', task: 'X03', after: ['X05'], reason: 'x' });
    expect([refusal.status, refusal.body.code]).toEqual([409, 'task-cycle']);
  });

  test('a task whole: what it waits for, comments, every proof, its history in words', async () => {
    await sent(COMMUNE, CMC, {
      type: 'SubmitTask',
      task: 'X01',
      evidence: { number: '1/CT', date: '2026-10-05', holder: 'Văn thư' },
    });
    await sent(COMMUNE, SA, { type: 'ReturnTask', task: 'X01', reason: 'Thiếu số đến' });
    await sent(COMMUNE, SA, { type: 'CommentTask', task: 'X02', text: 'Gửi dự thảo trước' });
    const first = await read(`${COMMUNE}/tasks/X01`, contract.TaskWhole);
    expect(first.task.submissions).toMatchObject([{ number: '1/CT', outcome: 'returned', reason: 'Thiếu số đến' }]);
    expect(first.history.map(({ type }) => type)).toEqual(['TaskSubmitted', 'TaskReturned']);
    expect(first.history[1]?.sentence.vi).toContain('Thiếu số đến');
    const second = await read(`${COMMUNE}/tasks/X02`, contract.TaskWhole);
    expect(second.blockedBy).toMatchObject([{ code: 'X01', holder: 'tan-thanh.CMC', since: api.clock.now }]);
    expect(second.comments).toMatchObject([{ text: 'Gửi dự thảo trước', by: { body: 'tam-ky.SA' } }]);
    expect((await api.get(`/api/v1/${COMMUNE}/tasks/X99`)).body.code).toBe('task-unknown');
  });

  test('who waits for whom stands in the list of each body', async () => {
    const { waitsOnMe } = await read('bodies/tan-thanh.CMC/tasks', contract.BodyTasks);
    expect(waitsOnMe.map(({ code, mine }) => `${code} ${mine}`)).toContain('X02 X01');
    const { waitsOnOthers } = await read('bodies/tan-thanh.COM/tasks', contract.BodyTasks);
    expect(waitsOnOthers[0]).toMatchObject({ code: 'X02', blockedBy: [{ code: 'X01' }] });
  });

  test('the issues of a rehearsal keep their gate shut', async () => {
    await sent(COMMUNE, DB, {
      type: 'HoldRehearsal',
      rehearsal: 'LT1',
      step: 'practice',
      date: '2026-10-06',
      attended: 9,
    });
    const issue = { issue: 'V1', rehearsal: 'LT1', text: 'Báo cáo chậm', owner: 'tan-thanh.OB', due: '2026-10-20' };
    await sent(COMMUNE, DB, { type: 'RaiseIssue', ...issue });
    const { gate } = await read(`${COMMUNE}/gates/G5`, contract.GateAnswer);
    expect(gate.blockers).toContainEqual(
      expect.objectContaining({ kind: 'issue', code: 'issue:V1', holder: 'tan-thanh.OB', due: '2026-10-20' }),
    );
    await sent(COMMUNE, OB, { type: 'CloseIssue', issue: 'V1', evidence: 'đã luyện lại' });
    const shown = await read(`${COMMUNE}/rehearsals`, contract.Rehearsals);
    expect(shown).toMatchObject({
      open: { G5: 1, G6: 0 },
      rehearsals: [{ id: 'LT1', issues: [{ status: 'closed' }] }],
    });
  });

  test('a published version is shown, compared, and adopted as its preview said', async () => {
    const second = communeWith({ X14: { owner: 'CMC' } }, [row('X25', { offset: 'T-25' })]);
    const invalid = await api.command('templates/commune', SA, publish(communeWith({ X05: { after: ['X05'] } })));
    expect([invalid.status, invalid.body.code]).toEqual([422, 'template-faulty']);
    await sent('templates/commune', SA, publish(second));
    const { templates } = await read('templates', contract.TemplateList);
    expect(templates.map(({ id, version }) => `${id} ${version}`)).toEqual(['city 1', 'commune 1', 'commune 2']);
    expect((await read('templates/commune', contract.TemplateShown)).version).toBe(2);
    expect((await read('templates/commune?version=1', contract.TemplateShown)).version).toBe(1);
    const difference = await read('templates/commune/difference?from=1&to=2', contract.TemplateDifferenceShown);
    expect(difference).toMatchObject({ added: [{ code: 'X25' }], dropped: [], changed: [{ code: 'X14' }] });
    const preview = await read(`${COMMUNE}/template-difference?version=2`, contract.AdoptionShown);
    expect(preview).toMatchObject({
      added: [{ code: 'X25', due: '2027-03-09' }],
      changed: [{ code: 'X14', fields: [{ field: 'owner', from: 'tan-thanh.POL', to: 'tan-thanh.CMC' }] }],
      leftAsItIs: [{ code: 'X08', because: 'dropped' }],
    });
    await sent(COMMUNE, CMC, { type: 'AdoptTemplate', version: 2, reason: 'Mẫu mới của thành phố' });
    const { tasks } = await read(`${COMMUNE}/checklist`, contract.Checklist);
    expect(tasks.find(({ code }) => code === 'X14')?.owner).toBe('tan-thanh.CMC');
    expect(tasks.map(({ code }) => code)).toContain('X25');
    const { events } = await read(`${COMMUNE}/events?limit=100`, contract.History);
    expect(events.at(-1)?.sentence.vi).toBe(
      'Áp dụng mẫu phiên bản 2 thay bản 1: thêm 1 việc, bỏ 0, đổi 1: Mẫu mới của thành phố',
    );
    expect((await api.get(`/api/v1/${COMMUNE}/template-difference?version=9`)).body.code).toBe('template-unknown');
    expect(await read(`${COMMUNE}/proposals`, contract.Proposals)).toMatchObject({ proposals: [] });
    expect((await api.command(COMMUNE, COM, { type: 'AdoptTemplate', version: 1, reason: 'x' })).status).toBe(403);
  });
});
