/** Named rosters: the seal, imports, erasure. */
import { type Entry, entry } from './entry.ts';

export const NAME_PROBLEMS = {
  'sealing-off': entry(
    503,
    [
      'Hệ thống chưa có khóa niêm phong nên không nhận và không mở danh sách có tên.',
      'Quản trị đặt SAN_SANG_SEAL_KEY; số liệu không kèm tên vẫn dùng bình thường.',
    ],
    [
      'This installation has no seal key, so named rosters are neither taken nor opened.',
      'The administrator sets SAN_SANG_SEAL_KEY; counts without names work as ever.',
    ],
  ),
  'seal-key-other': entry(
    503,
    [
      'Danh sách được niêm phong bằng khóa khác với khóa đang dùng.',
      'Quản trị đặt lại đúng khóa trong SAN_SANG_SEAL_KEY, hoặc chuyển khóa.',
    ],
    [
      'The roster is sealed under another key than the one in use.',
      'The administrator sets the right SAN_SANG_SEAL_KEY, or changes the key of the roster.',
    ],
  ),
  'seal-broken': entry(
    500,
    ['Dữ liệu niêm phong của lệnh {order} đã bị thay đổi, không mở được.', 'Báo quản trị; nhập lại sau khi xóa.'],
    [
      'The sealed data of order {order} is not what was written and cannot be opened.',
      'Tell the administrator; erase it and import again.',
    ],
  ),
  'roster-order-twice': entry(
    422,
    ['Lệnh gọi xuất hiện hai lần trong danh sách: {orders}.', 'Mỗi lệnh gọi một dòng.'],
    ['Orders stand twice in the list: {orders}.', 'Give one row for each order.'],
  ),
  'roster-order-named': entry(
    409,
    [
      'Lệnh gọi đã có tên: {orders}. Chưa dòng nào được nhập.',
      'Nếu vừa nhập danh sách này mà chưa thấy trả lời: gửi lại đúng yêu cầu cũ (cùng mã). Nếu không: xóa tên cũ của các lệnh này rồi nhập lại.',
    ],
    [
      'These orders already have a name: {orders}. Nothing was imported.',
      'When this list was just imported and no answer came: send the same request again (same id). Otherwise erase the earlier names, then import.',
    ],
  ),
  'roster-nobody': entry(
    404,
    ['Không có họ tên nào đang lưu ứng với yêu cầu.', 'Xem lại lệnh gọi hoặc mã; tên có thể đã được xóa.'],
    ['No name is kept for what was asked.', 'Check orders and references; the names may have been erased.'],
  ),
  'erasure-whom': entry(
    422,
    ['Chưa rõ xóa tên của ai.', 'Nêu đúng một trong ba: all, orders, refs.'],
    ['It is not clear whose names to erase.', 'Give exactly one of all, orders, refs.'],
  ),
  'retention-past': entry(
    422,
    ['Ngày lưu đến {retainUntil} đã qua (hôm nay {today}).', 'Chọn ngày từ hôm nay trở đi.'],
    ['The day of keeping {retainUntil} has passed (today {today}).', 'Choose today or later.'],
  ),
} as const satisfies Record<string, Entry>;
