/** The roll-out planner: what cannot be solved, and what is not the solver's word. */
import { type Entry, entry } from './entry.ts';

export const PLANNER_PROBLEMS = {
  'planner-no-communes': entry(
    409,
    ['Tổ chức chưa có xã, phường nào thuộc {unit}.', 'Nhập tổ chức trước, rồi lập phương án.'],
    ['The organisation has no communes under {unit}.', 'Enter the organisation first, then plan.'],
  ),
  'planner-too-many-communes': entry(
    422,
    ['{unit} có {count} xã, nhiều hơn {most}.', 'Lập phương án theo từng tỉnh.'],
    ['{unit} has {count} communes, more than {most}.', 'Plan province by province.'],
  ),
  'planner-term': entry(
    422,
    ['Nhiệm kỳ {from}–{until} không dùng được: cần từ 1 đến {most} năm.', 'Sửa năm đầu hoặc năm cuối.'],
    ['The term {from}–{until} does not fit: it has 1 to {most} years.', 'Correct the first or the last year.'],
  ),
  'planner-term-over': entry(
    409,
    ['Nhiệm kỳ {from}–{until} không còn tháng nào để xếp.', 'Chọn nhiệm kỳ sau.'],
    ['No month of the term {from}–{until} is left to plan.', 'Choose a later term.'],
  ),
  'planner-strangers': entry(
    422,
    ['Giới hạn nêu xã không thuộc đơn vị: {units}.', 'Bỏ các xã đó, hoặc chọn đúng đơn vị.'],
    ['The limits name communes of no unit asked for: {units}.', 'Take them out, or choose the right unit.'],
  ),
  'planner-busy': entry(
    429,
    ['Đang có {count} yêu cầu lập lịch chờ tính.', 'Đợi các yêu cầu đó xong, hoặc hủy bớt.'],
    ['{count} planning jobs are waiting already.', 'Wait until some have ended, or cancel one.'],
  ),
  'job-unknown': entry(
    404,
    ['Không có lần lập lịch này.', 'Kiểm tra lại đường dẫn, hoặc đề xuất phương án mới.'],
    ['There is no such planning job.', 'Check the address, or ask for a new plan.'],
  ),
  'job-reused': entry(
    409,
    ['Mã {job} đã dùng cho một yêu cầu khác.', 'Gửi lại với mã mới.'],
    ['The id {job} belongs to another request.', 'Send it again under a new id.'],
  ),
  'job-unfinished': entry(
    409,
    ['Lần lập lịch này chưa có kết quả cho {unit}.', 'Đợi tính xong rồi thử lại.'],
    ['This job has no answer for {unit} yet.', 'Wait until it has ended.'],
  ),
  'solve-differs': entry(
    422,
    [
      'Phương án gửi lên không đúng với kết quả tính {job}.',
      'Gửi đúng kết quả đã nhận, hoặc bỏ phần solve nếu đã sửa tay.',
    ],
    ['The plan is not what job {job} answered.', 'Send it as answered, or without `solve` where people changed it.'],
  ),
} as const satisfies Record<string, Entry>;
