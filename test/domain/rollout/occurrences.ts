/** One real occurrence of every refusal of the roll-out plan. */
import type { ROLL_OUT_REJECTIONS } from '../../../domain/labels/rejections-rollout.ts';
import type { Rejection } from '../../../domain/rejection.ts';
import { head, member } from '../../support/domain.ts';
import { approved, cells, move, now, propose, proposed, refused, rules, SB, submitted } from './support.ts';

const submit = now({ type: 'SubmitRollOut' });

export const ROLL_OUT_OCCURRENCES: Record<keyof typeof ROLL_OUT_REJECTIONS, () => Rejection> = {
  'roll-out-unknown': () => refused(submit),
  'roll-out-term': () => refused(now(propose({ lastYear: 2036 }))),
  'roll-out-twice': () => refused(now(propose({ cells: [...cells, cells[0]] }))),
  'roll-out-strangers': () => refused(now(propose({ rules: { ...rules, pilots: ['hoi-an'] } }))),
  'roll-out-self-clash': () =>
    refused(now(propose({ rules: { ...rules, clashes: [{ a: 'an-son', b: 'an-son', why: 'chung khung' }] } }))),
  'roll-out-outside': () => refused(...proposed, now(move('an-son', 2031))),
  'roll-out-other-term': () => refused(...proposed, now(propose({ firstYear: 2027, lastYear: 2031 }))),
  'roll-out-submitted': () => refused(...submitted, now(propose())),
  'roll-out-needs-reason': () => refused(...approved, now(propose())),
  'roll-out-not-draft': () => refused(...submitted, now(move('an-son', 2027))),
  'roll-out-not-submitted': () => refused(...proposed, now({ type: 'ApproveRollOut' }, SB)),
  'roll-out-breaks-rules': () => refused(...proposed, now(move('an-son', 2028, { month: 9 })), submit),
  'roll-out-own': () => {
    const boss = head('tam-ky.MPC');
    const same = { ...member('tam-ky.SA'), person: boss.person };
    return refused(...proposed, now({ type: 'SubmitRollOut' }, same), now({ type: 'ApproveRollOut' }, boss));
  },
};
