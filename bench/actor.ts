/** Who asks in a bench is told by headers, and believed: sign-in is no part of what is measured. */
import type { Identify } from '../api/signed-in.ts';
import { Actor } from '../domain/people.ts';

const CSRF = 'bench';

export const headersOf = ({ person, body, post }: Actor): Record<string, string> => ({
  'x-actor': `${person} ${body} ${post}`,
  'x-csrf-token': CSRF,
});

export const identify: Identify = async ({ headers }) => {
  const [person, body, post] = String(headers['x-actor']).split(' ');
  const actor = Actor.parse({ person, body, post });
  return {
    userId: actor.person,
    sessionId: actor.person,
    actor,
    isAdmin: false,
    mustChangePassword: false,
    isConfirmed: true,
    csrf: CSRF,
  };
};
