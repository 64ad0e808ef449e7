/** A programme is opened, agreed at a conference where it is a bilateral one, signed, and closed with its figures. */
import { z } from 'zod';
import type { CommandMeta, Context, Fact } from '../decider.ts';
import { ownerMustBeInForce } from '../organisation/authority.ts';
import { BodyId, bodyId, OrgUnitId } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { allow } from '../rights.ts';
import { Paper, text } from '../text.ts';
import { dayOf, LocalDate } from '../time.ts';
import { ProgrammeKind, type Term } from './codes.ts';
import { boardOf, frozen } from './figures.ts';
import { approversOf, keepersOf, requirePast } from './rights.ts';
import { ReviewRhythm, reviewsOf } from './schedule.ts';
import {
  type FrozenFigure,
  type PlannedReview,
  type ProgrammeReview,
  type ProgrammeState,
  requirePhase,
} from './state.ts';

export const OpeningCommand = z.discriminatedUnion('type', [
  z
    .strictObject({
      type: z.literal('OpenProgramme'),
      kind: ProgrammeKind,
      title: text(300),
      orgUnit: OrgUnitId.meta({ description: 'The locality that leads it' }),
      parties: z
        .array(BodyId)
        .min(1)
        .max(30)
        .meta({ description: 'Bodies that carry it out and report to its reviews' }),
      term: z.strictObject({ from: LocalDate, to: LocalDate }),
      basis: z.array(Paper).max(20).default([]).meta({ description: 'Papers it rests on' }),
    })
    .meta({ description: 'Opens the file of a programme, scheme, resolution or guidance' }),
  z
    .strictObject({
      type: z.literal('HoldConference'),
      date: LocalDate,
      minutes: Paper,
      parties: z.array(BodyId).min(2).max(30),
    })
    .meta({ description: 'The bilateral conference at which the parties agreed' }),
  z
    .strictObject({ type: z.literal('SignProgramme'), paper: Paper, reviews: ReviewRhythm })
    .meta({ description: 'Signed or issued: targets stand from now on, reviews are planned to the end of the term' }),
  z
    .strictObject({ type: z.literal('CloseProgramme'), paper: Paper })
    .meta({ description: 'Closes it with its figures' }),
]);
export type OpeningCommand = z.infer<typeof OpeningCommand>;

export type OpeningEvent =
  | {
      readonly type: 'ProgrammeOpened';
      readonly kind: ProgrammeKind;
      readonly title: string;
      readonly orgUnit: OrgUnitId;
      readonly parties: readonly BodyId[];
      readonly term: Term;
      readonly basis: readonly Paper[];
    }
  | {
      readonly type: 'ConferenceHeld';
      readonly date: LocalDate;
      readonly minutes: Paper;
      readonly parties: readonly BodyId[];
    }
  | { readonly type: 'ProgrammeSigned'; readonly paper: Paper; readonly reviews: readonly PlannedReview[] }
  | { readonly type: 'ProgrammeClosed'; readonly paper: Paper; readonly figures: readonly FrozenFigure[] };

/** Years a term may last. */
const LONGEST_TERM = 15;

type Open = Extract<OpeningCommand, { type: 'OpenProgramme' }>;

const decideOpen = (command: Open, state: ProgrammeState, meta: CommandMeta, context: Context): OpeningEvent[] => {
  const { type: _, ...opened } = command;
  const { orgUnit, term, parties } = command;
  allow(meta.by, [...keepersOf(orgUnit), bodyId(orgUnit, 'PC')]);
  if (state.phase !== 'none') throw new Rejection('programme-exists', { title: state.title });
  const years = Number(term.to.slice(0, 4)) - Number(term.from.slice(0, 4));
  if (term.to <= term.from || years >= LONGEST_TERM)
    throw new Rejection('term-wrong', { since: term.from, last: term.to, most: LONGEST_TERM });
  for (const body of parties) ownerMustBeInForce(context.organisation, body, dayOf(meta.at));
  for (const { date } of command.basis) requirePast(date, meta.at);
  return [{ type: 'ProgrammeOpened', ...opened, parties: [...new Set(parties)] }];
};

export const decideOpening = (
  command: OpeningCommand,
  state: ProgrammeState,
  meta: CommandMeta,
  context: Context,
): OpeningEvent[] => {
  switch (command.type) {
    case 'OpenProgramme':
      return decideOpen(command, state, meta, context);
    case 'HoldConference': {
      requirePhase(state, ['draft'], meta, command.type);
      allow(meta.by, state.keepers);
      requirePast(command.date, meta.at);
      requirePast(command.minutes.date, meta.at);
      const strange = command.parties.filter((body) => !state.parties.includes(body));
      if (strange.length > 0) throw new Rejection('not-a-party', { bodies: strange });
      return [{ type: 'ConferenceHeld', date: command.date, minutes: command.minutes, parties: command.parties }];
    }
    case 'SignProgramme': {
      const opened = requirePhase(state, ['draft'], meta, command.type);
      allow(meta.by, [...state.approvers, ...state.parties], 'head');
      requirePast(command.paper.date, meta.at);
      if (Object.keys(state.indicators).length === 0) throw new Rejection('no-indicators');
      if (state.kind === 'coordination' && !state.conference) throw new Rejection('conference-first');
      const reviews = reviewsOf(opened.term, command.reviews, command.paper.date);
      return [{ type: 'ProgrammeSigned', paper: command.paper, reviews }];
    }
    case 'CloseProgramme': {
      const opened = requirePhase(state, ['inForce'], meta, command.type);
      allow(meta.by, state.approvers, 'head');
      requirePast(command.paper.date, meta.at);
      const final = Object.values(state.reviews).find(({ kind }) => kind === 'final');
      if (final?.status !== 'finished') throw new Rejection('final-review-first');
      const figures = boardOf(opened).flatMap((row) => row.figures.map(frozen));
      return [{ type: 'ProgrammeClosed', paper: command.paper, figures }];
    }
    default:
      return command satisfies never;
  }
};

export const plannedReview = (planned: PlannedReview): ProgrammeReview => ({
  ...planned,
  status: 'planned',
  openedAt: null,
  duties: {},
  held: null,
});

export const evolveOpening = (state: ProgrammeState, fact: Fact<OpeningEvent>): ProgrammeState => {
  switch (fact.type) {
    case 'ProgrammeOpened': {
      const { kind, title, orgUnit, parties, term, basis } = fact;
      const bodies = { parties, keepers: keepersOf(orgUnit), approvers: approversOf(orgUnit) };
      return { ...state, phase: 'draft', kind, title, orgUnit, term, basis, ...bodies };
    }
    case 'ConferenceHeld':
      return { ...state, conference: { date: fact.date, minutes: fact.minutes, parties: fact.parties } };
    case 'ProgrammeSigned': {
      const reviews = Object.fromEntries(fact.reviews.map((each) => [each.review, plannedReview(each)]));
      return { ...state, phase: 'inForce', signed: { paper: fact.paper }, reviews: { ...state.reviews, ...reviews } };
    }
    case 'ProgrammeClosed':
      return { ...state, phase: 'closed', closed: { paper: fact.paper, figures: fact.figures } };
    default:
      return fact satisfies never;
  }
};
