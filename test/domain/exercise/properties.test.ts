import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CALENDAR, createCalendar } from '../../../domain/calendar/index.ts';
import type { DomainEvent, Fact } from '../../../domain/decider.ts';
import { EXCUSES } from '../../../domain/drill/codes.ts';
import {
  type ClockEvent,
  type ExerciseState,
  exercise,
  holderOf,
  isDone,
  openTasks,
} from '../../../domain/exercise/index.ts';
import { isSystem, SYSTEM } from '../../../domain/people.ts';
import { execute } from '../../../domain/registry.ts';
import { SCORE_DOMAINS } from '../../../domain/review/index.ts';
import { StreamId } from '../../../domain/streams.ts';
import { addDays, dayOf, localDate } from '../../../domain/time.ts';
import { at, type Command, head, knowing, member, type Step, step } from '../../support/domain.ts';
import { journal, played } from '../../support/journal.ts';
import { GATES, type Intent, intents, REST, resolve, WORK } from './player.ts';
import { CITY, cityThrough, draftedCity, plannedCity, reviewingCity, runningCity, SA, SB } from './season.ts';

const RUNS = { numRuns: 300 };
const year = CALENDAR.years[2027];
if (!year) throw new Error('the tables hold 2027');
const CHANGED = createCalendar('v2', [
  ...Object.values(CALENDAR.years),
  { ...year, off: [...year.off, localDate('2027-02-11'), localDate('2027-03-15')].sort() },
]);
const worlds = fc.constantFrom(knowing(), { ...knowing(), calendar: CHANGED });
const begin = (...pasts: (readonly Step[])[]) => fc.constantFrom(...pasts.map((past) => played(CITY, past)));
const pasts = begin(
  [],
  draftedCity,
  plannedCity,
  plannedCity,
  cityThrough('G1'),
  cityThrough('G4'),
  cityThrough('G6'),
  runningCity,
  reviewingCity,
  cityThrough('G8'),
);
const all = [...WORK, ...WORK, ...GATES, ...GATES, ...REST];

const isClock = (fact: Fact<DomainEvent>): fact is Fact<ClockEvent> =>
  fact.type === 'TaskReminded' || fact.type === 'TaskEscalated';

const RUNGS = ['before7', 'before3', 'before1', 'head', 'board'];
/** Rungs that may sound again: all of a new deadline or after a pause, those of the holder when the turn passed on. */
const restarted = (was: ExerciseState, is: ExerciseState): string[] =>
  Object.values(is.tasks).flatMap((task) => {
    const before = was.tasks[task.code];
    if (!before || before.due !== task.due || (was.postponed && !is.postponed))
      return RUNGS.map((rung) => `${task.code}/${rung}`);
    return holderOf(was, before) === holderOf(is, task) ? [] : RUNGS.slice(0, 4).map((rung) => `${task.code}/${rung}`);
  });

