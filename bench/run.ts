/** `npm run bench`: every figure beside its raw limit of the same run. Ratios count; absolute times are noise on shared machines. */
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { runCli } from '../bin/lib/cli.ts';
import { commandBench } from './command.ts';
import { storeBench } from './store.ts';

interface Figure {
  readonly name: string;
  readonly value: string;
  readonly raw: string;
  readonly ratio: number;
  /** The bound, and on which side of it a good ratio lies; null where the figure is only for the record. */
  readonly target: { readonly bound: number; readonly better: 'lower' | 'higher' } | null;
}

const ms = (value: number): string => `${value.toFixed(1)} ms`;
const perSecond = (value: number): string => `${value.toFixed(0)}/s`;

const meets = ({ ratio, target }: Figure): boolean =>
  target === null || (target.better === 'lower' ? ratio <= target.bound : ratio >= target.bound);

const targetText = ({ target }: Figure): string =>
  target ? `${target.better === 'lower' ? '≤' : '≥'} ${target.bound}` : '–';

const commandFigures = async (): Promise<Figure[]> => {
  const { bare, http, engine } = await commandBench();
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
    options: { only: { type: 'string', value: 'command|store', vi: 'chỉ đo một phần', en: 'one part only' } },
  },
  async ({ text, say, print }) => {
    Runtime.install({ logger: new DefaultLogger('ERROR') });
    const only = text('only');
    const figures: Figure[] = [];
    if (only !== 'store') {
      say('command …');
      figures.push(...(await commandFigures()));
    }
    if (only !== 'command') {
      say('store …');
      figures.push(...(await storeFigures()));
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
