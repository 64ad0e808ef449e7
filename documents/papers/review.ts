/** The result report and the review report (domain guide §7): facts from events, in ten parts with annexes. */
import { bodyIn } from '../../domain/exercise/index.ts';
import { formatTime } from '../../domain/labels/format.ts';
import { STAGE_NAMES } from '../../domain/labels/stage-names.ts';
import { ACTION_STATUSES, KIND_NAMES, PAPERS } from '../../domain/labels/words.ts';
import { type ReviewReport, reportOf } from '../../domain/review/report.ts';
import { dayOf } from '../../domain/time.ts';
import type { Appendix, Block, PaperDocument } from '../model/paper.ts';
import { citing, issuerOf, paperOf } from './frame.ts';
import { officeName, unitName } from './offices.ts';
import { gradeOf, reviewOf, scoreTable, verdict } from './scoring.ts';
import type { Issued, Sources } from './sources.ts';
import {
  column,
  count,
  date,
  days,
  heading,
  item,
  numbered,
  ORDER,
  points,
  sentence,
  share,
  table,
  text,
} from './text.ts';

/** Throws `TypeError` while the review has not opened: the list of papers does not offer it before. */
const reportIn = (sources: Sources): ReviewReport => {
  const { exercise, drill, calendar, day } = sources;
  const report = reportOf({ exercise, drill, review: reviewOf(sources), calendar }, day);
  if (!report) throw new TypeError('the review has not opened');
  return report;
};

const general = ({ general: of }: ReviewReport, sources: Sources): Block[] => [
  text(
    `Đề mục: ${of.theme}${of.codeName ? ` (mật danh ${of.codeName})` : ''}${of.isPilot ? '; đơn vị làm điểm' : ''}.`,
  ),
  text(`Địa bàn: ${unitName(sources, of.orgUnit)}. Quy mô: ${of.scale ?? 'theo ý định diễn tập'}.`),
  text(`Thời gian: ${days(of.startDate, of.endDate)}. Khung tập: ${count(of.frameStrength)} người.`),
  table(
    [
      ORDER,
      column('Văn bản', 36),
      column('Số, ký hiệu', 22),
      column('Ngày', 14, 'centre'),
      column('Nơi ban hành, nơi giữ', 28),
    ],
    numbered(
      of.papers.map(({ paper, number, date: day, issuer }) => [
        PAPERS[paper as keyof typeof PAPERS].vi,
        number,
        date(day),
        issuer,
      ]), // places of the chain
    ),
    { empty: 'Chưa có văn bản trong hồ sơ' },
  ),
];

const preparation = ({ preparation: of }: ReviewReport, sources: Sources): Block[] => [
  text(
    `Tổng số ${count(of.tasks)} việc: đúng hạn ${share(of.met, of.tasks)}; quá hạn ${count(of.late)}; chưa xong ${count(of.open)}; không áp dụng ${count(of.waived)}; đã gia hạn ${count(of.extended)}; bị trả lại ${count(of.returned)}.`,
  ),
  ...(of.lateTasks.length > 0
    ? [
        table(
          [
            ORDER,
            column('Việc quá hạn', 38),
            column('Chủ trì', 24),
            column('Thời hạn', 14, 'centre'),
            column('Hoàn thành', 14, 'centre'),
            column('Quá hạn (ngày làm việc)', 13, 'centre'),
          ],
          numbered(
            of.lateTasks.map((late) => [
              `${late.task}. ${late.titleVi}`,
              officeName(sources, late.owner),
              date(late.due),
              date(late.verified),
              late.days === null ? '–' : count(late.days),
            ]),
          ),
        ),
      ]
    : [text('Không có việc quá hạn.')]),
];

const stageName = (sources: Sources, stage: number): string =>
  sources.exercise.run.plan.find((each) => each.stage === stage)?.name ?? STAGE_NAMES[stage - 1]?.[0] ?? '';

