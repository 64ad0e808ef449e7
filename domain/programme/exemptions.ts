/** Exemptions: units that a target is not held against, named, with the ground; the denominator goes on showing them. */
import { z } from 'zod';
import type { CommandMeta, Fact } from '../decider.ts';
import { OrgUnitId } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { allow } from '../rights.ts';
import { Paper, Reason, text } from '../text.ts';
import { Column, IndicatorCode, ItemId, TERM, yearsOf } from './codes.ts';
import { requirePast } from './rights.ts';
import {
  type Exemption,
  type ExemptUnit,
  GROUNDS,
  type Ground,
  indicatorOf,
  type ProgrammeState,
  requirePhase,
} from './state.ts';

const Part = z.int().min(0).max(1_000_000_000);

export const ExemptionCommand = z.discriminatedUnion('type', [
  z
    .strictObject({
      type: z.literal('GrantExemption'),
      exemption: ItemId,
      indicator: IndicatorCode,
      from: Column.optional(),
      to: Column.optional(),
      units: z
        .array(
          z.strictObject({
            unit: OrgUnitId,
            name: text(120),
            numerator: Part.default(0),
            denominator: Part.default(1).meta({ description: 'Its part of a figure that is reported in one sum' }),
          }),
        )
        .min(1)
        .max(500),
      ground: z.enum(GROUNDS),
      reason: Reason,
      paper: Paper.optional(),
    })
    .meta({ description: 'Takes units out of the judgement of an indicator; the figure goes on showing them' }),
  z.strictObject({ type: z.literal('EndExemption'), exemption: ItemId, reason: Reason }),
]);
export type ExemptionCommand = z.infer<typeof ExemptionCommand>;

export type ExemptionEvent =
  | {
      readonly type: 'ExemptionGranted';
      readonly exemption: string;
      readonly indicator: string;
      readonly from: Column | null;
      readonly to: Column | null;
      readonly units: readonly ExemptUnit[];
      readonly ground: Ground;
      readonly reason: string;
      readonly paper: Paper | null;
    }
  | { readonly type: 'ExemptionEnded'; readonly exemption: string; readonly reason: string };

export const decideExemption = (
  command: ExemptionCommand,
  state: ProgrammeState,
  meta: CommandMeta,
): ExemptionEvent[] => {
  const { term } = requirePhase(state, ['inForce'], meta, command.type);
  allow(meta.by, state.approvers, 'head');
  const known = state.exemptions[command.exemption];
  if (command.type === 'EndExemption') {
    if (known?.ended !== null) throw new Rejection('exemption-unknown', { exemption: command.exemption });
    return [{ type: 'ExemptionEnded', exemption: command.exemption, reason: command.reason }];
  }
  if (known) throw new Rejection('number-taken', { number: command.exemption });
  const { indicator, units, from = null, to = null, paper = null } = command;
  indicatorOf(state, indicator);
  for (const column of [from, to])
    if (column !== null && (column === TERM || !yearsOf(term).includes(column)))
      throw new Rejection('outside-term', { when: column, since: term.from, last: term.to });
  const standing = Object.values(state.exemptions).filter(
    (each) => each.indicator === indicator && each.ended === null,
  );
  const again = units.find(
    ({ unit }, i) =>
      units.findIndex((each) => each.unit === unit) < i ||
      standing.some((each) => each.units.some((other) => other.unit === unit)),
  );
  if (again) throw new Rejection('exempt-already', { indicator, name: again.name });
  if (paper) requirePast(paper.date, meta.at);
  const { exemption, ground, reason } = command;
  return [{ type: 'ExemptionGranted', exemption, indicator, from, to, units, ground, reason, paper }];
};

export const evolveExemption = (state: ProgrammeState, fact: Fact<ExemptionEvent>): ProgrammeState => {
  const { exemptions } = state;
  if (fact.type === 'ExemptionEnded') {
    const known = exemptions[fact.exemption];
    return known ? { ...state, exemptions: { ...exemptions, [known.id]: { ...known, ended: fact.reason } } } : state;
  }
  const { exemption: id, indicator, from, to, units, ground, reason, paper } = fact;
  const granted: Exemption = {
    id,
    indicator,
    from,
    to,
    units,
    ground,
    reason,
    paper,
    grantedBy: fact.by,
    event: fact.version,
    ended: null,
  };
  return { ...state, exemptions: { ...exemptions, [id]: granted } };
};
