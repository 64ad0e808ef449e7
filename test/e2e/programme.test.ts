/** A coordination programme through HTTP, Temporal and PostgreSQL: signed, reviewed in the middle of its term, its targets adjusted. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { toMs } from '../../domain/time.ts';
import { type Alarmed, STANDING_QUERY, WAKE_SIGNAL } from '../../workflows/contract.ts';
import { at } from '../support/domain.ts';
import { eventually } from '../support/engine.ts';
import { type Office, openOffice } from '../support/office.ts';

const ID = 'phoi-hop-2025';
const STREAM = `programme/${ID}`;
const SA = 'sa-2@tam-ky.SA';
const MPC = 'uv-2@tam-ky.MPC';
const MPC_HEAD = 'bt-1@tam-ky.MPC:head';
const FRONT = 'mt-2@tam-ky.FRONT';
const VIEW = 'ld-01@tam-ky.VIEW';
const paper = (number: string, date: string) => ({ number, date, issuer: 'Đảng ủy Quân sự thành phố' });

let office: Office;
beforeAll(async () => {
  office = await openOffice(at('2027-01-04'));
}, 120_000);
afterAll(() => office.close());

const ratio = (period: string, numerator: number, denominator: number) => ({
  ...{ indicator: 'PH1', period, numerator, denominator },
});
const figureOf = async (column: string, path = `/api/v1/programmes/${ID}`) => {
  const { indicators } = await office.see(path, VIEW);
  return indicators[0].figures.find((figure: { column: string }) => figure.column === column);
};

/** What lies in an inbox of this programme: section and sentence. */
const inboxOf = async (who: string): Promise<[string, string][]> => {
  const { entries } = await office.see('/api/v1/inbox', who);
  return entries
    .filter((entry: { exercise: string }) => entry.exercise === ID)
    .map((entry: { section: string; sentence: { vi: string } }) => [entry.section, entry.sentence.vi]);
};

