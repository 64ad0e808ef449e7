/** The drill of Tam Kỳ 2022 as the tests of its subjects play it. */
import { type DrillState, drill } from '../../../domain/drill/index.ts';
import { type ExerciseState, exercise } from '../../../domain/exercise/index.ts';
import { OrgUnitId, SYSTEM } from '../../../domain/people.ts';
import { type Instant, instant, toMs } from '../../../domain/time.ts';
import { at, type Command, given, head, knowing, member, type Step, step } from '../../support/domain.ts';

export const STREAM = 'drill/tam-ky-2022';
export const SA = member('tam-ky.SA');
export const CMC = member('tan-thanh.CMC');
export const SB = head('tam-ky.SB');
export const BEFORE = at('2022-08-01');
/** 08:00 on the day; the run opens at this hour, which is H. */
export const DAY = at('2022-08-25', 8);
/** The hour of the stations. */
export const HOUR = at('2022-08-25', 10);
/** An hour after it. */
export const LATER = at('2022-08-25', 11);
/** So long after the drill was opened. */
export const after = (minutes: number): Instant => instant(toMs(DAY) + minutes * 60_000);

export const unit = (id: string) => OrgUnitId.parse(id);
/** An exercise on file in a locality. */
export const exerciseIn = (orgUnit: string, change: Partial<ExerciseState> = {}): ExerciseState => ({
  ...exercise.initial,
  phase: 'ready',
  type: 'defenceAreaExercise',
  orgUnit: unit(orgUnit),
  superiorUnit: unit(orgUnit),
  ...change,
});
export const withExercise = knowing(['exercise/tam-ky-2022', exerciseIn('tam-ky')]);

export const prepare: Command = { type: 'PrepareDrill', exercise: 'tam-ky-2022', orgUnit: 'tam-ky' };
export const open: Command = { type: 'OpenDrill', exercise: 'tam-ky-2022', orgUnit: 'tam-ky' };
export const close: Command = { type: 'CloseDrill' };

export const prepared = step(SA, BEFORE, prepare);
export const opened = step(SYSTEM, DAY, open);
export const file = (...past: Step[]) => given(drill, STREAM, past, withExercise);
export const now = (command: Command, by = SA, when = DAY): Step => step(by, when, command);

export const issue = (orders: readonly (string | object)[], more: object = {}): Command => ({
  type: 'IssueOrders',
  unit: 'tan-thanh',
  kind: 'reservist',
  station: 'TT-01',
  orders: orders.map((order) => (typeof order === 'string' ? { order } : order)),
  ...more,
});
export const station = (code = 'TT-01', units: readonly string[] = ['tan-thanh'], reportBy = HOUR): Command => ({
  type: 'OpenStation',
  station: code,
  units,
  reportBy,
});
export const checkIn = (checkIns: readonly object[], code = 'TT-01'): Command => ({
  type: 'CheckIn',
  station: code,
  checkIns,
});
export const correct = (id: string, status: string, more: object = {}): Command => ({
  type: 'CorrectCheckIn',
  id,
  status,
  reason: 'trạm ghi nhầm',
  ...more,
});
export const substitute = (absentOrder: string, spareOrder: string): Command => ({
  type: 'Substitute',
  absentOrder,
  spareOrder,
});

/** `QN-001` to `QN-<count>`. */
export const numbers = (count: number, prefix = 'QN', from = 1): string[] =>
  Array.from({ length: count }, (_, n) => `${prefix}-${String(from + n).padStart(3, '0')}`);
/** One check-in each, under the order's number and a `C`. */
export const present = (orders: readonly string[], more: object = {}): object[] =>
  orders.map((order) => ({ id: `C-${order}`, order, ...more }));

export const rowOf = (state: DrillState, key = 'tan-thanh/reservist') => {
  const row = state.rows[key];
  if (!row) throw new Error(`no row ${key}`);
  return row;
};

export const record = (counts: object, unit = 'tan-thanh', kind = 'reservist'): Command => ({
  type: 'RecordCounts',
  unit,
  kind,
  counts,
});
