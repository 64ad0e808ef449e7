/** What kinds of entries of the audit trail are called. */
import type { Word } from './words.ts';

export const AUDIT_NAMES = {
  'refused-signin': { vi: 'Từ chối đăng nhập', en: 'Sign-in refused' },
  'refused-policy': { vi: 'Từ chối theo quyền truy cập', en: 'Refused by the access policy' },
  'refused-command': { vi: 'Từ chối lệnh', en: 'Command refused' },
  csrf: { vi: 'Yêu cầu ghi từ trang lạ', en: 'Write from a foreign page' },
  'persons-read': { vi: 'Xem danh sách có tên', en: 'Names of persons read' },
  'own-account': { vi: 'Thay đổi tài khoản của mình', en: 'Change of one’s own account' },
  'admin-act': { vi: 'Thao tác quản trị', en: 'Act of an administrator' },
  'sign-in': { vi: 'Đăng nhập', en: 'Sign-in' },
  'sign-out': { vi: 'Đăng xuất', en: 'Sign-out' },
} as const satisfies Record<string, Word>;