describe('whatever happens to an exercise', () => {
  test('its facts are its whole history, refusals leave no trace, and the clock tells each rung once', () => {
    const seen = { accepted: 0, refused: 0, told: 0, phases: new Set<string>() };
    fc.assert(
      fc.property(pasts, worlds, intents(all, 20), (past, world, plan) => {
        const file = journal(CITY, past, world);
        const climbed = new Set<string>();
        for (const intent of plan) {
          const next = resolve(file.now() as ExerciseState, intent);
          const { refused, before, facts } = file.tell(next);
          const [was, is] = [before as ExerciseState, file.now() as ExerciseState];
          seen[refused ? 'refused' : 'accepted'] += 1;
          seen.phases.add(is.phase);
          for (const rung of restarted(was, is)) climbed.delete(rung);
          for (const fact of facts) {
            if (!isClock(fact)) continue;
            seen.told += 1;
            const [task, key] = [was.tasks[fact.task], `${fact.task}/${fact.rung}`];
            if (!task || isDone(task) || task.due !== fact.deadline || was.postponed)
              throw new Error(`nothing to tell of ${key}`);
            if ((task.extension !== null) !== (fact.rung === 'undecided')) throw new Error(`${key} during a request`);
            const { silentUntil } = task.ladder;
            if (RUNGS.slice(0, 3).includes(fact.rung) && silentUntil && dayOf(fact.rungAt) <= silentUntil)
              throw new Error(`${key} was acknowledged`);
            if (RUNGS.includes(fact.rung) && climbed.has(key)) throw new Error(`${key} told twice`);
            if (fact.lateMinutes < 0 || Object.is(fact.daysLeft, -0))
              throw new Error(`${key} ${fact.lateMinutes} ${fact.daysLeft}`);
            climbed.add(key);
          }
          if (next.command.type === 'ObserveTime' && isSystem(next.by)) {
            const [due, observed] = [
              exercise.nextDue(is, world),
              is.lastAt && is.lastAt > next.at ? is.lastAt : next.at,
            ];
            if (refused || (due !== null && due <= observed)) throw new Error(`${due} is not later than ${observed}`);
          }
        }
        expect(file.replayedFromStart()).toEqual(file.now());
      }),
      RUNS,
    );
    expect(seen.accepted).toBeGreaterThan(1000);
    expect(seen.refused).toBeGreaterThan(500);
    expect(seen.told).toBeGreaterThan(300);
    expect([...seen.phases].sort()).toEqual([
      'cancelled',
      'closed',
      'draft',
      'none',
      'planned',
      'preparing',
      'ready',
      'reviewing',
      'running',
    ]);
  });

  test('moved there and back, every open deadline is where it was', () => {
    const moves = fc.integer({ min: 0, max: 200 });
    const meta = { stream: StreamId.parse(CITY), commandId: 'test', at: at('2026-12-20'), by: SA };
    fc.assert(
      fc.property(
        begin(plannedCity, cityThrough('G1'), cityThrough('G3')),
        intents(['ask', 'grant', 'grant', 'submit', 'verify', 'assign'], 20),
        moves,
        (past, plan, n) => {
          const file = journal(CITY, past);
          for (const intent of plan as Intent[])
            file.tell(resolve(file.now() as ExerciseState, { ...intent, hours: 1 }));
          const before = file.now() as ExerciseState;
          const move = (state: ExerciseState, startDate: string, endDate: string) =>
            execute(
              state,
              { type: 'RescheduleExercise', startDate, endDate, reason: 'x' } as { type: string },
              meta,
              knowing(),
            ).state as ExerciseState;
          const there = addDays(localDate('2027-02-01'), n);
          const back = move(move(before, there, addDays(there, 2)), '2027-04-20', '2027-04-22');
          const deadlines = (state: ExerciseState) =>
            openTasks(state).map((task) => [task.code, task.due, task.firstDue, task.extendedBy]);
          expect(deadlines(back)).toEqual(deadlines(before));
        },
      ),
      RUNS,
    );
  });
});

