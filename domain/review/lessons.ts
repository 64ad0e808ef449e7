/** Lessons, and proposals to an authority with owner and day (domain guide §7, parts 8 and 9). */
import { z } from 'zod';
import type { CommandMeta, Context, Fact } from '../decider.ts';
import { ownerMustBeInForce } from '../organisation/authority.ts';
import { BodyId } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { allow } from '../rights.ts';
import { text } from '../text.ts';
import { dayOf, LocalDate } from '../time.ts';
import { LocalId } from './findings.ts';
import { panelOf, type ReviewState, requirePhase, UNFINISHED } from './state.ts';

export const LessonCommand = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('RecordLesson'),
    lesson: LocalId,
    text: text(1000),
    finding: LocalId.optional().meta({ description: 'The finding it is drawn from' }),
  }),
  z.strictObject({
    type: z.literal('RecordProposal'),
    proposal: LocalId,
    text: text(1000),
    owner: BodyId.meta({ description: 'The body that pursues it' }),
    due: LocalDate,
    to: text(120).optional().meta({ description: 'The authority it is put to', example: 'Bộ Chỉ huy Quân sự tỉnh' }),
  }),
]);
export type LessonCommand = z.infer<typeof LessonCommand>;

export type LessonEvent =
  | {
      readonly type: 'LessonRecorded';
      readonly lesson: string;
      readonly text: string;
      readonly finding: string | null;
    }
  | {
      readonly type: 'ProposalRecorded';
      readonly proposal: string;
      readonly text: string;
      readonly owner: BodyId;
      readonly due: LocalDate;
      readonly to: string | null;
    };

export const decideLesson = (
  command: LessonCommand,
  state: ReviewState,
  meta: CommandMeta,
  context: Context,
): LessonEvent[] => {
  allow(meta.by, panelOf(state, meta).all);
  requirePhase(state, UNFINISHED, command.type);
  if (command.type === 'RecordLesson') {
    const { lesson, text: what, finding = null } = command;
    if (state.lessons.some(({ id }) => id === lesson)) throw new Rejection('number-taken', { number: lesson });
    if (finding !== null && !state.findings.some(({ id }) => id === finding))
      throw new Rejection('finding-unknown', { finding });
    return [{ type: 'LessonRecorded', lesson, text: what, finding }];
  }
  const { proposal, text: what, owner, due, to = null } = command;
  if (state.proposals.some(({ id }) => id === proposal)) throw new Rejection('number-taken', { number: proposal });
  const today = dayOf(meta.at);
  if (due <= today) throw new Rejection('due-passed', { due, today });
  ownerMustBeInForce(context.organisation, owner, today);
  return [{ type: 'ProposalRecorded', proposal, text: what, owner, due, to }];
};

export const evolveLesson = (state: ReviewState, fact: Fact<LessonEvent>): ReviewState => {
  if (fact.type === 'LessonRecorded') {
    const { lesson: id, text: what, finding } = fact;
    return { ...state, lessons: [...state.lessons, { id, text: what, finding }] };
  }
  const { proposal: id, text: what, owner, due, to } = fact;
  return { ...state, proposals: [...state.proposals, { id, text: what, owner, due, to }] };
};
