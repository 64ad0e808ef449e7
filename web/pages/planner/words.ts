import { words } from '../../words/language.tsx';

export const said = words({
  title: ['Lập lịch nhiệm kỳ', 'Term planner'],
  unit: ['Đơn vị', 'Unit'],
  term: ['Nhiệm kỳ', 'Term'],
  noUnits: [
    'Đồng chí chưa có đơn vị nào để lập lịch. Cần nhập tổ chức có xã, phường trước.',
    'There is no unit for you to plan. Its organisation with communes is entered first.',
  ],
  noRight: [
    'Chỉ cơ quan thường trực và Đảng ủy Quân sự lập phương án.',
    'Only the standing agency and the military party committee plan.',
  ],
  // the plan
  noPlan: [
    'Chưa có phương án. Đặt giới hạn rồi bấm “Đề xuất phương án”.',
    'There is no plan yet. Set the limits, then ask for one.',
  ],
  proposed: ['Phương án đề xuất', 'Proposed plan'],
  revision: [
    (n: number, phase: string) => `Lần ${n}: ${phase}`,
    (n: number, phase: string) => `Revision ${n}: ${phase}`,
  ],
  unsaved: ['Có thay đổi chưa lưu', 'Changes are not saved'],
  returnedFor: [(why: string) => `Bị trả lại: ${why}`, (why: string) => `Returned: ${why}`],
  inForce: [(n: number) => `Lần ${n} đang có hiệu lực.`, (n: number) => `Revision ${n} is in force.`],
  // the grid
  grid: ['Bảng xã, phường theo năm', 'Communes by year'],
  commune: ['Xã, phường', 'Commune'],
  last: [(year: number | string) => `lần trước: ${year}`, (year: number | string) => `last: ${year}`],
  never: ['chưa có', 'none known'],
  pilot: ['điểm', 'pilot'],
  cover: [
    (n: number, all: number, share: string) => `${n}/${all} – ${share}`,
    (n: number, all: number, share: string) => `${n}/${all} – ${share}`,
  ],
  band: [
    (least: number, most: number) => `mức ${least}–${most}`,
    (least: number, most: number) => `band ${least}–${most}`,
  ],
  past: ['đã qua', 'over'],
  short: ['thiếu', 'too few'],
  over: ['quá mức', 'too many'],
  fits: ['đạt mức', 'within the band'],
  month: [(month: number) => `tháng ${month}`, (month: number) => `month ${month}`],
  fixedMark: ['cố định', 'fixed'],
  faultMark: ['trái quy tắc', 'against a rule'],
  emptyCell: [
    (name: string, year: number) => `${name}, năm ${year}: không`,
    (name: string, year: number) => `${name}, ${year}: nothing`,
  ],
  fullCell: [
    (name: string, year: number, month: number, marks: string) => `${name}, tháng ${month}/${year}${marks}`,
    (name: string, year: number, month: number, marks: string) => `${name}, ${month}/${year}${marks}`,
  ],
  keys: [
    'Mũi tên: đi giữa các ô. Phím cách: nhấc ô, mũi tên trái phải đổi năm, lên xuống đổi tháng, phím cách để đặt, Esc để bỏ. Phím k: cố định hoặc bỏ cố định. Enter: mở ô.',
    'Arrows move between cells. Space lifts a cell, left and right change its year, up and down its month, Space puts it down, Escape gives up. K fixes or frees it. Enter opens it.',
  ],
  lifted: [
    (name: string, at: string) => `Đang chuyển ${name}: ${at}`,
    (name: string, at: string) => `Moving ${name}: ${at}`,
  ],
  put: [(name: string, at: string) => `Đã đặt ${name}: ${at}`, (name: string, at: string) => `${name} put down: ${at}`],
  // one cell
  year: ['Năm', 'Year'],
  monthField: ['Tháng', 'Month'],
  none: ['Chưa xếp', 'Not placed'],
  fixed: ['Cố định: máy giữ nguyên ô này', 'Fixed: the solver keeps it'],
  why: ['Vì sao', 'Why'],
  moved: ['Đồng chí đã chuyển ô này, chưa lưu.', 'You moved it; not saved yet.'],
  file: ['Hồ sơ diễn tập', 'Exercise file'],
  close: ['Đóng', 'Close'],
  // limits
  limits: ['Giới hạn', 'Limits'],
  limitsWhat: [
    'Máy chỉ đề xuất trong các giới hạn này; mục nào được đánh dấu mềm thì giữ hết mức có thể.',
    'The solver stays within these; soft ones are kept as far as possible.',
  ],
  floor: ['Ít nhất mỗi năm (%)', 'At least a year (%)'],
  ceiling: ['Nhiều nhất mỗi năm (%)', 'At most a year (%)'],
  pilotYears: ['Xã điểm làm trong số năm đầu', 'Pilots within the first years'],
  minGap: ['Cách lần trước ít nhất (năm)', 'Least gap (years)'],
  teams: ['Tổ đạo diễn mỗi tháng', 'Directing teams a month'],
  vehicles: ['Phương tiện mỗi tháng', 'Vehicles a month'],
  vehiclesEach: ['Phương tiện mỗi cuộc', 'Vehicles an exercise'],
  noLimit: ['Để trống: không giới hạn', 'Empty: no limit'],
  windows: ['Tháng không tổ chức', 'Closed months'],
  windowKind: ['Lý do', 'Ground'],
  addWindow: ['Thêm khoảng thời gian', 'Add a window'],
  months: ['Các tháng', 'Months'],
  monthsExample: ['ví dụ 9, 10, 11', 'for example 9, 10, 11'],
  pilots: ['Xã điểm', 'Pilots'],
  clusters: ['Cụm diễn tập cùng nhau', 'Clusters'],
  clusterName: ['Tên cụm', 'Name'],
  addCluster: ['Thêm cụm', 'Add a cluster'],
  members: ['Các xã', 'Communes'],
  clashes: ['Cặp không cùng năm', 'Pairs apart'],
  addClash: ['Thêm cặp', 'Add a pair'],
  clashA: ['Xã thứ nhất', 'First commune'],
  clashB: ['Xã thứ hai', 'Second commune'],
  clashWhy: ['Dùng chung', 'They share'],
  clashWhyExample: ['ví dụ khung tập, hội trường', 'for example the frame or a hall'],
  remove: [(what: string) => `Bỏ ${what}`, (what: string) => `Remove ${what}`],
  soft: ['Quy tắc mềm', 'Soft rules'],
  time: ['Thời gian tính nhiều nhất (giây)', 'Most time to solve (seconds)'],
  gap: ['Cách tối ưu nhiều nhất (%)', 'Within the optimum by (%)'],
  theme: ['Đề mục các cuộc diễn tập', 'Theme of the exercises'],
  // the solver
  propose: ['Đề xuất phương án', 'Ask for a plan'],
  replan: ['Đề xuất lại, ít thay đổi nhất', 'Plan again, fewest moves'],
  solving: ['Đang tính phương án', 'Solving'],
  queued: ['Đang chờ máy tính', 'Waiting for a machine'],
  stepMoves: ['Bước: ít thay đổi nhất', 'Step: fewest moves'],
  stepPlan: ['Bước: công bằng nhất', 'Step: fairest plan'],
  stepExplain: ['Bước: tìm các quy tắc mâu thuẫn', 'Step: rules that contradict each other'],
  elapsed: [(seconds: string) => `đã tính ${seconds} giây`, (seconds: string) => `${seconds} s`],
  progress: [
    (best: string, bound: string, gap: string) =>
      `Phương án tốt nhất ${best}, cận dưới ${bound}, cách tối ưu không quá ${gap}`,
    (best: string, bound: string, gap: string) => `Best plan ${best}, bound ${bound}, within ${gap} of the optimum`,
  ],
  noneYet: ['Chưa tìm được phương án nào', 'No plan found yet'],
  settle: ['Dùng phương án tốt nhất hiện có', 'Use the best plan so far'],
  cancel: ['Hủy tính', 'Cancel'],
  cancelled: ['Đã hủy lần tính này.', 'This job was cancelled.'],
  failed: [
    'Máy tính phương án gặp lỗi. Thử lại; nếu còn lỗi, báo quản trị.',
    'The solver failed. Try again; if it fails once more, tell the administrator.',
  ],
  optimal: [
    (gap: string) => `Đã chứng minh: cách tối ưu không quá ${gap}`,
    (gap: string) => `Proven: within ${gap} of the optimum`,
  ],
  feasible: [
    (gap: string) => `Dừng sớm: có thể cách tối ưu tới ${gap}`,
    (gap: string) => `Stopped early: may be up to ${gap} from the optimum`,
  ],
  byHand: ['Có ô sửa tay: chưa có chứng minh tối ưu', 'Changed by hand: no proof of the optimum'],
  movesText: [
    (n: number) => `chuyển năm ${n} xã so với phương án đang có hiệu lực`,
    (n: number) => `${n} communes leave their year of the plan in force`,
  ],
  fewest: ['ít nhất có thể', 'the fewest possible'],
  unknown: [
    'Hết thời gian mà chưa tìm được phương án nào. Tăng thời gian tính, hoặc cho quy tắc thành mềm.',
    'Time was over before a plan was found. Allow more time, or soften rules.',
  ],
  noFit: ['Không có phương án nào đáp ứng mọi quy tắc', 'No plan keeps all the rules'],
  collide: ['Các quy tắc sau mâu thuẫn nhau:', 'These rules contradict each other:'],
  notMinimal: [
    'Chưa kịp rút gọn: có thể không phải quy tắc nào cũng liên quan.',
    'There was no time to shorten it: not each of them need matter.',
  ],
  soften: [
    (rule: string) => `Cho “${rule}” thành mềm rồi tính lại`,
    (rule: string) => `Soften "${rule}" and solve again`,
  ],
  notEnough: ['vẫn còn mâu thuẫn khác', 'there is another contradiction'],
  // faults
  faults: ['Chỗ trái quy tắc', 'What breaks a rule'],
  faultsSoft: ['mềm', 'soft'],
  noFaults: ['Phương án giữ đủ các quy tắc.', 'The plan keeps all its rules.'],
  // acts
  save: ['Lưu phương án', 'Save the plan'],
  saveWhat: [
    'Phương án được lưu thành dự thảo; chưa ai ngoài cơ quan tham mưu thấy.',
    'It is kept as a draft; only staff sees it.',
  ],
  saved: ['Đã lưu phương án.', 'The plan is saved.'],
  submit: ['Trình phê duyệt', 'Submit for approval'],
  submitWhat: [
    'Sau khi trình, phương án không sửa được cho đến khi được phê duyệt hoặc trả lại.',
    'It cannot be changed until it is approved or returned.',
  ],
  submitted: ['Đã trình phương án.', 'The plan is submitted.'],
  giveBack: ['Trả lại', 'Return'],
  givenBack: ['Đã trả lại phương án.', 'The plan is returned.'],
  approve: ['Phê duyệt', 'Approve'],
  approveWhat: [
    (n: number) =>
      n === 0
        ? 'Các xã đều đã có hồ sơ diễn tập; không mở hồ sơ mới.'
        : `Phê duyệt sẽ mở ${n} hồ sơ diễn tập dự thảo, mỗi xã một hồ sơ; xã đã có hồ sơ trong nhiệm kỳ giữ hồ sơ đó.`,
    (n: number) =>
      n === 0
        ? 'All communes have their files; none is opened.'
        : `Approval opens ${n} draft files, one for each commune; those that have a file of the term keep it.`,
  ],
  dated: [
    'Cuộc diễn tập này đã có ngày; đổi ngày trong hồ sơ diễn tập.',
    'This exercise has a date; it is moved in its own file.',
  ],
  paperWhat: [
    'Có văn bản phê duyệt thì ghi đủ số, ngày, cơ quan ban hành; chưa có thì để trống.',
    'With a paper of approval, give number, day and issuer; leave all empty without one.',
  ],
  approved: ['Đã phê duyệt; các hồ sơ dự thảo đang được mở.', 'Approved; the drafts are being opened.'],
  discard: ['Bỏ thay đổi', 'Discard the changes'],
  own: ['Năm diễn tập của đơn vị', 'Your year'],
});
