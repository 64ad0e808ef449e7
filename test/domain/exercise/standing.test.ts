/** What the file of an exercise tells others: its stage in words, what its rules look at, what follows from its events. */
import { describe, expect, test } from '@jest/globals';
import { exercise } from '../../../domain/exercise/index.ts';
import { SYSTEM } from '../../../domain/people.ts';
import { followUpsOf } from '../../../domain/registry.ts';
import { StreamId } from '../../../domain/streams.ts';
import { at, type Command, given, type Step, send, step } from '../../support/domain.ts';
import {
  CITY,
  COMMUNE,
  cityThrough,
  DB,
  done,
  draftCommune,
  draftedCity,
  EARLY,
  OPENING,
  pass,
  planCity,
  plannedCity,
  reviewingCity,
  runningCity,
  SA,
  SB,
} from './season.ts';

const pause = step(SB, EARLY, { type: 'PostponeExercise', reason: 'bão' });
const cancel = step(SB, EARLY, { type: 'CancelExercise', reason: 'bão' });
const stateOf = (past: readonly Step[]) => given(exercise, CITY, past).state;

describe('the stage in words', () => {
  const THEME = 'Diễn tập khu vực phòng thủ';
  test.each<[string, string, readonly Step[], boolean?]>([
    ['draft', `${THEME} · draft`, draftedCity],
    ['planned', `${THEME} · G0 Chủ trương · T 2027-04-20 · 0/40`, plannedCity],
    ['planned', `${THEME} · G0 Chủ trương · T 2027-04-20 · 1/40`, [...plannedCity, ...done('C01')]],
    ['postponed', `${THEME} · G0 Chủ trương · T 2027-04-20 · 0/40 · postponed 2026-10-06`, [...plannedCity, pause]],
    ['cancelled', `${THEME} · G0 Chủ trương · T 2027-04-20 · 0/40`, [...plannedCity, cancel], true],
    ['cancelled', `${THEME} · cancelled`, [...draftedCity, step(SA, EARLY, cancel.command)], true],
    ['closed', `${THEME} · closed · T 2027-04-20 · 40/40`, cityThrough('G9'), true],
  ])('%s: %s', (phase, details, past, closed = false) => {
    expect(exercise.summary(stateOf(past))).toEqual({ phase, orgUnit: 'tam-ky', details, closed });
  });

  test('before there is a file', () => {
    expect(exercise.summary(exercise.initial)).toEqual({ phase: 'none', orgUnit: '', details: 'none', closed: false });
  });
});

describe('what the rules of a command look at outside the file', () => {
  const adopt = { type: 'AdoptTemplate', version: 2, reason: 'x' };
  test.each<[Command, readonly Step[], object | null]>([
    [draftCommune, [], null],
    [{ ...draftCommune, parentId: 'tam-ky-2027' }, [], { streams: [CITY] }],
    [planCity, [], { ongoing: ['review'], streams: [] }],
    [planCity, draftedCity, { ongoing: ['review'], streams: ['template/city'] }],
    [
      { ...planCity, template: { id: 'ven-bien', version: 3 } },
      draftedCity,
      { ongoing: ['review'], streams: ['template/ven-bien'] },
    ],
    [adopt, draftedCity, null],
    [adopt, plannedCity, { streams: ['template/city'] }],
    [{ type: 'AcceptClash', key: 'x', reason: 'x' }, plannedCity, { ongoing: ['exercise'] }],
    [pass('G3'), plannedCity, { ongoing: ['exercise'] }],
    [pass('G2'), plannedCity, null],
    [pause.command, plannedCity, null],
  ])('%j', (command, past, refers) => {
    expect(exercise.refersTo(command as never, stateOf(past))).toEqual(refers);
  });
});

