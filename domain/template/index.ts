/** Checklist templates: what must be done for an exercise, by whom, after what, until when (domain guide §3–5). */
import { Rejection } from '../rejection.ts';
import { CITY_TEMPLATE } from './city.ts';
import { COMMUNE_TEMPLATE } from './commune.ts';
import type { ExerciseType, Template } from './template.ts';
import { TEMPLATES } from './versions.ts';

export { checkPlan, checkTemplate, type Plan, type PlanRow } from './check.ts';
export { AFTER_OPENING } from './codes.ts';
export { type Compression, compressionOf, drawnTogether } from './compression.ts';
export { differenceOf, type FieldChange, type TaskChange, type TemplateDifference } from './difference.ts';
export { Evidence as EvidenceWanted, EvidenceKind, evidenceOf } from './evidence.ts';
export type { PlanFault, TemplateFault } from './faults.ts';
export { GATE_NAMES } from './gates.ts';
export { findCycle, predecessors, successors, topologicalOrder } from './graph.ts';
export { CITY_CHAIN, COMMUNE_CHAIN, PAPER_SLOTS, PaperChain, type PaperRule, PaperSlot } from './papers.ts';
export {
  Basis,
  EXERCISE_TYPES,
  ExerciseType,
  GATE_CODES,
  GateCode,
  REHEARSAL_STEPS,
  RehearsalStep,
  TaskCode,
  Template,
  TemplateContent,
  TemplateGate,
  TemplateTask,
  Title,
} from './template.ts';
export { latestOf, type TemplateVersion, templatesOf, versionOf } from './versions.ts';
export { CITY_TEMPLATE, COMMUNE_TEMPLATE, TEMPLATES };

/** The shipped template of a type; a new exercise starts from the newest version of the same id. */
export const templateFor = (type: ExerciseType): Template => SHIPPED[type];

const SHIPPED: Readonly<Record<ExerciseType, Template>> = {
  defenceAreaExercise: CITY_TEMPLATE,
  regionalDefenceExercise: CITY_TEMPLATE,
  communeCombatExercise: COMMUNE_TEMPLATE,
  selfDefenceUnit: COMMUNE_TEMPLATE,
};

/** Throws `Rejection` `template-unknown` when no such version ships. */
export const findTemplate = (id: string, version: number): Template => {
  const template = TEMPLATES.find((each) => each.id === id && each.version === version);
  if (!template) throw new Rejection('template-unknown', { id, version });
  return template;
};
