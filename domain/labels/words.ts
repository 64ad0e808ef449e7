/** The words people read where the record keeps a code: the same word on every screen, paper and refusal. */
import { ORGANISATION_ACTS } from './words-organisation.ts';
import { PREPARATION_ACTS, PREPARATION_TASK_ACTS } from './words-preparation.ts';
import { PROGRAMME_ACTS, PROGRAMME_PHASES } from './words-programme.ts';
import { ROLL_OUT_ACTS } from './words-rollout.ts';

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

export const EXERCISE_TYPE_NAMES = {
  defenceAreaExercise: word('Diễn tập khu vực phòng thủ', 'Defence-area exercise'),
  regionalDefenceExercise: word('Diễn tập phòng thủ khu vực', 'Regional defence exercise'),
  communeCombatExercise: word('Diễn tập chiến đấu xã, phường', 'Commune combat exercise'),
  selfDefenceUnit: word('Diễn tập đơn vị tự vệ', 'Self-defence unit exercise'),
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
  ...PROGRAMME_PHASES,
} as const;

export const ACTION_STATUSES = {
  open: TASK_STATUSES.open,
  completed: word('Đã báo hoàn thành, chờ xác minh', 'Reported complete, to be verified'),
  verified: TASK_STATUSES.verified,
  carried: word('Đã chuyển sang diễn tập sau', 'Carried into a later exercise'),
  closed: word('Đã đóng, kiểm tra lại đạt', 'Closed by a passed retest'),
  waived: word('Cho kết thúc không kiểm tra lại', 'Ended by a waiver'),
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
  directive: word('Chỉ thị của cấp trên', "Superior's directive"),
  standingDirective: word('Chỉ thị của Ban Thường vụ', 'Directive of the standing committee'),
  intent: word('Ý định diễn tập', 'Exercise intent'),
  plan: word('Kế hoạch diễn tập', 'Exercise plan'),
  calendar: word('Lịch công tác chuẩn bị', 'Preparation calendar'),
  budget: word('Quyết định dự toán kinh phí', 'Budget decision'),
  resolution: word('Nghị quyết lãnh đạo', 'Leadership resolution'),
  steering: word('Quyết định thành lập Ban Chỉ đạo', 'Decision on the steering board'),
  organising: word('Quyết định thành lập Ban Tổ chức', 'Decision on the organising board'),
  directing: word('Quyết định thành lập Ban Đạo diễn', 'Decision on the directing board'),
  support: word('Quyết định thành lập Ban Bảo đảm', 'Decision on the support board'),
  frame: word('Quyết định danh sách khung tập', 'Decision on the exercise frame'),
} as const;

export const PAPER_FORMS = {
  party36: word('thể thức văn bản Đảng (Hướng dẫn 36-HD/VPTW)', 'the form of Party documents (Guidance 36-HD/VPTW)'),
  decree30: word('thể thức văn bản hành chính (Nghị định 30/2020/NĐ-CP)', 'the administrative form (Decree 30/2020)'),
} as const;

export const PAPER_STATES = {
  inForce: word('Còn hiệu lực', 'In force'),
  amended: word('Đã sửa đổi', 'Amended'),
  revoked: word('Đã bãi bỏ', 'Revoked'),
} as const;

/** What an amending paper may change. */
export const PAPER_PARTS = {
  headPost: word('Trưởng ban', 'Head'),
  seats: word('Thành phần', 'Members'),
  subcommittees: word('Tiểu ban', 'Subcommittees'),
  amount: word('Số tiền', 'Amount'),
} as const;

/** Levels of classification (Law 117/2025/QH15). */
export const LEVEL_NAMES = {
  normal: word('Thường', 'Normal'),
  internal: word('Nội bộ', 'Internal'),
  mat: word('Mật', 'Confidential'),
  toiMat: word('Tối mật', 'Secret'),
  tuyetMat: word('Tuyệt mật', 'Top secret'),
} as const;

