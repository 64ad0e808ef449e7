/** Who may come in, and what is not for him. */
import { type Entry, entry } from './entry.ts';

export const SIGN_IN_PROBLEMS = {
  'sign-in-needed': entry(
    401,
    ['Chưa biết đồng chí là ai.', 'Đăng nhập rồi thử lại.'],
    ['It is not known who you are.', 'Sign in and try again.'],
  ),
  'password-change-needed': entry(
    403,
    ['Đồng chí đang dùng mật khẩu cấp một lần.', 'Đổi mật khẩu rồi làm tiếp.'],
    ['You are using a one-time password.', 'Change it, then go on.'],
  ),
  'confirmation-needed': entry(
    403,
    ['Việc này cần nhập lại mật khẩu.', 'Nhập lại mật khẩu, hoặc đăng nhập lại, rồi làm tiếp trong 5 phút.'],
    ['This asks for your password again.', 'Enter it, or sign in again, and go on within 5 minutes.'],
  ),
  'no-duty': entry(
    403,
    ['Hôm nay tài khoản của đồng chí không giữ nhiệm vụ nào.', 'Quản trị ghi nhiệm vụ cho tài khoản.'],
    ['Your account holds no duty today.', 'The administrator records one.'],
  ),
  'not-permitted': entry(
    403,
    [
      'Đồng chí được xem phần việc của đơn vị mình trong hồ sơ này, không được xem toàn bộ.',
      'Việc này của cơ quan thường trực và lãnh đạo của địa phương mở diễn tập hoặc cấp trên.',
    ],
    [
      "You see your own body's part of this file, not all of it.",
      'This is for the standing agency and the leaders of the locality that exercises, or of one above it.',
    ],
  ),
  'viewers-send-nothing': entry(
    403,
    [
      'Vai theo dõi chỉ xem, không gửi lệnh và không ghi gì.',
      'Cơ quan thường trực hoặc đơn vị được giao việc thực hiện.',
    ],
    ['Viewers read and send nothing.', 'The standing agency, or the body that was given the work, does it.'],
  ),
  'admin-only': entry(
    403,
    ['Việc này của quản trị hệ thống.', 'Đề nghị quản trị thực hiện.'],
    ['This is for the administrator.', 'Ask the administrator.'],
  ),
  csrf: entry(
    403,
    [
      'Yêu cầu ghi không đến từ trang của Hệ thống (thiếu X-CSRF-Token của phiên, hoặc Origin lạ).',
      'Tải lại trang rồi làm lại; chương trình lấy mã từ GET /api/v1/me.',
    ],
    [
      "The write does not come from this system's page (no X-CSRF-Token of the session, or a foreign Origin).",
      'Reload the page and try again; programs take the token from GET /api/v1/me.',
    ],
  ),
  'sign-in-wrong': entry(
    401,
    ['Tên đăng nhập hoặc mật khẩu chưa đúng.', 'Kiểm tra bàn phím rồi nhập lại; quên mật khẩu thì báo quản trị.'],
    ['The user name or the password is not right.', 'Check and try again; the administrator resets passwords.'],
  ),
  'too-many-attempts': entry(
    429,
    ['Đã nhập sai nhiều lần.', 'Thử lại sau {seconds} giây.'],
    ['There were too many attempts.', 'Try again in {seconds} seconds.'],
  ),
  'account-closed': entry(
    403,
    ['Tài khoản này đã khóa.', 'Liên hệ quản trị hệ thống.'],
    ['This account is closed.', 'Ask the administrator.'],
  ),
  'account-unknown': entry(
    403,
    ['Cổng đăng nhập chung chưa gắn với tài khoản nào ở đây.', 'Quản trị tạo tài khoản cùng tên đăng nhập.'],
    ['The central sign-in matches no account here.', 'The administrator creates one of the same user name.'],
  ),
  'central-unavailable': entry(
    503,
    ['Cổng đăng nhập chung tạm thời chưa trả lời.', 'Đăng nhập bằng mật khẩu, hoặc thử lại sau.'],
    ['The central sign-in does not answer now.', 'Sign in by password, or try again later.'],
  ),
  'second-factor-wrong': entry(
    401,
    ['Mã xác thực chưa đúng.', 'Nhập mã mới nhất trên ứng dụng xác thực, hoặc một mã dự phòng chưa dùng.'],
    ['The code is not right.', 'Enter the latest code of the authenticator, or a backup code not used yet.'],
  ),
  'second-factor-late': entry(
    401,
    ['Bước xác thực thứ hai đã hết hạn hoặc sai quá nhiều lần.', 'Đăng nhập lại từ đầu.'],
    ['The second step has expired, or was wrong too often.', 'Sign in again from the start.'],
  ),
  'second-factor-state': entry(
    409,
    ['Xác thực hai bước của tài khoản đang không ở trạng thái cho việc này.', 'Xem lại trong mục bảo mật tài khoản.'],
    ['The second factor of this account is not in a state for that.', 'Look at the security of your account.'],
  ),
} as const satisfies Record<string, Entry>;
