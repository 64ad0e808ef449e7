/** Every way the API itself refuses, in the manner of `domain/labels/rejections.ts`, and the one shape of a refusal. */
import { type Called, explain, type RejectionBody, type RejectionKind } from '../domain/rejection.ts';
import type { ProblemBody } from './contract/index.ts';

export type Language = 'vi' | 'en';
type Pair = readonly [what: string, who: string];
interface Entry {
  readonly status: number;
  readonly vi: Pair;
  readonly en: Pair;
}
const entry = (status: number, vi: Pair, en: Pair): Entry => ({ status, vi, en });

export const PROBLEMS = {
  'malformed-json': entry(
    400,
    ['Nội dung gửi lên không phải JSON hợp lệ (UTF-8).', 'Sửa lại nội dung rồi gửi lại.'],
    ['The body is not valid JSON in UTF-8.', 'Correct it and send again.'],
  ),
  'unsupported-media-type': entry(
    415,
    ['Hệ thống chỉ nhận application/json.', 'Đặt Content-Type: application/json rồi gửi lại.'],
    ['Only application/json is accepted.', 'Set Content-Type: application/json and send again.'],
  ),
  'body-too-large': entry(
    413,
    ['Nội dung gửi lên lớn hơn 256 KB.', 'Chia nhỏ rồi gửi lại.'],
    ['The body is larger than 256 KB.', 'Split it and send again.'],
  ),
  'invalid-body': entry(
    422,
    ['Nội dung lệnh chưa đúng ở {count} chỗ: {paths}.', 'Sửa các mục trong errors rồi gửi lại.'],
    ['The command does not fit in {count} places: {paths}.', 'Correct the fields listed in errors and send again.'],
  ),
  'invalid-query': entry(
    400,
    ['Tham số truy vấn chưa đúng: {paths}.', 'Sửa các tham số trong errors; tham số được nhận xem ở /docs.'],
    ['Query parameters do not fit: {paths}.', 'Correct those listed in errors; /docs lists what is accepted.'],
  ),
  'invalid-path': entry(
    400,
    ['Địa chỉ chưa đúng: {paths}.', 'Kiểm tra lại mã trong địa chỉ.'],
    ['The address does not fit: {paths}.', 'Check the ids in the address.'],
  ),
  'bad-request': entry(
    400,
    ['Yêu cầu không đúng dạng HTTP.', 'Kiểm tra địa chỉ và các tiêu đề rồi gửi lại.'],
    ['The request is not proper HTTP.', 'Check address and headers and send again.'],
  ),
  'not-found': entry(
    404,
    ['Không có, hoặc đồng chí không được xem.', 'Kiểm tra lại địa chỉ.'],
    ['There is nothing here, or you may not see it.', 'Check the address.'],
  ),
  'not-yet': entry(
    404,
    ['Vào thời điểm {asOf} chưa có hồ sơ này; việc đầu tiên ghi lúc {first}.', 'Chọn thời điểm muộn hơn.'],
    ['At {asOf} this file did not exist; its first event is of {first}.', 'Choose a later moment.'],
  ),
  'command-not-found': entry(
    404,
    ['Hệ thống không biết lệnh {commandId}.', 'Gửi lại lệnh với đúng mã đó: an toàn khi lặp lại.'],
    ['Command {commandId} is not known.', 'Send it again under the same id: repeating is safe.'],
  ),
  'method-not-allowed': entry(
    405,
    ['Địa chỉ này không nhận {method}.', 'Dùng: {allow}.'],
    ['This address does not take {method}.', 'Use: {allow}.'],
  ),
  'sign-in-needed': entry(
    401,
    ['Chưa biết đồng chí là ai.', 'Đăng nhập rồi thử lại.'],
    ['It is not known who you are.', 'Sign in and try again.'],
  ),
  'password-change-needed': entry(
    403,
    ['Đồng chí đang dùng mật khẩu cấp một lần.', 'Đổi mật khẩu rồi làm tiếp.'],
    ['You are using a one-time password.', 'Change it, then go on.'],
  ),
  'no-duty': entry(
    403,
    ['Hôm nay tài khoản của đồng chí không giữ nhiệm vụ nào.', 'Quản trị ghi nhiệm vụ cho tài khoản.'],
    ['Your account holds no duty today.', 'The administrator records one.'],
  ),
  'not-permitted': entry(
    403,
    [
      'Đồng chí được xem phần việc của đơn vị mình trong hồ sơ này, không được xem toàn bộ.',
      'Việc này của cơ quan thường trực và lãnh đạo của địa phương mở diễn tập hoặc cấp trên.',
    ],
    [
      "You see your own body's part of this file, not all of it.",
      'This is for the standing agency and the leaders of the locality that exercises, or of one above it.',
    ],
  ),
  'viewers-send-nothing': entry(
    403,
    [
      'Vai theo dõi chỉ xem, không gửi lệnh và không ghi gì.',
      'Cơ quan thường trực hoặc đơn vị được giao việc thực hiện.',
    ],
    ['Viewers read and send nothing.', 'The standing agency, or the body that was given the work, does it.'],
  ),
  'admin-only': entry(
    403,
    ['Việc này của quản trị hệ thống.', 'Đề nghị quản trị thực hiện.'],
    ['This is for the administrator.', 'Ask the administrator.'],
  ),
  csrf: entry(
    403,
    [
      'Yêu cầu ghi không đến từ trang của Hệ thống (thiếu X-CSRF-Token của phiên, hoặc Origin lạ).',
      'Tải lại trang rồi làm lại; chương trình lấy mã từ GET /api/v1/me.',
    ],
    [
      "The write does not come from this system's page (no X-CSRF-Token of the session, or a foreign Origin).",
      'Reload the page and try again; programs take the token from GET /api/v1/me.',
    ],
  ),
  'sign-in-wrong': entry(
    401,
    ['Tên đăng nhập hoặc mật khẩu chưa đúng.', 'Kiểm tra bàn phím rồi nhập lại; quên mật khẩu thì báo quản trị.'],
    ['The user name or the password is not right.', 'Check and try again; the administrator resets passwords.'],
  ),
  'too-many-attempts': entry(
    429,
    ['Đã nhập sai nhiều lần.', 'Thử lại sau {seconds} giây.'],
    ['There were too many attempts.', 'Try again in {seconds} seconds.'],
  ),
  'account-closed': entry(
    403,
    ['Tài khoản này đã khóa.', 'Liên hệ quản trị hệ thống.'],
    ['This account is closed.', 'Ask the administrator.'],
  ),
  'account-unknown': entry(
    403,
    ['Cổng đăng nhập chung chưa gắn với tài khoản nào ở đây.', 'Quản trị tạo tài khoản cùng tên đăng nhập.'],
    ['The central sign-in matches no account here.', 'The administrator creates one of the same user name.'],
  ),
  'central-unavailable': entry(
    503,
    ['Cổng đăng nhập chung tạm thời chưa trả lời.', 'Đăng nhập bằng mật khẩu, hoặc thử lại sau.'],
    ['The central sign-in does not answer now.', 'Sign in by password, or try again later.'],
  ),
  'second-factor-wrong': entry(
    401,
    ['Mã xác thực chưa đúng.', 'Nhập mã mới nhất trên ứng dụng xác thực, hoặc một mã dự phòng chưa dùng.'],
    ['The code is not right.', 'Enter the latest code of the authenticator, or a backup code not used yet.'],
  ),
  'second-factor-late': entry(
    401,
    ['Bước xác thực thứ hai đã hết hạn hoặc sai quá nhiều lần.', 'Đăng nhập lại từ đầu.'],
    ['The second step has expired, or was wrong too often.', 'Sign in again from the start.'],
  ),
  'second-factor-state': entry(
    409,
    ['Xác thực hai bước của tài khoản đang không ở trạng thái cho việc này.', 'Xem lại trong mục bảo mật tài khoản.'],
    ['The second factor of this account is not in a state for that.', 'Look at the security of your account.'],
  ),
  'password-wrong': entry(
    403,
    ['Mật khẩu hiện tại chưa đúng.', 'Nhập lại mật khẩu đang dùng.'],
    ['The current password is not right.', 'Enter the password that you use now.'],
  ),
  'password-short': entry(
    422,
    ['Mật khẩu mới ngắn hơn {fewest} ký tự.', 'Chọn mật khẩu dài hơn; một câu dễ nhớ là tốt.'],
    ['The new password is shorter than {fewest} characters.', 'Choose a longer one; a sentence is good.'],
  ),
  'password-long': entry(
    422,
    ['Mật khẩu mới dài hơn {most} ký tự.', 'Chọn mật khẩu ngắn hơn.'],
    ['The new password is longer than {most} characters.', 'Choose a shorter one.'],
  ),
  'password-common': entry(
    422,
    ['Mật khẩu mới quá phổ biến, dễ đoán.', 'Chọn mật khẩu khác; một câu của riêng đồng chí là tốt.'],
    ['The new password is too common, easily guessed.', 'Choose another; a sentence of your own is good.'],
  ),
  'password-own-name': entry(
    422,
    ['Mật khẩu mới trùng tên đăng nhập.', 'Chọn mật khẩu khác.'],
    ['The new password is the user name.', 'Choose another.'],
  ),
  'password-same': entry(
    422,
    ['Mật khẩu mới trùng mật khẩu đang dùng.', 'Chọn mật khẩu khác.'],
    ['The new password is the current one.', 'Choose another.'],
  ),
  'user-name-taken': entry(
    409,
    ['Tên đăng nhập {userName} đã có người dùng.', 'Chọn tên khác.'],
    ['The user name {userName} is taken.', 'Choose another.'],
  ),
  'person-taken': entry(
    409,
    ['Mã người {person} đã có tài khoản.', 'Mỗi người một tài khoản: sửa tài khoản đang có.'],
    ['The person {person} already has an account.', 'One account each: change that one.'],
  ),
  'last-administrator': entry(
    409,
    ['Đây là quản trị cuối cùng còn hoạt động.', 'Giao quyền quản trị cho người khác trước.'],
    ['This is the last administrator at work.', 'Make somebody else an administrator first.'],
  ),
  'duty-not-held': entry(
    403,
    ['Đồng chí không giữ nhiệm vụ {body} trong ngày hôm nay.', 'Chọn một trong các nhiệm vụ đang giữ.'],
    ['You hold no duty {body} today.', 'Choose one that you hold.'],
  ),
  'duty-window': entry(
    422,
    ['Nhiệm vụ {body} kết thúc trước ngày bắt đầu, hoặc ghi hai lần.', 'Sửa ngày rồi gửi lại.'],
    ['The duty {body} ends before it begins, or stands twice.', 'Correct the days and send again.'],
  ),
  'live-too-many': entry(
    429,
    ['Đồng chí đang mở {most} luồng trực tiếp, là mức tối đa.', 'Đóng bớt cửa sổ rồi mở lại.'],
    ['You have {most} live streams open, which is the most there may be.', 'Close some windows and open again.'],
  ),
  'engine-unavailable': entry(
    503,
    [
      'Bộ máy quy trình tạm thời chưa trả lời; chưa chắc lệnh đã được ghi.',
      'Gửi lại với cùng mã lệnh: không ghi hai lần.',
    ],
    [
      'The workflow engine does not answer now; the command may or may not be recorded.',
      'Send it again under the same command id: it is never recorded twice.',
    ],
  ),
  'store-unavailable': entry(
    503,
    ['Kho dữ liệu tạm thời chưa trả lời.', 'Thử lại sau vài giây; nếu kéo dài, báo quản trị.'],
    ['The data store does not answer now.', 'Try again in a few seconds; if it lasts, tell the administrator.'],
  ),
  'files-off': entry(
    503,
    [
      'Hệ thống chưa có kho tệp minh chứng.',
      'Quản trị đặt DATA_DIR hoặc các biến FILES_S3_…; ghi số, ngày vẫn dùng được.',
    ],
    [
      'This installation has no file storage.',
      'The administrator sets DATA_DIR or FILES_S3_…; references work as ever.',
    ],
  ),
  'storage-away': entry(
    503,
    ['Kho tệp tạm thời chưa trả lời.', 'Thử lại sau vài giây; nếu kéo dài, báo quản trị.'],
    ['The file storage does not answer now.', 'Try again in a few seconds; if it lasts, tell the administrator.'],
  ),
  'scanner-away': entry(
    503,
    ['Bộ quét vi-rút chưa trả lời nên chưa nhận tệp.', 'Thử lại sau; nếu kéo dài, báo quản trị.'],
    [
      'The virus scanner does not answer, so no file is taken.',
      'Try again later; if it lasts, tell the administrator.',
    ],
  ),
  'multipart-needed': entry(
    415,
    ['Địa chỉ này nhận multipart/form-data gồm task và đúng một file.', 'Gửi lại theo dạng đó.'],
    ['This address takes multipart/form-data with task and exactly one file.', 'Send it again like that.'],
  ),
  'file-needed': entry(
    422,
    ['Chưa có tệp, hoặc tệp rỗng.', 'Chọn tệp rồi gửi lại trong trường file.'],
    ['There is no file, or it is empty.', 'Choose a file and send it as `file`.'],
  ),
  'file-too-large': entry(
    413,
    ['Tệp lớn hơn {most} MB.', 'Giảm độ phân giải bản quét hoặc tách thành nhiều tệp.'],
    ['The file is larger than {most} MB.', 'Scan at a lower resolution, or split it.'],
  ),
  'file-too-many': entry(
    409,
    ['Đơn vị đã gửi {most} tệp mà chưa nộp kèm việc nào.', 'Nộp minh chứng với các tệp đã gửi.'],
    ['Your body has sent {most} files that no proof names.', 'Hand in proof with the files that are there.'],
  ),
  'file-name': entry(
    422,
    [
      'Tên tệp không dùng được (quá 200 ký tự, hoặc có ký tự ẩn hay ký tự / \\ : * ? " < > |).',
      'Đổi tên tệp rồi gửi lại.',
    ],
    [
      'The file name cannot be used (over 200 characters, hidden characters, or / \\ : * ? " < > |).',
      'Rename it and send it again.',
    ],
  ),
  'file-kind': entry(
    415,
    ['Không nhận loại tệp của “{name}”.', 'Gửi PDF, PNG, JPEG, DOCX, XLSX, ODT hoặc ODS.'],
    ['Files like "{name}" are not taken.', 'Send PDF, PNG, JPEG, DOCX, XLSX, ODT or ODS.'],
  ),
  'file-false-type': entry(
    422,
    ['Nội dung của “{name}” không đúng với đuôi tệp.', 'Mở tệp, lưu lại đúng loại rồi gửi; không đổi đuôi bằng tay.'],
    ['The content of "{name}" is not what its extension says.', 'Open it and save it as that kind; do not rename.'],
  ),
  'file-macros': entry(
    422,
    ['“{name}” có macro hoặc thành phần chạy được.', 'Lưu lại không kèm macro, hoặc xuất ra PDF.'],
    ['"{name}" holds macros or parts that run.', 'Save it without macros, or as PDF.'],
  ),
  'file-locked': entry(
    422,
    ['“{name}” có mật khẩu nên không kiểm tra được.', 'Bỏ mật khẩu rồi gửi lại.'],
    ['"{name}" is under a password and cannot be looked at.', 'Remove the password and send it again.'],
  ),
  'file-too-large-inside': entry(
    422,
    ['“{name}” khi mở ra lớn hơn 300 MB.', 'Giảm ảnh trong tệp, hoặc xuất ra PDF.'],
    ['"{name}" is larger than 300 MB when opened.', 'Reduce its pictures, or save it as PDF.'],
  ),
  'file-infected': entry(
    422,
    ['Bộ quét vi-rút không cho nhận “{name}”: {found}.', 'Không mở tệp này; báo quản trị.'],
    ['The virus scanner refuses "{name}": {found}.', 'Do not open it; tell the administrator.'],
  ),
  'file-unknown': entry(
    409,
    ['Tệp “{name}” không có cho việc này của đơn vị.', 'Gửi tệp lên lại rồi nộp.'],
    ['The file "{name}" is not there for this task of your body.', 'Send the file again, then hand in.'],
  ),
  'file-differs': entry(
    422,
    ['Thông tin về tệp “{name}” không khớp với tệp đã nhận.', 'Gửi đúng mã, dung lượng, tên như Hệ thống đã trả lời.'],
    [
      'What is said of "{name}" is not what was received.',
      'Send id, size, hash and name exactly as they were answered.',
    ],
  ),
  'file-secret': entry(
    409,
    ['Việc {task} nay là bí mật nhà nước nên không đưa tệp ra.', 'Xem bản lưu theo chế độ mật, theo số đăng ký.'],
    [
      'Task {task} is a state secret now; its files are not handed out.',
      'Ask for the original by its register number.',
    ],
  ),
  'file-damaged': entry(
    500,
    [
      'Tệp “{name}” trong kho không còn đúng như khi nhận, nên không đưa ra.',
      'Báo quản trị; khôi phục kho tệp từ bản sao lưu.',
    ],
    [
      '"{name}" in the storage is not what was received and is not handed out.',
      'Tell the administrator, who restores it from a backup.',
    ],
  ),
  'sealing-off': entry(
    503,
    [
      'Hệ thống chưa có khóa niêm phong nên không nhận và không mở danh sách có tên.',
      'Quản trị đặt SAN_SANG_SEAL_KEY; số liệu không kèm tên vẫn dùng bình thường.',
    ],
    [
      'This installation has no seal key, so named rosters are neither taken nor opened.',
      'The administrator sets SAN_SANG_SEAL_KEY; counts without names work as ever.',
    ],
  ),
  'seal-key-other': entry(
    503,
    [
      'Danh sách được niêm phong bằng khóa khác với khóa đang dùng.',
      'Quản trị đặt lại đúng khóa trong SAN_SANG_SEAL_KEY, hoặc chuyển khóa.',
    ],
    [
      'The roster is sealed under another key than the one in use.',
      'The administrator sets the right SAN_SANG_SEAL_KEY, or changes the key of the roster.',
    ],
  ),
  'seal-broken': entry(
    500,
    ['Dữ liệu niêm phong của lệnh {order} đã bị thay đổi, không mở được.', 'Báo quản trị; nhập lại sau khi xóa.'],
    [
      'The sealed data of order {order} is not what was written and cannot be opened.',
      'Tell the administrator; erase it and import again.',
    ],
  ),
  'roster-order-twice': entry(
    422,
    ['Lệnh gọi xuất hiện hai lần trong danh sách: {orders}.', 'Mỗi lệnh gọi một dòng.'],
    ['Orders stand twice in the list: {orders}.', 'Give one row for each order.'],
  ),
  'roster-order-named': entry(
    409,
    ['Lệnh gọi đã có tên: {orders}. Chưa dòng nào được nhập.', 'Xóa tên cũ của các lệnh này rồi nhập lại.'],
    ['These orders already have a name: {orders}. Nothing was imported.', 'Erase the earlier names, then import.'],
  ),
  'roster-nobody': entry(
    404,
    ['Không có họ tên nào đang lưu ứng với yêu cầu.', 'Xem lại lệnh gọi hoặc mã; tên có thể đã được xóa.'],
    ['No name is kept for what was asked.', 'Check orders and references; the names may have been erased.'],
  ),
  'erasure-whom': entry(
    422,
    ['Chưa rõ xóa tên của ai.', 'Nêu đúng một trong ba: all, orders, refs.'],
    ['It is not clear whose names to erase.', 'Give exactly one of all, orders, refs.'],
  ),
  'retention-past': entry(
    422,
    ['Ngày lưu đến {retainUntil} đã qua (hôm nay {today}).', 'Chọn ngày từ hôm nay trở đi.'],
    ['The day of keeping {retainUntil} has passed (today {today}).', 'Choose today or later.'],
  ),
  'not-ready': entry(
    503,
    ['Hệ thống chưa sẵn sàng: {parts}.', 'Quản trị xem các phần nêu trên.'],
    ['The service is not ready: {parts}.', 'The administrator looks at these parts.'],
  ),
  internal: entry(
    500,
    ['Hệ thống gặp lỗi ngoài dự kiến (mã {request}).', 'Báo quản trị kèm mã này.'],
    ['The system met an unexpected fault (reference {request}).', 'Tell the administrator, with this reference.'],
  ),
} as const satisfies Record<string, Entry>;
export type ProblemCode = keyof typeof PROBLEMS;

