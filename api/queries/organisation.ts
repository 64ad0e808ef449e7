/** The organisation as it is on a day, and the life of one unit: predecessors, successors, former names, bodies. */
import type { z } from 'zod';
import { BODIES } from '../../domain/labels/bodies.ts';
import { MODEL_NAMES, UNIT_LEVEL_NAMES } from '../../domain/labels/words-organisation.ts';
import {
  covers,
  holderOn,
  modelOn,
  nameOfBody,
  nameOfUnit,
  unitOn,
  unitWith,
} from '../../domain/organisation/lookup.ts';
import type { Body, Delegation, OrganisationState, OrgPost, Unit } from '../../domain/organisation/state.ts';
import { BODY_CODES, type BodyId, codeOf, type OrgUnitId } from '../../domain/people.ts';
import { Rejection } from '../../domain/rejection.ts';
import { entityOf, ORGANISATION } from '../../domain/streams.ts';
import { addDays, dayOf, type LocalDate } from '../../domain/time.ts';
import type { Organisation, UnitLife, Words } from '../contract/index.ts';
import { words } from '../words.ts';
import type { Moment } from './sources.ts';

export const MAIN = entityOf(ORGANISATION);

const unitName = (org: OrganisationState, id: OrgUnitId, day: LocalDate): Words =>
  words(nameOfUnit(org, id, day, 'vi'), nameOfUnit(org, id, day, 'en'));
const bodyName = (org: OrganisationState, id: BodyId, day: LocalDate): Words =>
  words(nameOfBody(org, id, day, 'vi'), nameOfBody(org, id, day, 'en'));

const postTitle = (body: Body, post: OrgPost): Words => {
  const { vi, en } = BODIES[codeOf(body.id)];
  return post.title === null ? words(vi.head, en.head) : words(post.title, post.title);
};

const standsOn = ({ from, to, revoked }: Delegation, day: LocalDate): boolean =>
  from <= day && day <= to && (revoked === null || dayOf(revoked.at) > day);

const bodyView = (org: OrganisationState, body: Body, day: LocalDate) => ({
  body: body.id,
  name: bodyName(org, body.id, day),
  posts: body.posts
    .filter((post) => covers(post, day))
    .map((post) => ({
      id: post.id,
      title: postTitle(body, post),
      isHead: post.isHead,
      holder: holderOn(post, day),
    })),
  delegations: body.delegations
    .filter((each) => standsOn(each, day))
    .map(({ id, post, person, from, to, paper }) => ({ id, post, person, from, to, paper })),
});

/** Names that a unit had before the name of the day, then those of the units that became part of it by then. */
const formerNames = (unit: Unit, org: OrganisationState, day: LocalDate): Words[] => [
  ...unit.names
    .filter(({ from }) => from <= day)
    .slice(0, -1)
    .map(({ nameVi, nameEn }) => words(nameVi, nameEn)),
  ...unit.predecessors
    .filter(({ from }) => from <= day)
    .map(({ unit: before, from }) => unitName(org, before, addDays(from, -1))),
];

/** In the order of the codes of bodies. */
const bodiesOf = (bodies: Readonly<Partial<Record<string, Body>>>): Body[] =>
  BODY_CODES.flatMap((code) => bodies[code] ?? []);

export const organisationOn = (
  org: OrganisationState,
  day: LocalDate,
  moment: Moment,
): z.output<typeof Organisation> => {
  const model = modelOn(org, day) ?? 'threeTier';
  const units = [...org.units.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    id: MAIN,
    version: org.version,
    ...moment,
    on: day,
    model: { code: model, label: MODEL_NAMES[model] },
    units: units.flatMap((unit) => {
      const now = unitOn(org, unit.id, day);
      if (!now) return [];
      return [
        {
          id: unit.id,
          name: words(now.nameVi, now.nameEn),
          formerly: formerNames(unit, org, day),
          level: { code: unit.level, label: UNIT_LEVEL_NAMES[unit.level] },
          parent: now.parent,
          bodies: bodiesOf(unit.bodies)
            .filter((body) => covers(body, day))
            .map((body) => bodyView(org, body, day)),
        },
      ];
    }),
  };
};

/** Throws `unit-unknown`. */
export const unitLife = (org: OrganisationState, id: OrgUnitId, moment: Moment): z.output<typeof UnitLife> => {
  const unit = unitWith(org, id);
  if (!unit) throw new Rejection('unit-unknown', { unit: id });
  const related = (links: typeof unit.successors) =>
    links.map(({ unit: other, from }) => ({ unit: other, name: unitName(org, other, from), from }));
  return {
    id: MAIN,
    version: org.version,
    ...moment,
    unit: unit.id,
    level: { code: unit.level, label: UNIT_LEVEL_NAMES[unit.level] },
    validFrom: unit.validFrom,
    validTo: unit.validTo,
    names: unit.names.map(({ from, nameVi, nameEn }) => ({ from, name: words(nameVi, nameEn) })),
    superiors: unit.parents.map(({ from, parent }) => ({
      from,
      unit: parent,
      name: parent && unitName(org, parent, from),
    })),
    predecessors: related(unit.predecessors),
    successors: related(unit.successors),
    heir: unit.heir,
    bodies: bodiesOf(unit.bodies).map((body) => ({
      body: body.id,
      name: bodyName(org, body.id, body.validTo ?? moment.today),
      validFrom: body.validFrom,
      validTo: body.validTo,
      successor: body.successor,
    })),
  };
};