describe('a mid-term review', () => {
  test('begins with a programme that was agreed at a conference and signed by a head', async () => {
    await office.done(SA, STREAM, {
      ...{ type: 'OpenProgramme', kind: 'coordination', title: 'Chương trình phối hợp 2025–2029', orgUnit: 'tam-ky' },
      ...{ parties: ['tam-ky.SA', 'tam-ky.FRONT'], term: { from: '2025-01-01', to: '2029-12-31' } },
    });
    await office.done(SA, STREAM, {
      ...{ type: 'DefineIndicator', indicator: 'PH1', nameVi: 'Quân nhân dự bị được biên chế', unit: '%' },
      ...{ measure: 'ratio', comparator: 'gte', numerator: 'đã biên chế', denominator: 'phải biên chế' },
      ...{ owner: 'tam-ky.SA', targets: { '2025': 95, '2026': 95, '2027': 95, '2028': 95 } },
    });
    const signing = {
      type: 'SignProgramme',
      paper: paper('01-CTPH', '2027-01-04'),
      reviews: { sixMonth: false, yearly: false, midTerm: '2027-06-15' },
    };
    for (const signer of ['ct-1@tam-ky.PC:head', 'bt-1@tam-ky.SC:head'])
      expect((await office.see('/api/v1/programmes', signer)).programmes.map(({ id }: { id: string }) => id)).toEqual([
        ID,
      ]);
    expect(await office.refused(MPC_HEAD, STREAM, signing)).toBe('conference-first');
    await office.done(SA, STREAM, {
      ...{ type: 'HoldConference', date: '2027-01-04', minutes: paper('02/BB-HN', '2027-01-04') },
      parties: ['tam-ky.SA', 'tam-ky.FRONT'],
    });
    expect((await office.preview(MPC_HEAD, STREAM, signing)).events[0].sentence.vi).toContain('2 kỳ sơ kết, tổng kết');
    await office.done(MPC_HEAD, STREAM, signing);
  });

  test('counts figures once another body has verified them', async () => {
    const values = [ratio('2025', 940, 1000), ratio('2026', 970, 1000)];
    await office.done(SA, STREAM, { type: 'ReportValues', values, evidence: '88/BC-CHQS' });
    expect(await figureOf('2026')).toMatchObject({ verdict: 'waiting', waiting: 1, value: null });
    const keys = values.map(({ indicator, period }) => ({ indicator, period }));
    expect(await office.refused(SA, STREAM, { type: 'VerifyValues', values: keys })).toBe('own-work');
    await office.done(MPC, STREAM, { type: 'VerifyValues', values: keys });
    expect(await figureOf('2025')).toMatchObject({ verdict: 'notMet', text: { vi: '94,00% (940/1.000)' } });
    expect(await figureOf('2026')).toMatchObject({ verdict: 'met', text: { vi: '97,00% (970/1.000)' } });
  });

  test('is opened by the workflow itself on its day, and its parties are reminded', async () => {
    const { client, clock } = office.engine;
    const handle = client.workflow.getHandle(STREAM);
    const { nextDue } = await handle.query<Alarmed>(STANDING_QUERY);
    expect(nextDue).toBe(at('2027-05-16', 7));
    clock.set({ offsetMs: toMs(nextDue ?? at('2027-05-16')) - 1_000 - Date.now(), held: false });
    await handle.signal(WAKE_SIGNAL);
    await eventually(async () => (await office.history(STREAM)).includes('ProgrammeReviewOpened'));
    clock.set({ held: true });
    await handle.signal(WAKE_SIGNAL);

    await office.passTime(at('2027-06-04', 9)); // seven working days before 15 June
    const { duties, lines } = await office.see(`/api/v1/programmes/${ID}/reviews/midTerm`, VIEW);
    expect(duties.map((duty: { body: string }) => duty.body)).toEqual(['tam-ky.SA', 'tam-ky.FRONT']);
    expect(lines[0]).toMatchObject({ indicator: 'PH1', trend: { change: 3, direction: 'up' }, forecast: null });
    const { reminders } = await office.see('/api/v1/bodies/tam-ky.FRONT/reminders', FRONT);
    expect(reminders[0]).toMatchObject({ of: 'duty', exercise: ID, to: 'tam-ky.FRONT' });
    expect(reminders[0].text.vi).toContain('báo cáo sơ kết giữa kỳ');
    expect(await inboxOf(FRONT)).toEqual([
      ['todo', 'Báo cáo sơ kết giữa kỳ, hạn 15/06/2027: còn 7 ngày làm việc.'],
      ['done', 'Được giao: Báo cáo sơ kết giữa kỳ, hạn 15/06/2027.'],
    ]);
  });

  test('is held with its figures, and its outcome is work, a commendation and an adjusted target', async () => {
    for (const who of [SA, FRONT])
      await office.done(who, STREAM, {
        type: 'SubmitContribution',
        review: 'midTerm',
        text: 'Đã thực hiện đủ các nội dung',
      });
    office.setClock(at('2027-06-15'));
    await office.done(SA, STREAM, {
      ...{ type: 'HoldProgrammeReview', review: 'midTerm', date: '2027-06-15', minutes: paper('30/BB', '2027-06-15') },
      conclusion: 'Vượt chỉ tiêu năm 2026; nâng mức các năm còn lại',
    });
    const change = { type: 'ChangeTarget', indicator: 'PH1', column: '2028', target: 97, review: 'midTerm' };
    expect(await office.refused(MPC_HEAD, STREAM, change)).toBe('invalid-body');
    await office.done(MPC_HEAD, STREAM, { ...change, reason: 'Vượt chỉ tiêu hai năm' });
    await office.done(SA, STREAM, {
      ...{ type: 'RecordRecommendation', review: 'midTerm', recommendation: 'K1', text: 'Rà soát biên chế' },
      ...{ owner: 'tam-ky.FRONT', due: '2027-09-30' },
    });
    await office.done(SA, STREAM, {
      ...{ type: 'RecordCommendation', commendation: 'KT1', kind: 'collective', form: 'Giấy khen', count: 2 },
      ...{ authority: 'Chủ tịch UBND thành phố', paper: paper('88/QĐ-UBND', '2027-06-15'), review: 'midTerm' },
    });
    await office.done(SA, STREAM, { type: 'FinishProgrammeReview', review: 'midTerm' });
    const [work, ...reports] = await inboxOf(FRONT);
    expect(work).toEqual(['todo', 'Được giao: Kiến nghị K1: Rà soát biên chế, hạn 30/09/2027.']);
    expect(reports.map(([section]) => section)).toEqual(['done', 'done']);
    const review = await office.see(`/api/v1/programmes/${ID}/reviews/midTerm`, VIEW);
    expect(review).toMatchObject({
      review: { status: 'finished' },
      adjusted: [{ indicator: 'PH1', column: '2028', from: 95, to: 97, reason: 'Vượt chỉ tiêu hai năm' }],
      recommendations: [{ id: 'K1', owner: 'tam-ky.FRONT', overdue: false }],
      commendations: [{ id: 'KT1', count: 2 }],
    });
  });

  test('can be seen as it stood, and what changed between two days is told', async () => {
    expect(await figureOf('2028', `/api/v1/programmes/${ID}?asOf=2027-06-14`)).toMatchObject({ target: 95 });
    expect(await figureOf('2028')).toMatchObject({ target: 97 });
    const difference = await office.see(`/api/v1/programmes/${ID}/difference?from=2027-06-14&to=2027-06-15`, VIEW);
    expect(difference).toMatchObject({
      targets: [{ indicator: 'PH1', column: '2028', from: 95, to: 97 }],
      figures: [{ indicator: 'PH1', column: '2028', before: { target: 95 }, after: { target: 97 } }],
      reviews: [{ review: 'midTerm', before: 'open', after: 'finished' }],
      commendations: ['KT1'],
    });
  });

  test('a party reads its own report and work, and nothing of the others', async () => {
    const { indicators, recommendations } = await office.see(`/api/v1/programmes/${ID}`, FRONT);
    expect([indicators, recommendations.map(({ id }: { id: string }) => id)]).toEqual([[], ['K1']]);
    const { duties } = await office.see(`/api/v1/programmes/${ID}/reviews/midTerm`, FRONT);
    expect(duties.map(({ body }: { body: string }) => body)).toEqual(['tam-ky.FRONT']);
    expect(
      (await office.post(FRONT, `/api/v1/programmes/${ID}/preview`, { type: 'CountExercise', exercise: 'x' })).status,
    ).toBe(200);
  });
});
