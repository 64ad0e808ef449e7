/**
 * Which rules contradict each other when there is no plan: QuickXplain (Junker 2004) over the rules by name. Each question
 * to the solver is only whether some of the rules allow any plan, which is quick also where the best plan is not.
 */
import type { Conflict } from '../domain/rollout/answer.ts';
import { modelOf } from '../domain/rollout/model.ts';
import { type RollOutProblem, RULE_KINDS } from '../domain/rollout/problem.ts';
import { kindOfRule, type RuleName, rulesOf, rulesWithout } from '../domain/rollout/rules.ts';
import type { Solver } from './solver.ts';

/** Seconds for one question; an unanswered one counts as "no contradiction seen", and the set may then not be smallest. */
const QUESTION = 5;

/** Whether these rules contradict each other; null when it could not be told in time. */
type Ask = (rules: readonly RuleName[]) => Promise<boolean | null>;

const asking = (solver: Solver, problem: RollOutProblem, all: readonly RuleName[], deadline: number) => {
  const state = { unsure: false };
  const ask: Ask = async (rules) => {
    const left = (deadline - performance.now()) / 1_000;
    if (left <= 0) return null;
    const kept = new Set(rules);
    const off = new Set(all.filter((name) => !kept.has(name)));
    const { milp } = modelOf({ ...problem, base: null }, rulesWithout(problem, off), { kind: 'any' });
    const { status } = await solver.solve(milp, { timeLimit: Math.min(QUESTION, left), gap: 1 });
    return status === 'unknown' ? null : status === 'infeasible';
  };
  return {
    state,
    contradict: async (rules: readonly RuleName[]): Promise<boolean> => {
      const answer = await ask(rules);
      if (answer === null) state.unsure = true;
      return answer ?? false;
    },
  };
};

/** The smallest part of `rules` that contradicts itself together with `kept`; the first rules are the last to be blamed. */
const quickXplain = async (
  contradict: (rules: readonly RuleName[]) => Promise<boolean>,
  kept: readonly RuleName[],
  added: boolean,
  rules: readonly RuleName[],
): Promise<RuleName[]> => {
  if (added && (await contradict(kept))) return [];
  if (rules.length <= 1) return [...rules];
  const half = Math.ceil(rules.length / 2);
  const [first, second] = [rules.slice(0, half), rules.slice(half)];
  const right = await quickXplain(contradict, [...kept, ...first], true, second);
  const left = await quickXplain(contradict, [...kept, ...right], right.length > 0, first);
  return [...left, ...right];
};

/** The contradiction of a problem without a plan; `seconds` is the most it may take. */
export const explainConflict = async (solver: Solver, problem: RollOutProblem, seconds: number): Promise<Conflict> => {
  const all = rulesOf(problem).filter((name) => !problem.rules.soft.includes(kindOfRule(name)));
  const { state, contradict } = asking(solver, problem, all, performance.now() + seconds * 1_000);
  const rules = (await contradict([])) ? [] : await quickXplain(contradict, [], false, [...all].reverse());
  const minimal = !state.unsure;
  const named = new Set(rules.map(kindOfRule));
  const kinds = RULE_KINDS.filter((kind) => named.has(kind));
  const remedies: Conflict['remedies'] = [];
  for (const kind of kinds)
    remedies.push({
      kind,
      enough: !(await contradict(all.filter((name) => kindOfRule(name) !== kind))) && !state.unsure,
    });
  return { status: 'infeasible', rules: rulesOf(problem).filter((name) => rules.includes(name)), minimal, remedies };
};
