/** Checklist templates: what must be done for an exercise, by whom, after what, until when (domain guide §3–5). */
import { Rejection } from '../rejection.ts';
import { CITY_TEMPLATE } from './city.ts';
import { COMMUNE_TEMPLATE } from './commune.ts';
import type { ExerciseType, Template } from './template.ts';

export { checkTemplate, type TemplateFault } from './check.ts';
export { EvidenceKind, evidenceOf } from './evidence.ts';
export { GATE_NAMES } from './gates.ts';
export { findCycle, predecessors, successors, topologicalOrder } from './graph.ts';
export {
  Basis,
  EXERCISE_TYPES,
  ExerciseType,
  GATE_CODES,
  GateCode,
  TaskCode,
  Template,
  TemplateGate,
  TemplateTask,
} from './template.ts';
export { CITY_TEMPLATE, COMMUNE_TEMPLATE };

/** Every template that ships, in every version: running exercises keep the version they began with. */
export const TEMPLATES: readonly Template[] = [CITY_TEMPLATE, COMMUNE_TEMPLATE];

/** The template that a new exercise of this type starts from. */
export const templateFor = (type: ExerciseType): Template => {
  switch (type) {
    case 'defenceAreaExercise':
    case 'regionalDefenceExercise':
      return CITY_TEMPLATE;
    case 'communeCombatExercise':
    case 'selfDefenceUnit':
      return COMMUNE_TEMPLATE;
    default: {
      const never: never = type;
      return never;
    }
  }
};

/** Throws `Rejection` `template-unknown` when no such version ships. */
export const findTemplate = (id: string, version: number): Template => {
  const template = TEMPLATES.find((each) => each.id === id && each.version === version);
  if (!template) throw new Rejection('template-unknown', { id, version });
  return template;
};
