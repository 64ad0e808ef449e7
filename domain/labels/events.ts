/** Every event in words (Vietnamese, English), for the history view and the rehearsal's timeline alike. */
import type { CalendarEvent } from '../calendar/stream.ts';
import type { Fact } from '../decider.ts';
import type { DrillEvent } from '../drill/index.ts';
import type { ExerciseEvent } from '../exercise/index.ts';
import type { OrganisationEvent } from '../organisation/index.ts';
import type { ProgrammeEvent } from '../programme/events.ts';
import type { RegisterEvent } from '../register/stream.ts';
import type { ReviewEvent } from '../review/index.ts';
import type { RollOutEvent } from '../rollout/commands.ts';
import { GATE_NAMES } from '../template/gates.ts';
import type { TemplateEvent } from '../template/stream.ts';
import type { LocalDate } from '../time.ts';
import { blockerText } from './blockers.ts';
import { drillSentence } from './events-drill.ts';
import { organisationSentence } from './events-organisation.ts';
import { paperSentence } from './events-papers.ts';
import { planningSentence } from './events-planning.ts';
import { preparationSentence } from './events-preparation.ts';
import { isOfProgramme, programmeSentence } from './events-programme.ts';
import { registerSentence } from './events-register.ts';
import { reminderSentence } from './events-reminders.ts';
import { carriedSentence, reviewSentence } from './events-review.ts';
import { rollOutSentence } from './events-rollout.ts';
import { rosterSentence } from './events-roster.ts';
import { runSentence } from './events-run.ts';
import { formatDate, formatNumber, formatShare, inText, type Language, many } from './format.ts';
import { gradeName } from './grades.ts';
import type { Names } from './names.ts';
import { FIGURES, KIND_NAMES, type Word } from './words.ts';

export type ProductEvent =
  | TemplateEvent
  | ExerciseEvent
  | DrillEvent
  | ReviewEvent
  | ProgrammeEvent
  | CalendarEvent
  | OrganisationEvent
  | RegisterEvent
  | RollOutEvent;

type OtherEvent = Exclude<ProductEvent, ProgrammeEvent>;

export type { Names } from './names.ts';

/** One sentence, without time and, except where it matters, without the actor's person. */
export const sentenceOf = (fact: Fact<ProductEvent>, names: Names, language: Language): string => {
  const [vi, en] = isOfProgramme(fact)
    ? programmeSentence(fact, names, language)
    : sentences(fact as Fact<OtherEvent>, names, language); // all that is not of a programme
  return language === 'vi' ? vi : en;
};

const days = ({ startDate, endDate }: { startDate: LocalDate; endDate: LocalDate }): string =>
  startDate === endDate ? formatDate(startDate) : `${formatDate(startDate)}–${formatDate(endDate)}`;

