/** Tables of reviews, histories, the organisation, accounts and the audit trail. */
import type { z } from 'zod';
import type * as contract from '../../contract/index.ts';
import { words } from '../../words.ts';
import { column, dayCell, type Tables, table, timeCell } from '../table.ts';

type Review = z.output<typeof contract.ReviewShown>;
type Action = Review['actions'][number];

const ACTION_COLUMNS = [
  column('Mã', 'Id', (row: Action) => row.id, 8),
  column('Biện pháp', 'Action', (row: Action) => row.text, 50),
  column('Chủ trì', 'Owner', (row: Action) => row.ownerName, 28),
  column('Hạn', 'Due', (row: Action) => dayCell(row.due), 12),
  column('Hạn đầu', 'First due', (row: Action) => dayCell(row.firstDue), 12),
  column('Thước đo', 'Measure', (row: Action) => row.measure, 36),
  column('Trạng thái', 'State', (row: Action) => row.statusLabel, 22),
  column('Quá hạn', 'Overdue', (row: Action) => row.overdue),
];

const FINDING_KINDS = { strength: words('Ưu điểm', 'Strength'), limit: words('Hạn chế', 'Limit') } as const;

export const REVIEW: Tables<Review> = {
  name: 'rut-kinh-nghiem',
  tables: [
    table('scores', words('Chấm điểm', 'Scores'), ({ scores }: Review) => scores, [
      column('Mã', 'Code', (row) => row.domain, 14),
      column('Nội dung', 'Domain', (row) => row.name, 44),
      column('Tối đa', 'Most', (row) => row.largest),
      column('Điểm', 'Points', (row) => row.points),
      column('Chênh lệch', 'Gap', (row) => row.gap),
      column('Còn thiếu người chấm', 'Scorers missing', (row) => row.missing),
    ]),
    table('findings', words('Ưu điểm, hạn chế', 'Findings'), ({ findings }: Review) => findings, [
      column('Mã', 'Id', (row) => row.id, 8),
      column('Loại', 'Kind', (row) => FINDING_KINDS[row.kind], 12),
      column('Nội dung', 'Text', (row) => row.text, 60),
      column('Nguyên nhân', 'Cause', (row) => row.cause, 50),
      column('Biện pháp', 'Actions', (row) => row.actions.join(', '), 18),
    ]),
    table(
      'actions',
      words('Biện pháp khắc phục', 'Corrective actions'),
      ({ actions }: Review) => actions,
      ACTION_COLUMNS,
    ),
  ],
};

type Actions = z.output<typeof contract.ActionList>;
export const ACTIONS: Tables<Actions> = {
  name: 'bien-phap',
  tables: [
    table('actions', words('Biện pháp khắc phục', 'Corrective actions'), ({ actions }: Actions) => actions, [
      column('Rút kinh nghiệm', 'Review', (row) => row.review, 22),
      column('Địa bàn', 'Unit', (row) => row.unit, 18),
      ...ACTION_COLUMNS,
    ]),
  ],
};

type History = z.output<typeof contract.History>;
export const HISTORY: Tables<History> = {
  name: 'nhat-ky',
  tables: [
    table('events', words('Nhật ký', 'History'), ({ events }: History) => events, [
      column('Số', 'Version', (row) => row.version),
      column('Lúc', 'At', (row) => timeCell(row.at), 18),
      column('Việc đã xảy ra', 'What happened', (row) => row.sentence, 80),
      column('Cơ quan', 'Body', (row) => row.by.body, 20),
      column('Người', 'Person', (row) => row.by.person, 14),
      column('Sự kiện', 'Event', (row) => row.type, 24),
      column('Vị trí trong sổ', 'Position', (row) => row.position),
      column('Mã băm', 'Hash', (row) => row.hash, 66),
    ]),
  ],
  first: { limit: 500 },
  next: ({ nextAfter }) => (nextAfter === null ? null : { afterVersion: nextAfter }),
};

type Organisation = z.output<typeof contract.Organisation>;
export const ORGANISATION: Tables<Organisation> = {
  name: 'to-chuc',
  tables: [
    table('units', words('Địa bàn', 'Units'), ({ units }: Organisation) => units, [
      column('Mã', 'Id', (row) => row.id, 24),
      column('Tên', 'Name', (row) => row.name, 36),
      column('Cấp', 'Level', (row) => row.level.label, 20),
      column('Cấp trên', 'Unit above', (row) => row.parent, 24),
      column(
        'Cơ quan',
        'Bodies',
        (row) => row.bodies.map(({ body }) => body.slice(body.lastIndexOf('.') + 1)).join(', '),
        40,
      ),
    ]),
    table(
      'posts',
      words('Cơ quan, chức vụ', 'Bodies and posts'),
      ({ units }: Organisation) =>
        units.flatMap(({ bodies }) =>
          bodies.flatMap(({ body, name, posts }) => posts.map((post) => ({ ...post, body, name }))),
        ),
      [
        column('Mã cơ quan', 'Body', (row) => row.body, 26),
        column('Cơ quan', 'Name', (row) => row.name, 44),
        column('Chức vụ', 'Post', (row) => row.title, 30),
        column('Mã người giữ', 'Holder', (row) => row.holder?.person, 16),
        column('Từ ngày', 'From', (row) => dayCell(row.holder?.from), 12),
      ],
    ),
  ],
};

type Users = z.output<typeof contract.Users>;
export const USERS: Tables<Users> = {
  name: 'nguoi-dung',
  tables: [
    table('users', words('Người dùng', 'Users'), ({ users }: Users) => users, [
      column('Tên đăng nhập', 'User name', (row) => row.userName, 22),
      column('Họ và tên', 'Name', (row) => row.name, 28),
      column('Mã người', 'Person', (row) => row.person, 16),
      column(
        'Nhiệm vụ',
        'Duties',
        (row) => row.duties.map(({ body, post }) => (post === 'head' ? `${body} (head)` : body)).join(', '),
        40,
      ),
      column('Quản trị', 'Administrator', (row) => row.isAdmin),
      column('Đang mở', 'Open', (row) => row.isActive),
      column('Hai bước', 'Second factor', (row) => row.twoFactor),
      column('Tạo lúc', 'Made at', (row) => timeCell(row.createdAt), 18),
      column('Đăng nhập gần nhất', 'Last sign-in', (row) => timeCell(row.lastSignInAt), 20),
    ]),
  ],
  first: { page: 1, size: 200 },
  next: ({ users, total, page, size }) => (users.length > 0 && page * size < total ? { page: page + 1 } : null),
};

type Trail = z.output<typeof contract.AuditTrailShown>;
export const AUDIT: Tables<Trail> = {
  name: 'nhat-ky-he-thong',
  tables: [
    table('audit', words('Nhật ký hệ thống', 'Audit trail'), ({ entries }: Trail) => entries, [
      column('Số', 'Number', (row) => row.number),
      column('Lúc', 'At', (row) => timeCell(row.at), 18),
      column('Loại', 'Kind', (row) => row.kindLabel, 30),
      column('Mã', 'Code', (row) => row.code, 24),
      column('Người', 'Person', (row) => row.person, 16),
      column('Cơ quan', 'Body', (row) => row.body, 20),
      column('Địa chỉ mạng', 'Address', (row) => row.ip, 18),
      column('Đường dẫn', 'Route', (row) => row.route, 44),
      column('Đối tượng', 'Object', (row) => row.object, 36),
    ]),
  ],
  first: { limit: 200 },
  next: ({ nextBefore }) => (nextBefore === null ? null : { before: nextBefore }),
};
