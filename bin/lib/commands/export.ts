/** `san-sang export`: any table that the page exports, under the duty of an account; the same rows that it would see there. */
import { writeFile } from 'node:fs/promises';
import { exportUrl } from '../../../api/exports/route.ts';
import { asUser, refusedBy } from '../as-user.ts';
import { CliError } from '../cli.ts';
import type { Command } from '../command.ts';

export const exportTable: Command = {
  spec: {
    name: 'export',
    vi: 'Xuất một bảng ra XLSX hoặc CSV, đúng những dòng mà tài khoản nêu tên được xem.',
    en: 'Exports a table as XLSX or CSV: the rows that the named account may see.',
    argument: '<exercises|exercises/<id>/checklist|users|audit|drills/<id>/orders|…>',
    options: {
      user: { type: 'string', value: 'tham-muu', vi: 'tài khoản (bắt buộc)', en: 'account (required)' },
      body: {
        type: 'string',
        value: 'tam-ky.SA',
        vi: 'nhiệm vụ, nếu tài khoản có nhiều',
        en: 'duty, where it has several',
      },
      format: {
        type: 'string',
        value: 'xlsx|csv',
        vi: 'mặc định theo đuôi của --out, hoặc xlsx',
        en: 'default: by the end of --out, else xlsx',
      },
      query: { type: 'string', value: 'year=2027', vi: 'bộ lọc, như trong địa chỉ', en: 'filter, as in an address' },
      table: { type: 'string', vi: 'chỉ một bảng, theo khóa', en: 'one table alone, by its key' },
      out: {
        type: 'string',
        value: 'bang.xlsx',
        vi: 'tệp ghi ra; không có: stdout',
        en: 'file to write; none: stdout',
      },
    },
    example: 'san-sang export exercises/tam-ky-2022/checklist --user tham-muu --out viec.xlsx',
  },
  main: async ({ argument, text, say, print, pick, language }) => {
    const user = text('user');
    if (!argument || !user) throw new CliError(2, 'Cần tên bảng và --user.', 'A table and --user are needed.');
    const out = text('out');
    const table = text('table');
    const format = text('format') ?? (out?.endsWith('.csv') ? 'csv' : 'xlsx');
    const query = new URLSearchParams(text('query') ?? '');
    for (const [key, value] of Object.entries({ format, language, ...(table ? { table } : {}) })) query.set(key, value);
    const url = `${exportUrl(`/api/v1/${argument}`)}?${query}`;
    const bytes = await asUser({ user, body: text('body'), say }, async ({ app, headers }) => {
      const answer = await app.inject({ url, headers });
      if (answer.statusCode !== 200) throw refusedBy(answer.body);
      return answer.rawPayload;
    });
    if (out === undefined) process.stdout.write(bytes);
    else {
      await writeFile(out, bytes);
      print({ out, bytes: bytes.length }, `${out}: ${bytes.length} ${pick('byte', 'bytes')}`);
    }
    return 0;
  },
};
