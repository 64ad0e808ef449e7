/** Bodies with more tasks due than they can carry, by day and by week; and in which order clashes are told. */
import { describe, expect, test } from '@jest/globals';
import type { Folded } from '../../../domain/decider.ts';
import { type ExerciseState, exercise, type Task } from '../../../domain/exercise/index.ts';
import { capacityOf } from '../../../domain/planning/body-clashes.ts';
import { DEFAULT_CAPACITY } from '../../../domain/planning/capacity.ts';
import { type FiledExercise, filedIn } from '../../../domain/planning/clash.ts';
import { clashesOf, clashesWith, unresolvedClashes } from '../../../domain/planning/clashes.ts';
import { review } from '../../../domain/review/index.ts';
import { EntityId, StreamId } from '../../../domain/streams.ts';
import { localDate } from '../../../domain/time.ts';
import { given } from '../../support/domain.ts';
import { CITY, plannedCity } from '../exercise/season.ts';

const base = given(exercise, CITY, plannedCity).state;
const HEA = 'tam-ky.HEA' as Task['owner'];
const tasksDue = (days: readonly string[], owner: Task['owner']): ExerciseState['tasks'] => {
  const [usual] = Object.values(base.tasks);
  if (!usual) throw new Error('the plan has tasks');
  return Object.fromEntries(
    days.map((day, n) => [`C${n + 1}`, { ...usual, code: `C${n + 1}`, owner, due: localDate(day) }]),
  );
};
const filed = (id: string, days: readonly string[], more: Partial<ExerciseState> = {}, owner = HEA): FiledExercise => ({
  id: EntityId.parse(id),
  state: {
    ...base,
    tasks: tasksDue(days, owner),
    startDate: localDate('2027-06-01'),
    endDate: localDate('2027-06-02'),
    ...more,
  },
});
const at = (startDate: string, endDate: string): Partial<ExerciseState> => ({
  startDate: localDate(startDate),
  endDate: localDate(endDate),
});
const carries = (tasksPerDay: number, tasksPerWeek: number): Partial<ExerciseState> => ({
  capacities: { [HEA]: { tasksPerDay, tasksPerWeek } },
});
const later = at('2027-07-01', '2027-07-02');
const burdens = (...exercises: FiledExercise[]) =>
  clashesOf(exercises).map(({ key, needed, available, from, until, tasks }) =>
    [key, `${needed}/${available}`, `${from}–${until}`, ...tasks].join(' '),
  );

describe('a body', () => {
  test('carries what its city entered, the smallest figure where several did, else the usual', () => {
    const state = (tasksPerDay: number, tasksPerWeek: number) => ({
      state: { ...base, ...carries(tasksPerDay, tasksPerWeek) },
    });
    expect(capacityOf([{ state: base }], HEA)).toEqual(DEFAULT_CAPACITY);
    expect(capacityOf([{ state: base }, state(3, 9)], HEA)).toEqual({ tasksPerDay: 3, tasksPerWeek: 9 });
    expect(capacityOf([state(3, 9), state(4, 8)], HEA)).toEqual({ tasksPerDay: 3, tasksPerWeek: 8 });
    expect(capacityOf([state(3, 9)], 'tam-ky.POL' as Task['owner'])).toEqual(DEFAULT_CAPACITY);
  });

  test('has a week from Monday to Sunday, told with its first and last deadline and all its tasks', () => {
    // Monday 1 March to Sunday 7 March 2027
    const b = filed('b', ['2027-03-05', '2027-03-01'], carries(9, 3));
    const a = filed('a', ['2027-03-07', '2027-03-03'], later);
    expect(burdens(b, a)).toEqual(['body:tam-ky.HEA:week:2027-03-01 4/3 2027-03-01–2027-03-07 a/C1 a/C2 b/C1 b/C2']);
    expect(burdens(b, filed('a', ['2027-03-08', '2027-03-03'], later))).toEqual([]);
    expect(burdens(b, filed('a', ['2027-02-28', '2027-03-03'], later))).toEqual([]);
  });

  test('may have as many on one day as it carries; one more is told, a day before its week', () => {
    const [day, next] = ['2027-03-01', '2027-03-02'];
    const one = filed('a', [day, next, day], carries(2, 9));
    expect(burdens(one, filed('b', [next], later))).toEqual([]);
    expect(burdens(one, filed('b', [day], later))).toEqual([
      'body:tam-ky.HEA:2027-03-01 3/2 2027-03-01–2027-03-01 a/C1 a/C3 b/C1',
    ]);
    expect(burdens(filed('a', [day, day], carries(1, 1)), filed('b', [next], later))).toEqual([
      'body:tam-ky.HEA:week:2027-03-01 3/1 2027-03-01–2027-03-02 a/C1 a/C2 b/C1',
    ]);
    expect(burdens(filed('a', [day], carries(1, 1)), filed('b', [day], later))).toEqual([
      'body:tam-ky.HEA:2027-03-01 2/1 2027-03-01–2027-03-01 a/C1 b/C1',
      'body:tam-ky.HEA:week:2027-03-01 2/1 2027-03-01–2027-03-01 a/C1 b/C1',
    ]);
    expect(burdens(filed('a', [day], carries(1, 1)), filed('b', [day], later, 'tam-ky.POL' as Task['owner']))).toEqual(
      [],
    );
  });
});

