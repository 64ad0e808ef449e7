/** An exercise's own ladder: when whom it reminds, with its own quiet days. */
import { z } from 'zod';
import type { CommandMeta, Context, Fact } from '../decider.ts';
import { checkLadder, Ladder, resumed } from '../ladder/index.ts';
import { Rejection } from '../rejection.ts';
import { allow } from '../rights.ts';
import { Reason } from '../text.ts';
import { atHour, dayOf } from '../time.ts';
import { requireActive } from './checklist.ts';
import { type ClockEvent, tellDue } from './clock.ts';
import { bodyIn, standingAgency } from './rights.ts';
import { type ExerciseState, openTasks } from './state.ts';

export const SetLadderCommand = z.strictObject({ type: z.literal('SetLadder'), ladder: Ladder, reason: Reason });
export type SetLadderCommand = z.infer<typeof SetLadderCommand>;

export interface LadderEvent {
  readonly type: 'LadderSet';
  readonly ladder: Ladder;
  readonly previous: Ladder;
  readonly reason: string;
}

/**
 * What the old ladder still owes is told first, then the new one holds for every open task. The ladder that is in force
 * already changes nothing. Throws `ladder-fault` for one that cannot be climbed.
 */
export const decideSetLadder = (
  command: SetLadderCommand,
  state: ExerciseState,
  meta: CommandMeta,
  { calendar }: Context,
): (ClockEvent | LadderEvent)[] => {
  requireActive(state);
  allow(meta.by, [standingAgency(state), bodyIn(state, 'SA'), bodyIn(state, 'SB')]);
  const [fault] = checkLadder(command.ladder);
  if (fault) throw new Rejection('ladder-fault', { fault: fault.kind, where: fault.where });
  if (JSON.stringify(Ladder.parse(state.ladder)) === JSON.stringify(command.ladder)) return [];
  return [
    ...tellDue(state, calendar, meta.at),
    { type: 'LadderSet', ladder: command.ladder, previous: state.ladder, reason: command.reason },
  ];
};

/**
 * A rung that sounded keeps its id and does not sound again; one whose day lies in the past is not made up for. When the
 * old ladder's hour has passed, the round of today is over: the new one begins on the next day.
 */
export const evolveSetLadder = (state: ExerciseState, { ladder, at }: Fact<LadderEvent>): ExerciseState => {
  const today = dayOf(at);
  const from = at < atHour(today, state.ladder.hour) ? at : atHour(today, 23, 59);
  const tasks = { ...state.tasks };
  for (const task of openTasks(state))
    tasks[task.code] = { ...task, ladder: { ...resumed(task.ladder, from), silentUntil: task.ladder.silentUntil } };
  return { ...state, ladder, tasks };
};
