/** What a checklist template is: tasks with owner, predecessors, due rule, evidence and basis, under ten gates (domain guide §3–5). */
import { z } from 'zod';
import { Offset } from '../calendar/index.ts';
import { BodyCode } from '../people.ts';
import { Evidence } from './evidence.ts';

export const EXERCISE_TYPES = [
  'defenceAreaExercise',
  'regionalDefenceExercise',
  'communeCombatExercise',
  'selfDefenceUnit',
] as const;
export const ExerciseType = z.enum(EXERCISE_TYPES).meta({ id: 'ExerciseType' });
export type ExerciseType = z.infer<typeof ExerciseType>;

export const GATE_CODES = ['G0', 'G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'G7', 'G8', 'G9'] as const;
export const GateCode = z.enum(GATE_CODES).meta({ id: 'GateCode', description: 'Gates of the lifecycle, in order' });
export type GateCode = z.infer<typeof GateCode>;

/** `S` from the source articles, `P` public law or practice, `TDE` template default that each authority edits. */
export const Basis = z.enum(['S', 'P', 'TDE']);
export type Basis = z.infer<typeof Basis>;

export const TaskCode = z
  .string()
  .regex(/^[A-Z]{1,2}\d{2,3}$/)
  .meta({ example: 'C11' });
export type TaskCode = z.infer<typeof TaskCode>;

const Title = z.string().trim().min(1).max(200);

export const TemplateTask = z
  .object({
    code: TaskCode,
    titleVi: Title,
    titleEn: Title,
    owner: BodyCode,
    after: z.array(TaskCode).readonly(),
    due: Offset,
    evidence: Evidence,
    basis: Basis,
    gate: GateCode,
    secret: z.boolean().describe('Only register number, date and holder may be kept (Law 117/2025/QH15)'),
  })
  .readonly()
  .meta({ id: 'TemplateTask' });
export type TemplateTask = z.infer<typeof TemplateTask>;

export const TemplateGate = z
  .object({
    code: GateCode,
    nameVi: Title,
    nameEn: Title,
    gateTask: TaskCode.describe('The last task of the gate'),
    window: z.object({ from: Offset.nullable(), to: Offset }).readonly().describe('When the gate is usually passed'),
  })
  .readonly()
  .meta({ id: 'TemplateGate' });
export type TemplateGate = z.infer<typeof TemplateGate>;

/** Its form only; `checkTemplate` says whether its tasks can be carried out. */
export const Template = z
  .object({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    version: z.int().positive(),
    nameVi: Title,
    nameEn: Title,
    exerciseTypes: z.array(ExerciseType).min(1).readonly(),
    tasks: z.array(TemplateTask).min(1).readonly(),
    gates: z.array(TemplateGate).readonly(),
  })
  .readonly()
  .meta({ id: 'Template' });
export type Template = z.infer<typeof Template>;
