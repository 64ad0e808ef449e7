/** Every event in words (Vietnamese, English), for the history view and the rehearsal's timeline alike. */
import type { Fact } from '../decider.ts';
import type { DrillEvent } from '../drill/index.ts';
import type { ExerciseEvent } from '../exercise/index.ts';
import type { BodyId } from '../people.ts';
import type { ReviewEvent } from '../review/index.ts';
import { GATE_NAMES } from '../template/gates.ts';
import type { LocalDate } from '../time.ts';
import { formatDate, formatNumber, formatShare, type Language } from './format.ts';
import { BOARD_NAMES, FIGURES, KIND_NAMES, SCORE_DOMAIN_NAMES, type Word } from './words.ts';

export type ProductEvent = ExerciseEvent | DrillEvent | ReviewEvent;

/** How codes and ids are called where the sentence is read; all already in the language asked for. */
export interface Names {
  /** `Công an thành phố Tam Kỳ` */
  body(id: BodyId): string;
  /** Post of the head: `Trưởng Công an thành phố Tam Kỳ` */
  head(id: BodyId): string;
  /** `C17 Kế hoạch bảo đảm an ninh trật tự` */
  task(code: string): string;
  /** `phường Tân Thạnh` */
  unit(id: string): string;
  /** `DT-22` */
  exercise(id: string): string;
}

const STAGE_NAMES = [
  ['chuyển trạng thái sẵn sàng chiến đấu và quốc phòng', 'states of readiness and defence'],
  ['tổ chức chuẩn bị tác chiến phòng thủ', 'preparing the defence operation'],
  ['thực hành tác chiến phòng thủ', 'practising the defence operation'],
] as const;

export const GRADE_NAMES = {
  excellent: ['Giỏi', 'excellent'],
  good: ['Khá', 'good'],
  pass: ['Đạt', 'pass'],
  fail: ['Không đạt', 'fail'],
} as const;

const SUBJECT_NAMES: Readonly<Record<string, readonly [string, string]>> = {
  people: ['người', 'people'],
  weapons: ['vũ khí', 'weapons'],
  vehicles: ['phương tiện', 'vehicles'],
};

const CHANGE_NAMES = {
  rescheduled: ['dời ngày', 'moved'],
  postponed: ['hoãn', 'postponed'],
  resumed: ['tiếp tục', 'resumed'],
  cancelled: ['hủy', 'cancelled'],
} as const;

/** One sentence, without time and, except where it matters, without the actor's person. */
export const sentenceOf = (fact: Fact<ProductEvent>, names: Names, language: Language): string => {
  const [vi, en] = sentences(fact, names, language);
  return language === 'vi' ? vi : en;
};

const days = ({ startDate, endDate }: { startDate: LocalDate; endDate: LocalDate }): string =>
  startDate === endDate ? formatDate(startDate) : `${formatDate(startDate)}–${formatDate(endDate)}`;

/** `còn 3 ngày làm việc`, `đến hạn hôm nay`, `quá hạn 2 ngày làm việc`. */
export const distance = (daysLeft: number, language: Language): string => {
  const plural = Math.abs(daysLeft) === 1 ? '' : 's';
  if (daysLeft === 0) return language === 'vi' ? 'đến hạn hôm nay' : 'due today';
  if (language === 'vi') return `${daysLeft > 0 ? 'còn' : 'quá hạn'} ${Math.abs(daysLeft)} ngày làm việc`;
  return `${Math.abs(daysLeft)} working day${plural} ${daysLeft > 0 ? 'left' : 'late'}`;
};

