/** Tables: files that are no table that is taken, and imports that cannot go on. */
import { type Entry, entry } from './entry.ts';

export const IMPORT_PROBLEMS = {
  'sheet-kind': entry(
    415,
    ['Chỉ nhận bảng tính XLSX hoặc CSV.', 'Lưu lại tệp dạng XLSX hoặc CSV UTF-8 rồi gửi.'],
    ['Only XLSX and CSV tables are taken.', 'Save the file as XLSX or as CSV in UTF-8 and send it again.'],
  ),
  'sheet-false-type': entry(
    422,
    [
      'Nội dung tệp không phải bảng tính XLSX.',
      'Mở bằng Excel hoặc LibreOffice, lưu lại dạng XLSX; không đổi đuôi bằng tay.',
    ],
    ['The file is no XLSX workbook inside.', 'Open it in a spreadsheet program and save it as XLSX; do not rename it.'],
  ),
  'sheet-macros': entry(
    422,
    ['Bảng tính có macro hoặc thành phần chạy được.', 'Lưu lại dạng XLSX không kèm macro.'],
    ['The workbook holds macros or parts that run.', 'Save it as XLSX without macros.'],
  ),
  'sheet-locked': entry(
    422,
    ['Bảng tính có mật khẩu nên không đọc được.', 'Bỏ mật khẩu rồi gửi lại.'],
    ['The workbook is under a password and cannot be read.', 'Remove the password and send it again.'],
  ),
  'sheet-too-large': entry(
    413,
    ['Tệp lớn hơn {most} MB.', 'Bỏ ảnh, trang thừa, hoặc chia thành nhiều tệp.'],
    ['The file is larger than {most} MB.', 'Remove pictures and further sheets, or split it.'],
  ),
  'sheet-bomb': entry(
    422,
    [
      'Bảng tính khi mở ra vượt {most} MB hoặc nén quá {ratio} lần, nên không được mở.',
      'Chép các ô dữ liệu sang bảng tính mới rồi gửi lại.',
    ],
    [
      'Opened, the workbook is larger than {most} MB or than {ratio} times its packed size; it was not opened.',
      'Copy the cells with data into a new workbook and send that.',
    ],
  ),
  'sheet-damaged': entry(
    422,
    ['Bảng tính hỏng hoặc không đúng cấu trúc XLSX.', 'Mở bằng Excel hoặc LibreOffice rồi lưu lại.'],
    ['The workbook is damaged or not built as XLSX is.', 'Open it in a spreadsheet program and save it again.'],
  ),
  'sheet-encoding': entry(
    422,
    ['Tệp CSV không phải UTF-8 hay UTF-16 (có vẻ là {found}).', 'Lưu lại dạng “CSV UTF-8”, hoặc gửi XLSX.'],
    ['The CSV is neither UTF-8 nor UTF-16 (it seems to be {found}).', 'Save it as "CSV UTF-8", or send XLSX.'],
  ),
  'sheet-quotes': entry(
    422,
    ['Dấu ngoặc kép trong tệp CSV không khớp, từ khoảng dòng {line}.', 'Sửa dòng đó, hoặc gửi XLSX.'],
    ['Quotes in the CSV do not match, from about row {line}.', 'Correct that row, or send XLSX.'],
  ),
  'sheet-rows': entry(
    422,
    ['Bảng có hơn {most} dòng, hoặc quá nhiều ô.', 'Chia thành nhiều tệp.'],
    ['The table has more than {most} rows, or too many cells.', 'Split it into several files.'],
  ),
  'sheet-columns': entry(
    422,
    ['Bảng có ô ở cột {found}; chỉ đọc đến cột {most}.', 'Xóa các cột thừa và định dạng của chúng.'],
    ['The table has cells in column {found}; columns up to {most} are read.', 'Delete columns that are not needed.'],
  ),
  'sheet-cell': entry(
    422,
    ['Ô {place} dài hơn {most} ký tự.', 'Rút ngắn ô đó.'],
    ['Cell {place} is longer than {most} characters.', 'Shorten it.'],
  ),
  'sheet-empty': entry(
    422,
    ['Trang đầu của bảng tính không có dữ liệu.', 'Đặt dữ liệu ở trang đầu rồi gửi lại.'],
    ['The first sheet holds no data.', 'Put the data on the first sheet and send it again.'],
  ),
  'sheet-merged': entry(
    422,
    ['Có ô gộp trong vùng dữ liệu: {places}.', 'Bỏ gộp ô, ghi giá trị vào từng ô rồi gửi lại.'],
    ['There are merged cells among the data: {places}.', 'Unmerge them, fill every cell, and send it again.'],
  ),
  'import-columns': entry(
    422,
    ['Thiếu cột: {missing} (đã xem tiêu đề ở dòng {row}).', 'Dùng tệp mẫu, hoặc sửa tên cột.'],
    ['Columns are missing: {missing} (headings were looked for in row {row}).', 'Use the template, or rename them.'],
  ),
  'import-too-many': entry(
    422,
    ['Loại nhập này nhận tối đa {most} dòng một tệp.', 'Chia thành nhiều tệp.'],
    ['This kind of import takes at most {most} rows a file.', 'Split it into several files.'],
  ),
  'import-settings': entry(
    422,
    ['Thông tin chung của lần nhập chưa đúng: {fields}.', 'Sửa các mục trong errors rồi gửi lại.'],
    ['What was said for all rows does not fit: {fields}.', 'Correct the fields listed in errors and send again.'],
  ),
  'import-state': entry(
    409,
    ['Lần nhập này đang ở bước khác ({state}).', 'Tải lại trang để xem bước hiện tại.'],
    ['The import stands at another step ({state}).', 'Reload the page to see where it stands.'],
  ),
  'import-bad-rows': entry(
    409,
    ['Còn {bad} dòng có lỗi nên không ghi tất cả.', 'Sửa tệp rồi gửi lại, hoặc chọn chỉ ghi dòng đúng.'],
    ['{bad} rows have problems, so not all can be written.', 'Correct the file, or choose the good rows only.'],
  ),
  'import-not-at-once': entry(
    409,
    [
      'Tệp lớn quá mức ghi một lần ({most} dòng), nên không thể bảo đảm tất cả hoặc không dòng nào.',
      'Chọn chỉ ghi dòng đúng, hoặc chia tệp.',
    ],
    [
      'The file is too large for one act ({most} rows), so all or nothing cannot be kept.',
      'Choose the good rows only, or split the file.',
    ],
  ),
  'import-nothing': entry(
    409,
    ['Không có dòng nào đúng để ghi.', 'Sửa tệp rồi gửi lại.'],
    ['There is no good row to be written.', 'Correct the file and send it again.'],
  ),
  'import-other-duty': entry(
    409,
    ['Lần nhập này được kiểm tra dưới nhiệm vụ khác ({body}).', 'Đổi về nhiệm vụ đó, hoặc gửi lại tệp.'],
    ['The import was checked under another duty ({body}).', 'Act under that duty again, or send the file anew.'],
  ),
  'import-lost': entry(
    503,
    ['Máy chủ dừng khi đang kiểm tra nên tệp không còn.', 'Gửi lại tệp; chưa có gì được ghi.'],
    ['The server ended while it checked, and the file went with it.', 'Send it again; nothing was written.'],
  ),
  'import-failed': entry(
    500,
    ['Lần nhập dừng vì lỗi hệ thống.', 'Báo quản trị kèm mã lần nhập; những dòng đã ghi không bị ghi lại khi thử lại.'],
    [
      'The import stopped by a fault of the system.',
      'Tell the administrator its id; rows that were written are not written again.',
    ],
  ),
  'import-handed-out': entry(
    409,
    [
      'Danh sách mật khẩu một lần đã được đưa ra, hoặc đã quá 24 giờ.',
      'Cấp lại mật khẩu cho từng người ở “Người dùng”.',
    ],
    [
      'The list of one-time passwords was handed out already, or 24 hours have passed.',
      'Reset single passwords under "Users".',
    ],
  ),
  'export-too-long': entry(
    422,
    ['Bảng dài hơn {most} dòng, quá lớn cho XLSX.', 'Thu hẹp bộ lọc, hoặc xuất CSV.'],
    ['The table is longer than {most} rows, too long for XLSX.', 'Narrow the filter, or export CSV.'],
  ),
} as const satisfies Record<string, Entry>;
