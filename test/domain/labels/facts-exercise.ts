/** What can stand in the file of an exercise: opening, papers, checklist, gates, days. */

import { parseOffset } from '../../../domain/calendar/index.ts';
import type { ClockEvent } from '../../../domain/exercise/clock.ts';
import type { ExerciseEvent } from '../../../domain/exercise/index.ts';
import { DEFAULT_LADDER } from '../../../domain/ladder/index.ts';
import { DEFAULT_SHEET } from '../../../domain/review/default-sheet.ts';
import { evidenceOf } from '../../../domain/template/index.ts';
import type { Facts } from './plain.ts';

export const resolution = { number: '12-NQ/ĐUQS', date: '2022-03-14', issuer: 'Đảng ủy Quân sự thành phố' };
export const decision = { number: '45/QĐ-UBND', date: '2022-04-04', issuer: 'Ủy ban nhân dân thành phố' };
const amending = { number: '61/QĐ-UBND', date: '2022-05-09', issuer: 'Ủy ban nhân dân thành phố' };
const evidence = { number: '45/KH-CA', date: '2022-05-20', holder: 'Công an thành phố' };
const DAYS = { startDate: '2022-08-25', endDate: '2022-08-27' };
const LATER = { startDate: '2022-09-08', endDate: '2022-09-08' };
const moved = {
  from: DAYS,
  to: LATER,
  calendarVersion: '2027.1',
  deadlines: [
    { task: 'C17', from: '2022-05-31', to: '2022-06-14' },
    { task: 'C18', from: '2022-06-01', to: '2022-06-15' },
  ],
};
export const addedTask = {
  code: 'C41',
  titleVi: 'Phương án phòng dịch',
  titleEn: 'Epidemic plan',
  owner: 'tam-ky.HEA',
  after: ['C11'],
  gate: 'G4',
  offset: parseOffset('T-40'),
  due: '2022-06-29',
  referenceOnly: false,
  wanted: evidenceOf('plan'),
  rehearsal: null,
  origin: 'added',
  originalOffset: null,
} as const;
const nothing = { papers: [], tasks: [], gates: [], phase: null };
const seen = {
  observation: 'QS-1',
  seenAt: '2022-08-25T02:05:00.000Z',
  text: 'Giao lệnh chậm 20 phút',
  criterion: null,
} as const;

type Told = Facts<ClockEvent>['TaskReminded'][number];
const told = (more: Partial<Told> & Pick<Told, 'daysLeft'>): Told => ({
  by: 'system',
  task: 'C17',
  rung: 'before3',
  audience: 'owner',
  to: 'tam-ky.POL',
  post: 'member',
  deadline: '2022-05-31',
  rungAt: '2022-05-26T01:00:00.000Z',
  lateMinutes: 0,
  waitsOn: [],
  ...more,
});

