/** Who plays: opaque references made of the body, so that the same body always sends the same persons. */
import { type Actor, type BodyId, codeOf, type PersonRef, type Post, unitOf } from '../domain/people.ts';

/** The `n`-th person of a body; 1 heads it. At most 40 characters, as a reference asks. */
export const personOf = (body: BodyId, n: number): PersonRef =>
  `${codeOf(body).toLowerCase()}-${n}.${unitOf(body)}`.slice(0, 40).replace(/[.-]$/, '') as PersonRef; // parts of a checked id

const actor = (body: BodyId, n: number, post: Post): Actor => ({ person: personOf(body, n), body, post });

export const headOf = (body: BodyId): Actor => actor(body, 1, 'head');
/** A member of the staff: the one who does the daily work, or a further one. */
export const memberOf = (body: BodyId, n = 2): Actor => actor(body, n, 'member');
