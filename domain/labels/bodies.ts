/** Names of bodies and of the posts that head them (domain guide §2), without a locality: the page adds it. */
import type { BodyCode } from '../people.ts';

interface Label {
  readonly name: string;
  /** Post of the head, never a person. */
  readonly head: string;
}

const label = (vi: [string, string], en: [string, string]): { readonly vi: Label; readonly en: Label } => ({
  vi: { name: vi[0], head: vi[1] },
  en: { name: en[0], head: en[1] },
});

export const BODIES: Readonly<Record<BodyCode, { readonly vi: Label; readonly en: Label }>> = {
  SC: label(['Ban Thường vụ', 'Bí thư cấp ủy'], ['Standing committee', 'Party secretary']),
  MPC: label(
    ['Đảng ủy Quân sự', 'Bí thư Đảng ủy Quân sự'],
    ['Military party committee', 'Secretary of the military party committee'],
  ),
  PC: label(['Ủy ban nhân dân', 'Chủ tịch UBND'], ["People's Committee", "Chair of the People's Committee"]),
  SA: label(
    ['Cơ quan thường trực (Chỉ huy Quân sự)', 'Chỉ huy trưởng'],
    ['Standing agency (military command)', 'Commander'],
  ),
  SB: label(['Ban Chỉ đạo diễn tập', 'Trưởng Ban Chỉ đạo'], ['Steering board', 'Head of the steering board']),
  OB: label(['Ban Tổ chức diễn tập', 'Trưởng Ban Tổ chức'], ['Organising board', 'Head of the organising board']),
  SUB: label(
    ['Tiểu ban nội dung, tuyên truyền', 'Trưởng tiểu ban nội dung, tuyên truyền'],
    ['Content and information subcommittee', 'Head of the content and information subcommittee'],
  ),
  DB: label(['Ban Đạo diễn', 'Trưởng Ban Đạo diễn'], ['Directing board', 'Head of the directing board']),
  SUP: label(['Ban Bảo đảm', 'Trưởng Ban Bảo đảm'], ['Support board', 'Head of the support board']),
  POL: label(['Công an', 'Trưởng Công an'], ['Police', 'Chief of police']),
  FIN: label(
    ['Tài chính – Kế hoạch', 'Trưởng phòng Tài chính – Kế hoạch'],
    ['Finance and planning', 'Head of finance and planning'],
  ),
  HEA: label(['Y tế', 'Thủ trưởng cơ quan y tế'], ['Health', 'Head of the health service']),
  EDU: label(['Giáo dục', 'Trưởng phòng Giáo dục'], ['Education', 'Head of education']),
  CUL: label(
    ['Văn hóa – Thông tin', 'Trưởng phòng Văn hóa – Thông tin'],
    ['Culture and information', 'Head of culture and information'],
  ),
  FRONT: label(['Mặt trận Tổ quốc', 'Chủ tịch Ủy ban MTTQ'], ['Fatherland Front', 'Chair of the Fatherland Front']),
  UNION: label(['Đoàn thể', 'Người đứng đầu đoàn thể'], ['Mass bodies', 'Head of the mass bodies']),
  COM: label(
    ['Đảng ủy, UBND xã, phường', 'Bí thư Đảng ủy'],
    ["Commune Party committee and People's Committee", 'Party secretary'],
  ),
  CMC: label(['Ban Chỉ huy Quân sự xã, phường', 'Chỉ huy trưởng'], ['Commune military command', 'Commander']),
  FRAME: label(['Khung tập', 'Trưởng khung tập'], ['Exercise frame', 'Head of the frame']),
  CLERK: label(['Văn thư', 'Phụ trách văn thư'], ['Records office', 'Head of records']),
  VIEW: label(['Lãnh đạo theo dõi', 'Lãnh đạo'], ['Leadership viewer', 'Leader']),
};

/** A body's label beside the name of its unit: one that speaks of communes in general gives way to the one. */
export const labelBeside = (code: BodyCode, language: 'vi' | 'en'): string =>
  BODIES[code][language].name.replace(/ xã, phường$/, '');
