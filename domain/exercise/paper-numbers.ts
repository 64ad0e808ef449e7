/** What an office numbered is entered on a file under its own number only. */
import { stateIn } from '../context.ts';
import type { CommandMeta, Context } from '../decider.ts';
import { type OrgUnitId, unitOf } from '../people.ts';
import { EXERCISE_DOCUMENT_KINDS, exerciseRule, kindRule } from '../register/kinds.ts';
import { readNumber } from '../register/number.ts';
import { entryKey, registerId } from '../register/state.ts';
import { Rejection } from '../rejection.ts';
import { entityOf, type StreamId, streamId } from '../streams.ts';
import type { PaperSlot } from '../template/index.ts';
import type { Paper } from '../text.ts';
import { yearOf } from '../time.ts';
import { bodyIn, isCommuneLevel } from './rights.ts';
import type { ExerciseState } from './state.ts';

/** The office that issues a paper of the chain; null for those that come from elsewhere. */
const issuingUnit = (state: ExerciseState, slot: PaperSlot): OrgUnitId | null => {
  const kind = EXERCISE_DOCUMENT_KINDS.find((each) => exerciseRule(each).slot === slot);
  if (!kind || state.type === null) return null;
  const rule = exerciseRule(kind);
  return unitOf(bodyIn(state, (isCommuneLevel(state.type) ? rule.commune : rule.city).body));
};

/** The register that a paper entered on a file would be numbered in; none for those that come from elsewhere. */
export const registersOf = (state: ExerciseState, slot: PaperSlot, paper: Paper): StreamId[] => {
  const unit = issuingUnit(state, slot);
  return unit ? [streamId('register', registerId(unit, yearOf(paper.date)))] : [];
};

/** Refuses a number that the register gave to another paper drawn up here, with `number-of-another`. */
export const requireOwnNumber = (
  state: ExerciseState,
  slot: PaperSlot,
  paper: Paper,
  { stream }: CommandMeta,
  context: Context,
): void => {
  const [unit, read] = [issuingUnit(state, slot), readNumber(paper.number)];
  const register = unit && stateIn(context, 'register', registerId(unit, yearOf(paper.date)));
  if (!register || !read) return;
  const its = register.entries.get(entryKey(read.symbol, false, read.number))?.paper;
  if (its && !(its.exercise === entityOf(stream) && kindRule(its.kind).slot === slot))
    throw new Rejection('number-of-another', { number: paper.number });
};
