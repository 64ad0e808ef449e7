/** Tables of exercises: the list, a checklist, the plan, clashes, papers, readiness, reminders. */
import type { z } from 'zod';
import type * as contract from '../../contract/index.ts';
import { words } from '../../words.ts';
import { column, dayCell, type Tables, table, timeCell } from '../table.ts';

type List = z.output<typeof contract.ExerciseList>;
type Summary = List['exercises'][number] & { readonly unitName: contract.Words };

const named = ({ exercises, units }: List): Summary[] => {
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return exercises.map((each) => ({ ...each, unitName: names.get(each.orgUnit) ?? words(each.orgUnit, each.orgUnit) }));
};

export const EXERCISES: Tables<List> = {
  name: 'dien-tap',
  tables: [
    table('exercises', words('Diễn tập', 'Exercises'), named, [
      column('Mã', 'Id', (row) => row.id, 22),
      column('Tên', 'Theme', (row) => row.theme, 48),
      column('Loại', 'Type', (row) => row.typeLabel, 24),
      column('Địa bàn', 'Unit', (row) => row.unitName, 24),
      column('Ngày T', 'First day', (row) => dayCell(row.startDate), 12),
      column('Ngày kết thúc', 'Last day', (row) => dayCell(row.endDate), 14),
      column('Giai đoạn', 'Phase', (row) => row.phaseLabel, 18),
      column('Cổng kế tiếp', 'Next gate', (row) => row.nextGate?.name, 30),
      column('Nhận định', 'Verdict', (row) => row.verdictLabel, 16),
    ]),
  ],
};

type Checklist = z.output<typeof contract.Checklist>;
export const CHECKLIST: Tables<Checklist> = {
  name: 'viec',
  tables: [
    table('tasks', words('Việc', 'Checklist'), ({ tasks }: Checklist) => tasks, [
      column('Mã', 'Code', (row) => row.code, 8),
      column('Việc', 'Task', (row) => row.title, 48),
      column('Cổng', 'Gate', (row) => row.gate, 8),
      column('Chủ trì', 'Owner', (row) => row.ownerName, 26),
      column('Đang ở', 'Held by', (row) => row.holderName, 26),
      column('Sau việc', 'After', (row) => row.after.join(', '), 14),
      column('Mốc', 'Offset', (row) => row.offset, 8),
      column('Hạn', 'Due', (row) => dayCell(row.due), 12),
      column('Hạn đầu', 'First due', (row) => dayCell(row.firstDue), 12),
      column('Trạng thái', 'State', (row) => row.statusLabel, 22),
      column('Nhận xét hạn', 'Mark', (row) => row.markText, 26),
      column('Minh chứng: số', 'Proof: number', (row) => row.evidenceGiven?.number, 20),
      column('Minh chứng: ngày', 'Proof: date', (row) => dayCell(row.evidenceGiven?.date), 16),
      column('Xác minh lúc', 'Verified at', (row) => timeCell(row.verifiedAt), 18),
    ]),
    table('dropped', words('Việc không làm', 'Dropped tasks'), ({ dropped }: Checklist) => dropped, [
      column('Mã', 'Code', (row) => row.task, 8),
      column('Việc', 'Task', (row) => row.title, 48),
      column('Lý do', 'Reason', (row) => row.reason, 48),
      column('Lúc', 'At', (row) => timeCell(row.at), 18),
    ]),
  ],
};

type Plan = z.output<typeof contract.Plan>;
export const PLAN: Tables<Plan> = {
  name: 'tien-do',
  tables: [
    table('plan', words('Tiến độ', 'Plan'), ({ tasks }: Plan) => tasks, [
      column('Mã', 'Code', (row) => row.code, 8),
      column('Việc', 'Task', (row) => row.title, 48),
      column('Cổng', 'Gate', (row) => row.gate, 8),
      column('Chủ trì', 'Owner', (row) => row.owner, 22),
      column('Bắt đầu', 'Start', (row) => dayCell(row.start), 12),
      column('Hạn', 'Due', (row) => dayCell(row.due), 12),
      column('Ngày làm việc', 'Working days', (row) => row.duration),
      column('Xong sớm nhất', 'Earliest', (row) => dayCell(row.earliest), 14),
      column('Xong muộn nhất', 'Latest', (row) => dayCell(row.latest), 15),
      column('Dự trữ', 'Slack', (row) => row.slack),
      column('Đường găng', 'Critical', (row) => row.critical),
    ]),
  ],
};

