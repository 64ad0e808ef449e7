/** What can be wrong with a template, or with the checklist of an exercise that was tailored. */
import type { LadderFault } from '../ladder/check.ts';
import type { SheetFault } from '../review/sheet.ts';
import type { GateCode, TaskCode } from './codes.ts';

export type PlanFault =
  | { readonly kind: 'duplicate-code'; readonly code: TaskCode }
  | { readonly kind: 'unknown-predecessor'; readonly code: TaskCode; readonly predecessor: TaskCode }
  /** Each task of the path is a predecessor of the next; the last is the first again. */
  | { readonly kind: 'cycle'; readonly path: readonly TaskCode[] }
  /** Can never start: behind a cycle or behind an unknown predecessor, itself or through others. */
  | { readonly kind: 'dead-task'; readonly code: TaskCode }
  /** For some length of the exercise the task falls due before a task it waits for. */
  | {
      readonly kind: 'due-before-predecessor';
      readonly code: TaskCode;
      readonly due: string;
      readonly predecessor: TaskCode;
      readonly predecessorDue: string;
    }
  /** The gate of the task could never be passed: it would wait for a gate after it. */
  | { readonly kind: 'predecessor-in-later-gate'; readonly code: TaskCode; readonly predecessor: TaskCode }
  | { readonly kind: 'gate-missing'; readonly gate: GateCode }
  | { readonly kind: 'gate-twice'; readonly gate: GateCode }
  /** Its gate task is unknown, belongs to another gate, or does not fall due last in it. */
  | { readonly kind: 'gate-task-not-last'; readonly gate: GateCode; readonly gateTask: TaskCode };

export type TemplateFault = PlanFault | SheetFault | LadderFault;