export const STATUS_OF: Readonly<Record<RejectionKind, number>> = {
  invalid: 422,
  forbidden: 403,
  unknown: 404,
  rule: 409,
  stale: 412,
};

/** One title for each status: RFC 9457 wants it the same from one occurrence to the next. */
const TITLES: Readonly<Record<number, Readonly<Record<Language, string>>>> = {
  400: { vi: 'Yêu cầu chưa đúng', en: 'The request does not fit' },
  401: { vi: 'Cần đăng nhập', en: 'Sign-in needed' },
  403: { vi: 'Không có thẩm quyền', en: 'Not authorised' },
  404: { vi: 'Không có', en: 'Not found' },
  405: { vi: 'Không nhận phương thức này', en: 'Method not allowed' },
  409: { vi: 'Trái quy tắc', en: 'Against a rule' },
  412: { vi: 'Hồ sơ đã thay đổi', en: 'The file has changed' },
  413: { vi: 'Quá lớn', en: 'Too large' },
  415: { vi: 'Không nhận kiểu nội dung này', en: 'Media type not accepted' },
  422: { vi: 'Nội dung chưa hợp lệ', en: 'Invalid content' },
  429: { vi: 'Quá nhiều lần', en: 'Too many attempts' },
  500: { vi: 'Lỗi hệ thống', en: 'Internal fault' },
  503: { vi: 'Tạm thời chưa phục vụ', en: 'Not available now' },
};

