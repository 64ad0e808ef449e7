/** Tables of a programme: the board of indicators by year, every figure with its parts, work, commendations; and the list. */
import type { z } from 'zod';
import { TERM } from '../../../domain/programme/codes.ts';
import type * as contract from '../../contract/index.ts';
import { words } from '../../words.ts';
import { column, dayCell, type Tables, type Told, table } from '../table.ts';

type Board = z.output<typeof contract.ProgrammeShown>;
type Indicator = Board['indicators'][number];
type Figure = Indicator['figures'][number];

const columnTitle = (name: string): contract.Words =>
  name === TERM ? words('Cả giai đoạn', 'Whole term') : words(name, name);

/** `97,06% (99/102) – Đạt`; empty where nothing was reported and nothing is asked. */
const told = (figure: Figure | undefined): Told =>
  figure && (figure.verdict !== 'noData' || figure.target !== null)
    ? figure.value === null
      ? figure.verdictLabel
      : words(`${figure.text.vi} – ${figure.verdictLabel.vi}`, `${figure.text.en} – ${figure.verdictLabel.en}`)
    : null;

const boardColumns = ({ columns }: Board) => [
  column('Mã', 'Code', (row: Indicator) => row.code, 8),
  column('Chỉ tiêu', 'Indicator', (row: Indicator) => row.name, 48),
  column('Yêu cầu năm nay', 'Asked this year', (row: Indicator) => row.requirement, 18),
  column('Chủ trì', 'Owner', (row: Indicator) => row.ownerName, 30),
  ...columns.map((name) => ({
    title: columnTitle(name),
    width: 26,
    cell: (row: Indicator) => told(row.figures.find((figure) => figure.column === name)),
  })),
];

interface Line {
  readonly indicator: Indicator;
  readonly figure: Figure;
}
const lines = ({ indicators }: Board): Line[] =>
  indicators.flatMap((indicator) => indicator.figures.map((figure) => ({ indicator, figure })));

const targetText = ({ target }: Figure): Told =>
  target === null || typeof target === 'number' ? target : `${target.min}–${target.max}`;

export const PROGRAMME: Tables<Board> = {
  name: 'chuong-trinh',
  tables: [
    table('board', words('Bảng chỉ tiêu', 'Board'), ({ indicators }: Board) => indicators, boardColumns),
    table('figures', words('Số liệu', 'Figures'), lines, [
      column('Mã', 'Code', ({ indicator }) => indicator.code, 8),
      column('Chỉ tiêu', 'Indicator', ({ indicator }) => indicator.name, 48),
      column('Năm', 'Year', ({ figure }) => columnTitle(figure.column), 14),
      column('Yêu cầu', 'Target', ({ figure }) => targetText(figure)),
      column('Tử số', 'Numerator', ({ figure }) => figure.numerator),
      column('Mẫu số', 'Denominator', ({ figure }) => figure.denominator),
      column('Kết quả', 'Value', ({ figure }) => figure.value),
      column('Đơn vị tính', 'Unit', ({ indicator }) => indicator.unit, 14),
      column('Đánh giá', 'Verdict', ({ figure }) => figure.verdictLabel, 16),
      column('Không tính', 'Not counted', ({ figure }) => figure.exempt.map(({ name }) => name).join(', '), 30),
      column('Tử số xét', 'Judged numerator', ({ figure }) => figure.judged.numerator),
      column('Mẫu số xét', 'Judged denominator', ({ figure }) => figure.judged.denominator),
      column('Chờ xác minh', 'To be verified', ({ figure }) => figure.waiting),
      column('Công thức', 'Formula', ({ figure }) => figure.formula, 16),
    ]),
    table('work', words('Kiến nghị', 'Recommendations'), ({ recommendations }: Board) => recommendations, [
      column('Mã', 'Id', (row) => row.id, 8),
      column('Kỳ', 'Review', (row) => row.reviewName, 30),
      column('Nội dung', 'Text', (row) => row.text, 60),
      column('Chủ trì', 'Owner', (row) => row.ownerName, 30),
      column('Hạn', 'Due', (row) => dayCell(row.due), 12),
      column('Trạng thái', 'State', (row) => row.statusLabel, 22),
      column('Quá hạn', 'Overdue', (row) => row.overdue),
      column('Xong ngày', 'Done on', (row) => dayCell(row.clearedOn), 12),
    ]),
  ],
};

type List = z.output<typeof contract.ProgrammeList>;
export const PROGRAMMES: Tables<List> = {
  name: 'danh-sach-chuong-trinh',
  tables: [
    table('programmes', words('Chương trình', 'Programmes'), ({ programmes }: List) => programmes, [
      column('Mã', 'Id', (row) => row.id, 28),
      column('Tên', 'Title', (row) => row.title, 60),
      column('Loại', 'Kind', (row) => row.kindName, 22),
      column('Địa bàn', 'Unit', (row) => row.unitName, 24),
      column('Từ ngày', 'From', (row) => dayCell(row.term.from), 12),
      column('Đến ngày', 'Until', (row) => dayCell(row.term.to), 12),
      column('Trạng thái', 'State', (row) => row.phaseLabel, 18),
      column('Cột', 'Column', (row) => columnTitle(row.year), 14),
      column('Đạt', 'Met', (row) => row.counts.met),
      column('Chưa đạt', 'Not met', (row) => row.counts.notMet),
      column('Chưa có dữ liệu', 'No data', (row) => row.counts.noData),
      column('Chờ xác minh', 'To be verified', (row) => row.counts.waiting),
    ]),
  ],
};
