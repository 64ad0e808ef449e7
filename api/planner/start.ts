/** What the planner's page begins with: units to choose from, and the basis of one. */
import type { z } from 'zod';
import { nameOfUnit, superiorsOf, unitOn } from '../../domain/organisation/lookup.ts';
import type { OrgUnitId } from '../../domain/people.ts';
import { opensAfter, rollOut, TERM_YEARS } from '../../domain/rollout/index.ts';
import { rollOutIdOf } from '../../domain/rollout/names.ts';
import { EntityId, streamId } from '../../domain/streams.ts';
import type { PlannerBasis, PlannerUnits } from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../problems/index.ts';
import type { Seer } from '../queries/access.ts';
import { keptState } from '../queries/kept-state.ts';
import { unitNameOn } from '../queries/names.ts';
import type { Moment } from '../queries/sources.ts';
import { basisOf, filesOfTerm, USUAL_RULES, USUAL_THEME } from './basis.ts';
import { planningOf, requirePlanning } from './standing.ts';
import { namedUnit } from './views.ts';

/** Units with communes under them, the smallest first: its own city before the province. */
export const plannerUnits = (seer: Seer): z.output<typeof PlannerUnits>['units'] => {
  const { org, day } = seer;
  const counts = new Map<OrgUnitId, number>();
  for (const { id, level } of org.units.values())
    if (level === 'commune' && unitOn(org, id, day))
      for (const above of superiorsOf(org, id, day)) counts.set(above, (counts.get(above) ?? 0) + 1);
  const name = (id: OrgUnitId): string => nameOfUnit(org, id, day, 'vi');
  return [...counts]
    .flatMap(([id, communes]) => {
      const may = planningOf(seer, id);
      return may ? [{ ...namedUnit(seer, id), communes, mayPlan: may === 'plan' }] : [];
    })
    .sort((a, b) => a.communes - b.communes || (name(a.id) < name(b.id) ? -1 : 1));
};

interface Asked {
  readonly unit: OrgUnitId;
  readonly firstYear: number;
  readonly lastYear: number;
}

export const basisView = async (
  deps: ApiDeps,
  seer: Seer,
  { unit, firstYear, lastYear }: Asked,
  moment: Moment,
): Promise<z.output<typeof PlannerBasis>> => {
  requirePlanning(seer, [unit], 'look');
  const years = lastYear - firstYear + 1;
  if (years < TERM_YEARS.least || years > TERM_YEARS.most)
    throw new Problem('planner-term', { from: `${firstYear}`, until: `${lastYear}`, most: TERM_YEARS.most });
  const { org, day } = seer;
  const id = rollOutIdOf(unit, firstYear, lastYear);
  const [{ communes, done, files: dated }, state] = await Promise.all([
    basisOf(deps, { org, day, unit, firstYear, lastYear }),
    keptState(deps, rollOut, streamId('rollout', id)),
  ]);
  const files = await filesOfTerm(
    deps,
    communes.map((each) => each.id),
    firstYear,
    lastYear,
  );
  const needs = new Map(state.communes.map((each) => [each.id, each.vehicles]));
  const here = new Set(communes.map((each) => each.id));
  const own = (ids: readonly OrgUnitId[]): boolean => ids.every((each) => here.has(each));
  const rules = state.rules ?? USUAL_RULES;
  return {
    ...moment,
    unit: namedUnit(seer, unit),
    mayPlan: planningOf(seer, unit) === 'plan',
    plan: { id, version: state.version },
    communes: communes.map((each) => {
      const file = dated.get(each.id) ?? files.get(each.id);
      const exercise = file ? { id: EntityId.parse(file.id), phase: file.phase } : null;
      return { ...each, vehicles: needs.get(each.id) ?? 0, name: unitNameOn(org, each.id, day), exercise };
    }),
    opens: opensAfter(day),
    done: [...done],
    // a reform may have ended communes that the rules still name
    rules: {
      ...rules,
      pilots: rules.pilots.filter((each) => here.has(each)),
      clusters: rules.clusters.filter((each) => own(each.communes)),
      clashes: rules.clashes.filter(({ a, b }) => own([a, b])),
      windows: rules.windows.map((each) => ({ ...each, communes: each.communes?.filter((c) => here.has(c)) ?? null })),
    },
    theme: state.theme || USUAL_THEME,
  };
};
