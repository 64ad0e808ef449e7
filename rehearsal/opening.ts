/** Opening the files, a few working days before the first deadline; parents before the communes that belong to them. */
import { addWorkingDays, type Calendar } from '../domain/calendar/index.ts';
import { bodyId } from '../domain/people.ts';
import { type EntityId, streamId } from '../domain/streams.ts';
import { templateFor } from '../domain/template/index.ts';
import { type LocalDate, later } from '../domain/time.ts';
import { memberOf } from './cast.ts';
import type { PlannedExercise, SeasonPlan } from './plan.ts';
import type { Play } from './play.ts';

const DAYS_AHEAD = 5;

/** As in the plan, but every exercise after the one it belongs to. */
export const parentsFirst = (plan: SeasonPlan): PlannedExercise[] => {
  const placed = new Map<EntityId, PlannedExercise>();
  const place = (exercise: PlannedExercise): void => {
    if (placed.has(exercise.id)) return;
    const parent = plan.exercises.find((each) => each.id === exercise.parentId);
    if (parent) place(parent);
    placed.set(exercise.id, exercise);
  };
  for (const exercise of plan.exercises) place(exercise);
  return [...placed.values()];
};

/** The day on which each file is opened: as planned, else ahead of its first deadline, never before its parent's. */
export const openingDays = (plan: SeasonPlan, calendar: Calendar): ReadonlyMap<EntityId, LocalDate> => {
  const days = new Map<EntityId, LocalDate>();
  for (const exercise of parentsFirst(plan)) {
    const first = Math.min(...templateFor(exercise.type).tasks.map(({ due }) => (due.anchor === 'T' ? due.days : 0)));
    const own = exercise.openOn ?? addWorkingDays(calendar, exercise.startDate, first - DAYS_AHEAD);
    const parent = exercise.parentId && days.get(exercise.parentId);
    days.set(exercise.id, parent ? later(own, parent) : own);
  }
  return days;
};

export const openFile = async (play: Play, planned: PlannedExercise): Promise<void> => {
  const { id, type, orgUnit, superiorUnit, parentId, theme, codeName, scale, isPilot, withDrill } = planned;
  const stream = streamId('exercise', id);
  const by = memberOf(bodyId(superiorUnit ?? orgUnit, 'SA'));
  const optional = { superiorUnit, parentId, codeName, scale, withDrill };
  const given = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined));
  await play.act(stream, { type: 'DraftExercise', exerciseType: type, orgUnit, theme, isPilot, ...given }, by);
  const { startDate, endDate, owners } = planned;
  await play.act(stream, { type: 'PlanExercise', startDate, endDate, ...(owners ? { owners } : {}) }, by);
};
