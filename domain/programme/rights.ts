/** Who does what in a programme: it is kept by its keepers, decided by heads of its approvers, reported by its parties. */

import type { Actor } from '../people.ts';
import { type BodyId, bodyId, type OrgUnitId } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { dayOf, type Instant, type LocalDate } from '../time.ts';
import type { ProgrammeState } from './state.ts';

/** Staff of the unit that keep the file (domain guide §2). */
export const keepersOf = (unit: OrgUnitId): BodyId[] => [bodyId(unit, 'SA'), bodyId(unit, 'MPC')];
/** Those whose head approves targets. */
export const approversOf = (unit: OrgUnitId): BodyId[] => [bodyId(unit, 'MPC'), bodyId(unit, 'SC'), bodyId(unit, 'PC')];

/** Whoever may check what another body reported: keepers, approvers and parties. */
export const checkersOf = ({ keepers, approvers, parties }: ProgrammeState): BodyId[] => [
  ...new Set([...keepers, ...approvers, ...parties]),
];

/** Nobody checks what his own body, or he himself, reported. Throws `own-work`. */
export const requireOther = (by: Actor, did: Pick<Actor, 'person' | 'body'>, what: string): void => {
  if (by.body === did.body || by.person === did.person) throw new Rejection('own-work', { task: what, body: by.body });
};

/** Throws `paper-from-the-future` for a day that has not come. */
export const requirePast = (date: LocalDate, at: Instant): void => {
  const today = dayOf(at);
  if (date > today) throw new Rejection('paper-from-the-future', { date, today });
};