type Clashes = Pick<z.output<typeof contract.ClashList>, 'clashes'>;
export const CLASHES: Tables<Clashes> = {
  name: 'va-cham',
  tables: [
    table('clashes', words('Va chạm', 'Clashes'), ({ clashes }: Clashes) => clashes, [
      column('Loại', 'Kind', (row) => row.label, 24),
      column('Mức', 'Severity', (row) => row.severityLabel, 14),
      column('Diễn tập', 'Exercises', (row) => row.exercises.join(', '), 30),
      column('Từ', 'From', (row) => dayCell(row.from), 12),
      column('Đến', 'Until', (row) => dayCell(row.until), 12),
      column('Nội dung', 'What', (row) => row.text, 60),
      column('Đã chấp nhận', 'Accepted', (row) => row.accepted.length > 0),
    ]),
  ],
};

type Papers = z.output<typeof contract.Papers>;
export const PAPERS: Tables<Papers> = {
  name: 'van-ban',
  tables: [
    table('papers', words('Văn bản', 'Papers'), ({ papers }: Papers) => papers, [
      column('Văn bản', 'Paper', (row) => row.name, 44),
      column('Số', 'Number', (row) => row.paper.number, 20),
      column('Ngày', 'Date', (row) => dayCell(row.paper.date), 12),
      column('Nơi ban hành', 'Issuer', (row) => row.paper.issuer, 34),
      column('Thể thức', 'Form', (row) => row.formName, 24),
      column('Trạng thái', 'State', (row) => row.stateLabel, 18),
      column('Việc', 'Task', (row) => row.task, 8),
    ]),
    table('missing', words('Văn bản còn thiếu', 'Missing papers'), ({ missing }: Papers) => missing, [
      column('Văn bản', 'Paper', (row) => row.name, 44),
      column('Cổng', 'Gate', (row) => row.gate, 8),
    ]),
  ],
};

type Register = z.output<typeof contract.PaperRegister>;
export const REGISTER: Tables<Register> = {
  name: 'so-van-ban',
  tables: [
    table('papers', words('Sổ văn bản', 'Register of papers'), ({ papers }: Register) => papers, [
      column('Số', 'Number', (row) => row.number, 20),
      column('Ngày', 'Date', (row) => dayCell(row.date), 12),
      column('Nơi ban hành', 'Issuer', (row) => row.issuer, 34),
      column('Trích yếu', 'Subject', (row) => row.subject, 50),
      column('Diễn tập', 'Exercise', (row) => row.exerciseName, 40),
      column('Địa bàn', 'Unit', (row) => row.orgUnit, 18),
      column('Việc', 'Task', (row) => row.task, 8),
      column('Trạng thái', 'State', (row) => row.stateLabel, 18),
      column('Ghi lúc', 'Entered at', (row) => timeCell(row.enteredAt), 18),
    ]),
  ],
};

type Readiness = z.output<typeof contract.ReadinessBoard>;
export const READINESS: Tables<Readiness> = {
  name: 'san-sang',
  tables: [
    table('readiness', words('Sẵn sàng', 'Readiness'), ({ exercises }: Readiness) => exercises, [
      column('Mã', 'Id', (row) => row.id, 22),
      column('Diễn tập', 'Exercise', (row) => row.theme, 44),
      column('Địa bàn', 'Unit', (row) => row.orgUnit, 18),
      column('Ngày T', 'First day', (row) => dayCell(row.startDate), 12),
      column('Giai đoạn', 'Phase', (row) => row.phaseLabel, 18),
      column('Nhận định', 'Verdict', (row) => row.readiness.label, 16),
      column('Việc xác minh', 'Verified', (row) => row.readiness.ratio?.verified),
      column('Việc đến hạn', 'Due', (row) => row.readiness.ratio?.due),
      column('Lý do nặng nhất', 'Gravest reason', (row) => row.readiness.reasons[0]?.text, 70),
    ]),
  ],
};

