/** Every way the product refuses: code, kind, and what a person is told. Parameters stand in braces. */
import { type Entry, entry } from './entry.ts';
import { CONDUCT_REJECTIONS } from './rejections-conduct.ts';
import { DRILL_REJECTIONS } from './rejections-drill.ts';
import { EXERCISE_REJECTIONS } from './rejections-exercise.ts';
import { ORGANISATION_REJECTIONS } from './rejections-organisation.ts';
import { PAPER_REJECTIONS } from './rejections-papers.ts';
import { PLANNING_REJECTIONS } from './rejections-planning.ts';
import { PREPARATION_REJECTIONS } from './rejections-preparation.ts';
import { PROGRAMME_REJECTIONS } from './rejections-programme.ts';
import { REGISTER_REJECTIONS } from './rejections-register.ts';
import { REMINDER_REJECTIONS } from './rejections-reminders.ts';
import { REVIEW_REJECTIONS } from './rejections-review.ts';
import { ROLL_OUT_REJECTIONS } from './rejections-rollout.ts';

export const REJECTIONS = {
  ...CONDUCT_REJECTIONS,
  ...DRILL_REJECTIONS,
  ...EXERCISE_REJECTIONS,
  ...PAPER_REJECTIONS,
  ...REGISTER_REJECTIONS,
  ...ORGANISATION_REJECTIONS,
  ...PLANNING_REJECTIONS,
  ...PREPARATION_REJECTIONS,
  ...PROGRAMME_REJECTIONS,
  ...REMINDER_REJECTIONS,
  ...REVIEW_REJECTIONS,
  ...ROLL_OUT_REJECTIONS,
  'calendar-year-missing': entry(
    'invalid',
    [
      'Chưa có bảng ngày làm việc của năm {year}.',
      'Quản trị nhập bảng nghỉ năm {year} rồi thử lại; Hệ thống không tự đoán.',
    ],
    [
      'There is no working-day table for {year}.',
      'The administrator enters the table for {year}; the system never guesses.',
    ],
  ),
  'offset-invalid': entry(
    'invalid',
    [
      '“{text}” không phải là quy tắc hạn.',
      'Nhập theo dạng T-45, T, E hoặc E+10 (ngày làm việc trước khai mạc, sau bế mạc).',
    ],
    ['"{text}" is not a due rule.', 'Write it as T-45, T, E or E+10 (working days before opening, after closing).'],
  ),
  'organisation-unknown': entry(
    'unknown',
    ['Chưa nhập tổ chức của hệ thống.', 'Nhập bằng EstablishOrganisation.'],
    ['The organisation has not been entered yet.', 'Enter it with EstablishOrganisation.'],
  ),
  'calendar-unknown': entry(
    'unknown',
    [
      'Chưa có thay đổi nào trong lịch làm việc.',
      'Lịch kèm theo phần mềm đang có hiệu lực; nhập năm mới bằng EnterYear.',
    ],
    ['The calendar has not been changed yet.', 'The shipped tables are in force; enter a year with EnterYear.'],
  ),
  'template-not-changed': entry(
    'unknown',
    ['Mẫu {id} chưa có phiên bản nào được ban hành thêm.', 'Ban hành phiên bản mới bằng PublishTemplate.'],
    ['Template {id} has no version beyond the shipped one.', 'Publish one with PublishTemplate.'],
  ),
  'template-unknown': entry(
    'unknown',
    ['Không có mẫu danh mục công việc “{id}” phiên bản {version}.', 'Chọn một mẫu có trong danh sách mẫu.'],
    ['There is no checklist template "{id}" version {version}.', 'Choose one from the list of templates.'],
  ),
  'not-your-body': entry(
    'forbidden',
    ['{body} không có thẩm quyền làm việc này.', 'Thẩm quyền thuộc: {allowed}.'],
    ['{body} may not do this.', 'It is for: {allowed}.'],
  ),
  'head-only': entry(
    'forbidden',
    ['Chỉ người đứng đầu được làm việc này.', 'Người đứng đầu của: {allowed}.'],
    ['Only the head may do this.', 'The head of: {allowed}.'],
  ),
  'system-only': entry(
    'forbidden',
    ['Lệnh {type} chỉ do Hệ thống gửi.', 'Không có thao tác tay cho lệnh này.'],
    ['Only the system sends {type}.', 'There is no manual form of it.'],
  ),
  'command-unknown': entry(
    'invalid',
    ['Không có lệnh {type}.', 'Xem danh sách lệnh ở /docs.'],
    ['There is no command {type}.', 'The list of commands is at /docs.'],
  ),
  'stale-version': entry(
    'stale',
    [
      'Hồ sơ đã thay đổi: bản {version}, đồng chí gửi trên bản {expected}.',
      'Tải lại, xem thay đổi, gửi lại trên bản mới.',
    ],
    [
      'The file has changed: version {version}, the command expected {expected}.',
      'Reload, look at the change, send again.',
    ],
  ),
  'command-reused': entry(
    'rule',
    ['Mã lệnh {commandId} đã dùng cho nội dung khác.', 'Dùng mã mới cho lệnh mới.'],
    ['Command id {commandId} was used for other content.', 'Use a new id for a new command.'],
  ),
} as const satisfies Record<string, Entry>;

export type RejectionCode = keyof typeof REJECTIONS;
