/** The shipped scoring sheet: points, grades and gap rule of domain guide §7; the criteria are template defaults (TDE). */
import type { BodyCode } from '../people.ts';
import type { Criterion, ScoreSheet, SheetDomain } from './sheet.ts';

type Row = readonly [code: string, nameVi: string, nameEn: string, points: number, critical?: 'critical'];

const criterion = ([code, nameVi, nameEn, points, critical]: Row): Criterion => ({
  code,
  nameVi,
  nameEn,
  points,
  critical: critical !== undefined,
});

/** The points of the domain are those of its criteria. */
const domain = (
  code: string,
  nameVi: string,
  nameEn: string,
  bodies: readonly BodyCode[],
  rows: readonly Row[],
): SheetDomain => ({
  code,
  nameVi,
  nameEn,
  points: rows.reduce((sum, [, , , points]) => sum + points, 0),
  criteria: rows.map(criterion),
  bodies,
});

export const DEFAULT_SHEET: ScoreSheet = {
  domains: [
    domain(
      'leadership',
      'Lãnh đạo, vận hành cơ chế',
      'Leadership and mechanism',
      [],
      [
        ['partyLeadership', 'Cấp ủy lãnh đạo, ra nghị quyết', 'Party committee leads and resolves', 7],
        ['governmentDirection', 'Chính quyền quản lý, điều hành', 'Government directs', 6],
        ['agencyAdvice', 'Cơ quan quân sự, công an tham mưu', 'Military and police advise', 6],
        [
          'mechanismOrder',
          'Vận hành cơ chế đúng trình tự, thời gian',
          'Mechanism runs in order and on time',
          6,
          'critical',
        ],
      ],
    ),
    domain(
      'documents',
      'Văn kiện',
      'Documents',
      ['SUB'],
      [
        ['complete', 'Đủ đầu văn kiện theo danh mục', 'All listed documents exist', 6],
        ['sound', 'Nội dung sát thực tế địa phương', 'Content fits the locality', 6],
        ['form', 'Đúng thể thức, thẩm quyền ký', 'Form and signatures are right', 4],
        ['secrecy', 'Quản lý, bảo mật văn kiện', 'Documents are kept safe', 4],
      ],
    ),
    domain(
      'livePart',
      'Thực binh',
      'Live part',
      ['FRAME'],
      [
        ['plan', 'Đúng ý định, kế hoạch', 'Follows intent and plan', 5],
        ['coordination', 'Hiệp đồng giữa các lực lượng', 'Forces work together', 5],
        ['conduct', 'Động tác, xử trí tình huống', 'Drill and handling of situations', 6],
        ['force', 'Quân số, trang bị tham gia', 'Strength and equipment', 4],
      ],
    ),
    domain(
      'mobilisation',
      'Động viên',
      'Mobilisation',
      ['SA', 'CMC'],
      [
        ['register', 'Phúc tra, nắm nguồn', 'Registers are re-verified', 3],
        ['orders', 'Giao lệnh đúng thời gian', 'Orders are delivered in time', 4],
        ['muster', 'Quân số, phương tiện có mặt', 'Reservists and vehicles report', 5, 'critical'],
        ['handover', 'Giao nhận với đơn vị nhận nguồn', 'Handover to the receiving unit', 3],
      ],
    ),
    domain(
      'support',
      'Bảo đảm',
      'Support',
      ['SUP'],
      [
        ['logistics', 'Hậu cần, kỹ thuật', 'Logistics and engineering', 4],
        ['medical', 'Quân y, y tế', 'Medical', 3],
        ['finance', 'Kinh phí đúng chế độ', 'Money spent by the rules', 3],
      ],
    ),
    domain(
      'safety',
      'An toàn, kỷ luật',
      'Safety and discipline',
      [],
      [
        ['people', 'An toàn về người', 'People are safe', 4, 'critical'],
        ['materiel', 'An toàn vũ khí, phương tiện', 'Weapons and vehicles are safe', 3],
        ['discipline', 'Chấp hành kỷ luật', 'Discipline', 3],
      ],
    ),
  ],
  grades: [
    { code: 'excellent', nameVi: 'Giỏi', nameEn: 'excellent', atLeast: 85 },
    { code: 'good', nameVi: 'Khá', nameEn: 'good', atLeast: 70 },
    { code: 'pass', nameVi: 'Đạt', nameEn: 'pass', atLeast: 50 },
    { code: 'fail', nameVi: 'Không đạt', nameEn: 'fail', atLeast: 0 },
  ],
  scorers: 2,
  largestGap: 15,
  cap: 'pass',
};