/** What keeps a gate shut besides gates, tasks and papers. */
export const BLOCKERS = {
  run: word('Thực hành', 'Conduct of the run'),
  drill: word('Điểm danh', 'Muster'),
  review: word('Rút kinh nghiệm', 'After-action review'),
  finding: word('Hạn chế kỳ trước chưa kiểm tra lại', 'Limit of an earlier exercise not retested'),
} as const;

/** Commands by the words on their buttons. */
export const ACTS = {
  ...ORGANISATION_ACTS,
  ...PREPARATION_ACTS,
  ...PROGRAMME_ACTS,
  ...ROLL_OUT_ACTS,
  GiveNumber: word('Cấp số', 'Give a number'),
  ImportRegister: word('Nhập sổ cũ', 'Import a register'),
  VoidNumber: word('Hủy số', 'Void a number'),
  DraftExercise: word('Tạo diễn tập', 'Open an exercise'),
  PlanExercise: word('Lập kế hoạch', 'Plan'),
  IssueResolution: word('Ghi nghị quyết lãnh đạo', 'Record the resolution'),
  EstablishBoard: word('Ghi quyết định thành lập ban', 'Record a board'),
  DecideFrame: word('Ghi quyết định khung tập', 'Record the frame'),
  RegisterDirective: word('Ghi chỉ thị của cấp trên', "Register the superior's directive"),
  IssueDirective: word('Ghi chỉ thị của Ban Thường vụ', 'Record the directive'),
  ApproveIntent: word('Ghi phê duyệt ý định', 'Record the intent'),
  IssuePlan: word('Ghi kế hoạch diễn tập', 'Record the plan'),
  IssuePreparationCalendar: word('Ghi lịch công tác chuẩn bị', 'Record the preparation calendar'),
  ApproveBudget: word('Ghi phê duyệt dự toán', 'Record the budget'),
  AmendPaper: word('Sửa đổi văn bản', 'Amend a paper'),
  RevokePaper: word('Bãi bỏ văn bản', 'Revoke a paper'),
  SetGateRule: word('Đặt quy định thông qua cổng', 'Set the rule of a gate'),
  ReopenGate: word('Mở lại cổng', 'Reopen a gate'),
  Classify: word('Xác định độ mật', 'Classify'),
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
  AcknowledgeReminder: word('Đã nắm', 'Acknowledge'),
  UrgeTask: word('Đôn đốc', 'Urge'),
  SetLadder: word('Đặt lịch nhắc việc', 'Set the reminders'),
  EnterYear: word('Nhập bảng ngày làm việc', 'Enter a year'),
  FollowCalendar: word('Theo lịch làm việc mới', 'Follow the calendar'),
  AdoptCalendar: word('Áp dụng lịch mới', 'Adopt the calendar'),
  AnswerCity: word('Trả lời thành phố', 'Answer the city'),
  ReserveResources: word('Đăng ký địa điểm, phương tiện', 'Reserve venues and vehicles'),
  SetVehicleStock: word('Nhập số phương tiện hiện có', 'Enter the vehicle stock'),
  SetBodyCapacity: word('Đặt mức đáp ứng của cơ quan', 'Set what a body can carry'),
  AcceptClash: word('Chấp nhận xung đột', 'Accept a clash'),
  OpenRun: word('Khai mạc', 'Open the run'),
  PauseRun: word('Tạm dừng diễn tập', 'Pause the run'),
  ResumeRun: word('Tiếp tục sau tạm dừng', 'Resume the run'),
  PlanStages: word('Lập lịch thực hành', 'Plan the stages'),
  EndStage: word('Kết thúc giai đoạn', 'End a stage'),
  StartItem: word('Bắt đầu nội dung', 'Start a content item'),
  EndItem: word('Kết thúc nội dung', 'End a content item'),
  RecordObservation: word('Ghi quan sát', 'Record an observation'),
  AmendObservation: word('Sửa quan sát', 'Amend an observation'),
  StartStage: word('Ghi giai đoạn', 'Start a stage'),
  CloseRun: word('Bế mạc', 'Close the run'),
  PrepareDrill: word('Chuẩn bị thực hành động viên', 'Prepare the drill'),
  RecordCounts: word('Ghi số liệu', 'Record figures'),
  CorrectCounts: word('Đính chính số liệu', 'Correct figures'),
  SetDrillRule: word('Đặt quy tắc đánh giá', "Set the drill's rule"),
  SetStartHour: word('Đặt giờ G', 'Set the hour H'),
  SetQuota: word('Giao chỉ tiêu', 'Set a quota'),
  VerifyRegister: word('Phúc tra', 'Re-verify a register'),
  IssueOrders: word('Ban hành lệnh gọi', 'Issue orders'),
  DeliverOrders: word('Giao lệnh gọi', 'Deliver orders'),
  RefuseOrders: word('Ghi lệnh không giao được', 'Record undelivered orders'),
  OpenStation: word('Mở trạm tập trung', 'Open a station'),
  MoveStationHour: word('Đổi giờ trạm', 'Move the hour of a station'),
  ReportStation: word('Trạm báo cáo', 'Report a station'),
  CheckIn: word('Điểm danh', 'Check in'),
  CorrectCheckIn: word('Đính chính điểm danh', 'Correct a check-in'),
  Substitute: word('Thay bằng dự phòng', 'Substitute'),
  InspectVehicle: word('Kiểm tra kỹ thuật', 'Inspect a vehicle'),
  HandOver: word('Bàn giao', 'Hand over'),
  ReverseHandOver: word('Đính chính bàn giao', 'Take a handover back'),
  Release: word('Cho về', 'Release'),
  ReportIncident: word('Báo sự cố', 'Report an incident'),
  ReviseIncident: word('Đánh giá lại sự cố', 'Judge an incident anew'),
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
  AssignScorers: word('Phân công người chấm', 'Name the scorers'),
  SetScoredBodies: word('Ghi cơ quan được chấm', 'Set the bodies judged'),
  RecordDebrief: word('Ghi rút kinh nghiệm tại chỗ', 'Record the hot debrief'),
  HoldReview: word('Ghi hội nghị rút kinh nghiệm', 'Record the review conference'),
  AmendFinding: word('Sửa nhận xét', 'Amend a finding'),
  WithdrawFinding: word('Rút nhận xét', 'Withdraw a finding'),
  RecordLesson: word('Ghi bài học', 'Record a lesson'),
  RecordProposal: word('Ghi kiến nghị', 'Record a proposal'),
  ReturnAction: word('Trả lại biện pháp', 'Return an action'),
  MoveActionDue: word('Dời hạn biện pháp', "Move an action's deadline"),
  WaiveAction: word('Cho kết thúc biện pháp', 'Waive an action'),
  RecordAward: word('Ghi khen thưởng', 'Record an award'),
  RecordRetest: word('Ghi kết quả kiểm tra lại', 'Record a retest'),
  NoteIncident: word('Ghi nhận sự cố', 'Note an incident'),
  NoteObservation: word('Ghi nhận quan sát', 'Note an observation'),
  NoteCarried: word('Ghi nhận đã chuyển', 'Note where it was carried'),
  NoteRetest: word('Ghi nhận kết quả kiểm tra lại', 'Note a retest'),
  NoteFindingEnded: word('Ghi nhận hạn chế đã hết', 'Note the end of a finding'),
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
  acknowledge: ACTS.AcknowledgeReminder,
  urge: ACTS.UrgeTask,
  ...PREPARATION_TASK_ACTS,
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
  refused: word('Không giao được', 'Not delivered'),
  present: word('Có mặt', 'Present'),
  presentOnTime: word('Đúng giờ', 'On time'),
  presentLate: word('Muộn', 'Late'),
  absentExcused: word('Vắng có lý do', 'Excused'),
  absentUnexcused: word('Vắng không lý do', 'Unexcused'),
  handedOver: word('Bàn giao', 'Handed over'),
  released: word('Đã cho về', 'Released'),
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
