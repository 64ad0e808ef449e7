/** What the organisation was, is or will be on a day. Pure; each answer takes a few steps however many units there are. */
import { labelBeside } from '../labels/bodies.ts';
import type { Language } from '../labels/format.ts';
import { type BodyId, codeOf, type OrgUnitId, type PersonRef, unitOf } from '../people.ts';
import { dayOf, type Instant, type LocalDate } from '../time.ts';
import type {
  Body,
  Dated,
  Delegation,
  Holding,
  Level,
  OrganisationState,
  OrgModel,
  OrgPost,
  Span,
  Unit,
} from './state.ts';

/** In an installation without an organisation everyone is believed. */
export const isEntered = (org: OrganisationState): boolean => org.phase === 'kept';

export const covers = ({ validFrom, validTo }: Span, day: LocalDate): boolean =>
  validFrom <= day && (validTo === null || day <= validTo);

/** What stands on a day; before the first entry, the first. */
export const standing = <T>(list: readonly Dated<T>[], day: LocalDate): Dated<T> | undefined =>
  list.findLast(({ from }) => from <= day) ?? list[0];

export const unitWith = (org: OrganisationState, id: OrgUnitId): Unit | null => org.units.get(id) ?? null;
export const bodyWith = (org: OrganisationState, id: BodyId): Body | null =>
  org.units.get(unitOf(id))?.bodies[codeOf(id)] ?? null;

export const modelOn = (org: OrganisationState, day: LocalDate): OrgModel | null =>
  standing(org.models, day)?.model ?? null;

/** The unit above on a day, in force or not. */
export const parentOn = (unit: Unit, day: LocalDate): OrgUnitId | null => standing(unit.parents, day)?.parent ?? null;

export interface UnitOn {
  readonly id: OrgUnitId;
  readonly level: Level;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly parent: OrgUnitId | null;
}

/** The unit as it is on a day, null when it is not in force. */
export const unitOn = (org: OrganisationState, id: OrgUnitId, day: LocalDate): UnitOn | null => {
  const unit = unitWith(org, id);
  const name = unit && standing(unit.names, day);
  if (!unit || !name || !covers(unit, day)) return null;
  return { id, level: unit.level, nameVi: name.nameVi, nameEn: name.nameEn, parent: parentOn(unit, day) };
};

/** The body, null when it is not in force on that day. */
export const bodyOn = (org: OrganisationState, id: BodyId, day: LocalDate): Body | null => {
  const body = bodyWith(org, id);
  return body && covers(body, day) ? body : null;
};

export const isInForce = (org: OrganisationState, body: BodyId, day: LocalDate): boolean =>
  bodyOn(org, body, day) !== null;

/** Units above, nearest first. */
export const superiorsOf = (org: OrganisationState, id: OrgUnitId, day: LocalDate): OrgUnitId[] => {
  const above: OrgUnitId[] = [];
  for (let unit = unitWith(org, id); unit; ) {
    const parent = parentOn(unit, day);
    if (parent === null || above.includes(parent)) break;
    above.push(parent);
    unit = unitWith(org, parent);
  }
  return above;
};

/** True when `upper` stands above `lower` on that day, however many steps; no unit is its own superior. */
export const isSuperior = (org: OrganisationState, upper: OrgUnitId, lower: OrgUnitId, day: LocalDate): boolean =>
  superiorsOf(org, lower, day).includes(upper);

/** The body in force on that day that does the work of one that has ended; null when none does, or it has not ended. */
export const successorOf = (org: OrganisationState, id: BodyId, day: LocalDate): BodyId | null => {
  let body = bodyWith(org, id);
  while (body && body.validTo !== null && body.validTo < day) body = body.successor && bodyWith(org, body.successor);
  return body && body.id !== id && covers(body, day) ? body.id : null;
};

/** The unit in force on that day that keeps the files of one that has ended; null when none does, or it has not ended. */
export const heirOf = (org: OrganisationState, id: OrgUnitId, day: LocalDate): OrgUnitId | null => {
  let unit = unitWith(org, id);
  while (unit && unit.validTo !== null && unit.validTo < day) unit = unit.heir && unitWith(org, unit.heir);
  return unit && unit.id !== id && covers(unit, day) ? unit.id : null;
};

export const headPostOn = (body: Body, day: LocalDate): OrgPost | null =>
  body.posts.find((post) => post.isHead && covers(post, day)) ?? null;

export const holderOn = (post: OrgPost, day: LocalDate): Holding | null =>
  post.holders.find(({ from, to }) => from <= day && (to === null || day <= to)) ?? null;

export const isDelegated = ({ from, to, revoked }: Delegation, at: Instant): boolean =>
  from <= dayOf(at) && dayOf(at) <= to && (revoked === null || at < revoked.at);

/** True when the person acts for the holder of the post at that instant. */
export const actsFor = (body: Body, post: string, person: PersonRef, at: Instant): boolean =>
  body.delegations.some((each) => each.post === post && each.person === person && isDelegated(each, at));

/** `thành phố Tam Kỳ`, as it was called that day; the id of a unit that is not in the organisation. */
export const nameOfUnit = (org: OrganisationState, id: OrgUnitId, day: LocalDate, language: Language): string => {
  const unit = unitWith(org, id);
  const name = unit && standing(unit.names, day);
  return name ? name[language === 'vi' ? 'nameVi' : 'nameEn'] : id;
};

/** Its own name, or the usual one of its code with that of its unit: `Công an thành phố Tam Kỳ`, `Police, Tam Kỳ city`. */
export const nameOfBody = (org: OrganisationState, id: BodyId, day: LocalDate, language: Language): string => {
  const own = bodyWith(org, id)?.[language === 'vi' ? 'nameVi' : 'nameEn'];
  const joined = language === 'vi' ? ' ' : ', ';
  return own ?? `${labelBeside(codeOf(id), language)}${joined}${nameOfUnit(org, unitOf(id), day, language)}`;
};
