/** The daily work on the checklist and the gates: take, ask for time, hand in, verify or return, pass. */
import { addWorkingDays } from '../domain/calendar/index.ts';
import {
  blockersOf,
  bodyIn,
  type ExerciseState,
  isDone,
  nextGate,
  type Task,
  verifiersOf,
  waitsOn,
} from '../domain/exercise/index.ts';
import { type Actor, codeOf } from '../domain/people.ts';
import { type EntityId, streamId } from '../domain/streams.ts';
import type { GateCode } from '../domain/template/index.ts';
import { dayOf, type LocalDate } from '../domain/time.ts';
import { headOf, memberOf } from './cast.ts';
import { askDay, extensionOf, handInDay, heldDays, returning, startDay, taskKey } from './habits.ts';
import { enterPapers, evidenceOf } from './papers.ts';
import type { Play } from './play.ts';

/** Everything that can be done today, until nothing more follows: a task verified this morning may free the next one. */
export const workChecklist = async (play: Play, id: EntityId, today: LocalDate): Promise<void> => {
  for (let before = -1; before !== play.sent(); ) {
    before = play.sent();
    for (const code of Object.keys((await play.exercise(id)).tasks)) await workTask(play, id, code, today);
    await passGates(play, id, today);
  }
};

const isActive = (state: ExerciseState): boolean =>
  !state.postponed && ['planned', 'preparing', 'ready', 'running', 'reviewing'].includes(state.phase);

const workTask = async (play: Play, id: EntityId, code: string, today: LocalDate): Promise<void> => {
  const state = await play.exercise(id);
  const task = state.tasks[code];
  if (!task || isDone(task) || !isActive(state)) return;
  if (task.status === 'submitted') return judge(play, id, state, task, today);
  await settleExtension(play, id, state, task, today);
  if (hasItsTurn(state, task)) await doTask(play, id, code, today);
};

/** What follows the closing waits for it, the run itself included. */
const hasItsTurn = (state: ExerciseState, task: Task): boolean =>
  waitsOn(state, task).length === 0 && (!['G7', 'G8', 'G9'].includes(task.gate) || state.phase === 'reviewing');

const doTask = async (play: Play, id: EntityId, code: string, today: LocalDate): Promise<void> => {
  const state = await play.exercise(id);
  const task = state.tasks[code];
  if (!task) return;
  const stream = streamId('exercise', id);
  const day = handInDay(play, id, task);
  const handsIn = day !== null && day <= today;
  // A steering board acts through its head, every other body through its staff.
  const by = codeOf(task.owner) === 'SB' ? headOf(task.owner) : memberOf(task.owner);
  if (task.status === 'open' && (handsIn || startDay(play, task) <= today))
    await play.act(stream, { type: 'StartTask', task: code }, by);
  if (!handsIn) return;
  await enterPapers(play, id, task, today);
  await play.act(stream, { type: 'SubmitTask', task: code, evidence: evidenceOf(play, id, state, task, today) }, by);
  const submitted = await play.exercise(id);
  const handed = submitted.tasks[code];
  if (handed) await judge(play, id, submitted, handed, today);
};

const judge = async (play: Play, id: EntityId, state: ExerciseState, task: Task, today: LocalDate): Promise<void> => {
  const [verifier] = verifiersOf(state, task);
  if (!verifier || !task.submission) return;
  const stream = streamId('exercise', id);
  const fault = returning(play, id, task);
  if (fault) {
    play.returnedOn.set(taskKey(id, task), today);
    await play.act(stream, { type: 'ReturnTask', task: task.code, reason: fault.reason }, memberOf(verifier));
    return;
  }
  if (addWorkingDays(play.calendar, dayOf(task.submission.at), heldDays(play, id, task)) <= today)
    await play.act(stream, { type: 'VerifyTask', task: task.code }, memberOf(verifier));
};

const settleExtension = async (
  play: Play,
  id: EntityId,
  state: ExerciseState,
  task: Task,
  today: LocalDate,
): Promise<void> => {
  const planned = extensionOf(play, id, task);
  if (!planned) return;
  const stream = streamId('exercise', id);
  const made = `extension/${taskKey(id, task)}`;
  let asked = task.extension && dayOf(task.extension.askedAt);
  if (!asked && !play.made.has(made) && askDay(play, task) <= today) {
    play.made.add(made);
    const until = addWorkingDays(play.calendar, task.due, planned.days);
    const command = { type: 'RequestExtension', task: task.code, until, reason: planned.reason };
    await play.act(stream, command, memberOf(task.owner));
    asked = today;
  }
  if (!asked || addWorkingDays(play.calendar, asked, planned.decidedAfter) > today) return;
  const command = { type: 'DecideExtension', task: task.code, granted: planned.granted, reason: planned.reason };
  await play.act(stream, command, headOf(bodyIn(state, 'SB')));
};

/** What the head tries on its day, whether the gate is clear or not. */
export const attemptGates = async (play: Play, id: EntityId, today: LocalDate): Promise<void> => {
  for (const [i, { exercise, gate, on }] of play.plan.behaviours.attempts.entries()) {
    if (exercise !== id || on > today || play.made.has(`attempt/${i}`)) continue;
    play.made.add(`attempt/${i}`);
    const by = gateHead(await play.exercise(id), gate);
    await play.attempt(streamId('exercise', id), { type: 'PassGate', gate }, by);
  }
};

/** Before the boards of a city stand, its Party bodies pass the first two gates. */
const gateHead = (state: ExerciseState, gate: GateCode): Actor => {
  const wide = state.type === 'defenceAreaExercise' || state.type === 'regionalDefenceExercise';
  return headOf(bodyIn(state, !wide ? 'SB' : gate === 'G0' ? 'SC' : gate === 'G1' ? 'MPC' : 'SB'));
};

/** Gates in order, each when clear; with blockers only where the plan says so, from the day of the gate task on. */
const passGates = async (play: Play, id: EntityId, today: LocalDate): Promise<void> => {
  for (;;) {
    const state = await play.exercise(id);
    const gate = isActive(state) ? nextGate(state) : null;
    if (!gate) return;
    const blocked = blockersOf(state, gate.code).length > 0;
    const due = state.tasks[gate.gateTask]?.due;
    const planned = play.plan.behaviours.overrides.findLast((each) => each.exercise === id && each.gate === gate.code);
    if (blocked && !(planned && due && due <= today)) return;
    const override = blocked && planned ? { override: { reason: planned.reason, basis: planned.basis } } : {};
    const by = gateHead(state, gate.code);
    await play.act(streamId('exercise', id), { type: 'PassGate', gate: gate.code, ...override }, by);
  }
};
