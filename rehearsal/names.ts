/** How bodies, tasks, localities and exercises of a plan are called in its timeline. */
import { blockerText } from '../domain/labels/blockers.ts';
import { BODIES, labelBeside } from '../domain/labels/bodies.ts';
import type { Names } from '../domain/labels/events.ts';
import type { Language } from '../domain/labels/format.ts';
import { type BodyId, codeOf, SYSTEM, unitOf } from '../domain/people.ts';
import { entityOf, ORGANISATION } from '../domain/streams.ts';
import { TEMPLATES } from '../domain/template/index.ts';
import type { SeasonPlan } from './plan.ts';

export const namesOf = (plan: SeasonPlan, language: Language): Names => {
  const vi = language === 'vi';
  const units = new Map<string, string>(plan.units.map((unit) => [unit.id, unit[language]]));
  const codes = new Map<string, string>(plan.exercises.map(({ id, codeName }) => [id, codeName ?? id]));
  const tasks = new Map(
    TEMPLATES.flatMap((template) => template.tasks).map((task) => [task.code, vi ? task.titleVi : task.titleEn]),
  );
  const unit = (id: string): string => units.get(id) ?? id;
  const body = (id: BodyId): string => {
    if (id === SYSTEM.body) return vi ? 'Hệ thống' : 'The system';
    const name = labelBeside(codeOf(id), language);
    return vi ? `${name} ${unit(unitOf(id))}` : `${name} (${unit(unitOf(id))})`;
  };
  return {
    body,
    head: (id) => {
      const { head } = BODIES[codeOf(id)][language];
      return vi ? `${head} ${unit(unitOf(id))}` : `${head} (${unit(unitOf(id))})`;
    },
    post: (_, id) => id,
    task: (code) => `${code} ${tasks.get(code) ?? ''}`.trim(),
    unit,
    exercise: (id) => (id === entityOf(ORGANISATION) ? '' : (codes.get(id) ?? id)),
  };
};

/** What keeps a gate shut, by the short code that events and refusals cite. */
export const blockerName = (code: string, names: Names, language: Language): string =>
  blockerText(code)?.[language] ?? names.task(code);
