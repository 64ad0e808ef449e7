/** Whatever ladder an authority writes and whatever befalls a deadline: told as the slow way of counting says. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CALENDAR } from '../../../domain/calendar/index.ts';
import {
  AUDIENCES,
  climbed,
  freshLadder,
  handedOn,
  type Ladder,
  type LadderState,
  resumed,
  undecidedLadder,
} from '../../../domain/ladder/index.ts';
import { type Deadline, nextRung, rungsToTell } from '../../../domain/ladder/tell.ts';
import {
  addDays,
  atHour,
  dayOf,
  earlier,
  type Instant,
  type LocalDate,
  later,
  localDate,
} from '../../../domain/time.ts';
import { at } from '../../support/domain.ts';
import { type Befalls, type Sounding, soundingsOf } from '../../support/soundings.ts';

const RUNS = { numRuns: 1_000 };
const BEGIN = localDate('2026-01-05');
const END = at('2027-06-30', 12);

const rungs = fc
  .uniqueArray(
    fc.record({ days: fc.integer({ min: -12, max: 9 }), audience: fc.constantFrom(...AUDIENCES), daily: fc.boolean() }),
    { minLength: 1, maxLength: 6, selector: ({ days, audience }) => `${days}${audience}` },
  )
  .map((list) => list.map((rung, n) => ({ id: `r${n}`, ...rung })));
const quiet = fc.array(
  fc.tuple(fc.nat(500), fc.nat(9)).map(([start, length]) => ({
    from: addDays(BEGIN, start),
    to: addDays(BEGIN, start + length),
    reason: 'x',
  })),
  { maxLength: 6 },
);
const ladders: fc.Arbitrary<Ladder> = fc
  .record({ hour: fc.constantFrom(0, 8, 23), rungs, quiet, undecidedAfter: fc.option(fc.integer({ min: 1, max: 4 })) })
  .map(({ undecidedAfter, ...rest }) => ({ ...rest, ...(undecidedAfter === null ? {} : { undecidedAfter }) }));

/** A day of what happens, and what it is when it fits. */
const plans = fc.array(
  fc.record({
    days: fc.integer({ min: 1, max: 25 }),
    what: fc.constantFrom('due', 'known', 'known', 'asked', 'asked', 'refused', 'handedOn', 'ladder', 'done'),
    n: fc.integer({ min: 0, max: 40 }),
    ladder: rungs,
  }),
  { minLength: 20, maxLength: 30 },
);

interface Now {
  readonly due: LocalDate | null;
  readonly asked: Instant | null;
  readonly ladder: Ladder;
  readonly state: LadderState;
}

/** What the exercise does with a deadline: the same functions, without its file. */
const befall = (now: Now, change: Befalls): Now => {
  switch (change.what) {
    case 'due':
      return { ...now, due: change.due, asked: null, state: freshLadder(change.at) };
    case 'known':
      return { ...now, state: { ...now.state, silentUntil: change.until } };
    case 'asked':
      return { ...now, asked: change.at };
    case 'refused':
      return { ...now, asked: null, state: resumed(now.state, change.at) };
    case 'handedOn':
      return { ...now, state: handedOn(now.ladder, now.state, change.at) };
    case 'ladder':
      return {
        ...now,
        ladder: change.ladder,
        state: { ...resumed(now.state, change.at), silentUntil: now.state.silentUntil },
      };
    case 'done':
      return { ...now, due: null };
    default:
      return change satisfies never;
  }
};
const climbing = ({ due, asked, ladder, state }: Now): readonly [Ladder, readonly Deadline[]] => {
  const board = undecidedLadder(ladder);
  if (due === null || (asked && !board)) return [ladder, []];
  if (!asked || !board) return [ladder, [{ id: 'x', due, ladder: state }]];
  const since = { observed: later(state.observed, asked), sounded: [], silentUntil: null };
  return [board, [{ id: 'x', due: dayOf(asked), ladder: since }]];
};

/** Only what the rules let happen: nobody acknowledges a past deadline, refuses what was not asked, or asks twice. */
const possible = (
  first: Ladder,
  plan: readonly { days: number; what: string; n: number; ladder: Ladder['rungs'] }[],
) => {
  const list: Befalls[] = [{ at: atHour(BEGIN, 12), what: 'due', due: addDays(BEGIN, 30) }];
  let [day, due, asked, done, ladder] = [BEGIN, addDays(BEGIN, 30), false, false, first];
  for (const { days, what, n, ladder: other } of plan) {
    day = addDays(day, days);
    const when = { at: atHour(day, 12, 30) };
    if (done) break;
    if (what === 'due') {
      due = addDays(day, n);
      asked = false;
      list.push({ ...when, what, due });
    } else if (what === 'known' && due >= day && !asked) {
      list.push({ ...when, what, until: earlier(due, addDays(day, n)) });
    } else if (what === 'asked' && !asked) {
      asked = true;
      list.push({ ...when, what });
    } else if (what === 'refused' && asked) {
      asked = false;
      list.push({ ...when, what });
    } else if (what === 'handedOn' && !asked) list.push({ ...when, what });
    else if (what === 'ladder' && ladder.hour < 12) {
      ladder = { ...ladder, rungs: other };
      list.push({ ...when, what, ladder });
    } else if (what === 'done') {
      done = true;
      list.push({ ...when, what });
    }
  }
  return list;
};

