/** A notice as people read it: one sentence, what to do, and why it comes to them. */
import { formatDate, type Language } from '../labels/format.ts';
import type { BodyId } from '../people.ts';
import type { Notice } from './notices.ts';

/** How things are called, all in the language asked for. */
export interface NoticeNames {
  body(id: BodyId): string;
  head(id: BodyId): string;
  /** `C17 Kế hoạch bảo đảm an ninh trật tự`; of what is a state secret its neutral label. */
  readonly subject: string;
  readonly exercise: string;
}

export interface NoticeText {
  /** Without its exercise; ends with a full stop. */
  readonly sentence: string;
  /** The one act. */
  readonly act: string;
  readonly why: string;
}

const days = (language: Language, n: number): string =>
  language === 'vi' ? `${n} ngày làm việc` : `${n} working day${n === 1 ? '' : 's'}`;

/** `còn 3 ngày làm việc`, `hôm nay`, `quá hạn 4 ngày làm việc`. */
export const distanceText = (language: Language, daysLeft: number | null, isPast: boolean): string => {
  const vi = language === 'vi';
  if (daysLeft === null) return vi ? 'chưa có bảng ngày làm việc' : 'no working-day table';
  if (isPast || daysLeft < 0) return vi ? `quá hạn ${days(language, -daysLeft)}` : `${days(language, -daysLeft)} late`;
  if (daysLeft === 0) return vi ? 'đến hạn hôm nay' : 'due today';
  return vi ? `còn ${days(language, daysLeft)}` : `${days(language, daysLeft)} left`;
};

const SUBJECTS = {
  task: ['Việc', 'Task'],
  action: ['Biện pháp khắc phục', 'Corrective action'],
  station: ['Trạm tập trung', 'Assembly station'],
  gate: ['Cổng', 'Gate'],
  issue: ['Tồn tại', 'Issue'],
  exercise: ['Kế hoạch diễn tập', 'Exercise plan'],
  desk: ['Việc trong ngày', 'The day’s work'],
} as const;

const pick = (language: Language, vi: string, en: string): string => (language === 'vi' ? vi : en);

const deadlineOf = ({ doc: { deadline } }: Notice, language: Language): string =>
  deadline === null ? '' : pick(language, `, hạn ${formatDate(deadline)}`, `, due ${formatDate(deadline)}`);

const sentenceOf = (notice: Notice, names: NoticeNames, language: Language): string => {
  const { kind, about, doc } = notice;
  const what = `${SUBJECTS[about][language === 'vi' ? 0 : 1]} ${names.subject}`.trim();
  const due = deadlineOf(notice, language);
  const from = doc.from === null ? '' : names.body(doc.from);
  const left = distanceText(language, doc.daysLeft, kind === 'escalation' || (doc.daysLeft ?? 0) < 0);
  const verify =
    doc.turn === 'verify' ? pick(language, ' đã nộp, chờ xác minh', ' was handed in and is to be verified') : '';
  switch (kind) {
    case 'reminder':
    case 'escalation':
      if (doc.rung === 'undecided')
        return pick(
          language,
          `${what}: đề nghị gia hạn chưa quyết định${due}.`,
          `${what}: a request for more time is undecided${due}.`,
        );
      return pick(language, `${what}${verify}${due}: ${left}.`, `${what}${verify}${due}: ${left}.`);
    case 'urging':
      return pick(
        language,
        `${from} đôn đốc: ${what}${verify}${due}: ${left}.`,
        `${from} urges: ${what}${verify}${due}: ${left}.`,
      );
    case 'assignment':
      if (about === 'exercise')
        return pick(
          language,
          `Kế hoạch diễn tập đã lập: đơn vị được giao ${doc.count} việc.`,
          `The exercise is planned: your body was given ${doc.count} task(s).`,
        );
      return pick(language, `Được giao: ${what}${due}.`, `Given to you: ${what}${due}.`);
    case 'return':
      return pick(language, `${what} bị trả lại${due}.`, `${what} was returned${due}.`);
    case 'gate':
      return doc.passed
        ? pick(language, `${what} đã được thông qua.`, `${what} has been passed.`)
        : pick(language, `${what} được mở lại.`, `${what} was opened again.`);
    case 'alarm':
      return pick(language, `${what} chưa báo quân số khi đã đến giờ.`, `${what} has not reported by its hour.`);
    case 'digest':
      return pick(language, 'Việc trong ngày của đơn vị.', 'What lies before your body today.');
    default:
      return kind satisfies never;
  }
};

const actOf = ({ kind, about, doc }: Notice, language: Language): string => {
  if (kind === 'gate' || kind === 'digest') return pick(language, 'Xem', 'View');
  if (kind === 'alarm') return pick(language, 'Mở điểm danh', 'Open the muster');
  if (kind === 'escalation' && doc.audience !== 'owner') return pick(language, 'Xem và chỉ đạo', 'View and direct');
  if (doc.turn === 'verify') return pick(language, 'Xác minh', 'Verify');
  if (about === 'exercise') return pick(language, 'Xem việc được giao', 'View the tasks');
  return kind === 'return'
    ? pick(language, 'Bổ sung và nộp lại', 'Complete and hand in again')
    : pick(language, 'Mở để xử lý', 'Open');
};

const rungWhy = ({ rung, daysLeft }: Notice['doc'], language: Language): string => {
  if (rung === null || daysLeft === null) return '';
  const n = days(language, Math.abs(daysLeft));
  if (daysLeft === 0) return pick(language, ', bậc nhắc đúng hạn', ', rung on the day');
  return daysLeft < 0
    ? pick(language, `, bậc nhắc sau hạn ${n}`, `, rung ${n} after the deadline`)
    : pick(language, `, bậc nhắc trước hạn ${n}`, `, rung ${n} before the deadline`);
};

const whyOf = (notice: Notice, names: NoticeNames, language: Language): string => {
  const { to, post, kind, doc } = notice;
  const who =
    post === 'head'
      ? pick(language, `đồng chí là ${names.head(to)}`, `you are ${names.head(to)}`)
      : pick(language, `đồng chí thuộc ${names.body(to)}`, `you belong to ${names.body(to)}`);
  const more =
    kind === 'assignment' || kind === 'return'
      ? pick(language, ', đơn vị chủ trì', ', which owns it')
      : kind === 'gate'
        ? pick(language, ', có việc ở cổng này hoặc giữ hồ sơ', ', which has work at this gate or keeps the file')
        : kind === 'digest'
          ? ''
          : rungWhy(doc, language);
  return pick(language, `Vì ${who}${more}.`, `Because ${who}${more}.`);
};

export const noticeText = (notice: Notice, names: NoticeNames, language: Language): NoticeText => ({
  sentence: sentenceOf(notice, names, language),
  act: actOf(notice, language),
  why: whyOf(notice, names, language),
});

/** Where the page shows what a notice speaks of; a path from the root. */
export const noticePath = (notice: Pick<Notice, 'about' | 'subject'>, exercise: string): string => {
  switch (notice.about) {
    case 'task':
      return `/viec/${exercise}/${notice.subject}`;
    case 'action':
      return `/dien-tap/${exercise}/rut-kinh-nghiem`;
    case 'station':
      return `/dien-tap/${exercise}/diem-danh`;
    case 'issue':
      return `/dien-tap/${exercise}/thuc-hanh`;
    case 'gate':
      return `/dien-tap/${exercise}`;
    case 'exercise':
      return `/dien-tap/${exercise}/viec`;
    case 'desk':
      return '/hop-thu';
    default:
      return notice.about satisfies never;
  }
};
