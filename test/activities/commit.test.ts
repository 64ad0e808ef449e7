/** The commit over the real store: one round trip when all is well, and never a wrong answer from an old state. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createClock } from '../../activities/clock.ts';
import { createCommit } from '../../activities/commit.ts';
import { createContexts } from '../../activities/contexts.ts';
import { createStanding } from '../../activities/standing.ts';
import { createStates } from '../../activities/states.ts';
import { connect, type Db } from '../../db/connect.ts';
import { createEventStore, type EventStore } from '../../db/event-store.ts';
import { exercise } from '../../domain/exercise/index.ts';
import { SYSTEM } from '../../domain/people.ts';
import { alarmId } from '../../domain/registry.ts';
import { StreamId } from '../../domain/streams.ts';
import type { Committed, Envelope } from '../../workflows/contract.ts';
import type { Command } from '../support/domain.ts';
import { cloneDatabase, type TestDatabase } from '../support/postgres.ts';
import { draft, draftCommune, NOW, plan, reschedule, SA } from '../support/season.ts';

let database: TestDatabase;
let db: Db;
beforeAll(async () => {
  database = await cloneDatabase();
  db = connect({ url: database.url });
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

/** The activities of one worker process, and the calls that they made to the store. */
function worker() {
  const calls: string[] = [];
  const real = createEventStore(db);
  const store: EventStore = {
    read: (...args) => counted('read', () => real.read(...args)),
    readAll: (...args) => counted('readAll', () => real.readAll(...args)),
    append: (...args) => counted('append', () => real.append(...args)),
    recordRejection: (...args) => counted('recordRejection', () => real.recordRejection(...args)),
    findCommand: (...args) => counted('findCommand', () => real.findCommand(...args)),
    head: () => counted('head', () => real.head()),
    ongoing: (kind) => counted('ongoing', () => real.ongoing(kind)),
  };
  const counted = <T>(name: string, call: () => Promise<T>): Promise<T> => {
    calls.push(name);
    return call();
  };
  const states = createStates(store);
  const deps = { store, states, clock: createClock(), contexts: createContexts(states, store.ongoing) };
  const commit = createCommit(deps);
  const standing = createStanding(deps);
  return {
    calls,
    commit,
    contexts: deps.contexts,
    standing: (stream: string) => standing(StreamId.parse(stream)),
    send: (stream: string, command: Command, change: Partial<Envelope> = {}): Promise<Committed> =>
      commit({
        stream: StreamId.parse(stream),
        commandId: randomUUID(),
        command,
        at: NOW,
        by: SA,
        origin: 'person',
        ...change,
      }),
  };
}
const outcome = ({ result }: Committed): string =>
  result.kind === 'accepted' ? `accepted ${result.version}` : `${result.rejection.code} ${result.version}`;
const commandsOf = async (stream: string): Promise<number> =>
  (await db.selectFrom('commands').select('id').where('stream_id', '=', stream).execute()).length;

test('with the state at hand a command is one round trip to the store', async () => {
  const { send, calls } = worker();
  await send('exercise/lean', draft());
  await send('exercise/lean', plan());
  calls.length = 0;
  expect(outcome(await send('exercise/lean', { type: 'StartTask', task: 'C01' }))).toBe('accepted 3');
  expect(calls).toEqual(['append']);
});

test('a worker whose state is old decides again on the new one', async () => {
  const [one, other] = [worker(), worker()];
  await one.send('exercise/two-workers', draft());
  await other.send('exercise/two-workers', plan());
  expect(outcome(await one.send('exercise/two-workers', reschedule('2027-05-18', '2027-05-20')))).toBe('accepted 3');
  expect(outcome(await other.send('exercise/two-workers', reschedule('2027-06-15', '2027-06-17')))).toBe('accepted 4');
});

test('what the old state would refuse is decided on the new one', async () => {
  const [one, other] = [worker(), worker()];
  await one.standing('exercise/unseen'); // knows an empty stream
  await other.send('exercise/unseen', draft());
  expect(outcome(await one.send('exercise/unseen', plan()))).toBe('accepted 2');
});

test('commands of one stream at once are decided one after the other', async () => {
  const { send, calls } = worker();
  const prepare = { type: 'PrepareDrill', exercise: 'at-once', orgUnit: 'tam-ky' };
  await send('exercise/at-once', draft());
  await send('drill/at-once', prepare);
  calls.length = 0;
  const count = (n: number): Command => ({
    type: 'RecordCounts',
    unit: `w-${n}`,
    kind: 'reservist',
    counts: { ordered: 1 },
  });
  await Promise.all(Array.from({ length: 10 }, (_, n) => send('drill/at-once', count(n))));
  expect(calls).toEqual(Array(10).fill('append'));
});

test('a repeated command answers as before, by another worker too, also when a rule would refuse it now', async () => {
  const [one, other] = [worker(), worker()];
  const commandId = randomUUID();
  const first = await one.send('exercise/repeated', draft(), { commandId });
  await one.send('exercise/repeated', plan());
  expect((await one.send('exercise/repeated', draft(), { commandId })).result).toEqual(first.result);
  expect((await other.send('exercise/repeated', draft(), { commandId })).result).toEqual(first.result);
  expect((await other.send('exercise/repeated', draft(), { commandId, expectedVersion: 9 })).result).toEqual(
    first.result,
  );
  expect(outcome(await one.send('exercise/repeated', plan(), { commandId }))).toBe('command-reused 2');
});

