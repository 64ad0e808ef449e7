/** What a number is given to: a paper drawn up from a file that stands there, is no secret, and has no number yet. */

import { stateIn, statesIn } from '../context.ts';
import type { Context } from '../decider.ts';
import { enteredPaper, isSecret, paperOnFile } from '../exercise/index.ts';
import { bodyIn, isCommuneLevel } from '../exercise/rights.ts';
import type { ExerciseState } from '../exercise/state.ts';
import { type OrgUnitId, unitOf } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { PAPER_SLOTS } from '../template/index.ts';
import { type LocalDate, yearOf } from '../time.ts';
import { kindRule } from './kinds.ts';
import { type NumberSymbol, readNumber } from './number.ts';
import { type NumberedPaper, numberOf, type RegisterState, seriesKey } from './state.ts';

/** Throws unless the paper may be numbered in this register, under this symbol. */
export const checkNumbered = (
  register: RegisterState,
  paper: NumberedPaper,
  symbol: NumberSymbol,
  unit: OrgUnitId,
  context: Context,
): void => {
  const rule = kindRule(paper.kind);
  const state = stateIn(context, 'exercise', paper.exercise);
  if (!state || state.type === null) throw new Rejection('exercise-unknown', { id: paper.exercise });
  const issue = isCommuneLevel(state.type) ? rule.commune : rule.city;
  if (issue.symbol === null) throw new Rejection('paper-unnumbered', {});
  if (unitOf(bodyIn(state, issue.body)) !== unit)
    throw new Rejection('register-elsewhere', { unit: unitOf(bodyIn(state, issue.body)) });
  if (isSecret(state, { kind: 'exercise' }) || (rule.slot && isSecret(state, { kind: 'paper', slot: rule.slot })))
    throw new Rejection('paper-secret', {});
  const source = rule.source === 'exercise' ? state : stateIn(context, rule.source, paper.exercise);
  if (!source || paper.atVersion > source.version)
    throw new Rejection('paper-version', { version: paper.atVersion, latest: source?.version ?? 0 });
  const filed = rule.slot && paperOnFile(state, rule.slot);
  if (filed && rule.slot) throw new Rejection('paper-exists', { paper: rule.slot, number: filed.number });
  const numbered = numberOf(register, paper);
  if (numbered) throw new Rejection('paper-numbered', { number: numbered.written });
  if (symbol !== issue.symbol) throw new Rejection('symbol-of-kind', { symbol, rightSymbol: issue.symbol });
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
