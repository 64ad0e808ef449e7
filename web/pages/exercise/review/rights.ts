/** Which acts of a review are worth offering to a body (domain guide §7). The server decides in any case. */
import type { Schemas } from '../../../client/http.ts';
import type { Acting } from '../rights.ts';

type Review = Pick<Schemas['Review'], 'orgUnit' | 'superiorUnit' | 'phase' | 'scores'>;
type Domain = Schemas['Review']['scores'][number];
export type Action = Schemas['CorrectiveAction'];
export type ActionAct =
  | 'CompleteAction'
  | 'VerifyAction'
  | 'ReturnAction'
  | 'MoveActionDue'
  | 'WaiveAction'
  | 'CarryAction';

const steering = ({ superiorUnit }: Review): string => `${superiorUnit}.SB`;
const directing = ({ superiorUnit }: Review): string => `${superiorUnit}.DB`;
const isUnfinished = ({ phase }: Review): boolean => phase === 'open' || phase === 'graded';

/** The boards and the agencies that take part. */
const isPanel = (review: Review, acting: Acting | null): boolean =>
  acting !== null &&
  [
    ...[steering(review), directing(review), `${review.superiorUnit}.SA`],
    ...[`${review.orgUnit}.SA`, `${review.orgUnit}.CMC`],
  ].includes(acting.body);
const isHead = (review: Review, acting: Acting | null): boolean =>
  acting?.body === steering(review) && acting.post === 'head';

/** Findings, lessons, proposals, meetings. */
export const mayWrite = (review: Review, acting: Acting | null): boolean =>
  isUnfinished(review) && isPanel(review, acting);
export const mayAward = (review: Review, acting: Acting | null): boolean =>
  review.phase !== 'closed' && isPanel(review, acting);
export const mayNoteIncident = (review: Review, acting: Acting | null): boolean =>
  review.phase === 'open' && isPanel(review, acting);
export const mayDecide = (review: Review, acting: Acting | null): boolean =>
  review.phase === 'open' && isHead(review, acting);
export const mayFinish = (review: Review, acting: Acting | null): boolean =>
  review.phase === 'graded' && acting !== null && [steering(review), directing(review)].includes(acting.body);

/** `person`: who is signed in; scorers may be named. */
export const mayScore = (review: Review, domain: Domain, acting: Acting | null, person: string | null): boolean => {
  if (review.phase !== 'open' || acting === null || domain.settled !== null) return false;
  if (domain.scoredBodies.includes(acting.body)) return false;
  if (domain.scorers.length > 0)
    return domain.scorers.some((scorer) => scorer.body === acting.body && scorer.person === person);
  return [steering(review), directing(review)].includes(acting.body);
};
export const maySettle = (review: Review, domain: Domain, acting: Acting | null): boolean =>
  review.phase === 'open' && domain.gapTooLarge && domain.settled === null && isHead(review, acting);

/** Names who scores a domain: the heads of the two boards. */
export const mayAssignScorers = (review: Review, acting: Acting | null): boolean =>
  review.phase === 'open' && (isHead(review, acting) || (acting?.body === directing(review) && acting.post === 'head'));

const isSettled = ({ status, needsRetest }: Action): boolean =>
  status === 'closed' || status === 'waived' || (!needsRetest && (status === 'verified' || status === 'carried'));

/** In the order of the work. */
export const actionActs = (review: Review, action: Action, acting: Acting | null): ActionAct[] => {
  if (acting === null || review.phase === 'closed') return [];
  const isOwn = acting.body === action.owner;
  const isOpen = action.status === 'open' || action.status === 'carried';
  const mayJudge = isPanel(review, acting) && !isOwn && action.status === 'completed';
  const offered: readonly (readonly [ActionAct, boolean])[] = [
    ['CompleteAction', isOwn && isOpen],
    ['VerifyAction', mayJudge],
    ['ReturnAction', mayJudge],
    ['MoveActionDue', isOpen && isHead(review, acting)],
    ['CarryAction', isPanel(review, acting) && !isSettled(action) && action.status !== 'carried'],
    ['WaiveAction', isHead(review, acting) && !isOwn && !isSettled(action)],
  ];
  return offered.flatMap(([act, may]) => (may ? [act] : []));
};
