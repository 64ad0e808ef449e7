/** Figures and requirements as people read them: `97,06% (99/102)`, `≥ 85%`, `1–2 đảng viên/chi bộ`. */
import type { Comparator, Measure, Qualifier, Target } from '../programme/codes.ts';
import { formatNumber, type Language } from './format.ts';
import { FIGURE_VERDICTS } from './words-programme.ts';

const SIGNS: Readonly<Record<Comparator, string>> = { eq: '=', gte: '≥', gt: '>', range: '' };

/** A percentage stands beside its number, any other unit after a space. */
const withUnit = (text: string, unit: string): string => (unit === '%' ? `${text}%` : `${text} ${unit}`);

export const requirementText = (
  comparator: Comparator | null,
  target: Target | null,
  unit: string,
  language: Language,
): string => {
  if (comparator === null || target === null) return FIGURE_VERDICTS.noTarget[language];
  const said =
    typeof target === 'number'
      ? `${SIGNS[comparator]} ${formatNumber(target, language)}`
      : `${formatNumber(target.min, language)}–${formatNumber(target.max, language)}`;
  return withUnit(said, unit);
};

const QUALIFIED: Readonly<Record<Qualifier, Readonly<Record<Language, string>>>> = {
  over: { vi: 'trên ', en: 'over ' },
  about: { vi: 'khoảng ', en: 'about ' },
};

interface Amounts {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
  readonly qualifier: Qualifier | null;
}

export const figureText = (
  { numerator, denominator, value, qualifier }: Amounts,
  measure: Measure,
  unit: string,
  language: Language,
): string => {
  const n = (each: number): string => formatNumber(each, language);
  const parts = numerator === null || denominator === null ? '' : ` (${n(numerator)}/${n(denominator)})`;
  if (value === null) return `${FIGURE_VERDICTS.noData[language]}${parts}`;
  const before = qualifier ? QUALIFIED[qualifier][language] : '';
  const said = measure === 'number' ? n(value) : formatNumber(value, language, 2);
  return `${before}${withUnit(said, unit)}${parts}`;
};
