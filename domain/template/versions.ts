/** The versions of one template: the shipped one and those published after it. A version never changes; it may be retired. */
import type { Actor } from '../people.ts';
import { Rejection } from '../rejection.ts';
import type { Paper } from '../text.ts';
import type { Instant } from '../time.ts';
import { CITY_TEMPLATE } from './city.ts';
import { COMMUNE_TEMPLATE } from './commune.ts';
import type { ExerciseType, Template } from './template.ts';

/** Every template that ships. */
export const TEMPLATES: readonly Template[] = [CITY_TEMPLATE, COMMUNE_TEMPLATE];

/** Who published a version, when, why and by what paper; null for what ships. */
export interface Publication {
  readonly at: Instant;
  readonly by: Actor;
  readonly basedOn: number;
  readonly reason: string;
  readonly paper: Paper | null;
}
export interface Retirement {
  readonly at: Instant;
  readonly reason: string;
}

/** What the stream of a template holds. */
export interface TemplateState {
  readonly version: number;
  readonly lastAt: Instant | null;
  readonly published: readonly { readonly template: Template; readonly publication: Publication }[];
  /** By number of version. */
  readonly retired: Readonly<Record<number, Retirement>>;
}
export const NO_TEMPLATE: TemplateState = { version: 0, lastAt: null, published: [], retired: {} };

export interface TemplateVersion {
  readonly template: Template;
  readonly publication: Publication | null;
  /** A retired version starts no exercise any more; those that were opened with it keep it. */
  readonly retired: Retirement | null;
}

/** Every version of a template, oldest first. `state` is null for a template without a stream of its own. */
export const templatesOf = (id: string, state: TemplateState | null): readonly TemplateVersion[] => {
  const { published, retired } = state ?? NO_TEMPLATE;
  const shipped = TEMPLATES.filter((each) => each.id === id).map((template) => ({ template, publication: null }));
  return [...shipped, ...published].map((each) => ({ ...each, retired: retired[each.template.version] ?? null }));
};

/** The newest version in force that serves a type of exercise, or any; null when there is none. */
export const latestOf = (id: string, state: TemplateState | null, type?: ExerciseType): Template | null =>
  templatesOf(id, state).findLast(
    ({ template, retired }) => !retired && (type === undefined || template.exerciseTypes.includes(type)),
  )?.template ?? null;

/** One version, in force or retired. Throws `template-unknown`. */
export const versionOf = (id: string, state: TemplateState | null, version: number): TemplateVersion => {
  const found = templatesOf(id, state).find(({ template }) => template.version === version);
  if (!found) throw new Rejection('template-unknown', { id, version });
  return found;
};
