/** What each unit has to raise, by speciality group or vehicle class, and what its register holds (domain guide §6). */
import { z } from 'zod';
import type { CommandMeta, Fact } from '../decider.ts';
import { OrgUnitId } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { dayOf, LocalDate } from '../time.ts';
import { entriesOf } from './buckets.ts';
import { Count, Group, Kind, type QuotaWarning, REMOVALS, StationCode } from './codes.ts';
import { type Rate, rate } from './counts.ts';
import { allowAgency, allowUnits, requireWork } from './rights.ts';
import { type DrillState, type Quota, type Register, rowKey, withRow } from './state.ts';
import { isPresent } from './tally.ts';

export const QuotaCommand = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('SetQuota'),
    unit: OrgUnitId,
    kind: Kind,
    group: Group,
    required: Count,
    station: StationCode.optional(),
  }),
  z
    .strictObject({
      type: z.literal('VerifyRegister'),
      unit: OrgUnitId,
      kind: Kind,
      registered: Count,
      fit: Count.optional().meta({ description: 'Of those registered, fit for the call' }),
      removed: z.partialRecord(z.enum(REMOVALS), Count).meta({ description: 'Struck off the register, by reason' }),
      date: LocalDate,
    })
    .meta({ description: 'Re-verification of a register: counts, never names' }),
]);
export type QuotaCommand = z.infer<typeof QuotaCommand>;

export type QuotaEvent = ({ readonly type: 'QuotaSet' } & Quota) | ({ readonly type: 'RegisterVerified' } & Register);

export const decideQuotas = (command: QuotaCommand, state: DrillState, { by, at }: CommandMeta): QuotaEvent[] => {
  requireWork(state);
  if (command.type === 'SetQuota') {
    allowAgency(state, by);
    const { unit, kind, group, required, station = null } = command;
    return [{ type: 'QuotaSet', unit, kind, group, required, station }];
  }
  const { unit, kind, registered, fit = null, removed, date } = command;
  allowUnits(state, by, [unit]);
  if (fit !== null && fit > registered)
    throw new Rejection('count-invariant', { rule: 'fit ≤ registered', left: fit, right: registered });
  const today = dayOf(at);
  if (date > today) throw new Rejection('verified-in-the-future', { date, today });
  return [{ type: 'RegisterVerified', unit, kind, registered, fit, removed, date }];
};

export const evolveQuotas = (state: DrillState, fact: Fact<QuotaEvent>): DrillState => {
  const { unit, kind } = fact;
  if (fact.type === 'QuotaSet') {
    const { group, required, station } = fact;
    const quotas = { ...state.quotas, [`${rowKey(unit, kind)}/${group}`]: { unit, kind, group, required, station } };
    const sum = Object.values(quotas)
      .filter((quota) => quota.unit === unit && quota.kind === kind)
      .reduce((all, quota) => all + quota.required, 0);
    return withRow({ ...state, quotas }, unit, kind, fact.at, (row) => ({
      ...row,
      counts: { ...row.counts, required: sum },
    }));
  }
  const { registered, fit, removed, date } = fact;
  const registers = { ...state.registers, [rowKey(unit, kind)]: { unit, kind, registered, fit, removed, date } };
  return withRow({ ...state, registers }, unit, kind, fact.at, (row) => ({
    ...row,
    counts: { ...row.counts, registered },
  }));
};

export interface GroupStanding {
  readonly group: string;
  readonly required: number;
  readonly station: string | null;
  /** Of a kept roll; null where figures are entered by hand, which know no groups. */
  readonly roll: { readonly ordered: number; readonly spare: number; readonly present: number } | null;
}

export interface QuotaStanding {
  readonly unit: OrgUnitId;
  readonly kind: Kind;
  readonly required: number;
  readonly ordered: number;
  readonly spare: Rate;
  readonly warnings: readonly QuotaWarning[];
  readonly groups: readonly GroupStanding[];
}

/** Every unit and kind with a quota, by unit and kind: how far its orders and its spare fit. */
export const quotaStandings = (state: DrillState): QuotaStanding[] => {
  const byGroup = new Map<string, { ordered: number; spare: number; present: number }>();
  for (const [, order] of entriesOf(state.orders)) {
    if (order.group === null || order.role === 'walkIn') continue;
    const key = `${rowKey(order.unit, order.kind)}/${order.group}`;
    const roll = byGroup.get(key) ?? { ordered: 0, spare: 0, present: 0 };
    roll[order.role === 'spare' ? 'spare' : 'ordered'] += 1;
    if (isPresent(order)) roll.present += 1;
    byGroup.set(key, roll);
  }
  const quotas = Object.entries(state.quotas).sort(([a], [b]) => (a < b ? -1 : 1));
  return [...new Set(quotas.map(([, quota]) => rowKey(quota.unit, quota.kind)))].flatMap((key) => {
    const row = state.rows[key];
    if (!row) return [];
    const { unit, kind, counts, reserve } = row;
    const spare = rate(reserve.spareOrdered, counts.required);
    return {
      unit,
      kind,
      required: counts.required,
      ordered: counts.ordered,
      spare,
      warnings: warningsOf(state, counts, spare),
      groups: quotas
        .filter(([, quota]) => quota.unit === unit && quota.kind === kind)
        .map(([id, { group, required, station }]) => ({
          group,
          required,
          station,
          roll: row.source === 'rollCall' ? (byGroup.get(id) ?? { ordered: 0, spare: 0, present: 0 }) : null,
        })),
    };
  });
};

const warningsOf = (
  { rule }: DrillState,
  { required, ordered }: { readonly required: number; readonly ordered: number },
  spare: Rate,
): QuotaWarning[] => {
  const share = (percent: number): number => Math.ceil((percent * required) / 100); // whole people and vehicles
  const warnings: QuotaWarning[] = [];
  if (ordered === 0 && spare.numerator === 0) return warnings;
  if (ordered < required) warnings.push('orders-short');
  if (ordered > required) warnings.push('orders-over');
  if (spare.percent !== null && spare.numerator < share(rule.spare.atLeast)) warnings.push('spare-short');
  if (spare.percent !== null && spare.numerator > share(rule.spare.atMost)) warnings.push('spare-over');
  return warnings;
};
