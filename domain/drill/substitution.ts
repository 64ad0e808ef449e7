/**
 * An absent place filled from the spare, or by a walk-in. The number ordered stays that of the establishment; the place counts
 * through the one who fills it as long as that one is present.
 */
import { z } from 'zod';
import type { CommandMeta, Fact } from '../decider.ts';
import { Rejection } from '../rejection.ts';
import { Reason } from '../text.ts';
import { entryOf } from './buckets.ts';
import { OrderId } from './codes.ts';
import { orderOf } from './lots.ts';
import { allowUnits, requireOpen } from './rights.ts';
import type { DrillState, Order } from './state.ts';
import { holderOf, isPresent, withOrders } from './tally.ts';

export const SubstitutionCommand = z
  .strictObject({
    type: z.literal('Substitute'),
    absentOrder: OrderId,
    spareOrder: OrderId,
    reason: Reason.optional(),
  })
  .meta({ description: 'A spare or walk-in who is present fills the place of one recorded absent or refused' });
export type SubstitutionCommand = z.infer<typeof SubstitutionCommand>;

export interface Substituted {
  readonly type: 'Substituted';
  readonly absentOrder: string;
  readonly spareOrder: string;
  readonly reason: string | null;
}

/** Why a place is not free to be filled; null when it is. */
const placeFault = (state: DrillState, place: Order): string | null => {
  if (place.role !== 'establishment') return 'notAPlace';
  if (isPresent(place)) return 'present';
  if (holderOf(state.orders, place) !== place) return 'replaced';
  return place.muster || place.refused ? null : 'notAbsent';
};

const spareFault = (spare: Order, place: Order): string | null => {
  if (spare.role === 'establishment') return 'notSpare';
  if (!isPresent(spare)) return 'notPresent';
  if (spare.standsFor) return 'used';
  if (spare.released) return 'released';
  return spare.kind === place.kind ? null : 'otherKind';
};

export const decideSubstitution = (
  { absentOrder, spareOrder, reason }: SubstitutionCommand,
  state: DrillState,
  { by }: CommandMeta,
): Substituted[] => {
  requireOpen(state, 'present');
  const [place, spare] = [orderOf(state, absentOrder), orderOf(state, spareOrder)];
  allowUnits(state, by, [place.unit]);
  const notFree = placeFault(state, place);
  if (notFree) throw new Rejection('place-not-free', { order: absentOrder, why: notFree });
  const notSpare = spareFault(spare, place);
  if (notSpare) throw new Rejection('spare-not-free', { order: spareOrder, why: notSpare });
  return [{ type: 'Substituted', absentOrder, spareOrder, reason: reason ?? null }];
};

export const evolveSubstitution = (state: DrillState, fact: Fact<Substituted>): DrillState => {
  const place = entryOf(state.orders, fact.absentOrder);
  const spare = entryOf(state.orders, fact.spareOrder);
  if (!place || !spare) return state;
  const changed = new Map<string, Order>();
  const former = place.replacedBy === null ? undefined : entryOf(state.orders, place.replacedBy);
  if (place.replacedBy !== null && former) changed.set(place.replacedBy, { ...former, standsFor: null });
  changed.set(fact.absentOrder, { ...place, replacedBy: fact.spareOrder });
  changed.set(fact.spareOrder, { ...spare, standsFor: fact.absentOrder });
  return withOrders(state, changed, fact.at);
};
