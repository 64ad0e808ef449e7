/** The papers of authority: leadership resolution, establishing decisions of the boards, decision on the frame. */
import { z } from 'zod';
import type { CommandMeta, Fact } from '../decider.ts';
import { Rejection } from '../rejection.ts';
import { allow } from '../rights.ts';
import { Paper, Seat, text } from '../text.ts';
import { dayOf } from '../time.ts';
import { requireActive } from './checklist.ts';
import { bodyIn, standingAgency } from './rights.ts';
import { BOARDS, type Board, type ExerciseState } from './state.ts';

const Seats = z.array(Seat).max(100);

export const PaperCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('IssueResolution'), paper: Paper }),
  z.strictObject({
    type: z.literal('EstablishBoard'),
    board: z.enum(BOARDS),
    paper: Paper,
    headPost: text(120),
    seats: Seats,
  }),
  z.strictObject({ type: z.literal('DecideFrame'), paper: Paper, seats: Seats.min(1) }),
]);
export type PaperCommand = z.infer<typeof PaperCommand>;

export type PaperEvent =
  | { readonly type: 'ResolutionIssued'; readonly paper: Paper }
  | {
      readonly type: 'BoardEstablished';
      readonly board: Board;
      readonly paper: Paper;
      readonly headPost: string;
      readonly seats: readonly Seat[];
    }
  | { readonly type: 'FrameDecided'; readonly paper: Paper; readonly seats: readonly Seat[] };

/**
 * A paper is entered by the body that issues it or by the standing agency that keeps the file.
 * The steering board stands on the resolution, a city's other boards on the steering board, the frame on the organising
 * board (domain guide §4: C05–C09); a commune has no steering board of its own (§5: X03).
 */
export const decidePaper = (command: PaperCommand, state: ExerciseState, meta: CommandMeta): PaperEvent[] => {
  requireActive(state);
  if (command.paper.date > dayOf(meta.at))
    throw new Rejection('paper-from-the-future', { date: command.paper.date, today: dayOf(meta.at) });
  const keepers = [standingAgency(state), bodyIn(state, 'SA')];
  switch (command.type) {
    case 'IssueResolution':
      allow(meta.by, [...keepers, bodyIn(state, 'MPC'), bodyIn(state, 'COM')]);
      if (state.resolution)
        throw new Rejection('paper-exists', { paper: 'resolution', number: state.resolution.number });
      return [{ type: 'ResolutionIssued', paper: command.paper }];
    case 'EstablishBoard': {
      allow(meta.by, [...keepers, bodyIn(state, 'PC'), bodyIn(state, 'SB'), bodyIn(state, 'COM')]);
      if (!state.resolution) throw new Rejection('paper-missing', { paper: 'resolution' });
      if (command.board !== 'steering' && state.template?.id !== 'commune' && !state.boards.steering)
        throw new Rejection('paper-missing', { paper: 'steering' });
      const existing = state.boards[command.board];
      if (existing) throw new Rejection('paper-exists', { paper: command.board, number: existing.paper.number });
      const { board, paper, headPost, seats } = command;
      return [{ type: 'BoardEstablished', board, paper, headPost, seats }];
    }
    case 'DecideFrame':
      allow(meta.by, [...keepers, bodyIn(state, 'SB'), bodyIn(state, 'COM')]);
      if (!state.boards.organising) throw new Rejection('paper-missing', { paper: 'organising' });
      if (state.frame) throw new Rejection('paper-exists', { paper: 'frame', number: state.frame.paper.number });
      return [{ type: 'FrameDecided', paper: command.paper, seats: command.seats }];
    default:
      return command satisfies never;
  }
};

export const evolvePaper = (state: ExerciseState, fact: Fact<PaperEvent>): ExerciseState => {
  switch (fact.type) {
    case 'ResolutionIssued':
      return { ...state, resolution: fact.paper };
    case 'BoardEstablished': {
      const { paper, headPost, seats } = fact;
      return { ...state, boards: { ...state.boards, [fact.board]: { paper, headPost, seats } } };
    }
    case 'FrameDecided':
      return { ...state, frame: { paper: fact.paper, seats: fact.seats } };
    default:
      return fact satisfies never;
  }
};
