/** The register of numbers that an office kept before: what stands in it is never given again. */
import { unitOf } from '../../../domain/people.ts';
import { RegisterCommand, registerId } from '../../../domain/register/index.ts';
import { streamId } from '../../../domain/streams.ts';
import type { Column } from '../columns.ts';
import { type CommandKind, carryCommands, openCommands } from '../commands.ts';
import { fitting } from '../faults.ts';
import type { Asked, Job, Kind } from '../kind.ts';
import { filled, words } from './shared.ts';

const YEAR: Column = {
  field: 'year',
  title: words('Năm của sổ', 'Year of the register'),
  type: 'whole',
  required: true,
  note: words('Số bắt đầu lại từ 01 mỗi năm', 'Numbers begin anew at 01 each year'),
  example: 2025,
};

const COLUMNS: readonly Column[] = [
  {
    field: 'number',
    title: words('Số, ký hiệu', 'Number'),
    also: ['Số ký hiệu', 'Số văn bản', 'Số', 'Số và ký hiệu'],
    type: 'text',
    required: true,
    note: words('Viết như trên văn bản', 'As written on the paper'),
    example: '12/QĐ-UBND',
  },
  {
    field: 'date',
    title: words('Ngày ban hành', 'Date'),
    also: ['Ngày', 'Ngày tháng', 'Ngày văn bản'],
    type: 'date',
    required: true,
    example: '05/02/2025',
  },
  {
    field: 'subject',
    title: words('Trích yếu', 'Subject'),
    also: ['Nội dung', 'Tên loại và trích yếu', 'Về việc'],
    type: 'text',
    note: words('Văn bản mật: tên trung tính', 'A secret paper: a neutral label'),
    example: 'Về việc thành lập Ban Chỉ đạo diễn tập',
  },
  {
    field: 'secret',
    title: words('Mật', 'Secret'),
    also: ['Độ mật', 'Văn bản mật'],
    type: 'yes',
    note: words('Số riêng của văn bản mật', 'Numbered in the series of secret papers'),
    example: '',
  },
];
const FIELDS = COLUMNS.map(({ field }) => field);
/** As many as one command takes. */
const MOST = 500;

type Command = Extract<RegisterCommand, { type: 'ImportRegister' }>;
const commandOf = ({ content }: Asked): Command => content as Command; // made by the reader

/** That of the office of who imports. Throws for a job without a duty. */
const registerOf = ({ by, settings }: Job) => {
  if (!by) throw new Error('a register is imported under a duty');
  return streamId('register', registerId(unitOf(by.body), Number(settings.year)));
};

const chunks = (rows: readonly Asked[]): readonly (readonly Asked[])[] =>
  Array.from({ length: Math.ceil(rows.length / MOST) }, (_, n) => rows.slice(n * MOST, (n + 1) * MOST));

const commands: CommandKind = {
  columns: COLUMNS,
  stream: registerOf,
  reader:
    async () =>
    ({ values }) =>
      fitting(RegisterCommand, { type: 'ImportRegister', rows: [filled(values)] }, FIELDS),
  acts: (_, rows) =>
    chunks(rows).map((group) => ({
      rows: group,
      commands: [{ type: 'ImportRegister', rows: group.flatMap((row) => commandOf(row).rows) }],
    })),
};

export const register: Kind = {
  name: 'register',
  title: words('Sổ đăng ký văn bản cũ', 'Register of before'),
  about: words(
    'Đưa sổ đã dùng vào hệ thống: số đã cấp không bao giờ được cấp lại. Sổ của đơn vị đồng chí.',
    'Brings in the register used so far: a number that was given is never given again. That of your own office.',
  ),
  door: 'register',
  columns: COLUMNS,
  settings: [YEAR],
  sealed: false,
  mostRows: 20_000,
  mostAtOnce: 2_000,
  open: openCommands(commands),
  carrier: carryCommands(commands),
};
