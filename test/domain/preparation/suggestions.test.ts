/** How the tasks of a proposal are made: what is suggested, what is wished otherwise, and what is missing. */
import { describe, expect, test } from '@jest/globals';
import { parseOffset } from '../../../domain/calendar/index.ts';
import { type ExerciseState, exercise } from '../../../domain/exercise/index.ts';
import { SYSTEM } from '../../../domain/people.ts';
import { StreamId } from '../../../domain/streams.ts';
import { at, type Command, given, knowing, type Step, step } from '../../support/domain.ts';
import { CITY, CMC, COMMUNE, communeThrough, EARLY, plannedCity, plannedCommune, SA } from '../exercise/season.ts';
import { addTask, dropTask } from './support.ts';

const LATER = at('2026-10-07');
const whole = { titleVi: 'Gọi thử', owner: 'HEA', after: ['X15'], gate: 'G5', offset: parseOffset('T-10') };
const own = { owner: 'CUL', gate: 'G5', offset: parseOffset('T-9') };
const receive = (...lessons: object[]): Step =>
  step(SYSTEM, EARLY, { type: 'ReceiveProposal', proposal: 'an-son-2027-9', from: 'an-son-2027', lessons });
const decide = (...tasks: object[]): Command => ({
  ...{ type: 'DecideProposal', proposal: 'an-son-2027-9', accepted: true, reason: 'phù hợp', tasks },
});
const accepted = (lesson: object, wish: object = {}, ...before: Step[]): ExerciseState =>
  given(exercise, COMMUNE, [
    ...plannedCommune,
    ...before,
    receive({ finding: 'F1', text: 'gọi chậm', ...lesson }),
    step(CMC, LATER, decide({ finding: 'F1', ...wish })),
  ]).state;
const X25 = { code: 'X25', origin: 'added' };

describe('a task that is suggested', () => {
  test.each<[string, object, object, object]>([
    [
      'whole is taken as it stands',
      { suggestion: whole },
      {},
      { titleVi: 'Gọi thử', titleEn: 'Gọi thử', owner: 'tan-thanh.HEA', after: ['X15'], gate: 'G5', due: '2027-03-30' },
    ],
    [
      'in two languages keeps both titles',
      { suggestion: { ...whole, titleEn: 'Trial call' } },
      {},
      { titleVi: 'Gọi thử', titleEn: 'Trial call' },
    ],
    [
      'gives way to every wish',
      { suggestion: { ...whole, titleEn: 'Trial call' } },
      { ...own, titleVi: 'Kiểm tra', titleEn: 'Check', after: ['X14'] },
      { titleVi: 'Kiểm tra', titleEn: 'Check', owner: 'tan-thanh.CUL', after: ['X14'], due: '2027-03-31' },
    ],
    [
      'in words becomes one by wish',
      { suggestion: 'Kiểm tra loa' },
      own,
      { titleVi: 'Kiểm tra loa', titleEn: 'Kiểm tra loa', owner: 'tan-thanh.CUL', after: [] },
    ],
    ['by no word at all is called as the finding says', {}, own, { titleVi: 'gọi chậm', gate: 'G5' }],
    [
      'in many words is called by the first two hundred characters',
      { suggestion: 'a'.repeat(300) },
      own,
      { titleVi: 'a'.repeat(200) },
    ],
  ])('%s', (_, lesson, wish, task) => {
    expect(accepted(lesson, wish).tasks.X25).toMatchObject({ ...X25, ...task });
  });

  test.each(['owner', 'gate', 'offset'])('in words and without %s is incomplete', (missing) => {
    const wish = Object.fromEntries(Object.entries(own).filter(([field]) => field !== missing));
    given(exercise, COMMUNE, [...plannedCommune, receive({ finding: 'F1', text: 'x', suggestion: 'Kiểm tra loa' })])
      .when(CMC, LATER, decide({ finding: 'F1', ...wish }))
      .thenRefused('proposal-incomplete', { finding: 'F1' });
  });

  test('in words that nobody wishes for is left alone without an answer in full', () => {
    const steps = [...plannedCommune, receive({ finding: 'F1', text: 'x', suggestion: 'Kiểm tra loa' })];
    const { state } = given(exercise, COMMUNE, [...steps, step(CMC, LATER, decide({ finding: 'F2' }))]);
    expect(state.proposals).toMatchObject([{ status: 'accepted', tasks: [] }]);
  });
});

describe('the next free code', () => {
  test('follows the highest one ever used, of the letter of the checklist', () => {
    const used = [
      step(CMC, LATER, addTask('X39', { owner: 'tan-thanh.HEA', after: [], gate: 'G5', offset: parseOffset('T-9') })),
      step(CMC, LATER, dropTask('X39')),
    ];
    expect(accepted({ suggestion: whole }, {}, ...used).tasks).toHaveProperty('X40');
    const other = step(
      CMC,
      LATER,
      addTask('Y60', { owner: 'tan-thanh.HEA', after: [], gate: 'G5', offset: parseOffset('T-9') }),
    );
    expect(accepted({ suggestion: whole }, {}, other).tasks).toHaveProperty('X25');
    const city = [...plannedCity, receive({ finding: 'F1', text: 'x', suggestion: { ...whole, after: [] } })];
    expect(given(exercise, CITY, [...city, step(SA, LATER, decide())]).state.tasks).toHaveProperty('C41');
  });

  test('counts on from task to task', () => {
    const lessons = ['F1', 'F2'].map((finding) => ({ finding, text: 'x', suggestion: whole }));
    const steps = [...plannedCommune, receive(...lessons), step(CMC, LATER, decide())];
    expect(given(exercise, COMMUNE, steps).state.proposals).toMatchObject([{ tasks: ['X25', 'X26'] }]);
  });
});

describe('a proposal', () => {
  test('is answered by itself alone, and before the run opens', () => {
    const two = [
      receive({ finding: 'F1', text: 'x' }),
      step(SYSTEM, EARLY, { ...receive().command, proposal: 'an-son-2027-11' }),
    ];
    const no = step(CMC, LATER, { ...decide(), accepted: false });
    expect(
      given(exercise, COMMUNE, [...plannedCommune, ...two, no]).state.proposals.map(({ status }) => status),
    ).toEqual(['refused', 'open']);
    given(exercise, COMMUNE, [
      ...plannedCommune,
      receive({ finding: 'F1', text: 'x' }),
      ...communeThrough('G7').slice(2),
    ])
      .when(CMC, at('2027-04-24'), decide())
      .thenRefused('tailoring-closed', { phase: 'reviewing' });
  });

  test.each(['SpreadLessons', 'ReceiveProposal'])('no person sends %s', (type) => {
    const { state } = given(exercise, COMMUNE, plannedCommune);
    const meta = { stream: StreamId.parse(COMMUNE), commandId: 'c', at: LATER, by: CMC };
    expect(() => exercise.decide({ type, lessons: [] } as never, state, meta, knowing())).toThrow('system-only');
  });
});
