import { describe, expect, test } from '@jest/globals';
import { exercise } from '../../../domain/exercise/index.ts';
import { at, given, member, type Step, step } from '../../support/domain.ts';
import {
  board,
  CITY,
  COM,
  COMMUNE,
  draftedCity,
  EARLY,
  frame,
  MPC,
  PC,
  POL,
  paper,
  plannedCity,
  plannedCommune,
  resolution,
  SA,
  SB,
} from './season.ts';

const city = (...steps: Step[]) => given(exercise, CITY, [...plannedCity, ...steps]);
const now = (command: typeof resolution) => step(SA, EARLY, command);

describe('the papers of authority', () => {
  test('the resolution comes first and once', () => {
    city().when(MPC, EARLY, resolution).thenExactly({ type: 'ResolutionIssued', paper: paper() });
    city(now(resolution))
      .when(SA, EARLY, resolution)
      .thenRefused('paper-exists', { paper: 'resolution', number: '12-NQ/ĐUQS' });
  });

  test('no board without the resolution', () => {
    city().when(PC, EARLY, board('steering')).thenRefused('paper-missing', { paper: 'resolution' });
  });

  test('the steering board stands on the resolution', () => {
    const { type: _, ...decided } = board('steering');
    city(now(resolution))
      .when(PC, EARLY, board('steering'))
      .thenExactly({ type: 'BoardEstablished', ...decided });
  });

  test.each(['organising', 'directing', 'support'])('in a city the %s board stands on the steering board', (name) => {
    city(now(resolution)).when(SA, EARLY, board(name)).thenRefused('paper-missing', { paper: 'steering' });
    const { type: _, ...decided } = board(name);
    city(now(resolution), now(board('steering')))
      .when(SB, EARLY, board(name))
      .thenExactly({ type: 'BoardEstablished', ...decided });
  });

  test('a commune decides an organising board without a steering board of its own', () => {
    const commune = given(exercise, COMMUNE, [...plannedCommune, step(COM, EARLY, resolution)]);
    const { type: _, ...decided } = board('organising');
    commune.when(COM, EARLY, board('organising')).thenExactly({ type: 'BoardEstablished', ...decided });
  });

  test('each board is established once', () => {
    const twice = city(now(resolution), now(board('steering'))).when(PC, EARLY, board('steering'));
    twice.thenRefused('paper-exists', { paper: 'steering', number: '05/QĐ-UBND' });
  });

  test('the frame stands on the organising board, and once', () => {
    const upTo = [now(resolution), now(board('steering'))];
    city(...upTo)
      .when(SB, EARLY, frame)
      .thenRefused('paper-missing', { paper: 'organising' });
    const { type: _, ...decided } = frame;
    city(...upTo, now(board('organising')))
      .when(SB, EARLY, frame)
      .thenExactly({ type: 'FrameDecided', ...decided });
    city(...upTo, now(board('organising')), now(frame))
      .when(SB, EARLY, frame)
      .thenRefused('paper-exists', { paper: 'frame', number: '06/QĐ-BCĐ' });
  });

  test('no paper is dated after today, the day in Vietnam', () => {
    const dated = { ...resolution, paper: paper('12-NQ/ĐUQS', '2026-10-07') };
    city()
      .when(SA, at('2026-10-06', 23, 59), dated)
      .thenRefused('paper-from-the-future', { date: '2026-10-07', today: '2026-10-06' });
    city().when(SA, at('2026-10-07', 0), dated).thenExactly({ type: 'ResolutionIssued', paper: dated.paper });
  });

  test('a body that neither issues papers nor keeps the file enters none', () => {
    for (const command of [resolution, board('steering'), frame])
      city().when(POL, EARLY, command).thenRefused('not-your-body');
    city().when(PC, EARLY, resolution).thenRefused('not-your-body', { body: 'tam-ky.PC' });
    city().when(MPC, EARLY, board('steering')).thenRefused('not-your-body', { body: 'tam-ky.MPC' });
    city().when(PC, EARLY, frame).thenRefused('not-your-body', { body: 'tam-ky.PC' });
  });

  test('a draft and a postponed file take no papers', () => {
    given(exercise, CITY, draftedCity)
      .when(SA, EARLY, resolution)
      .thenRefused('exercise-not-active', { phase: 'draft' });
    given(exercise, CITY, []).when(SA, EARLY, resolution).thenRefused('exercise-unknown');
    city(step(SB, EARLY, { type: 'PostponeExercise', reason: 'bão số 4' }))
      .when(SA, EARLY, resolution)
      .thenRefused('exercise-postponed', { reason: 'bão số 4' });
  });

  test('members are counted by post: no list of names, no empty frame', () => {
    city()
      .when(SA, EARLY, { ...frame, seats: [] })
      .thenInvalid();
    city()
      .when(SA, EARLY, { ...board('steering'), board: 'secret' })
      .thenInvalid();
    city()
      .when(SA, EARLY, { ...board('steering'), seats: [{ post: 'Ủy viên', count: 0 }] })
      .thenInvalid();
    expect(city(now(resolution), now(board('steering'))).state.boards.steering).toEqual({
      paper: paper('05/QĐ-UBND'),
      headPost: 'Bí thư Thành ủy',
      seats: [{ post: 'Ủy viên', count: 5 }],
    });
  });

  test('another place enters nothing here', () => {
    city().when(member('an-son.SA'), EARLY, resolution).thenRefused('not-your-body', { body: 'an-son.SA' });
  });
});
