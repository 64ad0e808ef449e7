/** How a mobilisation drill refuses: quotas, orders, stations, roll call, handover. */
import { type Entry, entry } from './entry.ts';

export const DRILL_REJECTIONS = {
  'drill-other-unit': entry(
    'rule',
    [
      'Diễn tập {exercise} thuộc {own}, không phải {unit}.',
      'Lập thực hành động viên cho đúng địa phương của diễn tập.',
    ],
    ['Exercise {exercise} is held in {own}, not in {unit}.', 'Prepare the drill for the locality of its exercise.'],
  ),
  'verified-in-the-future': entry(
    'invalid',
    ['Ngày phúc tra {date} sau hôm nay {today}.', 'Sửa ngày phúc tra.'],
    ['The register was re-verified on {date}, after today {today}.', 'Correct the date.'],
  ),
  'counts-from-roll-call': entry(
    'rule',
    [
      'Số liệu {fields} của {unit}, loại {kind}, lấy từ danh sách điểm danh từng lệnh.',
      'Sửa từng lượt điểm danh bằng CorrectCheckIn, kèm lý do.',
    ],
    [
      'The figures {fields} of {unit}, kind {kind}, follow the roll call order by order.',
      'Correct the single check-in with CorrectCheckIn, with a reason.',
    ],
  ),
  'roll-call-from-counts': entry(
    'rule',
    [
      'Số liệu của {unit}, loại {kind}, đang được báo bằng con số tổng.',
      'Tiếp tục báo con số tổng, hoặc đính chính về 0 rồi ban hành lệnh gọi có số hiệu.',
    ],
    [
      'The figures of {unit}, kind {kind}, are reported as counts.',
      'Go on with counts, or correct them to 0 and then issue numbered orders.',
    ],
  ),
  'orders-or-count': entry(
    'invalid',
    [
      'Cần nêu số hiệu lệnh gọi, hoặc số lượng; không nêu cả hai.',
      'Nhập danh sách số hiệu; hoặc đơn vị, loại và số lượng.',
    ],
    ['Either numbers of orders or a count is needed, not both.', 'Give the numbers; or unit, kind and count.'],
  ),
  'batch-reused': entry(
    'rule',
    ['Đợt lệnh {batch} đã ban hành với nội dung khác.', 'Dùng số đợt khác cho lần ban hành này.'],
    ['Batch {batch} was issued with other content.', 'Use another number for this batch.'],
  ),
  'order-exists': entry(
    'rule',
    ['Lệnh gọi đã có: {orders} (tổng {count}).', 'Dùng số hiệu khác, hoặc bỏ các lệnh này khỏi đợt.'],
    ['These orders exist already: {orders} ({count} in all).', 'Use other numbers, or leave these out.'],
  ),
  'order-unknown': entry(
    'unknown',
    [
      'Không có lệnh gọi: {orders} (tổng {count}).',
      'Kiểm tra số hiệu; người đến mà không có trong danh sách thì đánh dấu ngoài danh sách.',
    ],
    [
      'There are no such orders: {orders} ({count} in all).',
      'Check the numbers; who came without being on the list is marked as a walk-in.',
    ],
  ),
  'orders-delivered': entry(
    'rule',
    ['Lệnh gọi đã giao: {orders} (tổng {count}).', 'Bỏ các lệnh này ra; vắng mặt thì ghi khi điểm danh.'],
    ['These orders were delivered: {orders} ({count} in all).', 'Leave them out; an absence belongs to the roll call.'],
  ),
  'orders-not-present': entry(
    'rule',
    ['Chưa có mặt: {orders} (tổng {count}).', 'Trạm điểm danh trước, hoặc bỏ các lệnh này ra.'],
    ['Not present: {orders} ({count} in all).', 'The station checks them in first, or leave them out.'],
  ),
  'orders-not-placed': entry(
    'rule',
    ['Chưa vào biên chế: {orders} (tổng {count}).', 'Trước khi bàn giao, cho thay vào chỗ của lệnh vắng.'],
    ['They fill no place: {orders} ({count} in all).', 'Let them fill an absent place first.'],
  ),
  'orders-handed-over': entry(
    'rule',
    ['Đã bàn giao: {orders} (tổng {count}).', 'Đính chính bàn giao bằng ReverseHandOver trước, kèm lý do.'],
    ['Handed over already: {orders} ({count} in all).', 'Take the handover back with ReverseHandOver first.'],
  ),
  'orders-not-handed-over': entry(
    'rule',
    ['Chưa bàn giao: {orders} (tổng {count}).', 'Bỏ các lệnh này ra.'],
    ['Not handed over: {orders} ({count} in all).', 'Leave them out.'],
  ),
  'orders-released': entry(
    'rule',
    ['Đã cho về: {orders} (tổng {count}).', 'Bỏ các lệnh này ra.'],
    ['Released already: {orders} ({count} in all).', 'Leave them out.'],
  ),
  'station-unknown': entry(
    'unknown',
    ['Chưa mở trạm {station}.', 'Cơ quan thường trực mở trạm bằng OpenStation.'],
    ['Station {station} is not open.', 'The standing agency opens it with OpenStation.'],
  ),
  'station-exists': entry(
    'rule',
    ['Trạm {station} đã mở.', 'Muốn đổi giờ, dùng MoveStationHour kèm lý do.'],
    ['Station {station} is open already.', 'To change its hour use MoveStationHour with a reason.'],
  ),
  'check-in-reused': entry(
    'rule',
    [
      'Mã điểm danh đã dùng với nội dung khác: {ids} (tổng {count}).',
      'Dùng mã mới, hoặc đính chính bằng CorrectCheckIn.',
    ],
    [
      'These check-in ids were used with other content: {ids} ({count} in all).',
      'Use new ids, or correct the check-in with CorrectCheckIn.',
    ],
  ),
  'already-checked-in': entry(
    'rule',
    [
      'Đã điểm danh tại {stations}: {orders} (tổng {count}).',
      'Nếu ghi sai, trạm đó đính chính bằng CorrectCheckIn; bỏ các lệnh này khỏi lượt gửi.',
    ],
    [
      'Checked in already at {stations}: {orders} ({count} in all).',
      'If that was wrong, that station corrects it with CorrectCheckIn; leave these out.',
    ],
  ),
  'walk-in-on-list': entry(
    'rule',
    [
      'Có trong danh sách gọi, không phải ngoài danh sách: {orders} (tổng {count}).',
      'Bỏ đánh dấu ngoài danh sách rồi gửi lại.',
    ],
    ['These are on the list, not walk-ins: {orders} ({count} in all).', 'Take the mark off and send again.'],
  ),
  'walk-in-unit': entry(
    'invalid',
    [
      'Trạm phục vụ nhiều đơn vị; chưa rõ đơn vị của: {ids} (tổng {count}).',
      'Nhập đơn vị cho từng người ngoài danh sách.',
    ],
    [
      'The station serves several units; the unit is missing of {ids} ({count} in all).',
      'Give the unit of each walk-in.',
    ],
  ),
  'excuse-mismatch': entry(
    'invalid',
    [
      'Lý do vắng chỉ đi với vắng có lý do: {ids} (tổng {count}).',
      'Vắng có lý do thì nhập lý do; còn lại thì bỏ lý do.',
    ],
    [
      'An excuse goes with an excused absence and only with it: {ids} ({count} in all).',
      'Give the excuse of an excused absence; leave it out otherwise.',
    ],
  ),
  'check-in-in-the-future': entry(
    'invalid',
    ['Giờ điểm danh sau thời điểm hiện tại: {ids} (tổng {count}).', 'Sửa giờ điểm danh.'],
    ['Checked in later than now: {ids} ({count} in all).', 'Correct the time.'],
  ),
  'check-in-unknown': entry(
    'unknown',
    ['Chưa có lượt điểm danh {ids}.', 'Kiểm tra lại mã điểm danh.'],
    ['There is no check-in {ids}.', 'Check its id.'],
  ),
  'place-not-free': entry(
    'rule',
    ['Lệnh {order} không cần người thay: {why}.', 'Ghi vắng mặt trước, hoặc chọn lệnh khác.'],
    ['Order {order} cannot take a substitute: {why}.', 'Record its absence first, or choose another.'],
  ),
  'spare-not-free': entry(
    'rule',
    ['Lệnh {order} không thay được: {why}.', 'Chọn lệnh dự phòng cùng loại đang có mặt, chưa dùng.'],
    ['Order {order} cannot fill a place: {why}.', 'Choose a spare of the same kind that is present and unused.'],
  ),
  'not-a-vehicle': entry(
    'invalid',
    ['Lệnh {order} không phải phương tiện.', 'Chọn lệnh của phương tiện kỹ thuật.'],
    ['Order {order} is not for a vehicle.', 'Choose the order of a technical vehicle.'],
  ),
  'defect-mismatch': entry(
    'invalid',
    ['Phương tiện {order}: không đạt thì cần lý do, đạt thì không ghi lý do.', 'Sửa lại rồi gửi lại.'],
    ['Vehicle {order}: unfit needs a reason, fit has none.', 'Correct it and send again.'],
  ),
  'incident-exists': entry(
    'rule',
    ['Sự cố {incident} đã báo.', 'Dùng số khác, hoặc đánh giá lại bằng ReviseIncident.'],
    ['Incident {incident} is reported already.', 'Use another number, or judge it anew with ReviseIncident.'],
  ),
  'incident-unknown': entry(
    'unknown',
    ['Chưa có sự cố {incident}.', 'Kiểm tra lại số, hoặc báo bằng ReportIncident.'],
    ['There is no incident {incident}.', 'Check its number, or report it with ReportIncident.'],
  ),
} as const satisfies Record<string, Entry>;
