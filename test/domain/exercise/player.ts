/** Random staff work: what someone intends, turned into a command that mostly fits the file as it stands. */
import fc from 'fast-check';
import { addWorkingDays, CALENDAR } from '../../../domain/calendar/index.ts';
import { type ExerciseState, exercise, nextGate } from '../../../domain/exercise/index.ts';
import { DEFAULT_LADDER } from '../../../domain/ladder/index.ts';
import { type Actor, SYSTEM } from '../../../domain/people.ts';
import { GATE_CODES } from '../../../domain/template/index.ts';
import { addDays, dayOf, instant, localDate, toMs } from '../../../domain/time.ts';
import { at, type Command, head, knowing, member, type Step, step } from '../../support/domain.ts';
import {
  board,
  DB,
  draftCity,
  frame,
  MPC,
  POL,
  pass,
  planCity,
  resolution,
  SA,
  SB,
  SB_MEMBER,
  submit,
  verify,
} from './season.ts';

export const WORK = ['start', 'submit', 'verify', 'return', 'waive', 'assign'] as const;
export const GATES = ['pass', 'override', 'paper', 'openRun', 'stage', 'closeRun', 'postpone', 'resume'] as const;
export const REST = [
  'ask',
  'grant',
  'reschedule',
  'cancel',
  'adopt',
  'draft',
  'plan',
  'note',
  'follow',
  'attach',
  'receive',
  'know',
  'ladder',
  'observe',
  'alarm',
  'garbage',
] as const;
export type Intent = { readonly kind: string; readonly pick: number; readonly who: number; readonly hours: number };

/** One intent in six comes from a person drawn at random, one in ten thinks it is earlier than it is. */
export const intents = (kinds: readonly string[], length: number) =>
  fc.array(
    fc.record({
      kind: fc.constantFrom(...kinds),
      pick: fc.nat(10_000),
      who: fc.nat(5),
      hours: fc.oneof(
        { weight: 9, arbitrary: fc.nat(60) },
        { weight: 1, arbitrary: fc.integer({ min: -500, max: 2000 }) },
      ),
    }),
    { minLength: length, maxLength: length + 10 },
  );

const STRANGERS: readonly Actor[] = [
  SA,
  SB,
  SB_MEMBER,
  DB,
  MPC,
  POL,
  SYSTEM,
  head('da-nang.SB'),
  member('tam-ky.SB', SA.person),
];
const GARBAGE: readonly Command[] = [
  { type: '' },
  { type: 'StartTask' },
  { type: 'StartTask', task: 'Z99' },
  { type: 'PassGate', gate: 'G11' },
  { type: 'ObserveTime' },
  { type: 'SubmitTask', task: 'C01', evidence: null },
  { type: 'WaiveTask', task: 'C01', reason: '\u0000' },
  { type: 'toString' },
];
const one = <T>(list: readonly T[], pick: number): T | undefined => list[pick % Math.max(1, list.length)];

