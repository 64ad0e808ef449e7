/** A mobilisation drill as folded from its events: counts per unit and kind, and where a roll is kept, every order. */
import type { BodyId, OrgUnitId } from '../people.ts';
import type { EntityId } from '../streams.ts';
import type { Instant, LocalDate } from '../time.ts';
import { type Buckets, NO_ENTRIES } from './buckets.ts';
import type { Defect, Excuse, Kind, Refusal, Removal, Status } from './codes.ts';
import { type Counts, NO_COUNTS, total } from './counts.ts';
import { DEFAULT_RULE, type DrillRule } from './rule.ts';

/** People and vehicles beside the establishment: the spare ordered, and walk-ins that stood on no list. */
export interface Reserve {
  readonly spareOrdered: number;
  readonly spareDelivered: number;
  readonly sparePresent: number;
  /** Spares and walk-ins that fill the place of an absent one. */
  readonly spareUsed: number;
  readonly walkIns: number;
  readonly walkInsUsed: number;
}
export const NO_RESERVE: Reserve = {
  spareOrdered: 0,
  spareDelivered: 0,
  sparePresent: 0,
  spareUsed: 0,
  walkIns: 0,
  walkInsUsed: 0,
};

export interface CountRow {
  readonly unit: OrgUnitId;
  readonly kind: Kind;
  readonly counts: Counts;
  /** The station that reported last. */
  readonly station: string | null;
  readonly reportedAt: Instant;
  /** `rollCall`: the figures follow the orders one by one and are not entered by hand. */
  readonly source: 'counts' | 'rollCall';
  readonly reserve: Reserve;
}

export interface Quota {
  readonly unit: OrgUnitId;
  readonly kind: Kind;
  readonly group: string;
  readonly required: number;
  readonly station: string | null;
}

export interface Register {
  readonly unit: OrgUnitId;
  readonly kind: Kind;
  readonly registered: number;
  readonly fit: number | null;
  readonly removed: Readonly<Partial<Record<Removal, number>>>;
  readonly date: LocalDate;
}

export interface Station {
  readonly station: string;
  readonly units: readonly OrgUnitId[];
  /** The body whose head answers for it. */
  readonly keeper: BodyId;
  /** Its hour: by then it has reported, and who comes later is late. */
  readonly reportBy: Instant;
  readonly reportedAt: Instant | null;
  /** Alarms that have sounded about its silence. */
  readonly told: number;
}

/** One call-up order, a place of the establishment, a spare, or a walk-in without an order. */
export interface Order {
  readonly unit: OrgUnitId;
  readonly kind: Kind;
  readonly group: string | null;
  readonly station: string | null;
  readonly role: 'establishment' | 'spare' | 'walkIn';
  readonly delivered: boolean;
  readonly refused: Refusal | null;
  readonly muster: Muster | null;
  readonly fit: boolean | null;
  readonly defect: Defect | null;
  readonly handedOver: { readonly receivingUnit: string; readonly minutes: string } | null;
  readonly released: Instant | null;
  /** The spare or walk-in that fills this place, and the place that this one fills. */
  readonly replacedBy: string | null;
  readonly standsFor: string | null;
}

/** An order with which nothing has happened. */
export const NOT_YET = {
  delivered: false,
  refused: null,
  muster: null,
  fit: null,
  defect: null,
  handedOver: null,
  released: null,
  replacedBy: null,
  standsFor: null,
} as const satisfies Partial<Order>;

/** The check-in in force of one order. */
export interface Muster {
  readonly id: string;
  readonly station: string;
  readonly status: Status;
  readonly at: Instant;
  readonly late: boolean;
  readonly excuse: Excuse | null;
  /** Speciality or class found at the station. */
  readonly group: string | null;
}

