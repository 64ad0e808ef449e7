/** The report of one review, with all that domain guide §7 and HSEEP's AAR/IP ask; what is not on file is not guessed. */
import { describe, expect, test } from '@jest/globals';
import { CALENDAR } from '../../../domain/calendar/index.ts';
import { drill } from '../../../domain/drill/index.ts';
import { exercise } from '../../../domain/exercise/index.ts';
import { SYSTEM } from '../../../domain/people.ts';
import { review } from '../../../domain/review/index.ts';
import { reportOf } from '../../../domain/review/report.ts';
import { localDate } from '../../../domain/time.ts';
import { at, given, step } from '../../support/domain.ts';
import { CITY, CLOSING, cityThrough, DB, reviewingCity, SA } from '../exercise/season.ts';
import {
  by,
  CMC,
  COM,
  complete,
  decideGrade,
  fileWith,
  finish,
  found,
  limit,
  paper,
  plan,
  planned,
  SB,
  score,
  scored,
  umpire,
  verify,
} from './case.ts';

const TODAY = localDate('2027-05-20');
const city = given(exercise, CITY, cityThrough('G6')).state;
const mustered = given(drill, 'drill/tam-ky-2027', [
  step(SYSTEM, at(CLOSING), { type: 'OpenDrill', exercise: 'tam-ky-2027', orgUnit: 'tam-ky' }),
  step(SA, at(CLOSING), {
    type: 'RecordCounts',
    unit: 'an-son',
    kind: 'reservist',
    counts: { ordered: 120, delivered: 120, presentOnTime: 119, absentUnexcused: 1 },
  }),
]).state;
const reviewed = fileWith(
  { startDate: '2027-04-20', endDate: '2027-04-22' },
  by(DB, { type: 'RecordDebrief', date: '2027-04-22', points: [{ kind: 'limit', text: 'báo cáo chậm' }] }),
  by(DB, { type: 'RecordFinding', finding: 'F2', kind: 'strength', text: 'An toàn tuyệt đối' }),
  by(DB, {
    ...limit,
    cause: 'thiếu máy',
    causes: [{ kind: 'objective', text: 'mưa lớn' }],
    criterion: 'mobilisation/orders',
  }),
  by(DB, { ...plan, element: 'training' }),
  by(DB, { type: 'RecordFinding', finding: 'F3', kind: 'limit', text: 'ghi trùng', category: 'thông tin' }),
  by(DB, { type: 'WithdrawFinding', finding: 'F3', reason: 'trùng F1' }),
  by(DB, { type: 'RecordLesson', lesson: 'L1', text: 'Phúc tra sớm', finding: 'F1' }),
  by(DB, { type: 'RecordProposal', proposal: 'P1', text: 'Cấp máy', owner: 'tam-ky.SA', due: '2027-12-31' }),
  ...scored().filter(({ command }) => command.domain !== 'safety'),
  by(umpire('a'), score('safety', 9, { evidence: ['nhật ký trực ban'] })),
  by(umpire('b'), score('safety', 9)),
  by(SB, decideGrade),
  by(DB, { type: 'HoldReview', date: '2027-04-23', minutes: paper }),
  by(DB, finish),
  by(COM, complete),
  by(CMC, verify),
);
const sources = { exercise: city, drill: mustered, review: reviewed.state, calendar: CALENDAR };
const report = reportOf(sources, TODAY);

