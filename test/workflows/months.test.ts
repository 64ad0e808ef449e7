/** Months in seconds: the ladder's reminders and escalations come exactly as the domain alone tells them, none late or twice. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { toFact } from '../../db/stored-event.ts';
import { type DomainEvent, type Fact, fold } from '../../domain/decider.ts';
import { SYSTEM } from '../../domain/people.ts';
import { deciderOf, execute, standingOf } from '../../domain/registry.ts';
import { StreamId } from '../../domain/streams.ts';
import { type Instant, instant, toMs } from '../../domain/time.ts';
import { at, type Command, knowing } from '../support/domain.ts';
import { type Engine, eventually, startEngine } from '../support/engine.ts';
import { done, planned, plannedCommune, reschedule, SA } from '../support/season.ts';
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
