/** `npm run admin`: the way back in for whoever has the machine itself. */
import { ADMINISTRATOR, accountTables, resetAdministrator } from '../accounts/index.ts';
import { connect } from '../db/connect.ts';
import { attachDatabase } from './lib/attach.ts';
import { runCli } from './lib/cli.ts';

await runCli(
  {
    name: 'admin',
    vi: `Tài khoản quản trị ${ADMINISTRATOR}: --reset cấp mật khẩu một lần mới, mở khóa, gỡ xác thực hai bước và kết thúc mọi phiên (DATABASE_URL hoặc DATA_DIR).`,
    en: `The administrator ${ADMINISTRATOR}: --reset gives a new one-time password, opens the account, takes its second factor off and ends its sessions (DATABASE_URL or DATA_DIR).`,
    options: { reset: { type: 'boolean', vi: 'cấp lại mật khẩu', en: 'give a new password' } },
    example: 'npm run admin -- --reset',
  },
  async ({ say, print, pick, flag }) => {
    const { databaseUrl, close } = await attachDatabase(process.env, say);
    const db = connect({ url: databaseUrl, applicationName: 'san-sang admin' });
    try {
      const tables = accountTables(db);
      if (flag('reset')) {
        const { userName, password } = await resetAdministrator(tables);
        print(
          { userName, password },
          pick(`${userName} · mật khẩu một lần: ${password}`, `${userName} · one-time password: ${password}`),
        );
        return 0;
      }
      const administrators = await tables
        .selectFrom('accounts.user')
        .select(['username', 'name', 'banned', 'lastSignInAt'])
        .where('role', '=', 'admin')
        .orderBy('username')
        .execute();
      print(
        {
          administrators: administrators.map(({ username, banned, ...rest }) => ({
            userName: username,
            ...rest,
            isActive: banned !== true,
          })),
        },
        administrators
          .map(({ username, name, banned }) => `${username} · ${name}${banned ? pick(' · đã khóa', ' · closed') : ''}`)
          .join('\n') || pick('Chưa có quản trị nào.', 'There is no administrator yet.'),
      );
      return 0;
    } finally {
      await db.destroy();
      await close();
    }
  },
);
