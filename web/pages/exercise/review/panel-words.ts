import { words } from '../../../words/language.tsx';

export const said = words({
  menu: [
    (domain: string) => `Người chấm và cơ quan được đánh giá: ${domain}`,
    (domain: string) => `Scorers and judged bodies: ${domain}`,
  ],
  scorers: ['Cử người chấm', 'Name scorers'],
  bodies: ['Cơ quan được đánh giá', 'Judged bodies'],
  scorersTitle: [(domain: string) => `Cử người chấm: ${domain}`, (domain: string) => `Name scorers: ${domain}`],
  bodiesTitle: [(domain: string) => `Cơ quan được đánh giá: ${domain}`, (domain: string) => `Judged bodies: ${domain}`],
  scorersWhat: [
    'Chỉ những người được cử mới chấm lĩnh vực này. Để trống: Ban Đạo diễn và Ban Chỉ đạo chấm.',
    'Only those named score this domain. Empty: the directing and the steering board.',
  ],
  bodiesWhat: [
    'Người của các cơ quan này không chấm lĩnh vực này.',
    'Members of these bodies do not score this domain.',
  ],
  person: ['Mã người', 'Person code'],
  personWhat: ['Như ghi ở tài khoản, ví dụ nv-07', 'As in the account, for example nv-07'],
  body: ['Cơ quan', 'Body'],
  addScorer: ['Thêm người chấm', 'Add a scorer'],
  addBody: ['Thêm cơ quan', 'Add a body'],
  removeN: [(n: number) => `Bỏ dòng ${n}`, (n: number) => `Remove line ${n}`],
  scorersThis: [
    (n: number) => (n === 0 ? 'Để hai ban chấm' : `Cử ${n} người chấm`),
    (n: number) => (n === 0 ? 'Leave it to the boards' : `Name ${n} scorers`),
  ],
  bodiesThis: [(n: number) => `Ghi ${n} cơ quan`, (n: number) => `Record ${n} bodies`],
  done: ['Đã ghi.', 'Recorded.'],
});
