/** Where each kind of stream is found. */
import type { StreamKind } from '../../domain/streams.ts';

/** Address of each kind of stream. */
export const PATHS: Readonly<Record<StreamKind, string>> = {
  exercise: 'exercises',
  drill: 'drills',
  review: 'reviews',
  organisation: 'organisation',
  calendar: 'calendars',
  template: 'templates',
};
