/** An exercise that follows a reform of the organisation. */
import { describe, expect, test } from '@jest/globals';
import { exercise } from '../../../domain/exercise/index.ts';
import { SYSTEM } from '../../../domain/people.ts';
import { COMMANDS } from '../../../domain/registry.ts';
import { at, given, step } from '../../support/domain.ts';
import { CITY, COMMUNE, cityThrough, EARLY, POL, plannedCity, plannedCommune, SA, SB, submit } from './season.ts';

const paper = { number: '1659/NQ-UBTVQH15', date: '2026-10-01', issuer: 'Ủy ban Thường vụ Quốc hội' };
const rehome = (bodies: Record<string, string>, units: Record<string, string> = {}) => ({
  type: 'Rehome',
  bodies,
  units,
  reason: 'sắp xếp tổ chức',
  paper,
});
const POLICE = { 'tam-ky.POL': 'da-nang.POL' };
const LATER = at('2026-10-07');

describe('re-homing', () => {
  test('open tasks of a body go to the one that took over, and the body answers for its code', () => {
    given(exercise, CITY, plannedCity)
      .when(SYSTEM, LATER, rehome(POLICE))
      .thenExactly({
        type: 'ExerciseRehomed',
        orgUnit: 'tam-ky',
        superiorUnit: 'tam-ky',
        owners: { POL: 'da-nang.POL' },
        tasks: [{ task: 'C17', from: 'tam-ky.POL', to: 'da-nang.POL' }],
        issues: [],
        findings: [],
        reason: 'sắp xếp tổ chức',
        paper,
      });
  });

  test.each([
    ['there is no file yet', []],
    ['it names nothing that ended', plannedCity],
    ['it is cancelled', [...plannedCity, step(SB, EARLY, { type: 'CancelExercise', reason: 'bão' })]],
  ])('nothing happens when %s', (why, past) => {
    const bodies = why.startsWith('it names') ? { 'hoi-an.POL': 'da-nang.POL' } : POLICE;
    given(exercise, CITY, past).when(SYSTEM, LATER, rehome(bodies)).thenExactly();
  });

  test('the same reform twice happens once', () => {
    given(exercise, CITY, [...plannedCity, step(SYSTEM, LATER, rehome(POLICE))])
      .when(SYSTEM, LATER, rehome(POLICE))
      .thenExactly();
  });

  test('a locality that ended takes all its bodies along, those of its superior stay', () => {
    const { state } = given(exercise, COMMUNE, [
      ...plannedCommune,
      step(SYSTEM, LATER, rehome({}, { 'tan-thanh': 'ban-thach' })),
    ]);
    expect(state).toMatchObject({ orgUnit: 'ban-thach', superiorUnit: 'tam-ky', owners: {} });
    expect([state.tasks.X01?.owner, state.tasks.X16?.owner]).toEqual(['ban-thach.CMC', 'tam-ky.SB']);
  });

  test('what another body had taken is to be taken anew; what was handed in waits for the new verifier', () => {
    const { state } = given(exercise, CITY, [
      ...plannedCity,
      step(SA, EARLY, submit('C01')),
      step(SYSTEM, LATER, rehome({ 'tam-ky.SA': 'quan-khu.SA', 'tam-ky.SB': 'quan-khu.SB' })),
    ]);
    expect(state.tasks.C01).toMatchObject({ status: 'submitted', owner: 'quan-khu.SA', submission: { by: SA } });
    const started = given(exercise, CITY, [
      ...plannedCity,
      step(SA, EARLY, { type: 'StartTask', task: 'C01' }),
      step(SYSTEM, LATER, rehome({ 'tam-ky.SA': 'quan-khu.SA' })),
    ]);
    expect(started.state.tasks.C01).toMatchObject({ status: 'open', startedBy: null, owner: 'quan-khu.SA' });
  });

  test('verified tasks, papers and passed gates stay exactly as they were', () => {
    const before = given(exercise, CITY, cityThrough('G2')).state;
    const after = given(exercise, CITY, [
      ...cityThrough('G2'),
      step(SYSTEM, LATER, rehome({}, { 'tam-ky': 'da-nang' })),
    ]).state;
    const done = (state: typeof before) => Object.values(state.tasks).filter(({ status }) => status === 'verified');
    expect(done(after)).toEqual(done(before));
    expect([after.gates, after.resolution, after.boards, after.frame]).toEqual([
      before.gates,
      before.resolution,
      before.boards,
      before.frame,
    ]);
    expect(done(after).length).toBeGreaterThan(5);
  });

  test('a board that took over does not verify what it now owns', () => {
    const { when } = given(exercise, CITY, [
      ...plannedCity,
      step(SA, EARLY, submit('C01')),
      step(SYSTEM, LATER, rehome({ 'tam-ky.SA': 'tam-ky.SB' })),
    ]);
    when(SB, LATER, { type: 'VerifyTask', task: 'C01' }).thenRefused('own-work', { task: 'C01', body: 'tam-ky.SB' });
  });

  test('people do not send it, nor may they', () => {
    expect(COMMANDS.exercise.safeParse(rehome(POLICE)).success).toBe(false);
    const meta = { stream: CITY as never, commandId: 'c', at: LATER, by: POL };
    const { state } = given(exercise, CITY, plannedCity);
    expect(() => exercise.decide(rehome(POLICE) as never, state, meta, {} as never)).toThrow('system-only');
  });
});
