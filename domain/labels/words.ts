/** The words people read where the record keeps a code: the same word on every screen, paper and refusal. */
export interface Word {
  readonly vi: string;
  readonly en: string;
}
const word = (vi: string, en: string): Word => ({ vi, en });

export const TASK_STATUSES = {
  waiting: word('Chưa đến lượt', 'Not your turn yet'),
  open: word('Chờ làm', 'To do'),
  started: word('Đang làm', 'In progress'),
  submitted: word('Đã nộp, chờ xác minh', 'Submitted, to be verified'),
  returned: word('Trả lại', 'Returned'),
  verified: word('Đã xác minh', 'Verified'),
  waived: word('Không áp dụng', 'Not applicable'),
} as const;

/** Phases of an exercise; `postponed` stands over the phase it interrupts. */
export const PHASES = {
  none: word('Chưa có hồ sơ', 'No file yet'),
  draft: word('Dự thảo', 'Draft'),
  planned: word('Đã lập kế hoạch', 'Planned'),
  preparing: word('Đang chuẩn bị', 'Preparing'),
  ready: word('Sẵn sàng', 'Ready'),
  running: word('Đang thực hành', 'Running'),
  reviewing: word('Đang tổng kết', 'Under review'),
  closed: word('Đã đóng', 'Closed'),
  postponed: word('Hoãn', 'Postponed'),
  cancelled: word('Hủy', 'Cancelled'),
} as const;

/** Phases that only a drill or a review has. */
export const FILE_PHASES = {
  open: word('Đang mở', 'Open'),
  graded: word('Đã xếp loại', 'Graded'),
  finished: word('Đã kết thúc tổng kết', 'Review finished'),
} as const;

export const ACTION_STATUSES = {
  open: TASK_STATUSES.open,
  completed: word('Đã báo hoàn thành, chờ xác minh', 'Reported complete, to be verified'),
  verified: TASK_STATUSES.verified,
  carried: word('Đã chuyển sang diễn tập sau', 'Carried into a later exercise'),
} as const;

export const GATE_STATES = {
  passed: word('Đã qua', 'Passed'),
  current: word('Đang mở', 'Open now'),
  blocked: word('Còn vướng', 'Blocked'),
  ahead: word('Chưa đến', 'Not yet'),
} as const;

export const VERDICTS = {
  green: word('Đúng tiến độ', 'On schedule'),
  amber: word('Chậm', 'Late'),
  red: word('Vướng', 'Blocked'),
  none: word('Chưa có dữ liệu', 'No data'),
} as const;

export const BOARD_NAMES = {
  steering: word('Ban Chỉ đạo', 'Steering board'),
  organising: word('Ban Tổ chức', 'Organising board'),
  directing: word('Ban Đạo diễn', 'Directing board'),
  support: word('Ban Bảo đảm', 'Support board'),
} as const;

export const PAPERS = {
  resolution: word('Nghị quyết lãnh đạo', 'Leadership resolution'),
  steering: word('Quyết định thành lập Ban Chỉ đạo', 'Decision on the steering board'),
  organising: word('Quyết định thành lập Ban Tổ chức', 'Decision on the organising board'),
  directing: word('Quyết định thành lập Ban Đạo diễn', 'Decision on the directing board'),
  support: word('Quyết định thành lập Ban Bảo đảm', 'Decision on the support board'),
  frame: word('Quyết định danh sách khung tập', 'Decision on the exercise frame'),
} as const;

/** What keeps a gate shut besides gates, tasks and papers. */
export const BLOCKERS = {
  run: word('Thực hành', 'Conduct of the run'),
  drill: word('Điểm danh', 'Muster'),
  review: word('Rút kinh nghiệm', 'After-action review'),
} as const;

