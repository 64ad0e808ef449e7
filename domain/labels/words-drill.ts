/** Words for the codes of a mobilisation drill. */
import type { Defect, Excuse, OrderStanding, QuotaWarning, Refusal, Removal } from '../drill/codes.ts';

interface Word {
  readonly vi: string;
  readonly en: string;
}
const word = (vi: string, en: string): Word => ({ vi, en });

export const EXCUSE_NAMES: Readonly<Record<Excuse, Word>> = {
  ownIllness: word('Bản thân ốm', 'Own illness'),
  familyEmergency: word('Gia đình có việc cấp bách', 'Family emergency'),
  disasterOrFire: word('Thiên tai, hỏa hoạn', 'Disaster or fire'),
  orderNotReceived: word('Không nhận được lệnh gọi', 'Order not received'),
  other: word('Lý do khác', 'Other'),
};

export const REFUSAL_NAMES: Readonly<Record<Refusal, Word>> = {
  notAtAddress: word('Không có mặt tại nơi cư trú', 'Not at the address'),
  moved: word('Đã chuyển nơi cư trú', 'Moved away'),
  notSigned: word('Không ký nhận', 'Would not sign'),
  exempt: word('Thuộc diện miễn gọi', 'Exempt'),
  other: word('Lý do khác', 'Other'),
};

export const REMOVAL_NAMES: Readonly<Record<Removal, Word>> = {
  moved: word('Chuyển đi', 'Moved away'),
  deceased: word('Đã mất', 'Deceased'),
  overAge: word('Hết tuổi', 'Over age'),
  exempt: word('Thuộc diện miễn', 'Exempt'),
  notUsable: word('Không còn sử dụng được', 'No longer usable'),
  sold: word('Đã bán', 'Sold'),
  duplicate: word('Đăng ký trùng', 'Entered twice'),
  other: word('Lý do khác', 'Other'),
};

export const DEFECT_NAMES: Readonly<Record<Defect, Word>> = {
  engine: word('Động cơ', 'Engine'),
  brakes: word('Phanh', 'Brakes'),
  tyres: word('Lốp', 'Tyres'),
  electrical: word('Điện', 'Electrical'),
  papers: word('Giấy tờ xe', 'Papers'),
  other: word('Lý do khác', 'Other'),
};

export const ORDER_STANDING_NAMES: Readonly<Record<OrderStanding, Word>> = {
  issued: word('Đã ra lệnh', 'Issued'),
  delivered: word('Đã giao lệnh', 'Delivered'),
  refused: word('Không giao được', 'Not delivered'),
  present: word('Có mặt', 'Present'),
  excused: word('Vắng có lý do', 'Excused'),
  unexcused: word('Vắng không lý do', 'Unexcused'),
  handedOver: word('Đã bàn giao', 'Handed over'),
  released: word('Đã cho về', 'Released'),
};

export const QUOTA_WARNINGS: Readonly<Record<QuotaWarning, Word>> = {
  'orders-short': word('Lệnh gọi ít hơn chỉ tiêu', 'Fewer orders than required'),
  'orders-over': word('Lệnh gọi nhiều hơn chỉ tiêu', 'More orders than required'),
  'spare-short': word('Dự phòng dưới mức quy định', 'Spare below the rule'),
  'spare-over': word('Dự phòng trên mức quy định', 'Spare above the rule'),
};

export const SILENCE_NAMES = {
  ahead: word('Chưa đến giờ', 'Not due yet'),
  reported: word('Đã báo', 'Reported'),
  overdue: word('Quá giờ chưa báo', 'Overdue, silent'),
} as const;

/** Why a place or a spare cannot be used for a substitution. */
export const SUBSTITUTION_FAULTS = {
  notAPlace: word('không phải lệnh trong biên chế', 'it is not a place of the establishment'),
  present: word('người được gọi đã có mặt', 'the one ordered is present'),
  replaced: word('đã có người thay', 'it has a substitute already'),
  notAbsent: word('chưa được ghi là vắng', 'no absence is recorded yet'),
  notSpare: word('không phải lệnh dự phòng', 'it is not a spare'),
  notPresent: word('chưa có mặt', 'it is not present'),
  used: word('đã thay cho lệnh khác', 'it fills another place'),
  released: word('đã cho về', 'it was released'),
  otherKind: word('khác loại', 'it is of the other kind'),
} as const;
