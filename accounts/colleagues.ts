/** Who else acts for a body today: whom its work can be handed to. */
import type { OrganisationState } from '../domain/organisation/state.ts';
import { type BodyId, codeOf, type PersonRef, type Post, unitOf } from '../domain/people.ts';
import { dayOf, type Instant } from '../domain/time.ts';
import { dutiesAt } from './duties.ts';
import type { AccountsDb } from './tables.ts';
import { SELECTED, usersOf } from './user-store.ts';

export interface Colleague {
  readonly person: PersonRef;
  readonly name: string;
  readonly post: Post;
}

/** Persons whom the organisation names in the body, whenever. */
const namedIn = (org: OrganisationState, body: BodyId): PersonRef[] => {
  const known = org.units.get(unitOf(body))?.bodies[codeOf(body)];
  if (!known) return [];
  const holders = known.posts.flatMap((post) => post.holders.map(({ person }) => person));
  return [...holders, ...known.delegations.map(({ person }) => person)];
};

/** People with an open account who have a duty in the body at `at` (business time), heads first, then by reference. */
export const colleaguesIn = async (
  db: AccountsDb,
  org: OrganisationState,
  body: BodyId,
  at: Instant,
): Promise<Colleague[]> => {
  const day = dayOf(at);
  const named = namedIn(org, body);
  const rows = await db
    .selectFrom('accounts.user')
    .select(SELECTED)
    .where('person', 'is not', null)
    .where(({ eb, exists, selectFrom, or }) =>
      or([
        exists(
          selectFrom('accounts.duty')
            .select('id')
            .whereRef('accounts.duty.user_id', '=', 'accounts.user.id')
            .where('body', '=', body)
            .where('valid_from', '<=', day),
        ),
        ...(named.length > 0 ? [eb('person', 'in', named)] : []),
      ]),
    )
    .execute();
  const users = await usersOf(db, rows);
  return users
    .flatMap(({ person, name, isActive, duties }): Colleague[] => {
      const duty = person && isActive && dutiesAt(org, person, duties, at).find((each) => each.body === body);
      return person && duty ? [{ person, name, post: duty.post }] : [];
    })
    .sort((a, b) => (a.post === b.post ? (a.person < b.person ? -1 : 1) : a.post === 'head' ? -1 : 1));
};
