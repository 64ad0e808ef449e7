/** What happened in a mobilisation drill, in words: quotas, registers, orders, stations, roll call, handover, incidents. */
import type { Fact } from '../decider.ts';
import type { DrillEvent } from '../drill/index.ts';
import type { Lot } from '../drill/lots.ts';
import type { SentCheckIn } from '../drill/state.ts';
import { dayOf } from '../time.ts';
import { formatDate, formatNumber, formatTime, inText as inLower, type Language } from './format.ts';
import type { Names } from './names.ts';
import { KIND_NAMES, type Word } from './words.ts';
import { DEFECT_NAMES, EXCUSE_NAMES, ORDER_STANDING_NAMES, REFUSAL_NAMES } from './words-drill.ts';

/** The events of a drill that are told here; counts by hand, opening and close stand with the general ones. */
export type DrillDetail = Exclude<
  DrillEvent,
  {
    type:
      | 'DrillPrepared'
      | 'DrillOpened'
      | 'DrillClosed'
      | 'CountsRecorded'
      | 'CountsCorrected'
      | 'RosterImported'
      | 'NamesErased';
  }
>;

const SUBJECTS = {
  people: ['người', 'people'],
  weapons: ['vũ khí', 'weapons'],
  vehicles: ['phương tiện', 'vehicles'],
} as const;

