/** Named rosters through HTTP: who may, what is refused, what the history tells, and that a name is nowhere in clear. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FastifyBaseLogger } from 'fastify';
import { sql } from 'kysely';
import type { SendResult } from '../../api/app.ts';
import { ProblemBody, RosterAccess, RosterShown } from '../../api/contract/index.ts';
import { newSealKey, parseSealKey } from '../../db/sealed/seal.ts';
import { verifyLedger } from '../../db/verify.ts';
import { SYSTEM } from '../../domain/people.ts';
import type { Envelope } from '../../workflows/contract.ts';
import { dump, tracesOf } from '../db/sealed/support.ts';
import type { Answer } from '../support/answer.ts';
import { type Api, startApi, VIEWER } from './support.ts';

const SA = 'tl-01@tam-ky.SA';
const CMC = 'chqs-01@tam-ky.CMC';
const ROSTER = '/api/v1/drills/tk/roster';
const OUTSIDERS = ['ch-01@an-son.CMC', 'truong-01@tam-ky.SB:head', 'ca-01@tam-ky.POL', VIEWER, 'tl-01@an-son.SA'];
const MARK = 'Trầnthịđánhdấu';

const DRAFT = {
  type: 'DraftExercise',
  exerciseType: 'defenceAreaExercise',
  orgUnit: 'tam-ky',
  theme: 'Diễn tập khu vực phòng thủ',
};

const key = parseSealKey(newSealKey());
const reservist = (order: string, fullName = `${MARK} ${order}`) => ({ kind: 'reservist', order, fullName });

/** A log that keeps every line. */
const sink = () => {
  const lines: string[] = [];
  const write = (...parts: unknown[]): void => {
    lines.push(parts.map((part) => (part instanceof Error ? (part.stack ?? '') : JSON.stringify(part))).join(' '));
  };
  const methods = { info: write, warn: write, error: write, debug: write, trace: write, fatal: write, silent: write };
  const logger: object = { ...methods, level: 'trace', child: () => logger };
  return { lines, log: logger as FastifyBaseLogger }; // the part of a logger that is used
};

const start = async (change: Parameters<typeof startApi>[0] = {}): Promise<Api> => {
  const api = await startApi({ sealed: key, ...change });
  const prepared = [
    await api.command('exercises/tk', SA, DRAFT),
    await api.command('drills/tk', SA, { type: 'PrepareDrill', exercise: 'tk', orgUnit: 'tam-ky' }),
  ];
  expect(prepared.map(({ status }) => status)).toEqual([200, 200]);
  return api;
};
/** The same installation behind another engine or another key. */
const behind = (api: Api, change: Parameters<typeof startApi>[0] = {}): Promise<Api> =>
  startApi({ db: api.db, store: api.store, send: api.commit, ...change });
const importing = (api: Api, rows: readonly object[], more: object = {}, actor = SA): Promise<Answer> =>
  api.post(ROSTER, { commandId: randomUUID(), rows, ...more }, { 'x-actor': actor });
const erasing = (api: Api, whom: object, more: object = {}, actor = SA): Promise<Answer> =>
  api.post(
    `${ROSTER}/erase`,
    { commandId: randomUUID(), reason: 'subjectRequest', ...whom, ...more },
    { 'x-actor': actor },
  );
const reading = (api: Api, query = '', actor = SA): Promise<Answer> =>
  api.get(`${ROSTER}?purpose=rollCall${query}`, { 'x-actor': actor });
const log = (api: Api, query = '') => api.get(`${ROSTER}/access${query}`, { 'x-actor': SA });
const namesOf = ({ body }: Answer): string[] => RosterShown.parse(body).persons.map(({ row }) => row.fullName ?? '');

