/** Passwords, duties, and the administration of accounts. */
import { type Entry, entry } from './entry.ts';

export const ACCOUNT_PROBLEMS = {
  'password-wrong': entry(
    403,
    ['Mật khẩu hiện tại chưa đúng.', 'Nhập lại mật khẩu đang dùng.'],
    ['The current password is not right.', 'Enter the password that you use now.'],
  ),
  'password-short': entry(
    422,
    ['Mật khẩu mới ngắn hơn {fewest} ký tự.', 'Chọn mật khẩu dài hơn; một câu dễ nhớ là tốt.'],
    ['The new password is shorter than {fewest} characters.', 'Choose a longer one; a sentence is good.'],
  ),
  'password-long': entry(
    422,
    ['Mật khẩu mới dài hơn {most} ký tự.', 'Chọn mật khẩu ngắn hơn.'],
    ['The new password is longer than {most} characters.', 'Choose a shorter one.'],
  ),
  'password-common': entry(
    422,
    ['Mật khẩu mới quá phổ biến, dễ đoán.', 'Chọn mật khẩu khác; một câu của riêng đồng chí là tốt.'],
    ['The new password is too common, easily guessed.', 'Choose another; a sentence of your own is good.'],
  ),
  'password-own-name': entry(
    422,
    ['Mật khẩu mới trùng tên đăng nhập.', 'Chọn mật khẩu khác.'],
    ['The new password is the user name.', 'Choose another.'],
  ),
  'password-same': entry(
    422,
    ['Mật khẩu mới trùng mật khẩu đang dùng.', 'Chọn mật khẩu khác.'],
    ['The new password is the current one.', 'Choose another.'],
  ),
  'user-name-taken': entry(
    409,
    ['Tên đăng nhập {userName} đã có người dùng.', 'Chọn tên khác.'],
    ['The user name {userName} is taken.', 'Choose another.'],
  ),
  'person-taken': entry(
    409,
    ['Mã người {person} đã có tài khoản.', 'Mỗi người một tài khoản: sửa tài khoản đang có.'],
    ['The person {person} already has an account.', 'One account each: change that one.'],
  ),
  'last-administrator': entry(
    409,
    ['Đây là quản trị cuối cùng còn hoạt động.', 'Giao quyền quản trị cho người khác trước.'],
    ['This is the last administrator at work.', 'Make somebody else an administrator first.'],
  ),
  'duty-not-held': entry(
    403,
    ['Đồng chí không giữ nhiệm vụ {body} trong ngày hôm nay.', 'Chọn một trong các nhiệm vụ đang giữ.'],
    ['You hold no duty {body} today.', 'Choose one that you hold.'],
  ),
  'duty-window': entry(
    422,
    ['Nhiệm vụ {body} kết thúc trước ngày bắt đầu, hoặc ghi hai lần.', 'Sửa ngày rồi gửi lại.'],
    ['The duty {body} ends before it begins, or stands twice.', 'Correct the days and send again.'],
  ),
  'feeds-many': entry(
    409,
    ['Đã có đủ {most} địa chỉ lịch.', 'Thu hồi một địa chỉ không dùng nữa rồi tạo lại.'],
    ['There are {most} calendar addresses already.', 'Take back one that is not used any more.'],
  ),
} as const satisfies Record<string, Entry>;