const stages = ({ stages: all }: ReviewReport, sources: Sources): Block[] =>
  all.length === 0
    ? [text('Chưa ghi nhận giai đoạn nào.')]
    : all.map(({ stage, startedAt, observations, note }) =>
        item(
          `Giai đoạn ${stage}, ${stageName(sources, stage)}: bắt đầu ${formatTime(startedAt)} ngày ${date(dayOf(startedAt))}, ${count(observations)} ghi nhận${note ? `; ${sentence(note)}` : '.'}`,
        ),
      );

const mobilisation = ({ mobilisation: all }: ReviewReport): Block[] =>
  all.length === 0
    ? [text('Không tổ chức thực hành động viên.')]
    : all.map(({ kind, counts, rates }) => {
        const { attendanceRate: rate } = rates;
        const came = rate ? share(rate.numerator, rate.denominator) : '–';
        return item(
          `${KIND_NAMES[kind].vi}: lệnh gọi ${count(counts.ordered)}, đã phát ${count(counts.delivered)}, có mặt ${came}, bàn giao ${count(counts.handedOver)}.`,
        );
      });

const CAUSES = { subjective: 'Chủ quan', objective: 'Khách quan' } as const;

const list = (all: readonly { readonly text: string }[], none = 'Không có.'): Block[] =>
  all.length > 0 ? all.map((each) => item(sentence(each.text))) : [item(none)];

const causes = ({ causes: all }: ReviewReport): Block[] =>
  list(
    all.map(({ kind, text: what }) => ({ text: kind ? `${CAUSES[kind]}: ${what}` : what })),
    'Chưa phân tích nguyên nhân.',
  );

const proposals = ({ proposals: all }: ReviewReport, sources: Sources): Block[] =>
  all.length === 0
    ? [item('Không có.')]
    : all.map(({ text: what, owner, due, to }) =>
        item(
          `${sentence(what).slice(0, -1)}${to ? ` (gửi ${to})` : ''}; chủ trì: ${officeName(sources, owner)}, thời hạn ${date(due)}.`,
        ),
      );

const AWARDED = { collective: 'tập thể', individual: 'cá nhân' } as const;
const awards = ({ awards: all }: ReviewReport): Block[] =>
  list(
    all.map((each) => ({
      text: `${each.form} của ${each.authority} cho ${count(each.count)} ${AWARDED[each.kind]} (số ${each.paper.number} ngày ${date(each.paper.date)})`,
    })),
    'Chưa xét khen thưởng.',
  );

const improvement = (report: ReviewReport, sources: Sources): Appendix => ({
  title: 'PHỤ LỤC II',
  subject: 'Kế hoạch khắc phục hạn chế',
  landscape: true,
  body: [
    table(
      [
        ORDER,
        column('Hạn chế', 24),
        column('Biện pháp', 26),
        column('Chủ trì', 18),
        column('Thước đo', 18),
        column('Thời hạn', 12, 'centre'),
        column('Tình trạng', 12, 'centre'),
      ],
      numbered(
        report.improvementPlan.map((row) => [
          row.issue,
          row.correctiveAction,
          officeName(sources, row.responsible),
          row.measure,
          date(row.due),
          ACTION_STATUSES[row.status].vi,
        ]),
      ),
      { empty: 'Chưa có biện pháp' },
    ),
  ],
});

const observed = (report: ReviewReport): Appendix[] => {
  const { observations, money } = report.annexes;
  const body: Block[] = [
    ...(money.length > 0
      ? [
          text('Kinh phí theo văn bản:'),
          table(
            [ORDER, column('Văn bản', 40), column('Số, ký hiệu', 24), column('Số tiền (đồng)', 24, 'right')],
            numbered(
              money.map((each) => [PAPERS[each.paper as keyof typeof PAPERS].vi, each.number, points(each.amount)]),
            ),
          ), // places of the chain
        ]
      : []),
    text('Ghi nhận trong thực hành:'),
    table(
      [ORDER, column('Lúc', 16, 'centre'), column('Nội dung', 66), column('Loại', 14, 'centre')],
      numbered(
        observations.map((each) => [
          `${formatTime(each.seenAt)} ${date(dayOf(each.seenAt))}`,
          each.text,
          { strength: 'Ưu điểm', limit: 'Hạn chế', neutral: 'Ghi nhận' }[each.kind],
        ]),
      ),
      { empty: 'Không có ghi nhận' },
    ),
  ];
  return [{ title: 'PHỤ LỤC III', subject: 'Ghi nhận và kinh phí', landscape: false, body }];
};

