/** How bodies, posts and localities are called by the organisation on a day. */
import { bodyWith, headPostOn, nameOfBody, nameOfUnit, unitWith } from '../organisation/lookup.ts';
import type { OrganisationState } from '../organisation/state.ts';
import { type BodyId, codeOf, OrgUnitId, SYSTEM, unitOf } from '../people.ts';
import type { Called } from '../rejection.ts';
import type { LocalDate } from '../time.ts';
import { BODIES } from './bodies.ts';
import type { Language } from './format.ts';

/** Where the organisation does not know the locality, the usual label with its id in brackets. */
const beside = (org: OrganisationState, body: BodyId, label: string, known: () => string): string =>
  unitWith(org, unitOf(body)) ? known() : `${label} (${unitOf(body)})`;

export const calledOn = (org: OrganisationState, day: LocalDate, language: Language): Called => ({
  body: (body) => {
    if (body === SYSTEM.body) return language === 'vi' ? 'Hệ thống' : 'The system';
    return beside(org, body, BODIES[codeOf(body)][language].name, () => nameOfBody(org, body, day, language));
  },
  unit: (id) => {
    const unit = OrgUnitId.safeParse(id);
    return unit.success ? nameOfUnit(org, unit.data, day, language) : id;
  },
});

/** Post of the head with its locality: `Trưởng Công an thành phố Tam Kỳ`. */
export const headCalledOn = (org: OrganisationState, day: LocalDate, language: Language, body: BodyId): string => {
  const known = bodyWith(org, body);
  const label = (known && headPostOn(known, day)?.title) ?? BODIES[codeOf(body)][language].head;
  const joined = language === 'vi' ? ' ' : ', ';
  return beside(org, body, label, () => `${label}${joined}${nameOfUnit(org, unitOf(body), day, language)}`);
};
