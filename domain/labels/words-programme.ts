/** Words of programmes: kinds, verdicts, grounds, sources, and how periods and reviews are called. */
import { inText, type Language } from './format.ts';

interface Word {
  readonly vi: string;
  readonly en: string;
}
const word = (vi: string, en: string): Word => ({ vi, en });

export const PROGRAMME_ACTS = {
  OpenProgramme: word('Lập chương trình', 'Open a programme'),
  HoldConference: word('Ghi hội nghị song phương', 'Record the conference'),
  SignProgramme: word('Ký kết, ban hành', 'Sign'),
  CloseProgramme: word('Kết thúc chương trình', 'Close the programme'),
  DefineIndicator: word('Thêm chỉ tiêu', 'Add an indicator'),
  ChangeTarget: word('Điều chỉnh chỉ tiêu', 'Change a target'),
  ReportValues: word('Nhập số liệu', 'Report figures'),
  VerifyValues: word('Xác minh số liệu', 'Verify figures'),
  ReturnValues: word('Trả lại số liệu', 'Return figures'),
  GrantExemption: word('Cho miễn', 'Grant an exemption'),
  EndExemption: word('Thôi miễn', 'End an exemption'),
  CountExercise: word('Tính cuộc diễn tập', 'Count an exercise'),
  EnterHeldExercise: word('Ghi cuộc diễn tập đã tổ chức', 'Enter an exercise held'),
  ConfirmHeldExercise: word('Xác nhận cuộc diễn tập đã tổ chức', 'Confirm an exercise held'),
  ScheduleReview: word('Đặt lịch sơ kết, tổng kết', 'Schedule a review'),
  SubmitContribution: word('Gửi báo cáo', 'Send the report'),
  HoldProgrammeReview: word('Ghi hội nghị sơ kết, tổng kết', 'Record the review meeting'),
  FinishProgrammeReview: word('Kết thúc sơ kết, tổng kết', 'Finish the review'),
  RecordRecommendation: word('Ghi kiến nghị', 'Record a recommendation'),
  CompleteRecommendation: word('Báo đã thực hiện', 'Report it done'),
  ConfirmRecommendation: word('Xác nhận đã thực hiện', 'Confirm it is done'),
  ReturnRecommendation: word('Trả lại kiến nghị', 'Return it'),
  RecordCommendation: word('Ghi khen thưởng', 'Record a commendation'),
} as const;

export const PROGRAMME_PHASES = {
  inForce: word('Đang thực hiện', 'In force'),
} as const;

export const PROGRAMME_KIND_NAMES = {
  coordination: word('Chương trình phối hợp', 'Coordination programme'),
  scheme: word('Đề án', 'Scheme'),
  resolution: word('Nghị quyết', 'Resolution'),
  guidance: word('Hướng dẫn', 'Guidance'),
} as const;

/** Verdicts of a figure. */
export const FIGURE_VERDICTS = {
  met: word('Đạt', 'Met'),
  notMet: word('Chưa đạt', 'Not met'),
  noData: word('Chưa có dữ liệu', 'No data'),
  waiting: word('Chờ xác minh', 'To be verified'),
  noTarget: word('Theo dõi', 'Followed'),
} as const;

export const GROUND_NAMES = {
  newUnit: word('đơn vị mới thành lập', 'newly founded unit'),
  merged: word('sáp nhập, chia tách', 'merged or split'),
  disaster: word('thiên tai, dịch bệnh', 'disaster or epidemic'),
  noSubject: word('không có đối tượng', 'nobody it applies to'),
  other: word('lý do khác', 'another ground'),
} as const;

export const SOURCE_NAMES = {
  reported: word('Báo cáo của cơ quan', 'Reported by the body'),
  coverage: word('Tự động: đơn vị đã diễn tập', 'By itself: units that have exercised'),
  exercisesHeld: word('Tự động: số cuộc diễn tập', 'By itself: exercises held'),
  mobilisation: word('Tự động: điểm danh động viên', 'By itself: mobilisation roll calls'),
  incidents: word('Tự động: sự cố mất an toàn', 'By itself: safety incidents'),
  graded: word('Tự động: kết quả xếp loại', 'By itself: grades of exercises'),
} as const;

