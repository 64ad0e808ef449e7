/** One real occurrence of every refusal of programmes. */
import type { Folded } from '../../../domain/decider.ts';
import type { PROGRAMME_REJECTIONS } from '../../../domain/labels/rejections-programme.ts';
import { programme } from '../../../domain/programme/index.ts';
import { Rejection } from '../../../domain/rejection.ts';
import { type Command, refusalOf, type Step, send } from '../../support/domain.ts';
import {
  conference,
  drafted,
  entered,
  FRONT,
  key,
  MPC,
  MPC_HEAD,
  observe,
  on,
  open,
  paper,
  ratio,
  report,
  SA,
  STREAM,
  sign,
  signed,
  verify,
} from './case.ts';

const refused = (...steps: readonly Step[]): Rejection => {
  const last = steps.at(-1);
  const state = steps.slice(0, -1).reduce<Folded>((now, each) => send(STREAM, now, each).state, programme.initial);
  const error = refusalOf(() => last && send(STREAM, state, last));
  if (!(error instanceof Rejection)) throw new Error(`not refused by a rule: ${error?.message}`);
  return error;
};
const day = '2021-12-20';
const inForce = (by: Step['by'], command: Command, ...past: readonly Step[]) =>
  refused(...signed, ...past, on(day, by, command));
const part = (more: object = {}) => ({ ...key('PH1', '2021'), numerator: 95, denominator: 100, ...more });
const change = { type: 'ChangeTarget', indicator: 'PH1', column: '2022', target: 96, reason: 'x' };
const grant = (exemption = 'M1') => ({
  ...{ type: 'GrantExemption', exemption, indicator: 'PH1', ground: 'newUnit', reason: 'x' },
  units: [{ unit: 'tan-thanh', name: 'Tân Thạnh' }],
});
const heldExercise = {
  ...{ type: 'EnterHeldExercise', exercise: 'tan-thanh-2021', unit: 'tan-thanh', heldOn: '2021-08-20' },
  ...{ exerciseType: 'communeCombatExercise', report: { ...paper, date: '2021-09-01' } },
};
const recommend = {
  type: 'RecordRecommendation',
  review: '2021-sixMonth',
  recommendation: 'K1',
  text: 'x',
  owner: 'tam-ky.FRONT',
  due: '2022-03-01',
};
const opened = observe('2021-06-10');

export const PROGRAMME_OCCURRENCES: Record<keyof typeof PROGRAMME_REJECTIONS, () => Rejection> = {
  'programme-unknown': () => refused(on(day, SA, conference)),
  'programme-exists': () => refused(...drafted, on(day, SA, open)),
  'programme-phase': () => inForce(SA, conference),
  'term-wrong': () => refused(on(day, SA, { ...open, term: { from: '2021-01-01', to: '2020-12-31' } })),
  'outside-term': () => inForce(MPC_HEAD, { ...change, column: '2031' }),
  'not-a-party': () => refused(...drafted, on(day, SA, { ...conference, parties: ['tam-ky.SA', 'tam-ky.POL'] })),
  'no-indicators': () => refused(on('2021-01-04', SA, open), on('2021-01-13', MPC_HEAD, sign)),
  'conference-first': () => refused(...drafted, on('2021-01-13', MPC_HEAD, sign)),
  'final-review-first': () => inForce(MPC_HEAD, { type: 'CloseProgramme', paper }),
  'indicator-unknown': () => inForce(MPC_HEAD, { ...change, indicator: 'PH9' }),
  'indicator-exists': () => refused(...drafted, on(day, SA, ratio('PH1'))),
  'added-without-reason': () => inForce(MPC_HEAD, ratio('PH7')),
  'denominator-missing': () => refused(...drafted, on(day, SA, ratio('PH7', { denominator: undefined }))),
  'measure-wrong': () => refused(...drafted, on(day, SA, ratio('PH7', { source: { kind: 'incidents' } }))),
  'target-without-comparator': () => refused(...drafted, on(day, SA, ratio('PH7', { comparator: undefined }))),
  'target-form': () => inForce(MPC_HEAD, { ...change, target: { min: 1, max: 2 } }),
  'target-domain': () => inForce(MPC_HEAD, { ...change, target: 101 }),
  'target-unchanged': () => inForce(MPC_HEAD, { ...change, target: 95 }),
  'value-form': () => inForce(SA, report([{ ...key('PH1', '2021'), value: 95 }])),
  'value-domain': () => inForce(SA, report([part({ numerator: 101 })])),
  'value-qualifier': () => inForce(SA, report([part({ qualifier: 'over' })])),
  'value-automatic': () => inForce(SA, report([{ ...key('PH5', '2021'), value: 0 }])),
  'value-twice': () => inForce(SA, report([part(), part()])),
  'value-mixed': () => inForce(SA, report([part({ unit: 'tan-thanh' })]), on(day, SA, report([part()]))),
  'correction-without-reason': () => inForce(SA, report([part({ numerator: 94 })]), ...entered(day, part())),
  'value-not-waiting': () => inForce(MPC, verify(key('PH1', '2021'))),
  'period-wrong': () => inForce(SA, report([part({ period: '2021-H1' })])),
  'period-ahead': () => inForce(SA, report([part({ period: '2023' })])),
  'exemption-unknown': () => inForce(MPC_HEAD, { type: 'EndExemption', exemption: 'M9', reason: 'x' }),
  'exempt-already': () => inForce(MPC_HEAD, grant('M2'), on(day, MPC_HEAD, grant())),
  'exercise-not-held': () => inForce(SA, { type: 'CountExercise', exercise: 'tan-thanh-2021' }),
  'exercise-outside': () => inForce(SA, { ...heldExercise, unit: 'hoi-an' }),
  'held-already': () => inForce(SA, heldExercise, on(day, SA, heldExercise)),
  'held-not-waiting': () => inForce(MPC, { type: 'ConfirmHeldExercise', exercise: 'tan-thanh-2021' }),
  'programme-review-unknown': () => inForce(SA, { type: 'SubmitContribution', review: 'B1', text: 'x' }),
  'programme-review-status': () => inForce(SA, { type: 'FinishProgrammeReview', review: '2022-sixMonth' }),
  'review-days': () =>
    inForce(MPC_HEAD, {
      ...{ type: 'ScheduleReview', review: 'B1', kind: 'yearly', from: '2022-01-01', to: '2022-12-31' },
      ...{ opensOn: '2022-12-10', due: '2022-12-01', reason: 'x' },
    }),
  'review-not-held': () => inForce(MPC_HEAD, { ...change, review: '2021-sixMonth' }, opened),
  'recommendation-unknown': () =>
    inForce(FRONT, { type: 'CompleteRecommendation', recommendation: 'K9', evidence: 'x' }),
  'recommendation-status': () =>
    inForce(MPC, { type: 'ConfirmRecommendation', recommendation: 'K1' }, opened, on(day, SA, recommend)),
};
