/** The chain of authority and what is secret, through the API: preview and revocation agree, and no view prints a secret. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as contract from '../../api/contract/index.ts';
import { type Api, loadSeason, startApi } from './support.ts';

const CITY = '/api/v1/exercises/tam-ky-2022';
const SA = 'sa-01@tam-ky.SA';
const SA_HEAD = 'sa-1.tam-ky@tam-ky.SA:head';
const acting = { number: '655/QĐ-UBND', date: '2022-05-31', issuer: 'UBND thành phố' };
const revoke = { type: 'RevokePaper', slot: 'budget', paper: acting, reason: 'Điều chỉnh nguồn kinh phí' };

let api: Api;
beforeAll(async () => {
  api = await startApi();
  await loadSeason(api);
}, 120_000);
afterAll(() => api.close());

const papers = async () => contract.Papers.parse((await api.get(`${CITY}/papers`)).body);
const effects = async (slot: string) => api.get(`${CITY}/papers/${slot}/effects`);
const statuses = async (): Promise<Record<string, string>> =>
  Object.fromEntries(
    (await api.get(`${CITY}/checklist`)).body.tasks.map((task: { code: string; status: string }) => [
      task.code,
      task.status,
    ]),
  );

describe('the papers of a file', () => {
  test('are listed in the order of the chain, entered or known by their tasks', async () => {
    const { papers: rows, missing } = await papers();
    expect(rows.map(({ slot, state, source }) => `${slot} ${state} ${source}`)).toEqual([
      'directive inForce evidence',
      'resolution inForce entered',
      'standingDirective inForce evidence',
      'steering inForce entered',
      'organising inForce entered',
      'directing inForce entered',
      'support inForce entered',
      'frame inForce entered',
      'intent inForce evidence',
      'plan inForce evidence',
      'calendar inForce evidence',
      'budget inForce evidence',
    ]);
    expect(rows[1]).toMatchObject({ form: 'party36', task: 'C03' });
    expect(rows[3]).toMatchObject({ form: 'decree30', name: { vi: 'Quyết định thành lập Ban Chỉ đạo' } });
    expect(missing).toEqual([]);
  });

  test('a preview tells in words what a revocation would void, and changes nothing', async () => {
    const before = await api.events();
    const { body, status } = await effects('budget');
    expect(status).toBe(200);
    expect(contract.PaperEffects.safeParse(body).error).toBeUndefined();
    expect(body.allowed).toBe(true);
    expect(body.sentences[0].vi).toBe('Việc C14 Phê duyệt dự toán kinh phí phải nộp và xác minh lại.');
    expect(body.sentences).toHaveLength(
      body.voids.papers.length + body.voids.tasks.length + body.voids.gates.length + (body.voids.phase ? 1 : 0),
    );
    expect(await api.events()).toBe(before);
    expect((await effects('secret')).status).toBe(400);
    const nowhere = await api.get('/api/v1/exercises/an-son-2022/papers/intent/effects');
    expect([nowhere.status, nowhere.body.code]).toEqual([409, 'paper-not-in-chain']);
  });

  test('the revocation voids what the preview said, and nothing else', async () => {
    const [before, preview] = [await statuses(), (await effects('budget')).body.voids];
    expect((await api.command('exercises/tam-ky-2022', SA, revoke)).status).toBe(200);
    const after = await statuses();
    const fallen = Object.keys(after).filter((code) => after[code] === 'returned' && before[code] !== 'returned');
    expect(fallen).toEqual(preview.tasks);
    const { papers: rows, missing } = await papers();
    expect(rows.at(-1)).toMatchObject({
      slot: 'budget',
      state: 'revoked',
      revoked: { by: acting, cause: 'budget', reason: 'Điều chỉnh nguồn kinh phí' },
    });
    expect(missing.map(({ slot }) => slot)).toEqual(['budget']);
    const gates = (await api.get(CITY)).body.gates as { code: string; state: string }[];
    for (const gate of preview.gates) expect(gates.find(({ code }) => code === gate)?.state).not.toBe('passed');
    const again = await api.command('exercises/tam-ky-2022', SA, revoke);
    expect([again.status, again.body.code]).toEqual([409, 'paper-missing']);
    const { body } = await api.get(`${CITY}/events?limit=500&afterVersion=${(await api.get(CITY)).body.version - 1}`);
    expect(body.events[0].sentence.vi).toContain('Bãi bỏ Quyết định dự toán kinh phí');
  });

  test('an amended paper says by what', async () => {
    const change = { headPost: 'Phó Chủ tịch UBND thành phố' };
    const amend = { type: 'AmendPaper', slot: 'organising', by: acting, change, reason: 'Kiện toàn' };
    expect((await api.command('exercises/tam-ky-2022', SA, amend)).status).toBe(200);
    const row = (await papers()).papers.find(({ slot }) => slot === 'organising');
    expect(row).toMatchObject({ state: 'amended', amendments: [{ by: acting, reason: 'Kiện toàn', change }] });
  });
});

describe('what is secret', () => {
  const label = 'Văn bản đăng ký số 17';
  const classify = (subject: object, more: object = {}) => ({
    ...{ type: 'Classify', subject, level: 'mat', decidedBy: 'Bộ CHQS', basis: 'Danh mục, mục 3', ...more },
  });
  const everyView = async (): Promise<string> => {
    const paths = ['', '/checklist', '/gates/G4', '/reminders', '/papers', '/events?limit=500'];
    const past = '?asOf=2022-04-15';
    const urls = [
      ...paths.map((path) => `${CITY}${path}`),
      ...['', '/checklist', '/gates/G4', '/reminders', '/events'].map((path) => `${CITY}${path}${past}`),
      '/api/v1/bodies/tam-ky.POL/tasks',
      '/api/v1/bodies/tam-ky.POL/reminders',
      '/api/v1/readiness',
      '/api/v1/exercises',
      '/api/v1/exercises?year=2022',
      `/api/v1/readiness${past}`,
    ];
    const answers = await Promise.all(urls.map((url) => api.get(url)));
    expect(answers.map(({ status }) => status)).toEqual(urls.map(() => 200));
    return answers.map(({ text }) => text).join('\n');
  };

  test('stands under its neutral label in every view, now and as of any day', async () => {
    expect(await everyView()).toContain('Kế hoạch bảo đảm an ninh trật tự');
    const done = await api.command(
      'exercises/tam-ky-2022',
      SA_HEAD,
      classify({ kind: 'task', task: 'C17' }, { label }),
    );
    expect(done.status).toBe(200);
    const shown = await everyView();
    expect(shown).not.toContain('Kế hoạch bảo đảm an ninh trật tự');
    expect(shown).not.toContain('Public order plan');
    expect(shown).toContain(label);
    const row = (await api.get(`${CITY}/checklist`)).body.tasks.find(({ code }: { code: string }) => code === 'C17');
    expect(row).toMatchObject({
      title: { vi: label, en: label },
      referenceOnly: true,
      classification: { level: 'mat', levelName: { vi: 'Mật' }, decidedBy: 'Bộ CHQS' },
    });
  });

  test('an exercise shows its label instead of its theme', async () => {
    const { theme } = (await api.get(CITY)).body;
    const command = classify({ kind: 'exercise' }, { level: 'toiMat', label: 'Diễn tập số 1' });
    expect((await api.command('exercises/tam-ky-2022', SA_HEAD, command)).status).toBe(200);
    const shown = await everyView();
    expect(shown).toContain('Diễn tập số 1');
    expect((await api.get(CITY)).body).toMatchObject({ theme: 'Diễn tập số 1', codeName: null });
    expect((await api.get(`${CITY}/events?limit=1`)).text).not.toContain(theme);
  });

  test('a marked text is refused at the door by the name of its field, nothing written, nothing repeated', async () => {
    const before = await api.events();
    const reason = 'TUYỆT MẬT: vị trí sở chỉ huy';
    const answer = await api.command('exercises/tam-ky-2022', SA, { type: 'PostponeExercise', reason });
    expect([answer.status, answer.body.code]).toEqual([422, 'secret-marked']);
    expect(answer.body.messages.vi.what).toContain('“reason”');
    expect(answer.text).not.toContain('vị trí sở chỉ huy');
    expect(await api.events()).toBe(before);
  });
});
