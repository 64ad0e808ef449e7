/** What the papers are drawn up from: the files of one exercise as they stood at one version, as they may be shown. */
import type { Calendar } from '../../domain/calendar/index.ts';
import type { DrillState } from '../../domain/drill/index.ts';
import type { ExerciseState } from '../../domain/exercise/index.ts';
import type { OrganisationState } from '../../domain/organisation/state.ts';
import type { ReviewState } from '../../domain/review/index.ts';
import type { EntityId } from '../../domain/streams.ts';
import type { Instant, LocalDate } from '../../domain/time.ts';

export interface Sources {
  readonly id: EntityId;
  /** As `shownState` gives it: nothing of a state secret is in it. */
  readonly exercise: ExerciseState;
  readonly drill: DrillState | null;
  readonly review: ReviewState | null;
  readonly organisation: OrganisationState;
  readonly calendar: Calendar;
  /** Business time of the version, and its day in Vietnam. */
  readonly at: Instant;
  readonly day: LocalDate;
}

/** Number and day as the clerk gave them, or as the paper is entered on the file. */
export interface Issued {
  readonly number: string;
  readonly date: LocalDate;
  readonly signerPost: string | null;
}
