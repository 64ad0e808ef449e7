/** One example of every command, as `/openapi.json` shows it; the tests send them all through their schemas. */
export const COMMAND_ID = '0197a3a4-5b6c-7d8e-9f00-112233445566';

const paper = { number: '12-NQ/ĐUQS', date: '2022-01-20', issuer: 'Đảng ủy Quân sự thành phố', signerPost: 'Bí thư' };
const days = { startDate: '2022-05-24', endDate: '2022-05-26' };
const seats = [{ post: 'Ủy viên', count: 9 }];
const reason = 'Trùng đợt thi tốt nghiệp';

export const COMMAND_EXAMPLES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
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
  AssignTask: { type: 'AssignTask', task: 'C17', owner: 'tam-ky.POL' },
  StartTask: { type: 'StartTask', task: 'C17' },
  SubmitTask: {
    type: 'SubmitTask',
    task: 'C17',
    evidence: { number: '45/KH-CA', date: '2022-03-18', holder: 'Công an thành phố' },
    expectedVersion: 41,
  },
  VerifyTask: { type: 'VerifyTask', task: 'C17' },
  ReturnTask: { type: 'ReturnTask', task: 'C17', reason: 'Thiếu phụ lục' },
  WaiveTask: { type: 'WaiveTask', task: 'C19', reason: 'Không tổ chức ở khu vực trường học' },
  RequestExtension: { type: 'RequestExtension', task: 'C17', until: '2022-03-28', reason },
  DecideExtension: { type: 'DecideExtension', task: 'C17', granted: true, reason: 'Đồng ý' },
  PassGate: { type: 'PassGate', gate: 'G0', paper },
  RescheduleExercise: { type: 'RescheduleExercise', ...days, reason },
  PostponeExercise: { type: 'PostponeExercise', reason },
  ResumeExercise: { type: 'ResumeExercise', ...days, reason },
  CancelExercise: { type: 'CancelExercise', reason },
  AdoptCalendar: { type: 'AdoptCalendar', reason: 'Có quyết định nghỉ lễ mới' },
  OpenRun: { type: 'OpenRun' },
  StartStage: { type: 'StartStage', stage: 1 },
  CloseRun: { type: 'CloseRun' },
  PrepareDrill: { type: 'PrepareDrill', exercise: 'tam-ky-2022', orgUnit: 'tam-ky' },
  RecordCounts: {
    type: 'RecordCounts',
    unit: 'tan-thanh',
    kind: 'reservist',
    counts: { ordered: 40, presentOnTime: 38, presentLate: 2 },
    station: 'TT-01',
  },
  CorrectCounts: {
    type: 'CorrectCounts',
    unit: 'tan-thanh',
    kind: 'reservist',
    counts: { presentLate: 1, absentExcused: { ownIllness: 1 } },
    reason: 'Đếm trùng một người',
  },
  CloseDrill: { type: 'CloseDrill' },
  RecordScore: { type: 'RecordScore', domain: 'leadership', points: 22.5 },
  SettleScore: { type: 'SettleScore', domain: 'documents', points: 17, reason: 'Thống nhất sau hội ý' },
  RecordIncident: { type: 'RecordIncident', subject: 'vehicles', severity: 'minor', note: 'Một xe hỏng lốp' },
  RecordFinding: { type: 'RecordFinding', finding: 'F1', kind: 'limit', text: 'Triển khai lệnh gọi chậm' },
  PlanAction: {
    type: 'PlanAction',
    action: 'A1',
    finding: 'F1',
    text: 'Rà soát lại địa chỉ quân nhân dự bị',
    owner: 'tam-ky.CMC',
    due: '2022-09-30',
    measure: 'Tỷ lệ giao lệnh đạt 100%',
  },
  CompleteAction: { type: 'CompleteAction', action: 'A1', evidence: '88/BC-CHQS' },
  VerifyAction: { type: 'VerifyAction', action: 'A1' },
  CarryAction: { type: 'CarryAction', action: 'A1', into: 'tam-ky-2027', reason: 'Chưa có kinh phí' },
  DecideGrade: { type: 'DecideGrade' },
  FinishReview: { type: 'FinishReview' },
};
