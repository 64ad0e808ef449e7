/** Every event of a programme, by subject. */
import type { ClockEvent } from './clock.ts';
import type { ExemptionEvent } from './exemptions.ts';
import type { ExerciseEvent } from './exercises.ts';
import type { IndicatorEvent } from './indicators.ts';
import type { OpeningEvent } from './opening.ts';
import type { OutcomeEvent } from './outcome.ts';
import type { ProgrammeRehomed } from './rehome.ts';
import type { ReviewEvent } from './reviews.ts';
import type { ValueEvent } from './values.ts';

export type ProgrammeEvent =
  | OpeningEvent
  | IndicatorEvent
  | ValueEvent
  | ExemptionEvent
  | ExerciseEvent
  | ReviewEvent
  | OutcomeEvent
  | ClockEvent
  | ProgrammeRehomed;
