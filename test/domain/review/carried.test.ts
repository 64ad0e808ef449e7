/** From the finding to the next exercise and back: head of the file, retest, closing; pilots; reforms. */
import { describe, expect, test } from '@jest/globals';
import { blockersOf, type ExerciseState, exercise } from '../../../domain/exercise/index.ts';
import { SYSTEM } from '../../../domain/people.ts';
import { followUpsOf } from '../../../domain/registry.ts';
import { recurringFindings, review } from '../../../domain/review/index.ts';
import { StreamId } from '../../../domain/streams.ts';
import { at, given, head, knowing, member, type Step, send, step } from '../../support/domain.ts';
import { CITY, CLOSING, DB, draftedCity, EARLY, OPENING, planCity, runningCity, SA, SB } from '../exercise/season.ts';
import {
  by,
  COM,
  complete,
  decideGrade,
  file,
  fileWith,
  finish,
  finished,
  followUps,
  found,
  limit,
  NOW,
  plan,
  planned,
  scored,
} from './case.ts';

/** The review of Tam Kỳ's exercise of 2022: one open action, its limit known by its criterion. */
const ofCity = (year: number, more: object = {}) => {
  const id = `tam-ky-${year}`;
  const stream = `review/${id}`;
  const open = step(SYSTEM, at('2026-06-01'), {
    type: 'OpenReview',
    exercise: id,
    orgUnit: 'tam-ky',
    superiorUnit: 'tam-ky',
    startDate: `${year}-05-24`,
    ...more,
  });
  const recorded = step(DB, at('2026-06-01'), { ...limit, criterion: 'mobilisation/orders' });
  const action = step(DB, at('2026-06-01'), { ...plan, owner: 'tam-ky.POL' });
  return [stream, given(review, stream, [open, recorded, action]).state] as const;
};
const head0 = (year: number, times: number) => ({
  type: 'FindingReceived',
  finding: {
    fromReview: `tam-ky-${year}`,
    action: 'A1',
    text: 'Phúc tra lại địa chỉ',
    measure: 'giao lệnh 100% trong hai giờ',
    owner: 'tam-ky.POL',
    needsRetest: true,
    times,
  },
});
const received = step(SYSTEM, EARLY, { type: 'ReceiveFinding', finding: head0(2022, 1).finding });
const retest = (passed: boolean) => ({
  type: 'RecordRetest',
  fromReview: 'tam-ky-2022',
  action: 'A1',
  passed,
  note: 'giao lệnh 100%',
});
const onRun = (...more: Step[]) => given(exercise, CITY, [...runningCity, received, ...more]);
const day = at(CLOSING, 15);

