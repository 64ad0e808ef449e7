/** `san-sang import`: a table is checked, its problems told by row; without `--dry-run` it is then written, all of it or its good rows. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { z } from 'zod';
import { IMPORT_KINDS, type ImportPasswords, type ImportRows, type ImportShown } from '../../../api/contract/index.ts';
import { KINDS } from '../../../api/imports/kinds/index.ts';
import { type AsUser, asUser, refusedBy } from '../as-user.ts';
import { type Cli, CliError, type ExitCode } from '../cli.ts';
import type { Command } from '../command.ts';

type Job = z.output<typeof ImportShown>;
type Rows = z.output<typeof ImportRows>['rows'];

const LOOK_MS = 300;
const SHOWN = 50;

const talk = ({ app, headers }: AsUser) => {
  const ask = async <T>(
    method: 'GET' | 'POST',
    url: string,
    payload?: Buffer | string,
    type = 'application/json',
  ): Promise<T> => {
    const answer = await app.inject({
      ...{ method, url: `/api/v1/imports${url}` },
      headers: { ...headers, ...(payload === undefined ? {} : { 'content-type': type }) },
      ...(payload === undefined ? {} : { payload }),
    });
    if (answer.statusCode >= 300) throw refusedBy(answer.body);
    return JSON.parse(answer.body) as T; // of the contract
  };
  return ask;
};
type Ask = ReturnType<typeof talk>;

const settled = async (ask: Ask, id: string, { progress, pick }: Cli): Promise<Job> => {
  for (;;) {
    const job = await ask<Job>('GET', `/${id}`);
    if (job.state === 'checking' && job.rows > 0)
      progress(job.handled, job.rows, pick('dòng đã kiểm tra', 'rows checked'));
    if (job.state === 'running') progress(job.handled, job.good, pick('dòng đã ghi', 'rows written'));
    if (job.state !== 'checking' && job.state !== 'running') return job;
    await delay(LOOK_MS);
  }
};

const sent = async (ask: Ask, cli: Cli, path: string): Promise<Job> => {
  const kind = cli.text('kind') ?? '';
  const { door } = KINDS[kind as keyof typeof KINDS]; // asked for by name before
  const option = door === 'programme' ? 'programme' : door === 'drill' || door === 'roster' ? 'drill' : null;
  const target = option && cli.text(option);
  if (option && !target) throw new CliError(2, `Loại này cần --${option}.`, `This kind needs --${option}.`);
  const bytes = await readFile(path).catch(() => {
    throw new CliError(2, `Không đọc được ${path}.`, `${path} cannot be read.`);
  });
  const form = new FormData();
  form.append('kind', kind);
  form.append('settings', JSON.stringify(Object.fromEntries(new URLSearchParams(cli.texts('set').join('&')))));
  form.append('file', new Blob([new Uint8Array(bytes)]), basename(path));
  const body = new Response(form);
  const payload = Buffer.from(await body.arrayBuffer());
  return ask(
    'POST',
    target ? `/${door}/${encodeURIComponent(target)}` : `/${door}`,
    payload,
    body.headers.get('content-type') ?? '',
  );
};

const problemLines = (rows: Rows, { pick, language }: Cli): string[] =>
  rows.map(({ row, problems }) => `${pick('dòng', 'row')} ${row}: ${problems.map((each) => each[language]).join(' ')}`);

const faultOf = (job: Job): CliError => {
  const { vi, en } = job.fault?.messages ?? {
    vi: { what: 'Không dòng nào được ghi.', who: '' },
    en: { what: 'No row was written.', who: '' },
  };
  return new CliError(4, `${vi.what} ${vi.who}`, `${en.what} ${en.who}`);
};

const written = async (ask: Ask, cli: Cli, checked: Job, mode: string): Promise<ExitCode> => {
  await ask('POST', `/${checked.id}/start`, JSON.stringify({ mode }));
  const job = await settled(ask, checked.id, cli);
  const { rows } = await ask<{ rows: Rows }>('GET', `/${job.id}/rows?phase=run&limit=${SHOWN}`);
  if (job.state !== 'done') {
    for (const line of problemLines(rows, cli)) cli.say(line);
    throw faultOf(job);
  }
  const passwords = job.hasPasswords
    ? await ask<z.output<typeof ImportPasswords>>('POST', `/${job.id}/passwords`, '{}')
    : null;
  const count = job.handled - job.refused;
  cli.print(
    { import: job, refused: rows, ...passwords },
    [
      cli.pick(
        `Đã ghi ${count} dòng, ${job.refused} dòng bị từ chối.`,
        `${count} rows written, ${job.refused} refused.`,
      ),
      ...problemLines(rows, cli),
      ...(passwords?.users ?? []).map(({ userName, password }) => `${userName} · ${password}`),
    ].join('\n'),
  );
  return job.refused > 0 ? 1 : 0;
};

const work = async (as: AsUser, cli: Cli, path: string, mode: string): Promise<ExitCode> => {
  const ask = talk(as);
  const checked = await settled(ask, (await sent(ask, cli, path)).id, cli);
  if (checked.state !== 'checked') throw faultOf(checked);
  const { rows } = await ask<{ rows: Rows }>('GET', `/${checked.id}/rows?limit=${SHOWN}`);
  const { good, bad } = checked;
  const summary = cli.pick(
    `${checked.rows} dòng: ${good} đúng, ${bad} có lỗi.`,
    `${checked.rows} rows: ${good} good, ${bad} with problems.`,
  );
  const mayWrite = !cli.flag('dry-run') && good > 0 && (mode === 'good' || bad === 0);
  if (!mayWrite) {
    await ask('POST', `/${checked.id}/cancel`, '{}');
    cli.print({ ok: bad === 0, import: checked, rows }, [summary, ...problemLines(rows, cli)].join('\n'));
    return bad > 0 ? 1 : 0;
  }
  cli.say(summary);
  for (const line of problemLines(rows, cli)) cli.say(line);
  return written(ask, cli, checked, mode);
};

export const importTable: Command = {
  spec: {
    name: 'import',
    vi: 'Nhập bảng XLSX hoặc CSV dưới nhiệm vụ của một tài khoản; --dry-run chỉ kiểm tra. Có dòng lỗi mà --mode all: không ghi gì.',
    en: 'Imports an XLSX or CSV table under the duty of an account; --dry-run checks only. With bad rows and --mode all nothing is written.',
    argument: '<file>',
    options: {
      kind: {
        type: 'string',
        value: IMPORT_KINDS.join('|'),
        vi: 'loại dữ liệu (bắt buộc)',
        en: 'kind of data (required)',
      },
      user: { type: 'string', value: 'tham-muu', vi: 'tài khoản (bắt buộc)', en: 'account (required)' },
      body: {
        type: 'string',
        value: 'tam-ky.SA',
        vi: 'nhiệm vụ, nếu tài khoản có nhiều',
        en: 'duty, where it has several',
      },
      drill: { type: 'string', vi: 'mã đợt động viên', en: 'id of the drill' },
      programme: { type: 'string', vi: 'mã chương trình', en: 'id of the programme' },
      set: {
        type: 'string',
        multiple: true,
        value: 'parent=tam-ky',
        vi: 'thông tin chung cho mọi dòng; lặp lại được',
        en: 'what holds for all rows; may be repeated',
      },
      mode: {
        type: 'string',
        value: 'all|good',
        vi: 'tất cả hoặc không dòng nào (mặc định), hay chỉ dòng đúng',
        en: 'all or none (default), or the good rows',
      },
      'dry-run': { type: 'boolean', vi: 'chỉ kiểm tra', en: 'check only' },
    },
    example:
      'san-sang import xa.xlsx --kind communes --user tham-muu --set parent=quang-nam --set paperNumber=12/QĐ --dry-run',
  },
  main: async (cli) => {
    const { argument: path, text } = cli;
    const [user, kind, mode = 'all'] = [text('user'), text('kind'), text('mode')];
    if (!path || !user || !IMPORT_KINDS.some((each) => each === kind) || !['all', 'good'].includes(mode))
      throw new CliError(
        2,
        `Cần tệp, --user và --kind (${IMPORT_KINDS.join(', ')}); --mode là all hoặc good.`,
        `A file, --user and --kind (${IMPORT_KINDS.join(', ')}) are needed; --mode is all or good.`,
      );
    return asUser({ user, body: text('body'), say: cli.say }, (as) => work(as, cli, path, mode));
  },
};
