/** Awards for collectives and individuals: form, authority, paper and how many; who they are stands in the paper. */
import { z } from 'zod';
import type { CommandMeta, Fact } from '../decider.ts';
import { BodyId, PersonRef } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { allow } from '../rights.ts';
import { Paper, text } from '../text.ts';
import { dayOf } from '../time.ts';
import { LocalId } from './findings.ts';
import { type Award, ONGOING, panelOf, type ReviewState, requirePhase } from './state.ts';

export const AwardCommand = z.strictObject({
  type: z.literal('RecordAward'),
  award: LocalId,
  kind: z.enum(['collective', 'individual']),
  form: text(80).meta({ example: 'Giấy khen' }),
  authority: text(120).meta({ example: 'Chủ tịch UBND thành phố' }),
  paper: Paper,
  count: z.int().min(1).max(500),
  recipients: z
    .array(z.union([BodyId, PersonRef]))
    .max(500)
    .optional()
    .meta({ description: 'Bodies or opaque references, never names; left out: counted only' }),
});
export type AwardCommand = z.infer<typeof AwardCommand>;

export type AwardRecorded = { readonly type: 'AwardRecorded'; readonly award: string } & Omit<Award, 'id'>;

export const decideAward = (command: AwardCommand, state: ReviewState, meta: CommandMeta): AwardRecorded[] => {
  allow(meta.by, panelOf(state, meta).all);
  requirePhase(state, ONGOING, command.type);
  const { award, paper, count, recipients = [] } = command;
  if (state.awards.some(({ id }) => id === award)) throw new Rejection('number-taken', { number: award });
  const today = dayOf(meta.at);
  if (paper.date > today) throw new Rejection('paper-from-the-future', { date: paper.date, today });
  if (recipients.length > count) throw new Rejection('award-count', { count, recipients: recipients.length });
  const { kind, form, authority } = command;
  return [{ type: 'AwardRecorded', award, kind, form, authority, paper, count, recipients }];
};

export const evolveAward = (state: ReviewState, fact: Fact<AwardRecorded>): ReviewState => {
  const { award: id, kind, form, authority, paper, count, recipients } = fact;
  return { ...state, awards: [...state.awards, { id, kind, form, authority, paper, count, recipients }] };
};
