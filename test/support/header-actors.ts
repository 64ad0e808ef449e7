/** Tests name who asks by a header: `X-Actor: <person>@<orgUnit>.<CODE>[:head]`. The product itself knows no such header. */
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
  const actor = actorNamed(who);
  return {
    userId: actor.person,
    sessionId: who,
    actor,
    isAdmin: false,
    mustChangePassword: false,
    csrf: 'test',
  };
};
