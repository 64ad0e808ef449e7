/** How numbers of papers are refused. */
import { type Entry, entry } from './entry.ts';

export const REGISTER_REJECTIONS = {
  'register-unknown': entry(
    'unknown',
    ['Không có sổ văn bản “{id}”.', 'Sổ có dạng <địa phương>-<năm>, ví dụ tam-ky-2022.'],
    ['There is no register "{id}".', 'A register is called <locality>-<year>, e.g. tam-ky-2022.'],
  ),
  'register-empty': entry(
    'unknown',
    ['Sổ “{id}” chưa có số nào.', 'Văn thư cấp số hoặc nhập sổ cũ trước.'],
    ['The register "{id}" holds no number yet.', 'The clerk gives a number or imports a register first.'],
  ),
  'register-year': entry(
    'rule',
    ['Ngày {date} không thuộc sổ năm {year}; số bắt đầu lại từ 01 ngày 01/01 hằng năm.', 'Ghi vào sổ của năm đó.'],
    [
      '{date} does not belong to the register of {year}; numbers begin at 01 each 1 January.',
      'Use the register of that year.',
    ],
  ),
  'register-elsewhere': entry(
    'rule',
    ['Văn bản này do cơ quan của {unit} ban hành nên lấy số ở sổ của {unit}.', 'Văn thư của {unit} cấp số.'],
    ['This paper is issued in {unit} and numbered in the register of {unit}.', 'The clerk of {unit} gives the number.'],
  ),
  'number-for-what': entry(
    'invalid',
    [
      'Cấp số cho đúng một văn bản: văn bản soạn từ mẫu, hoặc trích yếu của văn bản soạn ở nơi khác.',
      'Chọn một trong hai.',
    ],
    [
      'A number is given to one paper: one drawn up here, or the subject of one drawn up elsewhere.',
      'Give one of the two.',
    ],
  ),
  'number-too-late': entry(
    'rule',
    [
      'Ngày ký {date} đã quá; văn bản phát hành trong ngày ký hoặc ngày làm việc tiếp theo (từ {earliest}).',
      'Văn bản cũ nhập vào sổ bằng “Nhập sổ cũ”.',
    ],
    [
      '{date} is too long ago: a paper is issued on the day it is signed or the next working day (from {earliest}).',
      'Enter old papers by importing the register.',
    ],
  ),
  'number-unreadable': entry(
    'invalid',
    [
      'Dòng {row}: không đọc được số, ký hiệu “{number}”.',
      'Ghi như 05/QĐ-UBND hoặc 12-NQ/ĐUQS; không dòng nào được ghi.',
    ],
    ['Row {row}: "{number}" is no number with a symbol.', 'Write it like 05/QĐ-UBND or 12-NQ/ĐUQS; no row was taken.'],
  ),
  'number-row-taken': entry(
    'rule',
    [
      'Dòng {row}: số {number} đã có trong sổ hoặc trùng với dòng khác.',
      'Bỏ hoặc sửa dòng đó; không dòng nào được ghi.',
    ],
    [
      'Row {row}: number {number} is in the register or in another row.',
      'Leave it out or correct it; no row was taken.',
    ],
  ),
  'number-unknown': entry(
    'unknown',
    ['Sổ không có số {number}, hoặc số đó đã hủy.', 'Kiểm tra lại số, ký hiệu.'],
    ['The register has no number {number}, or it was voided.', 'Check number and symbol.'],
  ),
  'number-of-another': entry(
    'rule',
    ['Số {number} đã cấp cho văn bản khác.', 'Kiểm tra lại số với văn thư.'],
    ['Number {number} was given to another paper.', 'Check the number with the clerk.'],
  ),
  'series-full': entry(
    'rule',
    ['Ký hiệu {symbol} đã hết số (lớn nhất {most}).', 'Dùng ký hiệu khác.'],
    ['The series {symbol} is full (at most {most}).', 'Use another symbol.'],
  ),
  'symbol-of-kind': entry(
    'invalid',
    ['Loại văn bản này dùng ký hiệu {rightSymbol}, không phải {symbol}.', 'Cấp số với ký hiệu {rightSymbol}.'],
    ['This kind of paper bears the symbol {rightSymbol}, not {symbol}.', 'Give the number under {rightSymbol}.'],
  ),
  'paper-secret': entry(
    'rule',
    [
      'Văn bản mật không soạn trên mạng này; chỉ giữ số, ngày, nơi giữ và tên gọi trung tính.',
      'Soạn trên máy riêng theo quy định; vào sổ riêng bằng tên gọi trung tính.',
    ],
    [
      'A secret paper is not drawn up on this network; only number, date, holder and a neutral label are kept.',
      'Draw it up where the law allows; number it in the secret series under a neutral label.',
    ],
  ),
  'paper-unnumbered': entry(
    'rule',
    ['Loại biểu này không lấy số.', 'In và lưu kèm hồ sơ.'],
    ['This kind of sheet bears no number.', 'Print it and keep it with the file.'],
  ),
  'paper-numbered': entry(
    'rule',
    ['Văn bản này đã có số {number}.', 'Nếu cấp nhầm, văn thư hủy số đó trước.'],
    ['This paper already bears the number {number}.', 'If it was given by mistake, the clerk voids it first.'],
  ),
  'paper-before-meeting': entry(
    'rule',
    ['Bản này soạn khi {review} chưa họp, còn là dự thảo.', 'Họp xong, văn thư cấp số cho bản soạn sau hội nghị.'],
    [
      'This version was drawn up before the meeting ({review}); it is a draft.',
      'After the meeting the clerk numbers a version drawn up since.',
    ],
  ),
  'paper-version': entry(
    'stale',
    ['Hồ sơ chưa có phiên bản {version} (mới nhất: {latest}).', 'Mở lại bản xem trước rồi cấp số.'],
    ['The file has no version {version} (newest: {latest}).', 'Open the preview again and give the number.'],
  ),
} as const satisfies Record<string, Entry>;
