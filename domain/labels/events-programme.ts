/** Programmes in words: opened, agreed and signed, targets and figures, exemptions, reviews and what comes of them. */
import type { DomainEvent, Fact } from '../decider.ts';
import type { ProgrammeEvent } from '../programme/events.ts';
import { distance } from './events-reminders.ts';
import { formatDate, formatNumber, type Language, many } from './format.ts';
import type { Names } from './names.ts';
import { dutyName, GROUND_NAMES, PROGRAMME_KIND_NAMES, periodName, reviewName } from './words-programme.ts';

/** Every event of a programme; TypeScript refuses the table while one is missing. */
const OF_PROGRAMME: Readonly<Record<ProgrammeEvent['type'], true>> = {
  ProgrammeOpened: true,
  ConferenceHeld: true,
  ProgrammeSigned: true,
  ProgrammeClosed: true,
  IndicatorDefined: true,
  TargetChanged: true,
  ValuesReported: true,
  ValuesVerified: true,
  ValuesReturned: true,
  ExemptionGranted: true,
  ExemptionEnded: true,
  ExerciseCounted: true,
  HeldExerciseEntered: true,
  HeldExerciseConfirmed: true,
  ReviewScheduled: true,
  ProgrammeReviewOpened: true,
  ContributionSubmitted: true,
  ProgrammeReviewHeld: true,
  ProgrammeReviewFinished: true,
  RecommendationRecorded: true,
  RecommendationCompleted: true,
  RecommendationConfirmed: true,
  RecommendationReturned: true,
  CommendationRecorded: true,
  DutyReminded: true,
  DutyEscalated: true,
  ProgrammeRehomed: true,
};

export const isOfProgramme = (fact: Fact<DomainEvent>): fact is Fact<ProgrammeEvent> =>
  Object.hasOwn(OF_PROGRAMME, fact.type);

type Told = readonly [string, string];
type TargetOf = Extract<ProgrammeEvent, { type: 'TargetChanged' }>['target'];

export const targetText = (target: TargetOf, language: Language): string =>
  typeof target === 'number'
    ? formatNumber(target, language)
    : `${formatNumber(target.min, language)}–${formatNumber(target.max, language)}`;

/** `CK01, CK02` and how many figures, of a batch. */
const batch = (values: readonly { readonly indicator: string }[]): Told => {
  const codes = [...new Set(values.map(({ indicator }) => indicator))];
  const shown = codes.length > 5 ? `${codes.slice(0, 5).join(', ')}…` : codes.join(', ');
  return [`${values.length} số liệu (${shown})`, `${many(values.length, 'figure')} (${shown})`];
};

type Duty = Extract<Fact<ProgrammeEvent>, { readonly duty: string }>;

const duty = (fact: Duty, names: Names, language: Language): Told => {
  const to = fact.post === 'head' ? names.head(fact.to) : names.body(fact.to);
  const [vi, en] = [dutyName(fact.duty, 'vi'), dutyName(fact.duty, 'en')];
  const left = distance(fact.daysLeft, language);
  if (fact.type === 'DutyReminded') return [`Nhắc ${to}: ${vi} – ${left}`, `Reminder to ${to}: ${en} – ${left}`];
  return [`Báo cáo lên ${to}: ${vi} – ${left}`, `Reported to ${to}: ${en} – ${left}`];
};

type Review = Extract<
  Fact<ProgrammeEvent>,
  {
    type:
      | 'ReviewScheduled'
      | 'ProgrammeReviewOpened'
      | 'ContributionSubmitted'
      | 'ProgrammeReviewHeld'
      | 'ProgrammeReviewFinished';
  }
>;

