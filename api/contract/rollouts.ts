/** Answers about the roll-out plan of a term, and about the solver's jobs. */
import { z } from 'zod';
import { BodyId, OrgUnitId } from '../../domain/people.ts';
import { JOB_STATUSES, ROLL_OUT_PHASES, RollOutAnswer, SolveNote, SolveOptions } from '../../domain/rollout/index.ts';
import {
  Cell,
  MOST_COMMUNES,
  Opening,
  Placing,
  PlannedCommune,
  RollOutRules,
  RuleKind,
} from '../../domain/rollout/problem.ts';
import { EntityId } from '../../domain/streams.ts';
import { Instant } from '../../domain/time.ts';
import { list, Moment, PaperShown, RealInstant, Versioned, Words } from './common.ts';

const Named = { id: OrgUnitId, name: Words };
const Year = z.int();
const Phase = z.enum(ROLL_OUT_PHASES);

const CoverShown = z
  .object({
    year: Year,
    count: z.int(),
    share: z.int().nullable().meta({ description: 'Hundredths of a per cent of all communes; null without communes' }),
  })
  .meta({ id: 'RollOutCover' });

const CommuneShown = PlannedCommune.extend({
  name: Words,
  exercise: z.object({ id: EntityId, phase: z.string() }).nullable().meta({ description: 'Its file of this term' }),
}).meta({ id: 'RollOutCommune' });

const FaultShown = z
  .object({
    rule: z.string(),
    communes: list(OrgUnitId),
    text: Words,
    soft: z.boolean().meta({ description: 'The rule may be missed; it hinders no submission' }),
  })
  .meta({ id: 'RollOutFault' });

const Band = z.object({ least: z.int(), most: z.int() }).meta({ id: 'RollOutBand' });

export const RollOutShown = z
  .object({
    ...Versioned,
    unit: z.object(Named),
    firstYear: Year,
    lastYear: Year,
    phase: Phase,
    phaseName: Words,
    revision: z.int(),
    theme: z.string(),
    reason: z.string().nullable(),
    returnedFor: z.string().nullable(),
    submittedBy: BodyId.nullable(),
    paper: PaperShown.nullable(),
    rules: RollOutRules.nullable().meta({ description: 'Null for a commune, which sees its own place only' }),
    solve: SolveNote.nullable(),
    communes: list(CommuneShown),
    cells: list(Cell.extend({ why: list(Words) })),
    band: Band,
    cover: list(CoverShown),
    faults: list(FaultShown),
    inForce: z.object({ revision: z.int(), placings: list(Placing) }).nullable(),
  })
  .meta({ id: 'RollOut' });

const RollOutRow = z
  .object({
    id: EntityId,
    unit: z.object(Named),
    firstYear: Year,
    lastYear: Year,
    phase: Phase,
    phaseName: Words,
    revision: z.int(),
    version: z.int(),
  })
  .meta({ id: 'RollOutRow' });
export const RollOutList = z.object({ ...Moment, plans: list(RollOutRow) }).meta({ id: 'RollOutList' });

export const PlannerUnits = z
  .object({ ...Moment, units: list(z.object({ ...Named, communes: z.int(), mayPlan: z.boolean() })) })
  .meta({ id: 'PlannerUnits' });

export const PlannerBasis = z
  .object({
    ...Moment,
    unit: z.object(Named),
    mayPlan: z.boolean().meta({ description: 'The asker may start the solver here' }),
    plan: z
      .object({ id: EntityId, version: z.int() })
      .meta({ description: 'Its plan of the term; version 0: none yet' }),
    communes: list(CommuneShown),
    opens: Opening.meta({ description: 'The month after today: nothing new is placed before it' }),
    done: list(Placing).meta({
      description: 'Exercises of the term that were held or have a date; they stay where they are',
    }),
    rules: RollOutRules.meta({ description: 'Those of its plan, else what is usual' }),
    theme: z.string(),
  })
  .meta({ id: 'PlannerBasis' });

export const JobAsked = z
  .strictObject({
    job: z.uuid().toLowerCase().meta({ description: 'Chosen by the caller; repeating it is safe' }),
    units: z.array(OrgUnitId).min(1).max(63).meta({ description: 'Each is solved by itself' }),
    firstYear: z.int().min(2000).max(2200),
    lastYear: z.int().min(2000).max(2200),
    rules: RollOutRules,
    vehicles: z
      .array(z.strictObject({ commune: OrgUnitId, count: z.int().min(0).max(10_000) }))
      .max(5_000)
      .meta({ description: 'Vehicles that an exercise needs, where not none' }),
    fixed: z.array(Placing).max(10 * MOST_COMMUNES),
    options: SolveOptions,
  })
  .meta({ id: 'PlannerJobAsked' });

const ConflictRule = z.object({ rule: z.string(), kind: RuleKind, text: Words }).meta({ id: 'ConflictRule' });

export const JobShown = z
  .object({
    id: z.uuid(),
    units: list(
      z.object({ ...Named, status: z.string().nullable().meta({ description: 'Of its answer; null: not yet' }) }),
    ),
    status: z.enum(JOB_STATUSES),
    wish: z.enum(['cancel', 'settle']).nullable(),
    at: Instant,
    endedAt: RealInstant.nullable(),
    options: SolveOptions,
    solver: z.string(),
    model: z.int(),
    done: z.int(),
    total: z.int(),
    progress: z
      .object({
        unit: OrgUnitId,
        step: z.enum(['moves', 'plan', 'explain']),
        seconds: z.number(),
        best: z.number().nullable(),
        bound: z.number().nullable(),
        gap: z.number().nullable().meta({ description: 'Share of the best plan' }),
      })
      .nullable(),
    failure: z.string().nullable(),
  })
  .meta({ id: 'PlannerJob' });
export const JobList = z.object({ jobs: list(JobShown) }).meta({ id: 'PlannerJobList' });

export const JobAnswer = z
  .object({
    job: z.uuid(),
    unit: z.object(Named),
    firstYear: Year,
    lastYear: Year,
    communes: list(PlannedCommune.extend({ name: Words })),
    rules: RollOutRules,
    answer: RollOutAnswer,
    solve: SolveNote.nullable().meta({ description: 'To be sent with the plan when it is saved' }),
    why: list(z.object({ commune: OrgUnitId, why: list(Words) })),
    faults: list(FaultShown),
    band: Band,
    cover: list(CoverShown),
    conflict: list(ConflictRule),
    remedies: list(z.object({ kind: RuleKind, name: Words, enough: z.boolean() })),
  })
  .meta({ id: 'PlannerAnswer' });
