/** An exercise that follows a reform of the organisation. */
import { describe, expect, test } from '@jest/globals';
import { exercise } from '../../../domain/exercise/index.ts';
import { SYSTEM } from '../../../domain/people.ts';
import { COMMANDS } from '../../../domain/registry.ts';
import { at, type Command, given, step } from '../../support/domain.ts';
import {
  CITY,
  COMMUNE,
  cityThrough,
  DB,
  draftedCity,
  draftedCommune,
  EARLY,
  POL,
  plannedCity,
  plannedCommune,
  runningCity,
  SA,
  SB,
  submit,
} from './season.ts';

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
    ['it is closed', cityThrough('G9')],
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

  test('open issues and limits still to be overcome go along, what is settled stays with its body', () => {
    const issue = (id: string, owner: string) =>
      step(DB, EARLY, { type: 'RaiseIssue', issue: id, rehearsal: 'LT1', text: 'chậm', owner, due: '2027-04-30' });
    const settle = (id: string) => [
      step(POL, EARLY, { type: 'CloseIssue', issue: id, evidence: 'đã luyện' }),
      step(DB, EARLY, { type: 'ConfirmIssue', issue: id }),
    ];
    const limit = (action: string, owner: string | null, fromReview = 'tam-ky-2022') =>
      step(SYSTEM, EARLY, {
        type: 'ReceiveFinding',
        finding: { fromReview, action, text: 'x', measure: 'x', owner, needsRetest: true, times: 1 },
      });
    const retest = (action: string, passed: boolean) =>
      step(DB, at('2027-04-21'), { type: 'RecordRetest', fromReview: 'tam-ky-2022', action, passed, note: 'x' });
    const past = [
      ...runningCity,
      step(DB, EARLY, { type: 'HoldRehearsal', rehearsal: 'LT1', step: 'practice', date: '2026-10-06' }),
      ...['V1', 'V2'].map((id) => issue(id, 'tam-ky.POL')),
      issue('V3', 'tam-ky.FIN'),
      ...settle('V2'),
      ...['A1', 'A2', 'A3', 'A4'].map((action) => limit(action, 'tam-ky.POL')),
      limit('A5', 'tam-ky.FIN'),
      limit('A6', null),
      limit('A1', 'tam-ky.FIN', 'tam-ky-2018'),
      retest('A2', true),
      retest('A3', false),
      step(SYSTEM, EARLY, { type: 'NoteFindingEnded', fromReview: 'tam-ky-2022', action: 'A4', how: 'waived' }),
    ];
    const handed = { from: 'tam-ky.POL', to: 'da-nang.POL' };
    const moved = given(exercise, CITY, [...past, step(SYSTEM, LATER, rehome(POLICE))]).state;
    given(exercise, CITY, past)
      .when(SYSTEM, LATER, rehome(POLICE))
      .thenExactly({
        type: 'ExerciseRehomed',
        orgUnit: 'tam-ky',
        superiorUnit: 'tam-ky',
        owners: { POL: 'da-nang.POL' },
        tasks: [],
        issues: [{ issue: 'V1', ...handed }],
        findings: ['A1', 'A3'].map((action) => ({ fromReview: 'tam-ky-2022', action, ...handed })),
        reason: 'sắp xếp tổ chức',
        paper,
      });
    expect(moved.issues.map(({ owner }) => owner)).toEqual(['da-nang.POL', 'tam-ky.POL', 'tam-ky.FIN']);
    expect(moved.carried.map(({ owner }) => owner)).toEqual([
      ...['da-nang.POL', 'tam-ky.POL', 'da-nang.POL', 'tam-ky.POL', 'tam-ky.FIN', null, 'tam-ky.FIN'],
    ]);
  });

  test('a file hears of it for one task, one issue or its locality alone', () => {
    const elsewhere = { 'hoi-an.POL': 'da-nang.POL' };
    const told = (past: Parameters<typeof given>[2], command: Command, stream = CITY) =>
      given(exercise, stream, past).when(SYSTEM, LATER, command);
    const event = (more: object): Command => expect.objectContaining(more) as unknown as Command;
    const handed = { from: 'hoi-an.POL', to: 'da-nang.POL' };
    const assign = { type: 'AssignTask', task: 'C17', owner: 'hoi-an.POL' };
    told([...plannedCity, step(SA, EARLY, assign)], rehome(elsewhere)).thenExactly(
      event({ owners: {}, tasks: [{ task: 'C17', ...handed }], issues: [] }),
    );
    const raise = { type: 'RaiseIssue', issue: 'V1', rehearsal: 'LT1', text: 'x', due: '2027-04-01' };
    const issue = [
      step(DB, EARLY, { type: 'HoldRehearsal', rehearsal: 'LT1', step: 'practice', date: '2026-10-06' }),
      step(DB, EARLY, { ...raise, owner: 'hoi-an.POL' }),
    ];
    told([...plannedCity, ...issue], rehome(elsewhere)).thenExactly(
      event({ owners: {}, tasks: [], issues: [{ issue: 'V1', ...handed }] }),
    );
    told(draftedCity, rehome(POLICE)).thenExactly(event({ owners: { POL: 'da-nang.POL' }, tasks: [] }));
    told(draftedCommune, rehome({}, { 'tan-thanh': 'ban-thach' }), COMMUNE).thenExactly(
      event({ orgUnit: 'ban-thach', superiorUnit: 'tam-ky', owners: {}, tasks: [] }),
    );
    told(draftedCommune, rehome({}, { 'tam-ky': 'da-nang' }), COMMUNE).thenExactly(
      event({ orgUnit: 'tan-thanh', superiorUnit: 'da-nang', owners: {} }),
    );
  });

  test('who had taken what is handed in stays on record; the new body climbs its ladder from the bottom', () => {
    const start = step(SA, EARLY, { type: 'StartTask', task: 'C01' });
    const known = step(SA, EARLY, { type: 'AcknowledgeReminder', task: 'C01' });
    const moved = step(SYSTEM, LATER, rehome({ 'tam-ky.SA': 'quan-khu.SA' }));
    const { C01 } = given(exercise, CITY, [...plannedCity, known, start, step(SA, EARLY, submit('C01')), moved]).state
      .tasks;
    expect(C01).toMatchObject({ status: 'submitted', startedBy: SA, accepted: null, person: null, since: LATER });
    expect(C01?.ladder).toEqual({ observed: LATER, sounded: [], silentUntil: null });
  });

  test('what a city expects of a body goes with its work; of two figures the smaller holds', () => {
    const capacity = (body: string, tasksPerDay: number, tasksPerWeek: number) =>
      step(SA, EARLY, { type: 'SetBodyCapacity', body, tasksPerDay, tasksPerWeek });
    const past = [
      ...plannedCity,
      capacity('hoi-an.POL', 2, 9),
      capacity('da-nang.POL', 3, 7),
      capacity('tam-ky.FIN', 4, 8),
    ];
    const elsewhere = rehome({ 'hoi-an.POL': 'da-nang.POL' });
    given(exercise, CITY, past)
      .when(SYSTEM, LATER, elsewhere)
      .thenExactly(
        expect.objectContaining({ capacities: [{ from: 'hoi-an.POL', to: 'da-nang.POL' }] }) as unknown as Command,
      );
    expect(given(exercise, CITY, [...past, step(SYSTEM, LATER, elsewhere)]).state.capacities).toEqual({
      'da-nang.POL': { tasksPerDay: 2, tasksPerWeek: 7 },
      'tam-ky.FIN': { tasksPerDay: 4, tasksPerWeek: 8 },
    });
  });

  test('people do not send it, nor may they', () => {
    expect(COMMANDS.exercise.safeParse(rehome(POLICE)).success).toBe(false);
    const meta = { stream: CITY as never, commandId: 'c', at: LATER, by: POL };
    const { state } = given(exercise, CITY, plannedCity);
    expect(() => exercise.decide(rehome(POLICE) as never, state, meta, {} as never)).toThrow('system-only');
  });
});
