/** How programmes say no. */
import { type Entry, entry } from './entry.ts';

export const PROGRAMME_REJECTIONS = {
  'programme-unknown': entry(
    'unknown',
    ['Không có chương trình {id}.', 'Kiểm tra lại mã, hoặc lập chương trình mới.'],
    ['There is no programme {id}.', 'Check the id, or open a programme.'],
  ),
  'programme-exists': entry(
    'rule',
    ['Mã này đã dùng cho “{title}”.', 'Dùng mã khác.'],
    ['This id is taken by "{title}".', 'Use another id.'],
  ),
  'programme-phase': entry(
    'rule',
    ['Chương trình đang ở giai đoạn {phase}, không thể {what}.', 'Xem tiến trình của chương trình.'],
    ['The programme is {phase}; {what} does not fit.', 'See where the programme stands.'],
  ),
  'term-wrong': entry(
    'invalid',
    ['Giai đoạn {since} – {last} không hợp lệ.', 'Ngày cuối phải sau ngày đầu, và dài không quá {most} năm.'],
    ['The term {since} – {last} is not valid.', 'It ends after it begins and lasts at most {most} years.'],
  ),
  'outside-term': entry(
    'invalid',
    [
      'Thời gian đã chọn ({when}) nằm ngoài giai đoạn {since} – {last} của chương trình.',
      'Chọn thời gian nằm trong giai đoạn.',
    ],
    ['The chosen time ({when}) lies outside the term {since} – {last}.', 'Choose a time within the term.'],
  ),
  'not-a-party': entry(
    'invalid',
    ['Không phải bên tham gia chương trình: {bodies}.', 'Chỉ ghi các bên đã nêu khi lập chương trình.'],
    ['Not parties to the programme: {bodies}.', 'Name only parties that the programme was opened with.'],
  ),
  'no-indicators': entry(
    'rule',
    ['Chương trình chưa có chỉ tiêu nào.', 'Thêm chỉ tiêu trước khi ký kết.'],
    ['The programme has no indicator yet.', 'Add the indicators before it is signed.'],
  ),
  'conference-first': entry(
    'rule',
    ['Chương trình phối hợp ký sau hội nghị song phương; hội nghị chưa được ghi.', 'Ghi hội nghị trước, rồi ký kết.'],
    [
      'A coordination programme is signed after its bilateral conference, which is not on file.',
      'Record the conference first.',
    ],
  ),
  'final-review-first': entry(
    'rule',
    ['Chưa tổng kết chương trình.', 'Họp và kết thúc tổng kết trước khi kết thúc chương trình.'],
    ['The final review has not been finished.', 'Hold and finish it before the programme is closed.'],
  ),
  'indicator-unknown': entry(
    'unknown',
    ['Không có chỉ tiêu {indicator}.', 'Kiểm tra lại mã chỉ tiêu.'],
    ['There is no indicator {indicator}.', 'Check its code.'],
  ),
  'indicator-exists': entry(
    'rule',
    ['Đã có chỉ tiêu {indicator}.', 'Dùng mã khác, hoặc điều chỉnh chỉ tiêu đang có.'],
    ['Indicator {indicator} exists.', 'Use another code, or change its target.'],
  ),
  'added-without-reason': entry(
    'invalid',
    ['Chương trình đã ký; thêm chỉ tiêu {indicator} phải nêu lý do.', 'Ghi lý do rồi gửi lại.'],
    ['The programme is signed; adding {indicator} needs a reason.', 'Give the reason and send again.'],
  ),
  'denominator-missing': entry(
    'invalid',
    ['Chỉ tiêu {indicator} là tỷ lệ nhưng chưa nêu mẫu số là gì.', 'Ghi mẫu số, ví dụ “tổng số chi bộ quân sự”.'],
    ['Indicator {indicator} is a ratio without a denominator.', 'Say what it is a part of.'],
  ),
  'measure-wrong': entry(
    'invalid',
    ['Nguồn số liệu của {indicator} cho ra {rightMeasure}, không phải {measure}.', 'Chọn đúng cách đo.'],
    ['The source of {indicator} makes {rightMeasure}, not {measure}.', 'Choose that measure.'],
  ),
  'target-without-comparator': entry(
    'invalid',
    [
      'Chỉ tiêu {indicator} chỉ để theo dõi, không có phép so sánh.',
      'Bỏ mức chỉ tiêu, hoặc chọn phép so sánh khi lập chỉ tiêu.',
    ],
    [
      'Indicator {indicator} is only followed; it has no comparator.',
      'Leave the target out, or define it with a comparator.',
    ],
  ),
  'target-form': entry(
    'invalid',
    ['Mức của chỉ tiêu {indicator} không hợp với phép so sánh.', 'Khoảng thì ghi hai đầu, phép khác thì ghi một số.'],
    ['The target of {indicator} does not fit its comparator.', 'A range has two ends, any other one number.'],
  ),
  'target-domain': entry(
    'invalid',
    [
      'Mức {low}–{high} của chỉ tiêu {indicator} nằm ngoài miền giá trị.',
      'Tỷ lệ không quá 100%; đầu khoảng không lớn hơn cuối khoảng.',
    ],
    ['The target {low}–{high} of {indicator} is outside its domain.', 'A ratio is at most 100%; a range runs upwards.'],
  ),
  'target-unchanged': entry(
    'rule',
    ['Mức của chỉ tiêu {indicator}, {when}, không có gì thay đổi.', 'Chỉ điều chỉnh khi mức khác mức đang có.'],
    ['The target of {indicator}, {when}, would stay as it is.', 'Change it only to something else.'],
  ),
  'value-form': entry(
    'invalid',
    ['{value}: chỉ tiêu này đo bằng {measure}.', 'Tỷ lệ, bình quân: nhập tử số và mẫu số; một con số: nhập giá trị.'],
    [
      '{value}: this indicator is measured by {measure}.',
      'A ratio or an average has two parts, a number has one value.',
    ],
  ),
  'value-domain': entry(
    'invalid',
    [
      '{value}: tử số {numerator} không hợp với mẫu số {denominator}.',
      'Kiểm tra lại số liệu; tử số không lớn hơn mẫu số.',
    ],
    [
      '{value}: numerator {numerator} does not fit denominator {denominator}.',
      'Check the figures; a part is no larger than the whole.',
    ],
  ),
  'value-qualifier': entry(
    'invalid',
    ['{value}: “trên” chỉ dùng cho một con số phải lớn hơn hoặc đạt mức.', 'Nhập con số chính xác.'],
    ['{value}: "over" fits only one number that has to exceed or reach its target.', 'Enter the exact number.'],
  ),
  'value-automatic': entry(
    'rule',
    [
      'Số liệu của chỉ tiêu {indicator} tự lấy từ diễn tập, động viên, rút kinh nghiệm.',
      'Không nhập tay; sửa ở hồ sơ gốc.',
    ],
    [
      'The figures of {indicator} come by themselves from exercises, drills and reviews.',
      'Correct the file they come from.',
    ],
  ),
  'value-twice': entry(
    'invalid',
    ['{value} có hai lần trong bảng gửi.', 'Giữ lại một dòng.'],
    ['{value} stands twice in the sheet.', 'Keep one line.'],
  ),
  'value-mixed': entry(
    'rule',
    ['{value}: đã có số theo cách khác (chung hoặc từng đơn vị).', 'Trong một kỳ chỉ nhập một cách.'],
    ['{value}: reported the other way (in one sum or by unit).', 'Use one way within a period.'],
  ),
  'correction-without-reason': entry(
    'invalid',
    [
      '{value} đã xác minh; sửa số phải nêu lý do.',
      'Ghi lý do rồi gửi lại; số cũ giữ nguyên đến khi số mới được xác minh.',
    ],
    [
      '{value} is verified; correcting it needs a reason.',
      'Give the reason; the old figure stands until the new one is verified.',
    ],
  ),
  'value-not-waiting': entry(
    'rule',
    ['{value} không có số liệu chờ xác minh.', 'Tải lại bảng số liệu.'],
    ['{value} has nothing to verify.', 'Reload the sheet.'],
  ),
  'period-wrong': entry(
    'invalid',
    [
      'Chỉ tiêu {indicator} không báo cáo theo {period}.',
      'Chọn kỳ đúng nhịp báo cáo, trong giai đoạn {since} – {last}.',
    ],
    ['Indicator {indicator} is not reported for {period}.', 'Choose a period of its cadence within {since} – {last}.'],
  ),
  'period-ahead': entry(
    'rule',
    ['{value}: kỳ này bắt đầu ngày {since}.', 'Nhập khi kỳ đã bắt đầu.'],
    ['{value}: the period begins on {since}.', 'Report it when it has begun.'],
  ),
  'exemption-unknown': entry(
    'unknown',
    ['Không có miễn trừ {exemption} đang hiệu lực.', 'Kiểm tra lại số.'],
    ['No exemption {exemption} is in force.', 'Check its number.'],
  ),
  'exempt-already': entry(
    'rule',
    ['{name} đã được miễn chỉ tiêu {indicator}.', 'Bỏ đơn vị đó khỏi danh sách.'],
    ['{name} is exempt from {indicator} already.', 'Leave it out.'],
  ),
  'exercise-not-held': entry(
    'rule',
    [
      'Diễn tập {exercise} chưa bế mạc hoặc không có hồ sơ.',
      'Tính sau khi bế mạc; cuộc không có hồ sơ thì ghi theo báo cáo.',
    ],
    [
      'Exercise {exercise} is not over, or has no file.',
      'Count it when its run is closed; without a file enter its report.',
    ],
  ),
  'exercise-outside': entry(
    'rule',
    [
      '{unit} không thuộc phạm vi chương trình của {own}.',
      'Chỉ tính diễn tập của địa phương và các đơn vị trực thuộc.',
    ],
    ['{unit} is not within the programme of {own}.', 'Only exercises of the locality and the units under it count.'],
  ),
  'held-already': entry(
    'rule',
    ['Diễn tập {exercise} đã được tính.', 'Không cần ghi lại.'],
    ['Exercise {exercise} is counted already.', 'It need not be entered again.'],
  ),
  'held-not-waiting': entry(
    'rule',
    ['Diễn tập {exercise} không chờ xác nhận.', 'Tải lại danh sách.'],
    ['Exercise {exercise} does not wait to be confirmed.', 'Reload the list.'],
  ),
  'programme-review-unknown': entry(
    'unknown',
    ['Chương trình không có kỳ {review}.', 'Xem lịch sơ kết, tổng kết.'],
    ['The programme has no {review}.', 'See its reviews.'],
  ),
  'programme-review-status': entry(
    'rule',
    ['{review} đang ở bước {reviewStatus}, không thể {what}.', 'Quy trình tự mở khi đến ngày; họp xong mới kết thúc.'],
    [
      '{review} is {reviewStatus}; {what} does not fit.',
      'It opens by itself on its day; it is finished after the meeting.',
    ],
  ),
  'review-days': entry(
    'invalid',
    ['Ngày họp {due} trước ngày mở {since}, hoặc kỳ đánh giá bị ngược.', 'Sửa lại các ngày.'],
    ['The meeting on {due} lies before the opening on {since}, or the period runs backwards.', 'Correct the days.'],
  ),
  'review-not-held': entry(
    'rule',
    ['{review} chưa họp, chưa có kết quả để điều chỉnh chỉ tiêu.', 'Ghi hội nghị trước.'],
    ['{review} has not been held; it has no outcome yet.', 'Record the meeting first.'],
  ),
  'recommendation-unknown': entry(
    'unknown',
    ['Không có kiến nghị {recommendation}.', 'Kiểm tra lại số.'],
    ['There is no recommendation {recommendation}.', 'Check its number.'],
  ),
  'recommendation-status': entry(
    'rule',
    ['Kiến nghị {recommendation} đang ở trạng thái {recommendationStatus}.', 'Xem lịch sử của kiến nghị.'],
    ['Recommendation {recommendation} is {recommendationStatus}.', 'See its history.'],
  ),
} as const satisfies Record<string, Entry>;
