import { describe, expect, test } from '@jest/globals';
import { quotaStandings, totalOf } from '../../../domain/drill/index.ts';
import { at, type Command, member, send } from '../../support/domain.ts';
import { BEFORE, CMC, file, issue, now, numbers, prepared, rowOf, SA, STREAM } from './field.ts';

const issueCount = (count: number, more: object = {}): Command => ({
  type: 'IssueOrders',
  unit: 'tan-thanh',
  kind: 'reservist',
  count,
  ...more,
});
const deliver = (lot: object): Command => ({ type: 'DeliverOrders', ...lot });
const refuse = (lot: object, reason = 'moved'): Command => ({ type: 'RefuseOrders', ...lot, reason });
const of = (count: number) => ({ unit: 'tan-thanh', kind: 'reservist', count });
const ahead = (command: Command, by = SA) => now(command, by, BEFORE);

describe('call-up orders', () => {
  test('are issued by number, each with group and station of its own or of the issue', () => {
    file(prepared)
      .when(SA, BEFORE, issue([{ order: 'QN-001' }, { order: 'QN-002', group: 'TT', spare: true }], { group: 'LX' }))
      .thenExactly({
        type: 'OrdersIssued',
        unit: 'tan-thanh',
        kind: 'reservist',
        batch: null,
        group: 'LX',
        station: 'TT-01',
        spare: false,
        count: 2,
        orders: [{ order: 'QN-001' }, { order: 'QN-002', group: 'TT', spare: true }],
      });
    file(prepared)
      .when(SA, BEFORE, issue(numbers(501)))
      .thenInvalid();
    file(prepared)
      .when(CMC, BEFORE, issue(['QN-001']))
      .thenRefused('not-your-body', { body: 'tan-thanh.CMC' });
  });

  test('or by count, where the unit keeps no roll', () => {
    const { state } = file(prepared, ahead(issueCount(30)), ahead(issueCount(10)));
    expect(rowOf(state)).toMatchObject({ source: 'counts', counts: { ordered: 40, delivered: 0 } });
    file(prepared, ahead(issue(['QN-001'])))
      .when(SA, BEFORE, issueCount(1))
      .thenRefused('counts-from-roll-call', { unit: 'tan-thanh', kind: 'reservist', fields: ['ordered'] });
    for (const both of [
      { ...issueCount(1), orders: [{ order: 'QN-001' }] },
      { ...issueCount(1), count: undefined },
    ])
      file(prepared).when(SA, BEFORE, both).thenRefused('orders-or-count');
  });

  test('of one batch are issued once, however often the batch is sent', () => {
    const batches = [issueCount(40, { batch: 'D1' }), issue(['QN-001', 'QN-002'], { batch: 'D1' })];
    for (const batch of batches) {
      const once = file(prepared, ahead(batch));
      once.when(SA, BEFORE, batch).thenExactly();
      once.when(SA, BEFORE, { ...batch, unit: 'an-son' }).thenRefused('batch-reused', { batch: 'D1' });
    }
  });

  test('have each number once', () => {
    file(prepared, ahead(issue(['QN-001'])))
      .when(SA, BEFORE, issue(['QN-001', 'QN-002'], { unit: 'an-son' }))
      .thenRefused('order-exists', { orders: ['QN-001'], count: 1 });
    file(prepared)
      .when(SA, BEFORE, issue(['QN-001', 'QN-001']))
      .thenRefused('order-exists', { orders: ['QN-001'], count: 1 });
  });

  test('are delivered once, and a delivery sent again changes nothing', () => {
    const issued = [prepared, ahead(issue(['QN-001', 'QN-002']))];
    const lot = { orders: ['QN-001'] };
    file(...issued)
      .when(CMC, BEFORE, deliver(lot))
      .thenExactly({ type: 'OrdersDelivered', lot });
    file(...issued, ahead(deliver(lot)))
      .when(CMC, BEFORE, deliver(lot))
      .thenExactly();
    file(...issued)
      .when(CMC, BEFORE, deliver({ orders: ['QN-009'] }))
      .thenRefused('order-unknown', { orders: ['QN-009'], count: 1 });
    file(...issued)
      .when(member('an-son.CMC'), BEFORE, deliver(lot))
      .thenRefused('not-your-body', { body: 'an-son.CMC' });
    expect(rowOf(file(...issued, ahead(deliver(lot))).state).counts).toMatchObject({ ordered: 2, delivered: 1 });
  });

  test('that could not be delivered keep the reason, and may be delivered after all', () => {
    const lot = { orders: ['QN-001'] };
    const issued = [prepared, ahead(issue(['QN-001', 'QN-002']))];
    file(...issued)
      .when(CMC, BEFORE, refuse(lot))
      .thenExactly({ type: 'OrdersRefused', lot, reason: 'moved' });
    expect(rowOf(file(...issued, ahead(refuse(lot))).state).counts).toMatchObject({ delivered: 0, refused: 1 });
    const after = file(...issued, ahead(refuse(lot)), ahead(deliver(lot)));
    expect(rowOf(after.state).counts).toMatchObject({ delivered: 1, refused: 0 });
    after.when(CMC, BEFORE, refuse(lot)).thenRefused('orders-delivered', { orders: ['QN-001'], count: 1 });
    file(...issued)
      .when(CMC, BEFORE, refuse(lot, 'away'))
      .thenInvalid();
  });

  test('by count are never delivered and refused beyond those issued', () => {
    const issued = [prepared, ahead(issueCount(40)), ahead(deliver(of(38)))];
    expect(totalOf(file(...issued, ahead(refuse(of(2)))).state, 'reservist')).toMatchObject({
      delivered: 38,
      refused: 2,
    });
    file(...issued)
      .when(CMC, BEFORE, refuse(of(3)))
      .thenRefused('count-invariant', { rule: 'delivered + refused ≤ ordered', left: 41, right: 40 });
    file(...issued)
      .when(CMC, BEFORE, deliver(of(3)))
      .thenRefused('count-invariant', { rule: 'delivered ≤ ordered', left: 41, right: 40 });
    file(...issued)
      .when(CMC, BEFORE, deliver(of(0)))
      .thenInvalid();
  });
});

