import { words } from '../../words/language.tsx';

export const said = words({
  parts: ['Các phần của Quản trị', 'Parts of the administration'],
  'don-vi': ['Đơn vị', 'Bodies'],
  'nguoi-dung': ['Người dùng', 'Users'],
  lich: ['Lịch làm việc', 'Working calendar'],
  mau: ['Mẫu', 'Templates'],
  'gui-tin': ['Gửi tin', 'Messages'],
  'nhat-ky': ['Nhật ký truy cập', 'Access log'],
  'he-thong': ['Hệ thống', 'System'],
  admin: ['Quản trị', 'Administration'],
  notHere: ['Không có, hoặc đồng chí không được xem.', 'There is nothing here, or you may not see it.'],
});