type Cells = z.output<typeof contract.ReadinessCellBoard>;
export const CELLS: Tables<Cells> = {
  name: 'bang-san-sang',
  tables: [
    table('cells', words('Bảng sẵn sàng', 'Readiness board'), ({ rows }: Cells) => rows, [
      column('Mã', 'Id', (row) => row.id, 22),
      column('Địa bàn', 'Unit', (row) => row.unitName, 24),
      column('Diễn tập', 'Exercise', (row) => row.theme, 44),
      column('Ngày T', 'First day', (row) => dayCell(row.startDate), 12),
      column('Giai đoạn', 'Phase', (row) => row.phaseLabel, 18),
      column(
        'Vướng',
        'Red gates',
        (row) =>
          row.cells
            .filter(({ state }) => state === 'red')
            .map(({ gate }) => gate)
            .join(', '),
        14,
      ),
      column(
        'Chậm',
        'Late gates',
        (row) =>
          row.cells
            .filter(({ state }) => state === 'amber')
            .map(({ gate }) => gate)
            .join(', '),
        14,
      ),
      column(
        'Đã qua',
        'Passed gates',
        (row) =>
          row.cells
            .filter(({ state }) => state === 'passed')
            .map(({ gate }) => gate)
            .join(', '),
        22,
      ),
      column('Việc xác minh', 'Verified', (row) => row.ratio?.verified),
      column('Việc đến hạn', 'Due', (row) => row.ratio?.due),
      column('Lý do nặng nhất', 'Gravest reason', (row) => row.reason, 70),
    ]),
  ],
};

type Log = Pick<z.output<typeof contract.ReminderLog>, 'reminders'>;
const REMINDER_COLUMNS = [
  column('Lúc', 'At', (row: Log['reminders'][number]) => timeCell(row.at), 18),
  column('Diễn tập', 'Exercise', (row: Log['reminders'][number]) => row.exercise, 22),
  column('Việc', 'Task', (row: Log['reminders'][number]) => row.task, 10),
  column('Tên việc', 'Title', (row: Log['reminders'][number]) => row.title ?? null, 44),
  column('Gửi đến', 'To', (row: Log['reminders'][number]) => row.toName, 30),
  column('Hạn', 'Deadline', (row: Log['reminders'][number]) => dayCell(row.deadline), 12),
  column('Còn ngày', 'Days left', (row: Log['reminders'][number]) => row.daysLeft),
  column('Đã xem lúc', 'Acknowledged', (row: Log['reminders'][number]) => timeCell(row.acknowledgedAt), 18),
  column('Nội dung', 'Text', (row: Log['reminders'][number]) => row.text, 70),
];
const reminders = table('reminders', words('Nhắc việc', 'Reminders'), (log: Log) => log.reminders, REMINDER_COLUMNS);

export const REMINDERS: Tables<Log> = { name: 'nhac-viec', tables: [reminders] };
export const REMINDER_LOG: Tables<z.output<typeof contract.ReminderLog>> = {
  name: 'nhac-viec',
  tables: [reminders],
  first: { limit: 500 },
  next: ({ nextAfter }) => (nextAfter === null ? null : { after: nextAfter }),
};

type BodyTasks = z.output<typeof contract.BodyTasks>;
export const BODY_TASKS: Tables<BodyTasks> = {
  name: 'viec-cua-don-vi',
  tables: [
    table('tasks', words('Việc', 'Tasks'), ({ tasks }: BodyTasks) => tasks, [
      column('Diễn tập', 'Exercise', (row) => row.exercise, 22),
      column('Mã', 'Code', (row) => row.code, 8),
      column('Việc', 'Task', (row) => row.title, 48),
      column('Đang ở', 'Held by', (row) => row.holderName, 26),
      column('Hạn', 'Due', (row) => dayCell(row.due), 12),
      column('Trạng thái', 'State', (row) => row.statusLabel, 22),
      column('Nhận xét hạn', 'Mark', (row) => row.markText, 26),
    ]),
  ],
};
