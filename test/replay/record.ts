/**
 * Records histories of today's workflows for the replay gate: `node test/replay/record.ts`. Histories already there stay,
 * as the exercises they stand for go on; new ones are added in a folder named by the day.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { COMMAND_EXAMPLES } from '../../api/examples/index.ts';
import { Actor } from '../../domain/people.ts';
import { StreamId } from '../../domain/streams.ts';
import { atHour, instant, localDate, toMs } from '../../domain/time.ts';
import { type Alarmed, STANDING_QUERY, WAKE_SIGNAL } from '../../workflows/contract.ts';
import { startOf } from '../../workflows/send.ts';
import type { Command } from '../support/domain.ts';
import { type Engine, eventually, startEngine } from '../support/engine.ts';
import { startTestPostgres } from '../support/postgres.ts';
import { done, draft, NOW, passGate, planned, plannedCommune, reschedule, SA, SB } from '../support/season.ts';
import { startTestTemporal } from '../support/temporal.ts';
import { historyToText } from './history-file.ts';

const folder = fileURLToPath(new URL(`./histories/${instant(Date.now()).slice(0, 10)}/`, import.meta.url));

const [postgres, temporal] = await Promise.all([startTestPostgres(), startTestTemporal()]);
process.env.TEST_DATABASE_URL = postgres.url;
process.env.TEST_TEMPORAL_ADDRESS = temporal.address;

/** Commands whose first attempts find no store: retried in place, then by a timer of the server. */
const attempts = new Map<string, number>();
const engine: Engine = await startEngine({
  wrap: (activities) => ({
    ...activities,
    commit: (envelope) => {
      const attempt = (attempts.get(envelope.commandId) ?? 0) + 1;
      attempts.set(envelope.commandId, attempt);
      if (envelope.commandId === 'patient' && attempt < 8) throw new Error('no store');
      return activities.commit(envelope);
    },
  }),
});

/** Every run of a workflow, into files of their own. */
async function save(stream: string, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  let run = 0;
  for await (const { runId } of engine.client.workflow.list({ query: `WorkflowId = "${stream}"` })) {
    const history = await engine.client.workflow.getHandle(stream, runId).fetchHistory();
    await writeFile(`${folder}${name}-${++run}.json`, `${historyToText(history)}\n`);
  }
}
const has = (stream: string, type: string) =>
  eventually(async () => (await engine.events(stream)).some((event) => event.type === type));

await planned(engine, 'city');
await plannedCommune(engine, 'xa-mot', 'city');
await has('exercise/city', 'CommuneAttached');
await done(engine, 'exercise/city', SA, NOW, reschedule('2027-05-18', '2027-05-20'), {
  commandId: 'patient',
  timeoutMs: 40_000,
});
await has('exercise/xa-mot', 'ExerciseRescheduled');
const city = engine.client.workflow.getHandle('exercise/city');
const { nextDue } = await city.query<Alarmed>(STANDING_QUERY);
engine.clock.set({ offsetMs: toMs(nextDue ?? NOW) - 1_500 - Date.now() });
await city.signal(WAKE_SIGNAL);
await has('exercise/city', 'TaskReminded');
engine.clock.set({ offsetMs: 0 });
await engine.send('exercise/city', SA, NOW, { type: 'OpenRun' }); // refused

const day = atHour(localDate('2027-05-18'), 9);
for (const gate of ['G0', 'G1', 'G2', 'G3', 'G4', 'G5', 'G6'])
  await done(engine, 'exercise/city', SB, day, passGate(gate));
await done(engine, 'exercise/city', SB, day, { type: 'OpenRun' });
await has('drill/city', 'DrillOpened');
await done(engine, 'drill/city', SA, day, { type: 'CloseDrill' });
for (const stage of [1, 2, 3]) await done(engine, 'exercise/city', SB, day, { type: 'StartStage', stage });
await done(engine, 'exercise/city', SB, day, { type: 'CloseRun' });
await has('review/city', 'ReviewOpened');