describe('quotas', () => {
  const quota = (group: string, required: number, more: object = {}): Command => ({
    type: 'SetQuota',
    unit: 'tan-thanh',
    kind: 'reservist',
    group,
    required,
    ...more,
  });

  test('by group add up to what the unit has to raise; a new figure replaces the old', () => {
    file(prepared)
      .when(SA, BEFORE, quota('LX', 10, { station: 'TT-01' }))
      .thenExactly({
        type: 'QuotaSet',
        unit: 'tan-thanh',
        kind: 'reservist',
        group: 'LX',
        required: 10,
        station: 'TT-01',
      });
    const { state } = file(prepared, ahead(quota('LX', 10)), ahead(quota('TT', 5)), ahead(quota('LX', 20)));
    expect(rowOf(state).counts.required).toBe(25);
    file(prepared).when(CMC, BEFORE, quota('LX', 10)).thenRefused('not-your-body', { body: 'tan-thanh.CMC' });
  });

  test.each([
    [20, 1, ['spare-short']],
    [20, 2, []],
    [20, 3, []],
    [20, 4, ['spare-over']],
    [18, 2, ['orders-short']],
    [22, 2, ['orders-over']],
    [0, 0, []],
  ])('warn, never refuse: %i ordered and %i spare for 20 required', (orders, spare, warnings) => {
    const steps = [
      ...(orders > 0 ? [ahead(issue(numbers(orders), { group: 'LX' }))] : []),
      ...(spare > 0 ? [ahead(issue(numbers(spare, 'DP'), { group: 'LX', spare: true }))] : []),
    ];
    const [standing] = quotaStandings(file(prepared, ahead(quota('LX', 20)), ...steps).state);
    expect(standing).toMatchObject({ required: 20, ordered: orders, warnings });
    expect(standing?.groups[0]?.roll).toEqual(orders > 0 ? { ordered: orders, spare, present: 0 } : null);
  });

  test('measure the spare by the rule of the drill, in whole people', () => {
    const rule = {
      spare: { atLeast: 0, atMost: 0 },
      excusedInDenominator: true,
      attendanceTarget: 100,
      colours: { green: 98, amber: 95 },
      targets: [],
    };
    const filled = [
      prepared,
      ahead(quota('LX', 20)),
      ahead(issue(numbers(20))),
      ahead(issue(['DP-1'], { spare: true })),
    ];
    const set = ahead({ type: 'SetDrillRule', rule, reason: 'theo kế hoạch' });
    expect(quotaStandings(file(...filled).state)[0]?.warnings).toEqual(['spare-short']);
    expect(quotaStandings(file(...filled, set).state)[0]?.warnings).toEqual(['spare-over']);
    const small = [prepared, ahead(quota('LX', 3)), ahead(issue(numbers(3))), ahead(issue(['DP-1'], { spare: true }))];
    expect(quotaStandings(file(...small).state)[0]?.warnings).toEqual([]);
  });

  test('of a unit that reports counts have no groups, and no percentage without an establishment', () => {
    const { state } = file(prepared, ahead(quota('LX', 0)), ahead(issueCount(4, { spare: true })));
    expect(quotaStandings(state)).toMatchObject([
      { spare: { numerator: 4, denominator: 0, percent: null }, warnings: [], groups: [{ group: 'LX', roll: null }] },
    ]);
  });
});

describe('a register', () => {
  const verify = (more: object = {}): Command => ({
    type: 'VerifyRegister',
    unit: 'tan-thanh',
    kind: 'reservist',
    registered: 60,
    removed: { moved: 3, overAge: 1 },
    date: '2022-07-20',
    ...more,
  });

  test('is re-verified by counts: how many stand on it, fit, and struck off by reason', () => {
    file(prepared)
      .when(CMC, BEFORE, verify({ fit: 58 }))
      .thenExactly({
        type: 'RegisterVerified',
        unit: 'tan-thanh',
        kind: 'reservist',
        registered: 60,
        fit: 58,
        removed: { moved: 3, overAge: 1 },
        date: '2022-07-20',
      });
    expect(rowOf(file(prepared, ahead(verify())).state).counts.registered).toBe(60);
  });

  test('holds no more fit than registered, no day to come, no reason of its own words', () => {
    file(prepared)
      .when(CMC, BEFORE, verify({ fit: 61 }))
      .thenRefused('count-invariant', { rule: 'fit ≤ registered', left: 61, right: 60 });
    file(prepared)
      .when(CMC, BEFORE, verify({ date: '2022-08-02' }))
      .thenRefused('verified-in-the-future', { date: '2022-08-02', today: '2022-08-01' });
    file(prepared)
      .when(CMC, BEFORE, verify({ removed: { flu: 1 } }))
      .thenInvalid();
    expect(send(STREAM, file(prepared).state, now(verify(), CMC, at('2022-07-20', 17))).facts).toHaveLength(1);
  });
});
