/** Evidence files: what is not taken and what is not handed out. */
import { type Entry, entry } from './entry.ts';

export const FILE_PROBLEMS = {
  'files-off': entry(
    503,
    [
      'Hệ thống chưa có kho tệp minh chứng.',
      'Quản trị đặt DATA_DIR hoặc các biến FILES_S3_…; ghi số, ngày vẫn dùng được.',
    ],
    [
      'This installation has no file storage.',
      'The administrator sets DATA_DIR or FILES_S3_…; references work as ever.',
    ],
  ),
  'storage-away': entry(
    503,
    ['Kho tệp tạm thời chưa trả lời.', 'Thử lại sau vài giây; nếu kéo dài, báo quản trị.'],
    ['The file storage does not answer now.', 'Try again in a few seconds; if it lasts, tell the administrator.'],
  ),
  'scanner-away': entry(
    503,
    ['Bộ quét vi-rút chưa trả lời nên chưa nhận tệp.', 'Thử lại sau; nếu kéo dài, báo quản trị.'],
    [
      'The virus scanner does not answer, so no file is taken.',
      'Try again later; if it lasts, tell the administrator.',
    ],
  ),
  'multipart-needed': entry(
    415,
    ['Địa chỉ này nhận multipart/form-data với đúng một file.', 'Gửi lại theo dạng đó.'],
    ['This address takes multipart/form-data with exactly one file.', 'Send it again like that.'],
  ),
  'file-needed': entry(
    422,
    ['Chưa có tệp, hoặc tệp rỗng.', 'Chọn tệp rồi gửi lại trong trường file.'],
    ['There is no file, or it is empty.', 'Choose a file and send it as `file`.'],
  ),
  'file-too-large': entry(
    413,
    ['Tệp lớn hơn {most} MB.', 'Giảm độ phân giải bản quét hoặc tách thành nhiều tệp.'],
    ['The file is larger than {most} MB.', 'Scan at a lower resolution, or split it.'],
  ),
  'file-too-many': entry(
    409,
    ['Đơn vị đã gửi {most} tệp mà chưa nộp kèm việc nào.', 'Nộp minh chứng với các tệp đã gửi.'],
    ['Your body has sent {most} files that no proof names.', 'Hand in proof with the files that are there.'],
  ),
  'file-name': entry(
    422,
    [
      'Tên tệp không dùng được (quá 200 ký tự, hoặc có ký tự ẩn hay ký tự / \\ : * ? " < > |).',
      'Đổi tên tệp rồi gửi lại.',
    ],
    [
      'The file name cannot be used (over 200 characters, hidden characters, or / \\ : * ? " < > |).',
      'Rename it and send it again.',
    ],
  ),
  'file-kind': entry(
    415,
    ['Không nhận loại tệp của “{name}”.', 'Gửi PDF, PNG, JPEG, DOCX, XLSX, ODT hoặc ODS.'],
    ['Files like "{name}" are not taken.', 'Send PDF, PNG, JPEG, DOCX, XLSX, ODT or ODS.'],
  ),
  'file-false-type': entry(
    422,
    ['Nội dung của “{name}” không đúng với đuôi tệp.', 'Mở tệp, lưu lại đúng loại rồi gửi; không đổi đuôi bằng tay.'],
    ['The content of "{name}" is not what its extension says.', 'Open it and save it as that kind; do not rename.'],
  ),
  'file-macros': entry(
    422,
    ['“{name}” có macro hoặc thành phần chạy được.', 'Lưu lại không kèm macro, hoặc xuất ra PDF.'],
    ['"{name}" holds macros or parts that run.', 'Save it without macros, or as PDF.'],
  ),
  'file-locked': entry(
    422,
    ['“{name}” có mật khẩu nên không kiểm tra được.', 'Bỏ mật khẩu rồi gửi lại.'],
    ['"{name}" is under a password and cannot be looked at.', 'Remove the password and send it again.'],
  ),
  'file-too-large-inside': entry(
    422,
    ['“{name}” khi mở ra lớn hơn 300 MB.', 'Giảm ảnh trong tệp, hoặc xuất ra PDF.'],
    ['"{name}" is larger than 300 MB when opened.', 'Reduce its pictures, or save it as PDF.'],
  ),
  'file-infected': entry(
    422,
    ['Bộ quét vi-rút không cho nhận “{name}”: {found}.', 'Không mở tệp này; báo quản trị.'],
    ['The virus scanner refuses "{name}": {found}.', 'Do not open it; tell the administrator.'],
  ),
  'file-unknown': entry(
    409,
    ['Tệp “{name}” không có cho việc này của đơn vị.', 'Gửi tệp lên lại rồi nộp.'],
    ['The file "{name}" is not there for this task of your body.', 'Send the file again, then hand in.'],
  ),
  'file-differs': entry(
    422,
    ['Thông tin về tệp “{name}” không khớp với tệp đã nhận.', 'Gửi đúng mã, dung lượng, tên như Hệ thống đã trả lời.'],
    [
      'What is said of "{name}" is not what was received.',
      'Send id, size, hash and name exactly as they were answered.',
    ],
  ),
  'file-secret': entry(
    409,
    ['Việc {task} nay là bí mật nhà nước nên không đưa tệp ra.', 'Xem bản lưu theo chế độ mật, theo số đăng ký.'],
    [
      'Task {task} is a state secret now; its files are not handed out.',
      'Ask for the original by its register number.',
    ],
  ),
  'file-damaged': entry(
    500,
    [
      'Tệp “{name}” trong kho không còn đúng như khi nhận, nên không đưa ra.',
      'Báo quản trị; khôi phục kho tệp từ bản sao lưu.',
    ],
    [
      '"{name}" in the storage is not what was received and is not handed out.',
      'Tell the administrator, who restores it from a backup.',
    ],
  ),
} as const satisfies Record<string, Entry>;
