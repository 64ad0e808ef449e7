/** The rules of a problem by name, so that a contradiction can be told rule by rule: `windows/flood`, `spacing/tan-thanh`. */
import type { OrgUnitId } from '../people.ts';
import { type ClosedWindow, type RollOutProblem, RULE_KINDS, type RuleKind, startOf } from './problem.ts';

/** `<kind>` for a rule on everybody, `<kind>/<id>` for one on some. */
export type RuleName = string;

export const kindOfRule = (name: RuleName): RuleKind => {
  const kind = RULE_KINDS.find((each) => name === each || name.startsWith(`${each}/`));
  if (!kind) throw new TypeError(`no rule is called ${name}`);
  return kind;
};
/** What stands after the kind, null for a rule on everybody. */
export const subjectOfRule = (name: RuleName): string | null =>
  name.includes('/') ? name.slice(name.indexOf('/') + 1) : null;

const clashName = ({ a, b }: { readonly a: string; readonly b: string }): RuleName => `clashes/${a}+${b}`;

/** All rules of a problem, in the order of `RULE_KINDS`; one that cannot bind anybody is left out. */
export const rulesOf = (problem: RollOutProblem): RuleName[] => {
  const { rules, communes, fixed } = problem;
  const firstYear = startOf(problem);
  const names: Readonly<Record<RuleKind, readonly RuleName[]>> = {
    fixed: fixed.map(({ commune }) => `fixed/${commune}`),
    pilots: rules.pilots.map((id) => `pilots/${id}`),
    spacing: communes
      .filter(({ lastYear }) => lastYear !== null && firstYear - lastYear < rules.minGapYears)
      .map(({ id }) => `spacing/${id}`),
    windows: rules.windows.map(({ id }) => `windows/${id}`),
    clusters: rules.clusters.map(({ id }) => `clusters/${id}`),
    clashes: rules.clashes.map(clashName),
    vehicles: rules.vehiclesPerMonth === null ? [] : ['vehicles'],
    staff: rules.teamsPerMonth === null ? [] : ['staff'],
    ceiling: ['ceiling'],
    floor: ['floor'],
  };
  return RULE_KINDS.flatMap((kind) => names[kind]);
};

/** Some rules of a problem at work: those switched off are as if nobody had made them. */
export interface Rules {
  readonly isOn: (name: RuleName) => boolean;
  readonly isSoft: (kind: RuleKind) => boolean;
}

export const rulesWithout = ({ rules }: RollOutProblem, off: ReadonlySet<RuleName> = new Set()): Rules => ({
  isOn: (name) => !off.has(name),
  isSoft: (kind) => rules.soft.includes(kind),
});

export const closes = (window: ClosedWindow, commune: OrgUnitId, month: number): boolean =>
  window.months.includes(month) && (window.communes === null || window.communes.includes(commune));

export { clashName };
