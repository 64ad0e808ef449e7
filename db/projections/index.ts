/** What one command changes in the read tables: pure, from the states before and after it. */
import type { DomainEvent, Fact, Folded } from '../../domain/decider.ts';
import type { DrillState } from '../../domain/drill/index.ts';
import type { ExerciseState } from '../../domain/exercise/index.ts';
import type { ProgrammeState } from '../../domain/programme/index.ts';
import { deciderOf } from '../../domain/registry.ts';
import type { ReviewState } from '../../domain/review/index.ts';
import type { RollOutState } from '../../domain/rollout/index.ts';
import type { StreamId, StreamKind } from '../../domain/streams.ts';
import type { Change } from './change.ts';
import { projectDrill } from './drill.ts';
import { projectExercise } from './exercise.ts';
import { projectProgramme } from './programme.ts';
import { projectReview } from './review.ts';
import { projectRollOut } from './roll-out.ts';
import type { Rows } from './rows.ts';

export type { Rows } from './rows.ts';

/**
 * Rows of the objects that `facts` changed: states share what stayed the same, so objects are compared by reference.
 * `after` is `before` with `facts` evolved. Nothing when there are no facts.
 */
export function projectRows(
  kind: StreamKind,
  before: Folded,
  after: Folded,
  facts: readonly Fact<DomainEvent>[],
  stream: StreamId,
): Rows {
  if (facts.length === 0) return {};
  const decider = deciderOf(kind);
  const { phase, closed } = decider.summary(after);
  const change = { stream, before, after, facts, phase, closed };
  // the state belongs to the decider of this kind: the registry forgot its type, the kind gives it back
  switch (kind) {
    case 'exercise':
      return projectExercise(change as unknown as Change<ExerciseState>);
    case 'drill':
      return projectDrill(change as unknown as Change<DrillState>);
    case 'review':
      return projectReview(change as unknown as Change<ReviewState>);
    case 'programme':
      return projectProgramme(change as unknown as Change<ProgrammeState>);
    case 'rollout':
      return projectRollOut(change as unknown as Change<RollOutState>);
    // few and small: read from their events, not from tables
    case 'organisation':
    case 'calendar':
    case 'template':
    case 'register':
      return {};
    default:
      return kind satisfies never;
  }
}
