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
  rate,
  ratesOf,
  rowsOf,
  totalOf,
} from '../../../domain/drill/index.ts';
import { BodyId, SYSTEM } from '../../../domain/people.ts';
import { execute, followUpsOf } from '../../../domain/registry.ts';
import { StreamId } from '../../../domain/streams.ts';
import {
  at,
  type Command,
  frozen,
  given,
  knowing,
  member,
  refusalOf,
  type Step,
  send,
  step,
} from '../../support/domain.ts';
import {
  BEFORE,
  CMC,
  close,
  DAY,
  exerciseIn,
  file,
  now,
  open,
  opened,
  prepare,
  prepared,
  SA,
  STREAM,
} from './field.ts';

const record = (counts: object, unit = 'tan-thanh', kind = 'reservist'): Command => ({
  type: 'RecordCounts',
  unit,
  kind,
  counts,
});
const correct = (counts: object): Command => ({ ...record(counts), type: 'CorrectCounts', reason: 'trạm đếm lại' });
describe('the drill', () => {
  test('is prepared by the standing agency, or opened by the run', () => {
    const begun = { exercise: 'tam-ky-2022', orgUnit: 'tam-ky', rule: DEFAULT_RULE };
    const keepers = { agency: 'tam-ky.SA', steering: 'tam-ky.SB' };
    file()
      .when(SA, BEFORE, prepare)
      .thenExactly({ type: 'DrillPrepared', ...begun, ...keepers });
    file()
      .when(SYSTEM, DAY, open)
      .thenExactly({ type: 'DrillOpened', ...begun });
    file(prepared)
      .when(SYSTEM, DAY, { ...open, ...keepers })
      .thenExactly({ type: 'DrillOpened', ...begun, ...keepers });
    expect([file().state.phase, file(prepared).state.phase, file(opened).state.phase]).toEqual([
      'none',
      'preparing',
      'open',
    ]);
  });

  test('is prepared once, under its own number, by the command of the place', () => {
    file(prepared).when(SA, BEFORE, prepare).thenRefused('drill-exists', { phase: 'preparing' });
    file(opened).when(SA, BEFORE, prepare).thenRefused('drill-exists', { phase: 'open' });
    file()
      .when(SA, BEFORE, { ...prepare, exercise: 'tam-ky-2023' })
      .thenRefused('drill-other-exercise', { exercise: 'tam-ky-2023' });
    file()
      .when(member('tam-ky.POL'), BEFORE, prepare)
      .thenRefused('not-your-body', { allowed: ['tam-ky.SA', 'tam-ky.CMC'] });
  });

  test('belongs to an exercise on file, and is held where that is', () => {
    file().when(SA, BEFORE, prepare, knowing()).thenRefused('exercise-unknown', { id: 'tam-ky-2022' });
    file()
      .when(SA, BEFORE, prepare, knowing(['exercise/tam-ky-2022', exerciseIn('hoi-an')]))
      .thenRefused('drill-other-unit', { exercise: 'tam-ky-2022', unit: 'tam-ky', own: 'hoi-an' });
  });

  test('is kept by the bodies that keep the exercise', () => {
    const owners = { SA: BodyId.parse('da-nang.SA'), SB: BodyId.parse('da-nang.SB') };
    const world = knowing(['exercise/tam-ky-2022', exerciseIn('tam-ky', { owners })]);
    file()
      .when(SA, BEFORE, prepare, world)
      .thenRefused('not-your-body', { allowed: ['da-nang.SA', 'tam-ky.CMC'] });
    const { state } = given(drill, STREAM, [step(member('da-nang.SA'), BEFORE, prepare), opened], world);
    expect([state.agency, state.steering]).toEqual(['da-nang.SA', 'da-nang.SB']);
    expect(refusalOf(() => send(STREAM, state, now(record({ ordered: 1 })), world))).toMatchObject({
      code: 'not-your-body',
      params: { allowed: ['da-nang.SA', 'tam-ky.CMC', 'tan-thanh.CMC', 'tan-thanh.COM'] },
    });
  });

  test('opens once, by the system only', () => {
    file(opened).when(SYSTEM, DAY, open).thenExactly();
    file(opened, now(close)).when(SYSTEM, DAY, open).thenExactly();
    file().when(SA, DAY, open).thenInvalid();
    const meta = { stream: StreamId.parse(STREAM), commandId: 'c', at: DAY, by: SA };
    for (const command of [open, { type: 'ObserveTime', due: DAY }])
      expect(() => drill.decide(command as never, drill.initial, meta, knowing())).toThrow('system-only');
  });

  test('time alone changes nothing of it', () => {
    expect(drill.nextDue(file(opened).state, knowing())).toBeNull();
    file(opened).when(SYSTEM, DAY, { type: 'ObserveTime', due: DAY }).thenExactly();
  });
});

