import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type ExerciseState, exercise } from '../../../domain/exercise/index.ts';
import { clashSentence } from '../../../domain/labels/clashes.ts';
import { DEFAULT_CAPACITY } from '../../../domain/planning/capacity.ts';
import type { Clash, FiledExercise } from '../../../domain/planning/clash.ts';
import { clashesOf } from '../../../domain/planning/clashes.ts';
import { explain, type RejectionBody } from '../../../domain/rejection.ts';
import { EntityId } from '../../../domain/streams.ts';
import { addDays, localDate } from '../../../domain/time.ts';
import {
  at,
  type Command,
  given,
  head,
  knowing,
  member,
  refusalOf,
  type Step,
  send,
  step,
} from '../../support/domain.ts';
import {
  CITY,
  CMC,
  cityThrough,
  draftCity,
  draftCommune,
  draftedCity,
  EARLY,
  OPENING,
  pass,
  planCity,
  planCommune,
  plannedCity,
  plannedCommune,
  SA,
  SB,
  SB_MEMBER,
} from '../exercise/season.ts';

const reserve = (venues: readonly string[], vehicles: readonly object[] = []): Command => ({
  type: 'ReserveResources',
  venues,
  vehicles,
});
const trucks = (count: number, name = 'Xe tải') => [{ class: name, count }];
const filed = (id: string, past: readonly Step[]): FiledExercise => ({
  id: EntityId.parse(id),
  state: given(exercise, `exercise/${id}`, past).state,
});
const keysOf = (...exercises: FiledExercise[]) => clashesOf(exercises).map(({ key, severity }) => [key, severity]);
const ofKind = (kind: Clash['kind'], ...exercises: FiledExercise[]) =>
  clashesOf(exercises).filter((clash) => clash.kind === kind);

const city = (...more: Step[]) => filed('tam-ky-2027', [...plannedCity, ...more]);
/** A second exercise of the same locality on days of its own. */
const second = (startDate: string, endDate: string, ...more: Step[]) =>
  filed('tam-ky-b', [...draftedCity, step(SA, at('2026-10-05'), { ...planCity, startDate, endDate }), ...more]);
const commune = (id: string, days: { startDate: string; endDate: string }, ...more: Step[]): FiledExercise => {
  const own = filed(id, [
    step(CMC, at('2026-10-01'), draftCommune),
    step(CMC, at('2026-10-05'), { ...planCommune, ...days }),
    ...more,
  ]);
  return { ...own, state: { ...own.state, parentId: EntityId.parse('tam-ky-2027') } };
};
const SAME = { startDate: OPENING, endDate: '2027-04-22' };

describe('two exercises of one locality', () => {
  test('that open or close on one day clash: one directing board cannot lead both', () => {
    expect(keysOf(city(), second(OPENING, '2027-04-23')).slice(-1)).toEqual([
      [`opening-day:tam-ky-2027+tam-ky-b:${OPENING}`, 'clash'],
    ]);
    expect(ofKind('closing-day', city(), second('2027-04-21', '2027-04-22'))).toMatchObject([
      { subject: 'tam-ky.DB', from: '2027-04-22', until: '2027-04-22' },
    ]);
    expect(ofKind('opening-day', city(), second('2027-04-21', '2027-04-23'))).toEqual([]);
  });

  test('that need one venue on overlapping days clash, however its name is typed', () => {
    const [a, b] = [
      city(step(SA, EARLY, reserve(['Hội trường UBND', 'Thao trường An Sơn']))),
      second('2027-04-22', '2027-04-24', step(SA, EARLY, reserve(['  hội trường  ubnd ']))),
    ];
    expect(ofKind('venue', a, b)).toEqual([
      {
        key: 'venue:tam-ky-2027+tam-ky-b:2027-04-22:hội trường ubnd',
        kind: 'venue',
        severity: 'clash',
        exercises: ['tam-ky-2027', 'tam-ky-b'],
        from: '2027-04-22',
        until: '2027-04-22',
        subject: 'Hội trường UBND',
        needed: null,
        available: null,
        tasks: [],
      },
    ]);
    const apart = second('2027-04-23', '2027-04-24', step(SA, EARLY, reserve(['Hội trường UBND'])));
    expect(ofKind('venue', a, apart)).toEqual([]);
  });

  test('that need one post of the frame on overlapping days clash; elsewhere the same words are another post', () => {
    const framed = ({ state, ...rest }: FiledExercise, orgUnit = state.orgUnit): FiledExercise => ({
      ...rest,
      state: {
        ...state,
        orgUnit,
        frame: {
          paper: { number: '1', date: localDate('2026-10-05'), issuer: 'x' },
          seats: [{ post: 'Trưởng ban', count: 1 }],
        },
      },
    });
    expect(ofKind('frame-post', framed(city()), framed(second('2027-04-21', '2027-04-23')))).toMatchObject([
      { subject: 'Trưởng ban', severity: 'clash', from: '2027-04-21', until: '2027-04-22' },
    ]);
    const elsewhere = framed(second('2027-04-21', '2027-04-23'), 'hoi-an' as ExerciseState['orgUnit']);
    expect(ofKind('frame-post', framed(city()), elsewhere)).toEqual([]);
  });

  test('that are postponed, cancelled or still drafts clash with nothing', () => {
    const reason = { reason: 'bão' };
    for (const type of ['PostponeExercise', 'CancelExercise'])
      expect(keysOf(city(step(SB, EARLY, { type, ...reason })), second(OPENING, '2027-04-22'))).toEqual([]);
    expect(keysOf(filed('tam-ky-2027', draftedCity), second(OPENING, '2027-04-22'))).toEqual([]);
  });
});

