/** A command through HTTP: done, repeated, stale, refused, slow, or the engine away. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { FastifyBaseLogger } from 'fastify';
import type { SendResult, StatusResult } from '../../api/app.ts';
import { CommandDone, CommandPending, CommandStatus, ProblemBody } from '../../api/contract/index.ts';
import { STATUS_OF } from '../../api/problems/index.ts';
import { StoreUnavailable } from '../../db/event-store.ts';
import { REJECTIONS } from '../../domain/labels/rejections.ts';
import { Rejection } from '../../domain/rejection.ts';
import type { Answer } from '../support/answer.ts';
import { type Api, startApi } from './support.ts';

const SA = 'tl-01@tam-ky.SA';
const SB = 'truong-01@tam-ky.SB:head';
const POL = 'ca-01@tam-ky.POL';
const DRAFT = {
  type: 'DraftExercise',
  exerciseType: 'defenceAreaExercise',
  orgUnit: 'tam-ky',
  theme: 'Diễn tập khu vực phòng thủ',
};
const PLAN = { type: 'PlanExercise', startDate: '2022-10-20', endDate: '2022-10-21' };

const expectProblem = ({ status, headers, body }: Answer, code: string): void => {
  expect(headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(ProblemBody.safeParse(body).error).toBeUndefined();
  expect([status, body.code]).toEqual([body.status, code]);
  for (const language of ['vi', 'en'] as const)
    for (const sentence of Object.values<string>(body.messages[language])) expect(sentence).toMatch(/\S.*[.:]?$/);
};

describe('commands', () => {
  let api: Api;
  const info = jest.fn();
  beforeAll(async () => {
    const silent = (): void => {};
    const log = {
      info,
      warn: silent,
      error: silent,
      debug: silent,
      trace: silent,
      fatal: silent,
      level: 'info',
      silent,
    };
    const logger: object = { ...log, child: () => logger };
    api = await startApi({ log: logger as FastifyBaseLogger }); // the part of a logger that is used
    await api.command('exercises/tk', SA, DRAFT);
  });
  afterAll(() => api.close());

  test('a command done answers its id and the version of the stream', async () => {
    const commandId = randomUUID();
    const answer = await api.post('/api/v1/exercises/tk/commands', { commandId, ...PLAN }, { 'x-actor': SA });
    expect(CommandDone.parse(answer.body)).toEqual({ commandId, version: 2 });
    expect([answer.status, answer.headers.etag]).toEqual([200, '"2"']);
    expect((await api.get('/api/v1/exercises/tk')).body.phase).toBe('planned');
  });

  test('the same command twice happens once and answers the same; capitals in the id make no other command', async () => {
    const body = { commandId: randomUUID(), type: 'StartTask', task: 'C01' };
    const first = await api.post('/api/v1/exercises/tk/commands', body, { 'x-actor': SA });
    const before = await api.events();
    const again = { ...body, commandId: body.commandId.toUpperCase() };
    const second = await api.post('/api/v1/exercises/tk/commands', again, { 'x-actor': SA });
    expect([first.status, second.status, second.text]).toEqual([200, 200, first.text]);
    expect(await api.events()).toBe(before);
  });

  test('the same id with other content is refused', async () => {
    const commandId = randomUUID();
    const evidence = { number: '1/CT', date: '2022-05-30', holder: 'Ban CHQS' };
    await api.post(
      '/api/v1/exercises/tk/commands',
      { commandId, type: 'SubmitTask', task: 'C01', evidence },
      { 'x-actor': SA },
    );
    const other = { commandId, type: 'SubmitTask', task: 'C01', evidence: { ...evidence, number: '2/CT' } };
    const answer = await api.post('/api/v1/exercises/tk/commands', other, { 'x-actor': SA });
    expectProblem(answer, 'command-reused');
    expect([answer.status, answer.body.commandId]).toEqual([409, commandId]);
  });

  test('names typed in two Unicode forms are the same content', async () => {
    const commandId = randomUUID();
    const paper = { number: '12-NQ/ĐUQS', date: '2022-05-30', issuer: 'Đảng ủy Quân sự' };
    const composed = { commandId, type: 'IssueResolution', paper };
    const decomposed = { ...composed, paper: { ...paper, issuer: paper.issuer.normalize('NFD') } };
    const [first, second] = [
      await api.post('/api/v1/exercises/tk/commands', composed, { 'x-actor': SA }),
      await api.post('/api/v1/exercises/tk/commands', decomposed, { 'x-actor': SA }),
    ];
    expect([first.status, second.status, second.text]).toEqual([200, 200, first.text]);
  });

  test('a stale expected version is refused with the current one, and nothing is written', async () => {
    const { version } = (await api.get('/api/v1/exercises/tk')).body;
    const before = await api.events();
    const command = { type: 'AssignTask', task: 'C17', owner: 'tam-ky.POL', expectedVersion: version - 1 };
    const answer = await api.command('exercises/tk', SA, command);
    expectProblem(answer, 'stale-version');
    expect([answer.status, answer.body.version, await api.events()]).toEqual([412, version, before]);
    expect((await api.command('exercises/tk', SA, { ...command, expectedVersion: version })).status).toBe(200);
  });

  test('a rule, a missing right and an unknown thing have their own status, and are kept in the audit trail', async () => {
    const before = await api.events();
    const waiting = await api.command('exercises/tk', POL, { type: 'StartTask', task: 'C17' });
    const right = await api.command('exercises/tk', POL, { type: 'VerifyTask', task: 'C01' });
    const unknown = await api.command('exercises/tk', SA, { type: 'StartTask', task: 'C99' });
    const nothing = await api.command('exercises/khong-co', SA, { type: 'StartTask', task: 'C01' });
    const invalid = await api.command('exercises/moi', SA, { ...DRAFT, parentId: 'tk' });
    const codes = [waiting, right, unknown, nothing, invalid].map(({ status, body }) => `${status} ${body.code}`);
    expect(codes).toEqual([
      '409 task-waiting',
      '403 not-your-body',
      '404 task-unknown',
      '404 not-found',
      '422 parent-not-for-city',
    ]);
    expect(await api.events()).toBe(before);
    const { body } = await api.get('/api/v1/audit?limit=5', { 'x-actor': 'admin' });
    expect(body.entries.map((entry: { kind: string; code: string }) => `${entry.kind} ${entry.code}`)).toEqual([
      'refused-command parent-not-for-city',
      'refused-policy not-found',
      'refused-command task-unknown',
      'refused-command not-your-body',
      'refused-command task-waiting',
    ]);
    expect(body.entries[4]).toMatchObject({ person: 'ca-01', body: 'tam-ky.POL', object: 'exercise/tk' });
  });

  test('the language of the title follows Accept-Language, both languages are always in the answer', async () => {
    const ask = async (language: string) =>
      (await api.post(
        '/api/v1/exercises/tk/commands',
        { commandId: randomUUID(), type: 'StartTask', task: 'C17' },
        {
          'x-actor': POL,
          'accept-language': language,
        },
      )) as Answer;
    const [vi, en, mixed] = [await ask(''), await ask('en-GB,en;q=0.9'), await ask('fr, vi;q=0.8, en;q=0.7')];
    expect([vi.body.title, en.body.title, mixed.body.title]).toEqual([
      'Trái quy tắc',
      'Against a rule',
      'Trái quy tắc',
    ]);
    expect([vi.headers['content-language'], en.headers['content-language']]).toEqual(['vi', 'en']);
    expect(vi.body.messages).toEqual(en.body.messages);
  });

  test('what became of a command can be asked later', async () => {
    const commandId = randomUUID();
    await api.post(
      '/api/v1/exercises/tk/commands',
      { commandId, type: 'AssignTask', task: 'C18', owner: 'tam-ky.HEA' },
      { 'x-actor': SA },
    );
    const done = await api.get(`/api/v1/commands/${commandId}`);
    expect(CommandStatus.parse(done.body)).toMatchObject({ commandId, state: 'done' });
    expectProblem(await api.get(`/api/v1/commands/${randomUUID()}?stream=exercise/tk`), 'command-not-found');
  });

  test('a drill and a review take their commands at their own address', async () => {
    expect(
      (await api.command('drills/tk', SA, { type: 'PrepareDrill', exercise: 'tk', orgUnit: 'tam-ky' })).status,
    ).toBe(200);
    expect((await api.get('/api/v1/drills/tk')).body.phase).toBe('preparing');
    expect((await api.command('reviews/tk', SB, { type: 'DecideGrade' })).body.code).toBe('review-unknown');
    expect((await api.command('reviews/tk', SB, { type: 'PassGate', gate: 'G0' })).body.code).toBe('invalid-body');
  });
});

describe('every kind of refusal', () => {
  test.each(Object.entries(STATUS_OF))('%s has the status %i', async (kind, status) => {
    const code = Object.entries(REJECTIONS).find(([, each]) => each.kind === kind)?.[0] as keyof typeof REJECTIONS;
    const { kind: _, ...rejection } = new Rejection(code, { version: 7 });
    const api = await startApi({
      send: async () => ({ kind: 'rejected', rejection: { ...rejection, kind: REJECTIONS[code].kind }, version: 7 }),
    });
    try {
      const answer = await api.command('exercises/tk', SA, DRAFT);
      expectProblem(answer, code);
      expect([answer.status, answer.body.version]).toEqual([status, 7]);
    } finally {
      await api.close();
    }
  });
});

describe('an engine that is slow or away', () => {
  const ask = async (result: SendResult | Error, status: StatusResult = { kind: 'unknown' }) => {
    const api = await startApi({
      send: async () => {
        if (result instanceof Error) throw result;
        return result;
      },
      status: async () => status,
    });
    try {
      const sent = await api.command('exercises/tk', SA, DRAFT);
      const later = await api.get(
        String(sent.headers.location ?? `/api/v1/commands/${randomUUID()}?stream=exercise/tk`),
      );
      return { sent, later };
    } finally {
      await api.close();
    }
  };

  test('accepted but slow is 202, with the address where to ask', async () => {
    const { sent, later } = await ask({ kind: 'pending', accepted: true }, { kind: 'pending', accepted: true });
    expect([sent.status, later.status]).toEqual([202, 202]);
    expect(CommandPending.parse(sent.body)).toEqual(CommandPending.parse(later.body));
  });

  test('not known to be accepted, or away, is 503 and safe to repeat', async () => {
    for (const result of [{ kind: 'pending', accepted: false }, { kind: 'unavailable' }] as const) {
      const { sent, later } = await ask(result, { kind: 'unavailable' });
      expectProblem(sent, 'engine-unavailable');
      expectProblem(later, 'engine-unavailable');
      expect([sent.status, sent.headers['retry-after']]).toEqual([503, '3']);
    }
  });

  test('what the engine answers later is told as done or refused', async () => {
    const { later: done } = await ask({ kind: 'unavailable' }, { kind: 'accepted', version: 3 });
    expect([done.status, done.body.state, done.body.version]).toEqual([200, 'done', 3]);
    const { kind, code, params } = new Rejection('gate-passed', { gate: 'G1' });
    const { later: refused } = await ask(
      { kind: 'unavailable' },
      { kind: 'rejected', rejection: { kind, code, params }, version: 3 },
    );
    expect(CommandStatus.parse(refused.body)).toMatchObject({
      state: 'refused',
      problem: { code: 'gate-passed', status: 409 },
    });
  });

  test('a fault of the program tells nothing of the inside; a store that is away is 503', async () => {
    const { sent } = await ask(new Error('secret at /srv/x.ts'));
    expectProblem(sent, 'internal');
    expect(sent.text).not.toMatch(/secret|x\.ts/);
    expectProblem((await ask(new StoreUnavailable(new Error('no link')))).sent, 'store-unavailable');
  });
});
