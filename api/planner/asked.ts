/** From what people ask to the problems that are solved: one a unit, with what the store knows of its communes. */
import type { z } from 'zod';
import type { JobPart } from '../../db/planner-jobs.ts';
import type { OrgUnitId } from '../../domain/people.ts';
import {
  MOST_COMMUNES,
  opensAfter,
  type Placing,
  type PlannedCommune,
  type RollOutRules,
  rollOut,
  TERM_YEARS,
} from '../../domain/rollout/index.ts';
import { rollOutIdOf } from '../../domain/rollout/names.ts';
import { streamId } from '../../domain/streams.ts';
import type { JobAsked } from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../problems/index.ts';
import type { Seer } from '../queries/access.ts';
import { keptState } from '../queries/kept-state.ts';
import { basisOf } from './basis.ts';

type Asked = z.output<typeof JobAsked>;

/** The rules as far as they speak of these communes. */
const rulesFor = (rules: RollOutRules, here: ReadonlySet<OrgUnitId>): RollOutRules => ({
  ...rules,
  pilots: rules.pilots.filter((id) => here.has(id)),
  clusters: rules.clusters.filter(({ communes }) => communes.every((id) => here.has(id))),
  clashes: rules.clashes.filter(({ a, b }) => here.has(a) && here.has(b)),
  windows: rules.windows.map((window) => ({
    ...window,
    communes: window.communes?.filter((id) => here.has(id)) ?? null,
  })),
});

const namedBy = ({ rules, fixed, vehicles }: Asked): OrgUnitId[] => [
  ...rules.pilots,
  ...rules.clusters.flatMap(({ communes }) => communes),
  ...rules.clashes.flatMap(({ a, b }) => [a, b]),
  ...rules.windows.flatMap(({ communes }) => communes ?? []),
  ...fixed.map(({ commune }) => commune),
  ...vehicles.map(({ commune }) => commune),
];

const checkTerm = ({ firstYear, lastYear, fixed }: Asked, { day }: Seer): void => {
  const years = lastYear - firstYear + 1;
  const outside = fixed.some(({ year }) => year < firstYear || year > lastYear);
  if (years < TERM_YEARS.least || years > TERM_YEARS.most || outside)
    throw new Problem('planner-term', { from: `${firstYear}`, until: `${lastYear}`, most: TERM_YEARS.most });
  if (opensAfter(day).year > lastYear)
    throw new Problem('planner-term-over', { from: `${firstYear}`, until: `${lastYear}` });
};

/** What was held stays where it was, whatever else is asked. */
const fixedFor = (asked: readonly Placing[], done: readonly Placing[], here: ReadonlySet<OrgUnitId>): Placing[] => {
  const held = new Set(done.map(({ commune }) => commune));
  return [...done, ...asked.filter(({ commune }) => here.has(commune) && !held.has(commune))];
};

const partOf = async (deps: ApiDeps, { org, day }: Seer, asked: Asked, unit: OrgUnitId): Promise<JobPart> => {
  const { firstYear, lastYear } = asked;
  const term = { org, day, unit, firstYear, lastYear };
  const { communes, done } = await basisOf(deps, term);
  if (communes.length === 0) throw new Problem('planner-no-communes', { unit });
  if (communes.length > MOST_COMMUNES)
    throw new Problem('planner-too-many-communes', { unit, count: communes.length, most: MOST_COMMUNES });
  const needs = new Map(asked.vehicles.map(({ commune, count }) => [commune, count]));
  const here = new Set(communes.map(({ id }) => id));
  const { inForce } = await keptState(deps, rollOut, streamId('rollout', rollOutIdOf(unit, firstYear, lastYear)));
  const base = inForce?.placings.filter(({ commune }) => here.has(commune)) ?? null;
  const withNeeds = communes.map((each): PlannedCommune => ({ ...each, vehicles: needs.get(each.id) ?? 0 }));
  const rules = rulesFor(asked.rules, here);
  return {
    unit,
    problem: {
      ...{ firstYear, lastYear, communes: withNeeds, rules, base, opens: opensAfter(day) },
      fixed: fixedFor(asked.fixed, done, here),
    },
  };
};

/** Throws `planner-…` where there is nothing to solve or the limits speak of others. */
export const partsOf = async (deps: ApiDeps, seer: Seer, asked: Asked): Promise<JobPart[]> => {
  checkTerm(asked, seer);
  const parts: JobPart[] = [];
  for (const unit of new Set(asked.units)) parts.push(await partOf(deps, seer, asked, unit));
  const known = new Set(parts.flatMap(({ problem }) => problem.communes.map(({ id }) => id)));
  const strangers = [...new Set(namedBy(asked).filter((id) => !known.has(id)))];
  if (strangers.length > 0) throw new Problem('planner-strangers', { units: strangers.slice(0, 10).join(', ') });
  return parts;
};