describe('what follows for others', () => {
  const attached = ['an-son-2027', 'tan-thanh-2027'].map((child) =>
    step(SYSTEM, EARLY, { type: 'AttachCommune', exercise: child }),
  );
  /** The follow-ups of one more step: to whom, and what is asked. */
  const after = (past: readonly Step[], last: Step): unknown => {
    const { state } = given(exercise, CITY, past);
    const { facts } = send(CITY, state, last);
    return followUpsOf(StreamId.parse(CITY), state, facts).map(({ stream, command }) => [stream, command]);
  };
  const toBoth = (follow: object) =>
    ['an-son-2027', 'tan-thanh-2027'].map((child) => [`exercise/${child}`, { type: 'FollowCity', ...follow }]);
  const from = { startDate: '2027-04-20', endDate: '2027-04-22' };
  const to = { startDate: '2027-05-18', endDate: '2027-05-20' };
  const city = [...plannedCity, ...attached];

  test('every commune hears of a move, a pause, a resumption and a cancellation of its city', () => {
    const days = { ...to, reason: 'bão' };
    expect(after(city, step(SA, EARLY, { type: 'RescheduleExercise', ...days }))).toEqual(
      toBoth({ change: 'rescheduled', from, to, reason: 'bão' }),
    );
    expect(after([...city, pause], step(SA, EARLY, { type: 'ResumeExercise', ...days }))).toEqual(
      toBoth({ change: 'resumed', from, to, reason: 'bão' }),
    );
    expect(after(city, pause)).toEqual(toBoth({ change: 'postponed', from: null, to: null, reason: 'bão' }));
    expect(after(city, cancel)).toEqual(toBoth({ change: 'cancelled', from: null, to: null, reason: 'bão' }));
  });

  test('the drill is kept by the bodies that keep the exercise', () => {
    expect(after(cityThrough('G6'), step(SB, at(OPENING, 7), { type: 'OpenRun' }))).toEqual([
      [
        'drill/tam-ky-2027',
        {
          type: 'OpenDrill',
          exercise: 'tam-ky-2027',
          orgUnit: 'tam-ky',
          agency: 'tam-ky.SA',
          steering: 'tam-ky.SB',
        },
      ],
    ]);
  });

  test('the review is opened with all it needs to know of the file', () => {
    const close = reviewingCity.at(-1);
    if (!close) throw new Error('the season ends with the close of the run');
    const { state } = given(exercise, CITY, reviewingCity.slice(0, -1));
    expect(after(reviewingCity.slice(0, -1), close)).toEqual([
      [
        'review/tam-ky-2027',
        {
          type: 'OpenReview',
          exercise: 'tam-ky-2027',
          orgUnit: 'tam-ky',
          superiorUnit: 'tam-ky',
          sheet: state.scoreSheet,
          ladder: state.ladder,
          bodies: {
            directing: 'tam-ky.DB',
            steering: 'tam-ky.SB',
            agencies: ['tam-ky.SA', 'tam-ky.CMC'],
          },
          scoredBodies: Object.fromEntries(
            state.scoreSheet.domains.map(({ code, bodies = [] }) => [code, bodies.map((body) => `tam-ky.${body}`)]),
          ),
          members: expect.objectContaining({ 'tam-ky.SA': ['tam-ky.sa'], 'tam-ky.POL': ['tam-ky.pol'] }),
          startDate: '2027-04-20',
          endDate: '2027-04-22',
          parentId: null,
          isPilot: false,
        },
      ],
    ]);
  });

  test('what is seen goes to the review once the run is closed, not before', () => {
    const seen = (hour: string, observation = 'QS-1'): Step =>
      step(DB, at(hour, 18), { type: 'RecordObservation', observation, seenAt: at(OPENING, 8), text: 'Đúng giờ' });
    const amended = step(DB, at('2027-04-23'), {
      ...{ type: 'AmendObservation', observation: 'QS-1', reason: 'ghi nhầm', text: 'Chậm' },
    });
    expect(after(runningCity, seen(OPENING))).toEqual([]);
    const id = { id: 'QS-1', seenAt: at(OPENING, 8) };
    const note = (text: string) => [
      'review/tam-ky-2027',
      { type: 'NoteObservation', observation: expect.objectContaining({ ...id, text }) },
    ];
    expect(after(reviewingCity, seen('2027-04-22'))).toEqual([note('Đúng giờ')]);
    expect(after([...reviewingCity, seen('2027-04-22', 'QS-0'), seen('2027-04-22')], amended)).toEqual([note('Chậm')]);
  });

  test('the review that found a limit hears where it was carried and how its retest went', () => {
    const finding = { fromReview: 'tam-ky-2022', action: 'A1', text: 'Luyện báo cáo nhanh' };
    const received = step(SYSTEM, EARLY, { type: 'ReceiveFinding', finding });
    expect(after(plannedCity, received)).toEqual([
      ['review/tam-ky-2022', { type: 'NoteCarried', action: 'A1', into: 'tam-ky-2027' }],
    ]);
    const noon = at(OPENING, 12);
    const retest = { type: 'RecordRetest', fromReview: 'tam-ky-2022', action: 'A1', passed: true, note: 'đạt' };
    expect(after([...runningCity, received], step(DB, noon, retest))).toEqual([
      [
        'review/tam-ky-2022',
        { type: 'NoteRetest', action: 'A1', exercise: 'tam-ky-2027', passed: true, at: noon, note: 'đạt' },
      ],
    ]);
  });

  test('a commune drafted under a city tells it; other events ask nothing of anybody', () => {
    const { state } = given(exercise, COMMUNE, []);
    const drafted = (parentId: string | null) => ({ ...draftFact, parentId });
    const draftFact = { type: 'ExerciseDrafted', at: EARLY, by: SA, version: 1, orgUnit: 'tan-thanh' };
    const told = (fact: object) => exercise.react(fact as never, state, StreamId.parse(COMMUNE));
    expect(told(drafted('tam-ky-2027'))).toEqual([
      { stream: CITY, command: { type: 'AttachCommune', exercise: 'tan-thanh-2027' } },
    ]);
    expect(told(drafted(null))).toEqual([]);
    expect(after(city, step(SA, EARLY, { type: 'StartTask', task: 'C01' }))).toEqual([]);
  });
});
