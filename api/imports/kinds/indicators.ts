/** Figures of a programme's indicators: reported under the duty of who imports them, and verified by another body as any other. */
import { ProgrammeCommand } from '../../../domain/programme/index.ts';
import { EntityId, streamId } from '../../../domain/streams.ts';
import { dayOf } from '../../../domain/time.ts';
import type { ApiDeps } from '../../deps.ts';
import { organisationNow } from '../../queries/names.ts';
import type { Values } from '../cells.ts';
import type { Column } from '../columns.ts';
import { type Act, type CommandKind, carryCommands, openCommands } from '../commands.ts';
import { fitting, rowFault } from '../faults.ts';
import type { Asked, Job, Kind, RowRead } from '../kind.ts';
import { createLook, type Look } from '../lookup.ts';
import { periodIn } from '../periods.ts';
import { filled, runs, UNIT, words } from './shared.ts';

type Report = Extract<ProgrammeCommand, { type: 'ReportValues' }>;
const reportOf = ({ content }: Asked): Report => content as Report; // made by the reader

/** As many figures as one command takes. */
const MOST = 300;

const number = (field: string, vi: string, en: string, also: readonly string[], example: number): Column => ({
  field,
  title: words(vi, en),
  also,
  type: field === 'value' ? 'decimal' : 'whole',
  example,
});

const FIGURES: readonly Column[] = [
  number('numerator', 'Tử số', 'Numerator', ['Số đạt', 'Số thực hiện'], 99),
  number('denominator', 'Mẫu số', 'Denominator', ['Tổng số'], 102),
  {
    ...number('value', 'Giá trị', 'Value', ['Số liệu', 'Kết quả'], 0),
    note: words(
      'Của chỉ tiêu là một con số; chỉ tiêu tỷ lệ ghi tử số, mẫu số',
      'Of one number; a ratio has both parts',
    ),
    example: '',
  },
  {
    field: 'qualifier',
    title: words('Mức độ', 'Qualifier'),
    also: ['Trên, khoảng'],
    type: 'choice',
    choices: { over: ['Trên', 'Hơn', 'Over'], about: ['Khoảng', 'Ước', 'Ước tính', 'About'] },
    note: words('Chỉ khi con số là “trên …” hoặc “khoảng …”', 'Only where the number is "over" or "about"'),
    example: '',
  },
];

const EVIDENCE: Column = {
  field: 'evidence',
  title: words('Minh chứng', 'Evidence'),
  also: ['Báo cáo số', 'Văn bản', 'Nguồn'],
  type: 'text',
  required: true,
  note: words('Số, ngày của báo cáo', 'Number and day of the report'),
  example: '88/BC-CHQS ngày 20/06/2021',
};

export const INDICATOR_COLUMNS: readonly Column[] = [
  {
    field: 'indicator',
    title: words('Mã chỉ tiêu', 'Indicator'),
    also: ['Chỉ tiêu', 'Mã'],
    type: 'code',
    required: true,
    example: 'CK04',
  },
  {
    field: 'name',
    title: words('Tên chỉ tiêu', 'Name'),
    also: ['Nội dung chỉ tiêu'],
    type: 'text',
    note: words('Để dễ đọc; không ghi vào Hệ thống', 'To read by; nothing is made of it'),
    example: 'Xã có chi bộ quân sự',
  },
  {
    field: 'period',
    title: words('Kỳ', 'Period'),
    also: ['Kỳ báo cáo', 'Thời gian', 'Năm'],
    type: 'text',
    required: true,
    note: words(
      '2021 · 6 tháng đầu năm 2021 (2021-H1) · quý 1 năm 2021 (2021-Q1) · 01/2021 (2021-01) · cả giai đoạn',
      '2021 · 2021-H1 · 2021-Q1 · 2021-01 · the whole term',
    ),
    example: '6 tháng đầu năm 2021',
  },
  { ...UNIT, required: false, note: words('Để trống: một số chung cho cả chương trình', 'Empty: one figure for all') },
  ...FIGURES,
  EVIDENCE,
  {
    field: 'reason',
    title: words('Lý do sửa', 'Reason'),
    also: ['Lý do', 'Lý do điều chỉnh'],
    type: 'text',
    note: words('Khi khác số đã được xác minh', 'Where it differs from a verified one'),
    example: '',
  },
];
const FIELDS = INDICATOR_COLUMNS.map(({ field }) => field);

