/**
 * How a rule says no. The code is stable (scripts and the page rely on it); its sentences for people stand beside it
 * in `labels/rejections.ts`, in Vietnamese and English, with who can change it.
 */
import { BODIES } from './labels/bodies.ts';
import { clashKeyText } from './labels/clash-names.ts';
import { faultText } from './labels/faults.ts';
import { REJECTIONS, type RejectionCode } from './labels/rejections.ts';
import { STAGE_FAULTS } from './labels/rejections-planning.ts';
import { LADDER_FAULTS } from './labels/rejections-reminders.ts';
import {
  ACTION_STATUSES,
  ACTS,
  BLOCKERS,
  FIGURES,
  FILE_PHASES,
  KIND_NAMES,
  LEVEL_NAMES,
  PAPER_FORMS,
  PAPER_PARTS,
  PAPERS,
  PHASES,
  SCORE_DOMAIN_NAMES,
  TASK_ACTS,
  TASK_STATUSES,
  type Word,
} from './labels/words.ts';
import { SUBSTITUTION_FAULTS } from './labels/words-drill.ts';
import { MODEL_NAMES, UNIT_LEVEL_NAMES } from './labels/words-organisation.ts';
import { ISSUE_STATUSES, PROPOSAL_STATUSES, STEP_NAMES } from './labels/words-preparation.ts';
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
  issueStatus: ISSUE_STATUSES,
  proposalStatus: PROPOSAL_STATUSES,
  step: STEP_NAMES,
  into: STEP_NAMES,
};
/** Names: they read as part of the sentence, without quotation marks. */
const NAMES: Readonly<Record<string, Words>> = {
  paper: PAPERS,
  form: PAPER_FORMS,
  rightForm: PAPER_FORMS,
  changes: PAPER_PARTS,
  level: LEVEL_NAMES,
  from: LEVEL_NAMES,
  blockers: { ...PAPERS, ...BLOCKERS },
  kind: KIND_NAMES,
  why: SUBSTITUTION_FAULTS,
  fields: FIGURES,
  domain: SCORE_DOMAIN_NAMES,
  unitLevel: UNIT_LEVEL_NAMES,
  model: MODEL_NAMES,
  fault: { ...LADDER_FAULTS, ...STAGE_FAULTS },
};

/** Parameters whose values are bodies, and one that is a body or a post of it. */
const BODY_KEYS = ['body', 'bodies', 'allowed', 'successor'];
const headName = (id: string, language: Language): string => {
  const body = BodyId.safeParse(id);
  return body.success ? BODIES[codeOf(body.data)][language].head : id;
};

const bodyName = (id: string, language: Language): string => {
  if (id === SYSTEM.body) return language === 'vi' ? 'Hệ thống' : 'The system';
  const body = BodyId.safeParse(id);
  return body.success ? `${BODIES[codeOf(body.data)][language].name} (${unitOf(body.data)})` : id;
};

const shown = (key: string, value: string, language: Language): string => {
  if (BODY_KEYS.includes(key)) return bodyName(value, language);
  if (key === 'post') return headName(value, language);
  if (key === 'rule') return value.replace(/\w+/g, (figure) => wordOf(FIGURES, figure)?.[language] ?? figure);
  if (key === 'faults') return faultText(value)[language];
  if (key === 'blockers' && value.startsWith('issue:'))
    return `${language === 'vi' ? 'tồn tại' : 'issue'} ${value.slice('issue:'.length)}`;
  if (key === 'clash' || key === 'blockers') {
    const clash = clashKeyText(value);
    if (clash) return clash[language];
  }
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
