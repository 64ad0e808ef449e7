import { words } from '../../words/language.tsx';

export const said = words({
  title: ['Hộp thư', 'Inbox'],
  todo: ['Cần tôi làm', 'For me to do'],
  know: ['Để biết', 'To know'],
  done: ['Đã xử lý', 'Done with'],
  silent: ['Chưa trả lời', 'No answer'],
  sections: ['Phần của hộp thư', 'Parts of the inbox'],
  noTodo: ['Không còn việc nào chờ đồng chí.', 'Nothing waits for you.'],
  noKnow: ['Không có tin mới để biết.', 'There is nothing new to know.'],
  noDone: ['Chưa có tin nào đã xử lý trong 120 ngày qua.', 'Nothing was dealt with in the last 120 days.'],
  noSilent: ['Mọi đơn vị được báo đều đã làm hoặc đã trả lời.', 'Every body that was told has acted or answered.'],
  times: [(n: number) => `gộp ${n} tin trong ngày`, (n: number) => `${n} notices of the day`],
  fresh: ['Mới', 'New'],
  urgent: ['Theo bậc thang nhắc', 'By the ladder'],
  acknowledge: ['Đã biết', 'We know'],
  acknowledged: ['Đã ghi: đơn vị đã biết.', 'Recorded: the body knows.'],
  acknowledgedUntil: [
    (day: string) => `Đã ghi: đơn vị đã biết; không nhắc nữa đến hết ngày ${day}.`,
    (day: string) => `Recorded: the body knows; no reminder until the end of ${day}.`,
  ],
  knownAt: [
    (who: string, at: string) => `${who} báo đã biết ${at}`,
    (who: string, at: string) => `${who} answered ${at}`,
  ],
  snooze: ['Để đến bậc nhắc sau', 'Until its next rung'],
  snoozed: ['Đã cất; tin trở lại ở bậc nhắc sau.', 'Put off; it comes back at its next rung.'],
  isSnoozed: ['cất đến bậc nhắc sau', 'put off until its next rung'],
  silentWhat: [
    'Đơn vị đang giữ việc, đã được nhắc mà chưa làm gì và cũng chưa báo đã biết.',
    'Bodies that hold a task, were reminded of it, and have neither acted nor said that they know.',
  ],
  task: ['Việc', 'Task'],
  body: ['Đơn vị', 'Body'],
  deadline: ['Hạn', 'Due'],
  told: ['Đã báo', 'Told'],
  toldTimes: [
    (n: number, at: string) => `${n} lần, gần nhất ${at}`,
    (n: number, at: string) => `${n} times, last ${at}`,
  ],
  read: ['Đã xem', 'Seen'],
  notRead: ['chưa xem', 'not seen'],
});
