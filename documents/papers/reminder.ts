/** A letter that urges one body: which of its tasks are late, and by how much, on the day of the version. */
import { daysLeft, openTasks, type Task } from '../../domain/exercise/index.ts';
import { standingAgency } from '../../domain/exercise/rights.ts';
import { withinTables } from '../../domain/ladder/index.ts';
import { BodyId } from '../../domain/people.ts';
import type { PaperDocument } from '../model/paper.ts';
import { paperOf } from './frame.ts';
import { officeName } from './offices.ts';
import type { Issued, Sources } from './sources.ts';
import { column, count, date, numbered, ORDER, table, text } from './text.ts';

const HANDED_IN: readonly Task['status'][] = ['submitted'];

/** Open work whose deadline has passed; what waits for its verifier is not the owner's delay. */
const lateTasks = ({ exercise, day }: Sources): Task[] =>
  openTasks(exercise)
    .filter(({ due, status }) => due < day && !HANDED_IN.includes(status))
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.code.localeCompare(b.code, 'en', { numeric: true })));

/** Bodies to whom a letter can be written, by name; the agency writes none to itself. */
export const urged = (sources: Sources): { readonly of: BodyId; readonly name: string }[] => {
  const own = standingAgency(sources.exercise);
  const owners = new Set(lateTasks(sources).map(({ owner }) => owner));
  return [...owners]
    .filter((of) => of !== own)
    .map((of) => ({ of, name: officeName(sources, of) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'));
};

const lateness = ({ calendar, day }: Sources, { due }: Task): string => {
  const left = withinTables(() => daysLeft(calendar, due, day));
  return left === null ? '–' : `${count(-left)} ngày làm việc`;
};

export const reminder = (sources: Sources, of: string, issued: Issued | null): PaperDocument => {
  const body = BodyId.parse(of);
  const tasks = lateTasks(sources).filter(({ owner }) => owner === body);
  const agency = officeName(sources, standingAgency(sources.exercise));
  return paperOf(sources, 'reminder', issued, {
    type: null,
    subject: 'đôn đốc hoàn thành việc chuẩn bị diễn tập',
    addressees: [officeName(sources, body)],
    body: [
      text(
        `Thực hiện kế hoạch “${sources.exercise.theme}”, tính đến ngày ${date(sources.day)}, ${count(tasks.length)} việc do quý cơ quan, đơn vị chủ trì đã quá thời hạn, cụ thể:`,
      ),
      table(
        [
          ORDER,
          column('Việc', 40),
          column('Thời hạn', 15, 'centre'),
          column('Quá hạn', 16, 'centre'),
          column('Kết quả phải có', 24),
        ],
        numbered(
          tasks.map((task) => [
            `${task.code}. ${task.titleVi}`,
            date(task.due),
            lateness(sources, task),
            task.wanted?.labelVi ?? '–',
          ]),
        ),
        { empty: 'Không có việc quá hạn' },
      ),
      text(
        `${agency} đề nghị quý cơ quan, đơn vị khẩn trương hoàn thành, nộp minh chứng trên hệ thống; trường hợp có vướng mắc, nêu rõ lý do và đề nghị gia hạn trước khi kết thúc ngày làm việc tiếp theo.`,
      ),
      text('Trân trọng./.'),
    ],
    recipients: ['Như trên', 'Ban Chỉ đạo diễn tập (để báo cáo)', 'Lưu: VT, hồ sơ diễn tập'],
  });
};
