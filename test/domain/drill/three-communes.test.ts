/** The muster of Tam Kỳ 2022 by counts, and what holds whatever is reported. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { EXCUSES } from '../../../domain/drill/codes.ts';
import {
  attendanceOf,
  type Counts,
  DEFAULT_RULE,
  type DrillState,
  drill,
  excused,
  KINDS,
  notYetReported,
  present,
  ratesOf,
  rowsOf,
  totalOf,
} from '../../../domain/drill/index.ts';
import { execute, followUpsOf } from '../../../domain/registry.ts';
import { StreamId } from '../../../domain/streams.ts';
import { frozen, knowing, member, refusalOf, type Step, send } from '../../support/domain.ts';
import { CMC, close, DAY, file, now, opened, prepared, record, SA, STREAM } from './field.ts';

describe('Tam Kỳ 2022: three communes', () => {
  const rows: [string, number, number][] = [
    ['tan-thanh', 40, 40],
    ['an-son', 35, 34],
    ['phuoc-hoa', 45, 45],
  ];
  const mustered = [
    opened,
    ...rows.map(([unit, ordered, came]) =>
      now(record({ ordered, delivered: ordered, presentOnTime: came, handedOver: came }, unit)),
    ),
  ];
  const vehicles = now(
    record({ ordered: 12, presentOnTime: 11, presentLate: 1, technicallyFit: 12 }, 'tam-ky', 'vehicle'),
  );

  test('40/40, 34/35 and 45/45 give 100, 97.14 and 100 %; the city 119 of 120 = 99.17 %, below the target of 100 %', () => {
    const { state } = file(...mustered);
    expect(rowsOf(state, 'reservist').map((row) => ratesOf('reservist', row.counts).attendanceRate?.percent)).toEqual([
      100, 97.14, 100,
    ]);
    expect(ratesOf('reservist', totalOf(state, 'reservist')).attendanceRate).toEqual({
      numerator: 119,
      denominator: 120,
      percent: 99.17,
    });
    expect(state.rule.attendanceTarget).toBe(100);
  });

  test('an excused absence stays in the denominator, unless the rule of the drill takes it out', () => {
    const excusing = record({ ordered: 40, presentOnTime: 38, absentExcused: { ownIllness: 2 } });
    const rule = { ...DEFAULT_RULE, excusedInDenominator: false };
    const set = now({ type: 'SetDrillRule', rule, reason: 'theo hướng dẫn của cấp trên' });
    const attendance = (...steps: Step[]) => {
      const { state } = file(opened, now(excusing), ...steps);
      return attendanceOf(totalOf(state, 'reservist'), state.rule.excusedInDenominator);
    };
    expect(attendance()).toEqual({ numerator: 38, denominator: 40, percent: 95 });
    expect(attendance(set)).toEqual({ numerator: 38, denominator: 38, percent: 100 });
    file(opened)
      .when(CMC, DAY, set.command)
      .thenRefused('not-your-body', { allowed: ['tam-ky.SA', 'tam-ky.CMC', 'tam-ky.SB'] });
  });

  test('vehicles have their own rates', () => {
    const counts = totalOf(file(...mustered, vehicles).state, 'vehicle');
    expect(ratesOf('vehicle', counts)).toEqual({
      deliveryRate: { numerator: 0, denominator: 12, percent: 0 },
      attendanceRate: { numerator: 12, denominator: 12, percent: 100 },
      onTimeRate: { numerator: 11, denominator: 12, percent: 91.67 },
      handoverRate: { numerator: 0, denominator: 12, percent: 0 },
      fitRate: { numerator: 12, denominator: 12, percent: 100 },
    });
    expect(Object.keys(ratesOf('reservist', counts))).toContain('specialityRate');
  });

  test('the close tells the exercise what came of those called', () => {
    const before = file(...mustered, vehicles);
    before.when(SA, DAY, close).thenExactly({
      type: 'DrillClosed',
      reservists: { present: 119, ordered: 120 },
      vehicles: { present: 12, ordered: 12 },
      seriousIncidents: 0,
    });
    const { facts } = send(STREAM, before.state, now(close));
    expect(followUpsOf(StreamId.parse(STREAM), before.state, facts)).toEqual([
      {
        stream: 'exercise/tam-ky-2022',
        command: {
          type: 'NoteDrillResult',
          present: 119,
          ordered: 120,
          vehicles: { present: 12, ordered: 12 },
          seriousIncidents: 0,
        },
        commandId: `${STREAM}/6/0`,
        at: DAY,
      },
    ]);
    expect(drill.summary(before.state)).toEqual({
      phase: 'open',
      orgUnit: 'tam-ky',
      details: '119/120',
      closed: false,
    });
  });

  test('it is closed by the agency or the steering board, once it is open', () => {
    file(prepared).when(SA, DAY, close).thenRefused('drill-not-open', { fields: [] });
    file(opened)
      .when(CMC, DAY, close)
      .thenRefused('not-your-body', { allowed: ['tam-ky.SA', 'tam-ky.CMC', 'tam-ky.SB'] });
    file(opened)
      .when(member('tam-ky.SB'), DAY, close)
      .thenExactly({
        type: 'DrillClosed',
        reservists: { present: 0, ordered: 0 },
        vehicles: { present: 0, ordered: 0 },
        seriousIncidents: 0,
      });
  });
});

describe('whatever the stations report', () => {
  const some = fc.nat(25);
  const few = fc.nat(8);
  const counts = fc.record(
    {
      required: some,
      registered: some,
      ordered: fc.integer({ min: 25, max: 45 }),
      delivered: some,
      presentOnTime: some,
      presentLate: few,
      absentExcused: fc.dictionary(fc.constantFrom(...EXCUSES), fc.nat(3)),
      absentUnexcused: few,
      handedOver: some,
      specialityMatched: few,
      technicallyFit: few,
    },
    { requiredKeys: [] },
  );
  const report = fc.record({
    type: fc.constantFrom('RecordCounts', 'RecordCounts', 'CorrectCounts'),
    unit: fc.constantFrom('tan-thanh', 'an-son', 'phuoc-hoa'),
    kind: fc.constantFrom(...KINDS),
    counts,
  });

  const keeps = (row: Counts): boolean =>
    row.delivered <= row.ordered &&
    present(row) + excused(row) + row.absentUnexcused + notYetReported(row) === row.ordered &&
    notYetReported(row) >= 0 &&
    [row.handedOver, row.specialityMatched, row.technicallyFit].every((n) => n <= present(row));

  test('the rows and the totals keep every invariant, and a refusal changes nothing', () => {
    const meta = { stream: StreamId.parse(STREAM), commandId: 'c', at: DAY, by: SA };
    const start = file(
      opened,
      ...['tan-thanh', 'an-son', 'phuoc-hoa'].flatMap((unit) =>
        KINDS.map((kind) => now(record({ ordered: 40 }, unit, kind))),
      ),
    );
    let accepted = 0;
    fc.assert(
      fc.property(fc.array(report, { minLength: 20, maxLength: 30 }), (reports) => {
        let state: DrillState = frozen(start.state);
        for (const each of reports) {
          const refused = refusalOf(() => {
            state = frozen(execute(state, frozen({ ...each, reason: 'đếm lại' }), meta, knowing()).state as DrillState);
          });
          if (!refused) accepted += 1;
          if (!Object.values(state.rows).every((row) => keeps(row.counts))) throw new Error(JSON.stringify(state.rows));
        }
        for (const kind of KINDS) {
          const total = totalOf(state, kind);
          expect(keeps(total)).toBe(true);
          expect(total.ordered).toBe(rowsOf(state, kind).reduce((sum, row) => sum + row.counts.ordered, 0));
          for (const { percent } of Object.values(ratesOf(kind, total)))
            expect(percent === null || (percent >= 0 && percent <= 100)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
    expect(accepted).toBeGreaterThan(1000);
  });
});
