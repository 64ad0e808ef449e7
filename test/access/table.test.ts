/**
 * Who may what, cell by cell: every route of the application × every group × every unit, against a table that people read.
 * `UPDATE=1 npm test -- test/access/table` writes the table anew; what changed in it is then looked at as a change of rights.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { RoutePolicy } from '../../api/signed-in.ts';
import { isFilePolicy, PLAIN_POLICIES } from '../../domain/access/index.ts';
import type { Api } from '../api/support.ts';
import type { Answer } from '../support/answer.ts';
import { GROUPS, ID, openWorld, SEATS, type Seat, UNITS } from './world.ts';

const FILE = new URL('../../docs/quyen-truy-cap.md', import.meta.url);
const COMMAND = '0197a3a4-5b6c-7d8e-9f00-112233445501';

const PARAMS: Readonly<Record<string, string>> = {
  id: ID,
  code: 'C17',
  gate: 'G4',
  slot: 'resolution',
  bodyId: 'tam-ky.POL',
  unit: 'tam-ky',
  year: '2022',
  commandId: COMMAND,
  indicator: 'TK01',
  column: '2022',
  period: '2022',
  review: 'final',
  job: COMMAND,
  kind: 'steering',
  format: 'docx',
};
const QUERIES: Readonly<Record<string, string>> = {
  '/api/v1/exercises/:id/template-difference': '?version=1',
  '/api/v1/templates/:id/difference': '?from=1&to=1',
  '/api/v1/drills/:id/roster': '?purpose=rollCall',
  '/api/v1/programmes/:id/difference': '?from=2022-05-01&to=2022-12-31',
  '/api/v1/planner/basis': '?unit=tam-ky&firstYear=2021&lastYear=2025',
  '/api/v1/planner/jobs': '?unit=tam-ky',
  '/api/v1/programmes/:id/documents/programme-review.:format': '?of=final',
  '/api/v1/agenda': '?from=2022-05-01&to=2022-06-30',
};
const BODIES: Readonly<Record<string, object>> = {
  exercises: { type: 'StartTask', task: 'C17' },
  drills: { type: 'CloseDrill' },
  reviews: { type: 'DecideGrade' },
  programmes: { type: 'FinishProgrammeReview', review: 'final' },
  rollouts: { type: 'SubmitRollOut' },
};

const addressOf = ({ url }: RoutePolicy, id = ID): string => {
  const [, named] = /^\/api\/v1\/(templates|registers)\//.exec(url) ?? [];
  const other = { templates: 'commune', registers: 'tam-ky-2022' }[named ?? ''];
  const path = url.replace(/:(\w+)/g, (_, name: string) => (name === 'id' ? (other ?? id) : (PARAMS[name] ?? 'x1')));
  return path + (QUERIES[url] ?? '');
};

const bodyOf = ({ url }: RoutePolicy): object => {
  const kind = url.split('/')[3] ?? '';
  return /\/(commands|preview)$/.test(url) ? { commandId: COMMAND, ...BODIES[kind] } : {};
};

/** What one cell says. */
const MARKS = { whole: '●', own: '◐', rows: '▤', open: '○' } as const;

