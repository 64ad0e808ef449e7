/** Codes that templates, papers and exercises share: gates of the lifecycle, tasks of a checklist. */
import { z } from 'zod';

export const GATE_CODES = ['G0', 'G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'G7', 'G8', 'G9'] as const;
export const GateCode = z.enum(GATE_CODES).meta({ id: 'GateCode', description: 'Gates of the lifecycle, in order' });
export type GateCode = z.infer<typeof GateCode>;

/** Gates of what follows the opening of the run. */
export const AFTER_OPENING: readonly GateCode[] = ['G7', 'G8', 'G9'];

export const TaskCode = z
  .string()
  .regex(/^[A-Z]{1,2}\d{2,3}$/)
  .meta({ description: 'Code of a task of the checklist', example: 'C17' });
export type TaskCode = z.infer<typeof TaskCode>;
