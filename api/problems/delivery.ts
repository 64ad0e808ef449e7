/** Messages out of the house: their addresses, words and ways. */
import { type Entry, entry } from './entry.ts';

export const DELIVERY_PROBLEMS = {
  'message-not-dead': entry(
    409,
    ['Tin này không ở trạng thái không gửi được.', 'Tải lại danh sách; chỉ tin không gửi được mới gửi lại được.'],
    ['This message is not one that could not be sent.', 'Read the list again; only those can be sent again.'],
  ),
  'channel-off': entry(
    409,
    ['Kênh {channel} chưa được đặt ở máy chủ này.', 'Người cài đặt đặt SMTP_URL hoặc WEBHOOK_ALLOW rồi chạy lại.'],
    [
      'The channel {channel} is not set on this installation.',
      'Whoever installs it sets SMTP_URL or WEBHOOK_ALLOW and restarts.',
    ],
  ),
  'channel-away': entry(
    409,
    ['Máy chủ gửi tin không trả lời: {reason}', 'Kiểm tra địa chỉ, mật khẩu và chứng thư của máy chủ đó.'],
    ['The server that sends does not answer: {reason}', 'Check its address, password and certificate.'],
  ),
  'test-refused': entry(
    409,
    ['Bên nhận từ chối tin thử: {reason}', 'Kiểm tra địa chỉ nhận.'],
    ['The receiver refused the test message: {reason}', 'Check the address.'],
  ),
  'address-invalid': entry(
    422,
    [
      'Địa chỉ không dùng được cho kênh {channel}: phải là một địa chỉ, không xuống dòng, không kèm tên.',
      'Sửa địa chỉ rồi gửi lại.',
    ],
    [
      'The address does not fit the channel {channel}: one address, no line break, no name.',
      'Correct it and send again.',
    ],
  ),
  'webhook-not-allowed': entry(
    422,
    [
      '{target} không có trong danh sách máy chủ được phép (WEBHOOK_ALLOW).',
      'Người cài đặt thêm máy:cổng vào danh sách.',
    ],
    ['{target} is not on the list of allowed receivers (WEBHOOK_ALLOW).', 'Whoever installs it adds the host:port.'],
  ),
  'webhook-taken': entry(
    409,
    ['Đơn vị {body} đã có một webhook.', 'Bỏ địa chỉ đang có rồi thêm địa chỉ mới.'],
    ['The body {body} has a webhook already.', 'Remove it, then add the new one.'],
  ),
  'wording-fault': entry(
    422,
    ['Mẫu tin chưa dùng được; tên lạ: {unknown}; còn thiếu: {missing}.', 'Sửa các tên trong ngoặc nhọn.'],
    ['The wording cannot be used; unknown: {unknown}; missing: {missing}.', 'Correct the names in braces.'],
  ),
  'wording-changed': entry(
    409,
    ['Mẫu tin này vừa được người khác sửa.', 'Tải lại rồi sửa trên bản mới.'],
    ['Somebody else has just changed this wording.', 'Read it again and change the new one.'],
  ),
} as const satisfies Record<string, Entry>;
