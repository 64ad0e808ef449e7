/** The facts of a season read day by day: the state of every exercise at each evening, and which gates were shut by what. */
import { type Calendar, workingDaysBetween } from '../domain/calendar/index.ts';
import type { Fact, Folded } from '../domain/decider.ts';
import type { DrillState } from '../domain/drill/index.ts';
import { blockerCode, blockersOf, type ExerciseState, nextGate } from '../domain/exercise/index.ts';
import type { ProductEvent } from '../domain/labels/events.ts';
import { deciderOf } from '../domain/registry.ts';
import { type EntityId, entityOf, kindOf, type StreamId, streamId } from '../domain/streams.ts';
import type { GateCode } from '../domain/template/index.ts';
import { addDays, dayOf, type LocalDate } from '../domain/time.ts';
import type { Recorded } from './engine.ts';

/** What the recorded streams hold are the product's own events; the registry forgot their types. */
export const factOf = ({ fact }: Recorded): Fact<ProductEvent> => fact as Fact<ProductEvent>;

/** One thing that kept a gate shut past its date, and from when to when. */
export interface GateBlocker {
  readonly code: string;
  readonly from: LocalDate;
  /** The day it was cleared; null while it stands. */
  readonly to: LocalDate | null;
}

export interface BlockedGate {
  readonly exercise: EntityId;
  readonly gate: GateCode;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  readonly blockers: readonly GateBlocker[];
}

export interface Chronicle {
  readonly states: ReadonlyMap<StreamId, Folded>;
  readonly blocked: readonly BlockedGate[];
  /** Opening and closing day in force on each day of the season, by exercise; absent before it was planned. */
  readonly daysOn: (exercise: EntityId, day: LocalDate) => { startDate: LocalDate; endDate: LocalDate } | null;
}

interface OpenBlock {
  readonly exercise: EntityId;
  readonly gate: GateCode;
  readonly from: LocalDate;
  readonly blockers: Map<string, { from: LocalDate; to: LocalDate | null }>;
}

export const chronicleOf = (records: readonly Recorded[]): Chronicle => {
  const states = new Map<StreamId, Folded>();
  const days = new Map<EntityId, { day: LocalDate; startDate: LocalDate; endDate: LocalDate }[]>();
  const open = new Map<string, OpenBlock>();
  const blocked: (BlockedGate & { key: string })[] = [];
  const last = records.at(-1);
  const lastDay = last && dayOf(last.fact.at);
  let next = 0;

  const close = (key: string, block: OpenBlock, to: LocalDate | null): void => {
    const blockers = [...block.blockers].map(([code, span]) => ({ code, from: span.from, to: span.to ?? to }));
    blocked.push({ key, exercise: block.exercise, gate: block.gate, from: block.from, to, blockers });
    open.delete(key);
  };

  const evening = (stream: StreamId, state: ExerciseState, day: LocalDate): void => {
    const id = entityOf(stream);
    if (state.startDate && state.endDate) {
      const known = days.get(id) ?? [];
      const before = known.at(-1);
      if (before?.startDate !== state.startDate || before.endDate !== state.endDate)
        days.set(id, [...known, { day, startDate: state.startDate, endDate: state.endDate }]);
    }
    const gate = state.postponed || state.phase === 'closed' || state.phase === 'cancelled' ? null : nextGate(state);
    const due = gate && state.tasks[gate.gateTask]?.due;
    // The last day may not be over: a gate due on it is not late yet.
    const isPast = due && (due < day || (due === day && day !== lastDay));
    const key = gate && isPast ? `${id}/${gate.code}` : null;
    for (const [other, block] of open) if (block.exercise === id && other !== key) close(other, block, day);
    if (!gate || !key) return;
    const block = open.get(key) ?? { exercise: id, gate: gate.code, from: day, blockers: new Map() };
    open.set(key, block);
    const codes = blockersOf(state, gate.code).map(blockerCode);
    for (const [code, span] of block.blockers) if (span.to === null && !codes.includes(code)) span.to = day;
    for (const code of codes) if (!block.blockers.has(code)) block.blockers.set(code, { from: day, to: null });
  };

  const first = records[0];
  for (let day = first && dayOf(first.fact.at); day && lastDay && day <= lastDay; day = addDays(day, 1)) {
    for (let record = records[next]; record && dayOf(record.fact.at) <= day; record = records[++next]) {
      const decider = deciderOf(kindOf(record.stream));
      states.set(record.stream, decider.evolve(states.get(record.stream) ?? decider.initial, record.fact));
    }
    for (const [stream, state] of states)
      if (kindOf(stream) === 'exercise') evening(stream, state as ExerciseState, day); // by its kind
  }
  for (const [key, block] of [...open]) close(key, block, null);
  return {
    states,
    blocked: blocked.map(({ key: _, ...gate }) => gate),
    daysOn: (exercise, day) => {
      const known = days.get(exercise) ?? [];
      return known.findLast((each) => each.day <= day) ?? known[0] ?? null;
    },
  };
};

export const exerciseIn = (chronicle: Chronicle, id: EntityId): ExerciseState | null =>
  (chronicle.states.get(streamId('exercise', id)) as ExerciseState | undefined) ?? null; // the kind decides the type
export const drillIn = (chronicle: Chronicle, id: EntityId): DrillState | null =>
  (chronicle.states.get(streamId('drill', id)) as DrillState | undefined) ?? null; // the kind decides the type

/** `T-80`, `T`, `T…E`, `E`, `E+10`: the day's distance to the exercise in working days. */
export const offsetOn = (
  calendar: Calendar,
  day: LocalDate,
  { startDate, endDate }: { readonly startDate: LocalDate; readonly endDate: LocalDate },
): string => {
  if (day === startDate) return 'T';
  if (day === endDate) return 'E';
  if (day > startDate && day < endDate) return 'T…E';
  if (day < startDate) return `T-${workingDaysBetween(calendar, day, startDate)}`;
  return `E+${workingDaysBetween(calendar, endDate, day)}`;
};

/** Working days by which something came after its day; 0 when it did not. */
export const daysLate = (calendar: Calendar, due: LocalDate, done: LocalDate): number =>
  done <= due ? 0 : Math.max(1, workingDaysBetween(calendar, due, done));
