/** What a body hands in to show that a task is done; never scenario or operational content (domain guide §10). */
import { z } from 'zod';
import { text } from '../text.ts';

const kinds = {
  registerEntry: ['Mục vào sổ văn bản đến', 'register entry'],
  submission: ['Tờ trình', 'submission'],
  partyResolution: ['Nghị quyết (thể thức văn bản Đảng)', 'resolution (Party form)'],
  resolution: ['Nghị quyết', 'resolution'],
  directive: ['Chỉ thị', 'directive'],
  decision: ['Quyết định', 'decision'],
  decisions: ['Các quyết định', 'decisions'],
  decisionPosts: ['Quyết định, chỉ ghi chức danh', 'decision, posts only'],
  budgetDecision: ['Quyết định dự toán', 'budget decision'],
  referenceOnly: ['Chỉ ghi số đăng ký văn bản', 'reference no. only'],
  planReference: ['Số, ký hiệu kế hoạch', 'plan reference'],
  plan: ['Kế hoạch', 'plan'],
  planSessions: ['Kế hoạch, số buổi quán triệt', 'plan, session counts'],
  sessionCounts: ['Số buổi quán triệt', 'session counts'],
  calendar: ['Lịch công tác', 'calendar'],
  notice: ['Thông báo', 'notice'],
  minutes: ['Biên bản', 'minutes'],
  minutesAssignments: ['Biên bản, bảng phân công nhiệm vụ', 'minutes, assignment list'],
  acceptanceMinutes: ['Biên bản nghiệm thu', 'acceptance minutes'],
  checkMinutes: ['Biên bản kiểm tra', 'check minutes'],
  checklist: ['Phiếu kiểm tra', 'checklist'],
  documentStatus: ['Tình trạng văn kiện', 'status'],
  statusPerBody: ['Tình trạng theo từng cơ quan', 'status per body'],
  approvalSheet: ['Phiếu phê duyệt', 'approval sheet'],
  attendance: ['Số liệu điểm danh', 'attendance'],
  attendanceIssues: ['Số liệu điểm danh, danh mục tồn tại', 'attendance, issues'],
  issueList: ['Danh mục tồn tại', 'issue list'],
  closedIssues: ['Danh mục tồn tại đã khắc phục', 'closed issues'],
  countSheet: ['Bảng thống kê số lượng', 'count sheet'],
  countsIssued: ['Số lượng lệnh đã phát', 'counts issued'],
  signedEvent: ['Xác nhận có chữ ký trên hệ thống', 'signed event'],
  stageLogRollCall: ['Nhật ký giai đoạn, điểm danh', 'stage log, roll call'],
  logRollCall: ['Nhật ký, điểm danh', 'log, roll call'],
  handoverList: ['Danh mục bàn giao', 'handover list'],
  scoreSheet: ['Phiếu chấm điểm', 'score sheet'],
  scoreSheetReport: ['Phiếu chấm điểm, báo cáo', 'score sheet, report'],
  report: ['Báo cáo', 'report'],
  reportAwards: ['Báo cáo, quyết định khen thưởng', 'report, award decision'],
  settlementArchive: ['Quyết toán, số lưu hồ sơ', 'settlement, archive no.'],
} as const;

export const EvidenceKind = z.enum(Object.keys(kinds) as (keyof typeof kinds)[]); // keys of the constant above
export type EvidenceKind = z.infer<typeof EvidenceKind>;

export const Evidence = z
  .strictObject({ kind: EvidenceKind, labelVi: text(200), labelEn: text(200) })
  .readonly()
  .meta({ id: 'TemplateEvidence' });
export type Evidence = z.infer<typeof Evidence>;

export const evidenceOf = (kind: EvidenceKind): Evidence => {
  const [labelVi, labelEn] = kinds[kind];
  return { kind, labelVi, labelEn };
};
