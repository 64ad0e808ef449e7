/** Numbers given, imported and voided, in words. */
import type { Fact } from '../decider.ts';
import { kindRule } from '../register/kinds.ts';
import { writtenNumber } from '../register/number.ts';
import type { RegisterEvent } from '../register/stream.ts';
import { formatDate, formatNumber, inText, many } from './format.ts';

/** A secret paper is known by its neutral label. */
const about = (fact: Extract<RegisterEvent, { type: 'NumberGiven' }>): readonly [string, string] => {
  if (!fact.paper) return [`“${fact.subject ?? ''}”`, `"${fact.subject ?? ''}"`];
  const { name } = kindRule(fact.paper.kind);
  return [`${inText(name.vi)} (${fact.paper.exercise})`, `${inText(name.en)} (${fact.paper.exercise})`];
};

/** `by`: who did it, in the language that is asked for. */
export const registerSentence = (fact: Fact<RegisterEvent>, by: string): readonly [string, string] => {
  switch (fact.type) {
    case 'NumberGiven': {
      const [vi, en] = about(fact);
      const day = formatDate(fact.date);
      const series: readonly [string, string] = fact.secret ? [' (sổ riêng)', ' (series of its own)'] : ['', ''];
      return [
        `${by} cấp số ${fact.written}${series[0]} ngày ${day}: ${vi}`,
        `${by} gives the number ${fact.written}${series[1]} of ${day}: ${en}`,
      ];
    }
    case 'RegisterImported': {
      const count = fact.rows.length;
      return [
        `${by} nhập sổ cũ: ${formatNumber(count, 'vi')} số`,
        `${by} imports a register: ${many(count, 'number')}`,
      ];
    }
    case 'NumberVoided': {
      const written = writtenNumber(fact.number, fact.symbol);
      return [`${by} hủy số ${written}: ${fact.reason}`, `${by} voids the number ${written}: ${fact.reason}`];
    }
    default:
      return fact satisfies never;
  }
};
