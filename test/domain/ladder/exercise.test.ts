/** The ladder in the file of an exercise: acknowledged, paused by a request, handed on, changed. */
import { describe, expect, test } from '@jest/globals';
import type { DomainEvent, Fact } from '../../../domain/decider.ts';
import { type ClockEvent, type ExerciseState, exercise } from '../../../domain/exercise/index.ts';
import { DEFAULT_LADDER, type Ladder } from '../../../domain/ladder/index.ts';
import { SYSTEM } from '../../../domain/people.ts';
import { dayOf, type Instant } from '../../../domain/time.ts';
import { at, type Command, given, knowing, member, type Step, send, step } from '../../support/domain.ts';
import { CITY, EARLY, POL, plannedCity, SA, SB, SB_MEMBER, submit } from '../exercise/season.ts';

const after = (...past: readonly Step[]) => given(exercise, CITY, [...plannedCity, ...past]);
/** What task C01 (due Friday 4 December 2026, held by SA) tells from due to due; people act in between. */
const heard = (until: Instant, ...acts: readonly Step[]): string[] => {
  let state = after().state as ExerciseState;
  const told: string[] = [];
  const note = (facts: readonly Fact<DomainEvent>[]): void => {
    for (const fact of facts as unknown as Fact<ClockEvent>[])
      if (fact.type.startsWith('Task') && 'rungAt' in fact && fact.task === 'C01')
        told.push(`${fact.rung} ${dayOf(fact.rungAt).slice(5)} ${fact.to} ${fact.post}`);
  };
  const ring = (to: Instant): void => {
    for (let due = exercise.nextDue(state, knowing()); due !== null && due < to; ) {
      const { facts, state: next } = send(CITY, state, step(SYSTEM, due, { type: 'ObserveTime', due }));
      [state] = [next as ExerciseState];
      note(facts);
      const again = exercise.nextDue(state, knowing());
      if (again === due) throw new Error(`the alarm of ${due} does not move`);
      due = again;
    }
  };
  for (const act of acts) {
    ring(act.at);
    const { facts, state: next } = send(CITY, state, act);
    state = next as ExerciseState;
    note(facts);
  }
  ring(until);
  return told;
};
const known = (until?: string): Command => ({ type: 'AcknowledgeReminder', task: 'C01', ...(until ? { until } : {}) });
const ask = (until = '2026-12-09'): Command => ({ type: 'RequestExtension', task: 'C01', until, reason: 'chờ' });
const decide = (granted: boolean): Command => ({ type: 'DecideExtension', task: 'C01', granted, reason: 'x' });
const LATE = ['overdue 12-07 tam-ky.SA member', 'head 12-07 tam-ky.SA head'];

describe('an acknowledged reminder', () => {
  test('is silent until the deadline; what stands after it sounds', () => {
    expect(heard(at('2026-12-07', 9), step(SA, at('2026-11-26'), known()))).toEqual([
      'before7 11-25 tam-ky.SA member',
      ...LATE,
    ]);
  });
  test('comes back on the day after the one that was named', () => {
    expect(heard(at('2026-12-05'), step(SA, at('2026-11-26'), known('2026-12-02')))).toEqual([
      'before7 11-25 tam-ky.SA member',
      'before1 12-03 tam-ky.SA member',
    ]);
  });
  test('is on record with its deadline', () => {
    after()
      .when(SA, EARLY, known('2026-12-01'))
      .thenExactly({ type: 'ReminderAcknowledged', task: 'C01', until: '2026-12-01', deadline: '2026-12-04' });
    after()
      .when(SA, EARLY, known())
      .thenExactly(expect.objectContaining({ until: '2026-12-04' }) as unknown as Command);
  });
  test('from today to the deadline, and not once that has passed', () => {
    const params = { task: 'C01', today: '2026-10-06', due: '2026-12-04' };
    after()
      .when(SA, EARLY, known('2026-10-05'))
      .thenRefused('acknowledge-until', { ...params, until: '2026-10-05' });
    after()
      .when(SA, EARLY, known('2026-12-05'))
      .thenRefused('acknowledge-until', { ...params, until: '2026-12-05' });
    after()
      .when(SA, at('2026-12-04', 23), known('2026-12-04'))
      .thenExactly(expect.anything() as unknown as Command);
    after().when(SA, at('2026-12-05'), known()).thenRefused('acknowledge-overdue', { task: 'C01', due: '2026-12-04' });
  });
  test('by whoever holds the task: the owner, and once it is submitted the body that verifies it', () => {
    after()
      .when(POL, EARLY, known())
      .thenRefused('not-your-body', { allowed: ['tam-ky.SA'] });
    const submitted = after(step(SA, EARLY, submit('C01')));
    submitted.when(SA, EARLY, known()).thenRefused('not-your-body');
    submitted.when(SB_MEMBER, EARLY, known()).thenExactly(expect.anything() as unknown as Command);
  });
  test('not of work that is done, nor in a file that is put off', () => {
    const waive = step(SB, EARLY, { type: 'WaiveTask', task: 'C01', reason: 'x' });
    after(waive).when(SA, EARLY, known()).thenRefused('task-status', { task: 'C01', action: 'acknowledge' });
    const pause = step(SB, EARLY, { type: 'PostponeExercise', reason: 'bão' });
    after(pause).when(SA, EARLY, known()).thenRefused('exercise-postponed');
  });
  test('does not bind the body that the task is handed to', () => {
    const submitted = step(SA, at('2026-11-27'), submit('C01'));
    expect(heard(at('2026-12-05'), step(SA, at('2026-11-26'), known()), submitted).slice(1)).toEqual([
      'before3 12-01 tam-ky.SB member',
      'before1 12-03 tam-ky.SB member',
    ]);
  });
});

