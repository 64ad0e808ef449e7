/** Decisions that establish the boards and the exercise frame, with their members as an appendix: posts and counts, no names. */
import { bodyIn } from '../../domain/exercise/index.ts';
import { standingAgency } from '../../domain/exercise/rights.ts';
import type { Board } from '../../domain/exercise/state.ts';
import { codeOf, unitOf } from '../../domain/people.ts';
import type { Seat } from '../../domain/text.ts';
import type { Appendix, Block, PaperDocument } from '../model/paper.ts';
import { citing, deciding, isCommune, issuerOf, paperOf } from './frame.ts';
import { lawsOn } from './laws.ts';
import { headTitle, officeName, unitName } from './offices.ts';
import type { Issued, Sources } from './sources.ts';
import { article, centred, column, count, days, numbered, ORDER, table, within } from './text.ts';

export type Established = Board | 'frame';

const CALLED: Readonly<Record<Established, string>> = {
  steering: 'Ban Chỉ đạo diễn tập',
  organising: 'Ban Tổ chức diễn tập',
  directing: 'Ban Đạo diễn',
  support: 'Ban Bảo đảm',
  frame: 'khung tập',
};

/** What the board does (domain guide §2). */
const TASKS: Readonly<Record<Established, string>> = {
  steering:
    'chỉ đạo công tác chuẩn bị, thực hành và tổng kết diễn tập; phê duyệt ý định, kế hoạch; kiểm tra và xác nhận từng bước chuẩn bị; quyết định những vấn đề phát sinh thuộc thẩm quyền',
  organising:
    'giúp Ban Chỉ đạo điều phối công tác chuẩn bị; xây dựng lịch công tác; đôn đốc các cơ quan, đơn vị soạn thảo văn kiện; tổng hợp, báo cáo tiến độ theo quy định',
  directing:
    'xây dựng kế hoạch đạo diễn; duyệt văn kiện của khung tập; tổ chức luyện tập; điều hành các giai đoạn diễn tập; chấm điểm và tham mưu rút kinh nghiệm',
  support: 'bảo đảm hậu cần, kỹ thuật, tài chính, y tế, giao thông, điện và thông tin liên lạc cho diễn tập',
  frame:
    'tham gia tập huấn, luyện tập và thực hành diễn tập theo đúng cương vị, chấp hành sự điều hành của Ban Đạo diễn',
};

/** Posts that a draft begins with while nothing has been decided (template default). */
const USUAL: Readonly<Record<Established, readonly string[]>> = {
  steering: ['Trưởng ban', 'Phó Trưởng ban thường trực', 'Phó Trưởng ban', 'Ủy viên'],
  organising: ['Trưởng ban', 'Phó Trưởng ban', 'Ủy viên'],
  directing: ['Trưởng ban', 'Phó Trưởng ban', 'Đạo diễn viên'],
  support: ['Trưởng ban', 'Phó Trưởng ban', 'Ủy viên'],
  frame: ['Chỉ huy trưởng khung tập', 'Vai tập'],
};

const MEMBERS = [
  ORDER,
  column('Chức danh', 34),
  column('Số lượng', 12, 'centre'),
  column('Họ và tên, chức vụ, đơn vị', 36),
  column('Ghi chú', 12),
];

const total = (seats: readonly Seat[]): number => seats.reduce((sum, seat) => sum + seat.count, 0);

/** Names are filled in by hand: the file keeps none. */
const seatTable = (what: Established, seats: readonly Seat[]): Block =>
  seats.length > 0
    ? table(MEMBERS, numbered(seats.map((seat) => [seat.post, count(seat.count), '', ''])), {
        total: ['', 'Cộng', count(total(seats)), '', ''],
      })
    : table(MEMBERS, numbered(USUAL[what].map((post) => [post, '', '', ''])));

const onFile = ({ exercise }: Sources, what: Established) =>
  (what === 'frame' ? exercise.frame : exercise.boards[what]) ?? null;

