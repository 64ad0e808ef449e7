/** The organisation stream: units, bodies, posts and delegations by date; merges, splits and renames. */
import { z } from 'zod';
import type { CommandMeta, Context, Decider, Fact, FollowUp, Refers } from '../decider.ts';
import { Rejection } from '../rejection.ts';
import { systemOnly } from '../rights.ts';
import { requireInForce } from './authority.ts';
import { BodyCommand, type BodyEvent, decideBody, evolveBody } from './bodies.ts';
import { DelegationCommand, type DelegationEvent, decideDelegation, evolveDelegation } from './delegations.ts';
import { decideEstablish, EstablishOrganisation, establish, type OrganisationEstablished } from './establish.ts';
import { decidePost, evolvePost, PostCommand, type PostEvent } from './posts.ts';
import { dueReforms, evolveReform, nextReform, type ObserveTime, type ReformTookEffect, rehome } from './reform.ts';
import { decideReshape, evolveReshape, ReshapeCommand, type ReshapeEvent } from './reshape.ts';
import { NO_ORGANISATION, type OrganisationState } from './state.ts';
import { decideUnit, evolveUnit, UnitCommand, type UnitEvent } from './units.ts';

export const OrganisationCommand = z.discriminatedUnion('type', [
  EstablishOrganisation,
  ...UnitCommand.options,
  ...BodyCommand.options,
  ...PostCommand.options,
  ...DelegationCommand.options,
  ...ReshapeCommand.options,
]);
export type OrganisationCommand = z.infer<typeof OrganisationCommand>;

export type OrganisationEvent =
  | OrganisationEstablished
  | UnitEvent
  | BodyEvent
  | PostEvent
  | DelegationEvent
  | ReshapeEvent
  | ReformTookEffect;

const decide = (
  command: OrganisationCommand | ObserveTime,
  org: OrganisationState,
  meta: CommandMeta,
  context: Context,
): readonly OrganisationEvent[] => {
  switch (command.type) {
    case 'ObserveTime':
      systemOnly(meta.by, command.type);
      return dueReforms(org, meta, context);
    case 'EstablishOrganisation':
      return decideEstablish(command, org, meta);
    case 'AddUnit':
    case 'RenameUnit':
    case 'MoveUnit':
    case 'ChangeOrgModel':
      return decideUnit(command, entered(org, meta), meta);
    case 'AddPost':
    case 'EndPost':
    case 'AppointHolder':
    case 'EndHolding':
      return decidePost(command, entered(org, meta), meta);
    case 'DelegatePost':
    case 'RevokeDelegation':
      return decideDelegation(command, entered(org, meta), meta);
    case 'AddBody':
    case 'EndBody':
      return atOnce(decideBody(command, entered(org, meta), meta), org, meta, context);
    case 'MergeUnits':
    case 'SplitUnit':
      return atOnce(decideReshape(command, entered(org, meta), meta), org, meta, context);
    default:
      command satisfies never;
      throw new Rejection('command-unknown', { type: String((command as { type: unknown }).type) });
  }
};

/** The organisation, in which the actor's body and post are in force. Throws `organisation-unknown` before it was entered. */
const entered = (org: OrganisationState, { by, at }: CommandMeta): OrganisationState => {
  if (org.phase === 'none') throw new Rejection('organisation-unknown', {});
  requireInForce(org, by, at);
  return org;
};

/** What is decided for today or earlier takes effect with the decision. */
const atOnce = (
  events: readonly OrganisationEvent[],
  org: OrganisationState,
  meta: CommandMeta,
  context: Context,
): OrganisationEvent[] => {
  const after = events.reduce<OrganisationState>(
    (state, event) => evolve(state, { ...event, at: meta.at, by: meta.by, version: state.version + 1 }),
    org,
  );
  return [...events, ...dueReforms(after, meta, context)];
};

const evolveSubject = (org: OrganisationState, fact: Fact<OrganisationEvent>): OrganisationState => {
  switch (fact.type) {
    case 'OrganisationEstablished':
      return establish(org, fact);
    case 'UnitAdded':
    case 'UnitRenamed':
    case 'UnitMoved':
    case 'OrgModelChanged':
      return evolveUnit(org, fact);
    case 'BodyAdded':
    case 'BodyEnded':
      return evolveBody(org, fact);
    case 'PostAdded':
    case 'PostEnded':
    case 'HolderAppointed':
    case 'HoldingEnded':
      return evolvePost(org, fact);
    case 'PostDelegated':
    case 'DelegationRevoked':
      return evolveDelegation(org, fact);
    case 'UnitsMerged':
    case 'UnitSplit':
      return evolveReshape(org, fact);
    case 'ReformTookEffect':
      return evolveReform(org, fact);
    default:
      return fact satisfies never;
  }
};

const evolve = (org: OrganisationState, fact: Fact<OrganisationEvent>): OrganisationState => ({
  ...evolveSubject(org, fact),
  version: fact.version,
  lastAt: fact.at,
});

/** A reform re-homes every file that names what ended. */
const react = (fact: Fact<OrganisationEvent>): readonly FollowUp[] =>
  fact.type === 'ReformTookEffect' ? rehome(fact) : [];

/** Reforms look into the ongoing files for what they name. */
const refersTo = (command: OrganisationCommand | ObserveTime, org: OrganisationState): Refers | null => {
  const reforms =
    command.type === 'MergeUnits' ||
    command.type === 'SplitUnit' ||
    command.type === 'EndBody' ||
    org.pending.length > 0;
  return reforms ? { ongoing: ['exercise', 'drill', 'review', 'programme'] } : null;
};

export const organisation: Decider<OrganisationCommand | ObserveTime, OrganisationEvent, OrganisationState> = {
  kind: 'organisation',
  initial: NO_ORGANISATION,
  decide,
  evolve,
  react,
  nextDue: nextReform,
  refersTo,
  summary: (org) => ({
    phase: org.phase,
    orgUnit: '',
    details: org.phase === 'none' ? '' : `${org.units.size} units · ${org.models.at(-1)?.model}`,
    closed: false,
  }),
};
export { NO_ORGANISATION, type OrganisationState } from './state.ts';
