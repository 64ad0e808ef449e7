/** `san-sang users`: accounts, for who has the machine itself. One-time passwords are printed once. */
import { createAdministration } from '../../../accounts/administration.ts';
import { createHasher } from '../../../accounts/password.ts';
import { Refusal } from '../../../accounts/refusal.ts';
import { accountTables } from '../../../accounts/tables.ts';
import { type User, userWith } from '../../../accounts/user-store.ts';
import { UserCreation } from '../../../api/contract/index.ts';
import { Problem, problemBody } from '../../../api/problems/index.ts';
import { dayOf } from '../../../domain/time.ts';
import { attachDatabase } from '../attach.ts';
import { type Cli, CliError } from '../cli.ts';
import type { Command } from '../command.ts';
import { openStore } from '../store.ts';

const ACTS = ['list', 'add', 'lock', 'unlock', 'reset'] as const;

const lineOf = ({ userName, name, duties, isAdmin, isActive }: User, pick: Cli['pick']): string =>
  [
    userName,
    name,
    duties.map(({ body }) => body).join(', ') || '–',
    ...(isAdmin ? [pick('quản trị', 'administrator')] : []),
    ...(isActive ? [] : [pick('đã khóa', 'closed')]),
  ].join(' · ');

const told = (error: unknown): never => {
  if (!(error instanceof Refusal)) throw error;
  const { messages } = problemBody(new Problem(error.code, error.params), 'vi');
  throw new CliError(4, `${messages.vi.what} ${messages.vi.who}`, `${messages.en.what} ${messages.en.who}`);
};

const needed = (cli: Cli): string => {
  const [, userName] = cli.args;
  if (!userName) throw new CliError(2, 'Cần tên đăng nhập sau tên lệnh.', 'A user name must follow.');
  return userName;
};

type Opened = Awaited<ReturnType<typeof openStore>>;

const run = async (cli: Cli, opened: Opened): Promise<void> => {
  const { text, flag, print, pick, argument = 'list' } = cli;
  const db = accountTables(opened.db);
  const administration = createAdministration(db, createHasher());
  const idOf = async (userName: string): Promise<string> => {
    const row = await db.selectFrom('accounts.user').select('id').where('username', '=', userName).executeTakeFirst();
    if (row) return row.id;
    throw new CliError(4, `Không có tài khoản ${userName}.`, `There is no account ${userName}.`);
  };
  const password = (userName: string, given: string): void =>
    print(
      { userName, password: given },
      pick(`${userName} · mật khẩu một lần: ${given}`, `${userName} · one-time password: ${given}`),
    );
  switch (argument) {
    case 'list': {
      const search = text('search');
      const { users, total } = await administration.list({ page: 1, size: 10_000, ...(search ? { search } : {}) });
      print({ users, total }, users.map((user) => lineOf(user, pick)).join('\n'));
      return;
    }
    case 'add': {
      const userName = needed(cli);
      const body = text('body');
      const post = flag('head') ? 'head' : 'member';
      const duties = body ? [{ body, post, from: dayOf(opened.clock.businessNow()) }] : [];
      const made = UserCreation.safeParse({
        ...{ userName, name: text('name') ?? userName, isAdmin: flag('admin'), duties },
        person: text('person') ?? (body ? userName : null),
      });
      if (!made.success)
        throw new CliError(
          2,
          `Thông tin tài khoản chưa đúng: ${made.error.issues[0]?.path.join('.')}.`,
          `The account does not fit: ${made.error.issues[0]?.message}`,
        );
      password(userName, (await administration.create(made.data)).password);
      return;
    }
    case 'lock':
    case 'unlock': {
      const id = await idOf(needed(cli));
      await administration.setActive(id, argument === 'unlock');
      print({ user: await userWith(db, id) }, lineOf(await userWith(db, id), pick));
      return;
    }
    case 'reset': {
      const userName = needed(cli);
      const id = await idOf(userName);
      password(userName, await administration.resetPassword(id, { withSecondFactor: flag('second-factor') }));
      return;
    }
    default:
      throw new CliError(
        2,
        `Không có việc ${argument}: ${ACTS.join(', ')}.`,
        `There is no ${argument}: ${ACTS.join(', ')}.`,
      );
  }
};

export const users: Command = {
  spec: {
    name: 'users',
    vi: 'Tài khoản: list liệt kê, add tạo, lock khóa, unlock mở, reset cấp mật khẩu một lần mới.',
    en: 'Accounts: list them, add one, lock, unlock, reset gives a new one-time password.',
    argument: '<list|add|lock|unlock|reset> [user name]',
    mostArguments: 2,
    choices: ACTS,
    options: {
      search: {
        type: 'string',
        vi: 'list: một phần tên, mã người hoặc cơ quan',
        en: 'list: part of a name, person or body',
      },
      name: { type: 'string', vi: 'add: họ tên hoặc chức danh', en: 'add: name or title' },
      person: { type: 'string', vi: 'add: mã người', en: 'add: reference of the person' },
      body: { type: 'string', value: 'tam-ky.POL', vi: 'add: cơ quan, từ hôm nay', en: 'add: body, from today' },
      head: { type: 'boolean', vi: 'add: là người đứng đầu', en: 'add: heads the body' },
      admin: { type: 'boolean', vi: 'add: là quản trị', en: 'add: an administrator' },
      'second-factor': {
        type: 'boolean',
        vi: 'reset: gỡ cả xác thực hai bước',
        en: 'reset: take the second factor off too',
      },
    },
    example: 'san-sang users add nguyen-van-an --name "Đồng chí An" --body tam-ky.POL',
  },
  main: async (cli) => {
    const { databaseUrl, close } = await attachDatabase(process.env, cli.say);
    try {
      const opened = await openStore(databaseUrl, 'san-sang users');
      try {
        await run(cli, opened).catch(told);
      } finally {
        await opened.db.destroy();
      }
      return 0;
    } finally {
      await close();
    }
  },
};
