/** Quotas, counts, orders by number and check-ins of one drill. */
import { type EXCUSES, MOST, type STATUSES } from '../../../domain/drill/codes.ts';
import { DrillCommand } from '../../../domain/drill/index.ts';
import { EntityId, streamId } from '../../../domain/streams.ts';
import { dayOf } from '../../../domain/time.ts';
import type { ApiDeps } from '../../deps.ts';
import { organisationNow } from '../../queries/names.ts';
import type { Values } from '../cells.ts';
import type { Column } from '../columns.ts';
import { type Act, type CommandKind, carryCommands, openCommands } from '../commands.ts';
import { fitting } from '../faults.ts';
import type { Asked, Job, Kind } from '../kind.ts';
import { createLook, type Look } from '../lookup.ts';
import { filled, GROUP, KIND, ORDER, runs, STATION, UNIT, words } from './shared.ts';

type Command = Act['commands'][number];
/** What a row asks for: a command whose lists hold this row alone. */
type RowCommand<T extends DrillCommand['type']> = Extract<DrillCommand, { type: T }>;

const commandFrom = (command: object, columns: readonly Column[]): Command =>
  fitting(
    DrillCommand,
    command,
    columns.map(({ field }) => field),
  ) as Command; // one of its kinds

const drillKind = (
  shape: Pick<Kind, 'name' | 'title' | 'about'> & { readonly mostAtOnce: number; readonly mostRows: number },
  columns: readonly Column[],
  read: (values: Values, look: Look) => object,
  acts: CommandKind['acts'],
): Kind => {
  const commands: CommandKind = {
    columns,
    stream: ({ target }) => streamId('drill', EntityId.parse(target)),
    reader: async (deps: ApiDeps, job: Job) => {
      const look = createLook(await organisationNow(deps), dayOf(job.at));
      return ({ values }) => commandFrom(read(values, look), columns);
    },
    acts,
  };
  const carrier = carryCommands(commands);
  return { ...shape, door: 'drill', columns, settings: [], sealed: false, open: openCommands(commands), carrier };
};

const oneEach: CommandKind['acts'] = (_, rows) =>
  rows.map((row) => ({ rows: [row], commands: [row.content as Command] })); // made by the reader

const unitIn = (look: Look, { unit }: Values): string => look.unit(String(unit), 'unit');

const count = (field: string, vi: string, en: string, also: readonly string[] = [], required = false): Column => ({
  field,
  title: words(vi, en),
  also,
  type: 'whole',
  required,
  example: 40,
});

export const quotas = drillKind(
  {
    name: 'quotas',
    title: words('Chỉ tiêu giao quân, phương tiện', 'Quotas'),
    about: words('Đặt chỉ tiêu từng địa bàn theo loại và nhóm.', 'Sets the quota of each unit by kind and group.'),
    mostRows: 20_000,
    mostAtOnce: 2_000,
  },
  [
    UNIT,
    KIND,
    { ...GROUP, required: true },
    count('required', 'Chỉ tiêu', 'Required', ['Số lượng', 'Chỉ tiêu giao'], true),
    STATION,
  ],
  ({ kind = 'reservist', ...values }, look) =>
    filled({ type: 'SetQuota', ...values, kind, unit: unitIn(look, values) }),
  oneEach,
);

const FIGURES: readonly Column[] = [
  count('required', 'Chỉ tiêu', 'Required'),
  count('registered', 'Đã đăng ký', 'Registered', ['Đăng ký', 'Số đăng ký']),
  count('ordered', 'Đã phát lệnh', 'Ordered', ['Phát lệnh', 'Số lệnh phát']),
  count('delivered', 'Đã giao lệnh', 'Delivered', ['Giao lệnh']),
  count('refused', 'Không giao được', 'Refused'),
  count('presentOnTime', 'Có mặt đúng giờ', 'Present on time', ['Đúng giờ', 'Có mặt']),
  count('presentLate', 'Có mặt muộn', 'Present late', ['Muộn', 'Đến muộn']),
  count('absentUnexcused', 'Vắng không lý do', 'Absent unexcused'),
  count('handedOver', 'Đã bàn giao', 'Handed over', ['Bàn giao']),
  count('released', 'Đã cho về', 'Released', ['Cho về']),
  count('specialityMatched', 'Đúng chuyên nghiệp', 'Speciality matched', ['Đúng CNQS']),
  count('technicallyFit', 'Đạt kỹ thuật', 'Technically fit'),
];
const FIGURE_NAMES = FIGURES.map(({ field }) => field);

