import { words } from '../../../words/language.tsx';

export const said = words({
  title: ['Địa điểm, phương tiện', 'Places and vehicles'],
  venues: ['Địa điểm', 'Places'],
  vehicles: ['Phương tiện', 'Vehicles'],
  none: ['Chưa đăng ký địa điểm, phương tiện nào.', 'No place or vehicle is reserved.'],
  reserve: ['Đăng ký', 'Reserve'],
  reserveTitle: ['Đăng ký địa điểm, phương tiện', 'Reserve places and vehicles'],
  reserveThis: [
    (places: number, vehicles: number) => `Đăng ký ${places} địa điểm, ${vehicles} phương tiện`,
    (places: number, vehicles: number) => `Reserve ${places} places, ${vehicles} vehicles`,
  ],
  what: [
    'Ghi toàn bộ danh sách: bản mới thay bản cũ. Va chạm với diễn tập khác hiện ngay bên dưới.',
    'The whole list: it takes the place of the one before. Clashes with other exercises are shown below.',
  ],
  venuesField: ['Địa điểm, mỗi dòng một nơi', 'Places, one a line'],
  vehicleClass: ['Loại phương tiện', 'Class of vehicle'],
  count: ['Số lượng', 'Count'],
  add: ['Thêm loại phương tiện', 'Add a class'],
  remove: [(name: string) => `Bỏ ${name}`, (name: string) => `Remove ${name}`],
  reason: ['Lý do thay đổi (nếu có)', 'Reason of the change (if any)'],
  reserved: ['Đã đăng ký.', 'Reserved.'],
  noClash: ['Không thêm va chạm nào.', 'No new clash.'],
  clashes: [(n: number) => `${n} va chạm mới`, (n: number) => `${n} new clashes`],
  asking: ['Đang tìm va chạm…', 'Looking for clashes…'],
  times: [(count: string, name: string) => `${count} ${name}`, (count: string, name: string) => `${count} × ${name}`],
});