/** The two languages of one sentence; names and numbers as `language` writes them. */
export const drillSentence = (fact: Fact<DrillDetail>, names: Names, language: Language): readonly [string, string] => {
  const n = (value: number): string => formatNumber(value, language);
  const inText = (word: Word): string => inLower(word[language]);
  const hour = (at: typeof fact.at): string => `${formatTime(at)} ${formatDate(dayOf(at))}`;
  const lotText = (lot: Lot): string =>
    'orders' in lot
      ? listed(lot.orders, n)
      : `${n(lot.count)} (${names.unit(lot.unit)}, ${inText(KIND_NAMES[lot.kind])})`;
  switch (fact.type) {
    case 'DrillRuleSet':
      return [`Đặt quy tắc đánh giá động viên: ${fact.reason}`, `The drill's rule is set: ${fact.reason}`];
    case 'StartHourSet':
      return [`Đặt giờ G: ${hour(fact.start)} (${fact.reason})`, `The hour H is ${hour(fact.start)} (${fact.reason})`];
    case 'QuotaSet': {
      const what = `${names.unit(fact.unit)}, ${inText(KIND_NAMES[fact.kind])}, ${fact.group}: ${n(fact.required)}`;
      return [`Giao chỉ tiêu ${what}`, `Quota of ${what}`];
    }
    case 'RegisterVerified': {
      const removed = Object.values(fact.removed).reduce((sum, each) => sum + each, 0);
      const what = `${names.unit(fact.unit)}, ${inText(KIND_NAMES[fact.kind])}`;
      return [
        `Phúc tra ${what}: đăng ký ${n(fact.registered)}, đưa ra khỏi danh sách ${n(removed)}`,
        `Register re-verified, ${what}: ${n(fact.registered)} registered, ${n(removed)} struck off`,
      ];
    }
    case 'OrdersIssued': {
      const what = `${n(fact.count)} (${names.unit(fact.unit)}, ${inText(KIND_NAMES[fact.kind])})`;
      return [
        `Ban hành lệnh gọi${fact.spare ? ' dự phòng' : ''}: ${what}`,
        `${fact.spare ? 'Spare orders' : 'Orders'} issued: ${what}`,
      ];
    }
    case 'OrdersDelivered':
      return [`Giao lệnh gọi: ${lotText(fact.lot)}`, `Orders delivered: ${lotText(fact.lot)}`];
    case 'OrdersRefused': {
      const why = inText(REFUSAL_NAMES[fact.reason]);
      return [
        `Lệnh gọi không giao được: ${lotText(fact.lot)}, ${why}`,
        `Orders not delivered: ${lotText(fact.lot)}, ${why}`,
      ];
    }
    case 'StationOpened': {
      const units = fact.units.map((unit) => names.unit(unit)).join(', ');
      return [
        `Mở trạm tập trung ${fact.station} (${units}), báo cáo chậm nhất ${hour(fact.reportBy)}`,
        `Assembly station ${fact.station} opens (${units}), reports by ${hour(fact.reportBy)}`,
      ];
    }
    case 'StationHourMoved':
      return [
        `Đổi giờ trạm ${fact.station}: ${hour(fact.from)} → ${hour(fact.reportBy)} (${fact.reason})`,
        `Hour of station ${fact.station} moves: ${hour(fact.from)} → ${hour(fact.reportBy)} (${fact.reason})`,
      ];
    case 'StationReported':
      return [`Trạm ${fact.station} báo cáo`, `Station ${fact.station} reports`];
    case 'StationOverdue': {
      const to = names.head(fact.to);
      return [
        `${fact.rung === 'board' ? 'Trình' : 'Nhắc'} ${to}: trạm ${fact.station} chưa báo, giờ hẹn ${hour(fact.rungAt)}`,
        `${fact.rung === 'board' ? 'Put before' : 'Reminder to'} ${to}: station ${fact.station} is silent, hour ${hour(fact.rungAt)}`,
      ];
    }
    case 'CheckedIn':
      return checkedIn(fact.station, fact.checkIns, n);
    case 'CheckInCorrected': {
      const excuse = fact.excuse ? ` (${inText(EXCUSE_NAMES[fact.excuse])})` : '';
      const now = `${inText(ORDER_STANDING_NAMES[fact.status])}${excuse}`;
      return [
        `Đính chính điểm danh ${fact.order}: ${now}; ${fact.reason}`,
        `Check-in of ${fact.order} corrected: ${now}; ${fact.reason}`,
      ];
    }
    case 'Substituted': {
      const why = fact.reason ? ` (${fact.reason})` : '';
      return [
        `Dự phòng ${fact.spareOrder} thay ${fact.absentOrder}${why}`,
        `Spare ${fact.spareOrder} fills the place of ${fact.absentOrder}${why}`,
      ];
    }
    case 'VehicleInspected': {
      const defect = fact.reason ? ` (${inText(DEFECT_NAMES[fact.reason])})` : '';
      return [
        `Kiểm tra kỹ thuật ${fact.order}: ${fact.fit ? 'đạt' : 'không đạt'}${defect}`,
        `Vehicle ${fact.order} inspected: ${fact.fit ? 'fit' : 'unfit'}${defect}`,
      ];
    }
    case 'HandedOver': {
      const [number, date] = [fact.minutes.number, formatDate(fact.minutes.date)];
      return [
        `Bàn giao ${lotText(fact.lot)} cho ${fact.receivingUnit}, biên bản số ${number} ngày ${date}`,
        `Handed over to ${fact.receivingUnit}: ${lotText(fact.lot)}, minutes ${number} of ${date}`,
      ];
    }
    case 'HandOverReversed':
      return [
        `Đính chính, nhận lại từ bàn giao ${listed(fact.orders, n)}: ${fact.reason}`,
        `Handover taken back for ${listed(fact.orders, n)}: ${fact.reason}`,
      ];
    case 'Released':
      return [`Cho về ${lotText(fact.lot)}`, `Released: ${lotText(fact.lot)}`];
    case 'IncidentReported':
    case 'IncidentRevised': {
      const [subjectVi, subjectEn] = SUBJECTS[fact.subject];
      const serious = fact.severity === 'serious';
      const again = fact.type === 'IncidentRevised' ? `; ${fact.reason}` : '';
      return [
        `${again ? 'Đánh giá lại' : 'Báo'} sự cố ${fact.incident} về ${subjectVi}, mức ${serious ? 'nghiêm trọng' : 'nhẹ'}: ${fact.note}${again}`,
        `Incident ${fact.incident} (${subjectEn})${again ? ' judged anew' : ''}, ${fact.severity}: ${fact.note}${again}`,
      ];
    }
    case 'DrillRehomed':
      return [`Chuyển cơ quan phụ trách động viên: ${fact.reason}`, `The drill goes to other bodies: ${fact.reason}`];
    default:
      return fact satisfies never;
  }
};

/** Up to three numbers, then how many. */
const listed = (orders: readonly string[], n: (value: number) => string): string =>
  orders.length <= 3 ? orders.join(', ') : `${n(orders.length)} (${orders[0]} … ${orders.at(-1)})`;

const checkedIn = (
  station: string,
  checkIns: readonly SentCheckIn[],
  n: (value: number) => string,
): readonly [string, string] => {
  const absent = checkIns.filter(({ absent: unexcused, excuse }) => unexcused || excuse).length;
  const late = checkIns.filter((each) => each.late).length;
  const walkIns = checkIns.filter(({ walkIn }) => walkIn).length;
  const present = checkIns.length - absent - late;
  return [
    `Trạm ${station} điểm danh ${n(checkIns.length)} lượt: đúng giờ ${n(present)}, muộn ${n(late)}, vắng ${n(absent)}${walkIns ? `, trong đó ngoài danh sách ${n(walkIns)}` : ''}`,
    `Station ${station} checks in ${n(checkIns.length)}: ${n(present)} on time, ${n(late)} late, ${n(absent)} absent${walkIns ? `, ${n(walkIns)} of them on no list` : ''}`,
  ];
};
