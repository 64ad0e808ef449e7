/** The figures of a review on paper: every indicator with its verdict, exemptions with their ground, and what fell short. */
import { figureText, requirementText } from '../../domain/labels/figures-programme.ts';
import { inText } from '../../domain/labels/format.ts';
import { FIGURE_VERDICTS, GROUND_NAMES, periodName } from '../../domain/labels/words-programme.ts';
import { type DraftLine, draftOf } from '../../domain/programme/draft.ts';
import type { Figure } from '../../domain/programme/figures.ts';
import type { Indicator, Verdict } from '../../domain/programme/state.ts';
import { VERDICTS } from '../../domain/programme/state.ts';
import type { Block } from '../model/paper.ts';
import { officeName } from './offices.ts';
import type { ReviewSources } from './programme.ts';
import { column, count, date, item, numbered, ORDER, points, sentence, table, text, within } from './text.ts';

/** The lines of the review; once it was held, amounts, target and verdict are those that were frozen. */
export const linesOf = ({ then, review }: ReviewSources): readonly DraftLine[] =>
  draftOf(then, review).lines.map((line) => {
    const frozen = review.held?.figures.find(({ indicator }) => indicator === line.indicator.code);
    if (!frozen) return line;
    const { numerator, denominator, value, target, verdict } = frozen;
    return { ...line, figure: { ...line.figure, numerator, denominator, value, target, verdict } };
  });

const required = ({ comparator, unit }: Indicator, { target }: Figure): string =>
  requirementText(comparator, target, unit, 'vi');

/** The result alone; its parts stand in a column of their own. */
const result = ({ measure, unit }: Indicator, figure: Figure): string =>
  figureText({ ...figure, numerator: null, denominator: null }, measure, unit, 'vi');

const parts = ({ numerator, denominator }: Figure): string =>
  numerator === null || denominator === null ? '–' : `${points(numerator)}/${points(denominator)}`;

const summary = (lines: readonly DraftLine[]): string => {
  const of = (verdict: Verdict): number => lines.filter(({ figure }) => figure.verdict === verdict).length;
  const said = VERDICTS.flatMap((verdict) =>
    of(verdict) > 0 ? [`${inText(FIGURE_VERDICTS[verdict].vi)} ${count(of(verdict))}`] : [],
  );
  return `Tổng số ${count(lines.length)} chỉ tiêu${said.length > 0 ? `: ${said.join('; ')}` : ''}.`;
};

/** Units by exemption, each with the ground and the reason that was given. */
const exemptions = ({ indicator, figure }: DraftLine): Block[] => {
  const groups = Map.groupBy(figure.exempt, ({ exemption }) => exemption);
  const { numerator, denominator } = figure.judged;
  const judged =
    numerator === null || denominator === null ? '' : `; xét trên ${parts({ ...figure, ...figure.judged })}`;
  return [...groups.values()].map((units) => {
    const [first] = units;
    const names = units.map(({ name }) => name).join(', ');
    const ground = first ? `${GROUND_NAMES[first.ground].vi}: ${within(sentence(first.reason).slice(0, -1))}` : '';
    return item(`${indicator.code}: không tính ${names} (${ground})${judged}.`);
  });
};

export const results = (sources: ReviewSources): Block[] => {
  const { review, day } = sources;
  const lines = linesOf(sources);
  const exempt = lines.flatMap(exemptions);
  return [
    text(
      review.held
        ? `${summary(lines)} Số liệu chốt tại hội nghị ngày ${date(review.held.date)}.`
        : `${summary(lines)} Số liệu tạm tính đến ngày ${date(day)}, chưa chốt.`,
    ),
    table(
      [
        ORDER,
        column('Chỉ tiêu', 34),
        column('Yêu cầu', 15, 'centre'),
        column('Kết quả', 17, 'centre'),
        column('Tử số/mẫu số', 17, 'centre'),
        column('Đánh giá', 14, 'centre'),
      ],
      numbered(
        lines.map(({ indicator, figure }) => [
          `${indicator.code}. ${indicator.nameVi}`,
          required(indicator, figure),
          figure.value === null ? '–' : result(indicator, figure),
          parts(figure),
          FIGURE_VERDICTS[figure.verdict].vi,
        ]),
      ),
      { empty: 'Chương trình không có chỉ tiêu bằng số' },
    ),
    ...(exempt.length > 0 ? [text('Đơn vị không tính khi xét chỉ tiêu:'), ...exempt] : []),
  ];
};

const SHORT: readonly Verdict[] = ['notMet', 'noData', 'waiting'];

const moved = ({ trend }: DraftLine): string => {
  if (!trend || trend.direction === 'level') return '';
  const change = points(Math.abs(trend.change));
  return `, ${trend.direction === 'up' ? 'tăng' : 'giảm'} ${change} so với ${periodName(trend.from, 'vi')}`;
};

/** Readings of the figure's periods that were sent back, with why. */
const returned = ({ then }: ReviewSources, { indicator, figure }: DraftLine): string[] =>
  figure.periods.flatMap((period) =>
    Object.values(then.values[indicator.code]?.[period] ?? {}).flatMap(({ returned: why }) =>
      why ? [`số liệu ${periodName(period, 'vi')} bị trả lại: ${sentence(why).slice(0, -1)}`] : [],
    ),
  );

const short = (sources: ReviewSources, line: DraftLine): Block => {
  const { indicator, figure } = line;
  const { code, nameVi, owner } = indicator;
  const what =
    figure.verdict === 'notMet'
      ? `yêu cầu ${required(indicator, figure)}, kết quả ${result(indicator, figure)}${moved(line)}`
      : inText(FIGURE_VERDICTS[figure.verdict].vi);
  const said = sources.review.duties[owner]?.contribution?.text;
  const by = officeName(sources.names, owner);
  const explained = said ? `${by} báo cáo: ${sentence(said).slice(0, -1)}` : `${by} chưa có ý kiến giải trình`;
  return item(`${code}. ${nameVi}: ${[what, ...returned(sources, line), explained].join('; ')}.`);
};

/** What was not met or has no data, with what its owner said of it. */
export const shortfalls = (sources: ReviewSources): Block[] => {
  const found = linesOf(sources).filter(({ figure }) => SHORT.includes(figure.verdict));
  return found.length > 0 ? found.map((line) => short(sources, line)) : [item('Không có.')];
};
