import { describe, expect, test } from '@jest/globals';
import { CALENDAR } from '../../../domain/calendar/index.ts';
import { digestsOf } from '../../../domain/ladder/digest.ts';
import {
  checkLadder,
  climbed,
  DEFAULT_LADDER,
  freshLadder,
  handedOn,
  Ladder,
  type LadderState,
  rungsAhead,
} from '../../../domain/ladder/index.ts';
import { nextRung, rungsToTell } from '../../../domain/ladder/tell.ts';
import { BodyId } from '../../../domain/people.ts';
import { EntityId } from '../../../domain/streams.ts';
import { addDays, atHour, dayOf, type Instant, localDate } from '../../../domain/time.ts';
import { at } from '../../support/domain.ts';

const DUE = localDate('2027-03-19'); // a Friday
const SET = at('2027-03-01');
const quiet = (...ranges: readonly (readonly [from: string, to: string])[]): Ladder => ({
  ...DEFAULT_LADDER,
  quiet: ranges.map(([from, to]) => ({ from: localDate(from), to: localDate(to), reason: 'Đoàn kiểm tra' })),
});
/** Rung by rung as time passes, observed on time. */
const climb = (ladder: Ladder, until: string, from: LadderState = freshLadder(SET), due = DUE): string[] => {
  const told: string[] = [];
  let state = from;
  for (;;) {
    const next = nextRung(CALENDAR, ladder, [{ id: 'x', due, ladder: state }]);
    if (next === null || next > at(until, 23)) return told;
    for (const { rung, at: when } of rungsToTell(CALENDAR, ladder, [{ id: 'x', due, ladder: state }], next)) {
      told.push(`${rung.id} ${dayOf(when)}`);
      state = climbed(state, rung, next);
    }
  }
};

describe('on quiet days nothing sounds', () => {
  test('a reminder moves to the next working morning that is not quiet', () => {
    expect(climb(quiet(['2027-03-16', '2027-03-17']), '2027-03-19')).toEqual([
      'before7 2027-03-10',
      'before3 2027-03-18',
      'before1 2027-03-18',
    ]);
  });

  test('a reminder is dropped when its deadline passes meanwhile', () => {
    expect(climb(quiet(['2027-03-16', '2027-03-19']), '2027-03-22')).toEqual([
      'before7 2027-03-10',
      'overdue 2027-03-22',
      'head 2027-03-22',
    ]);
  });

  test('an escalation moves as far as it must, past a weekend too', () => {
    expect(climb(quiet(['2027-03-22', '2027-03-26']), '2027-03-29').slice(3)).toEqual([
      'overdue 2027-03-29',
      'head 2027-03-29',
      'board 2027-03-29',
    ]);
  });

  test('quiet days stay working days: the count to the deadline does not change', () => {
    const [told] = rungsToTell(
      CALENDAR,
      quiet(['2027-03-10', '2027-03-10']),
      [{ id: 'x', due: DUE, ladder: freshLadder(SET) }],
      at('2027-03-11', 8),
    );
    expect(told).toMatchObject({ rung: { id: 'before7' }, at: at('2027-03-11', 8), daysLeft: 6, lateMinutes: 0 });
  });

  test('a ladder that is quiet beyond the last table says nothing, and is not refused', () => {
    expect(climb(quiet(['2027-03-02', '2028-03-01']), '2027-12-31')).toEqual([]);
  });
});

describe('a rung before the deadline that repeats', () => {
  const daily: Ladder = { ...DEFAULT_LADDER, rungs: [{ id: 'press', days: -2, audience: 'owner', daily: true }] };
  test('sounds every working morning from its day on', () => {
    expect(climb(daily, '2027-03-23').map((each) => each.slice(-5))).toEqual([
      '03-17',
      '03-18',
      '03-19',
      '03-22',
      '03-23',
    ]);
  });
  test('is silent while it is acknowledged and goes on after that', () => {
    const known = { ...freshLadder(SET), silentUntil: localDate('2027-03-18') };
    expect(climb(daily, '2027-03-22', known)).toEqual(['press 2027-03-19', 'press 2027-03-22']);
  });
});

describe('what was acknowledged', () => {
  const known = (until: string): LadderState => ({ ...freshLadder(SET), silentUntil: localDate(until) });
  test('drops the reminders up to and on that day', () => {
    expect(climb(DEFAULT_LADDER, '2027-03-19', known('2027-03-16'))).toEqual(['before1 2027-03-18']);
    expect(climb(DEFAULT_LADDER, '2027-03-19', known('2027-03-15'))).toEqual([
      'before3 2027-03-16',
      'before1 2027-03-18',
    ]);
  });
  test('never silences what stands after the deadline', () => {
    const rungs = [{ id: 'next', days: 1, audience: 'board', daily: false } as const];
    // nothing but a foreign hand writes such a silence; the ladder holds all the same
    expect(climb({ ...DEFAULT_LADDER, rungs }, '2027-04-01', known('2027-03-31'))).toEqual(['next 2027-03-22']);
  });
});

