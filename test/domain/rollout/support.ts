/** A small authority's term: five communes of Tam Kỳ in five years, one a year. */

import { Rejection } from '../../../domain/rejection.ts';
import { rollOut } from '../../../domain/rollout/index.ts';
import { at, type Command, given, head, member, refusalOf, type Step, send, step } from '../../support/domain.ts';

export const PLAN = 'rollout/tam-ky-2026-2030';
export const SA = member('tam-ky.SA');
export const SB = head('tam-ky.SB');
export const NOW = at('2026-01-12');
export const COMMUNES = ['an-son', 'ban-thach', 'hoa-thuan', 'phuoc-hoa', 'tan-thanh'] as const;

export const cells = COMMUNES.map((commune, i) => ({ commune, year: 2026 + i, month: 4, fixed: false }));
export const rules = {
  ...{ floorPercent: 20, ceilingPercent: 25, pilots: ['an-son'], pilotYears: 1, clusters: [], clashes: [] },
  windows: [{ id: 'lu', kind: 'flood', months: [9, 10, 11], communes: null }],
  ...{ teamsPerMonth: 2, vehiclesPerMonth: null, minGapYears: 3, soft: [] as string[] },
};
export const propose = (more: object = {}): Command => ({
  type: 'ProposeRollOut',
  ...{ orgUnit: 'tam-ky', firstYear: 2026, lastYear: 2030, theme: 'Xã chiến đấu trong khu vực phòng thủ' },
  communes: COMMUNES.map((id) => ({
    id,
    superior: 'tam-ky',
    lastYear: id === 'tan-thanh' ? 2024 : null,
    vehicles: 4,
    file: null,
  })),
  rules,
  cells,
  ...more,
});
export const move = (commune: string, year: number, more: object = {}): Command => ({
  type: 'ReviseRollOut',
  cells: [{ commune, year, month: 4, fixed: true, ...more }],
  reason: 'trùng đại hội',
});
export const now = (command: Command, by = SA): Step => step(by, NOW, command);
export const proposed = [now(propose())];
export const submitted = [...proposed, now({ type: 'SubmitRollOut' })];
export const approved = [...submitted, now({ type: 'ApproveRollOut' }, SB)];
export const standing = (...past: readonly Step[]) => given(rollOut, PLAN, past);

/** The refusal that the last step meets. */
export const refused = (...steps: readonly Step[]): Rejection => {
  const [last, ...past] = [...steps].reverse();
  if (!last) throw new Error('nothing is asked');
  const { state } = standing(...past.reverse());
  const refusal = refusalOf(() => send(PLAN, state, last));
  if (!(refusal instanceof Rejection)) throw new Error('was not refused');
  return refusal;
};
