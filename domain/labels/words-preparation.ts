/** Words of the preparation: acts on tasks, templates, rehearsals and proposals, and the states of issues and proposals. */
interface Word {
  readonly vi: string;
  readonly en: string;
}
const word = (vi: string, en: string): Word => ({ vi, en });

export const PREPARATION_ACTS = {
  AcceptTask: word('Tiếp nhận', 'Accept'),
  HandOverTask: word('Chuyển người thực hiện', 'Hand over'),
  CommentTask: word('Trao đổi', 'Comment'),
  ReviseEvidence: word('Sửa minh chứng', 'Revise proof'),
  WithdrawExtension: word('Rút đơn gia hạn', 'Withdraw the request'),
  AddTask: word('Thêm việc', 'Add a task'),
  DropTask: word('Bỏ việc', 'Drop'),
  RetimeTask: word('Đổi hạn', 'Change the deadline'),
  RelinkTask: word('Đổi việc phải chờ', 'Change the predecessors'),
  AdoptTemplate: word('Áp dụng mẫu mới', 'Adopt the template'),
  PublishTemplate: word('Ban hành mẫu', 'Publish the template'),
  RetireTemplateVersion: word('Thôi áp dụng phiên bản', 'Retire a version'),
  HoldRehearsal: word('Ghi buổi luyện tập', 'Record a rehearsal'),
  RaiseIssue: word('Ghi tồn tại', 'Raise an issue'),
  CloseIssue: word('Báo đã khắc phục', 'Close the issue'),
  ConfirmIssue: word('Xác nhận đã khắc phục', 'Confirm the issue'),
  ReturnIssue: word('Trả lại tồn tại', 'Return the issue'),
  CarryIssue: word('Chuyển sang bước sau', 'Carry the issue'),
  DecideProposal: word('Quyết định đề xuất', 'Decide the proposal'),
  ReceiveProposal: word('Nhận đề xuất', 'Receive a proposal'),
  SpreadLessons: word('Phổ biến kinh nghiệm', 'Spread lessons'),
} as const;

/** Short names of acts on a task, as `task-status` cites them. */
export const PREPARATION_TASK_ACTS = {
  accept: PREPARATION_ACTS.AcceptTask,
  handOver: PREPARATION_ACTS.HandOverTask,
  revise: PREPARATION_ACTS.ReviseEvidence,
} as const;

export const STEP_NAMES = {
  practice: word('Luyện tập', 'Practice'),
  trialRun: word('Diễn tập thử, sơ duyệt', 'Trial run'),
  finalRehearsal: word('Tổng duyệt', 'Final rehearsal'),
} as const;

export const ISSUE_STATUSES = {
  open: word('Chờ khắc phục', 'To be settled'),
  closed: word('Đã báo khắc phục, chờ xác nhận', 'Reported settled, to be confirmed'),
  confirmed: word('Đã xác nhận', 'Confirmed'),
} as const;

export const PROPOSAL_STATUSES = {
  open: word('Chờ quyết định', 'To be decided'),
  accepted: word('Chấp nhận', 'Accepted'),
  refused: word('Không chấp nhận', 'Refused'),
  noted: word('Ghi nhận', 'Taken note of'),
} as const;
