/** Which command enters a paper of which place in the chain. */
import type { Command } from '../../../client/command.ts';
import type { Schemas } from '../../../client/http.ts';
import type { PaperSent } from '../../../parts/paper-fields.tsx';

export type Slot = Schemas['PaperSlot'];
export const BOARD_SLOTS = ['steering', 'organising', 'directing', 'support'] as const;
export type BoardSlot = (typeof BOARD_SLOTS)[number];
export const isBoardSlot = (slot: Slot): slot is BoardSlot => BOARD_SLOTS.some((board) => board === slot);

export interface SeatSent {
  readonly post: string;
  readonly count: number;
}
export interface SubcommitteeSent {
  readonly name: string;
  readonly seats: readonly SeatSent[];
}
/** What is asked for besides the paper itself. */
export interface PaperContent {
  readonly headPost: string;
  readonly seats: readonly SeatSent[];
  readonly subcommittees: readonly SubcommitteeSent[];
  readonly amount: number | null;
}
export const NO_CONTENT: PaperContent = { headPost: '', seats: [], subcommittees: [], amount: null };

const sentSeats = (seats: readonly SeatSent[]): SeatSent[] =>
  seats.filter(({ post }) => post.trim() !== '').map(({ post, count }) => ({ post: post.trim(), count }));
const sentParts = (parts: readonly SubcommitteeSent[]): { name: string; seats: SeatSent[] }[] =>
  parts
    .filter(({ name }) => name.trim() !== '')
    .map(({ name, seats }) => ({ name: name.trim(), seats: sentSeats(seats) }));

/** The command; null while a board has no head or the frame no seat. */
export const entering = (slot: Slot, paper: PaperSent, content: PaperContent): Command<'exercises'> | null => {
  const seats = sentSeats(content.seats);
  const subcommittees = sentParts(content.subcommittees);
  switch (slot) {
    case 'directive':
      return { type: 'RegisterDirective', paper };
    case 'resolution':
      return { type: 'IssueResolution', paper };
    case 'standingDirective':
      return { type: 'IssueDirective', paper };
    case 'steering':
    case 'organising':
    case 'directing':
    case 'support': {
      const headPost = content.headPost.trim();
      const parts = slot === 'organising' && subcommittees.length > 0 ? { subcommittees } : {};
      return headPost ? { type: 'EstablishBoard', board: slot, paper, headPost, seats, ...parts } : null;
    }
    case 'frame':
      return seats.length > 0 ? { type: 'DecideFrame', paper, seats } : null;
    case 'intent':
      return { type: 'ApproveIntent', paper };
    case 'plan':
      return { type: 'IssuePlan', paper };
    case 'calendar':
      return { type: 'IssuePreparationCalendar', paper };
    case 'budget':
      return { type: 'ApproveBudget', paper, ...(content.amount === null ? {} : { amount: content.amount }) };
    default:
      return slot satisfies never;
  }
};

/** What an amendment changes: only what was filled in. */
export const changeOf = ({ headPost, seats, subcommittees, amount }: PaperContent) => {
  const [post, all, parts] = [headPost.trim(), sentSeats(seats), sentParts(subcommittees)];
  return {
    ...(post ? { headPost: post } : {}),
    ...(all.length > 0 ? { seats: all } : {}),
    ...(parts.length > 0 ? { subcommittees: parts } : {}),
    ...(amount === null ? {} : { amount }),
  };
};
