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