const bases = (sources: Sources): string[] => citing(sources, ['resolution', 'steering', 'plan']);

const lead = (sources: Sources, kind: 'result' | 'review', what: string): Block =>
  text(`${officeName(sources, issuerOf(sources, kind).body)} báo cáo ${what} “${sources.exercise.theme}” như sau:`);

const RECIPIENTS = (sources: Sources): string[] => [
  `${officeName(sources, bodyIn(sources.exercise, 'SC'))} (để báo cáo)`,
  'Các cơ quan, đơn vị tham gia diễn tập',
  'Lưu: VT, hồ sơ diễn tập',
];

export const result = (sources: Sources, issued: Issued | null): PaperDocument => {
  const report = reportIn(sources);
  return paperOf(sources, 'result', issued, {
    type: 'Báo cáo',
    subject: 'Kết quả diễn tập',
    bases: bases(sources),
    body: [
      lead(sources, 'result', 'kết quả'),
      heading('I. TÌNH HÌNH CHUNG'),
      ...general(report, sources),
      heading('II. KẾT QUẢ CHUẨN BỊ'),
      ...preparation(report, sources),
      heading('III. KẾT QUẢ THỰC HÀNH'),
      ...stages(report, sources),
      ...mobilisation(report),
      heading('IV. CHẤM ĐIỂM, XẾP LOẠI'),
      scoreTable(report.score),
      text(verdict(report.score)),
    ],
    recipients: RECIPIENTS(sources),
  });
};

/** The ten parts, in the order of domain guide §7. */
const parts = (report: ReviewReport, sources: Sources): readonly (readonly [string, readonly Block[]])[] => [
  ['TÌNH HÌNH CHUNG', general(report, sources)],
  ['CÔNG TÁC CHUẨN BỊ', preparation(report, sources)],
  ['KẾT QUẢ TỪNG GIAI ĐOẠN', [...stages(report, sources), text(verdict(report.score))]],
  ['THỰC HÀNH ĐỘNG VIÊN', mobilisation(report)],
  ['ƯU ĐIỂM', list(report.strengths)],
  ['HẠN CHẾ', list(report.limits)],
  ['NGUYÊN NHÂN', causes(report)],
  ['BÀI HỌC KINH NGHIỆM', list(report.lessons, 'Chưa rút ra bài học.')],
  ['KIẾN NGHỊ, ĐỀ XUẤT', proposals(report, sources)],
  ['KHEN THƯỞNG', awards(report)],
];

export const review = (sources: Sources, issued: Issued | null): PaperDocument => {
  const report = reportIn(sources);
  const grade = gradeOf(report.score);
  return paperOf(sources, 'review', issued, {
    type: 'Báo cáo',
    subject: 'Tổng kết, rút kinh nghiệm diễn tập',
    bases: bases(sources),
    body: [
      lead(sources, 'review', 'tổng kết, rút kinh nghiệm'),
      ...parts(report, sources).flatMap(([name, body], index) => [heading(`${index + 1}. ${name}`), ...body]),
      ...(grade
        ? [text(`Trên đây là báo cáo tổng kết diễn tập, xếp loại ${grade}./.`)]
        : [text('Trên đây là báo cáo tổng kết diễn tập./.')]),
    ],
    recipients: RECIPIENTS(sources),
    appendices: [
      { title: 'PHỤ LỤC I', subject: 'Chấm điểm', landscape: false, body: [scoreTable(report.score)] },
      improvement(report, sources),
      ...observed(report),
    ],
  });
};
