/** Roll-out plans: those that somebody sees, and one with its cells, cover and what it breaks. */
import { sql } from 'kysely';
import type { z } from 'zod';
import { reachTo } from '../../domain/access/index.ts';
import { ROLL_OUT_PHASES } from '../../domain/labels/words-rollout.ts';
import { type OrgUnitId, unitOf } from '../../domain/people.ts';
import { coverOf } from '../../domain/rollout/check.ts';
import { bandOf, problemOf, type RollOutPhase, type RollOutState } from '../../domain/rollout/index.ts';
import { EntityId, streamId } from '../../domain/streams.ts';
import type { RollOutList, RollOutShown } from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { filesOfTerm } from '../planner/basis.ts';
import { faultViews, namedUnit, whyOf } from '../planner/views.ts';
import type { Asker } from '../policy.ts';
import { filesOf, type Seer } from './access.ts';
import { unitNameOn } from './names.ts';
import type { Moment } from './sources.ts';

interface Row {
  readonly id: EntityId;
  readonly org_unit: OrgUnitId;
  readonly first_year: number;
  readonly last_year: number;
  readonly phase: RollOutPhase;
  readonly revision: number;
  readonly version: number;
}

export const rollOutList = async (deps: ApiDeps, seer: Seer, moment: Moment): Promise<z.output<typeof RollOutList>> => {
  const { rows } = await sql<Row>`
    SELECT id, org_unit, first_year, last_year, phase, revision, version FROM read.rollout
    ORDER BY first_year DESC, org_unit COLLATE "C"`.execute(deps.db);
  const files = await filesOf(
    deps,
    rows.map(({ id }) => streamId('rollout', id)),
  );
  const isSeen = ({ id }: Row): boolean => {
    const file = files.get(streamId('rollout', id));
    return file !== undefined && reachTo('rollout.read', seer.subject, file, seer.org, seer.day).seen !== 'none';
  };
  return {
    ...moment,
    plans: rows.filter(isSeen).map(({ id, org_unit, first_year, last_year, phase, revision, version }) => ({
      ...{ id, phase, revision, version, firstYear: first_year, lastYear: last_year },
      unit: namedUnit(seer, org_unit),
      phaseName: ROLL_OUT_PHASES[phase],
    })),
  };
};

/** What a commune sees: its own place in the plan in force. */
const ownPart = (state: RollOutState, unit: OrgUnitId): RollOutState => ({
  ...state,
  ...{ solve: null, reason: null, returnedFor: null, submittedBy: null },
  communes: state.communes.filter(({ id }) => id === unit),
  cells: (state.inForce?.placings ?? [])
    .filter(({ commune }) => commune === unit)
    .map((cell) => ({ ...cell, fixed: false })),
  inForce: state.inForce && {
    ...state.inForce,
    placings: state.inForce.placings.filter(({ commune }) => commune === unit),
  },
});

export const rollOutView = async (
  deps: ApiDeps,
  id: EntityId,
  whole: RollOutState,
  asker: Asker,
  moment: Moment,
): Promise<z.output<typeof RollOutShown>> => {
  const isOwn = asker.reach === 'own';
  const state = isOwn ? ownPart(whole, unitOf(asker.subject.actor.body)) : whole;
  const [problem, all] = [problemOf(state, asker.day), problemOf(whole, asker.day)];
  const { orgUnit, communes, cells, firstYear, lastYear } = state;
  if (!problem || !all || !orgUnit) throw new Error(`${id} has no rules`);
  const files = await filesOfTerm(
    deps,
    communes.map((each) => each.id),
    firstYear,
    lastYear,
  );
  const { version, phase, revision, theme, reason, returnedFor, submittedBy, paper, solve, inForce } = state;
  return {
    ...{
      id,
      version,
      ...moment,
      firstYear,
      lastYear,
      phase,
      revision,
      theme,
      reason,
      returnedFor,
      paper,
      solve,
      inForce,
    },
    unit: namedUnit(asker, orgUnit),
    phaseName: ROLL_OUT_PHASES[phase],
    submittedBy: submittedBy?.body ?? null,
    rules: isOwn ? null : problem.rules,
    communes: communes.map((each) => {
      const file = files.get(each.id);
      const exercise = file ? { id: EntityId.parse(file.id), phase: file.phase } : null;
      return { ...each, name: unitNameOn(asker.org, each.id, asker.day), exercise };
    }),
    cells: cells.map((cell) => ({ ...cell, why: isOwn ? [] : whyOf(problem, cell, asker) })),
    band: bandOf(all),
    cover: isOwn ? [] : coverOf(problem, cells),
    faults: isOwn ? [] : faultViews(problem, cells, asker),
  };
};
