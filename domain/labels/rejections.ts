/** Every way the product refuses: code, kind, and what a person is told. Parameters stand in braces. */
import { type Entry, entry } from './entry.ts';
import { DRILL_REJECTIONS } from './rejections-drill.ts';
import { ORGANISATION_REJECTIONS } from './rejections-organisation.ts';
import { PAPER_REJECTIONS } from './rejections-papers.ts';
import { PLANNING_REJECTIONS } from './rejections-planning.ts';
import { PREPARATION_REJECTIONS } from './rejections-preparation.ts';
import { REMINDER_REJECTIONS } from './rejections-reminders.ts';
import { REVIEW_REJECTIONS } from './rejections-review.ts';
import { ROLL_OUT_REJECTIONS } from './rejections-rollout.ts';

export const REJECTIONS = {
  ...DRILL_REJECTIONS,
  ...PAPER_REJECTIONS,
  ...ORGANISATION_REJECTIONS,
  ...PLANNING_REJECTIONS,
  ...PREPARATION_REJECTIONS,
  ...REMINDER_REJECTIONS,
  ...REVIEW_REJECTIONS,
  ...ROLL_OUT_REJECTIONS,
  'calendar-year-missing': entry(
    'invalid',
    [
      'Chưa có bảng ngày làm việc của năm {year}.',
      'Quản trị nhập bảng nghỉ năm {year} rồi thử lại; Hệ thống không tự đoán.',
    ],
    [
      'There is no working-day table for {year}.',
      'The administrator enters the table for {year}; the system never guesses.',
    ],
  ),
  'offset-invalid': entry(
    'invalid',
    [
      '“{text}” không phải là quy tắc hạn.',
      'Nhập theo dạng T-45, T, E hoặc E+10 (ngày làm việc trước khai mạc, sau bế mạc).',
    ],
    ['"{text}" is not a due rule.', 'Write it as T-45, T, E or E+10 (working days before opening, after closing).'],
  ),
  'organisation-unknown': entry(
    'unknown',
    ['Chưa nhập tổ chức của hệ thống.', 'Nhập bằng EstablishOrganisation.'],
    ['The organisation has not been entered yet.', 'Enter it with EstablishOrganisation.'],
  ),
  'calendar-unknown': entry(
    'unknown',
    [
      'Chưa có thay đổi nào trong lịch làm việc.',
      'Lịch kèm theo phần mềm đang có hiệu lực; nhập năm mới bằng EnterYear.',
    ],
    ['The calendar has not been changed yet.', 'The shipped tables are in force; enter a year with EnterYear.'],
  ),
  'template-not-changed': entry(
    'unknown',
    ['Mẫu {id} chưa có phiên bản nào được ban hành thêm.', 'Ban hành phiên bản mới bằng PublishTemplate.'],
    ['Template {id} has no version beyond the shipped one.', 'Publish one with PublishTemplate.'],
  ),
  'template-unknown': entry(
    'unknown',
    ['Không có mẫu danh mục công việc “{id}” phiên bản {version}.', 'Chọn một mẫu có trong danh sách mẫu.'],
    ['There is no checklist template "{id}" version {version}.', 'Choose one from the list of templates.'],
  ),
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
  'not-your-body': entry(
    'forbidden',
    ['{body} không có thẩm quyền làm việc này.', 'Thẩm quyền thuộc: {allowed}.'],
    ['{body} may not do this.', 'It is for: {allowed}.'],
  ),
  'head-only': entry(
    'forbidden',
    ['Chỉ người đứng đầu được làm việc này.', 'Người đứng đầu của: {allowed}.'],
    ['Only the head may do this.', 'The head of: {allowed}.'],
  ),
  'system-only': entry(
    'forbidden',
    ['Lệnh {type} chỉ do Hệ thống gửi.', 'Không có thao tác tay cho lệnh này.'],
    ['Only the system sends {type}.', 'There is no manual form of it.'],
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
  'command-unknown': entry(
    'invalid',
    ['Không có lệnh {type}.', 'Xem danh sách lệnh ở /docs.'],
    ['There is no command {type}.', 'The list of commands is at /docs.'],
  ),
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
  'stale-version': entry(
    'stale',
    [
      'Hồ sơ đã thay đổi: bản {version}, đồng chí gửi trên bản {expected}.',
      'Tải lại, xem thay đổi, gửi lại trên bản mới.',
    ],
    [
      'The file has changed: version {version}, the command expected {expected}.',
      'Reload, look at the change, send again.',
    ],
  ),
  'command-reused': entry(
    'rule',
    ['Mã lệnh {commandId} đã dùng cho nội dung khác.', 'Dùng mã mới cho lệnh mới.'],
    ['Command id {commandId} was used for other content.', 'Use a new id for a new command.'],
  ),
} as const satisfies Record<string, Entry>;

export type RejectionCode = keyof typeof REJECTIONS;
