/** The review in words: scores, meetings, findings, lessons, corrective actions to their end, awards. */
import type { Fact } from '../decider.ts';
import type { FindingEvent } from '../exercise/findings.ts';
import type { ReviewEvent } from '../review/index.ts';
import { distance } from './events-reminders.ts';
import { formatDate, formatNumber, inText, type Language, many } from './format.ts';
import { gradeName } from './grades.ts';
import type { Names } from './names.ts';
import { SCORE_DOMAIN_NAMES, type Word } from './words.ts';

const SUBJECT_NAMES = {
  people: ['người', 'people'],
  weapons: ['vũ khí', 'weapons'],
  vehicles: ['phương tiện', 'vehicles'],
} as const;

/** The name of a shipped domain in running text, with the code of its criterion; another sheet's codes stand as they are. */
const part = (domain: string, criterion: string | undefined, language: Language): string => {
  const names: Readonly<Record<string, Word>> = SCORE_DOMAIN_NAMES;
  const known = names[domain]?.[language];
  const name = known ? inText(known) : domain;
  return criterion ? `${name} (${criterion})` : name;
};

const incident = (
  { subject, severity, note }: { subject: keyof typeof SUBJECT_NAMES; severity: string; note: string },
  from: string | null,
): readonly [string, string] => {
  const [vi, en] = SUBJECT_NAMES[subject];
  const serious = severity === 'serious';
  const drill = from !== null;
  return [
    `Ghi sự cố ${serious ? 'nghiêm trọng ' : ''}về ${vi}${drill ? ' từ thực hành động viên' : ''}: ${note}`,
    `${serious ? 'Serious' : 'Minor'} incident (${en})${drill ? ' in the mobilisation drill' : ''}: ${note}`,
  ];
};

export const reviewSentence = (
  fact: Fact<ReviewEvent>,
  names: Names,
  language: Language,
): readonly [string, string] => {
  const by = names.body(fact.by.body);
  const n = (value: number): string => formatNumber(value, language);
  switch (fact.type) {
    case 'ReviewOpened':
      return ['Mở hồ sơ rút kinh nghiệm', 'The after-action review opens'];
    case 'ScorersAssigned': {
      const domain = part(fact.domain, undefined, language);
      const count = fact.scorers.length;
      return [
        `${by} phân công ${count} người chấm mục ${domain}`,
        `${by} names ${many(count, 'scorer')} for ${domain}`,
      ];
    }
    case 'ScoredBodiesSet': {
      const [domain, bodies] = [part(fact.domain, undefined, language), fact.bodies.map(names.body).join('; ') || '–'];
      return [
        `Ghi cơ quan được chấm ở mục ${domain}: ${bodies} (${fact.reason})`,
        `Bodies judged in ${domain}: ${bodies} (${fact.reason})`,
      ];
    }
    case 'ScoreRecorded': {
      const domain = part(fact.domain, fact.criterion, language);
      return [`Chấm mục ${domain}: ${n(fact.points)} điểm`, `Score for ${domain}: ${n(fact.points)}`];
    }
    case 'ScoreSettled': {
      const domain = part(fact.domain, undefined, language);
      return [
        `Trưởng Ban Chỉ đạo quyết định điểm mục ${domain}: ${n(fact.points)} (${fact.reason})`,
        `The head of the steering board settles ${domain}: ${n(fact.points)} (${fact.reason})`,
      ];
    }
    case 'GradeDecided': {
      const [points, grade] = [n(fact.points), gradeName(fact.grade, language)];
      const failed = fact.failedTasks
        ?.map((task) => part(task.split('/')[0] ?? task, task.split('/')[1], language))
        .join('; ');
      return [
        `Xếp loại ${grade}, ${points} điểm${failed ? ` (không đạt nội dung then chốt: ${failed})` : ''}`,
        `Graded ${grade}, ${points} points${failed ? ` (critical tasks failed: ${failed})` : ''}`,
      ];
    }
    case 'IncidentRecorded':
      return incident(fact, null);
    case 'IncidentNoted':
      return incident(fact, fact.from);
    case 'ObservationNoted':
      return [`Ghi nhận quan sát: ${fact.observation.text}`, `Observation noted: ${fact.observation.text}`];
    case 'DebriefRecorded': {
      const [date, count] = [formatDate(fact.date), fact.points.length];
      return [
        `Rút kinh nghiệm tại chỗ ngày ${date}, ${count} ý kiến`,
        `Hot debrief on ${date}, ${many(count, 'point')}`,
      ];
    }
    case 'ReviewHeld': {
      const [date, number] = [formatDate(fact.date), fact.minutes.number];
      return [
        `Hội nghị rút kinh nghiệm ngày ${date}, biên bản số ${number}`,
        `The review conference is held on ${date}, minutes ${number}`,
      ];
    }
    case 'FindingRecorded': {
      const limit = fact.kind === 'limit';
      return [
        `${limit ? 'Hạn chế' : 'Ưu điểm'} ${fact.finding}: ${fact.text}`,
        `${limit ? 'Limit' : 'Strength'} ${fact.finding}: ${fact.text}`,
      ];
    }
    case 'FindingAmended':
      return [
        `Sửa nhận xét ${fact.finding} (${fact.reason}): ${fact.text}`,
        `Finding ${fact.finding} is amended (${fact.reason}): ${fact.text}`,
      ];
    case 'FindingWithdrawn':
      return [`Rút nhận xét ${fact.finding}: ${fact.reason}`, `Finding ${fact.finding} is withdrawn: ${fact.reason}`];
    case 'ReviewFinished':
      return ['Kết thúc tổng kết', 'The review is finished'];
    case 'LessonRecorded':
      return [`Bài học ${fact.lesson}: ${fact.text}`, `Lesson ${fact.lesson}: ${fact.text}`];
    case 'ProposalRecorded': {
      const [owner, due, to] = [names.body(fact.owner), formatDate(fact.due), fact.to];
      return [
        `Kiến nghị ${fact.proposal}${to ? ` với ${to}` : ''} (${owner} theo dõi, hạn ${due}): ${fact.text}`,
        `Proposal ${fact.proposal}${to ? ` to ${to}` : ''} (${owner} pursues it, due ${due}): ${fact.text}`,
      ];
    }
    case 'AwardRecorded': {
      const [vi, en] = fact.kind === 'collective' ? ['tập thể', 'collective'] : ['cá nhân', 'individual'];
      return [
        `${fact.authority} tặng ${fact.form} cho ${fact.count} ${vi}, quyết định số ${fact.paper.number}`,
        `${fact.authority} awards ${fact.form} to ${many(fact.count, en)}, decision ${fact.paper.number}`,
      ];
    }
    case 'ReviewRehomed':
      return [
        `Chuyển biện pháp và thành phần rút kinh nghiệm theo tổ chức mới: ${fact.reason}`,
        `Actions and panel move to the new organisation: ${fact.reason}`,
      ];
    default:
      return actionSentence(fact, names, language);
  }
};

