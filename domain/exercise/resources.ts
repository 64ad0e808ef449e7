/**
 * What an exercise takes besides people: venues and vehicles for its days; what a city has of them and what it expects
 * of a body in a week; and the clashes with other exercises that its board accepts.
 */
import { z } from 'zod';
import { NEUTRAL_REASONS } from '../classification.ts';
import type { CommandMeta, Context, Fact } from '../decider.ts';
import { BodyId } from '../people.ts';
import { type Clash, filedIn } from '../planning/clash.ts';
import { clashesWith } from '../planning/clashes.ts';
import { sameName } from '../planning/day-clashes.ts';
import { Rejection } from '../rejection.ts';
import { allow } from '../rights.ts';
import { entityOf } from '../streams.ts';
import { Reason, text } from '../text.ts';
import { requireActive } from './checklist.ts';
import { isSecret } from './classify.ts';
import { bodyIn, standingAgency } from './rights.ts';
import type { ExerciseState } from './state.ts';

const Vehicles = z
  .array(
    z.strictObject({
      class: text(60).meta({ description: 'Vehicle class', example: 'Xe tải 2,5 tấn' }),
      count: z.int().min(0).max(10_000),
    }),
  )
  .max(60);
const Limit = z.int().min(1).max(1000);

export const ResourceCommand = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('ReserveResources'),
    venues: z.array(text(120)).max(60),
    vehicles: Vehicles,
    reason: Reason.optional(),
  }),
  z.strictObject({ type: z.literal('SetVehicleStock'), stock: Vehicles, reason: Reason.optional() }),
  z.strictObject({
    type: z.literal('SetBodyCapacity'),
    body: BodyId,
    tasksPerDay: Limit,
    tasksPerWeek: Limit,
    reason: Reason.optional(),
  }),
  z.strictObject({
    type: z.literal('AcceptClash'),
    key: z.string().min(1).max(400).meta({ description: 'Key of the clash as the clash list gives it' }),
    reason: Reason,
  }),
]);
export type ResourceCommand = z.infer<typeof ResourceCommand>;

interface VehicleCount {
  readonly class: string;
  readonly count: number;
}

export type ResourceEvent =
  | {
      readonly type: 'ResourcesReserved';
      readonly venues: readonly string[];
      readonly vehicles: readonly VehicleCount[];
      readonly reason: string | null;
    }
  | { readonly type: 'VehicleStockSet'; readonly stock: readonly VehicleCount[]; readonly reason: string | null }
  | {
      readonly type: 'BodyCapacitySet';
      readonly body: BodyId;
      readonly tasksPerDay: number;
      readonly tasksPerWeek: number;
      readonly reason: string | null;
    }
  | {
      readonly type: 'ClashAccepted';
      readonly key: string;
      readonly kind: Clash['kind'];
      readonly exercises: Clash['exercises'];
      readonly subject: string;
      readonly reason: string;
    };

const requireOnce = (names: readonly string[]): void => {
  const same = names.map(sameName);
  const twice = names.find((_, index) => same.indexOf(same[index] ?? '') !== index);
  if (twice !== undefined) throw new Rejection('resource-twice', { name: twice });
};

/** Stock and capacities hold for a city and its communes: they stand in the city's file. */
const requireCity = (state: ExerciseState): void => {
  if (state.orgUnit !== state.superiorUnit) throw new Rejection('city-file-only', { unit: state.superiorUnit ?? '' });
};

export const decideResources = (
  command: ResourceCommand,
  state: ExerciseState,
  meta: CommandMeta,
  { others }: Context,
): ResourceEvent[] => {
  requireActive(state);
  switch (command.type) {
    case 'ReserveResources': {
      allow(meta.by, [standingAgency(state), bodyIn(state, 'SA')]);
      const { venues, vehicles } = command;
      // a place of a secret exercise is itself secret (Law 117/2025/QH15)
      if (venues.length > 0 && isSecret(state, { kind: 'exercise' }))
        throw new Rejection('secret-text', { field: 'venues', neutral: NEUTRAL_REASONS });
      requireOnce(venues);
      requireOnce(vehicles.map((each) => each.class));
      return [{ type: 'ResourcesReserved', venues, vehicles, reason: command.reason ?? null }];
    }
    case 'SetVehicleStock':
      allow(meta.by, [bodyIn(state, 'SA'), bodyIn(state, 'SUP')]);
      requireCity(state);
      requireOnce(command.stock.map((each) => each.class));
      return [{ type: 'VehicleStockSet', stock: command.stock, reason: command.reason ?? null }];
    case 'SetBodyCapacity': {
      allow(meta.by, [bodyIn(state, 'SA'), bodyIn(state, 'SB')]);
      requireCity(state);
      const { body, tasksPerDay, tasksPerWeek, reason = null } = command;
      return [{ type: 'BodyCapacitySet', body, tasksPerDay, tasksPerWeek, reason }];
    }
    case 'AcceptClash': {
      allow(meta.by, [bodyIn(state, 'SB')], 'head');
      const id = entityOf(meta.stream);
      const clash = clashesWith({ id, state }, filedIn(others)).find((each) => each.key === command.key);
      if (!clash) throw new Rejection('clash-unknown', { clash: command.key });
      if (state.acceptedClashes[command.key]) throw new Rejection('clash-accepted', { clash: command.key });
      const { key, kind, exercises, subject } = clash;
      return [{ type: 'ClashAccepted', key, kind, exercises, subject, reason: command.reason }];
    }
    default:
      return command satisfies never;
  }
};

export const evolveResources = (state: ExerciseState, fact: Fact<ResourceEvent>): ExerciseState => {
  switch (fact.type) {
    case 'ResourcesReserved':
      return { ...state, resources: { venues: fact.venues, vehicles: fact.vehicles } };
    case 'VehicleStockSet':
      return {
        ...state,
        vehicleStock: Object.fromEntries(fact.stock.map((each) => [each.class, each.count])),
      };
    case 'BodyCapacitySet': {
      const { tasksPerDay, tasksPerWeek } = fact;
      return { ...state, capacities: { ...state.capacities, [fact.body]: { tasksPerDay, tasksPerWeek } } };
    }
    case 'ClashAccepted':
      return {
        ...state,
        acceptedClashes: { ...state.acceptedClashes, [fact.key]: { reason: fact.reason, at: fact.at, by: fact.by } },
      };
    default:
      return fact satisfies never;
  }
};
