import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addWorkingDays, CALENDAR } from '../../../domain/calendar/index.ts';
import {
  type ExerciseState,
  exercise,
  holderOf,
  isDone,
  NO_READINESS,
  readinessOf,
  type Verdict,
} from '../../../domain/exercise/index.ts';
import { execute } from '../../../domain/registry.ts';
import { StreamId } from '../../../domain/streams.ts';
import { addDays, type LocalDate, localDate } from '../../../domain/time.ts';
import { at, given, knowing, type Step, step } from '../../support/domain.ts';
import { CITY, cityThrough, done, EARLY, pass, plannedCity, SA, SB, submit } from './season.ts';

/** As the read side does: the little a verdict needs. */
const verdictOf = (state: ExerciseState, today: string) =>
  readinessOf(
    {
      active: state.postponed === null && !['none', 'draft', 'closed', 'cancelled'].includes(state.phase),
      tasks: Object.values(state.tasks).map((task) => ({
        ...task,
        holder: holderOf(state, task),
        done: isDone(task),
        waived: task.status === 'waived',
      })),
      gates: state.gates.map((gate) => ({ ...gate, passed: gate.passed !== null })),
    },
    localDate(today),
    CALENDAR,
  );
const city = (past: readonly Step[], today: string) => verdictOf(given(exercise, CITY, past).state, today);
const RANK: Record<Verdict, number> = { none: 0, green: 1, amber: 2, red: 3 };

describe('the verdict', () => {
  test('green while nothing is due; then there is no data, neither 0 nor 100 %', () => {
    expect(city(plannedCity, '2026-10-20')).toEqual({ verdict: 'green', reasons: [], ratio: null, bodies: [] });
  });

  test('a draft, a postponed, a cancelled and a closed file have none', () => {
    const pause = step(SB, EARLY, { type: 'PostponeExercise', reason: 'bão' });
    const cancel = step(SB, EARLY, { type: 'CancelExercise', reason: 'bão' });
    for (const past of [
      [],
      plannedCity.slice(0, 1),
      [...plannedCity, pause],
      [...plannedCity, cancel],
      cityThrough('G9'),
    ])
      expect(city(past, '2027-06-10')).toBe(NO_READINESS);
  });

  test('red when a gate date is within five working days while predecessors are open, naming them and their bodies', () => {
    // C02, the task of gate G0, is due on 9 December; C01 before it is open
    expect(city(plannedCity, '2026-12-01').verdict).toBe('green');
    expect(city(plannedCity, '2026-12-02')).toMatchObject({
      verdict: 'red',
      reasons: [
        {
          kind: 'gate-near',
          gate: 'G0',
          task: 'C02',
          date: '2026-12-09',
          days: 5,
          open: ['C01'],
          bodies: ['tam-ky.SA'],
        },
      ],
    });
    expect(city([...plannedCity, ...done('C01')], '2026-12-09').verdict).toBe('green');
  });

  test('all open work on the way to the gate counts, not only the direct predecessors', () => {
    const [reason] = city(cityThrough('G1'), '2027-01-08').reasons;
    expect(reason).toMatchObject({
      kind: 'gate-near',
      gate: 'G2',
      task: 'C09',
      open: ['C05', 'C06'],
      bodies: ['tam-ky.PC'],
    });
  });

  test('a gate date that has passed with open predecessors stays red: waiting makes nothing better', () => {
    const verdicts = ['2026-12-09', '2026-12-10', '2026-12-12', '2026-12-14', '2026-12-15'].map(
      (today) => city(plannedCity, today).verdict,
    );
    expect(verdicts).toEqual(['red', 'red', 'red', 'red', 'red']);
  });

  test('red when a gate task is more than three working days late, amber up to then', () => {
    const past = [...plannedCity, ...done('C01')];
    const said = (today: string) => {
      const { verdict, reasons } = city(past, today);
      const own = reasons.find((reason) => reason.task === 'C02');
      return [verdict, own?.kind, own?.days];
    };
    expect(said('2026-12-10')).toEqual(['amber', 'task-late', 1]);
    expect(said('2026-12-14')).toEqual(['amber', 'task-late', 3]);
    expect(said('2026-12-15')).toEqual(['red', 'gate-task-late', 4]);
    expect(city(past, '2026-12-15').reasons[0]).toEqual({
      kind: 'gate-task-late',
      gate: 'G0',
      task: 'C02',
      body: 'tam-ky.SA',
      since: '2026-12-09',
      days: 4,
    });
  });

  test('a weekend makes nothing redder', () => {
    // C04, the task of gate G1, is due on Tuesday 29 December; Friday 1 January is off
    const past = [...cityThrough('G0'), ...done('C03')];
    expect(given(exercise, CITY, past).state.tasks.C04?.due).toBe('2026-12-25');
    const said = ['2026-12-28', '2026-12-30', '2026-12-31', '2027-01-01', '2027-01-03', '2027-01-04'].map(
      (today) => city(past, today).reasons.find((reason) => reason.task === 'C04')?.days,
    );
    expect(said).toEqual([1, 3, 4, 4, 4, 5]);
  });

  test('a task of no gate makes amber at most', () => {
    // C15 is due before the near window of its gate begins
    const late = city([...cityThrough('G3')], '2027-02-22');
    expect(late.verdict).toBe('amber');
    expect(late.reasons.find((reason) => reason.task === 'C15')).toMatchObject({
      kind: 'task-late',
      body: 'tam-ky.CUL',
    });
  });

  test('a gate passed with an override is behind: its task is late, no longer red', () => {
    const override = { override: { reason: 'cấp trên cho phép', basis: '15/CV' } };
    const past = [...plannedCity, ...done('C01'), step(SB, EARLY, pass('G0', override))];
    expect(city(past, '2026-12-16').reasons.find((reason) => reason.task === 'C02')).toMatchObject({
      kind: 'task-late',
    });
  });

  test('work handed in without being verified counts as open, and is held by the verifier', () => {
    const past = [...plannedCity, step(SA, EARLY, submit('C01'))];
    expect(city(past, '2026-12-07')).toMatchObject({
      verdict: 'red',
      reasons: [
        { kind: 'gate-near', open: ['C01'], bodies: ['tam-ky.SB'] },
        { kind: 'task-late', task: 'C01', body: 'tam-ky.SB', days: 1 },
      ],
      ratio: { verified: 0, due: 1 },
    });
  });
});