const long = StreamId.parse('drill/long');
await done(engine, 'exercise/long', SA, NOW, draft());
await done(engine, long, SA, NOW, { type: 'PrepareDrill', exercise: 'long', orgUnit: 'tam-ky' });
await engine.client.workflow.getHandle(long).terminate();
const { type, options } = startOf(long);
await engine.client.workflow.start(type, { ...options, args: [{ stream: long, continueAfter: 60 }] });
for (let n = 0; n < 24; n++)
  await done(engine, long, SA, NOW, {
    type: 'RecordCounts',
    unit: 'an-my',
    kind: 'reservist',
    counts: { ordered: n + 1 },
  });

const examples = COMMAND_EXAMPLES as Readonly<Record<string, Command>>; // each holds its type
const example = (command: string): Command => examples[command] ?? { type: command };
await done(engine, 'template/tu-ve', SA, NOW, example('PublishTemplate'));
await done(engine, 'calendar/viet-nam', SA, NOW, example('EnterYear'));
await done(engine, 'rollout/tam-ky-2026-2030', SA, NOW, example('ProposeRollOut'));
await done(engine, 'rollout/tam-ky-2026-2030', SA, NOW, example('ReviseRollOut'));
await done(engine, 'organisation/main', SA, NOW, {
  ...example('EstablishOrganisation'),
  ...{ bodies: [], posts: [], holders: [] },
});
const decision = { number: '9/QĐ-UBND', date: '2027-01-04', issuer: 'UBND' };
const ending = { body: 'tam-ky.POL', into: 'tam-ky.SA', effective: '2027-01-11', paper: decision };
await done(engine, 'organisation/main', SA, NOW, { type: 'EndBody', ...ending });
const organisation = engine.client.workflow.getHandle('organisation/main');
const reform = await organisation.query<Alarmed>(STANDING_QUERY);
engine.clock.set({ offsetMs: toMs(reform.nextDue ?? NOW) - 1_500 - Date.now() });
await organisation.signal(WAKE_SIGNAL);
await has('organisation/main', 'ReformTookEffect');

const programme = StreamId.parse('programme/phoi-hop');
const MPC = Actor.parse({ person: 'bt-1', body: 'tam-ky.MPC', post: 'head' });
const agreed = { number: '1/CTPH', date: '2027-01-04', issuer: 'Đảng ủy Quân sự' };
await done(engine, programme, SA, NOW, {
  ...{ type: 'OpenProgramme', kind: 'resolution', title: 'Dân quân', orgUnit: 'tam-ky', parties: ['tam-ky.SA'] },
  ...{ term: { from: '2026-01-01', to: '2027-12-31' }, basis: [] },
});
await done(engine, programme, SA, NOW, {
  ...{ type: 'DefineIndicator', indicator: 'TK08', nameVi: 'Đơn vị mô hình', unit: 'đơn vị', measure: 'number' },
  ...{ numerator: 'đơn vị mô hình', owner: 'tam-ky.SA', source: { kind: 'reported' }, cadence: 'year', join: 'latest' },
  targets: {},
});
await done(engine, programme, MPC, NOW, {
  type: 'SignProgramme',
  paper: agreed,
  reviews: { sixMonth: true, yearly: true },
});
const ahead = await engine.client.workflow.getHandle(programme).query<Alarmed>(STANDING_QUERY);
engine.clock.set({ offsetMs: toMs(ahead.nextDue ?? NOW) - 1_500 - Date.now() });
await engine.client.workflow.getHandle(programme).signal(WAKE_SIGNAL);
await has(programme, 'ProgrammeReviewOpened');

const runs = {
  [programme]: 'programme',
  'organisation/main': 'organisation',
  'calendar/viet-nam': 'calendar',
  'template/tu-ve': 'template',
  'rollout/tam-ky-2026-2030': 'roll-out',
  'exercise/city': 'city',
  'exercise/xa-mot': 'commune',
  'drill/city': 'drill',
  'review/city': 'review',
  [long]: 'long',
};
for (const [stream, name] of Object.entries(runs)) await eventually(() => save(stream, name).then(() => true));

await engine.close();
await Promise.all([postgres.stop(), temporal.stop().then(temporal.remove)]);
