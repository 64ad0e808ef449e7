/** What every command passes before its rules: who sends it, in which order facts stand, which other files are looked at. */
import { describe, expect, test } from '@jest/globals';
import { isLower } from '../../domain/classification.ts';
import { NO_CONTEXT, stateIn, statesIn } from '../../domain/context.ts';
import { exercise } from '../../domain/exercise/index.ts';
import { NO_ORGANISATION } from '../../domain/organisation/index.ts';
import { isSystem, SYSTEM } from '../../domain/people.ts';
import { EntityId, kindOf, type StreamId } from '../../domain/streams.ts';
import { at, given, knowing, send, step } from '../support/domain.ts';
import { CITY, COMMUNE, EARLY, plannedCity, plannedCommune, SA, SB } from './exercise/season.ts';

const commune = given(exercise, COMMUNE, plannedCommune);
const secret = 'TỐI MẬT';

describe('the system', () => {
  test('is one person of one body, and nobody else', () => {
    const actors = [SYSTEM, { ...SYSTEM, body: SA.body }, { ...SYSTEM, person: SA.person }, SA];
    expect(actors.map(isSystem)).toEqual([true, false, false, false]);
  });

  test('carries on what was let in once; a person is asked each time', () => {
    const follow = { type: 'FollowCity', change: 'postponed', from: null, to: null, reason: secret };
    expect(send(COMMUNE, commune.state, step(SYSTEM, EARLY, follow)).facts).toHaveLength(1);
    commune.when(SB, EARLY, { type: 'PostponeExercise', reason: secret }).thenRefused('secret-marked', {
      field: 'reason',
    });
  });

  test('needs no place in the organisation; a person does', () => {
    const world = { ...NO_CONTEXT, organisation: { ...NO_ORGANISATION, phase: 'kept' } as const };
    const follow = { type: 'FollowCity', change: 'postponed', from: null, to: null, reason: 'bão' };
    expect(send(COMMUNE, commune.state, step(SYSTEM, EARLY, follow), world).facts).toHaveLength(1);
    commune
      .when(SB, EARLY, { type: 'PostponeExercise', reason: 'bão' }, world)
      .thenRefused('body-unknown', { body: 'tam-ky.SB' });
  });
});

test('the facts of one command are numbered on from the file, one by one', () => {
  const { state } = given(exercise, CITY, plannedCity);
  const due = at('2026-12-08', 8);
  const { facts } = send(CITY, state, step(SYSTEM, due, { type: 'ObserveTime', due }));
  expect(facts.length).toBeGreaterThan(2);
  expect(facts.map(({ version }) => version)).toEqual(facts.map((_, n) => state.version + 1 + n));
});

describe('other files', () => {
  const world = knowing([COMMUNE, commune.state], 'review/an-son-2027', 'exercise/an-son-2027', 'exercise/tam-ky-2027');

  test('are looked at by kind, in the order of their ids', () => {
    expect(statesIn(world, 'exercise').map(([stream]) => stream)).toEqual([
      'exercise/an-son-2027',
      'exercise/tam-ky-2027',
      COMMUNE,
    ]);
    expect(statesIn(world, 'exercise').at(-1)?.[1]).toBe(commune.state);
    expect(statesIn(world, 'drill')).toEqual([]);
  });

  test('are found by id; one without events is none', () => {
    const id = EntityId.parse('tan-thanh-2027');
    expect([stateIn(world, 'exercise', id), stateIn(world, 'review', id)]).toEqual([commune.state, null]);
  });

  test('have a kind, or are no files at all', () => {
    expect(() => kindOf('plan/tam-ky-2027' as StreamId)).toThrow('not a stream id: plan/tam-ky-2027');
    expect(() => kindOf('exercise' as StreamId)).toThrow(TypeError);
  });
});

test('a level is lower than another only where it protects less', () => {
  expect([isLower('internal', 'mat'), isLower('mat', 'mat'), isLower('toiMat', 'mat')]).toEqual([true, false, false]);
});
