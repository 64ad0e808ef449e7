import { words } from '../../../../words/language.tsx';

export const said = words({
  title: ['Danh sách có tên', 'Named roster'],
  what: [
    'Tên được niêm phong ngoài nhật ký; ở đây không hiện lại. Mỗi lần mở xem đều được ghi.',
    'Names are sealed outside the history and not shown here again. Each reading is recorded.',
  ],
  import: ['Nhập danh sách', 'Import a roster'],
  reservists: [
    'Mỗi dòng: số lệnh; họ tên; năm sinh; điện thoại; ghi chú địa chỉ',
    'One a line: order; name; year of birth; telephone; note on the address',
  ],
  vehiclesForm: [
    'Mỗi dòng: số lệnh; biển số; người lái; năm sinh; điện thoại; ghi chú địa chỉ',
    'One a line: order; plate; driver; year of birth; telephone; note on the address',
  ],
  pasteWhat: [
    'Dán thẳng từ bảng tính, hoặc ngăn bằng dấu chấm phẩy. Chỉ hai cột đầu là bắt buộc. Không nhập sức khỏe, dân tộc, đảng viên.',
    'Paste from a spreadsheet, or separate by semicolons. Only the first two are required. Nothing on health, ethnicity or Party membership.',
  ],
  retain: ['Giữ đến hết ngày (để trống: theo quy định)', 'Kept until (empty: by policy)'],
  importThis: [(n: string) => `Niêm phong ${n} dòng`, (n: string) => `Seal ${n} rows`],
  read: [(n: string) => `Đọc được ${n} dòng.`, (n: string) => `${n} rows are read.`],
  wrong: [(lines: string) => `Không đọc được dòng ${lines}.`, (lines: string) => `Lines ${lines} cannot be read.`],
  twice: [
    (orders: string) => `Lệnh lặp lại: ${orders}.`,
    (orders: string) => `Orders that stand there twice: ${orders}.`,
  ],
  tooMany: [(most: number) => `Mỗi lần nhiều nhất ${most} dòng.`, (most: number) => `At most ${most} rows at once.`],
  imported: ['Đã niêm phong danh sách.', 'The roster is sealed.'],
});
