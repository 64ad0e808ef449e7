import { describe, expect, test } from '@jest/globals';
import { exercise, verifiersOf } from '../../../domain/exercise/index.ts';
import { at, given, head, member, type Step, step } from '../../support/domain.ts';
import {
  CITY,
  CMC,
  COMMUNE,
  cityThrough,
  done,
  draftedCity,
  EARLY,
  evidence,
  FIN,
  PC,
  POL,
  plannedCity,
  plannedCommune,
  runningCity,
  SA,
  SB,
  SB_MEMBER,
  submit,
  verify,
} from './season.ts';

const city = (...steps: Step[]) => given(exercise, CITY, [...plannedCity, ...steps]);
const start = (task: string) => ({ type: 'StartTask', task });
const back = (task: string, reason = 'thiếu phụ lục') => ({ type: 'ReturnTask', task, reason });
const waive = (task: string) => ({ type: 'WaiveTask', task, reason: 'không tổ chức' });
const assign = (task: string, owner: string) => ({ type: 'AssignTask', task, owner });
const submitted = step(SA, EARLY, submit('C01'));
const later = at('2026-10-07');

describe('the life of a task', () => {
  test('taken, proved, verified', () => {
    city().when(SA, EARLY, start('C01')).thenExactly({ type: 'TaskStarted', task: 'C01' });
    city(step(SA, EARLY, start('C01')))
      .when(SA, later, submit('C01'))
      .thenExactly({ type: 'TaskSubmitted', task: 'C01', evidence: evidence() });
    city(submitted).when(SB_MEMBER, later, verify('C01')).thenExactly({ type: 'TaskVerified', task: 'C01' });
    expect(city(step(SA, EARLY, start('C01'))).state.tasks.C01).toMatchObject({ status: 'started', startedBy: SA });
    expect(city(submitted).state.tasks.C01).toMatchObject({ status: 'submitted', submission: { at: EARLY, by: SA } });
    const verified = city(submitted, step(SB_MEMBER, later, verify('C01'))).state.tasks.C01;
    expect(verified).toMatchObject({ status: 'verified', verifiedAt: later, due: '2026-12-04' });
  });

  test('a task may be proved without being taken first', () => {
    city().when(SA, EARLY, submit('C01')).thenExactly({ type: 'TaskSubmitted', task: 'C01', evidence: evidence() });
  });

  test('a returned task keeps its first deadline', () => {
    const { state } = city(submitted, step(SB, later, back('C01')));
    expect(state.tasks.C01).toMatchObject({
      status: 'returned',
      due: '2026-12-04',
      firstDue: '2026-12-04',
      returned: { times: 1, reason: 'thiếu phụ lục' },
    });
    const again = city(
      submitted,
      step(SB, later, back('C01')),
      step(SA, later, submit('C01')),
      step(SB, later, back('C01', 'thiếu chữ ký')),
    );
    expect(again.state.tasks.C01).toMatchObject({ returned: { times: 2, reason: 'thiếu chữ ký' }, due: '2026-12-04' });
  });

  test('when the last predecessor is verified the next task opens, not before', () => {
    const status = (...steps: Step[]) => city(...steps).state.tasks.C02?.status;
    expect(status()).toBe('waiting');
    expect(status(submitted)).toBe('waiting');
    expect(status(...done('C01'))).toBe('open');
    // C13 waits on C06 and on C11
    const upToG2 = cityThrough('G2');
    const plan = [...upToG2, ...done('C10')];
    expect(given(exercise, CITY, plan).state.tasks.C13?.status).toBe('waiting');
    expect(given(exercise, CITY, [...plan, ...done('C11')]).state.tasks.C13?.status).toBe('open');
  });

  test('a waived predecessor lets the next task open too', () => {
    expect(city(step(SB, EARLY, waive('C01'))).state.tasks).toMatchObject({
      C01: { status: 'waived', waivedReason: 'không tổ chức' },
      C02: { status: 'open' },
    });
  });

  test('work out of turn is refused with what it waits on', () => {
    for (const command of [start('C02'), submit('C02')])
      city()
        .when(SA, EARLY, command)
        .thenRefused('task-waiting', { task: 'C02', waitsOn: ['C01'] });
  });

  test('what belongs after the opening waits for the opening', () => {
    const ready = given(exercise, CITY, cityThrough('G6'));
    expect(ready.state.tasks.C35?.status).toBe('open');
    ready.when(member('tam-ky.FRAME'), EARLY, start('C35')).thenRefused('run-not-opened', { task: 'C35' });
    given(exercise, CITY, runningCity)
      .when(member('tam-ky.FRAME'), at('2027-04-20', 8), start('C35'))
      .thenExactly({ type: 'TaskStarted', task: 'C35' });
  });

  test.each([
    ['started', [step(SA, EARLY, start('C01'))], ['start', 'verify', 'return']],
    ['submitted', [submitted], ['start', 'submit', 'accept', 'assign', 'waive']],
    ['returned', [submitted, step(SB, EARLY, back('C01'))], ['start', 'verify', 'return']],
    ['verified', done('C01'), ['start', 'submit', 'verify', 'return', 'assign', 'waive']],
    ['waived', [step(SB, EARLY, waive('C01'))], ['start', 'submit', 'verify', 'return', 'assign', 'waive']],
    ['open', [], ['verify', 'return']],
  ] as const)('a task that is %s refuses what does not fit', (status, steps, refused) => {
    const commands = {
      start: [SA, start('C01')],
      submit: [SA, submit('C01')],
      accept: [SA, { type: 'AcceptTask', task: 'C01' }],
      verify: [SB_MEMBER, verify('C01')],
      return: [SB_MEMBER, back('C01')],
      assign: [SA, assign('C01', 'tam-ky.OB')],
      waive: [SB, waive('C01')],
    } as const;
    for (const action of refused)
      city(...steps)
        .when(commands[action][0], later, commands[action][1])
        .thenRefused('task-status', { task: 'C01', status, action });
  });

  test('a task that is not on the list is unknown', () => {
    city().when(SA, EARLY, start('C99')).thenRefused('task-unknown', { task: 'C99' });
    city().when(SA, EARLY, start('constructor')).thenInvalid();
  });

  test('no work on a draft, a cancelled or a closed file', () => {
    given(exercise, CITY, []).when(SA, EARLY, start('C01')).thenRefused('exercise-unknown');
    given(exercise, CITY, draftedCity)
      .when(SA, EARLY, start('C01'))
      .thenRefused('exercise-not-active', { phase: 'draft' });
    city(step(SB, EARLY, { type: 'CancelExercise', reason: 'bão' }))
      .when(SA, EARLY, start('C01'))
      .thenRefused('exercise-not-active', { phase: 'cancelled' });
    given(exercise, CITY, cityThrough('G9'))
      .when(SA, at('2027-06-01'), start('C01'))
      .thenRefused('exercise-not-active', { phase: 'closed' });
  });
});

