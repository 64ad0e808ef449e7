/** Answers about the papers of an exercise: the chain of authority, and what falls with a paper. */
import { z } from 'zod';
import { GateCode, PaperSlot } from '../../domain/template/index.ts';
import { PaperForm } from '../../domain/text.ts';
import { Instant } from '../../domain/time.ts';
import { ClassificationShown, list, PaperShown, SeatShown, Versioned, Words } from './common.ts';
import { PhaseShown } from './exercises.ts';

const Falls = z
  .object({
    papers: list(PaperSlot),
    tasks: list(z.string()).meta({ description: 'Tasks whose proof no longer holds, in order of code' }),
    gates: list(GateCode).meta({ description: 'Passed gates that stand open again' }),
  })
  .meta({ id: 'HangsOn' });

const ChangeShown = z
  .object({
    headPost: z.string().optional(),
    seats: list(SeatShown).optional(),
    subcommittees: list(z.object({ name: z.string(), seats: list(SeatShown) })).optional(),
    amount: z.int().optional(),
  })
  .meta({ id: 'PaperChange' });

const PaperRow = z
  .object({
    slot: PaperSlot,
    name: Words.meta({ description: 'The neutral label, where the paper is a state secret' }),
    state: z.enum(['inForce', 'amended', 'revoked']),
    stateLabel: Words,
    paper: PaperShown,
    form: PaperForm,
    formName: Words,
    source: z
      .enum(['entered', 'evidence'])
      .meta({ description: '`evidence`: known by the verified proof of its task' }),
    task: z.string().nullable().meta({ description: 'The task that brings it' }),
    amount: z.int().nullable().meta({ description: 'Whole VND, of a budget' }),
    amendments: list(z.object({ by: PaperShown, reason: z.string(), at: Instant, change: ChangeShown })),
    revoked: z.object({ by: PaperShown, cause: PaperSlot, reason: z.string(), at: Instant }).nullable(),
    hangsOn: Falls.meta({ description: 'What would fall with it; nothing for a revoked one' }),
    classification: ClassificationShown.nullable(),
  })
  .meta({ id: 'PaperOnFile' });

export const Papers = z
  .object({
    ...Versioned,
    papers: list(PaperRow).meta({ description: 'In force in the order of the chain, then revoked ones as revoked' }),
    missing: list(z.object({ slot: PaperSlot, name: Words, needs: list(PaperSlot), gate: GateCode.nullable() })).meta({
      description:
        'Papers of the chain that are not on file; `needs` are those that must come first and are missing too',
    }),
  })
  .meta({ id: 'Papers' });

export const PaperEffects = z
  .object({
    ...Versioned,
    slot: PaperSlot,
    name: Words,
    paper: PaperShown,
    allowed: z.boolean().meta({ description: 'False once the run is open: no paper is revoked then' }),
    voids: Falls.extend({ phase: z.object({ from: PhaseShown, to: PhaseShown }).nullable() }),
    sentences: list(Words).meta({ description: 'What revoking it would void, one sentence each' }),
  })
  .meta({ id: 'PaperEffects' });
