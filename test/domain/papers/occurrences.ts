/** One real occurrence of every refusal about papers, gates with two persons, and secrets. */
import { type ExerciseState, exercise, refuseUpload } from '../../../domain/exercise/index.ts';
import type { PAPER_REJECTIONS } from '../../../domain/labels/rejections-papers.ts';
import { Rejection } from '../../../domain/rejection.ts';
import { type Command, given, head, refusalOf, type Step, send, step } from '../../support/domain.ts';
import {
  board,
  CITY,
  COM,
  COMMUNE,
  cityThrough,
  EARLY,
  paper,
  pass,
  plannedCity,
  plannedCommune,
  resolution,
  SA,
  SB,
  submit,
} from '../exercise/season.ts';

const caught = (run: () => unknown): Rejection => {
  const error = refusalOf(run);
  if (!(error instanceof Rejection)) throw new Error(`not refused by a rule: ${error?.message}`);
  return error;
};
/** What the last step throws after the others. */
const thrown = (stream: string, past: readonly Step[], by: Step['by'], command: Command): Rejection =>
  caught(() => send(stream, given(exercise, stream, past).state, step(by, EARLY, command)));

const SA_HEAD = head('tam-ky.SA');
const withResolution = [...plannedCity, step(SA, EARLY, resolution)];
const revoke = (slot: string, by: object): Command => ({ type: 'RevokePaper', slot, paper: by, reason: 'x' });
const rule: Command = { type: 'SetGateRule', gate: 'G1', twoPersons: true, reason: 'x' };
const secret = (task: string, level = 'mat', more: object = {}): Command => ({
  ...{ type: 'Classify', subject: { kind: 'task', task }, level, decidedBy: 'Bộ CHQS', basis: 'mục 3' },
  ...more,
});
const secretC17 = [...plannedCity, step(SA_HEAD, EARLY, secret('C17'))];

export const PAPER_OCCURRENCES: Record<keyof typeof PAPER_REJECTIONS, () => Rejection> = {
  'paper-not-in-chain': () => thrown(COMMUNE, plannedCommune, COM, { type: 'ApproveIntent', paper: paper() }),
  'paper-form': () =>
    thrown(CITY, plannedCity, SA, { type: 'IssueResolution', paper: { ...paper(), form: 'decree30' } }),
  'subcommittees-elsewhere': () =>
    thrown(CITY, withResolution, SA, {
      ...board('steering'),
      subcommittees: [{ name: 'Tiểu ban nội dung', seats: [] }],
    }),
  'task-needs-paper': () => {
    // C10 was taken out of the checklist: nothing but the intent itself brings it
    const { state } = given(exercise, CITY, cityThrough('G2'));
    const { C10: _, C11, ...tasks } = state.tasks;
    if (!C11) throw new Error('the template has C11');
    const tailored: ExerciseState = { ...state, tasks: { ...tasks, C11: { ...C11, after: [], status: 'open' } } };
    return caught(() => send(CITY, tailored, step(head('tam-ky.PC'), EARLY, submit('C11'))));
  },
  'paper-older': () => thrown(CITY, withResolution, SA, revoke('resolution', paper('99-NQ/ĐUQS', '2026-10-04'))),
  'paper-itself': () => thrown(CITY, withResolution, SA, revoke('resolution', paper())),
  'amendment-not-fitting': () =>
    thrown(CITY, withResolution, SA, {
      ...{ type: 'AmendPaper', slot: 'resolution', by: paper('13-NQ/ĐUQS'), change: { amount: 1 }, reason: 'x' },
    }),
  'second-person-needed': () =>
    thrown(
      CITY,
      [...cityThrough('G1').slice(0, -1), step(SB, EARLY, rule), step(SB, EARLY, pass('G1'))],
      SB,
      pass('G1'),
    ),
  'gate-approved': () =>
    thrown(CITY, [...cityThrough('G1').slice(0, -1), step(SB, EARLY, rule), step(SB, EARLY, pass('G1'))], SB, {
      ...rule,
      twoPersons: false,
    }),
  'gate-not-passed': () => thrown(CITY, plannedCity, SB, { type: 'ReopenGate', gate: 'G0', reason: 'x' }),
  'gate-not-last': () => thrown(CITY, cityThrough('G1'), SB, { type: 'ReopenGate', gate: 'G0', reason: 'x' }),
  'secret-marked': () => thrown(CITY, plannedCity, SB, { type: 'PostponeExercise', reason: 'Theo công văn TỐI MẬT' }),
  'secret-text': () => thrown(CITY, secretC17, SB, { type: 'WaiveTask', task: 'C17', reason: 'vì vị trí chốt chặn' }),
  'secret-upload': () => caught(() => refuseUpload(given(exercise, CITY, plannedCity).state, 'C20')),
  'not-classifiable': () => thrown(CITY, plannedCity, SA_HEAD, secret('C14')),
  'lowering-needs-reason': () => thrown(CITY, secretC17, SA_HEAD, secret('C17', 'internal')),
};
