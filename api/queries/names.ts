/** How bodies, posts, localities and tasks are called: by the organisation, as it was on the day that is spoken of. */
import type { Task } from '../../domain/exercise/index.ts';
import { calledOn, headCalledOn } from '../../domain/labels/called.ts';
import type { Names } from '../../domain/labels/events.ts';
import { type OrganisationState, organisation } from '../../domain/organisation/index.ts';
import { bodyWith, nameOfUnit } from '../../domain/organisation/lookup.ts';
import type { OrgUnitId } from '../../domain/people.ts';
import type { Called } from '../../domain/rejection.ts';
import { ORGANISATION } from '../../domain/streams.ts';
import { dayOf, type LocalDate } from '../../domain/time.ts';
import type { Words } from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import type { Language } from '../problems/index.ts';
import { keptState } from './kept-state.ts';

/** The organisation now, with all that was and is decided of it by date. */
export const organisationNow = (deps: Pick<ApiDeps, 'db' | 'store'>): Promise<OrganisationState> =>
  keptState(deps, organisation, ORGANISATION);

/** Names for a refusal, as they are today; null when the store does not answer: a refusal is told without them too. */
export const calledNow = async (deps: ApiDeps): Promise<((language: Language) => Called) | null> => {
  try {
    const org = await organisationNow(deps);
    return (language) => calledOn(org, dayOf(deps.clock()), language);
  } catch {
    return null;
  }
};

/** Names for the sentences of one stream; `tasks` are those that they cite. */
export const namesIn = (
  org: OrganisationState,
  tasks: Readonly<Record<string, Task>>,
  day: LocalDate,
  language: Language,
): Names => ({
  ...calledOn(org, day, language),
  head: (body) => headCalledOn(org, day, language, body),
  post: (body, id) => bodyWith(org, body)?.posts.find((post) => post.id === id)?.title ?? id,
  task: (code) => {
    const task = tasks[code];
    return task ? `${code} ${language === 'vi' ? task.titleVi : task.titleEn}` : code;
  },
  exercise: (id) => id,
});

/** How a locality was called on a day, in both languages. */
export const unitNameOn = (org: OrganisationState, unit: OrgUnitId, day: LocalDate): Words => ({
  vi: nameOfUnit(org, unit, day, 'vi'),
  en: nameOfUnit(org, unit, day, 'en'),
});

/** Names of the localities of these files on a day, by id. */
export const unitsIn = (
  org: OrganisationState,
  files: readonly { readonly state: { readonly orgUnit: OrgUnitId | null } }[],
  day: LocalDate,
): { readonly id: OrgUnitId; readonly name: Words }[] => {
  const ids = [...new Set(files.flatMap(({ state }) => state.orgUnit ?? []))].sort();
  return ids.map((id) => ({ id, name: unitNameOn(org, id, day) }));
};
