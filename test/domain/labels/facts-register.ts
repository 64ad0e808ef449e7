/** What can happen to a register. */
import type { RegisterEvent } from '../../../domain/register/index.ts';
import type { Facts } from './plain.ts';

const row = { number: 5, symbol: '/QĐ-UBND', written: '05/QĐ-UBND', date: '2022-08-24', secret: false } as const;

export const REGISTER_FACTS: Facts<RegisterEvent> = {
  NumberGiven: [
    { ...row, paper: null, subject: 'Phê duyệt kế hoạch', by: 'tam-ky.CLERK' },
    { ...row, paper: null, subject: 'Văn bản số 1', secret: true, by: 'tam-ky.CLERK' },
    { ...row, paper: { exercise: 'dt-22', kind: 'plan', of: null, atVersion: 40 }, subject: null, by: 'tam-ky.CLERK' },
  ],
  RegisterImported: [
    { rows: [{ ...row, subject: null }], by: 'tam-ky.CLERK' },
    {
      rows: [
        { ...row, subject: null },
        { ...row, number: 6, written: '06/QĐ-UBND', subject: null },
      ],
      by: 'tam-ky.CLERK',
    },
  ],
  NumberVoided: [{ symbol: '/QĐ-UBND', number: 5, secret: false, reason: 'Cấp nhầm', by: 'tam-ky.CLERK' }],
};