describe('whatever happens to a drill or a review', () => {
  const people = fc.constantFrom(
    SA,
    SB,
    SYSTEM,
    member('tam-ky.DB', 'a'),
    member('tam-ky.DB', 'b'),
    member('an-son.CMC'),
    member('tam-ky.CMC'),
    head('tam-ky.POL'),
  );
  const steps = (commands: fc.Arbitrary<Command>) =>
    fc.array(
      fc.tuple(people, fc.nat(400), commands).map(([by, hours, command]) => step(by, at('2027-04-20', hours), command)),
      { minLength: 20, maxLength: 40 },
    );
  const counts = fc.dictionary(
    fc.constantFrom('ordered', 'delivered', 'presentOnTime', 'presentLate', 'absentUnexcused', 'handedOver', 'ghosts'),
    fc.integer({ min: -1, max: 9 }),
    { maxKeys: 3 },
  );

  test('the same holds for the drill', () => {
    const excused = fc.dictionary(fc.constantFrom(...EXCUSES), fc.nat(2), { maxKeys: 2 });
    const report = fc.record({
      type: fc.constantFrom('RecordCounts', 'CorrectCounts'),
      unit: fc.constantFrom('an-son', 'tam-ky'),
      kind: fc.constantFrom('reservist', 'vehicle'),
      counts,
      reason: fc.constant('x'),
    });
    const command = fc.oneof(
      {
        weight: 6,
        arbitrary: report.map(
          ({ reason, ...each }): Command => (each.type === 'CorrectCounts' ? { ...each, reason } : each),
        ),
      },
      {
        weight: 2,
        arbitrary: excused.map(
          (absentExcused): Command => ({
            type: 'RecordCounts',
            unit: 'an-son',
            kind: 'reservist',
            counts: { ordered: 20, absentExcused },
          }),
        ),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom<Command>(
          { type: 'OpenDrill', exercise: 'x', orgUnit: 'tam-ky' },
          { type: 'PrepareDrill', exercise: 'x', orgUnit: 'tam-ky' },
          { type: 'CloseDrill' },
          { type: 'ObserveTime', due: at('2027-04-20') },
          { type: 'nothing' },
        ),
      },
    );
    const opened = played('drill/x', [
      step(SYSTEM, at('2027-04-20', 0), { type: 'OpenDrill', exercise: 'x', orgUnit: 'tam-ky' }),
    ]);
    fc.assert(
      fc.property(steps(command), (plan) => {
        const file = journal('drill/x', opened);
        plan.forEach(file.tell);
        expect(file.replayedFromStart()).toEqual(file.now());
      }),
      RUNS,
    );
  });

  test('and for the review', () => {
    const id = (letter: string) => fc.nat(3).map((n) => `${letter}${n}`);
    const command = fc
      .record({
        type: fc.constantFrom(
          'RecordScore',
          'RecordScore',
          'SettleScore',
          'SettleScore',
          'RecordIncident',
          'RecordFinding',
          'PlanAction',
          'CompleteAction',
          'VerifyAction',
          'CarryAction',
          'DecideGrade',
          'FinishReview',
          'ObserveTime',
          'OpenReview',
        ),
        domain: fc.constantFrom(...SCORE_DOMAINS),
        points: fc.integer({ min: 0, max: 26 }),
        finding: id('F'),
        action: id('A'),
        owner: fc.constantFrom('tam-ky.POL', 'an-son.CMC'),
        word: fc.constantFrom('minor', 'serious'),
      })
      .map(({ type, domain, points, finding, action, owner, word }): Command => {
        switch (type) {
          case 'RecordScore':
            return { type, domain, points };
          case 'SettleScore':
            return { type, domain, points, reason: 'x' };
          case 'RecordIncident':
            return { type, subject: 'people', severity: word, note: 'x' };
          case 'RecordFinding':
            return { type, finding, kind: points % 3 === 0 ? 'strength' : 'limit', text: 'x' };
          case 'PlanAction':
            return { type, action, finding, text: 'x', owner, due: '2027-06-01', measure: 'x' };
          case 'CompleteAction':
            return { type, action, evidence: 'x' };
          case 'VerifyAction':
            return { type, action };
          case 'CarryAction':
            return { type, action, into: points % 2 === 0 ? 'y' : 'z', reason: 'x' };
          case 'OpenReview':
            return { type, exercise: 'x', orgUnit: 'tam-ky', superiorUnit: 'tam-ky' };
          case 'ObserveTime':
            return { type, due: at('2027-04-20') };
          default:
            return { type };
        }
      });
    const open = step(SYSTEM, at('2027-04-20', 0), {
      type: 'OpenReview',
      exercise: 'x',
      orgUnit: 'tam-ky',
      superiorUnit: 'tam-ky',
    });
    const scored = SCORE_DOMAINS.flatMap((domain) =>
      ['a', 'b'].map((person) =>
        step(member('tam-ky.DB', person), at('2027-04-20', 0), { type: 'RecordScore', domain, points: 5 }),
      ),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(played('review/x', [open]), played('review/x', [open, ...scored])),
        steps(command),
        (past, plan) => {
          const file = journal('review/x', past, knowing('exercise/y'));
          plan.forEach(file.tell);
          expect(file.replayedFromStart()).toEqual(file.now());
        },
      ),
      RUNS,
    );
  });
});