/** The step that an intent comes to: the right person three times in four where the file knows one. */
export const resolve = (state: ExerciseState, intent: Intent): Step => {
  const { kind, pick, who, hours } = intent;
  const when = instant(toMs(state.lastAt ?? at('2026-10-01')) + hours * 3_600_000);
  const tasks = Object.values(state.tasks);
  const among = (...statuses: string[]) =>
    one(
      tasks.filter((task) => statuses.includes(task.status)),
      pick,
    ) ?? one(tasks, pick);
  const by = (right: Actor): Actor => (who === 0 ? (one(STRANGERS, pick) ?? SA) : right);
  const owner = (task = among('open')) => by(task ? member(task.owner) : SA);
  const gate = (pick % 9 === 0 ? one(GATE_CODES, pick) : nextGate(state)?.code) ?? 'G0';
  const startDate = addDays(localDate('2027-03-01'), pick % 240);
  const days =
    pick % 3 === 0
      ? { startDate: '2027-04-20', endDate: '2027-04-22' }
      : { startDate, endDate: addDays(startDate, pick % 4) };
  const change = one(['rescheduled', 'postponed', 'resumed', 'cancelled'], pick);
  const say = (right: Actor, command: Command): Step => step(by(right), when, command);
  switch (kind) {
    case 'start': {
      const task = among('open');
      return step(owner(task), when, { type: 'StartTask', task: task?.code ?? 'C01' });
    }
    case 'submit': {
      const task = among('open', 'started', 'returned');
      return step(owner(task), when, submit(task?.code ?? 'C01'));
    }
    case 'verify': {
      const task = among('submitted');
      return say(task?.owner === SA.body ? SB_MEMBER : SA, verify(task?.code ?? 'C01'));
    }
    case 'return':
      return say(SB, { type: 'ReturnTask', task: among('submitted')?.code ?? 'C01', reason: 'thiếu' });
    case 'waive': {
      const task = among('waiting', 'open');
      const right = task?.owner === SB.body && pick % 4 !== 0 ? head('tam-ky.SC') : SB;
      return say(right, { type: 'WaiveTask', task: task?.code ?? 'C01', reason: 'không cần' });
    }
    case 'assign':
      return say(SA, {
        type: 'AssignTask',
        task: one(tasks, pick)?.code ?? 'C01',
        owner: one(['tam-ky.OB', 'tam-ky.SB', 'tam-ky.SA', 'tam-ky.POL'], pick),
      });
    case 'pass':
      return say(SB, pass(gate));
    case 'override':
      return say(SB, pass(gate, { override: { reason: 'gấp', basis: '15/CV' } }));
    case 'paper':
      return say(
        SA,
        one([resolution, ...['steering', 'organising', 'directing', 'support'].map(board), frame], pick) ?? resolution,
      );
    case 'openRun':
      return step(by(SB), pick % 2 === 0 ? at(state.startDate ?? '2027-04-20', 8) : when, { type: 'OpenRun' });
    case 'stage':
      return say(SB, { type: 'StartStage', stage: pick % 5 === 0 ? 2 : Math.min(3, state.stages.length + 1) });
    case 'closeRun':
      return say(SB, { type: 'CloseRun' });
    case 'postpone':
      return say(MPC, { type: 'PostponeExercise', reason: 'bão' });
    case 'resume':
      return say(SB, { type: 'ResumeExercise', ...days, reason: 'bão tan' });
    case 'reschedule':
      return say(SA, { type: 'RescheduleExercise', ...days, reason: 'dời' });
    case 'cancel':
      return say(pick % 20 === 0 ? SB : POL, { type: 'CancelExercise', reason: 'hủy' });
    case 'know': {
      const task = one(tasks, pick);
      const until = task && pick % 3 === 0 ? { until: addDays(task.due, -(pick % 11)) } : {};
      return step(owner(task), when, { type: 'AcknowledgeReminder', task: task?.code ?? 'C01', ...until });
    }
    case 'ladder': {
      const quiet = [{ from: addDays(startDate, -60), to: addDays(startDate, -60 + (pick % 9)), reason: 'kiểm tra' }];
      const rungs = DEFAULT_LADDER.rungs.map((rung) => ({
        ...rung,
        days: rung.days + (rung.days < -1 ? pick % 2 : 0),
      }));
      return say(SA, { type: 'SetLadder', ladder: { ...DEFAULT_LADDER, rungs, quiet }, reason: 'quy chế' });
    }
    case 'adopt':
      return say(SA, { type: 'AdoptCalendar', reason: 'lịch mới' });
    case 'ask': {
      const task = among('open', 'started', 'waiting');
      return step(owner(task), when, {
        type: 'RequestExtension',
        task: task?.code ?? 'C01',
        until: addWorkingDays(CALENDAR, task?.due ?? localDate('2027-01-04'), pick % 9),
        reason: 'chờ',
      });
    }
    case 'grant':
      return say(SB, {
        type: 'DecideExtension',
        task: (tasks.find((task) => task.extension) ?? one(tasks, pick))?.code ?? 'C01',
        granted: pick % 4 !== 0,
        reason: 'được',
      });
    case 'draft':
      return say(SA, draftCity);
    case 'plan':
      return say(SA, planCity);
    case 'note':
      return step(
        SYSTEM,
        when,
        one(
          [
            { type: 'NoteDrillResult', present: 119, ordered: 120 },
            { type: 'NoteReviewResult', points: 88, grade: 'good' },
          ],
          pick,
        ) ?? draftCity,
      );
    case 'follow':
      return step(SYSTEM, when, {
        type: 'FollowCity',
        change,
        from: { startDate: '2027-04-20', endDate: '2027-04-22' },
        to: days,
        reason: 'theo',
      });
    case 'attach':
      return step(SYSTEM, when, { type: 'AttachCommune', exercise: one(['an-son', 'tan-thanh'], pick) });
    case 'receive':
      return step(SYSTEM, when, {
        type: 'ReceiveFinding',
        finding: { fromReview: 'tam-ky-2022', action: 'A1', text: 'chậm' },
      });
    case 'observe':
      return step(SYSTEM, when, { type: 'ObserveTime', due: when });
    case 'alarm': {
      const due = exercise.nextDue(state, knowing()) ?? when;
      return step(SYSTEM, due, { type: 'ObserveTime', due });
    }
    default:
      return step(one(STRANGERS, pick) ?? SA, when, one(GARBAGE, pick) ?? { type: dayOf(when) });
  }
};
