import { words } from '../../../words/language.tsx';

export const said = words({
  title: ['Các ban', 'Boards'],
  decision: ['Quyết định', 'Decision'],
  head: ['Trưởng ban', 'Head'],
  members: ['Thành phần', 'Members'],
  membersN: [(n: string) => `Thành phần: ${n} đồng chí`, (n: string) => `Members: ${n}`],
  postsOnly: ['Chỉ ghi chức danh và số lượng, không ghi họ tên.', 'Posts and counts only, no names.'],
  none: ['Chưa có quyết định', 'No decision yet'],
  optional: ['Không bắt buộc ở loại diễn tập này', 'Not asked for in this kind of exercise'],
  neededAt: [(gate: string) => `cổng ${gate} cần có`, (gate: string) => `gate ${gate} needs it`],
  waitsFor: [(papers: string) => `Phải có trước: ${papers}`, (papers: string) => `First: ${papers}`],
  powers: ['Quyền hạn', 'Powers'],
  steering: [
    'Thông qua các cổng, quyết định gia hạn, ký xác nhận sẵn sàng.',
    'Passes the gates, decides on extensions, signs readiness.',
  ],
  organising: [
    'Tổ chức chuẩn bị, khắc phục tồn tại trước tổng duyệt.',
    'Runs the preparation and settles what the rehearsals found.',
  ],
  directing: [
    'Soạn kế hoạch đạo diễn, duyệt văn kiện, chấm điểm.',
    'Directs the play, approves the documents, scores.',
  ],
  support: [
    'Bảo đảm hậu cần, kỹ thuật, sở chỉ huy, khu vực diễn tập.',
    'Supplies, vehicles, command posts and grounds.',
  ],
  frame: ['Khung tập', 'Exercise frame'],
  frameWhat: ['Các cơ quan, chức danh đóng trong diễn tập.', 'Posts that are played in the exercise.'],
  delegated: [
    (post: string, from: string, to: string) => `Ủy quyền ${post} từ ${from} đến ${to}`,
    (post: string, from: string, to: string) => `${post} delegated from ${from} to ${to}`,
  ],
  subcommittee: ['Tiểu ban', 'Subcommittee'],
  amended: ['Đã sửa đổi', 'Amended'],
  byPaper: [
    (number: string, date: string) => `theo ${number} ngày ${date}`,
    (number: string, date: string) => `by ${number} of ${date}`,
  ],
});
