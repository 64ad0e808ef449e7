/** Moving the opening: as the plan says, and when the day comes nearer than the work allows. */
import { addWorkingDays, dueDate } from '../domain/calendar/index.ts';
import { blockerCode, blockersOf, bodyIn, type ExerciseState, nextGate, openTasks } from '../domain/exercise/index.ts';
import { type EntityId, streamId } from '../domain/streams.ts';
import { addDays, daysBetween, type LocalDate, later } from '../domain/time.ts';
import { headOf } from './cast.ts';
import type { Play } from './play.ts';

/** Moves and pauses that the plan sets for today or, the day being off, for the days off just before. */
export const moveAsPlanned = async (play: Play, id: EntityId, today: LocalDate): Promise<void> => {
  const { moves, postponements } = play.plan.behaviours;
  const once = async (key: string, day: LocalDate, command: { type: string; [field: string]: unknown }) => {
    if (day > today || play.made.has(key)) return;
    play.made.add(key);
    await play.act(streamId('exercise', id), command, headOf(bodyIn(await play.exercise(id), 'SB')));
  };
  for (const [i, { exercise, on, startDate, endDate, reason }] of moves.entries())
    if (exercise === id) await once(`move/${i}`, on, { type: 'RescheduleExercise', startDate, endDate, reason });
  for (const [i, { exercise, on, resumeOn, startDate, endDate, reason }] of postponements.entries()) {
    if (exercise !== id) continue;
    await once(`postpone/${i}`, on, { type: 'PostponeExercise', reason });
    await once(`resume/${i}`, resumeOn, { type: 'ResumeExercise', startDate, endDate, reason });
  }
};

/**
 * On the eve of an opening that is not signed ready, the head of the steering board moves it to the first day on which
 * every open task has its full time again. The bodies that were late keep the new days.
 */
export const moveIfNotReady = async (play: Play, id: EntityId, today: LocalDate): Promise<void> => {
  const state = await play.exercise(id);
  const { startDate, endDate } = state;
  if (!startDate || !endDate || state.postponed || !['planned', 'preparing'].includes(state.phase)) return;
  const tomorrow = addWorkingDays(play.calendar, today, 1);
  if (startDate > tomorrow) return;
  const to = firstFeasible(play, state, tomorrow);
  const gate = nextGate(state);
  const open = gate ? blockersOf(state, gate.code).map(blockerCode) : [];
  play.chased.add(id);
  const command = {
    type: 'RescheduleExercise',
    startDate: to,
    endDate: addDays(to, daysBetween(startDate, endDate)),
    reason: `Cổng ${gate?.code ?? 'G6'} chưa qua, còn vướng: ${open.join(', ')}`,
  };
  await play.act(streamId('exercise', id), command, headOf(bodyIn(state, 'SB')));
};

const firstFeasible = (play: Play, state: ExerciseState, tomorrow: LocalDate): LocalDate => {
  const { calendar } = play;
  const before = openTasks(state).filter(({ offset }) => offset.anchor === 'T' && offset.days < 0);
  let day = addWorkingDays(calendar, later(tomorrow, state.startDate ?? tomorrow), 1);
  while (before.some(({ offset }) => dueDate(calendar, offset, { startDate: day, endDate: day }) < tomorrow))
    day = addWorkingDays(calendar, day, 1);
  return day;
};
