/** Posts of a body and who holds them. Persons are opaque references. */
import { z } from 'zod';
import type { CommandMeta, Fact } from '../decider.ts';
import { type Actor, BodyId, PersonRef, unitOf } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { Paper, Reason, text } from '../text.ts';
import { dayOf, LocalDate } from '../time.ts';
import { requireKeeper } from './authority.ts';
import { requireBodyKnown, requirePaper, requirePost, requireWithin, withPost } from './checks.ts';
import { bodyWith } from './lookup.ts';
import type { Body, Holding, OrganisationState, OrgPost } from './state.ts';

export const PostId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(40)
  .meta({ description: 'A post within its body; `head` heads it', example: 'deputy-1' });

export const PostCommand = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('AddPost'),
    body: BodyId,
    post: PostId,
    title: text(120),
    isHead: z.boolean().default(false).meta({ description: 'Heads the body; the former head post must have ended' }),
    validFrom: LocalDate,
    paper: Paper,
  }),
  z.strictObject({
    type: z.literal('EndPost'),
    body: BodyId,
    post: PostId,
    validTo: LocalDate.meta({ description: 'Last day' }),
    paper: Paper,
  }),
  z.strictObject({
    type: z.literal('AppointHolder'),
    body: BodyId,
    post: PostId.default('head'),
    person: PersonRef,
    from: LocalDate,
    to: LocalDate.optional(),
    paper: Paper,
  }),
  z.strictObject({
    type: z.literal('EndHolding'),
    body: BodyId,
    post: PostId.default('head'),
    person: PersonRef,
    to: LocalDate.meta({ description: 'Last day' }),
    reason: Reason,
  }),
]);
export type PostCommand = z.infer<typeof PostCommand>;

interface At {
  readonly body: BodyId;
  readonly post: string;
}
export type PostEvent =
  | (At &
      Pick<OrgPost, 'isHead' | 'validFrom'> & {
        readonly type: 'PostAdded';
        readonly title: string;
        readonly paper: Paper;
      })
  | (At & { readonly type: 'PostEnded'; readonly validTo: LocalDate; readonly paper: Paper })
  | (At & { readonly type: 'HolderAppointed' } & Omit<Holding, 'paper'> & { readonly paper: Paper })
  | (At & {
      readonly type: 'HoldingEnded';
      readonly person: PersonRef;
      readonly to: LocalDate;
      readonly reason: string;
    });

const overlaps = (
  a: { readonly from: LocalDate; readonly to: LocalDate | null },
  b: { readonly from: LocalDate; readonly to: LocalDate | null },
): boolean => (a.to === null || b.from <= a.to) && (b.to === null || a.from <= b.to);

/** Throws `to-oneself`: nobody gives a post or its powers to himself. */
export const requireOther = (by: Actor, person: PersonRef): void => {
  if (by.person === person) throw new Rejection('to-oneself', { person });
};

export const decidePost = (command: PostCommand, org: OrganisationState, { by, at }: CommandMeta): PostEvent[] => {
  const body = requireBodyKnown(org, command.body);
  requireKeeper(org, by, [unitOf(body.id)], dayOf(at));
  const place = { body: body.id, post: command.post };
  switch (command.type) {
    case 'AddPost': {
      const { title, isHead, validFrom, paper } = command;
      requirePaper(paper, validFrom, at);
      requireWithin(validFrom, null, body.id, body);
      const same = body.posts.find(
        ({ id, isHead: heads, validTo }) =>
          id === command.post || (isHead && heads && (validTo === null || validTo >= validFrom)),
      );
      if (same) throw new Rejection('post-exists', { post: same.title ?? same.id, body: body.id });
      return [{ type: 'PostAdded', ...place, title, isHead, validFrom, paper }];
    }
    case 'EndPost': {
      const post = requirePost(body, command.post);
      requirePaper(command.paper, command.validTo, at);
      requireWithin(post.validFrom, command.validTo, body.id, post);
      return [{ type: 'PostEnded', ...place, validTo: command.validTo, paper: command.paper }];
    }
    case 'AppointHolder': {
      const { person, from, paper } = command;
      const to = command.to ?? null;
      const post = requirePost(body, command.post);
      requireOther(by, person);
      requirePaper(paper, from, at);
      requireWithin(from, to, body.id, post);
      requireWithin(from, to, body.id, body);
      requireFree(body, post, { from, to });
      return [{ type: 'HolderAppointed', ...place, person, from, to, paper }];
    }
    case 'EndHolding': {
      const { person, to, reason } = command;
      const held = requirePost(body, command.post).holders.find((each) => isEnding(each, person, to));
      if (!held) throw new Rejection('post-not-held', { post: command.post, body: body.id, day: to });
      return [{ type: 'HoldingEnded', ...place, person, to, reason }];
    }
    default:
      return command satisfies never;
  }
};

const isEnding = (holding: Holding, person: PersonRef, to: LocalDate): boolean =>
  holding.person === person && holding.from <= to && (holding.to === null || to < holding.to);

const requireFree = (body: Body, post: OrgPost, window: Pick<Holding, 'from' | 'to'>): void => {
  const other = post.holders.find((each) => overlaps(each, window));
  if (other)
    throw new Rejection('post-held', {
      post: post.title ?? body.id,
      body: body.id,
      person: other.person,
      since: other.from,
    });
};

export const evolvePost = (org: OrganisationState, fact: Fact<PostEvent>): OrganisationState => {
  const body = bodyWith(org, fact.body);
  if (!body) return org;
  if (fact.type === 'PostAdded') {
    const { post: id, title, isHead, validFrom } = fact;
    return withPost(org, body, { id, title, isHead, validFrom, validTo: null, holders: [] });
  }
  const post = requirePost(body, fact.post);
  switch (fact.type) {
    case 'PostEnded':
      return withPost(org, body, { ...post, validTo: fact.validTo });
    case 'HolderAppointed': {
      const { person, from, to, paper } = fact;
      return withPost(org, body, { ...post, holders: [...post.holders, { person, from, to, paper }] });
    }
    case 'HoldingEnded':
      return withPost(org, body, {
        ...post,
        holders: post.holders.map((each) => (isEnding(each, fact.person, fact.to) ? { ...each, to: fact.to } : each)),
      });
    default:
      return fact satisfies never;
  }
};
