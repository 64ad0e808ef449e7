/** Exercises that the office of Tam Kỳ opens for a test: drafted by the standing agency and planned for their days. */
import type { Office } from '../support/office.ts';

/** Standing agency and head of the steering board. */
export const SA = 'sa-2@tam-ky.SA';
export const SB = 'bt-1@tam-ky.SB:head';

interface Draft {
  readonly id: string;
  readonly unit: string;
  /** Opening day, and the last day where it is another. */
  readonly days: readonly [string, string?];
  /** Under the city, as a combat exercise of a commune. */
  readonly isCommune?: boolean;
  readonly by?: string;
  readonly more?: object;
}

export const draftOf = ({ unit, isCommune = false, more = {} }: Omit<Draft, 'id' | 'days'>) => ({
  type: 'DraftExercise',
  ...(isCommune
    ? { exerciseType: 'communeCombatExercise', superiorUnit: 'tam-ky' }
    : { exerciseType: 'defenceAreaExercise' }),
  orgUnit: unit,
  theme: `Diễn tập ${unit}`,
  ...more,
});

export const plan = async (
  office: Office,
  { by = SA, id, days: [from, to = from], ...draft }: Draft,
): Promise<void> => {
  await office.done(by, `exercise/${id}`, draftOf(draft));
  await office.done(by, `exercise/${id}`, { type: 'PlanExercise', startDate: from, endDate: to });
};
