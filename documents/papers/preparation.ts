/** The preparation calendar and the list of who does what: the checklist as an office reads it. */
import { formatOffset } from '../../domain/calendar/index.ts';
import { isReferenceOnly, type Task } from '../../domain/exercise/index.ts';
import { formatWeekday } from '../../domain/labels/format.ts';
import type { Block, PaperDocument } from '../model/paper.ts';
import { citing, issuerOf, paperOf } from './frame.ts';
import { officeName } from './offices.ts';
import type { Issued, Sources } from './sources.ts';
import { centred, column, count, date, days, numbered, ORDER, table, text } from './text.ts';

const inOrder = (sources: Sources): Task[] =>
  Object.values(sources.exercise.tasks).sort((a, b) =>
    a.due === b.due ? a.code.localeCompare(b.code, 'en', { numeric: true }) : a.due < b.due ? -1 : 1,
  );

const wanted = (sources: Sources, task: Task): string =>
  isReferenceOnly(sources.exercise, task) ? 'Chỉ ghi số, ngày, nơi giữ' : (task.wanted?.labelVi ?? '–');

/** All tasks by deadline. */
export const preparationTable = (sources: Sources): Block =>
  table(
    [
      ORDER,
      column('Thời hạn', 17, 'centre'),
      column('Mốc', 9, 'centre'),
      column('Việc', 38),
      column('Chủ trì', 24),
      column('Kết quả phải có', 22),
    ],
    numbered(
      inOrder(sources).map((task) => [
        `${formatWeekday(task.due, 'vi')} ${date(task.due)}`,
        formatOffset(task.offset),
        `${task.code}. ${task.titleVi}`,
        officeName(sources, task.owner),
        wanted(sources, task),
      ]),
    ),
    { empty: 'Chưa lập danh mục việc' },
  );

export const calendar = (sources: Sources, issued: Issued | null): PaperDocument => {
  const { exercise } = sources;
  const tasks = Object.values(exercise.tasks);
  return paperOf(sources, 'calendar', issued, {
    type: 'Thông báo',
    subject: 'Lịch công tác chuẩn bị diễn tập',
    bases: citing(sources, ['organising', 'plan']),
    body: [
      text(
        `${officeName(sources, issuerOf(sources, 'calendar').body)} thông báo lịch công tác chuẩn bị “${exercise.theme}”, thực hành ${days(exercise.startDate, exercise.endDate)}, gồm ${count(tasks.length)} việc trong phụ lục kèm theo.`,
      ),
      text(
        'Thời hạn tính theo ngày làm việc; ký hiệu T là ngày khai mạc, E là ngày kết thúc diễn tập. Các cơ quan, đơn vị chủ động triển khai và nộp kết quả trước thời hạn.',
      ),
    ],
    recipients: ['Ban Chỉ đạo diễn tập (để báo cáo)', 'Các cơ quan, đơn vị trong phụ lục', 'Lưu: VT, hồ sơ diễn tập'],
    appendices: [
      {
        title: 'PHỤ LỤC',
        subject: 'Lịch công tác chuẩn bị diễn tập',
        landscape: true,
        body: [preparationTable(sources)],
      },
    ],
  });
};

/** One table per body, bodies in the order of their names. */
const byOwner = (sources: Sources): Block[] => {
  const owners = new Map<string, Task[]>();
  for (const task of inOrder(sources)) {
    const name = officeName(sources, task.owner);
    owners.set(name, [...(owners.get(name) ?? []), task]);
  }
  return [...owners]
    .sort(([a], [b]) => a.localeCompare(b, 'vi'))
    .flatMap(([name, tasks]): Block[] => [
      centred(`${name} (${count(tasks.length)} việc)`),
      table(
        [ORDER, column('Việc', 46), column('Thời hạn', 16, 'centre'), column('Kết quả phải có', 32)],
        numbered(tasks.map((task) => [`${task.code}. ${task.titleVi}`, date(task.due), wanted(sources, task)])),
      ),
    ]);
};

export const assignments = (sources: Sources, issued: Issued | null): PaperDocument => {
  const { exercise } = sources;
  return paperOf(sources, 'assignments', issued, {
    type: 'Thông báo',
    subject: 'Phân công nhiệm vụ chuẩn bị và thực hành diễn tập',
    bases: citing(sources, ['steering', 'organising', 'plan']),
    body: [
      text(
        `${officeName(sources, issuerOf(sources, 'assignments').body)} phân công nhiệm vụ chuẩn bị và thực hành “${exercise.theme}” (${days(exercise.startDate, exercise.endDate)}) cho các cơ quan, đơn vị theo phụ lục kèm theo.`,
      ),
      text(
        'Cơ quan, đơn vị chủ trì cử người thực hiện, chuẩn bị minh chứng theo cột “Kết quả phải có” và báo cáo cơ quan thường trực khi hoàn thành hoặc khi có vướng mắc.',
      ),
    ],
    recipients: ['Các cơ quan, đơn vị trong phụ lục', 'Cơ quan thường trực', 'Lưu: VT, hồ sơ diễn tập'],
    appendices: [
      {
        title: 'PHỤ LỤC',
        subject: 'Phân công nhiệm vụ theo cơ quan, đơn vị',
        landscape: false,
        body: byOwner(sources),
      },
    ],
  });
};
