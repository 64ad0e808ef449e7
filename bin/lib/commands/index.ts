/** Every subcommand of `san-sang`, fetched when it is called. A new one is one entry here. */
import type { Command } from '../command.ts';

export interface Listed {
  /** One line of the overall help. */
  readonly vi: string;
  readonly en: string;
  readonly load: () => Promise<Command>;
}

export const COMMANDS: Readonly<Record<string, Listed>> = {
  users: {
    vi: 'tài khoản: liệt kê, tạo, khóa, mở, cấp lại mật khẩu',
    en: 'accounts: list, add, lock, unlock, reset',
    load: async () => (await import('./users.ts')).users,
  },
  import: {
    vi: 'nhập bảng XLSX, CSV: kiểm tra rồi ghi',
    en: 'import an XLSX or CSV table: checked, then written',
    load: async () => (await import('./import.ts')).importTable,
  },
  export: {
    vi: 'xuất một bảng ra XLSX, CSV',
    en: 'export a table as XLSX or CSV',
    load: async () => (await import('./export.ts')).exportTable,
  },
  verify: {
    vi: 'kiểm tra toàn vẹn sổ sự kiện',
    en: 'check the ledger',
    load: async () => (await import('./verify.ts')).verifyCommand,
  },
  rebuild: {
    vi: 'dựng lại các bảng đọc',
    en: 'rebuild the read tables',
    load: async () => (await import('./rebuild.ts')).rebuildCommand,
  },
  recover: {
    vi: 'dựng lại quy trình từ sổ sự kiện',
    en: 'bring workflows back from the ledger',
    load: async () => (await import('./recover.ts')).recoverCommand,
  },
  'test-mail': {
    vi: 'gửi một thư thử',
    en: 'send a test message',
    load: async () => (await import('./test-mail.ts')).testMail,
  },
  migrate: {
    vi: 'cập nhật bảng của cơ sở dữ liệu',
    en: 'bring the tables up to date',
    load: async () => (await import('./migrate.ts')).migrateCommand,
  },
  rewrap: {
    vi: 'chuyển danh sách có tên sang khóa mới',
    en: 'put named rosters under a new key',
    load: async () => (await import('./rewrap.ts')).rewrapCommand,
  },
};