test('an outage of a fortnight: each rung once, each with its own delay', () => {
  const [now, items] = [at('2027-03-30', 9, 30), [{ id: 'C17', due: DUE, ladder: freshLadder(SET) }]];
  const told = rungsToTell(CALENDAR, DEFAULT_LADDER, items, now);
  expect(told.map(({ rung, at: when, lateMinutes }) => [rung.id, dayOf(when), lateMinutes])).toEqual([
    ['before7', '2027-03-10', 20 * 24 * 60 + 90],
    ['before3', '2027-03-16', 14 * 24 * 60 + 90],
    ['before1', '2027-03-18', 12 * 24 * 60 + 90],
    ['overdue', '2027-03-22', 8 * 24 * 60 + 90],
    ['head', '2027-03-22', 8 * 24 * 60 + 90],
    ['board', '2027-03-24', 6 * 24 * 60 + 90],
  ]);
  expect(told.every(({ daysLeft }) => daysLeft === -7)).toBe(true);
  const after = told.reduce((state, { rung }) => climbed(state, rung, now), freshLadder(SET));
  expect(rungsToTell(CALENDAR, DEFAULT_LADDER, [{ id: 'C17', due: DUE, ladder: after }], now)).toEqual([]);
  expect(nextRung(CALENDAR, DEFAULT_LADDER, [{ id: 'C17', due: DUE, ladder: after }])).toBe(at('2027-03-31', 8));
});

test('of many deadlines the earliest rung is told first, and the next alarm is the earliest of all', () => {
  const item = (id: string, due: string) => ({ id, due: localDate(due), ladder: freshLadder(SET) });
  const items = [item('C18', '2027-03-26'), item('C17', '2027-03-19')];
  expect(nextRung(CALENDAR, DEFAULT_LADDER, items)).toBe(at('2027-03-10', 8));
  expect(
    rungsToTell(CALENDAR, DEFAULT_LADDER, items, at('2027-03-17', 8)).map(({ id, rung }) => `${id} ${rung.id}`),
  ).toEqual(['C17 before7', 'C17 before3', 'C18 before7']);
  expect(nextRung(CALENDAR, DEFAULT_LADDER, [])).toBeNull();
});

test('whoever takes over is told anew; agency, board and superior are not', () => {
  const sounded = { observed: at('2027-03-25'), sounded: ['before7', 'head', 'board'], silentUntil: DUE };
  expect(handedOn(DEFAULT_LADDER, sounded, at('2027-03-26'))).toEqual({
    observed: at('2027-03-26'),
    sounded: ['board'],
    silentUntil: null,
  });
  const ids = rungsAhead(CALENDAR, DEFAULT_LADDER, DUE, handedOn(DEFAULT_LADDER, sounded, at('2027-03-26'))).map(
    ({ rung, at: when }) => `${rung.id} ${dayOf(when)}`,
  );
  expect(ids).toEqual(['overdue 2027-03-29', 'head 2027-03-29']);
});

describe('a ladder can be climbed', () => {
  const faults = (change: Partial<Ladder>) => checkLadder({ ...DEFAULT_LADDER, ...change });
  const rung = DEFAULT_LADDER.rungs[0] as Ladder['rungs'][number];
  test('the default one can', () => expect(checkLadder(DEFAULT_LADDER)).toEqual([]));
  test('its rungs have ids of their own, and somebody reminds the owner in time', () => {
    expect(faults({ rungs: [rung, { ...rung, days: -2 }] })).toEqual([{ kind: 'rung-twice', where: 'before7' }]);
    expect(faults({ rungs: [rung, { ...rung, id: 'undecided' }] })).toEqual([
      { kind: 'rung-reserved', where: 'undecided' },
    ]);
    const none = [{ kind: 'no-owner-before', where: 'rungs' }];
    expect(faults({ rungs: [{ ...rung, days: 0 }] })).toEqual(none);
    expect(faults({ rungs: [{ ...rung, audience: 'head' }] })).toEqual(none);
  });
  test('quiet days do not end before they begin', () => {
    expect(checkLadder(quiet(['2027-03-02', '2027-03-02'], ['2027-03-05', '2027-03-04']))).toEqual([
      { kind: 'quiet-backwards', where: '2027-03-05–2027-03-04' },
    ]);
  });
  test('an hour of the day, a rung within 60 working days, a reason for silence', () => {
    const refused = (change: object) => Ladder.safeParse({ ...DEFAULT_LADDER, ...change }).success === false;
    expect(refused({ hour: 24 })).toBe(true);
    expect(refused({ rungs: [] })).toBe(true);
    expect(refused({ rungs: [{ ...rung, days: -61 }] })).toBe(true);
    expect(refused({ rungs: [{ ...rung, audience: 'everybody' }] })).toBe(true);
    expect(refused({ quiet: [{ from: DUE, to: DUE, reason: ' ' }] })).toBe(true);
    expect(refused({ undecidedAfter: 0 })).toBe(true);
    expect(refused({})).toBe(false);
  });
});

test('what is told is gathered in one digest a body and day, whatever the exercise', () => {
  const [POL, SA] = [BodyId.parse('tam-ky.POL'), BodyId.parse('tam-ky.SA')];
  const told = (to: BodyId, exercise: string, when: Instant) => ({ to, exercise: EntityId.parse(exercise), at: when });
  const [first, second, late] = [at('2027-03-10', 8), at('2027-03-11', 8), atHour(addDays(DUE, -8), 23, 59)];
  const all = [
    told(SA, 'b', first),
    told(POL, 'b', first),
    told(POL, 'a', first),
    told(POL, 'b', late),
    told(POL, 'a', second),
  ];
  expect(digestsOf(all)).toEqual([
    {
      day: '2027-03-10',
      body: POL,
      exercises: [
        { exercise: 'a', told: [all[2]] },
        { exercise: 'b', told: [all[1]] },
      ],
    },
    { day: '2027-03-10', body: SA, exercises: [{ exercise: 'b', told: [all[0]] }] },
    {
      day: '2027-03-11',
      body: POL,
      exercises: [
        { exercise: 'a', told: [all[4]] },
        { exercise: 'b', told: [all[3]] },
      ],
    },
  ]);
  expect(digestsOf([])).toEqual([]);
});
