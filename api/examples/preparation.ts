/** An exercise from its draft to its papers and gates. */
import { days, type Examples, paper } from './common.ts';

const seats = [{ post: 'Ủy viên', count: 9 }];

export const PREPARATION_EXAMPLES: Examples = {
  DraftExercise: {
    type: 'DraftExercise',
    exerciseType: 'defenceAreaExercise',
    orgUnit: 'tam-ky',
    theme: 'Chuyển địa phương vào các trạng thái sẵn sàng chiến đấu',
    codeName: 'TK-22',
  },
  PlanExercise: { type: 'PlanExercise', ...days },
  IssueResolution: { type: 'IssueResolution', paper },
  EstablishBoard: { type: 'EstablishBoard', board: 'steering', paper, headPost: 'Bí thư Thành ủy', seats },
  DecideFrame: { type: 'DecideFrame', paper, seats },
  RegisterDirective: {
    type: 'RegisterDirective',
    paper: { number: '15/CT-QK5', date: '2022-01-05', issuer: 'Quân khu 5' },
  },
  IssueDirective: {
    type: 'IssueDirective',
    paper: {
      number: '08-CT/TU',
      date: '2022-01-25',
      issuer: 'Ban Thường vụ Thành ủy',
      signerPost: 'Bí thư',
      form: 'party36',
    },
  },
  ApproveIntent: {
    type: 'ApproveIntent',
    paper: { number: '21/BCĐ', date: '2022-02-28', issuer: 'Ban Chỉ đạo diễn tập' },
  },
  IssuePlan: { type: 'IssuePlan', paper: { number: '33/KH-UBND', date: '2022-03-04', issuer: 'UBND thành phố' } },
  IssuePreparationCalendar: {
    type: 'IssuePreparationCalendar',
    paper: { number: '04/LCT-BTC', date: '2022-03-07', issuer: 'Ban Tổ chức diễn tập' },
  },
  ApproveBudget: {
    type: 'ApproveBudget',
    paper: { number: '512/QĐ-UBND', date: '2022-03-14', issuer: 'UBND thành phố', form: 'decree30' },
    amount: 850_000_000,
  },
  AmendPaper: {
    type: 'AmendPaper',
    slot: 'organising',
    by: { number: '640/QĐ-UBND', date: '2022-04-04', issuer: 'UBND thành phố' },
    change: { headPost: 'Phó Chủ tịch UBND thành phố' },
    reason: 'Kiện toàn Ban Tổ chức',
  },
  RevokePaper: {
    type: 'RevokePaper',
    slot: 'budget',
    paper: { number: '655/QĐ-UBND', date: '2022-04-06', issuer: 'UBND thành phố' },
    reason: 'Điều chỉnh nguồn kinh phí',
  },
  SetGateRule: { type: 'SetGateRule', gate: 'G6', twoPersons: true, reason: 'Ký sẵn sàng cần hai người' },
  ReopenGate: { type: 'ReopenGate', gate: 'G3', reason: 'Thông qua nhầm cổng' },
  Classify: {
    type: 'Classify',
    subject: { kind: 'task', task: 'C20' },
    level: 'mat',
    decidedBy: 'Chỉ huy trưởng Bộ CHQS',
    basis: 'Danh mục bí mật nhà nước lĩnh vực quốc phòng, mục 3',
    label: 'Văn bản đăng ký số 20',
  },
};
