import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { COMMAND_EXAMPLES } from '../../api/examples/index.ts';
import { projectRows } from '../../db/projections/index.ts';
import { readTableNames } from '../../db/read-tables.ts';
import { rebuild } from '../../db/rebuild.ts';
import { toFact, toRecord } from '../../db/stored-event.ts';
import { verifyLedger } from '../../db/verify.ts';
import { NO_CONTEXT } from '../../domain/context.ts';
import type { DomainEvent } from '../../domain/decider.ts';
import { type Actor, BodyId, SYSTEM } from '../../domain/people.ts';
import { deciderOf, execute } from '../../domain/registry.ts';
import { kindOf, StreamId } from '../../domain/streams.ts';
import { Instant } from '../../domain/time.ts';
import { AT, anAppend, BY, useDatabase } from './fixtures.ts';

const it = useDatabase();
const AGENCY: Actor = { ...BY, body: BodyId.parse('tam-ky.SA'), post: 'head' };
const EXERCISE = StreamId.parse('exercise/tam-ky-2027');
const DRILL = StreamId.parse('drill/tam-ky-2027');
const REVIEW = StreamId.parse('review/tam-ky-2027');
const PROGRAMME = StreamId.parse('programme/dan-quan-2027');
const PLAN = StreamId.parse('rollout/tam-ky-2026-2030');

/** What the commit activity does: read, fold, decide, project, append. */
async function run(stream: StreamId, command: { type: string } & Record<string, unknown>, by = AGENCY, at = AT) {
  const kind = kindOf(stream);
  const decider = deciderOf(kind);
  const stored = await it.store.read(stream);
  const before = stored
    .map((event) => toFact<DomainEvent>(event))
    .reduce((state, fact) => decider.evolve(state, fact), decider.initial);
  const { command: identity } = anAppend();
  const meta = { stream, commandId: identity.id, at, by };
  const { facts, state } = execute(before, command, meta, NO_CONTEXT);
  const result = await it.store.append({
    stream,
    kind,
    expectedVersion: before.version,
    command: identity,
    events: facts.map(toRecord),
    at: facts[0]?.at ?? at,
    by,
    rows: projectRows(kind, before, state, facts, stream),
  });
  if (result.kind !== 'appended') throw new Error(`${command.type}: ${result.kind}`);
}

const count = (n: number) =>
  run(DRILL, {
    type: 'RecordCounts',
    unit: 'tan-thanh',
    kind: n % 2 ? 'vehicle' : 'reservist',
    counts: { ordered: n },
  });

/** Every read table, every byte. */
async function dump(): Promise<Record<string, unknown>> {
  const tables: Record<string, unknown> = {};
  for (const table of readTableNames)
    tables[table] = await it.sudo(`SELECT t::text FROM read.${table} t ORDER BY t::text COLLATE "C"`);
  return tables;
}

