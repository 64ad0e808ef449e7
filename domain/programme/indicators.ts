/** Indicators and their targets by year: set with the programme, later added or changed by reasoned events with their history. */
import { z } from 'zod';
import type { CommandMeta, Context, Fact } from '../decider.ts';
import { ownerMustBeInForce } from '../organisation/authority.ts';
import { BodyId, OrgUnitId } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { allow } from '../rights.ts';
import { ExerciseType } from '../template/template.ts';
import { Paper, Reason, text } from '../text.ts';
import { dayOf } from '../time.ts';
import {
  Cadence,
  Column,
  Comparator,
  IndicatorCode,
  Join,
  type Measure,
  Measure as MeasureSchema,
  ReviewId,
  Target,
  TERM,
  type Term,
  yearsOf,
} from './codes.ts';
import { formulaFor } from './formulas.ts';
import { requirePast } from './rights.ts';
import {
  type Indicator,
  indicatorOf,
  type ProgrammeState,
  requirePhase,
  type Source,
  type TargetChange,
} from './state.ts';

const SourceSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('reported') }),
    z.strictObject({
      kind: z.literal('coverage'),
      exerciseType: ExerciseType,
      communes: z.array(OrgUnitId).min(1).max(4_000),
    }),
    z.strictObject({ kind: z.literal('exercisesHeld'), exerciseType: ExerciseType }),
    z.strictObject({ kind: z.literal('mobilisation'), of: z.enum(['reservist', 'vehicle']) }),
    z.strictObject({ kind: z.literal('incidents') }),
    z.strictObject({ kind: z.literal('graded'), points: z.number().min(0).max(100) }),
  ])
  .meta({ id: 'IndicatorSource', description: 'Reported by its owner, or made of exercises, drills and reviews' });

export const IndicatorCommand = z.discriminatedUnion('type', [
  z
    .strictObject({
      type: z.literal('DefineIndicator'),
      indicator: IndicatorCode,
      nameVi: text(300),
      nameEn: text(300).optional(),
      unit: text(40).meta({ description: 'Unit of measure', example: '%' }),
      measure: MeasureSchema,
      comparator: Comparator.optional().meta({ description: 'Left out: followed without a judgement' }),
      cadence: Cadence.default('year'),
      join: Join.default('latest').meta({ description: 'How periods make a year, and years the term' }),
      numerator: text(200).meta({ description: 'What is counted' }),
      denominator: text(200).optional().meta({ description: 'Of what; a ratio and a quotient need it' }),
      owner: BodyId.meta({ description: 'Body that reports it' }),
      source: SourceSchema.default({ kind: 'reported' }),
      targets: z.record(Column, Target).default({}).meta({ description: 'By year, or for the whole term' }),
      reason: Reason.optional().meta({ description: 'Needed when the programme is in force' }),
    })
    .meta({ description: 'Adds an indicator' }),
  z
    .strictObject({
      type: z.literal('ChangeTarget'),
      indicator: IndicatorCode,
      column: Column,
      target: Target,
      reason: Reason,
      paper: Paper.optional(),
      review: ReviewId.optional().meta({ description: 'The review whose outcome it is' }),
    })
    .meta({ description: 'Sets or changes the target of a year; the old one stays in the history' }),
]);
export type IndicatorCommand = z.infer<typeof IndicatorCommand>;

export type IndicatorEvent =
  | {
      readonly type: 'IndicatorDefined';
      readonly indicator: Omit<Indicator, 'history' | 'added'>;
      /** Null while the programme is drawn up. */
      readonly reason: string | null;
    }
  | {
      readonly type: 'TargetChanged';
      readonly indicator: string;
      readonly column: Column;
      readonly from: Target | null;
      readonly target: Target;
      readonly reason: string;
      readonly paper: Paper | null;
      readonly review: string | null;
    };

type Define = Extract<IndicatorCommand, { type: 'DefineIndicator' }>;
type Change = Extract<IndicatorCommand, { type: 'ChangeTarget' }>;

const requireColumn = (column: Column, term: Term): void => {
  if (column !== TERM && !yearsOf(term).includes(column))
    throw new Rejection('outside-term', { when: column, since: term.from, last: term.to });
};

