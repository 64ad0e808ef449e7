/** One real occurrence of every refusal of the review, and of limits carried into later exercises. */

import type { Folded } from '../../../domain/decider.ts';
import { exercise } from '../../../domain/exercise/index.ts';
import type { REVIEW_REJECTIONS } from '../../../domain/labels/rejections-review.ts';
import { SYSTEM } from '../../../domain/people.ts';
import { Rejection } from '../../../domain/rejection.ts';
import { review } from '../../../domain/review/index.ts';
import { type Command, knowing, refusalOf, type Step, send } from '../../support/domain.ts';
import { CITY, SB as CITY_SB, runningCity } from '../exercise/season.ts';
import {
  by,
  DB,
  DB_HEAD,
  finished,
  found,
  NEXT,
  opened,
  openedWith,
  paper,
  planned,
  SB,
  STREAM,
  score,
  umpire,
} from './case.ts';

const caught = (run: () => unknown): Rejection => {
  const error = refusalOf(run);
  if (!(error instanceof Rejection)) throw new Error(`not refused by a rule: ${error?.message}`);
  return error;
};

/** What the last step is refused with after the others. */
const refused = (past: readonly Step[], last: Step, world = knowing()): Rejection => {
  const state = past.reduce<Folded>((now, each) => send(STREAM, now, each).state, review.initial);
  return caught(() => send(STREAM, state, last, world));
};
const inReview = (...steps: Step[]): Rejection => refused([opened, ...steps.slice(0, -1)], steps.at(-1) ?? found);

const settle = by(SB, { type: 'SettleScore', domain: 'leadership', points: 18, reason: 'xem băng ghi' });
const apart = [by(umpire('a'), score('leadership', 25)), by(umpire('b'), score('leadership', 5))];
const debrief = by(DB, { type: 'RecordDebrief', date: '2027-04-14', points: [] });
const held = by(DB, { type: 'HoldReview', date: '2027-04-23', minutes: paper });
const withdraw = by(DB, { type: 'WithdrawFinding', finding: 'F1', reason: 'ghi trùng' });
const lesson = by(DB, { type: 'RecordLesson', lesson: 'L1', text: 'x' });
const award: Command = {
  type: 'RecordAward',
  award: 'W1',
  kind: 'collective',
  form: 'x',
  authority: 'x',
  paper,
  count: 1,
};

const retest: Command = { type: 'RecordRetest', fromReview: 'tam-ky-2022', action: 'A1', passed: true, note: 'x' };
const inRun = (more: readonly Step[], command: Command): Rejection => {
  const state = [...runningCity, ...more].reduce<Folded>((now, each) => send(CITY, now, each).state, exercise.initial);
  return caught(() => send(CITY, state, by(CITY_SB, command)));
};
const received = by(SYSTEM, {
  type: 'ReceiveFinding',
  finding: { fromReview: 'tam-ky-2022', action: 'A1', text: 'x', needsRetest: true },
});

export const REVIEW_OCCURRENCES: Record<keyof typeof REVIEW_REJECTIONS, () => Rejection> = {
  'not-on-sheet': () => inReview(by(DB, score('morale', 5))),
  'interested-scorer': () =>
    refused([openedWith({ scoredBodies: { safety: ['tam-ky.DB'] } })], by(DB, score('safety', 5))),
  'scorer-not-named': () =>
    inReview(
      by(DB_HEAD, { type: 'AssignScorers', domain: 'safety', scorers: [{ person: 'ha', body: 'tam-ky.POL' }] }),
      by(DB, score('safety', 5)),
    ),
  'score-settled': () => inReview(...apart, settle, by(umpire('a'), score('leadership', 20))),
  'settle-without-scores': () => inReview(settle),
  'settle-without-gap': () =>
    inReview(by(umpire('a'), score('leadership', 20)), by(umpire('b'), score('leadership', 20)), settle),
  'debrief-recorded': () => inReview(debrief, debrief),
  'review-held': () => inReview(held, held),
  'finding-unknown': () => inReview(withdraw),
  'finding-withdrawn': () => inReview(found, withdraw, withdraw),
  'finding-has-actions': () => inReview(found, planned, withdraw),
  'number-taken': () => inReview(lesson, lesson),
  'award-count': () => inReview(by(SB, { ...award, recipients: ['tam-ky.POL', 'tam-ky.HEA'] })),
  'already-carried': () => {
    const again = by(DB, { type: 'CarryAction', action: 'A1', into: 'tan-thanh-2031', reason: 'x' });
    const noted = by(SYSTEM, { type: 'NoteCarried', action: 'A1', into: 'tan-thanh-2031' });
    return refused([opened, ...finished, noted], again, knowing(NEXT));
  },
  'carry-into-closed': () =>
    refused(
      [opened, ...finished],
      by(DB, { type: 'CarryAction', action: 'A1', into: 'tan-thanh-2031', reason: 'x' }),
      knowing([NEXT, { ...exercise.initial, phase: 'cancelled' } as typeof exercise.initial]),
    ),
  'carried-unknown': () => inRun([], retest),
  'carried-ended': () => inRun([received, by(CITY_SB, retest)], retest),
};