const reviewSentences = (fact: Review, by: string): Told => {
  const [vi, en] = [reviewName(fact.review, 'vi'), reviewName(fact.review, 'en')];
  switch (fact.type) {
    case 'ReviewScheduled':
      return [
        `Đặt lịch ${vi}: mở ${formatDate(fact.opensOn)}, họp ${formatDate(fact.due)} (${fact.reason})`,
        `${en} is set to open on ${formatDate(fact.opensOn)} and meet on ${formatDate(fact.due)} (${fact.reason})`,
      ];
    case 'ProgrammeReviewOpened': {
      const n = fact.parties.length;
      return [
        `Mở ${vi}: ${n} bên gửi báo cáo trước ngày ${formatDate(fact.due)}`,
        `${en} opens: ${many(n, 'report')} due on ${formatDate(fact.due)}`,
      ];
    }
    case 'ContributionSubmitted':
      return [`${by} gửi báo cáo ${vi}`, `${by} reports to the ${en}`];
    case 'ProgrammeReviewHeld': {
      const met = fact.figures.filter(({ verdict }) => verdict === 'met').length;
      const all = fact.figures.length;
      return [
        `${vi} họp ngày ${formatDate(fact.date)}, biên bản số ${fact.minutes.number}: đạt ${met}/${all} chỉ tiêu`,
        `${en} is held on ${formatDate(fact.date)}, minutes ${fact.minutes.number}: ${met} of ${many(all, 'indicator')} met`,
      ];
    }
    case 'ProgrammeReviewFinished':
      return [`Kết thúc ${vi}`, `${en} is finished`];
    default:
      return fact satisfies never;
  }
};

type Outcome = Extract<Fact<ProgrammeEvent>, { readonly recommendation: string } | { readonly commendation: string }>;

const outcome = (fact: Outcome, names: Names, by: string): Told => {
  switch (fact.type) {
    case 'RecommendationRecorded': {
      const [owner, due] = [names.body(fact.owner), formatDate(fact.due)];
      return [
        `Kiến nghị ${fact.recommendation} (${owner}, hạn ${due}): ${fact.text}`,
        `Recommendation ${fact.recommendation} (${owner}, due ${due}): ${fact.text}`,
      ];
    }
    case 'RecommendationCompleted':
      return [
        `${by} báo đã thực hiện kiến nghị ${fact.recommendation}: ${fact.evidence}`,
        `${by} reports recommendation ${fact.recommendation} done: ${fact.evidence}`,
      ];
    case 'RecommendationConfirmed':
      return [
        `${by} xác nhận kiến nghị ${fact.recommendation} đã xong`,
        `${by} confirms recommendation ${fact.recommendation}`,
      ];
    case 'RecommendationReturned':
      return [
        `${by} trả lại kiến nghị ${fact.recommendation}: ${fact.reason}`,
        `${by} returns recommendation ${fact.recommendation}: ${fact.reason}`,
      ];
    case 'CommendationRecorded': {
      const [vi, en] = fact.kind === 'collective' ? ['tập thể', 'collective'] : ['cá nhân', 'individual'];
      return [
        `${fact.authority} tặng ${fact.form} cho ${fact.count} ${vi}, quyết định số ${fact.paper.number}`,
        `${fact.authority} awards ${fact.form} to ${many(fact.count, en)}, decision ${fact.paper.number}`,
      ];
    }
    default:
      return fact satisfies never;
  }
};

type Target = Extract<Fact<ProgrammeEvent>, { type: 'TargetChanged' }>;

const targetChange = (fact: Target): Told => {
  const said = (language: Language): string => {
    const from = fact.from === null ? '–' : targetText(fact.from, language);
    return `${from} → ${targetText(fact.target, language)}`;
  };
  return [
    `Điều chỉnh chỉ tiêu ${fact.indicator}, ${periodName(fact.column, 'vi')}: ${said('vi')} (${fact.reason})`,
    `Target of ${fact.indicator}, ${periodName(fact.column, 'en')}: ${said('en')} (${fact.reason})`,
  ];
};

