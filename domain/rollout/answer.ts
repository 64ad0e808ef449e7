/** What comes of solving a problem: a plan with its proof, or the rules that contradict each other. */
import { z } from 'zod';
import { Cell, RuleKind } from './problem.ts';

/** Changes when the model does: the same input need not give the same plan after that. */
export const MODEL_VERSION = 2;

/** The solver and its version, as they are kept with each answer (package.json pins it). */
export const SOLVER = 'HiGHS 1.15.3';

/** The life of a solve job. */
export const JOB_STATUSES = ['queued', 'running', 'done', 'cancelled', 'failed'] as const;
export type JobStatus = (typeof JOB_STATUSES)[number];

export const SolveOptions = z
  .strictObject({
    timeLimit: z.int().min(1).max(600).meta({ description: 'Seconds' }),
    gap: z.number().min(0).max(0.2).meta({ description: 'Good enough: share of the best bound, 0.005 = 0.5 %' }),
  })
  .meta({ id: 'SolveOptions' });
export type SolveOptions = z.infer<typeof SolveOptions>;

/** How a plan was found, kept with it. */
export const SolveNote = z
  .strictObject({
    job: z.uuid().meta({ description: 'The solve job, whose input and options are stored' }),
    solver: z.string().max(40),
    model: z.int().min(1).max(9_999),
    status: z.enum(['optimal', 'feasible']),
    objective: z.number(),
    bound: z.number(),
    gap: z.number().min(0).meta({ description: 'Share by which the plan may lie above the optimum' }),
  })
  .meta({ id: 'SolveNote' });
export type SolveNote = z.infer<typeof SolveNote>;

export const Planned = z
  .object({
    status: z.enum(['optimal', 'feasible']).meta({ description: 'feasible: stopped before the gap asked for' }),
    cells: z.array(Cell),
    objective: z.number(),
    bound: z.number(),
    gap: z.number(),
    moves: z.int().nullable().meta({ description: 'Communes that leave their year; null where there was no plan' }),
    fewest: z.boolean().nullable().meta({ description: 'Fewer moves are proven impossible' }),
  })
  .meta({ id: 'RollOutPlanned' });
export type Planned = z.infer<typeof Planned>;

export const Conflict = z
  .object({
    status: z.literal('infeasible'),
    rules: z.array(z.string()).meta({ description: 'Rules that contradict each other, by name' }),
    minimal: z.boolean().meta({ description: 'Without any one of them there would be a plan of the others' }),
    remedies: z
      .array(z.object({ kind: RuleKind, enough: z.boolean() }))
      .meta({ description: 'Kinds of rules that may be softened; `enough`: then there is a plan' }),
  })
  .meta({ id: 'RollOutConflict' });
export type Conflict = z.infer<typeof Conflict>;

export const RollOutAnswer = z.discriminatedUnion('status', [
  Planned.extend({ status: z.literal('optimal') }),
  Planned.extend({ status: z.literal('feasible') }),
  Conflict,
  z.object({ status: z.literal('unknown') }).meta({ description: 'The time was over before any plan was found' }),
]);
export type RollOutAnswer = Planned | Conflict | { readonly status: 'unknown' };
