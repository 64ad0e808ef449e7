/** Rehearsals and their issues as an exercise's file keeps them. */
import type { Actor, BodyId } from '../people.ts';
import type { RehearsalStep } from '../template/template.ts';
import type { Instant, LocalDate } from '../time.ts';

export interface Rehearsal {
  readonly id: string;
  readonly step: RehearsalStep;
  readonly date: LocalDate;
  /** Of the frame, where somebody counted. */
  readonly attended: number | null;
  readonly expected: number | null;
}

export interface Issue {
  readonly id: string;
  readonly rehearsal: string;
  readonly text: string;
  readonly owner: BodyId;
  readonly due: LocalDate;
  /** The rehearsal by which it must be settled: that which showed it, or a later one it was carried into. */
  readonly step: RehearsalStep;
  readonly status: 'open' | 'closed' | 'confirmed';
  readonly raisedAt: Instant;
  readonly closed: { readonly evidence: string; readonly at: Instant; readonly by: Actor } | null;
  readonly confirmedAt: Instant | null;
  readonly returned: { readonly times: number; readonly reason: string } | null;
  readonly carried: readonly {
    readonly from: RehearsalStep;
    readonly into: RehearsalStep;
    readonly reason: string;
    readonly at: Instant;
  }[];
}
