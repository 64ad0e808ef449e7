/** Every event of a review, by subject. */
import type { ActionEvent } from './actions.ts';
import type { AwardRecorded } from './awards.ts';
import type { ClockEvent } from './clock.ts';
import type { DebriefEvent } from './debrief.ts';
import type { FindingsEvent } from './findings.ts';
import type { GradingEvent } from './grading.ts';
import type { IncidentEvent } from './incidents.ts';
import type { LessonEvent } from './lessons.ts';
import type { ObservationNoted } from './observations.ts';
import type { ReviewOpened } from './opening.ts';
import type { ReviewRehomed } from './rehome.ts';
import type { RetestEvent } from './retest.ts';

export type ReviewEvent =
  | ReviewOpened
  | GradingEvent
  | IncidentEvent
  | ObservationNoted
  | DebriefEvent
  | FindingsEvent
  | LessonEvent
  | ActionEvent
  | RetestEvent
  | AwardRecorded
  | ClockEvent
  | ReviewRehomed;
