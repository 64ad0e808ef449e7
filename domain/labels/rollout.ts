/** Rules, contradictions, faults and grounds of a roll-out plan in sentences, in both languages. */
import type { Fault } from '../rollout/check.ts';
import { bandOf, heldBefore, openYearsOf, type RollOutProblem } from '../rollout/problem.ts';
import { kindOfRule, type RuleName, subjectOfRule } from '../rollout/rules.ts';
import type { Because } from '../rollout/why.ts';
import { inText, type Language, many } from './format.ts';
import { RULE_NAMES, WINDOW_NAMES } from './words-rollout.ts';

/** How a commune is called, in the language asked for. */
export type UnitName = (id: string) => string;

type Pair = readonly [string, string];

const monthsText = (months: readonly number[]): string => months.join(', ');

/** One rule with its figures, as a part of a sentence: `Tân Thạnh phải diễn tập trong 1 năm đầu (xã điểm)`. */
export const ruleText = (problem: RollOutProblem, rule: RuleName, unit: UnitName, language: Language): string =>
  rulePair(problem, rule, unit)[language === 'vi' ? 0 : 1];

const rulePair = (problem: RollOutProblem, rule: RuleName, unit: UnitName): Pair => {
  const { rules, communes } = problem;
  const id = subjectOfRule(rule) ?? '';
  const { least, most } = bandOf(problem);
  const n = communes.length;
  switch (kindOfRule(rule)) {
    case 'fixed': {
      const at = problem.fixed.find(({ commune }) => commune === id);
      const month = at ? `${at.month}/${at.year}` : '–';
      return [`${unit(id)} đã chọn cố định tháng ${month}`, `${unit(id)} is fixed to ${month}`];
    }
    case 'pilots':
      return [
        `${unit(id)} là xã điểm, phải diễn tập trong ${rules.pilotYears} năm đầu`,
        `${unit(id)} is a pilot and exercises in the first ${many(rules.pilotYears, 'year')}`,
      ];
    case 'spacing': {
      const last = communes.find((commune) => commune.id === id)?.lastYear ?? '–';
      return [
        `${unit(id)} diễn tập lần trước năm ${last}, phải cách ít nhất ${rules.minGapYears} năm`,
        `${unit(id)} exercised in ${last} and rests ${many(rules.minGapYears, 'year')} at least`,
      ];
    }
    case 'windows': {
      const window = rules.windows.find((each) => each.id === id);
      const months = monthsText(window?.months ?? []);
      const name = WINDOW_NAMES[window?.kind ?? 'other'];
      const whom: Pair = window?.communes
        ? [`${window.communes.length} xã`, many(window.communes.length, 'commune')]
        : ['tất cả các xã', 'all communes'];
      return [
        `không tổ chức vào ${name.vi} (tháng ${months}, ${whom[0]})`,
        `nothing is held in the ${name.en} (months ${months}, ${whom[1]})`,
      ];
    }
    case 'clusters': {
      const cluster = rules.clusters.find((each) => each.id === id);
      const names = (cluster?.communes ?? []).map(unit).join(', ');
      return [
        `${cluster?.name ?? id} (${names}) diễn tập cùng nhau`,
        `${cluster?.name ?? id} (${names}) exercise together`,
      ];
    }
    case 'clashes': {
      const [a = '', b = ''] = id.split('+');
      const why = rules.clashes.find((clash) => clash.a === a && clash.b === b)?.why ?? '';
      return [
        `${unit(a)} và ${unit(b)} không diễn tập cùng năm (${why})`,
        `${unit(a)} and ${unit(b)} do not share a year (${why})`,
      ];
    }
    case 'vehicles':
      return [
        `mỗi tháng có ${rules.vehiclesPerMonth ?? '–'} phương tiện`,
        `there are ${many(rules.vehiclesPerMonth ?? 0, 'vehicle')} a month`,
      ];
    case 'staff':
      return [
        `mỗi tháng có ${rules.teamsPerMonth ?? '–'} tổ đạo diễn`,
        `there are ${many(rules.teamsPerMonth ?? 0, 'directing team')} a month`,
      ];
    case 'ceiling':
      return [
        `mỗi năm không quá ${most} trên ${n} xã (${rules.ceilingPercent}%)`,
        `no more than ${most} of ${many(n, 'commune')} a year (${rules.ceilingPercent}%)`,
      ];
    case 'floor': {
      const years = openYearsOf(problem).length;
      const left = n - heldBefore(problem);
      const all = least * years > left;
      return [
        `mỗi năm ít nhất ${least} trên ${n} xã (${rules.floorPercent}%)${all ? `, mà ${years} × ${least} = ${years * least} nhiều hơn ${left}` : ''}`,
        `at least ${least} of ${many(n, 'commune')} a year (${rules.floorPercent}%)${all ? `, though ${years} × ${least} = ${years * least} are more than ${left}` : ''}`,
      ];
    }
  }
};

