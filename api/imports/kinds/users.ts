/** Accounts: a user a row, with one duty. Their one-time passwords are made again from the import when the list is handed out, and kept nowhere. */
import { Refusal } from '../../../accounts/index.ts';
import { isEntered, isInForce } from '../../../domain/organisation/lookup.ts';
import { dayOf } from '../../../domain/time.ts';
import { UserCreation } from '../../contract/index.ts';
import type { ApiDeps } from '../../deps.ts';
import { Problem, problemBody } from '../../problems/index.ts';
import { organisationNow } from '../../queries/names.ts';
import { type Column, folded } from '../columns.ts';
import { commandIdOf } from '../commands.ts';
import { fitting, RowFault, type RowProblem, rowFault } from '../faults.ts';
import type { Asked, Bad, Job, Kind, RowRead, Taken } from '../kind.ts';
import { createLook } from '../lookup.ts';
import { UNIT, words } from './shared.ts';

const COLUMNS: readonly Column[] = [
  {
    field: 'userName',
    title: words('Tên đăng nhập', 'User name'),
    also: ['Tài khoản', 'Username'],
    type: 'code',
    required: true,
    example: 'nguyen-van-an',
  },
  {
    field: 'name',
    title: words('Họ và tên', 'Name'),
    also: ['Họ tên', 'Tên hiển thị'],
    type: 'text',
    required: true,
    example: 'Đồng chí An',
  },
  {
    field: 'person',
    title: words('Mã người', 'Person'),
    also: ['Mã cán bộ'],
    type: 'code',
    note: words('Để trống thì dùng tên đăng nhập', 'Empty: the user name'),
    example: 'nv-07',
  },
  { ...UNIT, required: false },
  {
    field: 'body',
    title: words('Cơ quan', 'Body'),
    also: ['Ban, ngành', 'Mã cơ quan', 'Đơn vị công tác'],
    type: 'text',
    note: words(
      'Mã (tam-ky.POL), hoặc mã hay tên kèm cột địa bàn',
      'Its id (tam-ky.POL), or code or name beside the unit',
    ),
    example: 'POL',
  },
  {
    field: 'post',
    title: words('Chức trách', 'Post'),
    also: ['Vai trò', 'Chức vụ'],
    type: 'choice',
    choices: {
      member: ['Thành viên', 'Cán bộ', 'Trợ lý', 'Member'],
      head: ['Người đứng đầu', 'Trưởng', 'Thủ trưởng', 'Head'],
    },
    example: 'Thành viên',
  },
  {
    field: 'from',
    title: words('Từ ngày', 'From'),
    type: 'date',
    note: words('Để trống là hôm nay', 'Empty: today'),
    example: '01/07/2025',
  },
  { field: 'to', title: words('Đến ngày', 'To'), also: ['Đến hết ngày'], type: 'date', example: '31/12/2026' },
  { field: 'isAdmin', title: words('Quản trị', 'Administrator'), also: ['Quản trị viên'], type: 'yes', example: '' },
];
const FIELDS = COLUMNS.map(({ field }) => field);

const accountsOf = ({ accounts }: ApiDeps): NonNullable<ApiDeps['accounts']> => {
  if (!accounts) throw new Problem('store-unavailable');
  return accounts;
};

const open: Kind['open'] = async (deps, job) => {
  const org = await organisationNow(deps);
  const day = dayOf(job.at);
  const look = createLook(org, day);
  const { userNames, persons } = await accountsOf(deps).administration.taken();
  const seen = { userNames: new Set(userNames), persons: new Set(persons) };
  const once = (field: 'userName' | 'person', value: string): void => {
    const known = field === 'person' ? seen.persons : seen.userNames;
    if (known.has(value))
      throw rowFault(
        field,
        'taken',
        `“${value}” đã có, ở Hệ thống hoặc ở dòng trên.`,
        `"${value}" is taken, here or in a row above.`,
      );
    known.add(value);
  };
  const read = ({ row, values }: RowRead): Taken => {
    const {
      userName,
      name,
      person = folded(String(userName)).replaceAll(' ', '-'),
      unit,
      body,
      post,
      from,
      to,
      isAdmin,
    } = values;
    const at = unit === undefined ? null : look.unit(String(unit), 'unit');
    const id = body === undefined ? null : look.body(String(body), at, 'body');
    if (id && isEntered(org) && !isInForce(org, id, day))
      throw rowFault(
        'body',
        'body-not-in-force',
        `Cơ quan ${id} không hoạt động ngày hôm nay.`,
        `The body ${id} is not in force today.`,
      );
    const duties = id ? [{ body: id, post: post ?? 'member', from: from ?? day, to: to ?? null }] : [];
    const content = fitting(UserCreation, { userName, name, person, isAdmin: isAdmin ?? false, duties }, FIELDS);
    once('userName', content.userName);
    if (content.person !== null) once('person', content.person);
    return { row, content };
  };
  return async (rows) =>
    rows.map((row): Taken => {
      try {
        return read(row);
      } catch (error) {
        if (error instanceof RowFault) return { row: row.row, problems: error.problems };
        throw error;
      }
    });
};

const creationOf = ({ content }: Asked) => UserCreation.parse(content);

/** The password of a row; the same however often it is asked. Throws once the list was handed out. */
export const passwordOf = (deps: ApiDeps, { id, handout }: Pick<Job, 'id' | 'handout'>, userName: string): string => {
  if (handout === null) throw new Problem('import-handed-out');
  return accountsOf(deps).oneTimePassword(`${id} ${handout} ${userName}`);
};

const userOf = (deps: ApiDeps, job: Job, asked: Asked) => {
  const user = creationOf(asked);
  return { ...user, id: commandIdOf(job, [asked]), password: passwordOf(deps, job, user.userName) };
};

const refused = (refusal: Refusal): RowProblem => {
  const { code, messages } = problemBody(new Problem(refusal.code, refusal.params), 'vi');
  const said = ({ what, who }: { what: string; who: string }): string => `${what} ${who}`;
  return { field: null, code, vi: said(messages.vi), en: said(messages.en) };
};

const create = async (deps: ApiDeps, job: Job, rows: readonly Asked[]): Promise<readonly Bad[]> => {
  try {
    await accountsOf(deps).administration.createAll(rows.map((row) => userOf(deps, job, row)));
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const problem = refused(error);
    return rows.map(({ row }) => ({ row, problems: [problem] }));
  }
};

export const users: Kind = {
  name: 'users',
  title: words('Người dùng', 'Users'),
  about: words(
    'Tạo tài khoản; mật khẩu một lần được đưa ra một danh sách để in đúng một lần.',
    'Makes accounts; their one-time passwords are handed out in one list, once.',
  ),
  door: 'users',
  columns: COLUMNS,
  settings: [],
  sealed: false,
  mostRows: 5_000,
  mostAtOnce: 1_000,
  open,
  carrier: {
    all: create,
    some: async (deps, job, rows) => {
      const bad: Bad[] = [];
      for (const row of rows) bad.push(...(await create(deps, job, [row])));
      return bad;
    },
  },
};