describe('figures', () => {
  test('orders before the run; the roll call only while it is open', () => {
    file(prepared)
      .when(SA, BEFORE, record({ required: 40, ordered: 40, delivered: 40 }))
      .thenExactly({
        type: 'CountsRecorded',
        unit: 'tan-thanh',
        kind: 'reservist',
        counts: { required: 40, ordered: 40, delivered: 40 },
        station: null,
        occurredAt: BEFORE,
      });
    file(prepared)
      .when(SA, BEFORE, record({ ordered: 40, presentOnTime: 1, handedOver: 1 }))
      .thenRefused('drill-not-open', { fields: ['presentOnTime', 'handedOver'] });
  });

  test('a correction brings no roll call before the run either', () => {
    file(prepared, step(SA, BEFORE, record({ ordered: 40 })))
      .when(SA, BEFORE, correct({ presentOnTime: 40 }))
      .thenRefused('drill-not-open', { fields: ['presentOnTime'] });
  });

  test('figures left out stand as they were', () => {
    const { state } = file(
      opened,
      now({ ...record({ ordered: 40, delivered: 40 }), station: 'TT-01' }),
      now(record({ presentOnTime: 30 })),
      now(record({ presentOnTime: 34, presentLate: 5 })),
    );
    expect(state.rows['tan-thanh/reservist']).toMatchObject({
      station: 'TT-01',
      reportedAt: DAY,
      counts: { ordered: 40, delivered: 40, presentOnTime: 34, presentLate: 5, absentUnexcused: 0 },
    });
  });

  test('written down later, they keep the time they were counted', () => {
    const earlier = at('2022-08-25', 7, 30);
    file(opened)
      .when(SA, DAY, { ...record({ ordered: 1 }), occurredAt: earlier })
      .thenExactly(expect.objectContaining({ occurredAt: earlier }) as unknown as Command);
    file(opened)
      .when(SA, DAY, { ...record({ ordered: 1 }), occurredAt: at('2022-08-25', 8, 1) })
      .thenRefused('counted-in-the-future', { occurredAt: at('2022-08-25', 8, 1), at: DAY });
    file(opened)
      .when(SA, DAY, { ...record({ ordered: 1 }), occurredAt: '2022-02-30T00:00:00.000Z' })
      .thenInvalid();
  });

  test('a correction is a new line with its reason', () => {
    const counted = file(opened, now(record({ ordered: 35, presentOnTime: 35 })));
    counted.when(CMC, DAY, correct({ presentOnTime: 34, absentUnexcused: 1 })).thenExactly({
      type: 'CountsCorrected',
      unit: 'tan-thanh',
      kind: 'reservist',
      counts: { presentOnTime: 34, absentUnexcused: 1 },
      reason: 'trạm đếm lại',
    });
    counted.when(CMC, DAY, { ...correct({ presentOnTime: 34 }), reason: ' ' }).thenInvalid();
    file(opened)
      .when(SA, DAY, correct({ ordered: 1 }))
      .thenRefused('counts-unknown', { unit: 'tan-thanh', kind: 'reservist' });
  });

  test('the unit reports its own row, the standing agency every row', () => {
    for (const by of [SA, CMC, member('tan-thanh.COM')])
      file(opened)
        .when(by, DAY, record({ ordered: 1 }))
        .thenExactly(expect.objectContaining({ unit: 'tan-thanh' }) as unknown as Command);
    file(opened)
      .when(CMC, DAY, record({ ordered: 1 }, 'an-son'))
      .thenRefused('not-your-body', {
        body: 'tan-thanh.CMC',
        allowed: ['tam-ky.SA', 'tam-ky.CMC', 'an-son.CMC', 'an-son.COM'],
      });
  });

  test('an empty report, a negative, broken or unknown figure is none', () => {
    file(opened).when(SA, DAY, record({})).thenRefused('counts-empty', { unit: 'tan-thanh', kind: 'reservist' });
    for (const wrong of [
      { ordered: -1 },
      { ordered: 1.5 },
      { ordered: '1' },
      { names: ['A'] },
      { absentExcused: { flu: 1 } },
    ])
      file(opened).when(SA, DAY, record(wrong)).thenInvalid();
    file(opened)
      .when(SA, DAY, { ...record({ ordered: 1 }), station: 'trạm 1' })
      .thenInvalid();
  });

  test.each([
    ['delivered ≤ ordered', { delivered: 41 }, 41, 40],
    [
      'presentOnTime + presentLate + absentExcused + absentUnexcused ≤ ordered',
      { presentOnTime: 30, presentLate: 5, absentExcused: { ownIllness: 3, other: 1 }, absentUnexcused: 2 },
      41,
      40,
    ],
    ['handedOver ≤ present', { presentOnTime: 3, handedOver: 4 }, 4, 3],
    ['delivered + refused ≤ ordered', { delivered: 30, refused: 11 }, 41, 40],
    ['released ≤ present', { presentOnTime: 3, released: 4 }, 4, 3],
    ['specialityMatched ≤ present', { presentOnTime: 3, specialityMatched: 4 }, 4, 3],
    ['technicallyFit ≤ present', { presentLate: 3, technicallyFit: 4 }, 4, 3],
  ])('figures that contradict each other are refused: %s', (rule, counts, left, right) => {
    const ordered = file(opened, now(record({ ordered: 40 })));
    ordered.when(SA, DAY, record(counts)).thenRefused('count-invariant', { rule, left, right });
    ordered.when(SA, DAY, correct(counts)).thenRefused('count-invariant', { rule, left, right });
  });

  test('the rest has not yet reported', () => {
    const { state } = file(
      opened,
      now(
        record({
          ordered: 40,
          presentOnTime: 30,
          presentLate: 2,
          absentExcused: { ownIllness: 3 },
          absentUnexcused: 1,
        }),
      ),
    );
    const counts = totalOf(state, 'reservist');
    expect([present(counts), excused(counts), notYetReported(counts)]).toEqual([32, 3, 4]);
  });

  test('no work without a drill or after its close', () => {
    for (const command of [record({ ordered: 1 }), correct({ ordered: 1 }), close]) {
      file().when(SA, DAY, command).thenRefused('drill-unknown');
      file(opened, now(close)).when(SA, DAY, command).thenRefused('drill-closed');
    }
  });
});

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

describe('a rate', () => {
  test('of nothing ordered is no data', () => {
    expect(rate(0, 0)).toEqual({ numerator: 0, denominator: 0, percent: null });
  });

  test.each([
    [1, 3, 33.33],
    [2, 3, 66.67],
    [1, 8, 12.5],
    [1, 800, 0.13],
    [3, 800, 0.38],
    [1, 32, 3.13],
    [999_999, 1_000_000, 100],
    [0, 7, 0],
  ])('%i of %i is %d %%, rounded half up', (n, of, percent) => {
    expect(rate(n, of).percent).toBe(percent);
  });

  test('is exact for every pair of whole numbers', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 1_000_000 }), (n, of) => {
        const hundredths = Math.round((rate(n, of).percent ?? -1) * 100);
        const twice = 2n * (BigInt(n) * 10_000n - BigInt(hundredths) * BigInt(of));
        expect(twice >= -BigInt(of) && twice < BigInt(of)).toBe(true);
      }),
      { numRuns: 500 },
    );
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
