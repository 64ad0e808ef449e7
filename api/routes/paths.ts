/** Where each kind of stream is found. */
import type { PolicyName } from '../../domain/access/index.ts';
import type { StreamKind } from '../../domain/streams.ts';

const FOUNDS: Partial<Record<StreamKind, string>> = {
  exercise: 'DraftExercise',
  programme: 'OpenProgramme',
  rollout: 'ProposeRollOut',
};

/** What commands and previews of a kind ask for; only an exercise, a programme and a roll-out plan begin where there is nothing yet. */
export const commandConfig = (kind: StreamKind): { readonly policy: PolicyName; readonly founds?: string } => {
  const founds = FOUNDS[kind];
  return { policy: `${kind}.command`, ...(founds ? { founds } : {}) };
};

/** Address of each kind of stream. */
export const PATHS: Readonly<Record<StreamKind, string>> = {
  exercise: 'exercises',
  drill: 'drills',
  review: 'reviews',
  programme: 'programmes',
  organisation: 'organisation',
  calendar: 'calendars',
  template: 'templates',
  register: 'registers',
  rollout: 'rollouts',
};
