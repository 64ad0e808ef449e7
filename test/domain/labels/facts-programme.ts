/** What can happen in a programme. */
import type { ProgrammeEvent } from '../../../domain/programme/index.ts';
import type { FrozenFigure } from '../../../domain/programme/state.ts';

import type { Facts, Plain } from './plain.ts';

const paper = { number: '35-HD/ĐUQS', date: '2021-01-13', issuer: 'Đảng ủy Quân sự' };
const MPC = 'head tam-ky.MPC';
const FRONT = 'tam-ky.FRONT';
const values = [
  { indicator: 'PH1', period: '2021-H1', numerator: 95, denominator: 100 },
  { indicator: 'PH2', period: '2021', unit: 'tan-thanh', value: 3 },
] as const;
const indicator = {
  code: 'PH1',
  nameVi: 'Quân số khỏe',
  nameEn: null,
  unit: '%',
  measure: 'ratio',
  comparator: 'gte',
  cadence: 'year',
  join: 'latest',
  numerator: 'số khỏe',
  denominator: 'tổng số',
  owner: FRONT,
  source: { kind: 'reported' },
  formula: 'ratio/1',
  targets: { '2021': 95 },
} as const;
const frozen: Plain<FrozenFigure> = {
  ...{ indicator: 'PH1', column: '2021', numerator: 95, denominator: 100, value: 95, target: 95 },
  ...{ verdict: 'met', exempt: 0, formula: 'ratio/1' },
};
const told = {
  by: 'system',
  rung: 'before3',
  audience: 'owner',
  to: FRONT,
  post: 'member',
  deadline: '2021-06-30',
  daysLeft: 3,
  rungAt: '2021-06-25T01:00:00.000Z',
  lateMinutes: 0,
} as const;
const planned = {
  review: '2021-sixMonth',
  kind: 'sixMonth',
  from: '2021-01-01',
  to: '2021-06-30',
  opensOn: '2021-06-10',
  due: '2021-06-30',
} as const;

export const PROGRAMME_FACTS: Facts<ProgrammeEvent> = {
  ProgrammeOpened: [
    {
      kind: 'coordination',
      title: 'Chương trình phối hợp 2021–2025',
      orgUnit: 'tam-ky',
      parties: ['tam-ky.SA', FRONT],
      term: { from: '2021-01-01', to: '2025-12-31' },
      basis: [paper],
    },
  ],
  ConferenceHeld: [{ date: '2021-01-10', minutes: paper, parties: ['tam-ky.SA', FRONT] }],
  ProgrammeSigned: [{ by: MPC, paper, reviews: [planned] }],
  ProgrammeClosed: [{ by: MPC, paper, figures: [frozen] }],
  IndicatorDefined: [
    { indicator, reason: null },
    { indicator: { ...indicator, nameEn: 'Healthy strength' }, reason: 'theo nghị quyết mới' },
  ],
  TargetChanged: [
    { indicator: 'PH1', column: '2022', from: 95, target: 97.5, reason: 'vượt sớm', paper: null, review: 'midTerm' },
    {
      indicator: 'PH2',
      column: 'term',
      from: null,
      target: { min: 1, max: 2 },
      reason: 'bổ sung',
      paper,
      review: null,
    },
  ],
  ValuesReported: [
    { values, evidence: '88/BC-CHQS', reason: null },
    { values: values.slice(0, 1), evidence: '89/BC-CHQS', reason: 'đếm trùng' },
  ],
  ValuesVerified: [{ by: 'tam-ky.MPC', values }],
  ValuesReturned: [{ by: 'tam-ky.MPC', values, reason: 'thiếu hai chi bộ' }],
  ExemptionGranted: [
    {
      by: MPC,
      exemption: 'M1',
      indicator: 'PH1',
      from: null,
      to: null,
      units: [{ unit: 'ia-dal', name: 'Ia Dal', numerator: 0, denominator: 1 }],
      ground: 'newUnit',
      reason: 'chưa thành lập chi bộ',
      paper: null,
    },
  ],
  ExemptionEnded: [{ by: MPC, exemption: 'M1', reason: 'đã thành lập chi bộ' }],
  ExerciseCounted: [
    {
      by: 'system',
      exercise: 'tan-thanh-2022',
      unit: 'tan-thanh',
      exerciseType: 'communeCombatExercise',
      heldOn: '2022-07-08',
      reservist: { numerator: 40, denominator: 40 },
      vehicle: null,
      incidents: 0,
      points: 86,
    },
  ],
  HeldExerciseEntered: [
    {
      exercise: 'tan-thanh-2022',
      unit: 'tan-thanh',
      exerciseType: 'communeCombatExercise',
      heldOn: '2021-07-08',
      report: paper,
    },
  ],
  HeldExerciseConfirmed: [{ by: 'tam-ky.MPC', exercise: 'tan-thanh-2022' }],
  ReviewScheduled: [{ by: MPC, ...planned, reason: 'bận bầu cử' }],
  ProgrammeReviewOpened: [
    { by: 'system', review: '2021-sixMonth', kind: 'sixMonth', parties: ['tam-ky.SA', FRONT], due: '2021-06-30' },
  ],
  ContributionSubmitted: [{ by: FRONT, review: '2021-yearly', text: 'Đã thực hiện đủ' }],
  ProgrammeReviewHeld: [
    {
      review: 'midTerm',
      kind: 'midTerm',
      date: '2023-06-15',
      minutes: paper,
      conclusion: 'Giữ vững các chỉ tiêu',
      figures: [frozen, { ...frozen, indicator: 'PH2', verdict: 'notMet' }],
      missing: [FRONT],
    },
  ],
  ProgrammeReviewFinished: [{ review: 'final', kind: 'final' }],
  RecommendationRecorded: [
    { review: 'midTerm', recommendation: 'K1', text: 'Rà soát biên chế chi bộ', owner: FRONT, due: '2021-09-15' },
  ],
  RecommendationCompleted: [{ by: FRONT, recommendation: 'K1', evidence: '12/BC' }],
  RecommendationConfirmed: [{ by: 'tam-ky.MPC', recommendation: 'K1' }],
  RecommendationReturned: [{ by: 'tam-ky.MPC', recommendation: 'K1', reason: 'thiếu hai chi bộ' }],
  CommendationRecorded: [
    {
      ...{ commendation: 'KT1', kind: 'collective', form: 'Giấy khen', authority: 'Chủ tịch UBND huyện', paper },
      ...{ count: 5, review: 'final' },
    },
    {
      ...{ commendation: 'KT2', kind: 'individual', form: 'Giấy khen', authority: 'Chủ tịch UBND huyện', paper },
      ...{ count: 5, review: null },
    },
  ],
  DutyReminded: [
    { ...told, duty: '2021-sixMonth/tam-ky.FRONT' },
    { ...told, duty: 'K1', daysLeft: -2 },
  ],
  DutyEscalated: [{ ...told, duty: '2021-yearly/tam-ky.FRONT', audience: 'head', post: 'head', daysLeft: -1 }],
  ProgrammeRehomed: [{ by: 'system', bodies: {}, units: {}, reason: '9/QĐ-UBND, UBND thành phố', paper }],
};
