/** A mobilisation drill through the API: orders, stations, roll call, and what can be read of them. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DrillCurve, DrillOrders, DrillShown, DrillStations } from '../../api/contract/index.ts';
import { SYSTEM } from '../../domain/people.ts';
import { StreamId } from '../../domain/streams.ts';
import { Instant } from '../../domain/time.ts';
import { type Api, NOW, startApi } from './support.ts';

const SA = 'ctv-01@tam-ky.SA:head';
const DRILL = 'drills/roll';
const at = (time: string) => Instant.parse(`2022-05-31T${time}:00.000Z`);

let api: Api;
const say = async (command: object): Promise<void> => {
  const answer = await api.command(DRILL, SA, command);
  expect([answer.status, answer.body]).toEqual([200, expect.objectContaining({ version: expect.any(Number) })]);
};
const read = async (path = '') => (await api.get(`/api/v1/${DRILL}${path}`, { 'x-actor': SA })).body;
const numbers = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, n) => `${prefix}-${String(n + 1).padStart(3, '0')}`);

/** Forty ordered to one station, five spares, two vehicles to another that stays silent; an order is late and one absent. */
beforeAll(async () => {
  api = await startApi();
  const theme = { exerciseType: 'defenceAreaExercise', orgUnit: 'tam-ky', theme: 'Diễn tập' };
  expect((await api.command('exercises/roll', SA, { type: 'DraftExercise', ...theme })).status).toBe(200);
  await say({ type: 'PrepareDrill', exercise: 'roll', orgUnit: 'tam-ky' });
  const unit = { unit: 'tan-thanh', kind: 'reservist' };
  await say({ type: 'SetQuota', ...unit, group: 'LX', required: 40, station: 'TT-01' });
  await say({ type: 'VerifyRegister', ...unit, registered: 60, removed: { moved: 3 }, date: '2022-05-20' });
  await say({ type: 'OpenStation', station: 'TT-01', units: ['tan-thanh'], reportBy: at('03:00') });
  await say({ type: 'OpenStation', station: 'XE-01', units: ['tan-thanh'], reportBy: at('02:00') });
  const orders = (ids: readonly string[]) => ids.map((order) => ({ order }));
  await say({ type: 'IssueOrders', ...unit, group: 'LX', station: 'TT-01', orders: orders(numbers('QN', 40)) });
  await say({
    type: 'IssueOrders',
    ...unit,
    group: 'LX',
    station: 'TT-01',
    spare: true,
    orders: orders(numbers('DP', 5)),
  });
  await say({ type: 'IssueOrders', ...unit, kind: 'vehicle', station: 'XE-01', orders: orders(numbers('XE', 2)) });
  await api.commit({
    stream: StreamId.parse('drill/roll'),
    commandId: '0197a3a4-5b6c-7d8e-9f00-112233445566',
    command: { type: 'OpenDrill', exercise: 'roll', orgUnit: 'tam-ky' },
    at: NOW,
    by: SYSTEM,
    origin: 'policy',
  });
  api.clock.now = at('05:30');
  const checkIns = numbers('QN', 38).map((order, n) => ({
    id: `C-${order}`,
    order,
    at: at(n < 30 ? '02:00' : '02:50'),
  }));
  await say({ type: 'CheckIn', station: 'TT-01', checkIns });
  await say({
    type: 'CheckIn',
    station: 'TT-01',
    checkIns: [
      { id: 'C-039', order: 'QN-039', at: at('03:10') },
      { id: 'C-040', order: 'QN-040', status: 'excused', excuse: 'ownIllness' },
      { id: 'W-001', order: 'VL-001', walkIn: true },
    ],
  });
  await say({ type: 'ReportIncident', incident: 'SC-1', subject: 'people', severity: 'minor', note: 'trượt ngã' });
});
afterAll(() => api.close());

describe('the muster', () => {
  test('shows rows, spare, quotas, register, targets, incidents and silent stations', async () => {
    const drill = DrillShown.parse(await read());
    const [row] = drill.rows;
    expect(row).toMatchObject({
      unit: 'tan-thanh',
      kind: 'reservist',
      source: 'rollCall',
      colour: 'amber',
      target: 100,
    });
    expect(row?.counts).toMatchObject({ required: 40, registered: 60, ordered: 40, present: 39, presentLate: 1 });
    expect(row?.rates.attendanceRate).toEqual({
      numerator: 39,
      denominator: 40,
      percent: 97.5,
      text: { vi: '97,50% (39/40)', en: '97.50% (39/40)' },
    });
    expect(row?.meetsTarget).toBe(false);
    expect(row?.reserve).toMatchObject({ spareOrdered: 5, sparePresent: 0, walkIns: 1 });
    expect(drill.quotas).toMatchObject([{ required: 40, ordered: 40, spare: { percent: 12.5 }, warnings: [] }]);
    expect(drill.registers).toMatchObject([{ registered: 60, removed: [{ reason: 'moved', count: 3 }] }]);
    expect(drill.totals[0]?.targets.map(({ hours, reached }) => [hours, reached])).toEqual([
      [2, true],
      [4, false],
    ]);
    expect(drill.totals[1]?.counts).toMatchObject({ ordered: 2, notYetReported: 2 });
    expect(drill.silentStations).toEqual(['XE-01']);
    expect(drill.incidents).toMatchObject([{ incident: 'SC-1', severity: 'minor' }]);
  });

  test('tells how it stood at an earlier hour', async () => {
    const before = DrillShown.parse(await read(`?asOf=${NOW}`));
    expect(before.rows[0]?.counts).toMatchObject({ ordered: 40, present: 0, notYetReported: 40 });
    expect(before.version).toBeLessThan((await read()).version);
  });

  test('is read again after every change', async () => {
    const { version } = await read('/stations');
    await say({ type: 'ReviseIncident', incident: 'SC-1', severity: 'serious', reason: 'gãy tay' });
    expect((await read()).version).toBe(version + 1);
    expect((await read()).incidents).toMatchObject([{ severity: 'serious' }]);
  });
});

