/** The record of what was handed in for a task: every proof, and what became of it. */
import type { Actor } from '../people.ts';
import type { Instant } from '../time.ts';
import type { Evidence } from './evidence.ts';
import type { Submission, Task } from './state.ts';

/** What a task becomes when proof is handed in; every proof stays on record. */
export const handedIn = (
  { submissions }: Pick<Task, 'submissions'>,
  evidence: Evidence,
  { at, by }: { readonly at: Instant; readonly by: Actor },
): Pick<Task, 'status' | 'since' | 'submission' | 'submissions'> => ({
  status: 'submitted',
  since: at,
  submission: { evidence, at, by },
  submissions: [
    ...submissions,
    { number: evidence.number, date: evidence.date, at, by, outcome: 'waiting', reason: null },
  ],
});

/** The record with the outcome of its last proof. */
export const judged = (
  submissions: readonly Submission[],
  outcome: Submission['outcome'],
  reason: string | null = null,
): readonly Submission[] =>
  submissions.map((each, index) => (index === submissions.length - 1 ? { ...each, outcome, reason } : each));
