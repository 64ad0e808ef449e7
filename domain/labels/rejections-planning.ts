/** How the run, the resources of an exercise and the question of a city say no. */
import { type Entry, entry } from './entry.ts';

export const PLANNING_REJECTIONS = {
  'run-paused': entry(
    'rule',
    ['Diễn tập đang tạm dừng: {reason}.', 'Ban Chỉ đạo hoặc cơ quan thường trực cho tiếp tục bằng ResumeRun.'],
    ['The run is paused: {reason}.', 'The steering board or the standing agency resumes it with ResumeRun.'],
  ),
  'run-not-paused': entry(
    'rule',
    ['Diễn tập không tạm dừng.', 'Không cần làm gì thêm.'],
    ['The run is not paused.', 'Nothing is needed.'],
  ),
  'run-plan-fixed': entry(
    'rule',
    [
      'Diễn tập đã khai mạc (giai đoạn: {phase}), lịch thực hành không sửa được nữa.',
      'Ghi thời gian thực tế của từng giai đoạn và nội dung.',
    ],
    [
      'The exercise has opened (phase: {phase}); the plan of the run can no longer be changed.',
      'Record the actual times of stages and items instead.',
    ],
  ),
  'stage-plan-wrong': entry(
    'invalid',
    ['Lịch thực hành chưa dùng được ở giai đoạn {stage}: {fault}.', 'Sửa giai đoạn đó rồi gửi lại cả lịch.'],
    [
      'The plan of the run does not fit at stage {stage}: {fault}.',
      'Correct that stage and send the whole plan again.',
    ],
  ),
  'items-count': entry(
    'invalid',
    ['Lịch thực hành có {count} nội dung; cần từ 1 đến {most}.', 'Sửa danh sách nội dung rồi gửi lại.'],
    ['The plan of the run has {count} content items; it takes 1 to {most}.', 'Correct the items and send again.'],
  ),
  'stages-played': entry(
    'rule',
    ['Đã thực hành đủ {of} giai đoạn.', 'Ban Chỉ đạo hoặc cơ quan thường trực bế mạc bằng CloseRun.'],
    ['All stages ({of}) were played.', 'The steering board or the standing agency closes the run with CloseRun.'],
  ),
  'stage-not-running': entry(
    'rule',
    ['Giai đoạn {stage} không đang diễn ra.', 'Kiểm tra lại giai đoạn hiện tại.'],
    ['Stage {stage} is not being played.', 'Check which stage is.'],
  ),
  'item-unknown': entry(
    'unknown',
    ['Lịch thực hành không có nội dung {item}.', 'Kiểm tra lại mã; nội dung được lập bằng PlanStages trước khai mạc.'],
    [
      'The plan of the run has no content item {item}.',
      'Check its code; items are planned with PlanStages before the opening.',
    ],
  ),
  'item-stage': entry(
    'rule',
    [
      'Nội dung {item} thuộc giai đoạn {stage}, giai đoạn đó không đang diễn ra.',
      'Bắt đầu giai đoạn đó trước bằng StartStage.',
    ],
    [
      'Content item {item} belongs to stage {stage}, which is not being played.',
      'Start that stage first with StartStage.',
    ],
  ),
  'item-played': entry(
    'rule',
    ['Nội dung {item} đã bắt đầu rồi.', 'Mỗi nội dung ghi một lần; ghi thêm bằng quan sát nếu cần.'],
    ['Content item {item} has begun already.', 'Each item is played once; add an observation where needed.'],
  ),
  'item-not-running': entry(
    'rule',
    ['Nội dung {item} không đang diễn ra.', 'Bắt đầu nội dung đó bằng StartItem, hoặc kiểm tra lại mã.'],
    ['Content item {item} is not being played.', 'Start it with StartItem, or check its code.'],
  ),
  'seen-in-the-future': entry(
    'invalid',
    ['Thời điểm quan sát {seenAt} sau thời điểm ghi {at}.', 'Sửa thời điểm quan sát.'],
    ['Seen at {seenAt}, after it was written at {at}.', 'Correct the time.'],
  ),
  'criterion-unknown': entry(
    'unknown',
    [
      'Phiếu chấm của diễn tập này không có tiêu chí {criterion}.',
      'Chọn tiêu chí trong phiếu chấm, dạng mục/tiêu chí.',
    ],
    [
      'The score sheet of this exercise has no criterion {criterion}.',
      'Choose one of its criteria, as domain/criterion.',
    ],
  ),
  'observation-exists': entry(
    'rule',
    ['Đã có quan sát {observation}.', 'Dùng mã khác, hoặc sửa bằng AmendObservation kèm lý do.'],
    ['Observation {observation} exists.', 'Use another id, or amend it with AmendObservation and a reason.'],
  ),
  'observation-unknown': entry(
    'unknown',
    ['Không có quan sát {observation}.', 'Kiểm tra lại mã.'],
    ['There is no observation {observation}.', 'Check its id.'],
  ),
  'observations-closed': entry(
    'rule',
    [
      'Không ghi quan sát lúc này (giai đoạn: {phase}).',
      'Quan sát được ghi từ lúc khai mạc đến khi xếp loại; sau đó ghi vào hồ sơ rút kinh nghiệm.',
    ],
    [
      'Observations are not taken now (phase: {phase}).',
      'They are taken from the opening until the grade is decided; later remarks go into the review.',
    ],
  ),
  'city-asks-nothing': entry(
    'rule',
    ['Thành phố không hỏi gì diễn tập này.', 'Muốn dời, hoãn hoặc hủy riêng, dùng lệnh tương ứng.'],
    ['The city asks nothing of this exercise.', 'To move, postpone or cancel it alone, use the command for that.'],
  ),
  'city-at-rest': entry(
    'rule',
    [
      'Thành phố đang hoãn, diễn tập này cũng đang hoãn theo: chưa có gì để theo.',
      'Khi thành phố có ngày mới, diễn tập này tự theo; hoặc trả lời giữ nguyên.',
    ],
    [
      'The city exercise is postponed and this one rests with it: there is nothing to follow yet.',
      'It follows by itself when the city has new days; or answer that it stays.',
    ],
  ),
  'resource-twice': entry(
    'invalid',
    ['“{name}” ghi hai lần.', 'Gộp lại thành một dòng.'],
    ['"{name}" stands twice.', 'Put it in one line.'],
  ),
  'city-file-only': entry(
    'rule',
    ['Số liệu này chỉ nhập ở diễn tập của {unit}.', 'Cơ quan thường trực nhập ở hồ sơ diễn tập cấp trên.'],
    [
      'This is entered only in the file of {unit}.',
      'The standing agency enters it in the file of the superior exercise.',
    ],
  ),
  'clash-unknown': entry(
    'unknown',
    ['Diễn tập này không có xung đột {clash}.', 'Xem danh sách xung đột hiện tại của hồ sơ.'],
    ['This exercise has no clash {clash}.', 'See the present list of its clashes.'],
  ),
  'clash-accepted': entry(
    'rule',
    ['Xung đột {clash} đã được chấp nhận.', 'Không cần làm gì thêm.'],
    ['Clash {clash} has been accepted.', 'Nothing more is needed.'],
  ),
} as const satisfies Record<string, Entry>;

/** Why a plan of stages does not fit. */
export const STAGE_FAULTS = {
  numbering: { vi: 'giai đoạn đánh số liên tục từ 1', en: 'stages are numbered from 1 without gaps' },
  'end-before-start': { vi: 'kết thúc không sau bắt đầu', en: 'it does not end after it starts' },
  overlap: { vi: 'bắt đầu khi giai đoạn trước chưa kết thúc', en: 'it starts before the former one ends' },
  'outside-days': { vi: 'nằm ngoài các ngày diễn tập', en: 'it lies outside the days of the exercise' },
  'same-item': { vi: 'một nội dung ghi hai lần', en: 'an item stands twice' },
  'item-outside': {
    vi: 'một nội dung nằm ngoài thời gian của giai đoạn',
    en: 'an item lies outside the time of its stage',
  },
} as const;