describe('the next exercise of a locality', () => {
  test('finds the open actions of earlier reviews at the head of its file by itself, with how often each was found', () => {
    const world = knowing(ofCity(2022), ofCity(2018));
    const { state } = given(exercise, CITY, draftedCity);
    const { facts } = send(CITY, state, step(SA, EARLY, planCity), world);
    expect(facts.map(({ at: _, by: __, version: ___, ...event }) => event).slice(1)).toEqual([
      head0(2018, 2),
      head0(2022, 2),
    ]);
    expect(exercise.refersTo(planCity as never, state)).toMatchObject({ ongoing: expect.arrayContaining(['review']) });
    expect(followUpsOf(StreamId.parse(CITY), state, facts)).toMatchObject([
      { stream: 'review/tam-ky-2018', command: { type: 'NoteCarried', action: 'A1', into: 'tam-ky-2027' } },
      { stream: 'review/tam-ky-2022', command: { type: 'NoteCarried', action: 'A1', into: 'tam-ky-2027' } },
    ]);
  });

  test('receives nothing of other localities, of its own review, of what was waived, or twice', () => {
    const [stream, state] = ofCity(2022);
    const plan = (world: ReturnType<typeof knowing>, past: readonly Step[] = draftedCity) =>
      send(CITY, given(exercise, CITY, past).state, step(SA, EARLY, planCity), world).facts.map(({ type }) => type);
    const waived = { ...state, actions: { A1: { ...state.actions.A1, status: 'waived' } } } as typeof state;
    expect(plan(knowing([stream, { ...state, orgUnit: 'hoi-an' } as never]))).toEqual(['ExercisePlanned']);
    expect(plan(knowing([stream, { ...state, exercise: 'tam-ky-2027' } as never]))).toEqual(['ExercisePlanned']);
    expect(plan(knowing([stream, waived]))).toEqual(['ExercisePlanned']);
    expect(plan(knowing([stream, state]), [...draftedCity, received])).toEqual(['ExercisePlanned']);
    given(exercise, CITY, [...draftedCity, received])
      .when(SYSTEM, EARLY, received.command)
      .thenExactly();
  });

  test('retests them during the run or its review, and the result goes back to the review', () => {
    const { state, when } = onRun();
    when(DB, day, retest(true)).thenExactly({ ...retest(true), type: 'RetestRecorded', evidence: null });
    when(member('tam-ky.POL'), day, retest(true)).thenRefused('not-your-body');
    when(DB, day, { ...retest(true), action: 'A9' }).thenRefused('carried-unknown', { action: 'A9' });
    const { facts } = send(CITY, state, step(DB, day, retest(true)));
    expect(followUpsOf(StreamId.parse(CITY), state, facts)).toMatchObject([
      {
        stream: 'review/tam-ky-2022',
        command: { type: 'NoteRetest', action: 'A1', exercise: 'tam-ky-2027', passed: true, at: day },
      },
    ]);
    onRun(step(DB, day, retest(false)))
      .when(DB, day, retest(true))
      .thenExactly({
        ...retest(true),
        type: 'RetestRecorded',
        evidence: null,
      });
    onRun(step(DB, day, retest(true)))
      .when(DB, day, retest(true))
      .thenRefused('carried-ended', { action: 'A1' });
    given(exercise, CITY, [...draftedCity, received])
      .when(DB, day, retest(true))
      .thenRefused('exercise-phase', { action: 'RecordRetest' });
  });

  test('nobody retests what his own body owes', () => {
    const own = step(SYSTEM, EARLY, {
      type: 'ReceiveFinding',
      finding: { ...head0(2022, 1).finding, action: 'A2', owner: 'tam-ky.DB' },
    });
    onRun(own)
      .when(DB, day, { ...retest(true), action: 'A2' })
      .thenRefused('own-work', { task: 'A2', body: 'tam-ky.DB' });
  });

  test('its file is not closed while a carried limit was neither retested nor ended', () => {
    const blockers = (state: ExerciseState) => blockersOf(state, 'G9').filter(({ kind }) => kind === 'finding');
    expect(blockers(onRun().state)).toEqual([
      {
        kind: 'finding',
        fromReview: 'tam-ky-2022',
        action: 'A1',
        text: 'Phúc tra lại địa chỉ',
        holder: 'tam-ky.DB',
      },
    ]);
    expect(blockers(onRun(step(DB, day, retest(false))).state)).toEqual([]);
    const ended = step(SYSTEM, day, {
      type: 'NoteFindingEnded',
      fromReview: 'tam-ky-2022',
      action: 'A1',
      how: 'waived',
    });
    expect(blockers(onRun(ended).state)).toEqual([]);
    onRun(ended).when(SYSTEM, day, ended.command).thenExactly();
    onRun(ended).when(DB, day, retest(true)).thenRefused('carried-ended');
    const old = step(SYSTEM, EARLY, {
      type: 'ReceiveFinding',
      finding: { fromReview: 'tam-ky-2020', action: 'A1', text: 'của kỳ trước' },
    });
    expect(blockers(onRun(old, ended).state)).toEqual([]);
  });

  test('its closed run opens the review with its own sheet, boards, judged bodies and observations', () => {
    const observe = { type: 'RecordObservation', observation: 'QS-1', seenAt: day, text: 'báo cáo kịp thời' };
    const ran = given(exercise, CITY, [
      ...runningCity,
      ...[1, 2, 3].map((stage) => step(SB, day, { type: 'StartStage', stage })),
      step(DB, day, observe),
    ]);
    const { facts, state } = send(CITY, ran.state, step(SB, day, { type: 'CloseRun' }));
    const [followUp] = followUpsOf(StreamId.parse(CITY), ran.state, facts);
    expect(followUp).toMatchObject({
      stream: 'review/tam-ky-2027',
      command: {
        type: 'OpenReview',
        startDate: OPENING,
        bodies: { directing: 'tam-ky.DB', steering: 'tam-ky.SB', agencies: ['tam-ky.SA', 'tam-ky.CMC'] },
        scoredBodies: { support: ['tam-ky.SUP'], mobilisation: ['tam-ky.SA', 'tam-ky.CMC'] },
      },
    });
    const world = knowing([CITY, state as ExerciseState]);
    const opened = send('review/tam-ky-2027', review.initial, step(SYSTEM, day, followUp?.command as never), world);
    expect(opened.state).toMatchObject({ observations: [{ id: 'QS-1' }], startDate: OPENING, phase: 'open' });
    expect(JSON.stringify(followUp?.command)).not.toContain('báo cáo kịp thời');
  });
});

describe('a limit that comes again', () => {
  test('is known by its criterion or by the own word of the staff, in the same locality', () => {
    const states = [ofCity(2022)[1], ofCity(2018)[1]];
    expect(recurringFindings(states)).toEqual([
      {
        unit: 'tam-ky',
        key: 'mobilisation/orders',
        times: 2,
        findings: [
          { review: 'tam-ky-2018', finding: 'F1', text: 'Giao lệnh gọi chậm' },
          { review: 'tam-ky-2022', finding: 'F1', text: 'Giao lệnh gọi chậm' },
        ],
      },
    ]);
    expect(recurringFindings([ofCity(2022)[1], ofCity(2018, { orgUnit: 'hoi-an' })[1]])).toEqual([]);
    expect(recurringFindings(states.slice(0, 1))).toEqual([]);
    expect(recurringFindings([file(found).state, fileWith({ exercise: 'tan-thanh-2031' }, found).state])).toEqual([]);
  });
});