describe('a city and its communes', () => {
  test('share their days by plan, and a venue only as a warning', () => {
    const venue = step(CMC, EARLY, reserve(['Hội trường']));
    const clashes = clashesOf([
      city(step(SA, EARLY, reserve(['Hội trường']))),
      commune('tan-thanh', SAME, venue),
      commune('an-son', SAME, venue),
    ]);
    expect(clashes.filter(({ kind }) => kind.endsWith('-day') || kind === 'frame-post')).toEqual([]);
    expect(clashes.filter(({ kind }) => kind === 'venue').map(({ severity }) => severity)).toEqual([
      'warning',
      'warning',
      'warning',
    ]);
    expect(clashes.some(({ severity }) => severity === 'clash')).toBe(false);
  });

  test('may not need more vehicles together than the city has', () => {
    const [a, b] = [
      city(step(SA, EARLY, reserve([], trucks(6)))),
      commune('tan-thanh', SAME, step(CMC, EARLY, reserve([], trucks(5)))),
    ];
    expect(ofKind('vehicle', a, b)).toEqual([]);
    const stocked = (count: number) =>
      city(
        step(SA, EARLY, reserve([], trucks(6))),
        step(SA, EARLY, { type: 'SetVehicleStock', stock: trucks(count, 'XE TẢI') }),
      );
    expect(ofKind('vehicle', stocked(11), b)).toEqual([]);
    expect(ofKind('vehicle', stocked(10), b)).toMatchObject([
      { severity: 'clash', needed: 11, available: 10, subject: 'Xe tải', exercises: ['tam-ky-2027', 'tan-thanh'] },
    ]);
  });

  test('three that fit two by two may still need too many on one day', () => {
    const stock = step(SA, EARLY, { type: 'SetVehicleStock', stock: trucks(10) });
    const need = step(CMC, EARLY, reserve([], trucks(4)));
    const [a, b, c] = [
      city(step(SA, EARLY, reserve([], trucks(4))), stock),
      commune('an-son', { startDate: '2027-04-20', endDate: '2027-04-21' }, need),
      commune('tan-thanh', { startDate: '2027-04-21', endDate: '2027-04-22' }, need),
    ];
    expect(ofKind('vehicle', a, b)).toEqual([]);
    expect(ofKind('vehicle', a, b, c).map(({ needed }) => needed)).toEqual([12, 12, 12]);
  });

  test('without a stock a shared class of two families is a warning', () => {
    expect(
      ofKind(
        'vehicle',
        city(step(SA, EARLY, reserve([], trucks(1)))),
        second('2027-04-21', '2027-04-23', step(SA, EARLY, reserve([], trucks(1)))),
      ),
    ).toMatchObject([{ severity: 'warning', needed: 2, available: null }]);
  });
});

