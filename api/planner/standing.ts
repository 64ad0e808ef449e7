/** Who may look at the planning of a unit, and who may plan: its staff and that of the units above it. */
import { looksAfter, relationOf, roleOf } from '../../domain/access/index.ts';
import { unitOn } from '../../domain/organisation/lookup.ts';
import { type OrgUnitId, unitOf } from '../../domain/people.ts';
import { Problem } from '../problems/index.ts';
import type { Seer } from '../queries/access.ts';

/** `plan`: starts the solver and sees its jobs; `look`: sees them; null: for him there is nothing. */
export const planningOf = ({ subject, org, day }: Seer, unit: OrgUnitId): 'plan' | 'look' | null => {
  const { body } = subject.actor;
  if (!unitOn(org, unit, day)) return null;
  const relation = relationOf(org, unitOf(body), { unit, superior: unit }, day);
  if (relation !== 'own' && relation !== 'superior') return null;
  if (roleOf(body, relation) === 'staff') return 'plan';
  return looksAfter(body, relation) ? 'look' : null;
};

/** Throws `not-found` where he sees nothing, `not-permitted` where he may only look. */
export const requirePlanning = (seer: Seer, units: readonly OrgUnitId[], need: 'plan' | 'look'): void => {
  const may = units.map((unit) => planningOf(seer, unit));
  if (may.includes(null)) throw new Problem('not-found');
  if (need === 'plan' && may.includes('look')) throw new Problem('not-permitted');
};
