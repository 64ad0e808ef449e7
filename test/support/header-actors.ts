/**
 * Tests name who asks by a header: `X-Actor: <person>@<orgUnit>.<CODE>[:head]`, or `admin` for an administrator without a duty.
 * The product itself knows no such header.
 */
import type { Identify } from '../../api/signed-in.ts';
import { type Actor, BodyId, PersonRef } from '../../domain/people.ts';

/** Throws on anything but `nv-01@tam-ky.POL` or `nv-01@tam-ky.POL:head`. */
export const actorNamed = (who: string): Actor => {
  const [, person, body, head] = /^([^@\s]+)@([^:\s]+)(:head)?$/.exec(who) ?? [];
  return { person: PersonRef.parse(person), body: BodyId.parse(body), post: head ? 'head' : 'member' };
};

export const headerActors: Identify = async ({ headers }) => {
  const who = headers['x-actor'];
  if (typeof who !== 'string') return null;
  const actor = who === 'admin' ? null : actorNamed(who);
  return {
    userId: actor?.person ?? who,
    sessionId: who,
    actor,
    isAdmin: actor === null,
    mustChangePassword: false,
    isConfirmed: true,
    csrf: 'test',
  };
};