describe('a body with too much at once', () => {
  const burdened = (capacity: object) =>
    city(step(SA, EARLY, { type: 'SetBodyCapacity', body: 'tam-ky.HEA', ...capacity }));

  test('is told by day and by week, over all exercises, with the tasks that make it', () => {
    const one = second(OPENING, '2027-04-22');
    expect(DEFAULT_CAPACITY.tasksPerDay).toBeGreaterThan(2);
    expect(ofKind('body', city(), one).filter(({ subject }) => subject === 'tam-ky.HEA')).toEqual([]);
    const [day, week] = ofKind('body', burdened({ tasksPerDay: 1, tasksPerWeek: 1 }), one).filter(
      ({ subject }) => subject === 'tam-ky.HEA',
    );
    const due = city().state.tasks.C18?.due;
    expect(day).toMatchObject({
      key: `body:tam-ky.HEA:${due}`,
      severity: 'clash',
      needed: 2,
      available: 1,
      tasks: ['tam-ky-2027/C18', 'tam-ky-b/C18'],
    });
    expect(week).toMatchObject({ key: expect.stringContaining('week:'), needed: 2 });
    expect(
      ofKind('body', burdened({ tasksPerDay: 2, tasksPerWeek: 1 }), one).filter(
        ({ subject }) => subject === 'tam-ky.HEA',
      ),
    ).toHaveLength(1);
    expect(
      ofKind('body', burdened({ tasksPerDay: 2, tasksPerWeek: 2 }), one).filter(
        ({ subject }) => subject === 'tam-ky.HEA',
      ),
    ).toEqual([]);
  });

  test('within one family it is a warning; what one exercise asks alone is its own planning', () => {
    const tight = city(
      step(SA, EARLY, { type: 'SetBodyCapacity', body: 'tam-ky.SA', tasksPerDay: 1, tasksPerWeek: 1 }),
    );
    expect(ofKind('body', tight)).toEqual([]);
    const clashes = ofKind('body', tight, commune('an-son', SAME), commune('tan-thanh', SAME));
    expect(clashes.length).toBeGreaterThan(0);
    expect(new Set(clashes.map(({ severity }) => severity))).toEqual(new Set(['warning']));
  });
});

describe('the approval of the plan', () => {
  const before = cityThrough('G2');
  const g3 = cityThrough('G3').slice(before.length);
  const own = given(exercise, CITY, [...before, ...g3.slice(0, -1)]);
  const other = second(OPENING, '2027-04-23');
  const world = knowing(['exercise/tam-ky-b', other.state]);
  const key = `opening-day:tam-ky-2027+tam-ky-b:${OPENING}`;
  const accept: Command = { type: 'AcceptClash', key, reason: 'hai ban đạo diễn riêng' };

  test('is refused while a clash is neither resolved nor accepted', () => {
    own.when(SB, EARLY, pass('G3'), world).thenRefused('gate-blocked', { gate: 'G3', blockers: [key] });
    own
      .when(SB, EARLY, pass('G3'), knowing())
      .thenExactly(expect.objectContaining({ type: 'GatePassed' }) as unknown as Command);
    const refused = refusalOf(() =>
      send(CITY, own.state, step(SB, EARLY, pass('G3')), world),
    ) as unknown as RejectionBody;
    expect(explain(refused, 'vi').what).toBe(
      'Cổng G3 còn vướng: “Trùng ngày khai mạc” (tam-ky-2027, tam-ky-b; 20/04/2027).',
    );
  });

  test('passes once its board has accepted the clash, with a reason on record', () => {
    own.when(SB, EARLY, accept, world).thenExactly({
      type: 'ClashAccepted',
      key,
      kind: 'opening-day',
      exercises: ['tam-ky-2027', 'tam-ky-b'],
      subject: 'tam-ky.DB',
      reason: 'hai ban đạo diễn riêng',
    });
    const { state } = send(CITY, own.state, step(SB, EARLY, accept), world);
    expect(send(CITY, state, step(SB, EARLY, pass('G3')), world).facts).toMatchObject([
      { type: 'GatePassed', override: null },
    ]);
    expect(refusalOf(() => send(CITY, state, step(SB, EARLY, accept), world))).toMatchObject({
      code: 'clash-accepted',
    });
    const moved = knowing(['exercise/tam-ky-b', second('2027-04-21', '2027-04-22').state]);
    expect(refusalOf(() => send(CITY, state, step(SB, EARLY, pass('G3')), moved))).toMatchObject({
      code: 'gate-blocked',
    });
  });

  test('only the head of the board accepts, and only what is there', () => {
    own.when(SB_MEMBER, EARLY, accept, world).thenRefused('head-only');
    own.when(SA, EARLY, accept, world).thenRefused('not-your-body');
    own.when(SB, EARLY, accept, knowing()).thenRefused('clash-unknown', { clash: key });
    expect(exercise.refersTo({ type: 'PassGate', gate: 'G3' }, own.state)).toEqual({ ongoing: ['exercise'] });
    expect(exercise.refersTo({ type: 'PassGate', gate: 'G4' }, own.state)).toBeNull();
  });
});

