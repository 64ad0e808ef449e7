/** What needs a hand now over the exercises that somebody sees whole. One walk feeds every count and every list. */
import type { z } from 'zod';
import type { Calendar } from '../../domain/calendar/index.ts';
import { nextGate, openTasks, READINESS_RULE } from '../../domain/exercise/index.ts';
import type { Clash } from '../../domain/planning/clash.ts';
import { clashesOf } from '../../domain/planning/clashes.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { Queues, QueueTask } from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { gateWithoutStrangers, type Themes, themesOf } from '../own/clashes.ts';
import type { Asker } from '../policy.ts';
import { words } from '../words.ts';
import { reachOfAll } from './access.ts';
import { calendarNow } from './calendar.ts';
import { gateViews } from './gates.ts';
import { namesIn, unitsIn } from './names.ts';
import { byDeadline, byText } from './order.ts';
import { queueRow, slowestOf } from './queue-rows.ts';
import { isWorkedOn, verdictRow, workingDaysTo } from './readiness.ts';
import { allExercises, type FiledExercise, type Moment } from './sources.ts';

type Answer = z.output<typeof Queues>;

const GRAVEST = { red: 0, amber: 1, green: 2, none: 3 } as const;

/** Clashes that keep the plan of an exercise from being approved, while its third gate is the next. */
const unresolvedIn = ({ id, state }: FiledExercise, clashes: readonly Clash[]): Clash[] =>
  nextGate(state)?.code === 'G3'
    ? clashes.filter(
        ({ key, severity, exercises }) =>
          severity === 'clash' && exercises.includes(id) && state.acceptedClashes[key] === undefined,
      )
    : [];

/** A running exercise with its gates; `next` is the one that stands open, with the day of its gate task. */
const runningRow = (
  { calendar, today }: { readonly calendar: Calendar; readonly today: LocalDate },
  filed: FiledExercise,
  clashes: readonly Clash[],
  [seen, themes]: readonly [Parameters<typeof gateWithoutStrangers>[2], Themes],
) => {
  const { state } = filed;
  const own = unresolvedIn(filed, clashes);
  const named = own.flatMap(({ exercises }) => exercises);
  const gates = gateViews(calendar, state, today, own).map((gate) => gateWithoutStrangers(gate, named, seen, themes));
  const next = gates.find((gate) => gate.state === 'open' || gate.state === 'blocked');
  const due = next ? state.tasks[next.gateTask]?.due : undefined;
  return {
    shown: {
      ...verdictRow(calendar, filed, today),
      gates: gates.map(({ code, name, state: stands }) => ({ code, name, state: stands })),
      blockers: next?.blockers ?? [],
      overdue: openTasks(state).filter((task) => task.due < today).length,
    },
    next: next && due ? { ...next, due, workingDaysLeft: workingDaysTo(calendar, due, today) } : null,
  };
};

const longest = (timeOf: (task: QueueTask) => string) =>
  byText<QueueTask>((task) => `${timeOf(task)} ${task.exercise} ${task.code}`);

/** Files that are worked on. Acts are those of now: a past moment has none. */
export const queuesFor = async (deps: ApiDeps, moment: Moment, asker: Asker): Promise<Answer> => {
  const { today, asOf } = moment;
  const { org, subject } = asker;
  const [calendar, all, seen] = await Promise.all([
    calendarNow(deps, asOf),
    allExercises(deps, asOf),
    reachOfAll(deps, asker),
  ]);
  const files = all.filter(({ id, state }) => seen.get(id) === 'whole' && isWorkedOn(state));
  const desk = { calendar, today, by: subject.actor };
  const open = files
    .flatMap((filed) => openTasks(filed.state).map((task) => queueRow(desk, filed, task)))
    .map((task): QueueTask => (asOf ? { ...task, acts: [] } : task));
  const clashes = files.some(({ state }) => nextGate(state)?.code === 'G3') ? clashesOf(all) : [];
  const themes = themesOf(all);
  const running = files.map((filed) => runningRow(desk, filed, clashes, [seen, themes]));
  const overdue = open.filter(({ mark }) => mark === 'overdue').sort(byDeadline);
  const names = { vi: namesIn(org, {}, today, 'vi'), en: namesIn(org, {}, today, 'en') };
  return {
    ...moment,
    toVerify: open.filter(({ status }) => status === 'submitted').sort(longest(({ since }) => since)),
    extensions: open
      .filter(({ extension }) => extension !== null)
      .sort(longest(({ extension }) => extension?.askedAt ?? '')),
    overdue,
    gates: running
      .flatMap(({ shown, next }) => {
        if (!next || next.workingDaysLeft === null || next.workingDaysLeft > READINESS_RULE.redWhenGateWithin)
          return [];
        const { code, name, due, workingDaysLeft, blockers } = next;
        return [{ exercise: shown.id, code, name, due, workingDaysLeft, blockers }];
      })
      .sort(byText(({ due, exercise }) => `${due} ${exercise}`)),
    exercises: running
      .map(({ shown }) => shown)
      .sort(byText(({ verdict, startDate, id }) => `${GRAVEST[verdict]} ${startDate} ${id}`)),
    slowest: slowestOf(overdue, (body) => words(names.vi.body(body), names.en.body(body))),
    units: unitsIn(org, files, today),
  };
};
