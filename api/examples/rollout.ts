/** The roll-out plan of a term. */
import { type Examples, paper, reason } from './common.ts';

const cell = { commune: 'tan-thanh', year: 2027, month: 4, fixed: false };

export const ROLL_OUT_EXAMPLES: Examples = {
  ProposeRollOut: {
    type: 'ProposeRollOut',
    orgUnit: 'tam-ky',
    firstYear: 2026,
    lastYear: 2030,
    theme: 'Xã, phường chiến đấu trong khu vực phòng thủ',
    communes: [{ id: 'tan-thanh', superior: 'tam-ky', lastYear: 2022, vehicles: 4 }],
    rules: {
      floorPercent: 20,
      ceilingPercent: 25,
      pilots: ['tan-thanh'],
      pilotYears: 1,
      clusters: [],
      clashes: [],
      windows: [{ id: 'lu', kind: 'flood', months: [9, 10, 11] }],
      teamsPerMonth: 2,
      vehiclesPerMonth: null,
      minGapYears: 3,
      soft: ['floor'],
    },
    cells: [cell],
  },
  ReviseRollOut: { type: 'ReviseRollOut', cells: [{ ...cell, year: 2028, fixed: true }], reason },
  SubmitRollOut: { type: 'SubmitRollOut' },
  ReturnRollOut: { type: 'ReturnRollOut', reason: 'Năm 2028 dồn quá nhiều xã' },
  ApproveRollOut: { type: 'ApproveRollOut', paper },
};
