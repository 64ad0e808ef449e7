/** A merger or a split that would leave a body, a unit or a day without an answer is refused by name. */
import { describe, test } from '@jest/globals';
import { type Case, decided, decision, expectRefused, merge, place, QUANG_NAM, told } from './country.ts';

const keepersOf = (...units: readonly string[]) =>
  units.flatMap((id) => ['SA', 'MPC', 'PC'].map((code) => `${id}.${code}`));
const late = decision('9', '2025-01-07');
const old = (date: string) => decision('1', date);
const endTamKy = merge(['tam-ky'], 'thang-binh', {
  bodies: { 'tam-ky.SB': 'thang-binh.SA', 'tam-ky.OB': 'thang-binh.SA' },
});

const CASES: readonly Case[] = [
  ['a merger into itself', merge(['an-son'], 'an-son'), 'merge-itself', { unit: 'an-son' }],
  [
    'a split into one part twice',
    { type: 'SplitUnit', unit: 'an-son', into: [place('a'), place('a')], heir: 'a', ...decided },
    'merge-itself',
    { unit: 'a' },
  ],
  [
    'an heir that is no part',
    { type: 'SplitUnit', unit: 'an-son', into: [place('a'), place('b')], heir: 'c', ...decided },
    'unit-unknown',
    { unit: 'c' },
  ],
  [
    'a merger into a foreign commune',
    merge(['an-son'], 'hoa-tien'),
    'not-your-body',
    { body: 'quang-nam.SA', allowed: keepersOf('hoa-tien', 'hoa-vang', 'da-nang') },
  ],
  [
    'a merger by a late paper',
    merge(['an-son'], 'tan-thanh', { paper: late }),
    'paper-from-the-future',
    { date: '2025-01-07', today: '2025-01-06' },
  ],
  [
    'a merger before the first day',
    merge(['an-son'], 'tan-thanh', { effective: '2020-01-01', paper: old('2019-06-01') }),
    'outside-validity',
    { from: '2019-12-31', to: [], within: 'an-son', since: '2020-01-01', last: [] },
  ],
  [
    'a new unit under one that ends',
    merge(['tam-ky'], place('x', { parent: 'tam-ky' })),
    'parent-wrong',
    { unit: 'x', parent: 'tam-ky', day: '2025-07-01' },
  ],
  [
    'a stranger among the bodies',
    merge(['an-son'], 'tan-thanh', { bodies: { 'tam-ky.OB': 'tam-ky.SA' } }),
    'body-unknown',
    { body: 'tam-ky.OB' },
  ],
  [
    'bodies that nobody takes over from',
    merge(['tam-ky'], 'thang-binh'),
    'body-without-successor',
    { bodies: ['tam-ky.SB', 'tam-ky.OB'], into: 'thang-binh' },
  ],
  [
    'a body into one that ends too',
    merge(['an-son', 'tan-thanh'], 'binh-tu', {
      bodies: { 'an-son.COM': 'tan-thanh.COM', 'tan-thanh.COM': 'tam-ky.PC' },
    }),
    'owner-not-in-force',
    { body: 'tan-thanh.COM', day: '2025-07-01', successor: [] },
  ],
  [
    'communes under a commune',
    merge(['tam-ky'], 'binh-tu', {
      bodies: Object.fromEntries(['SA', 'SB', 'PC', 'OB', 'POL'].map((code) => [`tam-ky.${code}`, 'binh-tu.CMC'])),
    }),
    'parent-wrong',
    { unit: 'an-son', parent: 'binh-tu', day: '2025-07-01' },
  ],
  [
    'a merger into a unit that is to end',
    merge(['an-son'], 'tam-ky', { effective: '2025-03-01' }),
    'unit-not-in-force',
    { unit: 'tam-ky', day: '2025-03-01' },
    QUANG_NAM,
    told(endTamKy),
  ],
  [
    'a split into a unit that is to end',
    { type: 'SplitUnit', unit: 'an-son', into: ['tam-ky', place('a')], heir: 'a', ...decided, effective: '2025-03-01' },
    'unit-not-in-force',
    { unit: 'tam-ky', day: '2025-03-01' },
    QUANG_NAM,
    told(endTamKy),
  ],
];

describe('refused of mergers:', () => {
  test.each(CASES.map((each) => [each[0], each] as const))('%s', (_, each) => expectRefused(each));
});
