/** Where each kind of stream is found. */
import type { PolicyName } from '../../domain/access/index.ts';
import type { StreamKind } from '../../domain/streams.ts';

/** What commands and previews of a kind ask for; only an exercise and a roll-out plan begin where there is nothing yet. */
export const commandConfig = (kind: StreamKind): { readonly policy: PolicyName; readonly founds?: string } => ({
  policy: `${kind}.command`,
  ...(kind === 'exercise' ? { founds: 'DraftExercise' } : {}),
  ...(kind === 'rollout' ? { founds: 'ProposeRollOut' } : {}),
});

/** Address of each kind of stream. */
export const PATHS: Readonly<Record<StreamKind, string>> = {
  exercise: 'exercises',
  drill: 'drills',
  review: 'reviews',
  organisation: 'organisation',
  calendar: 'calendars',
  template: 'templates',
  register: 'registers',
  rollout: 'rollouts',
};
