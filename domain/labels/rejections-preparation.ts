/** How the preparation refuses: checklist, tailoring, templates, compressed runs, rehearsals, proposals. */
import { type Entry, entry } from './entry.ts';

export const PREPARATION_REJECTIONS = {
  'task-accepted': entry(
    'rule',
    ['Việc {task} đã được {person} tiếp nhận.', 'Muốn chuyển cho người khác, dùng HandOverTask.'],
    ['Task {task} has been accepted by {person}.', 'To pass it on, use HandOverTask.'],
  ),
  'comments-full': entry(
    'rule',
    ['Việc {task} đã có đủ {most} ý kiến.', 'Trao đổi tiếp ngoài hệ thống, ghi kết luận vào minh chứng.'],
    [
      'Task {task} has all {most} comments it may have.',
      'Go on outside the system; put the conclusion in the evidence.',
    ],
  ),
  'gate-passed-evidence': entry(
    'rule',
    [
      'Không sửa được minh chứng việc {task}: cổng {gate} đã qua.',
      'Trưởng Ban Chỉ đạo mở lại cổng bằng ReopenGate trước, nêu lý do.',
    ],
    [
      'The evidence of task {task} cannot be revised: gate {gate} has been passed.',
      'The head of the steering board reopens the gate first with ReopenGate and a reason.',
    ],
  ),
  'own-extension': entry(
    'forbidden',
    [
      '{body} không tự quyết định gia hạn do mình xin (việc {task}).',
      'Ban Chỉ đạo quyết định; việc của Ban Chỉ đạo do Ban Thường vụ hoặc Đảng ủy Quân sự quyết định.',
    ],
    [
      '{body} does not decide the extension that it asked for itself (task {task}).',
      "The steering board decides; on the steering board's own tasks the standing committee or the military party committee.",
    ],
  ),
  'own-waiver': entry(
    'forbidden',
    [
      'Không ai miễn việc do chính mình nhận, làm hoặc đang giữ (việc {task}, {body}).',
      'Người đứng đầu khác có thẩm quyền miễn việc này quyết định.',
    ],
    [
      'Nobody waives a task that he himself accepted, took or holds (task {task}, {body}).',
      'Another head who may waive it decides.',
    ],
  ),
  'role-of-superior': entry(
    'forbidden',
    [
      '{body} không giữ vai “{role}” được: vai này thuộc cấp trên ({superior}).',
      'Chọn một cơ quan của cấp trên; hoặc để cơ quan thường trực hay Đảng ủy Quân sự cấp trên lập kế hoạch.',
    ],
    [
      '{body} cannot stand as "{role}": that belongs to the superior ({superior}).',
      "Choose a body of the superior, or let the superior's standing agency or military party committee plan it.",
    ],
  ),
  'board-keeps-file': entry(
    'invalid',
    ['{body} không thể vừa giữ hồ sơ vừa là Ban Chỉ đạo thông qua các cổng.', 'Chỉ định hai cơ quan khác nhau.'],
    ['{body} cannot both keep the file and, as steering board, pass its gates.', 'Name two different bodies.'],
  ),
  'tailoring-closed': entry(
    'rule',
    [
      'Diễn tập đã khai mạc (giai đoạn {phase}), không sửa danh mục công việc được nữa.',
      'Ghi nhận xét ở phần rút kinh nghiệm để sửa mẫu cho kỳ sau.',
    ],
    [
      'The exercise has opened (phase {phase}); its checklist can no longer be changed.',
      'Record a finding in the review, so that the template is changed for the next one.',
    ],
  ),
  'task-exists': entry(
    'rule',
    ['Mã việc {task} đã dùng trong diễn tập này.', 'Chọn mã khác; mã của việc đã bỏ không dùng lại.'],
    [
      'Task code {task} is or was used in this exercise.',
      'Choose another; the code of a dropped task is not used again.',
    ],
  ),
  'gate-task-kept': entry(
    'rule',
    [
      'Việc {task} là việc chốt của cổng {gate}, không bỏ được.',
      'Đổi hạn hoặc chủ trì; hoặc Trưởng Ban Chỉ đạo cho miễn.',
    ],
    [
      'Task {task} is the gate task of {gate} and cannot be dropped.',
      'Change its deadline or owner; or the head of the steering board waives it.',
    ],
  ),
  'gate-passed-tailoring': entry(
    'rule',
    [
      'Không thêm việc {task} vào cổng {gate} đã qua.',
      'Đưa việc vào cổng chưa qua; hoặc Trưởng Ban Chỉ đạo mở lại cổng.',
    ],
    [
      'Task {task} cannot be added to gate {gate}, which has been passed.',
      'Put it in a gate that is still to come; or the head of the steering board reopens that one.',
    ],
  ),
  'task-cycle': entry(
    'rule',
    ['Các việc chờ nhau thành vòng: {path}.', 'Bỏ một liên kết trong vòng; Cơ quan thường trực sửa việc phải chờ.'],
    [
      'These tasks wait for each other in a circle: {path}.',
      'Leave one link out; the standing agency sets the predecessors.',
    ],
  ),
  'predecessor-in-later-gate': entry(
    'rule',
    [
      'Việc {task} (cổng {gate}) chờ việc {predecessor} thuộc cổng sau ({later}); cổng {gate} sẽ không bao giờ qua được.',
      'Chọn việc phải chờ thuộc cùng cổng hoặc cổng trước.',
    ],
    [
      'Task {task} (gate {gate}) would wait for {predecessor} of a later gate ({later}); {gate} could never be passed.',
      'Choose predecessors of the same gate or of an earlier one.',
    ],
  ),
  'due-before-predecessor': entry(
    'rule',
    [
      'Việc {task} ({offset}) đến hạn trước việc {predecessor} ({other}) mà nó phải chờ.',
      'Lùi hạn của việc, hoặc đổi hạn của việc phải chờ trước.',
    ],
    [
      'Task {task} ({offset}) would fall due before {predecessor} ({other}), for which it waits.',
      'Set it later, or move its predecessor first.',
    ],
  ),
  'gate-task-not-last': entry(
    'rule',
    [
      'Việc chốt {task} ({offset}) phải đến hạn cuối cùng trong cổng {gate}.',
      'Chọn hạn không muộn hơn việc chốt, hoặc lùi việc chốt trước.',
    ],
    [
      'Gate task {task} ({offset}) must fall due last in gate {gate}.',
      'Choose a deadline not later than that of the gate task, or move the gate task first.',
    ],
  ),
  'adoption-conflict': entry(
    'rule',
    [
      'Không áp dụng được phiên bản {version} vào danh mục đã điều chỉnh: {faults}.',
      'Cơ quan thường trực sửa các điểm trên trong diễn tập, rồi áp dụng lại.',
    ],
    [
      'Version {version} does not fit the checklist as it was tailored: {faults}.',
      'The standing agency corrects these points in the exercise, then adopts it again.',
    ],
  ),
  'template-outdated': entry(
    'rule',
    [
      'Phiên bản mới dựa trên bản {basedOn}, nhưng bản mới nhất là {latest}.',
      'Xem khác biệt, sửa trên bản {latest} rồi ban hành lại.',
    ],
    [
      'The new version is based on {basedOn}, but the newest is {latest}.',
      'Look at the difference, edit version {latest}, publish again.',
    ],
  ),
  'template-faulty': entry(
    'invalid',
    ['Mẫu còn lỗi: {faults}.', 'Sửa các lỗi trên rồi ban hành lại.'],
    ['The template has faults: {faults}.', 'Correct them and publish again.'],
  ),
  'template-retired': entry(
    'rule',
    [
      'Phiên bản {version} của mẫu “{id}” đã thôi áp dụng.',
      'Chọn phiên bản đang áp dụng; diễn tập đã mở theo bản này vẫn giữ nguyên.',
    ],
    [
      'Version {version} of template "{id}" has been retired.',
      'Choose one in force; exercises opened with it keep it.',
    ],
  ),
  'template-last-version': entry(
    'rule',
    [
      'Phiên bản {version} là bản duy nhất đang áp dụng của mẫu “{id}”.',
      'Ban hành phiên bản mới trước khi thôi áp dụng bản này.',
    ],
    ['Version {version} is the only one of template "{id}" in force.', 'Publish a new one before retiring it.'],
  ),
  'template-not-for-type': entry(
    'invalid',
    ['Mẫu “{id}” không dùng cho loại hình diễn tập này ({exerciseType}).', 'Chọn mẫu của đúng loại hình diễn tập.'],
    ['Template "{id}" does not serve this type of exercise ({exerciseType}).', 'Choose a template of that type.'],
  ),
  'not-compressible': entry(
    'rule',
    [
      'Mẫu “{id}” phiên bản {version} không cho phép rút ngắn thời gian chuẩn bị.',
      'Lập kế hoạch theo thời gian thường, hoặc chọn ngày khai mạc muộn hơn.',
    ],
    [
      'Template "{id}" version {version} does not allow a compressed run.',
      'Plan at the usual distances, or choose a later opening day.',
    ],
  ),
  'run-too-short': entry(
    'rule',
    [
      'Từ hôm nay đến ngày khai mạc chỉ có {available} ngày làm việc, cần ít nhất {least}.',
      'Chọn ngày khai mạc muộn hơn.',
    ],
    [
      'There are only {available} working days until the opening; at least {least} are needed.',
      'Choose a later opening day.',
    ],
  ),
  'rehearsal-exists': entry(
    'rule',
    ['Buổi luyện tập {rehearsal} đã ghi.', 'Dùng mã khác.'],
    ['Rehearsal {rehearsal} is on file.', 'Use another id.'],
  ),
  'rehearsal-unknown': entry(
    'unknown',
    ['Chưa ghi buổi luyện tập {rehearsal}.', 'Ghi buổi đó bằng HoldRehearsal trước.'],
    ['There is no rehearsal {rehearsal}.', 'Record it with HoldRehearsal first.'],
  ),
  'rehearsal-ahead': entry(
    'invalid',
    ['Ngày luyện tập {date} sau hôm nay {today}.', 'Ghi sau khi buổi luyện tập đã tổ chức.'],
    ['The day of the rehearsal, {date}, is after today {today}.', 'Record it once it has been held.'],
  ),
  'rehearsal-attendance': entry(
    'invalid',
    ['Có mặt {attended} nhiều hơn quân số phải có {expected}.', 'Kiểm tra lại số liệu điểm danh.'],
    ['{attended} attended, more than the {expected} expected.', 'Check the roll call.'],
  ),
  'issue-exists': entry(
    'rule',
    ['Tồn tại {issue} đã ghi.', 'Dùng mã khác.'],
    ['Issue {issue} is on file.', 'Use another id.'],
  ),
  'issue-unknown': entry(
    'unknown',
    ['Không có tồn tại {issue}.', 'Kiểm tra lại mã trong danh mục tồn tại.'],
    ['There is no issue {issue}.', 'Check its id in the list of issues.'],
  ),
  'issue-status': entry(
    'rule',
    [
      'Tồn tại {issue} đang ở trạng thái {issueStatus}, không thể {action}.',
      'Xem danh mục tồn tại của buổi luyện tập.',
    ],
    [
      'Issue {issue} is {issueStatus}; it cannot be acted on with {action}.',
      'See the list of issues of the rehearsal.',
    ],
  ),
  'issue-due-passed': entry(
    'invalid',
    ['Hạn khắc phục {due} đã qua (hôm nay {today}).', 'Chọn từ hôm nay trở đi.'],
    ['The day {due} for settling the issue has passed (today {today}).', 'Choose today or later.'],
  ),
  'issue-carried-back': entry(
    'invalid',
    [
      'Tồn tại {issue} đang phải xong ở bước {step}, không chuyển được sang bước {into}.',
      'Chuyển sang một bước sau; sau tổng duyệt thì phải khắc phục xong.',
    ],
    [
      'Issue {issue} is to be settled by the {step}; it cannot be carried into the {into}.',
      'Carry it into a later step; after the final rehearsal it must be settled.',
    ],
  ),
  'own-issue': entry(
    'forbidden',
    [
      'Không ai xác nhận hoặc chuyển tồn tại của chính mình hoặc của cơ quan mình ({issue}, {body}).',
      'Cơ quan thường trực, Ban Chỉ đạo hoặc Ban Đạo diễn không chủ trì tồn tại này thực hiện.',
    ],
    [
      "No one confirms or carries their own or their body's issue ({issue}, {body}).",
      'The standing agency, the steering or the directing board that does not own it does.',
    ],
  ),
  'proposal-unknown': entry(
    'unknown',
    ['Không có đề xuất {proposal}.', 'Kiểm tra lại mã trong danh sách đề xuất của diễn tập.'],
    ['There is no proposal {proposal}.', "Check its id in the exercise's list of proposals."],
  ),
  'proposal-decided': entry(
    'rule',
    ['Đề xuất {proposal} không còn chờ quyết định (trạng thái: {proposalStatus}).', 'Muốn thêm việc, dùng AddTask.'],
    ['Proposal {proposal} is not waiting for a decision (it is {proposalStatus}).', 'To add a task, use AddTask.'],
  ),
  'proposal-incomplete': entry(
    'invalid',
    [
      'Nhận xét {finding} mới gợi ý bằng lời, chưa đủ để thành một việc.',
      'Nêu chủ trì, cổng và hạn của việc, hoặc để ngoài.',
    ],
    [
      'Finding {finding} suggests in words only, which is not enough for a task.',
      'Give owner, gate and deadline of the task, or leave it out.',
    ],
  ),
} as const satisfies Record<string, Entry>;
