import { words } from '../../../words/language.tsx';

export const said = words({
  title: ['Luyện tập, tổng duyệt', 'Rehearsals'],
  none: ['Chưa ghi buổi nào.', 'None is recorded.'],
  step: ['Hình thức', 'Kind'],
  date: ['Ngày', 'Day'],
  attended: ['Có mặt', 'Attended'],
  expected: ['Phải có mặt', 'Expected'],
  issues: ['Vướng mắc', 'Issues'],
  hold: ['Ghi một buổi', 'Record one'],
  holdThis: [(id: string) => `Ghi buổi ${id}`, (id: string) => `Record ${id}`],
  held: ['Đã ghi buổi luyện tập.', 'The rehearsal is recorded.'],
  tooMany: ['Số có mặt không thể nhiều hơn số phải có mặt.', 'Not more can have attended than were expected.'],
  raise: ['Nêu vướng mắc', 'Raise an issue'],
  raiseThis: [(id: string) => `Nêu vướng mắc ${id}`, (id: string) => `Raise issue ${id}`],
  raised: ['Đã nêu vướng mắc.', 'The issue is raised.'],
  shownBy: ['Thấy ở buổi', 'Shown by'],
  what: ['Vướng mắc gì', 'What it is'],
  owner: ['Cơ quan khắc phục', 'Body that settles it'],
  due: ['Khắc phục trước hết ngày', 'To be settled by'],
  keepsShut: [
    'Vướng mắc chưa được xác nhận thì cổng của buổi ấy chưa qua được.',
    'Until it is confirmed it keeps the gate of its rehearsal shut.',
  ],
});
