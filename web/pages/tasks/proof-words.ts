/** Texts of the proof form. */
import { words } from '../../words/language.tsx';

export const said = words({
  number: ['Số, ký hiệu', 'Number'],
  numberExample: ['ví dụ 45/KH-CA', 'for example 45/KH-CA'],
  date: ['Ngày ban hành', 'Day of issue'],
  today: ['hôm nay', 'today'],
  afterDue: ['sau thời hạn', 'after the deadline'],
  holder: ['Cơ quan ban hành, nơi giữ', 'Issuer and keeper'],
  counts: ['Số liệu', 'Figures'],
  note: ['Ghi chú', 'Note'],
  noteLate: [
    'Lý do minh chứng ghi ngày sau thời hạn (bắt buộc)',
    'Why the paper is dated after the deadline (required)',
  ],
  reason: ['Lý do thay minh chứng (bắt buộc)', 'Why the proof is replaced (required)'],
  files: ['Tệp kèm theo', 'Files'],
  numberMissing: ['Ghi số, ký hiệu văn bản.', 'Enter the number of the paper.'],
  numberForm: ['Số, ký hiệu phải có chữ số, ví dụ 45/KH-CA.', 'A number has digits, for example 45/KH-CA.'],
  dateMissing: ['Ghi ngày ban hành, ví dụ 05/09/2026.', 'Enter the day of issue, for example 05/09/2026.'],
  dateFuture: ['Ngày ban hành không thể sau hôm nay.', 'The day of issue cannot lie ahead.'],
  holderMissing: ['Ghi cơ quan ban hành hoặc nơi giữ.', 'Enter who issued or keeps it.'],
  lateUnexplained: [
    'Minh chứng ghi ngày sau thời hạn: ghi rõ lý do.',
    'The paper is dated after the deadline: say why.',
  ],
  countForm: ['Ghi số nguyên, từ 0 đến 1.000.000.', 'A whole number from 0 to 1,000,000.'],
  reasonMissing: ['Ghi lý do.', 'Say why.'],
  understood: [(n: string) => `hiểu là ${n}`, (n: string) => `understood as ${n}`],
  restored: [(at: string) => `Đã khôi phục bản nháp ${at}`, (at: string) => `Draft of ${at} restored`],
  dropDraft: ['Bỏ bản nháp', 'Discard the draft'],
  draftKept: ['Bản nháp tự lưu trên máy này.', 'The draft keeps itself on this device.'],
  submit: ['Nộp minh chứng', 'Submit proof'],
  replace: ['Nộp minh chứng thay thế', 'Submit the replacement'],
  byKeys: ['Ctrl+Enter để nộp', 'Ctrl+Enter submits'],
  kept: [
    'Mất kết nối: minh chứng đã lưu trên máy này và sẽ tự gửi khi có mạng.',
    'Offline: the proof is kept on this device and is sent once the line is back.',
  ],
  isUnsent: [
    (at: string) => `Minh chứng lưu lúc ${at} chưa gửi. Sửa rồi nộp lại thì bản mới thay bản cũ.`,
    (at: string) => `The proof kept at ${at} is not sent yet. What you submit now takes its place.`,
  ],
  addFile: ['Chọn tệp', 'Choose files'],
  addFileHint: [
    (most: string) => `PDF, ảnh, Word, Excel; mỗi tệp đến ${most}. Tệp tải lên ngay, bỏ ra được trước khi nộp.`,
    (most: string) =>
      `PDF, pictures, Word, Excel; up to ${most} each. Sent at once; can be taken out before you submit.`,
  ],
  uploading: [
    (name: string, percent: number) => `${name}: đang tải lên ${percent}%`,
    (name: string, percent: number) => `${name}: ${percent}% sent`,
  ],
  checking: [(name: string) => `${name}: máy chủ đang kiểm tra`, (name: string) => `${name}: being checked`],
  removeFile: [(name: string) => `Bỏ tệp ${name}`, (name: string) => `Remove ${name}`],
  cancelFile: [(name: string) => `Dừng tải ${name}`, (name: string) => `Stop ${name}`],
  retryFile: ['Tải lại', 'Try again'],
  fileOffline: [
    'Chưa tải lên được: mất kết nối. Bấm “Tải lại” khi có mạng; số, ngày và ghi chú vẫn nộp trước được.',
    'Not sent: offline. Try again once the line is back; number, date and note can be submitted before.',
  ],
  filesBusy: ['Đợi tệp tải xong rồi nộp.', 'Wait until the files are sent.'],
});
