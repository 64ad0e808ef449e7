import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkCounts } from '../../../domain/drill/counts.ts';
import {
  type DrillState,
  excused,
  KINDS,
  notYetReported,
  present,
  ratesOf,
  totalOf,
} from '../../../domain/drill/index.ts';
import { type Command, frozen, knowing, refusalOf, send } from '../../support/domain.ts';
import { file, now, opened, STREAM, station } from './field.ts';
import { type Act, type Book, emptyBook, enter, figuresOf } from './model.ts';

const UNITS = ['tan-thanh', 'an-son'];
const numbered = (prefix: string, min: number, max: number) => fc.integer({ min, max }).map((n) => `${prefix}-${n}`);
const order = numbered('QN', 1, 12);
const orders = fc.array(order, { minLength: 1, maxLength: 3 });
const status = fc.constantFrom('present', 'excused', 'unexcused', 'present');
const entryId = numbered('C', 1, 25);
const entry = fc.record({ id: entryId, order, status, walkIn: fc.constant(false) });
/** Ids of their own make most entries new; some are repeated on purpose. */
const ownEntry = fc.record({ order, status }).map((each) => ({ ...each, id: `C-${each.order}`, walkIn: false }));
const walkIn = fc
  .record({ n: fc.integer({ min: 1, max: 4 }), status: fc.constant('present' as const) })
  .map(({ n, ...each }) => ({ ...each, id: `W-${n}`, order: `VL-${n}`, walkIn: true }));

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('issue' as const),
      orders,
      unit: fc.constantFrom(...UNITS),
      kind: fc.constantFrom(...KINDS),
      spare: fc.boolean(),
    }),
  },
  {
    weight: 9,
    arbitrary: fc.record({
      do: fc.constantFrom('deliver' as const, 'refuse' as const, 'handOver' as const, 'release' as const),
      orders: fc.array(numbered('QN', 1, 8), { minLength: 1, maxLength: 2 }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom('handOver' as const, 'reverse' as const),
      orders: fc.tuple(numbered('QN', 1, 4)),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('checkIn' as const),
      entries: fc.array(fc.oneof({ weight: 5, arbitrary: ownEntry }, entry, walkIn), { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('correct' as const),
      id: fc.oneof(
        order.map((n) => `C-${n}`),
        fc.constant('W-1'),
      ),
      status,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('substitute' as const),
      absent: fc.oneof({ weight: 4, arbitrary: numbered('QN', 1, 4) }, order),
      spare: fc.oneof({ weight: 4, arbitrary: numbered('QN', 5, 7) }, order, numbered('VL', 1, 4)),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('inspect' as const), order, fit: fc.boolean() }) },
);

/** Every run begins with some places and some spares, so that substitutions have somewhere to go. */
const issued = (unit: string, kind: 'reservist' | 'vehicle', spare: boolean, ...numbers: number[]): Act => ({
  do: 'issue',
  orders: numbers.map((n) => `QN-${n}`),
  unit,
  kind,
  spare,
});
const FIRST: readonly Act[] = [
  issued('tan-thanh', 'reservist', false, 1, 2, 3, 4),
  issued('tan-thanh', 'reservist', true, 5, 6, 7),
  issued('an-son', 'vehicle', false, 8),
];

const excuse = (each: string) => (each === 'excused' ? { excuse: 'other' } : {});
const commandOf = (each: Act): Command => {
  switch (each.do) {
    case 'issue': {
      const { unit, kind, spare } = each;
      return { type: 'IssueOrders', unit, kind, spare, orders: each.orders.map((id) => ({ order: id })) };
    }
    case 'deliver':
      return { type: 'DeliverOrders', orders: each.orders };
    case 'refuse':
      return { type: 'RefuseOrders', orders: each.orders, reason: 'moved' };
    case 'handOver': {
      const minutes = { number: '1', date: '2022-08-25' };
      return { type: 'HandOver', orders: each.orders, receivingUnit: 'd72', minutes };
    }
    case 'reverse':
      return { type: 'ReverseHandOver', orders: each.orders, reason: 'nhầm' };
    case 'release':
      return { type: 'Release', orders: each.orders };
    case 'checkIn': {
      const checkIns = each.entries.map(({ id, order: number, status: said, walkIn: marked }) => ({
        id,
        order: number,
        status: said,
        ...excuse(said),
        ...(marked ? { walkIn: true, unit: 'tan-thanh' } : {}),
      }));
      return { type: 'CheckIn', station: 'TT-01', checkIns };
    }
    case 'correct':
      return { type: 'CorrectCheckIn', id: each.id, status: each.status, ...excuse(each.status), reason: 'nhầm' };
    case 'substitute':
      return { type: 'Substitute', absentOrder: each.absent, spareOrder: each.spare };
    case 'inspect':
      return { type: 'InspectVehicle', order: each.order, fit: each.fit, ...(each.fit ? {} : { reason: 'tyres' }) };
    default:
      return each satisfies never;
  }
};

const shown = (state: DrillState, unit: string, kind: string) => {
  const row = state.rows[`${unit}/${kind}`];
  if (!row) return null;
  const { ordered, delivered, refused, absentUnexcused, handedOver, released, technicallyFit } = row.counts;
  return {
    ordered,
    delivered,
    refused,
    present: present(row.counts),
    excused: excused(row.counts),
    absentUnexcused,
    handedOver,
    released,
    technicallyFit,
    reserve: row.reserve,
  };
};

const keepsInvariants = (state: DrillState): void => {
  for (const { counts } of Object.values(state.rows)) {
    checkCounts(counts);
    expect(present(counts) + excused(counts) + counts.absentUnexcused + notYetReported(counts)).toBe(counts.ordered);
    expect(notYetReported(counts)).toBeGreaterThanOrEqual(0);
  }
  for (const kind of KINDS)
    for (const { numerator, denominator, percent } of Object.values(ratesOf(kind, totalOf(state, kind)))) {
      expect(percent === null).toBe(denominator === 0);
      expect(numerator).toBeLessThanOrEqual(denominator);
    }
};

test('whatever is issued, checked in twice, corrected, substituted and handed over: the same refusals and figures as by pencil', () => {
  const start = frozen(file(opened, now(station('TT-01', UNITS))).state);
  const done = new Map<string, number>();
  fc.assert(
    fc.property(fc.array(act, { minLength: 20, maxLength: 40 }), (acts) => {
      const book: Book = emptyBook();
      let state: DrillState = start;
      for (const each of [...FIRST, ...acts]) {
        const refused = refusalOf(() => {
          state = send(STREAM, state, frozen(now(commandOf(each))), knowing()).state as DrillState;
        });
        const accepted = enter(book, each);
        if (accepted !== (refused === undefined))
          throw new Error(`${JSON.stringify(each)}: by pencil ${accepted}, here ${refused?.message ?? 'accepted'}`);
        if (accepted) done.set(each.do, (done.get(each.do) ?? 0) + 1);
      }
      for (const unit of UNITS)
        for (const kind of KINDS) expect(shown(state, unit, kind)).toEqual(figuresOf(book, unit, kind));
      keepsInvariants(state);
    }),
    { numRuns: 1_000 },
  );
  // the run is worth something only if every act was accepted often
  for (const each of [
    'issue',
    'deliver',
    'refuse',
    'checkIn',
    'correct',
    'substitute',
    'handOver',
    'reverse',
    'release',
  ])
    expect([each, (done.get(each) ?? 0) >= 10]).toEqual([each, true]);
});
