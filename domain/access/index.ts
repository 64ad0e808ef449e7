/** Who may see and do what: one module for the API, the live stream, exports and the page. */
import { superiorsOf } from '../organisation/lookup.ts';
import type { OrganisationState } from '../organisation/state.ts';
import { type BodyId, type OrgUnitId, unitOf } from '../people.ts';
import type { LocalDate } from '../time.ts';
import { FILE_POLICIES, type FilePolicy, isHidden } from './policies.ts';
import { actsAs, looksAfter, type Reach, type Reached, relationOf, type Subject, sight } from './standing.ts';

export * from './policies.ts';
export * from './standing.ts';

/**
 * How far a policy goes for somebody on a file: `none` of what he does not see, else what the table says, and never more
 * than he sees. `seen` tells a refusal (403) from a file that is not there for him (404).
 */
export const reachTo = (
  policy: FilePolicy,
  subject: Subject,
  file: Reached,
  org: OrganisationState,
  day: LocalDate,
): { readonly reach: Reach; readonly seen: Reach } => {
  const relation = relationOf(org, unitOf(subject.actor.body), file, day);
  const seen = sight(subject, file, relation);
  const near = relation === 'own' || file.leads.includes(subject.actor.body);
  const allowed = isHidden(policy) && !near ? 'none' : FILE_POLICIES[policy][actsAs(subject, file, relation)];
  const reach = seen === 'none' || allowed === 'none' ? 'none' : seen === 'own' ? 'own' : allowed;
  return { reach, seen };
};

/** Whether a change of a file may be told to somebody: that it happened and what kind of change it was, never its content. */
export const mayReadEvent = (reach: Reach): boolean => reach !== 'none';

/** Whether somebody reads the desk of a body: his own, or one of a unit that he looks after. */
export const mayReadDesk = (subject: Subject, desk: BodyId, under: readonly OrgUnitId[]): boolean => {
  if (subject.bodies.includes(desk)) return true;
  const unit = unitOf(desk);
  const own = unitOf(subject.actor.body);
  if (unit === own) return looksAfter(subject.actor.body, 'own');
  return looksAfter(subject.actor.body, 'superior') && under.includes(unit);
};

/** Whether somebody reads the register of an office: who looks after its files, there and in the units above. */
export const mayReadRegister = (subject: Subject, unit: OrgUnitId, org: OrganisationState, day: LocalDate): boolean => {
  const { body } = subject.actor;
  if (unitOf(body) === unit) return looksAfter(body, 'own');
  return looksAfter(body, 'superior') && superiorsOf(org, unit, day).includes(unitOf(body));
};
