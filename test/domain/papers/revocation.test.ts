import { describe, expect, test } from '@jest/globals';
import { blockersOf, type ExerciseState, exercise, paperOnFile, voidedBy } from '../../../domain/exercise/index.ts';
import type { PaperSlot } from '../../../domain/template/index.ts';
import { at, type Command, given, head, type Step, step } from '../../support/domain.ts';
import {
  board,
  CITY,
  COMMUNE,
  cityThrough,
  communeThrough,
  done,
  EARLY,
  FIN,
  frame,
  PC,
  POL,
  paper,
  pass,
  plannedCity,
  resolution,
  runningCity,
  SA,
  SB,
} from '../exercise/season.ts';

const LATER = at('2026-10-08');
const acting = paper('70/QĐ-UBND', '2026-10-07');
const reason = 'điều chỉnh kinh phí';
const revoke = (slot: PaperSlot): Command => ({ type: 'RevokePaper', slot, paper: acting, reason });
const amend = (slot: PaperSlot, change: object = {}): Command => ({
  type: 'AmendPaper',
  slot,
  by: acting,
  change,
  reason,
});
const stateOf = (past: readonly Step[], stream = CITY): ExerciseState => given(exercise, stream, past).state;
const after = (past: readonly Step[], slot: PaperSlot, stream = CITY): ExerciseState =>
  stateOf([...past, step(SA, LATER, revoke(slot))], stream);

