/** Kinds of notices and the places of their texts, in words. */
import type { NoticeKind } from '../delivery/kinds.ts';
import type { Placeholder } from '../delivery/template.ts';

type Pair = { readonly vi: string; readonly en: string };

export const NOTICE_KIND_NAMES: Readonly<Record<NoticeKind, Pair>> = {
  reminder: { vi: 'Nhắc việc', en: 'Reminder' },
  escalation: { vi: 'Báo cáo cấp trên', en: 'Escalation' },
  urging: { vi: 'Đôn đốc', en: 'Urging' },
  assignment: { vi: 'Giao việc', en: 'Assignment' },
  return: { vi: 'Trả lại', en: 'Return' },
  gate: { vi: 'Kết quả cổng', en: 'Gate result' },
  alarm: { vi: 'Báo động điểm danh', en: 'Drill alarm' },
  digest: { vi: 'Việc trong ngày', en: 'Paper of the day' },
};

export const PLACEHOLDER_MEANINGS: Readonly<Record<Placeholder, Pair>> = {
  don_vi: { vi: 'Tên đơn vị nhận', en: 'Name of the body addressed' },
  cau: { vi: 'Câu nói việc gì xảy ra (bắt buộc)', en: 'The sentence that says what happened (needed)' },
  vi_sao: { vi: 'Vì sao đơn vị nhận tin (bắt buộc)', en: 'Why it comes to the body (needed)' },
  viec: { vi: 'Mã việc, cổng hoặc trạm', en: 'Code of the task, gate or station' },
  dien_tap: { vi: 'Tên cuộc diễn tập', en: 'Name of the exercise' },
  han: { vi: 'Ngày hạn', en: 'Day of the deadline' },
  con_lai: { vi: 'Còn lại hoặc quá hạn bao nhiêu ngày làm việc', en: 'Working days left or late' },
  lien_ket: { vi: 'Đường dẫn mở trong hệ thống', en: 'Link into the system' },
  danh_sach: {
    vi: 'Danh sách việc trong ngày (bắt buộc với "Việc trong ngày")',
    en: 'The day’s list (needed in the paper of the day)',
  },
};