describe('a pilot commune', () => {
  const spread = (more: object) => {
    const past = [by(DB, { ...limit, suggestion: 'Thêm việc phúc tra' }), planned, ...scored(), by(SB, decideGrade)];
    return followUps(fileWith(more, ...past).state, by(DB, finish));
  };

  test('gives what it found to the checklists of those still to go, when its review is finished', () => {
    expect(spread({ isPilot: true, parentId: 'tam-ky-2027' })).toEqual([
      {
        stream: CITY,
        command: {
          type: 'SpreadLessons',
          from: 'tan-thanh-2027',
          lessons: [{ finding: 'F1', text: 'Giao lệnh gọi chậm', suggestion: 'Thêm việc phúc tra' }],
        },
      },
    ]);
  });

  test('gives each standing limit, with a suggestion where there is one; nothing where it found none', () => {
    const pilot = { isPilot: true, parentId: 'tam-ky-2027' };
    const graded = [...scored(), by(SB, decideGrade)];
    const lessons = (...past: Step[]) =>
      followUps(fileWith(pilot, ...past, ...graded).state, by(DB, finish)).map(({ command }) => command.lessons);
    expect(lessons(found, planned)).toEqual([[{ finding: 'F1', text: 'Giao lệnh gọi chậm' }]]);
    expect(lessons()).toEqual([]);
    expect(lessons(by(DB, { ...limit, kind: 'strength' }))).toEqual([]);
  });

  test('another one, or one without a city, gives nothing', () => {
    expect(spread({ isPilot: false, parentId: 'tam-ky-2027' })).toEqual([]);
    expect(spread({ isPilot: true })).toEqual([]);
  });
});

describe('a reform of the organisation', () => {
  const paper = { number: '1659/NQ-UBTVQH15', date: '2025-06-16', issuer: 'Ủy ban Thường vụ Quốc hội' };
  const reform = {
    type: 'Rehome',
    bodies: { 'tam-ky.SB': 'ban-thach.SB' },
    units: { 'tan-thanh': 'ban-thach' },
    reason: 'sáp nhập',
    paper,
  };

  test('moves the panel and the owners of open actions; what has ended stays with its old owner', () => {
    const { type: _, ...moves } = reform;
    const { when } = file(...finished);
    when(SYSTEM, NOW, reform).thenExactly({ type: 'ReviewRehomed', ...moves } as never);
    const { state } = file(...finished, by(SYSTEM, reform));
    expect(state).toMatchObject({
      orgUnit: 'tan-thanh',
      heirUnit: 'ban-thach',
      bodies: { directing: 'tam-ky.DB', steering: 'ban-thach.SB' },
      actions: { A1: { owner: 'ban-thach.COM' } },
    });
    file(...finished, by(SYSTEM, reform))
      .when(COM, NOW, complete)
      .thenRefused('not-your-body', { allowed: ['ban-thach.COM'] });
    const ended = file(found, planned, by(SB, { type: 'WaiveAction', action: 'A1', reason: 'x', paper }));
    expect(send('review/tan-thanh-2027', ended.state, by(SYSTEM, reform)).state).toMatchObject({
      actions: { A1: { owner: 'tan-thanh.COM' } },
    });
  });

  test('moves whom the domains judge and who was named to score them', () => {
    const named = by(head('tam-ky.DB'), {
      type: 'AssignScorers',
      domain: 'safety',
      scorers: [{ person: 'ha', body: 'tan-thanh.POL' }],
    });
    const { state } = file(named, by(SYSTEM, reform));
    expect(state.scorers).toEqual({ safety: [{ person: 'ha', body: 'ban-thach.POL' }] });
    expect(state.scoredBodies).toMatchObject({
      documents: ['ban-thach.SUB'],
      mobilisation: ['tam-ky.SA', 'ban-thach.CMC'],
    });
    expect(state.bodies?.agencies).toEqual(['tam-ky.SA', 'ban-thach.SA', 'ban-thach.CMC']);
  });

  test('does not touch a review that has closed, or one that has not opened', () => {
    const closed = file(...scored(), by(SB, decideGrade), by(DB, finish));
    expect(closed.state.phase).toBe('closed');
    closed.when(SYSTEM, NOW, reform).thenExactly();
    given(review, 'review/tan-thanh-2027', []).when(SYSTEM, NOW, reform).thenExactly();
  });

  test('that does not concern the review is not noted', () => {
    const far = { ...reform, bodies: {}, units: { 'hoi-an': 'hoi-an-moi' } };
    file(...finished)
      .when(SYSTEM, NOW, far)
      .thenExactly();
    expect(() => file(by(head('tam-ky.SA'), reform))).toThrow();
  });
});
