/** The audit trail: every refusal and every look at persons leaves an entry that nobody can change, and no answer waits for it. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { codesOf } from '../../api/audit.ts';
import { AuditTrailShown } from '../../api/contract/index.ts';
import { type AuditEntry, createAuditTrail } from '../../db/audit.ts';
import { connect } from '../../db/connect.ts';
import type { Api } from '../api/support.ts';
import { ID, openWorld } from './world.ts';

const ADMIN = { 'x-actor': 'admin' };

describe('the audit trail', () => {
  let api: Api;
  const entries = async (query = '') => {
    const { status, body } = await api.get(`/api/v1/audit${query}`, ADMIN);
    expect([status, AuditTrailShown.safeParse(body).error]).toEqual([200, undefined]);
    return AuditTrailShown.parse(body);
  };
  beforeAll(async () => {
    api = await openWorld();
  }, 120_000);
  afterAll(() => api.close());

  test('keeps who was refused what: not signed in, not seen, seen but not permitted, a foreign page, a rule', async () => {
    await api.app.inject({ url: `/api/v1/exercises/${ID}` });
    await api.get(`/api/v1/exercises/${ID}`, { 'x-actor': 'ng-01@da-nang.SA' });
    await api.get('/api/v1/exercises/khong-co', { 'x-actor': 'ng-01@da-nang.SA' });
    await api.get(`/api/v1/exercises/${ID}/proposals`, { 'x-actor': 'ng-01@tam-ky.POL' });
    await api.command(`exercises/${ID}`, 'ng-01@tam-ky.VIEW', { type: 'StartTask', task: 'C17' });
    await api.post(`/api/v1/exercises/${ID}/preview`, {}, { 'x-csrf-token': 'other', 'x-actor': 'ng-01@tam-ky.SA' });
    await api.command(`exercises/${ID}`, 'ng-01@tam-ky.POL', { type: 'VerifyTask', task: 'C01' });
    const { entries: kept } = await entries('?limit=7');
    expect(kept.map(({ kind, code, person, body, details }) => [kind, code, person && body, details.known])).toEqual([
      ['refused-command', 'not-your-body', 'tam-ky.POL', undefined],
      ['csrf', 'csrf', 'tam-ky.SA', undefined],
      ['refused-policy', 'viewers-send-nothing', 'tam-ky.VIEW', undefined],
      ['refused-policy', 'not-permitted', 'tam-ky.POL', undefined],
      ['refused-policy', 'not-found', 'da-nang.SA', false],
      ['refused-policy', 'not-found', 'da-nang.SA', true],
      ['refused-signin', 'sign-in-needed', null, undefined],
    ]);
    expect(kept[0]).toMatchObject({
      object: `exercise/${ID}`,
      route: 'POST /api/v1/exercises/:id/commands',
      ip: '127.0.0.1',
    });
  });

  test('keeps who looked at names, why and how many, and no name', async () => {
    const roster = `/api/v1/drills/${ID}/roster`;
    const rows = [{ kind: 'reservist', order: 'QN-0001', fullName: 'Nguyễn Văn Mẫu' }];
    const kept = await api.post(
      roster,
      { commandId: '0197a3a4-5b6c-7d8e-9f00-112233445577', rows },
      { 'x-actor': 'ng-01@tam-ky.SA' },
    );
    expect(kept.status).toBe(200);
    expect((await api.get(`${roster}?purpose=rollCall`, { 'x-actor': 'ng-01@tam-ky.SA' })).status).toBe(200);
    const { entries: reads } = await entries('?kind=persons-read');
    expect(reads).toMatchObject([
      { body: 'tam-ky.SA', object: `drill/${ID}`, details: { purpose: 'rollCall', count: 1 } },
    ]);
    expect(JSON.stringify((await entries('?limit=200')).entries)).not.toContain('Mẫu');
  });

  test('is read by administrators only, by day, kind and person, page by page', async () => {
    expect((await api.get('/api/v1/audit', { 'x-actor': 'ng-01@tam-ky.SA' })).body.code).toBe('admin-only');
    const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
    const { entries: all } = await entries(`?day=${today}&limit=200`);
    expect((await entries('?day=2020-01-01')).entries).toEqual([]);
    const paged: number[] = [];
    for (let before: number | null = 999_999_999; before !== null; ) {
      const page = await entries(`?limit=3&before=${before}`);
      paged.push(...page.entries.map(({ number }) => number));
      before = page.nextBefore;
    }
    expect(paged).toEqual(all.map(({ number }) => number));
    expect((await entries('?person=khong-ai')).entries).toEqual([]);
    for (const { kind } of (await entries('?kind=csrf')).entries) expect(kind).toBe('csrf');
  });

  test('can only grow', async () => {
    for (const statement of ['DELETE FROM audit.entry', "UPDATE audit.entry SET code = 'x'", 'TRUNCATE audit.entry'])
      await expect(sql.raw(statement).execute(api.db)).rejects.toThrow(/permission denied|cannot/i);
  });

  test('what cannot be written is told of, and nothing fails by it', async () => {
    const nowhere = connect({ url: 'postgres://nobody@127.0.0.1:1/none', connectTimeout: 500 });
    const lost: AuditEntry[] = [];
    const trail = createAuditTrail(nowhere, (entries) => lost.push(...entries));
    for (let n = 0; n < 1_300; n++) trail.note({ kind: 'refused-policy', code: `c${n}` });
    await trail.flush();
    await nowhere.destroy();
    expect(lost).toHaveLength(1_300);
  });

  test('details keep codes and numbers, and leave out what people wrote', () => {
    expect(
      codesOf({ task: 'C01', days: 3, waitsOn: ['C02', 'C03'], reason: 'Anh Nam bị ốm', nested: { a: 1 } }),
    ).toEqual({
      task: 'C01',
      days: 3,
      waitsOn: ['C02', 'C03'],
    });
  });
});
