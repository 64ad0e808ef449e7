/** The exercise plan: what, when, who prepares which part, which steps are checked. Of the scenario it holds nothing. */
import { chainOf, paperOnFile } from '../../domain/exercise/index.ts';
import { standingAgency } from '../../domain/exercise/rights.ts';
import type { ExerciseState } from '../../domain/exercise/state.ts';
import { PAPERS } from '../../domain/labels/words.ts';
import type { Block, PaperDocument } from '../model/paper.ts';
import { citing, issuerOf, paperOf } from './frame.ts';
import { lawsOn } from './laws.ts';
import { localName, officeName } from './offices.ts';
import { preparationTable } from './preparation.ts';
import type { Issued, Sources } from './sources.ts';
import { column, count, date, days, heading, item, numbered, ORDER, table, text } from './text.ts';

const facts = (sources: Sources): Block[] => {
  const { exercise } = sources;
  const seats = exercise.frame?.seats.reduce((sum, seat) => sum + seat.count, 0) ?? 0;
  const { venues, vehicles } = exercise.resources;
  return [
    heading('II. NỘI DUNG, THỜI GIAN, THÀNH PHẦN'),
    text(`1. Đề mục: ${exercise.theme}${exercise.codeName ? ` (mật danh ${exercise.codeName})` : ''}.`),
    ...(exercise.scale
      ? [text(`2. Quy mô: ${exercise.scale}.`)]
      : [text('2. Quy mô: theo ý định diễn tập được phê duyệt.')]),
    text(`3. Thời gian: ${days(exercise.startDate, exercise.endDate)}.`),
    text(
      `4. Thành phần: khung tập${seats > 0 ? ` ${count(seats)} người` : ''} và các lực lượng theo quyết định${exercise.withDrill ? '; có thực hành động viên quân nhân dự bị, phương tiện kỹ thuật' : ''}.`,
    ),
    ...(venues.length > 0 ? [text(`5. Địa điểm: ${venues.join('; ')}.`)] : []),
    ...(vehicles.length > 0
      ? [text(`6. Phương tiện: ${vehicles.map((each) => `${each.class} (${count(each.count)})`).join('; ')}.`)]
      : []),
  ];
};

const stages = ({ run }: ExerciseState): Block[] =>
  run.plan.length === 0
    ? []
    : [
        text('7. Các giai đoạn thực hành:'),
        table(
          [ORDER, column('Giai đoạn', 50), column('Số nội dung', 18, 'centre')],
          numbered(run.plan.map((stage) => [stage.name ?? `Giai đoạn ${stage.stage}`, count(stage.items.length)])),
        ),
      ];

const steps = ({ gates, tasks }: ExerciseState): Block[] => [
  heading('III. CÁC BƯỚC CHUẨN BỊ VÀ KIỂM TRA'),
  table(
    [
      column('Bước', 10, 'centre'),
      column('Nội dung', 46),
      column('Việc quyết định', 30),
      column('Thời hạn', 16, 'centre'),
    ],
    gates.map((gate) => {
      const task = tasks[gate.gateTask];
      return [gate.code, gate.nameVi, task ? `${task.code}. ${task.titleVi}` : '–', date(task?.due ?? null)];
    }),
    { empty: 'Chưa lập bước kiểm tra' },
  ),
];

const chain = (sources: Sources): Block[] => {
  const { exercise } = sources;
  const rows = chainOf(exercise).papers.flatMap(({ slot }) => {
    const paper = paperOnFile(exercise, slot);
    return paper ? [[PAPERS[slot].vi, paper.number, date(paper.date), paper.issuer]] : [];
  });
  if (rows.length === 0) return [];
  return [
    text('Văn bản đã ban hành cho diễn tập:'),
    table(
      [
        ORDER,
        column('Văn bản', 34),
        column('Số, ký hiệu', 22),
        column('Ngày', 14, 'centre'),
        column('Nơi ban hành, nơi giữ', 28),
      ],
      numbered(rows),
    ),
  ];
};

const carryOut = (sources: Sources): Block[] => {
  const agency = officeName(sources, standingAgency(sources.exercise));
  return [
    heading('IV. TỔ CHỨC THỰC HIỆN'),
    text(`1. ${agency} là cơ quan thường trực, theo dõi, đôn đốc, xác minh kết quả từng việc và báo cáo Ban Chỉ đạo.`),
    text(
      '2. Các cơ quan, đơn vị căn cứ phụ lục phân công việc chuẩn bị, thực hiện đúng thời hạn; có vướng mắc báo cáo ngay về cơ quan thường trực.',
    ),
    ...chain(sources),
  ];
};

export const plan = (sources: Sources, issued: Issued | null): PaperDocument => {
  const { exercise } = sources;
  const unit = localName(sources);
  const office = officeName(sources, issuerOf(sources, 'plan').body);
  return paperOf(sources, 'plan', issued, {
    type: 'Kế hoạch',
    subject: exercise.theme,
    bases: [
      ...lawsOn(sources.day, ['defence', 'defenceArea']),
      ...citing(sources, ['directive', 'resolution', 'standingDirective', 'steering']),
    ],
    body: [
      text(`${office} ban hành Kế hoạch tổ chức diễn tập như sau:`),
      heading('I. MỤC ĐÍCH, YÊU CẦU'),
      item(
        `Nâng cao năng lực lãnh đạo, chỉ đạo, điều hành và hiệp đồng của các cấp, các ngành trên địa bàn ${unit} trong khu vực phòng thủ.`,
      ),
      item(
        'Chuẩn bị chu đáo, tổ chức chặt chẽ, sát thực tế, tiết kiệm; bảo đảm an toàn tuyệt đối và giữ bí mật theo quy định.',
      ),
      item('Khắc phục hạn chế của những lần diễn tập trước; rút kinh nghiệm cho các đơn vị tiếp theo.'),
      ...facts(sources),
      ...stages(exercise),
      ...steps(exercise),
      ...carryOut(sources),
      text('Trên đây là Kế hoạch tổ chức diễn tập; yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện./.'),
    ],
    recipients: ['Ban Chỉ đạo diễn tập (để báo cáo)', 'Các cơ quan, đơn vị trong phụ lục', 'Lưu: VT, hồ sơ diễn tập'],
    appendices: [
      {
        title: 'PHỤ LỤC',
        subject: 'Phân công việc chuẩn bị và thực hành diễn tập',
        landscape: true,
        body: [preparationTable(sources)],
      },
    ],
  });
};