test('a refused person leaves no trace; a refused policy is kept, so that it is not sent again', async () => {
  const { send } = worker();
  expect(outcome(await send('exercise/refused', plan()))).toBe('exercise-unknown 0');
  expect(await commandsOf('exercise/refused')).toBe(0);
  const result = { type: 'ReceiveFinding', finding: { fromReview: 'x', action: 'A1', text: 'x' } };
  await send('exercise/refused', draft());
  await send('exercise/refused', plan());
  await send(
    'exercise/refused',
    { type: 'CancelExercise', reason: 'Bão' },
    { by: { ...SA, body: 'tam-ky.SB' as typeof SA.body } },
  );
  const policy = { by: SYSTEM, origin: 'policy', commandId: 'review/x/1/0' } as const;
  expect(outcome(await send('exercise/refused', result, policy))).toBe('exercise-not-active 3');
  expect(await commandsOf('exercise/refused')).toBe(4);
  expect(outcome(await worker().send('exercise/refused', result, policy))).toBe('exercise-not-active 3');
});

test('an alarm that finds nothing due leaves no trace and may ring again', async () => {
  const { send } = worker();
  await send('exercise/early', draft());
  const { standing } = await send('exercise/early', plan());
  const due = standing.nextDue ?? NOW;
  const alarm = { by: SYSTEM, origin: 'clock', commandId: alarmId(StreamId.parse('exercise/early'), 2, due) } as const;
  const observe = { type: 'ObserveTime', due };
  expect(outcome(await send('exercise/early', observe, alarm))).toBe('accepted 2');
  expect(await commandsOf('exercise/early')).toBe(2);
  const rung = await send('exercise/early', observe, { ...alarm, at: due });
  expect(rung.result.kind === 'accepted' && rung.result.version).toBeGreaterThan(2);
  expect(rung.standing.alarm?.commandId).not.toBe(alarm.commandId);
  const twice = await send('exercise/early', observe, { ...alarm, at: due });
  expect([twice.result, twice.standing]).toEqual([rung.result, rung.standing]);
});

test('follow-ups are found again until they are answered: for a repeated command, and at the start of a run', async () => {
  const { send, standing } = worker();
  await send('exercise/parent', draft());
  const commandId = randomUUID();
  const child = await send('exercise/child', draftCommune('child', 'parent'), { commandId });
  expect(child.followUps.map((followUp) => [followUp.stream, followUp.commandId])).toEqual([
    ['exercise/parent', 'exercise/child/1/0'],
  ]);
  const [attach] = child.followUps;
  if (!attach) throw new Error('no follow-up');
  const again = async () => (await send('exercise/child', draftCommune('child', 'parent'), { commandId })).followUps;
  expect([await again(), (await standing('exercise/child')).pending]).toEqual([[attach], [attach]]);
  await send(attach.stream, attach.command, { ...attach, by: SYSTEM, origin: 'policy' });
  expect([await again(), (await standing('exercise/child')).pending]).toEqual([[], []]);
});

test('a rule about another stream sees whether it exists', async () => {
  const { send } = worker();
  expect(outcome(await send('exercise/orphan', draftCommune('orphan', 'nowhere')))).toBe('parent-unknown 0');
});

test('open files are looked at as they stand now, whoever wrote them last', async () => {
  const [one, other] = [worker(), worker()];
  await other.send('exercise/near', draft());
  await one.standing('exercise/near'); // keeps its first state
  await other.send('exercise/near', plan());
  const clash = { type: 'AcceptClash', key: 'x', reason: 'x' };
  const { context } = await one.contexts.of(StreamId.parse('exercise/far'), clash, exercise.initial);
  expect(context.others.get(StreamId.parse('exercise/near'))).toMatchObject({ version: 2, phase: 'planned' });
});

test('authority is that of the moment: what another worker ended since is seen before anything is written', async () => {
  const [one, other] = [worker(), worker()];
  const paper = { number: '9/QĐ-UBND', date: '2027-01-04', issuer: 'UBND' };
  const unit = { id: 'tam-ky', nameVi: 'Tam Kỳ', nameEn: 'Tam Kỳ', level: 'district', bodies: ['SA', 'POL', 'FIN'] };
  await one.send('organisation/main', {
    type: 'EstablishOrganisation',
    orgModel: 'threeTier',
    validFrom: '2020-01-01',
    units: [unit],
    ...{ bodies: [], posts: [], holders: [] },
  });
  const opening = (id: string) => one.send(`exercise/${id}`, draft({ orgUnit: 'tam-ky', theme: 'x' }));
  expect(outcome(await opening('before'))).toBe('accepted 1');
  const ended = { type: 'EndBody', body: 'tam-ky.SA', into: 'tam-ky.FIN', effective: '2027-01-04', paper };
  expect(outcome(await other.send('organisation/main', ended))).toMatch(/^accepted/);
  expect(outcome(await opening('after'))).toBe('body-ended 0');
  expect(await commandsOf('exercise/after')).toBe(0);
});