describe('revoking a paper', () => {
  test('shows what it voids before it does, and the event then says the same', () => {
    const city = given(exercise, CITY, cityThrough('G4'));
    const voids = voidedBy(city.state, 'budget');
    expect(voids).toEqual({ papers: ['budget'], tasks: ['C14', 'C16', 'C18'], gates: ['G3', 'G4'], phase: null });
    city.when(FIN, LATER, revoke('budget')).thenExactly({
      type: 'PaperRevoked',
      slot: 'budget',
      revoked: { number: '01/KH', date: '2026-10-05', issuer: 'Văn thư' },
      paper: acting,
      reason,
      voids,
    });
  });

  test('voids exactly that: the proof of the budget and of what stands on it, its gate and the later ones', () => {
    const before = stateOf(cityThrough('G4'));
    const state = after(cityThrough('G4'), 'budget');
    const changed = Object.keys(state.tasks).filter((code) => state.tasks[code]?.status !== before.tasks[code]?.status);
    expect(changed.sort()).toEqual(['C14', 'C16', 'C18', 'C26']);
    expect(state.tasks.C26?.status).toBe('waiting');
    expect(['C14', 'C16', 'C18'].map((code) => state.tasks[code]?.status)).toEqual([
      'returned',
      'returned',
      'returned',
    ]);
    expect(state.tasks.C15?.status).toBe('verified');
    expect(state.gates.filter((gate) => gate.passed).map((gate) => gate.code)).toEqual(['G0', 'G1', 'G2']);
    expect([state.resolution, state.boards, state.frame]).toEqual([before.resolution, before.boards, before.frame]);
    expect(paperOnFile(state, 'plan')).not.toBeNull();
    expect(paperOnFile(state, 'budget')).toBeNull();
  });

  test('a task that fell says why, keeps its deadlines and what was handed in, and waits for what fell before it', () => {
    const [was, is] = [stateOf(cityThrough('G4')).tasks.C16, after(cityThrough('G4'), 'budget').tasks.C16];
    expect(is).toMatchObject({
      returned: { times: 1, reason },
      verifiedAt: null,
      due: was?.due,
      firstDue: was?.firstDue,
      submission: was?.submission,
    });
    expect(is?.submissions.at(-1)).toMatchObject({ outcome: 'voided', reason });
    given(exercise, CITY, [...cityThrough('G4'), step(SA, LATER, revoke('budget'))])
      .when(head('tam-ky.SUP'), LATER, {
        type: 'SubmitTask',
        task: 'C16',
        evidence: { number: '2', date: '2026-10-08', holder: 'x' },
      })
      .thenRefused('task-waiting', { task: 'C16', waitsOn: ['C14'] });
  });

  test('work that could have begun waits again', () => {
    const past = [...cityThrough('G3').slice(0, -1), step(SB, EARLY, pass('G3'))];
    expect(stateOf(past).tasks.C16?.status).toBe('open');
    expect(after(past, 'budget').tasks.C16?.status).toBe('waiting');
  });

  test('takes down the papers that stand on it, and the file goes back to its phase', () => {
    const ready = cityThrough('G6');
    const { papers, gates, phase } = voidedBy(stateOf(ready), 'resolution');
    expect(papers).toEqual([
      'resolution',
      'standingDirective',
      'steering',
      'organising',
      'directing',
      'support',
      'frame',
      'intent',
      'plan',
      'calendar',
      'budget',
    ]);
    expect(gates).toEqual(['G1', 'G2', 'G3', 'G4', 'G5', 'G6']);
    expect(phase).toEqual({ from: 'ready', to: 'preparing' });
    const fallen = after(ready, 'resolution');
    expect([fallen.resolution, fallen.boards, fallen.frame, fallen.phase]).toEqual([null, {}, null, 'preparing']);
    expect(after(ready, 'directive').phase).toBe('planned');
  });

  test('a revoked paper stays on record with what revoked it, and what fell with it names the cause', () => {
    const { revoked } = after(cityThrough('G2'), 'organising');
    expect(revoked).toEqual([
      { slot: 'organising', paper: paper('05/QĐ-UBND'), cause: 'organising', by: acting, reason, at: LATER },
      { slot: 'frame', paper: paper('06/QĐ-BCĐ'), cause: 'organising', by: acting, reason, at: LATER },
    ]);
  });

  test('leaves alone what was found not applicable', () => {
    const waived = step(SB, EARLY, { type: 'WaiveTask', task: 'C16', reason: 'không cần' });
    const state = after(
      [...cityThrough('G2'), ...['C10', 'C11', 'C14'].flatMap((code) => done(code)), waived],
      'budget',
    );
    expect([state.tasks.C14?.status, state.tasks.C16?.status]).toEqual(['returned', 'waived']);
  });

  test('a gate that was passed over an open task does not fall with its proof', () => {
    const over = pass('G3', { override: { reason: 'gấp', basis: '15/CV' } });
    const past = [
      ...cityThrough('G2'),
      ...['C10', 'C11', 'C12', 'C13'].flatMap((code) => done(code)),
      step(SB, EARLY, over),
      ...done('C14'),
    ];
    expect(voidedBy(stateOf(past), 'budget')).toMatchObject({ tasks: ['C14'], gates: [] });
    expect(voidedBy(stateOf(past), 'calendar')).toMatchObject({ tasks: ['C12'], gates: ['G3'] });
  });

  test('a commune loses its plan with its organising board', () => {
    const voids = voidedBy(stateOf(communeThrough('G3'), COMMUNE), 'organising');
    expect(voids).toEqual({
      papers: ['organising', 'frame', 'plan', 'budget'],
      tasks: ['X03', 'X04', 'X05', 'X06'],
      gates: ['G2', 'G3'],
      phase: null,
    });
  });

  test('the same paper may be issued anew, and the gates are passed again', () => {
    const past = [...cityThrough('G2'), step(SA, LATER, revoke('frame'))];
    expect(blockersOf(stateOf(past), 'G2').map((blocker) => blocker.kind)).toEqual(['paper', 'task']);
    const again = [...past, step(SB, LATER, frame), ...done('C09', LATER), step(SB, LATER, pass('G2'))];
    expect(stateOf(again).gates.filter((gate) => gate.passed)).toHaveLength(3);
    given(exercise, CITY, past).when(SB, LATER, revoke('frame')).thenRefused('paper-missing', { paper: 'frame' });
  });

  test('is for the issuing body and the standing agency, with a later paper, before the run', () => {
    const city = given(exercise, CITY, cityThrough('G2'));
    city.when(POL, LATER, revoke('steering')).thenRefused('not-your-body', { body: 'tam-ky.POL' });
    const older = { ...revoke('steering'), paper: paper('70/QĐ-UBND', '2026-10-04') };
    city.when(PC, LATER, older).thenRefused('paper-older', { date: '2026-10-04', than: '2026-10-05' });
    city.when(PC, EARLY, revoke('steering')).thenRefused('paper-from-the-future');
    given(exercise, CITY, runningCity)
      .when(PC, at('2027-04-21'), revoke('steering'))
      .thenRefused('run-opened', { phase: 'running' });
    given(exercise, CITY, plannedCity).when(SA, LATER, revoke('plan')).thenRefused('paper-missing', { paper: 'plan' });
  });
});

