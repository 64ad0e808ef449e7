/** Whatever is sent, the answer is a 4xx problem in both languages, and nothing is written. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Answer } from '../support/answer.ts';
import { type Api, startApi } from './support.ts';

const ID = '0197a3a4-5b6c-7d8e-9f00-112233445566';
const SA = { 'x-actor': 'tl-01@tam-ky.SA' };
const URL = '/api/v1/exercises/tk/commands';
const draft = (change: object = {}): Record<string, unknown> => ({
  commandId: ID,
  type: 'DraftExercise',
  exerciseType: 'defenceAreaExercise',
  orgUnit: 'tam-ky',
  theme: 'Diễn tập',
  ...change,
});
const submit = (evidence: object) => ({
  commandId: ID,
  type: 'SubmitTask',
  task: 'C01',
  evidence: { number: '1', date: '2022-05-30', holder: 'x', ...evidence },
});
const without = (field: string) => Object.fromEntries(Object.entries(draft()).filter(([key]) => key !== field));
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
const text = (body: object, from: string, to: string): string => JSON.stringify(body).replace(from, to);

describe('bad input', () => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  const refused = async (answer: Answer, status: number, code: string, path?: string): Promise<void> => {
    const { body } = answer;
    expect([answer.status, body?.code]).toEqual([status, code]);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    for (const language of ['vi', 'en'] as const) {
      expect(body.messages[language].what).toBeTruthy();
      expect(body.messages[language].who).toBeTruthy();
    }
    expect(answer.text.isWellFormed()).toBe(true);
    if (path !== undefined) {
      const found = body.errors.find((each: { path: string }) => each.path === path);
      expect([path, body.errors.map((each: { path: string }) => each.path)]).toEqual([
        path,
        expect.arrayContaining([path]),
      ]);
      expect([typeof found.vi, typeof found.en]).toEqual(['string', 'string']);
      expect(found.vi).not.toBe(found.en);
    }
    expect(await api.events()).toBe(0);
  };

  const BODIES: readonly (readonly [name: string, body: unknown, status: number, code: string, path?: string])[] = [
    ['no JSON', '{', 400, 'malformed-json'],
    ['empty', '', 400, 'malformed-json'],
    ['two values', '{} {}', 400, 'malformed-json'],
    ['a comment', '{/**/}', 400, 'malformed-json'],
    ['NaN', text(draft({ theme: 1 }), '"theme":1', '"theme":NaN'), 400, 'malformed-json'],
    ['broken UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22]), 400, 'malformed-json'],
    ['UTF-16', Buffer.from(JSON.stringify(draft()), 'utf16le'), 400, 'malformed-json'],
    ['__proto__', '{"__proto__":{"isAdmin":true}}', 400, 'malformed-json'],
    [
      'nested __proto__',
      text(draft({ theme: 1 }), '"theme":1', '"theme":{"__proto__":{"x":1}}'),
      400,
      'malformed-json',
    ],
    ['escaped __proto__', '{"\\u005f_proto__":{"x":1}}', 400, 'malformed-json'],
    ['constructor.prototype', '{"constructor":{"prototype":{"x":1}}}', 400, 'malformed-json'],
    ['constructor alone', draft({ constructor: 1 }), 422, 'invalid-body', 'body.constructor'],
    ['null', 'null', 422, 'invalid-body', 'body'],
    ['a number', '7', 422, 'invalid-body', 'body'],
    ['an array', [draft()], 422, 'invalid-body', 'body'],
    ['1,000 deep', nested(1000), 422, 'invalid-body', 'body'],
    ['100,000 deep', nested(100_000), 422, 'invalid-body', 'body'],
    [
      '1,000 deep inside',
      `{"commandId":"${ID}","type":"DraftExercise","theme":${nested(1000)}}`,
      422,
      'invalid-body',
      'body.theme',
    ],
    ['no type', without('type'), 422, 'invalid-body', 'body.type'],
    ['unknown type', draft({ type: 'DropTables' }), 422, 'invalid-body', 'body.type'],
    [
      'type of a policy',
      { commandId: ID, type: 'ObserveTime', due: '2022-01-01T00:00:00.000Z' },
      422,
      'invalid-body',
      'body.type',
    ],
    ['type of another stream', { commandId: ID, type: 'CloseDrill' }, 422, 'invalid-body', 'body.type'],
    ['no command id', without('commandId'), 422, 'invalid-body', 'body.commandId'],
    ['command id not a UUID', draft({ commandId: 'exercise/tk/1/0' }), 422, 'invalid-body', 'body.commandId'],
    ['unknown field', draft({ phase: 'closed' }), 422, 'invalid-body', 'body.phase'],
    ['own time', draft({ at: '2022-01-01T00:00:00.000Z' }), 422, 'invalid-body', 'body.at'],
    ['own actor', draft({ by: { person: 'system' } }), 422, 'invalid-body', 'body.by'],
    ['missing field', without('theme'), 422, 'invalid-body', 'body.theme'],
    ['blank text', draft({ theme: ' \n\t ' }), 422, 'invalid-body', 'body.theme'],
    ['too long', draft({ theme: 'x'.repeat(301) }), 422, 'invalid-body', 'body.theme'],
    ['NUL', draft({ theme: 'a\u0000b' }), 422, 'invalid-body', 'body.theme'],
    ['control character', draft({ theme: 'a\u001bb' }), 422, 'invalid-body', 'body.theme'],
    ['lone surrogate', text(draft({ theme: 'X' }), '"X"', '"a\\ud800b"'), 422, 'invalid-body', 'body.theme'],
    ['lone surrogate as a key', text(draft({ theme: 'X' }), '"theme"', '"\\ud800"'), 422, 'invalid-body'],
    ['id with capitals', draft({ orgUnit: 'Tam-Ky' }), 422, 'invalid-body', 'body.orgUnit'],
    ['id with a path', draft({ parentId: '../x' }), 422, 'invalid-body', 'body.parentId'],
    ['SQL in an id', draft({ orgUnit: "x'; drop table events" }), 422, 'invalid-body', 'body.orgUnit'],
    ['a word for a flag', draft({ isPilot: 'yes' }), 422, 'invalid-body', 'body.isPilot'],
    ['unknown choice', draft({ exerciseType: 'war' }), 422, 'invalid-body', 'body.exerciseType'],
    ['negative version', draft({ expectedVersion: -1 }), 422, 'invalid-body', 'body.expectedVersion'],
    ['broken version', draft({ expectedVersion: 1.5 }), 422, 'invalid-body', 'body.expectedVersion'],
    [
      'huge version',
      text(draft({ expectedVersion: 1 }), 'Version":1', 'Version":1e400'),
      422,
      'invalid-body',
      'body.expectedVersion',
    ],
    ['version over 32 bits', draft({ expectedVersion: 2 ** 31 }), 422, 'invalid-body', 'body.expectedVersion'],
    [
      'no such day',
      { commandId: ID, type: 'PlanExercise', startDate: '2022-02-30', endDate: '2022-03-01' },
      422,
      'invalid-body',
      'body.startDate',
    ],
    [
      'day with time',
      { commandId: ID, type: 'PlanExercise', startDate: '2022-02-03T00:00', endDate: '2022-03-01' },
      422,
      'invalid-body',
      'body.startDate',
    ],
    [
      'unknown body',
      { commandId: ID, type: 'AssignTask', task: 'C01', owner: 'tam-ky.XXX' },
      422,
      'invalid-body',
      'body.owner',
    ],
    ['negative count', submit({ counts: { x: -1 } }), 422, 'invalid-body', 'body.evidence.counts.x'],
    ['huge count', submit({ counts: { x: 1e15 } }), 422, 'invalid-body', 'body.evidence.counts.x'],
    ['NUL in a key', submit({ counts: { 'a\u0000': 1 } }), 422, 'invalid-body'],
    ['lone surrogate in a key', text(submit({ counts: { X: 1 } }), '"X"', '"\\udc00"'), 422, 'invalid-body'],
  ];
  test.each(BODIES)('body: %s', async (_, body, status, code, ...[path]) => {
    await refused(await api.post(URL, body, SA), status, code, path);
  });

  const TYPES: readonly (readonly [type: string, status: number])[] = [
    ['text/plain', 415],
    ['application/x-www-form-urlencoded', 415],
    ['multipart/form-data; boundary=x', 415],
    ['application/jsonx', 415],
    ['application/json-patch+json', 415],
    ['application/problem+json', 415],
    ['text/json', 415],
    ['application/json\t, text/plain', 415],
    ['\tapplication/xml', 415],
    [';application/json', 415],
    [' ', 415],
    ['application/', 415],
  ];
  test.each(TYPES)('content type %j is refused', async (type, status) => {
    await refused(
      await api.post(URL, draft({ theme: '' }), { ...SA, 'content-type': type }),
      status,
      'unsupported-media-type',
    );
  });

  test.each([
    'application/json\t',
    'Application/JSON',
    'application/json;',
    'application/json; charset=utf-8',
    'application/json\t;a=b',
  ])('content type %j never passes around the schema', async (type) => {
    const answer = await api.post(URL, draft({ theme: '' }), { ...SA, 'content-type': type });
    expect([415, 422]).toContain(answer.status);
    await refused(answer, answer.status, answer.body.code);
  });

  test('no content type at all', async () => {
    const answer = await api.app.inject({
      method: 'POST',
      url: URL,
      headers: { ...SA, 'x-csrf-token': 'test' },
      payload: Buffer.from(JSON.stringify(draft())),
    });
    expect([answer.statusCode, answer.json().code]).toEqual([415, 'unsupported-media-type']);
    expect(await api.events()).toBe(0);
  });

  test('more than 256 KB, and 10 MB', async () => {
    for (const size of [256 * 1024, 10_000_000])
      await refused(await api.post(URL, draft({ theme: 'x'.repeat(size) }), SA), 413, 'body-too-large');
  });

  const ADDRESSES: readonly (readonly [url: string, status: number, code: string])[] = [
    ['/api/v1/exercises/TK', 400, 'invalid-path'],
    ['/api/v1/exercises/a--b', 400, 'invalid-path'],
    ['/api/v1/exercises/%00', 400, 'invalid-path'],
    ['/api/v1/exercises/%ED%A0%80', 400, 'bad-request'],
    ['/api/v1/exercises/%zz', 400, 'bad-request'],
    ['/api/v1/exercises/..%2f..%2fetc', 400, 'invalid-path'],
    [`/api/v1/exercises/${'a'.repeat(61)}`, 400, 'invalid-path'],
    [`/api/v1/exercises/${'a'.repeat(500)}`, 400, 'bad-request'],
    ["/api/v1/exercises/x'%20or%201=1", 400, 'invalid-path'],
    ['/api/v1/exercises/tk/gates/G10', 400, 'invalid-path'],
    ['/api/v1/bodies/tam-ky/tasks', 400, 'invalid-path'],
    ['/api/v1/bodies/tam-ky.XXX/tasks', 400, 'invalid-path'],
    ['/api/v1/calendars/0', 400, 'invalid-path'],
    ['/api/v1/calendars/2022.5', 400, 'invalid-path'],
    ['/api/v1/calendars/99999999999999999999', 400, 'invalid-path'],
    ['/api/v1/commands/1', 400, 'invalid-path'],
    ['/api/v1/exercises?foo=1', 400, 'invalid-query'],
    ['/api/v1/exercises?__proto__=1', 400, 'invalid-query'],
    ['/api/v1/exercises?year=2022&year=2023', 400, 'invalid-query'],
    ['/api/v1/exercises?year=', 400, 'invalid-query'],
    ['/api/v1/exercises?year=1e3', 400, 'invalid-query'],
    ['/api/v1/exercises?phase=none', 400, 'invalid-query'],
    ['/api/v1/exercises?orgUnit=%00', 400, 'invalid-query'],
    ['/api/v1/readiness?asOf=', 400, 'invalid-query'],
    ['/api/v1/readiness?asOf=yesterday', 400, 'invalid-query'],
    ['/api/v1/readiness?asOf=2022-02-30', 400, 'invalid-query'],
    ['/api/v1/readiness?asOf=0000-01-01', 400, 'invalid-query'],
    ['/api/v1/readiness?asOf=9999-12-31T23:59:59Z', 400, 'invalid-query'],
    ['/api/v1/readiness?asOf=2022-01-01&asOf=2022-01-02', 400, 'invalid-query'],
    ['/api/v1/exercises/tk/events?limit=0', 400, 'invalid-query'],
    ['/api/v1/exercises/tk/events?limit=501', 400, 'invalid-query'],
    ['/api/v1/exercises/tk/events?afterVersion=-1', 400, 'invalid-query'],
    ['/api/v1/exercises/tk/events?afterVersion=4294967296', 400, 'invalid-query'],
    [`/api/v1/commands/${ID}?stream=workflow/x`, 400, 'invalid-query'],
    ['/api/v1/clock?x', 400, 'invalid-query'],
    ['/api/v2/exercises', 404, 'not-found'],
    ['/', 404, 'not-found'],
  ];
  test.each(ADDRESSES)('GET %s', async (url, status, code) => {
    await refused(await api.get(url), status, code);
  });

  test('a wrong method names those that fit, whatever the body', async () => {
    for (const [method, url, allow] of [
      ['DELETE', '/api/v1/exercises/tk', 'GET, HEAD'],
      ['PUT', URL, 'POST'],
      ['GET', URL, 'POST'],
      ['PATCH', '/healthz', 'GET, HEAD'],
      ['OPTIONS', '/api/v1/clock', 'GET, HEAD'],
    ] as const) {
      const answer = await api.app.inject({ method, url, headers: { 'content-type': 'text/plain' }, payload: 'x' });
      expect([method, answer.statusCode, answer.headers.allow, answer.json().code]).toEqual([
        method,
        405,
        allow,
        'method-not-allowed',
      ]);
    }
  });

  test('a host name that is none', async () => {
    const answer = await api.app.inject({ url: '/docs/', headers: { host: 'a b' } });
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'bad-request']);
  });
});
