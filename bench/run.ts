/** `npm run bench`: every figure beside its raw limit of the same run. Ratios count; absolute times are noise on shared machines. */
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { CliError, runCli } from '../bin/lib/cli.ts';
import { commandBench } from './command.ts';
import { deliveryBench } from './delivery.ts';
import { importBench } from './imports.ts';
import { liveBench } from './live.ts';
import { papersBench } from './papers.ts';
import { plannerBench } from './planner.ts';
import { programmeBench } from './programme.ts';
import { readinessBench } from './readiness.ts';
import { rollCallBench } from './roll-call.ts';
import { storeBench } from './store.ts';

interface Figure {
  readonly name: string;
  readonly value: string;
  readonly raw: string;
  readonly ratio: number;
  /** The bound, and on which side of it a good ratio lies; null where the figure is only for the record. */
  readonly target: { readonly bound: number; readonly better: 'lower' | 'higher' } | null;
  /** Milliseconds it took and may take, where a person waits for it. */
  readonly within?: { readonly took: number; readonly most: number };
  /** How many a second, and the least that is good enough. */
  readonly rate?: { readonly reached: number; readonly least: number };
}

const ms = (value: number): string => `${value.toFixed(1)} ms`;
const perSecond = (value: number): string => `${value.toFixed(0)}/s`;

const meets = ({ ratio, target, within, rate }: Figure): boolean =>
  (target === null || (target.better === 'lower' ? ratio <= target.bound : ratio >= target.bound)) &&
  (within === undefined || within.took <= within.most) &&
  (rate === undefined || rate.reached >= rate.least);

const targetText = ({ target, within, rate }: Figure): string => {
  if (rate) return `≥ ${rate.least}/s`;
  return within ? `≤ ${within.most} ms` : target ? `${target.better === 'lower' ? '≤' : '≥'} ${target.bound}` : '–';
};

const commandFigures = async (): Promise<Figure[]> => {
  const { bare, http, engine, city, ongoing } = await commandBench();
  const figure = (name: string, p50: number, bound: number | null): Figure => ({
    name,
    value: ms(p50),
    raw: ms(bare.p50),
    ratio: p50 / bare.p50,
    target: bound === null ? null : { bound, better: 'lower' },
  });
  return [
    figure('HTTP command, p50 ÷ bare Temporal update', http.p50, 1.3),
    figure('  the same without HTTP', engine.p50, null),
    figure('  to a city of 40 tasks with 30 communes', city.p50, 1.3),
    figure('  the same, looking at all 31 for clashes (gate G3)', ongoing.p50, null),
  ];
};

const readinessFigures = async (): Promise<Figure[]> => {
  const { exercises, tasks, warm, changed, cold, raw, trend, board } = await readinessBench();
  const figure = (name: string, took: number, most: number | null): Figure => ({
    name,
    value: ms(took),
    raw: ms(raw),
    ratio: took / raw,
    target: null,
    ...(most === null ? {} : { within: { took, most } }),
  });
  return [
    figure(`readiness of ${exercises} exercises, ${tasks} tasks, over HTTP ÷ bare SELECT`, warm, 30),
    figure('  after one has changed', changed, 30),
    figure('  first request of a process', cold, null),
    figure('  verdicts of 30 working days, after one has changed', trend.changed, 100),
    figure('  the same, first request of a process', trend.cold, null),
    figure(`  board of ${board.rows} exercises in cells`, board.warm, 1_000),
    figure('  after one has changed', board.changed, 1_000),
    figure('  first request of a process', board.cold, null),
  ];
};

/** `raw` of the larger board is the smaller one: it may grow with its readings at most. */
const programmeFigures = async (): Promise<Figure[]> => {
  const [one, ten] = await programmeBench();
  const times = ten.readings / one.readings;
  const figure = (name: string, took: number, raw: number, bound: number | null, most: number | null): Figure => ({
    name,
    value: ms(took),
    raw: ms(raw),
    ratio: took / raw,
    target: bound === null ? null : { bound, better: 'lower' },
    ...(most === null ? {} : { within: { took, most } }),
  });
  return [
    figure(`board of a programme, ${one.readings} readings, over HTTP`, one.warm, one.warm, null, 50),
    figure('  after one has changed', one.changed, one.warm, null, 50),
    figure('  first request of a process', one.cold, one.warm, null, null),
    figure(`  ${ten.readings} readings ÷ ${one.readings}`, ten.warm, one.warm, times, null),
    figure('  after one has changed', ten.changed, one.changed, times, null),
    figure('  first request of a process', ten.cold, one.cold, times, null),
  ];
};

