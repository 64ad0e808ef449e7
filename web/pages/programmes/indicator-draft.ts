/** An indicator as it is typed, and the command it makes. */
import type { Command } from '../../client/command.ts';
import { readAmount } from './amounts.ts';
import type { Programme } from './rights.ts';

type Define = Extract<Command<'programmes'>, { type: 'DefineIndicator' }>;
type Shown = Programme['indicators'][number];
export type SourceKind = Shown['source'];
export type Measure = Shown['measure'];
type Source = NonNullable<Define['source']>;
export type ExerciseType = Extract<Source, { kind: 'exercisesHeld' }>['exerciseType'];

export const SOURCES = ['reported', 'coverage', 'exercisesHeld', 'mobilisation', 'incidents', 'graded'] as const;
export const MEASURES = ['ratio', 'quotient', 'number'] as const;
export const COMPARATORS = ['gte', 'gt', 'eq', 'range', 'follow'] as const;
export const CADENCES = ['month', 'quarter', 'halfYear', 'year', 'term'] as const;
export const EXERCISE_TYPES = [
  'communeCombatExercise',
  'defenceAreaExercise',
  'regionalDefenceExercise',
  'selfDefenceUnit',
] as const;

/** Ends of a target as typed; `high` for a range only. */
export interface TargetTyped {
  readonly low: string;
  readonly high: string;
}
export const NO_TARGET: TargetTyped = { low: '', high: '' };

export interface IndicatorDraft {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly unit: string;
  readonly measure: Measure;
  readonly comparator: (typeof COMPARATORS)[number];
  readonly cadence: (typeof CADENCES)[number];
  readonly join: Shown['join'];
  readonly numerator: string;
  readonly denominator: string;
  readonly owner: string | null;
  readonly source: SourceKind;
  readonly exerciseType: ExerciseType;
  readonly communes: readonly string[];
  readonly of: 'reservist' | 'vehicle';
  readonly points: string;
  /** By column. */
  readonly targets: Readonly<Record<string, TargetTyped>>;
  readonly reason: string;
}

/** Figures that come by themselves are of one measure each. */
const MADE: Readonly<Record<Exclude<SourceKind, 'reported'>, Measure>> = {
  coverage: 'ratio',
  exercisesHeld: 'number',
  mobilisation: 'ratio',
  incidents: 'number',
  graded: 'ratio',
};
export const measureOf = ({ source, measure }: IndicatorDraft): Measure =>
  source === 'reported' ? measure : MADE[source];

export const isCode = (code: string): boolean => /^[A-Z]{1,4}\d{1,3}$/.test(code);

/** `CK05` after CK01–CK04; nothing where there is none to follow. */
export const nextCode = (codes: readonly string[]): string => {
  const last = codes.at(-1);
  if (!last) return '';
  const letters = last.replace(/\d+$/, '');
  const digits = last.slice(letters.length).length;
  const numbers = codes.filter((code) => code.startsWith(letters)).map((code) => Number(code.slice(letters.length)));
  return `${letters}${String(Math.max(...numbers.filter(Number.isFinite)) + 1).padStart(digits, '0')}`;
};

export const emptyIndicator = (file: Programme, owner: string | null): IndicatorDraft => ({
  code: nextCode(file.indicators.map(({ code }) => code)),
  ...{ nameVi: '', nameEn: '', unit: '%', measure: 'ratio', comparator: 'gte', cadence: 'year', join: 'latest' },
  ...{ numerator: '', denominator: '', owner, source: 'reported', exerciseType: 'communeCombatExercise' },
  ...{ communes: [], of: 'reservist', points: '', targets: {}, reason: '' },
});

const sourceOf = ({ source, exerciseType, communes, of, points }: IndicatorDraft): Source | null => {
  switch (source) {
    case 'reported':
    case 'incidents':
      return { kind: source };
    case 'coverage':
      return communes.length > 0 ? { kind: source, exerciseType, communes: [...communes] } : null;
    case 'exercisesHeld':
      return { kind: source, exerciseType };
    case 'mobilisation':
      return { kind: source, of };
    case 'graded': {
      const least = readAmount(points);
      return least === null ? null : { kind: source, points: least };
    }
    default:
      return source satisfies never;
  }
};

type Target = NonNullable<Define['targets']>[string];
const isBlank = ({ low, high }: TargetTyped): boolean => low.trim() === '' && high.trim() === '';

const targetOf = ({ low, high }: TargetTyped, isRange: boolean): Target | null => {
  const [min, max] = [readAmount(low), readAmount(high)];
  if (!isRange) return min;
  return min === null || max === null ? null : { min, max };
};

/** Whether what is typed for a column cannot be taken. */
export const isTargetWrong = (typed: TargetTyped, { comparator }: IndicatorDraft): boolean =>
  !isBlank(typed) && targetOf(typed, comparator === 'range') === null;

/** The command; null while something that is needed is missing or wrong. */
export const indicatorCommand = (draft: IndicatorDraft, needsReason: boolean): Define | null => {
  const { code, nameVi, nameEn, unit, comparator, cadence, join, numerator, denominator, owner, reason } = draft;
  const source = sourceOf(draft);
  const measure = measureOf(draft);
  const typed = comparator === 'follow' ? [] : Object.entries(draft.targets).filter(([, each]) => !isBlank(each));
  const targets = typed.map(([column, each]) => [column, targetOf(each, comparator === 'range')] as const);
  const isNamed = [nameVi, unit, numerator].every((text) => text.trim() !== '');
  const hasParts = measure === 'number' || denominator.trim() !== '';
  const hasReason = !needsReason || reason.trim() !== '';
  if (!isCode(code) || !isNamed || !hasParts || !hasReason || owner === null || source === null) return null;
  if (targets.some(([, target]) => target === null)) return null;
  return {
    ...{ type: 'DefineIndicator', indicator: code, nameVi: nameVi.trim(), unit: unit.trim(), measure, cadence, join },
    ...(nameEn.trim() === '' ? {} : { nameEn: nameEn.trim() }),
    ...(comparator === 'follow' ? {} : { comparator }),
    numerator: numerator.trim(),
    ...(measure === 'number' ? {} : { denominator: denominator.trim() }),
    owner,
    source,
    targets: Object.fromEntries(targets) as Record<string, Target>, // the empty ones are gone
    ...(needsReason ? { reason: reason.trim() } : {}),
  };
};
