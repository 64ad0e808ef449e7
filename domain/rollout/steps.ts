/** A plan on its way: moved by hand, submitted, returned, approved. */
import type { CommandMeta } from '../decider.ts';
import { bodyId, type OrgUnitId } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { allow } from '../rights.ts';
import { dayOf, type LocalDate } from '../time.ts';
import { type Fault, hardFaults } from './check.ts';
import type { AskedExercise, CellChange, RollOutCommand, RollOutEvent } from './commands.ts';
import { exerciseIdOf } from './names.ts';
import { isPast, opensAfter, type RollOutProblem } from './problem.ts';
import { checkPlaces, requireDrafter } from './proposing.ts';
import { kindOfRule } from './rules.ts';
import { problemOf, type RollOutState } from './state.ts';

type Given<T extends RollOutCommand['type']> = Extract<RollOutCommand, { type: T }>;

/** Unit and problem of a plan that exists. Throws `roll-out-unknown`. */
const standing = (
  state: RollOutState,
  { at }: Pick<CommandMeta, 'at'>,
): { readonly unit: OrgUnitId; readonly problem: RollOutProblem } => {
  const problem = problemOf(state, dayOf(at));
  if (!problem || !state.orgUnit) throw new Rejection('roll-out-unknown', {});
  return { unit: state.orgUnit, problem };
};

const isOpen = ({ phase }: RollOutState): boolean => phase === 'draft' || phase === 'returned';

export const decideRevision = (
  { cells, reason }: Given<'ReviseRollOut'>,
  state: RollOutState,
  meta: CommandMeta,
): RollOutEvent[] => {
  const { unit, problem } = standing(state, meta);
  requireDrafter(meta.by, unit);
  if (!isOpen(state)) throw new Rejection('roll-out-not-draft', { rollOutPhase: state.phase });
  const ids = cells.map(({ commune }) => commune);
  const doubled = ids.filter((id, i) => ids.indexOf(id) !== i);
  if (doubled.length > 0) throw new Rejection('roll-out-twice', { named: [...new Set(doubled)] });
  checkPlaces(problem, cells);
  const was = new Map(state.cells.map((cell) => [cell.commune, cell]));
  const changes = cells.flatMap((to): CellChange[] => {
    const from = was.get(to.commune) ?? null;
    const same = from?.year === to.year && from.month === to.month && from.fixed === to.fixed;
    return same ? [] : [{ from: from && { year: from.year, month: from.month, fixed: from.fixed }, to }];
  });
  return changes.length === 0 ? [] : [{ type: 'RollOutRevised', changes, reason }];
};

/** One rule of each kind that is broken. */
const kindsOf = (faults: readonly Fault[]): string[] => {
  const kind = ({ rule }: Fault): string => (rule === 'missing' || rule === 'outside' ? rule : kindOfRule(rule));
  return [...new Set(faults.map(kind))];
};

export const decideSubmission = (state: RollOutState, meta: CommandMeta): RollOutEvent[] => {
  const { unit, problem } = standing(state, meta);
  requireDrafter(meta.by, unit);
  if (!isOpen(state)) throw new Rejection('roll-out-not-draft', { rollOutPhase: state.phase });
  const faults = hardFaults(problem, state.cells);
  if (faults.length > 0)
    throw new Rejection('roll-out-breaks-rules', { count: faults.length, rollOutRules: kindsOf(faults) });
  return [{ type: 'RollOutSubmitted', revision: state.revision }];
};

/** Heads who may decide: of the steering board, the people's committee, the party committees of the authority. */
const requireApprover = ({ by }: CommandMeta, unit: OrgUnitId): void =>
  allow(by, [bodyId(unit, 'SB'), bodyId(unit, 'PC'), bodyId(unit, 'SC'), bodyId(unit, 'MPC')], 'head');

const requireSubmitted = (state: RollOutState): void => {
  if (state.phase !== 'submitted') throw new Rejection('roll-out-not-submitted', { rollOutPhase: state.phase });
};

export const decideReturn = (
  { reason }: Given<'ReturnRollOut'>,
  state: RollOutState,
  meta: CommandMeta,
): RollOutEvent[] => {
  requireApprover(meta, standing(state, meta).unit);
  requireSubmitted(state);
  return [{ type: 'RollOutReturned', revision: state.revision, reason }];
};

export const decideApproval = (
  { paper }: Given<'ApproveRollOut'>,
  state: RollOutState,
  meta: CommandMeta,
): RollOutEvent[] => {
  const { unit } = standing(state, meta);
  requireApprover(meta, unit);
  requireSubmitted(state);
  if (state.submittedBy?.person === meta.by.person) throw new Rejection('roll-out-own', {});
  const today = dayOf(meta.at);
  if (paper && paper.date > today) throw new Rejection('paper-from-the-future', { date: paper.date, today });
  const { revision, theme, inForce } = state;
  const before: RollOutEvent[] = inForce
    ? [{ type: 'RollOutSuperseded', revision: inForce.revision, successor: revision }]
    : [];
  return [
    ...before,
    { type: 'RollOutApproved', revision, paper: paper ?? null, theme, exercises: askedBy(state, today) },
  ];
};

/** The files that approval asks for: one for each commune that has none of this term yet and whose month is still to come. */
const askedBy = (
  { communes, cells, asked, rules, firstYear, lastYear }: RollOutState,
  today: LocalDate,
): AskedExercise[] => {
  const opens = opensAfter(today);
  const placed = new Set(cells.filter((cell) => !isPast(cell, opens)).map(({ commune }) => commune));
  return communes
    .filter(({ id, file }) => placed.has(id) && !asked.has(id) && !file)
    .map(({ id, superior }) => ({
      exercise: exerciseIdOf(id, firstYear, lastYear),
      commune: id,
      superior,
      isPilot: rules?.pilots.includes(id) ?? false,
    }));
};
