/** The report of one review, with all that domain guide §7 and HSEEP's AAR/IP ask; what is not on file is not guessed. */
import { describe, expect, test } from '@jest/globals';
import { CALENDAR } from '../../../domain/calendar/index.ts';
import { DEFAULT_RULE, drill } from '../../../domain/drill/index.ts';
import { exercise } from '../../../domain/exercise/index.ts';
import { SYSTEM } from '../../../domain/people.ts';
import { review } from '../../../domain/review/index.ts';
import { type ReportSources, reportOf } from '../../../domain/review/report.ts';
import { localDate } from '../../../domain/time.ts';
import { at, given, knowing, type Step, step } from '../../support/domain.ts';
import { CITY, CLOSING, cityThrough, SA } from '../exercise/season.ts';
import {
  by,
  CMC,
  COM,
  complete,
  DB,
  decideGrade,
  file,
  fileWith,
  finish,
  limit,
  NEXT,
  opened,
  paper,
  plan,
  planned,
  retest,
  SB,
  scored,
  verify,
  waive,
} from './case.ts';

const TODAY = localDate('2027-05-20');
const written = (sources: Partial<ReportSources>) => {
  const city = given(exercise, CITY, cityThrough('G2')).state;
  const report = reportOf({ exercise: city, drill: null, review: file().state, calendar: CALENDAR, ...sources }, TODAY);
  if (!report) throw new Error('the review is open');
  return report;
};
const ofReview = (...past: Step[]) => written({ review: file(...past).state });
const finding = (id: string, kind: string, more: object = {}) =>
  by(DB, { type: 'RecordFinding', finding: id, kind, text: `nội dung ${id}`, ...more });
const withdraw = (id: string) => by(DB, { type: 'WithdrawFinding', finding: id, reason: 'ghi trùng' });

describe('the report', () => {
  test('tells the general facts of the exercise', () => {
    const { general, asOf, earlierLimits } = written({});
    expect({ ...general, papers: general.papers.length, asOf, earlierLimits }).toEqual({
      exercise: 'tan-thanh-2027',
      type: 'defenceAreaExercise',
      orgUnit: 'tan-thanh',
      superiorUnit: 'tam-ky',
      theme: 'Diễn tập khu vực phòng thủ',
      codeName: null,
      scale: null,
      isPilot: false,
      startDate: '2027-04-20',
      endDate: '2027-04-22',
      frameStrength: 1,
      papers: 6,
      asOf: '2027-05-20',
      earlierLimits: [],
    });
  });

  test('counts every seat of the frame', () => {
    const city = given(exercise, CITY, cityThrough('G2')).state;
    const seats = [
      { post: 'Trưởng ban', count: 1 },
      { post: 'Trợ lý', count: 4 },
    ];
    expect(
      written({ exercise: { ...city, frame: city.frame && { ...city.frame, seats } } }).general.frameStrength,
    ).toBe(5);
  });

  test('is not there before the review opens', () => {
    const city = given(exercise, CITY, cityThrough('G2')).state;
    expect(reportOf({ exercise: city, drill: null, review: review.initial, calendar: CALENDAR }, TODAY)).toBeNull();
  });

  test('keeps the meetings, lessons, proposals, awards and incidents as they were put on file', () => {
    const points = [{ kind: 'limit', text: 'báo cáo chậm' }];
    const award = { kind: 'collective', form: 'Giấy khen', authority: 'Chủ tịch UBND', paper, count: 2 };
    const incident = { subject: 'people', severity: 'minor', note: 'say nắng' };
    const report = ofReview(
      by(DB, { type: 'RecordDebrief', date: '2027-04-22', points }),
      by(DB, { type: 'HoldReview', date: '2027-04-23', minutes: paper }),
      by(DB, { type: 'RecordLesson', lesson: 'L1', text: 'Phúc tra sớm' }),
      by(DB, { type: 'RecordProposal', proposal: 'P1', text: 'Cấp máy', owner: 'tam-ky.SA', due: '2027-12-31' }),
      by(DB, { type: 'RecordAward', award: 'W1', ...award }),
      by(DB, { type: 'RecordIncident', ...incident }),
    );
    expect(report).toMatchObject({
      debrief: { date: '2027-04-22', points },
      conference: { date: '2027-04-23', minutes: '21/TB-BCĐ' },
      lessons: [{ id: 'L1', text: 'Phúc tra sớm', finding: null }],
      proposals: [{ id: 'P1', text: 'Cấp máy', owner: 'tam-ky.SA', due: '2027-12-31', to: null }],
      awards: [{ id: 'W1', ...award, recipients: [] }],
      incidents: [{ ...incident, incident: null, from: null }],
    });
    expect(ofReview()).toMatchObject({ debrief: null, conference: null, lessons: [], awards: [], incidents: [] });
  });
});

