/** A coordination programme of Tam Kỳ 2021–2025 with a ratio, a range, a number and an automatic indicator. */

import { SYSTEM } from '../../../domain/people.ts';
import type { ProgrammeState } from '../../../domain/programme/index.ts';
import { programme } from '../../../domain/programme/index.ts';
import type { Opened } from '../../../domain/programme/state.ts';
import { at, type Command, given, head, knowing, member, type Step, step } from '../../support/domain.ts';

export const STREAM = 'programme/phoi-hop-2021';
export const SA = member('tam-ky.SA');
export const MPC = member('tam-ky.MPC');
export const MPC_HEAD = head('tam-ky.MPC');
export const FRONT = member('tam-ky.FRONT');
export const paper = { number: '01-CTPH', date: '2021-01-13', issuer: 'Đảng ủy Quân sự' };

export const open: Command = {
  type: 'OpenProgramme',
  kind: 'coordination',
  title: 'Chương trình phối hợp 2021–2025',
  orgUnit: 'tam-ky',
  parties: ['tam-ky.SA', 'tam-ky.FRONT'],
  term: { from: '2021-01-01', to: '2025-12-31' },
};
const common = { owner: 'tam-ky.SA', numerator: 'số đạt' };
export const ratio = (code: string, more: object = {}): Command => ({
  ...{ type: 'DefineIndicator', indicator: code, nameVi: 'Quân số khỏe', unit: '%', measure: 'ratio' },
  ...{ comparator: 'gte', denominator: 'tổng số', targets: { '2021': 95, '2022': 95, '2025': 98 } },
  ...common,
  ...more,
});
export const quotient: Command = {
  ...{ type: 'DefineIndicator', indicator: 'PH2', nameVi: 'Đảng viên mới mỗi chi bộ', unit: 'đảng viên/chi bộ' },
  ...{ measure: 'quotient', comparator: 'range', denominator: 'chi bộ', targets: { '2021': { min: 1, max: 2 } } },
  ...common,
};
export const amount: Command = {
  ...{ type: 'DefineIndicator', indicator: 'PH3', nameVi: 'Kinh phí làm đường', unit: 'đồng', measure: 'number' },
  ...{ comparator: 'gt', join: 'sum', targets: { '2021': 9_000_000_000 } },
  ...common,
};
export const COMMUNES = ['tan-thanh', 'an-son', 'phuoc-hoa'];
export const coverage: Command = {
  ...{ type: 'DefineIndicator', indicator: 'PH4', nameVi: 'Xã, phường đã diễn tập', unit: '%', measure: 'ratio' },
  ...{ comparator: 'eq', denominator: 'xã, phường', targets: { '2025': 100 } },
  source: { kind: 'coverage', exerciseType: 'communeCombatExercise', communes: COMMUNES },
  ...common,
};
export const safety: Command = {
  ...{ type: 'DefineIndicator', indicator: 'PH5', nameVi: 'Vụ mất an toàn', unit: 'vụ', measure: 'number' },
  ...{ comparator: 'eq', targets: { '2021': 0, '2022': 0 }, source: { kind: 'incidents' } },
  ...common,
};

export const on = (day: string, by: Step['by'], command: Command, hour = 9): Step => step(by, at(day, hour), command);
export const drafted = [
  on('2021-01-04', SA, open),
  ...[ratio('PH1'), quotient, amount, coverage, safety].map((each) => on('2021-01-05', SA, each)),
];
export const conference: Command = {
  ...{ type: 'HoldConference', date: '2021-01-10', minutes: { ...paper, number: '02/BB', date: '2021-01-10' } },
  parties: ['tam-ky.SA', 'tam-ky.FRONT'],
};
export const sign: Command = { type: 'SignProgramme', paper, reviews: { midTerm: '2023-06-15' } };
export const signed = [...drafted, on('2021-01-12', SA, conference), on('2021-01-13', MPC_HEAD, sign)];

export const key = (indicator: string, period: string, unit?: string) => ({
  indicator,
  period,
  ...(unit ? { unit } : {}),
});
export const report = (values: readonly object[], more: object = {}): Command => ({
  type: 'ReportValues',
  values,
  evidence: '88/BC-CHQS',
  ...more,
});
export const verify = (...values: object[]): Command => ({ type: 'VerifyValues', values });
export const observe = (day: string, hour = 7): Step =>
  step(SYSTEM, at(day, hour), { type: 'ObserveTime', due: at(day, hour) });

/** Reported by the standing agency and verified by the committee on that day. */
export const entered = (
  day: string,
  ...values: { readonly indicator: string; readonly period: string; readonly unit?: string }[]
) => [
  on(day, SA, report(values)),
  on(day, MPC, verify(...values.map(({ indicator, period, unit }) => key(indicator, period, unit)))),
];
export const after = (...steps: readonly Step[]) => given(programme, STREAM, [...signed, ...steps], knowing());
export const stateAfter = (...steps: readonly Step[]): Opened => after(...steps).state as ProgrammeState as Opened; // it was opened