test('the board shows each station, who came, and which is silent', async () => {
  const { stations } = DrillStations.parse(await read('/stations'));
  expect(stations.map(({ station, silence }) => [station, silence])).toEqual([
    ['TT-01', 'reported'],
    ['XE-01', 'overdue'],
  ]);
  expect(stations[0]?.counts[0]).toMatchObject({ ordered: 40, presentOnTime: 38, presentLate: 1, walkIns: 1 });
  expect(stations[0]?.counts[1]?.attendance.text).toEqual({ vi: 'Chưa có dữ liệu', en: 'No data' });
  expect(stations[1]).toMatchObject({ lateMinutes: 210, keeper: 'tan-thanh.CMC' });
});

describe('the orders', () => {
  test('come in pages by number', async () => {
    const first = DrillOrders.parse(await read('/orders?limit=30'));
    expect([first.orders.length, first.orders[0]?.order]).toEqual([30, 'DP-001']);
    const second = DrillOrders.parse(await read(`/orders?limit=30&after=${first.nextAfter}`));
    expect([second.orders.length, second.nextAfter]).toEqual([18, null]);
    expect(new Set([...first.orders, ...second.orders].map(({ order }) => order)).size).toBe(48);
  });

  test('by station and by how they stand', async () => {
    const of = async (query: string) =>
      DrillOrders.parse(await read(`/orders?${query}`)).orders.map(({ order }) => order);
    expect(await of('station=XE-01')).toEqual(['XE-001', 'XE-002']);
    expect(await of('state=excused')).toEqual(['QN-040']);
    expect(await of('station=TT-01&state=issued')).toEqual(numbers('DP', 5));
    expect((await api.get(`/api/v1/${DRILL}/orders?state=lost`)).body.code).toBe('invalid-query');
  });
});

describe('the arrival curve', () => {
  test('shows all, and each kind, beside the targets', async () => {
    const curve = DrillCurve.parse(await read('/curve?bin=30'));
    expect(curve.series.map(({ kind, ordered, arrived }) => [kind, ordered, arrived])).toEqual([
      ['all', 42, 39],
      ['reservist', 40, 39],
      ['vehicle', 2, 0],
    ]);
    expect(curve.series[1]?.points.map(({ arrived, target }) => [arrived, target])).toEqual([
      [0, null],
      [30, null],
      [30, null],
      [38, null],
      [39, 60],
      [39, 60],
      [39, 60],
      [39, 60],
      [39, 98],
    ]);
  });

  test('of one kind and station; of a unit that reports counts only its figures', async () => {
    await say({ type: 'RecordCounts', unit: 'an-son', kind: 'vehicle', counts: { ordered: 4, presentOnTime: 3 } });
    const curve = DrillCurve.parse(await read('/curve?kind=vehicle&station=TT-01'));
    expect(curve.series).toMatchObject([{ kind: 'vehicle', ordered: 0, points: expect.any(Array) }]);
    expect(curve.series[0]?.points[0]?.percent).toBeNull();
    expect(curve.withoutTimes).toEqual([{ kind: 'vehicle', ordered: 4, present: 3 }]);
    expect(curve.reported).toEqual([{ kind: 'vehicle', points: [] }]);
  });

  test('of a unit that reports counts: how many were present after each report, at the hour it was counted', async () => {
    const counts = (presentOnTime: number) => ({ unit: 'an-son', kind: 'vehicle', counts: { presentOnTime } });
    await say({ type: 'RecordCounts', ...counts(2), occurredAt: at('04:00') });
    await say({ type: 'CorrectCounts', ...counts(4), reason: 'Đếm sót một xe' });
    const { reported } = DrillCurve.parse(await read('/curve?kind=vehicle'));
    expect(reported).toEqual([
      {
        kind: 'vehicle',
        points: [
          { at: at('04:00'), present: 2 },
          { at: at('05:30'), present: 3 },
          { at: at('05:30'), present: 4 },
        ],
      },
    ]);
  });
});

test('a drill that is not there is said so', async () => {
  for (const view of ['', '/stations', '/orders', '/curve'])
    expect((await api.get(`/api/v1/drills/none${view}`)).body.code).toBe('not-found');
});

test('a refused batch names what is wrong, in both languages, and writes nothing', async () => {
  const before = await api.events();
  const checkIns = [
    { id: 'C-900', order: 'DP-001' },
    { id: 'C-901', order: 'QN-001' },
  ];
  const { status, body } = await api.command(DRILL, SA, { type: 'CheckIn', station: 'XE-01', checkIns });
  expect([status, body.code]).toEqual([409, 'already-checked-in']);
  expect(body.messages.vi.what).toBe('Đã điểm danh tại TT-01: QN-001 (tổng 1).');
  expect(body.messages.en.what).toBe('Checked in already at TT-01: QN-001 (1 in all).');
  expect(await api.events()).toBe(before);
});
