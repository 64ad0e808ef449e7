import { words } from '../../../words/language.tsx';

export const said = words({
  title: ['Soạn từ mẫu', 'Drawn up from the file'],
  explain: [
    'Soạn từ những gì đã ghi trong hồ sơ, đúng thể thức. Chưa có số thì in “DỰ THẢO”; họ tên ký tay điền sau.',
    'Drawn up from what is on file, in the right form. Without a number it says "DỰ THẢO"; names are filled in by hand.',
  ],
  table: ['Văn bản soạn từ mẫu', 'Papers drawn up from the file'],
  kind: ['Văn bản', 'Paper'],
  number: ['Số, ký hiệu', 'Number'],
  acts: ['Thao tác', 'Actions'],
  draft: ['Dự thảo', 'Draft'],
  noNumber: ['Không lấy số', 'Bears no number'],
  ofDay: [
    (number: string, date: string) => `${number} ngày ${date}`,
    (number: string, date: string) => `${number} of ${date}`,
  ],
  look: ['Xem', 'Look'],
  lookAt: [(name: string) => `Xem: ${name}`, (name: string) => `Look: ${name}`],
  preview: [(name: string) => `Bản xem trước: ${name}`, (name: string) => `Preview: ${name}`],
  docx: [(name: string) => `DOCX: ${name}`, (name: string) => `DOCX: ${name}`],
  pdf: [(name: string) => `PDF: ${name}`, (name: string) => `PDF: ${name}`],
  give: ['Cấp số', 'Give a number'],
  giveTo: [(name: string) => `Cấp số: ${name}`, (name: string) => `Give a number: ${name}`],
  giveWhat: [
    (symbol: string, version: string) =>
      `Số kế tiếp của ký hiệu ${symbol}; văn bản giữ nguyên nội dung ở phiên bản ${version} của hồ sơ.`,
    (symbol: string, version: string) =>
      `The next number of ${symbol}; the paper keeps its content at version ${version} of the file.`,
  ],
  date: ['Ngày ký', 'Day of signing'],
  ownNumber: ['Số (bỏ trống: số kế tiếp)', 'Number (left empty: the next)'],
  given: ['Đã cấp số.', 'The number is given.'],
});
