/** What can happen in an after-action review. */
import type { ClockEvent } from '../../../domain/review/clock.ts';
import type { ReviewEvent } from '../../../domain/review/events.ts';
import type { Facts } from './plain.ts';

const paper = { number: '21/TB-BCĐ', date: '2022-09-05', issuer: 'Ban Chỉ đạo' };
const DB = 'tam-ky.DB';
const SB = 'head tam-ky.SB';
const OWNER = 'tan-thanh.COM';
const award = {
  award: 'KT-1',
  form: 'Giấy khen',
  authority: 'Chủ tịch UBND thành phố',
  paper,
  recipients: [],
} as const;
const planned = {
  by: DB,
  action: 'BP-1',
  finding: 'HC-1',
  text: 'Phúc tra lại địa chỉ',
  owner: OWNER,
  due: '2022-12-30',
  measure: 'giao lệnh trong hai giờ',
} as const;
const retested = {
  by: 'system',
  action: 'BP-1',
  exercise: 'tam-ky-2026',
  retestedAt: '2026-04-20T02:00:00.000Z',
} as const;
type Told = Facts<ClockEvent>['ActionReminded'][number];
const told = (more: Partial<Told> & Pick<Told, 'daysLeft'>): Told => ({
  by: 'system',
  action: 'BP-1',
  rung: 'before3',
  audience: 'owner',
  to: OWNER,
  post: 'member',
  deadline: '2022-12-30',
  rungAt: '2022-12-27T01:00:00.000Z',
  lateMinutes: 0,
  ...more,
});
const noted = { by: 'system', incident: 'SC-1', from: 'drill/tam-ky-2022', note: 'trẹo chân khi xuống xe' } as const;

