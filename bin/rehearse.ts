/** `npm run rehearse`: plays a whole season on a virtual clock and tells what happens when, and what gets stuck. */
import { readFileSync } from 'node:fs';
import { CALENDAR } from '../domain/calendar/index.ts';
import { BODY_CODES, BodyCode } from '../domain/people.ts';
import { explain, Rejection, type RejectionBody } from '../domain/rejection.ts';
import type { EntityId } from '../domain/streams.ts';
import { TEMPLATES } from '../domain/template/index.ts';
import { atHour, type Instant, LocalDate } from '../domain/time.ts';
import { factOf } from '../rehearsal/chronicle.ts';
import { createVirtualEngine } from '../rehearsal/engine.ts';
import { type Late, PlanInvalid, parsePlan, type SeasonPlan } from '../rehearsal/plan.ts';
import { renderDays, renderSummary } from '../rehearsal/render.ts';
import { playSeason, SeasonRefused } from '../rehearsal/season.ts';
import { timelineOf } from '../rehearsal/timeline.ts';
import { CliError, nearest, runCli } from './lib/cli.ts';

const DEFAULT_PLAN = new URL('../examples/tam-ky-2022.json', import.meta.url);

const readPlan = (path: string | undefined): SeasonPlan => {
  const shown = path ?? 'examples/tam-ky-2022.json';
  let content: string;
  try {
    content = readFileSync(path ?? DEFAULT_PLAN, 'utf8');
  } catch {
    throw new CliError(2, `Không đọc được tệp kế hoạch ${shown}.`, `Cannot read the plan file ${shown}.`);
  }
  try {
    return parsePlan(JSON.parse(content));
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new CliError(2, `${shown} không phải JSON: ${error.message}`, `${shown} is not JSON: ${error.message}`);
    if (!(error instanceof PlanInvalid)) throw error;
    const list = (language: 'vi' | 'en'): string =>
      error.faults.map((fault) => `  ${fault.path}: ${fault[language]}`).join('\n');
    throw new CliError(
      2,
      `Kế hoạch ${shown} chưa đúng:\n${list('vi')}`,
      `The plan ${shown} is not valid:\n${list('en')}`,
    );
  }
};

const knownExercise = (plan: SeasonPlan, text: string): EntityId => {
  const id = plan.exercises.find((exercise) => exercise.id === text)?.id;
  if (id) return id;
  const meant = nearest(
    text,
    plan.exercises.map((exercise) => exercise.id),
  );
  throw new CliError(
    2,
    `Kế hoạch không có diễn tập ${text}; gần nhất là ${meant}.`,
    `The plan has no exercise ${text}; the nearest is ${meant}.`,
  );
};

const knownBody = (text: string): BodyCode => {
  const code = BodyCode.safeParse(text);
  if (code.success) return code.data;
  const meant = nearest(text, BODY_CODES);
  throw new CliError(
    2,
    `Không có đơn vị ${text}; gần nhất là ${meant}.`,
    `There is no body ${text}; the nearest is ${meant}.`,
  );
};

/** Reads `POL=5`, `C17=5`, `tam-ky-2022:POL=5`. */
const readLate = (plan: SeasonPlan, text: string): Late => {
  const [, exercise, who = '', days] = /^(?:([a-z0-9-]+):)?([A-Z]+\d*)=(\d{1,3})$/.exec(text) ?? [];
  if (days === undefined || Number(days) > 250)
    throw new CliError(
      2,
      `--late ${text}: viết theo dạng POL=5, C17=5 hoặc tam-ky-2022:POL=5 (ngày làm việc, nhiều nhất 250).`,
      `--late ${text}: write POL=5, C17=5 or tam-ky-2022:POL=5 (working days, at most 250).`,
    );
  const of = exercise === undefined ? {} : { exercise: knownExercise(plan, exercise) };
  if (!/\d/.test(who)) return { body: knownBody(who), days: Number(days), ...of };
  const codes = TEMPLATES.flatMap((template) => template.tasks.map((task) => task.code));
  if (codes.includes(who)) return { task: who, days: Number(days), ...of };
  const meant = nearest(who, codes);
  throw new CliError(
    2,
    `Không có việc ${who}; gần nhất là ${meant}.`,
    `There is no task ${who}; the nearest is ${meant}.`,
  );
};

