/** The ten gates of a file: where each stands, when it is usually passed, and what blocks it. */
import type { z } from 'zod';
import { CALENDAR, dueDate, formatOffset, type Offset } from '../../domain/calendar/index.ts';
import { type Blocker, blockerCode, blockersOf, type ExerciseState, nextGate } from '../../domain/exercise/index.ts';
import { GATE_STATES } from '../../domain/labels/words.ts';
import { Rejection } from '../../domain/rejection.ts';
import { type GateCode, TEMPLATES } from '../../domain/template/index.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { BlockerShown, GateShown } from '../contract/index.ts';
import { blockerText, bodyName, distance, words } from '../words.ts';
import { workingDaysTo } from './readiness.ts';

type GateView = z.output<typeof GateShown>;

const blockerView = (blocker: Blocker, today: LocalDate): z.output<typeof BlockerShown> => {
  const task = blocker.kind === 'task' ? blocker : null;
  const holder = blocker.kind === 'gate' ? null : blocker.holder;
  const left = workingDaysTo(task?.due ?? null, today);
  return {
    kind: blocker.kind,
    code: blockerCode(blocker),
    status: task?.status ?? null,
    due: task?.due ?? null,
    workingDaysLeft: left,
    holder,
    holderName: holder && bodyName(holder),
    waitsOn: task?.waitsOn ?? [],
    text: blockerText(blocker, task && distance(left, task.due < today)),
  };
};

/** When the template says the gate is usually passed; days only where the exercise has days. */
const windowOf = (state: ExerciseState, code: GateCode): GateView['window'] => {
  const template = TEMPLATES.find((each) => each.id === state.template?.id && each.version === state.template.version);
  const window = template?.gates.find((gate) => gate.code === code)?.window;
  if (!window) return null;
  const { startDate, endDate } = state;
  const dateOf = (offset: Offset | null): LocalDate | null => {
    if (!offset || !startDate || !endDate) return null;
    try {
      return dueDate(CALENDAR, offset, { startDate, endDate });
    } catch (error) {
      if (error instanceof Rejection) return null;
      throw error;
    }
  };
  return {
    from: window.from && formatOffset(window.from),
    to: formatOffset(window.to),
    fromDate: dateOf(window.from),
    toDate: dateOf(window.to),
  };
};

/** Gates in order. The first that is not passed is open or blocked; those after it are not due yet. */
export const gateViews = (state: ExerciseState, today: LocalDate): GateView[] => {
  const next = nextGate(state);
  return state.gates.map((gate): GateView => {
    const blockers = blockersOf(state, gate.code);
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
      window: windowOf(state, gate.code),
      passed: gate.passed,
      blockers: blockers.map((blocker) => blockerView(blocker, today)),
    };
  });
};

/** One gate; throws `gate-unknown`. */
export const gateView = (state: ExerciseState, code: GateCode, today: LocalDate): GateView => {
  const found = gateViews(state, today).find((gate) => gate.code === code);
  if (!found) throw new Rejection('gate-unknown', { gate: code });
  return found;
};
