/** What all decisions that wait have in common. */
import type { Actor, BodyId, Post } from '../../../domain/people.ts';
import type { Decision } from '../../contract/index.ts';
import { bodyName } from '../../words.ts';

type Detail = 'extension' | 'score' | 'city';
type Common = 'key' | 'exercise' | 'theme' | 'orgUnit' | 'unitName' | 'workingDaysLeft';

/** A decision before it is told of which exercise it is. */
export type Waiting = Omit<Decision, Detail | Common> & Partial<Pick<Decision, Detail>>;

/** Who decides, and whether it is this actor. `open`: no rule about persons keeps him from it. */
export const decider = (
  actor: Actor,
  bodies: readonly BodyId[],
  post: Post | null,
  open = true,
): Pick<Decision, 'deciders' | 'post' | 'yours'> => ({
  deciders: bodies.map((body) => ({ body, name: bodyName(body) })),
  post,
  yours: open && bodies.includes(actor.body) && (post === null || actor.post === post),
});
