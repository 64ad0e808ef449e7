/** Counts as the localities report them, and the figures made of them. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DEFAULT_RULE, drill, excused, notYetReported, present, rate, totalOf } from '../../../domain/drill/index.ts';
import { BodyId, SYSTEM } from '../../../domain/people.ts';
import { StreamId } from '../../../domain/streams.ts';
import { at, type Command, given, knowing, member, refusalOf, send, step } from '../../support/domain.ts';
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
  record,
  SA,
  STREAM,
} from './field.ts';

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