const expectProblem = ({ status, headers, body }: Answer, expected: number, code: string): void => {
  expect(headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(ProblemBody.safeParse(body).error).toBeUndefined();
  expect([status, body.code]).toEqual([expected, code]);
};

describe('a named roster', () => {
  let api: Api;
  const { lines, log: logger } = sink();
  beforeAll(async () => {
    api = await start({ log: logger });
  });
  afterAll(() => api.close());

  test('is imported, told to the history by number alone, and read by the bodies that keep it', async () => {
    const vehicle = { kind: 'vehicle', order: 'PT-0001', plate: '92C-012.34', addressNote: `Nhà ${MARK}` };
    const answer = await importing(api, [reservist('QN-0002'), vehicle]);
    expect([answer.status, answer.body.version]).toEqual([200, 2]);
    const { persons } = RosterShown.parse((await reading(api, '', CMC)).body);
    expect(persons.map(({ row }) => row)).toEqual([vehicle, reservist('QN-0002')]);
    const { events } = (await api.get('/api/v1/drills/tk/events', { 'x-actor': SA })).body;
    expect(events.at(-1)).toMatchObject({ type: 'RosterImported', data: { count: 2 }, by: { body: 'tam-ky.SA' } });
    expect(Object.keys(events.at(-1).data).sort()).toEqual(['count', 'digest']);
    expect(events.at(-1).sentence.vi).toMatch(/nhập danh sách có tên gồm 2 dòng/);
    expect(events.at(-1).sentence.en).toMatch(/imports a named roster of 2/);
  });

  test('is kept to the letter in NFC, whichever way the name was typed', async () => {
    await importing(api, [reservist('QN-0003', 'Nguyễn Thị Ánh'.normalize('NFD'))]);
    expect(namesOf(await reading(api, '&orders=QN-0003'))).toEqual(['Nguyễn Thị Ánh'.normalize('NFC')]);
  });

  test('takes the same import again without a second person, and refuses other names under its id', async () => {
    const commandId = randomUUID();
    const rows = [reservist('QN-0010')];
    const first = await importing(api, rows, { commandId });
    const events = await api.events();
    const second = await importing(api, rows, { commandId: commandId.toUpperCase() });
    expect([first.status, second.status, second.text]).toEqual([200, 200, first.text]);
    expect(await api.events()).toBe(events);
    expect(namesOf(await reading(api, '&orders=QN-0010'))).toHaveLength(1);
    expectProblem(await importing(api, [reservist('QN-0010', 'Khác')], { commandId }), 409, 'command-reused');
    expectProblem(await importing(api, [...rows, reservist('QN-0099')], { commandId }), 409, 'command-reused');
    expectProblem(await importing(api, rows, { commandId }, CMC), 409, 'command-reused');
    expect(namesOf(await reading(api, '&orders=QN-0010,QN-0099'))).toEqual([`${MARK} QN-0010`]);
  });

  test('comes in pages, in the order of the orders', async () => {
    const codes = ['QN-0211', 'QN-0213', 'QN-0212'];
    await importing(
      api,
      codes.map((code) => reservist(code)),
    );
    const page = (await reading(api, `&orders=${codes}&limit=2`)).body;
    expect(page.persons.map((each: { row: { order: string } }) => each.row.order)).toEqual(['QN-0211', 'QN-0212']);
    const rest = (await reading(api, `&orders=${codes}&limit=2&after=${page.nextAfter}`)).body;
    expect([rest.persons.length, rest.persons[0].row.order, rest.nextAfter]).toEqual([1, 'QN-0213', null]);
  });

  test('records every read with who, whose, when and why, before a name is shown; whoever did not see is not in it', async () => {
    const before = RosterAccess.parse((await log(api)).body).reads.length;
    const { body } = await reading(api, '&orders=QN-0010', CMC);
    await api.get(`${ROSTER}?purpose=inspection`, { 'x-actor': 'ch-01@an-son.CMC' });
    await api.get(ROSTER, { 'x-actor': SA });
    const { reads } = RosterAccess.parse((await log(api)).body);
    expect(reads).toHaveLength(before + 1);
    expect(reads[0]).toMatchObject({
      at: api.clock.now,
      by: { person: 'chqs-01', body: 'tam-ky.CMC', post: 'member' },
      purpose: 'rollCall',
      purposeLabel: { vi: 'Điểm danh', en: 'Roll call' },
      count: 1,
      refs: [body.persons[0].ref],
    });
    const page = RosterAccess.parse((await log(api, '?limit=1')).body);
    expect([page.reads.length, page.nextBefore]).toEqual([1, reads[0]?.number]);
    expect(RosterAccess.parse((await log(api, `?limit=1&before=${page.nextBefore}`)).body).reads).toEqual([reads[1]]);
  });

  test('does not exist for any other body, in whatever way it is asked for', async () => {
    const events = await api.events();
    for (const actor of OUTSIDERS) {
      const answers = [
        await reading(api, '', actor),
        await api.get(`${ROSTER}?purpose=nonsense`, { 'x-actor': actor }),
        await api.get(`${ROSTER}/access`, { 'x-actor': actor }),
        await importing(api, [reservist('QN-0900')], {}, actor),
        await importing(api, [], {}, actor),
        await erasing(api, { all: true }, {}, actor),
      ];
      expect([actor, ...answers.map(({ status, body }) => `${status} ${body.code}`)]).toEqual([
        actor,
        ...answers.map(() => '404 not-found'),
      ]);
    }
    expect(await api.events()).toBe(events);
  });

  test('is of a drill that exists', async () => {
    const answer = await api.get('/api/v1/drills/none/roster?purpose=rollCall', { 'x-actor': SA });
    expectProblem(answer, 404, 'not-found');
  });

  test.each<[string, readonly object[], object, number, string]>([
    ['no rows', [], {}, 422, 'invalid-body'],
    ['501 rows', Array.from({ length: 501 }, (_, n) => reservist(`QN-1${n}`, 'A')), {}, 422, 'invalid-body'],
    ['health', [{ ...reservist('QN-0300'), health: 'tốt' }], {}, 422, 'invalid-body'],
    ['ethnicity', [{ ...reservist('QN-0300'), ethnicity: 'x' }], {}, 422, 'invalid-body'],
    ['party membership', [{ ...reservist('QN-0300'), partyMember: true }], {}, 422, 'invalid-body'],
    ['a person without a name', [{ kind: 'reservist', order: 'QN-0300' }], {}, 422, 'invalid-body'],
    ['a blank name', [reservist('QN-0300', '  ')], {}, 422, 'invalid-body'],
    ['a control character', [reservist('QN-0300', 'A\u0000B')], {}, 422, 'invalid-body'],
    ['a name of 121 letters', [reservist('QN-0300', 'ă'.repeat(121))], {}, 422, 'invalid-body'],
    ['a vehicle without a plate', [{ kind: 'vehicle', order: 'PT-0300' }], {}, 422, 'invalid-body'],
    ['a name in place of an order', [reservist('NGUYENVANA')], {}, 422, 'invalid-body'],
    ['a year of birth as text', [{ ...reservist('QN-0300'), yearOfBirth: '1996' }], {}, 422, 'invalid-body'],
    ['an unknown field beside the rows', [reservist('QN-0300')], { note: 'x' }, 422, 'invalid-body'],
    ['one order twice', [reservist('QN-0300'), reservist('QN-0300', 'B')], {}, 422, 'roster-order-twice'],
    ['an order that has a name', [reservist('QN-0301'), reservist('QN-0002')], {}, 409, 'roster-order-named'],
    ['a day of keeping that has passed', [reservist('QN-0300')], { retainUntil: '2022-05-30' }, 422, 'retention-past'],
  ])('refuses %s, and writes nothing', async (_, rows, more, status, code) => {
    const events = await api.events();
    const answer = await importing(api, rows, more);
    expectProblem(answer, status, code);
    expect(answer.text).not.toContain(MARK);
    expect(await api.events()).toBe(events);
    expect(namesOf(await reading(api, '&orders=QN-0300,QN-0301,PT-0300'))).toEqual([]);
  });

  test.each([
    ['', 'without a purpose'],
    ['?purpose=vì%20tò%20mò', 'with a purpose of one’s own words'],
    ['?purpose=rollCall&orders=', 'of no order'],
    ['?purpose=rollCall&limit=501', 'of too many'],
    ['?purpose=rollCall&purpose=handover', 'with two purposes'],
  ])('is not read %s', async (query) => {
    expectProblem(await api.get(`${ROSTER}${query}`, { 'x-actor': SA }), 400, 'invalid-query');
  });

  test('is erased person by person: the others stay, the history tells how many and why, the order is free again', async () => {
    await importing(
      api,
      ['QN-0401', 'QN-0402', 'QN-0403'].map((code) => reservist(code)),
    );
    const [one, two] = RosterShown.parse((await reading(api, '&orders=QN-0401,QN-0402')).body).persons;
    const answer = await erasing(api, { refs: [one?.ref, two?.ref] });
    expect(answer.status).toBe(200);
    expect(namesOf(await reading(api, '&orders=QN-0401,QN-0402,QN-0403'))).toEqual([`${MARK} QN-0403`]);
    const { events } = (await api.get('/api/v1/drills/tk/events?limit=500', { 'x-actor': SA })).body;
    expect(events.at(-1)).toMatchObject({ type: 'NamesErased', data: { count: 2, reason: 'subjectRequest' } });
    expect(events.at(-1).sentence.vi).toMatch(/xóa vĩnh viễn 2 họ tên: theo yêu cầu/);
    expect((await importing(api, [reservist('QN-0401', 'Tên mới')])).status).toBe(200);
    expect(namesOf(await reading(api, '&orders=QN-0401'))).toEqual(['Tên mới']);
  });

  test('takes the same erasure again without erasing anybody else, and refuses another under its id', async () => {
    const commandId = randomUUID();
    await importing(api, [reservist('QN-0501'), reservist('QN-0502')]);
    const first = await erasing(api, { orders: ['QN-0501'] }, { commandId });
    await importing(api, [reservist('QN-0501', 'Sau khi xóa')]);
    const again = await erasing(api, { orders: ['QN-0501'] }, { commandId });
    expect([again.status, again.text]).toEqual([200, first.text]);
    expect(namesOf(await reading(api, '&orders=QN-0501'))).toEqual(['Sau khi xóa']);
    expectProblem(await erasing(api, { orders: ['QN-0502'] }, { commandId }), 409, 'command-reused');
    expect(namesOf(await reading(api, '&orders=QN-0502'))).toHaveLength(1);
  });

  test.each<[object, object, number, string]>([
    [{ orders: ['QN-9999'] }, {}, 404, 'roster-nobody'],
    [{}, {}, 422, 'erasure-whom'],
    [{ all: true, orders: ['QN-0002'] }, {}, 422, 'erasure-whom'],
    [{ all: false }, {}, 422, 'invalid-body'],
    [{ orders: [] }, {}, 422, 'invalid-body'],
    [{ orders: ['QN-0002'] }, { reason: 'Anh Nam xin xóa' }, 422, 'invalid-body'],
    [{ orders: ['QN-0002'] }, { reason: 'retentionEnded' }, 422, 'invalid-body'],
  ])('is not erased by %j %j', async (whom, more, status, code) => {
    const events = await api.events();
    expectProblem(await erasing(api, whom, more), status, code);
    expect(await api.events()).toBe(events);
    expect(namesOf(await reading(api, '&orders=QN-0002'))).toHaveLength(1);
  });

  test('cannot be told to the history from outside', async () => {
    const digest = 'a'.repeat(64);
    for (const command of [
      { type: 'NoteRoster', count: 3, digest },
      { type: 'NoteErasure', count: 3, reason: 'subjectRequest' },
    ])
      expectProblem(await api.command('drills/tk', SA, command), 422, 'invalid-body');
  });

  test('stands in clear in no table and no line of the log; the chain still verifies', async () => {
    await api.app.auditTrail.flush();
    const ask = async (statement: string) => (await sql.raw<Record<string, unknown>>(statement).execute(api.db)).rows;
    const text = await dump(ask);
    for (const table of [
      'public.events',
      'public.commands',
      'read.drill',
      'sealed.person',
      'sealed.access',
      'audit.entry',
    ])
      expect(text).toContain(`-- ${table}\n`);
    expect(text).toContain('QN-0002');
    for (const trace of tracesOf(MARK)) expect(text).not.toContain(trace);
    expect(text).toContain('command-reused');
    expect(lines.join('\n')).not.toContain(MARK);
    expect((await verifyLedger(api.db)).ok).toBe(true);
  });
});

describe('a roster when something is away', () => {
  test('without a key names are neither taken nor opened, all else works, and erasing still does', async () => {
    const api = await start();
    await importing(api, [reservist('QN-0001')]);
    const keyless = await behind(api);
    const [taken, opened] = [await importing(keyless, [reservist('QN-0002')]), await reading(keyless)];
    expectProblem(taken, 503, 'sealing-off');
    expectProblem(opened, 503, 'sealing-off');
    expect((await keyless.get('/api/v1/drills/tk', { 'x-actor': SA })).status).toBe(200);
    expect((await log(keyless)).status).toBe(200);
    expect((await erasing(keyless, { all: true })).status).toBe(200);
    expect(namesOf(await reading(api))).toEqual([]);
    await keyless.close();
    await api.close();
  });

  test('under another key than the one it was sealed with, it says so and does not fall over', async () => {
    const api = await start();
    await importing(api, [reservist('QN-0001')]);
    const other = await behind(api, { sealed: parseSealKey(newSealKey()) });
    expectProblem(await reading(other), 503, 'seal-key-other');
    expect((await other.get('/healthz')).status).toBe(200);
    expect(namesOf(await reading(api))).toHaveLength(1);
    await other.close();
    await api.close();
  });

  test('what the engine has not recorded yet is not read; sent again it is, once', async () => {
    let away = true;
    const sent: Envelope[] = [];
    const home = await start();
    const api = await behind(home, {
      sealed: key,
      send: async (envelope): Promise<SendResult> => {
        sent.push(envelope);
        return away ? { kind: 'unavailable' } : home.commit(envelope);
      },
    });
    const commandId = randomUUID();
    const rows = [reservist('QN-0001')];
    expectProblem(await importing(api, rows, { commandId }), 503, 'engine-unavailable');
    expect(namesOf(await reading(api))).toEqual([]);
    away = false;
    expect((await importing(api, rows, { commandId })).status).toBe(200);
    expect(namesOf(await reading(api))).toHaveLength(1);
    away = true;
    const erasure = randomUUID();
    expectProblem(await erasing(api, { all: true }, { commandId: erasure }), 503, 'engine-unavailable');
    expect(namesOf(await reading(api))).toHaveLength(1);
    away = false;
    expect((await erasing(api, { all: true }, { commandId: erasure })).status).toBe(200);
    expect(namesOf(await reading(api))).toEqual([]);
    expect(sent.length).toBe(4);
    expect(JSON.stringify(sent)).not.toContain(MARK);
    await Promise.all([api.close(), home.close()]);
  });

  test('an erasure that the history holds is carried out by the next reader, if the process died in between', async () => {
    let dies = false;
    const home = await start();
    const api = await behind(home, {
      sealed: key,
      send: async (envelope): Promise<SendResult> => {
        const result = await home.commit(envelope);
        return dies ? { kind: 'pending', accepted: true } : result;
      },
    });
    await importing(api, [reservist('QN-0001')]);
    dies = true;
    expect((await erasing(api, { all: true })).status).toBe(202);
    expect(namesOf(await reading(api))).toEqual([]);
    await Promise.all([api.close(), home.close()]);
  });

  test('an import that the drill refuses leaves nothing behind', async () => {
    const api = await start();
    await api.commit({
      ...{ stream: 'drill/tk', commandId: randomUUID(), at: api.clock.now, origin: 'policy' },
      command: { type: 'OpenDrill', exercise: 'tk', orgUnit: 'tam-ky' },
      by: SYSTEM,
    } as unknown as Envelope); // ids made here
    await importing(api, [reservist('QN-0001')]);
    expect((await api.command('drills/tk', SA, { type: 'CloseDrill' })).status).toBe(200);
    expectProblem(await importing(api, [reservist('QN-0002')]), 409, 'drill-closed');
    expect(namesOf(await reading(api))).toEqual([`${MARK} QN-0001`]);
    expect((await erasing(api, { all: true }, { reason: 'noLongerNeeded' })).status).toBe(200);
    expect(namesOf(await reading(api))).toEqual([]);
    await api.close();
  });
});
