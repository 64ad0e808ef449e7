/** What the three usual stages of a run are about, in order (domain guide §3); a plan may name its own. */
export const STAGE_NAMES = [
  ['chuyển trạng thái sẵn sàng chiến đấu và quốc phòng', 'states of readiness and defence'],
  ['tổ chức chuẩn bị tác chiến phòng thủ', 'preparing the defence operation'],
  ['thực hành tác chiến phòng thủ', 'practising the defence operation'],
] as const;