type ActionFact = Extract<Fact<ReviewEvent>, { readonly action: string }>;

const actionSentence = (fact: ActionFact, names: Names, language: Language): readonly [string, string] => {
  const by = names.body(fact.by.body);
  switch (fact.type) {
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
    case 'ActionReturned':
      return [
        `${by} trả lại biện pháp ${fact.action}: ${fact.reason}`,
        `${by} returns action ${fact.action}: ${fact.reason}`,
      ];
    case 'ActionMoved': {
      const [from, due] = [formatDate(fact.from), formatDate(fact.due)];
      return [
        `Dời hạn biện pháp ${fact.action} từ ${from} đến ${due}: ${fact.reason}`,
        `Action ${fact.action} moves from ${from} to ${due}: ${fact.reason}`,
      ];
    }
    case 'ActionWaived':
      return [
        `Cho kết thúc biện pháp ${fact.action} không kiểm tra lại, văn bản số ${fact.paper.number}: ${fact.reason}`,
        `Action ${fact.action} ends without a retest, paper ${fact.paper.number}: ${fact.reason}`,
      ];
    case 'ActionCarried': {
      const into = names.exercise(fact.into);
      return [
        `Chuyển biện pháp ${fact.action} sang ${into}: ${fact.text}`,
        `Action ${fact.action} is carried into ${into}: ${fact.text}`,
      ];
    }
    case 'CarryNoted': {
      const into = names.exercise(fact.into);
      return [
        `Biện pháp ${fact.action} đã nằm ở đầu hồ sơ ${into}`,
        `Action ${fact.action} stands at the head of the file of ${into}`,
      ];
    }
    case 'ActionRetested': {
      const at = names.exercise(fact.exercise);
      return fact.passed
        ? [
            `Biện pháp ${fact.action} kiểm tra lại đạt tại ${at}: ${fact.note}`,
            `Action ${fact.action} passes its retest in ${at}: ${fact.note}`,
          ]
        : [
            `Biện pháp ${fact.action} kiểm tra lại chưa đạt tại ${at}: ${fact.note}`,
            `Action ${fact.action} fails its retest in ${at}: ${fact.note}`,
          ];
    }
    case 'ActionReminded':
    case 'ActionEscalated': {
      const to = fact.post === 'head' ? names.head(fact.to) : names.body(fact.to);
      const [left, due] = [distance(fact.daysLeft, language), formatDate(fact.deadline)];
      const [vi, en] =
        fact.type === 'ActionReminded'
          ? ['Nhắc', 'Reminder to']
          : fact.audience === 'board' || fact.audience === 'superior'
            ? ['Trình', 'Put before']
            : ['Báo cáo lên', 'Reported to'];
      return [
        `${vi} ${to}: biện pháp ${fact.action} – ${left}, hạn ${due}`,
        `${en} ${to}: action ${fact.action} – ${left}, due ${due}`,
      ];
    }
    default:
      return fact satisfies never;
  }
};

/** What the file of a later exercise says of limits carried into it. */
export const carriedSentence = (fact: Fact<FindingEvent>, names: Names): readonly [string, string] => {
  switch (fact.type) {
    case 'FindingReceived': {
      const { fromReview, action, text, times = 1 } = fact.finding;
      const from = `${names.exercise(fromReview)} ${action}`;
      const [againVi, againEn] = times > 1 ? [` (tái diễn ${times} lần)`, ` (found ${times} times)`] : ['', ''];
      return [
        `Nhận hạn chế cần khắc phục từ ${from}: ${text}${againVi}`,
        `A limit to overcome comes from ${from}: ${text}${againEn}`,
      ];
    }
    case 'FindingEnded': {
      const from = `${names.exercise(fact.fromReview)} ${fact.action}`;
      return fact.how === 'waived'
        ? [`Hạn chế ${from} được cho kết thúc, không cần kiểm tra lại`, `Limit ${from} was waived: no retest is needed`]
        : [`Hạn chế ${from} đã được đóng ở diễn tập khác`, `Limit ${from} was closed by another exercise`];
    }
    case 'RetestRecorded': {
      const from = `${names.exercise(fact.fromReview)} ${fact.action}`;
      const [vi, en] = fact.passed ? ['đạt', 'passed'] : ['chưa đạt', 'failed'];
      return [`Kiểm tra lại ${from}: ${vi} – ${fact.note}`, `Retest of ${from}: ${en} – ${fact.note}`];
    }
    default:
      return fact satisfies never;
  }
};
