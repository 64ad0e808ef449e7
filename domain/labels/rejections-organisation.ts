/** How the organisation says no. */
import { type Entry, entry } from './entry.ts';

export const ORGANISATION_REJECTIONS = {
  'organisation-other': entry(
    'invalid',
    ['Hệ thống chỉ có một tổ chức; không có {id}.', 'Gửi lệnh đến organisation/main.'],
    ['There is one organisation; {id} is not it.', 'Send the command to organisation/main.'],
  ),
  'organisation-exists': entry(
    'rule',
    ['Tổ chức đã được nhập.', 'Thay đổi bằng từng quyết định: thêm, đổi tên, sáp nhập, chia tách, kết thúc.'],
    ['The organisation has been entered.', 'Change it by single decisions: add, rename, merge, split, end.'],
  ),
  'unit-unknown': entry(
    'unknown',
    ['Không có đơn vị {unit} trong tổ chức.', 'Kiểm tra lại mã đơn vị, hoặc thêm bằng AddUnit.'],
    ['The organisation has no unit {unit}.', 'Check its id, or add it with AddUnit.'],
  ),
  'unit-exists': entry(
    'rule',
    ['Tổ chức đã có đơn vị {unit}.', 'Chọn mã khác; mã của đơn vị đã kết thúc không dùng lại.'],
    [
      'The organisation has a unit {unit} already.',
      'Choose another id; the id of a unit that has ended is not used again.',
    ],
  ),
  'unit-not-in-force': entry(
    'rule',
    [
      'Đơn vị {unit} không tồn tại ngày {day}, hoặc đã có quyết định kết thúc.',
      'Xem lịch sử đơn vị để biết đơn vị kế thừa, rồi chọn đơn vị đó.',
    ],
    [
      'Unit {unit} is not in force on {day}, or its end has been decided.',
      'The life of the unit names its successor; choose that one.',
    ],
  ),
  'level-not-in-model': entry(
    'rule',
    ['Mô hình {model} không có {unitLevel} ({unit}).', 'Chọn cấp khác; khu vực phòng thủ dùng cấp khu vực.'],
    ['A {model} organisation has no {unitLevel} level ({unit}).', 'Choose another level; a defence area is a region.'],
  ),
  'districts-remain': entry(
    'rule',
    [
      'Đến ngày {day} vẫn còn đơn vị cấp huyện: {units}.',
      'Quyết định sáp nhập, chia tách các đơn vị đó trước, rồi đổi mô hình.',
    ],
    [
      'On {day} there would still be districts: {units}.',
      'Decide on their merger or split first, then change the model.',
    ],
  ),
  'parent-wrong': entry(
    'rule',
    [
      'Đơn vị {parent} không thể là cấp trên của {unit} từ ngày {day}.',
      'Chọn đơn vị cấp cao hơn, đang hoạt động và chưa có quyết định kết thúc.',
    ],
    [
      'Unit {parent} cannot stand above {unit} from {day}.',
      'Choose a unit of a higher level that is in force and whose end has not been decided.',
    ],
  ),
  'superior-wrong': entry(
    'rule',
    [
      'Ngày {day}, {superior} không phải là cấp trên của {unit}.',
      'Chọn đúng cấp trên; nếu tổ chức ghi sai, cơ quan thường trực sửa bằng MoveUnit.',
    ],
    [
      'On {day} {superior} does not stand above {unit}.',
      'Choose the real superior; where the organisation is wrong, the standing agency corrects it with MoveUnit.',
    ],
  ),
  'change-not-later': entry(
    'rule',
    [
      'Thay đổi từ ngày {effective} ({unit}) đứng trước thay đổi đã quyết định từ ngày {since}.',
      'Chọn ngày từ {since} trở đi.',
    ],
    [
      'A change from {effective} ({unit}) would come before the one decided from {since}.',
      'Choose {since} or a later day.',
    ],
  ),
  'merge-itself': entry(
    'invalid',
    ['Đơn vị {unit} không thể sáp nhập vào chính nó, hay được nêu hai lần.', 'Sửa danh sách đơn vị.'],
    ['Unit {unit} cannot become part of itself, nor be named twice.', 'Correct the list of units.'],
  ),
  'body-unknown': entry(
    'forbidden',
    ['{body} không có trong tổ chức.', 'Cơ quan thường trực thêm bằng AddBody, hoặc kiểm tra lại mã cơ quan.'],
    ['{body} is not in the organisation.', 'The standing agency adds it with AddBody; or check the code.'],
  ),
  'body-not-yet': entry(
    'forbidden',
    ['{body} chỉ hoạt động từ ngày {since}.', 'Cơ quan đang hoạt động làm việc này cho đến ngày đó.'],
    ['{body} is in force only from {since}.', 'Until then the body now in force acts.'],
  ),
  'body-ended': entry(
    'forbidden',
    ['{body} không còn hoạt động từ ngày {since}.', 'Công việc thuộc về: {successor} (từ ngày {since}).'],
    ['{body} is no longer in force since {since}.', 'Its work belongs to: {successor} (since {since}).'],
  ),
  'body-exists': entry(
    'rule',
    ['{body} đã có trong tổ chức.', 'Mỗi cơ quan nhập một lần; mã đã kết thúc không dùng lại.'],
    [
      '{body} is in the organisation already.',
      'Each body is entered once; the code of an ended one is not used again.',
    ],
  ),
  'body-without-successor': entry(
    'rule',
    [
      'Đơn vị {into} không có cơ quan tiếp nhận việc của: {bodies}.',
      'Nêu rõ cơ quan tiếp nhận, hoặc thêm cơ quan cho đơn vị mới.',
    ],
    ['Unit {into} has no body to take over from: {bodies}.', 'Name who takes over, or give the new unit these bodies.'],
  ),
  'owner-not-in-force': entry(
    'rule',
    [
      '{body} không hoạt động ngày {day} hoặc đã có quyết định kết thúc, không giao việc được.',
      'Giao cho cơ quan đang hoạt động; cơ quan kế thừa: {successor} (nếu có).',
    ],
    [
      '{body} is not in force on {day}, or its end has been decided: it cannot be given work.',
      'Give it to a body in force; successor: {successor} (where there is one).',
    ],
  ),
  'outside-validity': entry(
    'rule',
    [
      'Thời gian từ {from} đến {to} vượt thời gian hoạt động của {within} (từ {since} đến {last}).',
      'Chọn ngày nằm trong thời gian đó.',
    ],
    [
      'The time from {from} until {to} goes beyond that of {within} (from {since} until {last}).',
      'Choose days within it.',
    ],
  ),
  'days-order': entry(
    'invalid',
    ['Ngày cuối {to} sớm hơn ngày đầu {from}.', 'Sửa lại ngày rồi gửi lại.'],
    ['The last day {to} is before the first {from}.', 'Correct the days and send again.'],
  ),
  'paper-after-effect': entry(
    'invalid',
    [
      'Văn bản {number} ngày {date} ký sau ngày có hiệu lực {effective}.',
      'Sửa ngày văn bản hoặc ngày có hiệu lực; quyết định không có hiệu lực trước ngày ký.',
    ],
    [
      'Paper {number} of {date} is signed after the day it takes effect, {effective}.',
      'Correct the date of the paper or the day of effect; a decision does not count before it is signed.',
    ],
  ),
  'post-unknown': entry(
    'unknown',
    ['{body} không có chức vụ {post}.', 'Kiểm tra lại mã chức vụ, hoặc thêm bằng AddPost.'],
    ['{body} has no post {post}.', 'Check its id, or add it with AddPost.'],
  ),
  'post-exists': entry(
    'rule',
    ['{body} đã có chức vụ {post}.', 'Dùng mã khác; chức vụ đứng đầu mới chỉ thêm được sau ngày cuối của chức vụ cũ.'],
    [
      '{body} has the post {post} already.',
      'Use another id; a new head post begins after the last day of the old one.',
    ],
  ),
  'post-held': entry(
    'rule',
    ['Chức vụ {post} của {body} đang có người giữ từ ngày {since}.', 'Kết thúc bằng EndHolding trước, rồi bổ nhiệm.'],
    ['The post {post} of {body} is held since {since}.', 'End that with EndHolding first, then appoint.'],
  ),
  'post-not-held': entry(
    'forbidden',
    [
      'Ngày {day}, người gửi không giữ chức vụ {post} của {body} và không được ủy quyền.',
      'Người giữ chức vụ thực hiện, hoặc ủy quyền bằng văn bản (DelegatePost); bổ nhiệm mới bằng AppointHolder.',
    ],
    [
      'On {day} the sender neither holds the post {post} of {body} nor acts for its holder.',
      'Its holder acts, or delegates in writing (DelegatePost); a new one is appointed with AppointHolder.',
    ],
  ),
  'to-oneself': entry(
    'forbidden',
    ['Không ai tự bổ nhiệm hay tự ủy quyền cho mình ({person}).', 'Người khác có thẩm quyền thực hiện.'],
    ['Nobody appoints himself or delegates to himself ({person}).', 'Another with the right does it.'],
  ),
  'delegation-by-head': entry(
    'forbidden',
    [
      'Chỉ chính người đứng đầu {body} hoặc người đứng đầu cấp trên được ủy quyền và thu hồi ủy quyền; người được ủy quyền không ủy quyền lại.',
      'Người đứng đầu của: {allowed}.',
    ],
    [
      'Only the head of {body} in person, or a head of a superior, delegates and revokes; who acts for a head does not delegate further.',
      'The head of: {allowed}.',
    ],
  ),
  'delegation-overlaps': entry(
    'rule',
    [
      'Đã có ủy quyền {delegation} từ {from} đến {to} cho chức vụ này.',
      'Chọn thời gian khác, hoặc thu hồi ủy quyền đó trước.',
    ],
    [
      'Delegation {delegation} of this post runs from {from} to {to}.',
      'Choose another time, or revoke that one first.',
    ],
  ),
  'delegation-unknown': entry(
    'unknown',
    ['{body} không có ủy quyền {delegation} đang hiệu lực.', 'Kiểm tra lại số ủy quyền.'],
    ['{body} has no delegation {delegation} that stands.', 'Check its number.'],
  ),
} as const satisfies Record<string, Entry>;