export const MEASURE_NAMES = {
  ratio: word('tỷ lệ phần trăm', 'a percentage'),
  quotient: word('bình quân', 'an average'),
  number: word('một con số', 'one number'),
} as const;

export const CADENCE_NAMES = {
  month: word('Hằng tháng', 'Monthly'),
  quarter: word('Hằng quý', 'Quarterly'),
  halfYear: word('6 tháng', 'Half-yearly'),
  year: word('Hằng năm', 'Yearly'),
  term: word('Cả giai đoạn', 'Whole term'),
} as const;

export const REVIEW_KIND_NAMES = {
  sixMonth: word('Sơ kết 6 tháng', 'Six-month review'),
  yearly: word('Sơ kết năm', 'Yearly review'),
  midTerm: word('Sơ kết giữa kỳ', 'Mid-term review'),
  final: word('Tổng kết', 'Final review'),
} as const;

export const REVIEW_STATUSES = {
  planned: word('Chưa đến', 'Not yet'),
  open: word('Đang chuẩn bị', 'Being prepared'),
  held: word('Đã họp', 'Held'),
  finished: word('Đã kết thúc', 'Finished'),
} as const;

export const RECOMMENDATION_STATUSES = {
  open: word('Đang thực hiện', 'To be done'),
  completed: word('Đã báo, chờ xác nhận', 'Reported, to be confirmed'),
  confirmed: word('Đã xong', 'Done'),
} as const;

/** `năm 2021`, `6 tháng đầu năm 2021`, `quý 3 năm 2021`, `tháng 5 năm 2021`, `cả giai đoạn`. */
export const periodName = (period: string, language: Language): string => {
  if (period === 'term') return language === 'vi' ? 'cả giai đoạn' : 'the whole term';
  const [year = '', part] = period.split('-');
  if (part === undefined) return language === 'vi' ? `năm ${year}` : year;
  const n = Number(part.replace(/\D/, ''));
  if (part.startsWith('H'))
    return language === 'vi'
      ? `6 tháng ${n === 1 ? 'đầu' : 'cuối'} năm ${year}`
      : `${n === 1 ? 'first' : 'second'} half of ${year}`;
  if (part.startsWith('Q')) return language === 'vi' ? `quý ${n} năm ${year}` : `quarter ${n} of ${year}`;
  return language === 'vi' ? `tháng ${n} năm ${year}` : `month ${n} of ${year}`;
};

/** `Sơ kết 6 tháng đầu năm 2021`, `Tổng kết`; a review of its own number stands as it is. */
export const reviewName = (review: string, language: Language): string => {
  const [year = '', kind] = review.split('-');
  if (kind === 'sixMonth') return language === 'vi' ? `Sơ kết 6 tháng đầu năm ${year}` : `Six-month review of ${year}`;
  if (kind === 'yearly') return language === 'vi' ? `Sơ kết năm ${year}` : `Yearly review of ${year}`;
  return review === 'midTerm' || review === 'final' ? REVIEW_KIND_NAMES[review][language] : review;
};

/** `CK04, 6 tháng đầu năm 2021` for `CK04 2021-H1`, with the unit where one is named. */
export const valueName = (key: string, language: Language): string => {
  const [indicator = '', period, unit] = key.split(' ');
  return [indicator, ...(period ? [periodName(period, language)] : []), ...(unit ? [unit] : [])].join(', ');
};

/** `báo cáo Sơ kết năm 2021` for a report that is owed to a review, `kiến nghị K1` for a recommendation. */
export const dutyName = (duty: string, language: Language): string => {
  const [review = duty, body] = duty.split('/');
  if (body === undefined) return language === 'vi' ? `kiến nghị ${duty}` : `recommendation ${duty}`;
  const name = reviewName(review, language);
  return language === 'vi' ? `báo cáo ${inText(name)}` : `report to the ${inText(name)}`;
};
