import { words } from '../../words/language.tsx';

export const said = words({
  title: ['Lịch trên máy của tôi', 'Calendar on my machine'],
  what: [
    'Thời hạn, ngày diễn tập hiện trong Thunderbird, Outlook, Google Calendar. Lịch chỉ để xem, tự cập nhật khi dời ngày, nhắc lúc 8 giờ sáng trước hạn 3 ngày và 1 ngày.',
    'Deadlines and exercise days in Thunderbird, Outlook or Google Calendar. Read only; moved dates follow by themselves; alarms at 08:00 three days and one day before.',
  ],
  whose: ['Lịch của', 'Calendar of'],
  all: ['Mọi chức trách của tôi', 'All my duties'],
  make: ['Tạo địa chỉ', 'Make an address'],
  made: ['Đã tạo địa chỉ lịch.', 'The address was made.'],
  madeTitle: ['Địa chỉ chỉ hiện một lần', 'Shown only once'],
  address: ['Địa chỉ lịch', 'Address of the calendar'],
  addressWhat: [
    'Ai biết địa chỉ này đọc được lịch: không gửi cho người khác.',
    'Whoever knows it reads this calendar: give it to nobody.',
  ],
  copy: ['Chép', 'Copy'],
  copied: ['Đã chép', 'Copied'],
  how: [
    'Thunderbird: Tệp → Mới → Lịch → Trên mạng. Outlook: Thêm lịch → Từ Internet. Google Calendar: Lịch khác (+) → Từ URL.',
    'Thunderbird: File → New → Calendar → On the network. Outlook: Add calendar → From Internet. Google Calendar: Other calendars (+) → From URL.',
  ],
  since: ['Tạo lúc', 'Made'],
  lastRead: ['Đọc lần cuối', 'Last read'],
  neverRead: ['chưa đọc', 'never'],
  revoke: ['Thu hồi', 'Take back'],
  revokeOf: [
    (whose: string, at: string) => `Thu hồi địa chỉ lịch của ${whose}, tạo lúc ${at}`,
    (whose: string, at: string) => `Take back the address for ${whose}, made ${at}`,
  ],
  revoked: ['Đã thu hồi: địa chỉ đó không đọc được nữa.', 'Taken back: it reads nothing any more.'],
  none: ['Chưa có địa chỉ lịch nào.', 'No calendar address yet.'],
  noDuty: [
    'Đồng chí chưa được giao chức trách nào hôm nay nên chưa có lịch việc.',
    'You hold no duty today, so there is no calendar of tasks.',
  ],
});
