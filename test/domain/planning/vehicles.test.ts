/** Vehicles of one pool on the same days, against a count made day by day. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type ExerciseState, exercise } from '../../../domain/exercise/index.ts';
import type { Clash, FiledExercise } from '../../../domain/planning/clash.ts';
import { clashesOf } from '../../../domain/planning/clashes.ts';
import { EntityId } from '../../../domain/streams.ts';
import { addDays, localDate } from '../../../domain/time.ts';
import { given } from '../../support/domain.ts';
import { CITY, plannedCity } from '../exercise/season.ts';

const CLASSES = ['Xe tải', 'Xe con'] as const;
interface Row {
  readonly first: number;
  readonly length: number;
  readonly pool: 'tam-ky' | 'hoi-an';
  /** 0: a city of its own; else one of its communes. */
  readonly family: number;
  readonly over: boolean;
  readonly need: readonly [number, number];
  readonly stock: number | null;
}
const DAYS = Array.from({ length: 12 }, (_, n) => addDays(localDate('2027-04-01'), n));
const dayOf = (n: number) => DAYS[n] ?? localDate('2027-04-12');
const base = given(exercise, CITY, plannedCity).state;

const filed = ({ first, length, pool, family, over, need, stock }: Row, index: number): FiledExercise => ({
  id: EntityId.parse(`e${index}`),
  state: {
    ...base,
    tasks: {},
    phase: over ? 'reviewing' : 'preparing',
    superiorUnit: pool as ExerciseState['superiorUnit'],
    parentId: family === 0 ? null : EntityId.parse(`city-${family}`),
    startDate: dayOf(first),
    endDate: dayOf(first + length),
    resources: { venues: [], vehicles: CLASSES.map((name, n) => ({ class: name, count: need[n] ?? 0 })) },
    vehicleStock: stock === null ? {} : { 'XE TẢI': stock, 'Xe con': stock + 2 },
  },
});

/** What a clerk would find with a table of days: for each pair and class the fullest of the days on which both are held. */
const counted = (rows: readonly Row[]) => {
  const held = rows.map((row, index) => ({ ...row, id: `e${index}` })).filter(({ over }) => !over);
  const isOn = ({ first, length }: Row, day: number) => first <= day && day <= first + length;
  return held.flatMap((a, index) =>
    held.slice(index + 1).flatMap((b) =>
      CLASSES.flatMap((name, n) => {
        const days = DAYS.map((_, day) => day).filter((day) => isOn(a, day) && isOn(b, day));
        if (days.length === 0 || a.pool !== b.pool || a.need[n] === 0 || b.need[n] === 0) return [];
        const pool = held.filter((each) => each.pool === a.pool);
        const on = (day: number) =>
          pool.filter((each) => isOn(each, day)).reduce((sum, { need }) => sum + (need[n] ?? 0), 0);
        const needed = Math.max(...days.map(on));
        const stocks = pool.flatMap(({ stock }) => (stock === null ? [] : [stock + 2 * n]));
        const available = stocks.length === 0 ? null : Math.max(...stocks);
        const together = a.family !== 0 && a.family === b.family;
        if (available === null ? together : needed <= available) return [];
        const [from, until] = [dayOf(days[0] ?? 0), dayOf(days.at(-1) ?? 0)];
        const severity = available === null ? 'warning' : 'clash';
        return [`${a.id}+${b.id} ${name} ${needed}/${available} ${from}–${until} ${severity}`];
      }),
    ),
  );
};
const found = (rows: readonly Row[]) =>
  clashesOf(rows.map(filed))
    .filter(({ kind }) => kind === 'vehicle')
    .map(({ exercises, subject, needed, available, from, until, severity }) =>
      [exercises.join('+'), subject, `${needed}/${available}`, `${from}–${until}`, severity].join(' '),
    );

const row: fc.Arbitrary<Row> = fc.record({
  first: fc.nat(7),
  length: fc.nat(4),
  pool: fc.constantFrom('tam-ky', 'tam-ky', 'hoi-an'),
  family: fc.nat(2),
  over: fc.constantFrom(false, false, false, true),
  need: fc.tuple(fc.nat(4), fc.nat(4)),
  stock: fc.option(fc.nat(8), { freq: 3 }),
});

describe('vehicles', () => {
  test('clash exactly where the fullest common day needs more than there are', () => {
    const seasons = fc.array(row, { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(seasons, (rows) => {
        expect(found(rows).sort()).toEqual(counted(rows).sort());
      }),
      { numRuns: 150 },
    );
  });

  test('of a class that the other does not have are no clash, and each clash has a key of its own', () => {
    const one: Row = { first: 0, length: 1, pool: 'tam-ky', family: 0, over: false, need: [2, 3], stock: 1 };
    const [a, b] = [filed(one, 0), filed({ ...one, first: 1 }, 1)];
    const trucksOnly = { venues: [], vehicles: [{ class: 'xe  tải', count: 4 }] };
    const clashes = (other: FiledExercise): Clash[] => clashesOf([a, other]).filter(({ kind }) => kind === 'vehicle');
    expect(clashes({ ...b, state: { ...b.state, resources: trucksOnly } })).toEqual([
      {
        key: 'vehicle:e0+e1:2027-04-02:xe tải',
        kind: 'vehicle',
        severity: 'clash',
        exercises: ['e0', 'e1'],
        from: '2027-04-02',
        until: '2027-04-02',
        subject: 'Xe tải',
        needed: 6,
        available: 1,
        tasks: [],
      },
    ]);
    expect(clashes(b).map(({ key }) => key)).toEqual([
      'vehicle:e0+e1:2027-04-02:xe con',
      'vehicle:e0+e1:2027-04-02:xe tải',
    ]);
  });
});