const periodOf = ({ period }: Values): string => {
  const found = periodIn(String(period));
  if (found) return found;
  throw rowFault(
    'period',
    'not-a-period',
    `“${String(period).slice(0, 60)}” không phải là kỳ: ghi như 2021, 6 tháng đầu năm 2021, quý 1 năm 2021, 01/2021, cả giai đoạn.`,
    `"${String(period).slice(0, 60)}" is no period: write 2021, 2021-H1, 2021-Q1, 2021-01 or "the whole term".`,
  );
};

const reportIn = (values: Values, look: Look): Report => {
  const { indicator, unit, numerator, denominator, value, qualifier, evidence, reason } = values;
  const place = unit === undefined ? undefined : look.unit(String(unit), 'unit');
  const code = String(indicator).toUpperCase();
  const figure = filled({
    ...{ indicator: code, period: periodOf(values), unit: place },
    ...{ numerator, denominator, value, qualifier },
  });
  const command = filled({ type: 'ReportValues', values: [figure], evidence, reason });
  return fitting(ProgrammeCommand, command, FIELDS) as Report; // by its type
};

/** Refuses what an earlier row of the file has said already: taken one after the other, the last of them would stand. */
const createTwice = () => {
  const seen = new Map<string, number>();
  return (row: number, { values: [figure] }: Report): void => {
    const key = `${figure?.indicator} ${figure?.period} ${figure?.unit ?? ''}`;
    const first = seen.get(key);
    if (first !== undefined)
      throw rowFault(
        'indicator',
        'value-twice',
        `Chỉ tiêu, kỳ và địa bàn này đã có ở dòng ${first}.`,
        `Row ${first} already holds this indicator, period and unit.`,
      );
    seen.set(key, row);
  };
};

/** Neighbouring rows with one evidence and one reason are one command, which takes each figure once. */
const acts = (_: Job, rows: readonly Asked[]): readonly Act[] =>
  runs(
    rows,
    (row) => {
      const { evidence, reason = '' } = reportOf(row);
      return JSON.stringify([evidence, reason]);
    },
    MOST,
  ).map((group) => {
    const [first] = group.map(reportOf);
    const values = group.flatMap((row) => reportOf(row).values);
    return { rows: group, commands: [{ ...first, type: 'ReportValues', values }] };
  });

const commands: CommandKind = {
  columns: INDICATOR_COLUMNS,
  stream: ({ target }) => streamId('programme', EntityId.parse(target)),
  reader: async (deps: ApiDeps, job: Job) => {
    const look = createLook(await organisationNow(deps), dayOf(job.at));
    const once = createTwice();
    return ({ row, values }: RowRead) => {
      const report = reportIn(values, look);
      once(row, report);
      return report;
    };
  },
  acts,
};

export const indicatorValues: Kind = {
  name: 'indicator-values',
  title: words('Số liệu chỉ tiêu chương trình', 'Figures of indicators'),
  about: words(
    'Báo số liệu của chỉ tiêu theo kỳ, chung hoặc từng xã; số liệu chỉ được tính khi cơ quan khác xác minh.',
    'Reports figures of indicators by period, in one or by commune; they count once another body has verified them.',
  ),
  door: 'programme',
  columns: INDICATOR_COLUMNS,
  settings: [],
  asks: [...FIGURES.map(({ field }) => field), 'evidence'],
  sealed: false,
  mostRows: 20_000,
  mostAtOnce: 2_000,
  open: openCommands(commands),
  carrier: carryCommands(commands),
};
