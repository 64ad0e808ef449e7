/** How papers, gates with two persons and classified items are refused. */
import { type Entry, entry } from './entry.ts';

export const PAPER_REJECTIONS = {
  'paper-not-in-chain': entry(
    'rule',
    ['Diễn tập này không có văn bản loại: {paper}.', 'Chọn văn bản thuộc chuỗi văn bản của loại hình diễn tập.'],
    ['This exercise has no such paper: {paper}.', 'Choose a paper of the chain of authority of this type of exercise.'],
  ),
  'paper-form': entry(
    'invalid',
    [
      'Văn bản “{paper}” không dùng {form}.',
      'Ghi đúng thể thức: {rightForm}; kiểm tra lại loại văn bản với cơ quan ban hành.',
    ],
    ['"{paper}" is not set in {form}.', 'Enter it in its form: {rightForm}; check the kind with the issuing body.'],
  ),
  'subcommittees-elsewhere': entry(
    'invalid',
    ['Tiểu ban không thuộc văn bản: {paper}.', 'Ghi tiểu ban vào quyết định thành lập Ban Tổ chức.'],
    ['Subcommittees do not belong to: {paper}.', 'Enter them with the decision on the organising board.'],
  ),
  'task-needs-paper': entry(
    'rule',
    [
      'Việc {task} chưa triển khai được vì thiếu văn bản: {paper}.',
      'Cơ quan ban hành hoặc cơ quan thường trực ghi văn bản đó trước.',
    ],
    [
      'Task {task} may not begin: the paper it hangs on is missing: {paper}.',
      'The issuing body or the standing agency enters that paper first.',
    ],
  ),
  'paper-older': entry(
    'invalid',
    [
      'Văn bản ngày {date} có trước văn bản mà nó sửa đổi hoặc bãi bỏ (ngày {than}).',
      'Kiểm tra lại ngày của văn bản sửa đổi hoặc bãi bỏ.',
    ],
    [
      'The paper of {date} is older than the one it amends or revokes (of {than}).',
      'Check the date of the amending or revoking paper.',
    ],
  ),
  'paper-itself': entry(
    'invalid',
    [
      'Văn bản số {number} ({paper}) không tự sửa đổi hoặc bãi bỏ chính nó.',
      'Ghi số, ngày của văn bản sửa đổi hoặc bãi bỏ.',
    ],
    [
      'Paper {number} ({paper}) does not amend or revoke itself.',
      'Enter number and date of the amending or revoking paper.',
    ],
  ),
  'amendment-not-fitting': entry(
    'invalid',
    [
      'Nội dung sửa đổi không thuộc văn bản “{paper}”: {changes}.',
      'Trưởng ban, thành phần thuộc quyết định thành lập ban; tiểu ban thuộc Ban Tổ chức; số tiền thuộc dự toán.',
    ],
    [
      'The change does not belong to "{paper}": {changes}.',
      'Head and members belong to a board, subcommittees to the organising board, an amount to the budget.',
    ],
  ),
  'second-person-needed': entry(
    'forbidden',
    [
      'Cổng {gate} cần hai người khác nhau thông qua; đồng chí đã thông qua lần thứ nhất.',
      'Người thứ hai là người đứng đầu của: {allowed}.',
    ],
    [
      'Gate {gate} is passed by two different persons; you gave the first approval.',
      'The second is a head of: {allowed}.',
    ],
  ),
  'gate-approved': entry(
    'rule',
    ['Cổng {gate} đã có người thứ nhất thông qua, không đổi được số người nữa.', 'Người thứ hai thông qua cổng.'],
    [
      'Gate {gate} has its first approval; how many persons pass it can no longer be changed.',
      'The second person passes the gate.',
    ],
  ),
  'gate-not-passed': entry(
    'rule',
    ['Cổng {gate} chưa được thông qua.', 'Chỉ mở lại cổng đã thông qua gần nhất.'],
    ['Gate {gate} has not been passed.', 'Only the gate passed last is reopened.'],
  ),
  'gate-not-last': entry(
    'rule',
    ['Không mở lại cổng {gate} khi cổng {last} đã thông qua sau nó.', 'Mở lại cổng {last} trước.'],
    ['Gate {gate} is not reopened while {last}, passed after it, stands.', 'Reopen {last} first.'],
  ),
  'secret-marked': entry(
    'invalid',
    [
      'Nội dung ở mục “{field}” mang dấu chỉ độ mật, không được đưa vào Hệ thống (Luật Bảo vệ bí mật nhà nước).',
      'Bỏ nội dung đó; với tài liệu mật chỉ ghi số đăng ký, ngày, nơi giữ và tên gọi trung tính.',
    ],
    [
      'The text in "{field}" bears a secrecy marking and may not be entered here (Law 117/2025 on state secrets).',
      'Leave it out; of a secret paper enter only register number, date, holder and a neutral label.',
    ],
  ),
  'secret-text': entry(
    'rule',
    [
      'Mục này là bí mật nhà nước, không nhận nội dung tự do ở “{field}”.',
      'Chỉ ghi số đăng ký, ngày, nơi giữ; lý do chọn trong: {neutral}. Nội dung khác trao đổi bằng văn bản theo chế độ mật.',
    ],
    [
      'This item is a state secret; free text in "{field}" is not taken in.',
      'Enter register number, date and holder only; reasons to choose from: {neutral}. Anything else goes on paper.',
    ],
  ),
  'secret-upload': entry(
    'rule',
    ['Việc {task} chỉ được ghi số đăng ký, không nhận tệp.', 'Lưu tài liệu theo chế độ mật; ghi số, ngày, nơi giữ.'],
    [
      'Task {task} is kept by register number only; no file is taken in.',
      'Keep the document as the law on secrets asks; enter number, date and holder.',
    ],
  ),
  'not-classifiable': entry(
    'invalid',
    [
      'Mục {item} không thuộc danh mục bí mật nhà nước, không được đóng dấu mật (Luật 117/2025/QH15).',
      'Chọn mức thường hoặc nội bộ; nếu trong mục có số liệu mật, tách thành văn bản riêng.',
    ],
    [
      'Item {item} is on no official list of secrets and may not be marked secret (Law 117/2025).',
      'Choose normal or internal; put anything secret in a paper of its own.',
    ],
  ),
  'lowering-needs-reason': entry(
    'invalid',
    ['Hạ từ {from} xuống {level} phải có lý do.', 'Ghi lý do và căn cứ của quyết định giải mật hoặc giảm độ mật.'],
    ['Lowering from {from} to {level} needs a reason.', 'Give the reason and the decision it rests on.'],
  ),
} as const satisfies Record<string, Entry>;