describe('the muster in the report', () => {
  const count = (unit: string, kind: string, counts: object) =>
    step(SA, at(CLOSING), { type: 'RecordCounts', unit, kind, counts });
  const held = (excusedInDenominator: boolean) =>
    given(drill, 'drill/tam-ky-2027', [
      step(SYSTEM, at(CLOSING), { type: 'OpenDrill', exercise: 'tam-ky-2027', orgUnit: 'tam-ky' }),
      step(SA, at(CLOSING), {
        type: 'SetDrillRule',
        rule: { ...DEFAULT_RULE, excusedInDenominator },
        reason: 'hướng dẫn của quân khu',
      }),
      count('an-son', 'vehicle', { ordered: 4, delivered: 4, presentOnTime: 3 }),
      count('an-son', 'reservist', {
        ordered: 100,
        delivered: 100,
        presentOnTime: 89,
        absentExcused: { ownIllness: 10 },
      }),
      count('tan-thanh', 'reservist', { ordered: 20, delivered: 15, presentLate: 10 }),
    ]).state;

  test('adds the units up by kind and gives every rate with what it was made of', () => {
    const { mobilisation } = written({ drill: held(true) });
    expect(mobilisation.map(({ kind, counts }) => [kind, counts.ordered, counts.delivered])).toEqual([
      ['reservist', 120, 115],
      ['vehicle', 4, 4],
    ]);
    expect(mobilisation[0]?.rates).toMatchObject({
      deliveryRate: { numerator: 115, denominator: 120, percent: 95.83 },
      attendanceRate: { numerator: 99, denominator: 120, percent: 82.5 },
    });
    expect(mobilisation[1]?.rates.fitRate).toEqual({ numerator: 0, denominator: 3, percent: 0 });
  });

  test('leaves the excused out of the attendance where the rule of the drill says so', () => {
    expect(written({ drill: held(false) }).mobilisation[0]?.rates.attendanceRate).toEqual({
      numerator: 99,
      denominator: 110,
      percent: 90,
    });
  });

  test('has the row of each unit in an annex, reservists first', () => {
    expect(written({ drill: held(true) }).annexes.rollCall.map(({ unit, kind }) => [unit, kind])).toEqual([
      ['an-son', 'reservist'],
      ['tan-thanh', 'reservist'],
      ['an-son', 'vehicle'],
    ]);
  });

  test('is empty where no drill was held', () => {
    const { mobilisation, annexes } = written({});
    expect([mobilisation, annexes.rollCall]).toEqual([[], []]);
  });
});