const members = (sources: Sources, what: Established, issued: Issued | null): Appendix => {
  const file = onFile(sources, what);
  const parts = (what === 'frame' ? null : sources.exercise.boards[what]?.subcommittees) ?? [];
  const by = issued ? `Kèm theo Quyết định số ${issued.number}` : 'Kèm theo Quyết định';
  const issuer = officeName(sources, issuerOf(sources, what).body);
  return {
    title: what === 'frame' ? 'DANH SÁCH KHUNG TẬP' : `DANH SÁCH THÀNH VIÊN ${CALLED[what].toLocaleUpperCase('vi')}`,
    subject: `(${by} của ${issuer})`,
    landscape: false,
    body: [
      seatTable(what, file?.seats ?? []),
      ...parts.flatMap((part): Block[] => [centred(part.name), seatTable(what, part.seats)]),
    ],
  };
};

const first = (sources: Sources, what: Established): string => {
  const { exercise } = sources;
  const file = onFile(sources, what);
  const when = days(exercise.startDate, exercise.endDate);
  const size = file && file.seats.length > 0 ? ` gồm ${count(total(file.seats))} thành viên` : '';
  if (what === 'frame')
    return `Phê duyệt danh sách khung tập${size} tham gia “${exercise.theme}”, ${when} (có danh sách kèm theo).`;
  const head = file && 'headPost' in file ? `, do ${file.headPost} làm Trưởng ban` : '';
  return `Thành lập ${CALLED[what]}${size}${head} để thực hiện “${exercise.theme}”, ${when} (có danh sách kèm theo).`;
};

const last = (sources: Sources, what: Established): string => {
  const { exercise } = sources;
  const agency = officeName(sources, standingAgency(exercise));
  const unit = unitName(sources, unitOf(issuerOf(sources, what).body));
  return `Quyết định này có hiệu lực kể từ ngày ký. ${agency}, thủ trưởng các cơ quan, đơn vị có liên quan thuộc ${unit} và các thành viên có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này.`;
};

const ends = (what: Established): string =>
  what === 'frame'
    ? 'Các cơ quan, đơn vị có người trong khung tập bố trí công việc để người được cử tham gia đủ thời gian tập huấn, luyện tập và diễn tập.'
    : `${CALLED[what]} được sử dụng bộ máy, phương tiện của cơ quan, đơn vị mình để thực hiện nhiệm vụ và tự giải thể sau khi hoàn thành nhiệm vụ.`;

const bases = (sources: Sources, what: Established): string[] => {
  const before = {
    steering: ['resolution', 'standingDirective'],
    organising: ['resolution', 'steering'],
    directing: ['steering'],
    support: ['resolution', 'steering'],
    frame: ['steering', 'organising'],
  } as const;
  const agency = standingAgency(sources.exercise);
  const asks = `Theo đề nghị của ${headTitle(sources, agency)} ${officeName(sources, agency)}`;
  const byCommittee = ['PC', 'COM'].includes(codeOf(issuerOf(sources, what).body));
  const laws = lawsOn(
    sources.day,
    byCommittee ? ['localGovernment', 'defence', 'defenceArea'] : ['defence', 'defenceArea'],
  );
  return [...laws, ...citing(sources, before[what]), asks];
};

export const establishing =
  (what: Established) =>
  (sources: Sources, issued: Issued | null): PaperDocument => {
    const steering = officeName(sources, bodyIn(sources.exercise, isCommune(sources) ? 'SB' : 'SC'));
    return paperOf(sources, what, issued, {
      type: 'Quyết định',
      subject:
        what === 'frame' ? 'Về việc phê duyệt danh sách khung tập diễn tập' : `Về việc thành lập ${CALLED[what]}`,
      decidedBy: deciding(sources, what),
      bases: bases(sources, what),
      body: [
        centred('QUYẾT ĐỊNH:'),
        article(1, first(sources, what)),
        article(2, `${what === 'frame' ? 'Khung tập' : CALLED[what]} có nhiệm vụ ${within(TASKS[what])}.`),
        article(3, ends(what)),
        article(4, last(sources, what)),
      ],
      recipients: ['Như Điều 4', `${steering} (để báo cáo)`, 'Lưu: VT, hồ sơ diễn tập'],
      appendices: [members(sources, what, issued)],
    });
  };