const sentences = (fact: Fact<ProductEvent>, names: Names, language: Language): readonly [string, string] => {
  const by = names.body(fact.by.body);
  const inText = (word: Word): string => lower(word[language]);
  const n = (value: number): string => formatNumber(value, language);
  switch (fact.type) {
    case 'ExerciseDrafted': {
      const code = fact.codeName ? ` (${fact.codeName})` : '';
      return [`${by} mở hồ sơ “${fact.theme}”${code}`, `${by} opens the file "${fact.theme}"${code}`];
    }
    case 'ExercisePlanned': {
      const [count, when] = [fact.tasks.length, days(fact)];
      return [
        `Lập kế hoạch: diễn tập ${when}, ${count} việc, ${fact.gates.length} cổng`,
        `Planned: exercise ${when}, ${count} tasks, ${fact.gates.length} gates`,
      ];
    }
    case 'CommuneAttached':
      return [`Gắn diễn tập ${names.exercise(fact.exercise)}`, `Exercise ${names.exercise(fact.exercise)} is attached`];
    case 'FindingReceived': {
      const { fromReview, action, text } = fact.finding;
      const from = `${names.exercise(fromReview)} ${action}`;
      return [`Nhận hạn chế cần khắc phục từ ${from}: ${text}`, `A limit to overcome comes from ${from}: ${text}`];
    }
    case 'ResolutionIssued': {
      const [number, date] = [fact.paper.number, formatDate(fact.paper.date)];
      return [
        `${fact.paper.issuer} ra nghị quyết lãnh đạo số ${number} ngày ${date}`,
        `${fact.paper.issuer} issues leadership resolution ${number} of ${date}`,
      ];
    }
    case 'BoardEstablished': {
      const { vi: nameVi, en: nameEn } = BOARD_NAMES[fact.board];
      const [number, date] = [fact.paper.number, formatDate(fact.paper.date)];
      return [
        `Thành lập ${nameVi} theo quyết định số ${number} ngày ${date}; đứng đầu: ${fact.headPost}`,
        `${nameEn} established by decision ${number} of ${date}; headed by: ${fact.headPost}`,
      ];
    }
    case 'FrameDecided': {
      const people = fact.seats.reduce((sum, seat) => sum + seat.count, 0);
      const [number, date] = [fact.paper.number, formatDate(fact.paper.date)];
      return [
        `Quyết định khung tập ${n(people)} vai, số ${number} ngày ${date}`,
        `The frame of ${n(people)} roles is decided, ${number} of ${date}`,
      ];
    }
    case 'TaskAssigned':
      return [
        `${by} giao ${names.body(fact.owner)}: ${names.task(fact.task)}`,
        `${by} assigns to ${names.body(fact.owner)}: ${names.task(fact.task)}`,
      ];
    case 'TaskStarted':
      return [`${by} nhận việc ${names.task(fact.task)}`, `${by} takes ${names.task(fact.task)}`];
    case 'TaskSubmitted': {
      const number = fact.evidence.number;
      return [
        `${by} nộp minh chứng ${names.task(fact.task)} (${number})`,
        `${by} submits proof of ${names.task(fact.task)} (${number})`,
      ];
    }
    case 'TaskVerified':
      return [`${by} xác minh ${names.task(fact.task)}`, `${by} verifies ${names.task(fact.task)}`];
    case 'TaskReturned':
      return [
        `${by} trả lại ${names.task(fact.task)}: ${fact.reason}`,
        `${by} returns ${names.task(fact.task)}: ${fact.reason}`,
      ];
    case 'TaskWaived':
      return [
        `${by} cho miễn ${names.task(fact.task)}: ${fact.reason}`,
        `${by} waives ${names.task(fact.task)}: ${fact.reason}`,
      ];
    case 'ExtensionRequested': {
      const [from, until] = [formatDate(fact.due), formatDate(fact.until)];
      return [
        `${by} xin gia hạn ${names.task(fact.task)} từ ${from} đến ${until}: ${fact.reason}`,
        `${by} asks for more time for ${names.task(fact.task)}, from ${from} to ${until}: ${fact.reason}`,
      ];
    }
    case 'ExtensionGranted': {
      const until = formatDate(fact.until);
      return [
        `Chấp thuận gia hạn ${names.task(fact.task)} đến ${until} (thêm ${fact.days} ngày làm việc)`,
        `More time is granted for ${names.task(fact.task)} until ${until} (${fact.days} working days)`,
      ];
    }
    case 'ExtensionRefused':
      return [
        `Không chấp thuận gia hạn ${names.task(fact.task)}: ${fact.reason}`,
        `More time is refused for ${names.task(fact.task)}: ${fact.reason}`,
      ];
    case 'GatePassed': {
      const gate = `${fact.gate} ${GATE_NAMES[fact.gate][language]}`;
      if (!fact.override) return [`Thông qua cổng ${gate}`, `Gate ${gate} is passed`];
      const { blockers, reason, basis } = fact.override;
      return [
        `Thông qua cổng ${gate} có điều kiện (còn vướng ${blockers.join(', ')}): ${reason}; căn cứ ${basis}`,
        `Gate ${gate} is passed with conditions (blocked by ${blockers.join(', ')}): ${reason}; basis ${basis}`,
      ];
    }
    case 'ExerciseRescheduled':
    case 'ExerciseResumed': {
      const resumed = fact.type === 'ExerciseResumed';
      const [from, to, count] = [days(fact.from), days(fact.to), fact.deadlines.length];
      return [
        `${resumed ? 'Tiếp tục diễn tập' : 'Dời ngày'}${fact.followsCity ? ' theo thành phố' : ''}: ${from} → ${to}, dời ${count} thời hạn: ${fact.reason}`,
        `${resumed ? 'Resumed' : 'Moved'}${fact.followsCity ? ' with the city' : ''}: ${from} → ${to}, ${count} deadlines move: ${fact.reason}`,
      ];
    }
    case 'ExercisePostponed':
      return [
        `Hoãn diễn tập${fact.followsCity ? ' theo thành phố' : ''}: ${fact.reason}`,
        `Postponed${fact.followsCity ? ' with the city' : ''}: ${fact.reason}`,
      ];
    case 'ExerciseCancelled':
      return [`Hủy diễn tập: ${fact.reason}`, `Cancelled: ${fact.reason}`];
    case 'CalendarAdopted':
      return [
        `Áp dụng lịch làm việc ${fact.calendarVersion}, dời ${fact.deadlines.length} thời hạn: ${fact.reason}`,
        `Working calendar ${fact.calendarVersion} is adopted, ${fact.deadlines.length} deadlines move: ${fact.reason}`,
      ];
    case 'CityChangeNoted': {
      const [changeVi, changeEn] = CHANGE_NAMES[fact.change];
      return [
        `Ghi nhận thành phố ${changeVi}, diễn tập này không đổi (${fact.because}): ${fact.reason}`,
        `Noted: the city exercise is ${changeEn}; this one stays (${fact.because}): ${fact.reason}`,
      ];
    }
    case 'RunOpened':
      return ['Khai mạc diễn tập', 'The exercise opens'];
    case 'StageStarted': {
      const stage = STAGE_NAMES[fact.stage - 1] ?? ['', ''];
      return [`Bắt đầu giai đoạn ${fact.stage}: ${stage[0]}`, `Stage ${fact.stage} begins: ${stage[1]}`];
    }
    case 'RunClosed':
      return ['Bế mạc diễn tập', 'The exercise closes'];
    case 'DrillResultNoted': {
      const share = formatShare(fact.present, fact.ordered, language);
      return [`Ghi kết quả động viên vào hồ sơ: ${share}`, `Muster result entered in the file: ${share}`];
    }
    case 'ReviewResultNoted': {
      const result = `${n(fact.points)} – ${gradeName(fact.grade, language)}`;
      return [`Ghi kết quả xếp loại vào hồ sơ: ${result}`, `Grade entered in the file: ${result}`];
    }
    case 'TaskReminded': {
      const [to, task, due] = [names.body(fact.to), names.task(fact.task), formatDate(fact.deadline)];
      const left = distance(fact.daysLeft, language);
      return [
        `Nhắc ${to}: ${task} – ${left}, hạn ${due}${waiting(fact.waitsOn)[0]}`,
        `Reminder to ${to}: ${task} – ${left}, due ${due}${waiting(fact.waitsOn)[1]}`,
      ];
    }
    case 'TaskEscalated': {
      const [to, task] = [names.head(fact.to), names.task(fact.task)];
      const left = distance(fact.daysLeft, language);
      return [
        `${fact.rung === 'board' ? 'Trình' : 'Báo cáo lên'} ${to}: ${task} – ${left}${waiting(fact.waitsOn)[0]}`,
        `${fact.rung === 'board' ? 'Put before' : 'Reported to'} ${to}: ${task} – ${left}${waiting(fact.waitsOn)[1]}`,
      ];
    }
    case 'DrillPrepared':
      return ['Lập hồ sơ thực hành động viên', 'The mobilisation drill is prepared'];
    case 'DrillOpened':
      return ['Mở thực hành động viên', 'The mobilisation drill opens'];
    case 'CountsRecorded': {
      const what = `${names.unit(fact.unit)}, ${inText(KIND_NAMES[fact.kind])}: ${countsInWords(fact.counts, language)}`;
      return [`Báo số liệu ${what}`, `Figures of ${what}`];
    }
    case 'CountsCorrected': {
      const what = `${names.unit(fact.unit)}, ${inText(KIND_NAMES[fact.kind])}: ${countsInWords(fact.counts, language)}`;
      return [`Đính chính ${what} (${fact.reason})`, `Corrected: ${what} (${fact.reason})`];
    }
    case 'DrillClosed': {
      const people = formatShare(fact.reservists.present, fact.reservists.ordered, language);
      const vehicles = formatShare(fact.vehicles.present, fact.vehicles.ordered, language);
      return [
        `Kết thúc thực hành động viên: QNDB ${people}; PTKT ${vehicles}`,
        `The drill ends: reservists ${people}; technical vehicles ${vehicles}`,
      ];
    }
    case 'ReviewOpened':
      return ['Mở hồ sơ rút kinh nghiệm', 'The after-action review opens'];
    case 'ScoreRecorded': {
      const domain = inText(SCORE_DOMAIN_NAMES[fact.domain]);
      return [`Chấm ${domain}: ${n(fact.points)} điểm`, `Score for ${domain}: ${n(fact.points)}`];
    }
    case 'ScoreSettled': {
      const domain = inText(SCORE_DOMAIN_NAMES[fact.domain]);
      return [
        `Trưởng Ban Chỉ đạo quyết định điểm ${domain}: ${n(fact.points)} (${fact.reason})`,
        `The head of the steering board settles ${domain}: ${n(fact.points)} (${fact.reason})`,
      ];
    }
    case 'IncidentRecorded': {
      const subject = SUBJECT_NAMES[fact.subject]?.[language === 'vi' ? 0 : 1] ?? fact.subject;
      const serious = fact.severity === 'serious';
      return [
        `Ghi sự cố ${serious ? 'nghiêm trọng ' : ''}về ${subject}: ${fact.note}`,
        `${serious ? 'Serious' : 'Minor'} incident (${subject}): ${fact.note}`,
      ];
    }
    case 'FindingRecorded': {
      const limit = fact.kind === 'limit';
      return [
        `${limit ? 'Hạn chế' : 'Ưu điểm'} ${fact.finding}: ${fact.text}`,
        `${limit ? 'Limit' : 'Strength'} ${fact.finding}: ${fact.text}`,
      ];
    }
    case 'ActionPlanned': {
      const [owner, due] = [names.body(fact.owner), formatDate(fact.due)];
      return [
        `Biện pháp ${fact.action} (${fact.finding}) giao ${owner}, hạn ${due}: ${fact.text}`,
        `Action ${fact.action} (${fact.finding}) for ${owner}, due ${due}: ${fact.text}`,
      ];
    }
    case 'ActionCompleted':
      return [
        `${by} báo xong biện pháp ${fact.action}: ${fact.evidence}`,
        `${by} completes action ${fact.action}: ${fact.evidence}`,
      ];
    case 'ActionVerified':
      return [`${by} xác minh biện pháp ${fact.action}`, `${by} verifies action ${fact.action}`];
    case 'ActionCarried': {
      const into = names.exercise(fact.into);
      return [
        `Chuyển biện pháp ${fact.action} sang ${into}: ${fact.text}`,
        `Action ${fact.action} is carried into ${into}: ${fact.text}`,
      ];
    }
    case 'GradeDecided': {
      const [points, grade] = [n(fact.points), gradeName(fact.grade, language)];
      return [`Xếp loại ${grade}, ${points} điểm`, `Graded ${grade}, ${points} points`];
    }
    case 'ReviewFinished':
      return ['Kết thúc tổng kết', 'The review is finished'];
    default:
      return fact satisfies never;
  }
};

const waiting = (codes: readonly string[]): readonly [string, string] =>
  codes.length === 0 ? ['', ''] : [` (còn chờ ${codes.join(', ')})`, ` (waits on ${codes.join(', ')})`];

/** The label of a grade; one that is not known stands as it is. */
export const gradeName = (grade: string, language: Language): string =>
  Object.entries(GRADE_NAMES).find(([code]) => code === grade)?.[1][language === 'vi' ? 0 : 1] ?? grade;

const lower = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1);

const countsInWords = (
  counts: Extract<ProductEvent, { type: 'CountsRecorded' }>['counts'],
  language: Language,
): string => {
  const figures: Readonly<Record<string, Word>> = FIGURES;
  return Object.entries(counts)
    .filter(([, value]) => value !== undefined)
    .map(([field, value]) => {
      const count =
        typeof value === 'number' ? value : Object.values(value ?? {}).reduce((sum, n) => sum + (n ?? 0), 0);
      return `${lower(figures[field]?.[language] ?? field)} ${count}`;
    })
    .join(', ');
};
