/** The roll-out plan of a term in words. */
import type { Fact } from '../decider.ts';
import type { RollOutEvent } from '../rollout/commands.ts';
import { formatNumber, type Language, many } from './format.ts';
import type { Names } from './names.ts';

const MOST_NAMED = 5;

/** `phường Tân Thạnh 4/2027 → 5/2028, …`. */
const changesText = (
  { changes }: Extract<RollOutEvent, { type: 'RollOutRevised' }>,
  names: Names,
  language: Language,
): string => {
  const one = ({ from, to }: (typeof changes)[number]): string => {
    const at = `${to.month}/${to.year}`;
    const was = from === null ? null : `${from.month}/${from.year}`;
    const fixed = to.fixed === (from?.fixed ?? false) ? '' : FIXED[language][to.fixed ? 0 : 1];
    return `${names.unit(to.commune)} ${was === null || was === at ? at : `${was} → ${at}`}${fixed}`;
  };
  const rest = changes.length - MOST_NAMED;
  const more = language === 'vi' ? `và ${rest} xã khác` : `and ${many(rest, 'other')}`;
  return [...changes.slice(0, MOST_NAMED).map(one), ...(rest > 0 ? [more] : [])].join('; ');
};
const FIXED = { vi: [' (cố định)', ' (bỏ cố định)'], en: [' (fixed)', ' (no longer fixed)'] } as const;

export const rollOutSentence = (
  fact: Fact<RollOutEvent>,
  names: Names,
  language: Language,
): readonly [string, string] => {
  const by = names.body(fact.by.body);
  switch (fact.type) {
    case 'RollOutProposed': {
      const { revision, firstYear, lastYear, cells, communes, solve, moves, reason } = fact;
      const term = `${firstYear}–${lastYear}`;
      const gap = solve && `${formatNumber(solve.gap * 100, language, 2)}%`;
      const moved: readonly [string, string] =
        moves === null ? ['', ''] : [`, chuyển năm ${moves} xã`, `, ${many(moves, 'commune')} moved to another year`];
      const why = reason === null ? '' : `: ${reason}`;
      return [
        `${by} lưu phương án luân phiên ${term} (lần ${revision}): ${cells.length}/${communes.length} xã${gap ? `, cách tối ưu không quá ${gap}` : ''}${moved[0]}${why}`,
        `${by} saves the roll-out plan ${term} (revision ${revision}): ${cells.length} of ${many(communes.length, 'commune')}${gap ? `, within ${gap} of the optimum` : ''}${moved[1]}${why}`,
      ];
    }
    case 'RollOutRevised': {
      const changes = changesText(fact, names, language);
      return [
        `${by} chỉnh phương án: ${changes} (${fact.reason})`,
        `${by} changes the plan: ${changes} (${fact.reason})`,
      ];
    }
    case 'RollOutSubmitted':
      return [`${by} trình phương án lần ${fact.revision}`, `${by} submits revision ${fact.revision} of the plan`];
    case 'RollOutReturned':
      return [
        `${by} trả lại phương án lần ${fact.revision}: ${fact.reason}`,
        `${by} returns revision ${fact.revision} of the plan: ${fact.reason}`,
      ];
    case 'RollOutSuperseded':
      return [
        `Phương án lần ${fact.revision} được thay bằng lần ${fact.successor}`,
        `Revision ${fact.revision} of the plan gives way to ${fact.successor}`,
      ];
    case 'RollOutApproved': {
      const { revision, paper, exercises } = fact;
      const on = paper ? ` (${paper.number})` : '';
      const n = exercises.length;
      const [opened, also] =
        n === 0 ? ['', ''] : [`; mở dự thảo ${n} cuộc diễn tập`, `; opens drafts of ${many(n, 'exercise')}`];
      return [
        `${by} phê duyệt phương án lần ${revision}${on}${opened}`,
        `${by} approves revision ${revision} of the plan${on}${also}`,
      ];
    }
    default:
      return fact satisfies never;
  }
};
