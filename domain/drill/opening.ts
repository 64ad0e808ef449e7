/** A drill's beginning and end: prepared beside its exercise, opened by the run, measured by its rule, closed. */
import { z } from 'zod';
import { stateIn } from '../context.ts';
import type { CommandMeta, Context, Fact } from '../decider.ts';
import { bodyIn, standingAgency } from '../exercise/rights.ts';
import { type BodyId, bodyId, OrgUnitId } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { allow, systemOnly } from '../rights.ts';
import { EntityId, entityOf } from '../streams.ts';
import { Reason } from '../text.ts';
import { Instant } from '../time.ts';
import type { Kind } from './codes.ts';
import { present } from './counts.ts';
import { agenciesOf, allowAgency, requireOpen, requireWork, steeringOf } from './rights.ts';
import { DrillRule } from './rule.ts';
import { type DrillState, totalOf } from './state.ts';

export const OpeningCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('PrepareDrill'), exercise: EntityId, orgUnit: OrgUnitId }),
  z
    .strictObject({ type: z.literal('SetDrillRule'), rule: DrillRule, reason: Reason })
    .meta({ description: 'What the drill is measured by: spare, targets, colours' }),
  z
    .strictObject({ type: z.literal('SetStartHour'), at: Instant, reason: Reason })
    .meta({ description: 'The hour H from which arrivals are counted; the opening of the run unless set' }),
  z.strictObject({ type: z.literal('CloseDrill') }),
]);
export type OpeningCommand = z.infer<typeof OpeningCommand>;

interface Beginning {
  readonly exercise: EntityId;
  readonly orgUnit: OrgUnitId;
  /** The bodies that keep the drill, as the exercise's file names them. */
  readonly agency?: BodyId;
  readonly steering?: BodyId;
}
/** Sent by the opened run. */
export type OpenDrill = { readonly type: 'OpenDrill' } & Beginning;

interface Came {
  readonly present: number;
  readonly ordered: number;
}

export type OpeningEvent =
  | ({ readonly type: 'DrillPrepared'; readonly rule?: DrillRule } & Beginning)
  | ({ readonly type: 'DrillOpened'; readonly rule?: DrillRule } & Beginning)
  | { readonly type: 'DrillRuleSet'; readonly rule: DrillRule; readonly reason: string }
  | { readonly type: 'StartHourSet'; readonly start: Instant; readonly reason: string }
  | {
      readonly type: 'DrillClosed';
      readonly reservists: Came;
      readonly vehicles: Came;
      readonly seriousIncidents?: number;
    };

/** Throws `exercise-unknown`, `drill-other-unit`: a drill belongs to an exercise on file, and is held where it is. */
const keepersOf = (context: Context, id: EntityId, orgUnit: OrgUnitId): { agency: BodyId; steering: BodyId } => {
  const exercise = stateIn(context, 'exercise', id);
  if (!exercise?.orgUnit) throw new Rejection('exercise-unknown', { id });
  if (exercise.orgUnit !== orgUnit)
    throw new Rejection('drill-other-unit', { exercise: id, unit: orgUnit, own: exercise.orgUnit });
  return { agency: standingAgency(exercise), steering: bodyIn(exercise, 'SB') };
};

const seriousOf = (state: DrillState): number =>
  state.incidents.filter(({ severity }) => severity === 'serious').length;

export const decideOpening = (
  command: OpeningCommand | OpenDrill,
  state: DrillState,
  { by, stream }: CommandMeta,
  context: Context,
): OpeningEvent[] => {
  switch (command.type) {
    case 'PrepareDrill': {
      const { exercise, orgUnit } = command;
      if (state.phase !== 'none') throw new Rejection('drill-exists', { phase: state.phase });
      if (exercise !== entityOf(stream)) throw new Rejection('drill-other-exercise', { exercise });
      const keepers = keepersOf(context, exercise, orgUnit);
      allow(by, [keepers.agency, bodyId(orgUnit, 'CMC')]);
      return [{ type: 'DrillPrepared', exercise, orgUnit, ...keepers, rule: state.rule }];
    }
    case 'OpenDrill': {
      systemOnly(by, command.type);
      if (state.phase === 'open' || state.phase === 'closed') return [];
      const { type: _, ...beginning } = command;
      return [{ type: 'DrillOpened', ...beginning, rule: state.rule }];
    }
    case 'SetDrillRule':
      requireWork(state);
      allow(by, [...agenciesOf(state), steeringOf(state)]);
      return [{ type: 'DrillRuleSet', rule: command.rule, reason: command.reason }];
    case 'SetStartHour':
      requireWork(state);
      allowAgency(state, by);
      return [{ type: 'StartHourSet', start: command.at, reason: command.reason }];
    case 'CloseDrill': {
      requireWork(state);
      allow(by, [...agenciesOf(state), steeringOf(state)]);
      requireOpen(state);
      const figures = (kind: Kind): Came => {
        const counts = totalOf(state, kind);
        return { present: present(counts), ordered: counts.ordered };
      };
      return [
        {
          type: 'DrillClosed',
          reservists: figures('reservist'),
          vehicles: figures('vehicle'),
          seriousIncidents: seriousOf(state),
        },
      ];
    }
    default:
      return command satisfies never;
  }
};

export const evolveOpening = (state: DrillState, fact: Fact<OpeningEvent>): DrillState => {
  switch (fact.type) {
    case 'DrillPrepared':
    case 'DrillOpened': {
      const { exercise, orgUnit, agency = state.agency, steering = state.steering, rule = state.rule } = fact;
      const begun = { ...state, exercise, orgUnit, agency, steering, rule };
      return fact.type === 'DrillPrepared'
        ? { ...begun, phase: 'preparing' }
        : { ...begun, phase: 'open', start: state.startSet ? state.start : fact.at };
    }
    case 'DrillRuleSet':
      return { ...state, rule: fact.rule };
    case 'StartHourSet':
      return { ...state, start: fact.start, startSet: true };
    case 'DrillClosed':
      return { ...state, phase: 'closed' };
    default:
      return fact satisfies never;
  }
};
