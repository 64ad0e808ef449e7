/**
 * The formulas by name and version. A figure names the one it was made by; a formula is never changed, a better one gets
 * the next version, and an indicator keeps the one it was defined with.
 */
import { Rejection } from '../rejection.ts';
import { earlier, type LocalDate, later } from '../time.ts';
import { type Column, type Measure, spanOf, TERM, type Term, yearsOf } from './codes.ts';
import { type CountedExercise, heirOf, type Indicator, type Opened, type Source } from './state.ts';

/** What a formula makes of the exercises: both parts of a ratio, or a value; nulls where there is nothing to count. */
export interface Made {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
  /** Exercises it was made of. */
  readonly from: readonly CountedExercise[];
}

type AutoSource = Exclude<Source, { kind: 'reported' }>;
type AutoFormula = (state: Opened, source: AutoSource, column: Column) => Made;

const NOTHING: Made = { numerator: null, denominator: null, value: null, from: [] };

/** The days of a column that lie within the term. */
export const daysOf = (column: Column, term: Term): Term => {
  const { from, to } = spanOf(column, term);
  return { from: later(from, term.from), to: earlier(to, term.to) };
};

const heldIn = (state: Opened, from: LocalDate, to: LocalDate): CountedExercise[] =>
  Object.values(state.exercises)
    .filter(({ heldOn, confirmed }) => confirmed && from <= heldOn && heldOn <= to)
    .sort((a, b) => (a.heldOn < b.heldOn ? -1 : a.heldOn > b.heldOn ? 1 : a.exercise < b.exercise ? -1 : 1));

const inColumn = (state: Opened, column: Column): CountedExercise[] => {
  const { from, to } = daysOf(column, state.term);
  return heldIn(state, from, to);
};

/** Communes once each, from the beginning of the term to the end of the column. */
const coverage: AutoFormula = (state, source, column) => {
  if (source.kind !== 'coverage') return NOTHING;
  const scope = new Set(source.communes.map((unit) => heirOf(state, unit)));
  const { to } = daysOf(column, state.term);
  const from = heldIn(state, state.term.from, to).filter(
    ({ unit, exerciseType }) => exerciseType === source.exerciseType && scope.has(heirOf(state, unit)),
  );
  const communes = new Set(from.map(({ unit }) => heirOf(state, unit)));
  return { numerator: communes.size, denominator: scope.size, value: null, from };
};

const exercisesHeld: AutoFormula = (state, source, column) => {
  if (source.kind !== 'exercisesHeld') return NOTHING;
  const from = inColumn(state, column).filter(({ exerciseType }) => exerciseType === source.exerciseType);
  return { numerator: null, denominator: null, value: from.length, from };
};

const mobilisation: AutoFormula = (state, source, column) => {
  if (source.kind !== 'mobilisation') return NOTHING;
  const from = inColumn(state, column).filter((each) => each[source.of] !== null);
  const sum = (part: 'numerator' | 'denominator'): number =>
    from.reduce((all, each) => all + (each[source.of]?.[part] ?? 0), 0);
  return from.length === 0
    ? NOTHING
    : { numerator: sum('numerator'), denominator: sum('denominator'), value: null, from };
};

/** Where no exercise was held there is nothing to be safe in: no data, not nought. */
const incidents: AutoFormula = (state, _, column) => {
  const from = inColumn(state, column);
  if (from.length === 0) return NOTHING;
  return { numerator: null, denominator: null, value: from.reduce((all, each) => all + each.incidents, 0), from };
};

const graded: AutoFormula = (state, source, column) => {
  if (source.kind !== 'graded') return NOTHING;
  const from = inColumn(state, column).filter(({ points }) => points !== null);
  const good = from.filter(({ points }) => (points ?? 0) >= source.points);
  return from.length === 0 ? NOTHING : { numerator: good.length, denominator: from.length, value: null, from };
};

const AUTO: Readonly<Record<string, AutoFormula>> = {
  'coverage/1': coverage,
  'exercisesHeld/1': exercisesHeld,
  'mobilisation/1': mobilisation,
  'incidents/1': incidents,
  'graded/1': graded,
};
const NEWEST: Readonly<Record<AutoSource['kind'], string>> = {
  coverage: 'coverage/1',
  exercisesHeld: 'exercisesHeld/1',
  mobilisation: 'mobilisation/1',
  incidents: 'incidents/1',
  graded: 'graded/1',
};
const REPORTED: Readonly<Record<Measure, string>> = { ratio: 'ratio/1', quotient: 'quotient/1', number: 'number/1' };
const MADE_OF: Readonly<Record<AutoSource['kind'], Measure>> = {
  coverage: 'ratio',
  exercisesHeld: 'number',
  mobilisation: 'ratio',
  incidents: 'number',
  graded: 'ratio',
};

/** The formula a new indicator gets. Throws `measure-wrong` where its source makes another kind of figure. */
export const formulaFor = (code: string, measure: Measure, source: Source): string => {
  if (source.kind === 'reported') return REPORTED[measure];
  if (MADE_OF[source.kind] !== measure)
    throw new Rejection('measure-wrong', { indicator: code, measure, rightMeasure: MADE_OF[source.kind] });
  return NEWEST[source.kind];
};

/** What an automatic indicator makes in a column. Throws `TypeError` for a formula that this program does not have. */
export const madeIn = (state: Opened, { source, formula }: Indicator, column: Column): Made => {
  if (source.kind === 'reported') return NOTHING;
  const make = AUTO[formula];
  if (!make) throw new TypeError(`no formula ${formula}`);
  return make(state, source, column);
};

/** Columns of the board: the years of the term, then the whole term. */
export const columnsOf = (term: Term): Column[] => [...yearsOf(term), TERM];
