/** Mobilisation, run and review through HTTP, Temporal and PostgreSQL, up to a finding closed by a retest in the next exercise. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { at } from '../support/domain.ts';
import { type Office, openOffice } from '../support/office.ts';
import { plan, SA, SB } from './planned.ts';

const FIRST = 'an-son-2027';
const NEXT = 'an-son-2028';
const PILOT_PARENT = 'tam-ky-2027';
const CMC = 'qs-2@an-son.CMC';
const DB = 'db-2@tam-ky.DB';
const DB2 = 'db-3@tam-ky.DB';
const GATES = ['G0', 'G1', 'G2', 'G3', 'G4', 'G5', 'G6'];
const DOMAINS = ['leadership', 'documents', 'livePart', 'mobilisation', 'support', 'safety'];

let office: Office;
/** The head passes every gate up to the readiness sign-off on his own responsibility. */
const makeReady = async (id: string): Promise<void> => {
  for (const gate of GATES)
    await office.done(SB, `exercise/${id}`, {
      type: 'PassGate',
      gate,
      override: { reason: 'Kiểm tra tại chỗ', basis: '21/TB-BCĐ' },
    });
};
const hold = async (id: string): Promise<void> => {
  for (const stage of [1, 2, 3]) await office.done(DB, `exercise/${id}`, { type: 'StartStage', stage });
};
const grade = async (id: string): Promise<void> => {
  for (const domain of DOMAINS)
    for (const scorer of [DB, DB2])
      await office.done(scorer, `review/${id}`, { type: 'RecordScore', domain, points: 9 });
  await office.done(SB, `review/${id}`, { type: 'DecideGrade' });
};

beforeAll(async () => {
  office = await openOffice(at('2027-01-04'));
  await plan(office, { id: PILOT_PARENT, unit: 'tam-ky', days: ['2027-10-12', '2027-10-13'] });
  const pilot = { isPilot: true, parentId: PILOT_PARENT, withDrill: true };
  await plan(office, { id: FIRST, unit: 'an-son', isCommune: true, days: ['2027-06-15'], more: pilot });
  const follower = { parentId: PILOT_PARENT };
  await plan(office, {
    id: 'tan-thanh-2027',
    unit: 'tan-thanh',
    isCommune: true,
    days: ['2027-09-14'],
    more: follower,
  });
  await makeReady(FIRST);
}, 120_000);
afterAll(() => office.close());