describe('amending a paper', () => {
  const city = given(exercise, CITY, cityThrough('G4'));

  test('keeps what hangs on it and records both papers', () => {
    const change = { headPost: 'Phó Chủ tịch UBND', seats: [{ post: 'Ủy viên', count: 7 }] };
    const { type: _, paper: decided } = board('organising');
    city.when(PC, LATER, amend('organising', change)).thenExactly({
      type: 'PaperAmended',
      slot: 'organising',
      paper: decided,
      amending: acting,
      change,
      reason,
    });
    const { state } = given(exercise, CITY, [...cityThrough('G4'), step(PC, LATER, amend('organising', change))]);
    expect(state.boards.organising).toEqual({ paper: decided, ...change });
    expect(state.amendments).toEqual([{ slot: 'organising', by: acting, reason, at: LATER, change }]);
    expect([state.tasks, state.gates, state.phase]).toEqual([city.state.tasks, city.state.gates, city.state.phase]);
  });

  test('a paper known by its task alone is on file itself from then on', () => {
    const { state } = given(exercise, CITY, [...cityThrough('G4'), step(FIN, LATER, amend('budget', { amount: 9 }))]);
    expect(state.papers.budget).toEqual({
      paper: { number: '01/KH', date: '2026-10-05', issuer: 'Văn thư' },
      amount: 9,
    });
  });

  test('members of the frame and subcommittees change with their own papers', () => {
    const seats = [{ post: 'Chỉ huy', count: 2 }];
    const subcommittees = [{ name: 'Tiểu ban tuyên truyền', seats: [] }];
    const { state } = given(exercise, CITY, [
      ...cityThrough('G4'),
      step(SB, LATER, amend('frame', { seats })),
      step(PC, LATER, amend('organising', { subcommittees })),
      step(SA, LATER, amend('resolution')),
    ]);
    expect(state.frame?.seats).toEqual(seats);
    expect(state.boards.organising?.subcommittees).toEqual(subcommittees);
    expect(state.resolution).toEqual(resolution.paper);
    expect(state.amendments.map(({ slot }) => slot)).toEqual(['frame', 'organising', 'resolution']);
  });

  test('changes only what such a paper holds, and never empties it', () => {
    for (const [slot, change, changes] of [
      ['plan', { headPost: 'x' }, ['headPost']],
      ['frame', { headPost: 'x', amount: 1 }, ['headPost', 'amount']],
      ['support', { subcommittees: [] }, ['subcommittees']],
      ['resolution', { seats: [{ post: 'x', count: 1 }] }, ['seats']],
    ] as const)
      city.when(SA, LATER, amend(slot, change)).thenRefused('amendment-not-fitting', { paper: slot, changes });
    city.when(SA, LATER, amend('frame', { seats: [] })).thenInvalid();
  });

  test('is done by another, later paper', () => {
    const itself = { ...amend('steering'), by: paper('05/QĐ-UBND') };
    city.when(PC, LATER, itself).thenRefused('paper-itself', { paper: 'steering', number: '05/QĐ-UBND' });
    const older = { ...amend('steering'), by: paper('04/QĐ-UBND', '2026-10-01') };
    city.when(PC, LATER, older).thenRefused('paper-older');
  });

  test('goes with the paper when that is revoked', () => {
    const state = stateOf([
      ...cityThrough('G4'),
      step(PC, LATER, amend('support')),
      step(PC, LATER, amend('plan')),
      step(PC, LATER, revoke('support')),
    ]);
    expect(state.amendments.map(({ slot }) => slot)).toEqual(['plan']);
  });
});