const liveFigures = async (): Promise<Figure[]> => {
  const { streams, bytes, alone, beside, told, polled, latest } = await liveBench();
  const megabytes = bytes / 1_048_576;
  return [
    {
      name: `HTTP command while ${streams} listen ÷ while nobody does, p50`,
      value: ms(beside),
      raw: ms(alone),
      ratio: beside / alone,
      target: { bound: 1.1, better: 'lower' },
    },
    {
      name: `  command sent until all ${streams} are told ÷ until seen by polling the database without pause`,
      value: ms(told),
      raw: ms(polled),
      ratio: told / polled,
      target: null,
    },
    {
      name: '    told after it was recorded, slowest round',
      value: ms(latest),
      raw: '1000 ms',
      ratio: latest / 1_000,
      target: null,
      within: { took: latest, most: 1_000 },
    },
    {
      name: `  memory of ${streams} streams ÷ 100 MB allowed`,
      value: `${megabytes.toFixed(1)} MB`,
      raw: '100 MB',
      ratio: megabytes / 100,
      target: { bound: 1, better: 'lower' },
    },
  ];
};

const rollCallFigures = async (): Promise<Figure[]> => {
  const { checkIns, perSecond: reached, barePerSecond, curve } = await rollCallBench();
  const answer = (name: string, took: number, most: number | null): Figure => ({
    name,
    value: ms(took),
    raw: ms(curve.warm),
    ratio: took / curve.warm,
    target: null,
    ...(most === null ? {} : { within: { took, most } }),
  });
  return [
    {
      name: `${checkIns} check-ins by 500 over HTTP ÷ bare INSERT`,
      value: perSecond(reached),
      raw: perSecond(barePerSecond),
      ratio: reached / barePerSecond,
      target: null,
      rate: { reached, least: 2_000 },
    },
    answer('  arrival curve of all, over HTTP', curve.warm, 50),
    answer('  after one more check-in', curve.changed, 50),
    answer('  first request of a process', curve.cold, null),
  ];
};

const plannerFigures = async (): Promise<Figure[]> => {
  const { few, many, country } = await plannerBench();
  const figure = (name: string, took: number, most: number, gap: number, bound: number): Figure => ({
    name,
    value: `${ms(took)}, gap ${(100 * gap).toFixed(2)} %`,
    raw: `${(100 * bound).toFixed(1)} %`,
    ratio: gap / bound,
    target: { bound: 1, better: 'lower' },
    within: { took, most },
  });
  const { communes, provinces, told } = country;
  return [
    figure(
      `term of 102 communes × 5 years, ${few.pairs} clash pairs: gap ÷ gap allowed`,
      few.ms,
      10_000,
      few.gap,
      0.005,
    ),
    figure(`  with ${many.pairs} clash pairs`, many.ms, 10_000, many.gap, 0.02),
    figure(
      `  ${communes} communes in ${provinces} provinces as one job, told ${told} times`,
      ...([country.ms, 120_000, country.worstGap, 0.02] as const),
    ),
  ];
};

const deliveryFigures = async (): Promise<Figure[]> => {
  const { messages, distinct, taken, took, raw, reached, alone, beside } = await deliveryBench();
  return [
    {
      name: `${messages} reminders due at 08:00 until the mail server has them ÷ the mail library alone`,
      value: perSecond(reached),
      raw: perSecond(raw),
      ratio: reached / raw,
      target: null,
      within: { took, most: 60_000 },
    },
    {
      name: '  taken by the server ÷ different Message-IDs',
      value: String(taken),
      raw: String(distinct),
      ratio: taken / distinct,
      target: { bound: 1, better: 'lower' },
    },
    {
      name: '  HTTP command meanwhile ÷ while nothing is sent, p50',
      value: ms(beside),
      raw: ms(alone),
      ratio: beside / alone,
      target: { bound: 1.2, better: 'lower' },
    },
  ];
};

