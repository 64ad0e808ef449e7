/** How an exercise refuses: its days, its tasks and their proof, its gates. */
import { type Entry, entry } from './entry.ts';

export const EXERCISE_REJECTIONS = {
  'exercise-unknown': entry(
    'unknown',
    ['Chưa có diễn tập này.', 'Kiểm tra lại mã diễn tập, hoặc tạo bằng DraftExercise.'],
    ['There is no such exercise.', 'Check its id, or open it with DraftExercise.'],
  ),
  'exercise-exists': entry(
    'rule',
    ['Diễn tập {id} đã có hồ sơ.', 'Chọn mã khác, hoặc mở hồ sơ đang có.'],
    ['Exercise {id} already has a file.', 'Choose another id, or open the existing file.'],
  ),
  'exercise-planned': entry(
    'rule',
    ['Diễn tập đã lập kế hoạch (giai đoạn: {phase}).', 'Muốn đổi ngày, dùng RescheduleExercise kèm lý do.'],
    ['The exercise is already planned (phase: {phase}).', 'To change its days use RescheduleExercise with a reason.'],
  ),
  'exercise-not-active': entry(
    'rule',
    [
      'Hồ sơ không ở giai đoạn làm việc (giai đoạn: {phase}).',
      'Hồ sơ dự thảo cần lập kế hoạch trước; hồ sơ đã đóng hoặc đã hủy không sửa được.',
    ],
    [
      'The file is not being worked on (phase: {phase}).',
      'A draft must be planned first; a closed or cancelled file cannot be changed.',
    ],
  ),
  'exercise-postponed': entry(
    'rule',
    [
      'Diễn tập đang hoãn: {reason}.',
      'Ban Chỉ đạo hoặc cơ quan thường trực cho tiếp tục bằng ResumeExercise với ngày mới.',
    ],
    [
      'The exercise is postponed: {reason}.',
      'The steering board or the standing agency resumes it with ResumeExercise and new days.',
    ],
  ),
  'exercise-not-postponed': entry(
    'rule',
    ['Diễn tập không ở trạng thái hoãn.', 'Muốn đổi ngày, dùng RescheduleExercise.'],
    ['The exercise is not postponed.', 'To change its days use RescheduleExercise.'],
  ),
  'exercise-days': entry(
    'invalid',
    [
      'Ngày bế mạc {endDate} không hợp với ngày khai mạc {startDate}: không được sớm hơn, và không quá 30 ngày.',
      'Sửa lại ngày rồi gửi lại.',
    ],
    [
      'Closing day {endDate} does not fit opening day {startDate}: not before it, and at most 30 days after.',
      'Correct the days and send again.',
    ],
  ),
  'exercise-phase': entry(
    'rule',
    [
      'Thao tác {action} cần giai đoạn {needs}; hồ sơ đang ở giai đoạn {phase}.',
      'Xem cổng đang vướng để biết ai cần làm gì.',
    ],
    ['{action} needs phase {needs}; the file is in phase {phase}.', 'The blocked gate says who has to do what.'],
  ),
  'parent-not-for-city': entry(
    'invalid',
    ['Diễn tập cấp thành phố hoặc khu vực không thuộc diễn tập khác ({id}).', 'Bỏ mã diễn tập cấp trên rồi gửi lại.'],
    [
      'A city or regional exercise does not belong to another one ({id}).',
      'Leave the parent exercise out and send again.',
    ],
  ),
  'parent-unknown': entry(
    'unknown',
    ['Chưa có diễn tập {id} để gắn vào.', 'Tạo diễn tập đó trước, hoặc sửa mã.'],
    ['There is no exercise {id} to attach to.', 'Open that exercise first, or correct the id.'],
  ),
  'opening-day-passed': entry(
    'rule',
    ['Ngày khai mạc {startDate} đã qua (hôm nay {today}).', 'Chọn ngày từ hôm nay trở đi.'],
    ['Opening day {startDate} has passed (today is {today}).', 'Choose today or a later day.'],
  ),
  'run-opened': entry(
    'rule',
    [
      'Diễn tập đã khai mạc (giai đoạn {phase}), không dời, hoãn hay hủy được nữa.',
      'Ghi nhận diễn biến ở phần thực hành và rút kinh nghiệm.',
    ],
    [
      'The exercise has opened (phase {phase}) and can no longer be moved, postponed or cancelled.',
      'Record what happened in the run and the review.',
    ],
  ),
  'run-not-opened': entry(
    'rule',
    ['Việc {task} chỉ làm được sau khi khai mạc.', 'Ban Chỉ đạo thông qua cổng G6 rồi khai mạc bằng OpenRun.'],
    [
      'Task {task} can be worked on only after the opening.',
      'The steering board passes gate G6 and opens the run with OpenRun.',
    ],
  ),
  'before-opening-day': entry(
    'rule',
    ['Chưa đến ngày khai mạc {startDate} (hôm nay {today}).', 'Chờ đến ngày, hoặc dời ngày bằng RescheduleExercise.'],
    [
      'Opening day {startDate} has not come (today is {today}).',
      'Wait for the day, or move it with RescheduleExercise.',
    ],
  ),
  'stage-order': entry(
    'rule',
    ['Giai đoạn kế tiếp là {next}, không phải {stage}.', 'Ghi các giai đoạn theo thứ tự.'],
    ['The next stage is {next}, not {stage}.', 'Record the stages in order.'],
  ),
  'stages-open': entry(
    'rule',
    ['Mới thực hành {done}/{of} giai đoạn.', 'Ghi đủ các giai đoạn rồi bế mạc.'],
    ['Only {done} of {of} stages were played.', 'Record all stages, then close.'],
  ),
  'task-unknown': entry(
    'unknown',
    ['Không có việc {task} trong danh mục.', 'Kiểm tra lại mã việc.'],
    ['The checklist has no task {task}.', 'Check the task code.'],
  ),
  'task-status': entry(
    'rule',
    ['Việc {task} đang ở trạng thái {status}, không thể {action}.', 'Xem lịch sử của việc để biết ai đang giữ.'],
    ['Task {task} is {status}; it cannot be acted on with {action}.', 'Its history says who holds it now.'],
  ),
  'task-waiting': entry(
    'rule',
    ['Việc {task} chưa đến lượt: còn chờ {waitsOn}.', 'Chủ trì các việc đó cần làm xong và được xác minh.'],
    [
      'It is not the turn of task {task}: it waits on {waitsOn}.',
      'The owners of those tasks must finish and be verified.',
    ],
  ),
  'reference-only': entry(
    'rule',
    [
      'Việc {task} chỉ được ghi số, ngày và nơi giữ văn bản (Luật Bảo vệ bí mật nhà nước 117/2025/QH15).',
      'Bỏ phần ghi chú và số liệu rồi gửi lại.',
    ],
    [
      'Task {task} may keep only number, date and holder of the paper (Law 117/2025/QH15).',
      'Leave note and counts out and send again.',
    ],
  ),
  'paper-from-the-future': entry(
    'invalid',
    ['Ngày văn bản {date} sau hôm nay {today}.', 'Sửa ngày văn bản.'],
    ['The paper is dated {date}, after today {today}.', 'Correct the date.'],
  ),
  'own-work': entry(
    'forbidden',
    [
      'Không ai xác minh việc của chính mình hoặc của cơ quan mình ({task}, {body}).',
      'Cơ quan thường trực hoặc Ban Chỉ đạo không chủ trì việc này xác minh.',
    ],
    [
      "No one verifies their own or their body's work ({task}, {body}).",
      'The standing agency or the steering board that does not own it verifies it.',
    ],
  ),
  'extension-pending': entry(
    'rule',
    ['Việc {task} đã có đơn xin gia hạn đến {until} chờ quyết định.', 'Ban Chỉ đạo quyết định đơn đó trước.'],
    ['Task {task} already has an undecided request until {until}.', 'The steering board decides that one first.'],
  ),
  'extension-none': entry(
    'rule',
    ['Việc {task} không có đơn xin gia hạn.', 'Chủ trì gửi RequestExtension trước.'],
    ['Task {task} has no request for more time.', 'Its owner sends RequestExtension first.'],
  ),
  'extension-not-later': entry(
    'invalid',
    [
      'Hạn xin {until} không muộn hơn hạn hiện tại {due} tính theo ngày làm việc.',
      'Chọn một ngày làm việc sau hạn hiện tại.',
    ],
    [
      'The date asked for, {until}, is not later than the deadline {due} in working days.',
      'Choose a working day after the deadline.',
    ],
  ),
  'paper-exists': entry(
    'rule',
    ['Văn bản loại {paper} đã có, số {number}.', 'Mỗi loại một văn bản đang hiệu lực.'],
    ['A paper of kind {paper} already stands, number {number}.', 'One paper of each kind is in force.'],
  ),
  'paper-missing': entry(
    'rule',
    ['Chưa có văn bản làm căn cứ: {paper}.', 'Ban hành và ghi văn bản đó trước.'],
    ['The paper this stands on is missing: {paper}.', 'Issue and record it first.'],
  ),
  'gate-unknown': entry(
    'unknown',
    ['Hồ sơ không có cổng {gate}.', 'Lập kế hoạch diễn tập trước; cổng có từ G0 đến G9.'],
    ['The file has no gate {gate}.', 'Plan the exercise first; gates run from G0 to G9.'],
  ),
  'gate-passed': entry(
    'rule',
    ['Cổng {gate} đã qua.', 'Không cần làm gì thêm.'],
    ['Gate {gate} has been passed.', 'Nothing more is needed.'],
  ),
  'gate-blocked': entry(
    'rule',
    [
      'Cổng {gate} còn vướng: {blockers}.',
      'Xử lý các mục trên; hoặc trưởng Ban Chỉ đạo thông qua có điều kiện, nêu lý do và căn cứ (thứ tự cổng và việc thực hành không miễn được).',
    ],
    [
      'Gate {gate} is blocked by: {blockers}.',
      'Clear these; or the head of the steering board overrides with reason and basis (gate order and the run itself cannot be overridden).',
    ],
  ),
} as const satisfies Record<string, Entry>;
