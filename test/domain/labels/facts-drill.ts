/** What can happen in a mobilisation drill. */
import type { DrillEvent } from '../../../domain/drill/index.ts';
import { DEFAULT_RULE } from '../../../domain/drill/rule.ts';
import { numbers } from '../drill/field.ts';
import type { Facts } from './plain.ts';

const EIGHT = '2022-08-25T01:00:00.000Z';
const TEN = '2022-08-25T03:00:00.000Z';
const minutes = { number: '07/BB-BG', date: '2022-08-25' };
const beginning = { exercise: 'tam-ky-2022', orgUnit: 'tam-ky' };
const ward = { unit: 'tan-thanh', kind: 'reservist' } as const;
const vehicles = { unit: 'tan-thanh', kind: 'vehicle' } as const;
const incident = { incident: 'SC-1', note: 'trẹo chân khi xuống xe', occurredAt: TEN } as const;
const issued = { ...ward, batch: null, group: null, station: null, orders: null } as const;
const overdue = {
  by: 'system',
  station: 'TT-01',
  audience: 'head',
  to: 'tan-thanh.CMC',
  post: 'head',
  deadline: '2022-08-25',
  daysLeft: 0,
  rungAt: TEN,
  lateMinutes: 0,
} as const;
const corrected = {
  order: 'QN-001',
  id: 'C-1',
  late: false,
  excuse: null,
  group: null,
  occurredAt: TEN,
  reason: 'trạm ghi nhầm',
};

export const DRILL_FACTS: Facts<DrillEvent> = {
  DrillPrepared: [beginning],
  DrillOpened: [{ by: 'system', ...beginning }],
  DrillRuleSet: [{ rule: DEFAULT_RULE, reason: 'theo kế hoạch động viên' }],
  StartHourSet: [{ start: EIGHT, reason: 'theo lệnh' }],
  DrillClosed: [
    { reservists: { present: 119, ordered: 120 }, vehicles: { present: 12, ordered: 12 } },
    { reservists: { present: 119, ordered: 120 }, vehicles: { present: 0, ordered: 0 } },
  ],
  CountsRecorded: [
    {
      ...ward,
      counts: { ordered: 120, presentOnTime: 110, absentExcused: { ownIllness: 2, other: 1 } },
      station: 'TT-01',
      occurredAt: TEN,
    },
    { ...vehicles, counts: { technicallyFit: 12 }, station: null, occurredAt: TEN },
  ],
  CountsCorrected: [{ ...ward, counts: { presentLate: 4 }, reason: 'đếm sót' }],
  QuotaSet: [{ ...ward, group: 'LX-B2', required: 1200, station: null }],
  RegisterVerified: [{ ...ward, registered: 1340, fit: null, removed: { moved: 5, overAge: 7 }, date: '2022-04-01' }],
  OrdersIssued: [
    { ...issued, spare: false, count: 1200 },
    { ...issued, ...vehicles, spare: true, count: 3 },
  ],
  OrdersDelivered: [{ lot: { orders: ['QN-001', 'QN-002'] } }, { lot: { ...ward, count: 60 } }],
  OrdersRefused: [
    { lot: { orders: ['QN-003'] }, reason: 'moved' },
    { lot: { ...ward, count: 2 }, reason: 'notSigned' },
  ],
  StationOpened: [{ station: 'TT-01', units: ['tan-thanh', 'an-son'], keeper: 'tan-thanh.CMC', reportBy: TEN }],
  StationHourMoved: [{ station: 'TT-01', from: EIGHT, reportBy: TEN, reason: 'mưa lớn' }],
  StationReported: [{ by: 'tan-thanh.CMC', station: 'TT-01' }],
  StationOverdue: [
    { ...overdue, rung: 'station' },
    { ...overdue, rung: 'board', audience: 'board', to: 'tam-ky.SB' },
  ],
  CheckedIn: [
    {
      by: 'tan-thanh.CMC',
      station: 'TT-01',
      checkIns: [
        { id: 'C-1', order: 'QN-001' },
        { id: 'C-2', order: 'QN-002' },
        { id: 'C-3', order: 'QN-003', late: true },
        { id: 'C-4', order: 'QN-004', absent: true },
        { id: 'C-5', order: 'QN-005', excuse: 'ownIllness' },
        { id: 'C-6', order: 'VL-1', walkIn: ward },
      ],
    },
    { by: 'tan-thanh.CMC', station: 'TT-01', checkIns: [{ id: 'C-7', order: 'QN-007' }] },
  ],
  CheckInCorrected: [
    { by: 'tan-thanh.CMC', ...corrected, status: 'present' },
    { by: 'tan-thanh.CMC', ...corrected, status: 'excused', excuse: 'familyEmergency' },
  ],
  Substituted: [
    { absentOrder: 'QN-004', spareOrder: 'DP-001', reason: null },
    { absentOrder: 'QN-004', spareOrder: 'DP-001', reason: 'cùng chuyên nghiệp' },
  ],
  VehicleInspected: [
    { order: 'XE-01', fit: true, reason: null },
    { order: 'XE-02', fit: false, reason: 'brakes' },
    { order: 'XE-03', fit: false, reason: 'other' },
  ],
  HandedOver: [
    { lot: { orders: numbers(3) }, receivingUnit: 'Trung đoàn 885', minutes },
    { lot: { orders: numbers(4) }, receivingUnit: 'Trung đoàn 885', minutes },
    { lot: { ...ward, count: 119 }, receivingUnit: 'Trung đoàn 885', minutes },
  ],
  HandOverReversed: [{ orders: ['QN-001'], reason: 'nhầm đơn vị' }],
  Released: [{ lot: { ...vehicles, count: 12 }, releasedAt: TEN }],
  IncidentReported: [
    { ...incident, subject: 'people', severity: 'minor' },
    { ...incident, subject: 'vehicles', severity: 'serious', note: 'xe lật' },
  ],
  IncidentRevised: [{ ...incident, subject: 'people', severity: 'serious', reason: 'phải nằm viện' }],
  DrillRehomed: [{ by: 'system', bodies: {}, units: {}, reason: 'Quốc hội 202/2025/QH15' }],
  RosterImported: [{ count: 1200, digest: '00' }],
  NamesErased: [
    { by: 'tan-thanh.CMC', count: 1, reason: 'subjectRequest' },
    { by: 'tan-thanh.CMC', count: 2, reason: 'importedInError' },
    { by: 'tan-thanh.CMC', count: 2, reason: 'noLongerNeeded' },
    { by: 'system', count: 1200, reason: 'retentionEnded' },
  ],
};
