/** The first entry of the organisation: units, bodies, posts and who holds them, all at once. */
import { z } from 'zod';
import type { CommandMeta } from '../decider.ts';
import { type BodyCode, BodyId, bodyId, codeOf, type OrgUnitId, PersonRef, unitOf } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { allow } from '../rights.ts';
import { ORGANISATION } from '../streams.ts';
import { Paper, text } from '../text.ts';
import { LocalDate } from '../time.ts';
import { BodyData } from './bodies.ts';
import { requireBodyKnown, requirePost, requireWithin } from './checks.ts';
import { PostId } from './posts.ts';
import { type Body, type Holding, type OrganisationState, OrgModel, type OrgPost, type Unit } from './state.ts';
import { newBody, newUnit, requireLevel, requireParent, UnitData } from './units.ts';

const Since = LocalDate.optional().meta({ description: 'Left out: as the organisation or what it belongs to' });

export const EstablishOrganisation = z
  .strictObject({
    type: z.literal('EstablishOrganisation'),
    orgModel: OrgModel,
    validFrom: LocalDate,
    units: z
      .array(UnitData.extend({ validFrom: Since }))
      .min(1)
      .max(20_000),
    bodies: z
      .array(BodyData.extend({ validFrom: Since }))
      .max(100_000)
      .default([])
      .meta({ description: 'Bodies with names or days of their own; the others stand with their unit, by code' }),
    posts: z
      .array(z.strictObject({ body: BodyId, post: PostId, title: text(120), validFrom: Since }))
      .max(100_000)
      .default([])
      .meta({ description: 'Posts besides the head of a body' }),
    holders: z
      .array(
        z.strictObject({
          body: BodyId,
          post: PostId.default('head'),
          person: PersonRef,
          from: Since,
          paper: Paper.optional(),
        }),
      )
      .max(100_000)
      .default([]),
  })
  .meta({ description: 'Enters the organisation; possible once' });
export type EstablishOrganisation = z.infer<typeof EstablishOrganisation>;

export interface OrganisationEstablished extends Omit<EstablishOrganisation, 'type'> {
  readonly type: 'OrganisationEstablished';
}

const KEEPERS = ['SA', 'MPC', 'PC'] as const;

export const decideEstablish = (
  command: EstablishOrganisation,
  org: OrganisationState,
  { stream, by }: CommandMeta,
): OrganisationEstablished[] => {
  if (stream !== ORGANISATION) throw new Rejection('organisation-other', { id: stream });
  if (org.phase !== 'none') throw new Rejection('organisation-exists', {});
  const event: OrganisationEstablished = { ...command, type: 'OrganisationEstablished' };
  requireDistinct(command);
  const built = establish(org, event);
  const isKeeper = built.units.has(unitOf(by.body)) && KEEPERS.some((code) => code === codeOf(by.body));
  if (!isKeeper)
    allow(
      by,
      command.units.slice(0, 3).flatMap(({ id }) => KEEPERS.map((code) => bodyId(id, code))),
    );
  for (const unit of command.units) {
    const since = unit.validFrom ?? command.validFrom;
    requireLevel(built, unit, since);
    if (unit.parent) requireParent(built, unit, unit.parent, since);
  }
  requireWhole(built, command);
  return [event];
};

const requireDistinct = ({ units, bodies, posts, holders }: EstablishOrganisation): void => {
  const seen = new Set<string>();
  const once = (key: string): boolean => seen.size < seen.add(key).size;
  for (const { id } of units) if (!once(id)) throw new Rejection('unit-exists', { unit: id });
  for (const { body } of bodies) if (!once(body)) throw new Rejection('body-exists', { body });
  for (const { body, post } of posts)
    if (post === 'head' || !once(`${body} ${post}`)) throw new Rejection('post-exists', { post, body });
  for (const { body, post, person, from } of holders)
    if (!once(`holder ${body} ${post}`)) throw new Rejection('post-held', { post, body, person, since: from ?? [] });
};

/** Bodies stand in units that are entered, posts in bodies, holders in posts, each within the days of the other. */
const requireWhole = (built: OrganisationState, command: EstablishOrganisation): void => {
  for (const { body } of command.bodies) {
    const unit = built.units.get(unitOf(body));
    if (!unit) throw new Rejection('unit-unknown', { unit: unitOf(body) });
    requireWithin(requireBodyKnown(built, body).validFrom, null, unit.id, unit);
  }
  for (const { body: id, post } of [...command.posts, ...command.holders]) {
    const body = requireBodyKnown(built, id);
    const held = requirePost(body, post);
    requireWithin(held.validFrom, null, id, body);
    for (const { from } of held.holders) requireWithin(from, null, id, held);
  }
};

const grouped = <T>(list: readonly T[], key: (each: T) => string): ReadonlyMap<string, readonly T[]> =>
  Map.groupBy(list, key);

/** Each unit is put together once, so that a province of thousands of bodies is entered in one pass. */
export const establish = (org: OrganisationState, event: OrganisationEstablished): OrganisationState => {
  const bodies = grouped(event.bodies, ({ body }) => unitOf(body));
  const posts = grouped(event.posts, ({ body }) => body);
  const holders = grouped(event.holders, ({ body }) => body);

  const holding = (post: { readonly id: string; readonly validFrom: LocalDate }, body: BodyId): Holding[] =>
    (holders.get(body) ?? [])
      .filter((each) => each.post === post.id)
      .map(({ person, from, paper }) => ({ person, from: from ?? post.validFrom, to: null, paper: paper ?? null }));

  const staffed = (body: Body): Body => {
    if (!posts.has(body.id) && !holders.has(body.id)) return body;
    const further = (posts.get(body.id) ?? []).map(
      ({ post, title, validFrom }): OrgPost => ({
        id: post,
        title,
        isHead: false,
        validFrom: validFrom ?? body.validFrom,
        validTo: null,
        holders: [],
      }),
    );
    return {
      ...body,
      posts: [...body.posts, ...further].map((post) => ({ ...post, holders: holding(post, body.id) })),
    };
  };

  const unitOfData = ({ validFrom, ...data }: EstablishOrganisation['units'][number]): Unit => {
    const unit = newUnit(data, validFrom ?? event.validFrom);
    const own = (bodies.get(unit.id) ?? []).map((each) => newBody(each.body, each.validFrom ?? unit.validFrom, each));
    const all: Partial<Record<BodyCode, Body>> = { ...unit.bodies };
    for (const body of own) all[codeOf(body.id)] = body;
    for (const body of Object.values(all)) all[codeOf(body.id)] = staffed(body);
    return { ...unit, bodies: all };
  };

  return {
    ...org,
    phase: 'kept',
    models: [{ from: event.validFrom, model: event.orgModel }],
    units: new Map<OrgUnitId, Unit>(event.units.map((data) => [data.id, unitOfData(data)])),
  };
};
