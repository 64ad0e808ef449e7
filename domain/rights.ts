/** The two questions every rule of authority asks. */
import { type Actor, type BodyId, isSystem } from './people.ts';
import { Rejection } from './rejection.ts';

/** Throws `not-your-body` unless the actor belongs to one of the bodies, `head-only` unless he heads it where asked. */
export const allow = (by: Actor, bodies: readonly BodyId[], post?: 'head'): void => {
  const allowed = [...new Set(bodies)];
  if (!bodies.includes(by.body)) throw new Rejection('not-your-body', { body: by.body, allowed });
  if (post === 'head' && by.post !== 'head') throw new Rejection('head-only', { allowed });
};

/** Throws `system-only` unless the command comes from the clock or from a policy. */
export const systemOnly = (by: Actor, type: string): void => {
  if (!isSystem(by)) throw new Rejection('system-only', { type });
};
