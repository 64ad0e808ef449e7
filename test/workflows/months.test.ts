/** Months in seconds: the ladder's reminders and escalations come exactly as the domain alone tells them, none late or twice. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { createClock } from '../../activities/index.ts';
import { toFact } from '../../db/stored-event.ts';
import { CALENDAR } from '../../domain/calendar/index.ts';
import { type DomainEvent, type Fact, fold } from '../../domain/decider.ts';
import { type ExerciseEvent, exercise } from '../../domain/exercise/index.ts';
import { AUDIENCES, DEFAULT_LADDER, type Ladder } from '../../domain/ladder/index.ts';
import { Actor, SYSTEM } from '../../domain/people.ts';
import { deciderOf, execute, standingOf } from '../../domain/registry.ts';
import { StreamId } from '../../domain/streams.ts';
import { type Instant, instant, localDate, toMs } from '../../domain/time.ts';
import { at, type Command, knowing } from '../support/domain.ts';
import { type Engine, eventually, startEngine } from '../support/engine.ts';
import { done, planned, plannedCommune, reschedule, SA, SB } from '../support/season.ts';
import { type Befalls, soundingsOf } from '../support/soundings.ts';
import { startSkipping, startTestServer } from '../support/time-skipping.ts';

let server: TestWorkflowEnvironment;
let engine: Engine;
beforeAll(async () => {
  server = await startTestServer();
  engine = await startEngine({ address: server.address, namespace: 'default' });
});
afterAll(async () => {
  await engine.close();
  await server.teardown();
});

const now = async (): Promise<Instant> => instant(await server.currentTimeMs());
/** Lets the days pass until this instant. */
const sleepUntil = async (until: Instant): Promise<void> => server.sleep(toMs(until) - (await server.currentTimeMs()));

type Told = Omit<Fact<DomainEvent>, 'at' | 'by' | 'version'>;
const told = ({ at: _at, by: _by, version: _version, ...data }: Fact<DomainEvent>): Told => data;

/** What time alone tells after `past`, alarm by alarm, as long as `goesOn`. */
function ladder(
  stream: StreamId,
  past: readonly Fact<DomainEvent>[],
  goesOn: (due: Instant, n: number) => boolean,
): Told[] {
  let state = fold(deciderOf('exercise'), past);
  const all: Told[] = [];
  for (let n = 0; ; n++) {
    const due = standingOf(stream, state, knowing()).nextDue;
    if (due === null || !goesOn(due, n)) return all;
    const observe: Command = { type: 'ObserveTime', due };
    const rung = execute(state, observe, { stream, commandId: `${n}`, at: due, by: SYSTEM }, knowing());
    state = rung.state;
    all.push(...rung.facts.map(told));
  }
}
const factsOf = async (on: Engine, stream: string): Promise<Fact<DomainEvent>[]> =>
  (await on.events(stream)).map((event) => toFact<DomainEvent>(event));

test('a commune exercise that nobody works on, over five months', async () => {
  const stream = StreamId.parse('exercise/xa-vang');
  await plannedCommune(engine, 'xa-vang');
  const until = at('2027-05-10', 12);
  await sleepUntil(until);
  const facts = await factsOf(engine, stream);
  const expected = ladder(stream, facts.slice(0, 2), (due) => due <= until);
  expect(facts.slice(2).map(told)).toEqual(expected);
  expect(new Set(expected.map((each) => 'rung' in each && each.rung))).toEqual(
    new Set(['before7', 'before3', 'before1', 'overdue', 'head', 'board']),
  );
  expect(new Set(expected.map((each) => 'lateMinutes' in each && each.lateMinutes))).toEqual(new Set([0]));
}, 60_000);

