/** Tables of a mobilisation drill: figures and quotas, stations, orders by number. Names of persons are never among them. */
import type { z } from 'zod';
import type * as contract from '../../contract/index.ts';
import { words } from '../../words.ts';
import { column, dayCell, type TableColumn, type Tables, table, timeCell } from '../table.ts';

type Drill = z.output<typeof contract.DrillShown>;
type Row = Drill['rows'][number];
type Counts = Row['counts'];

const KINDS = { reservist: words('Quân nhân dự bị', 'Reservists'), vehicle: words('Phương tiện', 'Vehicles') } as const;

const FIGURES: readonly (readonly [keyof Omit<Counts, 'excuses'>, string, string])[] = [
  ['required', 'Chỉ tiêu', 'Required'],
  ['registered', 'Đã đăng ký', 'Registered'],
  ['ordered', 'Đã phát lệnh', 'Ordered'],
  ['delivered', 'Đã giao lệnh', 'Delivered'],
  ['refused', 'Không giao được', 'Refused'],
  ['present', 'Có mặt', 'Present'],
  ['presentOnTime', 'Đúng giờ', 'On time'],
  ['presentLate', 'Muộn', 'Late'],
  ['absentExcused', 'Vắng có lý do', 'Excused'],
  ['absentUnexcused', 'Vắng không lý do', 'Unexcused'],
  ['notYetReported', 'Chưa báo', 'Not reported'],
  ['handedOver', 'Bàn giao', 'Handed over'],
  ['released', 'Cho về', 'Released'],
];

const figures = FIGURES.map(([field, vi, en]) =>
  column(vi, en, ({ counts }: Row) => counts[field]),
) as readonly TableColumn<Row>[];

export const DRILL: Tables<Drill> = {
  name: 'diem-danh',
  tables: [
    table('rows', words('Điểm danh', 'Muster'), ({ rows }: Drill) => rows, [
      column('Địa bàn', 'Unit', (row: Row) => row.unit, 22),
      column('Loại', 'Kind', (row: Row) => KINDS[row.kind], 18),
      column('Trạm', 'Station', (row: Row) => row.station, 12),
      ...figures,
      column('Tỷ lệ có mặt', 'Attendance', (row: Row) => row.rates.attendanceRate?.text, 20),
      column('Nhận định', 'Verdict', (row: Row) => row.colourLabel, 14),
      column('Báo lúc', 'Reported at', (row: Row) => timeCell(row.reportedAt), 18),
    ]),
    table(
      'quotas',
      words('Chỉ tiêu', 'Quotas'),
      ({ quotas }: Drill) =>
        quotas.flatMap(({ groups, unit, kind }) => groups.map((group) => ({ ...group, unit, kind }))),
      [
        column('Địa bàn', 'Unit', (row) => row.unit, 22),
        column('Loại', 'Kind', (row) => KINDS[row.kind], 18),
        column('Nhóm', 'Group', (row) => row.group, 14),
        column('Chỉ tiêu', 'Required', (row) => row.required),
        column('Đã phát lệnh', 'Ordered', (row) => row.roll?.ordered),
        column('Dự phòng', 'Spare', (row) => row.roll?.spare),
        column('Có mặt', 'Present', (row) => row.roll?.present),
        column('Trạm', 'Station', (row) => row.station, 12),
      ],
    ),
    table('registers', words('Phúc tra', 'Registers'), ({ registers }: Drill) => registers, [
      column('Địa bàn', 'Unit', (row) => row.unit, 22),
      column('Loại', 'Kind', (row) => KINDS[row.kind], 18),
      column('Đã đăng ký', 'Registered', (row) => row.registered),
      column('Đủ điều kiện', 'Fit', (row) => row.fit),
      column('Ngày phúc tra', 'Verified on', (row) => dayCell(row.date), 14),
    ]),
  ],
};

type Stations = z.output<typeof contract.DrillStations>;
export const STATIONS: Tables<Stations> = {
  name: 'tram-tap-trung',
  tables: [
    table(
      'stations',
      words('Trạm tập trung', 'Stations'),
      ({ stations }: Stations) =>
        stations.flatMap(({ counts, ...station }) => counts.map((count) => ({ ...station, ...count }))),
      [
        column('Trạm', 'Station', (row) => row.station, 12),
        column('Địa bàn', 'Units', (row) => row.units.join(', '), 30),
        column('Phụ trách', 'Keeper', (row) => row.keeperName, 28),
        column('Giờ báo', 'Report by', (row) => timeCell(row.reportBy), 18),
        column('Đã báo lúc', 'Reported at', (row) => timeCell(row.reportedAt), 18),
        column('Tình trạng', 'Standing', (row) => row.silenceLabel, 18),
        column('Loại', 'Kind', (row) => KINDS[row.kind], 18),
        column('Phát lệnh', 'Ordered', (row) => row.ordered),
        column('Đúng giờ', 'On time', (row) => row.presentOnTime),
        column('Muộn', 'Late', (row) => row.presentLate),
        column('Vắng có lý do', 'Excused', (row) => row.absentExcused),
        column('Vắng không lý do', 'Unexcused', (row) => row.absentUnexcused),
        column('Chưa báo', 'Not reported', (row) => row.notYetReported),
        column('Tỷ lệ', 'Attendance', (row) => row.attendance.text, 20),
      ],
    ),
  ],
};

type Orders = z.output<typeof contract.DrillOrders>;
const ROLES = {
  establishment: words('Biên chế', 'Establishment'),
  spare: words('Dự phòng', 'Spare'),
  walkIn: words('Tự đến', 'Walk-in'),
} as const;

export const ORDERS: Tables<Orders> = {
  name: 'lenh-goi',
  tables: [
    table('orders', words('Lệnh gọi', 'Orders'), ({ orders }: Orders) => orders, [
      column('Số lệnh', 'Order', (row) => row.order, 16),
      column('Địa bàn', 'Unit', (row) => row.unit, 22),
      column('Loại', 'Kind', (row) => KINDS[row.kind], 18),
      column('Nhóm', 'Group', (row) => row.group, 12),
      column('Trạm', 'Station', (row) => row.station, 12),
      column('Vai trò', 'Role', (row) => ROLES[row.role], 14),
      column('Trạng thái', 'State', (row) => row.stateLabel, 20),
      column('Giờ có mặt', 'Checked in at', (row) => timeCell(row.checkIn?.at), 18),
      column('Muộn', 'Late', (row) => row.checkIn?.late),
      column('Cho về lúc', 'Released at', (row) => timeCell(row.releasedAt), 18),
      column('Thay cho', 'Stands for', (row) => row.standsFor, 16),
    ]),
  ],
  first: { limit: 500 },
  next: ({ nextAfter }) => (nextAfter === null ? null : { after: nextAfter }),
};