/** A target that can be met: within what the measure can be, a range for `range` and a number for the others. */
const requireTarget = (code: string, measure: Measure, comparator: Comparator | null, target: Target): void => {
  if (comparator === null) throw new Rejection('target-without-comparator', { indicator: code });
  const isRange = typeof target !== 'number';
  if (isRange !== (comparator === 'range')) throw new Rejection('target-form', { indicator: code });
  const [low, high] = isRange ? [target.min, target.max] : [target, target];
  if (low > high || (measure === 'ratio' && high > 100))
    throw new Rejection('target-domain', { indicator: code, low, high });
};

const decideDefine = (
  command: Define,
  state: ProgrammeState,
  meta: CommandMeta,
  context: Context,
): IndicatorEvent[] => {
  const { term } = requirePhase(state, ['draft', 'inForce'], meta, command.type);
  const { indicator: code, measure, source, owner, targets } = command;
  const isDraft = state.phase === 'draft';
  allow(meta.by, isDraft ? state.keepers : state.approvers, ...(isDraft ? [] : (['head'] as const)));
  if (!isDraft && command.reason === undefined) throw new Rejection('added-without-reason', { indicator: code });
  if (state.indicators[code]) throw new Rejection('indicator-exists', { indicator: code });
  if (measure !== 'number' && command.denominator === undefined)
    throw new Rejection('denominator-missing', { indicator: code });
  const comparator = command.comparator ?? null;
  for (const [column, target] of Object.entries(targets)) {
    requireColumn(column, term);
    requireTarget(code, measure, comparator, target);
  }
  ownerMustBeInForce(context.organisation, owner, dayOf(meta.at));
  const { nameVi, nameEn = null, unit, cadence, join, numerator, denominator = null } = command;
  const formula = formulaFor(code, measure, source);
  const defined = { code, nameVi, nameEn, unit, measure, comparator, cadence, join, numerator, denominator, owner };
  return [
    {
      type: 'IndicatorDefined',
      indicator: { ...defined, source: distinct(source), formula, targets },
      reason: isDraft ? null : (command.reason ?? null),
    },
  ];
};

const distinct = (source: Source): Source =>
  source.kind === 'coverage' ? { ...source, communes: [...new Set(source.communes)].sort() } : source;

const decideChange = (command: Change, state: ProgrammeState, meta: CommandMeta): IndicatorEvent[] => {
  const { term } = requirePhase(state, ['draft', 'inForce'], meta, command.type);
  const { indicator: code, column, target, reason, paper = null, review = null } = command;
  const isDraft = state.phase === 'draft';
  allow(meta.by, isDraft ? state.keepers : state.approvers, ...(isDraft ? [] : (['head'] as const)));
  const indicator = indicatorOf(state, code);
  requireColumn(column, term);
  requireTarget(code, indicator.measure, indicator.comparator, target);
  if (paper) requirePast(paper.date, meta.at);
  if (review !== null) requireHeld(state, review);
  const from = indicator.targets[column] ?? null;
  if (JSON.stringify(from) === JSON.stringify(target))
    throw new Rejection('target-unchanged', { indicator: code, when: column });
  return [{ type: 'TargetChanged', indicator: code, column, from, target, reason, paper, review }];
};

/** Throws `review-not-held` where a review has no outcome yet. */
const requireHeld = (state: ProgrammeState, review: string): void => {
  const status = state.reviews[review]?.status;
  if (status !== 'held' && status !== 'finished') throw new Rejection('review-not-held', { review });
};

export const decideIndicator = (
  command: IndicatorCommand,
  state: ProgrammeState,
  meta: CommandMeta,
  context: Context,
): IndicatorEvent[] =>
  command.type === 'DefineIndicator' ? decideDefine(command, state, meta, context) : decideChange(command, state, meta);

export const evolveIndicator = (state: ProgrammeState, fact: Fact<IndicatorEvent>): ProgrammeState => {
  const common = { changedAt: fact.at, changedBy: fact.by, event: fact.version };
  if (fact.type === 'IndicatorDefined') {
    const { indicator, reason } = fact;
    const history = Object.entries(indicator.targets).map(
      ([column, to]): TargetChange => ({ column, from: null, to, reason, paper: null, review: null, ...common }),
    );
    const defined = { ...indicator, history, added: reason };
    return { ...state, indicators: { ...state.indicators, [indicator.code]: defined } };
  }
  const indicator = state.indicators[fact.indicator];
  if (!indicator) return state;
  const { column, from, target: to, reason, paper, review } = fact;
  const history = [...indicator.history, { column, from, to, reason, paper, review, ...common }];
  const changed = { ...indicator, targets: { ...indicator.targets, [column]: to }, history };
  return { ...state, indicators: { ...state.indicators, [indicator.code]: changed } };
};