export const programmeSentence = (fact: Fact<ProgrammeEvent>, names: Names, language: Language): Told => {
  const by = names.body(fact.by.body);
  switch (fact.type) {
    case 'ProgrammeOpened': {
      const { vi, en } = PROGRAMME_KIND_NAMES[fact.kind];
      const [from, to] = [formatDate(fact.term.from), formatDate(fact.term.to)];
      return [`${by} lập ${vi} “${fact.title}”, ${from}–${to}`, `${by} opens the ${en} "${fact.title}", ${from}–${to}`];
    }
    case 'ConferenceHeld': {
      const [date, parties] = [formatDate(fact.date), fact.parties.map(names.body).join('; ')];
      return [
        `Hội nghị song phương ngày ${date}, biên bản số ${fact.minutes.number}: ${parties}`,
        `The conference is held on ${date}, minutes ${fact.minutes.number}: ${parties}`,
      ];
    }
    case 'ProgrammeSigned': {
      const n = fact.reviews.length;
      const date = formatDate(fact.paper.date);
      return [
        `Ký kết, ban hành số ${fact.paper.number} ngày ${date}; ${n} kỳ sơ kết, tổng kết`,
        `Signed by ${fact.paper.number} of ${date}; ${many(n, 'review')} ahead`,
      ];
    }
    case 'ProgrammeClosed':
      return [`Kết thúc chương trình, số ${fact.paper.number}`, `The programme is closed by ${fact.paper.number}`];
    case 'IndicatorDefined': {
      const { code, nameVi, nameEn } = fact.indicator;
      const why = fact.reason === null ? '' : ` (${fact.reason})`;
      return [`Chỉ tiêu ${code}: ${nameVi}${why}`, `Indicator ${code}: ${nameEn ?? nameVi}${why}`];
    }
    case 'TargetChanged':
      return targetChange(fact);
    case 'ValuesReported': {
      const [vi, en] = batch(fact.values);
      const why = fact.reason === null ? '' : ` (${fact.reason})`;
      return [
        `${by} nhập ${vi}, minh chứng ${fact.evidence}${why}`,
        `${by} reports ${en}, evidence ${fact.evidence}${why}`,
      ];
    }
    case 'ValuesVerified': {
      const [vi, en] = batch(fact.values);
      return [`${by} xác minh ${vi}`, `${by} verifies ${en}`];
    }
    case 'ValuesReturned': {
      const [vi, en] = batch(fact.values);
      return [`${by} trả lại ${vi}: ${fact.reason}`, `${by} returns ${en}: ${fact.reason}`];
    }
    case 'ExemptionGranted': {
      const [units, ground] = [fact.units.map(({ name }) => name).join(', '), GROUND_NAMES[fact.ground]];
      return [
        `Miễn chỉ tiêu ${fact.indicator} cho ${units} (${ground.vi}): ${fact.reason}`,
        `${units} exempt from ${fact.indicator} (${ground.en}): ${fact.reason}`,
      ];
    }
    case 'ExemptionEnded':
      return [`Thôi miễn ${fact.exemption}: ${fact.reason}`, `Exemption ${fact.exemption} ends: ${fact.reason}`];
    case 'ExerciseCounted': {
      const [unit, date] = [names.unit(fact.unit), formatDate(fact.heldOn)];
      return [`Tính cuộc diễn tập của ${unit} ngày ${date}`, `The exercise of ${unit} on ${date} counts`];
    }
    case 'HeldExerciseEntered': {
      const [unit, date] = [names.unit(fact.unit), formatDate(fact.heldOn)];
      return [
        `${by} ghi cuộc diễn tập của ${unit} ngày ${date}, báo cáo số ${fact.report.number}`,
        `${by} enters the exercise of ${unit} on ${date}, report ${fact.report.number}`,
      ];
    }
    case 'HeldExerciseConfirmed':
      return [
        `${by} xác nhận cuộc diễn tập ${names.exercise(fact.exercise)}`,
        `${by} confirms the exercise ${names.exercise(fact.exercise)}`,
      ];
    case 'DutyReminded':
    case 'DutyEscalated':
      return duty(fact, names, language);
    case 'ProgrammeRehomed':
      return [
        `Chuyển chương trình theo tổ chức mới: ${fact.reason}`,
        `The programme moves to the new organisation: ${fact.reason}`,
      ];
    case 'ReviewScheduled':
    case 'ProgrammeReviewOpened':
    case 'ContributionSubmitted':
    case 'ProgrammeReviewHeld':
    case 'ProgrammeReviewFinished':
      return reviewSentences(fact, by);
    default:
      return outcome(fact, names, by);
  }
};
