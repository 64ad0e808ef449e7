/** Jobs and their answers as they are shown. */
import type { z } from 'zod';
import type { Job, JobPart, PartAnswer } from '../../db/planner-jobs.ts';
import { becauseText, faultText, ruleText } from '../../domain/labels/rollout.ts';
import { RULE_NAMES } from '../../domain/labels/words-rollout.ts';
import type { OrganisationState } from '../../domain/organisation/index.ts';
import type { OrgUnitId } from '../../domain/people.ts';
import { coverOf, type Fault, faultsOf } from '../../domain/rollout/check.ts';
import { bandOf, type Cell, type RollOutProblem } from '../../domain/rollout/index.ts';
import { kindOfRule } from '../../domain/rollout/rules.ts';
import { becauseOf } from '../../domain/rollout/why.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { JobAnswer, JobShown, Words } from '../contract/index.ts';
import { unitNameOn } from '../queries/names.ts';
import { noteOf } from './claim.ts';

/** Names of localities on a day. */
export interface Naming {
  readonly org: OrganisationState;
  readonly day: LocalDate;
}
const nameIn =
  ({ org, day }: Naming, language: 'vi' | 'en') =>
  (id: string): string =>
    unitNameOn(org, id as OrgUnitId, day)[language]; // rules hold ids of units
const both = (say: (language: 'vi' | 'en') => string): Words => ({ vi: say('vi'), en: say('en') });
export const namedUnit = ({ org, day }: Naming, id: OrgUnitId) => ({ id, name: unitNameOn(org, id, day) });

export const whyOf = (problem: RollOutProblem, cell: Cell, naming: Naming): Words[] =>
  becauseOf(problem, cell).map((ground) => both((language) => becauseText(ground, nameIn(naming, language), language)));

const isSoft = ({ rules }: RollOutProblem, { rule }: Fault): boolean =>
  rule !== 'missing' && rule !== 'outside' && rules.soft.includes(kindOfRule(rule));

export const faultViews = (problem: RollOutProblem, cells: readonly Cell[], naming: Naming) =>
  faultsOf(problem, cells).map((fault) => ({
    rule: fault.rule,
    communes: fault.communes,
    text: both((language) => faultText(problem, fault, nameIn(naming, language), language)),
    soft: isSoft(problem, fault),
  }));

export const jobView = (job: Job, naming: Naming): z.output<typeof JobShown> => {
  const { id, status, wish, at, endedAt, options, solver, model, parts, answers, progress, failure } = job;
  const statusOf = (unit: OrgUnitId): string | null =>
    answers.find((each) => each.unit === unit)?.answer.status ?? null;
  return {
    ...{ id, status, wish, at, endedAt, options, solver, model, progress, failure },
    units: parts.map(({ unit }) => ({ ...namedUnit(naming, unit), status: statusOf(unit) })),
    done: answers.length,
    total: parts.length,
  };
};

export const answerView = (
  job: Job,
  { unit, problem }: JobPart,
  { answer }: PartAnswer,
  naming: Naming,
): z.output<typeof JobAnswer> => {
  const cells = 'cells' in answer ? answer.cells : [];
  const conflict = answer.status === 'infeasible' ? answer : null;
  return {
    job: job.id,
    unit: namedUnit(naming, unit),
    firstYear: problem.firstYear,
    lastYear: problem.lastYear,
    communes: problem.communes.map((each) => ({ ...each, name: unitNameOn(naming.org, each.id, naming.day) })),
    rules: problem.rules,
    answer,
    solve: noteOf(job, unit),
    why: cells.map((cell) => ({ commune: cell.commune, why: whyOf(problem, cell, naming) })),
    faults: cells.length === 0 ? [] : faultViews(problem, cells, naming),
    band: bandOf(problem),
    cover: coverOf(problem, cells),
    conflict: (conflict?.rules ?? []).map((rule) => ({
      rule,
      kind: kindOfRule(rule),
      text: both((language) => ruleText(problem, rule, nameIn(naming, language), language)),
    })),
    remedies: (conflict?.remedies ?? []).map(({ kind, enough }) => ({ kind, name: RULE_NAMES[kind], enough })),
  };
};
