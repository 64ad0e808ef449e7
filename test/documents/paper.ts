/** A paper with every kind of block, for tests of the writers. */
import type { PaperDocument } from '../../documents/index.ts';
import { instant, localDate } from '../../domain/time.ts';

export const examplePaper = (change: Partial<PaperDocument> = {}): PaperDocument => ({
  profile: 'decree30',
  parent: ['Ủy ban nhân dân', 'thành phố Tam Kỳ'],
  issuer: ['Ban Chỉ đạo diễn tập'],
  number: { value: '05/QĐ-BCĐ', symbol: '/QĐ-BCĐ' },
  place: 'Tam Kỳ',
  date: localDate('2022-01-05'),
  year: 2022,
  type: 'Quyết định',
  subject: 'Về việc thử cách trình bày',
  addressees: [],
  decidedBy: 'Ban Chỉ đạo',
  bases: ['Căn cứ Luật Quốc phòng ngày 08 tháng 6 năm 2018', 'Theo đề nghị của cơ quan thường trực'],
  body: [
    { kind: 'heading', level: 1, text: 'I. TÌNH HÌNH' },
    { kind: 'centred', text: 'QUYẾT ĐỊNH:' },
    { kind: 'text', text: [{ text: 'Điều 1. ', bold: true }, { text: 'Ế ề ữ ợ ậ đ Đ ỵ' }] },
    {
      kind: 'table',
      columns: [
        { head: 'TT', width: 1, align: 'centre' },
        { head: 'Việc', width: 5 },
      ],
      rows: [['1', 'Nghiệm thu']],
      total: ['', 'Cộng 1'],
      empty: 'Không có',
    },
  ],
  signatures: [{ lines: ['Trưởng ban'] }],
  recipients: ['Như Điều 1', 'Lưu: VT'],
  appendices: [{ title: 'PHỤ LỤC', subject: 'Danh sách', landscape: true, body: [{ kind: 'text', text: 'Trống' }] }],
  landscape: false,
  marking: 'LƯU HÀNH NỘI BỘ',
  draft: false,
  made: { title: 'Quyết định thử', at: instant(Date.UTC(2022, 0, 5, 2)), source: 'exercise/thu v1' },
  ...change,
});