/** The end of the day asked for. */
const readUntil = (text: string): Instant => {
  const date = LocalDate.safeParse(text);
  if (!date.success)
    throw new CliError(
      2,
      `--until ${text}: viết ngày theo dạng 2022-05-31.`,
      `--until ${text}: write the day as 2022-05-31.`,
    );
  return atHour(date.data, 23, 59);
};

const refused = (rejection: RejectionBody, where: string): CliError => {
  const told = (language: 'vi' | 'en'): string => {
    const { what, who } = explain(rejection, language);
    return `${where}${what} ${who}`;
  };
  return new CliError(4, told('vi'), told('en'));
};

await runCli(
  {
    name: 'rehearse',
    vi: 'Diễn thử cả mùa diễn tập trên đồng hồ ảo: nhắc việc, cổng vướng, dời ngày, điểm danh, xếp loại. Không cần máy chủ.',
    en: 'Plays a whole season on a virtual clock: reminders, blocked gates, moved days, muster, grades. Needs no server.',
    argument: '[plan.json]',
    options: {
      late: {
        type: 'string',
        multiple: true,
        value: 'POL=5',
        vi: 'đơn vị hoặc việc (C17=5) nộp muộn số ngày làm việc; một diễn tập: tam-ky-2022:POL=5; dùng được nhiều lần',
        en: 'body or task (C17=5) late by working days; for one exercise: tam-ky-2022:POL=5; may be repeated',
      },
      until: {
        type: 'string',
        value: '2022-05-31',
        vi: 'dừng sau ngày này (mặc định: đến khi mọi hồ sơ đóng)',
        en: 'stop after this day (default: when every file is closed)',
      },
      only: { type: 'string', value: 'ID', vi: 'chỉ in một diễn tập', en: 'show one exercise only' },
      body: { type: 'string', value: 'POL', vi: 'chỉ in việc của một đơn vị', en: 'show the lines of one body only' },
    },
    example: 'npm run rehearse -- --late POL=5 --only tam-ky-2022 --lang vi',
  },
  async ({ language, quiet, json, argument, text, texts, print }) => {
    const plan = readPlan(argument);
    const late = texts('late').map((each) => readLate(plan, each));
    const [onlyText, bodyText, untilText] = [text('only'), text('body'), text('until')];
    const only = onlyText === undefined ? {} : { only: knownExercise(plan, onlyText) };
    const body = bodyText === undefined ? {} : { body: knownBody(bodyText) };
    const until = untilText === undefined ? {} : { until: readUntil(untilText) };
    const engine = createVirtualEngine({ calendar: CALENDAR });
    try {
      await playSeason(plan, engine, { late, ...until });
    } catch (error) {
      if (error instanceof SeasonRefused) {
        const { stream, command } = error.envelope;
        throw refused(error.rejection, `${stream}, ${command.type}: `);
      }
      if (error instanceof Rejection) throw refused(error, '');
      throw error;
    }
    const timeline = timelineOf(plan, engine.facts, { language, ...only, ...body, refused: engine.refusedCommands });
    const shown = engine.facts.filter(({ stream }) => !('only' in only) || stream.endsWith(`/${only.only}`));
    const events = shown.map((record) => ({
      position: record.position,
      stream: record.stream,
      commandId: record.commandId,
      ...record.fact,
    }));
    const reminders = shown.flatMap((record) => {
      const fact = factOf(record);
      if (fact.type !== 'TaskReminded' && fact.type !== 'TaskEscalated') return [];
      return [{ exercise: record.stream.slice(record.stream.indexOf('/') + 1), ...fact }];
    });
    const summary = renderSummary(plan, timeline, language);
    const plain = quiet ? summary : `${renderDays(plan, timeline, language)}\n\n${summary}`;
    print({ plan: plan.name, exercises: timeline.exercises, reminders, events: json ? events : [] }, plain);
    return 0;
  },
);
