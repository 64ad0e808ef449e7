/** How reminders, ladders and the calendar say no. */
import { type Entry, entry } from './entry.ts';

export const REMINDER_REJECTIONS = {
  'acknowledge-overdue': entry(
    'rule',
    [
      'Việc {task} đã quá hạn {due}, không thể dừng nhắc.',
      'Nộp minh chứng, hoặc xin Ban Chỉ đạo gia hạn bằng RequestExtension.',
    ],
    [
      'Task {task} was due on {due}: its reminders can no longer be stopped.',
      'Submit it, or ask the steering board for more time with RequestExtension.',
    ],
  ),
  'acknowledge-until': entry(
    'invalid',
    [
      'Chỉ dừng nhắc việc {task} được từ hôm nay ({today}) đến hạn ({due}); {until} nằm ngoài.',
      'Chọn một ngày trong khoảng đó.',
    ],
    [
      'Reminders of task {task} can be stopped from today ({today}) to its deadline ({due}); {until} is outside.',
      'Choose a day between them.',
    ],
  ),
  'urge-own': entry(
    'rule',
    [
      'Việc {task} đang ở chính {body}, không tự đôn đốc mình.',
      'Người được giao trong đơn vị làm tiếp, hoặc Ban Chỉ đạo đôn đốc.',
    ],
    [
      'Task {task} lies with {body} itself, which does not urge itself.',
      'Whoever holds it in that body goes on, or the steering board urges.',
    ],
  ),
  'urged-today': entry(
    'rule',
    [
      'Việc {task} đã được {body} đôn đốc trong ngày {today}.',
      'Mỗi việc đôn đốc một lần mỗi ngày: chờ đến ngày mai, hoặc gọi điện cho đơn vị.',
    ],
    [
      'Task {task} was urged by {body} on {today} already.',
      'A task is urged once a day: wait until tomorrow, or call the body.',
    ],
  ),
  'ladder-fault': entry(
    'invalid',
    ['Lịch nhắc việc chưa dùng được: {fault} ({where}).', 'Sửa các bậc nhắc hoặc khoảng ngày nghỉ nhắc rồi gửi lại.'],
    ['These reminders cannot be used: {fault} ({where}).', 'Correct the rungs or the quiet days and send again.'],
  ),
  'calendar-keeper': entry(
    'forbidden',
    [
      '{body} không được nhập bảng ngày làm việc.',
      'Cơ quan thường trực, Đảng ủy Quân sự hoặc Ủy ban nhân dân của địa phương nhập.',
    ],
    [
      '{body} may not enter a working-day table.',
      "The standing agency, the military party committee or the People's Committee of a locality enters it.",
    ],
  ),
  'calendar-unchanged': entry(
    'rule',
    [
      'Bảng ngày làm việc năm {year} không khác bảng đang có hiệu lực.',
      'Chỉ nhập lại khi có ngày, nguồn hoặc mức chắc chắn thay đổi.',
    ],
    [
      'The table of {year} is the one in force already.',
      'Enter it again only when a day, its source or how sure it is has changed.',
    ],
  ),
} as const satisfies Record<string, Entry>;

/** What a ladder lacks, by the code of the fault. */
export const LADDER_FAULTS = {
  'rung-twice': { vi: 'hai bậc nhắc trùng mã', en: 'two rungs have the same id' },
  'rung-reserved': {
    vi: 'mã bậc nhắc đã dành cho đề nghị gia hạn hoặc đôn đốc',
    en: 'the id is kept for undecided requests or for urging by hand',
  },
  'no-owner-before': { vi: 'không có bậc nhắc chủ trì trước hạn', en: 'no rung reminds the owner before the deadline' },
  'quiet-backwards': { vi: 'khoảng ngày nghỉ nhắc kết thúc trước khi bắt đầu', en: 'quiet days end before they begin' },
} as const;
