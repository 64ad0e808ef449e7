/** Refusals that several commands of the organisation share, and how a changed unit or body is put back. */
import { type BodyId, codeOf, type OrgUnitId, unitOf } from '../people.ts';
import { Rejection } from '../rejection.ts';
import type { Paper } from '../text.ts';
import { dayOf, type Instant, type LocalDate } from '../time.ts';
import { bodyWith, covers, isInForce, unitWith } from './lookup.ts';
import type { Body, Dated, OrganisationState, OrgPost, Span, Unit } from './state.ts';

/** A decision is dated today or earlier, and not after the day from which it counts. */
export const requirePaper = (paper: Paper, effective: LocalDate, at: Instant): void => {
  if (paper.date > dayOf(at)) throw new Rejection('paper-from-the-future', { date: paper.date, today: dayOf(at) });
  if (paper.date > effective)
    throw new Rejection('paper-after-effect', { number: paper.number, date: paper.date, effective });
};

/** Throws `days-order`, or `outside-validity` when the window goes beyond what holds it. */
export const requireWithin = (from: LocalDate, to: LocalDate | null, holder: string, outer: Span): void => {
  if (to !== null && to < from) throw new Rejection('days-order', { from, to });
  const beyond = outer.validTo !== null && (to === null ? from : to) > outer.validTo;
  if (from < outer.validFrom || beyond)
    throw new Rejection('outside-validity', {
      from,
      to: to ?? [],
      within: holder,
      since: outer.validFrom,
      last: outer.validTo ?? [],
    });
};

/** A unit in force on a day whose end has not been decided. Throws `unit-unknown` or `unit-not-in-force`. */
export const requireLastingUnit = (org: OrganisationState, id: OrgUnitId, day: LocalDate): Unit => {
  const unit = unitWith(org, id);
  if (!unit) throw new Rejection('unit-unknown', { unit: id });
  if (unit.validTo !== null || !covers(unit, day)) throw new Rejection('unit-not-in-force', { unit: id, day });
  return unit;
};

/** A body that takes over work is in force on that day, and its end has not been decided. */
export const requireLastingBody = (org: OrganisationState, id: BodyId, day: LocalDate): void => {
  if (!isInForce(org, id, day) || bodyWith(org, id)?.validTo !== null)
    throw new Rejection('owner-not-in-force', { body: id, day, successor: [] });
};

export const requireBodyKnown = (org: OrganisationState, id: BodyId): Body => {
  const body = bodyWith(org, id);
  if (!body) throw new Rejection('body-unknown', { body: id });
  return body;
};

export const requirePost = (body: Body, id: string): OrgPost => {
  const post = body.posts.find((each) => each.id === id);
  if (!post) throw new Rejection('post-unknown', { post: id, body: body.id });
  return post;
};

/** Throws `change-not-later`: what was decided from a later day would be undone. */
export const requireLater = (
  list: readonly Dated<unknown>[],
  effective: LocalDate,
  unit: OrgUnitId | 'model',
): void => {
  const last = list.at(-1);
  if (last && last.from > effective) throw new Rejection('change-not-later', { unit, effective, since: last.from });
};

/** The list with one more entry; one of the same day is replaced. */
export const withEntry = <T>(list: readonly Dated<T>[], entry: Dated<T>): readonly Dated<T>[] => [
  ...list.filter(({ from }) => from < entry.from),
  entry,
];

export const withUnits = (org: OrganisationState, changed: readonly Unit[]): OrganisationState => {
  const units = new Map(org.units);
  for (const unit of changed) units.set(unit.id, unit);
  return { ...org, units };
};

export const withBody = (org: OrganisationState, body: Body): OrganisationState => {
  const unit = unitWith(org, unitOf(body.id));
  return unit ? withUnits(org, [{ ...unit, bodies: { ...unit.bodies, [codeOf(body.id)]: body } }]) : org;
};

/** The post in its place, or after the others when it is new. */
export const withPost = (org: OrganisationState, body: Body, post: OrgPost): OrganisationState => {
  const isKnown = body.posts.some(({ id }) => id === post.id);
  const posts = isKnown ? body.posts.map((each) => (each.id === post.id ? post : each)) : [...body.posts, post];
  return withBody(org, { ...body, posts });
};
