/** Every way the API itself refuses, in the manner of `domain/labels/rejections.ts`, and the one shape of a refusal. */
import { type Called, explain, type RejectionBody, type RejectionKind } from '../../domain/rejection.ts';
import type { ProblemBody } from '../contract/index.ts';
import { ACCOUNT_PROBLEMS } from './accounts.ts';
import { DELIVERY_PROBLEMS } from './delivery.ts';
import { DOCUMENT_PROBLEMS } from './documents.ts';
import type { Entry, Pair } from './entry.ts';
import { FILE_PROBLEMS } from './files.ts';
import { IMPORT_PROBLEMS } from './imports.ts';
import { NAME_PROBLEMS } from './names.ts';
import { PLANNER_PROBLEMS } from './planner.ts';
import { REQUEST_PROBLEMS } from './requests.ts';
import { SIGN_IN_PROBLEMS } from './sign-in.ts';

export type Language = 'vi' | 'en';
export const PROBLEMS = {
  ...REQUEST_PROBLEMS,
  ...SIGN_IN_PROBLEMS,
  ...ACCOUNT_PROBLEMS,
  ...FILE_PROBLEMS,
  ...DOCUMENT_PROBLEMS,
  ...NAME_PROBLEMS,
  ...PLANNER_PROBLEMS,
  ...DELIVERY_PROBLEMS,
  ...IMPORT_PROBLEMS,
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