export const REVIEW_FACTS: Facts<ReviewEvent> = {
  ReviewOpened: [{ by: 'system', exercise: 'tam-ky-2022', orgUnit: 'tam-ky', superiorUnit: 'tam-ky' }],
  ScorersAssigned: [
    {
      by: SB,
      domain: 'livePart',
      scorers: [
        { person: 'nv-01', body: DB },
        { person: 'nv-02', body: DB },
      ],
    },
    { by: SB, domain: 'livePart', scorers: [{ person: 'nv-01', body: DB }] },
  ],
  ScoredBodiesSet: [
    { by: SB, domain: 'livePart', bodies: ['tam-ky.POL', 'tan-thanh.CMC'], reason: 'trực tiếp thực binh' },
    { by: SB, domain: 'safety', bodies: [], reason: 'chấm chung' },
  ],
  ScoreRecorded: [
    { by: DB, domain: 'leadership', points: 22.5 },
    { by: DB, domain: 'leadership', criterion: 'a', points: 5 },
    { by: DB, domain: 'TC-9', points: 1 },
  ],
  ScoreSettled: [{ by: SB, domain: 'leadership', points: 18, reason: 'xem băng ghi' }],
  GradeDecided: [
    { by: SB, points: 91.5, grade: 'excellent', seriousIncidents: 0 },
    { by: SB, points: 78, grade: 'good', seriousIncidents: 1 },
    { by: SB, points: 60, grade: 'pass', seriousIncidents: 0 },
    { by: SB, points: 49.25, grade: 'fail', seriousIncidents: 0, failedTasks: ['safety/weapons', 'livePart/c'] },
    { by: SB, points: 70, grade: 'B', seriousIncidents: 0 },
  ],
  IncidentRecorded: [
    { by: DB, subject: 'weapons', severity: 'serious', note: 'cướp cò' },
    { by: DB, subject: 'people', severity: 'minor', note: 'say nắng' },
  ],
  IncidentNoted: [
    { ...noted, subject: 'people', severity: 'minor' },
    { ...noted, subject: 'vehicles', severity: 'serious', note: 'xe lật' },
  ],
  ObservationNoted: [
    {
      by: 'system',
      observation: {
        id: 'QS-1',
        seenAt: '2022-08-25T02:05:00.000Z',
        writtenAt: '2022-08-25T02:09:00.000Z',
        text: 'Giao lệnh chậm 20 phút',
        item: 'N1',
        criterion: null,
        kind: 'limit',
        by: { person: 'nv-01', body: DB, post: 'member' },
      },
    },
  ],
  DebriefRecorded: [
    { by: DB, date: '2022-08-27', minutes: null, points: [{ kind: 'limit', text: 'chậm' }] },
    {
      by: DB,
      date: '2022-08-27',
      minutes: paper,
      points: [
        { kind: 'limit', text: 'chậm' },
        { kind: 'strength', text: 'nghiêm' },
      ],
    },
  ],
  ReviewHeld: [{ by: DB, date: '2022-09-05', minutes: paper }],
  FindingRecorded: [
    { by: DB, finding: 'HC-1', kind: 'limit', text: 'Giao lệnh gọi chậm', cause: null },
    { by: DB, finding: 'UD-1', kind: 'strength', text: 'Tập trung đủ quân số', cause: null },
  ],
  FindingAmended: [{ by: DB, finding: 'HC-1', text: 'Giao lệnh gọi chậm ở hai khối phố', reason: 'nói rõ nơi' }],
  FindingWithdrawn: [{ by: DB, finding: 'HC-1', reason: 'ghi trùng' }],
  ReviewFinished: [{ by: DB }],
  LessonRecorded: [{ by: DB, lesson: 'BH-1', text: 'Phúc tra trước T-30', finding: null }],
  ProposalRecorded: [
    {
      by: DB,
      proposal: 'KN-1',
      text: 'Cấp thêm máy thông tin',
      owner: 'tam-ky.SA',
      due: '2022-12-30',
      to: 'Bộ CHQS tỉnh',
    },
    { by: DB, proposal: 'KN-2', text: 'Sửa đường vào trạm', owner: 'tam-ky.PC', due: '2022-12-30', to: null },
  ],
  ActionPlanned: [planned],
  ActionCompleted: [{ by: OWNER, action: 'BP-1', evidence: 'biên bản 05' }],
  ActionVerified: [{ by: 'tam-ky.SA', action: 'BP-1' }],
  ActionReturned: [{ by: 'tam-ky.SA', action: 'BP-1', reason: 'thiếu hai khối phố' }],
  ActionMoved: [{ by: SB, action: 'BP-1', from: '2022-12-30', due: '2023-01-31', reason: 'chờ kinh phí' }],
  ActionWaived: [{ by: SB, action: 'BP-1', reason: 'đơn vị đã giải thể', paper }],
  ActionCarried: [
    { by: DB, action: 'BP-1', into: 'tam-ky-2026', text: 'Giao lệnh gọi chậm', reason: 'chưa kiểm tra được' },
  ],
  CarryNoted: [{ by: 'system', action: 'BP-1', into: 'tam-ky-2026' }],
  ActionRetested: [
    { ...retested, passed: true, note: 'giao lệnh trong một giờ' },
    { ...retested, passed: false, note: 'còn chậm' },
  ],
  AwardRecorded: [
    { by: SB, ...award, kind: 'collective', count: 3 },
    { by: SB, ...award, kind: 'individual', count: 1 },
    { by: SB, ...award, kind: 'collective', count: 1 },
    { by: SB, ...award, kind: 'individual', count: 12 },
  ],
  ActionReminded: [told({ daysLeft: 3 }), told({ daysLeft: -1 })],
  ActionEscalated: [
    told({ daysLeft: -1, audience: 'head', post: 'head' }),
    told({ daysLeft: -3, audience: 'board', to: 'tam-ky.SB', post: 'head' }),
    told({ daysLeft: -2, audience: 'agency', to: 'tam-ky.SA' }),
    told({ daysLeft: -5, audience: 'superior', to: 'quang-nam.SA', post: 'head' }),
  ],
  ReviewRehomed: [{ by: 'system', bodies: {}, units: {}, reason: 'Quốc hội 202/2025/QH15', paper }],
};
