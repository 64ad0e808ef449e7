/** Bodies: added, and ended with another that takes over their work. */
import { z } from 'zod';
import type { CommandMeta, Fact } from '../decider.ts';
import { BodyId, unitOf } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { Paper, text } from '../text.ts';
import { addDays, dayOf, LocalDate } from '../time.ts';
import { requireKeeper } from './authority.ts';
import {
  requireBodyKnown,
  requireLastingBody,
  requireLastingUnit,
  requirePaper,
  requireWithin,
  withBody,
} from './checks.ts';
import { bodyWith } from './lookup.ts';
import type { Body, OrganisationState } from './state.ts';
import { newBody } from './units.ts';

/** A body and, where they are not the usual ones, its full names and the title of its head. */
export const BodyData = z
  .strictObject({
    body: BodyId,
    nameVi: text(160).optional(),
    nameEn: text(160).optional(),
    headPost: text(120).optional().meta({ example: 'Chỉ huy trưởng' }),
  })
  .meta({ id: 'BodyData' });
export type BodyData = z.infer<typeof BodyData>;

export const BodyCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('AddBody'), ...BodyData.shape, validFrom: LocalDate, paper: Paper }),
  z
    .strictObject({
      type: z.literal('EndBody'),
      body: BodyId,
      into: BodyId.meta({ description: 'Takes over its open work' }),
      effective: LocalDate.meta({ description: 'First day on which it is no more' }),
      paper: Paper,
    })
    .meta({ description: 'Dissolves a body, e.g. a district command whose work goes to a regional one' }),
]);
export type BodyCommand = z.infer<typeof BodyCommand>;

export type BodyEvent =
  | ({ readonly type: 'BodyAdded'; readonly validFrom: LocalDate; readonly paper: Paper } & BodyData)
  | {
      readonly type: 'BodyEnded';
      readonly body: BodyId;
      readonly into: BodyId;
      readonly effective: LocalDate;
      readonly paper: Paper;
    };

export const decideBody = (command: BodyCommand, org: OrganisationState, { by, at }: CommandMeta): BodyEvent[] => {
  const id = command.body;
  switch (command.type) {
    case 'AddBody': {
      const { type: _, ...added } = command;
      if (bodyWith(org, id)) throw new Rejection('body-exists', { body: id });
      const unit = requireLastingUnit(org, unitOf(id), command.validFrom);
      requireKeeper(org, by, [unit.id], dayOf(at));
      requirePaper(command.paper, command.validFrom, at);
      return [{ type: 'BodyAdded', ...added }];
    }
    case 'EndBody': {
      const { into, effective, paper } = command;
      const body = requireBodyKnown(org, id);
      requireKeeper(org, by, [unitOf(id)], dayOf(at));
      requirePaper(paper, effective, at);
      if (body.validTo !== null)
        throw new Rejection('body-ended', {
          body: id,
          since: addDays(body.validTo, 1),
          successor: body.successor ?? [],
        });
      requireWithin(addDays(effective, -1), null, id, body);
      if (into === id) throw new Rejection('owner-not-in-force', { body: into, day: effective, successor: [] });
      requireLastingBody(org, into, effective);
      return [{ type: 'BodyEnded', body: id, into, effective, paper }];
    }
    default:
      return command satisfies never;
  }
};

/** The body as it ends on the eve; its posts and delegations end with it. */
export const endedBody = (body: Body, effective: LocalDate, successor: BodyId | null): Body => ({
  ...body,
  validTo: addDays(effective, -1),
  successor,
});

export const evolveBody = (org: OrganisationState, fact: Fact<BodyEvent>): OrganisationState => {
  switch (fact.type) {
    case 'BodyAdded':
      return withBody(org, newBody(fact.body, fact.validFrom, fact));
    case 'BodyEnded': {
      const body = bodyWith(org, fact.body);
      if (!body) return org;
      const { effective, paper } = fact;
      const pending = [...org.pending, { reform: fact.version, effective, bodies: [fact.body], units: [], paper }];
      return withBody({ ...org, pending }, endedBody(body, effective, fact.into));
    }
    default:
      return fact satisfies never;
  }
};
