import { words } from '../../words/language.tsx';

export const said = words({
  title: ['Trợ giúp', 'Help'],
  search: ['Tìm trong trợ giúp', 'Search the help'],
  clear: ['Xóa tìm kiếm', 'Clear the search'],
  print: ['In', 'Print'],
  none: ['Không có mục nào khớp.', 'Nothing matches.'],
  jobs: ['Làm thế nào', 'How to'],
  signs: ['Ký hiệu và màu', 'Signs and colours'],
  taskSigns: ['Trạng thái của việc', 'States of a task'],
  verdictSigns: ['Nhận định sẵn sàng', 'Readiness verdicts'],
  keys: ['Phím tắt', 'Keyboard'],
  keysOff: [
    'Phím một chữ đang tắt; bật lại ở Tài khoản của tôi.',
    'Single keys are off; turn them on under My account.',
  ],
  key: ['Phím', 'Key'],
  does: ['Làm gì', 'What it does'],
  sign: ['Ký hiệu', 'Sign'],
  means: ['Nghĩa là', 'Means'],
  whom: ['Hỏi ai', 'Whom to ask'],
  waiting: [
    'Việc trước chưa xong; dòng việc ghi rõ đang chờ ai.',
    'A task before it is not done; the row says whom it waits for.',
  ],
  open: ['Làm được ngay, chưa ai nhận.', 'May start; nobody has taken it.'],
  started: ['Đã có người nhận, đang làm.', 'Somebody took it.'],
  submitted: ['Đã gửi minh chứng. Chưa tính là xong.', 'Proof was sent. It does not count as done.'],
  returned: [
    'Minh chứng bị trả lại, có ghi lý do. Thời hạn không đổi.',
    'Proof was returned with a reason. The deadline stays.',
  ],
  verified: [
    'Cơ quan thường trực đã xác minh. Chỉ trạng thái này là xong.',
    'Verified by the standing agency. Only this counts as done.',
  ],
  waived: ['Không phải làm, có lý do và người ký.', 'Need not be done; with reason and signer.'],
  green: ['Không việc nào quá hạn.', 'Nothing is overdue.'],
  amber: ['Có việc quá hạn, chưa đến mức vướng cổng.', 'Something is overdue but blocks no gate yet.'],
  red: [
    'Việc chốt cổng quá hạn, hoặc cổng đã gần mà việc trước nó chưa xong.',
    'A gate task is overdue, or a gate is near while tasks before it are open.',
  ],
  noData: ['Chưa có số liệu; không bao giờ tính là đạt.', 'No figures yet; never counted as met.'],
});

/** Key and what it does; both languages. */
export const KEYS: readonly (readonly [string, readonly [string, string]])[] = [
  ['?', ['Mở trang này', 'Opens this page']],
  ['Ctrl+K', ['Tìm trang, cuộc diễn tập, việc', 'Finds pages, exercises, tasks']],
  ['/', ['Tìm', 'Searches']],
  ['g h', ['Trang chủ', 'Home']],
  ['g v', ['Việc của tôi', 'My tasks']],
  ['g d', ['Diễn tập', 'Exercises']],
  ['g s', ['Sẵn sàng', 'Readiness']],
  ['g i', ['Hộp thư', 'Inbox']],
  ['g l', ['Lịch', 'Calendar']],
  ['j  k  ↑  ↓', ['Đi trong danh sách', 'Walk through a list']],
  ['Enter', ['Mở dòng đang chọn', 'Opens the row']],
  ['Ctrl+Enter', ['Gửi biểu mẫu', 'Sends a form']],
  ['Esc', ['Đóng hộp thoại; hỏi lại nếu đã nhập', 'Closes a dialog; asks when something was typed']],
];

export interface Job {
  readonly title: readonly [string, string];
  readonly steps: readonly (readonly [string, string])[];
}

