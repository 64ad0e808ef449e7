/** What came of each exercise: gates, late tasks, reminders by body, the drill against its target, the grade. */
import type { Calendar } from '../domain/calendar/index.ts';
import { ratesOf, totalOf } from '../domain/drill/index.ts';
import type { ExerciseState } from '../domain/exercise/index.ts';
import type { BodyId } from '../domain/people.ts';
import { type EntityId, entityOf } from '../domain/streams.ts';
import type { GateCode } from '../domain/template/index.ts';
import { dayOf, type LocalDate } from '../domain/time.ts';
import { type Chronicle, daysLate, drillIn, exerciseIn, factOf, type GateBlocker } from './chronicle.ts';
import type { Recorded } from './engine.ts';
import type { SeasonPlan } from './plan.ts';

export interface GateSummary {
  readonly code: GateCode;
  /** The day of the gate task as first planned, and in force at the end. */
  readonly planned: LocalDate;
  readonly due: LocalDate;
  readonly passed: LocalDate | null;
  /** Working days after `due`. */
  readonly daysLate: number;
  readonly withConditions: boolean;
  /** What kept it shut past its day. */
  readonly blockers: readonly GateBlocker[];
}

export interface LateTask {
  readonly task: string;
  readonly owner: BodyId;
  readonly firstDue: LocalDate;
  readonly due: LocalDate;
  readonly verified: LocalDate | null;
  readonly days: number;
}

export interface ToldBody {
  readonly body: BodyId;
  readonly reminders: number;
  readonly escalations: number;
}

export interface MusterSummary {
  readonly kind: 'reservist' | 'vehicle';
  readonly present: number;
  readonly ordered: number;
  /** Null: no data. */
  readonly percent: number | null;
  readonly target: number;
}

export interface ExerciseSummary {
  readonly id: EntityId;
  readonly theme: string;
  readonly codeName: string | null;
  readonly phase: ExerciseState['phase'];
  readonly startDate: LocalDate | null;
  readonly endDate: LocalDate | null;
  /** Times that the opening was moved, by itself or with its city. */
  readonly moves: number;
  readonly gates: readonly GateSummary[];
  readonly late: readonly LateTask[];
  readonly told: readonly ToldBody[];
  readonly muster: readonly MusterSummary[];
  readonly review: { readonly points: number; readonly grade: string } | null;
}

export const summariesOf = (
  plan: SeasonPlan,
  records: readonly Recorded[],
  chronicle: Chronicle,
  calendar: Calendar,
): ExerciseSummary[] => {
  const last = records.at(-1);
  const today = last ? dayOf(last.fact.at) : null;
  return plan.exercises.flatMap(({ id }) => {
    const state = exerciseIn(chronicle, id);
    if (!state || !today) return [];
    const own = records.filter((record) => entityOf(record.stream) === id);
    return {
      id,
      theme: state.theme,
      codeName: state.codeName,
      phase: state.phase,
      startDate: state.startDate,
      endDate: state.endDate,
      moves: own.filter(({ fact }) => fact.type === 'ExerciseRescheduled' || fact.type === 'ExerciseResumed').length,
      gates: gatesOf(id, state, chronicle, calendar, today),
      late: lateTasks(state, calendar, today),
      told: toldBodies(own),
      muster: musterOf(plan, id, chronicle),
      review: state.review,
    };
  });
};

const gatesOf = (
  id: EntityId,
  state: ExerciseState,
  chronicle: Chronicle,
  calendar: Calendar,
  today: LocalDate,
): GateSummary[] =>
  state.gates.flatMap(({ code, gateTask, passed }) => {
    const task = state.tasks[gateTask];
    if (!task) return [];
    const on = passed ? dayOf(passed.at) : null;
    const blocked = chronicle.blocked.filter((each) => each.exercise === id && each.gate === code);
    return {
      code,
      planned: task.firstDue,
      due: task.due,
      passed: on,
      daysLate: daysLate(calendar, task.due, on ?? today),
      withConditions: passed?.override != null,
      blockers: blocked.flatMap((each) => each.blockers),
    };
  });

const lateTasks = (state: ExerciseState, calendar: Calendar, today: LocalDate): LateTask[] =>
  Object.values(state.tasks).flatMap((task) => {
    if (task.status === 'waived') return [];
    const verified = task.verifiedAt ? dayOf(task.verifiedAt) : null;
    const days = daysLate(calendar, task.due, verified ?? today);
    const { code, owner, firstDue, due } = task;
    return days === 0 ? [] : [{ task: code, owner, firstDue, due, verified, days }];
  });

const toldBodies = (records: readonly Recorded[]): ToldBody[] => {
  const told = new Map<BodyId, { reminders: number; escalations: number }>();
  for (const fact of records.map(factOf)) {
    if (fact.type !== 'TaskReminded' && fact.type !== 'TaskEscalated') continue;
    const counts = told.get(fact.to) ?? { reminders: 0, escalations: 0 };
    counts[fact.type === 'TaskReminded' ? 'reminders' : 'escalations'] += 1;
    told.set(fact.to, counts);
  }
  return [...told].map(([body, counts]) => ({ body, ...counts })).sort((a, b) => (a.body < b.body ? -1 : 1));
};

const musterOf = (plan: SeasonPlan, id: EntityId, chronicle: Chronicle): MusterSummary[] => {
  const drill = drillIn(chronicle, id);
  if (drill?.phase !== 'closed') return [];
  const targets = plan.drills.find((each) => each.exercise === id)?.targets;
  return (['reservist', 'vehicle'] as const).flatMap((kind) => {
    const rate = ratesOf(kind, totalOf(drill, kind)).attendanceRate;
    if (!rate) return [];
    const { numerator: present, denominator: ordered, percent } = rate;
    return { kind, present, ordered, percent, target: targets?.[kind] ?? 100 };
  });
};
