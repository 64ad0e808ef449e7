/** What people ask of a term's roll-out plan, and what the plan remembers of it. */
import { z } from 'zod';
import { OrgUnitId } from '../people.ts';
import type { EntityId } from '../streams.ts';
import { Paper, Reason, text } from '../text.ts';
import { SolveNote } from './answer.ts';
import { Cell, MOST_COMMUNES, type Placing, PlannedCommune, RollOutRules } from './problem.ts';

const Year = z.int().min(2000).max(2200);

export const RollOutCommand = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('ProposeRollOut'),
    orgUnit: OrgUnitId,
    firstYear: Year,
    lastYear: Year,
    theme: text(300).meta({ description: 'Theme of the exercises that come of the plan' }),
    communes: z.array(PlannedCommune).min(1).max(MOST_COMMUNES),
    rules: RollOutRules,
    cells: z.array(Cell).max(MOST_COMMUNES),
    solve: SolveNote.optional().meta({ description: 'How the plan was found; absent where people made it' }),
    reason: Reason.optional().meta({ description: 'Why the years change; needed once a plan is in force' }),
  }),
  z.strictObject({
    type: z.literal('ReviseRollOut'),
    cells: z
      .array(Cell)
      .min(1)
      .max(MOST_COMMUNES)
      .meta({ description: 'New places of these communes; `fixed`: the solver keeps them from now on' }),
    reason: Reason,
  }),
  z.strictObject({ type: z.literal('SubmitRollOut') }),
  z.strictObject({ type: z.literal('ReturnRollOut'), reason: Reason }),
  z.strictObject({
    type: z.literal('ApproveRollOut'),
    paper: Paper.optional().meta({ description: 'The decision that approves it' }),
  }),
]);
export type RollOutCommand = z.infer<typeof RollOutCommand>;

/** The place of one commune before and after. */
export interface CellChange {
  readonly from: Omit<Cell, 'commune'> | null;
  readonly to: Cell;
}

/** An exercise that the approved plan asks for. */
export interface AskedExercise {
  readonly exercise: EntityId;
  readonly commune: z.infer<typeof OrgUnitId>;
  readonly superior: z.infer<typeof OrgUnitId>;
  readonly isPilot: boolean;
}

export type RollOutEvent =
  | {
      readonly type: 'RollOutProposed';
      readonly revision: number;
      readonly orgUnit: z.infer<typeof OrgUnitId>;
      readonly firstYear: number;
      readonly lastYear: number;
      readonly theme: string;
      readonly communes: readonly PlannedCommune[];
      readonly rules: RollOutRules;
      readonly cells: readonly Cell[];
      readonly solve: SolveNote | null;
      /** Communes that leave the year of the plan in force; null where there was none. */
      readonly moves: number | null;
      readonly reason: string | null;
    }
  | { readonly type: 'RollOutRevised'; readonly changes: readonly CellChange[]; readonly reason: string }
  | { readonly type: 'RollOutSubmitted'; readonly revision: number }
  | { readonly type: 'RollOutReturned'; readonly revision: number; readonly reason: string }
  | { readonly type: 'RollOutSuperseded'; readonly revision: number; readonly successor: number }
  | {
      readonly type: 'RollOutApproved';
      readonly revision: number;
      readonly paper: Paper | null;
      readonly theme: string;
      /** New since the last approval: communes that have a file keep it, whatever year they move to. */
      readonly exercises: readonly AskedExercise[];
    };

/** What an authority decided: the places in force. */
export interface InForce {
  readonly revision: number;
  readonly placings: readonly Placing[];
}
