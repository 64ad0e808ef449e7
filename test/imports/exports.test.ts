/** Tables as files: the same rows as the read, for the same eyes. */
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readSheet } from 'read-excel-file/node';
import { isFilePolicy } from '../../domain/access/index.ts';
import { zipContent, zipEntries } from '../../files/zip.ts';
import { csvLine, xlsxOf } from '../../sheets/index.ts';
import { type Api, loadSeason, startApi } from '../api/support.ts';

const SA = { 'x-actor': 'tl-01@tam-ky.SA' };

describe('an export', () => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi();
    await loadSeason(api, true);
  }, 180_000);
  afterAll(() => api.close());
  const file = async (path: string, headers: Record<string, string> = SA) => {
    const answer = await api.app.inject({ url: `/api/v1/exports/${path}`, headers });
    return { status: answer.statusCode, headers: answer.headers, bytes: answer.rawPayload };
  };
  const lines = async (path: string): Promise<string[]> =>
    (await file(path)).bytes.toString('utf8').replace('\uFEFF', '').trimEnd().split('\r\n');

  test('of a checklist is a workbook with every task, its dates as dates', async () => {
    const { status, headers, bytes } = await file('exercises/tam-ky-2022/checklist?language=vi');
    expect([status, headers['content-disposition']]).toEqual([200, expect.stringContaining('viec-tam-ky-2022.xlsx')]);
    const rows = await readSheet(bytes);
    const { tasks } = (await api.get('/api/v1/exercises/tam-ky-2022/checklist', SA)).body;
    expect(rows.length).toBe(tasks.length + 1);
    expect(rows[0]?.slice(0, 3)).toEqual(['Mã', 'Việc', 'Cổng']);
    expect(rows[1]?.[0]).toBe(tasks[0].code);
    expect(rows[1]?.[7]).toEqual(new Date(`${tasks[0].due}T00:00:00Z`));
  });

  test('of each table of the season is the file it says, in both forms and both languages', async () => {
    for (const path of [
      'exercises',
      'exercises/tam-ky-2022/plan',
      'exercises/tam-ky-2022/clashes',
      'exercises/tam-ky-2022/papers',
      'exercises/tam-ky-2022/reminders',
      'exercises/tam-ky-2022/events',
      'clashes',
      'papers',
      'readiness',
      'readiness/cells',
      'reminders',
      'bodies/tam-ky.SA/tasks',
      'drills/tam-ky-2022',
      'drills/tam-ky-2022/stations',
      'drills/tam-ky-2022/orders',
      'reviews/tam-ky-2022',
      'actions',
      'organisation',
    ])
      for (const how of ['format=xlsx&language=vi', 'format=csv&language=en']) {
        const { status, bytes } = await file(`${path}?${how}`);
        expect([path, how, status]).toEqual([path, how, 200]);
        const titles = how.startsWith('format=csv')
          ? bytes.toString('utf8').split('\r\n', 1)[0]?.split(',')
          : (await readSheet(bytes))[0];
        expect([path, titles?.length]).toEqual([path, expect.any(Number)]);
        expect(titles?.length).toBeGreaterThan(1);
      }
  }, 120_000);

  test('goes through all pages of a long read', async () => {
    const first = (await api.get('/api/v1/exercises/tam-ky-2022/events?limit=1', SA)).body;
    expect(first.nextAfter).not.toBeNull();
    const all = await lines('exercises/tam-ky-2022/events?format=csv');
    expect(all.length - 1).toBe(first.version);
  });

  test('is for the same eyes as the read: own rows, no file, no right', async () => {
    const police = { 'x-actor': 'ca-01@tam-ky.POL' };
    const own = (await api.get('/api/v1/exercises/tam-ky-2022/checklist', police)).body.tasks.length;
    const { bytes } = await file('exercises/tam-ky-2022/checklist?format=csv', police);
    expect(bytes.toString('utf8').trimEnd().split('\r\n').length - 1).toBe(own);
    const answers = [
      await file('exercises/tam-ky-2022/checklist', { 'x-actor': 'ng-01@da-nang.SA' }),
      await file('exercises/khong-co/checklist', SA),
      await file('audit', SA),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 403]);
  });

  test('stands under the policy of its read, whichever it is', () => {
    const policies = new Map(api.app.routePolicies.map(({ method, url, policy }) => [`${method} ${url}`, policy]));
    const exported = api.app.routePolicies.filter(({ url }) => url.startsWith('/api/v1/exports/'));
    expect(exported.length).toBeGreaterThan(20);
    for (const { url, policy } of exported)
      expect([url, policy]).toEqual([url, policies.get(`GET ${url.replace('/exports/', '/')}`)]);
    expect(exported.some(({ policy }) => isFilePolicy(policy) && policy === 'drill.persons')).toBe(false);
  });

  test('refuses a format, a table and a parameter that there is not', async () => {
    for (const query of ['format=pdf', 'table=names', 'limit=1', 'asOf=soon'])
      expect([query, (await file(`exercises/tam-ky-2022/checklist?${query}`)).status]).toEqual([query, 400]);
  });
});

describe('text from people', () => {
  const WILD = ['=1+1', '+SUM(A1)', '-2', '@cmd', '\t=x', '\r=x', 'a"b', 'a,b', "O'Neil"];

  test('never becomes a formula of a CSV', () => {
    expect(csvLine(WILD)).toBe(`'=1+1,'+SUM(A1),'-2,'@cmd,'\t=x,"'\r=x","a""b","a,b",O'Neil\r\n`);
  });

  test('is a text cell of an XLSX, with no formula in the whole package', async () => {
    const bytes = await xlsxOf([{ name: '=x', titles: ['=t'], rows: WILD.map((text) => [text]) }]);
    const path = join(tmpdir(), `san-sang-wild-${process.pid}.xlsx`);
    await writeFile(path, bytes);
    const { open, rm } = await import('node:fs/promises');
    const opened = await open(path);
    const entries = (await zipEntries(opened, bytes.length)) ?? [];
    const sheet = entries.find(({ name }) => name === 'xl/worksheets/sheet1.xml');
    const xml = sheet && (await zipContent(opened, sheet, 1_000_000))?.toString('utf8');
    await opened.close();
    await rm(path);
    expect(xml).toContain('t="s"');
    expect(xml).not.toMatch(/<f[ >]/);
    const back = (await readSheet(bytes, { trim: false })).map(([cell]) => cell);
    expect(back.filter((cell) => !String(cell).endsWith('=x'))).toEqual([
      '=t',
      ...WILD.filter((text) => !text.endsWith('=x')),
    ]);
  });
});
