/** The ten gates of a file: where each stands, when it is usually passed, and what blocks it. */
import type { z } from 'zod';
import { type Calendar, dueDate, formatOffset, type Offset } from '../../domain/calendar/index.ts';
import { type Blocker, blockerCode, blockersOf, type ExerciseState, nextGate } from '../../domain/exercise/index.ts';
import { GATE_STATES } from '../../domain/labels/words.ts';
import { withinTables } from '../../domain/ladder/index.ts';
import type { Clash } from '../../domain/planning/clash.ts';
import { Rejection } from '../../domain/rejection.ts';
import type { GateCode } from '../../domain/template/index.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { BlockerShown, GateShown } from '../contract/index.ts';
import { blockerText, bodyName, distance, words } from '../words.ts';
import { workingDaysTo } from './readiness.ts';

type GateView = z.output<typeof GateShown>;

const blockerView = (calendar: Calendar, blocker: Blocker, today: LocalDate): z.output<typeof BlockerShown> => {
  const task = blocker.kind === 'task' ? blocker : null;
  const holder = blocker.kind === 'gate' ? null : blocker.holder;
  const due = 'due' in blocker ? blocker.due : null;
  const left = workingDaysTo(calendar, due, today);
  return {
    kind: blocker.kind,
    code: blockerCode(blocker),
    status: task?.status ?? null,
    due,
    workingDaysLeft: left,
    holder,
    holderName: holder && bodyName(holder),
    waitsOn: task?.waitsOn ?? [],
    title: task && words(task.titleVi, task.titleEn),
    text: blockerText(blocker, task && distance(left, task.due < today)),
  };
};

/** When the template says the gate is usually passed; days only where the exercise has days. */
const windowOf = (calendar: Calendar, state: ExerciseState, code: GateCode): GateView['window'] => {
  const window = state.gates.find((gate) => gate.code === code)?.window;
  if (!window) return null;
  const { startDate, endDate } = state;
  const dateOf = (offset: Offset | null): LocalDate | null => {
    if (!offset || !startDate || !endDate) return null;
    return withinTables(() => dueDate(calendar, offset, { startDate, endDate }));
  };
  return {
    from: window.from && formatOffset(window.from),
    to: formatOffset(window.to),
    fromDate: dateOf(window.from),
    toDate: dateOf(window.to),
  };
};

/** Gates in order, with the clashes that keep the plan from being approved. The first that is not passed is open or blocked; those after it are not due yet. */
export const gateViews = (
  calendar: Calendar,
  state: ExerciseState,
  today: LocalDate,
  clashes: readonly Clash[] = [],
): GateView[] => {
  const next = nextGate(state);
  return state.gates.map((gate): GateView => {
    const blockers = blockersOf(state, gate.code, clashes);
    const stands = gate.passed ? 'passed' : gate !== next ? 'notYet' : blockers.length > 0 ? 'blocked' : 'open';
    const label = {
      passed: GATE_STATES.passed,
      open: GATE_STATES.current,
      blocked: words(`Còn vướng ${blockers.length} việc`, `${blockers.length} blocker(s)`),
      notYet: GATE_STATES.ahead,
    }[stands];
    return {
      code: gate.code,
      name: words(gate.nameVi, gate.nameEn),
      gateTask: gate.gateTask,
      state: stands,
      label,
      window: windowOf(calendar, state, gate.code),
      passed: gate.passed,
      twoPersons: gate.twoPersons,
      approvals: gate.approvals.map(({ at, by, override }) => ({ at, by, withConditions: override !== null })),
      blockers: blockers.map((blocker) => blockerView(calendar, blocker, today)),
    };
  });
};

/** One gate; throws `gate-unknown`. */
export const gateView = (
  calendar: Calendar,
  state: ExerciseState,
  code: GateCode,
  today: LocalDate,
  clashes: readonly Clash[] = [],
): GateView => {
  const found = gateViews(calendar, state, today, clashes).find((gate) => gate.code === code);
  if (!found) throw new Rejection('gate-unknown', { gate: code });
  return found;
};
