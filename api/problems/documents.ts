/** Papers that are not drawn up. */
import { type Entry, entry } from './entry.ts';

export const DOCUMENT_PROBLEMS = {
  'document-missing': entry(
    409,
    ['Hồ sơ chưa đủ dữ liệu để soạn văn bản này.', 'Danh mục “Soạn từ mẫu” nói còn thiếu gì.'],
    ['The file does not hold enough to draw up this paper yet.', 'The list of papers says what is missing.'],
  ),
  'document-secret': entry(
    409,
    [
      'Văn bản mật không soạn trên mạng này; chỉ giữ số, ngày, nơi giữ và tên gọi trung tính.',
      'Soạn trên máy riêng theo quy định.',
    ],
    [
      'A secret paper is not drawn up on this network; only number, date, holder and a neutral label are kept.',
      'Draw it up where the law allows.',
    ],
  ),
  'document-version': entry(
    404,
    ['Hồ sơ không có phiên bản {version} (mới nhất: {latest}).', 'Bỏ tham số version để lấy bản mới nhất.'],
    ['The file has no version {version} (newest: {latest}).', 'Leave out version for the newest.'],
  ),
  'document-too-long': entry(
    413,
    ['Văn bản quá dài (tối đa 5.000 dòng bảng và 2.000.000 ký tự).', 'Xuất số liệu chi tiết bằng bảng tính.'],
    [
      'The paper is too long (at most 5,000 table rows and 2,000,000 characters).',
      'Export the details as a spreadsheet.',
    ],
  ),
  'papers-busy': entry(
    503,
    ['Đang soạn nhiều văn bản cùng lúc.', 'Thử lại sau vài giây.'],
    ['Too many papers are being written at once.', 'Try again in a few seconds.'],
  ),
} as const satisfies Record<string, Entry>;
