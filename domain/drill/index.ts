/** The mobilisation drill: orders before the run, roll call during it, handover, close. One stream beside its exercise. */
import { z } from 'zod';
import type { CommandMeta, Decider, Fact, FollowUp } from '../decider.ts';
import { type Actor, bodyId, OrgUnitId } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { allow, systemOnly } from '../rights.ts';
import { EntityId, entityOf, type StreamId, streamId } from '../streams.ts';
import { Reason } from '../text.ts';
import { Instant } from '../time.ts';
import { CountFields, type Counts, checkCounts, Kind, NO_COUNTS, present, total, withFields } from './counts.ts';

const StationCode = z
  .string()
  .regex(/^[A-Z0-9][A-Z0-9-]{0,19}$/)
  .meta({ description: 'Code of the assembly station', example: 'TT-01' });

export const DrillCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('PrepareDrill'), exercise: EntityId, orgUnit: OrgUnitId }),
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
  z.strictObject({ type: z.literal('CloseDrill') }),
]);
export type DrillCommand = z.infer<typeof DrillCommand>;

export interface OpenDrill {
  readonly type: 'OpenDrill';
  readonly exercise: EntityId;
  readonly orgUnit: OrgUnitId;
}
interface ObserveTime {
  readonly type: 'ObserveTime';
  readonly due: Instant;
}

export type DrillEvent =
  | { readonly type: 'DrillPrepared'; readonly exercise: EntityId; readonly orgUnit: OrgUnitId }
  | { readonly type: 'DrillOpened'; readonly exercise: EntityId; readonly orgUnit: OrgUnitId }
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
    }
  | {
      readonly type: 'DrillClosed';
      readonly reservists: { readonly present: number; readonly ordered: number };
      readonly vehicles: { readonly present: number; readonly ordered: number };
    };

export interface CountRow {
  readonly unit: OrgUnitId;
  readonly kind: Kind;
  readonly counts: Counts;
  readonly station: string | null;
  readonly reportedAt: Instant;
}

export interface DrillState {
  readonly version: number;
  readonly lastAt: Instant | null;
  readonly phase: 'none' | 'preparing' | 'open' | 'closed';
  readonly exercise: EntityId | null;
  readonly orgUnit: OrgUnitId | null;
  /** Keyed `<unit>/<kind>`. */
  readonly rows: Readonly<Record<string, CountRow>>;
}

const INITIAL: DrillState = { version: 0, lastAt: null, phase: 'none', exercise: null, orgUnit: null, rows: {} };

/** Figures of the roll call; they come only while the drill is open. */
const ROLL_CALL = [
  'presentOnTime',
  'presentLate',
  'absentExcused',
  'absentUnexcused',
  'handedOver',
  'specialityMatched',
  'technicallyFit',
] as const;

const rowKey = (unit: OrgUnitId, kind: Kind): string => `${unit}/${kind}`;
const countsOf = (state: DrillState, unit: OrgUnitId, kind: Kind): Counts =>
  state.rows[rowKey(unit, kind)]?.counts ?? NO_COUNTS;
export const rowsOf = (state: DrillState, kind: Kind): CountRow[] =>
  Object.values(state.rows).filter((row) => row.kind === kind);
export const totalOf = (state: DrillState, kind: Kind): Counts => total(rowsOf(state, kind).map((row) => row.counts));

/** Counts are entered by the standing agency, or by the command of the unit itself for its own row. */
const allowCounting = (by: Actor, city: OrgUnitId, unit: OrgUnitId): void =>
  allow(by, [bodyId(city, 'SA'), bodyId(city, 'CMC'), bodyId(unit, 'CMC'), bodyId(unit, 'COM')]);

