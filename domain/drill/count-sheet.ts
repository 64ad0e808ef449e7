/** Figures that units report by hand, and their corrections: the way to work where no roll is kept order by order. */
import { z } from 'zod';
import type { CommandMeta, Fact } from '../decider.ts';
import { OrgUnitId } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { Reason } from '../text.ts';
import { Instant } from '../time.ts';
import { Kind, StationCode } from './codes.ts';
import { CountFields, checkCounts, withFields } from './counts.ts';
import { requireByHand } from './lots.ts';
import { allowUnits, requireWork } from './rights.ts';
import { countsOf, type DrillState, rowKey, withRow } from './state.ts';
import { heardFrom } from './stations.ts';

export const CountCommand = z.discriminatedUnion('type', [
  z
    .strictObject({
      type: z.literal('RecordCounts'),
      unit: OrgUnitId,
      kind: Kind,
      counts: CountFields,
      station: StationCode.optional(),
      occurredAt: Instant.optional().meta({ description: 'When it was counted, if written down later' }),
    })
    .meta({ description: 'Reports figures of one unit and kind; figures left out stand as they were' }),
  z.strictObject({
    type: z.literal('CorrectCounts'),
    unit: OrgUnitId,
    kind: Kind,
    counts: CountFields,
    reason: Reason,
  }),
]);
export type CountCommand = z.infer<typeof CountCommand>;

export type CountEvent =
  | {
      readonly type: 'CountsRecorded';
      readonly unit: OrgUnitId;
      readonly kind: Kind;
      readonly counts: CountFields;
      readonly station: string | null;
      readonly occurredAt: Instant;
    }
  | {
      readonly type: 'CountsCorrected';
      readonly unit: OrgUnitId;
      readonly kind: Kind;
      readonly counts: CountFields;
      readonly reason: string;
    };

/** Figures of the roll call; they come only while the drill is open. */
const ROLL_CALL = [
  'presentOnTime',
  'presentLate',
  'absentExcused',
  'absentUnexcused',
  'handedOver',
  'released',
  'specialityMatched',
  'technicallyFit',
] as const;

/** Figures that come from elsewhere and stay by hand beside a kept roll. */
const BESIDE_THE_ROLL = ['required', 'registered'];

const requireTime = (state: DrillState, fields: CountFields): void => {
  const early = ROLL_CALL.filter((field) => fields[field] !== undefined);
  if (state.phase === 'preparing' && early.length > 0) throw new Rejection('drill-not-open', { fields: early });
};

const requireCounts = (state: DrillState, { unit, kind, counts }: CountCommand): void => {
  const fields = Object.keys(counts);
  if (fields.length === 0) throw new Rejection('counts-empty', { unit, kind });
  const rolled = fields.filter((field) => !BESIDE_THE_ROLL.includes(field));
  if (rolled.length > 0) requireByHand(state, unit, kind, rolled);
  checkCounts(withFields(countsOf(state, unit, kind), counts));
};

export const decideCounts = (command: CountCommand, state: DrillState, { by, at }: CommandMeta): CountEvent[] => {
  requireWork(state);
  const { unit, kind, counts } = command;
  allowUnits(state, by, [unit]);
  if (command.type === 'CorrectCounts' && !state.rows[rowKey(unit, kind)])
    throw new Rejection('counts-unknown', { unit, kind });
  requireTime(state, counts);
  requireCounts(state, command);
  if (command.type === 'CorrectCounts')
    return [{ type: 'CountsCorrected', unit, kind, counts, reason: command.reason }];
  const { station = null, occurredAt = at } = command;
  if (occurredAt > at) throw new Rejection('counted-in-the-future', { occurredAt, at });
  return [{ type: 'CountsRecorded', unit, kind, counts, station, occurredAt }];
};

export const evolveCounts = (state: DrillState, fact: Fact<CountEvent>): DrillState => {
  const station = fact.type === 'CountsRecorded' ? fact.station : null;
  const reportedAt = fact.type === 'CountsRecorded' ? fact.occurredAt : fact.at;
  const counted = withRow(state, fact.unit, fact.kind, reportedAt, (row) => ({
    ...row,
    counts: withFields(row.counts, fact.counts),
    station: station ?? row.station,
  }));
  return station === null ? counted : heardFrom(counted, station, fact.at);
};
