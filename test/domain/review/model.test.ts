/** Random work on corrective actions against a simple model: same state, same refusals. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SYSTEM } from '../../../domain/people.ts';
import { Rejection } from '../../../domain/rejection.ts';
import { isSettled, type ReviewState } from '../../../domain/review/index.ts';
import { at, type Command, head, knowing, member, refusalOf, type Step, send } from '../../support/domain.ts';
import { by, DB, decideGrade, file, finish, found, NEXT, plan, SB, STREAM, scored } from './case.ts';

const ACTIONS = ['A1', 'A2'] as const;
const ACTORS = {
  owner: member('tan-thanh.COM', 'hoa'),
  sameBody: member('tan-thanh.COM', 'lan'),
  agency: member('tan-thanh.CMC'),
  board: head('tam-ky.SB'),
  police: member('tan-thanh.POL'),
  system: SYSTEM,
} as const;
type Who = keyof typeof ACTORS;

interface ModelAction {
  readonly status: 'open' | 'completed' | 'verified' | 'carried' | 'closed' | 'waived';
  readonly needsRetest: boolean;
  /** Stands in the one later exercise of this test. */
  readonly taken: boolean;
}
type Model = Record<(typeof ACTIONS)[number], ModelAction>;
interface Move {
  readonly type: string;
  readonly action: (typeof ACTIONS)[number];
  readonly who: Who;
  readonly passed: boolean;
}

const over = ({ status, needsRetest }: ModelAction): boolean =>
  status === 'closed' || status === 'waived' || (!needsRetest && (status === 'verified' || status === 'carried'));
const PANEL: readonly Who[] = ['agency', 'board'];

/** The action after the move, or the code of the refusal. */
const expected = (action: ModelAction, { type, who, passed }: Move): ModelAction | string => {
  const to = (status: ModelAction['status']): ModelAction => ({ ...action, status });
  const when = (allowed: boolean, next: ModelAction): ModelAction | string => (allowed ? next : 'action-status');
  const { status } = action;
  switch (type) {
    case 'CompleteAction':
      if (who !== 'owner' && who !== 'sameBody') return 'not-your-body';
      return when(status === 'open' || status === 'carried', to('completed'));
    case 'VerifyAction':
    case 'ReturnAction':
      if (who === 'owner' || who === 'sameBody') return 'own-work';
      if (!PANEL.includes(who)) return 'not-your-body';
      return when(status === 'completed', to(type === 'VerifyAction' ? 'verified' : 'open'));
    case 'MoveActionDue':
      if (who !== 'board') return 'not-your-body';
      return when(status === 'open' || status === 'carried', to('open'));
    case 'WaiveAction':
      if (who !== 'board') return 'not-your-body';
      return when(!over(action), to('waived'));
    case 'CarryAction':
      if (!PANEL.includes(who)) return 'not-your-body';
      if (over(action) || status === 'carried') return 'action-status';
      if (action.taken) return 'already-carried';
      return { ...(status === 'open' || !action.needsRetest ? to('carried') : action), taken: true };
    default: // NoteRetest
      return over(action) ? action : to(passed ? 'closed' : 'open');
  }
};

const command = ({ type, action, passed }: Move): Command => {
  const common = { type, action };
  switch (type) {
    case 'CompleteAction':
      return { ...common, evidence: 'biên bản' };
    case 'ReturnAction':
      return { ...common, reason: 'thiếu' };
    case 'MoveActionDue':
      return { ...common, due: '2031-06-30', reason: 'chờ' };
    case 'WaiveAction':
      return { ...common, reason: 'hết', paper: { number: '1', date: '2027-04-23', issuer: 'BCĐ' } };
    case 'CarryAction':
      return { ...common, into: 'tan-thanh-2031', reason: 'chờ' };
    case 'NoteRetest':
      return { ...common, exercise: 'tan-thanh-2031', passed, at: at('2027-05-01'), note: 'x' };
    default:
      return common;
  }
};

const move: fc.Arbitrary<Move> = fc
  .record({
    type: fc.constantFrom(
      'CompleteAction',
      'CompleteAction',
      'VerifyAction',
      'VerifyAction',
      'ReturnAction',
      'MoveActionDue',
      'WaiveAction',
      'CarryAction',
      'NoteRetest',
    ),
    action: fc.constantFrom(...ACTIONS),
    who: fc.constantFrom<Who>('owner', 'sameBody', 'agency', 'agency', 'board', 'police'),
    passed: fc.boolean(),
  })
  .map((each) => (each.type === 'NoteRetest' ? { ...each, who: 'system' } : each));

const start = (needsRetest: boolean): readonly Step[] => [
  found,
  by(DB, plan),
  by(DB, { ...plan, action: 'A2', needsRetest }),
  ...scored(),
  by(SB, decideGrade),
  by(DB, finish),
];

test('an action ends only by a passed retest or a waiver, and the review with the last one', () => {
  const world = knowing(NEXT);
  const fresh = new Map([true, false].map((needsRetest) => [needsRetest, file(...start(needsRetest)).state]));
  let ended = 0;
  let refused = 0;
  fc.assert(
    fc.property(fc.boolean(), fc.array(move, { minLength: 20, maxLength: 40 }), (needsRetest, moves) => {
      let state = fresh.get(needsRetest) as ReviewState; // both were made above
      let model: Model = {
        A1: { status: 'open', needsRetest: true, taken: false },
        A2: { status: 'open', needsRetest, taken: false },
      };
      for (const each of moves) {
        if (state.phase === 'closed') break;
        const step = by(ACTORS[each.who], command(each), at('2027-05-02'));
        const want = expected(model[each.action], each);
        const error = refusalOf(() => {
          state = send(STREAM, state, step, world).state as ReviewState; // a review's own
        });
        expect(error instanceof Rejection ? error.code : error).toEqual(typeof want === 'string' ? want : undefined);
        if (typeof want === 'string') refused += 1;
        else model = { ...model, [each.action]: want };
        for (const id of ACTIONS) expect(state.actions[id]?.status).toBe(model[id].status);
        const closed = Object.values(model).every(over);
        expect(state.phase).toBe(closed ? 'closed' : 'finished');
        if (closed) ended += 1;
      }
      for (const action of Object.values(state.actions))
        if (action.needsRetest && isSettled(action))
          expect(action.waiver !== null || action.retests.some(({ passed }) => passed)).toBe(true);
    }),
    { numRuns: 1000 },
  );
  expect(ended).toBeGreaterThan(100);
  expect(refused).toBeGreaterThan(1000);
});
