/** The papers of authority, entered one by one in the order of the chain: each stands on those before it. */
import { z } from 'zod';
import type { CommandMeta, Context, Fact } from '../decider.ts';
import { Rejection } from '../rejection.ts';
import type { PaperSlot } from '../template/index.ts';
import { Paper, Seat, text } from '../text.ts';
import { requireActive } from './checklist.ts';
import { allowKeeper, checkPaper, enteredPaper, missingBefore } from './paper-kinds.ts';
import { requireOwnNumber } from './paper-numbers.ts';
import { BOARDS, type Board, type ExerciseState, type Subcommittee } from './state.ts';

export const Seats = z.array(Seat).max(100);
export const Subcommittees = z
  .array(z.strictObject({ name: text(120), seats: Seats }))
  .max(20)
  .meta({ description: 'Subcommittees of the organising board' });
/** Whole VND. */
export const Amount = z.int().min(0).max(1_000_000_000_000_000).meta({ description: 'Whole VND', example: 850000000 });

export const PaperCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('RegisterDirective'), paper: Paper }),
  z.strictObject({ type: z.literal('IssueResolution'), paper: Paper }),
  z.strictObject({ type: z.literal('IssueDirective'), paper: Paper }),
  z.strictObject({
    type: z.literal('EstablishBoard'),
    board: z.enum(BOARDS),
    paper: Paper,
    headPost: text(120),
    seats: Seats,
    subcommittees: Subcommittees.optional(),
  }),
  z.strictObject({ type: z.literal('DecideFrame'), paper: Paper, seats: Seats.min(1) }),
  z.strictObject({ type: z.literal('ApproveIntent'), paper: Paper }),
  z.strictObject({ type: z.literal('IssuePlan'), paper: Paper }),
  z.strictObject({ type: z.literal('IssuePreparationCalendar'), paper: Paper }),
  z.strictObject({ type: z.literal('ApproveBudget'), paper: Paper, amount: Amount.optional() }),
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
      readonly subcommittees?: readonly Subcommittee[];
    }
  | { readonly type: 'FrameDecided'; readonly paper: Paper; readonly seats: readonly Seat[] }
  | { readonly type: 'PaperEntered'; readonly slot: PaperSlot; readonly paper: Paper; readonly amount: number | null };

/** The place in the chain that a command fills. */
export const slotOf = (command: PaperCommand): PaperSlot => {
  switch (command.type) {
    case 'RegisterDirective':
      return 'directive';
    case 'IssueResolution':
      return 'resolution';
    case 'IssueDirective':
      return 'standingDirective';
    case 'EstablishBoard':
      return command.board;
    case 'DecideFrame':
      return 'frame';
    case 'ApproveIntent':
      return 'intent';
    case 'IssuePlan':
      return 'plan';
    case 'IssuePreparationCalendar':
      return 'calendar';
    case 'ApproveBudget':
      return 'budget';
    default:
      return command satisfies never;
  }
};

/**
 * Refused: a paper from the future or in another form than its kind's, a body that neither issues it nor keeps the file,
 * a place in the chain that this exercise has not, a paper whose foundation is missing, a second paper in the same place,
 * a number that the register gave to another paper.
 */
export const decidePaper = (
  command: PaperCommand,
  state: ExerciseState,
  meta: CommandMeta,
  context: Context,
): PaperEvent[] => {
  requireActive(state);
  const { paper } = command;
  const slot = slotOf(command);
  checkPaper(state, slot, paper, meta);
  allowKeeper(state, slot, meta);
  requireOwnNumber(state, slot, paper, meta, context);
  const [missing] = missingBefore(state, slot);
  if (missing) throw new Rejection('paper-missing', { paper: missing });
  const existing = enteredPaper(state, slot);
  if (existing) throw new Rejection('paper-exists', { paper: slot, number: existing.number });
  switch (command.type) {
    case 'IssueResolution':
      return [{ type: 'ResolutionIssued', paper }];
    case 'EstablishBoard': {
      const { board, headPost, seats, subcommittees } = command;
      if (subcommittees && board !== 'organising') throw new Rejection('subcommittees-elsewhere', { paper: board });
      const parts = subcommittees ? { subcommittees } : {};
      return [{ type: 'BoardEstablished', board, paper, headPost, seats, ...parts }];
    }
    case 'DecideFrame':
      return [{ type: 'FrameDecided', paper, seats: command.seats }];
    case 'ApproveBudget':
      return [{ type: 'PaperEntered', slot, paper, amount: command.amount ?? null }];
    default:
      return [{ type: 'PaperEntered', slot, paper, amount: null }];
  }
};

export const evolvePaper = (state: ExerciseState, fact: Fact<PaperEvent>): ExerciseState => {
  switch (fact.type) {
    case 'ResolutionIssued':
      return { ...state, resolution: fact.paper };
    case 'BoardEstablished': {
      const { paper, headPost, seats, subcommittees } = fact;
      const board = { paper, headPost, seats, ...(subcommittees ? { subcommittees } : {}) };
      return { ...state, boards: { ...state.boards, [fact.board]: board } };
    }
    case 'FrameDecided':
      return { ...state, frame: { paper: fact.paper, seats: fact.seats } };
    case 'PaperEntered':
      return { ...state, papers: { ...state.papers, [fact.slot]: { paper: fact.paper, amount: fact.amount } } };
    default:
      return fact satisfies never;
  }
};
