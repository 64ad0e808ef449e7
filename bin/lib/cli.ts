/**
 * The manner of every command line here: help in Vietnamese or English, results to stdout, progress to stderr, and the
 * same exit codes everywhere.
 */
import { type ParseArgsOptionDescriptor, parseArgs } from 'node:util';
import { createProgress } from './progress.ts';

export type Language = 'vi' | 'en';

/** 0 done · 1 done but found something wrong · 2 usage · 3 a needed service is missing · 4 refused by a rule · 130 interrupted. */
export type ExitCode = 0 | 1 | 2 | 3 | 4 | 130;

export interface Option {
  readonly type: 'string' | 'boolean';
  readonly multiple?: boolean;
  /** How the value is shown in the help, e.g. `POL=5`. */
  readonly value?: string;
  readonly vi: string;
  readonly en: string;
}

export interface Spec {
  readonly name: string;
  readonly vi: string;
  readonly en: string;
  /** What stands after the options, e.g. `[plan.json]`; none: no argument is taken. */
  readonly argument?: string;
  /** Most arguments, where more than one is taken. */
  readonly mostArguments?: number;
  /** Words that the first argument may be, for the help and for completion. */
  readonly choices?: readonly string[];
  readonly options?: Readonly<Record<string, Option>>;
  readonly example?: string;
}

/** A refusal that the person can act on; printed as one line, without a stack. */
export class CliError extends Error {
  override readonly name = 'CliError';
  readonly code: ExitCode;
  readonly vi: string;
  constructor(code: ExitCode, vi: string, en: string) {
    super(en);
    this.code = code;
    this.vi = vi;
  }
}

export interface Cli {
  readonly language: Language;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly argument: string | undefined;
  /** All arguments; more than one only where the command says so. */
  readonly args: readonly string[];
  text(option: string): string | undefined;
  texts(option: string): readonly string[];
  flag(option: string): boolean;
  /** The result: one JSON object with `--json`, else the text. */
  print(result: object, text: string): void;
  /** Progress and notices, to stderr; silent with `--quiet`. */
  say(line: string): void;
  /** How far it is, on one line of a terminal; elsewhere a line now and then. Silent with `--quiet`. */
  progress(done: number, total: number, what: string): void;
  pick(vi: string, en: string): string;
}

/** Where a command line stands: its words, and how it is called in the help. */
export interface Call {
  readonly argv: readonly string[];
  /** `npm run verify --` or `san-sang verify`. */
  readonly called: string;
}
const ownCall = ({ name }: Spec): Call => ({ argv: process.argv.slice(2), called: `npm run ${name} --` });

export const COMMON: Readonly<Record<string, Option>> = {
  json: { type: 'boolean', vi: 'in kết quả là một đối tượng JSON', en: 'print the result as one JSON object' },
  lang: { type: 'string', value: 'vi|en', vi: 'ngôn ngữ (mặc định theo LANG)', en: 'language (default: by LANG)' },
  quiet: { type: 'boolean', vi: 'không in tiến độ', en: 'no progress' },
  help: { type: 'boolean', vi: 'in trợ giúp này', en: 'print this help' },
};

export const EXITS = {
  vi: 'Mã thoát: 0 xong · 1 xong nhưng có sai lệch · 2 sai cách dùng · 3 thiếu dịch vụ · 4 bị quy tắc từ chối · 130 bị ngắt',
  en: 'Exit codes: 0 done · 1 done, something found wrong · 2 usage · 3 a service is missing · 4 refused by a rule · 130 interrupted',
};

export const languageOf = (asked: string | undefined): Language => {
  if (asked === 'vi' || asked === 'en') return asked;
  return (process.env.LC_ALL ?? process.env.LANG ?? '').startsWith('vi') ? 'vi' : 'en';
};

