/** The sample that the product shows on its first start. */
import { describe, expect, test } from '@jest/globals';
import { CALENDAR, isWorkingDay, workingDaysBetween } from '../../domain/calendar/index.ts';
import { type ExerciseState, holderOf, isDone, readinessOf, type TaskStatus } from '../../domain/exercise/index.ts';
import type { ReadinessTask } from '../../domain/exercise/readiness.ts';
import { dayOf, localDate } from '../../domain/time.ts';
import type { VirtualEngine } from '../../rehearsal/engine.ts';
import { sampleOf } from '../../rehearsal/season.ts';
import { exerciseOf, ofType, played, tamKy } from './fixtures.ts';

const IDS = ['tam-ky-2022', 'tan-thanh-2022', 'an-son-2022', 'phuoc-hoa-2022'];

const sample = sampleOf(tamKy());
if (!sample) throw new Error('the example has no sample');
const today = dayOf(sample.until);
const load = (): Promise<VirtualEngine> => played(sample.plan, { until: sample.until });

const count = (engine: VirtualEngine, status: TaskStatus): number =>
  IDS.flatMap((id) => Object.values(exerciseOf(engine, id).tasks)).filter((task) => task.status === status).length;

const verdict = (state: ExerciseState): string => {
  const tasks = Object.values(state.tasks).map(
    (task): ReadinessTask => ({
      code: task.code,
      owner: task.owner,
      holder: holderOf(state, task),
      after: task.after,
      due: task.due,
      done: isDone(task),
      waived: task.status === 'waived',
    }),
  );
  const gates = state.gates.map(({ code, gateTask, passed }) => ({ code, gateTask, passed: passed !== null }));
  return readinessOf({ active: true, tasks, gates }, today, CALENDAR).verdict;
};

describe('the sample of Tam Kỳ', () => {
  test('stands at 08:30 of a working day in the middle of the preparation', () => {
    expect(sample.until).toBe('2022-05-31T01:30:00.000Z');
    expect(isWorkingDay(CALENDAR, today)).toBe(true);
    expect(workingDaysBetween(CALENDAR, today, localDate('2022-07-07'))).toBe(27);
  });

  test('holds something of everything: late, returned, submitted, an open request for more time', async () => {
    const engine = await load();
    expect(count(engine, 'returned')).toBe(1);
    expect(count(engine, 'submitted')).toBe(2);
    expect(count(engine, 'started')).toBeGreaterThan(3);
    expect(exerciseOf(engine, 'an-son-2022').tasks.X15?.extension).not.toBeNull();
    expect(exerciseOf(engine, 'tam-ky-2022').tasks.C23).toMatchObject({ status: 'started', due: '2022-05-26' });
    expect(exerciseOf(engine, 'tam-ky-2022').tasks.C18).toMatchObject({ status: 'verified', extendedBy: 3 });
  });

  test('shows every verdict: the city late, An Sơn blocked, the pilot ward on schedule', async () => {
    const engine = await load();
    expect(IDS.map((id) => verdict(exerciseOf(engine, id)))).toEqual(['amber', 'green', 'red', 'green']);
  });

  test('has the city past G0–G3 and the pilot ward past G4', async () => {
    const engine = await load();
    const passed = (id: string): string[] =>
      exerciseOf(engine, id).gates.flatMap(({ code, passed: done }) => (done ? [code] : []));
    expect(passed('tam-ky-2022')).toEqual(['G0', 'G1', 'G2', 'G3']);
    expect(passed('tan-thanh-2022')).toEqual(['G0', 'G1', 'G2', 'G3', 'G4']);
  });

  test('rang this very morning, up to the head of the steering board', async () => {
    const engine = await load();
    const thisMorning = ofType(engine, 'TaskEscalated').filter(({ at }) => at === '2022-05-31T01:00:00.000Z');
    expect(thisMorning.map(({ task, rung, to }) => [task, rung, to])).toContainEqual(['C23', 'board', 'tam-ky.SB']);
    expect(engine.facts.every(({ fact }) => fact.at <= sample.until)).toBe(true);
  });

  test('can be played on to the end', async () => {
    const engine = await played(sample.plan);
    for (const id of IDS) expect(exerciseOf(engine, id).phase).toBe('closed');
  });
});
