/** How the after-action review and the limits carried into later exercises say no. */
import { type Entry, entry } from './entry.ts';

export const REVIEW_REJECTIONS = {
  'not-on-sheet': entry(
    'invalid',
    ['Phiếu chấm điểm của diễn tập này không có mục “{part}”.', 'Chọn mục, tiêu chí có trên phiếu.'],
    ['The scoring sheet of this exercise has no "{part}".', 'Choose a domain or criterion of the sheet.'],
  ),
  'interested-scorer': entry(
    'forbidden',
    [
      '{person} thuộc {body}, là cơ quan được chấm ở mục {domain}, nên không chấm mục này.',
      'Trưởng Ban Chỉ đạo hoặc Trưởng Ban Đạo diễn phân công người khác bằng AssignScorers.',
    ],
    [
      '{person} belongs to {body}, whose work {domain} judges, and may not score it.',
      'The head of the steering or directing board names someone else with AssignScorers.',
    ],
  ),
  'scorer-not-named': entry(
    'forbidden',
    ['Mục {domain} đã phân công người chấm: {scorers}.', 'Trưởng Ban Chỉ đạo hoặc Trưởng Ban Đạo diễn phân công lại.'],
    ['Scorers were named for {domain}: {scorers}.', 'The head of the steering or directing board names others.'],
  ),
  'score-settled': entry(
    'rule',
    ['Trưởng Ban Chỉ đạo đã quyết định điểm mục {domain}.', 'Điểm đã quyết định không chấm lại.'],
    ['The head of the steering board has settled {domain}.', 'What is settled is not scored again.'],
  ),
  'settle-without-scores': entry(
    'rule',
    [
      'Mục {domain} mới có {have}/{need} người chấm, chưa có gì để quyết định.',
      'Đủ người chấm rồi mới quyết định điểm.',
    ],
    ['{domain} has {have} of {need} scorers: there is nothing to settle yet.', 'The missing scorers score first.'],
  ),
  'settle-without-gap': entry(
    'rule',
    ['Mục {domain} chênh {gap} điểm, không quá {largest}: lấy điểm trung bình.', 'Không cần quyết định điểm mục này.'],
    ['{domain} differs by {gap} points, not more than {largest}: the mean counts.', 'There is nothing to settle.'],
  ),
  'debrief-recorded': entry(
    'rule',
    ['Rút kinh nghiệm tại chỗ đã được ghi (ngày {date}).', 'Ý kiến thêm thì ghi bằng RecordFinding.'],
    ['The hot debrief is on file ({date}).', 'Record what is missing with RecordFinding.'],
  ),
  'review-held': entry(
    'rule',
    ['Hội nghị rút kinh nghiệm đã được ghi (ngày {date}).', 'Xem biên bản trong hồ sơ.'],
    ['The review conference is on file ({date}).', 'See its minutes.'],
  ),
  'finding-unknown': entry(
    'unknown',
    ['Không có nhận xét {finding}.', 'Kiểm tra lại số.'],
    ['There is no finding {finding}.', 'Check its number.'],
  ),
  'finding-withdrawn': entry(
    'rule',
    ['Nhận xét {finding} đã rút: {reason}.', 'Ghi nhận xét mới với số khác.'],
    ['Finding {finding} was withdrawn: {reason}.', 'Record a new one under another number.'],
  ),
  'finding-has-actions': entry(
    'rule',
    [
      'Nhận xét {finding} còn biện pháp chưa kết thúc: {actions}.',
      'Trưởng Ban Chỉ đạo cho kết thúc các biện pháp đó trước bằng WaiveAction.',
    ],
    [
      'Finding {finding} has actions that have not ended: {actions}.',
      'The head of the steering board waives them first.',
    ],
  ),
  'number-taken': entry(
    'rule',
    ['Số {number} đã dùng.', 'Dùng số khác.'],
    ['Number {number} is taken.', 'Use another number.'],
  ),
  'award-count': entry(
    'invalid',
    ['Ghi {recipients} nơi nhận nhưng chỉ có {count} phần thưởng.', 'Sửa số lượng hoặc danh sách nơi nhận.'],
    [
      'More recipients ({recipients}) are named than there are awards ({count}).',
      'Correct the count or the recipients.',
    ],
  ),
  'already-carried': entry(
    'rule',
    ['Biện pháp {action} đã nằm trong hồ sơ {into}.', 'Không cần chuyển lại; kết quả kiểm tra lại sẽ tự báo về.'],
    ['Action {action} already stands in the file of {into}.', 'It need not be carried again; its retest reports back.'],
  ),
  'carry-into-closed': entry(
    'rule',
    ['Diễn tập {into} đang ở giai đoạn {phase}, không nhận thêm hạn chế.', 'Chọn một diễn tập sau đang mở.'],
    ['Exercise {into} is {phase} and takes no more findings.', 'Choose a later exercise that is open.'],
  ),
  'carried-unknown': entry(
    'unknown',
    ['Hồ sơ này không có hạn chế {fromReview} {action} chuyển đến.', 'Xem danh sách hạn chế kỳ trước ở đầu hồ sơ.'],
    ['No limit {fromReview} {action} stands in this file.', 'See the limits carried into it at its head.'],
  ),
  'carried-ended': entry(
    'rule',
    ['Hạn chế {fromReview} {action} đã kết thúc.', 'Không cần kiểm tra lại nữa.'],
    ['Limit {fromReview} {action} has ended.', 'It need not be retested any more.'],
  ),
} as const satisfies Record<string, Entry>;
