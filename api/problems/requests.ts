/** Requests that do not fit, things that are not there, parts that do not answer. */
import { type Entry, entry } from './entry.ts';

export const REQUEST_PROBLEMS = {
  'malformed-json': entry(
    400,
    ['Nội dung gửi lên không phải JSON hợp lệ (UTF-8).', 'Sửa lại nội dung rồi gửi lại.'],
    ['The body is not valid JSON in UTF-8.', 'Correct it and send again.'],
  ),
  'unsupported-media-type': entry(
    415,
    ['Hệ thống chỉ nhận application/json.', 'Đặt Content-Type: application/json rồi gửi lại.'],
    ['Only application/json is accepted.', 'Set Content-Type: application/json and send again.'],
  ),
  'body-too-large': entry(
    413,
    ['Nội dung gửi lên lớn hơn 256 KB.', 'Chia nhỏ rồi gửi lại.'],
    ['The body is larger than 256 KB.', 'Split it and send again.'],
  ),
  'invalid-body': entry(
    422,
    ['Nội dung lệnh chưa đúng ở {count} chỗ: {paths}.', 'Sửa các mục trong errors rồi gửi lại.'],
    ['The command does not fit in {count} places: {paths}.', 'Correct the fields listed in errors and send again.'],
  ),
  'invalid-query': entry(
    400,
    ['Tham số truy vấn chưa đúng: {paths}.', 'Sửa các tham số trong errors; tham số được nhận xem ở /docs.'],
    ['Query parameters do not fit: {paths}.', 'Correct those listed in errors; /docs lists what is accepted.'],
  ),
  'invalid-path': entry(
    400,
    ['Địa chỉ chưa đúng: {paths}.', 'Kiểm tra lại mã trong địa chỉ.'],
    ['The address does not fit: {paths}.', 'Check the ids in the address.'],
  ),
  'bad-request': entry(
    400,
    ['Yêu cầu không đúng dạng HTTP.', 'Kiểm tra địa chỉ và các tiêu đề rồi gửi lại.'],
    ['The request is not proper HTTP.', 'Check address and headers and send again.'],
  ),
  'not-found': entry(
    404,
    ['Không có, hoặc đồng chí không được xem.', 'Kiểm tra lại địa chỉ.'],
    ['There is nothing here, or you may not see it.', 'Check the address.'],
  ),
  'not-yet': entry(
    404,
    ['Vào thời điểm {asOf} chưa có hồ sơ này; việc đầu tiên ghi lúc {first}.', 'Chọn thời điểm muộn hơn.'],
    ['At {asOf} this file did not exist; its first event is of {first}.', 'Choose a later moment.'],
  ),
  'command-not-found': entry(
    404,
    ['Hệ thống không biết lệnh {commandId}.', 'Gửi lại lệnh với đúng mã đó: an toàn khi lặp lại.'],
    ['Command {commandId} is not known.', 'Send it again under the same id: repeating is safe.'],
  ),
  'method-not-allowed': entry(
    405,
    ['Địa chỉ này không nhận {method}.', 'Dùng: {allow}.'],
    ['This address does not take {method}.', 'Use: {allow}.'],
  ),
  'live-too-many': entry(
    429,
    ['Đồng chí đang mở {most} luồng trực tiếp, là mức tối đa.', 'Đóng bớt cửa sổ rồi mở lại.'],
    ['You have {most} live streams open, which is the most there may be.', 'Close some windows and open again.'],
  ),
  'engine-unavailable': entry(
    503,
    [
      'Bộ máy quy trình tạm thời chưa trả lời; chưa chắc lệnh đã được ghi.',
      'Gửi lại với cùng mã lệnh: không ghi hai lần.',
    ],
    [
      'The workflow engine does not answer now; the command may or may not be recorded.',
      'Send it again under the same command id: it is never recorded twice.',
    ],
  ),
  'store-unavailable': entry(
    503,
    ['Kho dữ liệu tạm thời chưa trả lời.', 'Thử lại sau vài giây; nếu kéo dài, báo quản trị.'],
    ['The data store does not answer now.', 'Try again in a few seconds; if it lasts, tell the administrator.'],
  ),
  'not-ready': entry(
    503,
    ['Hệ thống chưa sẵn sàng: {parts}.', 'Quản trị xem các phần nêu trên.'],
    ['The service is not ready: {parts}.', 'The administrator looks at these parts.'],
  ),
  internal: entry(
    500,
    ['Hệ thống gặp lỗi ngoài dự kiến (mã {request}).', 'Báo quản trị kèm mã này.'],
    ['The system met an unexpected fault (reference {request}).', 'Tell the administrator, with this reference.'],
  ),
} as const satisfies Record<string, Entry>;