test('a city that moves in mid-season: its commune climbs the new ladder only', async () => {
  const later = { startDate: '2027-09-14', endDate: '2027-09-16' };
  await planned(engine, 'season', await now(), later);
  await plannedCommune(engine, 'xa-sen', 'season', later);
  await eventually(async () => (await engine.events('exercise/season')).at(-1)?.type === 'CommuneAttached');
  await sleepUntil(at('2027-07-06', 12));
  await done(engine, 'exercise/season', SA, await now(), reschedule('2027-10-19', '2027-10-21'));
  const stream = StreamId.parse('exercise/xa-sen');
  const past = await eventually(async () => {
    const facts = await factsOf(engine, stream);
    return facts.at(-1)?.type === 'ExerciseRescheduled' && facts;
  });
  expect(past.filter(({ type }) => type === 'TaskReminded').length).toBeGreaterThan(0);
  const until = at('2027-08-20', 12);
  await sleepUntil(until);
  expect((await factsOf(engine, stream)).slice(past.length).map(told)).toEqual(
    ladder(stream, past, (due) => due <= until),
  );
}, 60_000);

describe('an exercise of eighteen months with every rung', () => {
  /** Business time begins here whatever the machine says: tables of both years stand. */
  const START = at('2024-01-03', 9);
  const FIRST = { startDate: '2024-06-18', endDate: '2024-06-20' };
  const SECOND = { startDate: '2025-06-17', endDate: '2025-06-19' };
  const LADDER: Ladder = {
    hour: 8,
    rungs: [
      { id: 'before7', days: -7, audience: 'owner', daily: false },
      { id: 'agency3', days: -3, audience: 'agency', daily: false },
      { id: 'before1', days: -1, audience: 'owner', daily: false },
      { id: 'today', days: 0, audience: 'owner', daily: false },
      { id: 'overdue', days: 1, audience: 'owner', daily: true },
      { id: 'head', days: 1, audience: 'head', daily: false },
      { id: 'agency', days: 2, audience: 'agency', daily: false },
      { id: 'board', days: 3, audience: 'board', daily: false },
      { id: 'superior', days: 5, audience: 'superior', daily: false },
    ],
    quiet: [
      { from: localDate('2024-02-26'), to: localDate('2024-02-29'), reason: 'Lễ giao nhận quân' },
      { from: localDate('2025-02-10'), to: localDate('2025-02-14'), reason: 'Lễ giao nhận quân' },
    ],
    undecidedAfter: 2,
  };
  const MPC = Actor.parse({ person: 'can-bo', body: 'tam-ky.MPC', post: 'member' });
  const ask = (task: string, until: string): Command => ({ type: 'RequestExtension', task, until, reason: 'chờ' });
  const decide = (task: string, granted: boolean): Command => ({ type: 'DecideExtension', task, granted, reason: 'x' });
  /** What people do, at noon; nobody works on anything else. */
  const ACTS: readonly (readonly [string, Actor, Command])[] = [
    ['2024-01-03', SA, { type: 'SetLadder', ladder: LADDER, reason: 'Quy chế làm việc' }],
    ['2024-02-05', SA, { type: 'AcknowledgeReminder', task: 'C02' }],
    ['2024-02-19', MPC, ask('C03', '2024-03-15')],
    ['2024-03-06', SB, decide('C03', true)],
    ['2024-03-12', MPC, ask('C03', '2024-03-29')],
    ['2024-03-20', SB, decide('C03', false)],
    ['2024-05-15', SA, { type: 'RescheduleExercise', ...SECOND, reason: 'Bão số 3' }],
    ['2025-02-12', MPC, { type: 'AcknowledgeReminder', task: 'C03', until: '2025-02-18' }],
    [
      '2025-03-12',
      SA,
      { type: 'SubmitTask', task: 'C01', evidence: { number: '1', date: '2025-03-10', holder: 'SA' } },
    ],
    ['2025-03-20', SB, { type: 'ReturnTask', task: 'C01', reason: 'Thiếu phụ lục' }],
  ];
  const UNTIL = at('2025-07-03', 12);
  const stream = StreamId.parse('exercise/muoi-tam-thang');

  /** What befell the deadline of one task, read from the facts that people made. */
  const befell = (facts: readonly Fact<ExerciseEvent>[], code: string): Befalls[] =>
    facts.flatMap((fact): Befalls[] => {
      const { at: when } = fact;
      if (fact.type === 'ExercisePlanned')
        return fact.tasks.filter((task) => task.code === code).map(({ due }) => ({ at: when, what: 'due', due }));
      if (fact.type === 'LadderSet') return [{ at: when, what: 'ladder', ladder: fact.ladder }];
      if (fact.type === 'ExerciseRescheduled')
        return fact.deadlines
          .filter((each) => each.task === code)
          .map(({ to }) => ({ at: when, what: 'due', due: to }));
      if (!('task' in fact) || fact.task !== code) return [];
      switch (fact.type) {
        case 'ReminderAcknowledged':
          return [{ at: when, what: 'known', until: fact.until }];
        case 'ExtensionRequested':
          return [{ at: when, what: 'asked' }];
        case 'ExtensionGranted':
          return [{ at: when, what: 'due', due: fact.until }];
        case 'ExtensionRefused':
          return [{ at: when, what: 'refused' }];
        case 'TaskSubmitted':
        case 'TaskReturned':
          return [{ at: when, what: 'handedOn' }];
        default:
          return [];
      }
    });

  test('each deadline sounds exactly once a rung, at its instant, as a count on the fingers says', async () => {
    const began = performance.now();
    // a server of its own: its clock starts where the season does
    const alone = await startTestServer();
    const clock = createClock({ offsetMs: toMs(START) - (await alone.currentTimeMs()) });
    const own = await startEngine({ address: alone.address, namespace: 'default', clock });
    const pass = async (until: Instant): Promise<void> => {
      const left = toMs(until) - toMs(clock.toBusiness(await alone.currentTimeMs()));
      if (left > 0) await alone.sleep(left);
    };
    await planned(own, 'muoi-tam-thang', START, FIRST);
    for (const [day, by, command] of ACTS) {
      await pass(at(day, 12));
      await done(own, stream, by, at(day, 12), command);
    }
    await pass(UNTIL);
    // facts of this one stream
    const facts = (await factsOf(own, stream)) as unknown as Fact<ExerciseEvent>[];
    await own.close();
    await alone.teardown();

    const told = facts.filter((fact) => fact.type === 'TaskReminded' || fact.type === 'TaskEscalated');
    const codes = Object.keys(fold(exercise, facts).tasks);
    const expected = codes.flatMap((code) =>
      soundingsOf(CALENDAR, DEFAULT_LADDER, befell(facts, code), UNTIL).map(
        ({ rung, at: when }) => `${when} ${code} ${rung}`,
      ),
    );
    expect(told.map(({ rungAt, task, rung }) => `${rungAt} ${task} ${rung}`).sort()).toEqual(expected.sort());
    expect(told.filter(({ at: when, rungAt, lateMinutes }) => when < rungAt || lateMinutes !== 0)).toEqual([]);
    const rungs = [...LADDER.rungs.map(({ id }) => id), 'undecided'];
    expect([...new Set(told.map(({ rung }) => rung))].sort()).toEqual(rungs.sort());
    expect(new Set(told.map(({ audience }) => audience))).toEqual(new Set(AUDIENCES));
    expect(told.length).toBeGreaterThan(2_000);
    expect(performance.now() - began).toBeLessThan(60_000);
  }, 90_000);
});

test('one workflow of the real server whose own clock skips: the same ladder', async () => {
  const real = await startEngine();
  real.clock.set({ held: true });
  const stream = StreamId.parse('exercise/xa-vang');
  await plannedCommune(real, 'xa-vang');
  await real.client.workflow.getHandle(stream).terminate();
  real.clock.set({ held: false });
  const past = await factsOf(real, stream);
  const expected = ladder(stream, past, (_, n) => n < 4);
  await startSkipping(real, stream);
  const facts = await eventually(async () => {
    const all = await factsOf(real, stream);
    return all.length >= past.length + expected.length && all;
  }, 30_000);
  await real.client.workflow.getHandle(stream).terminate();
  expect(facts.slice(past.length, past.length + expected.length).map(told)).toEqual(expected);
  await real.close();
}, 60_000);
