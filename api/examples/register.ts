/** Numbers of papers: given, imported, voided. */
import type { Examples } from './common.ts';

export const REGISTER_EXAMPLES: Examples = {
  GiveNumber: {
    type: 'GiveNumber',
    symbol: '/KH-UBND',
    date: '2022-05-31',
    paper: { exercise: 'tam-ky-2022', kind: 'plan', atVersion: 40 },
  },
  ImportRegister: {
    type: 'ImportRegister',
    rows: [{ number: '812/QĐ-UBND', date: '2022-03-24', subject: 'Thành lập Ban Chỉ đạo diễn tập' }],
  },
  VoidNumber: { type: 'VoidNumber', symbol: '/QĐ-UBND', number: 812, reason: 'Cấp nhầm' },
};