describe('who does what', () => {
  test('only the owner takes and proves a task', () => {
    city()
      .when(POL, EARLY, start('C01'))
      .thenRefused('not-your-body', { body: 'tam-ky.POL', allowed: ['tam-ky.SA'] });
    city()
      .when(SB, EARLY, submit('C01'))
      .thenRefused('not-your-body', { body: 'tam-ky.SB', allowed: ['tam-ky.SA'] });
  });

  test('no one verifies or returns the work of their own body', () => {
    for (const command of [verify('C01'), back('C01')]) {
      city(submitted).when(SA, later, command).thenRefused('own-work', { task: 'C01', body: 'tam-ky.SA' });
      city(submitted)
        .when(head('tam-ky.SA'), later, command)
        .thenRefused('own-work', { task: 'C01', body: 'tam-ky.SA' });
    }
  });

  test('nor their own work from another chair', () => {
    const turncoat = member('tam-ky.SB', SA.person);
    city(submitted).when(turncoat, later, verify('C01')).thenRefused('own-work', { task: 'C01', body: 'tam-ky.SB' });
  });

  test('nor work that they accepted, took or were to hold, whoever handed it in', () => {
    const judge = member('tam-ky.SB', 'nv-07');
    const worker = member('tam-ky.SA', 'nv-07');
    const did: readonly Step[] = [
      step(worker, EARLY, { type: 'AcceptTask', task: 'C01' }),
      step(worker, EARLY, start('C01')),
      step(SA, EARLY, { ...assign('C01', 'tam-ky.SA'), person: 'nv-07' }),
    ];
    for (const before of did)
      for (const command of [verify('C01'), back('C01')])
        city(before, submitted).when(judge, later, command).thenRefused('own-work', { task: 'C01', body: 'tam-ky.SB' });
    city(...did, submitted)
      .when(SB_MEMBER, later, verify('C01'))
      .thenExactly({ type: 'TaskVerified', task: 'C01' });
  });

  test('the standing agency or the steering board verifies, no one else', () => {
    city(submitted)
      .when(PC, later, verify('C01'))
      .thenRefused('not-your-body', { body: 'tam-ky.PC', allowed: ['tam-ky.SB'] });
    const police = given(exercise, CITY, [...cityThrough('G3'), step(POL, EARLY, submit('C17'))]);
    for (const by of [SA, SB_MEMBER])
      police.when(by, later, verify('C17')).thenExactly({ type: 'TaskVerified', task: 'C17' });
    police.when(FIN, later, back('C17')).thenRefused('not-your-body', { allowed: ['tam-ky.SA', 'tam-ky.SB'] });
  });

  test("in a commune its own command verifies, and its superior's; never the owner", () => {
    const { state } = given(exercise, COMMUNE, plannedCommune);
    const verifiers = (code: string) => {
      const task = state.tasks[code];
      return task ? verifiersOf(state, task) : [];
    };
    expect(verifiers('X02')).toEqual(['tan-thanh.CMC', 'tam-ky.SA', 'tam-ky.SB']);
    expect(verifiers('X01')).toEqual(['tam-ky.SA', 'tam-ky.SB']);
    expect(verifiers('X09')).toEqual(['tan-thanh.CMC', 'tam-ky.SB']);
    given(exercise, COMMUNE, [...plannedCommune, step(CMC, EARLY, submit('X01'))])
      .when(CMC, later, verify('X01'))
      .thenRefused('own-work', { task: 'X01', body: 'tan-thanh.CMC' });
  });

  test('only the head of the steering board waives', () => {
    city()
      .when(SB_MEMBER, EARLY, waive('C01'))
      .thenRefused('head-only', { allowed: ['tam-ky.SB'] });
    city()
      .when(head('tam-ky.SA'), EARLY, waive('C01'))
      .thenRefused('not-your-body', { allowed: ['tam-ky.SB'] });
    city().when(SB, EARLY, waive('C05')).thenExactly({ type: 'TaskWaived', task: 'C05', reason: 'không tổ chức' });
  });

  test("the steering board's own task is waived by those above it", () => {
    city()
      .when(SB, EARLY, waive('C07'))
      .thenRefused('not-your-body', { body: 'tam-ky.SB', allowed: ['tam-ky.SC', 'tam-ky.MPC'] });
    for (const body of ['tam-ky.SC', 'tam-ky.MPC'])
      city()
        .when(head(body), EARLY, waive('C07'))
        .thenExactly({ type: 'TaskWaived', task: 'C07', reason: 'không tổ chức' });
    city().when(member('tam-ky.SC'), EARLY, waive('C07')).thenRefused('head-only');
    city()
      .when(head('tam-ky.SC'), EARLY, waive('C05'))
      .thenRefused('not-your-body', { allowed: ['tam-ky.SB'] });
  });

  test('nobody waives a task that he himself accepted, took or holds', () => {
    const accepted = step(member('tam-ky.PC', 'nv-07'), EARLY, { type: 'AcceptTask', task: 'C05' });
    const same = { ...SB, person: 'nv-07' } as typeof SB;
    city(accepted).when(same, EARLY, waive('C05')).thenRefused('own-waiver', { task: 'C05', body: 'tam-ky.SB' });
    city(accepted)
      .when(SB, EARLY, waive('C05'))
      .thenExactly({ type: 'TaskWaived', task: 'C05', reason: 'không tổ chức' });
  });

  test('the standing agency gives a task to another body, which then answers for it', () => {
    city()
      .when(SA, EARLY, { ...assign('C01', 'tam-ky.OB'), person: 'nv-01' })
      .thenExactly({ type: 'TaskAssigned', task: 'C01', owner: 'tam-ky.OB', person: 'nv-01' });
    city()
      .when(POL, EARLY, assign('C01', 'tam-ky.POL'))
      .thenRefused('not-your-body', { allowed: ['tam-ky.SA'] });
    const given1 = city(step(SA, EARLY, assign('C01', 'tam-ky.OB')));
    given1.when(SA, EARLY, submit('C01')).thenRefused('not-your-body', { allowed: ['tam-ky.OB'] });
    given1.when(member('tam-ky.OB'), EARLY, start('C01')).thenExactly({ type: 'TaskStarted', task: 'C01' });
    expect(given1.state.tasks.C01).toMatchObject({ due: '2026-12-04', status: 'open' });
  });

  test("a task given to another person of its body is accepted anew, one given away whole is nobody's", () => {
    const accept = step(SA, EARLY, { type: 'AcceptTask', task: 'C01' });
    const name = (person?: string, owner = 'tam-ky.SA') =>
      step(SA, later, { ...assign('C01', owner), ...(person ? { person } : {}) });
    expect(city(accept, name('nv-02')).state.tasks.C01).toMatchObject({ person: 'nv-02', accepted: null });
    expect(city(accept, name(SA.person)).state.tasks.C01).toMatchObject({ accepted: SA });
    expect(city(accept, name()).state.tasks.C01).toMatchObject({ person: null, accepted: SA });
    const returned = [step(SA, EARLY, start('C01')), submitted, step(SB, EARLY, back('C01'))];
    expect(city(...returned, name(undefined, 'tam-ky.OB')).state.tasks.C01).toMatchObject({
      ...{ status: 'returned', startedBy: null, accepted: null, person: null },
    });
  });

  test('a task given away is not shown as taken by the one who had it', () => {
    const moved = city(step(SA, EARLY, start('C01')), step(SA, EARLY, assign('C01', 'tam-ky.OB')));
    expect(moved.state.tasks.C01).toMatchObject({ owner: 'tam-ky.OB', status: 'open', startedBy: null });
    moved.when(member('tam-ky.OB'), EARLY, start('C01')).thenExactly({ type: 'TaskStarted', task: 'C01' });
    const within = city(step(SA, EARLY, start('C01')), step(SA, EARLY, assign('C01', 'tam-ky.SA')));
    expect(within.state.tasks.C01).toMatchObject({ status: 'started', startedBy: SA });
  });
});

