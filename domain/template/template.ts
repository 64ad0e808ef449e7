/** What a checklist template is: tasks with owner, predecessors, due rule, evidence and basis, under ten gates (domain guide §3–5). */
import { z } from 'zod';
import { Offset } from '../calendar/index.ts';
import { Ladder } from '../ladder/index.ts';
import { BodyCode } from '../people.ts';
import { ScoreSheet } from '../review/sheet.ts';
import { storable, text } from '../text.ts';
import { GATE_CODES, GateCode, TaskCode } from './codes.ts';
import { Evidence } from './evidence.ts';
import { PaperChain } from './papers.ts';

export { GATE_CODES, GateCode, TaskCode };

export const EXERCISE_TYPES = [
  'defenceAreaExercise',
  'regionalDefenceExercise',
  'communeCombatExercise',
  'selfDefenceUnit',
] as const;
export const ExerciseType = z.enum(EXERCISE_TYPES).meta({ id: 'ExerciseType' });
export type ExerciseType = z.infer<typeof ExerciseType>;

/** `S` from the source articles, `P` public law or practice, `TDE` template default that each authority edits. */
export const Basis = z.enum(['S', 'P', 'TDE']);
export type Basis = z.infer<typeof Basis>;

/** Rehearsals in the order in which they are held: practice of the frame, trial run, final rehearsal. */
export const REHEARSAL_STEPS = ['practice', 'trialRun', 'finalRehearsal'] as const;
export const RehearsalStep = z.enum(REHEARSAL_STEPS).meta({ id: 'RehearsalStep' });
export type RehearsalStep = z.infer<typeof RehearsalStep>;

export const Title = text(200);

export const TemplateTask = z
  .strictObject({
    code: TaskCode,
    titleVi: Title,
    titleEn: Title,
    owner: BodyCode,
    after: z.array(TaskCode).max(50).readonly(),
    due: Offset,
    evidence: Evidence,
    basis: Basis,
    gate: GateCode,
    secret: z.boolean().describe('Only register number, date and holder may be kept (Law 117/2025/QH15)'),
    rehearsal: RehearsalStep.optional().describe('The rehearsal that this task holds'),
  })
  .readonly()
  .meta({ id: 'TemplateTask' });
export type TemplateTask = z.infer<typeof TemplateTask>;

export const TemplateGate = z
  .strictObject({
    code: GateCode,
    nameVi: Title,
    nameEn: Title,
    gateTask: TaskCode.describe('The last task of the gate'),
    window: z
      .strictObject({ from: Offset.nullable(), to: Offset })
      .readonly()
      .describe('When the gate is usually passed'),
    twoPersons: z.boolean().optional().describe('Passed by two different persons'),
  })
  .readonly()
  .meta({ id: 'TemplateGate' });
export type TemplateGate = z.infer<typeof TemplateGate>;

/** When a run may be compressed, and what of it never is (domain guide §5, TDE). */
export const CompressionRule = z
  .strictObject({
    leastWorkingDays: z
      .int()
      .min(1)
      .max(500)
      .describe('Working days from planning to opening that are needed at least'),
    keepLast: z.int().min(0).max(60).describe('Deadlines within the last working days before opening stay as they are'),
  })
  .readonly()
  .meta({ id: 'CompressionRule' });
export type CompressionRule = z.infer<typeof CompressionRule>;

const content = {
  nameVi: Title,
  nameEn: Title,
  exerciseTypes: z.array(ExerciseType).min(1).max(EXERCISE_TYPES.length).readonly(),
  tasks: z.array(TemplateTask).min(1).max(300).readonly(),
  gates: z.array(TemplateGate).max(GATE_CODES.length).readonly(),
  ladder: Ladder,
  scoreSheet: ScoreSheet,
  compressed: CompressionRule.nullable().describe('Null where a run may not be compressed'),
  papers: PaperChain.optional().describe('Chain of authority; without it the usual one of the type of exercise'),
} as const;

/** What an authority publishes: a template without the id and version that the stream gives it. */
export const TemplateContent = z
  .strictObject(content)
  .readonly()
  .refine(isStorable, { message: 'control characters or broken Unicode' })
  .meta({ id: 'TemplateContent' });
export type TemplateContent = z.infer<typeof TemplateContent>;

/** Its form only; `checkTemplate` says whether its tasks can be carried out. */
export const Template = z
  .strictObject({ id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), version: z.int().positive(), ...content })
  .readonly()
  .meta({ id: 'Template' });
export type Template = z.infer<typeof Template>;

/** Ladder and sheet have names of their own kinds; no text anywhere in the content may be one that the store refuses. */
function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return storable(value);
  return typeof value !== 'object' || value === null || Object.values(value).every(isStorable);
}
