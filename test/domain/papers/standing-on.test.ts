/** What a gate, a task and an office stand on, where papers fall or the exercise is of a smaller kind. */
import { describe, expect, test } from '@jest/globals';
import {
  bodyIn,
  chainOf,
  type ExerciseState,
  exercise,
  formOf,
  standingAgency,
  voidedBy,
} from '../../../domain/exercise/index.ts';
import { COMMUNE_CHAIN } from '../../../domain/template/index.ts';
import { Paper } from '../../../domain/text.ts';
import { at, type Command, given, head, type Step, step } from '../../support/domain.ts';
import {
  board,
  CITY,
  cityThrough,
  done,
  EARLY,
  frame,
  paper,
  pass,
  plannedCity,
  resolution,
  SA,
  SB,
} from '../exercise/season.ts';

const LATER = at('2026-10-08');
const acting = paper('70/QĐ-UBND', '2026-10-07');
const revoke = (slot: string): Command => ({ type: 'RevokePaper', slot, paper: acting, reason: 'thay đổi' });
const over = (gate: 'G1' | 'G2' | 'G3'): Step =>
  step(SB, EARLY, pass(gate, { override: { reason: 'gấp', basis: '15/CV' } }));
const city = (...past: Step[]): ExerciseState => given(exercise, CITY, past).state;
const boards = ['steering', 'organising', 'directing', 'support'].map((name) => step(SA, EARLY, board(name)));
/** Through G1, then G2 passed over what is not there yet, which is entered afterwards. */
const afterwards = (there: readonly Step[], ...late: Step[]): ExerciseState =>
  city(...cityThrough('G1'), ...there, over('G2'), ...late);

describe('a gate that was passed over a missing paper', () => {
  test('does not fall when that paper, entered later, is revoked; it falls with one that it stood on', () => {
    const state = afterwards(boards, step(SA, EARLY, frame));
    expect(voidedBy(state, 'frame').gates).toEqual([]);
    expect(voidedBy(state, 'support').gates).toEqual(['G2']);
    expect(voidedBy(state, 'resolution').gates).toEqual(['G1', 'G2']);
  });

  test('nor when the task that brings the paper was open', () => {
    const state = city(...cityThrough('G2'), ...['C10', 'C11', 'C12'].flatMap((code) => done(code)), over('G3'));
    const proved = city(
      ...[...cityThrough('G2'), ...['C10', 'C11', 'C12'].flatMap((code) => done(code)), over('G3')],
      ...['C13', 'C14'].flatMap((code) => done(code)),
    );
    expect(state.gates[3]?.passed?.override?.blockers).toEqual(['C13', 'C14']);
    expect(voidedBy(proved, 'budget')).toMatchObject({ papers: ['budget'], tasks: ['C14'], gates: [] });
    expect(voidedBy(proved, 'intent').gates).toEqual(['G3']);
  });
});

describe('a revocation', () => {
  test('leaves other papers, boards, amendments and tasks alone', () => {
    const before = city(...cityThrough('G2'), step(SA, EARLY, { type: 'RegisterDirective', paper: paper('1/CT') }));
    const past = [...cityThrough('G2'), step(SA, EARLY, { type: 'RegisterDirective', paper: paper('1/CT') })];
    const after = city(...past, step(SA, LATER, revoke('support')));
    expect(after.papers).toEqual(before.papers);
    expect(Object.keys(after.boards).sort()).toEqual(['directing', 'organising', 'steering']);
    expect([after.resolution, after.frame]).toEqual([before.resolution, before.frame]);
    const fallen = city(...past, step(SA, LATER, revoke('directive')));
    expect(fallen.papers).toEqual({});
  });

  test('counts how often a task has been handed back', () => {
    const work = ['C10', 'C11'].flatMap((code) => done(code));
    const returned = [
      ...done('C14').slice(0, 1),
      step(SB, EARLY, { type: 'ReturnTask', task: 'C14', reason: 'thiếu' }),
    ];
    const state = city(...cityThrough('G2'), ...work, ...returned, ...done('C14'), step(SA, LATER, revoke('budget')));
    expect(state.tasks.C14).toMatchObject({ status: 'returned', returned: { times: 2, reason: 'thay đổi' } });
  });

  test('is nothing for a draft or a file that rests', () => {
    const rests = [
      ...plannedCity,
      step(SA, EARLY, resolution),
      step(SB, EARLY, { type: 'PostponeExercise', reason: 'bão' }),
    ];
    given(exercise, CITY, rests).when(SA, LATER, revoke('resolution')).thenRefused('exercise-postponed');
  });
});

describe('an exercise at a workplace', () => {
  const workplace = given(exercise, 'exercise/nha-may-2027', [
    step(head('chu-lai.CMC'), EARLY, {
      ...{
        type: 'DraftExercise',
        exerciseType: 'selfDefenceUnit',
        orgUnit: 'chu-lai',
        superiorUnit: 'tam-ky',
        theme: 'x',
      },
    }),
  ]).state;

  test('is run as that of a commune: by its own command, led from above, on the shorter chain', () => {
    expect(standingAgency(workplace)).toBe('chu-lai.CMC');
    expect([bodyIn(workplace, 'SB'), bodyIn(workplace, 'POL')]).toEqual(['tam-ky.SB', 'chu-lai.POL']);
    expect(chainOf(workplace)).toBe(COMMUNE_CHAIN);
  });
});

test('a paper is set as it says, or as its kind is', () => {
  const state = city(...plannedCity);
  const plain = Paper.parse(paper());
  expect(formOf(state, 'resolution', { ...plain, form: 'decree30' })).toBe('decree30');
  expect(formOf(state, 'resolution', plain)).toBe('party36');
  expect(formOf(state, 'plan', plain)).toBe('decree30');
});