const decide = (
  command: DrillCommand | OpenDrill | ObserveTime,
  state: DrillState,
  meta: CommandMeta,
): readonly DrillEvent[] => {
  const { by, at } = meta;
  switch (command.type) {
    case 'ObserveTime':
      systemOnly(by, command.type);
      return [];
    case 'PrepareDrill':
      if (state.phase !== 'none') throw new Rejection('drill-exists', { phase: state.phase });
      if (command.exercise !== entityOf(meta.stream))
        throw new Rejection('drill-other-exercise', { exercise: command.exercise });
      allow(by, [bodyId(command.orgUnit, 'SA'), bodyId(command.orgUnit, 'CMC')]);
      return [{ type: 'DrillPrepared', exercise: command.exercise, orgUnit: command.orgUnit }];
    case 'OpenDrill':
      systemOnly(by, command.type);
      if (state.phase === 'open' || state.phase === 'closed') return [];
      return [{ type: 'DrillOpened', exercise: command.exercise, orgUnit: command.orgUnit }];
    case 'RecordCounts': {
      const city = requireWork(state);
      allowCounting(by, city, command.unit);
      requireTime(state, command.counts);
      requireCounts(state, command.unit, command.kind, command.counts);
      if (command.occurredAt && command.occurredAt > at)
        throw new Rejection('counted-in-the-future', { occurredAt: command.occurredAt, at });
      const { unit, kind, counts, station } = command;
      return [
        { type: 'CountsRecorded', unit, kind, counts, station: station ?? null, occurredAt: command.occurredAt ?? at },
      ];
    }
    case 'CorrectCounts': {
      const city = requireWork(state);
      allowCounting(by, city, command.unit);
      if (!state.rows[rowKey(command.unit, command.kind)])
        throw new Rejection('counts-unknown', { unit: command.unit, kind: command.kind });
      requireTime(state, command.counts);
      requireCounts(state, command.unit, command.kind, command.counts);
      return [
        {
          type: 'CountsCorrected',
          unit: command.unit,
          kind: command.kind,
          counts: command.counts,
          reason: command.reason,
        },
      ];
    }
    case 'CloseDrill': {
      const city = requireWork(state);
      allow(by, [bodyId(city, 'SA'), bodyId(city, 'CMC'), bodyId(city, 'SB')]);
      if (state.phase !== 'open') throw new Rejection('drill-not-open', { fields: [] });
      const figures = (kind: Kind) => {
        const counts = totalOf(state, kind);
        return { present: present(counts), ordered: counts.ordered };
      };
      return [{ type: 'DrillClosed', reservists: figures('reservist'), vehicles: figures('vehicle') }];
    }
    default:
      command satisfies never;
      throw new Rejection('command-unknown', { type: String((command as { type: unknown }).type) });
  }
};

const requireWork = (state: DrillState): OrgUnitId => {
  if (state.phase === 'none' || state.orgUnit === null) throw new Rejection('drill-unknown', {});
  if (state.phase === 'closed') throw new Rejection('drill-closed', {});
  return state.orgUnit;
};

const requireTime = (state: DrillState, fields: CountFields): void => {
  const early = ROLL_CALL.filter((field) => fields[field] !== undefined);
  if (state.phase === 'preparing' && early.length > 0) throw new Rejection('drill-not-open', { fields: early });
};

const requireCounts = (state: DrillState, unit: OrgUnitId, kind: Kind, fields: CountFields): void => {
  if (Object.keys(fields).length === 0) throw new Rejection('counts-empty', { unit, kind });
  checkCounts(withFields(countsOf(state, unit, kind), fields));
};

const evolve = (state: DrillState, fact: Fact<DrillEvent>): DrillState => ({
  ...evolveDrill(state, fact),
  version: fact.version,
  lastAt: fact.at,
});

const evolveDrill = (state: DrillState, fact: Fact<DrillEvent>): DrillState => {
  switch (fact.type) {
    case 'DrillPrepared':
      return { ...state, phase: 'preparing', exercise: fact.exercise, orgUnit: fact.orgUnit };
    case 'DrillOpened':
      return { ...state, phase: 'open', exercise: fact.exercise, orgUnit: fact.orgUnit };
    case 'CountsRecorded':
    case 'CountsCorrected': {
      const key = rowKey(fact.unit, fact.kind);
      const row = state.rows[key];
      const counts = withFields(row?.counts ?? NO_COUNTS, fact.counts);
      const station = fact.type === 'CountsRecorded' ? (fact.station ?? row?.station ?? null) : (row?.station ?? null);
      const reportedAt = fact.type === 'CountsRecorded' ? fact.occurredAt : fact.at;
      return {
        ...state,
        rows: { ...state.rows, [key]: { unit: fact.unit, kind: fact.kind, counts, station, reportedAt } },
      };
    }
    case 'DrillClosed':
      return { ...state, phase: 'closed' };
    default:
      return fact satisfies never;
  }
};

/** The exercise learns the attendance of reservists when the drill closes; its gate G7 waits for it. */
const react = (fact: Fact<DrillEvent>, state: DrillState, _stream: StreamId): readonly FollowUp[] =>
  fact.type === 'DrillClosed' && state.exercise
    ? [{ stream: streamId('exercise', state.exercise), command: { type: 'NoteDrillResult', ...fact.reservists } }]
    : [];

export const drill: Decider<DrillCommand | OpenDrill | ObserveTime, DrillEvent, DrillState> = {
  kind: 'drill',
  initial: INITIAL,
  decide,
  evolve,
  react,
  nextDue: () => null,
  refersTo: () => [],
  summary: (state) => {
    const counts = totalOf(state, 'reservist');
    return {
      phase: state.phase,
      orgUnit: state.orgUnit ?? '',
      details: `${present(counts)}/${counts.ordered}`,
      closed: state.phase === 'closed',
    };
  },
};

export {
  type Counts,
  excused,
  KINDS,
  Kind,
  notYetReported,
  present,
  type Rate,
  rate,
  ratesOf,
  total,
} from './counts.ts';