const papersFigures = async (): Promise<Figure[]> => {
  const { pages, cold, pdf, docx, plain, stall } = await papersBench();
  const figure = (name: string, took: number, most: number | null): Figure => ({
    name,
    value: ms(took),
    raw: ms(plain),
    ratio: took / plain,
    target: null,
    ...(most === null ? {} : { within: { took, most } }),
  });
  return [
    figure(`report of ${pages} pages as PDF ÷ its words as bare paragraphs`, pdf, 2_000),
    figure('  first paper of a process', cold, null),
    figure('  as DOCX', docx, 2_000),
    figure("  longest standstill of the API's thread meanwhile", stall, 50),
  ];
};

const importFigures = async (): Promise<Figure[]> => {
  const { rows, good, ms: took, base, megabytes, rawMs } = await importBench();
  if (good !== rows) throw new Error(`bench: ${rows - good} rows were not good`);
  return [
    {
      name: `${rows} roster rows checked and sealed ÷ bare reading of the workbook`,
      ...{ value: ms(took), raw: ms(rawMs), ratio: took / rawMs, target: null },
      within: { took, most: 10_000 },
    },
    {
      name: `  memory in MB that it takes beside the ${base.toFixed(0)} of the program ÷ 300`,
      ...{ value: megabytes.toFixed(0), raw: '300', ratio: megabytes / 300 },
      target: { bound: 1, better: 'lower' },
    },
  ];
};

const storeFigures = async (): Promise<Figure[]> =>
  (await storeBench()).map(({ name, value, raw, ratio, target }) => ({
    name,
    value: perSecond(value),
    raw: perSecond(raw),
    ratio,
    target: target === null ? null : { bound: target, better: 'higher' },
  }));

await runCli(
  {
    name: 'bench',
    vi: 'Đo: mỗi số đứng cạnh giới hạn thô của cùng lượt chạy.',
    en: 'Measures: every figure beside its raw limit of the same run.',
    options: {
      only: {
        type: 'string',
        value: 'command|delivery|imports|live|papers|planner|programme|readiness|roll-call|store',
        vi: 'chỉ đo một phần',
        en: 'one part only',
      },
    },
  },
  async ({ text, say, print }) => {
    Runtime.install({ logger: new DefaultLogger('ERROR') });
    const only = text('only');
    const figures: Figure[] = [];
    const parts = {
      command: commandFigures,
      delivery: deliveryFigures,
      imports: importFigures,
      live: liveFigures,
      papers: papersFigures,
      planner: plannerFigures,
      programme: programmeFigures,
      readiness: readinessFigures,
      'roll-call': rollCallFigures,
      store: storeFigures,
    };
    if (only !== undefined && !Object.hasOwn(parts, only))
      throw new CliError(2, `--only: ${Object.keys(parts).join('|')}`, `--only: ${Object.keys(parts).join('|')}`);
    for (const [name, measure] of Object.entries(parts)) {
      if (only !== undefined && only !== name) continue;
      say(`${name} …`);
      figures.push(...(await measure()));
    }
    const rows = figures.map((each) => [
      each.name,
      each.value,
      each.raw,
      each.ratio.toFixed(2),
      targetText(each),
      meets(each) ? 'ok' : 'MISSED',
    ]);
    const table = [['figure', 'ours', 'raw', 'ratio', 'target', ''], ...rows];
    const widths = [0, 1, 2, 3, 4, 5].map((column) => Math.max(...table.map((row) => [...(row[column] ?? '')].length)));
    const missed = figures.filter((each) => !meets(each)).length;
    print(
      { ok: missed === 0, figures },
      table
        .map((row) =>
          row
            .map((cell, column) =>
              column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
            )
            .join('  ')
            .trimEnd(),
        )
        .join('\n'),
    );
    return missed === 0 ? 0 : 1;
  },
);
