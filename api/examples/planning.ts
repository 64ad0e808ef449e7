/** Templates, rehearsals, moves, reminders, calendar, resources. */
import { DEFAULT_LADDER } from '../../domain/ladder/index.ts';
import { DEFAULT_SHEET } from '../../domain/review/default-sheet.ts';
import { days, type Examples, paper, reason } from './common.ts';

const templateTask = (code: string, gate: string, after: readonly string[], days: number) => ({
  code,
  titleVi: 'Công việc mẫu',
  titleEn: 'Sample task',
  owner: 'CMC',
  after,
  due: { anchor: days < 0 ? 'T' : 'E', days },
  evidence: { kind: 'report', labelVi: 'Báo cáo', labelEn: 'report' },
  basis: 'TDE',
  gate,
  secret: false,
});
const templateGate = (code: string, gateTask: string, days: number) => ({
  code,
  nameVi: 'Cổng',
  nameEn: 'Gate',
  gateTask,
  window: { from: null, to: { anchor: days < 0 ? 'T' : 'E', days } },
});

export const PLANNING_EXAMPLES: Examples = {
  PublishTemplate: {
    type: 'PublishTemplate',
    basedOn: 0,
    reason: 'Mẫu riêng cho đơn vị tự vệ',
    paper: { number: '31/HD-CHQS', date: '2022-01-10', issuer: 'Ban Chỉ huy Quân sự thành phố' },
    template: {
      nameVi: 'Diễn tập đơn vị tự vệ',
      nameEn: 'Self-defence unit exercise',
      exerciseTypes: ['selfDefenceUnit'],
      tasks: [
        templateTask('V01', 'G0', [], -30),
        templateTask('V02', 'G6', ['V01'], -2),
        templateTask('V03', 'G9', ['V02'], 10),
      ],
      gates: [templateGate('G0', 'V01', -30), templateGate('G6', 'V02', -2), templateGate('G9', 'V03', 10)],
      ladder: DEFAULT_LADDER,
      scoreSheet: DEFAULT_SHEET,
      compressed: { leastWorkingDays: 15, keepLast: 3 },
    },
  },
  RetireTemplateVersion: { type: 'RetireTemplateVersion', version: 1, reason: 'Đã có phiên bản 2' },
  HoldRehearsal: {
    type: 'HoldRehearsal',
    rehearsal: 'LT1',
    step: 'practice',
    date: '2022-04-25',
    attended: 96,
    expected: 100,
  },
  RaiseIssue: {
    type: 'RaiseIssue',
    issue: 'V1',
    rehearsal: 'LT1',
    text: 'Báo cáo giữa các bộ phận còn chậm',
    owner: 'tam-ky.OB',
    due: '2022-05-06',
  },
  CloseIssue: { type: 'CloseIssue', issue: 'V1', evidence: 'Đã luyện lại, biên bản 12/BB' },
  ConfirmIssue: { type: 'ConfirmIssue', issue: 'V1' },
  ReturnIssue: { type: 'ReturnIssue', issue: 'V1', reason: 'Còn hai bộ phận chưa luyện lại' },
  CarryIssue: { type: 'CarryIssue', issue: 'V1', into: 'finalRehearsal', reason: 'Kiểm tra lại ở tổng duyệt' },
  DecideProposal: {
    type: 'DecideProposal',
    proposal: 'tan-thanh-2022-57',
    accepted: true,
    reason: 'Phù hợp với phường',
    tasks: [{ finding: 'F1', owner: 'CMC', gate: 'G5', offset: { anchor: 'T', days: -10 } }],
  },
  PassGate: { type: 'PassGate', gate: 'G0', paper },
  RescheduleExercise: { type: 'RescheduleExercise', ...days, reason },
  PostponeExercise: { type: 'PostponeExercise', reason },
  ResumeExercise: { type: 'ResumeExercise', ...days, reason },
  CancelExercise: { type: 'CancelExercise', reason },
  AcknowledgeReminder: { type: 'AcknowledgeReminder', task: 'C17', until: '2022-03-16' },
  SetLadder: {
    type: 'SetLadder',
    ladder: {
      hour: 7,
      rungs: [
        { id: 'before5', days: -5, audience: 'owner' },
        { id: 'overdue', days: 1, audience: 'owner', daily: true },
        { id: 'head', days: 1, audience: 'head' },
        { id: 'superior', days: 5, audience: 'superior' },
      ],
      quiet: [{ from: '2022-01-31', to: '2022-02-04', reason: 'Nghỉ Tết' }],
      undecidedAfter: 2,
    },
    reason: 'Theo quy chế làm việc của Ban Chỉ đạo',
  },
  EnterYear: {
    type: 'EnterYear',
    table: {
      year: 2028,
      off: ['2028-01-25', '2028-01-26', '2028-01-27', '2028-01-28', '2028-01-31', '2028-05-01', '2028-09-01'],
      madeUp: 'unknown',
      status: 'estimated',
      days: { '2028-05-01': 'official' },
      source: 'Bộ luật Lao động, Điều 112; chờ quyết định của Thủ tướng',
    },
    reason: 'Cần lập kế hoạch năm 2028',
  },
  AdoptCalendar: { type: 'AdoptCalendar', reason: 'Có quyết định nghỉ lễ mới' },
  AnswerCity: { type: 'AnswerCity', answer: 'follow', reason: 'Thống nhất với thành phố' },
  ReserveResources: {
    type: 'ReserveResources',
    venues: ['Hội trường UBND thành phố'],
    vehicles: [{ class: 'Xe tải 2,5 tấn', count: 6 }],
  },
  SetVehicleStock: { type: 'SetVehicleStock', stock: [{ class: 'Xe tải 2,5 tấn', count: 10 }] },
  SetBodyCapacity: { type: 'SetBodyCapacity', body: 'tam-ky.HEA', tasksPerDay: 2, tasksPerWeek: 5 },
  AcceptClash: {
    type: 'AcceptClash',
    key: 'venue:tam-ky-2022+tien-phuoc-2022:2022-05-24:hội trường ubnd thành phố',
    reason: 'Hai bên dùng hai buổi khác nhau',
  },
};