export const EXERCISE_FACTS: Facts<ExerciseEvent> = {
  ExerciseDrafted: [
    {
      exerciseType: 'defenceAreaExercise',
      orgUnit: 'tam-ky',
      superiorUnit: 'tam-ky',
      parentId: null,
      theme: 'Chuyển địa phương vào các trạng thái quốc phòng',
      codeName: 'TK-22',
      scale: null,
      isPilot: false,
      withDrill: true,
    },
    {
      by: 'tan-thanh.CMC',
      exerciseType: 'communeCombatExercise',
      orgUnit: 'tan-thanh',
      superiorUnit: 'tam-ky',
      parentId: 'tam-ky-2022',
      theme: 'Phường chiến đấu phòng thủ',
      codeName: null,
      scale: null,
      isPilot: true,
      withDrill: false,
    },
  ],
  ExercisePlanned: [
    {
      ...DAYS,
      template: { id: 'city', version: 1 },
      ladder: DEFAULT_LADDER,
      scoreSheet: DEFAULT_SHEET,
      calendarVersion: '2027.1',
      owners: {},
      compression: null,
      tasks: [addedTask],
      gates: [],
    },
    {
      ...LATER,
      template: { id: 'city', version: 1 },
      ladder: DEFAULT_LADDER,
      scoreSheet: DEFAULT_SHEET,
      calendarVersion: '2027.1',
      owners: {},
      compression: null,
      tasks: [addedTask, addedTask],
      gates: [],
    },
  ],
  CommuneAttached: [{ by: 'system', exercise: 'tan-thanh-2022' }],
  FindingReceived: [
    { by: 'system', finding: { fromReview: 'tam-ky-2018', action: 'BP-1', text: 'Giao lệnh gọi chậm' } },
    { by: 'system', finding: { fromReview: 'tam-ky-2018', action: 'BP-1', text: 'Giao lệnh gọi chậm', times: 2 } },
  ],
  FindingEnded: [
    { by: 'system', fromReview: 'tam-ky-2018', action: 'BP-1', how: 'waived' },
    { by: 'system', fromReview: 'tam-ky-2018', action: 'BP-1', how: 'closed' },
  ],
  RetestRecorded: [
    { fromReview: 'tam-ky-2018', action: 'BP-1', passed: true, note: 'giao lệnh trong một giờ', evidence: null },
    { fromReview: 'tam-ky-2018', action: 'BP-1', passed: false, note: 'còn chậm', evidence: null },
  ],
  ResolutionIssued: [{ paper: resolution }],
  BoardEstablished: [
    { board: 'steering', paper: decision, headPost: 'Bí thư Thành ủy', seats: [] },
    { board: 'directing', paper: decision, headPost: 'Chỉ huy trưởng', seats: [] },
  ],
  FrameDecided: [
    {
      paper: decision,
      seats: [
        { post: 'Chủ tịch UBND', count: 1 },
        { post: 'Ủy viên', count: 1200 },
      ],
    },
  ],
  PaperEntered: [
    { slot: 'intent', paper: decision, amount: null },
    { slot: 'budget', paper: decision, amount: 1_250_000_000 },
  ],
  PaperAmended: [
    {
      slot: 'steering',
      paper: decision,
      amending,
      change: { headPost: 'Chủ tịch UBND', seats: [] },
      reason: 'thay đổi nhân sự',
    },
    { slot: 'plan', paper: decision, amending, change: {}, reason: 'sửa lỗi chính tả' },
  ],
  PaperRevoked: [
    {
      slot: 'resolution',
      revoked: resolution,
      paper: amending,
      reason: 'ban hành sai thẩm quyền',
      voids: { papers: ['resolution', 'steering'], tasks: ['C02', 'C03'], gates: ['G1'], phase: null },
    },
    {
      slot: 'calendar',
      revoked: decision,
      paper: amending,
      reason: 'thay bằng lịch mới',
      voids: { ...nothing, papers: ['calendar'] },
    },
  ],
  TaskAssigned: [{ task: 'C17', owner: 'tam-ky.POL', person: null }],
  TaskAccepted: [{ by: 'tam-ky.POL', task: 'C17' }],
  TaskStarted: [{ by: 'tam-ky.POL', task: 'C17' }],
  TaskSubmitted: [{ by: 'tam-ky.POL', task: 'C17', evidence }],
  TaskVerified: [{ task: 'C17' }],
  TaskReturned: [{ task: 'C17', reason: 'thiếu phụ lục' }],
  TaskWaived: [{ by: 'head tam-ky.SB', task: 'C17', reason: 'không tổ chức phần này' }],
  EvidenceRevised: [
    { by: 'tam-ky.POL', task: 'C17', evidence, reason: 'bổ sung phụ lục', voided: true },
    { by: 'tam-ky.POL', task: 'C17', evidence, reason: 'sai số văn bản', voided: false },
  ],
  TaskHandedOver: [
    { by: 'tam-ky.POL', task: 'C17', from: null, person: 'nv-07', reason: 'đi công tác' },
    { by: 'tam-ky.POL', task: 'C17', from: 'nv-01', person: 'nv-07', reason: null },
  ],
  TaskCommented: [{ by: 'tam-ky.POL', task: 'C17', text: 'đã xin ý kiến cấp trên' }],
  TaskAdded: [{ added: addedTask, reason: 'UBND yêu cầu' }],
  TaskDropped: [{ task: 'C22', reason: 'không tổ chức' }],
  TaskRetimed: [
    {
      task: 'C17',
      offset: { from: parseOffset('T-60'), to: parseOffset('T-55') },
      due: { from: '2022-05-31', to: '2022-06-07' },
      reason: 'chờ tỉnh',
    },
  ],
  TaskRelinked: [
    { task: 'C17', from: ['C11', 'C12'], after: ['C11'], reason: 'đổi trình tự' },
    { task: 'C17', from: ['C11'], after: [], reason: 'làm song song' },
    { task: 'C17', from: [], after: ['C11'], reason: 'phải chờ kế hoạch' },
  ],
  TemplateAdopted: [
    {
      from: 1,
      to: 2,
      added: [addedTask],
      dropped: [{ task: 'C22', titleVi: 'x', titleEn: 'x' }],
      changed: [],
      leftAsItIs: [],
      gates: [],
      ladder: null,
      scoreSheet: null,
      compression: null,
      papers: null,
      reason: 'theo hướng dẫn của tỉnh',
    },
  ],
  RehearsalHeld: [
    { rehearsal: { id: 'LT-1', step: 'practice', date: '2022-08-04', attended: 58, expected: 60 } },
    { rehearsal: { id: 'SD-1', step: 'trialRun', date: '2022-08-18', attended: 60, expected: null } },
    { rehearsal: { id: 'TD-1', step: 'finalRehearsal', date: '2022-08-23', attended: null, expected: null } },
  ],
  IssueRaised: [{ issue: 'TT-1', rehearsal: 'LT-1', text: 'Báo động chậm', owner: 'tam-ky.POL', due: '2022-08-15' }],
  IssueClosed: [{ by: 'tam-ky.POL', issue: 'TT-1', evidence: 'biên bản 03' }],
  IssueConfirmed: [{ issue: 'TT-1' }],
  IssueReturned: [{ issue: 'TT-1', reason: 'chưa thấy biên bản' }],
  IssueCarried: [{ issue: 'TT-1', from: 'practice', into: 'trialRun', reason: 'cần thực binh mới kiểm tra được' }],
  LessonsSpread: [
    { from: 'tan-thanh-2022', lessons: [{ finding: 'HC-1', text: 'Giao lệnh chậm' }] },
    {
      from: 'tan-thanh-2022',
      lessons: [
        { finding: 'HC-1', text: 'a' },
        { finding: 'HC-2', text: 'b' },
      ],
    },
  ],
  ProposalReceived: [
    {
      by: 'system',
      proposal: 'DX-1',
      from: 'tan-thanh-2022',
      lessons: [{ finding: 'HC-1', text: 'a' }],
      toDecide: true,
    },
    {
      by: 'system',
      proposal: 'DX-1',
      from: 'tan-thanh-2022',
      lessons: [
        { finding: 'HC-1', text: 'a' },
        { finding: 'HC-2', text: 'b' },
      ],
      toDecide: true,
    },
    {
      by: 'system',
      proposal: 'DX-1',
      from: 'tan-thanh-2022',
      lessons: [{ finding: 'HC-1', text: 'a' }],
      toDecide: false,
    },
    {
      by: 'system',
      proposal: 'DX-1',
      from: 'tan-thanh-2022',
      lessons: [
        { finding: 'HC-1', text: 'a' },
        { finding: 'HC-2', text: 'b' },
      ],
      toDecide: false,
    },
  ],
  ProposalAccepted: [
    { proposal: 'DX-1', reason: 'phù hợp địa bàn', tasks: [addedTask] },
    { proposal: 'DX-1', reason: 'chỉ để rút kinh nghiệm', tasks: [] },
  ],
  ProposalRefused: [{ proposal: 'DX-1', reason: 'địa bàn không có sông' }],
  ExtensionRequested: [{ by: 'tam-ky.POL', task: 'C17', due: '2022-05-31', until: '2022-06-03', reason: 'chờ tỉnh' }],
  ExtensionGranted: [
    { by: 'head tam-ky.SB', task: 'C17', from: '2022-05-31', until: '2022-06-03', days: 3, reason: 'đồng ý' },
    { by: 'head tam-ky.SB', task: 'C17', from: '2022-05-31', until: '2022-06-01', days: 1, reason: 'đồng ý' },
  ],
  ExtensionRefused: [{ by: 'head tam-ky.SB', task: 'C17', reason: 'ảnh hưởng cổng G4' }],
  ExtensionWithdrawn: [
    { by: 'tam-ky.POL', task: 'C17', reason: 'đã xong' },
    { by: 'tam-ky.POL', task: 'C17', reason: null },
  ],
  GatePassed: [
    { by: 'head tam-ky.SB', gate: 'G2', paper: null, override: null },
    {
      by: 'head tam-ky.SB',
      gate: 'G4',
      paper: null,
      override: {
        blockers: ['C17', 'frame', 'issue:TT-1', 'drill'],
        reason: 'kế hoạch đã duyệt miệng',
        basis: '15/TB-BCĐ',
      },
    },
  ],
  GateApproved: [{ by: 'head tam-ky.SB', gate: 'G1' }],
  GateRuleSet: [
    { gate: 'G1', twoPersons: true, reason: 'tăng kiểm soát' },
    { gate: 'G1', twoPersons: false, reason: 'bỏ quy định cũ' },
  ],
  GateReopened: [
    { by: 'head tam-ky.SB', gate: 'G2', reason: 'thiếu quyết định', phase: { from: 'preparing', to: 'planned' } },
  ],
  Classified: [
    {
      subject: { kind: 'exercise' },
      level: 'internal',
      decidedBy: 'Bộ CHQS tỉnh',
      basis: 'mục 3 danh mục',
      label: null,
      reason: null,
    },
    {
      subject: { kind: 'task', task: 'C17' },
      level: 'mat',
      decidedBy: 'Bộ CHQS tỉnh',
      basis: decision,
      label: 'Kế hoạch số 1',
      reason: null,
    },
    {
      subject: { kind: 'paper', slot: 'intent' },
      level: 'normal',
      decidedBy: 'Bộ CHQS tỉnh',
      basis: decision,
      label: null,
      reason: 'hết hạn bảo mật',
    },
  ],
  ExerciseRescheduled: [
    { ...moved, reason: 'bão', followsCity: false },
    {
      by: 'system',
      ...moved,
      to: DAYS,
      from: LATER,
      reason: 'bão',
      followsCity: true,
      deadlines: moved.deadlines.slice(0, 1),
    },
  ],
  ExercisePostponed: [
    { reason: 'dịch bệnh', followsCity: false },
    { by: 'system', reason: 'dịch bệnh', followsCity: true },
  ],
  ExerciseResumed: [
    { ...moved, reason: 'hết dịch', followsCity: false },
    { by: 'system', ...moved, reason: 'hết dịch', followsCity: true },
  ],
  ExerciseCancelled: [{ reason: 'tỉnh thôi tổ chức' }],
  CalendarAdopted: [
    { calendarVersion: '2027.1+1', reason: 'lịch nghỉ Tết mới', deadlines: moved.deadlines },
    { calendarVersion: '2027.1+1', reason: 'lịch nghỉ Tết mới', deadlines: moved.deadlines.slice(0, 1) },
  ],
  CityChangeNoted: [
    { by: 'system', change: 'rescheduled', reason: 'bão', because: 'asked', from: DAYS, to: LATER },
    { by: 'system', change: 'postponed', reason: 'bão', because: 'postponed' },
    { by: 'system', change: 'resumed', reason: 'hết bão', because: 'not-postponed' },
    { by: 'system', change: 'rescheduled', reason: 'bão', because: 'no-days' },
    { by: 'system', change: 'rescheduled', reason: 'bão', because: 'opening-day-passed' },
    { by: 'system', change: 'rescheduled', reason: 'bão', because: 'calendar-year-missing' },
    { by: 'system', change: 'cancelled', reason: 'bão', because: 'phase:running' },
  ],
  CityAnswered: [
    { by: 'head tan-thanh.CMC', change: 'rescheduled', answer: 'follow', reason: 'cùng lực lượng' },
    { by: 'head tan-thanh.CMC', change: 'postponed', answer: 'keep', reason: 'đã mời đại biểu' },
  ],
  ResourcesReserved: [
    { venues: ['Sân vận động', 'Nhà văn hóa'], vehicles: [{ class: 'Xe tải', count: 12 }], reason: null },
    { venues: [], vehicles: [], reason: 'mượn của tỉnh' },
  ],
  VehicleStockSet: [
    {
      stock: [
        { class: 'Xe tải', count: 20 },
        { class: 'Xe cứu thương', count: 3 },
      ],
      reason: null,
    },
    { stock: [], reason: 'xe đi sửa' },
  ],
  BodyCapacitySet: [
    { body: 'tam-ky.POL', tasksPerDay: 2, tasksPerWeek: 6, reason: null },
    { body: 'tam-ky.POL', tasksPerDay: 1, tasksPerWeek: 1, reason: 'thiếu người' },
  ],
  ClashAccepted: [
    {
      by: 'head tam-ky.SB',
      key: 'venue:tam-ky-2022+tan-thanh-2022:2022-08-25',
      kind: 'venue',
      exercises: ['tam-ky-2022', 'tan-thanh-2022'],
      subject: 'Sân vận động',
      reason: 'dùng hai buổi khác nhau',
    },
  ],
  RunOpened: [{ by: 'head tam-ky.SB' }],
  RunPaused: [{ by: 'head tam-ky.SB', reason: 'mưa lớn' }],
  RunResumed: [{ by: 'head tam-ky.SB' }],
  RunClosed: [{ by: 'head tam-ky.SB' }],
  DrillResultNoted: [
    { by: 'system', present: 119, ordered: 120 },
    { by: 'system', present: 0, ordered: 0 },
  ],
  ReviewResultNoted: [{ by: 'system', points: 91.5, grade: 'excellent' }],
  StagesPlanned: [
    {
      by: 'tam-ky.DB',
      stages: [
        {
          stage: 1,
          name: null,
          plannedStart: '2022-08-25T00:00:00.000Z',
          plannedEnd: '2022-08-25T04:00:00.000Z',
          items: [{ item: 'N1', label: 'A2', part: 'live', problem: null, plannedStart: null, plannedEnd: null }],
        },
      ],
    },
    {
      by: 'tam-ky.DB',
      stages: [1, 2].map((stage) => ({
        stage,
        name: null,
        plannedStart: '2022-08-25T00:00:00.000Z',
        plannedEnd: '2022-08-25T04:00:00.000Z',
        items: ['N1', 'N2'].map((item) => ({
          item,
          label: 'A2',
          part: 'live' as const,
          problem: null,
          plannedStart: null,
          plannedEnd: null,
        })),
      })),
    },
  ],
  StageStarted: [
    { stage: 1, note: null },
    { stage: 2, note: null },
    { stage: 3, note: null },
    { stage: 4, note: null },
  ],
  StageEnded: [{ stage: 1 }],
  ItemStarted: [{ item: 'N1', stage: 1 }],
  ItemEnded: [{ item: 'N1', stage: 1 }],
  ObservationRecorded: [
    { by: 'tam-ky.DB', ...seen, kind: 'limit', item: 'N1' },
    { by: 'tam-ky.DB', ...seen, kind: 'strength', item: null },
    { by: 'tam-ky.DB', ...seen, kind: 'neutral', item: null },
  ],
  ObservationAmended: [{ by: 'tam-ky.DB', ...seen, kind: 'limit', item: 'N1', reason: 'ghi nhầm số phút' }],
  ReminderAcknowledged: [{ by: 'tam-ky.POL', task: 'C17', until: '2022-05-27', deadline: '2022-05-31' }],
  LadderSet: [{ ladder: DEFAULT_LADDER, previous: DEFAULT_LADDER, reason: 'nhắc sớm hơn' }],
  ExerciseRehomed: [
    {
      by: 'system',
      orgUnit: 'ban-thach',
      superiorUnit: 'da-nang',
      owners: {},
      tasks: [{ task: 'X05', from: 'tan-thanh.CMC', to: 'ban-thach.CMC' }],
      issues: [],
      findings: [],
      reason: 'Quốc hội 202/2025/QH15',
      paper: resolution,
    },
  ],
  TaskReminded: [
    told({ daysLeft: 3, waitsOn: ['C11', 'C12'] }),
    told({ daysLeft: 1 }),
    told({ daysLeft: 0 }),
    told({ daysLeft: -1, rung: 'overdue' }),
    told({ daysLeft: -2, rung: 'overdue' }),
  ],
  TaskEscalated: [
    told({ daysLeft: -1, rung: 'head', audience: 'head', post: 'head', waitsOn: ['C11'] }),
    told({ daysLeft: -3, rung: 'board', audience: 'board', to: 'tam-ky.SB', post: 'head' }),
    told({ daysLeft: -5, rung: 'superior', audience: 'superior', to: 'quang-nam.SA', post: 'head' }),
    told({ daysLeft: -2, rung: 'agency', audience: 'agency', to: 'tam-ky.SA' }),
    told({ daysLeft: 2, rung: 'undecided', audience: 'board', to: 'tam-ky.SB', post: 'head' }),
  ],
};
