/** Limits of earlier exercises in the file of this one: received, ended from outside, retested here. */
import { describe, expect, test } from '@jest/globals';
import { type Blocker, blockerCode, blockersOf, exercise, untested } from '../../../domain/exercise/index.ts';
import { SYSTEM } from '../../../domain/people.ts';
import { at, type Command, given, member, type Step, send, step } from '../../support/domain.ts';
import {
  CITY,
  CLOSING,
  cityThrough,
  DB,
  draftedCity,
  EARLY,
  plannedCity,
  reviewingCity,
  runningCity,
  SB,
} from './season.ts';

const NOON = at(CLOSING, 12);
const limit = (fromReview: string, action: string, more: object = {}) => ({
  ...{ fromReview, action, text: `Hạn chế ${action}`, measure: 'đạt 95%', owner: 'tam-ky.POL', needsRetest: true },
  ...{ times: 2, ...more },
});
const receive = (finding: object): Step => step(SYSTEM, EARLY, { type: 'ReceiveFinding', finding });
const ended = (fromReview: string, action: string, how = 'closed'): Command => ({
  ...{ type: 'NoteFindingEnded', fromReview, action, how },
});
const retest = (fromReview: string, action: string, more: object = {}): Command => ({
  ...{ type: 'RecordRetest', fromReview, action, passed: true, note: 'đạt', ...more },
});
/** The same number in two reviews, two numbers of one review. */
const THREE = [limit('tam-ky-2018', 'A1'), limit('tam-ky-2022', 'A1'), limit('tam-ky-2022', 'A2')];
const onRun = (...more: Step[]) => given(exercise, CITY, [...runningCity, ...THREE.map(receive), ...more]);
const mark = ({ retest: tested, ended: how }: { retest: { passed: boolean } | null; ended: string | null }) =>
  how ?? tested?.passed ?? null;

describe('a limit that is carried here', () => {
  test('is kept as its review handed it over; one of old is a limit found once that needs no retest', () => {
    const old = { fromReview: 'tam-ky-2014', action: 'A7', text: 'Báo cáo chậm' };
    expect(given(exercise, CITY, [...draftedCity, receive(old), receive(THREE[0] ?? {})]).state.carried).toEqual([
      { ...old, measure: null, owner: null, needsRetest: false, times: 1, retest: null, ended: null },
      { ...THREE[0], retest: null, ended: null },
    ]);
  });

  test('comes in once, by review and number together', () => {
    const one = given(exercise, CITY, [...plannedCity, receive(THREE[0] ?? {})]);
    one.when(SYSTEM, EARLY, receive(THREE[0] ?? {}).command).thenExactly();
    for (const other of [limit('tam-ky-2022', 'A1'), limit('tam-ky-2018', 'A2')])
      one.when(SYSTEM, EARLY, receive(other).command).thenExactly({ type: 'FindingReceived', finding: other });
  });

  test('ends when its review says so, once, and no other with it', () => {
    const file = onRun();
    file.when(SYSTEM, NOON, ended('tam-ky-2022', 'A1', 'waived')).thenExactly({
      type: 'FindingEnded',
      fromReview: 'tam-ky-2022',
      action: 'A1',
      how: 'waived',
    });
    file.when(SYSTEM, NOON, ended('tam-ky-2022', 'A9')).thenExactly();
    const after = onRun(step(SYSTEM, NOON, ended('tam-ky-2022', 'A1', 'waived')));
    expect(after.state.carried.map(mark)).toEqual([null, 'waived', null]);
    after.when(SYSTEM, NOON, ended('tam-ky-2022', 'A1')).thenExactly();
    after
      .when(DB, NOON, retest('tam-ky-2022', 'A1'))
      .thenRefused('carried-ended', { fromReview: 'tam-ky-2022', action: 'A1' });
  });
});

describe('a retest', () => {
  test('is recorded with its note and evidence, for that limit alone', () => {
    onRun()
      .when(DB, NOON, retest('tam-ky-2022', 'A2', { evidence: 'biên bản 4' }))
      .thenExactly({
        type: 'RetestRecorded',
        ...{ fromReview: 'tam-ky-2022', action: 'A2', passed: true, note: 'đạt', evidence: 'biên bản 4' },
      });
    const { carried } = onRun(step(SB, NOON, retest('tam-ky-2022', 'A1', { passed: false }))).state;
    expect(carried.map(({ retest: tested }) => tested)).toEqual([
      null,
      { passed: false, at: NOON, note: 'đạt', evidence: null },
      null,
    ]);
  });

  test('that failed may be tried again, one that passed not', () => {
    const failed = onRun(step(DB, NOON, retest('tam-ky-2022', 'A1', { passed: false })));
    expect(send(CITY, failed.state, step(DB, NOON, retest('tam-ky-2022', 'A1'))).facts).toHaveLength(1);
    onRun(step(DB, NOON, retest('tam-ky-2022', 'A1')))
      .when(DB, NOON, retest('tam-ky-2022', 'A1'))
      .thenRefused('carried-ended');
  });

  test('belongs to the run and its review, to a limit of this file, and not to the body that must overcome it', () => {
    given(exercise, CITY, [...cityThrough('G6'), ...THREE.map(receive)])
      .when(DB, NOON, retest('tam-ky-2022', 'A1'))
      .thenRefused('exercise-phase', { phase: 'ready', needs: ['running', 'reviewing'], action: 'RecordRetest' });
    onRun()
      .when(DB, NOON, retest('tam-ky-2022', 'A9'))
      .thenRefused('carried-unknown', { fromReview: 'tam-ky-2022', action: 'A9' });
    const own = limit('tam-ky-2010', 'A1', { owner: 'tam-ky.DB' });
    onRun(receive(own))
      .when(DB, NOON, retest('tam-ky-2010', 'A1'))
      .thenRefused('own-work', { task: 'A1', body: 'tam-ky.DB' });
    onRun(receive(own))
      .when(member('tam-ky.SB'), NOON, retest('tam-ky-2010', 'A1'))
      .thenExactly(expect.objectContaining({ type: 'RetestRecorded' }) as unknown as Command);
    const reviewing = given(exercise, CITY, [...reviewingCity, receive(THREE[0] ?? {})]);
    expect(send(CITY, reviewing.state, step(DB, at('2027-04-25'), retest('tam-ky-2018', 'A1'))).facts).toHaveLength(1);
  });
});

describe('the last gate', () => {
  test('waits for every limit that needs a retest and is neither retested nor ended; no other gate does', () => {
    const noRetest = limit('tam-ky-2010', 'A3', { needsRetest: false });
    const { state } = onRun(
      receive(noRetest),
      step(DB, NOON, retest('tam-ky-2018', 'A1', { passed: false })),
      step(SYSTEM, NOON, ended('tam-ky-2022', 'A1')),
    );
    expect(untested(state).map(({ fromReview, action }) => `${fromReview}/${action}`)).toEqual(['tam-ky-2022/A2']);
    const findings = (gate: 'G8' | 'G9'): Blocker[] => blockersOf(state, gate).filter(({ kind }) => kind === 'finding');
    expect(findings('G9')).toEqual([
      {
        kind: 'finding',
        fromReview: 'tam-ky-2022',
        action: 'A2',
        text: 'Hạn chế A2',
        holder: 'tam-ky.DB',
      },
    ]);
    expect(findings('G9').map(blockerCode)).toEqual(['tam-ky-2022/A2']);
    expect(findings('G8')).toEqual([]);
  });
});
