/**
 * How a rule says no. The code is stable (scripts and the page rely on it); its sentences for people stand beside it
 * in `labels/rejections.ts`, in Vietnamese and English, with who can change it.
 */
import { BODIES } from './labels/bodies.ts';
import { REJECTIONS, type RejectionCode } from './labels/rejections.ts';
import {
  ACTION_STATUSES,
  ACTS,
  BLOCKERS,
  FIGURES,
  FILE_PHASES,
  KIND_NAMES,
  PAPERS,
  PHASES,
  SCORE_DOMAIN_NAMES,
  TASK_ACTS,
  TASK_STATUSES,
  type Word,
} from './labels/words.ts';
import { BodyId, codeOf, SYSTEM, unitOf } from './people.ts';

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

type Language = 'vi' | 'en';
type Words = Readonly<Record<string, Word>>;

/** Parameters whose values are codes, and the words that stand for them; a value without a word is shown as it is. */
const WORDS: Readonly<Record<string, Words>> = {
  status: { ...TASK_STATUSES, ...ACTION_STATUSES },
  phase: { ...PHASES, ...FILE_PHASES },
  needs: PHASES,
  action: { ...ACTS, ...TASK_ACTS },
  what: ACTS,
  type: ACTS,
};
/** Names: they read as part of the sentence, without quotation marks. */
const NAMES: Readonly<Record<string, Words>> = {
  paper: PAPERS,
  blockers: { ...PAPERS, ...BLOCKERS },
  kind: KIND_NAMES,
  fields: FIGURES,
  domain: SCORE_DOMAIN_NAMES,
};

const bodyName = (id: string, language: Language): string => {
  if (id === SYSTEM.body) return language === 'vi' ? 'Hệ thống' : 'The system';
  const body = BodyId.safeParse(id);
  return body.success ? `${BODIES[codeOf(body.data)][language].name} (${unitOf(body.data)})` : id;
};

const shown = (key: string, value: string, language: Language): string => {
  if (key === 'body' || key === 'allowed') return bodyName(value, language);
  if (key === 'rule') return value.replace(/\w+/g, (figure) => wordOf(FIGURES, figure)?.[language] ?? figure);
  const said = wordOf(WORDS[key], value)?.[language];
  if (said) return language === 'vi' ? `“${said}”` : `"${said}"`;
  return wordOf(NAMES[key], value)?.[language] ?? value;
};

const wordOf = (words: Words | undefined, code: string): Word | undefined =>
  words && Object.hasOwn(words, code) ? words[code] : undefined;

/** The sentence for people, with words and names in place of codes; a list is joined by commas, an empty one is a dash. */
export const explain = (rejection: RejectionBody, language: Language): { what: string; who: string } => {
  const text = REJECTIONS[rejection.code][language];
  const fill = (template: string): string =>
    template.replace(/\{(\w+)\}/g, (_, key: string) => {
      const values = [rejection.params[key] ?? []].flat();
      return values.map((value) => shown(key, String(value), language)).join(', ') || '–';
    });
  return { what: fill(text.what), who: fill(text.who) };
};
