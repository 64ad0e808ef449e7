/** Quotas of several units, kinds and groups side by side: each counts its own orders, and nothing of the others. */
import { describe, expect, test } from '@jest/globals';
import { quotaStandings } from '../../../domain/drill/index.ts';
import type { Command } from '../../support/domain.ts';
import {
  BEFORE,
  CMC,
  checkIn,
  DAY,
  file,
  issue,
  now,
  numbers,
  opened,
  prepared,
  present,
  SA,
  station,
  unit,
} from './field.ts';

const quota = (of: string, kind: string, group: string, required: number, more: object = {}): Command => ({
  type: 'SetQuota',
  unit: of,
  kind,
  group,
  required,
  ...more,
});
const verify = (more: object): Command => ({
  type: 'VerifyRegister',
  unit: 'tan-thanh',
  kind: 'reservist',
  registered: 60,
  removed: {},
  date: '2022-08-25',
  ...more,
});

describe('quotas of several units', () => {
  const several = () =>
    file(
      opened,
      now(station('TT-01', ['tan-thanh', 'an-son'])),
      now(quota('tan-thanh', 'vehicle', 'XT', 2)),
      now(quota('tan-thanh', 'reservist', 'TT', 2)),
      now(quota('tan-thanh', 'reservist', 'LX', 3, { station: 'TT-01' })),
      now(quota('an-son', 'reservist', 'LX', 7)),
      now(issue(['QN-001', 'QN-002', 'QN-003'], { group: 'LX' })),
      now(issue(['QN-004', 'QN-005', { order: 'QN-006', group: 'YT' }, { order: 'QN-007' }])),
      now(issue(['QN-008'], { group: 'TT' })),
      now(issue(['DP-001'], { group: 'LX', spare: true })),
      now(issue(['XE-001'], { kind: 'vehicle', group: 'XT' })),
      now(issue(['AS-001'], { unit: 'an-son', group: 'LX' })),
      now(
        checkIn([
          ...present(['QN-001', 'QN-008', 'DP-001', 'XE-001']),
          { id: 'C-2', order: 'QN-002', status: 'unexcused' },
        ]),
      ),
      now(checkIn([{ id: 'W-1', order: 'VL-001', walkIn: true, unit: 'tan-thanh', group: 'LX' }])),
    );

  test('stand by unit, kind and group, each with its own roll', () => {
    expect(quotaStandings(several().state)).toEqual([
      {
        unit: 'an-son',
        kind: 'reservist',
        required: 7,
        ordered: 1,
        spare: { numerator: 0, denominator: 7, percent: 0 },
        warnings: ['orders-short', 'spare-short'],
        groups: [{ group: 'LX', required: 7, station: null, roll: { ordered: 1, spare: 0, present: 0 } }],
      },
      {
        unit: 'tan-thanh',
        kind: 'reservist',
        required: 5,
        ordered: 8,
        spare: { numerator: 1, denominator: 5, percent: 20 },
        warnings: ['orders-over'],
        groups: [
          { group: 'LX', required: 3, station: 'TT-01', roll: { ordered: 3, spare: 1, present: 2 } },
          { group: 'TT', required: 2, station: null, roll: { ordered: 1, spare: 0, present: 1 } },
        ],
      },
      {
        unit: 'tan-thanh',
        kind: 'vehicle',
        required: 2,
        ordered: 1,
        spare: { numerator: 0, denominator: 2, percent: 0 },
        warnings: ['orders-short', 'spare-short'],
        groups: [{ group: 'XT', required: 2, station: null, roll: { ordered: 1, spare: 0, present: 1 } }],
      },
    ]);
  });

  test('a unit without a quota is not listed, nor one whose figures are only reported', () => {
    const { state: without } = file(opened, now(issue(numbers(3), { group: 'LX' })));
    expect(quotaStandings(without)).toEqual([]);
  });

  test('while nothing is ordered nothing warns; orders alone or spare alone do', () => {
    const warnings = (...more: Command[]) =>
      quotaStandings(
        file(prepared, now(quota('tan-thanh', 'reservist', 'LX', 10)), ...more.map((each) => now(each))).state,
      )[0]?.warnings;
    expect(warnings()).toEqual([]);
    expect(warnings(issue(['DP-001'], { spare: true }))).toEqual(['orders-short']);
    expect(warnings(issue(numbers(10)))).toEqual(['spare-short']);
  });

  test('what is required of a unit leaves its register as it was, and the other way round', () => {
    const asked = file(
      prepared,
      now(verify({})),
      now(quota('tan-thanh', 'reservist', 'LX', 3)),
      now(verify({ registered: 61 })),
    );
    expect(asked.state.rows['tan-thanh/reservist']?.counts).toMatchObject({ required: 3, registered: 61, ordered: 0 });
  });
});

describe('a register', () => {
  test.each<[which: string, more: object, kept: object]>([
    ['without a count of the fit', {}, { fit: null, removed: {} }],
    ['with all of them fit', { fit: 60 }, { fit: 60 }],
    ['re-verified on the day itself', { date: '2022-08-25' }, { date: '2022-08-25' }],
    ['with reasons', { removed: { moved: 2, sold: 0 } }, { removed: { moved: 2, sold: 0 } }],
  ])('%s', (_, more, kept) => {
    const { state } = file(opened, now(verify(more)));
    expect(state.registers['tan-thanh/reservist']).toEqual({
      unit: unit('tan-thanh'),
      kind: 'reservist',
      registered: 60,
      fit: null,
      removed: {},
      date: '2022-08-25',
      ...kept,
    });
  });

  test('comes from the agency or the unit itself', () => {
    file(prepared)
      .when(SA, DAY, verify({}))
      .thenExactly(expect.objectContaining({ type: 'RegisterVerified' }) as unknown as Command);
    file(prepared)
      .when(CMC, DAY, verify({ unit: 'an-son' }))
      .thenRefused('not-your-body', { body: 'tan-thanh.CMC' });
    file(prepared)
      .when(CMC, BEFORE, verify({}))
      .thenRefused('verified-in-the-future', { date: '2022-08-25', today: '2022-08-01' });
  });
});
