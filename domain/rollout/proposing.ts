/** Proposing a plan: the first of a term, a better draft, or a revision of the plan in force. */

import type { CommandMeta } from '../decider.ts';
import { bodyId, type OrgUnitId } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { allow } from '../rights.ts';
import { faultsOf } from './check.ts';
import type { RollOutCommand, RollOutEvent } from './commands.ts';
import { type Cell, type RollOutProblem, TERM_YEARS } from './problem.ts';
import type { RollOutState } from './state.ts';

type Propose = Extract<RollOutCommand, { type: 'ProposeRollOut' }>;

/** The term's plan is drawn up by the standing agency or the military party committee of the authority. */
export const requireDrafter = (by: CommandMeta['by'], unit: OrgUnitId): void =>
  allow(by, [bodyId(unit, 'SA'), bodyId(unit, 'MPC')]);

const checkTerm = ({ firstYear, lastYear }: Propose): void => {
  const years = lastYear - firstYear + 1;
  if (years < TERM_YEARS.least || years > TERM_YEARS.most)
    throw new Rejection('roll-out-term', { from: `${firstYear}`, until: `${lastYear}`, most: TERM_YEARS.most });
};

const twice = (ids: readonly string[]): string[] => [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))];

/** Communes named by a rule that are none of the plan's. */
const strangers = ({ rules, communes }: Propose): string[] => {
  const known = new Set<string>(communes.map(({ id }) => id));
  const named = [
    ...rules.pilots,
    ...rules.clusters.flatMap((each) => each.communes),
    ...rules.clashes.flatMap(({ a, b }) => [a, b]),
    ...rules.windows.flatMap((each) => each.communes ?? []),
  ];
  return [...new Set(named.filter((id) => !known.has(id)))];
};

const checkContent = (command: Propose): void => {
  const { communes, rules, cells } = command;
  const doubled = [
    ...twice(communes.map(({ id }) => id)),
    ...twice(cells.map(({ commune }) => commune)),
    ...twice(rules.clusters.map(({ id }) => id)),
    ...twice(rules.windows.map(({ id }) => id)),
  ];
  if (doubled.length > 0) throw new Rejection('roll-out-twice', { named: doubled });
  const unknown = strangers(command);
  if (unknown.length > 0) throw new Rejection('roll-out-strangers', { units: unknown });
  const self = rules.clashes.filter(({ a, b }) => a === b).map(({ a }) => a);
  if (self.length > 0) throw new Rejection('roll-out-self-clash', { units: self });
  checkPlaces({ ...command, fixed: [], base: null, opens: null }, cells);
};

/** Throws `roll-out-outside` for cells of no commune or no year of the plan; what else a draft breaks is shown, not refused. */
export const checkPlaces = (problem: RollOutProblem, cells: readonly Cell[]): void => {
  const outside = faultsOf(problem, cells).filter(({ rule }) => rule === 'outside');
  if (outside.length === 0) return;
  const units = [...new Set(outside.flatMap(({ communes }) => communes))];
  throw new Rejection('roll-out-outside', { units, from: `${problem.firstYear}`, until: `${problem.lastYear}` });
};

/** How many communes leave their year of the plan in force. */
const movedFrom = ({ inForce }: RollOutState, cells: readonly Cell[]): number | null => {
  if (!inForce) return null;
  const was = new Map(inForce.placings.map(({ commune, year }) => [commune, year]));
  return cells.filter(({ commune, year }) => was.has(commune) && was.get(commune) !== year).length;
};

export const decideProposal = (command: Propose, state: RollOutState, { by }: CommandMeta): RollOutEvent[] => {
  requireDrafter(by, state.orgUnit ?? command.orgUnit);
  if (state.phase === 'submitted') throw new Rejection('roll-out-submitted', { revision: state.revision });
  const { orgUnit, firstYear, lastYear, solve = null, reason = null } = command;
  const other =
    state.phase !== 'none' &&
    (orgUnit !== state.orgUnit || firstYear !== state.firstYear || lastYear !== state.lastYear);
  if (other)
    throw new Rejection('roll-out-other-term', {
      unit: state.orgUnit ?? [],
      from: `${state.firstYear}`,
      until: `${state.lastYear}`,
    });
  if (state.inForce && reason === null)
    throw new Rejection('roll-out-needs-reason', { revision: state.inForce.revision });
  checkTerm(command);
  checkContent(command);
  const { theme, communes, rules, cells } = command;
  const revision = state.phase === 'none' || state.phase === 'approved' ? state.revision + 1 : state.revision;
  const moves = movedFrom(state, cells);
  return [
    {
      ...{ type: 'RollOutProposed', revision, orgUnit, firstYear, lastYear, theme },
      ...{ communes, rules, cells, solve, moves, reason },
    },
  ];
};