const sentences = (fact: Fact<OtherEvent>, names: Names, language: Language): readonly [string, string] => {
  const by = names.body(fact.by.body);
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
        `Planned: exercise ${when}, ${many(count, 'task')}, ${many(fact.gates.length, 'gate')}`,
      ];
    }
    case 'CommuneAttached':
      return [
        `Gắn diễn tập cấp xã ${names.exercise(fact.exercise)}`,
        `Commune exercise ${names.exercise(fact.exercise)} is attached`,
      ];
    case 'FindingReceived':
    case 'FindingEnded':
    case 'RetestRecorded':
      return carriedSentence(fact, names);
    case 'ResolutionIssued':
    case 'BoardEstablished':
    case 'FrameDecided':
    case 'PaperEntered':
    case 'PaperAmended':
    case 'PaperRevoked':
    case 'GateApproved':
    case 'GateRuleSet':
    case 'GateReopened':
    case 'Classified':
      return paperSentence(fact, names, language);
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
        `More time is granted for ${names.task(fact.task)} until ${until} (${many(fact.days, 'working day')} more)`,
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
      const { reason, basis } = fact.override;
      const blockers = fact.override.blockers.map((code) => blockerText(code)?.[language] ?? code).join(', ');
      return [
        `Thông qua cổng ${gate} có điều kiện (còn vướng ${blockers}): ${reason}; căn cứ ${basis}`,
        `Gate ${gate} is passed with conditions (blocked by ${blockers}): ${reason}; basis ${basis}`,
      ];
    }
    case 'ExerciseRescheduled':
    case 'ExerciseResumed': {
      const resumed = fact.type === 'ExerciseResumed';
      const [from, to, count] = [days(fact.from), days(fact.to), fact.deadlines.length];
      return [
        `${resumed ? 'Tiếp tục diễn tập' : 'Dời ngày'}${fact.followsCity ? ' theo thành phố' : ''}: ${from} → ${to}, dời ${count} thời hạn: ${fact.reason}`,
        `${resumed ? 'Resumed' : 'Moved'}${fact.followsCity ? ' with the city' : ''}: ${from} → ${to}, ${many(count, 'deadline')} moved: ${fact.reason}`,
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
        `Working calendar ${fact.calendarVersion} is adopted, ${many(fact.deadlines.length, 'deadline')} moved: ${fact.reason}`,
      ];
    case 'CityChangeNoted':
    case 'CityAnswered':
    case 'ResourcesReserved':
    case 'VehicleStockSet':
    case 'BodyCapacitySet':
    case 'ClashAccepted':
      return planningSentence(fact, names, language);
    case 'RunOpened':
    case 'RunPaused':
    case 'RunResumed':
    case 'RunClosed':
    case 'StagesPlanned':
    case 'StageStarted':
    case 'StageEnded':
    case 'ItemStarted':
    case 'ItemEnded':
    case 'ObservationRecorded':
    case 'ObservationAmended':
      return runSentence(fact, names);
    case 'DrillResultNoted': {
      const share = inText(formatShare(fact.present, fact.ordered, language));
      return [`Ghi kết quả động viên vào hồ sơ: ${share}`, `Muster result entered in the file: ${share}`];
    }
    case 'ReviewResultNoted': {
      const [points, grade] = [n(fact.points), gradeName(fact.grade, language)];
      return [
        `Ghi kết quả xếp loại vào hồ sơ: ${points} điểm – ${grade}`,
        `Grade entered in the file: ${points} points – ${grade}`,
      ];
    }
    case 'TaskReminded':
    case 'TaskEscalated':
    case 'TaskUrged':
    case 'ReminderAcknowledged':
    case 'LadderSet':
    case 'YearEntered':
      return reminderSentence(fact, names, language);
    case 'TaskAccepted':
    case 'TaskHandedOver':
    case 'TaskCommented':
    case 'EvidenceRevised':
    case 'ExtensionWithdrawn':
    case 'TaskAdded':
    case 'TaskDropped':
    case 'TaskRetimed':
    case 'TaskRelinked':
    case 'TemplateAdopted':
    case 'RehearsalHeld':
    case 'IssueRaised':
    case 'IssueClosed':
    case 'IssueConfirmed':
    case 'IssueReturned':
    case 'IssueCarried':
    case 'LessonsSpread':
    case 'ProposalReceived':
    case 'ProposalAccepted':
    case 'ProposalRefused':
    case 'TemplatePublished':
    case 'TemplateVersionRetired':
      return preparationSentence(fact, names);
    case 'NumberGiven':
    case 'RegisterImported':
    case 'NumberVoided':
      return registerSentence(fact, by);
    case 'DrillPrepared':
      return ['Lập hồ sơ thực hành động viên', 'The mobilisation drill is prepared'];
    case 'DrillOpened':
      return ['Mở thực hành động viên', 'The mobilisation drill opens'];
    case 'CountsRecorded': {
      const what = `${names.unit(fact.unit)}, ${inText(KIND_NAMES[fact.kind][language])}: ${countsInWords(fact.counts, language)}`;
      return [`Báo số liệu ${what}`, `Figures of ${what}`];
    }
    case 'CountsCorrected': {
      const what = `${names.unit(fact.unit)}, ${inText(KIND_NAMES[fact.kind][language])}: ${countsInWords(fact.counts, language)}`;
      return [`Đính chính số liệu ${what} (${fact.reason})`, `Corrected figures of ${what} (${fact.reason})`];
    }
    case 'DrillClosed': {
      const people = inText(formatShare(fact.reservists.present, fact.reservists.ordered, language));
      const vehicles = inText(formatShare(fact.vehicles.present, fact.vehicles.ordered, language));
      return [
        `Kết thúc thực hành động viên: QNDB ${people}; PTKT ${vehicles}`,
        `The drill ends: reservists ${people}; technical vehicles ${vehicles}`,
      ];
    }
    case 'DrillRuleSet':
    case 'StartHourSet':
    case 'QuotaSet':
    case 'RegisterVerified':
    case 'OrdersIssued':
    case 'OrdersDelivered':
    case 'OrdersRefused':
    case 'StationOpened':
    case 'StationHourMoved':
    case 'StationReported':
    case 'StationOverdue':
    case 'CheckedIn':
    case 'CheckInCorrected':
    case 'Substituted':
    case 'VehicleInspected':
    case 'HandedOver':
    case 'HandOverReversed':
    case 'Released':
    case 'IncidentReported':
    case 'IncidentRevised':
    case 'DrillRehomed':
      return drillSentence(fact, names, language);
    case 'RosterImported':
    case 'NamesErased':
      return rosterSentence(fact, names, language);
    case 'ReviewOpened':
    case 'ScorersAssigned':
    case 'ScoredBodiesSet':
    case 'ScoreRecorded':
    case 'ScoreSettled':
    case 'GradeDecided':
    case 'IncidentRecorded':
    case 'IncidentNoted':
    case 'ObservationNoted':
    case 'DebriefRecorded':
    case 'ReviewHeld':
    case 'FindingRecorded':
    case 'FindingAmended':
    case 'FindingWithdrawn':
    case 'ReviewFinished':
    case 'LessonRecorded':
    case 'ProposalRecorded':
    case 'ActionPlanned':
    case 'ActionCompleted':
    case 'ActionVerified':
    case 'ActionReturned':
    case 'ActionMoved':
    case 'ActionWaived':
    case 'ActionCarried':
    case 'CarryNoted':
    case 'ActionRetested':
    case 'AwardRecorded':
    case 'ActionReminded':
    case 'ActionEscalated':
    case 'ReviewRehomed':
      return reviewSentence(fact, names, language);
    case 'OrganisationEstablished':
    case 'UnitAdded':
    case 'UnitRenamed':
    case 'UnitMoved':
    case 'OrgModelChanged':
    case 'UnitsMerged':
    case 'UnitSplit':
    case 'BodyAdded':
    case 'BodyEnded':
    case 'PostAdded':
    case 'PostEnded':
    case 'HolderAppointed':
    case 'HoldingEnded':
    case 'PostDelegated':
    case 'DelegationRevoked':
    case 'ReformTookEffect':
    case 'ExerciseRehomed':
      return organisationSentence(fact, names, language);
    case 'RollOutProposed':
    case 'RollOutRevised':
    case 'RollOutSubmitted':
    case 'RollOutReturned':
    case 'RollOutSuperseded':
    case 'RollOutApproved':
      return rollOutSentence(fact, names, language);
    default:
      return fact satisfies never;
  }
};

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
      return `${inText(figures[field]?.[language] ?? field)} ${formatNumber(count, language)}`;
    })
    .join(', ');
};