export const JOBS = {
  department: [
    {
      title: ['Nộp minh chứng cho một việc', 'Prove a task'],
      steps: [
        [
          'Vào Trang chủ: việc trả lại và quá hạn đứng đầu. Bấm vào việc.',
          'Open Home: returned and overdue tasks come first. Open the task.',
        ],
        ['Đọc mục Minh chứng cần có, bấm Nhận việc nếu chưa nhận.', 'Read what counts as proof; take the task.'],
        [
          'Bấm Nộp minh chứng, ghi số, ngày, cơ quan ban hành hoặc số lượng, rồi gửi.',
          'Submit proof: number, date, issuer or counts.',
        ],
        [
          'Chờ xác minh. Bị trả lại thì đọc lý do ở đầu trang, sửa và nộp lại.',
          'Wait for verification. If returned, read the reason, mend and submit again.',
        ],
      ],
    },
    {
      title: ['Xin thêm thời gian', 'Ask for more time'],
      steps: [
        ['Mở việc, bấm Xin gia hạn trước khi quá hạn.', 'Open the task and ask before the deadline.'],
        [
          'Chọn ngày mới, ghi lý do. Trưởng Ban Chỉ đạo quyết định.',
          'Choose the day, give the reason. The head of the steering board decides.',
        ],
      ],
    },
  ],
  staff: [
    {
      title: ['Xác minh hoặc trả lại minh chứng', 'Verify or return proof'],
      steps: [
        [
          'Vào Trang chủ, mở hàng Chờ xác minh; việc chờ lâu nhất đứng đầu.',
          'Open Home, queue To verify; the longest waiting comes first.',
        ],
        [
          'So minh chứng với tiêu chuẩn, bấm Xác minh, hoặc Trả lại kèm lý do.',
          'Compare with the standard; verify, or return with a reason.',
        ],
      ],
    },
    {
      title: ['Tạo cuộc diễn tập', 'Plan an exercise'],
      steps: [
        [
          'Bấm Tạo diễn tập; chọn loại, địa bàn, đề mục, ngày khai mạc và kết thúc.',
          'Create an exercise: type, locality, theme, days.',
        ],
        [
          'Chọn mẫu, xem chủ trì từng việc và va chạm, rồi Lập kế hoạch.',
          'Choose the template, look at owners and clashes, then plan.',
        ],
      ],
    },
    {
      title: ['Dời ngày', 'Move D-day'],
      steps: [
        ['Mở cuộc diễn tập, Thao tác, Dời ngày.', 'Open the exercise, Acts, Move.'],
        [
          'Xem từng thời hạn cũ và mới, va chạm, người được báo; ghi lý do; bấm nút ghi số thời hạn sẽ dời.',
          'See each deadline old and new, clashes, who is told; give the reason; press the button that names the number.',
        ],
      ],
    },
    {
      title: ['Nhập lịch nghỉ năm mới', 'Enter the calendar of a new year'],
      steps: [
        [
          'Quản trị, Lịch làm việc, chọn năm chưa có bảng.',
          'Administration, Working calendar, choose the year without a table.',
        ],
        [
          'Thêm ngày nghỉ, thứ Bảy làm bù, ghi số thông báo, xem ảnh hưởng rồi ghi.',
          'Add days off and made-up Saturdays, cite the notice, see what moves, write.',
        ],
      ],
    },
    {
      title: ['Sáp nhập, chia tách đơn vị', 'Merge or split localities'],
      steps: [
        [
          'Quản trị, Đơn vị, chọn đơn vị, Thao tác, Sáp nhập hoặc Chia tách.',
          'Administration, Bodies, choose the locality, Acts, Merge or Split.',
        ],
        [
          'Ghi ngày hiệu lực, văn bản; xem cơ quan cũ → mới và hồ sơ được chuyển; rồi ghi.',
          'Give day and paper; see old → new and the files re-homed; then record.',
        ],
      ],
    },
  ],
  leadership: [
    {
      title: ['Xem đã sẵn sàng chưa', 'See whether we are ready'],
      steps: [
        [
          'Trang chủ nói một câu nhận định, lý do và người đang giữ việc.',
          'Home gives the verdict, the reasons and who holds them.',
        ],
        [
          'Bấm vào lý do để xem chi tiết; In 1 trang A4 để mang họp.',
          'Open a reason for details; print one A4 page for the meeting.',
        ],
      ],
    },
    {
      title: ['Thông qua cổng, quyết định gia hạn', 'Pass a gate, decide on more time'],
      steps: [
        ['Mục Chờ đồng chí quyết định liệt kê việc cần ký.', 'Waiting for your decision lists what to sign.'],
        [
          'Cổng chỉ thông qua được khi không còn việc vướng, hoặc thông qua có điều kiện kèm căn cứ.',
          'A gate passes without blockers, or with conditions and a basis.',
        ],
      ],
    },
  ],
  admin: [
    {
      title: ['Cấp tài khoản', 'Give an account'],
      steps: [
        [
          'Quản trị, Người dùng, Tạo tài khoản; ghi mã người và chức trách.',
          'Administration, Users, Create; give person code and duties.',
        ],
        [
          'In phiếu mật khẩu dùng một lần, giao tận tay. Phiếu chỉ hiện một lần.',
          'Print the one-time password and hand it over. It is shown once.',
        ],
      ],
    },
    {
      title: ['Người dùng quên mật khẩu hoặc mất điện thoại', 'Forgotten password or lost phone'],
      steps: [
        [
          'Tìm người dùng, Thao tác, Cấp lại mật khẩu; mất điện thoại thì tắt cả mã xác thực.',
          'Find the user, Acts, Reset; for a lost phone turn off the second step too.',
        ],
      ],
    },
  ],
} as const satisfies Readonly<Record<string, readonly Job[]>>;

export const WHOM: readonly (readonly [string, string])[] = [
  [
    'Việc, thời hạn, minh chứng: cơ quan thường trực (Ban Chỉ huy Quân sự) của địa phương.',
    'Tasks, deadlines, proof: the standing agency (military command) of the locality.',
  ],
  [
    'Tài khoản, mật khẩu, mã xác thực: người quản trị hệ thống của đơn vị.',
    'Accounts, passwords, second step: the system administrator of the office.',
  ],
  [
    'Quyền xem, quyền ký: người đứng đầu cơ quan của đồng chí (giao chức trách, ủy quyền).',
    'Rights to see or sign: the head of your body (duties, delegation).',
  ],
  [
    'Nội dung mật: không nhập vào hệ thống; hỏi văn thư, bảo mật.',
    'Secret content: never entered here; ask the records office.',
  ],
];