describe('the findings in the report', () => {
  test('are strengths and limits by their number; what was withdrawn is gone with its causes', () => {
    const report = ofReview(
      finding('F10', 'limit'),
      finding('F4', 'limit', { cause: 'ghi nhầm' }),
      finding('F2', 'limit', { cause: 'thiếu máy', causes: [{ kind: 'objective', text: 'mưa lớn' }] }),
      finding('F11', 'strength'),
      finding('F1', 'strength', { cause: 'luyện tập kỹ' }),
      finding('F3', 'strength'),
      withdraw('F3'),
      withdraw('F4'),
    );
    expect(report.strengths.map(({ id }) => id)).toEqual(['F1', 'F11']);
    expect(report.limits.map(({ id }) => id)).toEqual(['F2', 'F10']);
    expect(report.causes).toEqual([
      { finding: 'F2', kind: null, text: 'thiếu máy' },
      { finding: 'F2', kind: 'objective', text: 'mưa lớn' },
    ]);
  });

  test('say which limits of this exercise came before, once each file', () => {
    const criterion = 'mobilisation/orders';
    const before = fileWith({ exercise: 'tan-thanh-2023', startDate: '2023-04-20' }, by(DB, { ...limit, criterion }));
    const again = by(DB, { ...limit, finding: 'F2', criterion: 'safety/people' });
    const older = [2015, 2019].map((year) => fileWith({ exercise: `tan-thanh-${year}` }, again).state);
    const own = fileWith({ startDate: '2027-04-20' }, by(DB, { ...limit, criterion })).state;
    expect(written({ review: own }).recurring).toEqual([]);
    expect(written({ review: own, others: [own] }).recurring).toEqual([]);
    expect(written({ review: own, others: [before.state, own, ...older] }).recurring).toEqual([
      {
        unit: 'tan-thanh',
        key: criterion,
        times: 2,
        findings: [
          { review: 'tan-thanh-2023', finding: 'F1', text: 'Giao lệnh gọi chậm' },
          { review: 'tan-thanh-2027', finding: 'F1', text: 'Giao lệnh gọi chậm' },
        ],
      },
    ]);
  });
});

describe('the improvement plan', () => {
  const ended = [...scored(), by(SB, decideGrade), by(DB, finish)];

  test('has issue, capability, action, responsible body, post to contact, start, deadline and completion', () => {
    const { improvementPlan } = ofReview(
      by(DB, { ...limit, criterion: 'mobilisation/orders' }),
      by(DB, { ...plan, element: 'training' }),
      ...ended,
      by(COM, complete, at('2027-05-04', 23)),
      by(CMC, verify, at('2027-05-06')),
      retest(false),
    );
    expect(improvementPlan).toEqual([
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
        completed: '2027-05-04',
        status: 'open',
        retests: [{ exercise: 'tan-thanh-2031', passed: false, at: at('2031-04-20'), note: 'giao lệnh trong một giờ' }],
        waiver: null,
      },
    ]);
  });

  test.each([
    ['a criterion of the sheet', { criterion: 'safety/people' }, 'An toàn, kỷ luật: An toàn về người'],
    [
      'both, the criterion',
      { criterion: 'safety/people', category: 'thông tin' },
      'An toàn, kỷ luật: An toàn về người',
    ],
    ['a word of the staff', { category: 'thông tin' }, 'thông tin'],
    ['nothing', {}, null],
  ])('says what a limit belongs to: %s', (_, more, capability) => {
    expect(ofReview(by(DB, { ...limit, ...more }), planned).improvementPlan).toMatchObject([{ capability }]);
  });

  test('lists actions by number, each with its own limit, and names those still open', () => {
    const act = (action: string, more: object = {}) => by(DB, { ...plan, action, ...more });
    const later = { type: 'CarryAction', action: 'A2', into: 'tan-thanh-2031', reason: 'chờ kinh phí' };
    const past = [
      finding('F1', 'limit'),
      finding('F2', 'limit'),
      act('A10', { finding: 'F2' }),
      act('A2'),
      act('A1', { needsRetest: false }),
      act('A3'),
      by(SB, { ...waive, action: 'A3' }),
      by(COM, complete),
      by(CMC, verify),
      by(DB, later),
    ];
    const { state } = given(review, 'review/tan-thanh-2027', [opened, ...past], knowing(NEXT));
    const { improvementPlan, openActions } = written({ review: state });
    expect(improvementPlan.map(({ action, issue, status, completed }) => [action, issue, status, completed])).toEqual([
      ['A1', 'nội dung F1', 'verified', '2027-04-23'],
      ['A2', 'nội dung F1', 'carried', null],
      ['A3', 'nội dung F1', 'waived', null],
      ['A10', 'nội dung F2', 'open', null],
    ]);
    expect(improvementPlan[2]?.waiver).toEqual({ reason: 'đơn vị đã giải thể', paper });
    expect(openActions).toEqual(['A2', 'A10']);
  });
});