describe('what proves a task', () => {
  test('a secret task keeps number, date and holder only', () => {
    const secret = given(exercise, CITY, cityThrough('G2'));
    const by = member('tam-ky.SB');
    for (const more of [{ note: 'phương án' }, { counts: { tiểuđội: 3 } }])
      secret
        .when(by, EARLY, { ...submit('C10'), evidence: { ...evidence(), ...more } })
        .thenRefused('reference-only', { task: 'C10' });
    secret.when(by, EARLY, submit('C10')).thenExactly({ type: 'TaskSubmitted', task: 'C10', evidence: evidence() });
  });

  test('an ordinary one may carry a note and counts', () => {
    const proof = { ...evidence(), note: 'hai buổi', counts: { 'số buổi': 2 } };
    city()
      .when(SA, EARLY, { ...submit('C01'), evidence: proof })
      .thenExactly({ type: 'TaskSubmitted', task: 'C01', evidence: proof });
  });

  test('no proof is dated after today', () => {
    const future = { ...submit('C01'), evidence: evidence('01', '2026-10-07') };
    city().when(SA, EARLY, future).thenRefused('paper-from-the-future', { date: '2026-10-07', today: '2026-10-06' });
  });

  test('no proof without number, day and holder; no file', () => {
    for (const proof of [
      {},
      { ...evidence(), number: '' },
      { ...evidence(), date: '06/10/2026' },
      { ...evidence(), file: 'a.pdf' },
    ])
      city()
        .when(SA, EARLY, { ...submit('C01'), evidence: proof })
        .thenInvalid();
  });
});
