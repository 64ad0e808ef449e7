/** What is refused of units says which unit stands in the way, on which day, and who may decide instead. */
import { describe, expect, test } from '@jest/globals';
import { requireSuperior } from '../../../domain/organisation/authority.ts';
import { refusalOf } from '../../support/domain.ts';
import {
  type Case,
  day,
  decided,
  decision,
  entered,
  expectRefused,
  merge,
  move,
  place,
  QUANG_NAM,
  rename,
  TAM_KY,
  told,
  unit,
} from './country.ts';
import { chief } from './world.ts';

const keepersOf = (...units: readonly string[]) =>
  units.flatMap((id) => ['SA', 'MPC', 'PC'].map((code) => `${id}.${code}`));
const late = decision('9', '2025-01-07');
const old = (date: string) => decision('1', date);
const toDaNang = {
  bodies: { 'quang-nam.SA': 'da-nang.SA', 'quang-nam.PC': 'da-nang.PC', 'quang-nam.POL': 'da-nang.POL' },
};
const endTamKy = merge(['tam-ky'], 'thang-binh', {
  bodies: { 'tam-ky.SB': 'thang-binh.SA', 'tam-ky.OB': 'thang-binh.SA' },
});

const CASES: readonly Case[] = [
  [
    'a paper of tomorrow',
    { ...rename('an-son', '2025-07-01'), paper: late },
    'paper-from-the-future',
    { date: '2025-01-07', today: '2025-01-06' },
  ],
  [
    'a paper after its effect',
    { ...rename('an-son', '2025-01-05') },
    'paper-after-effect',
    { number: '01/QĐ', date: '2025-01-06', effective: '2025-01-05' },
  ],
  ['a unit nobody knows', rename('hoi-an', '2025-07-01'), 'unit-unknown', { unit: 'hoi-an' }],
  [
    'a unit before its first day',
    { ...rename('an-son', '2019-12-31'), paper: old('2019-12-31') },
    'unit-not-in-force',
    { unit: 'an-son', day: '2019-12-31' },
  ],
  [
    'a unit whose end is decided',
    rename('tam-ky', '2025-03-01'),
    'unit-not-in-force',
    { unit: 'tam-ky', day: '2025-03-01' },
    QUANG_NAM,
    told(endTamKy),
  ],
  [
    'a rename before one decided',
    rename('an-son', '2025-06-30'),
    'change-not-later',
    { unit: 'an-son', effective: '2025-06-30', since: '2025-07-01' },
    QUANG_NAM,
    told(rename('an-son', '2025-07-01')),
  ],
  [
    'a rename by a neighbour',
    rename('an-son', '2025-07-01'),
    'not-your-body',
    { body: 'thang-binh.SA', allowed: keepersOf('an-son', 'tam-ky', 'quang-nam') },
    chief('thang-binh.SA'),
  ],
  [
    'a unit by an id once used',
    { type: 'AddUnit', unit: place('an-son', { parent: 'tam-ky' }), validFrom: '2025-07-01', paper: decision() },
    'unit-exists',
    { unit: 'an-son' },
  ],
  [
    'a unit under one of its level',
    { type: 'AddUnit', unit: place('x', { parent: 'an-son' }), validFrom: '2025-07-01', paper: decision() },
    'parent-wrong',
    { unit: 'x', parent: 'an-son', day: '2025-07-01' },
  ],
  [
    'a unit under one that is to end',
    { type: 'AddUnit', unit: place('x', { parent: 'tam-ky' }), validFrom: '2025-03-01', paper: decision() },
    'parent-wrong',
    { unit: 'x', parent: 'tam-ky', day: '2025-03-01' },
    QUANG_NAM,
    told(endTamKy),
  ],
  [
    'a unit under a foreign superior',
    { type: 'AddUnit', unit: place('x', { parent: 'hoa-vang' }), validFrom: '2025-07-01', paper: decision() },
    'not-your-body',
    { body: 'quang-nam.SA', allowed: keepersOf('hoa-vang', 'da-nang') },
  ],
  [
    'a unit by a late paper',
    { type: 'AddUnit', unit: place('x', { parent: 'tam-ky' }), validFrom: '2025-07-01', paper: late },
    'paper-from-the-future',
    { date: '2025-01-07', today: '2025-01-06' },
  ],
  [
    'a top unit by who keeps no top unit',
    { type: 'AddUnit', unit: place('hue', { level: 'province' }), validFrom: '2025-07-01', paper: decision() },
    'not-your-body',
    { body: 'tam-ky.SA', allowed: keepersOf('quang-nam') },
    TAM_KY,
  ],
  [
    'a top unit by one whose end is decided',
    { type: 'AddUnit', unit: place('hue', { level: 'province' }), validFrom: '2025-07-01', paper: decision() },
    'not-your-body',
    { body: 'quang-nam.SA', allowed: keepersOf('da-nang') },
    QUANG_NAM,
    told(merge(['quang-nam'], 'da-nang', toDaNang)),
  ],
  [
    'a move to a foreign district',
    move('an-son', 'hoa-vang'),
    'not-your-body',
    { body: 'quang-nam.SA', allowed: keepersOf('hoa-vang', 'da-nang') },
  ],
  [
    'a move by one who keeps neither',
    move('an-son', 'quang-nam'),
    'not-your-body',
    { body: 'da-nang.PC', allowed: keepersOf('an-son', 'tam-ky', 'quang-nam') },
    chief('da-nang.PC'),
  ],
  [
    'a move below its own level',
    move('tam-ky', 'binh-tu'),
    'parent-wrong',
    { unit: 'tam-ky', parent: 'binh-tu', day: '2025-07-01' },
  ],
  [
    'a move by a late paper',
    { ...move('an-son', 'thang-binh'), paper: late },
    'paper-from-the-future',
    { date: '2025-01-07', today: '2025-01-06' },
  ],
  [
    'a move before one decided',
    move('an-son', 'tam-ky', '2025-06-30'),
    'change-not-later',
    { unit: 'an-son', effective: '2025-06-30', since: '2025-07-01' },
    QUANG_NAM,
    told(move('an-son', 'thang-binh')),
  ],
  [
    'two tiers while districts stand',
    { type: 'ChangeOrgModel', model: 'twoTier', ...decided },
    'districts-remain',
    { units: ['tam-ky', 'thang-binh', 'hoa-vang'], day: '2025-07-01' },
  ],
  [
    'two tiers while two districts stand',
    { type: 'ChangeOrgModel', model: 'twoTier', ...decided },
    'districts-remain',
    { units: ['thang-binh', 'hoa-vang'], day: '2025-07-01' },
    QUANG_NAM,
    told(endTamKy),
  ],
  [
    'two tiers on the last day of a district',
    { type: 'ChangeOrgModel', model: 'twoTier', ...decided, effective: '2025-06-30' },
    'districts-remain',
    { units: ['tam-ky', 'thang-binh', 'hoa-vang'], day: '2025-06-30' },
    QUANG_NAM,
    told(endTamKy),
  ],
  [
    'two tiers by a district',
    { type: 'ChangeOrgModel', model: 'twoTier', ...decided },
    'not-your-body',
    { body: 'tam-ky.SA', allowed: keepersOf('quang-nam') },
    TAM_KY,
  ],
  [
    'two tiers by a late paper',
    { type: 'ChangeOrgModel', model: 'twoTier', ...decided, paper: late },
    'paper-from-the-future',
    { date: '2025-01-07', today: '2025-01-06' },
  ],
  [
    'a model before one decided',
    { type: 'ChangeOrgModel', model: 'threeTier', ...decided, effective: '2025-06-30' },
    'change-not-later',
    { unit: 'model', effective: '2025-06-30', since: '2025-07-01' },
    QUANG_NAM,
    told(
      merge(['tam-ky', 'thang-binh'], 'quang-nam', {
        bodies: { 'tam-ky.SB': 'quang-nam.SA', 'tam-ky.OB': 'quang-nam.SA' },
      }),
    ),
    told(merge(['hoa-vang'], 'da-nang'), chief('da-nang.PC')),
    told({ type: 'ChangeOrgModel', model: 'twoTier', ...decided }),
  ],
  [
    'a rename before the last of two decided',
    rename('an-son', '2025-07-15'),
    'change-not-later',
    { unit: 'an-son', effective: '2025-07-15', since: '2025-08-01' },
    QUANG_NAM,
    told(rename('an-son', '2025-07-01')),
    told(rename('an-son', '2025-08-01')),
  ],
];

describe('refused of units:', () => {
  test.each(CASES.map((each) => [each[0], each] as const))('%s', (_, each) => expectRefused(each));

  test('a locality that does not exist on the day, and one above that is not', () => {
    const { state } = entered(told(endTamKy));
    const above = (lower: string, upper: string, when: string) =>
      refusalOf(() => requireSuperior(state, unit(lower), unit(upper), day(when)));
    expect(above('tam-ky', 'quang-nam', '2025-07-01')).toMatchObject({
      code: 'unit-not-in-force',
      params: { unit: 'tam-ky', day: '2025-07-01' },
    });
    expect(above('an-son', 'tam-ky', '2025-07-01')).toMatchObject({
      code: 'superior-wrong',
      params: { superior: 'tam-ky', unit: 'an-son', day: '2025-07-01' },
    });
    expect([
      above('an-son', 'tam-ky', '2025-06-30'),
      above('an-son', 'thang-binh', '2025-07-01'),
      above('quang-nam', 'quang-nam', '2025-07-01'),
    ]).toEqual([undefined, undefined, undefined]);
  });
});
