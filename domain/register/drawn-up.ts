/** What a number is given to: a paper drawn up from a file that stands there, is no secret, and has no number yet. */

import { stateIn, statesIn } from '../context.ts';
import type { Context } from '../decider.ts';
import { enteredPaper, isSecret, paperOnFile } from '../exercise/index.ts';
import { bodyIn, isCommuneLevel } from '../exercise/rights.ts';
import type { ExerciseState } from '../exercise/state.ts';
import { type BodyId, type OrgUnitId, unitOf } from '../people.ts';
import { reviewOf } from '../programme/reviews.ts';
import { Rejection } from '../rejection.ts';
import { PAPER_SLOTS } from '../template/index.ts';
import { type LocalDate, yearOf } from '../time.ts';
import { type ExerciseDocumentKind, exerciseRule } from './kinds.ts';
import { type NumberSymbol, readNumber } from './number.ts';
import { programmeIssue } from './programme-issue.ts';
import { type NumberedPaper, numberOf, type RegisterState, seriesKey } from './state.ts';

/** The symbol of what this office issues. */
const symbolFrom = (unit: OrgUnitId, issue: { readonly body: BodyId; readonly symbol: string | null }): string => {
  if (issue.symbol === null) throw new Rejection('paper-unnumbered', {});
  if (unitOf(issue.body) !== unit) throw new Rejection('register-elsewhere', { unit: unitOf(issue.body) });
  return issue.symbol;
};

const requireVersion = ({ atVersion }: NumberedPaper, source: { readonly version: number } | null): void => {
  if (!source || atVersion > source.version)
    throw new Rejection('paper-version', { version: atVersion, latest: source?.version ?? 0 });
};

/** The report of a review is final, and numbered, as it stands after the meeting. */
const reviewSymbol = (paper: NumberedPaper, unit: OrgUnitId, context: Context): string => {
  const { exercise: id, of, atVersion } = paper;
  const state = stateIn(context, 'programme', id);
  if (!state || state.orgUnit === null) throw new Rejection('programme-unknown', { id });
  const symbol = symbolFrom(unit, programmeIssue(state, state.orgUnit, context.organisation));
  const { review, held } = reviewOf(state, of ?? '');
  if (!held || atVersion < held.event) throw new Rejection('paper-before-meeting', { review });
  requireVersion(paper, state);
  return symbol;
};

const exerciseSymbol = (
  paper: NumberedPaper & { readonly kind: ExerciseDocumentKind },
  unit: OrgUnitId,
  context: Context,
): string => {
  const { exercise: id } = paper;
  const rule = exerciseRule(paper.kind);
  const state = stateIn(context, 'exercise', id);
  if (!state || state.type === null) throw new Rejection('exercise-unknown', { id });
  const issue = isCommuneLevel(state.type) ? rule.commune : rule.city;
  const symbol = symbolFrom(unit, { body: bodyIn(state, issue.body), symbol: issue.symbol });
  if (isSecret(state, { kind: 'exercise' }) || (rule.slot && isSecret(state, { kind: 'paper', slot: rule.slot })))
    throw new Rejection('paper-secret', {});
  requireVersion(paper, rule.source === 'exercise' ? state : stateIn(context, rule.source, id));
  const filed = rule.slot && paperOnFile(state, rule.slot);
  if (filed && rule.slot) throw new Rejection('paper-exists', { paper: rule.slot, number: filed.number });
  return symbol;
};

/** Throws unless the paper may be numbered in this register, under this symbol. */
export const checkNumbered = (
  register: RegisterState,
  paper: NumberedPaper,
  symbol: NumberSymbol,
  unit: OrgUnitId,
  context: Context,
): void => {
  const { kind } = paper;
  const rightSymbol =
    kind === 'programme-review'
      ? reviewSymbol(paper, unit, context)
      : exerciseSymbol({ ...paper, kind }, unit, context);
  const numbered = numberOf(register, paper);
  if (numbered) throw new Rejection('paper-numbered', { number: numbered.written });
  if (symbol !== rightSymbol) throw new Rejection('symbol-of-kind', { symbol, rightSymbol });
};

/** Numbers of one symbol and year that the files of an office cite: entered papers, and proofs of tasks. */
const citedIn = (state: ExerciseState): { readonly number: string; readonly date: LocalDate }[] => [
  ...PAPER_SLOTS.flatMap((slot) => enteredPaper(state, slot) ?? []),
  ...state.amendments.map(({ by }) => by),
  ...state.revoked.flatMap(({ by, paper }) => [by, paper]),
  ...Object.values(state.tasks).flatMap(({ submissions }) => submissions),
];

export const citedNumbers = (
  context: Context,
  unit: OrgUnitId,
  symbol: NumberSymbol,
  year: number,
): ReadonlySet<number> => {
  const found = new Set<number>();
  for (const [, state] of statesIn(context, 'exercise')) {
    if (state.orgUnit !== unit && state.superiorUnit !== unit) continue;
    for (const { number, date } of citedIn(state)) {
      const read = readNumber(number);
      if (read && seriesKey(read.symbol, false) === seriesKey(symbol, false) && yearOf(date) === year)
        found.add(read.number);
    }
  }
  return found;
};