describe('a rebuild', () => {
  beforeAll(async () => {
    await run(EXERCISE, {
      type: 'DraftExercise',
      exerciseType: 'defenceAreaExercise',
      orgUnit: 'tam-ky',
      theme: 'Phòng thủ',
      isPilot: false,
    });
    await run(EXERCISE, { type: 'PlanExercise', startDate: '2027-04-20', endDate: '2027-04-22' });
    await run(EXERCISE, { type: 'ObserveTime', due: AT }, SYSTEM, Instant.parse('2027-02-01T01:00:00.000Z'));
    await run(EXERCISE, { type: 'AcknowledgeReminder', task: 'C20' });
    await run(EXERCISE, { type: 'DropTask', task: 'C19', reason: 'Không tổ chức ở trường học' });
    await run(DRILL, { type: 'OpenDrill', exercise: 'tam-ky-2027', orgUnit: 'tam-ky' }, SYSTEM);
    for (let n = 0; n < 20; n++) await count(n);
    await run(DRILL, { type: 'OpenStation', station: 'AS-01', units: ['an-son'], reportBy: AT });
    const orders = Array.from({ length: 30 }, (_, n) => ({ order: `QN-${n}` }));
    await run(DRILL, { type: 'IssueOrders', unit: 'an-son', kind: 'reservist', station: 'AS-01', orders });
    const checkIns = orders.slice(0, 20).map(({ order }, n) => ({ id: `C-${n}`, order }));
    await run(DRILL, { type: 'CheckIn', station: 'AS-01', checkIns });
    await run(
      REVIEW,
      { type: 'OpenReview', exercise: 'tam-ky-2027', orgUnit: 'tam-ky', superiorUnit: 'tam-ky' },
      SYSTEM,
    );
    await run(REVIEW, { type: 'RecordFinding', finding: 'F1', kind: 'limit', text: 'Thông tin chậm' });
    await run(REVIEW, {
      type: 'PlanAction',
      action: 'A1',
      finding: 'F1',
      text: 'Thêm máy',
      owner: 'tam-ky.POL',
      due: '2027-06-01',
      measure: 'máy',
    });
    await run(PROGRAMME, {
      ...{ type: 'OpenProgramme', kind: 'resolution', title: 'Dân quân', orgUnit: 'tam-ky', parties: ['tam-ky.SA'] },
      ...{ term: { from: '2027-01-01', to: '2027-12-31' }, basis: [] },
    });
    await run(PLAN, { ...COMMAND_EXAMPLES.ProposeRollOut, type: 'ProposeRollOut' });
  });

  test('has something to build in every read table', async () => {
    for (const [table, rows] of Object.entries(await dump()))
      expect([table, (rows as unknown[]).length]).not.toEqual([table, 0]);
  });

  test('equals the living tables byte for byte, and twice gives the same', async () => {
    const living = await dump();
    for (const batch of [3, 1_000]) {
      const report = await rebuild(it.url, { batch });
      expect(report).toMatchObject({ equal: true, events: (await it.store.head()).position });
      expect(report.tables.map((table) => table.table)).toEqual(readTableNames);
      expect(await dump()).toEqual(living);
    }
  });

  test('mends what somebody changed, names the table, and can only compare', async () => {
    const living = await dump();
    await it.sudo(
      `UPDATE read.task SET state = 'verified' WHERE code = (SELECT min(code) FROM read.task)`,
      'DELETE FROM read.drill_count',
    );
    const wrong = ['task', 'drill_count'];
    const compared = await rebuild(it.url, { swap: false });
    expect(compared.tables.filter((table) => !table.equal).map((table) => table.table)).toEqual(wrong);
    expect(await dump()).not.toEqual(living);
    expect((await rebuild(it.url)).tables.filter((table) => !table.equal).map((table) => table.table)).toEqual(wrong);
    expect(await dump()).toEqual(living);
  });

  test('works while writes go on and loses none of them', async () => {
    let writing = true;
    let written = 0;
    const writer = (async () => {
      for (; writing; written++) await count(100 + written);
    })();
    const reports = [await rebuild(it.url, { batch: 5 }), await rebuild(it.url, { batch: 50 })];
    writing = false;
    await writer;
    expect(reports.map((report) => report.equal)).toEqual([true, true]);
    expect(written).toBeGreaterThan(10);
    const living = await dump();
    expect(await rebuild(it.url)).toMatchObject({ equal: true });
    expect(await dump()).toEqual(living);
  });

  test('is refused while another one runs', async () => {
    const results = await Promise.allSettled([rebuild(it.url), rebuild(it.url)]);
    expect(results.map((result) => result.status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('leaves the schema to the application as it was', async () => {
    await count(7);
    await it.db.selectFrom('read.task').selectAll().limit(1).execute();
    expect(await it.sudo(`SELECT nspname FROM pg_namespace WHERE nspname LIKE 'read%'`)).toEqual([{ nspname: 'read' }]);
  });

  afterAll(async () => {
    expect(await verifyLedger(it.db)).toMatchObject({ ok: true });
  });
});
