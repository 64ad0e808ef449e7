/** The two meetings of a review: the hot debrief at closing, and the review conference later. Each is held once. */
import { z } from 'zod';
import type { CommandMeta, Fact } from '../decider.ts';
import { Rejection } from '../rejection.ts';
import { allow } from '../rights.ts';
import { Paper, text } from '../text.ts';
import { dayOf, LocalDate } from '../time.ts';
import { type DebriefPoint, panelOf, type ReviewState, requirePhase, UNFINISHED } from './state.ts';

export const DebriefCommand = z.discriminatedUnion('type', [
  z
    .strictObject({
      type: z.literal('RecordDebrief'),
      date: LocalDate,
      minutes: Paper.optional(),
      points: z.array(z.strictObject({ kind: z.enum(['strength', 'limit']), text: text(500) })).max(50),
    })
    .meta({ description: 'Hot debrief at closing: what was said on the spot' }),
  z
    .strictObject({ type: z.literal('HoldReview'), date: LocalDate, minutes: Paper })
    .meta({ description: 'The review conference was held' }),
]);
export type DebriefCommand = z.infer<typeof DebriefCommand>;

export type DebriefEvent =
  | {
      readonly type: 'DebriefRecorded';
      readonly date: LocalDate;
      readonly minutes: Paper | null;
      readonly points: readonly DebriefPoint[];
    }
  | { readonly type: 'ReviewHeld'; readonly date: LocalDate; readonly minutes: Paper };

export const decideDebrief = (command: DebriefCommand, state: ReviewState, meta: CommandMeta): DebriefEvent[] => {
  allow(meta.by, panelOf(state, meta).all);
  requirePhase(state, UNFINISHED, command.type);
  const today = dayOf(meta.at);
  const { date, minutes } = command;
  for (const each of [date, ...(minutes ? [minutes.date] : [])])
    if (each > today) throw new Rejection('paper-from-the-future', { date: each, today });
  if (command.type === 'RecordDebrief') {
    if (state.debrief) throw new Rejection('debrief-recorded', { date: state.debrief.date });
    return [{ type: 'DebriefRecorded', date, minutes: command.minutes ?? null, points: command.points }];
  }
  if (state.held) throw new Rejection('review-held', { date: state.held.date });
  return [{ type: 'ReviewHeld', date, minutes: command.minutes }];
};

export const evolveDebrief = (state: ReviewState, fact: Fact<DebriefEvent>): ReviewState => {
  const { date, minutes } = fact;
  return fact.type === 'DebriefRecorded'
    ? { ...state, debrief: { date, minutes, points: fact.points } }
    : { ...state, held: { date, minutes: fact.minutes } };
};
