/** The score sheet, domain by domain and criterion by criterion; two figures always stand side by side: points and proof. */
import { gradeName } from '../../domain/labels/grades.ts';
import type { ReviewState } from '../../domain/review/index.ts';
import { type DomainReport, type ScoreReport, scoreReport } from '../../domain/review/report-score.ts';
import type { Block, Inline, PaperDocument } from '../model/paper.ts';
import { paperOf } from './frame.ts';
import type { Issued, Sources } from './sources.ts';
import { column, count, days, points, sentence, table, text } from './text.ts';

export const reviewOf = ({ review }: Sources): ReviewState => {
  if (!review) throw new TypeError('no review');
  return review;
};

/** The grade as the sheet calls it, the usual name where the sheet no longer has it. */
export const gradeOf = ({ result }: ScoreReport): string | null =>
  result && (result.grade.nameVi === result.grade.code ? gradeName(result.grade.code, 'vi') : result.grade.nameVi);

const percent = ({ coverage }: Pick<DomainReport, 'coverage'>): string =>
  coverage.percent === null ? '–' : `${points(coverage.percent)}%`;

const rowsOf = (domain: DomainReport, index: number): Inline[][] => [
  [
    [{ text: String(index + 1), bold: true }],
    [{ text: domain.nameVi, bold: true }],
    [{ text: points(domain.largest), bold: true }],
    [{ text: points(domain.points), bold: true }],
    percent(domain),
    domain.settled
      ? `Chủ trì quyết định: ${sentence(domain.settled.reason)}`
      : domain.gapTooLarge
        ? 'Chênh lệch lớn, cần chủ trì quyết định'
        : '',
  ],
  ...domain.criteria.map((criterion, n): Inline[] => [
    `${index + 1}.${n + 1}`,
    `${criterion.nameVi}${criterion.critical ? ' (bắt buộc đạt)' : ''}`,
    points(criterion.largest),
    points(criterion.points),
    percent(criterion),
    '',
  ]),
];

export const scoreTable = (report: ScoreReport): Block =>
  table(
    [
      column('TT', 7, 'centre'),
      column('Nội dung chấm', 42),
      column('Điểm tối đa', 11, 'centre'),
      column('Điểm chấm', 11, 'centre'),
      column('Có minh chứng', 12, 'centre'),
      column('Ghi chú', 20),
    ],
    report.domains.flatMap(rowsOf),
    {
      total: [
        '',
        'Tổng',
        points(report.points?.of ?? null),
        points(report.points?.sum ?? null),
        percent(report),
        gradeOf(report) ?? '',
      ],
      empty: 'Chưa có thang điểm',
    },
  );

/** How the grade came about, in one paragraph. */
export const verdict = (report: ScoreReport): string => {
  const grade = gradeOf(report);
  if (!report.result || !grade) return 'Chưa công bố kết quả.';
  const cap =
    report.seriousIncidents > 0
      ? ` Có ${count(report.seriousIncidents)} vụ mất an toàn nghiêm trọng nên xếp loại không quá mức Đạt.`
      : '';
  return `Kết quả: ${points(report.result.points)} điểm, xếp loại ${grade}; tỷ lệ điểm có minh chứng ${percent(report)}.${cap}`;
};

const scorers = ({ domains }: ScoreReport): string => {
  const posts = new Set(domains.flatMap(({ lines }) => lines.map(({ scorer }) => scorer)));
  return count(posts.size);
};

export const score = (sources: Sources, issued: Issued | null): PaperDocument => {
  const { exercise } = sources;
  const report = scoreReport(reviewOf(sources));
  return paperOf(sources, 'score', issued, {
    type: 'Phiếu chấm điểm',
    subject: `${exercise.theme} (${days(exercise.startDate, exercise.endDate)})`,
    body: [
      text(
        `Số người chấm: ${scorers(report)}. Điểm của một nội dung là trung bình của những người chấm; “–” là chưa đủ người chấm.`,
      ),
      scoreTable(report),
      text(verdict(report)),
    ],
    signatures: [{ lines: ['Người tổng hợp'] }, { lines: ['Trưởng Ban Đạo diễn'] }],
  });
};
