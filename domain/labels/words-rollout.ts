/** Words of the roll-out plan of a term: its acts and states, its rules, why a commune stands where it stands. */
import type { RuleKind, WindowKind } from '../rollout/problem.ts';
import type { RollOutPhase } from '../rollout/state.ts';

interface Word {
  readonly vi: string;
  readonly en: string;
}
const word = (vi: string, en: string): Word => ({ vi, en });

export const ROLL_OUT_ACTS = {
  ProposeRollOut: word('Lưu phương án', 'Save the plan'),
  ReviseRollOut: word('Chỉnh phương án', 'Change the plan'),
  SubmitRollOut: word('Trình phê duyệt', 'Submit for approval'),
  ReturnRollOut: word('Trả lại phương án', 'Return the plan'),
  ApproveRollOut: word('Phê duyệt phương án', 'Approve the plan'),
} as const;

export const ROLL_OUT_PHASES: Readonly<Record<RollOutPhase, Word>> = {
  none: word('Chưa có phương án', 'No plan yet'),
  draft: word('Đang dự thảo', 'Being drafted'),
  submitted: word('Đã trình, chờ phê duyệt', 'Submitted, to be approved'),
  returned: word('Trả lại', 'Returned'),
  approved: word('Đã phê duyệt', 'Approved'),
};

export const RULE_NAMES: Readonly<Record<RuleKind, Word>> = {
  fixed: word('Ô đã chọn cố định', 'Fixed choices'),
  pilots: word('Xã điểm làm trước', 'Pilots first'),
  spacing: word('Giãn cách từ lần diễn tập trước', 'Least gap since the last exercise'),
  windows: word('Tháng không tổ chức', 'Closed months'),
  clusters: word('Diễn tập theo cụm', 'Clusters exercise together'),
  clashes: word('Cặp xã không cùng năm', 'Pairs that must not share a year'),
  vehicles: word('Phương tiện trong tháng', 'Vehicles of a month'),
  staff: word('Tổ đạo diễn trong tháng', 'Directing teams of a month'),
  ceiling: word('Mức cao nhất mỗi năm', 'Most communes a year'),
  floor: word('Mức thấp nhất mỗi năm', 'Fewest communes a year'),
};

export const WINDOW_NAMES: Readonly<Record<WindowKind, Word>> = {
  tet: word('Tết', 'Tết'),
  harvest: word('mùa thu hoạch', 'harvest'),
  flood: word('mùa mưa lũ', 'flood season'),
  exam: word('kỳ thi', 'school exams'),
  other: word('tháng không tổ chức', 'closed months'),
};