/** What a plan breaks: `Mưa lũ …`, `Năm 2027 có 19 xã, thấp hơn mức 20`. */
export const faultText = (problem: RollOutProblem, fault: Fault, unit: UnitName, language: Language): string =>
  faultPair(problem, fault, unit, language)[language === 'vi' ? 0 : 1];

const faultPair = (problem: RollOutProblem, fault: Fault, unit: UnitName, language: Language): Pair => {
  const { rule, communes, year, month, count, limit } = fault;
  const [first = ''] = communes;
  const of = communes.map(unit).join(', ');
  const when = `${month ?? '–'}/${year ?? '–'}`;
  if (rule === 'outside')
    return [
      `${unit(first)} không thuộc phương án hoặc ngoài nhiệm kỳ`,
      `${unit(first)} or its year is none of this plan`,
    ];
  if (rule === 'missing')
    return count === 0
      ? [`${unit(first)} chưa có năm diễn tập`, `${unit(first)} has no year yet`]
      : [`${unit(first)} có hơn một năm diễn tập`, `${unit(first)} stands in the plan more than once`];
  const kind = kindOfRule(rule);
  const text = ruleText(problem, rule, unit, language);
  if (kind === 'floor' || kind === 'ceiling')
    return kind === 'floor'
      ? [
          `Năm ${year} có ${count} xã, thiếu ${(limit ?? 0) - (count ?? 0)} so với mức ${limit}`,
          `${year} has ${count}, short of ${limit} by ${(limit ?? 0) - (count ?? 0)}`,
        ]
      : [`Năm ${year} có ${count} xã, quá mức ${limit}`, `${year} has ${count}, over the limit of ${limit}`];
  if (kind === 'staff' || kind === 'vehicles')
    return [`Tháng ${when}: cần ${count}, ${text} (${of})`, `${when}: ${count} are needed; ${text} (${of})`];
  if (kind === 'windows') return [`${unit(first)} tháng ${when}: ${text}`, `${unit(first)} in ${when}: ${text}`];
  const at = year === null ? '' : language === 'vi' ? `Năm ${year}: ` : `${year}: `;
  return [`${at}${text}`, `${at}${text}`];
};

/** Why a commune stands there, as one of several short grounds. */
export const becauseText = (ground: Because, unit: UnitName, language: Language): string => {
  const pair = becausePair(ground, unit, language);
  return pair[language === 'vi' ? 0 : 1];
};

const becausePair = (ground: Because, unit: UnitName, language: Language): Pair => {
  switch (ground.because) {
    case 'fixed':
      return ['đã chọn cố định', 'fixed by choice'];
    case 'pilot':
      return ['xã điểm, làm trước', 'a pilot, goes first'];
    case 'cluster':
      return [`cùng ${ground.name}`, `with ${ground.name}`];
    case 'kept':
      return ['giữ năm của phương án đang có hiệu lực', 'keeps its year of the plan in force'];
    case 'moved':
      return [`chuyển từ năm ${ground.from}`, `moved from ${ground.from}`];
    case 'gap':
      return [
        `lần trước ${ground.last}, cách ${ground.years} năm (thường lệ ${ground.usual})`,
        `last in ${ground.last}, ${many(ground.years, 'year')} ago then (usually ${ground.usual})`,
      ];
    case 'first':
      return ['chưa có lần diễn tập trước', 'no earlier exercise is known'];
    case 'clash':
      return [
        `không cùng năm với ${ground.with.map(unit).join(', ')}`,
        `not in one year with ${ground.with.map(unit).join(', ')}`,
      ];
    case 'avoids': {
      const names = ground.windows.map((kind) => WINDOW_NAMES[kind][language]).join(', ');
      return [`tránh ${names}`, `avoids ${names}`];
    }
  }
};

/** The names of kinds of rules, joined. */
export const ruleKindsText = (rules: readonly string[], language: Language): string =>
  [
    ...new Set(
      rules.map(
        (rule) => (rule === 'missing' || rule === 'outside' ? MISSING : RULE_NAMES[kindOfRule(rule)])[language],
      ),
    ),
  ]
    .map(inText)
    .join(', ');
const MISSING = { vi: 'Mỗi xã đúng một lần', en: 'Every commune once' } as const;
