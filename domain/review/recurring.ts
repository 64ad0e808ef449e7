/** Limits that come again in one locality, known by their criterion or else by the staff's own category. */
import type { OrgUnitId } from '../people.ts';
import type { EntityId } from '../streams.ts';
import { type Action, type Finding, limitsOf, openActions, type ReviewState } from './state.ts';

const keyOf = ({ criterion, category }: Finding): string | null => criterion ?? category?.toLowerCase() ?? null;
/** Where the open actions of a review are to be retested. */
const unitNow = ({ heirUnit, orgUnit }: ReviewState): OrgUnitId | null => heirUnit ?? orgUnit;

export interface RecurringFinding {
  readonly unit: OrgUnitId;
  readonly key: string;
  /** Reviews with such a limit, by opening day. */
  readonly times: number;
  readonly findings: readonly { readonly review: EntityId; readonly finding: string; readonly text: string }[];
}

const byDay = (a: ReviewState, b: ReviewState): number =>
  (a.startDate ?? '') < (b.startDate ?? '') || (a.startDate === b.startDate && (a.exercise ?? '') < (b.exercise ?? ''))
    ? -1
    : 1;

/** Limits that at least two of the reviews found in the same locality, most frequent first. */
export const recurringFindings = (reviews: readonly ReviewState[]): RecurringFinding[] => {
  const groups = new Map<string, { unit: OrgUnitId; key: string; findings: RecurringFinding['findings'] }>();
  for (const state of [...reviews].sort(byDay))
    for (const finding of limitsOf(state)) {
      const [unit, key] = [unitNow(state), keyOf(finding)];
      if (!unit || !key || !state.exercise) continue;
      const at = `${unit} ${key}`;
      const found = { review: state.exercise, finding: finding.id, text: finding.text };
      groups.set(at, { unit, key, findings: [...(groups.get(at)?.findings ?? []), found] });
    }
  return [...groups.values()]
    .map((group) => ({ ...group, times: new Set(group.findings.map(({ review }) => review)).size }))
    .filter(({ times }) => times > 1)
    .sort((a, b) => b.times - a.times || (a.key < b.key ? -1 : 1));
};

/** How many of the reviews of this locality found the limit that an action answers; 1 when it stands alone. */
export const recurrence = (reviews: readonly ReviewState[], review: ReviewState, action: Action): number => {
  const finding = review.findings.find(({ id }) => id === action.finding);
  const key = finding ? keyOf(finding) : null;
  if (!key) return 1;
  const found = reviews.filter(
    (other) => unitNow(other) === unitNow(review) && limitsOf(other).some((limit) => keyOf(limit) === key),
  );
  return Math.max(1, found.length);
};

/** Actions of a locality that have not ended, with how often their limit was found; by opening day of their reviews. */
export const standingActions = (
  reviews: readonly ReviewState[],
  unit: OrgUnitId,
): { readonly review: ReviewState; readonly action: Action; readonly times: number }[] =>
  [...reviews]
    .sort(byDay)
    .filter((review) => unitNow(review) === unit)
    .flatMap((review) =>
      openActions(review).map((action) => ({ review, action, times: recurrence(reviews, review, action) })),
    );
