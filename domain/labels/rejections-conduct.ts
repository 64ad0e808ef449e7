/** How the muster by counts refuses, and the course of a review from its scores to its actions. */
import { type Entry, entry } from './entry.ts';

export const CONDUCT_REJECTIONS = {
  'drill-unknown': entry(
    'unknown',
    ['Chưa có thực hành động viên của diễn tập này.', 'Cơ quan thường trực mở bằng PrepareDrill, hoặc chờ khai mạc.'],
    [
      'This exercise has no mobilisation drill yet.',
      'The standing agency prepares it with PrepareDrill, or it opens with the run.',
    ],
  ),
  'drill-exists': entry(
    'rule',
    ['Thực hành động viên đã mở (giai đoạn {phase}).', 'Ghi số liệu vào hồ sơ đang có.'],
    ['The drill already exists (phase {phase}).', 'Record figures in the existing one.'],
  ),
  'drill-other-exercise': entry(
    'invalid',
    ['Thực hành động viên mang mã của diễn tập {exercise}.', 'Dùng cùng một mã.'],
    ['The drill carries the id of its exercise, {exercise}.', 'Use the same id.'],
  ),
  'drill-not-open': entry(
    'rule',
    ['Chưa khai mạc, chưa ghi được số điểm danh: {fields}.', 'Ghi lệnh gọi trước; điểm danh khi diễn tập đã khai mạc.'],
    [
      'The run has not opened; roll-call figures cannot be recorded yet: {fields}.',
      'Record orders now, the roll call once the run is open.',
    ],
  ),
  'drill-closed': entry(
    'rule',
    ['Thực hành động viên đã kết thúc.', 'Số liệu đã chốt.'],
    ['The drill is closed.', 'Its figures are final.'],
  ),
  'counts-unknown': entry(
    'unknown',
    ['Chưa có số liệu của {unit}, loại {kind}.', 'Ghi bằng RecordCounts trước khi đính chính.'],
    ['There are no figures of {unit}, kind {kind}.', 'Record them with RecordCounts before correcting.'],
  ),
  'counts-empty': entry(
    'invalid',
    ['Không có số nào cho {unit}, loại {kind}.', 'Nhập ít nhất một số.'],
    ['No figure was given for {unit}, kind {kind}.', 'Give at least one.'],
  ),
  'count-invariant': entry(
    'rule',
    ['Số liệu mâu thuẫn: {rule} ({left} > {right}).', 'Kiểm tra lại số báo cáo của trạm.'],
    ['The figures contradict each other: {rule} ({left} > {right}).', 'Check the figures of the station.'],
  ),
  'counted-in-the-future': entry(
    'invalid',
    ['Giờ đếm {occurredAt} sau thời điểm hiện tại {at}.', 'Sửa giờ đếm.'],
    ['Counted at {occurredAt}, after now {at}.', 'Correct the time.'],
  ),
  'review-unknown': entry(
    'unknown',
    ['Chưa có hồ sơ rút kinh nghiệm của diễn tập {id}.', 'Hồ sơ mở khi bế mạc.'],
    ['There is no review of exercise {id} yet.', 'It opens when the run is closed.'],
  ),
  'review-phase': entry(
    'rule',
    ['Hồ sơ rút kinh nghiệm đang ở giai đoạn {phase}, không thể {what}.', 'Xem bước kế tiếp của hồ sơ.'],
    ['The review is in phase {phase}; {what} does not fit.', 'See its next step.'],
  ),
  'score-too-high': entry(
    'invalid',
    ['{points} điểm vượt mức tối đa {largest} của mục {domain}.', 'Sửa điểm.'],
    ['{points} points exceed the {largest} of {domain}.', 'Correct the points.'],
  ),
  'scorers-missing': entry(
    'rule',
    ['Mục {domain} mới có {have}/{need} người chấm.', 'Ban Đạo diễn chấm đủ.'],
    ['{domain} has {have} of {need} scorers.', 'The directing board completes the scores.'],
  ),
  'score-gap': entry(
    'rule',
    ['Mục {domain} chênh {gap} điểm, quá {largest}.', 'Trưởng Ban Chỉ đạo quyết định bằng SettleScore.'],
    [
      '{domain} differs by {gap} points, more than {largest}.',
      'The head of the steering board settles it with SettleScore.',
    ],
  ),
  'finding-exists': entry(
    'rule',
    ['Đã có nhận xét {finding}.', 'Dùng số khác.'],
    ['Finding {finding} exists.', 'Use another number.'],
  ),
  'finding-not-limit': entry(
    'invalid',
    ['{finding} không phải một hạn chế đã ghi.', 'Biện pháp khắc phục gắn với một hạn chế.'],
    ['{finding} is not a recorded limit.', 'A corrective action answers a limit.'],
  ),
  'action-exists': entry(
    'rule',
    ['Đã có biện pháp {action}.', 'Dùng số khác.'],
    ['Action {action} exists.', 'Use another number.'],
  ),
  'action-unknown': entry(
    'unknown',
    ['Không có biện pháp {action}.', 'Kiểm tra lại số.'],
    ['There is no action {action}.', 'Check its number.'],
  ),
  'action-status': entry(
    'rule',
    ['Biện pháp {action} đang ở trạng thái {status}, không thể {what}.', 'Xem lịch sử của biện pháp.'],
    ['Action {action} is {status}; {what} does not fit.', 'See its history.'],
  ),
  'due-passed': entry(
    'invalid',
    ['Hạn {due} không sau hôm nay {today}.', 'Chọn ngày sau hôm nay.'],
    ['The deadline {due} is not after today {today}.', 'Choose a later day.'],
  ),
  'carry-into-itself': entry(
    'invalid',
    ['Không chuyển biện pháp vào chính diễn tập {into}.', 'Chọn diễn tập sau.'],
    ['An action is not carried into its own exercise {into}.', 'Choose a later exercise.'],
  ),
  'limits-without-action': entry(
    'rule',
    ['Còn hạn chế chưa có biện pháp: {findings}.', 'Lập biện pháp cho từng hạn chế trước khi kết thúc tổng kết.'],
    ['Limits without a corrective action: {findings}.', 'Plan one for each before finishing the review.'],
  ),
} as const satisfies Record<string, Entry>;
