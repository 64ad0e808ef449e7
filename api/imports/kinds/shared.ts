/** Columns and settings that several kinds share. */
import type { KINDS } from '../../../domain/drill/codes.ts';
import { Paper } from '../../../domain/text.ts';
import type { Values } from '../cells.ts';
import type { Column } from '../columns.ts';
import { fitting } from '../faults.ts';
import type { Asked } from '../kind.ts';

export const words = (vi: string, en: string) => ({ vi, en });

export const UNIT: Column = {
  field: 'unit',
  title: words('Địa bàn', 'Unit'),
  also: ['Đơn vị', 'Xã, phường', 'Xã', 'Phường', 'Mã địa bàn', 'Đơn vị hành chính', 'Commune'],
  type: 'text',
  required: true,
  note: words('Mã hoặc tên đang dùng', 'Its id, or its present name'),
  example: 'xã Tân Thạnh',
};

const KIND_WORDS: Readonly<Record<(typeof KINDS)[number], readonly string[]>> = {
  reservist: ['Quân nhân dự bị', 'QNDB', 'Quân nhân', 'Người', 'Reservist'],
  vehicle: ['Phương tiện kỹ thuật', 'PTKT', 'Phương tiện', 'Xe', 'Vehicle'],
};
export const KIND: Column = {
  field: 'kind',
  title: words('Loại', 'Kind'),
  also: ['Loại đối tượng', 'Đối tượng'],
  type: 'choice',
  choices: KIND_WORDS,
  note: words('Để trống là quân nhân dự bị', 'Empty: a reservist'),
  example: 'Quân nhân dự bị',
};

export const STATION: Column = {
  field: 'station',
  title: words('Trạm tập trung', 'Station'),
  also: ['Trạm', 'Mã trạm', 'Điểm tập trung'],
  type: 'code',
  example: 'TT-01',
};

export const GROUP: Column = {
  field: 'group',
  title: words('Nhóm chuyên nghiệp', 'Group'),
  also: ['CNQS', 'Chuyên nghiệp quân sự', 'Loại phương tiện', 'Hạng', 'Nhóm', 'Class'],
  type: 'code',
  example: 'LX-B2',
};

export const ORDER: Column = {
  field: 'order',
  title: words('Số lệnh', 'Order'),
  also: ['Số lệnh gọi', 'Mã lệnh', 'Lệnh', 'Số hiệu lệnh'],
  type: 'code',
  required: true,
  note: words(
    'Chữ hoa không dấu, chữ số, gạch nối; không ghi tên, biển số',
    'Capitals, digits, hyphens; no name or plate',
  ),
  example: 'QN-00012',
};

/** The decision on which a change of the organisation stands, and its first day. */
export const DECISION: readonly Column[] = [
  {
    field: 'paperNumber',
    title: words('Số quyết định', 'Number of the decision'),
    type: 'text',
    required: true,
    example: '12/QĐ-UBND',
  },
  {
    field: 'paperDate',
    title: words('Ngày quyết định', 'Date of the decision'),
    type: 'date',
    required: true,
    example: '15/06/2025',
  },
  {
    field: 'paperIssuer',
    title: words('Nơi ban hành', 'Issued by'),
    type: 'text',
    required: true,
    example: 'Ủy ban nhân dân thành phố',
  },
  {
    field: 'validFrom',
    title: words('Có hiệu lực từ ngày', 'In force from'),
    type: 'date',
    required: true,
    example: '01/07/2025',
  },
];

export const paperOf = ({ paperNumber, paperDate, paperIssuer }: Values): Paper =>
  fitting(Paper, { number: paperNumber, date: paperDate, issuer: paperIssuer }, []);

/** Without the fields that were left empty. */
export const filled = (values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

/** Runs of neighbouring rows with the same key, at most `most` each. */
export const runs = (
  rows: readonly Asked[],
  keyOf: (row: Asked) => string,
  most: number,
): readonly (readonly Asked[])[] => {
  const all: Asked[][] = [];
  let last: string | null = null;
  for (const row of rows) {
    const key = keyOf(row);
    const open = all.at(-1);
    if (open && key === last && open.length < most) open.push(row);
    else all.push([row]);
    last = key;
  }
  return all;
};