describe('clashes', () => {
  const venues = (...names: string[]): Partial<ExerciseState> => ({ resources: { venues: names, vehicles: [] } });
  const a = filed('a', [], { ...at('2027-06-01', '2027-06-05'), ...venues('Sân B', 'Sân A', 'Sân C') });
  const b = filed('b', [], { ...at('2027-06-04', '2027-06-08'), ...venues('Sân A', 'Sân B') });
  const c = filed('c', [], { ...at('2027-06-02', '2027-06-03'), ...venues('Sân C') });

  test('are told by their first day, then by their key', () => {
    const keys = ['venue:a+c:2027-06-02:sân c', 'venue:a+b:2027-06-04:sân a', 'venue:a+b:2027-06-04:sân b'];
    for (const order of [
      [a, b, c],
      [c, b, a],
      [b, a, c],
    ])
      expect(clashesOf(order).map(({ key }) => key)).toEqual(keys);
  });

  test('of one exercise are those it takes part in', () => {
    expect(clashesWith(c, [a, b]).map(({ key }) => key)).toEqual(['venue:a+c:2027-06-02:sân c']);
    expect(clashesWith(b, [a, c])).toHaveLength(2);
  });

  test('keep a plan from being approved unless they are warnings or accepted', () => {
    const unresolved = (own: Partial<ExerciseState>, other: Partial<ExerciseState> = {}) =>
      unresolvedClashes({ ...c, state: { ...c.state, ...own } }, [{ ...a, state: { ...a.state, ...other } }, b]).length;
    const key = 'venue:a+c:2027-06-02:sân c';
    const accepted = { at: base.lastAt, by: 'x', reason: 'chia giờ' };
    expect(unresolved({})).toBe(1);
    expect(unresolved({ parentId: EntityId.parse('a') })).toBe(0);
    expect(unresolved({ acceptedClashes: { [key]: accepted } as unknown as ExerciseState['acceptedClashes'] })).toBe(0);
  });

  test('are looked for among exercises only, and among those that are still to be held', () => {
    const others = new Map<StreamId, Folded>([
      [StreamId.parse('exercise/a'), a.state],
      [StreamId.parse('review/a'), review.initial],
    ]);
    expect(filedIn(others)).toEqual([{ id: 'a', state: a.state }]);
    for (const phase of ['reviewing', 'closed', 'cancelled', 'draft'] as const)
      expect(clashesOf([a, { ...c, state: { ...c.state, phase } }])).toEqual([]);
    for (const gone of [{ startDate: null }, { endDate: null }])
      expect(clashesOf([a, { ...c, state: { ...c.state, ...gone } }])).toEqual([]);
  });
});

describe('two exercises that open on one day', () => {
  const same = at('2027-06-01', '2027-06-05');
  const owners = (own: object): Partial<ExerciseState> => ({ owners: own as ExerciseState['owners'] });
  const subjects = (other: Partial<ExerciseState>) =>
    clashesOf([filed('a', [], same), filed('b', [], { ...at('2027-06-01', '2027-06-04'), ...other })]).map(
      ({ kind, subject }) => `${kind} ${subject}`,
    );

  test('are led by one board, or else by one agency', () => {
    expect(subjects({})).toEqual(['opening-day tam-ky.DB']);
    expect(subjects(owners({ DB: 'quang-nam.DB' }))).toEqual(['opening-day tam-ky.SA']);
    expect(subjects(owners({ DB: 'quang-nam.DB', SA: 'quang-nam.SA' }))).toEqual([]);
  });

  test('share a post of their frame however its name is spaced', () => {
    const frame = (post: string): Partial<ExerciseState> => ({
      frame: {
        paper: { number: '1', date: localDate('2026-10-05'), issuer: 'BCĐ' },
        seats: [{ post, count: 1 }],
      },
    });
    const two = [
      filed('a', [], { ...same, ...frame('Trưởng ban') }),
      filed('b', [], { ...at('2027-06-02', '2027-06-03'), ...frame(' trưởng  BAN ') }),
    ];
    expect(clashesOf(two).map(({ key }) => key)).toEqual(['frame-post:a+b:2027-06-02:trưởng ban']);
    expect(clashesOf([...two.slice(0, 1), filed('b', [], at('2027-06-02', '2027-06-03'))])).toEqual([]);
  });
});