describe('the ratio', () => {
  test('verified among those due so far, per exercise and per body', () => {
    const { ratio, bodies } = city([...cityThrough('G1'), ...done('C05')], '2027-01-08');
    expect(ratio).toEqual({ verified: 5, due: 8 });
    expect(bodies).toEqual([
      { body: 'tam-ky.SA', verified: 2, due: 2, late: 0 },
      { body: 'tam-ky.MPC', verified: 1, due: 1, late: 0 },
      { body: 'tam-ky.SC', verified: 1, due: 1, late: 0 },
      { body: 'tam-ky.PC', verified: 1, due: 3, late: 2 },
      { body: 'tam-ky.SB', verified: 0, due: 1, late: 1 },
    ]);
  });

  test('a waived task is outside both numbers', () => {
    const waive = step(SB, EARLY, { type: 'WaiveTask', task: 'C02', reason: 'đã có' });
    expect(city([...plannedCity, ...done('C01'), waive], '2026-12-10')).toMatchObject({
      verdict: 'green',
      ratio: { verified: 1, due: 1 },
    });
    const waived = step(SB, EARLY, { type: 'WaiveTask', task: 'C01', reason: 'đã có' });
    expect(city([...plannedCity, waived], '2026-12-04').ratio).toBeNull();
  });

  test('work done before its day does not count before its day', () => {
    expect(city([...plannedCity, ...done('C01')], '2026-12-03').ratio).toBeNull();
    expect(city([...plannedCity, ...done('C01')], '2026-12-04').ratio).toEqual({ verified: 1, due: 1 });
  });
});

describe('late work', () => {
  const planned = given(exercise, CITY, plannedCity).state;
  const codes = Object.keys(planned.tasks);
  const finish = new Map(codes.map((code) => [code, done(code)]));
  const meta = { stream: StreamId.parse(CITY), commandId: 'test' };
  const run = (state: ExerciseState, { by, at, command }: Step) =>
    execute(state, command, { ...meta, at, by }, knowing()).state as ExerciseState;
  const day = (n: number): LocalDate => addWorkingDays(CALENDAR, localDate('2026-10-06'), n);

  /** The state on a day, when each task is finished `delays` working days after its deadline, in its turn. */
  const world = (delays: readonly number[], today: LocalDate): ExerciseState => {
    const finished = new Map<string, LocalDate>();
    const steps = codes.flatMap((code, n) => {
      const task = planned.tasks[code];
      if (!task || task.gate >= 'G7') return [];
      const own = addWorkingDays(CALENDAR, task.due, (delays[n] ?? 0) - 2);
      const when = [own, ...task.after.map((before) => finished.get(before) ?? own)].sort().at(-1) ?? own;
      finished.set(code, when);
      return when > today ? [] : (finish.get(code) ?? []).map((each) => ({ ...each, at: at(when) }));
    });
    steps.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    return steps.reduce<ExerciseState>((state, each) => run(state, each), planned);
  };

  test('never has a better verdict than work on time, on any day', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(6), { minLength: 40, maxLength: 40 }),
        fc.array(fc.nat(12), { minLength: 40, maxLength: 40 }),
        fc.integer({ min: 30, max: 140 }),
        (delays, more, n) => {
          const today = day(n);
          const [sooner, later] = [
            world(delays, today),
            world(
              delays.map((delay, i) => delay + (more[i] ?? 0)),
              today,
            ),
          ];
          const [good, bad] = [verdictOf(sooner, today), verdictOf(later, today)];
          expect(RANK[bad.verdict]).toBeGreaterThanOrEqual(RANK[good.verdict]);
          expect(bad.ratio?.due).toBe(good.ratio?.due);
          expect(bad.ratio?.verified ?? 0).toBeLessThanOrEqual(good.ratio?.verified ?? 0);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('is never forgiven by the mere passing of days', () => {
    const state = fc.array(fc.nat(12), { minLength: 40, maxLength: 40 });
    fc.assert(
      fc.property(state, fc.integer({ min: 30, max: 140 }), fc.integer({ min: 1, max: 20 }), (delays, n, wait) => {
        const then = world(delays, day(n));
        expect(RANK[verdictOf(then, addDays(day(n), wait)).verdict]).toBeGreaterThanOrEqual(
          RANK[verdictOf(then, day(n)).verdict],
        );
      }),
      { numRuns: 300 },
    );
  });

  test('is judged by tasks, gates and day alone: the same input, the same verdict, nothing touched', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(12), { minLength: 40, maxLength: 40 }),
        fc.integer({ min: 0, max: 180 }),
        (delays, n) => {
          const state = world(delays, day(n));
          const text = JSON.stringify(state);
          const said = verdictOf(state, day(n));
          expect(verdictOf(JSON.parse(text), day(n))).toEqual(said);
          expect(JSON.stringify(state)).toBe(text);
          expect(JSON.parse(JSON.stringify(said))).toEqual(said);
        },
      ),
      { numRuns: 300 },
    );
  });
});
