/** Reminders, escalations, acknowledgements, ladders and the calendar in words. */
import type { CalendarEvent } from '../calendar/stream.ts';
import type { Fact } from '../decider.ts';
import type { AcknowledgeEvent } from '../exercise/acknowledge.ts';
import type { ClockEvent } from '../exercise/clock.ts';
import type { LadderEvent } from '../exercise/set-ladder.ts';
import type { TaskUrged } from '../exercise/urge.ts';
import { UNDECIDED } from '../ladder/index.ts';
import { formatDate, type Language, many } from './format.ts';
import type { Names } from './names.ts';

export type ReminderFact = Fact<ClockEvent | TaskUrged | AcknowledgeEvent | LadderEvent | CalendarEvent>;

/** `còn 3 ngày làm việc`, `đến hạn hôm nay`, `quá hạn 2 ngày làm việc`. */
export const distance = (daysLeft: number, language: Language): string => {
  if (daysLeft === 0) return language === 'vi' ? 'đến hạn hôm nay' : 'due today';
  if (language === 'vi') return `${daysLeft > 0 ? 'còn' : 'quá hạn'} ${Math.abs(daysLeft)} ngày làm việc`;
  return `${many(Math.abs(daysLeft), 'working day')} ${daysLeft > 0 ? 'left' : 'late'}`;
};

const waiting = (codes: readonly string[]): readonly [string, string] =>
  codes.length === 0 ? ['', ''] : [` (còn chờ ${codes.join(', ')})`, ` (waits on ${codes.join(', ')})`];

const told = (fact: Fact<ClockEvent>, names: Names, language: Language): readonly [string, string] => {
  const [task, due] = [names.task(fact.task), formatDate(fact.deadline)];
  const to = fact.post === 'head' ? names.head(fact.to) : names.body(fact.to);
  const left = distance(fact.daysLeft, language);
  const [waitVi, waitEn] = waiting(fact.waitsOn);
  const [dueVi, dueEn] = fact.daysLeft === 0 ? ['', ''] : [`, hạn ${due}`, `, due ${due}`];
  if (fact.rung === UNDECIDED)
    return [
      `Trình ${to}: đề nghị gia hạn ${task} chưa được quyết định – ${left}, hạn ${due}`,
      `Put before ${to}: the request for more time for ${task} is undecided – ${left}, due ${due}`,
    ];
  if (fact.type === 'TaskReminded')
    return [`Nhắc ${to}: ${task} – ${left}${dueVi}${waitVi}`, `Reminder to ${to}: ${task} – ${left}${dueEn}${waitEn}`];
  const up = fact.audience === 'board' || fact.audience === 'superior';
  return [
    `${up ? 'Trình' : 'Báo cáo lên'} ${to}: ${task} – ${left}${waitVi}`,
    `${up ? 'Put before' : 'Reported to'} ${to}: ${task} – ${left}${waitEn}`,
  ];
};

const urged = (fact: Fact<TaskUrged>, names: Names, language: Language): readonly [string, string] => {
  const [task, by, to] = [names.task(fact.task), names.body(fact.by.body), names.body(fact.to)];
  const left = distance(fact.daysLeft, language);
  const due = fact.daysLeft === 0 ? '' : `, ${language === 'vi' ? 'hạn' : 'due'} ${formatDate(fact.deadline)}`;
  const [waitVi, waitEn] = waiting(fact.waitsOn);
  const note = fact.note === null ? '' : `: ${fact.note}`;
  return [
    `${by} đôn đốc ${to}: ${task} – ${left}${due}${waitVi}${note}`,
    `${by} urges ${to}: ${task} – ${left}${due}${waitEn}${note}`,
  ];
};

export const reminderSentence = (fact: ReminderFact, names: Names, language: Language): readonly [string, string] => {
  const by = names.body(fact.by.body);
  switch (fact.type) {
    case 'TaskReminded':
    case 'TaskEscalated':
      return told(fact, names, language);
    case 'TaskUrged':
      return urged(fact, names, language);
    case 'ReminderAcknowledged': {
      const [task, until] = [names.task(fact.task), formatDate(fact.until)];
      return [
        `${by} đã nắm việc ${task}; không nhắc đến hết ${until}`,
        `${by} acknowledges ${task}; no reminders until ${until}`,
      ];
    }
    case 'LadderSet': {
      const n = fact.ladder.rungs.length;
      return [
        `${by} đặt lại lịch nhắc việc (${n} bậc): ${fact.reason}`,
        `${by} sets the reminders (${many(n, 'rung')}): ${fact.reason}`,
      ];
    }
    case 'YearEntered': {
      const { year } = fact.table;
      const paper = fact.paper ? ` (${fact.paper.number})` : '';
      const n = fact.files.length;
      return [
        `${by} ${fact.previous ? 'thay' : 'nhập'} bảng ngày làm việc năm ${year}${paper}, tính lại ${n} diễn tập: ${fact.reason}`,
        `${by} ${fact.previous ? 'replaces' : 'enters'} the working-day table of ${year}${paper}, ${many(n, 'exercise')} recounted: ${fact.reason}`,
      ];
    }
    default:
      return fact satisfies never;
  }
};
