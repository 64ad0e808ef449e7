import { describe, expect, test } from '@jest/globals';
import { CALENDAR } from '../../../domain/calendar/index.ts';
import { type ExerciseState, exercise, openTasks } from '../../../domain/exercise/index.ts';
import { effectsOf, upcomingRungs } from '../../../domain/planning/effects.ts';
import { EntityId } from '../../../domain/streams.ts';
import { type Instant, localDate } from '../../../domain/time.ts';
import { at, given, type Step, send, step } from '../../support/domain.ts';
import { CITY, cityThrough, done, draftedCity, EARLY, planCity, plannedCity, SA, SB } from '../exercise/season.ts';

const ID = EntityId.parse('tam-ky-2027');
const planned = given(exercise, CITY, plannedCity).state;
const after = (state: ExerciseState, ...steps: Step[]): ExerciseState =>
  steps.reduce((now, each) => send(CITY, now, each).state as ExerciseState, state); // the stream is an exercise
const effects = (before: ExerciseState, then: ExerciseState, now: Instant = EARLY, others: ExerciseState[] = []) => {
  const filed = others.map((state, index) => ({ id: EntityId.parse(`other-${index}`), state }));
  return effectsOf(ID, before, then, { others: filed, othersBefore: filed, calendar: CALENDAR, now });
};
const C01 = {
  task: 'C01',
  titleVi: 'Tiếp nhận chỉ thị, nhiệm vụ diễn tập',
  titleEn: 'Receive the directive and the exercise task',
};
const move = (startDate: string, endDate: string, now = EARLY) =>
  step(SA, now, { type: 'RescheduleExercise', startDate, endDate, reason: 'bão' });