describe('the review report', () => {
  test('tells the general facts and the papers that the exercise stands on', () => {
    expect(report?.general).toMatchObject({
      exercise: 'tan-thanh-2027',
      theme: 'Diễn tập khu vực phòng thủ',
      startDate: '2027-04-20',
      frameStrength: 1,
    });
    expect(report?.general.papers.map(({ paper: slot }) => slot)).toEqual(
      expect.arrayContaining(['resolution', 'steering', 'frame']),
    );
  });

  test('counts the preparation: met, late, open and waived are all tasks together', () => {
    if (!report) throw new Error('the review is open');
    const { tasks, met, late, open, waived, gates } = report.preparation;
    expect(met + late + open + waived).toBe(tasks);
    expect(met).toBe(Object.values(city.tasks).filter(({ status }) => status === 'verified').length);
    expect(gates.filter(({ passed }) => passed !== null).map(({ gate }) => gate)).toEqual([
      'G0',
      'G1',
      'G2',
      'G3',
      'G4',
      'G5',
      'G6',
    ]);
    const [first] = report.preparation.lateTasks;
    expect(first).toMatchObject({ task: 'C35', due: '2027-04-22', verified: null, days: 18 });
  });

  test('lists stages, the muster with its rates, and the meetings', () => {
    expect(report?.mobilisation[0]).toMatchObject({
      kind: 'reservist',
      rates: { attendanceRate: { numerator: 119, denominator: 120, percent: 99.17 } },
    });
    expect(report?.mobilisation[1]?.rates.attendanceRate).toEqual({ numerator: 0, denominator: 0, percent: null });
    const run = given(exercise, CITY, reviewingCity).state;
    expect(reportOf({ ...sources, exercise: run }, TODAY)?.stages.map(({ stage }) => stage)).toEqual([1, 2, 3]);
    expect(report).toMatchObject({
      debrief: { date: '2027-04-22', points: [{ kind: 'limit', text: 'báo cáo chậm' }] },
      conference: { date: '2027-04-23', minutes: '21/TB-BCĐ' },
      annexes: { rollCall: [{ unit: 'an-son' }], money: [], observations: [] },
    });
  });

  test('gives every score beside its evidence coverage', () => {
    expect(report?.score).toMatchObject({
      points: { sum: 90, of: 100 },
      result: { points: 90, grade: { code: 'excellent', nameVi: 'Giỏi' } },
      coverage: { numerator: 9, denominator: 180, percent: 5 },
    });
    const safety = report?.score.domains.find(({ code }) => code === 'safety');
    expect(safety?.coverage).toEqual({ numerator: 9, denominator: 18, percent: 50 });
  });

  test('sorts findings, causes, lessons and proposals; what was withdrawn is gone', () => {
    expect(report).toMatchObject({
      strengths: [{ id: 'F2' }],
      limits: [{ id: 'F1' }],
      causes: [
        { finding: 'F1', kind: null, text: 'thiếu máy' },
        { finding: 'F1', kind: 'objective', text: 'mưa lớn' },
      ],
      lessons: [{ id: 'L1', finding: 'F1' }],
      proposals: [{ id: 'P1', owner: 'tam-ky.SA', due: '2027-12-31' }],
    });
    expect(report?.limits).toHaveLength(1);
  });

  test('has the improvement plan: issue, capability, action, responsible body, post to contact, start and completion', () => {
    expect(report?.improvementPlan).toEqual([
      {
        action: 'A1',
        finding: 'F1',
        issue: 'Giao lệnh gọi chậm',
        capability: 'Động viên: Giao lệnh đúng thời gian',
        element: 'training',
        correctiveAction: 'Phúc tra lại địa chỉ',
        measure: 'giao lệnh 100% trong hai giờ',
        responsible: 'tan-thanh.COM',
        contact: { vi: 'Bí thư Đảng ủy', en: 'Party secretary' },
        start: '2027-04-23',
        due: '2027-06-30',
        completed: '2027-04-23',
        status: 'verified',
        retests: [],
        waiver: null,
      },
    ]);
    expect(report?.openActions).toEqual(['A1']);
  });

  test('shows which of its limits came before', () => {
    const before = fileWith(
      { exercise: 'tan-thanh-2023', startDate: '2023-04-20' },
      by(DB, { ...limit, criterion: 'mobilisation/orders' }),
    ).state;
    expect(report?.recurring).toEqual([]);
    expect(reportOf({ ...sources, others: [before, reviewed.state] }, TODAY)?.recurring).toMatchObject([
      { unit: 'tan-thanh', key: 'mobilisation/orders', times: 2 },
    ]);
  });

  test('without a drill has no muster, and before the review opens there is none', () => {
    const bare = reportOf({ ...sources, drill: null, review: fileWith({}, found, planned).state }, TODAY);
    expect(bare).toMatchObject({
      mobilisation: [],
      debrief: null,
      conference: null,
      annexes: { rollCall: [] },
      score: { points: null, result: null, coverage: { percent: null } },
    });
    expect(reportOf({ ...sources, review: review.initial }, TODAY)).toBeNull();
  });
});
