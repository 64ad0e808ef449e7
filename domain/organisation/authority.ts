/** Whether an actor's body and post are in force when a command runs, and whether a body may be given work. */
import { type Actor, type BodyId, bodyId, type OrgUnitId } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { addDays, dayOf, type Instant, type LocalDate } from '../time.ts';
import {
  actsFor,
  bodyWith,
  headPostOn,
  holderOn,
  isEntered,
  isInForce,
  isSuperior,
  successorOf,
  superiorsOf,
  unitOn,
} from './lookup.ts';
import type { Body, OrganisationState } from './state.ts';

export { bodyOn, isInForce, isSuperior, nameOfBody, nameOfUnit, successorOf, unitOn } from './lookup.ts';

/**
 * Throws `body-unknown`, `body-not-yet` or `body-ended` when the body is not in force on the Vietnam day of `at`, and
 * `post-not-held` when somebody speaks as head of a body whose head post another holds. A head post that never had a
 * recorded holder is believed: accounts vouch for it. An organisation not entered yet believes everyone.
 */
export const requireInForce = (org: OrganisationState, by: Actor, at: Instant): void => {
  if (!isEntered(org)) return;
  const body = requireBody(org, by.body, dayOf(at));
  if (by.post === 'head') requireHead(body, by, at);
};

const requireBody = (org: OrganisationState, id: BodyId, day: LocalDate): Body => {
  const body = bodyWith(org, id);
  if (!body) throw new Rejection('body-unknown', { body: id });
  if (day < body.validFrom) throw new Rejection('body-not-yet', { body: id, since: body.validFrom });
  if (body.validTo !== null && day > body.validTo)
    throw new Rejection('body-ended', {
      body: id,
      since: addDays(body.validTo, 1),
      successor: successorOf(org, id, day) ?? [],
    });
  return body;
};

const requireHead = (body: Body, by: Actor, at: Instant): void => {
  const day = dayOf(at);
  const post = headPostOn(body, day);
  if (post && (isBelieved(post, day) || holderOn(post, day)?.person === by.person)) return;
  if (post && actsFor(body, post.id, by.person, at)) return;
  throw new Rejection('post-not-held', { post: post?.title ?? body.id, body: body.id, day });
};

/** Nobody was ever recorded in the post up to that day. */
const isBelieved = (post: Body['posts'][number], day: LocalDate): boolean =>
  post.holders.every(({ from }) => from > day);

/** True when the actor heads his body, which is in force, himself on that day, not for another. */
export const isHeadHimself = (org: OrganisationState, by: Actor, day: LocalDate): boolean => {
  const body = bodyWith(org, by.body);
  const post = body && headPostOn(body, day);
  return by.post === 'head' && !!post && (isBelieved(post, day) || holderOn(post, day)?.person === by.person);
};

/** Throws `owner-not-in-force` when a body that is to do work, or to answer for a code, is not in force on that day. */
export const ownerMustBeInForce = (org: OrganisationState, body: BodyId, day: LocalDate): void => {
  if (isEntered(org) && !isInForce(org, body, day))
    throw new Rejection('owner-not-in-force', { body, day, successor: successorOf(org, body, day) ?? [] });
};

/**
 * Throws `unit-not-in-force` when the locality does not exist on that day, `superior-wrong` when the other one does not
 * stand above it then. A locality that leads itself needs no superior.
 */
export const requireSuperior = (org: OrganisationState, unit: OrgUnitId, superior: OrgUnitId, day: LocalDate): void => {
  if (!isEntered(org)) return;
  if (!unitOn(org, unit, day)) throw new Rejection('unit-not-in-force', { unit, day });
  if (superior !== unit && !isSuperior(org, superior, unit, day))
    throw new Rejection('superior-wrong', { superior, unit, day });
};

const KEEPERS = ['SA', 'MPC', 'PC'] as const;
const keepersOf = (org: OrganisationState, unit: OrgUnitId, day: LocalDate): BodyId[] =>
  [unit, ...superiorsOf(org, unit, day)].flatMap((each) => KEEPERS.map((code) => bodyId(each, code)));

/**
 * Who keeps the organisation of a locality: standing agency, military party committee and People's Committee of itself or
 * of one above it. Of several localities, each that has a superior needs one of these, and at least one of all.
 * Throws `not-your-body`.
 */
export const requireKeeper = (org: OrganisationState, by: Actor, units: readonly OrgUnitId[], day: LocalDate): void => {
  const isKept = (unit: OrgUnitId): boolean => keepersOf(org, unit, day).includes(by.body);
  const isTop = (unit: OrgUnitId): boolean => superiorsOf(org, unit, day).length === 0;
  const strange = units.find((unit) => !isKept(unit) && !isTop(unit)) ?? (units.some(isKept) ? undefined : units[0]);
  if (strange !== undefined)
    throw new Rejection('not-your-body', { body: by.body, allowed: keepersOf(org, strange, day) });
};