describe('what is entered', () => {
  test('reservations are the standing agency’s, stock and capacity stand in the file of a city', () => {
    const own = given(exercise, CITY, plannedCity);
    own.when(member('tam-ky.POL'), EARLY, reserve(['x'])).thenRefused('not-your-body');
    own.when(SA, EARLY, reserve(['Hội trường', 'Hội trường'])).thenRefused('resource-twice', { name: 'Hội trường' });
    own.when(SA, EARLY, reserve([], [...trucks(1), ...trucks(2)])).thenRefused('resource-twice', { name: 'Xe tải' });
    own
      .when(SA, EARLY, reserve(['A'], trucks(2)))
      .thenExactly({ type: 'ResourcesReserved', venues: ['A'], vehicles: trucks(2), reason: null });
    const below = given(exercise, 'exercise/tan-thanh-2027', plannedCommune);
    below
      .when(SA, EARLY, { type: 'SetVehicleStock', stock: trucks(1) })
      .thenRefused('city-file-only', { unit: 'tam-ky' });
    below
      .when(head('tam-ky.SB'), EARLY, { type: 'SetBodyCapacity', body: 'tam-ky.SA', tasksPerDay: 1, tasksPerWeek: 1 })
      .thenRefused('city-file-only');
    given(exercise, CITY, [step(SA, EARLY, draftCity)])
      .when(SA, EARLY, reserve(['A']))
      .thenRefused('exercise-not-active');
  });
});

describe('any season', () => {
  const seasons = fc.array(
    fc.record({
      offset: fc.nat(20),
      length: fc.nat(4),
      venue: fc.constantFrom('A', 'B'),
      vehicles: fc.nat(5),
      family: fc.nat(2),
    }),
    { minLength: 2, maxLength: 6 },
  );
  const base = city().state;
  const build = (
    rows: readonly { offset: number; length: number; venue: string; vehicles: number; family: number }[],
  ) =>
    rows.map(({ offset, length, venue, vehicles, family }, index): FiledExercise => {
      const startDate = addDays(localDate('2027-04-01'), offset);
      return {
        id: EntityId.parse(`e${index}`),
        state: {
          ...base,
          parentId: family === 0 ? null : EntityId.parse(`city-${family}`),
          startDate,
          endDate: addDays(startDate, length),
          resources: { venues: [venue], vehicles: trucks(vehicles) },
          vehicleStock: { 'Xe tải': 6 },
        },
      };
    });

  test('clashes do not depend on the order in which exercises are listed, and each has one key and words', () => {
    fc.assert(
      fc.property(seasons, (rows) => {
        const exercises = build(rows);
        const clashes = clashesOf(exercises);
        expect(clashesOf([...exercises].reverse())).toEqual(clashes);
        expect(new Set(clashes.map(({ key }) => key)).size).toBe(clashes.length);
        for (const clash of clashes) {
          expect(clash.exercises.length).toBeGreaterThanOrEqual(2);
          expect(clash.from <= clash.until).toBe(true);
          for (const text of Object.values(clashSentence(clash))) expect(text).not.toMatch(/undefined|null|NaN/);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('a venue clashes exactly where days overlap, day by day', () => {
    fc.assert(
      fc.property(seasons, (rows) => {
        const exercises = build(rows);
        const found = new Set(ofKind('venue', ...exercises).map((clash) => clash.exercises.join('+')));
        for (const [i, a] of exercises.entries())
          for (const b of exercises.slice(i + 1)) {
            const days = (each: FiledExercise) =>
              Array.from({ length: 30 }, (_, n) => addDays(localDate('2027-04-01'), n)).filter(
                (day) => day >= (each.state.startDate ?? day) && day <= (each.state.endDate ?? day),
              );
            const meet = days(a).some((day) => days(b).includes(day));
            const same = a.state.resources.venues[0] === b.state.resources.venues[0];
            expect(found.has(`${a.id}+${b.id}`)).toBe(meet && same);
          }
      }),
      { numRuns: 300 },
    );
  });
});
