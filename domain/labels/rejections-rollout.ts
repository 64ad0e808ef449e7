/** How the roll-out plan of a term says no. */
import { entry } from './entry.ts';

export const ROLL_OUT_REJECTIONS = {
  'roll-out-unknown': entry(
    'unknown',
    ['Chưa có phương án luân phiên này.', 'Kiểm tra lại mã, hoặc lập bằng ProposeRollOut.'],
    ['There is no such roll-out plan.', 'Check its id, or draw it up with ProposeRollOut.'],
  ),
  'roll-out-term': entry(
    'invalid',
    ['Nhiệm kỳ {from}–{until} không dùng được: cần từ 1 đến {most} năm.', 'Sửa năm đầu hoặc năm cuối.'],
    ['The term {from}–{until} does not fit: it has 1 to {most} years.', 'Correct the first or the last year.'],
  ),
  'roll-out-twice': entry(
    'invalid',
    ['Trong phương án có mục ghi hai lần: {named}.', 'Mỗi xã, cụm, khoảng thời gian ghi một lần.'],
    ['Named twice in the plan: {named}.', 'Name every commune, cluster and window once.'],
  ),
  'roll-out-strangers': entry(
    'invalid',
    ['Quy tắc nêu xã không thuộc phương án: {units}.', 'Bỏ các xã đó khỏi quy tắc, hoặc đưa vào phương án.'],
    ['Rules name communes that are not in the plan: {units}.', 'Take them out of the rules, or into the plan.'],
  ),
  'roll-out-self-clash': entry(
    'invalid',
    ['Cặp không cùng năm nêu một xã hai lần: {units}.', 'Chọn hai xã khác nhau.'],
    ['A pair that must not share a year names one commune twice: {units}.', 'Choose two communes.'],
  ),
  'roll-out-outside': entry(
    'invalid',
    ['Có ô nằm ngoài phương án {from}–{until}: {units}.', 'Chọn xã thuộc phương án và năm trong nhiệm kỳ.'],
    ['Cells outside the plan {from}–{until}: {units}.', 'Choose communes of the plan and years of its term.'],
  ),
  'roll-out-other-term': entry(
    'rule',
    ['Phương án này là của {unit}, nhiệm kỳ {from}–{until}.', 'Lập phương án khác cho đơn vị hoặc nhiệm kỳ khác.'],
    ['This plan is that of {unit} for {from}–{until}.', 'Draw up another plan for another unit or term.'],
  ),
  'roll-out-submitted': entry(
    'rule',
    ['Phương án lần {revision} đã trình, đang chờ phê duyệt.', 'Người phê duyệt trả lại thì mới sửa được.'],
    ['Revision {revision} of the plan has been submitted.', 'It can be changed once its approver returns it.'],
  ),
  'roll-out-needs-reason': entry(
    'invalid',
    ['Phương án lần {revision} đang có hiệu lực; thay đổi phải có lý do.', 'Ghi lý do rồi lưu lại.'],
    ['Revision {revision} is in force; a change needs a reason.', 'Give the reason and save again.'],
  ),
  'roll-out-not-draft': entry(
    'rule',
    ['Phương án không ở trạng thái dự thảo ({rollOutPhase}).', 'Lưu phương án mới bằng ProposeRollOut trước.'],
    ['The plan is not a draft ({rollOutPhase}).', 'Save a new one with ProposeRollOut first.'],
  ),
  'roll-out-not-submitted': entry(
    'rule',
    ['Phương án chưa được trình ({rollOutPhase}).', 'Cơ quan thường trực trình bằng SubmitRollOut.'],
    ['The plan has not been submitted ({rollOutPhase}).', 'The standing agency submits it with SubmitRollOut.'],
  ),
  'roll-out-breaks-rules': entry(
    'rule',
    [
      'Phương án còn {count} chỗ trái quy tắc: {rollOutRules}.',
      'Sửa các ô đó, hoặc cho quy tắc thành mềm rồi lưu lại.',
    ],
    [
      'The plan breaks its rules in {count} places: {rollOutRules}.',
      'Move those cells, or make the rules soft and save again.',
    ],
  ),
  'roll-out-own': entry(
    'forbidden',
    ['Người trình không tự phê duyệt phương án.', 'Người đứng đầu khác có thẩm quyền phê duyệt.'],
    ['Who submitted the plan does not approve it.', 'Another head with authority decides.'],
  ),
} as const;