const helpOf = (spec: Spec, options: Readonly<Record<string, Option>>, language: Language, called: string): string => {
  const rows = Object.entries(options).map(([name, option]): [string, string] => [
    `--${name}${option.type === 'string' ? ` ${option.value ?? 'TEXT'}` : ''}`,
    option[language],
  ]);
  const width = Math.max(...rows.map(([left]) => left.length));
  return [
    spec[language],
    '',
    `${called}${Object.keys(options).length > 0 ? ' [options]' : ''}${spec.argument ? ` ${spec.argument}` : ''}`,
    '',
    ...rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`),
    ...(spec.example ? ['', `  ${spec.example}`] : []),
    '',
    EXITS[language],
  ].join('\n');
};

/** Letters that differ, counted the plain way; enough to name the option that was meant. */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, char] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries())
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (char === other ? 0 : 1)));
    row = next;
  }
  return row[b.length] ?? a.length;
};

export const nearest = (unknown: string, names: readonly string[]): string =>
  [...names].sort((a, b) => distance(unknown, a) - distance(unknown, b))[0] ?? 'help';

const parse = (spec: Spec, options: Readonly<Record<string, Option>>, argv: readonly string[]) => {
  const descriptors: Record<string, ParseArgsOptionDescriptor> = {};
  for (const [name, { type, multiple }] of Object.entries(options))
    descriptors[name] = { type, multiple: multiple ?? false };
  const unknown = argv
    .filter((word) => word.startsWith('--') && word !== '--')
    .map((word) => word.slice(2).split('=')[0] ?? '')
    .find((name) => options[name] === undefined);
  if (unknown !== undefined) {
    const meant = nearest(unknown, Object.keys(options));
    throw new CliError(
      2,
      `Không có tùy chọn --${unknown}; gần nhất là --${meant}.`,
      `There is no option --${unknown}; the nearest is --${meant}.`,
    );
  }
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: descriptors,
      allowPositionals: true,
      strict: true,
    });
    if (positionals.length > (spec.argument ? (spec.mostArguments ?? 1) : 0))
      throw new CliError(2, `Thừa tham số: ${positionals.join(' ')}`, `Too many arguments: ${positionals.join(' ')}`);
    return { values, args: positionals };
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw new CliError(2, 'Sai cách dùng tùy chọn.', error instanceof Error ? error.message : String(error));
  }
};

/** Runs a command line: parses, prints help, turns errors into one line and an exit code. */
export async function runCli(
  spec: Spec,
  main: (cli: Cli) => Promise<ExitCode>,
  { argv, called }: Call = ownCall(spec),
): Promise<void> {
  const options = { ...spec.options, ...COMMON };
  // a reader that has seen enough (`| head`) is no fault
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  const started = performance.now();
  let language = languageOf(undefined);
  try {
    const { values, args } = parse(spec, options, argv);
    const text = (name: string): string | undefined => {
      const value = values[name];
      return typeof value === 'string' ? value : undefined;
    };
    language = languageOf(text('lang'));
    if (values.help === true) {
      process.stdout.write(`${helpOf(spec, options, language, called)}\n`);
      return;
    }
    const json = values.json === true;
    const quiet = values.quiet === true;
    process.exitCode = await main({
      language,
      json,
      quiet,
      argument: args[0],
      args,
      text,
      texts: (name) => {
        const value = values[name];
        return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
      },
      flag: (name) => values[name] === true,
      print: (result, plain) => {
        const whole = { ok: true, command: spec.name, durationMs: Math.round(performance.now() - started), ...result };
        process.stdout.write(`${json ? JSON.stringify(whole) : plain}\n`);
      },
      say: (line) => {
        if (!quiet) process.stderr.write(`${line}\n`);
      },
      progress: quiet ? () => {} : createProgress(),
      pick: (vi, en) => (language === 'vi' ? vi : en),
    });
  } catch (error) {
    process.exitCode = tell(error, language);
  }
}

/** Refusals of PostgreSQL that an operator can act on, by SQLSTATE. */
const DATABASE_ERRORS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  '42P01': {
    vi: 'Cơ sở dữ liệu chưa có bảng của Sẵn Sàng: chạy npm run migrate trước.',
    en: 'The database has no tables of Sẵn Sàng: run npm run migrate first.',
  },
  '42501': {
    vi: 'Tài khoản cơ sở dữ liệu không đủ quyền: đặt MIGRATION_DATABASE_URL của chủ sở hữu bảng.',
    en: 'The database login lacks the right: set MIGRATION_DATABASE_URL to the owner of the tables.',
  },
  '28P01': { vi: 'Sai mật khẩu cơ sở dữ liệu.', en: 'The database refused the password.' },
  ECONNREFUSED: {
    vi: 'Không kết nối được cơ sở dữ liệu hoặc Temporal.',
    en: 'Nothing answers at the address of the database or of Temporal.',
  },
};

/** Prints an error as people should see it and says which exit code it is. */
export function tell(error: unknown, language: Language): ExitCode {
  if (error instanceof CliError) {
    process.stderr.write(`${language === 'vi' ? error.vi : error.message}\n`);
    return error.code;
  }
  if (error instanceof Error && 'messageVi' in error && 'messageEn' in error && 'exitCode' in error) {
    process.stderr.write(`${String(language === 'vi' ? error.messageVi : error.messageEn)}\n`);
    return error.exitCode === 3 ? 3 : 1;
  }
  const known = error instanceof Error && 'code' in error ? DATABASE_ERRORS[String(error.code)] : undefined;
  if (known) {
    process.stderr.write(`${known[language]}\n`);
    return 3;
  }
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return 1;
}
