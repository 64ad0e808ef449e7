/** What can stand in the file of an exercise: opening, papers, gates, levels; with its checklist and its run, all of it. */
import type { ExerciseEvent } from '../../../domain/exercise/index.ts';
import { DEFAULT_LADDER } from '../../../domain/ladder/index.ts';
import { DEFAULT_SHEET } from '../../../domain/review/default-sheet.ts';
import { PREPARATION_FACTS } from './facts-preparation.ts';
import { RUN_FACTS } from './facts-run.ts';
import type { Facts } from './plain.ts';
import { addedTask, DAYS, decision, LATER, resolution } from './shared.ts';

const amending = { number: '61/QĐ-UBND', date: '2022-05-09', issuer: 'Ủy ban nhân dân thành phố' };
const nothing = { papers: [], tasks: [], gates: [], phase: null };

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
      deadlines: [{ task: 'C02', from: '2022-03-14', to: '2022-04-04' }],
    },
    {
      slot: 'calendar',
      revoked: decision,
      paper: amending,
      reason: 'thay bằng lịch mới',
      voids: { ...nothing, papers: ['calendar'] },
    },
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
  GateApproved: [
    { by: 'head tam-ky.SB', gate: 'G1' },
    {
      by: 'head tam-ky.SB',
      gate: 'G4',
      paper: decision,
      override: { blockers: ['C17'], reason: 'kế hoạch đã duyệt miệng', basis: '15/TB-BCĐ' },
    },
  ],
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
  ...PREPARATION_FACTS,
  ...RUN_FACTS,
};
