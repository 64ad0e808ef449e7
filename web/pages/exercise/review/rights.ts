/** Which acts of a review are worth offering to a body (domain guide §7). The server decides in any case. */
import type { Schemas } from '../../../client/http.ts';
import type { Acting } from '../rights.ts';

type Review = Pick<Schemas['Review'], 'phase' | 'roles'>;
type Domain = Schemas['Review']['scores'][number];
export type Action = Schemas['CorrectiveAction'];
export type ActionAct =
  | 'CompleteAction'
  | 'VerifyAction'
  | 'ReturnAction'
  | 'MoveActionDue'
  | 'WaiveAction'
  | 'CarryAction';

const isUnfinished = ({ phase }: Review): boolean => phase === 'open' || phase === 'graded';

/** The boards and the agencies that take part. */
const isPanel = ({ roles }: Review): boolean => roles.length > 0;
const isHead = ({ roles }: Review, acting: Acting | null): boolean =>
  roles.includes('steering') && acting?.post === 'head';
const isBoard = ({ roles }: Review): boolean => roles.includes('steering') || roles.includes('directing');

/** Findings, lessons, proposals, meetings. */
export const mayWrite = (review: Review): boolean => isUnfinished(review) && isPanel(review);
export const mayAward = (review: Review): boolean => review.phase !== 'closed' && isPanel(review);
export const mayNoteIncident = (review: Review): boolean => review.phase === 'open' && isPanel(review);
export const mayDecide = (review: Review, acting: Acting | null): boolean =>
  review.phase === 'open' && isHead(review, acting);
export const mayFinish = (review: Review): boolean => review.phase === 'graded' && isBoard(review);

/** `person`: who is signed in; scorers may be named. */
export const mayScore = (review: Review, domain: Domain, acting: Acting | null, person: string | null): boolean => {
  if (review.phase !== 'open' || acting === null || domain.settled !== null) return false;
  if (domain.scoredBodies.includes(acting.body)) return false;
  if (domain.scorers.length > 0)
    return domain.scorers.some((scorer) => scorer.body === acting.body && scorer.person === person);
  return isBoard(review);
};
export const maySettle = (review: Review, domain: Domain, acting: Acting | null): boolean =>
  review.phase === 'open' && domain.gapTooLarge && domain.settled === null && isHead(review, acting);

/** Names who scores a domain: the heads of the two boards. */
export const mayAssignScorers = (review: Review, acting: Acting | null): boolean =>
  review.phase === 'open' && isBoard(review) && acting?.post === 'head';

const isSettled = ({ status, needsRetest }: Action): boolean =>
  status === 'closed' || status === 'waived' || (!needsRetest && (status === 'verified' || status === 'carried'));

/** In the order of the work. */
export const actionActs = (review: Review, action: Action, acting: Acting | null): ActionAct[] => {
  if (acting === null || review.phase === 'closed') return [];
  const isOwn = acting.body === action.owner;
  const isOpen = action.status === 'open' || action.status === 'carried';
  const mayJudge = isPanel(review) && !isOwn && action.status === 'completed';
  const offered: readonly (readonly [ActionAct, boolean])[] = [
    ['CompleteAction', isOwn && isOpen],
    ['VerifyAction', mayJudge],
    ['ReturnAction', mayJudge],
    ['MoveActionDue', isOpen && isHead(review, acting)],
    ['CarryAction', isPanel(review) && !isSettled(action) && action.status !== 'carried'],
    ['WaiveAction', isHead(review, acting) && !isOwn && !isSettled(action)],
  ];
  return offered.flatMap(([act, may]) => (may ? [act] : []));
};