describe('while a request for more time is undecided', () => {
  test('the task is not reminded of; the board is, every working morning from the second on', () => {
    expect(heard(at('2026-12-09', 9), step(SA, at('2026-12-02'), ask('2026-12-11')))).toEqual([
      'before7 11-25 tam-ky.SA member',
      'before3 12-01 tam-ky.SA member',
      'undecided 12-04 tam-ky.SB head',
      'undecided 12-07 tam-ky.SB head',
      'undecided 12-08 tam-ky.SB head',
      'undecided 12-09 tam-ky.SB head',
    ]);
  });
  test('what the board is told names the deadline in force, and how late the telling is', () => {
    const asked = after(step(SA, at('2026-12-02'), ask())).state as ExerciseState;
    const due = at('2026-12-07', 8);
    const { facts } = send(CITY, asked, step(SYSTEM, due, { type: 'ObserveTime', due }));
    expect(facts.filter((fact) => (fact as unknown as ClockEvent).task === 'C01')).toMatchObject([
      {
        type: 'TaskEscalated',
        rung: 'undecided',
        audience: 'board',
        to: 'tam-ky.SB',
        post: 'head',
        deadline: '2026-12-04',
        daysLeft: -1,
        rungAt: at('2026-12-04', 8),
        lateMinutes: 3 * 24 * 60,
      },
    ]);
  });
  test('refused: the ladder goes on where it stood; reminders missed are lost, an escalation is not', () => {
    expect(
      heard(
        at('2026-12-10', 9),
        step(SA, at('2026-11-30'), ask('2026-12-11')),
        step(SB, at('2026-12-09'), decide(false)),
      ),
    ).toEqual([
      'before7 11-25 tam-ky.SA member',
      ...['02', '03', '04', '07', '08', '09'].map((day) => `undecided 12-${day} tam-ky.SB head`),
      'overdue 12-10 tam-ky.SA member',
      'head 12-10 tam-ky.SA head',
      'board 12-10 tam-ky.SB head',
    ]);
  });
  test('refused after an escalation: it is not told again', () => {
    expect(
      heard(
        at('2026-12-09', 9),
        step(SA, at('2026-12-07'), ask('2026-12-11')),
        step(SB, at('2026-12-08'), decide(false)),
      ).slice(3),
    ).toEqual([...LATE, 'overdue 12-09 tam-ky.SA member', 'board 12-09 tam-ky.SB head']);
  });
  test('granted: a new deadline starts from the bottom', () => {
    expect(
      heard(
        at('2026-12-15', 9),
        step(SA, at('2026-12-02'), ask('2026-12-14')),
        step(SB, at('2026-12-03'), decide(true)),
      ).slice(2),
    ).toEqual([
      'before3 12-09 tam-ky.SA member', // seven days before it lay in the past
      'before1 12-11 tam-ky.SA member',
      'overdue 12-15 tam-ky.SA member',
      'head 12-15 tam-ky.SA head',
    ]);
  });
  test('over an outage the board hears once, the task nothing', () => {
    const asked = after(step(SA, at('2026-11-30'), ask())).state as ExerciseState;
    const now = at('2026-12-10', 8);
    const { facts } = send(CITY, asked, step(SYSTEM, now, { type: 'ObserveTime', due: now }));
    expect((facts as unknown as Fact<ClockEvent>[]).filter(({ task }) => task === 'C01')).toMatchObject([
      { rung: 'undecided', rungAt: at('2026-12-02', 8), lateMinutes: 8 * 24 * 60 },
    ]);
  });
  test('a ladder without the rung leaves the board in peace', () => {
    const { undecidedAfter: _, ...ladder } = DEFAULT_LADDER;
    const set = step(SA, EARLY, { type: 'SetLadder', ladder, reason: 'x' });
    expect(heard(at('2026-12-20'), set, step(SA, at('2026-11-20'), ask()))).toEqual([]);
  });
});