describe('what a change does', () => {
  test('nothing, where nothing changes', () => {
    for (const [name, list] of Object.entries(effects(planned, planned))) expect([name, list]).toEqual([name, []]);
  });

  test('a later opening day moves every open deadline by as many working days, and gives that much room', () => {
    const begun = after(planned, ...done('C01'));
    const { deadlines, slack, overdue } = effects(begun, after(begun, move('2027-04-27', '2027-04-29')));
    expect(deadlines.map(({ task }) => task)).toEqual(openTasks(begun).map(({ code }) => code));
    expect(new Set(deadlines.map(({ days }) => days))).toEqual(new Set([5]));
    expect(deadlines[0]).toMatchObject({
      task: 'C02',
      from: '2026-12-09',
      to: '2026-12-16',
      titleEn: expect.any(String),
    });
    expect(new Set(slack.map(({ from, to }) => (to ?? 0) - (from ?? 0)))).toEqual(new Set([5]));
    expect(overdue).toEqual([]);
  });

  test('an earlier one leaves deadlines that have already passed, with how late they are', () => {
    const now = at('2026-12-01');
    const { overdue, deadlines } = effects(planned, after(planned, move('2027-04-06', '2027-04-08', now)), now);
    expect(deadlines[0]).toMatchObject({ task: 'C01', from: '2026-12-04', to: '2026-11-20', days: -9 });
    expect(overdue.map(({ task, due, days }) => [task, due, days])).toEqual([
      ['C01', '2026-11-20', 6],
      ['C02', '2026-11-26', 3],
    ]);
    // what was late already is not late because of it
    const late = at('2026-12-08');
    const moved = after(planned, move('2027-04-19', '2027-04-21', late));
    expect(effects(planned, moved, late).overdue.map(({ task }) => task)).not.toContain('C01');
  });

  test('its reminders sound at other times; those of a postponed file not at all', () => {
    const { silenced, sounding } = effects(planned, after(planned, move('2027-04-27', '2027-04-29')));
    expect(sounding.length).toBe(silenced.length);
    const first = upcomingRungs(planned, CALENDAR)[0];
    expect(silenced[0]).toEqual(first);
    expect(silenced.map(({ at: when }) => when)).toEqual(silenced.map(({ at: when }) => when).sort());
    const paused = after(planned, step(SB, EARLY, { type: 'PostponeExercise', reason: 'bão' }));
    expect(effects(planned, paused)).toMatchObject({ sounding: [], silenced: upcomingRungs(planned, CALENDAR) });
    expect(effects(paused, planned).sounding).toHaveLength(silenced.length);
  });

  test('a done task is no longer reminded of, and has no room to lose', () => {
    const finished = after(planned, ...done('C01'));
    const { silenced, slack } = effects(planned, finished);
    expect(new Set(silenced.map(({ task }) => task))).toEqual(new Set(['C01']));
    expect(slack.find(({ task }) => task === 'C01')).toMatchObject({ to: null });
    expect(effects(finished, planned).voided.map(({ task }) => task)).toEqual(['C01']);
  });

  test('laying out the plan adds its tasks; what is gone after it was dropped', () => {
    const draft = given(exercise, CITY, draftedCity).state;
    const { added } = effects(draft, planned);
    expect(added).toHaveLength(40);
    expect(added[0]).toEqual({ ...C01, due: '2026-12-04' });
    expect(effects(planned, draft).dropped).toHaveLength(40);
    expect(effects(planned, draft).dropped[0]).toEqual(C01);
  });

  test('a task that comes in late is told as overdue; one that is due today is not', () => {
    const draft = given(exercise, CITY, draftedCity).state;
    const overdue = (then: ExerciseState, day: string) =>
      effects(draft, then, at(day)).overdue.map(({ task, days }) => [task, days]);
    expect(overdue(planned, '2026-12-04')).toEqual([]);
    expect(overdue(planned, '2026-12-09')).toEqual([['C01', 3]]);
    expect(overdue(after(planned, ...done('C01')), '2026-12-09')).toEqual([]);
  });

  test('everything is told in the order of the tasks, however the file lists them', () => {
    const turned = (state: ExerciseState): ExerciseState => ({
      ...state,
      tasks: Object.fromEntries(Object.entries(state.tasks).reverse()),
    });
    const moved = after(planned, move('2027-04-27', '2027-04-29'));
    expect(effects(turned(planned), turned(moved))).toEqual(effects(planned, moved));
    expect(upcomingRungs(turned(planned), CALENDAR)).toEqual(upcomingRungs(planned, CALENDAR));
    const rungs = upcomingRungs(planned, CALENDAR).map(({ at: when, task }) => `${when} ${task}`);
    expect(rungs).toEqual([...rungs].sort());
  });

  test('a paper that falls is told, one that had fallen before is not', () => {
    const fallen = (slot: string) => ({ slot }) as ExerciseState['revoked'][number];
    const before = { ...planned, revoked: [fallen('plan')] };
    const then = { ...planned, revoked: [fallen('plan'), fallen('frame'), fallen('budget')] };
    expect(effects(before, then).papersVoided).toEqual(['frame', 'budget']);
  });

  test('in a year without a calendar table no days and no room are guessed', () => {
    const c01 = planned.tasks.C01;
    if (!c01) throw new Error('the plan has tasks');
    const far = { ...planned, tasks: { C01: { ...c01, due: localDate('2099-01-05') } } };
    const near = { ...planned, tasks: { C01: c01 } };
    const { deadlines, slack } = effects(near, far);
    expect(deadlines).toEqual([{ ...C01, from: '2026-12-04', to: '2099-01-05', days: null }]);
    expect(slack).toMatchObject([{ ...C01, to: null }]);
  });

  test('a gate that is open again is told', () => {
    const { state } = given(exercise, CITY, cityThrough('G0'));
    const gates = state.gates.map((gate) => ({ ...gate, passed: null }));
    expect(effects(state, { ...state, gates }).gatesReopened).toEqual(['G0']);
    expect(effects({ ...state, gates }, state).gatesReopened).toEqual([]);
  });

  test('moving onto the day of another exercise makes a clash, moving away resolves it', () => {
    const other = given(exercise, 'exercise/other-0', [
      ...draftedCity,
      step(SA, at('2026-10-05'), { ...planCity, startDate: '2027-05-18', endDate: '2027-05-19' }),
    ]).state;
    const moved = after(planned, move('2027-05-18', '2027-05-20'));
    const there = effects(planned, moved, EARLY, [other]);
    expect(there.clashesNew).toMatchObject([{ kind: 'opening-day', exercises: ['other-0', 'tam-ky-2027'] }]);
    expect(there.clashesResolved).toEqual([]);
    expect(effects(moved, planned, EARLY, [other]).clashesResolved.map(({ kind }) => kind)).toContain('opening-day');
  });

  test('only clashes of its own that come or go are told, not those that stay or that others have', () => {
    const days = (startDate: string, endDate: string, venue: string): ExerciseState => ({
      ...planned,
      tasks: {},
      startDate: localDate(startDate),
      endDate: localDate(endDate),
      resources: { venues: [venue], vehicles: [] },
    });
    const others = [days('2027-05-18', '2027-05-20', 'Sân A'), days('2027-05-19', '2027-05-21', 'Sân A')];
    const away = days('2027-04-20', '2027-04-22', 'Sân A');
    const there = days('2027-05-17', '2027-05-19', 'Sân A');
    const stays = days('2027-05-17', '2027-05-18', 'Sân A');
    const keys = (list: readonly { readonly key: string }[]) => list.map(({ key }) => key.replace('venue:other-', ''));
    expect(keys(effects(away, there, EARLY, others).clashesNew)).toEqual([
      '0+tam-ky-2027:2027-05-18:sân a',
      '1+tam-ky-2027:2027-05-19:sân a',
    ]);
    const left = effects(there, stays, EARLY, others);
    expect(keys(left.clashesResolved)).toEqual(['1+tam-ky-2027:2027-05-19:sân a']);
    expect(left.clashesNew).toEqual([]);
    const filed = (state: ExerciseState, index: number) => ({ id: EntityId.parse(`other-${index}`), state });
    const world = {
      calendar: CALENDAR,
      now: EARLY,
      othersBefore: others.slice(0, 1).map(filed),
      others: others.map(filed),
    };
    expect(effectsOf(ID, away, away, world)).toMatchObject({ clashesNew: [], clashesResolved: [] });
    expect(keys(effects(stays, there, EARLY, others).clashesNew)).toEqual(['1+tam-ky-2027:2027-05-19:sân a']);
  });
});
