import { describe, expect, test } from '@jest/globals';
import { type PlanFault, PlanInvalid, parsePlan } from '../../rehearsal/plan.ts';
import { example } from './fixtures.ts';

const exercise = (id: string, change: object = {}): object => ({
  id,
  type: 'communeCombatExercise',
  orgUnit: 'phuong-a',
  theme: 'Diễn tập',
  startDate: '2027-04-20',
  endDate: '2027-04-21',
  ...change,
});
const plan = (change: object = {}): object => ({
  name: 'thu',
  title: 'Thử',
  authority: 'Phường A',
  exercises: [exercise('a')],
  ...change,
});
const faults = (data: unknown): readonly PlanFault[] => {
  try {
    parsePlan(data);
  } catch (error) {
    if (error instanceof PlanInvalid) return error.faults;
    throw error;
  }
  return [];
};
const paths = (data: unknown): string[] => faults(data).map(({ path }) => path);

describe('a plan file', () => {
  test.each(['tam-ky-2022', 'ban-thach-2027'])('the example %s is sound', (name) => {
    expect(faults(example(name))).toEqual([]);
  });

  test('an unknown field is named by its path', () => {
    expect(faults(plan({ exercises: [exercise('a', { startdate: '2027-04-20' })] }))).toEqual([
      { path: 'exercises[0].startdate', vi: 'không có trường này', en: 'is not a known field' },
    ]);
  });

  test('a missing field is named by its path', () => {
    expect(faults({ ...plan(), title: undefined })).toEqual([
      { path: 'title', vi: 'thiếu trường này', en: 'this field is missing' },
    ]);
  });

  test('an unknown body is refused with the list of bodies', () => {
    const [fault] = faults(plan({ behaviours: { late: [{ body: 'POLICE', days: 5 }] } }));
    expect(fault?.path).toBe('behaviours.late[0].body');
    expect(fault?.vi).toContain('POL');
  });

  test('a cycle of parents is refused with its way', () => {
    const cyclic = plan({ exercises: [exercise('a', { parentId: 'b' }), exercise('b', { parentId: 'a' })] });
    expect(paths(cyclic)).toEqual(['exercises[0].parentId', 'exercises[1].parentId']);
    expect(faults(cyclic)[0]?.en).toContain('a → b → a');
    expect(faults(cyclic)[0]?.vi).toContain('a → b → a');
  });

  test('an exercise below one that is caught in a cycle is refused too, and the check ends', () => {
    const below = [exercise('a', { parentId: 'b' }), exercise('b', { parentId: 'b' })];
    expect(paths(plan({ exercises: below }))).toContain('exercises[1].parentId');
  });

  test('a closing day before the opening day is refused', () => {
    expect(paths(plan({ exercises: [exercise('a', { endDate: '2027-04-19' })] }))).toEqual(['exercises[0].endDate']);
  });

  test('a day that does not exist is refused', () => {
    expect(paths(plan({ exercises: [exercise('a', { startDate: '2027-02-30' })] }))).toContain(
      'exercises[0].startDate',
    );
  });

  test('references must exist: parent, exercise, task', () => {
    expect(paths(plan({ exercises: [exercise('a', { parentId: 'z' })] }))).toEqual(['exercises[0].parentId']);
    expect(paths(plan({ behaviours: { late: [{ task: 'X14', exercise: 'z', days: 1 }] } }))).toEqual([
      'behaviours.late[0].exercise',
    ]);
    expect(paths(plan({ behaviours: { held: [{ task: 'C17', exercise: 'a', days: 1 }] } }))).toEqual([
      'behaviours.held[0].task',
    ]);
    expect(paths(plan({ sample: { day: '2027-03-01', behaviours: { late: [{ days: 1 }] } } }))).toEqual([
      'sample.behaviours.late[0]',
    ]);
  });

  test('a city exercise belongs to no other, and ids are used once', () => {
    const city = exercise('a', { type: 'defenceAreaExercise', parentId: 'b' });
    expect(paths(plan({ exercises: [city, exercise('b')] }))).toEqual(['exercises[0].parentId']);
    expect(paths(plan({ exercises: [exercise('a'), exercise('a')] }))).toEqual(['exercises[1].id']);
  });

  test('all faults are told at once', () => {
    const both = [exercise('a', { endDate: '2027-04-19' }), exercise('b', { parentId: 'z' })];
    expect(paths(plan({ exercises: both }))).toEqual(['exercises[0].endDate', 'exercises[1].parentId']);
  });
});