describe('the access table', () => {
  let api: Api;
  beforeAll(async () => {
    api = await openWorld();
  }, 120_000);
  afterAll(() => api.close());

  const ask = (route: RoutePolicy, who: string, id = ID): Promise<Answer> => {
    const headers = { 'x-actor': who, 'x-stop': '1' };
    const url = addressOf(route, id);
    return route.method === 'GET' ? api.get(url, headers) : api.post(url, bodyOf(route), headers);
  };

  const cellOf = async (route: RoutePolicy, seat: Seat): Promise<string> => {
    const answer = await ask(route, seat.who);
    if (answer.status >= 500) throw new Error(`${route.url} for ${seat.who}: ${answer.status} ${answer.text}`);
    const { code } = answer.body ?? {};
    if (answer.status === 403 || answer.status === 401 || code === 'not-found' || code === 'command-not-found')
      return String(answer.status);
    const { policy } = route;
    if (!isFilePolicy(policy)) return PLAIN_POLICIES[policy] === 'duty' ? MARKS.rows : MARKS.open;
    // an address or a body that does not fit would be refused before the policy is asked
    if (policy !== 'drill.persons')
      expect([route.url, code]).not.toEqual([route.url, expect.stringMatching(/^invalid-/)]);
    const reach = String(answer.headers['x-reach']);
    expect([route.url, seat.who, reach]).toEqual([route.url, seat.who, expect.stringMatching(/^(whole|own)$/)]);
    return reach === 'whole' ? MARKS.whole : MARKS.own;
  };

  const generate = async (): Promise<string> => {
    const rows: string[] = [];
    const routes = [...api.app.routePolicies].sort((a, b) =>
      `${a.url} ${a.method}` < `${b.url} ${b.method}` ? -1 : 1,
    );
    for (const route of routes) {
      const cells: string[] = [];
      for (const seat of SEATS) cells.push(await cellOf(route, seat));
      rows.push(`| ${[`${route.method} ${route.url}`, route.policy, ...groupsOf(cells)].join(' | ')} |`);
    }
    return page(rows);
  };

  test('says of every route what every group may in every unit, and is what people read', async () => {
    const generated = await generate();
    if (process.env.UPDATE) await writeFile(FILE, generated);
    const written = await readFile(FILE, 'utf8').catch(() => '');
    expect(generated.split('\n')).toEqual(written.split('\n'));
  }, 240_000);

  test('a department that takes no part owns nothing in the exercise', async () => {
    const { tasks } = (await api.get(`/api/v1/exercises/${ID}/checklist`)).body;
    const owners: string[] = tasks.map(({ owner }: { owner: string }) => owner);
    for (const unit of Object.values(UNITS)) {
      expect(owners).toContain(`${unit}.${GROUPS['department taking part']}`);
      expect(owners).not.toContain(`${unit}.${GROUPS['department not taking part']}`);
    }
  });

  test("another unit's file is answered word for word, header for header, as one that does not exist", async () => {
    const seen = ({ status, headers, text }: Answer) => {
      const { date: _, 'x-reach': __, ...rest } = headers;
      return { status, headers: rest, text };
    };
    const routes = api.app.routePolicies.filter(({ policy }) => isFilePolicy(policy));
    expect(routes.length).toBeGreaterThan(25);
    for (const route of routes) {
      const [known, unknown] = [await ask(route, 'ng-01@da-nang.SA'), await ask(route, 'ng-01@da-nang.SA', 'khong-co')];
      expect([route.url, known.status]).toEqual([route.url, 404]);
      expect([route.url, seen(known)]).toEqual([route.url, seen(unknown)]);
    }
  });

  test('nobody comes through a door without signing in, but through the public ones', async () => {
    for (const route of api.app.routePolicies.filter(({ policy }) => policy !== 'public')) {
      const { method } = route;
      const answer = await api.app.inject({ method: method as 'GET', url: addressOf(route) });
      expect([route.url, method, answer.statusCode]).toEqual([route.url, method, 401]);
    }
  });
});

/** The cells of a group side by side: own, superior, subordinate, other. */
const groupsOf = ([admin = '', ...cells]: readonly string[]): string[] => [
  admin,
  ...Object.keys(GROUPS).map((_, index) => cells.slice(index * 4, index * 4 + 4).join(' ')),
];

const NAMES: Readonly<Record<keyof typeof GROUPS, string>> = {
  staff: 'Cơ quan, ban tổ chức (SA, MPC, OB, CLERK)',
  leadership: 'Lãnh đạo (SC, PC, SB)',
  viewer: 'Theo dõi (VIEW)',
  'department taking part': 'Ban, ngành được giao việc',
  'department not taking part': 'Ban, ngành không tham gia',
  'commune command': 'Ban CHQS xã (CMC, COM)',
};

const page = (rows: readonly string[]): string => {
  const heads = ['Đường dẫn', 'Chính sách', 'Quản trị', ...Object.values(NAMES)];
  return `# Quyền truy cập

Sinh từ danh sách đường dẫn thật của hệ thống và kiểm tra từng ô bằng \`npm test -- test/access/table\`; ghi lại bằng \`UPDATE=1\`.
Hồ sơ được hỏi: diễn tập thành phố \`${ID}\` của Tam Kỳ, cùng đợt động viên và rút kinh nghiệm của nó.

Mỗi ô có bốn dấu theo đơn vị của người hỏi so với hồ sơ: **cùng đơn vị · cấp trên · cấp dưới · đơn vị khác**.

| Dấu | Nghĩa |
|---|---|
| ● | toàn bộ hồ sơ |
| ◐ | chỉ phần việc của đơn vị mình |
| ▤ | danh sách, chỉ gồm dòng được xem |
| ○ | được vào; với lệnh, quy tắc nghiệp vụ còn xét thẩm quyền; đường dẫn \`public\` không cần đăng nhập |
| 403 | được xem nhưng không được làm, hoặc tài khoản không giữ nhiệm vụ |
| 404 | với người hỏi, hồ sơ này không tồn tại |

| ${heads.join(' | ')} |
|${heads.map(() => '---').join('|')}|
${rows.join('\n')}
`;
};