describe('the turn passes on', () => {
  test('back to the owner: he hears of it the next morning, his head too; the board was told already', () => {
    const [handed, back] = [submit('C01'), { type: 'ReturnTask', task: 'C01', reason: 'thiếu' }];
    expect(
      heard(at('2026-12-14', 9), step(SA, at('2026-12-09'), handed), step(SB_MEMBER, at('2026-12-11'), back)).slice(3),
    ).toEqual([
      ...LATE,
      'overdue 12-08 tam-ky.SA member',
      'overdue 12-09 tam-ky.SA member',
      'board 12-09 tam-ky.SB head',
      'overdue 12-10 tam-ky.SB member',
      'head 12-10 tam-ky.SB head',
      'overdue 12-11 tam-ky.SB member',
      'overdue 12-14 tam-ky.SA member',
      'head 12-14 tam-ky.SA head',
    ]);
  });
  test('to another owner in time: what lay before is not told again', () => {
    const assign = step(SA, at('2026-12-01', 12), { type: 'AssignTask', task: 'C01', owner: 'tam-ky.POL' });
    expect(heard(at('2026-12-05'), assign)).toEqual([
      'before7 11-25 tam-ky.SA member',
      'before3 12-01 tam-ky.SA member',
      'before1 12-03 tam-ky.POL member',
    ]);
  });
});

describe('an exercise sets its own ladder', () => {
  const own: Ladder = {
    hour: 8,
    rungs: [
      { id: 'before7', days: -2, audience: 'owner', daily: false },
      { id: 'eve', days: -1, audience: 'agency', daily: false },
      { id: 'head', days: 1, audience: 'head', daily: false },
      { id: 'top', days: 2, audience: 'superior', daily: false },
    ],
    quiet: [],
    undecidedAfter: 1,
  };
  const set = (ladder: object = own): Command => ({ type: 'SetLadder', ladder, reason: 'quy chế' });

  test('with its reason, and the ladder it replaces', () => {
    after()
      .when(SA, EARLY, set())
      .thenExactly({ type: 'LadderSet', ladder: own, previous: DEFAULT_LADDER, reason: 'quy chế' });
    after().when(SB, EARLY, set(DEFAULT_LADDER)).thenExactly();
  });
  test('for open tasks at once: a rung that sounded keeps its id and is not told again', () => {
    expect(heard(at('2026-12-09'), step(SA, at('2026-11-26'), set()))).toEqual([
      'before7 11-25 tam-ky.SA member',
      'eve 12-03 tam-ky.SA member',
      'head 12-07 tam-ky.SA head',
      'top 12-08 tam-ky.SC head',
    ]);
  });
  test('an escalation whose day has passed is told on the next morning, once', () => {
    const wednesday = step(SA, at('2026-12-09'), set());
    expect(heard(at('2026-12-20'), wednesday).slice(-1)).toEqual(['top 12-10 tam-ky.SC head']);
  });
  test('what the old ladder still owes is told first', () => {
    const { facts } = send(CITY, after().state, step(SA, at('2026-12-01', 9), set()));
    const told = facts as unknown as Fact<ClockEvent>[];
    expect(told.map(({ type, task, rung, lateMinutes }) => [type, task, rung, lateMinutes])).toEqual([
      ['TaskReminded', 'C01', 'before7', 6 * 24 * 60 + 60],
      ['TaskReminded', 'C02', 'before7', 24 * 60 + 60],
      ['TaskReminded', 'C01', 'before3', 60],
      ['LadderSet', undefined, undefined, undefined],
    ]);
  });
  test('at a later hour: today is not told twice', () => {
    const daily = { ...DEFAULT_LADDER, hour: 15 };
    expect(heard(at('2026-12-09', 16), step(SA, at('2026-12-08'), set(daily))).slice(5)).toEqual([
      'overdue 12-08 tam-ky.SA member',
      'overdue 12-09 tam-ky.SA member',
      'board 12-09 tam-ky.SB head',
    ]);
  });
  test('by the standing agency or the steering board, while the file is worked on', () => {
    after()
      .when(POL, EARLY, set())
      .thenRefused('not-your-body', { allowed: ['tam-ky.SA', 'tam-ky.SB'] });
    after()
      .when(member('tam-ky.SB'), EARLY, set())
      .thenExactly(expect.anything() as unknown as Command);
    after(step(SB, EARLY, { type: 'CancelExercise', reason: 'x' }))
      .when(SA, EARLY, set())
      .thenRefused('exercise-not-active');
  });
  test('that can be climbed', () => {
    after()
      .when(SA, EARLY, set({ ...own, rungs: own.rungs.slice(1) }))
      .thenRefused('ladder-fault', { fault: 'no-owner-before', where: 'rungs' });
    after()
      .when(SA, EARLY, set({ ...own, hour: 24 }))
      .thenInvalid();
  });
});
