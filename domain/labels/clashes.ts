/** Clashes across exercises in words. */
import type { Clash } from '../planning/clash.ts';
import { bodyText } from './clash-names.ts';
import { formatDate } from './format.ts';
import type { Word } from './words.ts';

export const SEVERITY_NAMES: Readonly<Record<Clash['severity'], Word>> = {
  clash: { vi: 'Xung đột', en: 'Clash' },
  warning: { vi: 'Cảnh báo', en: 'Warning' },
};

/** What meets, when, and between which exercises. */
export const clashSentence = ({ kind, exercises, from, until, subject, needed, available }: Clash): Word => {
  const days = from === until ? formatDate(from) : `${formatDate(from)}–${formatDate(until)}`;
  const both = exercises.join(', ');
  switch (kind) {
    case 'body': {
      const who = bodyText(subject);
      return {
        vi: `${who.vi} có ${needed} việc đến hạn ${days}, mức đáp ứng ${available}: ${both}.`,
        en: `${who.en} has ${needed} tasks due ${days} and can carry ${available}: ${both}.`,
      };
    }
    case 'frame-post':
      return {
        vi: `Vai “${subject}” cần ở hai khung tập ngày ${days}: ${both}.`,
        en: `The post "${subject}" is needed in two frames on ${days}: ${both}.`,
      };
    case 'venue':
      return {
        vi: `Địa điểm “${subject}” được giữ hai lần ngày ${days}: ${both}.`,
        en: `The venue "${subject}" is reserved twice on ${days}: ${both}.`,
      };
    case 'vehicle': {
      const stock =
        available === null ? ['chưa nhập số có', 'no stock entered'] : [`có ${available}`, `there are ${available}`];
      return {
        vi: `Phương tiện “${subject}” cùng cần ${needed} ngày ${days}, ${stock[0]}: ${both}.`,
        en: `${needed} vehicles "${subject}" are needed together on ${days}, ${stock[1]}: ${both}.`,
      };
    }
    case 'opening-day':
    case 'closing-day': {
      const who = bodyText(subject);
      const [vi, en] = kind === 'opening-day' ? ['khai mạc', 'open'] : ['bế mạc', 'close'];
      return {
        vi: `Hai diễn tập do ${who.vi} phụ trách cùng ${vi} ngày ${days}: ${both}.`,
        en: `Two exercises led by ${who.en} ${en} on ${days}: ${both}.`,
      };
    }
    default:
      return kind satisfies never;
  }
};