describe('the mobilisation drill', () => {
  const DRILL = `drill/${FIRST}`;
  const orders = Array.from({ length: 120 }, (_, i) => `QN-${String(i + 1).padStart(5, '0')}`);

  test('is prepared by quota, register, station and orders', async () => {
    office.setClock(at('2027-05-25'));
    await office.done(CMC, DRILL, { type: 'PrepareDrill', exercise: FIRST, orgUnit: 'an-son' });
    await office.done(CMC, DRILL, { type: 'SetQuota', unit: 'an-son', kind: 'reservist', group: 'BB', required: 120 });
    await office.done(CMC, DRILL, {
      type: 'VerifyRegister',
      unit: 'an-son',
      kind: 'reservist',
      registered: 134,
      removed: {},
      date: '2027-05-25',
    });
    await office.done(CMC, DRILL, {
      type: 'OpenStation',
      station: 'AS-01',
      units: ['an-son'],
      reportBy: at('2027-06-15', 8),
    });
    await office.done(CMC, DRILL, {
      type: 'IssueOrders',
      unit: 'an-son',
      kind: 'reservist',
      group: 'BB',
      station: 'AS-01',
      orders: orders.map((order) => ({ order })),
    });
    await office.done(CMC, DRILL, {
      type: 'IssueOrders',
      unit: 'an-son',
      kind: 'reservist',
      group: 'BB',
      station: 'AS-01',
      spare: true,
      orders: Array.from({ length: 14 }, (_, i) => ({ order: `DP-${String(i + 1).padStart(5, '0')}` })),
    });
    await office.done(CMC, DRILL, { type: 'DeliverOrders', orders: orders.slice(0, 120) });
  });

  test('a station that has not reported by its hour is an alarm', async () => {
    await office.passTime(at('2027-06-15', 7));
    await office.done(SB, `exercise/${FIRST}`, { type: 'OpenRun' });
    await office.passTime(at('2027-06-15', 8, 5));
    expect(await office.history(DRILL)).toContain('StationOverdue');
    const { reminders } = await office.see('/api/v1/reminders?day=2027-06-15');
    expect(JSON.stringify(reminders)).toContain('AS-01');
  }, 60_000);

  test('roll call in batches: repeated without effect, wrong ones refused whole, 119 of 120 is 99.17 %', async () => {
    const checkIns = orders
      .slice(0, 119)
      .map((order, i) => ({ id: `c-${i}`, order, at: at('2027-06-15', 7, 10 + (i % 45)) }));
    await office.done(CMC, DRILL, { type: 'CheckIn', station: 'AS-01', checkIns });
    const version = (await office.see(`/api/v1/drills/${FIRST}`)).version;
    await office.done(CMC, DRILL, { type: 'CheckIn', station: 'AS-01', checkIns });
    expect((await office.see(`/api/v1/drills/${FIRST}`)).version).toBe(version);
    const unknown = { type: 'CheckIn', station: 'AS-01', checkIns: [{ id: 'c-900', order: 'QN-99999' }] };
    expect(await office.refused(CMC, DRILL, unknown)).toBe('order-unknown');
    await office.done(CMC, DRILL, {
      type: 'CheckIn',
      station: 'AS-01',
      checkIns: [{ id: 'c-119', order: orders[119], status: 'unexcused' }],
    });
    expect(JSON.stringify(await office.see(`/api/v1/drills/${FIRST}`))).toContain('99.17');
    const curve = await office.see(`/api/v1/drills/${FIRST}/curve`);
    expect(JSON.stringify(curve)).toContain('119');
    await office.done(CMC, DRILL, {
      type: 'HandOver',
      orders: orders.slice(0, 119),
      receivingUnit: 'Trung đoàn 1',
      minutes: { number: '07/BB-BG', date: '2027-06-15' },
    });
  });

  test('a walk-in is counted apart; a mistake is corrected by an event; a spare takes an absent place', async () => {
    const checkIns = [
      { id: 'c-200', order: 'VL-00001', walkIn: true },
      { id: 'c-201', order: 'DP-00001' },
    ];
    await office.done(CMC, DRILL, { type: 'CheckIn', station: 'AS-01', checkIns });
    await office.done(CMC, DRILL, {
      type: 'CorrectCheckIn',
      id: 'c-119',
      status: 'excused',
      excuse: 'ownIllness',
      reason: 'Đã nộp giấy xác nhận',
    });
    await office.done(CMC, DRILL, { type: 'Substitute', absentOrder: 'QN-00120', spareOrder: 'DP-00001' });
    expect(JSON.stringify(await office.see(`/api/v1/drills/${FIRST}`))).toContain('"numerator":120,"denominator":120');
    await office.done(CMC, DRILL, { type: 'CorrectCheckIn', id: 'c-201', status: 'unexcused', reason: 'Nhầm người' });
    expect(JSON.stringify(await office.see(`/api/v1/drills/${FIRST}`))).toContain('99.17');
    const { orders: listed } = await office.see(`/api/v1/drills/${FIRST}/orders?station=AS-01&limit=500`);
    expect(listed.length).toBeGreaterThanOrEqual(134);
  });

  test('named rosters are off without a key; counts go on', async () => {
    const answer = await office.post(CMC, `/api/v1/drills/${FIRST}/roster`, {
      commandId: '7d1f0c52-93f1-4a90-8a4a-0c1f5f3a9b11',
      rows: [{ order: 'QN-00001', kind: 'reservist', fullName: 'Nguyễn Văn A' }],
    });
    expect(answer).toMatchObject({ status: 503, body: { code: 'sealing-off' } });
  });

  test('a safety incident is reported as it happens, and the drill ends', async () => {
    await office.done(CMC, DRILL, {
      type: 'ReportIncident',
      incident: 'I1',
      subject: 'people',
      severity: 'serious',
      note: 'Tai nạn xe chở quân',
    });
    await office.done(CMC, DRILL, { type: 'CloseDrill' });
    expect((await office.see(`/api/v1/exercises/${FIRST}`)).drill).toMatchObject({ present: 119, ordered: 120 });
  });
});

