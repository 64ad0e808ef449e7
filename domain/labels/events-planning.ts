/** A commune and its city, what an exercise takes of venues and vehicles, and accepted clashes, in words. */
import type { Fact } from '../decider.ts';
import type { CityEvent } from '../exercise/city.ts';
import type { ResourceEvent } from '../exercise/resources.ts';
import { CLASH_NAMES } from './clash-names.ts';
import { inText, type Language, many } from './format.ts';
import type { Names } from './names.ts';
import { PHASES } from './words.ts';

const CHANGE_NAMES = {
  rescheduled: ['dời ngày', 'moved'],
  postponed: ['hoãn', 'postponed'],
  resumed: ['tiếp tục', 'resumed'],
  cancelled: ['hủy', 'cancelled'],
} as const;

const BECAUSE: Readonly<Record<string, readonly [string, string]>> = {
  followed: ['hoãn theo thành phố', 'it rests with the city'],
  asked: ['chờ ý kiến cấp xã', 'its leaders are asked'],
  postponed: ['đang hoãn', 'it is postponed'],
  'not-postponed': ['không ở trạng thái hoãn', 'it is not postponed'],
  'no-days': ['chưa có ngày', 'no days are given'],
  'opening-day-passed': ['ngày mới đã qua', 'its new day has passed'],
  'calendar-year-missing': ['chưa có bảng ngày làm việc', 'the year has no working-day table'],
};

/** Why a commune stayed; `phase:<phase>` names the phase that it is in. */
const becauseOf = (because: string, language: Language): string => {
  const phase = Object.entries(PHASES).find(([code]) => because === `phase:${code}`)?.[1];
  if (phase) return `${language === 'vi' ? 'giai đoạn' : 'phase'}: ${inText(phase[language])}`;
  return BECAUSE[because]?.[language === 'vi' ? 0 : 1] ?? because;
};

const vehicles = (list: readonly { readonly class: string; readonly count: number }[]): string =>
  list.map((each) => `${each.class} ${each.count}`).join(', ') || '–';
const because = (reason: string | null): string => (reason === null ? '' : ` (${reason})`);

export const planningSentence = (
  fact: Fact<CityEvent | ResourceEvent>,
  names: Names,
  language: Language,
): readonly [string, string] => {
  const by = names.body(fact.by.body);
  switch (fact.type) {
    case 'CityChangeNoted': {
      const [vi, en] = CHANGE_NAMES[fact.change];
      const why = becauseOf(fact.because, language);
      return [
        `Ghi nhận thành phố ${vi}, diễn tập này không đổi (${why}): ${fact.reason}`,
        `Noted: the city exercise is ${en}; this one stays (${why}): ${fact.reason}`,
      ];
    }
    case 'CityAnswered': {
      const [vi, en] = CHANGE_NAMES[fact.change];
      const follows = fact.answer === 'follow';
      return [
        `${by} trả lời việc thành phố ${vi}: ${follows ? 'theo thành phố' : 'giữ nguyên'} (${fact.reason})`,
        `${by} answers that the city exercise is ${en}: ${follows ? 'it follows' : 'it stays'} (${fact.reason})`,
      ];
    }
    case 'ResourcesReserved': {
      const venues = fact.venues.join(', ') || '–';
      const [what, why] = [vehicles(fact.vehicles), because(fact.reason)];
      return [
        `${by} đăng ký địa điểm: ${venues}; phương tiện: ${what}${why}`,
        `${by} reserves venues: ${venues}; vehicles: ${what}${why}`,
      ];
    }
    case 'VehicleStockSet': {
      const [what, why] = [vehicles(fact.stock), because(fact.reason)];
      return [`${by} nhập số phương tiện hiện có: ${what}${why}`, `${by} enters the vehicle stock: ${what}${why}`];
    }
    case 'BodyCapacitySet': {
      const [who, why] = [names.body(fact.body), because(fact.reason)];
      const { tasksPerDay, tasksPerWeek } = fact;
      return [
        `Mức đáp ứng của ${who}: ${tasksPerDay} việc một ngày, ${tasksPerWeek} việc một tuần${why}`,
        `Capacity of ${who}: ${many(tasksPerDay, 'task')} a day, ${tasksPerWeek} a week${why}`,
      ];
    }
    case 'ClashAccepted': {
      const { vi, en } = CLASH_NAMES[fact.kind];
      const both = fact.exercises.map((id) => names.exercise(id)).join(', ');
      return [
        `${by} chấp nhận xung đột “${vi}” giữa ${both}: ${fact.reason}`,
        `${by} accepts the clash "${en}" between ${both}: ${fact.reason}`,
      ];
    }
    default:
      return fact satisfies never;
  }
};
