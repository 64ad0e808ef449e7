/** Accounts from a spreadsheet: made once, their one-time passwords handed out once and kept nowhere. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { buildApp } from '../../api/app.ts';
import type { Identify } from '../../api/signed-in.ts';
import { diskStorage } from '../../files/index.ts';
import { NOW } from '../api/support.ts';
import { openAccounts } from '../support/accounts.ts';
import { answerOf } from '../support/answer.ts';
import { headerActors } from '../support/header-actors.ts';
import { csv, talkTo } from './support.ts';

const FILE = csv(
  ['Tên đăng nhập', 'Họ tên', 'Mã người', 'Cơ quan', 'Chức trách', 'Quản trị'],
  ['an', 'Đồng chí An', 'nv-07', 'tam-ky.SA', 'Trợ lý', null],
  ['binh', 'Đồng chí Bình', null, null, null, 'x'],
  ['an', 'Đồng chí An khác', null, null, null, null],
  ['CHI EM', 'Sai tên', null, 'tam-ky.XXX', null, null],
);

/** `x-long-ago` stands for an administrator whose password was given long ago. */
const identify: Identify = async (request) => {
  const who = await headerActors(request);
  return who && { ...who, isConfirmed: request.headers['x-long-ago'] === undefined };
};

describe('a list of users', () => {
  let opened: Awaited<ReturnType<typeof openAccounts>>;
  let folder = '';
  let app: Awaited<ReturnType<typeof buildApp>>;
  let office: ReturnType<typeof talkTo>;
  const ask = async (
    method: 'GET' | 'POST',
    url: string,
    payload?: string | Buffer,
    headers: Record<string, string> = {},
  ) =>
    answerOf(
      await app.inject({
        ...{ method, url },
        headers: { 'x-csrf-token': 'test', 'content-type': 'application/json', ...headers },
        ...(payload === undefined ? {} : { payload }),
      }),
    );
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'san-sang-users-'));
    opened = await openAccounts({ clock: () => NOW, sample: () => null });
    const { db, store, accounts } = opened;
    app = await buildApp({
      ...{ db, store, accounts, identify, clock: () => NOW, version: 'test' },
      send: async () => ({ kind: 'unavailable' }),
      status: async () => ({ kind: 'unknown' }),
      readiness: async () => ({ ok: true, parts: [] }),
      files: { storage: diskStorage(folder), scan: null, spool: join(folder, 'spool'), mostBytes: 1_000 },
    });
    office = talkTo({
      get: (url, headers) => ask('GET', url, undefined, headers),
      post: (url, body, headers) => ask('POST', url, Buffer.isBuffer(body) ? body : JSON.stringify(body), headers),
    } as Parameters<typeof talkTo>[0]);
  }, 60_000);
  afterAll(async () => {
    await app?.close();
    await opened?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('is checked, its good rows made, and each signs in with the password that was handed out, once', async () => {
    const job = await office.check('admin', 'users', 'users', FILE);
    expect(job).toMatchObject({ state: 'checked', good: 2, bad: 2 });
    expect(
      (await office.rows('admin', job.id)).map(({ row, problems }) => [row, problems[0].field, problems[0].code]),
    ).toEqual([
      [4, 'userName', 'taken'],
      [5, 'body', 'body-not-found'],
    ]);
    expect(await office.carryOut('admin', job.id, 'good')).toMatchObject({
      state: 'done',
      handled: 2,
      hasPasswords: true,
    });
    const list = await ask('POST', `/api/v1/imports/${job.id}/passwords`, '{}', { 'x-actor': 'admin' });
    expect(list.status).toBe(200);
    const { users } = list.body;
    expect(users.map(({ row, userName }: { row: number; userName: string }) => [row, userName])).toEqual([
      [2, 'an'],
      [3, 'binh'],
    ]);
    for (const { userName, password } of users) {
      expect(password).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
      const { rows } = await sql<{ password: string; must: boolean }>`
        SELECT a.password, u."mustChangePassword" AS must FROM accounts.account a
        JOIN accounts."user" u ON u.id = a."userId" WHERE u.username = ${userName}`.execute(opened.db);
      expect(rows[0]?.must).toBe(true);
      expect(await opened.accounts.hasher.verify(password, rows[0]?.password ?? '')).toBe(true);
    }
    expect(new Set(users.map(({ password }: { password: string }) => password)).size).toBe(2);
    const again = await ask('POST', `/api/v1/imports/${job.id}/passwords`, '{}', { 'x-actor': 'admin' });
    expect([again.status, again.body.code]).toEqual([409, 'import-handed-out']);
    const { rows: kept } = await sql<{ t: string }>`
      SELECT (SELECT string_agg(to_json(x)::text, '') FROM imports.job x) || coalesce((SELECT string_agg(to_json(x)::text, '') FROM imports.chunk x), '') AS t`.execute(
      opened.db,
    );
    for (const { password } of users) expect(kept[0]?.t).not.toContain(password);
  });

  test('is made, and its passwords handed out, only to who gave his own password within the last minutes', async () => {
    const job = await office.check('admin', 'users', 'users', csv(['Tên đăng nhập', 'Họ tên'], ['dung', 'Dũng']));
    const longAgo = { 'x-actor': 'admin', 'x-long-ago': '1' };
    const refused = await ask('POST', `/api/v1/imports/${job.id}/start`, JSON.stringify({ mode: 'all' }), longAgo);
    expect([refused.status, refused.body.code]).toEqual([403, 'confirmation-needed']);
    await office.carryOut('admin', job.id, 'all');
    const list = await ask('POST', `/api/v1/imports/${job.id}/passwords`, '{}', longAgo);
    expect(list.body.code).toBe('confirmation-needed');
  });

  test('taken up again after a crash makes nobody twice', async () => {
    const file = csv(['Tên đăng nhập', 'Họ tên'], ...Array.from({ length: 3 }, (_, n) => [`nguoi-${n}`, `Người ${n}`]));
    const job = await office.check('admin', 'users', 'users', file);
    await office.carryOut('admin', job.id, 'all');
    // as if the process had ended after the users were written and before the import was
    await sql`UPDATE imports.job SET state = 'running', handled = 0, lease_until = clock_timestamp() - interval '1 minute' WHERE id = ${job.id}`.execute(
      opened.db,
    );
    const other = await office.check('admin', 'users', 'users', csv(['Tên đăng nhập', 'Họ tên'], ['moi', 'Mới']));
    await office.carryOut('admin', other.id, 'all');
    expect(await office.settled('admin', job.id)).toMatchObject({ state: 'done', handled: 3, refused: 0 });
    const { total } = (await ask('GET', '/api/v1/users?search=nguoi-', undefined, { 'x-actor': 'admin' })).body;
    expect(total).toBe(3);
  });
});
