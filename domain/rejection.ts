/**
 * How a rule says no. The code is stable (scripts and the page rely on it); its sentences for people stand beside it
 * in `labels/rejections.ts`, in Vietnamese and English, with who can change it.
 */
import { REJECTIONS, type RejectionCode } from './labels/rejections.ts';

/** Which answer fits: invalid 422, forbidden 403, unknown 404, rule 409, stale 412. */
export type RejectionKind = 'invalid' | 'forbidden' | 'unknown' | 'rule' | 'stale';

export type RejectionParams = Readonly<Record<string, string | number | readonly string[]>>;

/** What travels of a rejection: through Temporal, the command's outcome and the API's answer. */
export interface RejectionBody {
  readonly kind: RejectionKind;
  readonly code: RejectionCode;
  readonly params: RejectionParams;
}

export class Rejection extends Error implements RejectionBody {
  override readonly name = 'Rejection';
  readonly kind: RejectionKind;
  readonly code: RejectionCode;
  readonly params: RejectionParams;

  constructor(code: RejectionCode, params: RejectionParams = {}) {
    super(`${code} ${JSON.stringify(params)}`);
    this.kind = REJECTIONS[code].kind;
    this.code = code;
    this.params = params;
  }
}

/** The sentence for people, with the parameters in place; a list is joined by commas. */
export const explain = (rejection: RejectionBody, language: 'vi' | 'en'): { what: string; who: string } => {
  const text = REJECTIONS[rejection.code][language];
  const fill = (template: string): string =>
    template.replace(/\{(\w+)\}/g, (_, key: string) => {
      const value = rejection.params[key];
      return Array.isArray(value) ? value.join(', ') : String(value ?? '–');
    });
  return { what: fill(text.what), who: fill(text.who) };
};
