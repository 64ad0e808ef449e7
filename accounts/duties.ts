/** Which duties a person has at an instant: what his account records, and what the organisation says of him. Pure. */
import { requireInForce } from '../domain/organisation/authority.ts';
import { actsFor, bodyOn, covers, headPostOn, holderOn, isEntered, isInForce } from '../domain/organisation/lookup.ts';
import type { Body, OrganisationState } from '../domain/organisation/state.ts';
import type { Actor, BodyId, PersonRef, Post } from '../domain/people.ts';
import { Rejection } from '../domain/rejection.ts';
import { dayOf, earlier, type Instant, type LocalDate } from '../domain/time.ts';

/** As the administrator recorded it; days are included, in Vietnam. */
export interface RecordedDuty {
  readonly body: BodyId;
  readonly post: Post;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  /** Held for another within the window. */
  readonly acting: boolean;
}

export interface Duty {
  readonly body: BodyId;
  readonly post: Post;
  readonly actingFor: boolean;
  /** Last day on which it is certain to last; null: no end decided. */
  readonly until: LocalDate | null;
}

/** Bodies in which a person was, is or will be recorded as holder or delegate of the head post. */
type Headships = ReadonlyMap<PersonRef, readonly BodyId[]>;

// a state of the organisation never changes: what follows from it alone is worked out once for each
const known = new WeakMap<OrganisationState, Headships>();

const namedIn = ({ posts, delegations }: Body): Set<PersonRef> => {
  const heads = posts.filter(({ isHead }) => isHead);
  return new Set([
    ...heads.flatMap(({ holders }) => holders.map(({ person }) => person)),
    ...delegations.filter(({ post }) => heads.some(({ id }) => id === post)).map(({ person }) => person),
  ]);
};

const headshipsOf = (org: OrganisationState): Headships => {
  const found = known.get(org);
  if (found) return found;
  const made = new Map<PersonRef, BodyId[]>();
  for (const unit of org.units.values())
    for (const body of Object.values(unit.bodies))
      for (const person of namedIn(body)) made.set(person, [...(made.get(person) ?? []), body.id]);
  known.set(org, made);
  return made;
};

const soonest = (...days: readonly (LocalDate | null)[]): LocalDate | null =>
  days.reduce((a, b) => (a === null ? b : b === null ? a : earlier(a, b)), null);

/** The headship that the organisation records for a person, himself or acting; null when none. */
const headshipOf = (body: Body, person: PersonRef, at: Instant): Duty | null => {
  const day = dayOf(at);
  const post = headPostOn(body, day);
  if (!post) return null;
  const holding = holderOn(post, day);
  if (holding?.person === person)
    return { body: body.id, post: 'head', actingFor: false, until: soonest(holding.to, post.validTo, body.validTo) };
  if (!actsFor(body, post.id, person, at)) return null;
  const ends = body.delegations.filter((each) => actsFor({ ...body, delegations: [each] }, post.id, person, at));
  return { body: body.id, post: 'head', actingFor: true, until: soonest(body.validTo, ...ends.map(({ to }) => to)) };
};

/** Whether the deciders would take him for the head: what the account vouches for counts where nobody was ever recorded. */
const isBelievedHead = (org: OrganisationState, by: Actor, at: Instant): boolean => {
  try {
    requireInForce(org, by, at);
    return true;
  } catch (error) {
    if (error instanceof Rejection) return false;
    throw error;
  }
};

/**
 * Duties in force on the Vietnam day of `at`, each body once: the recorded ones in their order, then the posts of heads
 * that only the organisation gives, by body. A body that is not in force gives none once an organisation is entered.
 */
export const dutiesAt = (
  org: OrganisationState,
  person: PersonRef,
  recorded: readonly RecordedDuty[],
  at: Instant,
): readonly Duty[] => {
  const day = dayOf(at);
  const duties = new Map<BodyId, Duty>();
  const entered = isEntered(org);
  for (const { body: id, post, from, to, acting } of recorded) {
    if (!covers({ validFrom: from, validTo: to }, day) || (entered && !isInForce(org, id, day))) continue;
    const body = entered ? bodyOn(org, id, day) : null;
    const headship = body && headshipOf(body, person, at);
    const vouched = post === 'head' && isBelievedHead(org, { person, body: id, post: 'head' }, at);
    const own: Duty = {
      body: id,
      post: vouched ? 'head' : 'member',
      actingFor: acting,
      until: soonest(to, body?.validTo ?? null),
    };
    const before = duties.get(id);
    if (headship) duties.set(id, headship);
    else if (!before || (before.post === 'member' && own.post === 'head')) duties.set(id, own);
  }
  if (entered)
    for (const id of [...(headshipsOf(org).get(person) ?? [])].sort()) {
      const body = duties.has(id) ? null : bodyOn(org, id, day);
      const headship = body && headshipOf(body, person, at);
      if (headship) duties.set(id, headship);
    }
  return [...duties.values()];
};