export const counts = drillKind(
  {
    name: 'counts',
    title: words('Số liệu quân số, phương tiện', 'Counts'),
    about: words(
      'Ghi số liệu từng địa bàn; cột để trống giữ số đã có. Không ghi tên người.',
      'Reports figures of each unit; what is left empty stands as it was. No names.',
    ),
    mostRows: 20_000,
    mostAtOnce: 2_000,
  },
  [UNIT, KIND, STATION, ...FIGURES],
  ({ kind = 'reservist', station, ...values }, look) => {
    const figures = Object.entries(values).filter(([field]) => FIGURE_NAMES.includes(field));
    return filled({
      type: 'RecordCounts',
      unit: unitIn(look, values),
      kind,
      station,
      counts: Object.fromEntries(figures),
    });
  },
  oneEach,
);

type Issue = RowCommand<'IssueOrders'>;
const issueOf = ({ content }: Asked): Issue => content as Issue; // made by the reader

export const orders = drillKind(
  {
    name: 'orders',
    title: words('Lệnh gọi theo số', 'Orders by number'),
    about: words(
      'Phát lệnh gọi từng số cho từng địa bàn, để điểm danh theo lệnh.',
      'Issues orders by number to each unit, for a roll call order by order.',
    ),
    mostRows: 100_000,
    mostAtOnce: 10_000,
  },
  [
    ORDER,
    UNIT,
    KIND,
    GROUP,
    STATION,
    { field: 'spare', title: words('Dự phòng', 'Spare'), also: ['Dự bị', 'Lệnh dự phòng'], type: 'yes', example: 'x' },
  ],
  ({ order, unit, kind = 'reservist', ...own }, look) => ({
    type: 'IssueOrders',
    unit: look.unit(String(unit), 'unit'),
    kind,
    orders: [filled({ order, ...own })],
  }),
  (_, rows) =>
    runs(rows, (row) => `${issueOf(row).unit} ${issueOf(row).kind}`, MOST).map((group) => {
      const [first] = group.map(issueOf);
      return {
        rows: group,
        commands: [{ ...first, type: 'IssueOrders', orders: group.flatMap((row) => issueOf(row).orders ?? []) }],
      };
    }),
);

const STATUS_WORDS: Readonly<Record<(typeof STATUSES)[number], readonly string[]>> = {
  present: ['Có mặt', 'Present'],
  excused: ['Vắng có lý do', 'Có lý do', 'Excused'],
  unexcused: ['Vắng không lý do', 'Không lý do', 'Unexcused'],
};
const EXCUSE_WORDS: Readonly<Record<(typeof EXCUSES)[number], readonly string[]>> = {
  ownIllness: ['Ốm đau', 'Own illness'],
  familyEmergency: ['Việc gia đình đột xuất', 'Gia đình', 'Family emergency'],
  disasterOrFire: ['Thiên tai, hỏa hoạn', 'Disaster or fire'],
  orderNotReceived: ['Chưa nhận được lệnh', 'Order not received'],
  other: ['Lý do khác', 'Other'],
};

type Roll = RowCommand<'CheckIn'>;
const rollOf = ({ content }: Asked): Roll => content as Roll; // made by the reader

export const checkIns = drillKind(
  {
    name: 'check-ins',
    title: words('Điểm danh theo lệnh', 'Check-ins'),
    about: words(
      'Ghi điểm danh từng lệnh ở trạm; gửi lại cùng tệp không ghi hai lần.',
      'Checks orders in at their stations; the same file sent again changes nothing.',
    ),
    mostRows: 100_000,
    mostAtOnce: 10_000,
  },
  [
    { ...STATION, required: true },
    ORDER,
    {
      field: 'at',
      title: words('Giờ có mặt', 'At'),
      also: ['Thời gian', 'Giờ', 'Lúc'],
      type: 'time',
      example: '07:30 20/04/2027',
    },
    {
      field: 'status',
      title: words('Trạng thái', 'Status'),
      also: ['Kết quả'],
      type: 'choice',
      choices: STATUS_WORDS,
      note: words('Để trống là có mặt', 'Empty: present'),
      example: 'Có mặt',
    },
    {
      field: 'excuse',
      title: words('Lý do', 'Excuse'),
      also: ['Lý do vắng'],
      type: 'choice',
      choices: EXCUSE_WORDS,
      example: '',
    },
    GROUP,
  ],
  ({ station, order, ...own }) => ({
    type: 'CheckIn',
    station,
    // an order is checked in once, so its number makes the id
    checkIns: [filled({ id: `N-${String(order)}`, order, ...own })],
  }),
  (_, rows) =>
    runs(rows, (row) => rollOf(row).station, MOST).map((group) => {
      const station = group[0] ? rollOf(group[0]).station : '';
      return {
        rows: group,
        commands: [{ type: 'CheckIn', station, checkIns: group.flatMap((row) => rollOf(row).checkIns) }],
      };
    }),
);
