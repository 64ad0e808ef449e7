/** What can happen to the roll-out plan of a term. */
import type { RollOutEvent } from '../../../domain/rollout/index.ts';
import type { Facts } from './plain.ts';
import { decision } from './shared.ts';

const rules = {
  ...{ floorPercent: 20, ceilingPercent: 25, pilots: [], pilotYears: 1, clusters: [], clashes: [], windows: [] },
  ...{ teamsPerMonth: null, vehiclesPerMonth: null, minGapYears: 3, soft: [] },
};
const communes = [{ id: 'tan-thanh', superior: 'tam-ky', lastYear: 2022, file: null, vehicles: 4 }];
const cell = { commune: 'tan-thanh', year: 2027, month: 4, fixed: false };
const plan = {
  ...{ revision: 1, orgUnit: 'tam-ky', firstYear: 2026, lastYear: 2030, theme: 'x', communes, rules },
  ...{ cells: [cell], solve: null, moves: null, reason: null },
};
const solve = {
  ...{ job: '0197a3a4-5b6c-7d8e-9f00-112233445566', solver: 'HiGHS 1.15.3', model: 1, status: 'optimal' as const },
  ...{ objective: 127, bound: 126.5, gap: 0.00394 },
};
const to = (more: object) => ({ ...cell, ...more });
const from = { year: 2027, month: 4, fixed: false };

export const ROLL_OUT_FACTS: Facts<RollOutEvent> = {
  RollOutProposed: [
    plan,
    { ...plan, solve },
    { ...plan, revision: 2, solve, moves: 1, reason: 'xã Tân Thạnh có đại hội' },
  ],
  RollOutRevised: [
    { changes: [{ from, to: to({ year: 2028, fixed: true }) }], reason: 'trùng đại hội' },
    { changes: [{ from: { ...from, fixed: true }, to: cell }], reason: 'để máy chọn' },
    { changes: [{ from: null, to: cell }], reason: 'xã mới thành lập' },
    {
      changes: ['tan-thanh', 'an-son', 'ban-thach', 'tan-thanh', 'an-son', 'ban-thach', 'an-son'].map((commune) => ({
        from,
        to: { ...cell, commune, month: 5 },
      })),
      reason: 'dời một tháng',
    },
  ],
  RollOutSubmitted: [{ revision: 1 }],
  RollOutReturned: [{ by: 'head tam-ky.SB', revision: 1, reason: 'năm 2028 dồn quá nhiều xã' }],
  RollOutSuperseded: [{ by: 'head tam-ky.SB', revision: 1, successor: 2 }],
  RollOutApproved: [
    {
      by: 'head tam-ky.SB',
      revision: 1,
      paper: decision,
      theme: 'x',
      exercises: [{ exercise: 'tan-thanh-2026-2030', commune: 'tan-thanh', superior: 'tam-ky', isPilot: true }],
    },
    { by: 'head tam-ky.SB', revision: 2, paper: null, theme: 'x', exercises: [] },
  ],
};
