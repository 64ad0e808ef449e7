import { describe, expect, test } from '@jest/globals';
import { parseOffset } from '../../../domain/calendar/index.ts';
import { exercise } from '../../../domain/exercise/index.ts';
import { at, given, type Step, step } from '../../support/domain.ts';
import { CITY, cityThrough, done, draftedCity, EARLY, POL, plannedCity, runningCity, SA } from '../exercise/season.ts';
import { addTask, dropTask, relink, retime } from './support.ts';

const city = (...steps: Step[]) => given(exercise, CITY, [...plannedCity, ...steps]);
const later = at('2026-10-07');
const by = (command: ReturnType<typeof addTask>): Step => step(SA, later, command);

describe('adding a task', () => {
  test('it gets its day on the calendar, its turn and its ladder, and keeps its reason', () => {
    city()
      .when(SA, later, addTask('C41', { evidence: 'plan', titleEn: 'Epidemic plan' }))
      .thenExactly({
        type: 'TaskAdded',
        added: {
          code: 'C41',
          titleVi: 'Phương án phòng dịch',
          titleEn: 'Epidemic plan',
          owner: 'tam-ky.HEA',
          after: ['C11'],
          gate: 'G4',
          offset: { anchor: 'T', days: -40 },
          originalOffset: null,
          referenceOnly: false,
          wanted: { kind: 'plan', labelVi: 'Kế hoạch', labelEn: 'plan' },
          rehearsal: null,
          due: '2027-02-22',
        },
        reason: 'UBND yêu cầu',
      });
    const { C41 } = city(by(addTask('C41'))).state.tasks;
    expect(C41).toMatchObject({
      status: 'waiting',
      firstDue: '2027-02-22',
      origin: 'added',
      ladder: { observed: later },
    });
    expect(city(by(addTask('C41', { after: [] }))).state.tasks.C41?.status).toBe('open');
    const byNumber = city(by(addTask('C41', { evidence: 'referenceOnly' }))).state.tasks.C41;
    expect([C41?.referenceOnly, C41?.wanted, byNumber?.referenceOnly]).toEqual([false, null, true]);
  });

  test('its gate waits for it', () => {
    const gated = given(exercise, CITY, [
      ...cityThrough('G2'),
      by(addTask('C41', { gate: 'G3', after: ['C10'], offset: parseOffset('T-52') })),
      ...['C10', 'C11', 'C12', 'C13', 'C14'].flatMap((code) => done(code, later)),
    ]);
    gated
      .when({ ...SA, body: 'tam-ky.SB', post: 'head' } as typeof SA, later, { type: 'PassGate', gate: 'G3' })
      .thenRefused('gate-blocked', { blockers: ['C41'] });
  });

  test('a code that is or was used, an unknown predecessor, a day that has passed are refused', () => {
    city().when(SA, later, addTask('C17')).thenRefused('task-exists', { task: 'C17' });
    city(by(dropTask('C19')))
      .when(SA, later, addTask('C19'))
      .thenRefused('task-exists', { task: 'C19' });
    city()
      .when(SA, later, addTask('C41', { after: ['C99'] }))
      .thenRefused('task-unknown', { task: 'C99' });
    city()
      .when(SA, at('2027-02-22'), addTask('C41'))
      .thenRefused('due-passed', { due: '2027-02-22', today: '2027-02-22' });
    city()
      .when(SA, later, addTask('C41', { offset: { anchor: 'T', days: -900 } }))
      .thenInvalid();
  });

  test('a deadline before a predecessor, or after the gate task, is refused', () => {
    city()
      .when(SA, later, addTask('C41', { offset: parseOffset('T-59') }))
      .thenRefused('due-before-predecessor', { task: 'C41', offset: 'T-59', predecessor: 'C11', other: 'T-58' });
    city()
      .when(SA, later, addTask('C41', { offset: parseOffset('T-19') }))
      .thenRefused('gate-task-not-last', { gate: 'G4', task: 'C25' });
    city()
      .when(SA, later, addTask('C41', { gate: 'G2', after: ['C10'], offset: parseOffset('T-66') }))
      .thenRefused('due-before-predecessor');
  });
});

