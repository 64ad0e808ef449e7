/** What an exercise takes besides people, and what a city keeps of vehicles and of the work its bodies can carry. */
import { describe, expect, test } from '@jest/globals';
import { exercise } from '../../../domain/exercise/index.ts';
import { type Command, given, type Step, send, step } from '../../support/domain.ts';
import { CITY, CMC, COMMUNE, draftedCity, EARLY, plannedCity, plannedCommune, SA } from './season.ts';

const TRUCKS = { class: 'Xe tải', count: 4 };
const BOATS = { class: 'Xuồng', count: 2 };
const reserve = (venues: string[], vehicles: object[], more: object = {}): Command => ({
  ...{ type: 'ReserveResources', venues, vehicles, ...more },
});
const stock = (vehicles: object[], more: object = {}): Command => ({
  type: 'SetVehicleStock',
  stock: vehicles,
  ...more,
});
const capacity = (body: string, tasksPerDay: number, tasksPerWeek: number, more: object = {}): Command => ({
  ...{ type: 'SetBodyCapacity', body, tasksPerDay, tasksPerWeek, ...more },
});
const city = (...steps: Step[]) => given(exercise, CITY, [...plannedCity, ...steps]);
const now = (command: Command) => step(SA, EARLY, command);

describe('venues and vehicles', () => {
  test('are reserved as a whole list, with a reason where one is given', () => {
    const command = reserve(['Thao trường', 'Nhà văn hóa'], [TRUCKS, BOATS]);
    city()
      .when(SA, EARLY, command)
      .thenExactly({ ...command, type: 'ResourcesReserved', reason: null });
    const why = reserve([], [TRUCKS], { reason: 'thiếu xe' });
    city()
      .when(SA, EARLY, why)
      .thenExactly({ ...why, type: 'ResourcesReserved' });
    expect(city(now(command), now(why)).state.resources).toEqual({ venues: [], vehicles: [TRUCKS] });
  });

  test('stand once in their list', () => {
    city()
      .when(SA, EARLY, reserve(['A', 'B', 'A'], []))
      .thenRefused('resource-twice', { name: 'A' });
    city()
      .when(SA, EARLY, reserve(['Nhà văn hóa', 'NHÀ  văn hóa'], []))
      .thenRefused('resource-twice', { name: 'NHÀ  văn hóa' });
    city()
      .when(SA, EARLY, stock([TRUCKS, { class: 'xe Tải', count: 1 }]))
      .thenRefused('resource-twice', { name: 'xe Tải' });
    city()
      .when(SA, EARLY, reserve([], [TRUCKS, BOATS, BOATS]))
      .thenRefused('resource-twice', { name: 'Xuồng' });
    city()
      .when(SA, EARLY, stock([TRUCKS, BOATS, TRUCKS]))
      .thenRefused('resource-twice', { name: 'Xe tải' });
  });

  test('are nothing for a draft', () => {
    given(exercise, CITY, draftedCity).when(SA, EARLY, reserve([], [])).thenRefused('exercise-not-active');
  });
});

describe('what a city has', () => {
  test('its vehicles are kept by class, the last list holds', () => {
    city()
      .when(SA, EARLY, stock([TRUCKS]))
      .thenExactly({ type: 'VehicleStockSet', stock: [TRUCKS], reason: null });
    city()
      .when(SA, EARLY, stock([BOATS], { reason: 'kiểm kê' }))
      .thenExactly({ type: 'VehicleStockSet', stock: [BOATS], reason: 'kiểm kê' });
    expect(city(now(stock([TRUCKS, BOATS]))).state.vehicleStock).toEqual({ 'Xe tải': 4, Xuồng: 2 });
    expect(city(now(stock([TRUCKS])), now(stock([BOATS]))).state.vehicleStock).toEqual({ Xuồng: 2 });
  });

  test('what a body can carry is kept by body', () => {
    const police = { body: 'tam-ky.POL', tasksPerDay: 2, tasksPerWeek: 6 };
    city()
      .when(SA, EARLY, capacity('tam-ky.POL', 2, 6))
      .thenExactly({ type: 'BodyCapacitySet', ...police, reason: null });
    city()
      .when(SA, EARLY, capacity('tam-ky.POL', 2, 6, { reason: 'ít người' }))
      .thenExactly({ type: 'BodyCapacitySet', ...police, reason: 'ít người' });
    const { capacities } = city(
      now(capacity('tam-ky.POL', 2, 6)),
      now(capacity('tam-ky.FIN', 1, 3)),
      now(capacity('tam-ky.POL', 3, 7)),
    ).state;
    expect(capacities).toEqual({
      'tam-ky.POL': { tasksPerDay: 3, tasksPerWeek: 7 },
      'tam-ky.FIN': { tasksPerDay: 1, tasksPerWeek: 3 },
    });
  });

  test('stands in the file of the city, not of a commune', () => {
    const commune = given(exercise, COMMUNE, plannedCommune);
    for (const command of [stock([TRUCKS]), capacity('tam-ky.POL', 2, 6)])
      commune.when(SA, EARLY, command).thenRefused('city-file-only', { unit: 'tam-ky' });
    expect(send(COMMUNE, commune.state, step(CMC, EARLY, reserve(['Sân đình'], [TRUCKS]))).facts).toHaveLength(1);
  });
});

test('a clash that the board lives with is kept with its reason, and who accepted it when', () => {
  const accepted = (key: string, reason: string) =>
    ({
      type: 'ClashAccepted',
      kind: 'venue',
      exercises: [],
      subject: 'x',
      key,
      reason,
      at: EARLY,
      by: SA,
      version: 9,
    }) as const;
  const first = exercise.evolve(city().state, accepted('a', 'đã xếp giờ'));
  expect(exercise.evolve(first, accepted('b', 'đủ chỗ')).acceptedClashes).toEqual({
    a: { reason: 'đã xếp giờ', at: EARLY, by: SA },
    b: { reason: 'đủ chỗ', at: EARLY, by: SA },
  });
});
