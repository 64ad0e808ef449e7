/** Texts of messages as versioned data: what an administrator may word, and what every wording must keep. */
import { z } from 'zod';
import { storable } from '../text.ts';
import { NOTICE_KINDS, type NoticeKind } from './kinds.ts';

/** What a text may name in braces; filled when the message goes out. */
export const PLACEHOLDERS = [
  'don_vi',
  'cau',
  'vi_sao',
  'viec',
  'dien_tap',
  'han',
  'con_lai',
  'lien_ket',
  'danh_sach',
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];
export type Values = Readonly<Record<Placeholder, string>>;

const bounded = (max: number) =>
  z
    .string()
    .refine(storable, { message: 'control characters or broken Unicode' })
    .transform((value) => value.normalize('NFC').trim())
    .pipe(z.string().min(1).max(max));

export const Wording = z
  .strictObject({
    subject: bounded(150)
      .refine((line) => !/[\r\n\t]/.test(line), { message: 'one line' })
      .meta({ example: '[Sẵn Sàng] Nhắc việc {viec}: {con_lai}' }),
    text: bounded(4_000).meta({ example: 'Kính gửi {don_vi},\n\n{cau}\n\n{vi_sao}\n\n{lien_ket}' }),
  })
  .readonly()
  .meta({ id: 'Wording' });
export type Wording = z.infer<typeof Wording>;

export interface WordingFault {
  /** `unknown`: no such placeholder; `missing`: a message of this kind would not say it. */
  readonly kind: 'unknown' | 'missing';
  readonly placeholder: string;
}

/** Faults of a wording, none for a sound one: every message says what happened and why it comes. */
export const checkWording = (kind: NoticeKind, { subject, text }: Wording): readonly WordingFault[] => {
  const named = [...`${subject}\n${text}`.matchAll(/\{([^{}\s]*)\}/g)].map(([, name = '']) => name);
  const unknown = named.filter((name) => !(PLACEHOLDERS as readonly string[]).includes(name));
  const needed = kind === 'digest' ? ['danh_sach'] : ['cau', 'vi_sao'];
  return [
    ...[...new Set(unknown)].map((placeholder): WordingFault => ({ kind: 'unknown', placeholder })),
    ...needed
      .filter((placeholder) => !text.includes(`{${placeholder}}`))
      .map((placeholder): WordingFault => ({ kind: 'missing', placeholder })),
  ];
};

/** A line that is left without a word by an empty value goes. */
export const fillWording = ({ subject, text }: Wording, values: Values): Wording => {
  const fill = (part: string): string =>
    part.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? values[name as Placeholder] : whole));
  return {
    subject: fill(subject).replace(/\s+/g, ' ').trim().slice(0, 250),
    text: fill(text)
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
  };
};

const FOOT = 'Thư này do hệ thống Sẵn Sàng gửi tự động; xin không trả lời. Mạng này không chuyển nội dung mật.';
const letter = (subject: string, lead: string): Wording => ({
  subject,
  text: `Kính gửi {don_vi},\n\n${lead}\n\n{cau}\nDiễn tập: {dien_tap}\n\n{vi_sao}\n\n{lien_ket}\n\n${FOOT}`,
});

/** Version 0 of every kind; what the administrator writes begins at 1. */
export const USUAL_WORDINGS: Readonly<Record<NoticeKind, Wording>> = {
  reminder: letter('[Sẵn Sàng] Nhắc việc {viec}: {con_lai}', 'Hệ thống nhắc việc đang ở đơn vị:'),
  escalation: letter('[Sẵn Sàng] Báo cáo việc quá hạn {viec}: {con_lai}', 'Xin báo cáo việc cần đồng chí chỉ đạo:'),
  urging: letter('[Sẵn Sàng] Đôn đốc việc {viec}', 'Đơn vị được đôn đốc:'),
  assignment: letter('[Sẵn Sàng] Giao việc {viec}', 'Đơn vị được giao việc:'),
  return: letter('[Sẵn Sàng] Trả lại {viec}', 'Minh chứng cần bổ sung; lý do trả lại xem trong hệ thống:'),
  gate: letter('[Sẵn Sàng] Kết quả cổng {viec}', 'Xin thông báo kết quả:'),
  alarm: letter('[Sẵn Sàng] BÁO ĐỘNG: trạm {viec} chưa báo', 'Cần xử lý ngay:'),
  digest: {
    subject: '[Sẵn Sàng] Việc trong ngày của {don_vi}',
    text: `Kính gửi {don_vi},\n\n{danh_sach}\n\n{lien_ket}\n\n${FOOT}`,
  },
};
export const isKind = (kind: string): kind is NoticeKind => (NOTICE_KINDS as readonly string[]).includes(kind);

/** What a preview fills in. */
export const SAMPLE_VALUES: Values = {
  don_vi: 'Công an thành phố Tam Kỳ',
  cau: 'Việc C17 Kế hoạch bảo đảm an ninh trật tự, hạn 15/02/2027: còn 3 ngày làm việc.',
  vi_sao: 'Vì đồng chí thuộc Công an thành phố Tam Kỳ, bậc nhắc trước hạn 3 ngày làm việc.',
  viec: 'C17',
  dien_tap: 'Diễn tập khu vực phòng thủ thành phố 2027',
  han: '15/02/2027',
  con_lai: 'còn 3 ngày làm việc',
  lien_ket: 'https://san-sang.example/viec/tam-ky-2027/C17',
  danh_sach:
    'Quá hạn\n- C12 Chỉ thị của Ban Thường vụ, hạn 10/02/2027: quá hạn 2 ngày làm việc\n\nSắp đến hạn\n- C17 Kế hoạch bảo đảm an ninh trật tự, hạn 15/02/2027: còn 3 ngày làm việc',
};
