/** Gates that nothing blocks any more, and those that wait for their second word. */
import { blockersOf, gateDecidersOf, nextGate } from '../../../domain/exercise/index.ts';
import { formatDate } from '../../../domain/labels/format.ts';
import type { Actor } from '../../../domain/people.ts';
import type { Clash } from '../../../domain/planning/clash.ts';
import type { Instant } from '../../../domain/time.ts';
import type { Decision } from '../../contract/index.ts';
import { bodyName, words } from '../../words.ts';
import { isWorkedOn } from '../readiness.ts';
import type { FiledExercise } from '../sources.ts';
import { decider, type Waiting } from './waiting.ts';

type Gate = NonNullable<ReturnType<typeof nextGate>>;

/** Since when nothing blocks it: the last of its tasks was done, or the gate before it passed. */
const clearSince = ({ state }: FiledExercise, gate: Gate): Instant | null => {
  const before = state.gates[state.gates.indexOf(gate) - 1]?.passed?.at;
  const tasks = Object.values(state.tasks).filter((task) => task.gate === gate.code);
  return [...(before ? [before] : []), ...tasks.map(({ since }) => since)].sort().at(-1) ?? null;
};

/** The next gate of a file where a head may pass it now, or was passed by the first of two. `clashes` keep G3 shut. */
export const gateDecision = (filed: FiledExercise, actor: Actor, clashes: readonly Clash[]): Waiting | null => {
  const { state } = filed;
  const gate = isWorkedOn(state) ? nextGate(state) : null;
  if (!gate) return null;
  const first = gate.twoPersons ? gate.approvals.at(-1) : undefined;
  const blockers = blockersOf(state, gate.code, clashes).length;
  if (blockers > 0 && !first?.override) return null;
  const bodies = gateDecidersOf(state, gate);
  const due = state.tasks[gate.gateTask]?.due ?? null;
  const names = { vi: `${gate.code} ${gate.nameVi}`, en: `${gate.code} ${gate.nameEn}` };
  const by = first && bodyName(first.by.body);
  const kind: Decision['kind'] = first ? (blockers > 0 ? 'override' : 'second') : 'gate';
  return {
    kind,
    subject: gate.code,
    version: state.version,
    title: first
      ? words(`Ý kiến thứ hai, cổng ${names.vi}`, `Second word on gate ${names.en}`)
      : words(`Thông qua cổng ${names.vi}`, `Pass gate ${names.en}`),
    text:
      first && by
        ? blockers > 0
          ? words(
              `${by.vi} đã thông qua khi còn vướng ${blockers} việc: ${first.override?.reason}. Cần người thứ hai.`,
              `${by.en} has approved with ${blockers} open: ${first.override?.reason}. A second person is needed.`,
            )
          : words(`${by.vi} đã thông qua; cần người thứ hai.`, `${by.en} has approved; a second person is needed.`)
        : words(
            `Không còn gì vướng${due ? `; hạn ${formatDate(due)}` : ''}.`,
            `Nothing blocks it any more${due ? `; due ${formatDate(due)}` : ''}.`,
          ),
    since: first?.at ?? clearSince(filed, gate),
    due,
    ...decider(actor, bodies, 'head', !gate.approvals.some((each) => each.by.person === actor.person)),
  };
};
