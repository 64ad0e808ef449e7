import { words } from '../../../words/language.tsx';

export const said = words({
  open: ['Nhập tổ chức lần đầu', 'Enter the organisation'],
  unknown: ['Tổ chức chưa được nhập.', 'The organisation has not been entered yet.'],
  once: [
    'Nhập toàn bộ đơn vị và cơ quan một lần, sau đó sửa tại đây.',
    'Enter all localities and bodies once; afterwards they are kept here.',
  ],
  keepers: [
    'Cơ quan thường trực, Đảng ủy Quân sự hoặc UBND của một đơn vị trong danh sách nhập.',
    "It is entered by the standing agency, military party committee or People's Committee of one of the localities.",
  ],
  model: ['Mô hình chính quyền', 'Model'],
  twoTier: ['Hai cấp: tỉnh, xã', 'Two tiers: province, commune'],
  threeTier: ['Ba cấp: tỉnh, huyện, xã', 'Three tiers: province, district, commune'],
  validFrom: ['Có hiệu lực từ ngày', 'In force from'],
  units: [
    'Đơn vị, mỗi dòng: mã; tên; tên tiếng Anh; cấp; mã cấp trên',
    'Localities, one a line: code; name; English name; level; code of the one above',
  ],
  unitsWhat: [
    'Dán thẳng từ bảng tính được. Cấp ghi: tỉnh, khu vực, huyện, xã, đơn vị. Ví dụ: tan-thanh; phường Tân Thạnh; Tân Thạnh ward; xã; tam-ky',
    'May be pasted from a spreadsheet. Levels: province, region, district, commune, workplace. Example: tan-thanh; phường Tân Thạnh; Tân Thạnh ward; commune; tam-ky',
  ],
  upper: ['Cơ quan của mỗi đơn vị trên cấp xã', 'Bodies of each locality above the commune'],
  commune: ['Cơ quan của mỗi xã, phường, đơn vị', 'Bodies of each commune or workplace'],
  holders: [
    'Người đứng đầu (nếu đã có), mỗi dòng: mã cơ quan; mã người',
    'Heads (if known), one a line: body; person code',
  ],
  holdersWhat: ['Ví dụ: tam-ky.SA; nv-07. Không ghi họ tên.', 'Example: tam-ky.SA; nv-07. Never a name.'],
  wrong: [(lines: string) => `Không đọc được dòng ${lines}.`, (lines: string) => `Lines ${lines} cannot be read.`],
  establish: ['Nhập tổ chức', 'Enter the organisation'],
  establishN: [
    (units: number, bodies: number) => `Nhập ${units} đơn vị, ${bodies} cơ quan`,
    (units: number, bodies: number) => `Enter ${units} localities, ${bodies} bodies`,
  ],
  whole: ['Điền đủ các mục bắt buộc để kiểm tra.', 'Fill in what is required to have it checked.'],
  checking: ['Đang kiểm tra…', 'Checking…'],
  sound: ['Danh sách hợp lệ.', 'The list is sound.'],
  done: ['Đã nhập tổ chức.', 'The organisation is entered.'],
});
