/** Papers of the mobilisation drill: what was ordered and delivered, and who came. Counts only, no names. */
import {
  type CountRow,
  type DrillState,
  excused,
  KINDS,
  type Kind,
  notYetReported,
  present,
  rowsOf,
  totalOf,
} from '../../domain/drill/index.ts';
import { standingAgency } from '../../domain/exercise/rights.ts';
import { formatTime } from '../../domain/labels/format.ts';
import { KIND_NAMES } from '../../domain/labels/words.ts';
import { EXCUSE_NAMES } from '../../domain/labels/words-drill.ts';
import { dayOf } from '../../domain/time.ts';
import type { Block, PaperDocument } from '../model/paper.ts';
import { citing, paperOf } from './frame.ts';
import { lawsOn } from './laws.ts';
import { officeName, unitName } from './offices.ts';
import type { Issued, Sources } from './sources.ts';
import { centred, column, count, date, days, heading, item, numbered, ORDER, share, table, text } from './text.ts';

const drillOf = ({ drill }: Sources): DrillState => {
  if (!drill) throw new TypeError('no drill');
  return drill;
};

const byName = (sources: Sources, rows: readonly CountRow[]): CountRow[] =>
  [...rows].sort((a, b) => unitName(sources, a.unit).localeCompare(unitName(sources, b.unit), 'vi'));

const callUpTable = (sources: Sources, kind: Kind): Block => {
  const drill = drillOf(sources);
  const rows = byName(sources, rowsOf(drill, kind));
  const all = totalOf(drill, kind);
  const figures = ({ required, registered, ordered, delivered, refused }: typeof all): string[] => [
    ...[required, registered, ordered, delivered, refused].map(count),
    share(delivered, ordered),
  ];
  return table(
    [
      ORDER,
      column('Địa phương', 24),
      ...['Nhu cầu', 'Đăng ký', 'Lệnh gọi', 'Đã phát', 'Không phát được'].map((head) => column(head, 11, 'centre')),
      column('Tỷ lệ phát', 19, 'centre'),
    ],
    numbered(rows.map((row) => [unitName(sources, row.unit), ...figures(row.counts)])),
    { total: ['', 'Cộng', ...figures(all)], empty: 'Chưa có lệnh' },
  );
};

export const callUp = (sources: Sources, issued: Issued | null): PaperDocument => {
  const { exercise } = sources;
  return paperOf(sources, 'call-up', issued, {
    type: 'Báo cáo',
    subject: 'Tổng hợp phát lệnh gọi quân nhân dự bị, huy động phương tiện kỹ thuật',
    bases: [...lawsOn(sources.day, ['reserve']), ...citing(sources, ['plan', 'resolution'])],
    body: [
      text(
        `${officeName(sources, standingAgency(exercise))} báo cáo kết quả phát lệnh phục vụ “${exercise.theme}” (${days(exercise.startDate, exercise.endDate)}), tính đến ${formatTime(sources.at)} ngày ${date(sources.day)}:`,
      ),
      ...KINDS.flatMap((kind, n) => [heading(`${n + 1}. ${KIND_NAMES[kind].vi}`, 2), callUpTable(sources, kind)]),
      text('Số liệu là số lượng theo địa phương, không kèm họ tên; danh sách do cơ quan quân sự quản lý riêng.'),
    ],
    recipients: ['Ban Chỉ đạo diễn tập (để báo cáo)', 'Cơ quan quân sự các địa phương', 'Lưu: VT, hồ sơ diễn tập'],
  });
};

const musterTable = (sources: Sources, kind: Kind): Block => {
  const drill = drillOf(sources);
  const figures = (counts: ReturnType<typeof totalOf>): string[] => [
    ...[
      counts.ordered,
      counts.presentOnTime,
      counts.presentLate,
      excused(counts),
      counts.absentUnexcused,
      notYetReported(counts),
      counts.handedOver,
    ].map(count),
    share(present(counts), counts.ordered),
  ];
  const heads = ['Lệnh gọi', 'Đúng giờ', 'Muộn', 'Vắng có lý do', 'Vắng không lý do', 'Chưa báo', 'Đã bàn giao'];
  return table(
    [
      ORDER,
      column('Địa phương', 24),
      ...heads.map((head) => column(head, 10, 'centre')),
      column('Có mặt', 19, 'centre'),
      column('Báo lúc', 12, 'centre'),
    ],
    numbered(
      byName(sources, rowsOf(drill, kind)).map((row) => [
        unitName(sources, row.unit),
        ...figures(row.counts),
        `${formatTime(row.reportedAt)} ${date(dayOf(row.reportedAt))}`,
      ]),
    ),
    { total: ['', 'Cộng', ...figures(totalOf(drill, kind)), ''], empty: 'Chưa điểm danh' },
  );
};

const excuses = (sources: Sources): Block[] =>
  KINDS.flatMap((kind): Block[] => {
    const { absentExcused } = totalOf(drillOf(sources), kind);
    const said = Object.entries(EXCUSE_NAMES).flatMap(([code, name]) => {
      const n = absentExcused[code as keyof typeof EXCUSE_NAMES]; // the keys of a closed record
      return n ? [`${name.vi.toLocaleLowerCase('vi')}: ${count(n)}`] : [];
    });
    return said.length > 0 ? [item(`${KIND_NAMES[kind].vi} vắng có lý do: ${said.join('; ')}.`)] : [];
  });

export const muster = (sources: Sources, issued: Issued | null): PaperDocument => {
  const { exercise } = sources;
  return paperOf(sources, 'muster', issued, {
    type: 'Biểu điểm danh',
    subject: `Thực hành động viên – ${exercise.theme}`,
    landscape: true,
    body: [
      text(`Số liệu đến ${formatTime(sources.at)} ngày ${date(sources.day)}. Tỷ lệ có mặt tính trên số lệnh gọi.`),
      ...KINDS.flatMap((kind) => [centred(KIND_NAMES[kind].vi), musterTable(sources, kind)]),
      ...excuses(sources),
    ],
    signatures: [{ lines: ['Người lập biểu'] }, { lines: ['Chỉ huy trưởng'] }],
  });
};