/** Commands by the words on their buttons. */
export const ACTS = {
  DraftExercise: word('Tạo diễn tập', 'Open an exercise'),
  PlanExercise: word('Lập kế hoạch', 'Plan'),
  IssueResolution: word('Ghi nghị quyết lãnh đạo', 'Record the resolution'),
  EstablishBoard: word('Ghi quyết định thành lập ban', 'Record a board'),
  DecideFrame: word('Ghi quyết định khung tập', 'Record the frame'),
  AssignTask: word('Giao lại', 'Assign'),
  StartTask: word('Nhận việc', 'Take'),
  SubmitTask: word('Nộp minh chứng', 'Submit proof'),
  VerifyTask: word('Xác minh', 'Verify'),
  ReturnTask: word('Trả lại', 'Return'),
  WaiveTask: word('Không áp dụng', 'Waive'),
  RequestExtension: word('Xin gia hạn', 'Ask extension'),
  DecideExtension: word('Quyết định gia hạn', 'Decide on the extension'),
  PassGate: word('Thông qua cổng', 'Pass gate'),
  RescheduleExercise: word('Dời ngày', 'Move D-day'),
  PostponeExercise: word('Hoãn', 'Postpone'),
  ResumeExercise: word('Cho tiếp tục', 'Resume'),
  CancelExercise: word('Hủy', 'Cancel'),
  AdoptCalendar: word('Áp dụng lịch mới', 'Adopt the calendar'),
  OpenRun: word('Khai mạc', 'Open the run'),
  StartStage: word('Ghi giai đoạn', 'Start a stage'),
  CloseRun: word('Bế mạc', 'Close the run'),
  PrepareDrill: word('Chuẩn bị thực hành động viên', 'Prepare the drill'),
  RecordCounts: word('Ghi số liệu', 'Record figures'),
  CorrectCounts: word('Đính chính số liệu', 'Correct figures'),
  CloseDrill: word('Kết thúc thực hành động viên', 'Close the drill'),
  RecordScore: word('Chấm điểm', 'Score'),
  SettleScore: word('Quyết định điểm', 'Settle a score'),
  RecordIncident: word('Ghi sự cố', 'Record an incident'),
  RecordFinding: word('Ghi nhận xét', 'Record a finding'),
  PlanAction: word('Lập biện pháp', 'Plan an action'),
  CompleteAction: word('Báo hoàn thành', 'Report complete'),
  VerifyAction: word('Xác minh', 'Verify'),
  CarryAction: word('Chuyển sang diễn tập sau', 'Carry on'),
  DecideGrade: word('Xếp loại', 'Decide the grade'),
  FinishReview: word('Kết thúc tổng kết', 'Finish the review'),
  ObserveTime: word('Báo đến giờ', 'Observe the time'),
  AttachCommune: word('Gắn diễn tập cấp xã', 'Attach a commune'),
  ReceiveFinding: word('Nhận hạn chế kỳ trước', 'Receive a finding'),
  FollowCity: word('Theo diễn tập thành phố', 'Follow the city'),
  NoteDrillResult: word('Ghi kết quả điểm danh', 'Note the muster'),
  NoteReviewResult: word('Ghi kết quả xếp loại', 'Note the grade'),
  OpenDrill: word('Mở điểm danh', 'Open the muster'),
  OpenReview: word('Mở rút kinh nghiệm', 'Open the review'),
} as const;

/** Short names of acts on a task, as `task-status` cites them. */
export const TASK_ACTS = {
  assign: ACTS.AssignTask,
  start: ACTS.StartTask,
  submit: ACTS.SubmitTask,
  verify: ACTS.VerifyTask,
  return: ACTS.ReturnTask,
  waive: ACTS.WaiveTask,
  extend: ACTS.RequestExtension,
} as const;

export const KIND_NAMES = {
  reservist: word('Quân nhân dự bị', 'Reservists'),
  vehicle: word('Phương tiện kỹ thuật', 'Technical vehicles'),
} as const;

/** Figures of the muster (domain guide §6); `present` is on time and late together. */
export const FIGURES = {
  required: word('Nhu cầu', 'Required'),
  registered: word('Đăng ký', 'Registered'),
  ordered: word('Lệnh gọi', 'Ordered'),
  delivered: word('Đã giao lệnh', 'Delivered'),
  present: word('Có mặt', 'Present'),
  presentOnTime: word('Đúng giờ', 'On time'),
  presentLate: word('Muộn', 'Late'),
  absentExcused: word('Vắng có lý do', 'Excused'),
  absentUnexcused: word('Vắng không lý do', 'Unexcused'),
  handedOver: word('Bàn giao', 'Handed over'),
  specialityMatched: word('Đúng chuyên nghiệp quân sự', 'Speciality matched'),
  technicallyFit: word('Đạt kỹ thuật', 'Technically fit'),
} as const;

export const SCORE_DOMAIN_NAMES = {
  leadership: word('Lãnh đạo, cơ chế', 'Leadership and mechanism'),
  documents: word('Văn kiện', 'Documents'),
  livePart: word('Thực binh', 'Live part'),
  mobilisation: word('Động viên', 'Mobilisation'),
  support: word('Bảo đảm', 'Support'),
  safety: word('An toàn, kỷ luật', 'Safety and discipline'),
} as const;
