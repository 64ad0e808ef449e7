import { words } from '../../../words/language.tsx';

export const said = words({
  pass: ['Thông qua cổng', 'Pass gate'],
  passGate: [(gate: string) => `Thông qua cổng ${gate}`, (gate: string) => `Pass gate ${gate}`],
  passWhat: [
    'Ghi vào hồ sơ là cổng đã qua; các việc của cổng sau được mở tiếp.',
    'The file records that the gate is passed; the work of the next gate goes on.',
  ],
  secondWhat: [
    'Ý kiến của đồng chí là ý kiến thứ hai; sau đó cổng được thông qua.',
    'Yours is the second word; the gate is then passed.',
  ],
  passed: ['Đã thông qua cổng.', 'The gate is passed.'],
  withPaper: ['Có văn bản ghi nhận', 'A paper records it'],
  grant: ['Chấp thuận', 'Grant'],
  grantUntil: [(day: string) => `Chấp thuận đến ${day}`, (day: string) => `Grant until ${day}`],
  refuse: ['Không chấp thuận', 'Refuse'],
  both: [
    (due: string, until: string) => `Hạn hiện nay ${due}; xin đến ${until}.`,
    (due: string, until: string) => `Due ${due}; asked until ${until}.`,
  ],
  granted: ['Đã chấp thuận gia hạn.', 'More time was granted.'],
  refused: ['Đã từ chối gia hạn.', 'More time was refused.'],
  settle: ['Chốt điểm', 'Settle the points'],
  settleAt: [(points: string) => `Chốt ${points} điểm`, (points: string) => `Settle ${points} points`],
  points: [(of: string) => `Điểm chốt (tối đa ${of})`, (of: string) => `Points (at most ${of})`],
  given: [(points: string) => `Điểm chấm: ${points}`, (points: string) => `Given: ${points}`],
  settled: ['Đã chốt điểm.', 'The points are settled.'],
  answer: ['Trả lời thành phố', 'Answer the city'],
  follow: ['Theo thành phố', 'Follow the city'],
  keep: ['Giữ nguyên', 'Keep as it is'],
  choose: ['Trả lời', 'Answer'],
  startDate: ['Ngày T của mình (để trống: theo khoảng cách cũ)', 'Own D-day (empty: at the old distance)'],
  endDate: ['Ngày kết thúc', 'Last day'],
  answered: ['Đã trả lời thành phố.', 'The city has its answer.'],
  changed: [
    'Hồ sơ đã thay đổi sau khi đồng chí mở. Xem lại rồi gửi lại trên bản mới.',
    'The file has changed since you opened it. Look again, then send it on the new version.',
  ],
  sendAgain: ['Gửi lại trên bản mới', 'Send it on the new version'],
  writing: ['Đang ghi…', 'Being written…'],
  see: ['Xem', 'Open'],
});