/** Follows the alarm from rung to rung between two changes. */
const follow = (now: Now, until: Instant): { readonly now: Now; readonly told: Sounding[] } => {
  const told: Sounding[] = [];
  let { state } = now;
  for (;;) {
    const [ladder, items] = climbing({ ...now, state });
    const next = nextRung(CALENDAR, ladder, items);
    if (next === null || next >= until) return { now: { ...now, state }, told };
    const due = rungsToTell(CALENDAR, ladder, items, next);
    if (due.length === 0) throw new Error(`the alarm of ${next} tells nothing`);
    for (const { rung, at: when } of due) {
      told.push({ rung: rung.id, at: when });
      state = climbed(state, rung, next);
    }
  }
};
const byTime = (a: Sounding, b: Sounding): number =>
  a.at < b.at ? -1 : a.at > b.at ? 1 : a.rung < b.rung ? -1 : a.rung > b.rung ? 1 : 0;

test('observed on time, exactly the rungs of the slow count sound, each at its instant', () => {
  const seen = { told: 0, undecided: 0, changes: new Set<string>() };
  fc.assert(
    fc.property(ladders, plans, (ladder, plan) => {
      const befallen = possible(ladder, plan);
      let now: Now = { due: null, asked: null, ladder, state: freshLadder(atHour(BEGIN, 0)) };
      const told: Sounding[] = [];
      for (const [n, change] of befallen.entries()) {
        now = befall(now, change);
        const step = follow(now, befallen[n + 1]?.at ?? END);
        now = step.now;
        told.push(...step.told);
        seen.changes.add(change.what);
      }
      expect(told.sort(byTime)).toEqual(soundingsOf(CALENDAR, ladder, befallen, END).sort(byTime));
      seen.told += told.length;
      seen.undecided += told.filter(({ rung }) => rung === 'undecided').length;
    }),
    RUNS,
  );
  expect(seen.told).toBeGreaterThan(20_000);
  expect(seen.undecided).toBeGreaterThan(500);
  expect([...seen.changes].sort()).toEqual(['asked', 'done', 'due', 'handedOn', 'known', 'ladder', 'refused']);
}, 60_000);

test('observed late and at random: no rung twice, no escalation lost, and the alarm always moves on', () => {
  const seen = { late: 0, escalations: 0 };
  const waits = fc.array(fc.integer({ min: 1, max: 24 * 20 }), { minLength: 20, maxLength: 40 });
  fc.assert(
    fc.property(ladders, waits, fc.nat(60), fc.boolean(), (ladder, hours, n, known) => {
      const due = addDays(BEGIN, n);
      let state: LadderState = { ...freshLadder(atHour(BEGIN, 12)), silentUntil: known ? due : null };
      let clock = 12;
      const told = new Map<string, number>();
      for (const wait of [...hours, 24 * 400]) {
        clock += wait;
        const now = earlier(atHour(BEGIN, clock), END);
        for (const { rung, at: when, lateMinutes } of rungsToTell(
          CALENDAR,
          ladder,
          [{ id: 'x', due, ladder: state }],
          now,
        )) {
          if (lateMinutes < 0 || when > now) throw new Error(`${rung.id} told before its time`);
          if (lateMinutes > 0) seen.late += 1;
          if (known && !rung.daily && rung.days <= 0) throw new Error(`${rung.id} was acknowledged`);
          told.set(rung.id, (told.get(rung.id) ?? 0) + 1);
          state = climbed(state, rung, now);
        }
        const next = nextRung(CALENDAR, ladder, [{ id: 'x', due, ladder: state }]);
        if (next !== null && next <= now) throw new Error(`${next} is not later than ${now}`);
      }
      for (const { id, days, daily } of ladder.rungs) {
        if (!daily && (told.get(id) ?? 0) > 1) throw new Error(`${id} told twice`);
        if (days > 0 && !told.has(id)) throw new Error(`${id} was lost`);
        if (days > 0) seen.escalations += 1;
      }
    }),
    RUNS,
  );
  expect(seen.late).toBeGreaterThan(5_000);
  expect(seen.escalations).toBeGreaterThan(1_000);
}, 60_000);