describe('the run', () => {
  const STREAM = `exercise/${FIRST}`;
  test('keeps planned and actual time, pauses, and observations with the time seen apart from the time written', async () => {
    await office.done(DB, STREAM, { type: 'StartStage', stage: 1 });
    await office.done(SB, STREAM, { type: 'PauseRun', reason: 'Mưa lớn' });
    expect(await office.refused(DB, STREAM, { type: 'StartStage', stage: 2 })).toBe('run-paused');
    await office.done(SB, STREAM, { type: 'ResumeRun' });
    await office.done(DB, STREAM, { type: 'StartStage', stage: 2 });
    await office.done(DB, STREAM, {
      type: 'RecordObservation',
      observation: 'QS-001',
      seenAt: at('2027-06-15', 7, 30),
      text: 'Báo cáo quân số chậm',
      kind: 'limit',
    });
    await office.done(DB, STREAM, { type: 'StartStage', stage: 3 });
    await office.done(SB, STREAM, { type: 'CloseRun' });
    const run = await office.see(`/api/v1/exercises/${FIRST}/run`);
    expect(run.observations).toMatchObject([{ id: 'QS-001', seenAt: at('2027-06-15', 7, 30) }]);
    expect(run.pauses).toHaveLength(1);
  });
});

describe('the after-action review', () => {
  const REVIEW = `review/${FIRST}`;
  test('a body never scores itself; a serious incident caps the grade; both figures are shown', async () => {
    const own = { type: 'RecordScore', domain: 'mobilisation', points: 15 };
    expect(['interested-scorer', 'not-your-body']).toContain(await office.refused(CMC, REVIEW, own));
    for (const [domain, points] of [
      ['leadership', 24],
      ['documents', 19],
      ['livePart', 19],
      ['mobilisation', 14],
      ['support', 10],
      ['safety', 9],
    ])
      for (const scorer of [DB, DB2]) await office.done(scorer, REVIEW, { type: 'RecordScore', domain, points });
    await office.done(DB, REVIEW, {
      type: 'RecordFinding',
      finding: 'F1',
      kind: 'limit',
      text: 'Báo cáo quân số chậm',
    });
    await office.done(DB, REVIEW, {
      type: 'PlanAction',
      action: 'A1',
      finding: 'F1',
      text: 'Huấn luyện báo cáo quân số',
      owner: 'an-son.CMC',
      due: '2027-08-31',
      measure: 'Báo cáo trong 30 phút',
    });
    await office.done(DB, REVIEW, {
      type: 'RecordAward',
      award: 'W1',
      kind: 'collective',
      form: 'Giấy khen',
      authority: 'Chủ tịch UBND phường',
      paper: { number: '88/QĐ-UBND', date: '2027-06-15', issuer: 'UBND phường', signerPost: 'Chủ tịch' },
      count: 1,
      recipients: ['an-son.CMC'],
    });
    await office.done(SB, REVIEW, { type: 'DecideGrade' });
    const review = await office.see(`/api/v1/reviews/${FIRST}`);
    expect(JSON.stringify(review.result ?? review)).toContain('pass');
    expect(review.coverage).toBeDefined();
    await office.done(DB, REVIEW, { type: 'FinishReview' });
  });

  test('a pilot spreads its lessons to the communes still to go, as a proposal', async () => {
    expect(await office.history(`exercise/${PILOT_PARENT}`)).toContain('LessonsSpread');
    expect(await office.history('exercise/tan-thanh-2027')).toContain('ProposalReceived');
  });

  test('a corrective action has its own reminders, is checked, and is closed only by a passed retest in a later exercise', async () => {
    await office.passTime(at('2027-09-03', 12));
    expect(await office.history(REVIEW)).toContain('ActionReminded');
    await office.done(CMC, REVIEW, { type: 'CompleteAction', action: 'A1', evidence: '12/BC-CHQS' });
    await office.done(SA, REVIEW, { type: 'VerifyAction', action: 'A1' });
    const report = await office.see(`/api/v1/reviews/${FIRST}/report`);
    expect(JSON.stringify(report)).toContain('Huấn luyện báo cáo quân số');
    expect((await office.see(`/api/v1/reviews/${FIRST}`)).phase).not.toBe('closed');
    await plan(office, { id: NEXT, unit: 'an-son', isCommune: true, days: ['2027-11-16'] });
    expect((await office.see(`/api/v1/exercises/${NEXT}`)).carried).toMatchObject([
      { fromReview: FIRST, action: 'A1' },
    ]);
    await makeReady(NEXT);
    office.setClock(at('2027-11-16', 8));
    await office.done(SB, `exercise/${NEXT}`, { type: 'OpenRun' });
    await hold(NEXT);
    await office.done(DB, `exercise/${NEXT}`, {
      type: 'RecordRetest',
      fromReview: FIRST,
      action: 'A1',
      passed: true,
      note: 'Báo cáo trong 20 phút',
    });
    await office.done(SB, `exercise/${NEXT}`, { type: 'CloseRun' });
    const review = await office.see(`/api/v1/reviews/${FIRST}`);
    expect(review.phase).toBe('closed');
    await grade(NEXT);
  }, 120_000);
});
