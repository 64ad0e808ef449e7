/**
 * Acting for the holder of a post within a window, by written decision (Law on Organisation of Local Government: a head may
 * authorise in writing; who is authorised does not authorise further).
 */
import { z } from 'zod';
import type { CommandMeta, Fact } from '../decider.ts';
import { type Actor, type BodyCode, BodyId, bodyId, codeOf, PersonRef, unitOf } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { Paper, Reason } from '../text.ts';
import { dayOf, LocalDate } from '../time.ts';
import { isHeadHimself } from './authority.ts';
import { requireBodyKnown, requirePaper, requirePost, requireWithin, withBody } from './checks.ts';
import { bodyWith, superiorsOf } from './lookup.ts';
import { PostId, requireOther } from './posts.ts';
import type { Body, Delegation, OrganisationState } from './state.ts';

const DelegationId = z
  .string()
  .regex(/^D\d{1,4}$/)
  .meta({ description: 'Number of a delegation within its body', example: 'D1' });

export const DelegationCommand = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('DelegatePost'),
    body: BodyId,
    post: PostId.default('head'),
    person: PersonRef,
    from: LocalDate,
    to: LocalDate.meta({ description: 'Last day' }),
    paper: Paper,
  }),
  z.strictObject({ type: z.literal('RevokeDelegation'), body: BodyId, delegation: DelegationId, reason: Reason }),
]);
export type DelegationCommand = z.infer<typeof DelegationCommand>;

export type DelegationEvent =
  | ({ readonly type: 'PostDelegated'; readonly body: BodyId; readonly delegation: string } & Pick<
      Delegation,
      'post' | 'person' | 'from' | 'to' | 'paper'
    >)
  | {
      readonly type: 'DelegationRevoked';
      readonly body: BodyId;
      readonly delegation: string;
      readonly reason: string;
    };

export const decideDelegation = (
  command: DelegationCommand,
  org: OrganisationState,
  { by, at }: CommandMeta,
): DelegationEvent[] => {
  const body = requireBodyKnown(org, command.body);
  requireGiver(org, body, by, dayOf(at));
  switch (command.type) {
    case 'DelegatePost': {
      const { person, from, to, paper } = command;
      const post = requirePost(body, command.post);
      requireOther(by, person);
      requirePaper(paper, from, at);
      requireWithin(from, to, body.id, post);
      requireWithin(from, to, body.id, body);
      const running = body.delegations.find(
        (each) => each.post === post.id && each.revoked === null && each.from <= to && from <= each.to,
      );
      if (running)
        throw new Rejection('delegation-overlaps', { delegation: running.id, from: running.from, to: running.to });
      const delegation = `D${body.delegations.length + 1}`;
      return [{ type: 'PostDelegated', body: body.id, delegation, post: post.id, person, from, to, paper }];
    }
    case 'RevokeDelegation': {
      const found = body.delegations.find(({ id }) => id === command.delegation);
      if (!found || found.revoked)
        throw new Rejection('delegation-unknown', { delegation: command.delegation, body: body.id });
      return [{ type: 'DelegationRevoked', body: body.id, delegation: found.id, reason: command.reason }];
    }
    default:
      return command satisfies never;
  }
};

/** Codes of a superior whose heads may order who acts; besides them, the body of the same code. */
const ORDERING: readonly BodyCode[] = ['SC', 'MPC', 'PC', 'SA'];

const requireGiver = (org: OrganisationState, body: Body, by: Actor, day: LocalDate): void => {
  const above = superiorsOf(org, unitOf(body.id), day).flatMap((unit) =>
    [...new Set([...ORDERING, codeOf(body.id)])].map((code) => bodyId(unit, code)),
  );
  const givers = [body.id, ...above];
  if (!givers.includes(by.body) || !isHeadHimself(org, by, day))
    throw new Rejection('delegation-by-head', { body: body.id, allowed: givers.slice(0, 6) });
};

export const evolveDelegation = (org: OrganisationState, fact: Fact<DelegationEvent>): OrganisationState => {
  const body = bodyWith(org, fact.body);
  if (!body) return org;
  switch (fact.type) {
    case 'PostDelegated': {
      const { delegation: id, post, person, from, to, paper, by } = fact;
      const added: Delegation = { id, post, person, from, to, paper, by, revoked: null };
      return withBody(org, { ...body, delegations: [...body.delegations, added] });
    }
    case 'DelegationRevoked': {
      const revoked = { at: fact.at, reason: fact.reason };
      return withBody(org, {
        ...body,
        delegations: body.delegations.map((each) => (each.id === fact.delegation ? { ...each, revoked } : each)),
      });
    }
    default:
      return fact satisfies never;
  }
};
