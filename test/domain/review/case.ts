/** One review to start tests from: Tân Thạnh, run on 13–14 April 2027 under the boards of Tam Kỳ. */

import type { Observation } from '../../../domain/exercise/run-state.ts';
import { SYSTEM } from '../../../domain/people.ts';
import { followUpsOf } from '../../../domain/registry.ts';
import { DEFAULT_SHEET } from '../../../domain/review/default-sheet.ts';
import { type ReviewState, review } from '../../../domain/review/index.ts';
import { StreamId } from '../../../domain/streams.ts';
import { at, type Command, given, head, knowing, member, type Step, send, step } from '../../support/domain.ts';

export const STREAM = 'review/tan-thanh-2027';
export const NEXT = 'exercise/tan-thanh-2031';
export const DB = member('tam-ky.DB');
export const DB_HEAD = head('tam-ky.DB');
export const SB = head('tam-ky.SB');
export const CMC = member('tan-thanh.CMC');
export const COM = member('tan-thanh.COM');
export const NOW = at('2027-04-23');

export const opening: Command = {
  type: 'OpenReview',
  exercise: 'tan-thanh-2027',
  orgUnit: 'tan-thanh',
  superiorUnit: 'tam-ky',
};
export const by = (who: Step['by'], command: Command, when = NOW): Step => step(who, when, command);
export const umpire = (person: string) => member('tam-ky.DB', person);
export const opened = step(SYSTEM, NOW, opening);
export const openedWith = (more: object): Step => step(SYSTEM, NOW, { ...opening, ...more });

export const file = (...past: Step[]) => given(review, STREAM, [opened, ...past]);
export const fileWith = (more: object, ...past: Step[]) => given(review, STREAM, [openedWith(more), ...past]);

export const score = (domain: string, points: number, more: object = {}): Command => ({
  type: 'RecordScore',
  domain,
  points,
  ...more,
});
/** Every domain scored as a whole by two umpires, each at this share of its points. */
export const scored = (share = 0.9): Step[] =>
  DEFAULT_SHEET.domains.flatMap(({ code, points }) =>
    ['a', 'b'].map((person) => by(umpire(person), score(code, points * share))),
  );
export const decideGrade: Command = { type: 'DecideGrade' };
export const limit: Command = { type: 'RecordFinding', finding: 'F1', kind: 'limit', text: 'Giao lệnh gọi chậm' };
export const plan: Command = {
  type: 'PlanAction',
  action: 'A1',
  finding: 'F1',
  text: 'Phúc tra lại địa chỉ',
  owner: 'tan-thanh.COM',
  due: '2027-06-30',
  measure: 'giao lệnh 100% trong hai giờ',
};
export const complete: Command = { type: 'CompleteAction', action: 'A1', evidence: 'biên bản 05' };
export const verify: Command = { type: 'VerifyAction', action: 'A1' };
export const finish: Command = { type: 'FinishReview' };
export const paper = { number: '21/TB-BCĐ', date: '2027-04-23', issuer: 'Ban Chỉ đạo' };
export const waive: Command = { type: 'WaiveAction', action: 'A1', reason: 'đơn vị đã giải thể', paper };

export const found = by(DB, limit);
export const planned = by(DB, plan);
export const finished: readonly Step[] = [found, planned, ...scored(), by(SB, decideGrade), by(DB, finish)];

export const retest = (passed: boolean, exercise = 'tan-thanh-2031'): Step =>
  step(SYSTEM, at('2031-04-20'), {
    type: 'NoteRetest',
    action: 'A1',
    exercise,
    passed,
    at: at('2031-04-20'),
    note: 'giao lệnh trong một giờ',
  });

/** Commands for other streams that the step causes. */
export const followUps = (state: ReviewState, next: Step, context = knowing()) => {
  const { facts } = send(STREAM, state, next, context);
  return followUpsOf(StreamId.parse(STREAM), state, facts).map(({ stream, command }) => ({ stream, command }));
};

export const criteria = (domain: string) => DEFAULT_SHEET.domains.find(({ code }) => code === domain)?.criteria ?? [];
export const seen = (id: string, criterion: string): Observation => ({
  id,
  seenAt: at('2027-04-13'),
  writtenAt: at('2027-04-13', 10),
  text: 'quân số đủ',
  item: null,
  criterion,
  kind: 'neutral',
  by: DB,
});

export const completed = by(COM, complete);
export const checked = [...finished, completed, by(CMC, verify)];
export const carry = { type: 'CarryAction', action: 'A1', into: 'tan-thanh-2031', reason: 'chờ kinh phí' };

export const graded = [...scored(0.9), by(SB, decideGrade)];