export interface Extras {
  readonly errors?: ProblemBody['errors'];
  readonly version?: number;
  readonly commandId?: string;
}

type Params = Readonly<Record<string, string | number>>;

/** Thrown anywhere under the API; `errors.ts` answers it. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly params: Params;
  readonly extras: Extras;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: ProblemCode,
    params: Params = {},
    extras: Extras = {},
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(`${code} ${JSON.stringify(params)}`);
    this.code = code;
    this.params = params;
    this.extras = extras;
    this.headers = headers;
  }
}

const body = (
  status: number,
  code: string,
  messages: ProblemBody['messages'],
  language: Language,
  extras: Extras,
): ProblemBody => ({
  type: `urn:san-sang:problem:${code}`,
  title: TITLES[status]?.[language] ?? code,
  status,
  code,
  detail: `${messages[language].what} ${messages[language].who}`,
  messages,
  ...extras,
});

export const problemBody = ({ code, params, extras }: Problem, language: Language): ProblemBody => {
  const { status, ...texts } = PROBLEMS[code];
  const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (_, key: string) => String(params[key] ?? '–'));
  const say = ([what, who]: Pair) => ({ what: fill(what), who: fill(who) });
  return body(status, code, { vi: say(texts.vi), en: say(texts.en) }, language, extras);
};

/** `called` names bodies and localities; without it they keep their ids. */
export const rejectionBody = (
  rejection: RejectionBody,
  language: Language,
  extras: Extras = {},
  called: ((language: Language) => Called) | null = null,
): ProblemBody =>
  body(
    STATUS_OF[rejection.kind],
    rejection.code,
    { vi: explain(rejection, 'vi', called?.('vi')), en: explain(rejection, 'en', called?.('en')) },
    language,
    extras,
  );

/** Vietnamese unless the caller prefers English. */
export const languageOf = (acceptLanguage: string | undefined): Language => {
  const wishes = (acceptLanguage ?? '').split(',').map((part) => {
    const [tag = '', ...options] = part.trim().toLowerCase().split(';');
    const q = options.map((option) => /^\s*q=([\d.]+)$/.exec(option)?.[1]).find((value) => value !== undefined);
    return { tag: tag.split('-')[0], q: q === undefined ? 1 : Number(q) };
  });
  const weight = (tag: Language): number =>
    Math.max(0, ...wishes.filter((wish) => wish.tag === tag && wish.q <= 1).map((wish) => wish.q));
  return weight('en') > weight('vi') ? 'en' : 'vi';
};
