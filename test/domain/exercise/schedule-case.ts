import { exercise } from '../../../domain/exercise/index.ts';
import { type Command, given, type Step } from '../../support/domain.ts';
import { CITY, plannedCity } from './season.ts';

export const city = (...steps: Step[]) => given(exercise, CITY, [...plannedCity, ...steps]);
export const reschedule = (startDate: string, endDate: string): Command => ({
  type: 'RescheduleExercise',
  startDate,
  endDate,
  reason: 'bão số 4',
});
export const postpone: Command = { type: 'PostponeExercise', reason: 'bão số 4' };
export const resume = (startDate: string, endDate: string): Command => ({
  ...reschedule(startDate, endDate),
  type: 'ResumeExercise',
});
export const cancel: Command = { type: 'CancelExercise', reason: 'cấp trên quyết định' };
export const adopt: Command = { type: 'AdoptCalendar', reason: 'quyết định nghỉ Tết' };