/** A check-in as it was sent, short: no status means present, `absent` unexcused; no `at` the time of the batch. */
export interface SentCheckIn {
  readonly id: string;
  readonly order: string;
  readonly at?: Instant;
  readonly late?: true;
  readonly excuse?: Excuse;
  readonly absent?: true;
  readonly group?: string;
  /** A walk-in, of this unit and kind. */
  readonly walkIn?: { readonly unit: OrgUnitId; readonly kind: Kind };
}

export interface Incident {
  readonly incident: string;
  readonly subject: 'people' | 'weapons' | 'vehicles';
  readonly severity: 'minor' | 'serious';
  readonly note: string;
  readonly occurredAt: Instant;
}

/** How many names were sealed and erased so far; the names themselves are outside the events. */
export interface RosterCounts {
  readonly imported: number;
  readonly erased: number;
}

export interface DrillState {
  readonly version: number;
  readonly lastAt: Instant | null;
  readonly phase: 'none' | 'preparing' | 'open' | 'closed';
  readonly exercise: EntityId | null;
  readonly orgUnit: OrgUnitId | null;
  /** The bodies that keep this drill, where they are not those of the locality itself. */
  readonly agency: BodyId | null;
  readonly steering: BodyId | null;
  readonly rule: DrillRule;
  /** The hour H from which arrivals are counted: as set, else the opening. */
  readonly start: Instant | null;
  readonly startSet: boolean;
  /** Keyed `<unit>/<kind>`. */
  readonly rows: Readonly<Record<string, CountRow>>;
  /** Keyed `<unit>/<kind>/<group>`. */
  readonly quotas: Readonly<Record<string, Quota>>;
  /** Keyed `<unit>/<kind>`. */
  readonly registers: Readonly<Record<string, Register>>;
  /** Issues of orders by their number, each with what it held. */
  readonly batches: Readonly<Record<string, string>>;
  readonly stations: Readonly<Record<string, Station>>;
  readonly orders: Buckets<Order>;
  readonly checkIns: Buckets<{ readonly station: string; readonly sent: SentCheckIn }>;
  readonly incidents: readonly Incident[];
  /** Names sealed and erased; the names themselves are outside the events. */
  readonly roster: RosterCounts;
  /** Units and bodies by those that took them over; rows of the past keep their unit. */
  readonly successors: Readonly<Record<string, OrgUnitId>>;
  readonly heirs: Readonly<Record<string, BodyId>>;
}

export const INITIAL: DrillState = {
  version: 0,
  lastAt: null,
  phase: 'none',
  exercise: null,
  orgUnit: null,
  agency: null,
  steering: null,
  rule: DEFAULT_RULE,
  start: null,
  startSet: false,
  rows: {},
  quotas: {},
  registers: {},
  batches: {},
  stations: {},
  orders: NO_ENTRIES,
  checkIns: NO_ENTRIES,
  incidents: [],
  roster: { imported: 0, erased: 0 },
  successors: {},
  heirs: {},
};

export const rowKey = (unit: OrgUnitId, kind: Kind): string => `${unit}/${kind}`;

export const countsOf = (state: DrillState, unit: OrgUnitId, kind: Kind): Counts =>
  state.rows[rowKey(unit, kind)]?.counts ?? NO_COUNTS;

export const rowsOf = (state: DrillState, kind: Kind): CountRow[] =>
  Object.values(state.rows).filter((row) => row.kind === kind);

export const totalOf = (state: DrillState, kind: Kind): Counts => total(rowsOf(state, kind).map((row) => row.counts));

/** The state with one row changed; a new row stands at nothing. */
export const withRow = (
  state: DrillState,
  unit: OrgUnitId,
  kind: Kind,
  reportedAt: Instant,
  change: (row: CountRow) => CountRow,
): DrillState => {
  const key = rowKey(unit, kind);
  const row: CountRow = state.rows[key] ?? {
    unit,
    kind,
    counts: NO_COUNTS,
    station: null,
    reportedAt,
    source: 'counts',
    reserve: NO_RESERVE,
  };
  return { ...state, rows: { ...state.rows, [key]: { ...change(row), reportedAt } } };
};