describe('dropping a task', () => {
  test('what waited for it waits for what it waited for; the reason stays on file', () => {
    city().when(SA, later, dropTask('C16')).thenExactly({ type: 'TaskDropped', task: 'C16', reason: 'không tổ chức' });
    const { tasks, dropped } = city(by(dropTask('C16'))).state;
    expect(tasks.C16).toBeUndefined();
    expect([tasks.C18?.after, tasks.C26?.after]).toEqual([
      ['C08', 'C14'],
      ['C08', 'C14'],
    ]);
    expect(dropped).toEqual([
      {
        task: 'C16',
        titleVi: 'Kế hoạch bảo đảm hậu cần, kỹ thuật',
        titleEn: 'Support plan: logistics and technical',
        reason: 'không tổ chức',
        at: later,
      },
    ]);
  });

  test('a successor whose other predecessors are done is open at once', () => {
    const file = given(exercise, CITY, [...cityThrough('G3'), by(dropTask('C16'))]);
    expect(file.state.tasks.C18?.status).toBe('open');
  });

  test('a gate task and what is proved are not dropped', () => {
    city().when(SA, later, dropTask('C25')).thenRefused('gate-task-kept', { task: 'C25', gate: 'G4' });
    city(...done('C01'))
      .when(SA, later, dropTask('C01'))
      .thenRefused('task-status', { action: 'DropTask' });
  });
});

describe('re-timing and re-linking', () => {
  test('a new deadline keeps the first one and starts its ladder anew', () => {
    city()
      .when(SA, later, retime('C17', 'T-40'))
      .thenExactly({
        type: 'TaskRetimed',
        task: 'C17',
        offset: { from: parseOffset('T-45'), to: parseOffset('T-40') },
        due: { from: '2027-02-15', to: '2027-02-22' },
        reason: 'chờ tỉnh',
      });
    expect(city(by(retime('C17', 'T-40'))).state.tasks.C17).toMatchObject({
      due: '2027-02-22',
      firstDue: '2027-02-15',
      ladder: { observed: later },
    });
  });

  test('days that were granted are kept', () => {
    const ask = step(POL, EARLY, { type: 'RequestExtension', task: 'C17', until: '2027-02-17', reason: 'chờ' });
    const grant = step({ ...POL, body: 'tam-ky.SB', person: 'sb' } as typeof POL, EARLY, {
      type: 'DecideExtension',
      task: 'C17',
      granted: true,
      reason: 'được',
    });
    expect(city(ask, grant, by(retime('C17', 'T-40'))).state.tasks.C17).toMatchObject({
      due: '2027-02-24',
      extendedBy: 2,
    });
  });

  test('a circle is refused with its path, whether of two tasks or of many', () => {
    city().when(SA, later, relink('C05', 'C05')).thenRefused('task-cycle', { path: 'C05 → C05' });
    city()
      .when(SA, later, relink('C11', 'C10', 'C17'))
      .thenRefused('task-cycle', { path: 'C11 → C17 → C11' });
    city()
      .when(SA, later, relink('C10', 'C26'))
      .thenRefused('task-cycle', { path: 'C10 → C11 → C14 → C16 → C26 → C10' });
  });

  test('new predecessors put the turn right', () => {
    const file = city(...done('C01'), by(relink('C02', 'C01')), by(relink('C03')));
    expect([file.state.tasks.C02?.status, file.state.tasks.C03?.status]).toEqual(['open', 'open']);
    const back = city(by(relink('C02')), by(relink('C02', 'C01')));
    expect(back.state.tasks.C02?.status).toBe('waiting');
  });
});

describe('who tailors, and when', () => {
  test('the standing agency, from planning until the run opens', () => {
    city()
      .when(POL, later, dropTask('C19'))
      .thenRefused('not-your-body', { allowed: ['tam-ky.SA'] });
    given(exercise, CITY, draftedCity).when(SA, later, dropTask('C19')).thenRefused('exercise-not-active');
    given(exercise, CITY, runningCity)
      .when(SA, at('2027-04-21'), dropTask('C37'))
      .thenRefused('tailoring-closed', { phase: 'running' });
    city()
      .when(SA, later, { ...dropTask('C19'), reason: '' })
      .thenInvalid();
  });
});
