import { describe, expect, test } from '@jest/globals';
import { NO_CONTEXT } from '../../../domain/context.ts';
import { exercise } from '../../../domain/exercise/index.ts';
import { SYSTEM } from '../../../domain/people.ts';
import { followUpsOf } from '../../../domain/registry.ts';
import { StreamId } from '../../../domain/streams.ts';
import { at, given, send, step } from '../../support/domain.ts';
import {
  CITY,
  COMMUNE,
  cityThrough,
  communeThrough,
  DB,
  EARLY,
  OPENING,
  POL,
  plannedCity,
  reviewingCity,
  runningCity,
  SA,
  SB,
} from './season.ts';

const ready = given(exercise, CITY, cityThrough('G6'));
const running = given(exercise, CITY, runningCity);
const open = { type: 'OpenRun' };
const close = { type: 'CloseRun' };
const stage = (n: number) => ({ type: 'StartStage', stage: n });
const DAY = at(OPENING, 8);

describe('the run', () => {
  test('opens on the opening day, not before', () => {
    ready
      .when(SB, at('2027-04-19', 23, 59), open)
      .thenRefused('before-opening-day', { startDate: OPENING, today: '2027-04-19' });
    ready.when(SB, at(OPENING, 0), open).thenExactly({ type: 'RunOpened' });
    expect(running.state.phase).toBe('running');
  });

  test('opens only after the readiness gate, and once', () => {
    given(exercise, CITY, cityThrough('G5'))
      .when(SB, DAY, open)
      .thenRefused('exercise-phase', { phase: 'preparing', needs: 'ready', action: 'OpenRun' });
    running.when(SB, DAY, open).thenRefused('exercise-phase', { phase: 'running', needs: 'ready', action: 'OpenRun' });
  });

  test('is led by the steering board or the standing agency; stages by the directing board too', () => {
    ready.when(SA, DAY, open).thenExactly({ type: 'RunOpened' });
    for (const by of [POL, DB])
      ready.when(by, DAY, open).thenRefused('not-your-body', { allowed: ['tam-ky.SB', 'tam-ky.SA'] });
    running.when(DB, DAY, stage(1)).thenExactly({ type: 'StageStarted', stage: 1, note: null });
    running.when(POL, DAY, stage(1)).thenRefused('not-your-body', { body: 'tam-ky.POL' });
    running.when(DB, DAY, close).thenRefused('not-your-body', { body: 'tam-ky.DB' });
  });

  test('plays three stages in order', () => {
    running.when(SB, DAY, stage(2)).thenRefused('stage-order', { stage: 2, next: 1 });
    const one = given(exercise, CITY, [...runningCity, step(SB, DAY, stage(1))]);
    one.when(SB, DAY, stage(1)).thenRefused('stage-order', { stage: 1, next: 2 });
    one
      .when(SB, DAY, { ...stage(2), note: 'báo động' })
      .thenExactly({ type: 'StageStarted', stage: 2, note: 'báo động' });
    running.when(SB, DAY, stage(4)).thenRefused('stage-order', { stage: 4, next: 1 });
    ready
      .when(SB, DAY, stage(1))
      .thenRefused('exercise-phase', { phase: 'ready', needs: 'running', action: 'StartStage' });
  });

  test('closes when all three were played', () => {
    running.when(SB, DAY, close).thenRefused('stages-open', { done: 0, of: 3 });
    ready.when(SB, DAY, close).thenRefused('exercise-phase', { action: 'CloseRun' });
    const played = given(exercise, CITY, reviewingCity.slice(0, -1));
    played.when(SB, DAY, close).thenExactly({ type: 'RunClosed' });
    expect(given(exercise, CITY, reviewingCity).state).toMatchObject({
      phase: 'reviewing',
      stages: [{ stage: 1 }, { stage: 2 }, { stage: 3 }],
    });
  });

  test('opens the drill where one is held, and the review when it closes', () => {
    const after = (stream: string, past: Parameters<typeof given>[2], command: typeof open) => {
      const { state } = given(exercise, stream, past);
      const { facts } = send(stream, state, step(SB, DAY, command));
      return followUpsOf(StreamId.parse(stream), state, facts);
    };
    expect(after(CITY, cityThrough('G6'), open)).toEqual([
      {
        stream: 'drill/tam-ky-2027',
        command: expect.objectContaining({ type: 'OpenDrill', exercise: 'tam-ky-2027', orgUnit: 'tam-ky' }),
        commandId: `${CITY}/${running.state.version}/0`,
        at: DAY,
      },
    ]);
    expect(after(COMMUNE, communeThrough('G6'), open)).toEqual([]);
    expect(after(CITY, reviewingCity.slice(0, -1), close)[0]).toMatchObject({
      stream: 'review/tam-ky-2027',
      command: { type: 'OpenReview', exercise: 'tam-ky-2027', orgUnit: 'tam-ky', superiorUnit: 'tam-ky' },
    });
  });

  test('hears the results of the drill and of the review from the system only', () => {
    const drill = { type: 'NoteDrillResult', present: 119, ordered: 120 };
    const review = { type: 'NoteReviewResult', points: 88, grade: 'excellent' };
    running.when(SYSTEM, DAY, drill).thenExactly({ type: 'DrillResultNoted', present: 119, ordered: 120 });
    running.when(SYSTEM, DAY, review).thenExactly({ type: 'ReviewResultNoted', points: 88, grade: 'excellent' });
    const meta = { stream: StreamId.parse(CITY), commandId: 'c', at: EARLY, by: SB };
    for (const command of [drill, review])
      expect(() =>
        exercise.decide(command as never, running.state, meta, { ...NO_CONTEXT, calendar: {} as never }),
      ).toThrow('system-only');
  });

  test('cannot be postponed, and nothing of it happens on a file that was', () => {
    const postponed = given(exercise, CITY, [
      ...plannedCity,
      step(SB, EARLY, { type: 'PostponeExercise', reason: 'bão' }),
    ]);
    postponed.when(SB, DAY, open).thenRefused('exercise-postponed', { reason: 'bão' });
    given(exercise, CITY, []).when(SB, DAY, open).thenRefused('exercise-unknown');
  });
});
